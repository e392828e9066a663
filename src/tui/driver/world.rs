//! The world outside the program's state: it gives events, shows frames and carries out effects. The
//! terminal is one world, a script of keys is another.

use std::io;
use std::process::ExitStatus;
use std::sync::Arc;

use crossterm::event::Event;

use super::job::{Done, Job};
use crate::finding::Finding;
use crate::model::Ladder;
use crate::theme::Backdrop;
use crate::tui::app::App;
use crate::tui::input::message::Message;
use crate::tui::outcome::Destination;
use crate::tui::session::{Editing, Find, LoadOlder, News, OlderVersion};
use crate::tui::shared::RereadLadder;

/// An event from outside.
pub(crate) enum Incoming {
    /// From the terminal.
    Terminal(Event),
    /// From the terminal, which is not read again until [`World::resume`].
    Halted(Event),
    /// A message, from a script.
    Message(Message),
    /// Go to a place, chosen from a list outside the program's state.
    Go(Box<Destination>),
    /// The editor has ended.
    Edited(io::Result<ExitStatus>),
    /// The terminal has this background.
    Background(Backdrop),
    /// The findings of the ladder of this generation.
    Found(usize, Vec<Finding>),
    /// The ladder read again, or why it cannot be read.
    Reread(Result<Box<RereadLadder>, String>),
    /// Why changes of the files are not noticed.
    Unwatched(String),
    /// News of the ladder that is being read.
    News(News),
    /// The older version of this name, or why it could not be loaded.
    Recalled(String, Result<OlderVersion, String>),
    /// The result of a job.
    Done(Done),
    /// The shell asks the program to stop until it is continued.
    Stop,
    /// The program was continued.
    Continued,
    /// The program was asked to end, by this signal.
    End(i32),
    /// The terminal can no longer be read.
    Lost(io::Error),
}

/// The result of editing a file.
pub(crate) enum Edited {
    /// The editor has ended; with a line for the user if it failed.
    Done(Option<String>),
    /// The editor was not started, for this reason.
    Refused(String),
    /// The program was asked to end meanwhile, by this signal.
    End(i32),
}

/// The world outside the program's state.
pub(crate) trait World {
    /// Waits for the next event; `None` if none will come.
    fn wait(&mut self) -> Option<Incoming>;
    /// The next event that needs no waiting, if any.
    fn waiting(&mut self) -> Option<Incoming>;
    /// Continues to give events after an event that halted them.
    fn resume(&mut self) {}
    /// Shows a frame.
    fn draw(&mut self, app: &App) -> io::Result<()>;
    /// Asks the terminal what it can tell; the answers arrive as events, if ever.
    fn ask(&mut self) -> io::Result<()> {
        Ok(())
    }
    /// Takes the colors for a background of the terminal.
    fn set_backdrop(&mut self, _backdrop: Backdrop) {}
    /// The current columns and rows.
    fn size(&self) -> io::Result<(u16, u16)>;
    /// Clears the screen, so that the next frame is drawn as a whole.
    fn refresh(&mut self) -> io::Result<()>;
    /// Stops the process until the shell continues it.
    fn suspend(&mut self) -> io::Result<()>;
    /// Sends a text to the clipboard; returns what else is needed for it to arrive.
    fn copy(&mut self, text: &str) -> io::Result<Option<&'static str>>;
    /// Opens a target in the browser; returns a line for the user about the result.
    fn browse(&mut self, target: &str) -> String;
    /// Checks the ladder of this generation in the background; the findings arrive as
    /// [`Incoming::Found`].
    fn seek(&mut self, find: Arc<Find>, generation: usize);
    /// Runs a job in the background; its result arrives as [`Incoming::Done`].
    fn run(&mut self, job: Job);
    /// Loads the older version of this name in the background; it arrives as [`Incoming::Recalled`].
    fn recall(&mut self, load: Arc<LoadOlder>, name: String);
    /// Takes note of how the files of the ladder can be edited, and watches them.
    fn edit_with(&mut self, editing: Option<Editing>, ladder: &Arc<Ladder>);
    /// Reads the ladder again; it arrives as [`Incoming::Reread`].
    fn read_again(&mut self);
    /// Edits a file of the ladder at a line.
    fn edit(&mut self, file: &str, line: usize) -> io::Result<Edited>;
}
