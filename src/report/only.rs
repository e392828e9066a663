//! Which items of two sides are shown.

use crate::compare::{Kind, Pair, Shift, Topic};

/// Which texts of a comparison are shown: all, or those that answer a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Only {
    /// Everything.
    #[default]
    All,
    /// What differs.
    Differences,
    /// What the right side adds: items that only it has, and changed items unless their numbers only
    /// fell or they only lost or reordered words.
    Right,
    /// Items that only the left side has.
    Left,
}

impl Only {
    /// The next of them, and behind the last the first.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::All => Self::Differences,
            Self::Differences => Self::Right,
            Self::Right => Self::Left,
            Self::Left => Self::All,
        }
    }

    /// What is shown, in words; `None` if it is everything.
    #[must_use]
    pub fn words(self, [left, right]: [&str; 2]) -> Option<String> {
        match self {
            Self::All => None,
            Self::Differences => Some("only differences".to_owned()),
            Self::Right => Some(format!("what {right} adds")),
            Self::Left => Some(format!("items only in {left}")),
        }
    }

    /// How many of all differences are shown, in words; `None` if it is all of them.
    #[must_use]
    pub(super) fn share(self, names: [&str; 2], shown: usize, all: usize) -> Option<String> {
        let words = self.words(names).filter(|_| self != Self::Differences)?;
        Some(format!("Shown: {shown} of {all} differences ({words})."))
    }

    /// Whether a pair is shown.
    #[must_use]
    pub fn shows(self, pair: &Pair) -> bool {
        match self {
            Self::All => true,
            Self::Differences => pair.kind != Kind::Same,
            Self::Right => asks_more(pair),
            Self::Left => pair.kind == Kind::Left,
        }
    }

    /// How many pairs of a topic and of those inside it are shown.
    #[must_use]
    pub fn count(self, topic: &Topic) -> usize {
        let own = topic.pairs.iter().filter(|pair| self.shows(pair)).count();
        own + topic.topics.iter().map(|inner| self.count(inner)).sum::<usize>()
    }

    /// Whether a topic is shown: it holds what is shown, or its heading alone is.
    #[must_use]
    pub(super) fn shows_topic(self, topic: &Topic) -> bool {
        let heading = match self {
            Self::All => true,
            Self::Differences => topic.kind != Kind::Same,
            Self::Right => topic.kind == Kind::Right,
            Self::Left => topic.kind == Kind::Left,
        };
        heading || self.count(topic) > 0
    }
}

/// Whether the right side asks for something that the left does not. If nobody can tell which of two
/// texts is more, the right one is shown, unless it only leaves something out.
fn asks_more(pair: &Pair) -> bool {
    match pair.shift() {
        Some(Shift::Appeared | Shift::Rose) => true,
        Some(Shift::Changed) => {
            let adds = pair.right.as_ref().is_some_and(|part| !part.changed.is_empty());
            adds && !pair.only_lessens()
        }
        Some(Shift::Fell | Shift::Reworded | Shift::Vanished) | None => false,
    }
}
