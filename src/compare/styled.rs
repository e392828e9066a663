//! Pieces of styled text.

use crate::model::{Span, Text};

/// What is behind a byte of [`Text::to_plain`], with its styling.
pub(crate) fn tail(text: &Text, from: usize) -> Text {
    let mut start = 0;
    let mut rest = Text::default();
    for span in &text.spans {
        let skip = from.saturating_sub(start);
        start += span.text.len();
        if let Some(piece) = span.text.get(skip..).filter(|piece| !piece.is_empty()) {
            rest.spans.push(Span { text: piece.to_owned(), ..span.clone() });
        }
    }
    rest
}

/// Appends a text with its styling.
pub(crate) fn push_text(into: &mut Text, text: &Text) {
    for span in &text.spans {
        into.push(&span.text, span.style, span.link.as_deref());
    }
}
