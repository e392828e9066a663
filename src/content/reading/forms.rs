//! Levels in data: topics with levels in them, levels with expectations, or both in separate lists.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::count::in_plain;
use super::level::{DataLevel, LevelEntry, words_in};
use crate::content::parse::data::tree::{Data, DataKey, DataNode};
use crate::content::source::path;
use crate::lexicon::list::{LEVEL_KEYS, NAME_KEYS, TOPIC_KEYS};
use crate::lexicon::{LevelName, seniority};

/// The place of the levels of a file.
const DECLARED: [&str; 4] = ["levels", "roles", "grades", "bands"];

/// The greatest depth of levels in data.
const DEPTH: usize = 3;

/// Sibling levels in data.
pub(super) struct Form<'a> {
    /// The data around them, if it is not the whole file.
    pub(super) title: Option<String>,
    pub(super) levels: Vec<DataLevel<'a>>,
    /// Whether a key says that they are levels.
    pub(super) is_said: bool,
}

/// The levels in data, by their parent.
pub(super) fn levels(tree: &DataNode) -> Vec<Form<'_>> {
    let mut forms = Vec::new();
    collect(tree, None, DEPTH, &mut forms);
    forms
}

fn collect<'a>(tree: &'a DataNode, title: Option<String>, depth: usize, forms: &mut Vec<Form<'a>>) {
    if let Some(levels) = levels_in(tree) {
        let is_said = of_topics(tree).is_some() || with_entries(tree).is_some() || is_listed(tree);
        forms.push(Form { title, levels, is_said });
    } else if depth > 0 {
        for key in tree.keys() {
            collect(&key.value, Some(path::readable(&key.name)), depth - 1, forms);
        }
        for node in tree.list() {
            collect(node, node.words(&NAME_KEYS).map(str::to_owned), depth - 1, forms);
        }
    }
}

/// Whether data lists its levels: then that order counts.
fn is_listed(tree: &DataNode) -> bool {
    tree.first(&DECLARED).is_some_and(|levels| levels.list().len() > 1)
}

fn levels_in(tree: &DataNode) -> Option<Vec<DataLevel<'_>>> {
    let levels = of_topics(tree).or_else(|| with_entries(tree)).or_else(|| of_own(tree));
    let mut levels = levels.filter(|levels| levels.len() > 1)?;
    if !is_listed(tree) {
        climb(&mut levels);
    }
    Some(levels)
}

/// Sorts levels that are in no meaningful order: by their numbers, or by seniority if all of them have
/// one.
fn climb(levels: &mut [DataLevel<'_>]) {
    let name =
        |level: &DataLevel<'_>| LevelName::read(level.level.as_deref().unwrap_or(&level.title));
    let names: Vec<Arc<LevelName>> = levels.iter().map(name).collect();
    let prefix = |name: &LevelName| name.code.as_ref().map(|code| code.prefix.clone());
    if names.iter().all(|name| name.code.is_some())
        && names.iter().all(|other| prefix(other) == prefix(&names[0]))
    {
        levels.sort_by_cached_key(|level| name(level).number());
    } else if names.iter().all(|name| name.has_seniority || name.has_noun) {
        levels.sort_by_cached_key(|level| (seniority(&level.title), name(level).number()));
    }
}

/// The lists directly in data, or the data itself if it is a list.
fn lists(tree: &DataNode) -> impl Iterator<Item = &[DataNode]> {
    let inside = tree.keys().iter().map(|key| key.value.list());
    std::iter::once(tree.list()).chain(inside).filter(|list| !list.is_empty())
}

/// `topics: [{name, content: [{level, criteria}]}]`: a list of topics, each with a list of levels.
fn of_topics(tree: &DataNode) -> Option<Vec<DataLevel<'_>>> {
    let topics = lists(tree).find(|list| list.iter().any(|topic| leveled(topic).is_some()))?;
    let mut levels = DataLevels::default();
    for topic in topics {
        let name = topic.words(&NAME_KEYS).map(str::to_owned);
        for entry in leveled(topic).unwrap_or_default() {
            let Some(key) = entry.words(&LEVEL_KEYS) else { continue };
            let level = levels.find_or_add(key, entry.line);
            level.entries.push(LevelEntry { topic: name.clone(), node: entry, is_item: false });
        }
    }
    let mut levels = levels.levels;
    // Not every topic begins with the first level.
    let number = |level: &DataLevel<'_>| level.keys.first().and_then(|key| key.parse::<u32>().ok());
    if is_listed(tree) {
        let listed = DataLevels::of(tree.first(&DECLARED)?.list().iter().map(declared_level));
        let place = |level: &DataLevel<'_>| {
            level.keys.iter().filter_map(|key| listed.places.get(key)).min().copied()
        };
        levels.sort_by_cached_key(|level| place(level).unwrap_or(usize::MAX));
    } else if levels.iter().all(|level| number(level).is_some()) {
        levels.sort_by_key(number);
    }
    Some(levels)
}

