//! A level in data, and its description as text.

use std::collections::HashSet;

use super::cells;
use super::count::in_plain;
use super::sections::Sections;
use crate::content::parse::data::tree::{Data, DataKey, DataNode};
use crate::content::source::path;
use crate::lexicon::list::{LEVEL_KEYS, NAME_KEYS, TEXT_KEYS, TOPIC_KEYS};
use crate::model::{Block, Item, List, Paragraph, Section, Text};

/// Keys by which levels refer to each other.
pub(super) const IDS: [&str; 3] = ["id", "key", "slug"];

/// A level, and the entries about it.
#[derive(Debug)]
pub(super) struct DataLevel<'a> {
    /// The name that entries use for it.
    pub(super) keys: Vec<String>,
    pub(super) title: String,
    /// Its code, if its title is different.
    pub(super) level: Option<String>,
    pub(super) line: usize,
    pub(super) entries: Vec<LevelEntry<'a>>,
}

/// An entry about a level.
#[derive(Debug)]
pub(super) struct LevelEntry<'a> {
    /// Its topic.
    pub(super) topic: Option<String>,
    pub(super) node: &'a DataNode,
    /// Whether it is one expectation, or a group of them.
    pub(super) is_item: bool,
}

impl DataLevel<'_> {
    /// The number of words of its description.
    pub(super) fn words(&self) -> usize {
        self.entries.iter().map(|entry| words_in(entry.node)).sum()
    }

    /// The number of topics with entries about it.
    pub(super) fn topics(&self) -> usize {
        self.entries.iter().filter_map(|entry| entry.topic.as_ref()).collect::<HashSet<_>>().len()
    }

    /// The line in which its last entry begins.
    pub(super) fn last_line(&self) -> usize {
        let lines = self.entries.iter().map(|entry| last_line(entry.node));
        lines.max().unwrap_or(self.line).max(self.line)
    }

    /// Its description, as blocks before sections, and sections.
    pub(super) fn text(&self) -> (Vec<Block>, Vec<Section>) {
        let mut sections = Sections::default();
        let mut preamble = Vec::new();
        let mut before: Option<&String> = None;
        for entry in &self.entries {
            if let Some(topic) = entry.topic.as_ref().filter(|topic| before != Some(topic)) {
                sections.open(Text::plain(topic.as_str()), 1, entry.node.line);
            }
            before = entry.topic.as_ref();
            if entry.is_item {
                let block = list(entry.node.line, vec![item(entry.node, entry.topic.is_some())]);
                sections.push(vec![block], &mut preamble);
            } else {
                let about = if entry.topic.is_some() { About::Topic } else { About::Level(self) };
                let depth = usize::from(entry.topic.is_some()) + 1;
                fill(entry.node, depth, &about, &mut sections, &mut preamble);
            }
        }
        (preamble, sections.sections)
    }

    /// Whether a key only repeats the name of the level.
    fn is_said_by(&self, key: &DataKey) -> bool {
        let name = key.name.to_lowercase();
        let names =
            NAME_KEYS.contains(&&*name) || IDS.contains(&&*name) || LEVEL_KEYS.contains(&&*name);
        let is_known = |text: &str| self.title == text || self.keys.iter().any(|key| key == text);
        names && key.value.text().is_some_and(is_known)
    }
}

/// The topic of a map in data.
enum About<'a> {
    Level(&'a DataLevel<'a>),
    /// The expectations of a level in a topic that already has a heading.
    Topic,
    Part,
}

/// Adds the contents of a map: maps, lists and texts as sections; before them the values without a name.
fn fill(
    node: &DataNode,
    depth: usize,
    about: &About<'_>,
    sections: &mut Sections,
    preamble: &mut Vec<Block>,
) {
    if !node.list().is_empty() {
        let items = node.list().iter().map(|node| item(node, false)).collect();
        sections.push(vec![list(node.line, items)], preamble);
    }
    let is_said = |key: &&DataKey| match about {
        About::Level(level) => level.is_said_by(key),
        About::Topic => LEVEL_KEYS.contains(&&*key.name.to_lowercase()),
        About::Part => false,
    };
    let mut keys: Vec<&DataKey> = node
        .keys()
        .iter()
        .filter(|key| !is_said(key) && !matches!(key.value.data, Data::Null))
        .collect();
    let is_sole = matches!(about, About::Topic) && keys.len() == 1;
    let place = |key: &&DataKey| {
        let name = key.name.to_lowercase();
        let is_text = key.value.text().is_some();
        match () {
            () if is_text && NAME_KEYS.contains(&&*name) && name != "summary" && name != "id" => 0,
            () if is_text && TEXT_KEYS.contains(&&*name) => 1,
            // Below a topic, the key only announces its expectations.
            () if matches!(about, About::Topic) && (is_sole || is_plain(&name)) => 2,
            () => 3,
        }
    };
    keys.sort_by_key(place);
    for key in keys {
        let is_named = place(&key) == 3;
        if is_named || matches!(key.value.data, Data::Map(_)) {
            sections.open(Text::plain(path::readable(&key.name)), depth, key.line);
        }
        match &key.value.data {
            Data::Null => {}
            Data::Text(_) => {
                let text = Text::plain(key.value.text().unwrap_or_default());
                let paragraph = Block::Paragraph(Paragraph { line: key.value.line, text });
                sections.push(vec![paragraph], preamble);
            }
            Data::List(nodes) => {
                let items = nodes.iter().map(|node| item(node, false)).collect();
                sections.push(vec![list(key.value.line, items)], preamble);
            }
            Data::Map(_) if depth < 5 => {
                fill(&key.value, depth + 1, &About::Part, sections, preamble);
            }
            Data::Map(_) => {
                let items = vec![item(&key.value, false)];
                sections.push(vec![list(key.value.line, items)], preamble);
            }
        }
    }
}

