//! How much is said: words of texts, blocks and sections.

use crate::content::document::Draft;
use crate::model::{Block, Text};

/// How many words a document says, and where.
pub(super) struct Words {
    pub(super) all: usize,
    pub(super) preamble: usize,
    /// By section, its title aside.
    pub(super) own: Vec<usize>,
}

impl Words {
    pub(super) fn of(draft: &Draft) -> Self {
        let own: Vec<usize> =
            draft.sections.iter().map(|section| in_blocks(&section.blocks)).collect();
        let preamble = in_blocks(&draft.preamble);
        let titles: usize = draft.sections.iter().map(|section| in_text(&section.title)).sum();
        Self { all: preamble + titles + own.iter().sum::<usize>(), preamble, own }
    }

    /// What a section says with those inside it.
    pub(super) fn section(&self, draft: &Draft, number: usize) -> usize {
        let depth = draft.sections[number].depth;
        let inside = draft.sections.iter().zip(&self.own).skip(number + 1);
        let inside = inside.take_while(|(section, _)| section.depth > depth);
        self.own[number]
            + inside.map(|(section, words)| words + in_text(&section.title)).sum::<usize>()
    }
}

/// Words of a text; two characters of a script that sets no words apart are one.
pub(super) fn in_text(text: &Text) -> usize {
    text.spans.iter().map(|span| in_plain(&span.text)).sum()
}

pub(super) fn in_plain(text: &str) -> usize {
    if text.is_ascii() {
        let is_word = |word: &&[u8]| word.iter().any(u8::is_ascii_alphabetic);
        return text.as_bytes().split(|b| b.is_ascii_whitespace()).filter(is_word).count();
    }
    let dense = text.chars().filter(|c| *c >= '\u{2E80}').count();
    let is_word = |word: &&str| word.chars().any(char::is_alphabetic);
    text.split_whitespace().filter(is_word).count().max(dense / 2)
}

pub(super) fn in_blocks(blocks: &[Block]) -> usize {
    blocks.iter().map(in_block).sum()
}

fn in_block(block: &Block) -> usize {
    match block {
        Block::Paragraph(paragraph) => in_text(&paragraph.text),
        Block::List(list) => {
            list.items.iter().map(|item| in_text(&item.text) + in_blocks(&item.blocks)).sum()
        }
        Block::Table(table) => {
            let cells = table.rows.iter().flat_map(|row| &row.cells);
            cells.chain(table.columns.iter().map(|column| &column.header)).map(in_text).sum()
        }
        Block::Quote(quote) => in_blocks(&quote.blocks),
        Block::Code(code) => in_plain(&code.text),
        Block::Image(image) => in_plain(&image.alt),
        Block::Rule(_) => 0,
    }
}
