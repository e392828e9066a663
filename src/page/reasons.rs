//! Why two texts correspond, below them.

use super::rows::{Rows, SIGN};
use super::sheet::Run;
use crate::compare::{Pair, Reason, Topic};
use crate::model::Text;
use crate::theme::Ink;

impl Rows<'_> {
    /// The reasons, quietly, below what they are reasons for.
    pub(super) fn why(&mut self, why: &[Reason]) {
        if why.is_empty() {
            return;
        }
        let words: Vec<String> = why.iter().map(ToString::to_string).collect();
        self.because(&words.join("; "));
    }

    /// Says once of a topic, where it is so of several of its texts, that nothing comes near them.
    /// Whether it does: they need no line each then.
    pub(super) fn unlike(&mut self, topic: &Topic) -> bool {
        let texts = topic.pairs.iter().filter(|pair| is_unlike(pair)).count();
        if texts > 1 {
            self.because(&format!("nothing comes near {texts} of its texts: those without a why"));
        }
        texts > 1
    }

    fn because(&mut self, words: &str) {
        let lead = Run::new(" ".repeat(2 * SIGN), Ink::Muted);
        self.layout.indented(lead.clone(), lead, |layout| {
            layout.text(&Text::plain(format!("why: {words}")), Ink::Muted);
        });
    }
}

/// Whether a text stands alone for no other reason than that nothing comes near it.
pub(super) fn is_unlike(pair: &Pair) -> bool {
    pair.why == [Reason::NothingNear]
}
