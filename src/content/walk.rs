//! Every text of a document, to be changed in place.

use crate::model::{Block, Document, Table, Text};

/// Calls a function with the line and each text of a document, the titles of sections included.
pub(crate) fn texts(document: &mut Document, change: &mut impl FnMut(usize, &mut Text)) {
    document.preamble.iter_mut().for_each(|block| block_texts(block, change));
    for section in &mut document.sections {
        change(section.line, &mut section.title);
        section.blocks.iter_mut().for_each(|block| block_texts(block, change));
    }
}

/// Blocks never nest deeper than the parser's cap, so recursion is safe.
fn block_texts(block: &mut Block, change: &mut impl FnMut(usize, &mut Text)) {
    match block {
        Block::Paragraph(paragraph) => change(paragraph.line, &mut paragraph.text),
        Block::List(list) => {
            for item in &mut list.items {
                change(item.line, &mut item.text);
                item.blocks.iter_mut().for_each(|block| block_texts(block, change));
            }
        }
        Block::Table(table) => {
            table.columns.iter_mut().for_each(|column| change(table.line, &mut column.header));
            for row in &mut table.rows {
                row.cells.iter_mut().for_each(|cell| change(row.line, cell));
            }
        }
        Block::Quote(quote) => {
            quote.blocks.iter_mut().for_each(|block| block_texts(block, change));
        }
        Block::Code(_) | Block::Rule(_) | Block::Image(_) => {}
    }
}

/// Calls a function with each table of a document.
pub(crate) fn tables(document: &mut Document, change: &mut impl FnMut(&mut Table)) {
    document.preamble.iter_mut().for_each(|block| block_tables(block, change));
    let blocks = document.sections.iter_mut().flat_map(|section| &mut section.blocks);
    blocks.for_each(|block| block_tables(block, change));
}

fn block_tables(block: &mut Block, change: &mut impl FnMut(&mut Table)) {
    match block {
        Block::Table(table) => change(table),
        Block::List(list) => {
            let blocks = list.items.iter_mut().flat_map(|item| &mut item.blocks);
            blocks.for_each(|block| block_tables(block, change));
        }
        Block::Quote(quote) => {
            quote.blocks.iter_mut().for_each(|block| block_tables(block, change));
        }
        _ => {}
    }
}
