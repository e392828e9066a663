//! The lists of links on index pages: they name documents and give their order.

use std::collections::{HashMap, HashSet};

use crate::content::links::targets::{LinkTarget, Targets};
use crate::content::parse::draft::{Draft, DraftPart};
use crate::content::source::path;
use crate::lexicon;
use crate::lexicon::fold_space;
use crate::model::{Block, Text};

/// The documents that one document links to, each once, in reading order.
#[derive(Debug)]
pub(crate) struct LinkList {
    /// The document that holds the links.
    pub(crate) from: usize,
    pub(crate) links: Vec<Listed>,
    /// How many links it has in total, including links to other places.
    pub(crate) total: usize,
}

/// A document that a list links to.
#[derive(Debug)]
pub(crate) struct Listed {
    pub(crate) document: usize,
    /// The text of the link.
    pub(crate) name: String,
    /// What is above the link: a heading, the column of a table, or the item around it.
    pub(crate) under: String,
}

/// The link lists of the documents that can be an index.
pub(crate) fn read(drafts: &[Draft], targets: &Targets) -> Vec<LinkList> {
    let folders: HashSet<&str> = drafts.iter().map(Draft::folder).collect();
    let pages =
        drafts.iter().enumerate().filter(|(_, draft)| !matches!(draft.part, DraftPart::Role(_)));
    let lists = pages.filter(|(_, draft)| {
        let beside = path::join(draft.folder(), draft.stem()).unwrap_or_default();
        lexicon::is_index(draft.stem())
            || folders.contains(beside.as_str())
            || lexicon::is_page_name(draft.stem())
    });
    lists
        .map(|(from, draft)| {
            let (links, total) = links(from, draft, targets);
            LinkList { from, links, total }
        })
        .filter(|list| !list.links.is_empty())
        .collect()
}

fn links(from: usize, draft: &Draft, targets: &Targets) -> (Vec<Listed>, usize) {
    let mut found = Vec::new();
    draft.preamble.iter().for_each(|block| collect(block, false, "", &mut found));
    for section in &draft.sections {
        let under = fold_space(section.title.as_str());
        section.blocks.iter().for_each(|block| collect(block, false, &under, &mut found));
    }
    // A list gives an order; links in running text come in the order of the sentence.
    let in_lists = found.iter().filter(|found| found.in_list).count();
    found.retain(|found| found.in_list || in_lists < 2);
    let total = found.len();
    let mut links: Vec<Listed> = Vec::new();
    let mut seen = HashSet::new();
    for FoundLink { target, name, under, .. } in found {
        // Some authors link to their own pages by their address on the host.
        let target = hosted(&target).map_or(target.as_str(), |path| path);
        if let LinkTarget::Document(document, None) = targets.find(&draft.file, target)
            && document != from
            && seen.insert(document)
        {
            links.push(Listed { document, name, under });
        }
    }
    (links, total)
}

/// The path in its repository of a page whose address on a host is given, from the root.
fn hosted(target: &str) -> Option<&str> {
    let rest = target.strip_prefix("https://")?;
    let at = ["/blob/", "/tree/"].iter().find_map(|part| Some(rest.find(part)? + part.len()))?;
    let path = &rest[at..];
    path.find('/').map(|at| &path[at..]).filter(|path| path.len() > 1)
}

/// A link, its target, and its position.
struct FoundLink {
    target: String,
    name: String,
    under: String,
    in_list: bool,
}

fn collect(block: &Block, in_list: bool, under: &str, found: &mut Vec<FoundLink>) {
    match block {
        Block::Paragraph(paragraph) => text(&paragraph.text, in_list, under, found),
        Block::List(list) => {
            for item in &list.items {
                let before = found.len();
                text(&item.text, true, under, found);
                if item.blocks.is_empty() {
                    continue;
                }
                // An item without a link is a heading for the items inside it.
                let own = fold_space(item.text.as_str());
                let under = if found.len() == before { own.as_str() } else { under };
                item.blocks.iter().for_each(|block| collect(block, true, under, found));
            }
        }
        Block::Table(table) => {
            let columns = table.columns.iter().map(|column| fold_space(column.header.as_str()));
            let columns: Vec<String> = columns.collect();
            for row in &table.rows {
                for (cell, column) in row.cells.iter().zip(&columns) {
                    text(cell, true, column, found);
                }
            }
        }
        Block::Quote(quote) => {
            quote.blocks.iter().for_each(|block| collect(block, in_list, under, found));
        }
        Block::Code(_) | Block::Rule(_) | Block::Image(_) => {}
    }
}

fn text(text: &Text, in_list: bool, under: &str, found: &mut Vec<FoundLink>) {
    let mut before: Option<&str> = None;
    for span in text.spans() {
        let target = span.link.map(|link| link.target.as_str());
        match (target, found.last_mut()) {
            // A link in several styles is one link.
            (Some(target), Some(last)) if before == Some(target) => last.name.push_str(span.text),
            (Some(target), _) => found.push(FoundLink {
                target: target.to_owned(),
                name: span.text.to_owned(),
                under: under.to_owned(),
                in_list,
            }),
            (None, _) => {}
        }
        before = target;
    }
}

/// The names that lists give to documents, the first of each.
pub(crate) fn names(lists: &[LinkList]) -> HashMap<usize, String> {
    let mut names: HashMap<usize, &str> = HashMap::new();
    for listed in lists.iter().flat_map(|list| &list.links) {
        names.entry(listed.document).or_insert(&listed.name);
    }
    names.into_iter().filter_map(|(document, name)| Some((document, called(name)?))).collect()
}

/// A name without the number that some authors put before it.
fn called(name: &str) -> Option<String> {
    let unnumbered = name.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
    let name = match unnumbered.strip_prefix(['.', ')']) {
        Some(rest) => rest,
        None => name,
    };
    Some(fold_space(name)).filter(|name| !name.is_empty() && !path::is_document(name))
}
