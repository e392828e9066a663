//! Which topics are worth tracing: first those that most levels mention, and of these first those with
//! numbers.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use super::trace::Traceable;
use crate::compare::{Levels, Thread, TopicAlias};
use crate::model::{Block, DocumentId, Ladder, Step, Text, Track, TrackId};
use crate::search;

/// What can be traced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedTopic<'a> {
    /// What it is.
    pub traced: Traceable,
    /// What to call it; if others go by the same name and say something else, with the heading around
    /// it.
    pub name: Vec<&'a str>,
    /// The headings around it that the name does not say.
    pub around: Vec<&'a str>,
    /// How many levels speak of it.
    pub speakers: usize,
    /// Whether most levels state a number.
    pub has_numbers: bool,
}

impl OfferedTopic<'_> {
    /// How many of the levels speak of it, and whether in numbers.
    #[must_use]
    pub fn reach(&self, levels: &Levels) -> String {
        let Self { speakers, has_numbers, .. } = self;
        let lead = if matches!(self.traced, Traceable::Alias(_)) { "mentioned in " } else { "" };
        let numbers = if *has_numbers { ", with numbers" } else { "" };
        format!("{lead}{speakers} of {} levels{numbers}", levels.subjects.len())
    }

    /// Other names of it.
    #[must_use]
    pub fn other_names(&self) -> Vec<&'static str> {
        self.aliases().into_iter().flat_map(TopicAlias::names).collect()
    }

    /// Those of the topics with several names that it is called by.
    fn aliases(&self) -> Vec<TopicAlias> {
        self.name.last().into_iter().flat_map(|name| TopicAlias::found(name)).collect()
    }
}

/// What can be traced, the most useful first, each of them once.
#[must_use]
pub fn offered_topics(levels: &Levels) -> Vec<OfferedTopic<'_>> {
    let mut by_name: HashMap<String, Vec<Thread>> = HashMap::new();
    for thread in levels.threads() {
        by_name.entry(levels.name(thread).to_lowercase()).or_default().push(thread);
    }
    let mut offered: Vec<(OfferedTopic<'_>, Thread)> = Vec::new();
    for threads in by_name.into_values() {
        let distinct = levels.distinct(&threads);
        let named = if distinct.len() == 1 { 1 } else { 2 };
        let offer = |thread: Thread| (offer(levels, thread, named), thread);
        offered.extend(distinct.iter().map(|(thread, _)| offer(*thread)));
    }
    // What many levels say and none has a topic for.
    let is_topic = |alias: TopicAlias| {
        offered.iter().any(|(it, _)| it.speakers > 1 && alias.is_in(it.name.last().unwrap_or(&"")))
    };
    let said = levels.aliases().into_iter().filter(|(alias, _)| !is_topic(*alias));
    let said: Vec<_> = said.map(|(alias, speakers)| said_topic(alias, speakers)).collect();
    let last = Thread { topic: levels.topics.len(), row: None };
    offered.extend(said.into_iter().map(|offer| (offer, last)));
    offered.sort_by_key(|(it, at)| (Reverse(it.speakers), !it.has_numbers, *at));
    offered.into_iter().map(|(it, _)| it).collect()
}

fn said_topic<'a>(alias: TopicAlias, speakers: usize) -> OfferedTopic<'a> {
    OfferedTopic {
        traced: Traceable::Alias(alias),
        name: vec![alias.title()],
        around: Vec::new(),
        speakers,
        has_numbers: false,
    }
}

/// A topic or row, with so many of its headings in its name.
fn offer(levels: &Levels, thread: Thread, named: usize) -> OfferedTopic<'_> {
    let mut around = levels.path(thread);
    let name = around.split_off(around.len().saturating_sub(named));
    OfferedTopic {
        traced: Traceable::Thread(thread),
        name,
        around,
        speakers: levels.speakers(thread),
        has_numbers: has_numbers(levels, thread),
    }
}

/// How often the roles of each track mention the topics with several names.
#[derive(Debug)]
pub struct MentionedTopics(Vec<BTreeMap<TopicAlias, usize>>);

impl MentionedTopics {
    /// Counts what the tracks of a ladder mention.
    #[must_use]
    pub fn new(ladder: &Ladder) -> Self {
        let count = |track: &Track| {
            let mut counts = BTreeMap::new();
            for role in &track.roles {
                let mentioned = ladder.role(*role).document.walk().flat_map(said_in);
                mentioned.for_each(|alias| *counts.entry(alias).or_default() += 1);
            }
            counts
        };
        Self(ladder.tracks.par_iter().map(count).collect())
    }

