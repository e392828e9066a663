//! Files of data: read only where they hold levels in a form that is known.

use crate::content::csv;
use crate::content::document::{Draft, Part};
use crate::content::keys::Keys;
use crate::content::lines::line_of;
use crate::content::path;
use crate::content::tree::Node;
use crate::content::yaml::{self, YamlError};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Block, Code, FrontMatter};

/// A file of YAML as a page that holds its text, and the data in it; nothing where it has none of
/// the known forms.
pub(crate) fn yaml(file: &str, text: &str) -> (Option<Draft>, Vec<Diagnostic>) {
    let tree = match yaml::tree(text) {
        Ok(tree) => tree,
        Err(YamlError::Malformed { message, place }) if speaks_of_levels(text) => {
            return (None, vec![malformed(file, text, &message, place)]);
        }
        Err(_) => return (None, Vec::new()),
    };
    let code = Code {
        line: 1,
        language: "yaml".to_owned(),
        text: crate::content::clean::code(text.trim_end()),
    };
    let title = tree.words(&["title", "name"]).map(str::to_owned);
    (Some(draft(file, text, title, Block::Code(code), Some(tree))), Vec::new())
}

/// A file of comma-separated values as a page with its table; nothing where no header speaks of
/// levels.
pub(crate) fn csv(file: &str, text: &str) -> Option<Draft> {
    let table = csv::table(text)?;
    Some(draft(file, text, None, Block::Table(table), None))
}

fn draft(file: &str, text: &str, title: Option<String>, block: Block, data: Option<Node>) -> Draft {
    let title = title.unwrap_or_else(|| path::readable(path::stem(file)));
    Draft {
        file: file.to_owned(),
        front_matter: FrontMatter::default(),
        keys: Keys::default(),
        heading: Some((title, 1)),
        preamble: vec![block],
        sections: Vec::new(),
        last_line: text.lines().count().max(1),
        data,
        part: Part::Whole,
    }
}

/// Whether a text that is no YAML was meant to hold levels: other files are none of ours.
fn speaks_of_levels(text: &str) -> bool {
    let has = |key: &str| {
        text.lines().any(|line| line.trim_start().trim_start_matches("- ").starts_with(key))
    };
    has("levels:") || has("level:") && (has("topics:") || has("competencies:") || has("criteria:"))
}

fn malformed(file: &str, text: &str, message: &str, place: Option<(usize, usize)>) -> Diagnostic {
    let (line, column) = place.unwrap_or((1, 1));
    Diagnostic::new(
        Severity::Error,
        "malformed-data",
        file,
        format!("this file is not valid YAML: {message}"),
    )
    .at(line, column, line_of(text, line))
    .help("correct it; until then the levels in it are missing")
}
