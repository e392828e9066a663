//! One source as a document, before it is known to be a role or a page.

use crate::content::parse::data::tree::DataNode;
use crate::content::parse::front_matter;
use crate::content::parse::front_matter::keys::Keys;
use crate::content::parse::html;
use crate::content::parse::markdown;
use crate::content::parse::notion;
use crate::content::source::file::Source;
use crate::content::source::lines;
use crate::content::source::path;
use crate::finding::{Finding, Severity};
use crate::lexicon::fold_space;
use crate::model::clean;
use crate::model::{Block, FrontMatter, Origin, Section};

/// A source, parsed.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    /// The file that it comes from.
    pub(crate) file: String,
    pub(crate) front_matter: FrontMatter,
    /// The front-matter keys that have an effect.
    pub(crate) keys: Keys,
    /// The first heading if it is a title, and its line.
    pub(crate) heading: Option<(String, usize)>,
    pub(crate) preamble: Vec<Block>,
    pub(crate) sections: Vec<Section>,
    pub(crate) last_line: usize,
    /// The levels that it has as data.
    pub(crate) data: Option<DataNode>,
    /// Whether it is a whole file, or a part of one.
    pub(crate) part: DraftPart,
}

/// The part of a file that a draft is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum DraftPart {
    /// All of it.
    Whole,
    /// The rest after roles were taken out: a page.
    Rest,
    /// A role inside it.
    Role(RolePart),
}

/// The position of a role in its file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RolePart {
    pub(crate) origin: Origin,
    /// The level, as written in the document.
    pub(crate) level: Option<String>,
    /// The anchor of its own heading.
    pub(crate) anchor: Option<String>,
    /// The track of the role.
    pub(crate) track: String,
    /// The number of that track among the tracks inside documents.
    pub(crate) group: usize,
    /// Its place in the track; smaller is lower.
    pub(crate) place: usize,
}

/// Parses a source. An empty source gives only a finding.
pub(crate) fn parse(source: &Source) -> (Option<Draft>, Vec<Finding>) {
    let mut findings = Vec::new();
    let text = source.text.as_str();
    if text.trim().is_empty() {
        let empty =
            Finding::new(Severity::Warning, "empty-file", &*source.path, "the file is empty")
                .help("write something in it or remove it");
        return (None, vec![empty]);
    }
    let mut matter = front_matter::read(&source.path, text, &mut findings);
    let body = text.get(matter.body..).unwrap_or_default();
    let outline = if path::is_html(&source.path) {
        match html::page::parse(&source.path, body, matter.body_line) {
            Some(outline) => outline,
            None => return (None, findings),
        }
    } else {
        let properties = notion::properties(body);
        let text = match &properties {
            Some(properties) => properties.apart(body),
            None => body.into(),
        };
        if let Some(properties) = &properties {
            let said = |value: Option<&str>| value.map(|value| clean::line(value).into_owned());
            let keys = &mut matter.keys;
            keys.level = keys.level.take().or_else(|| said(properties.level));
            keys.track = keys.track.take().or_else(|| said(properties.track));
        }
        let is_titled = matter.keys.title.as_deref().is_some_and(is_title);
        let line = matter.body_line;
        markdown::parse(&source.path, &text, line, is_titled, &mut findings)
    };
    let heading = outline.title.map(|(title, line)| (fold_space(title.as_str()), line));
    let draft = Draft {
        file: source.path.clone(),
        front_matter: matter.all,
        keys: matter.keys,
        heading,
        preamble: outline.preamble,
        sections: outline.sections,
        last_line: lines::count(text),
        data: matter.tree,
        part: DraftPart::Whole,
    };
    (Some(draft), findings)
}

impl Draft {
    /// The title of the document: from the front matter, else from the heading, except for templates.
    pub(crate) fn own_title(&self) -> Option<&str> {
        let heading = self.heading.as_ref().map(|(heading, _)| heading.as_str());
        let titles = [self.keys.title.as_deref(), heading];
        titles.into_iter().flatten().find(|title| is_title(title))
    }

    /// The name of its file without extension, or of its folder for the index page of a folder.
    pub(crate) fn stem(&self) -> &str {
        path::stem(&self.file)
    }

    /// The folder of its file, empty for the root.
    pub(crate) fn folder(&self) -> &str {
        path::folder(&self.file)
    }
}

/// Whether a text can be a title: it is not empty, and not a template such as `{{page.title}}`.
fn is_title(text: &str) -> bool {
    text.contains(char::is_alphanumeric) && !text.contains("{{") && !text.contains("{%")
}
