//! What is outside of the program's state: where events come from, where frames go, and what else is
//! asked for. The terminal is one such world; a script of keys is another.

use std::io;
use std::sync::Arc;

use crossterm::event::Event;

use crate::finding::Finding;
use crate::model::Ladder;
use crate::tui::app::App;
use crate::tui::input::message::Message;
use crate::tui::session::{Find, Findings, LoadOlder, OlderVersion};

/// Something from outside.
pub(crate) enum Incoming {
    /// From the terminal.
    Terminal(Event),
    /// From the terminal, after which nothing is read from it until [`World::resume`].
    Halted(Event),
    /// A message as it is, from a script.
    Message(Message),
    /// The editor has ended.
    Edited,
    /// What is wrong with the ladder of this generation was found.
    Found(usize, Vec<Finding>),
    /// The older version that is called this was loaded, or why it was not.
    Recalled(String, Result<OlderVersion, String>),
    /// The shell asks the program to stop for a while.
    Stop,
    /// The program was continued.
    Continued,
    /// The program was asked to end, by this signal.
    End(i32),
    /// The terminal can no longer be read.
    Lost(io::Error),
}

/// A ladder read again: it and what is wrong with it, or why it cannot be read.
pub(crate) type ReadAgain = Result<(Arc<Ladder>, Findings), String>;

/// What came of the wish to edit a file.
pub(crate) enum Edited {
    /// The editor has ended.
    Done(ReadAgain),
    /// It was not started, and why.
    Refused(String),
    /// The program was asked to end meanwhile, by this signal.
    End(i32),
}

/// What is outside of the program's state.
pub(crate) trait World {
    /// Waits for something to happen; `None` where nothing will any more.
    fn wait(&mut self) -> Option<Incoming>;
    /// What has happened meanwhile and needs no waiting.
    fn waiting(&mut self) -> Option<Incoming>;
    /// Lets events come again after one that halted them.
    fn resume(&mut self) {}
    /// Shows a frame.
    fn draw(&mut self, app: &App) -> io::Result<()>;
    /// The columns and rows there are now.
    fn size(&self) -> io::Result<(u16, u16)>;
    /// Lets the next frame be drawn as a whole.
    fn refresh(&mut self) -> io::Result<()>;
    /// Stops until the shell goes on.
    fn suspend(&mut self) -> io::Result<()>;
    /// Opens a target in the browser; says in a line how it went.
    fn browse(&mut self, target: &str) -> String;
    /// Has someone find what is wrong with the ladder of this generation, and tell it as
    /// [`Incoming::Found`].
    fn seek(&mut self, find: Arc<Find>, generation: usize);
    /// Has someone load the older version that is called this, and tell it as [`Incoming::Recalled`].
    fn recall(&mut self, load: Arc<LoadOlder>, name: String);
    /// Edits a file of the ladder at a line, and reads the ladder again.
    fn edit(&mut self, file: &str, line: usize) -> io::Result<Edited>;
}
