//! No word of a document is lost.

use rungs::content::Loaded;

/// A shorter word is found everywhere by chance.
const SHORTEST: usize = 4;

/// Asserts that every word of a text is in a ladder, if the text is so plain that all of it is shown: no
/// comments, attributes, targets of links, or marks of site generators.
///
/// # Panics
/// If a word is lost.
pub fn are_kept(text: &str, loaded: &Loaded) {
    if !is_plain(text) {
        return;
    }
    let said = format!("{:?}", loaded.ladder);
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    for word in words.filter(|word| word.len() >= SHORTEST && word.contains(is_letter)) {
        assert!(said.contains(word), "{word:?} is lost");
    }
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
}

fn is_plain(text: &str) -> bool {
    let marks = ["---", "+++", "===", "~~~", "```", ":::", "!!!", "???"];
    let is_marked = |line: &str| marks.iter().any(|mark| line.contains(mark));
    !text.contains(['<', '[', '{', '&', '\\', '\r']) && !text.lines().any(is_marked)
}
