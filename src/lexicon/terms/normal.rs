//! Normalized words: without case, endings, numbering and level codes.

use unicode_segmentation::UnicodeSegmentation;

use super::arabic;
use crate::lexicon::list::FUNCTION_WORDS;

/// What stands for every number among terms.
const NUMBER: &str = "#";

/// Text with one space for every run of white space, and none at the ends. Two texts are unchanged if
/// this is equal.
pub(crate) fn fold_space(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// Whether a text has one space for every run of white space, and none at the ends.
pub(crate) fn is_folded(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Without an early end, the compiler compares many bytes at a time.
    let is_plain = bytes.iter().fold(true, |all, byte| all & matches!(byte, b' '..0x80));
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let is_single = pairs.fold(true, |all, (one, next)| all & ((*one != b' ') | (*next != b' ')));
    match is_plain {
        true => is_single && !text.starts_with(' ') && !text.ends_with(' '),
        false => fold_space(text) == text,
    }
}

/// The terms of a text, in order: stemmed words in lower case, `#` for every number, and pairs of
/// neighboring characters for scripts that write no spaces (or glue particles to words, as Korean
/// does). Pairs work as well there as a dictionary (McNamee and Mayfield 2004).
pub(crate) fn terms(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut run: Vec<char> = Vec::new();
    for word in text.unicode_words() {
        if word.chars().next().is_some_and(is_unspaced) {
            // Segmentation returns Han characters one by one: collect their run. Words of one run touch
            // each other; a space ends the run only if the script has words.
            if word.chars().count() > 1 {
                bigrams(&mut run, &mut found);
            }
            run.extend(word.chars());
            if word.chars().count() > 1 {
                bigrams(&mut run, &mut found);
            }
            continue;
        }
        bigrams(&mut run, &mut found);
        found.push(term(word));
    }
    bigrams(&mut run, &mut found);
    found
}

fn bigrams(run: &mut Vec<char>, found: &mut Vec<String>) {
    match run.as_slice() {
        [] => {}
        [one] => found.push(one.to_string()),
        many => found.extend(many.windows(2).map(|pair| pair.iter().collect())),
    }
    run.clear();
}

fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0E00}'..='\u{0EFF}'      // Thai, Lao
        | '\u{1000}'..='\u{109F}'    // Burmese
        | '\u{1100}'..='\u{11FF}'    // Hangul letters
        | '\u{1780}'..='\u{17FF}'    // Khmer
        | '\u{3040}'..='\u{30FF}'    // Kana
        | '\u{3400}'..='\u{9FFF}'    // Han
        | '\u{AC00}'..='\u{D7AF}'    // Hangul syllables
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

fn term(word: &str) -> String {
    if word.starts_with(|c: char| c.is_numeric()) {
        return NUMBER.to_owned();
    }
    let lower = word.to_lowercase();
    let lower = lower.trim_end_matches("'s").trim_end_matches("’s");
    match lower {
        _ if lower.is_ascii() => stem(lower),
        _ if arabic::is_arabic(lower) => arabic::stem(lower),
        _ => trunk(lower),
    }
}

/// A light stem of an English word: plural, then `-ing`/`-ed`, then one noun or adjective ending.
/// It removes less than Porter's stemmer on purpose: it joins "manages", "managing" and "management", and
/// rarely joins two unrelated words.
fn stem(word: &str) -> String {
    let mut stem = word.to_owned();
    let rules: [&[(&str, &str, usize)]; 3] = [
        &[("sses", "ss", 2), ("ies", "y", 2), ("ss", "ss", 1), ("us", "us", 1), ("s", "", 3)],
        &[("ing", "", 3), ("ed", "", 3)],
        &[("ment", "", 4), ("ation", "at", 3), ("ion", "", 4), ("ly", "", 4), ("ness", "", 4)],
    ];
    for group in rules {
        let rule = group.iter().find(|(ending, _, _)| stem.ends_with(ending));
        if let Some((ending, with, least)) = rule
            && stem.len() >= ending.len() + least
        {
            stem.truncate(stem.len() - ending.len());
            stem.push_str(with);
        }
    }
    for ending in ["ic", "al", "y", "e"] {
        if stem.len() >= 4 + ending.len() && stem.ends_with(ending) {
            stem.truncate(stem.len() - ending.len());
            break;
        }
    }
    undouble(&mut stem);
    stem
}

/// "plann" and "plan" have the same stem.
fn undouble(stem: &mut String) {
    let bytes = stem.as_bytes();
    if let [.., a, b] = bytes
        && a == b
        && stem.len() > 3
        && !matches!(b, b'l' | b's' | b'e' | b'o')
    {
        stem.pop();
    }
}