/// The list of a topic whose entries have a level each.
fn leveled(topic: &DataNode) -> Option<&[DataNode]> {
    let lists = topic.keys().iter().map(|key| key.value.list());
    let is_leveled = |list: &&[DataNode]| {
        !list.is_empty() && list.iter().all(|entry| entry.words(&LEVEL_KEYS).is_some())
    };
    lists.into_iter().find(is_leveled)
}

/// Levels, each with the name that entries use for it.
#[derive(Default)]
struct DataLevels<'a> {
    levels: Vec<DataLevel<'a>>,
    places: HashMap<String, usize>,
}

impl<'a> DataLevels<'a> {
    fn of(levels: impl Iterator<Item = DataLevel<'a>>) -> Self {
        let mut found = Self::default();
        levels.for_each(|level| found.add(level));
        found
    }

    /// Adds a level; a key of two levels means the first.
    fn add(&mut self, level: DataLevel<'a>) {
        for key in &level.keys {
            self.places.entry(key.clone()).or_insert(self.levels.len());
        }
        self.levels.push(level);
    }

    fn find_or_add(&mut self, key: &str, line: usize) -> &mut DataLevel<'a> {
        let at = self.places.get(key).copied().unwrap_or_else(|| {
            let is_number = key.chars().all(char::is_numeric);
            let title = if is_number { format!("Level {key}") } else { key.to_owned() };
            let keys = vec![key.to_owned()];
            self.add(DataLevel { keys, title, level: None, line, entries: Vec::new() });
            self.levels.len() - 1
        });
        &mut self.levels[at]
    }
}

/// `levels: [{id, name}], competencies: [{level, summary}]`: levels, and a list of expectations at
/// each.
fn with_entries(tree: &DataNode) -> Option<Vec<DataLevel<'_>>> {
    let declared = tree.first(&DECLARED).map(DataNode::list);
    let is_entry = |node: &DataNode| node.words(&LEVEL_KEYS).is_some();
    let entries = lists(tree).find(|list| list.iter().filter(|node| is_entry(node)).count() > 1)?;
    // A node with a level of its own and a name is the level itself.
    let own: Vec<&str> = entries.iter().filter_map(|entry| entry.words(&LEVEL_KEYS)).collect();
    let are_levels = own.iter().collect::<HashSet<_>>().len() == own.len();
    let is_apart = declared.is_some_and(|declared| !std::ptr::eq(declared, entries));
    if !is_apart && are_levels && entries.iter().all(|entry| title_of(entry).is_some()) {
        return None;
    }
    let mut levels = DataLevels::of(declared.unwrap_or_default().iter().map(declared_level));
    let mut sorted: Vec<(usize, &DataNode, Option<String>)> = Vec::new();
    let mut topics: HashMap<&str, (usize, &str)> = HashMap::new();
    for (place, (ids, name)) in lists(tree).flatten().filter_map(named).enumerate() {
        for id in ids {
            topics.entry(id).or_insert((place, name));
        }
    }
    for entry in entries.iter().filter(|node| is_entry(node)) {
        let topic = entry.words(&TOPIC_KEYS);
        let known = topic.and_then(|topic| topics.get(topic));
        let name = known.map(|(_, name)| *name).or(topic);
        let place = known.map_or(usize::MAX, |(place, _)| *place);
        sorted.push((place, entry, name.map(str::to_owned)));
    }
    sorted.sort_by_key(|(place, _, _)| *place);
    for (_, entry, topic) in sorted {
        let key = entry.words(&LEVEL_KEYS).unwrap_or_default();
        let level = levels.find_or_add(key, entry.line);
        level.entries.push(LevelEntry { topic, node: entry, is_item: true });
    }
    Some(levels.levels)
}

