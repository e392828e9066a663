//! The role that a path or a line of a file means.

use super::asked::Asked;
use super::candidates::candidates;
use super::error::NameError;
use crate::model::{Block, Document, Ladder, Origin, RoleId, Subject};

/// What a path means.
pub(super) enum InFile {
    Role(RoleId),
    Several(Vec<RoleId>),
    /// The file is there, but no role is meant.
    Nothing(NameError),
    /// It is the path of no file.
    NoFile,
}

/// The role of a file (`FILE`), or the one that holds a line of it (`FILE:LINE`).
pub(super) fn in_file(ladder: &Ladder, asked: Asked<'_>) -> InFile {
    let whole = files(ladder, asked);
    let (path, line) = match split(asked.text) {
        Some((text, line)) if whole.is_empty() => {
            let seen = asked.seen.and_then(split).map(|(seen, _)| seen);
            (Asked { text, seen }, Some(line))
        }
        _ => (asked, None),
    };
    let files = if line.is_some() { files(ladder, path) } else { whole };
    let roles: Vec<RoleId> = files.iter().flat_map(|file| roles_in(ladder, file)).collect();
    if let ([file], Some(line)) = (files.as_slice(), line)
        && let Some(last) = past_the_end(ladder, file, &roles, line)
    {
        let message = format!("there is no line {line} in {file}: the file has {last} lines");
        return InFile::Nothing(NameError::nothing(message, Vec::new()));
    }
    match (files.as_slice(), line) {
        ([], _) => InFile::NoFile,
        ([file], Some(line)) if !roles.is_empty() => at_line(ladder, file, &roles, line),
        (files, _) => match roles.as_slice() {
            [] => InFile::Nothing(NameError::nothing(
                format!("`{}` is a page, not a role: name a role", files[0]),
                Vec::new(),
            )),
            [one] => InFile::Role(*one),
            _ => InFile::Several(roles),
        },
    }
}

/// "engineering/senior.md:40": a path and a line of its file.
fn split(text: &str) -> Option<(&str, usize)> {
    let (path, line) = text.rsplit_once(':')?;
    Some((path, line.parse().ok()?))
}

/// The file at exactly a path, with or without its extension; else those of that name, where the
/// path is a bare name.
pub(super) fn files<'a>(ladder: &'a Ladder, path: Asked<'_>) -> Vec<&'a str> {
    let mut all: Vec<&str> = ladder.documents().map(|(_, it)| it.file.as_str()).collect();
    all.sort_unstable();
    all.dedup();
    let clean = |path: &str| path.trim_start_matches("./").replace('\\', "/").to_lowercase();
    let (typed, seen) = (clean(path.text), path.seen.map(clean));
    let is = |file: &str, path: &str| {
        let file = file.to_lowercase();
        !path.is_empty() && (file == path || without_extension(&file) == path)
    };
    let exact = |file: &&str| is(file, &typed) || seen.as_ref().is_some_and(|seen| is(file, seen));
    let found: Vec<&str> = all.iter().copied().filter(exact).collect();
    // With "a.md" and "a.yaml" in a folder, the one that is named whole is meant.
    let whole = |file: &&str| {
        let file = file.to_lowercase();
        file == typed || seen.as_ref().is_some_and(|seen| *seen == file)
    };
    if let Some(whole) = found.iter().copied().find(whole) {
        return vec![whole];
    }
    if !found.is_empty() || path.text.contains(['/', '\\']) {
        return found;
    }
    let name = |file: &str| file.rsplit('/').next().unwrap_or_default().to_owned();
    all.into_iter().filter(|file| is(&name(file), &typed)).collect()
}

/// The roles of files of the same name in other folders than a path's.
pub(super) fn elsewhere(ladder: &Ladder, path: &str) -> Vec<RoleId> {
    let path = split(path).map_or(path, |(path, _)| path);
    let Some((_, name)) = path.rsplit_once(['/', '\\']) else { return Vec::new() };
    let files = files(ladder, Asked::from(name));
    files.iter().flat_map(|file| roles_in(ladder, file)).collect()
}

fn without_extension(file: &str) -> &str {
    match file.rsplit_once('.') {
        Some((bare, extension)) if !extension.contains('/') => bare,
        _ => file,
    }
}

/// The roles of a file, in the order of their lines.
pub(super) fn roles_in(ladder: &Ladder, file: &str) -> Vec<RoleId> {
    let all = ladder.roles.iter().enumerate().filter(|(_, role)| role.document.file == file);
    let mut roles: Vec<RoleId> = all.map(|(at, _)| RoleId(at)).collect();
    roles.sort_by_key(|id| ladder.role(*id).document.line);
    roles
}

/// The innermost role of a file that holds a line.
fn at_line(ladder: &Ladder, file: &str, roles: &[RoleId], line: usize) -> InFile {
    let holding = roles.iter().filter_map(|id| {
        let role = ladder.role(*id);
        let document = &role.document;
        // All of a file is its role's: what is above the title is its front matter.
        let is_whole = role.origin == Origin::File;
        let holds = is_whole || (document.line..=document.last_line).contains(&line);
        let nearest = if is_whole { 0 } else { nearest_line(document, line) };
        (holds && line > 0).then_some((nearest, *id))
    });
    let holding: Vec<(usize, RoleId)> = holding.collect();
    let innermost = holding.iter().map(|(nearest, _)| *nearest).max();
    let of_these = holding.iter().filter(|(nearest, _)| Some(*nearest) == innermost);
    let found: Vec<RoleId> = of_these.map(|(_, id)| *id).collect();
    match found.as_slice() {
        [] => InFile::Nothing(outside(ladder, file, roles, line)),
        [one] => InFile::Role(*one),
        _ => InFile::Several(found),
    }
}

/// The last line of a file that is one document, if this line is behind it.
fn past_the_end(ladder: &Ladder, file: &str, roles: &[RoleId], line: usize) -> Option<usize> {
    let is_whole = |id: &RoleId| ladder.role(*id).origin == Origin::File;
    let documents = ladder.documents().map(|(_, it)| it).filter(|it| it.file == file);
    let last = documents.map(|it| it.last_line).max().filter(|last| *last > 0)?;
    (roles.iter().all(is_whole) && line > last).then_some(last)
}

/// The last line of a document, up to a given line: of roles whose lines are mixed, as levels under the
/// topics of data, each holds only its own.
fn nearest_line(document: &Document, line: usize) -> usize {
    let sections = document.sections.iter().map(|section| section.line);
    let blocks = document.blocks().map(Block::line);
    let items = document.items().into_iter().map(|item| item.line);
    let rows =
        document.tables().into_iter().flat_map(|table| table.rows.iter().map(|row| row.line));
    let lines = [document.line].into_iter().chain(sections).chain(blocks).chain(items).chain(rows);
    lines.filter(|own| *own <= line).max().unwrap_or(0)
}

/// That a line is in no role of its file.
fn outside(ladder: &Ladder, file: &str, roles: &[RoleId], line: usize) -> NameError {
    let before = roles.iter().rev().find(|id| ladder.role(**id).document.last_line < line);
    let message = match before {
        Some(id) => {
            let document = &ladder.role(*id).document;
            let (title, last) = (&document.title, document.last_line);
            format!(
                "line {line} of {file} is in no role: {title} ends at line {last}; roles of the file are"
            )
        }
        None => format!("line {line} of {file} is before the first role; roles of the file are"),
    };
    NameError::nothing(message, candidates(ladder, roles.iter().copied().map(Subject::Role)))
}
