//! One source as a document, by what kind of file it is.

use crate::content::data_file;
use crate::content::document::{self, Draft};
use crate::content::path;
use crate::content::source::Source;
use crate::diagnostic::Diagnostic;

/// Reads a source. One that says nothing, or that is data in no form that is known, gives no draft.
pub(crate) fn read(source: &Source) -> (Option<Draft>, Vec<Diagnostic>) {
    if !path::is_data(&source.path) {
        return document::parse(source);
    }
    let text = document::unified(&source.text);
    if path::is_csv(&source.path) {
        return (data_file::csv(&source.path, &text), Vec::new());
    }
    data_file::yaml(&source.path, &text)
}
