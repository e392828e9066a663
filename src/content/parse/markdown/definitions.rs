//! The definitions of links, `[label]: target "title"`: none may vanish with its words.

use std::collections::HashSet;

use pulldown_cmark::{Parser, Tag};

use crate::content::parse::text::piece::ParsedPiece;
use crate::content::source::lines::LineStarts;
use crate::model::clean;
use crate::model::{Block, Paragraph, Text};

/// The definitions of a text, and the ones that links use.
#[derive(Debug)]
pub(crate) struct Definitions {
    all: Vec<Definition>,
    /// The labels that links use, in lower case.
    used: HashSet<String>,
}

#[derive(Debug)]
struct Definition {
    label: String,
    target: String,
    title: String,
    start: usize,
}

impl Definitions {
    /// The definitions that a parser found, in reading order.
    pub(crate) fn of(parser: &Parser<'_>) -> Self {
        let definitions = parser.reference_definitions();
        let mut all: Vec<Definition> = definitions
            .iter()
            .map(|(label, definition)| Definition {
                label: label.to_owned(),
                target: definition.dest.to_string(),
                title: definition.title.as_deref().unwrap_or_default().to_owned(),
                start: definition.span.start,
            })
            .collect();
        all.sort_by_key(|definition| definition.start);
        Self { all, used: HashSet::new() }
    }

    /// Notes the definition that a link or image uses.
    pub(crate) fn mark_used(&mut self, tag: &Tag<'_>) {
        if let Tag::Link { id, .. } | Tag::Image { id, .. } = tag
            && !id.is_empty()
        {
            self.used.insert(id.to_lowercase());
        }
    }

    /// Puts unused definitions between pieces, as text.
    pub(crate) fn keep_unused(
        self,
        pieces: Vec<ParsedPiece>,
        lines: &LineStarts,
    ) -> Vec<ParsedPiece> {
        let unused = self.all.iter().filter(|definition| {
            !self.used.contains(&definition.label.to_lowercase()) && !definition.is_comment()
        });
        let mut unused = unused.map(|definition| definition.piece(lines)).peekable();
        let mut merged = Vec::with_capacity(pieces.len());
        for piece in pieces {
            while let Some(before) = unused.next_if(|unused| unused.line() < piece.line()) {
                merged.push(before);
            }
            merged.push(piece);
        }
        merged.extend(unused);
        merged
    }
}

impl Definition {
    /// Whether it is one of the ways to write a hidden comment: "[//]: # (words)".
    fn is_comment(&self) -> bool {
        !self.label.contains(char::is_alphanumeric)
            || self.label.eq_ignore_ascii_case("comment")
            || matches!(self.target.as_str(), "#" | "")
    }

    fn piece(&self, lines: &LineStarts) -> ParsedPiece {
        let words = format!("{}: {} {}", self.label, self.target, self.title);
        let text = Text::plain(clean::line(words.trim()));
        ParsedPiece::Block(Block::Paragraph(Paragraph { line: lines.at(self.start), text }))
    }
}