/// Whether a key does not name the topic of its value.
fn is_plain(name: &str) -> bool {
    TEXT_KEYS.contains(&name) || name.starts_with("example")
}

fn list(line: usize, items: Vec<Item>) -> Block {
    Block::List(List { line, start: None, items })
}

/// An expectation: its name, its own words, and illustrations below them. Examples are not expectations,
/// so they are paragraphs and not items. The level and the topic of an entry are elsewhere.
fn item(node: &DataNode, is_entry: bool) -> Item {
    let find = |keys: &[&str]| {
        let of = |name: &&str| node.keys().iter().find(|key| key.name.eq_ignore_ascii_case(name));
        keys.iter().find_map(|name| of(name).filter(|key| key.value.text().is_some()))
    };
    let name = find(&["name", "title", "label"]);
    let own = find(&TEXT_KEYS);
    let word = |key: Option<&DataKey>| key.and_then(|key| key.value.text().map(str::to_owned));
    let mut texts: Vec<(usize, Text)> = Vec::new();
    let line = own.or(name).map_or(node.line, |key| key.value.line);
    match (word(name), word(own)) {
        (Some(name), Some(own)) => texts.push((line, cells::keyed(&name, &Text::plain(own)))),
        (name, own) => texts.extend(name.or(own).map(|text| (line, Text::plain(text)))),
    }
    let topic = find(&TOPIC_KEYS).filter(|_| is_entry);
    let is_said = |key: &DataKey| {
        let same = |known: Option<&DataKey>| known.is_some_and(|known| std::ptr::eq(known, key));
        let is_level = is_entry && LEVEL_KEYS.contains(&&*key.name.to_lowercase());
        same(name) || same(own) || same(topic) || is_level
    };
    if node.keys().is_empty() {
        illustrate("", node, &mut texts);
    }
    for key in node.keys().iter().filter(|key| !is_said(key)) {
        let name = key.name.to_lowercase();
        if !IDS.contains(&&*name) {
            illustrate(&label("", key), &key.value, &mut texts);
        }
    }
    // An entry without other words has the name that others use for it.
    if let (true, Some(id)) = (texts.is_empty(), find(&IDS)) {
        illustrate("", &id.value, &mut texts);
    }
    let mut texts = texts.into_iter();
    let first = texts.next().map(|(_, text)| text).unwrap_or_default();
    let blocks = texts.map(|(line, text)| Block::Paragraph(Paragraph { line, text }));
    Item { line: node.line, checked: None, text: first, blocks: blocks.collect() }
}

/// Adds each text in data, after the keys that lead to it.
fn illustrate(key: &str, node: &DataNode, texts: &mut Vec<(usize, Text)>) {
    if let Some(text) = node.text() {
        texts.push((node.line, cells::keyed(key, &Text::plain(text))));
    }
    for (at, node) in node.list().iter().enumerate() {
        illustrate(if at == 0 { key } else { "" }, node, texts);
    }
    for inner in node.keys() {
        illustrate(&label(key, inner), &inner.value, texts);
    }
}

/// The name for the value of a key below another.
fn label(above: &str, key: &DataKey) -> String {
    match (above, is_plain(&key.name.to_lowercase())) {
        (above, true) => above.to_owned(),
        ("", false) => path::readable(&key.name),
        (above, false) => format!("{above} / {}", path::readable(&key.name)),
    }
}

/// The line of the last value in data.
fn last_line(node: &DataNode) -> usize {
    let mut last = node.line;
    let mut waiting = vec![node];
    while let Some(node) = waiting.pop() {
        last = last.max(node.line);
        waiting.extend(node.list());
        waiting.extend(node.keys().iter().map(|key| &key.value));
    }
    last
}

pub(super) fn words_in(node: &DataNode) -> usize {
    let mut words = 0;
    let mut waiting = vec![node];
    while let Some(node) = waiting.pop() {
        words += node.text().map_or(0, in_plain);
        waiting.extend(node.list());
        waiting.extend(node.keys().iter().map(|key| &key.value));
    }
    words
}

/// A whole data file as the description of one role.
pub(super) fn whole(tree: &DataNode, title: &str) -> (Vec<Block>, Vec<Section>) {
    let level = DataLevel {
        keys: Vec::new(),
        title: title.to_owned(),
        level: None,
        line: tree.line,
        entries: vec![LevelEntry { topic: None, node: tree, is_item: false }],
    };
    level.text()
}
