//! The state that a view passes on to the next view of its kind.

use super::choices::Choices;
use crate::report::Only;
use crate::tui::pane::matrix::Matrix;
use crate::tui::session::Preferences;
use crate::tui::target::Filter;

/// The state that the next view of its kind takes over.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kept {
    /// The user's choices about comparisons.
    pub(crate) choices: Choices,
    /// The place in the last overview.
    pub(crate) matrix: Matrix,
    /// The last filter of the changes since an older version; `None` for the default, all differences.
    pub(crate) only_of_versions: Option<Only>,
    /// Whether roles are shown with items inherited from lower levels.
    pub(crate) shows_inherited: bool,
}

impl Kept {
    /// The state at the start.
    pub(crate) fn preferred(preferences: &Preferences) -> Self {
        let Preferences { only, layout, .. } = *preferences;
        let filter = Filter { only, ..Filter::default() };
        Self { choices: Choices { filter, layout, ..Choices::default() }, ..Self::default() }
    }
}
