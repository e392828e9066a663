//! Which topics of a comparison are folded.

use crate::compare::{Kind, Topic};
use crate::model::DocumentId;

/// The headings of a topic on either side, by which it is known: document and line.
pub type Headings = [Option<(DocumentId, usize)>; 2];

/// Which topics are folded to their headings. Only unchanged topics can be folded, and the group at the
/// end that is not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Folds<'a> {
    /// Whether the group at the end is unfolded.
    pub opens_rest: bool,
    /// Whether they are, but for the exceptions.
    pub all: bool,
    /// The topics that are not as `all` says.
    pub except: &'a [Headings],
}

impl Folds<'_> {
    /// Whether a topic is folded.
    #[must_use]
    pub fn folds(self, topic: &Topic) -> bool {
        Self::is_foldable(topic) && self.all != self.is_exception(topic)
    }

    /// Whether a topic says something, and the same on both sides.
    fn is_foldable(topic: &Topic) -> bool {
        topic.kind == Kind::Same && topic.counts().differences() == 0 && topic.counts().same > 0
    }

    /// Whether a topic can be folded, or one inside it.
    #[must_use]
    pub fn has_foldable(topic: &Topic) -> bool {
        Self::is_foldable(topic) || topic.topics.iter().any(Self::has_foldable)
    }

    /// The folds inside a topic: a topic that was unfolded alone is unfolded to its depth.
    pub(super) fn inside(self, topic: &Topic) -> Self {
        Self { all: self.all && !self.is_exception(topic), ..self }
    }

    /// Whether a topic is an exception, whichever way round its sides are.
    fn is_exception(self, topic: &Topic) -> bool {
        let [left, right] = [&topic.left, &topic.right]
            .map(|spot| spot.as_ref().map(|spot| (spot.document, spot.line)));
        self.except.contains(&[left, right]) || self.except.contains(&[right, left])
    }
}