/// The stem of a word with other letters: its first letters. Truncation needs no grammar and works nearly
/// as well as a stemmer.
fn trunk(word: &str) -> String {
    const LETTERS: usize = 6;
    word.chars().take(LETTERS).collect()
}

/// Whether a term is a function word. Such words carry little meaning in any ladder. In a large ladder
/// their frequency shows it, in a small ladder it does not.
pub(crate) fn is_function_word(term: &str) -> bool {
    term == NUMBER || FUNCTION_WORDS.contains(term)
}

/// A heading without its decoration: list numbers ("1.", "2.3)"), level codes ("(C4)", "L4:") and
/// signs at its ends.
pub(crate) fn bare_heading(heading: &str) -> String {
    let mut rest = trim_signs(heading);
    if let Some(shorter) = without_number(rest).or_else(|| without_code(rest)) {
        rest = trim_signs(shorter);
    }
    let mut bare = String::new();
    while let Some((before, bracket, after)) = split_bracket(rest) {
        bare.push_str(before);
        if !is_code(bracket) {
            bare.push(' ');
            bare.push_str(bracket);
        }
        bare.push(' ');
        rest = after;
    }
    bare.push_str(rest);
    let bare = fold_space(&bare);
    if bare.is_empty() { fold_space(heading) } else { bare }
}

fn trim_signs(text: &str) -> &str {
    text.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | '['))
        .trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ')' | ']'))
}

fn without_number(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number = &text[..text.len() - rest.len()];
    let marked = number.contains('.') || rest.starts_with([')', ':']);
    (number.starts_with(|c: char| c.is_ascii_digit())
        && marked
        && rest.contains(char::is_alphabetic))
    .then_some(rest)
}

fn without_code(text: &str) -> Option<&str> {
    let (code, rest) = text.split_once([':', '–', '—'])?;
    (is_code(code.trim()) && rest.contains(char::is_alphabetic)).then_some(rest)
}

/// "C4", "IC 3", "L5": a few letters and a number.
fn is_code(text: &str) -> bool {
    let letters = text.chars().take_while(char::is_ascii_alphabetic).count();
    let number = text[letters..].trim_start_matches([' ', '-']);
    (1..=3).contains(&letters)
        && !number.is_empty()
        && number.len() <= 4
        && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'))
}

fn split_bracket(text: &str) -> Option<(&str, &str, &str)> {
    let open = text.find(['(', '['])?;
    let close = open + text[open..].find([')', ']'])?;
    Some((&text[..open], text[open + 1..close].trim(), &text[close + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_folded() {
        for (text, want) in [
            ("a b", "a b"),
            (" a  b ", "a b"),
            ("a\nb", "a b"),
            ("é\u{a0}b", "é b"),
            ("é b", "é b"),
            (" ", ""),
            ("", ""),
        ] {
            assert_eq!(
                (fold_space(text).as_str(), is_folded(text)),
                (want, text == want),
                "{text:?}"
            );
        }
    }

    #[track_caller]
    fn check_terms(text: &str, want: &str) {
        assert_eq!(terms(text).join(" "), want);
    }

    #[test]
    fn words_meet_in_their_stems() {
        check_terms("Manages managing managed management", "manag manag manag manag");
        check_terms("planning plans planned", "plan plan plan");
        check_terms("strategy strategies strategic", "strateg strateg strateg");
        check_terms("communicates communication", "communicat communicat");
        check_terms("process bus business", "process bus busi");
        check_terms("4-6 hrs in 2026", "# # hrs in #");
        check_terms("a 👍 — !", "a");
    }

    #[test]
    fn scripts_without_spaces_become_pairs_of_characters() {
        check_terms("技术战略", "技术 术战 战略");
        check_terms("팀을 이끈다", "팀을 이끈 끈다");
        check_terms("المهندس مهندس", "مهندس مهندس");
    }

    #[track_caller]
    fn check_heading(heading: &str, want: &str) {
        assert_eq!(bare_heading(heading), want);
    }

    #[test]
    fn headings_lose_numbers_codes_and_signs() {
        check_heading("1. Think Like an Executive", "Think Like an Executive");
        check_heading("2.3) Scope", "Scope");
        check_heading("Craftsmanship (C4)", "Craftsmanship");
        check_heading("L4: Senior", "Senior");
        check_heading("🚀 **Impact** 🚀", "Impact");
        check_heading("Scope (teams)", "Scope teams");
        check_heading("360 feedback", "360 feedback");
        check_heading("30/60/90 days", "30/60/90 days");
        check_heading("Typical Experience**", "Typical Experience");
        check_heading("???", "???");
        check_heading("", "");
        check_heading("(C4)", "(C4)");
        check_heading("é(", "é");
    }
}
