//! Pieces in reading order, put into a title, a preamble and sections.

use crate::content::parse::text::anchors::Anchors;
use crate::content::parse::text::piece::ParsedPiece;
use crate::model::{Block, Section, SectionKind, Text};

/// A document's text in its order.
#[derive(Debug, Default)]
pub(crate) struct DocumentText {
    /// The heading that is the title, and its line.
    pub(crate) title: Option<(Text, usize)>,
    pub(crate) preamble: Vec<Block>,
    pub(crate) sections: Vec<Section>,
}

/// Puts pieces into sections. `is_titled` says that the document has a title elsewhere.
pub(crate) fn assemble(pieces: Vec<ParsedPiece>, is_titled: bool) -> DocumentText {
    let title_at = title_at(&pieces, is_titled);
    let mut outline = DocumentText::default();
    let mut given = Vec::new();
    let mut title_anchor = None;
    let mut depths = Depths::default();
    for (i, piece) in pieces.into_iter().enumerate() {
        match piece {
            ParsedPiece::Heading { text, line, anchor, .. } if Some(i) == title_at => {
                title_anchor = anchor;
                outline.title = Some((text, line));
            }
            ParsedPiece::Heading { text, line, level, anchor } => {
                let depth = depths.heading(level);
                given.push(anchor);
                outline.sections.push(section(text, line, SectionKind::Heading(level), depth));
            }
            // What stands before the title is no section of it.
            ParsedPiece::Bold { text, line } if title_at.is_none_or(|title| i > title) => {
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

/// Which of some pieces is the title: the first heading, where it is of the first level. Where none
/// is, and no other title is known, a heading of the second level that all others stand below.
fn title_at(pieces: &[ParsedPiece], is_titled: bool) -> Option<usize> {
    let mut headings = pieces.iter().enumerate().filter_map(|(at, piece)| match piece {
        ParsedPiece::Heading { level, text, .. } => Some((at, *level, text)),
        _ => None,
    });
    let (at, level, text) = headings.next()?;
    let mut below = headings.map(|(_, level, _)| level).peekable();
    let is_title = match level {
        1 => true,
        2 => {
            // With nothing below it, it may as well be the one section of an untitled document.
            let is_bold = |piece: &ParsedPiece| matches!(piece, ParsedPiece::Bold { .. });
            let leads = below.peek().is_some() || pieces.iter().skip(at).any(is_bold);
            !is_titled && leads && below.all(|level| level > 2)
        }
        _ => false,
    };
    (is_title && !text.is_empty()).then_some(at)
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
fn name_sections(outline: &mut DocumentText, title: Option<String>, given: Vec<Option<String>>) {
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
