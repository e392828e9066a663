//! Which roles a name can mean, by lookup instead of a comparison with every role.

use std::collections::HashMap;
use std::rc::Rc;

use crate::model::{Document, Ladder, Role};
use crate::naming::names;

/// The names of the roles of a ladder.
///
/// Headers repeat from document to document. Answers are kept, so that a ladder of thousands of roles
/// asks about each name once.
pub(crate) struct RoleNames {
    /// By the whole name, in normal form.
    whole: HashMap<String, Vec<usize>>,
    /// By the whole name, of names without a tail ("Director").
    bare: HashMap<String, Vec<usize>>,
    /// By the words before the tail, of names with one ("Director of Engineering").
    heads: HashMap<String, Vec<usize>>,
    answers: HashMap<String, Rc<[usize]>>,
}

impl RoleNames {
    pub(crate) fn of(ladder: &Ladder) -> Self {
        let mut names = Self {
            whole: HashMap::new(),
            bare: HashMap::new(),
            heads: HashMap::new(),
            answers: HashMap::new(),
        };
        for (at, role) in ladder.roles.iter().enumerate() {
            called(role).for_each(|name| names.add(name, at));
        }
        names
    }

    fn add(&mut self, name: &str, role: usize) {
        let normal = names::normal(name);
        match names::without_tail(name) {
            Some(head) => self.heads.entry(names::normal(head)).or_default().push(role),
            None => self.bare.entry(normal.clone()).or_default().push(role),
        }
        self.whole.entry(normal).or_default().push(role);
    }

    /// The roles that a name can mean according to [`names::alike`], in order, each once.
    pub(crate) fn called(&mut self, name: &str) -> Rc<[usize]> {
        if let Some(answer) = self.answers.get(name) {
            return Rc::clone(answer);
        }
        let normal = names::normal(name);
        let mut found: Vec<usize> = Vec::new();
        let loose = match names::without_tail(name) {
            Some(head) => self.bare.get(&names::normal(head)).filter(|_| !head.is_empty()),
            None => self.heads.get(&normal),
        };
        found.extend(self.whole.get(&normal).into_iter().chain(loose).flatten());
        // A name of punctuation alone has an empty normal form and means no role.
        if normal.is_empty() {
            found.clear();
        }
        found.sort_unstable();
        found.dedup();
        let answer: Rc<[usize]> = found.into();
        self.answers.insert(name.to_owned(), Rc::clone(&answer));
        answer
    }

    /// Whether a name can mean a role.
    pub(crate) fn is_called(&mut self, role: usize, name: &str) -> bool {
        self.called(name).binary_search(&role).is_ok()
    }
}

/// The names of a role.
fn called(role: &Role) -> impl Iterator<Item = &str> {
    let Document { label, title, .. } = &role.document;
    let other = Some(title.as_str()).filter(|title| title != label);
    let names = [Some(label.as_str()), other, Some(&role.id), role.level.as_deref()];
    names.into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Origin, TrackId};

    fn ladder(titles: &[&str]) -> Ladder {
        let role = |(at, title): (usize, &&str)| Role {
            id: format!("role-{at}"),
            level: None,
            order: None,
            aliases: Vec::new(),
            track: TrackId(0),
            origin: Origin::File,
            document: Document {
                title: (*title).to_owned(),
                label: (*title).to_owned(),
                ..Document::default()
            },
        };
        Ladder { roles: titles.iter().enumerate().map(role).collect(), ..Ladder::default() }
    }

    #[test]
    fn looking_up_finds_whom_comparing_with_each_would_find() {
        let titles =
            ["Director of Software Engineering", "VP", "VP of Sales", "Senior Engineer", "!"];
        let ladder = ladder(&titles);
        let mut index = RoleNames::of(&ladder);
        let asked = [
            "Director",
            "vp",
            "VP of Engineering",
            "Vice President",
            "Sr Eng",
            "Engineer",
            "",
            "?",
        ];
        for name in asked {
            let alike = |at: &usize| called(&ladder.roles[*at]).any(|own| names::alike(own, name));
            let want: Vec<usize> = (0..titles.len()).filter(alike).collect();
            assert_eq!(*index.called(name), *want, "{name}");
        }
    }
}
