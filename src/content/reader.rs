//! One source as a document, by what kind of file it is.

use std::collections::HashSet;

use crate::content::data_file;
use crate::content::document::{self, Draft};
use crate::content::path::{self, Kind};
use crate::content::source::Source;
use crate::content::tool_files;
use crate::diagnostic::Diagnostic;

/// Reads a source. One that says nothing, or that is data in no form that is known, gives no draft.
pub(crate) fn read(source: &Source) -> (Option<Draft>, Vec<Diagnostic>) {
    match path::kind(&source.path) {
        None if tool_files::is_tools(&source.path) => (None, Vec::new()),
        // A file that was named outright is read as a text, whatever it is called.
        None | Some(Kind::Markdown | Kind::Html) => document::parse(source),
        Some(kind) => data_file::read(&source.path, &document::unified(&source.text), kind),
    }
}

/// Drafts without the web pages that were made of others: they stand beside them and say the same.
pub(crate) fn without_rendered(mut drafts: Vec<Draft>) -> Vec<Draft> {
    let bare = |file: &str| file.rsplit_once('.').map(|(bare, _)| bare.to_lowercase());
    let written: HashSet<String> = drafts
        .iter()
        .filter(|draft| path::is_document(&draft.file))
        .filter_map(|draft| bare(&draft.file))
        .collect();
    drafts.retain(|draft| {
        !path::is_html(&draft.file) || bare(&draft.file).is_none_or(|bare| !written.contains(&bare))
    });
    drafts
}
