//! Topics with several names: "on-call" also covers the pager.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::list::TOPIC_ALIASES;
use super::terms::terms;

/// A name of at most this length begins too many other words.
const SHORT: usize = 4;

/// A topic with several names, by its position in the list of aliases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TopicAlias(usize);

impl TopicAlias {
    /// All known topics.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        (0..TOPIC_ALIASES.len()).map(Self)
    }

    /// The topic with a name.
    pub(crate) fn of(name: &str) -> Option<Self> {
        let asked = terms(name);
        Self::all().find(|alias| alias.names().any(|name| terms(name) == asked))
    }

    /// Its main name.
    pub(crate) fn title(self) -> &'static str {
        TOPIC_ALIASES[self.0].0
    }

    /// Its names.
    pub(crate) fn names(self) -> impl Iterator<Item = &'static str> {
        let (title, others) = &TOPIC_ALIASES[self.0];
        std::iter::once(*title).chain(others.iter().copied())
    }

    /// Whether a text contains one of its names.
    pub(crate) fn is_in(self, text: &str) -> bool {
        Self::found(text).any(|found| found == self)
    }

    /// The topics whose names a text contains. A name matches at the beginning of a word. A short name, or a
    /// name of several words, must also match up to the end of a word. A topic can occur several times.
    pub(crate) fn found(text: &str) -> impl Iterator<Item = Self> {
        let Finder { automaton, names } = &*FINDER;
        let all = automaton.iter().flat_map(move |it| it.find_overlapping_iter(text));
        all.filter_map(move |found| {
            let (alias, may_go_on) = *names.get(found.pattern().as_usize())?;
            let (before, behind) = (text.get(..found.start())?, text.get(found.end()..)?);
            let ends = may_go_on || !behind.starts_with(char::is_alphanumeric);
            (ends && !before.ends_with(char::is_alphanumeric)).then_some(alias)
        })
    }
}

/// Finds all names at once: a ladder has many texts.
struct Finder {
    automaton: Option<AhoCorasick>,
    /// The topic of each pattern, and whether the pattern may begin a longer word.
    names: Vec<(TopicAlias, bool)>,
}

static FINDER: LazyLock<Finder> = LazyLock::new(|| {
    let all = || TopicAlias::all().flat_map(|alias| alias.names().map(move |name| (alias, name)));
    let may_go_on = |name: &str| name.len() > SHORT && name.chars().all(char::is_alphanumeric);
    let names = all().map(|(alias, name)| (alias, may_go_on(name))).collect();
    let mut builder = AhoCorasick::builder();
    let automaton = builder.ascii_case_insensitive(true).build(all().map(|(_, name)| name));
    Finder { automaton: automaton.ok(), names }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(asked: &str, said: &[&str], not_said: &[&str]) {
        let alias = TopicAlias::of(asked).unwrap_or_else(|| panic!("{asked} is not known"));
        said.iter().for_each(|text| assert!(alias.is_in(text), "{asked} in {text}"));
        not_said.iter().for_each(|text| assert!(!alias.is_in(text), "{asked} in {text}"));
    }

    #[test]
    fn a_topic_is_known_by_all_of_its_names() {
        check(
            "On call",
            &["Takes on-call turns", "Carries the Pager", "joins the incident rotation"],
            &["Salon calls", "Spends hours on calls"],
        );
        check("headcount", &["Team size: 4", "Direct reports"], &["Size of the shop"]);
        assert_eq!(TopicAlias::of("on-call").map(TopicAlias::title), Some("on-call"));
        assert_eq!(TopicAlias::of("no such topic"), None);
        assert_eq!(TopicAlias::of(""), None);
    }

    #[test]
    fn names_are_written_in_small_letters_and_once() {
        let mut all: Vec<&str> = TopicAlias::all().flat_map(TopicAlias::names).collect();
        assert!(all.iter().all(|name| !name.is_empty() && *name == name.to_lowercase()));
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
