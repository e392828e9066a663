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

/// Drafts without those that say again what one beside them says: web pages that were made of a
/// Markdown file, and Notion's tables of what one view shows, where the whole table is there.
pub(crate) fn without_doubles(mut drafts: Vec<Draft>) -> Vec<Draft> {
    let bare = |file: &str| file.rsplit_once('.').map(|(bare, _)| bare.to_lowercase());
    let bares = |is_one: fn(&str) -> bool| -> HashSet<String> {
        let files = drafts.iter().map(|draft| draft.file.as_str());
        files.filter(|file| is_one(file)).filter_map(bare).collect()
    };
    let (written, tables) = (bares(path::is_document), bares(path::is_csv));
    drafts.retain(|draft| {
        let Some(bare) = bare(&draft.file) else { return true };
        let is_view =
            || path::split_id(&bare).1.is_some() && tables.contains(&format!("{bare}_all"));
        let is_rendered = path::is_html(&draft.file) && written.contains(&bare);
        !(is_rendered || path::is_csv(&draft.file) && is_view())
    });
    drafts
}
