//! Ladders: of a few documents, and the real ones.

use std::path::Path;
use std::sync::Arc;

use rungs::content::{self, Loaded, Options, Source};
use rungs::model::Ladder;

use super::beside;

/// The ladder of documents: path and text each.
pub(crate) fn parse(documents: &[(&str, &str)]) -> Ladder {
    let sources: Vec<Source> =
        documents.iter().map(|(path, text)| Source::new(*path, *text)).collect();
    content::parse("Test", &sources, Options::default()).0
}

/// What a file or folder holds.
pub(crate) fn load(path: &Path) -> Loaded {
    content::load(path).unwrap_or_else(|error| panic!("{error}"))
}

/// The built-in ladder, and the real ones that lie beside the repository where they do.
pub(crate) fn real() -> Vec<Arc<Ladder>> {
    let mut ladders = vec![content::built_in().ladder];
    let folders = beside::ladders("corpus");
    ladders.extend(folders.iter().filter_map(|path| Some(content::load(path).ok()?.ladder)));
    ladders
}
