//! The contents of the cells of a table, as blocks of a role.

use super::count::in_text;
use crate::lexicon::{LevelName, fold_space};
use crate::model::{Block, Item, List, Paragraph, SpanStyle, Text};

/// Signs that begin an item in a cell.
const BULLETS: [&str; 7] = ["• ", "- ", "– ", "* ", "· ", "☐ ", "☑ "];

/// The lines of a text.
pub(super) fn lines(text: &Text) -> Vec<Text> {
    let mut lines = vec![Text::default()];
    for span in text.spans() {
        for (i, part) in span.text.split('\n').enumerate() {
            if i > 0 {
                lines.push(Text::default());
            }
            if let Some(line) = lines.last_mut() {
                line.push(part, span.style, span.link);
            }
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// Whether a text has several lines.
pub(super) fn is_high(text: &Text) -> bool {
    text.as_str().contains('\n') && lines(text).len() > 1
}

/// The lines of a cell as items; lines without a bullet as paragraphs.
pub(super) fn blocks(cell: &Text, line: usize) -> Vec<Block> {
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

/// A key and the text of a cell, in one text.
pub(super) fn keyed(key: &str, cell: &Text) -> Text {
    let mut text = Text::default();
    if !key.is_empty() {
        text.push(key, SpanStyle { bold: true, ..SpanStyle::default() }, None);
        text.push(": ", SpanStyle::default(), None);
    }
    text.push_text(cell);
    text
}

fn new_item(text: Text, line: usize) -> Item {
    Item { line, checked: None, text, blocks: Vec::new() }
}

fn new_list(item: Item, line: usize) -> Block {
    Block::List(List { line, start: None, items: vec![item] })
}

/// Puts an item into the list inside another one. Deeper levels are merged into one: a cell is narrow.
fn nest(around: Option<&mut Item>, item: Item, line: usize) {
    let Some(around) = around else { return };
    match around.blocks.last_mut() {
        Some(Block::List(list)) => list.items.push(item),
        _ => around.blocks.push(new_list(item, line)),
    }
}

/// A line without its bullet, and its indentation.
fn without_bullet(text: &Text) -> Option<(usize, Text)> {
    let plain = text.as_str();
    let trimmed = plain.trim_start();
    let bullet = BULLETS.iter().find(|bullet| trimmed.starts_with(**bullet))?;
    let indent = plain.len() - trimmed.len();
    let rest = text.behind(indent + bullet.len());
    (!rest.is_empty()).then_some((indent, rest))
}

/// A text as a list of one item.
pub(super) fn item(text: Text, line: usize) -> Block {
    let item = Item { line, checked: None, text, blocks: Vec::new() };
    Block::List(List { line, start: None, items: vec![item] })
}

/// The words of a cell; marks and sums are not words.
pub(super) fn words_in(cell: &Text) -> usize {
    let is_word = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() > 2;
    let is_dense = |word: &str| word.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    let mut words = cell.as_str().split_whitespace();
    if words.any(|word| is_word(word) || is_dense(word)) { in_text(cell) } else { 0 }
}

/// How many of some cells are names of levels.
pub(super) fn share_of_names<'a>(cells: impl Iterator<Item = &'a Text>) -> f64 {
    let (mut all, mut named) = (0_usize, 0_usize);
    for cell in cells {
        all += 1;
        // A cell of many words has contents; no name is that long.
        let is_short = cell.as_str().len() < 60;
        let plain = if is_short { fold_space(cell.as_str()) } else { String::new() };
        let name = LevelName::read(&plain);
        named += usize::from(name.is_like() && name.words.len() <= 4);
    }
    if all == 0 { 0.0 } else { named as f64 / all as f64 }
}
