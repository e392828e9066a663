//! A comparison: what is counted, what the summary says, and which topics are shown in which order.

use super::folds::Folds;
use super::only::Only;
use super::reasons::reasons;
use super::topic::TopicReport;
use super::words::{is_left_out, more_items, way_up_title};
use crate::compare::{Comparison, Counts, Highlight, Kind, Topic, UNCHANGED};

/// A comparison of two sides.
#[derive(Debug, Clone)]
pub struct ComparisonReport<'a> {
    /// The two sides, and all that they say.
    pub comparison: &'a Comparison,
    /// The names of the two sides.
    pub names: [String; 2],
    /// How many items of each kind are compared.
    pub counts: [KindCount; 4],
    /// What differs most in numbers.
    pub highlights: Vec<Highlight>,
    /// Notes on sides that have no page of their own.
    pub notes: Vec<String>,
    /// The compared topics that are shown, in reading order.
    pub topics: Vec<TopicReport<'a>>,
    /// The group at the end that is not compared.
    pub rest: Option<RestReport<'a>>,
}

/// How many texts of a kind there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindCount {
    /// The kind.
    pub kind: Kind,
    /// How many.
    pub count: usize,
    /// What they are: "changed"; of one side alone, "only", and its name belongs behind that.
    pub words: &'static str,
    /// The side that has them alone, 0 for the left.
    pub side: Option<usize>,
}

/// The topics that are not compared: those about promotion and other levels, or, if only one side has a
/// page, the rest of that page.
#[derive(Debug, Clone)]
pub struct RestReport<'a> {
    /// The heading over it, which says how much it is.
    pub title: String,
    /// The side of the only page, 0 for the left; `None` if both sides have one.
    pub side: Option<usize>,
    /// Whether it is folded to that heading. Formats that the reader can unfold contain the topics
    /// anyway.
    pub is_folded: bool,
    /// The topics, in reading order.
    pub topics: Vec<TopicReport<'a>>,
}

impl<'a> ComparisonReport<'a> {
    /// All of it or some, with some topics folded.
    #[must_use]
    pub fn new(comparison: &'a Comparison, only: Only, folds: Folds<'_>) -> Self {
        let (compared, rest): (Vec<&Topic>, Vec<&Topic>) =
            comparison.topics.iter().partition(|topic| topic.compares(comparison));
        let topics = |topics: &[&'a Topic], depth: usize| {
            TopicReport::all(topics.iter().copied(), depth, only, folds)
        };
        let names = comparison.labels();
        let title = rest_title(comparison);
        let mut notes = comparison.notes();
        notes.extend(reasons(&comparison.why).map(|why| format!("why: {why}")));
        let rest = match only {
            Only::All => title.map(|title| RestReport {
                title,
                side: comparison.page_side(),
                is_folded: !folds.opens_rest,
                topics: topics(&rest, 2),
            }),
            _ => {
                let shown = compared.iter().map(|topic| only.count(topic)).sum();
                let all = comparison.compared().differences();
                notes.extend(only.share(names.each_ref().map(String::as_str), shown, all));
                notes.extend(title.as_deref().map(is_left_out));
                None
            }
        };
        Self {
            counts: counts(comparison.compared()),
            highlights: comparison.highlights(),
            notes,
            topics: topics(&compared, 1),
            rest,
            names,
            comparison,
        }
    }

    /// The counts that are shown.
    pub fn told_counts(&self) -> impl Iterator<Item = KindCount> {
        KindCount::told(self.comparison)
    }

    /// What differs most in numbers, a phrase each.
    #[must_use]
    pub fn phrases(&self) -> Vec<String> {
        self.highlights.iter().map(Highlight::phrase).collect()
    }
}

impl KindCount {
    /// The counts that are shown of a comparison: zeros are omitted, unless all counts are zero.
    pub fn told(comparison: &Comparison) -> impl Iterator<Item = Self> + use<> {
        let counts = counts(comparison.compared());
        let is_empty = counts.iter().all(|it| it.count == 0);
        counts.into_iter().filter(move |it| is_empty || it.count > 0)
    }

    /// The counts of the pairs that are shown of a topic, without those of inner topics; none that is zero.
    pub fn of_topic(topic: &TopicReport<'_>) -> impl Iterator<Item = Self> + use<> {
        let pairs = topic.pairs.iter();
        let all = pairs.fold(Counts::default(), |counts, pair| counts.with(pair.pair.kind));
        counts(all).into_iter().filter(|it| it.count > 0)
    }

    /// "3 changed", "2 only Director".
    #[must_use]
    pub fn phrase(self, names: [&str; 2]) -> String {
        let Self { count, words, .. } = self;
        match self.side {
            Some(side) => format!("{count} {words} {}", names[side]),
            None => format!("{count} {words}"),
        }
    }
}

/// The word for a kind when it is read aloud: "changed", "only Director".
#[must_use]
pub fn told(kind: Kind, names: [&str; 2]) -> String {
    match kind {
        Kind::Left => format!("only {}", names[0]),
        Kind::Right => format!("only {}", names[1]),
        Kind::Same => UNCHANGED.to_owned(),
        Kind::Changed => "changed".to_owned(),
    }
}

/// In the order in which they are shown.
fn counts(counts: Counts) -> [KindCount; 4] {
    let count = |kind, count, words, side| KindCount { kind, count, words, side };
    [
        count(Kind::Changed, counts.changed, "changed", None),
        count(Kind::Left, counts.left, "only", Some(0)),
        count(Kind::Right, counts.right, "only", Some(1)),
        count(Kind::Same, counts.same, UNCHANGED, None),
    ]
}

/// The heading over the group at the end, with its count; `None` if there is none.
fn rest_title(comparison: &Comparison) -> Option<String> {
    match comparison.only_page() {
        Some(page) => {
            more_items(comparison.rest(), &format!("in the {} document", page.names.label))
        }
        None => way_up_title(comparison.rest()),
    }
}
