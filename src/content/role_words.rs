//! The words by which people tell a role from other documents.

use crate::content::foreign;
use crate::content::levels::{is_number, level_code, roman, seniority, words};
use crate::content::word_lists::{PAGE_FILES, PAGES, ROLES, ROLES_AT_END, SENIORITIES};

/// Whether a file of this name is an index of its folder.
pub(crate) fn is_index(stem: &str) -> bool {
    ["readme", "index", "_index", "_sidebar"].iter().any(|name| stem.eq_ignore_ascii_case(name))
}

/// Whether a file of this name is a page whatever else it says.
pub(crate) fn is_page_file(stem: &str) -> bool {
    let plain = stem.to_lowercase().replace(['_', ' '], "-");
    PAGE_FILES.contains(stem.to_lowercase().as_str()) || PAGE_FILES.contains(plain.as_str())
}

/// Whether a name is that of a text about roles: it asks or compares, has a word of such texts, or
/// has a role in the plural. What someone is head "of" says nothing, and a "Growth Engineer" is an
/// engineer.
pub(crate) fn is_page_name(name: &str) -> bool {
    let words = words(name);
    let words = head(&words);
    let asks = |word: &String| matches!(word.as_str(), "how" | "why" | "what" | "about");
    let compares = |word: &String| matches!(word.as_str(), "vs" | "versus");
    if words.first().is_some_and(asks) || words.iter().any(|w| compares(w) || is_plural_role(w)) {
        return true;
    }
    if last(words).is_some_and(|last| ROLES.contains(last) || ROLES_AT_END.contains(last)) {
        return false;
    }
    let has_code = words.iter().zip(words.iter().skip(1)).any(|(word, next)| {
        matches!(word.as_str(), "level" | "grade" | "band")
            && (is_number(next) || roman(next).is_some())
    });
    // "Entry level" and "Level 3" are no texts about levels.
    let is_level = |word: &str| word == "level" && (has_code || is_seniority(words));
    words.iter().any(|word| PAGES.contains(word.as_str()) && !is_level(word))
}

/// Whether a title is about roles in general and says of no field which ones: "Career Levels".
pub(crate) fn says_no_field(title: &str) -> bool {
    words(title).iter().all(|word| {
        PAGES.contains(word.as_str())
            || ["the", "our", "of", "a", "and", "for"].contains(&word.as_str())
    })
}

/// Whether a name is plainly that of a role: it has a word for one, a seniority or a level's code,
/// and is short enough to be a name.
pub(crate) fn is_role_name(name: &str) -> bool {
    let words = words(name);
    let is_name = !words.is_empty() && words.len() <= 9 && !name.ends_with(['.', '?', '!', ':']);
    is_name && !is_page_name(name) && (has_role_word(name, &words) || level_code(name).is_some())
}

fn has_role_word(name: &str, words: &[String]) -> bool {
    let lower = name.to_lowercase();
    words.iter().any(|word| ROLES.contains(without_number(word)))
        || last(head(words)).is_some_and(|last| ROLES_AT_END.contains(last))
        || is_seniority(words)
        || foreign::has_role(&lower)
        || words.len() <= 3 && foreign::seniority(words).is_some()
}

/// The words before "of".
fn head(words: &[String]) -> &[String] {
    let of = words.iter().position(|word| word == "of").unwrap_or(words.len());
    &words[..of]
}

/// The last word that is no number.
fn last(words: &[String]) -> Option<&str> {
    let is_counted = |word: &&String| roman(word).is_none() && !is_number(word);
    words.iter().rev().find(is_counted).map(|word| without_number(word))
}

/// "senior1" is a senior as well.
fn without_number(word: &str) -> &str {
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    if letters.is_empty() { word } else { letters }
}

/// How far someone is and what: "junior" and "maker" of "Junior Maker". What someone is may be no
/// word that is known to be a role.
pub(crate) fn seniority_and_rest(name: &str) -> Option<(String, String)> {
    if is_page_name(name) {
        return None;
    }
    let words = words(name);
    let (first, rest) = words.split_first()?;
    let is_far = |word: &String| {
        SENIORITIES.contains(without_number(word))
            || foreign::seniority(std::slice::from_ref(word)).is_some()
    };
    if is_far(first) && !rest.is_empty() && rest.len() <= 4 {
        return Some((first.clone(), rest.join(" ")));
    }
    let (last, before) = words.split_last()?;
    let fits = is_far(last) && !before.is_empty() && before.len() <= 4;
    fits.then(|| (last.clone(), before.join(" ")))
}

/// Whether words say how far someone is and nothing else: "Senior", "Mid level", "Staff II".
fn is_seniority(words: &[String]) -> bool {
    let says = |word: &String| SENIORITIES.contains(without_number(word));
    let counts = |word: &String| is_number(word) || roman(word).is_some();
    words.iter().all(|word| says(word) || counts(word))
        && words.iter().any(|word| says(word) && word != "level")
}

/// Whether a name says how senior it is, by a word for it or by being what others are junior to.
pub(crate) fn says_seniority(name: &str) -> bool {
    const MIDDLE: u32 = 40;
    let words = words(name);
    seniority(name) != MIDDLE
        || words.iter().any(|word| SENIORITIES.contains(without_number(word)))
        || last(head(&words)).is_some_and(|last| ROLES.contains(last))
}

fn is_plural_role(word: &str) -> bool {
    let singular = word.strip_suffix('s').filter(|one| one.len() > 3);
    singular.is_some_and(|one| ROLES.contains(one) || ROLES_AT_END.contains(one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn role_names_are_told_from_others() {
        for name in [
            "VP",
            "Growth Engineer",
            "Account Executive",
            "Head of Data",
            "Entry level",
            "Director of Policy",
            "Senior Engineer",
            "L4",
            "senior1",
            "Director of Design",
            "Level 3",
            "Tech Lead",
            "CTO",
            "Engenheiro de Software",
            "시니어 엔지니어",
        ] {
            assert!(is_role_name(name), "{name}");
        }
        for name in [
            "Notes",
            "Engineers",
            "Career Framework",
            "Engineering",
            "Interview: Senior",
            "Dimension",
            "How to lead",
            "Team size",
            "Leadership",
            "Lead Time",
            "Executive Support",
            "Director vs VP",
            "Staff meetings",
            "Roles",
            "",
        ] {
            assert!(!is_role_name(name), "{name}");
        }
    }
}
