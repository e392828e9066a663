//! The panes: their areas, and the arithmetic of cursors and scrolling in them. Nothing here knows keys or
//! draws.

pub(crate) mod areas;
pub(crate) mod detail;
pub(crate) mod filter;
pub(crate) mod grouped;
pub(crate) mod ladder_pane;
pub(crate) mod list;
pub(crate) mod list_widths;
pub(crate) mod matches;
pub(crate) mod matrix;
pub(crate) mod open_page;
pub(crate) mod outline;
pub(crate) mod panes;
pub(crate) mod reader;
