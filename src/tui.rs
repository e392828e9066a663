//! The terminal UI: event, message, update, draw.
//!
//! [`run`] waits for an event, `input` turns it into a message, a layer, view or pane says what comes
//! of it, `app` applies that, `view` draws it. Nothing ticks: an idle program uses no processor time.
//!
//! ```text
//! driver ─ view ─ chrome ─ app ─┬─ layer ─┐
//!                               └─ stage ─┴─ show ─ outcome ─ target ─┬─ input ─┐
//!                                                                     └─────────┴─ pane
//! ```
//!
//! | place | what it is |
//! | --- | --- |
//! | `driver` | the loop, in the terminal or from a script of keys; the editor and the browser |
//! | `view` | draws the app and changes nothing |
//! | `chrome` | path, status line and hints as data |
//! | `app` | what is on the stage and what lies over it; applies outcomes |
//! | `stage` | the panes, what is shown in them, the history; the ladder read again (`reload`) |
//! | `layer` | prompts and pop-ups, one file each, with their own state |
//! | `show` | what can be shown, one file a view, with its own state |
//! | `outcome`, `target` | what a view or layer wants; what can be shown, and where one has been |
//! | `shared` | what all of them look at: the ladder, what is wrong with it, the signs |
//! | `input` | keys, the table of bindings, messages |
//! | `pane` | where panes stand; cursors, scrolling and folding as arithmetic |
//!
//! Another view is a file in `show` that answers what `show::common::Show` asks, a variant of `Shown`
//! and one of `Target`, and its group of keys in `input::bindings`. A place is kept by the
//! [`Anchor`](crate::model::Anchor) of its text, never by the number of a line.

mod app;
mod chrome;
mod driver;
mod history;
mod input;
mod layer;
mod outcome;
mod pane;
mod reload;
mod session;
mod shared;
mod show;
mod stage;
mod target;
mod view;
mod web_link;

pub use driver::{play, run};
pub use layer::help::{keys_markdown, main_keys_markdown};
pub use session::{Editing, Find, Findings, LoadOlder, OlderVersion, Reload, Session};
