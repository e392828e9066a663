//! Blocks and sections of documents that a report makes itself.

use crate::model::{Block, Column, Item, List, Paragraph, Row, Section, SectionKind, Table, Text};

pub(crate) fn paragraph(words: &str) -> Block {
    Block::Paragraph(Paragraph { line: 1, text: Text::plain(words) })
}

/// A list of texts; `None` if there is none.
pub(crate) fn list(texts: impl Iterator<Item = Text>) -> Option<Block> {
    let item = |text| Item { line: 1, checked: None, text, blocks: Vec::new() };
    let items: Vec<Item> = texts.map(item).collect();
    (!items.is_empty()).then_some(Block::List(List { line: 1, start: None, items }))
}

pub(crate) fn table(columns: Vec<Column>, rows: Vec<Row>) -> Block {
    Block::Table(Table { line: 1, columns, rows })
}

pub(crate) fn column(header: &str) -> Column {
    Column { header: Text::plain(header), ..Column::default() }
}

pub(crate) fn row<const N: usize>(cells: [&str; N]) -> Row {
    Row { line: 1, cells: cells.map(Text::plain).into() }
}

/// A section of this depth, 1 for the outermost.
pub(crate) fn section(title: Text, depth: u8, blocks: Vec<Block>) -> Section {
    Section {
        title,
        kind: SectionKind::Heading(depth + 1),
        depth: depth.into(),
        anchor: String::new(),
        line: 1,
        blocks,
    }
}
