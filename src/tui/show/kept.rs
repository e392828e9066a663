//! What views leave to the next of their kind.

use super::choices::Choices;
use crate::report::Only;
use crate::tui::pane::matrix::Matrix;

/// What is taken up again when a view of its kind is opened.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kept {
    /// What was chosen about comparisons.
    pub(crate) choices: Choices,
    /// Where one was in the overview that was shown last.
    pub(crate) matrix: Matrix,
    /// Which texts of what changed since an older version were shown last; `None` for what differs.
    pub(crate) only_of_versions: Option<Only>,
    /// Whether roles are shown with what stays expected from below.
    pub(crate) shows_inherited: bool,
}
