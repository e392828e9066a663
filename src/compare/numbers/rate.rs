//! Per which time or thing a quantity is stated: "10 incidents per week".

use crate::lexicon::list::{RATE_ENDS, TIME_ADVERBS, TIMES};

/// The most words between a quantity and its period or unit: "10 incidents handled per week".
const BETWEEN: usize = 2;

/// What a quantity is per, off the text behind it, in the singular: "week" in " handled per week".
pub(super) fn per(behind: &str) -> Option<String> {
    let mut rest = behind.trim_start_matches(' ');
    for _ in 0..=BETWEEN {
        if let Some(found) = led(rest).or_else(|| adverb(first_word(rest)).map(str::to_owned)) {
            return Some(found);
        }
        let word = first_word(rest);
        if word.is_empty() || RATE_ENDS.contains(word) {
            return None;
        }
        let after = &rest[word.len()..];
        rest = after.trim_start_matches(' ');
        // Only a sign that leads may cling to the word before it.
        if rest.len() == after.len() && !after.starts_with('/') {
            return None;
        }
    }
    None
}

/// What is behind "per", "/", "a", "each" or "every"; behind the last three only a time.
fn led(text: &str) -> Option<String> {
    let any = ["per ", "/", "pro "].iter().find_map(|lead| text.strip_prefix(lead));
    if let Some(rest) = any {
        let word = first_word(rest.trim_start_matches(' ')).to_lowercase();
        return (!word.is_empty()).then(|| time(&word).map_or(word.clone(), str::to_owned));
    }
    let rest = ["a ", "an ", "each ", "every "].iter().find_map(|lead| text.strip_prefix(lead))?;
    time(&first_word(rest.trim_start_matches(' ')).to_lowercase()).map(str::to_owned)
}

/// A time, by one name for all of its forms.
fn time(word: &str) -> Option<&'static str> {
    TIMES.get(word).copied()
}

/// What says a time by itself: "weekly".
fn adverb(word: &str) -> Option<&'static str> {
    TIME_ADVERBS.get(word).copied()
}

/// The letters that a text begins with, the points inside of them included: "p.a".
fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_alphabetic() || c == '.')).unwrap_or(text.len());
    text[..end].trim_end_matches('.')
}
