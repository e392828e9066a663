//! Data files as drafts; reading decides which levels are in the data.

use crate::content::parse::data::csv;
use crate::content::parse::data::toml;
use crate::content::parse::data::tree::DataNode;
use crate::content::parse::data::yaml::{self, YamlError};
use crate::content::parse::draft::{Draft, DraftPart};
use crate::content::parse::front_matter::keys::Keys;
use crate::content::source::lines::{self, line_of};
use crate::content::source::path::{self, FileKind};
use crate::finding::{Finding, Severity};
use crate::model::{Block, Code, FrontMatter};

/// Reads a data file: a table as a page with it, any other list or map as a page with its text, and the
/// data in it.
pub(crate) fn read(file: &str, text: &str, kind: FileKind) -> (Option<Draft>, Vec<Finding>) {
    if kind == FileKind::Table {
        let table = csv::table(text);
        return (
            table.map(|table| draft(file, text, None, vec![Block::Table(table)], None)),
            vec![],
        );
    }
    match tree(text, kind) {
        Ok(tree) if tree.data.holds_values() => {
            let title = tree.words(&["title", "name", "track"]).map(str::to_owned);
            let shown = crate::model::clean::code(text.trim_end());
            let language = name(kind).to_lowercase();
            let block = Block::Code(Code { line: 1, language, text: shown });
            (Some(draft(file, text, title, vec![block], Some(tree))), Vec::new())
        }
        Err(Malformed { message, place }) if speaks_of_levels(text, kind) => {
            (None, vec![malformed(file, text, kind, &message, place)])
        }
        Ok(_) | Err(_) => (None, Vec::new()),
    }
}

struct Malformed {
    message: String,
    place: Option<(usize, usize)>,
}

/// All JSON is YAML, so one reader reads both and knows the lines of both.
fn tree(text: &str, kind: FileKind) -> Result<DataNode, Malformed> {
    if kind == FileKind::Toml {
        let tree = toml::tree(text);
        return tree.map_err(|error| Malformed { message: error.message, place: error.place });
    }
    yaml::file(text).map_err(|error| match error {
        YamlError::Malformed { message, place } => Malformed { message, place },
        YamlError::NotAMapping => Malformed { message: String::new(), place: None },
    })
}

fn name(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Json => "JSON",
        FileKind::Toml => "TOML",
        _ => "YAML",
    }
}

fn draft(
    file: &str,
    text: &str,
    title: Option<String>,
    preamble: Vec<Block>,
    data: Option<DataNode>,
) -> Draft {
    let title = title.unwrap_or_else(|| path::readable(path::stem(file)));
    Draft {
        file: file.to_owned(),
        front_matter: FrontMatter::default(),
        keys: Keys::default(),
        heading: Some((title, 1)),
        preamble,
        sections: Vec::new(),
        last_line: text.lines().count().max(1),
        data,
        part: DraftPart::Whole,
    }
}

/// Whether a text that cannot be read was meant to have levels: other files are ignored.
fn speaks_of_levels(text: &str, kind: FileKind) -> bool {
    let sign = if kind == FileKind::Toml { '=' } else { ':' };
    let is_key = |line: &str, key: &str| {
        let line = line.trim_start().trim_start_matches("- ").trim_start_matches(['[', '{', '"']);
        let behind = line.strip_prefix(key).map(|rest| rest.trim_start_matches(['"', ' ']));
        behind.is_some_and(|rest| rest.starts_with(sign) || rest.starts_with(']'))
    };
    let has = |key: &str| text.lines().any(|line| is_key(line, key));
    has("levels") || has("level") && (has("topics") || has("competencies") || has("criteria"))
}

fn malformed(
    file: &str,
    text: &str,
    kind: FileKind,
    message: &str,
    place: Option<(usize, usize)>,
) -> Finding {
    let (line, column) = place.map_or((1, 1), |place| lines::inside(text, place));
    let message = match message {
        yaml::TOO_MUCH => format!("this file is not read: {message}"),
        message => format!("this file is not valid {}: {message}", name(kind)),
    };
    Finding::new(Severity::Error, "malformed-data", file, message)
        .at(line, column, line_of(text, line))
        .help("correct it; until then the levels in it are missing")
}
