//! A comparison: what is counted, what is told of it at the top, and which topics are shown in which
//! order.

use super::folds::Folds;
use super::topic::TopicReport;
use crate::compare::{Comparison, Highlight, Kind, Topic};

/// What there is to say of two sides.
#[derive(Debug, Clone)]
pub struct ComparisonReport<'a> {
    /// The two sides, and all that they say.
    pub comparison: &'a Comparison,
    /// What to call the two sides beside each other.
    pub names: [String; 2],
    /// How many texts there are of each kind in what sets the two sides against each other.
    pub counts: [KindCount; 4],
    /// What differs most in numbers.
    pub highlights: Vec<Highlight>,
    /// What must be known of sides that have no page of their own.
    pub notes: Vec<String>,
    /// The topics that set the two sides against each other and are shown, in reading order.
    pub topics: Vec<TopicReport<'a>>,
    /// What is shown beside them.
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

/// What the only page says beside the tables about the two sides.
#[derive(Debug, Clone)]
pub struct RestReport<'a> {
    /// The heading over it.
    pub title: String,
    /// The side of the page, 0 for the left.
    pub side: usize,
    /// The kind that all of it is of.
    pub kind: Kind,
    /// How many texts there are.
    pub texts: usize,
    /// The topics, in reading order.
    pub topics: Vec<TopicReport<'a>>,
}

impl<'a> ComparisonReport<'a> {
    /// All of it, or only what differs, with some topics folded.
    #[must_use]
    pub fn new(comparison: &'a Comparison, only_differences: bool, folds: Folds<'_>) -> Self {
        let (compared, rest): (Vec<&Topic>, Vec<&Topic>) =
            comparison.topics.iter().partition(|topic| topic.compares(comparison));
        let topics = |topics: &[&'a Topic], depth: usize| {
            TopicReport::all(topics.iter().copied(), depth, only_differences, folds)
        };
        let names = comparison.labels();
        let shows_rest = !rest.is_empty() && !only_differences;
        let rest = shows_rest.then(|| rest_of(comparison, &names, topics(&rest, 2)));
        Self {
            counts: counts(comparison),
            highlights: comparison.highlights(),
            notes: comparison.notes(only_differences),
            topics: topics(&compared, 1),
            rest,
            names,
            comparison,
        }
    }

    /// What differs most in numbers, a phrase each.
    #[must_use]
    pub fn phrases(&self) -> Vec<String> {
        self.highlights.iter().map(Highlight::phrase).collect()
    }
}

impl KindCount {
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

/// What stands for a kind when it is read out: "changed", "only Director".
#[must_use]
pub fn told(kind: Kind, names: [&str; 2]) -> String {
    match kind {
        Kind::Left => format!("only {}", names[0]),
        Kind::Right => format!("only {}", names[1]),
        Kind::Same => "same".to_owned(),
        Kind::Changed => "changed".to_owned(),
    }
}

/// In the order in which they are told.
fn counts(comparison: &Comparison) -> [KindCount; 4] {
    let counts = comparison.compared();
    let count = |kind, count, words, side| KindCount { kind, count, words, side };
    [
        count(Kind::Changed, counts.changed, "changed", None),
        count(Kind::Left, counts.left, "only", Some(0)),
        count(Kind::Right, counts.right, "only", Some(1)),
        count(Kind::Same, counts.same, "the same", None),
    ]
}

fn rest_of<'a>(
    comparison: &Comparison,
    names: &[String; 2],
    topics: Vec<TopicReport<'a>>,
) -> RestReport<'a> {
    let side = usize::from(comparison.left.is_counterpart());
    RestReport {
        title: format!("The rest of the {} page", names[side]),
        side,
        kind: [Kind::Left, Kind::Right][side],
        texts: comparison.rest(),
        topics,
    }
}