    /// Topics with several names that only other tracks mention, each with the track that mentions it most.
    #[must_use]
    pub fn elsewhere(
        &self,
        track: TrackId,
        offered: &[OfferedTopic<'_>],
    ) -> Vec<(TopicAlias, TrackId)> {
        let own: BTreeSet<TopicAlias> = offered.iter().flat_map(OfferedTopic::aliases).collect();
        let mut most: BTreeMap<TopicAlias, (usize, TrackId)> = BTreeMap::new();
        for (at, counts) in self.0.iter().enumerate().filter(|(at, _)| TrackId(*at) != track) {
            for (alias, count) in counts.iter().filter(|(alias, _)| !own.contains(alias)) {
                let here = (*count, TrackId(at));
                most.entry(*alias).and_modify(|it| *it = here.max(*it)).or_insert(here);
            }
        }
        most.into_iter().map(|(alias, (_, track))| (alias, track)).collect()
    }
}

/// The topics with several names that a step through a document mentions.
fn said_in(step: Step<'_>) -> Vec<TopicAlias> {
    let texts: Vec<&Text> = match step {
        Step::Section(_, section) => vec![&section.title],
        Step::Item(item) => vec![&item.text],
        Step::Block(Block::Paragraph(paragraph)) => vec![&paragraph.text],
        Step::Block(Block::Table(table)) => table.rows.iter().flat_map(|row| &row.cells).collect(),
        Step::Block(_) => Vec::new(),
    };
    let found = |text: &Text| TopicAlias::found(text.as_str()).collect::<Vec<_>>();
    texts.into_iter().flat_map(found).collect()
}

/// The best trace of a topic with several names: the topic or row that most levels have, else all items
/// that mention it.
#[must_use]
pub fn traceable(levels: &Levels, alias: TopicAlias) -> Traceable {
    let called = levels.called(alias).into_iter().map(|thread| (levels.speakers(thread), thread));
    let most = called.max_by_key(|(speakers, thread)| (*speakers, Reverse(*thread)));
    let thread = most.map(|(_, thread)| thread).filter(|thread| levels.is_common(*thread));
    thread.map_or(Traceable::Alias(alias), Traceable::Thread)
}

/// Whether a row states numbers, or of a topic a row with a key does.
fn has_numbers(levels: &Levels, thread: Thread) -> bool {
    let rows = levels.rows(thread);
    let mut keyed = rows.iter().filter(|(_, row)| thread.row.is_some() || row.key.is_some());
    keyed.any(|(_, row)| row.cells.count() > 1 && !row.series().is_empty())
}

/// The headings of roles and the keys of their items and rows, those of most roles first: names that a
/// shell can offer without aligning the levels.
#[must_use]
pub fn topic_names(ladder: &Ladder) -> Vec<String> {
    let mut roles_with: HashMap<String, usize> = HashMap::new();
    let mut names: Vec<(String, String)> = Vec::new();
    for role in &ladder.roles {
        let mut of_role = BTreeSet::new();
        for name in role.document.walk().flat_map(names_in) {
            let lower = name.to_lowercase();
            if !of_role.insert(lower.clone()) {
                continue;
            }
            let count = roles_with.entry(lower.clone()).or_default();
            *count += 1;
            if *count == 1 {
                names.push((lower, name));
            }
        }
    }
    names.sort_by_key(|(lower, _)| Reverse(roles_with.get(lower).copied()));
    names.into_iter().map(|(_, name)| name).collect()
}

/// A topic that several levels of a track have a heading for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedTopic {
    /// Its name.
    pub name: String,
    /// How many levels have it.
    pub levels: usize,
    /// Its track.
    pub track: TrackId,
    /// A document with its heading, and the line of it.
    pub document: DocumentId,
    /// The line of the heading.
    pub line: usize,
}

/// The topics of a track by their headings, those of most levels first, without aligning the levels.
#[must_use]
pub fn shared_topics(ladder: &Ladder, track: TrackId) -> Vec<SharedTopic> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut topics: Vec<SharedTopic> = Vec::new();
    for role in &ladder.track(track).roles {
        let document = DocumentId::Role(*role);
        let mut of_role = BTreeSet::new();
        for section in &ladder.role(*role).document.sections {
            let name = section.title.as_str().trim().replace('\n', " ");
            let lower = name.to_lowercase();
            if name.is_empty() || !of_role.insert(lower.clone()) {
                continue;
            }
            let place = *places.entry(lower).or_insert_with(|| {
                let line = section.line;
                topics.push(SharedTopic { name, levels: 0, track, document, line });
                topics.len() - 1
            });
            topics[place].levels += 1;
        }
    }
    topics.retain(|topic| topic.levels > 1);
    topics.sort_by_key(|topic| Reverse(topic.levels));
    topics
}

/// The most letters of the name of a topic that someone would type.
const TYPED: usize = 48;

/// The heading or keys at a step through a document.
fn names_in(step: Step<'_>) -> Vec<String> {
    let names = match step {
        Step::Section(_, section) => vec![section.title.as_str().to_owned()],
        Step::Item(item) => item.text.key().map(|(key, _)| key).into_iter().collect(),
        Step::Block(Block::Table(table)) => table
            .rows
            .iter()
            .filter_map(|row| row.cells.first())
            .map(|cell| cell.as_str().to_owned())
            .collect(),
        Step::Block(_) => Vec::new(),
    };
    let is_name = |name: &String| !name.is_empty() && name.chars().count() <= TYPED;
    names.into_iter().filter(is_name).collect()
}

/// Names of topics in some tracks that are similar to the name that was asked for, else all names; each
/// once.
pub(super) fn offered_names<'a>(
    tracks: impl Iterator<Item = &'a Levels>,
    asked: &str,
) -> Vec<&'a str> {
    let all = tracks.flat_map(offered_topics);
    let mut offered: Vec<OfferedTopic<'_>> =
        all.filter(|it| matches!(it.traced, Traceable::Thread(_))).collect();
    offered.sort_by_key(|it| (Reverse(it.speakers), !it.has_numbers));
    let mut names: Vec<&str> = Vec::new();
    for name in offered.iter().filter_map(|it| it.name.last()) {
        if !names.contains(name) {
            names.push(name);
        }
    }
    // A few letters are in any name somewhere, in this order; many are in any sentence.
    let typed = asked.chars().count();
    let near = match typed {
        0..=3 => Vec::new(),
        _ => search::rank(asked, names.iter().copied()),
    };
    let near = near.iter().filter(|ranked| ranked.is_compact(typed));
    let near: Vec<&str> = near.map(|ranked| names[ranked.index]).collect();
    if near.is_empty() { names } else { near }
}
