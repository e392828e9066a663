//! What a comparison is: topics that nest as sections do, each with pairs.

use std::ops::Range;

use crate::compare::reason::Reason;
use crate::compare::side::Side;
use crate::compare::spot::Spot;
use crate::model::{DocumentId, Text};

/// Two sides, aligned: two roles of one ladder, or a level in two versions of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// What is on the left.
    pub left: Side,
    /// What is on the right.
    pub right: Side,
    /// What they are compared on, in reading order.
    pub topics: Vec<Topic>,
    /// Whether the two sides are one level in two versions of its ladder: what it lacks was taken out.
    pub is_history: bool,
    /// Why the other side is absent; empty unless the comparison was explained.
    pub why: Vec<Reason>,
}

/// What two roles are compared on: an aligned pair of sections, a section that only one side has,
/// or one comparison table that its author wrote.
#[derive(Debug, Clone, PartialEq)]
pub struct Topic {
    /// [`Kind::Left`] or [`Kind::Right`] if one side has it alone; [`Kind::Same`] where heading, pairs
    /// and inner topics are all the same and no text moved in or out; else [`Kind::Changed`].
    pub kind: Kind,
    /// What to call it: the right side's heading if both have one, else the one there is.
    pub title: String,
    /// Where it comes from.
    pub source: TopicSource,
    /// The heading on the left.
    pub left: Option<Spot>,
    /// The heading on the right.
    pub right: Option<Spot>,
    /// What is in it, row by row.
    pub pairs: Vec<Pair>,
    /// The topics inside it.
    pub topics: Vec<Topic>,
    /// Why its two sections correspond, or why the only one is unmatched; empty unless the comparison
    /// was [explained](crate::compare::Comparer::explain).
    pub why: Vec<Reason>,
}

/// Where a topic comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TopicSource {
    /// The sections of the two documents.
    Sections,
    /// Sections about promotion to another level, or about a level that is not compared.
    WayUp,
    /// A table on this page that has a column for each side.
    Table(TablePage),
}

/// The page of a table that an author wrote about two roles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TablePage {
    /// The document that the table is in.
    pub document: DocumentId,
    /// What it is called: by the label of a role, by the title of another page.
    pub name: String,
}

/// Two texts that correspond, or one that has no counterpart on the other side. At least one side
/// is there.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// How the two sides compare.
    pub kind: Kind,
    /// The text on the left.
    pub left: Option<Part>,
    /// The text on the right.
    pub right: Option<Part>,
    /// Where else the same numbers are.
    pub elsewhere: Elsewhere,
    /// Why the two correspond, or why the only one is unmatched; empty unless the comparison was
    /// [explained](crate::compare::Comparer::explain).
    pub why: Vec<Reason>,
}

/// Where else the numbers of a pair are, by the headings of those places.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Elsewhere {
    /// They occur nowhere else.
    #[default]
    Nowhere,
    /// They occur here first, and at these places too.
    Also(Vec<String>),
    /// They occur at this place first.
    First(String),
}

/// One side of a pair.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Where it is.
    pub spot: Spot,
    /// What kind of text it is.
    pub body: PairBody,
    /// Its key: the first cell of a row, the bold lead of an item. Not repeated in `text`.
    pub key: Option<String>,
    /// Its text with styling, without the key.
    pub text: Text,
    /// The bytes of `text` in plain form that the other side does not have, in order and apart from
    /// each other. Empty if the pair is the same; everything where the side is unmatched is *not*
    /// marked here, the kind says it.
    pub changed: Vec<Range<usize>>,
}

/// What kind of text a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PairBody {
    /// A list item; how deep it nests in its list, 0 for the outermost.
    Item(usize),
    /// A table's body row.
    Row,
    /// A paragraph, quote or picture.
    Prose,
    /// Code.
    Code,
}

/// How two sides compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Both say the same.
    Same,
    /// They correspond but differ.
    Changed,
    /// Only the left side has it.
    Left,
    /// Only the right side has it.
    Right,
}

/// How many pairs there are of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Pairs that are the same.
    pub same: usize,
    /// Pairs that differ.
    pub changed: usize,
    /// Texts only the left side has.
    pub left: usize,
    /// Texts only the right side has.
    pub right: usize,
}

impl Comparison {
    /// How many pairs there are of each kind, in all topics.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.topics.iter().map(Topic::counts).fold(Counts::default(), Counts::plus)
    }

    /// How many pairs there are of each kind in the topics that
    /// [set the two sides against each other](Topic::compares).
    #[must_use]
    pub fn compared(&self) -> Counts {
        let topics = self.topics.iter().filter(|topic| topic.compares(self));
        topics.map(Topic::counts).fold(Counts::default(), Counts::plus)
    }

    /// Whether the two sides are nearly equal: they say twice as much alike as not.
    #[must_use]
    pub fn is_nearly_equal(&self) -> bool {
        let counts = self.compared();
        let differences = counts.differences();
        differences > 0 && counts.same >= 2 * differences
    }

    /// How many pairs are in the other topics.
    #[must_use]
    pub fn rest(&self) -> usize {
        self.counts().all() - self.compared().all()
    }
}

impl Topic {
    /// Whether it compares its two sides: tables in which an author compares the two do, and what two
    /// documents say of their own levels. If one side has no document, the rest of the other's page is
    /// not a difference.
    #[must_use]
    pub fn compares(&self, comparison: &Comparison) -> bool {
        match self.source {
            TopicSource::Table(_) => true,
            TopicSource::Sections => comparison.only_page().is_none(),
            TopicSource::WayUp => false,
        }
    }

    /// How many pairs there are of each kind, in this topic and those inside it.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let own = self.pairs.iter().fold(Counts::default(), |counts, pair| counts.with(pair.kind));
        self.topics.iter().map(Self::counts).fold(own, Counts::plus)
    }
}

impl Counts {
    /// One more of a kind.
    #[must_use]
    pub fn with(mut self, kind: Kind) -> Self {
        match kind {
            Kind::Same => self.same += 1,
            Kind::Changed => self.changed += 1,
            Kind::Left => self.left += 1,
            Kind::Right => self.right += 1,
        }
        self
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            same: self.same + other.same,
            changed: self.changed + other.changed,
            left: self.left + other.left,
            right: self.right + other.right,
        }
    }

    /// How many pairs there are.
    #[must_use]
    pub fn all(self) -> usize {
        self.same + self.differences()
    }

    /// How many pairs differ in any way.
    #[must_use]
    pub fn differences(self) -> usize {
        self.changed + self.left + self.right
    }
}

/// The word for what both sides, or all levels, have alike.
pub const UNCHANGED: &str = "unchanged";

impl Kind {
    /// The sign that shows the kind without color.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Same => "=",
            Self::Changed => "~",
            Self::Left => "<",
            Self::Right => ">",
        }
    }

    /// The kind with the sides swapped.
    #[must_use]
    pub fn swapped(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
            other => other,
        }
    }
}
