//! Tables and where they stand, and the sections that are made of their cells.

use crate::content::anchors::Anchors;
use crate::content::document::{Draft, one_line};
use crate::model::{Block, Section, SectionKind, Table, Text};

/// A table of a document.
#[derive(Clone, Copy)]
pub(crate) struct Found<'a> {
    pub(crate) table: &'a Table,
    /// The section it stands in.
    pub(crate) section: Option<usize>,
}

/// The sections around a table, from the outermost.
pub(crate) fn path(draft: &Draft, section: Option<usize>) -> Vec<usize> {
    let mut path: Vec<usize> = Vec::new();
    let Some(last) = section else { return path };
    for (at, section) in draft.sections.iter().enumerate().take(last + 1) {
        while path.pop_if(|above| draft.sections[*above].depth >= section.depth).is_some() {}
        path.push(at);
    }
    path
}

/// The title of the innermost section around all of some tables.
pub(crate) fn common_title(draft: &Draft, sections: &[Option<usize>]) -> Option<String> {
    let mut paths = sections.iter().map(|section| path(draft, *section));
    let mut common = paths.next()?;
    for path in paths {
        let shared = common.iter().zip(&path).take_while(|(a, b)| a == b).count();
        common.truncate(shared);
    }
    let last = draft.sections.get(*common.last()?)?;
    Some(one_line(&last.title.to_plain()))
}

/// Makes the sections of a role.
#[derive(Default)]
pub(crate) struct Sections {
    pub(crate) sections: Vec<Section>,
    anchors: Anchors,
}

impl Sections {
    /// Begins a section at a depth, one deeper than the last at most.
    pub(crate) fn open(&mut self, title: Text, depth: usize, line: usize) {
        let depth = depth.min(self.sections.last().map_or(1, |last| last.depth + 1)).max(1);
        let anchor = self.anchors.take(&title.to_plain());
        let level = u8::try_from(depth + 1).unwrap_or(6).min(6);
        let kind = SectionKind::Heading(level);
        self.sections.push(Section { title, kind, depth, anchor, line, blocks: Vec::new() });
    }

    /// Appends blocks to the last section, or to a preamble where there is none.
    pub(crate) fn push(&mut self, blocks: Vec<Block>, preamble: &mut Vec<Block>) {
        let target = self.sections.last_mut().map_or(preamble, |section| &mut section.blocks);
        for block in blocks {
            match (target.last_mut(), block) {
                (Some(Block::List(list)), Block::List(more)) if list.start == more.start => {
                    list.items.extend(more.items);
                }
                (_, block) => target.push(block),
            }
        }
    }
}
