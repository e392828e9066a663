//! When two names are one: whatever their case, accents, abbreviations and numerals. The look-up of
//! what people type is `naming`.

use crate::lexicon::list::{ABBREVIATIONS, LEVEL_LETTERS, NAME_FILLERS};
use crate::lexicon::roman;

/// Marks behind which a title says where, not what: "Director of Engineering", "Lead, Platform".
const TAILS: [&str; 6] = [" of ", ", ", " - ", " – ", " — ", " ("];

/// A name in the form in which names are compared: small letters, words apart by one space, without
/// punctuation, abbreviations written out.
#[must_use]
pub fn normal(name: &str) -> String {
    let words = words(name);
    let mut found: Vec<String> = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let next = words.get(at + 1).map(String::as_str);
        let is_level = at > 0 && LEVEL_LETTERS.contains(words[at - 1].as_str());
        at += 1;
        if NAME_FILLERS.contains(word.as_str()) && words.len() > 1 && !(is_level && word == "a") {
            continue;
        }
        // "Level 4" and "L4" are one code.
        if matches!(word.as_str(), "level" | "lvl")
            && let Some(number) = next.filter(|next| next.bytes().all(|b| b.is_ascii_digit()))
        {
            found.push(format!("l{number}"));
            at += 1;
            continue;
        }
        let before = found.last().map(String::as_str);
        found.push(written_out(word, before, next));
    }
    found.join(" ")
}

/// The words of a name in small letters without accents; single letters that follow each other
/// ("V.P.") are one.
fn words(name: &str) -> Vec<String> {
    let accents = '\u{300}'..='\u{36f}';
    let name: String = name
        .chars()
        .filter(|c| !accents.contains(c))
        .map(nucleo_matcher::chars::normalize)
        .collect();
    let mut words: Vec<String> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    if words.len() > 1 && words.iter().all(|word| word.chars().count() == 1) {
        words = vec![words.concat()];
    }
    words
}

fn written_out(word: &str, before: Option<&str>, next: Option<&str>) -> String {
    if word == "eng" {
        // Who is head of "eng" is head of engineering, and so is who manages it.
        let heads = ["president", "director", "head", "officer"];
        let is_field = before.is_some_and(|before| heads.iter().any(|h| before.ends_with(h)))
            || next.is_some_and(|next| ["manager", "mgr", "director", "lead"].contains(&next));
        return if is_field { "engineering" } else { "engineer" }.to_owned();
    }
    if let Some(number) = roman(word).filter(|_| before.is_some()) {
        return number.to_string();
    }
    ABBREVIATIONS.get(word).copied().unwrap_or(word).to_owned()
}

/// Whether two names mean the same role.
#[must_use]
pub fn same(left: &str, right: &str) -> bool {
    let left = normal(left);
    !left.is_empty() && left == normal(right)
}

/// Whether two names mean the same role, or one of them only leaves out where: "VP" and "VP of
/// Engineering". Two that say different places are not alike.
#[must_use]
pub fn alike(left: &str, right: &str) -> bool {
    same(left, right)
        || match (without_tail(left), without_tail(right)) {
            (Some(left), None) => same(left, right),
            (None, Some(right)) => same(left, right),
            _ => false,
        }
}

/// A name without its tail, if it has one: "Director of Engineering" is a "Director".
#[must_use]
pub fn without_tail(name: &str) -> Option<&str> {
    let cut = TAILS.iter().filter_map(|mark| name.find(mark)).min()?;
    Some(name[..cut].trim()).filter(|head| !head.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_abbreviations_are_no_differences() {
        for (left, right) in [
            ("Desenvolvedor S\u{ea}nior", "desenvolvedor senior"),
            ("Se\u{302}nior", "senior"),
            ("VP", "Vice President"),
            ("Sr. Eng", "Senior Engineer"),
            ("L4", "Level 4"),
        ] {
            assert!(same(left, right), "{left} and {right}: {} {}", normal(left), normal(right));
        }
        assert!(!same("Senior", "Staff") && !same("", ""));
    }
}
