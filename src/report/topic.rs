//! A topic of a comparison: its headings, which of its rows are shown, and what is said in place of
//! the others.

use super::folds::Folds;
use super::pair::PairReport;
use super::reasons::{is_unlike, reasons, unlike};
use crate::compare::{Kind, Topic, Week};

/// A topic of a comparison.
#[derive(Debug, Clone)]
pub struct TopicReport<'a> {
    /// Its kind, its headings, and all of its pairs.
    pub topic: &'a Topic,
    /// How deep it nests, 1 for the outermost; one more under the heading over the rest of a page.
    pub depth: usize,
    /// How many texts differ, inner topics counted.
    pub differences: usize,
    /// How many texts are folded away, all of them the same; `None` where it is not folded.
    pub folded: Option<usize>,
    /// The pairs that are shown.
    pub pairs: Vec<PairReport<'a>>,
    /// How many pairs are left out, since they are the same.
    pub left_out: usize,
    /// The topics inside it that are shown.
    pub topics: Vec<TopicReport<'a>>,
}

impl<'a> TopicReport<'a> {
    /// The topics that are shown of some.
    pub(super) fn all(
        topics: impl IntoIterator<Item = &'a Topic>,
        depth: usize,
        only_differences: bool,
        folds: Folds<'_>,
    ) -> Vec<Self> {
        let shown = topics.into_iter().filter(|topic| !only_differences || !is_same(topic));
        shown.map(|topic| Self::new(topic, depth, only_differences, folds)).collect()
    }

    fn new(topic: &'a Topic, depth: usize, only_differences: bool, folds: Folds<'_>) -> Self {
        let folded = folds.folds(topic).then(|| topic.counts().same);
        // What is unfolded again is open to its depth.
        let folds = if folded.is_some() { Folds::default() } else { folds.inside(topic) };
        let told_once = unlike(topic).is_some();
        let shown = topic.pairs.iter().filter(|it| !only_differences || it.kind != Kind::Same);
        let pairs = shown.map(|pair| PairReport { pair, has_no_why: told_once && is_unlike(pair) });
        let pairs: Vec<PairReport<'a>> = pairs.collect();
        Self {
            topic,
            depth,
            differences: topic.counts().differences(),
            folded,
            left_out: topic.pairs.len() - pairs.len(),
            pairs,
            topics: Self::all(&topic.topics, depth + 1, only_differences, folds),
        }
    }

    /// Whether both sides say the same in it.
    #[must_use]
    pub fn is_same(&self) -> bool {
        is_same(self.topic)
    }

    /// Its heading, or those of both sides where they differ.
    #[must_use]
    pub fn headings(&self) -> Vec<&'a str> {
        let [left, right] =
            [&self.topic.left, &self.topic.right].map(|it| it.as_ref().map(|it| it.text.as_str()));
        match (left, right) {
            (Some(left), Some(right)) if left != right => vec![left, right],
            (left, right) => vec![right.or(left).unwrap_or(&self.topic.title)],
        }
    }

    /// Whose word it is, where it is a table that an author wrote about the two sides.
    #[must_use]
    pub fn origin(&self) -> Option<String> {
        self.topic.origin()
    }

    /// Why its two sections correspond, or the only one stands alone.
    #[must_use]
    pub fn why(&self) -> Option<String> {
        reasons(&self.topic.why)
    }

    /// That nothing comes near several of its texts, which have no reason of their own then.
    #[must_use]
    pub fn unlike(&self) -> Option<String> {
        unlike(self.topic)
    }

    /// The week that it describes. Its numbers are told together, and not with each pair.
    #[must_use]
    pub fn week(&self) -> Option<Week> {
        self.topic.week()
    }
}

fn is_same(topic: &Topic) -> bool {
    topic.kind == Kind::Same && topic.counts().differences() == 0
}
