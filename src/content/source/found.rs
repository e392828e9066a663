//! The files that were read at a path, before they are parsed.

use std::path::PathBuf;

use crate::content::source::file::Source;
use crate::finding::Finding;

/// The files that were read.
#[derive(Debug, Default)]
pub(crate) struct FoundFiles {
    /// The folder to which paths are relative.
    pub(crate) root: PathBuf,
    pub(crate) sources: Vec<Source>,
    pub(crate) findings: Vec<Finding>,
    /// Whether the path is a single file.
    pub(crate) is_file: bool,
    /// How many files were looked at, of any kind.
    pub(crate) looked_at: usize,
    /// The folders that were not read because of their kind.
    pub(crate) left_out: Vec<String>,
}
