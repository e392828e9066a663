//! The terminal UI: event, message, update, draw.
//!
//! [`run`] waits for an event, `input` turns it into a message, a layer, view or pane says what comes
//! of it, `app` applies that, `view` draws it. Nothing ticks: an idle program uses no processor time.
//!
//! ```text
//! driver ─┬─ view ── chrome ── app ─┬─ layer ─┐
//!         └─────────────────────────┴─────────┴─ show ─┬─ pane
//!                                                      └─ input
//! ```
//!
//! | place | what it is |
//! | --- | --- |
//! | `driver` | the loop, in the terminal or from a script of keys; the editor and the browser |
//! | `view` | draws `&App` and changes nothing |
//! | `chrome` | path, status line and hints as data |
//! | `app` | size, focus, history, what is shown, what lies over it; applies outcomes |
//! | `layer` | prompts and pop-ups, one file each |
//! | `show` | what can be shown, one file a view, each with its own state |
//! | `outcome`, `target` | what a view or layer wants; what can be shown, and where one has been |
//! | `pane` | where panes stand; cursors, scrolling and folding as arithmetic |
//! | `input` | keys, the table of bindings, messages |

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
pub use layer::help::keys_markdown;
pub use session::{Editing, Reload, Session};
