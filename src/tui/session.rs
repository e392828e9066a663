//! What the terminal UI starts with.

use crate::model::Ladder;
use crate::page::Glyphs;
use crate::theme::Theme;

/// What the terminal UI starts with.
#[derive(Debug, Clone)]
pub struct Session {
    /// The ladder to show.
    pub ladder: Ladder,
    /// What is wrong with it, as text.
    pub problems: Vec<String>,
    /// The signs that may be drawn with.
    pub glyphs: Glyphs,
    /// The styles.
    pub theme: Theme,
}
