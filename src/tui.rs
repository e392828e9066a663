//! The terminal UI: event, message, update, draw.
//!
//! [`run`] waits for an event, `input` turns it into a message, a layer,
//! view or pane answers with an outcome, `app` applies the outcome, `view` draws the result. No timer
//! runs: an idle program uses no processor time.
//!
//! ```text
//! driver ─┬─ view ─ chrome ─┬─ app ─┬─ layer ─────────┐
//!         └─ arrival ───────┘       └─ going ─ stage ─┴─ show ─ outcome ─ target ─┬─ input ─┐
//!                                                                         └─────────┴─ pane
//! ```
//!
//! | place | what it is |
//! | --- | --- |
//! | `driver` | the main loop, in the terminal, as a conversation in lines, or from a script of keys; the editor and the browser; jobs beside the screen |
//! | `view` | draws the app and changes nothing |
//! | `chrome` | path, status line and hints as data |
//! | `arrival` | what comes from the background: the ladder that was read, findings, results of jobs |
//! | `app` | the stage and the layers over it; applies outcomes |
//! | `going` | goes to a destination, to what is under the mouse, through a narrowed list, or out of a view |
//! | `stage` | the panes, the view in them, the history; what changes when the ladder is read again (`reload`) |
//! | `layer` | prompts and pop-ups, one file each, with their own state |
//! | `show` | the views, one file each, with their own state |
//! | `outcome`, `target` | what a view or layer asks for; what can be shown, and the stops of the history |
//! | `shared` | what all of them read: the ladder, its findings, the signs |
//! | `input` | keys, the table of commands and their keys, messages |
//! | `pane` | the areas of panes; cursors, scrolling and folding as arithmetic |
//!
//! To add a view, add a file in `show` that implements `show::common::Show`, a variant of `Shown` and
//! one of `Target`, and its keys in `input::commands`. A place is kept as the
//! [`Anchor`](crate::model::Anchor) of its text, never as the number of a line.

mod app;
mod arrival;
mod chrome;
mod driver;
mod going;
mod input;
mod layer;
mod outcome;
mod pane;
mod session;
mod shared;
mod show;
mod stage;
mod target;
mod view;

pub use driver::{converse, play, play_reading, run};
pub use input::keymap::Keymap;
pub use layer::key_tables::{ManualKeys, keys_markdown, main_keys_markdown, manual_keys};
pub use session::{
    Editing, Find, Findings, FollowFiles, LoadOlder, News, OlderVersion, Preferences, Reload,
    SavedPlace, SavedPlaces, SavedSpot, SavedSubject, SavedView, Session, WatchFiles,
};
