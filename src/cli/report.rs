//! Findings as text, Markdown, JSON, and annotations for GitHub Actions.

use std::path::Path;

use serde_json::{Value, json};

use super::output::Output;
use super::{json, markdown};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Ladder;
use crate::theme::Ink;

/// As Rust programmers know it, a heading a file, with a summary at the end.
pub(super) fn text(ladder: &Ladder, found: &[Diagnostic], out: &Output) -> String {
    let mut text = String::new();
    for in_file in by_file(found) {
        text.push_str(&format!("{}\n\n", out.paint(&in_file[0].file, Ink::Heading)));
        for diagnostic in in_file {
            let rendered = diagnostic.render();
            let (head, rest) = rendered.split_once('\n').unwrap_or((&rendered, ""));
            let (severity, message) = head.split_at(head.find(']').map_or(0, |at| at + 1));
            let ink = match diagnostic.severity {
                Severity::Error => Ink::Error,
                Severity::Warning => Ink::Warning,
                Severity::Note => Ink::Muted,
            };
            text.push_str(&format!("{}{message}\n{rest}\n\n", out.paint(severity, ink)));
        }
    }
    text + &summary(ladder, found) + "\n"
}

pub(super) fn markdown(ladder: &Ladder, found: &[Diagnostic]) -> String {
    let mut text = format!("# {}\n", markdown::escaped(&ladder.name));
    for in_file in by_file(found) {
        text.push_str(&format!("\n## {}\n\n", markdown::escaped(&in_file[0].file)));
        for diagnostic in in_file {
            let help = diagnostic.help.as_ref().map_or(String::new(), |help| format!("; {help}"));
            let message = markdown::escaped(&format!("{}{help}", diagnostic.message));
            let (severity, line) = (diagnostic.severity.word(), diagnostic.line);
            text.push_str(&format!(
                "- **{severity}** line {line}, `{}`: {message}\n",
                diagnostic.code
            ));
        }
    }
    format!("{text}\n{}\n", markdown::escaped(&summary(ladder, found)))
}

pub(super) fn json(found: &[Diagnostic]) -> Value {
    let [errors, warnings, notes] = counts(found);
    json!({
        "summary": { "errors": errors, "warnings": warnings, "notes": notes },
        "findings": found.iter().map(json::diagnostic).collect::<Value>(),
    })
}

/// Workflow commands, a line a finding. `root` leads from the current folder to the ladder's.
pub(super) fn github(found: &[Diagnostic], root: &Path) -> String {
    let command = |diagnostic: &Diagnostic| {
        let Diagnostic { severity, code, file, line, column, length, message, help, .. } =
            diagnostic;
        let word = if *severity == Severity::Note { "notice" } else { severity.word() };
        let file = property(&path(root, file));
        let end = column + length;
        let help = help.as_ref().map_or(String::new(), |help| format!("\nhelp: {help}"));
        let message = data(&format!("{message}{help}"));
        format!(
            "::{word} file={file},line={line},col={column},endColumn={end},title={code}::{message}\n"
        )
    };
    found.iter().map(command).collect()
}

/// The path of a file of the ladder from the current folder, with `/` between folders.
pub(super) fn path(root: &Path, file: &str) -> String {
    let folders = root.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
    folders.chain([file.to_owned()]).collect::<Vec<_>>().join("/")
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

fn by_file(found: &[Diagnostic]) -> impl Iterator<Item = &[Diagnostic]> {
    found.chunk_by(|a, b| a.file == b.file)
}

/// How many errors, warnings and notes there are.
fn counts(found: &[Diagnostic]) -> [usize; 3] {
    [Severity::Error, Severity::Warning, Severity::Note]
        .map(|severity| found.iter().filter(|found| found.severity == severity).count())
}

fn summary(ladder: &Ladder, found: &[Diagnostic]) -> String {
    let number =
        |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    let checked = format!(
        "{} and {}",
        number(ladder.roles.len(), "role"),
        number(ladder.pages.len(), "page")
    );
    if found.is_empty() {
        return format!("Nothing is wrong in {checked}.");
    }
    let [errors, warnings, notes] = counts(found);
    let (errors, warnings, notes) =
        (number(errors, "error"), number(warnings, "warning"), number(notes, "note"));
    format!("{errors}, {warnings}, {notes} in {checked}.")
}
