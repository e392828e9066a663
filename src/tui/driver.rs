//! The main loop: wait, update, draw. No timer runs: an idle program uses no processor time.

mod at_once;
mod browser;
mod clipboard;
mod editor;
mod events;
mod job;
mod lines;
mod live;
mod play;
mod terminal;
mod turns;
mod watch;
mod world;

pub use lines::converse;
pub use live::run;
pub use play::{play, play_reading};
