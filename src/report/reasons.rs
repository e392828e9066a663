//! Why texts correspond or stand alone, in words.

use crate::compare::{Pair, Reason, Topic};

/// Reasons in one line, the strongest first; nothing where none are given.
#[must_use]
pub(super) fn reasons(why: &[Reason]) -> Option<String> {
    let words: Vec<String> = why.iter().map(ToString::to_string).collect();
    (!words.is_empty()).then(|| words.join("; "))
}

/// That nothing comes near several texts of a topic: said once, they need no reason each.
#[must_use]
pub(super) fn unlike(topic: &Topic) -> Option<String> {
    let texts = topic.pairs.iter().filter(|pair| is_unlike(pair)).count();
    (texts > 1).then(|| format!("nothing comes near {texts} of its texts: those without a why"))
}

/// Whether a text stands alone for no other reason than that nothing comes near it.
pub(super) fn is_unlike(pair: &Pair) -> bool {
    pair.why == [Reason::NothingNear]
}
