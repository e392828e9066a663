//! Comparison tables: which columns describe roles, and which roles only tables describe.

use std::collections::HashMap;

use crate::content::build::role_names::RoleNames;
use crate::lexicon::list::ROLES_OR_ELSE;
use crate::lexicon::{fold_space, is_role_name};
use crate::model::{
    Block, Counterpart, CounterpartId, Document, KnownFrom, Ladder, RoleId, SectionId, Step,
    StepMut, Subject, Table, Text,
};
use crate::naming::names;

/// Finds the roles that tables compare, and assigns the columns to them.
pub(crate) fn find(ladder: &mut Ladder) {
    let mut names = RoleNames::of(ladder);
    let mut found: Vec<Counterpart> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (i, role) in ladder.roles.iter().enumerate() {
        for_tables(&role.document, &mut |section, table| {
            let headings = || headings(&role.document, section);
            for name in compared_with(RoleId(i), table, &mut names, headings) {
                let known = KnownFrom { role: RoleId(i), section, line: table.line };
                let at = *places.entry(names::normal(&name)).or_insert_with(|| {
                    found.push(Counterpart { name, known_from: Vec::new() });
                    found.len() - 1
                });
                found[at].known_from.push(known);
            }
        });
    }
    ladder.counterparts = found;
    name_columns(ladder, &mut names, &places);
}

/// The names that a table compares with the role of its document, if the ladder has no role of that
/// name.
fn compared_with(
    role: RoleId,
    table: &Table,
    roles: &mut RoleNames,
    headings: impl FnOnce() -> Vec<String>,
) -> Vec<String> {
    let columns: Vec<Vec<String>> =
        table.columns.iter().map(|column| candidates(&column.header)).collect();
    if !columns.iter().flatten().any(|name| roles.is_called(role.0, name)) {
        return Vec::new();
    }
    let headings = headings();
    let other = |column: &Vec<String>| -> Option<String> {
        if column.iter().any(|name| !roles.called(name).is_empty()) {
            return None;
        }
        let plain = |name: &&String| is_plain_role(name) || is_named_in(&headings, name);
        column.iter().find(plain).cloned()
    };
    columns.iter().filter_map(other).collect()
}

/// The possible names in a header: the whole of it, and the words in brackets or before them. In "From
/// (Director)" the name is in brackets, in "To VP" it is the second word.
fn candidates(header: &Text) -> Vec<String> {
    let plain = fold_space(header.as_str());
    let plain = plain.trim_matches(['*', '_', '`', ':', ' ']);
    let (before, rest) = plain.split_once('(').unwrap_or((plain, ""));
    let inside = rest.split(')').next().unwrap_or(rest);
    let after_lead = before.split_once([' ', ':']).filter(|(lead, _)| is_lead(lead));
    let all = match after_lead {
        Some((_, "")) => vec![inside],
        Some((_, name)) => vec![name, inside],
        None => vec![plain, before, inside],
    };
    let names = all.into_iter().map(|name| name.trim_matches([':', ' ']).to_owned());
    names.filter(|name| !name.is_empty()).collect()
}

/// Whether a word before a role only names the side.
fn is_lead(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "from" | "to" | "as" | "current" | "next" | "new" | "old"
    )
}

/// Whether a header is clearly the name of a role. Some words for roles are also headers of columns about
/// other things.
fn is_plain_role(name: &str) -> bool {
    is_role_name(name) && !ROLES_OR_ELSE.contains(name.to_lowercase().as_str())
}

/// Whether one of some headings contains "… vs name" or "… to name".
fn is_named_in(headings: &[String], name: &str) -> bool {
    let name = names::normal(name);
    let marks = [" vs ", " vs. ", " versus ", " to ", " and "];
    !name.is_empty()
        && headings.iter().any(|heading| {
            let heading = heading.to_lowercase();
            marks.iter().any(|mark| {
                heading.rsplit_once(mark).is_some_and(|(_, after)| names::normal(after) == name)
            })
        })
}

/// The headings around a position, starting with the outermost.
fn headings(document: &Document, section: Option<SectionId>) -> Vec<String> {
    let mut found = Vec::new();
    let mut at = section;
    while let Some(id) = at {
        found.extend(document.sections.get(id.0).map(|section| section.title.as_str().to_owned()));
        at = document.parent(id);
    }
    found
}

fn for_tables(document: &Document, visit: &mut impl FnMut(Option<SectionId>, &Table)) {
    let mut section = None;
    for step in document.walk() {
        match step {
            Step::Section(id, _) => section = Some(id),
            Step::Block(Block::Table(table)) => visit(section, table),
            Step::Block(_) | Step::Item(_) => {}
        }
    }
}

/// Gives every column its subject, in roles and pages.
fn name_columns(ladder: &mut Ladder, roles: &mut RoleNames, counterparts: &HashMap<String, usize>) {
    let mut subject = |own: Option<usize>, header: &Text| -> Option<Subject> {
        candidates(header).iter().find_map(|name| {
            let own = own.filter(|own| roles.is_called(*own, name));
            let role = own.or_else(|| match *roles.called(name) {
                [only] => Some(only),
                // A name of two roles identifies neither.
                _ => None,
            });
            let counterpart = || {
                let at = *counterparts.get(&names::normal(name))?;
                Some(Subject::Counterpart(CounterpartId(at)))
            };
            role.map(|at| Subject::Role(RoleId(at))).or_else(counterpart)
        })
    };
    let roles = ladder.roles.iter_mut().enumerate();
    let documents = roles
        .map(|(i, role)| (Some(i), &mut role.document))
        .chain(ladder.pages.iter_mut().map(|page| (None, page)));
    for (own, document) in documents {
        document.walk_mut(&mut |step| {
            let StepMut::Block(Block::Table(table)) = step else { return };
            for column in &mut table.columns {
                column.subject = subject(own, &column.header);
            }
        });
    }
}
