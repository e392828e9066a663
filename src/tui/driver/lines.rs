//! The program as a conversation in lines, for screen readers, braille and scripts: no screen, no escape sequence,
//! and only what is new is printed.

mod asking;
mod numbered;
mod teller;

use std::collections::VecDeque;
use std::io::{self, BufRead, Write};
use std::sync::Arc;

use asking::Reply;
use teller::Teller;

use super::at_once::AtOnce;
use super::job::Job;
use super::turns;
use super::world::{Edited, Incoming, World};
use super::{browser, editor};
use crate::model::{Ladder, clean};
use crate::tui::app::App;
use crate::tui::input::message::Message;
use crate::tui::layer::Layer;
use crate::tui::session::{Editing, Find, LoadOlder, SavedPlaces, Session};

/// The size of the screen that the program believes to have. It decides only where texts are wrapped, which no
/// line shows.
const SIZE: (u16, u16) = (200, 50);

/// Reads commands from lines and prints what is new after each, until the input ends or the user quits.
/// `is_terminal` says whether the input is a terminal, which an editor can take. Returns the places to save.
///
/// # Errors
/// When the input cannot be read or the output not written.
pub fn converse(
    mut session: Session,
    is_terminal: bool,
    input: impl BufRead,
    output: impl Write,
) -> io::Result<Option<SavedPlaces>> {
    session.preferences.by_section = true;
    let mut conversation = Conversation {
        input,
        output,
        is_terminal,
        at_once: AtOnce::new(&session),
        sought: None,
        asked: VecDeque::new(),
        is_asked: true,
        teller: Teller::default(),
    };
    let mut app = App::new(session, SIZE);
    turns::drive(&mut app, &mut conversation)?;
    Ok(app.places())
}

/// The lines in both directions.
struct Conversation<R, W> {
    input: R,
    output: W,
    is_terminal: bool,
    at_once: AtOnce,
    /// The check that runs as soon as anyone asks for its findings.
    sought: Option<(Arc<Find>, usize)>,
    /// What the last line means, as far as it is still to be done.
    asked: VecDeque<Incoming>,
    /// Whether the user waits for an answer.
    is_asked: bool,
    teller: Teller,
}

impl<R: BufRead, W: Write> Conversation<R, W> {
    /// Reads lines until one of them is a command. `None` at the end of the input.
    fn listen(&mut self) -> io::Result<Option<()>> {
        loop {
            let mut line = Vec::new();
            if self.input.read_until(b'\n', &mut line)? == 0 {
                return Ok(None);
            }
            match self.teller.asked(String::from_utf8_lossy(&line).trim()) {
                Reply::Send(messages) => {
                    self.asked.extend(messages);
                    self.is_asked = true;
                    return Ok(Some(()));
                }
                Reply::Say(lines) => self.print(&lines)?,
            }
        }
    }

    /// Prints lines. This is the only place that writes: no control character gets through.
    fn print(&mut self, lines: &[String]) -> io::Result<()> {
        for line in lines {
            writeln!(self.output, "{}", clean::line(line).trim_end())?;
        }
        self.output.flush()
    }
}

impl<R: BufRead, W: Write> World for Conversation<R, W> {
    fn wait(&mut self) -> Option<Incoming> {
        if self.asked.is_empty() {
            match self.listen() {
                Ok(heard) => heard?,
                Err(error) => return Some(Incoming::Lost(error)),
            }
        }
        if matches!(self.asked.front(), Some(Incoming::Message(Message::Findings)))
            && let Some((find, generation)) = self.sought.take()
        {
            self.at_once.seek(find.as_ref(), generation);
        }
        self.waiting()
    }

    /// Results come first: what else was asked may need them.
    fn waiting(&mut self) -> Option<Incoming> {
        self.at_once.next().or_else(|| self.asked.pop_front())
    }

    fn draw(&mut self, app: &App) -> io::Result<()> {
        let wants_only = std::mem::take(&mut self.teller.wants_only);
        if let Some(Layer::Picker(picker)) = app.layers.last()
            && wants_only
            && picker.entries().len() == 1
        {
            self.asked.push_back(Incoming::Message(Message::Open));
            return Ok(());
        }
        let lines = self.teller.tell(app, std::mem::take(&mut self.is_asked));
        // A list and a pop-up are printed as a whole, so there is nothing to stay open for.
        if let Some(Layer::Findings(_) | Layer::Popup(_)) = app.layers.last() {
            self.asked.push_back(Incoming::Message(Message::Cancel));
        }
        self.print(&lines)
    }

    fn size(&self) -> io::Result<(u16, u16)> {
        Ok(SIZE)
    }

    fn refresh(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn copy(&mut self, _text: &str) -> io::Result<Option<&'static str>> {
        Err(io::Error::other("only a screen has a way to the clipboard"))
    }

    fn browse(&mut self, target: &str) -> String {
        browser::open(target)
    }

    fn seek(&mut self, find: Arc<Find>, generation: usize) {
        self.sought = Some((find, generation));
    }

    fn run(&mut self, job: Job) {
        self.at_once.run(job);
    }

    fn recall(&mut self, load: Arc<LoadOlder>, name: String) {
        self.at_once.recall(load.as_ref(), name);
    }

    fn edit_with(&mut self, editing: Option<Editing>, _: &Arc<Ladder>) {
        self.at_once.editing = editing;
    }

    fn read_again(&mut self) {
        self.at_once.read_again();
    }

    /// Runs the editor, which has the terminal until it ends.
    fn edit(&mut self, file: &str, line: usize) -> io::Result<Edited> {
        let Some(editing) = &self.at_once.editing else {
            return Ok(Edited::Refused("this ladder has no files to edit".to_owned()));
        };
        if !self.is_terminal {
            let reason = "the editor needs a terminal: the commands come from a file or pipe";
            return Ok(Edited::Refused(reason.to_owned()));
        }
        match editor::start(editing, file, line) {
            Ok(mut child) => Ok(Edited::Done(editor::failure(child.wait()))),
            Err(reason) => Ok(Edited::Refused(reason)),
        }
    }
}
