//! Sections that are made from the description of a role.

use crate::content::parse::text::anchors::Anchors;
use crate::model::{Block, Section, SectionKind, StepMut, Text, walk_mut};

/// Makes the sections of a role.
#[derive(Default)]
pub(super) struct Sections {
    pub(super) sections: Vec<Section>,
    anchors: Anchors,
}

impl Sections {
    /// Begins a section at a depth, at most one deeper than the last.
    pub(super) fn open(&mut self, title: Text, depth: usize, line: usize) {
        let depth = depth.min(self.sections.last().map_or(1, |last| last.depth + 1)).max(1);
        let anchor = self.anchors.take(title.as_str());
        let level = u8::try_from(depth + 1).unwrap_or(6).min(6);
        let kind = SectionKind::Heading(level);
        self.sections.push(Section { title, kind, depth, anchor, line, blocks: Vec::new() });
    }

    /// Appends blocks to the last section, or to a preamble if there is none.
    pub(super) fn push(&mut self, blocks: Vec<Block>, preamble: &mut Vec<Block>) {
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

    /// Gives everything one line: text from another file has no line in this file.
    pub(super) fn move_to(&mut self, line: usize, preamble: &mut [Block]) {
        walk_mut(preamble, &mut |step| move_to(line, step));
        for section in &mut self.sections {
            section.line = line;
            walk_mut(&mut section.blocks, &mut |step| move_to(line, step));
        }
    }

    /// Appends unchanged sections below a depth.
    pub(super) fn extend(&mut self, sections: Vec<Section>, depth: usize) {
        for section in sections {
            self.open(section.title, section.depth + depth, section.line);
            if let Some(last) = self.sections.last_mut() {
                last.kind = section.kind;
                last.blocks = section.blocks;
            }
        }
    }
}

fn move_to(line: usize, step: StepMut<'_>) {
    match step {
        StepMut::Item(item) => item.line = line,
        StepMut::Section(section) => section.line = line,
        StepMut::Block(block) => match block {
            Block::Paragraph(paragraph) => paragraph.line = line,
            Block::List(list) => list.line = line,
            Block::Table(table) => {
                table.line = line;
                table.rows.iter_mut().for_each(|row| row.line = line);
            }
            Block::Quote(quote) => quote.line = line,
            Block::Code(code) => code.line = line,
            Block::Rule(rule) => rule.line = line,
            Block::Image(image) => image.line = line,
        },
    }
}

/// Sections as outermost ones: their depths begin at 1 and increase one at a time.
pub(super) fn rerooted<'a>(sections: impl Iterator<Item = &'a Section>) -> Vec<Section> {
    let mut around: Vec<usize> = Vec::new();
    sections
        .map(|section| {
            while around.last().is_some_and(|depth| *depth >= section.depth) {
                around.pop();
            }
            around.push(section.depth);
            Section { depth: around.len(), ..section.clone() }
        })
        .collect()
}
