//! What somebody wants to read about, whatever it is called.

use crate::lexicon::{TopicAlias, terms};

/// Which texts mention a topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// What goes by several names.
    Alias(TopicAlias),
    /// Words, as terms, in any order.
    Words(Vec<String>),
}

impl Wanted {
    /// What a name means.
    #[must_use]
    pub fn of(name: &str) -> Self {
        // Numbers alone are in many texts.
        let words = || terms(name).into_iter().filter(|word| word != "#").collect();
        TopicAlias::of(name).map_or_else(|| Self::Words(words()), Self::Alias)
    }

    /// Whether a text mentions it.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        match self {
            Self::Alias(alias) => alias.is_in(text),
            Self::Words(words) => {
                let found = terms(text);
                !words.is_empty() && words.iter().all(|word| found.contains(word))
            }
        }
    }
}
