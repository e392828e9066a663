//! Reasons why there is no document at a path: what was looked at, and what to do.

use crate::content::source::found::FoundFiles;
use crate::content::source::path::is_data;
use crate::finding::{Finding, Severity};

/// The message about a file that is not a document.
pub(crate) const NOT_ONE: &str = "it is not a Markdown file (*.md, *.markdown, *.mdx), a web page or \
                                  a data file; name one, or the folder around it";

/// The help for a folder.
const HELP: &str = "name another folder, or make a ladder with `rungs init DIR`";

/// The reason why nothing of what was found has text.
pub(crate) fn why_no_text(found: &FoundFiles) -> String {
    match found.sources.len() {
        0 => format!("{}; {HELP}", nothing(found, &found.findings)),
        1 if found.is_file => "the file is empty".to_owned(),
        count => format!("its Markdown files ({count}) are all empty"),
    }
}

/// The reason why nothing of what was read is a document; `findings` are all there are.
pub(crate) fn why_none(found: &FoundFiles, findings: &[Finding]) -> String {
    let errors: Vec<&Finding> =
        findings.iter().filter(|found| found.severity == Severity::Error).collect();
    let data = found.sources.iter().filter(|source| is_data(&source.path)).count();
    let forms = "docs/ladder.md lists the forms";
    match (errors.as_slice(), found.is_file, data) {
        ([only], ..) => format!("{} ({}:{})", only.message, only.file, only.line),
        (_, true, 0) => "it has no readable text".to_owned(),
        (_, true, _) => format!("its data has no levels in a known form; {forms}"),
        (errors, false, 0) => {
            let pages = found.sources.len();
            let errors: Vec<Finding> = errors.iter().map(|error| (*error).clone()).collect();
            format!("{}, and no text in its web pages ({pages}); {HELP}", nothing(found, &errors))
        }
        (errors, false, count) => format!(
            "there is no Markdown file in it, and none of its data files ({count}) has levels in a \
             known form; {forms}{}",
            unreadable(errors.iter().copied()),
        ),
    }
}

/// A message that no file is of a kind that is read.
fn nothing(found: &FoundFiles, findings: &[Finding]) -> String {
    let count = |count: usize, one: &str, more: &str| match count {
        1 => format!("1 {one}"),
        count => format!("{count} {more}"),
    };
    let among = match found.looked_at {
        0 => String::new(),
        files => format!("among the {} ", count(files, "file", "files")),
    };
    let mut said = format!("there is no Markdown file (*.md, *.markdown, *.mdx) {among}in it");
    if let [first, ..] = found.left_out.as_slice() {
        let more = found.left_out.len();
        let folders = count(more, "folder", "folders");
        said += &format!(", {folders} of dependencies or build output not read ({first})");
    }
    said + &unreadable(findings.iter().filter(|found| found.severity == Severity::Error))
}

/// A message about unreadable files, with the name of the first.
fn unreadable<'a>(mut errors: impl Iterator<Item = &'a Finding>) -> String {
    let Some(first) = errors.next() else { return String::new() };
    match errors.count() {
        0 => format!(", and {} cannot be read", first.file),
        1 => format!(", and {} and 1 other cannot be read", first.file),
        more => format!(", and {} and {more} others cannot be read", first.file),
    }
}
