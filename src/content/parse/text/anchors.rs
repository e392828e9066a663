//! The names of headings in links, as GitHub forms them.

use std::collections::HashMap;

/// Creates anchors that are unique in one document.
#[derive(Debug, Default)]
pub(crate) struct Anchors {
    taken: HashMap<String, usize>,
}

impl Anchors {
    /// The anchor for the text of a heading, with a number if it is taken.
    pub(crate) fn take(&mut self, title: &str) -> String {
        let base = slug(title);
        if let Some(count) = self.taken.get(&base).copied() {
            let free = (count..).map(|n| (n, format!("{base}-{n}")));
            for (number, candidate) in free {
                if !self.taken.contains_key(&candidate) {
                    self.taken.insert(base, number + 1);
                    self.taken.insert(candidate.clone(), 1);
                    return candidate;
                }
            }
        }
        self.taken.insert(base.clone(), 1);
        base
    }

    /// The anchor that an author set, with a number if it is taken.
    pub(crate) fn take_given(&mut self, name: &str) -> String {
        if self.taken.contains_key(name) {
            return self.take(name);
        }
        self.taken.insert(name.to_owned(), 1);
        name.to_owned()
    }
}

/// The text of a heading in lower case, with `-` for spaces and without punctuation; never empty.
pub(crate) fn slug(title: &str) -> String {
    let slug: String = title
        .trim()
        .chars()
        .flat_map(char::to_lowercase)
        .filter_map(|c| match c {
            c if c.is_alphanumeric() || matches!(c, '-' | '_') => Some(c),
            c if c.is_whitespace() => Some('-'),
            _ => None,
        })
        .collect();
    if slug.is_empty() { "section".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_those_of_github_and_unique() {
        let mut anchors = Anchors::default();
        let titles = ["Execution & Delivery", "Scope", "scope", "Scope-1", "Scope", "范围", "!"];
        let got = titles.map(|title| anchors.take(title));
        let want =
            ["execution--delivery", "scope", "scope-1", "scope-1-1", "scope-2", "范围", "section"];
        assert_eq!(got, want);
    }
}
