//! rungs: a career ladder in the terminal.

pub mod compare;
pub mod content;
pub mod model;
pub mod page;
pub mod search;
pub mod theme;
pub mod tui;
