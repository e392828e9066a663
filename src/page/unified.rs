//! Two corresponding texts as one. The words of each side have signs around them, so that a reader can
//! tell them apart without color.

use super::parts::lead_of;
use super::row_cells::say_behind;
use super::rows::{Rows, SIGN, anchor, ink};
use super::sheet::Run;
use super::styled::Styled;
use crate::compare::{Pair, Part, Piece};
use crate::model::{SpanStyle, Text};
use crate::report::ToldMeasure;
use crate::theme::{Ink, Mark};

/// The signs around the words that only the left has, as `git diff --word-diff` writes them.
const GONE: [&str; 2] = ["[-", "-]"];

/// The signs around the words that only the right has.
const COME: [&str; 2] = ["{+", "+}"];

impl Rows<'_> {
    /// Sets a pair as one text. The key of a row is a text of its own; the key of an item belongs to the
    /// texts of both sides.
    pub(super) fn unified(
        &mut self,
        pair: &Pair,
        pieces: &[Piece],
        key: Option<Styled>,
        told: &mut [ToldMeasure],
    ) {
        let (Some(left), Some(right)) = (&pair.left, &pair.right) else { return };
        let leads = [left, right].map(|part| match key {
            Some(_) => Text::default(),
            None => lead_of(part),
        });
        let shared = leads[0] == leads[1];
        let (gone, gone_at) = self.gone(left, pieces, &leads[0], shared);
        let mut whole = leads[1].clone();
        whole.push_text(&right.text);
        let come = self.layout.style_at(anchor(right, 1), &whole, Mark::default());
        let mut text = Styled::default();
        if let Some(key) = &key {
            text.push(key, 0..key.plain.len());
            text.decorate(": ", Mark::default());
        }
        let old_lead = leads[0].as_str().len();
        let lead = leads[1].as_str().len();
        if !shared {
            for (from, bytes, signs, ink) in
                [(&gone, 0..old_lead, GONE, Ink::Left), (&come, 0..lead, COME, Ink::Right)]
            {
                let end = from.plain[bytes.clone()].trim_end().len();
                if end > 0 {
                    wrapped(&mut text, from, 0..end, signs, ink);
                    text.decorate(" ", Mark::default());
                }
            }
        } else {
            text.push(&come, 0..lead);
        }
        let old = left.text.as_str();
        let mut gone_at = gone_at.into_iter();
        for (number, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Same(range) => text.push(&come, range.start + lead..range.end + lead),
                Piece::Right(range) => {
                    wrapped(
                        &mut text,
                        &come,
                        range.start + lead..range.end + lead,
                        COME,
                        Ink::Right,
                    );
                }
                Piece::Left(range) => {
                    let Some(bytes) = gone_at.next() else { continue };
                    if old[..range.start].ends_with(char::is_whitespace) {
                        space(&mut text);
                    }
                    wrapped(&mut text, &gone, bytes, GONE, Ink::Left);
                    let spaced = old[range.end..].starts_with(char::is_whitespace);
                    let next = pieces.get(number + 1);
                    if spaced && next.is_some() || matches!(next, Some(Piece::Right(_))) {
                        text.decorate(" ", Mark::default());
                    }
                }
            }
        }
        say_behind(&mut text, told);
        let sign = Run::new(format!("{} ", pair.kind.sign()), Mark::from(ink(pair.kind)).bold());
        let below = Run::new(" ".repeat(SIGN), Ink::Text);
        let start = self.layout.next_line();
        self.layout.indented(sign, below, |layout| layout.styled(&text, usize::MAX));
        // The left text is on these lines too, even if the right has all its words.
        self.layout.close_flow(&gone, start);
    }

    /// The words that only the left has, as one text of the page, and the bytes of each piece.
    fn gone(
        &mut self,
        left: &Part,
        pieces: &[Piece],
        lead: &Text,
        shared: bool,
    ) -> (Styled, Vec<std::ops::Range<usize>>) {
        let mut text = if shared { Text::default() } else { lead.clone() };
        let mut bytes = Vec::new();
        let mut length = text.as_str().len();
        let old = left.text.as_str();
        for piece in pieces {
            let Piece::Left(range) = piece else { continue };
            let words = &old[range.clone()];
            if length > 0 {
                text.push(" ", SpanStyle::default(), None);
                length += 1;
            }
            text.push(words, SpanStyle::default(), None);
            bytes.push(length..length + words.len());
            length += words.len();
        }
        (self.layout.style_at(anchor(left, 1), &text, Mark::default()), bytes)
    }
}

/// Adds bytes of a text between two signs.
fn wrapped(
    text: &mut Styled,
    from: &Styled,
    bytes: std::ops::Range<usize>,
    signs: [&str; 2],
    ink: Ink,
) {
    let mark = Mark::from(ink);
    text.decorate(signs[0], mark);
    let start = text.plain.len();
    text.push(from, bytes);
    let end = text.plain.len();
    text.remark(&(start..end), |mark| Mark { ink, bold: true, strike: ink == Ink::Left, ..mark });
    text.decorate(signs[1], mark);
}

fn space(text: &mut Styled) {
    if !text.plain.is_empty() && !text.plain.ends_with(char::is_whitespace) {
        text.decorate(" ", Mark::default());
    }
}
