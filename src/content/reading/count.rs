//! The amount of text: words of texts, blocks and sections.

use crate::content::parse::draft::Draft;
use crate::model::{Block, Text, walk};

/// The number of words of a document, by part.
pub(super) struct WordCounts {
    pub(super) all: usize,
    pub(super) preamble: usize,
    /// By section, without its title.
    pub(super) own: Vec<usize>,
}

impl WordCounts {
    pub(super) fn of(draft: &Draft) -> Self {
        let own: Vec<usize> =
            draft.sections.iter().map(|section| in_blocks(&section.blocks)).collect();
        let preamble = in_blocks(&draft.preamble);
        let titles: usize = draft.sections.iter().map(|section| in_text(&section.title)).sum();
        Self { all: preamble + titles + own.iter().sum::<usize>(), preamble, own }
    }

    /// The words of a section with those inside it.
    pub(super) fn section(&self, draft: &Draft, number: usize) -> usize {
        let depth = draft.sections[number].depth;
        let inside = draft.sections.iter().zip(&self.own).skip(number + 1);
        let inside = inside.take_while(|(section, _)| section.depth > depth);
        self.own[number]
            + inside.map(|(section, words)| words + in_text(&section.title)).sum::<usize>()
    }
}

/// The approximate number of words of a text: six bytes are one word, in Latin letters and in scripts
/// without spaces. Counting would cost a fifth of parsing, and nothing here depends on the exact number.
pub(super) fn in_text(text: &Text) -> usize {
    in_plain(text.as_str())
}

pub(super) fn in_plain(text: &str) -> usize {
    text.len().div_ceil(6)
}

pub(super) fn in_blocks(blocks: &[Block]) -> usize {
    let mut words = 0;
    for step in walk(blocks) {
        step.texts(&mut |_, text| words += in_text(text));
        words += step.plain().map_or(0, in_plain);
    }
    words
}
