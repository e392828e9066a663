//! Names of roles in comparison tables that no role has.

use std::cell::LazyCell;

use crate::check::checked::CheckedLadder;
use crate::check::rule_finding::RuleFinding;
use crate::model::{Document, Ladder, Role, RoleId, Table};
use crate::naming::names;

/// A comparison table names a role that the ladder does not have. The lowest and the highest role of a
/// track may be compared with roles outside the ladder.
pub(crate) fn unknown_role(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let ladder = checked.ladder;
    let mut found = misspelt_columns(ladder);
    for counterpart in &ladder.counterparts {
        let alone = ladder.roles.len() == 1;
        let mut known = counterpart.known_from.iter();
        let Some(known) = known.find(|known| alone || !is_end(ladder, known.role)) else {
            continue;
        };
        let document = &ladder.role(known.role).document;
        let finding = unknown(document, known.line, &counterpart.name);
        found.push(if alone { finding.mild() } else { finding });
    }
    found
}

fn unknown(document: &Document, line: usize, name: &str) -> RuleFinding {
    let message = format!("`{name}` has a column here but is not a role of this ladder");
    let help = "add a document for it, or use the name of a role of the ladder";
    RuleFinding::new(document, line, name, message, help)
}

/// Whether a role is the lowest or highest of its track.
fn is_end(ladder: &Ladder, role: RoleId) -> bool {
    ladder.rung(role, 1).is_none() || ladder.rung(role, -1).is_none()
}

/// Columns beside a role's column with a misspelled name of another role.
fn misspelt_columns(ladder: &Ladder) -> Vec<RuleFinding> {
    let mut found = Vec::new();
    let names = LazyCell::new(|| NamesInLetters::of(ladder));
    for (_, document) in ladder.documents() {
        for table in document.tables() {
            for name in nameless(table) {
                let Some(meant) = names.misspelt(&name) else { continue };
                let finding = unknown(document, table.line, &name);
                let note = format!("`{}` has a similar name", meant.document.title);
                found.push(finding.note(&meant.document, meant.document.line, note));
            }
        }
    }
    found
}

/// The headers of the columns that belong to no role, in a table with a column for a role.
fn nameless(table: &Table) -> impl Iterator<Item = String> {
    let compares = table.columns.iter().any(|column| column.subject.is_some());
    let columns =
        table.columns.iter().skip(1).filter(move |column| compares && column.subject.is_none());
    columns.map(|column| column.header.as_str().to_owned())
}

/// The letters of the names of roles.
struct NamesInLetters<'a> {
    names: Vec<(&'a Role, [Vec<char>; 2])>,
}

impl<'a> NamesInLetters<'a> {
    fn of(ladder: &'a Ladder) -> Self {
        let names =
            |role: &'a Role| (role, [&role.document.title, &role.document.label].map(letters));
        Self { names: ladder.roles.iter().map(names).collect() }
    }

    /// The only role whose name a misspelled name can mean.
    fn misspelt(&self, name: &str) -> Option<&'a Role> {
        let wanted = letters(name);
        if wanted.len() < 6 || wanted.len() > 60 {
            return None;
        }
        let near = |called: &Vec<char>| {
            called.len().abs_diff(wanted.len()) <= 1 && (1..=2).contains(&edits(called, &wanted))
        };
        let mut meant = self.names.iter().filter(|(_, names)| names.iter().any(near));
        meant.next().filter(|_| meant.next().is_none()).map(|(role, _)| *role)
    }
}

fn letters(name: impl AsRef<str>) -> Vec<char> {
    names::normal(name.as_ref()).chars().collect()
}

/// How many letters must be changed, added or removed (Levenshtein 1966).
fn edits(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let change = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = change.min(corner + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, want: usize) {
        let chars = |text: &str| text.chars().collect::<Vec<char>>();
        assert_eq!(edits(&chars(a), &chars(b)), want);
    }

    #[test]
    fn edits_are_counted() {
        check("senior", "senoir", 2);
        check("staff", "staf", 1);
        check("lead", "lead", 0);
        check("", "lead", 4);
    }
}
