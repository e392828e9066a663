//! What was read at a path, before it is parsed.

use std::path::PathBuf;

use crate::content::source::file::Source;
use crate::finding::Finding;

/// What was read.
#[derive(Debug, Default)]
pub(crate) struct FoundFiles {
    /// The folder that paths are relative to.
    pub(crate) root: PathBuf,
    pub(crate) sources: Vec<Source>,
    pub(crate) findings: Vec<Finding>,
    /// Whether the path was that of one file.
    pub(crate) is_file: bool,
    /// How many files were looked at, whatever they are.
    pub(crate) looked_at: usize,
    /// The folders that were left out because of what they are.
    pub(crate) left_out: Vec<String>,
}
