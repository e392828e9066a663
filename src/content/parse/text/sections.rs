//! Pieces in reading order, put into a title, a preamble and sections.

use crate::content::parse::text::anchors::Anchors;
use crate::content::parse::text::piece::ParsedPiece;
use crate::model::{Block, Section, SectionKind, Text};

/// The text of a document in its order.
#[derive(Debug, Default)]
pub(crate) struct DocumentText {
    /// The heading that is the title, and its line.
    pub(crate) title: Option<(Text, usize)>,
    pub(crate) preamble: Vec<Block>,
    pub(crate) sections: Vec<Section>,
}

/// Puts pieces into sections. `is_titled` means that the title of the document comes from elsewhere.
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
            // The text before the title is not a section of it.
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
    outline.sections.iter_mut().for_each(|section| section.blocks.shrink_to_fit());
    outline.sections.shrink_to_fit();
    outline
}

/// The piece that is the title: the first heading, if it is of the first level. If there is none, and no
/// other title is known, a heading of the second level with all others below it.
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
            // With nothing below it, it can also be the only section of an untitled document.
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

/// The depth of headings, whatever levels their author skips.
#[derive(Default)]
struct Depths {
    /// The levels of the headings around the position.
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

    /// A bold line nests in the heading above it; sibling bold lines have the same depth.
    fn bold(&self) -> usize {
        self.levels.len() + 1
    }
}

/// Real headings take their anchors first: only those exist elsewhere.
fn name_sections(outline: &mut DocumentText, title: Option<String>, given: Vec<Option<String>>) {
    let mut anchors = Anchors::default();
    match (title, &outline.title) {
        (Some(name), _) => drop(anchors.take_given(&name)),
        (None, Some((title, _))) => drop(anchors.take(title.as_str())),
        (None, None) => {}
    }
    for (section, given) in outline.sections.iter_mut().zip(given) {
        match given {
            Some(name) => section.anchor = anchors.take_given(&name),
            None if section.kind == SectionKind::Bold => {}
            None => section.anchor = anchors.take(section.title.as_str()),
        }
    }
    for section in outline.sections.iter_mut().filter(|section| section.anchor.is_empty()) {
        section.anchor = anchors.take(section.title.as_str());
    }
}
