//! Every text of a document, with its line.

use crate::lexicon::TAKEN_OVER;
use crate::model::{Block, Document, Ladder, Text};

/// The documents that the ladder's authors wrote: licences and the like are taken over as they are.
pub(crate) fn authored(ladder: &Ladder) -> impl Iterator<Item = &Document> {
    let is_taken_over = |document: &Document| {
        let name = document.file.rsplit('/').next().unwrap_or_default().to_lowercase();
        TAKEN_OVER.iter().any(|taken| name.starts_with(taken))
    };
    ladder.documents().map(|(_, document)| document).filter(move |it| !is_taken_over(it))
}

/// Calls a function with the line and each text of a document, headings included.
pub(crate) fn texts<'a>(document: &'a Document, visit: &mut impl FnMut(usize, &'a Text)) {
    document.preamble.iter().for_each(|block| block_texts(block, visit));
    for section in &document.sections {
        visit(section.line, &section.title);
        section.blocks.iter().for_each(|block| block_texts(block, visit));
    }
}

/// Blocks never nest deeper than the parser's cap, so recursion is safe.
fn block_texts<'a>(block: &'a Block, visit: &mut impl FnMut(usize, &'a Text)) {
    match block {
        Block::Paragraph(paragraph) => visit(paragraph.line, &paragraph.text),
        Block::List(list) => {
            for item in &list.items {
                visit(item.line, &item.text);
                item.blocks.iter().for_each(|block| block_texts(block, visit));
            }
        }
        Block::Table(table) => {
            table.columns.iter().for_each(|column| visit(table.line, &column.header));
            for row in &table.rows {
                row.cells.iter().for_each(|cell| visit(row.line, cell));
            }
        }
        Block::Quote(quote) => quote.blocks.iter().for_each(|block| block_texts(block, visit)),
        Block::Code(_) | Block::Rule(_) | Block::Image(_) => {}
    }
}

/// The letters and digits of a text, in small letters: what is left of a heading in any site's
/// anchors.
pub(crate) fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
