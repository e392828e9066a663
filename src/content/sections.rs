//! Pieces in reading order, put into a title, a preamble and sections.

use crate::content::anchors::Anchors;
use crate::content::piece::Piece;
use crate::model::{Block, Section, SectionKind, Text};

/// A document's text in its order.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    /// The first heading, where it is of the first level: the title and its line.
    pub(crate) title: Option<(Text, usize)>,
    pub(crate) preamble: Vec<Block>,
    pub(crate) sections: Vec<Section>,
}

/// Puts pieces into sections.
pub(crate) fn assemble(pieces: Vec<Piece>) -> Outline {
    let first = pieces.iter().enumerate().find(|(_, piece)| matches!(piece, Piece::Heading { .. }));
    let title_at = match first {
        Some((at, Piece::Heading { level: 1, text, .. })) if !text.is_empty() => Some(at),
        _ => None,
    };
    let mut outline = Outline::default();
    let mut given = Vec::new();
    let mut title_anchor = None;
    let mut depths = Depths::default();
    for (i, piece) in pieces.into_iter().enumerate() {
        match piece {
            Piece::Heading { text, line, anchor, .. } if Some(i) == title_at => {
                title_anchor = anchor;
                outline.title = Some((text, line));
            }
            Piece::Heading { text, line, level, anchor } => {
                let depth = depths.heading(level);
                given.push(anchor);
                outline.sections.push(section(text, line, SectionKind::Heading(level), depth));
            }
            // What stands before the title is no section of it.
            Piece::Bold { text, line } if title_at.is_none_or(|title| i > title) => {
                let depth = depths.bold();
                given.push(None);
                outline.sections.push(section(text, line, SectionKind::Bold, depth));
            }
            piece => {
                let blocks = match outline.sections.last_mut() {
                    Some(section) => &mut section.blocks,
                    None => &mut outline.preamble,
                };
                blocks.push(piece.into_block());
            }
        }
    }
    name_sections(&mut outline, title_anchor, given);
    outline
}

fn section(title: Text, line: usize, kind: SectionKind, depth: usize) -> Section {
    Section { title, kind, depth, anchor: String::new(), line, blocks: Vec::new() }
}

/// How deep headings nest, whatever levels their author skips.
#[derive(Default)]
struct Depths {
    /// The levels of the headings around the place.
    levels: Vec<u8>,
}

impl Depths {
    fn heading(&mut self, level: u8) -> usize {
        while self.levels.last().is_some_and(|around| *around >= level) {
            self.levels.pop();
        }
        self.levels.push(level);
        self.levels.len()
    }

    /// A bold line nests in the heading above; others beside it.
    fn bold(&self) -> usize {
        self.levels.len() + 1
    }
}

/// Real headings take their anchors first: only those exist elsewhere.
fn name_sections(outline: &mut Outline, title: Option<String>, given: Vec<Option<String>>) {
    let mut anchors = Anchors::default();
    match (title, &outline.title) {
        (Some(name), _) => drop(anchors.take_given(&name)),
        (None, Some((title, _))) => drop(anchors.take(&title.to_plain())),
        (None, None) => {}
    }
    for (section, given) in outline.sections.iter_mut().zip(given) {
        match given {
            Some(name) => section.anchor = anchors.take_given(&name),
            None if section.kind == SectionKind::Bold => {}
            None => section.anchor = anchors.take(&section.title.to_plain()),
        }
    }
    for section in outline.sections.iter_mut().filter(|section| section.anchor.is_empty()) {
        section.anchor = anchors.take(&section.title.to_plain());
    }
}
