//! Names at the beginning of paragraphs and items: "**Senior**: owns a product.", "A **Senior** can:".

use memchr::memchr_iter;

use super::count::{in_blocks, in_text};
use super::tree::Lead;
use crate::lexicon::{LevelName, fold_space, may_have_code};
use crate::model::{Block, Item, List, Text};

/// A longer beginning is not a name.
const LONGEST: usize = 70;

/// Names of siblings.
pub(super) struct Leads<'a> {
    pub(super) leads: Vec<LeadingName<'a>>,
    pub(super) is_paragraphs: bool,
    /// Whether one of them is named like a level.
    pub(super) is_likely: bool,
    /// Whether a numbered list continues the numbers of the list before.
    pub(super) goes_on: bool,
}

/// A paragraph or item, with the name at its beginning.
pub(super) struct LeadingName<'a> {
    pub(super) title: String,
    pub(super) line: usize,
    pub(super) words: usize,
    pub(super) lead: Lead<'a>,
}

/// The names at the beginning of paragraphs, and of the items of each list.
pub(super) fn read<'a>(blocks: &'a [Block]) -> Vec<Leads<'a>> {
    let mut found = vec![in_paragraphs(blocks)];
    found.extend(blocks.iter().filter_map(|block| match block {
        Block::List(list) => Some(in_list(list)),
        _ => None,
    }));
    found.retain(|leads| !leads.leads.is_empty());
    for list in &mut found {
        list.is_likely = list.leads.iter().any(|lead| LevelName::read(&lead.title).is_like());
    }
    found
}

/// Paragraphs that begin with a name, each with the blocks up to the next.
fn in_paragraphs(blocks: &[Block]) -> Leads<'_> {
    let starts: Vec<(usize, (String, Text))> = blocks
        .iter()
        .enumerate()
        .filter_map(|(at, block)| match block {
            Block::Paragraph(paragraph) => Some((at, name_and_rest(&paragraph.text)?)),
            _ => None,
        })
        .collect();
    let ends: Vec<usize> = starts.iter().skip(1).map(|(at, _)| *at).chain([blocks.len()]).collect();
    let leads = starts.into_iter().zip(ends).map(|((at, (title, rest)), end)| {
        let following = blocks.get(at + 1..end).unwrap_or_default();
        let line = blocks.get(at).map_or(1, Block::line);
        named(title, line, rest, following)
    });
    Leads { leads: leads.collect(), is_paragraphs: true, is_likely: false, goes_on: false }
}

/// Items that begin with a name; none if a list also has others.
fn in_list<'a>(list: &'a List) -> Leads<'a> {
    let leads = list.items.iter().map(|item| {
        let (title, rest) = name_and_rest(&item.text).or_else(|| short(item))?;
        Some(named(title, item.line, rest, &item.blocks))
    });
    let leads: Option<Vec<LeadingName<'_>>> = leads.collect();
    let goes_on = list.start.is_some_and(|start| start > 1);
    let leads = leads.unwrap_or_default();
    Leads { leads, is_paragraphs: false, is_likely: false, goes_on }
}

/// A short item with more below it, or with a level code.
fn short(item: &Item) -> Option<(String, Text)> {
    let has_more = !item.blocks.is_empty();
    if !has_more && item.text.links().next().is_some() {
        return None;
    }
    let text = item.text.as_str();
    if text.len() > 2 * LONGEST || !has_more && !may_have_code(text) {
        return None;
    }
    let text = fold_space(text);
    let is_name = text.len() <= LONGEST && (has_more || LevelName::read(&text).code.is_some());
    is_name.then(|| (text.trim_end_matches(':').to_owned(), Text::default()))
}

fn named(title: String, line: usize, rest: Text, blocks: &[Block]) -> LeadingName<'_> {
    let words = in_text(&rest) + in_blocks(blocks);
    LeadingName { title, line, words, lead: Lead { rest, blocks } }
}

/// The name at the beginning of a text, and the text after it: bold words and a mark, all of it if all is
/// bold, words before a colon, or the only bold words of a text that ends in a colon.
fn name_and_rest(text: &Text) -> Option<(String, Text)> {
    if text.is_empty() {
        return None;
    }
    let has_bold = text.spans().any(|span| span.style.bold);
    if has_bold && text.is_bold() {
        return Some((
            fold_space(text.as_str()).trim_end_matches([':', '：']).to_owned(),
            Text::default(),
        ));
    }
    if has_bold && let Some((key, at)) = text.key() {
        return Some((key, text.behind(at)));
    }
    let plain = text.as_str();
    let mut bold = text.spans().filter(|span| span.style.bold);
    if let (Some(only), None) = (bold.next(), bold.next())
        && plain.trim_end().ends_with(':')
        && plain.len() <= 2 * LONGEST
    {
        return Some((fold_space(only.text), Text::default()));
    }
    let start = &plain.as_bytes()[..plain.len().min(LONGEST + 2)];
    let at = memchr_iter(b':', start).find(|at| start.get(at + 1) == Some(&b' '))?;
    Some((fold_space(&plain[..at]), text.behind(at + 2)))
}
