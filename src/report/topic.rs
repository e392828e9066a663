//! A topic of a comparison: its headings, which of its rows are shown, and what replaces the others.

use super::folds::Folds;
use super::only::Only;
use super::pair::PairReport;
use super::reasons::{is_unlike, reasons, unlike};
use super::week::week_words;
use crate::compare::{Elsewhere, Kind, Topic};

/// A topic of a comparison.
#[derive(Debug, Clone)]
pub struct TopicReport<'a> {
    /// Its kind, its headings, and all of its pairs.
    pub topic: &'a Topic,
    /// How deep it nests, 1 for the outermost; one more under the heading over the rest of a page.
    pub depth: usize,
    /// How many of the texts that are shown differ, inner topics counted.
    pub differences: usize,
    /// How many items are folded, all of them unchanged; `None` if it is not folded.
    pub folded: Option<usize>,
    /// The pairs that are shown.
    pub pairs: Vec<PairReport<'a>>,
    /// How many pairs are not shown.
    pub left_out: usize,
    /// The topics inside it that are shown.
    pub topics: Vec<TopicReport<'a>>,
}

impl<'a> TopicReport<'a> {
    /// The topics that are shown of some.
    pub(super) fn all(
        topics: impl IntoIterator<Item = &'a Topic>,
        depth: usize,
        only: Only,
        folds: Folds<'_>,
    ) -> Vec<Self> {
        let shown = topics.into_iter().filter(|topic| only.shows_topic(topic));
        shown.map(|topic| Self::new(topic, depth, only, folds)).collect()
    }

    fn new(topic: &'a Topic, depth: usize, only: Only, folds: Folds<'_>) -> Self {
        let folded = folds.folds(topic).then(|| topic.counts().same);
        // What is unfolded again is open to its depth.
        let folds = if folded.is_some() { Folds::default() } else { folds.inside(topic) };
        let told_once = unlike(topic.pairs.iter().map(|pair| &*pair.why)).is_some();
        let shown = topic.pairs.iter().filter(|pair| only.shows(pair));
        let hours = topic.week().and_then(|week| week.scale());
        let pairs = shown.map(|pair| {
            let has_no_why = told_once && is_unlike(&pair.why);
            PairReport { pair, has_no_why, hours }
        });
        let pairs: Vec<PairReport<'a>> = pairs.collect();
        Self {
            topic,
            depth,
            differences: match only {
                Only::All => topic.counts().differences(),
                _ => only.count(topic),
            },
            folded,
            left_out: topic.pairs.len() - pairs.len(),
            pairs,
            topics: Self::all(&topic.topics, depth + 1, only, folds),
        }
    }

    /// How many pairs are left out that both sides have alike; none if others are left out too.
    #[must_use]
    pub fn same_left_out(&self) -> usize {
        let same = self.topic.pairs.iter().filter(|pair| pair.kind == Kind::Same).count();
        if self.left_out == same { same } else { 0 }
    }

    /// Whether both sides say the same in it.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.topic.kind == Kind::Same && self.topic.counts().differences() == 0
    }

    /// Its heading, or those of both sides if they differ.
    #[must_use]
    pub fn headings(&self) -> Vec<&'a str> {
        let [left, right] =
            [&self.topic.left, &self.topic.right].map(|it| it.as_ref().map(|it| it.text.as_str()));
        match (left, right) {
            (Some(left), Some(right)) if left != right => vec![left, right],
            (left, right) => vec![right.or(left).unwrap_or(&self.topic.title)],
        }
    }

    /// The page of the table, if an author compared the two sides in a table.
    #[must_use]
    pub fn origin(&self) -> Option<String> {
        self.topic.origin()
    }

    /// Why its two sections correspond, or the only one is unmatched.
    #[must_use]
    pub fn why(&self) -> Option<String> {
        reasons(&self.topic.why)
    }

    /// That nothing comes near several of its texts, which have no reason of their own then.
    #[must_use]
    pub fn unlike(&self) -> Option<String> {
        unlike(self.topic.pairs.iter().map(|pair| &*pair.why))
    }

    /// Under which other headings its numbers occur too. They are compared only here.
    #[must_use]
    pub fn elsewhere(&self) -> Option<String> {
        let mut places: Vec<(&[String], Vec<&str>)> = Vec::new();
        for (pair, key) in self.pairs.iter().filter_map(|it| Some((it.pair, it.key()?))) {
            let Elsewhere::Also(titles) = &pair.elsewhere else { continue };
            match places.iter_mut().find(|(known, _)| known == titles) {
                Some((_, keys)) => keys.push(key),
                None => places.push((titles, vec![key])),
            }
        }
        let said = |(titles, keys): &(&[String], Vec<&str>)| {
            let verb = if keys.len() == 1 { "is" } else { "are" };
            format!("{} {verb} also under {}", keys.join(", "), titles.join(", "))
        };
        let said: Vec<String> = places.iter().map(said).collect();
        (!said.is_empty()).then(|| said.join("; "))
    }

    /// The sum of its hours on either side, if it describes a week.
    #[must_use]
    pub fn week_words(&self) -> Option<String> {
        self.topic.week().map(|week| week_words(&week))
    }
}
