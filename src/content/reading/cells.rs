//! What stands in the cells of a table, as blocks of a role.

use crate::model::{Block, Item, List, Paragraph, SpanStyle, Text};

/// Signs that begin an item in a cell.
const BULLETS: [&str; 7] = ["• ", "- ", "– ", "* ", "· ", "☐ ", "☑ "];

/// Whether a text has a word that is more than a mark, a sum or a currency.
pub(crate) fn is_worded(text: &str) -> bool {
    let is_word = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() > 3;
    text.split_whitespace().any(is_word) || text.chars().any(|c| c >= '\u{2E80}')
}

/// The lines of a text.
pub(crate) fn lines(text: &Text) -> Vec<Text> {
    let mut lines = vec![Text::default()];
    for span in &text.spans {
        for (i, part) in span.text.split('\n').enumerate() {
            if i > 0 {
                lines.push(Text::default());
            }
            if let Some(line) = lines.last_mut() {
                line.push(part, span.style, span.link.as_ref());
            }
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// A cell's lines as items, those without a bullet as paragraphs.
pub(crate) fn blocks(cell: &Text, line: usize) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for text in lines(cell) {
        match (without_bullet(&text), blocks.last_mut()) {
            (Some((0, item)), Some(Block::List(list))) => list.items.push(new_item(item, line)),
            (Some((_, inner)), Some(Block::List(list))) => {
                nest(list.items.last_mut(), new_item(inner, line), line);
            }
            (Some((_, item)), _) => blocks.push(new_list(new_item(item, line), line)),
            (None, _) => blocks.push(Block::Paragraph(Paragraph { line, text })),
        }
    }
    blocks
}

/// A key and what a cell says of it, in one text.
pub(crate) fn keyed(key: &str, cell: &Text) -> Text {
    let mut text = Text::default();
    if !key.is_empty() {
        text.push(key, SpanStyle { bold: true, ..SpanStyle::default() }, None);
        text.push(": ", SpanStyle::default(), None);
    }
    cell.spans.iter().for_each(|span| text.push(&span.text, span.style, span.link.as_ref()));
    text
}

fn new_item(text: Text, line: usize) -> Item {
    Item { line, checked: None, text, blocks: Vec::new() }
}

fn new_list(item: Item, line: usize) -> Block {
    Block::List(List { line, start: None, items: vec![item] })
}

/// Puts an item into the list inside another one. Deeper levels are kept on one: a cell is narrow.
fn nest(around: Option<&mut Item>, item: Item, line: usize) {
    let Some(around) = around else { return };
    match around.blocks.last_mut() {
        Some(Block::List(list)) => list.items.push(item),
        _ => around.blocks.push(new_list(item, line)),
    }
}

/// A line without its bullet, and how far it is indented.
fn without_bullet(text: &Text) -> Option<(usize, Text)> {
    let plain = text.to_plain();
    let trimmed = plain.trim_start();
    let bullet = BULLETS.iter().find(|bullet| trimmed.starts_with(**bullet))?;
    let indent = plain.len() - trimmed.len();
    let mut skip = indent + bullet.len();
    let mut rest = Text::default();
    for span in &text.spans {
        let dropped = skip.min(span.text.len());
        skip -= dropped;
        if let Some(part) = span.text.get(dropped..) {
            rest.push(part, span.style, span.link.as_ref());
        }
    }
    (!rest.is_empty()).then_some((indent, rest))
}
