//! Every text of a document, with its line.

use crate::lexicon::list::TAKEN_OVER;
use crate::model::{Document, Ladder, Text};

/// The documents that the ladder's authors wrote, without copied texts such as licenses.
pub(crate) fn authored(ladder: &Ladder) -> impl Iterator<Item = &Document> {
    let is_taken_over = |document: &Document| {
        let name = document.file.rsplit('/').next().unwrap_or_default().to_lowercase();
        TAKEN_OVER.iter().any(|taken| name.starts_with(taken))
    };
    ladder.documents().map(|(_, document)| document).filter(move |it| !is_taken_over(it))
}

/// Calls a function with the line and each text of a document, headings included.
pub(crate) fn texts<'a>(document: &'a Document, visit: &mut impl FnMut(usize, &'a Text)) {
    document.walk().for_each(|step| step.texts(visit));
}

/// The letters and digits of a text, in small letters: the part of a heading that the anchors of every
/// site keep.
pub(crate) fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Where the first colon of a text is that has a space behind it.
pub(crate) fn colon(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b':', bytes).find(|at| bytes.get(at + 1) == Some(&b' '))
}