/// The names by which others refer to a node, and its own name.
fn named(node: &DataNode) -> Option<(Vec<&str>, &str)> {
    // A node with a level of its own is an entry, not the subject of entries.
    if node.words(&LEVEL_KEYS).is_some() {
        return None;
    }
    let name = node.words(&["name", "title", "label"])?;
    let ids = [node.words(&["id", "key", "slug"]), Some(name)];
    Some((ids.into_iter().flatten().collect(), name))
}

fn declared_level(node: &DataNode) -> DataLevel<'_> {
    let names = ["id", "key", "slug", "name", "title", "label", "level"];
    let mut keys: Vec<String> =
        names.iter().filter_map(|key| node.words(&[key])).map(str::to_owned).collect();
    keys.extend(node.text().map(str::to_owned));
    let title = title_of(node).or_else(|| node.words(&["id", "level"])).or_else(|| node.text());
    let title = title.unwrap_or("Level").to_owned();
    // A short id is a name that people use.
    let id = || node.words(&["id", "key", "slug"]).filter(|id| id.len() <= 12);
    let level = node.words(&LEVEL_KEYS).or_else(id);
    let level = level.filter(|level| *level != title).map(str::to_owned);
    let said = LevelEntry { topic: None, node, is_item: false };
    let entries = if node.keys().is_empty() { Vec::new() } else { vec![said] };
    DataLevel { keys, title, level, line: node.line, entries }
}

/// The name of a node: the value of a key for names, or of a key that ends like one ("professionalTitle").
fn title_of(node: &DataNode) -> Option<&str> {
    let ends = |key: &&DataKey| {
        let name = key.name.to_lowercase();
        (name.ends_with("title") || name.ends_with("name")) && key.value.text().is_some()
    };
    node.words(&["name", "title", "label"])
        .or_else(|| node.keys().iter().find(ends).and_then(|key| key.value.text()))
}

/// `levels: [{name, …}]` or `{L1: {…}, L2: {…}}`: levels that hold their expectations.
fn of_own(tree: &DataNode) -> Option<Vec<DataLevel<'_>>> {
    let declared = tree.first(&DECLARED);
    let maps = declared.unwrap_or(tree).list();
    let is_full = |node: &&DataNode| {
        title_of(node).or_else(|| node.words(&NAME_KEYS)).is_some() && node.keys().len() > 1
    };
    if maps.len() > 1 && maps.iter().filter(is_full).count() * 2 > maps.len() {
        return Some(maps.iter().map(declared_level).collect());
    }
    let keyed = declared.unwrap_or(tree).keys();
    let is_level = |key: &&DataKey| {
        is_content(&key.value) && !holds_levels(&key.value) && LevelName::read(&key.name).is_like()
    };
    let found: Vec<&DataKey> = keyed.iter().filter(is_level).collect();
    let ranked = found.iter().filter(|key| LevelName::read(&key.name).is_ranked()).count();
    (ranked > 1 && found.len() * 2 > keyed.len()).then(|| {
        let level = |key: &&'_ DataKey| (key.name.clone(), key.line);
        let named = found.iter().map(|key| (level(key), &key.value));
        let levels = named.map(|((name, line), node)| DataLevel {
            title: node.words(&["title", "name"]).map_or(name.clone(), str::to_owned),
            level: Some(name.clone()).filter(|_| node.words(&["title", "name"]).is_some()),
            keys: vec![name],
            line,
            entries: vec![LevelEntry { topic: None, node, is_item: false }],
        });
        levels.collect()
    })
}

/// Whether a value is a list of things with names: then its key names what they are.
fn holds_levels(node: &DataNode) -> bool {
    node.list().len() > 1
        && node.list().iter().all(|node| title_of(node).is_some() && node.keys().len() > 1)
}

/// Whether a value holds expectations and not a setting.
fn is_content(node: &DataNode) -> bool {
    match &node.data {
        Data::List(nodes) => !nodes.is_empty(),
        Data::Map(keys) => !keys.is_empty(),
        Data::Text(_) | Data::Null => false,
    }
}

/// Whether data has contents besides its levels and its name.
pub(super) fn says_more(tree: &DataNode) -> bool {
    let levels: usize =
        levels(tree).iter().flat_map(|form| &form.levels).map(DataLevel::words).sum();
    let name = tree.words(&NAME_KEYS).map_or(0, in_plain);
    words_in(tree) > levels + name
}
