//! Levels as the bold words that paragraphs or items begin with: "**Senior**: owns a product."

use crate::content::document::{Draft, one_line};
use crate::content::levels;
use crate::content::shapes::found::common_title;
use crate::content::shapes::names::{is_proficiency_scale, level_names};
use crate::content::shapes::seen::{Seen, SeenRole, SeenTrack, upward};
use crate::model::{Block, Item, List, Origin, Paragraph, Text};

/// Fewer are a mention of roles.
const FEWEST: usize = 3;

/// The roles that are such paragraphs or items of one place in a document. The text stays where it
/// is: it is a list, and read as one.
pub(crate) fn recognise(draft: &Draft) -> Option<Seen> {
    let preamble = std::iter::once((None, draft.preamble.as_slice()));
    let sections = draft.sections.iter().enumerate();
    let sections = sections.map(|(at, section)| (Some(at), section.blocks.as_slice()));
    let mut tracks = Vec::new();
    for (section, blocks) in preamble.chain(sections) {
        let mut roles = in_paragraphs(blocks).or_else(|| in_lists(blocks)).unwrap_or_default();
        if !roles.is_empty() {
            upward(&mut roles);
            tracks.push(SeenTrack { title: common_title(draft, &[section]), roles });
        }
    }
    let first = tracks.first()?.roles.iter().map(|role| role.line).min()?;
    let count: usize = tracks.iter().map(|track| track.roles.len()).sum();
    let rule = format!("bold words that are levels: {count} from line {first}");
    Some(Seen { tracks, taken: vec![false; draft.sections.len()], rule })
}

/// Paragraphs that begin with a level, each with the blocks up to the next.
fn in_paragraphs(blocks: &[Block]) -> Option<Vec<SeenRole>> {
    let keyed = blocks.iter().enumerate().filter_map(|(at, block)| match block {
        Block::Paragraph(paragraph) => Some((at, key_and_rest(&paragraph.text)?)),
        _ => None,
    });
    let keyed: Vec<(usize, (String, Text))> = keyed.collect();
    let names = names(keyed.iter().map(|(_, (key, _))| key.as_str()))?;
    let starts: Vec<usize> = keyed.iter().map(|(at, _)| *at).collect();
    let ends = starts.iter().skip(1).copied().chain([blocks.len()]);
    let roles = keyed.into_iter().zip(ends).zip(names).map(|(((at, (_, rest)), end), name)| {
        let line = blocks.get(at).map_or(1, Block::line);
        let following = blocks.get(at + 1..end).unwrap_or_default();
        role(name, line, rest, following)
    });
    Some(roles.collect())
}

/// A list whose items begin with levels.
fn in_lists(blocks: &[Block]) -> Option<Vec<SeenRole>> {
    blocks.iter().find_map(|block| match block {
        Block::List(List { items, .. }) => in_items(items),
        _ => None,
    })
}

fn in_items(items: &[Item]) -> Option<Vec<SeenRole>> {
    let keyed: Option<Vec<(String, Text)>> =
        items.iter().map(|item| key_and_rest(&item.text)).collect();
    let keyed = keyed?;
    let names = names(keyed.iter().map(|(key, _)| key.as_str()))?;
    let roles = items.iter().zip(keyed).zip(names);
    Some(roles.map(|((item, (_, rest)), name)| role(name, item.line, rest, &item.blocks)).collect())
}

/// The names of levels, where all of several keys are.
fn names<'a>(keys: impl Iterator<Item = &'a str>) -> Option<Vec<String>> {
    let names: Vec<String> = level_names(keys).into_iter().collect::<Option<_>>()?;
    let is_ladder =
        names.len() >= FEWEST && !is_proficiency_scale(names.iter().map(String::as_str));
    is_ladder.then_some(names)
}

/// The bold words that a text begins with, and what follows them; all of it where all is bold.
fn key_and_rest(text: &Text) -> Option<(String, Text)> {
    let plain = text.to_plain();
    let is_bold = !text.is_empty() && text.spans.iter().all(|span| span.style.bold);
    if is_bold {
        let key = one_line(&plain);
        return Some((key.trim_end_matches([':', '：']).to_owned(), Text::default()));
    }
    let (key, mut skip) = text.key()?;
    let mut rest = Text::default();
    for span in &text.spans {
        let dropped = skip.min(span.text.len());
        skip -= dropped;
        if let Some(part) = span.text.get(dropped..) {
            rest.push(part, span.style, span.link.as_ref());
        }
    }
    Some((key, rest))
}

fn role(title: String, line: usize, rest: Text, following: &[Block]) -> SeenRole {
    let mut preamble = Vec::new();
    if !rest.is_empty() {
        preamble.push(Block::Paragraph(Paragraph { line, text: rest }));
    }
    preamble.extend(following.iter().cloned());
    SeenRole {
        origin: Origin::Heading,
        level: levels::level_code(&title),
        title,
        line,
        last_line: following.iter().map(Block::line).max().unwrap_or(line),
        anchor: None,
        preamble,
        sections: Vec::new(),
    }
}
