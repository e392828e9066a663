//! The one way through the contents of a document, including blocks inside items and quotes.

use std::slice::Iter;

use super::block::{Block, Item, Table};
use super::document::{Document, Section};
use super::ids::SectionId;
use super::text::Text;

/// A part of a document. The parts inside it follow it.
#[derive(Debug, Clone, Copy)]
pub enum Step<'a> {
    /// A section's heading.
    Section(SectionId, &'a Section),
    /// A block. The items of a list and the blocks of a quote follow by themselves.
    Block(&'a Block),
    /// An item of a list.
    Item(&'a Item),
}

impl<'a> Step<'a> {
    /// Calls a function with the line and each text of this step alone: a heading, a paragraph, an
    /// item's own words, the cells of a table.
    pub fn texts(self, visit: &mut impl FnMut(usize, &'a Text)) {
        match self {
            Self::Section(_, section) => visit(section.line, &section.title),
            Self::Item(item) => visit(item.line, &item.text),
            Self::Block(Block::Paragraph(paragraph)) => visit(paragraph.line, &paragraph.text),
            Self::Block(Block::Table(table)) => {
                table.columns.iter().for_each(|column| visit(table.line, &column.header));
                for row in &table.rows {
                    row.cells.iter().for_each(|cell| visit(row.line, cell));
                }
            }
            Self::Block(_) => {}
        }
    }

    /// The words of this step alone that are not in a text: code, and the description of a picture.
    #[must_use]
    pub fn plain(self) -> Option<&'a str> {
        match self {
            Self::Block(Block::Code(code)) => Some(&code.text),
            Self::Block(Block::Image(image)) => Some(&image.alt),
            _ => None,
        }
    }
}

/// A way through blocks, in reading order.
#[derive(Debug)]
pub struct Steps<'a> {
    open: Vec<Inside<'a>>,
}

#[derive(Debug)]
enum Inside<'a> {
    Blocks(Iter<'a, Block>),
    Items(Iter<'a, Item>),
}

/// Goes through blocks.
#[must_use]
pub fn walk(blocks: &[Block]) -> Steps<'_> {
    Steps { open: vec![Inside::Blocks(blocks.iter())] }
}

impl<'a> Iterator for Steps<'a> {
    type Item = Step<'a>;

    fn next(&mut self) -> Option<Step<'a>> {
        loop {
            let step = match self.open.last_mut()? {
                Inside::Blocks(blocks) => blocks.next().map(Step::Block),
                Inside::Items(items) => items.next().map(Step::Item),
            };
            match step {
                Some(Step::Block(Block::List(list))) => {
                    self.open.push(Inside::Items(list.items.iter()));
                }
                Some(Step::Block(Block::Quote(quote))) => {
                    self.open.push(Inside::Blocks(quote.blocks.iter()));
                }
                Some(Step::Item(item)) => self.open.push(Inside::Blocks(item.blocks.iter())),
                Some(_) => {}
                None => {
                    self.open.pop();
                    continue;
                }
            }
            return step;
        }
    }
}

impl Document {
    /// All parts of the document, in reading order.
    pub fn walk(&self) -> impl Iterator<Item = Step<'_>> {
        let sections = self.sections.iter().enumerate().flat_map(|(at, section)| {
            std::iter::once(Step::Section(SectionId(at), section)).chain(walk(&section.blocks))
        });
        walk(&self.preamble).chain(sections)
    }

    /// The words of the heading, item, paragraph, row or code that begins at a source line; the cells of a
    /// row have tabs between them.
    #[must_use]
    pub fn words_at(&self, line: usize) -> Option<String> {
        self.walk().find_map(|step| {
            if let Step::Block(Block::Code(code)) = step {
                return (code.line == line).then(|| code.text.clone());
            }
            let mut words = Vec::new();
            step.texts(&mut |at, text| words.extend((at == line).then(|| text.as_str())));
            (!words.is_empty()).then(|| words.join("\t"))
        })
    }

    /// Every list item, including nested ones, in reading order.
    #[must_use]
    pub fn items(&self) -> Vec<&Item> {
        let item = |step| if let Step::Item(item) = step { Some(item) } else { None };
        self.walk().filter_map(item).collect()
    }

    /// Every table, including those in quotes and items, in reading order.
    #[must_use]
    pub fn tables(&self) -> Vec<&Table> {
        let table =
            |step| if let Step::Block(Block::Table(table)) = step { Some(table) } else { None };
        self.walk().filter_map(table).collect()
    }

    /// Calls a function with every part of the document, to change it in place.
    pub fn walk_mut(&mut self, visit: &mut impl FnMut(StepMut<'_>)) {
        walk_mut(&mut self.preamble, visit);
        for section in &mut self.sections {
            visit(StepMut::Section(section));
            walk_mut(&mut section.blocks, visit);
        }
    }

    /// Calls a function with the line and each text of the document, to change it in place.
    pub fn texts_mut(&mut self, change: &mut impl FnMut(usize, &mut Text)) {
        self.walk_mut(&mut |step| match step {
            StepMut::Section(section) => change(section.line, &mut section.title),
            StepMut::Item(item) => change(item.line, &mut item.text),
            StepMut::Block(Block::Paragraph(paragraph)) => {
                change(paragraph.line, &mut paragraph.text);
            }
            StepMut::Block(Block::Table(table)) => {
                table.columns.iter_mut().for_each(|column| change(table.line, &mut column.header));
                for row in &mut table.rows {
                    row.cells.iter_mut().for_each(|cell| change(row.line, cell));
                }
            }
            StepMut::Block(_) => {}
        });
    }
}

/// A part of a document that can be changed.
#[derive(Debug)]
pub enum StepMut<'a> {
    /// A section's heading.
    Section(&'a mut Section),
    /// A block.
    Block(&'a mut Block),
    /// An item of a list.
    Item(&'a mut Item),
}

/// Calls a function with every part of some blocks, to change it in place. Blocks never nest deeper
/// than the cap of the parser, so recursion is safe.
pub fn walk_mut(blocks: &mut [Block], visit: &mut impl FnMut(StepMut<'_>)) {
    for block in blocks {
        visit(StepMut::Block(block));
        match block {
            Block::List(list) => {
                for item in &mut list.items {
                    visit(StepMut::Item(item));
                    walk_mut(&mut item.blocks, visit);
                }
            }
            Block::Quote(quote) => walk_mut(&mut quote.blocks, visit),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{List, Paragraph, Quote};

    fn paragraph(line: usize) -> Block {
        Block::Paragraph(Paragraph { line, text: Text::plain("p") })
    }

    fn item(line: usize, blocks: Vec<Block>) -> Item {
        Item { line, checked: None, text: Text::plain("i"), blocks }
    }

    #[test]
    fn what_is_inside_comes_behind_what_it_is_in() {
        let items = vec![item(2, vec![paragraph(3)]), item(4, Vec::new())];
        let list = Block::List(List { line: 2, start: None, items });
        let quote = Block::Quote(Quote { line: 1, callout: None, blocks: vec![list] });
        let mut document = Document { preamble: vec![quote, paragraph(5)], ..Document::default() };
        let mut lines = Vec::new();
        document.walk().for_each(|step| step.texts(&mut |line, _| lines.push(line)));
        assert_eq!(lines, [2, 3, 4, 5]);
        document.texts_mut(&mut |line, text| {
            lines.retain(|it| *it != line);
            *text = Text::plain("new");
        });
        assert!(lines.is_empty());
        assert!(document.items().iter().all(|item| item.text == Text::plain("new")));
    }
}
