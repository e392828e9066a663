//! What can be put in place of a word that is typed.

use std::collections::HashSet;
use std::fmt::Display;

use crate::model::clean;

/// A candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Completion {
    /// Its names; the word that is typed becomes the first that begins like it.
    names: Vec<String>,
    /// What it is, in a line.
    pub(super) about: String,
}

impl Completion {
    pub(super) fn new(names: Vec<String>, about: Option<impl Display>) -> Self {
        let about = about.map(|about| about.to_string()).unwrap_or_default();
        let line = about.lines().next().unwrap_or_default();
        Self { names, about: clean::line(line).replace('\t', " ") }
    }

    /// Whether a name of it is this.
    pub(super) fn is_called(&self, name: &str) -> bool {
        self.names.iter().any(|it| it.to_lowercase() == name.to_lowercase())
    }

    /// What the word becomes.
    pub(super) fn value(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }

    /// The same behind a part of the word that stays.
    pub(super) fn behind(self, before: &str) -> Self {
        let names = self.names.into_iter().map(|name| format!("{before}{name}")).collect();
        Self { names, ..self }
    }
}

/// The candidates with a name that begins with what is typed, each by that name alone. If none begins
/// with exactly that, case makes no difference. All of them begin alike as far as is typed: a shell
/// replaces what is typed by what they have in common.
pub(super) fn beginning_with(all: Vec<Completion>, typed: &str) -> Vec<Completion> {
    let exactly = named(&all, |name| name.starts_with(typed));
    let found = if exactly.is_empty() {
        let lower = typed.to_lowercase();
        named(&all, |name| name.to_lowercase().starts_with(&lower))
    } else {
        exactly
    };
    let count = typed.chars().count();
    let start = |it: &Completion| it.value().chars().take(count).collect::<String>();
    let Some(first) = found.first().map(start) else { return found };
    found.into_iter().filter(|it| start(it) == first).collect()
}

/// The candidates that have a fitting name, each by that name. A shell reads candidates line by line, so
/// a name with a control character is none.
fn named(all: &[Completion], fits: impl Fn(&str) -> bool) -> Vec<Completion> {
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for candidate in all {
        let fitting =
            |name: &&String| fits(name) && !name.is_empty() && clean::line(name) == ***name;
        if let Some(name) = candidate.names.iter().find(fitting).filter(|it| seen.insert(*it)) {
            found.push(Completion { names: vec![name.clone()], about: candidate.about.clone() });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_begin_with_what_is_typed() {
        let all = [["director", "Director"], ["senior", "Dir. of Ships"], ["a\u{1b}b", "a"]];
        let all: Vec<Completion> = all
            .map(|names| Completion::new(names.map(str::to_owned).to_vec(), None::<&str>))
            .to_vec();
        let check = |typed: &str, want: &[&str]| {
            let found = beginning_with(all.clone(), typed);
            assert_eq!(found.iter().map(Completion::value).collect::<Vec<_>>(), want, "{typed}");
        };
        check("", &["director", "senior", "a"]);
        check("dir", &["director"]);
        check("Dir", &["Director", "Dir. of Ships"]);
        check("DIR", &["director"]);
        check("x", &[]);
    }
}
