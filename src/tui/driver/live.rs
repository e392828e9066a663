//! The program on the terminal.

use std::collections::VecDeque;
use std::io;
use std::mem::ManuallyDrop;
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use crossterm::event::{Event, MouseButton, MouseEventKind};
use signal_hook::consts::{SIGINT, SIGQUIT};

use super::events::{self, Listener};
use super::job::Job;
use super::terminal::{self, Screen};
use super::turns;
use super::watch::WatchedFiles;
use super::world::{Edited, Incoming, World};
use super::{browser, editor};
use crate::model::Ladder;
use crate::report::clipboard_hint;
use crate::theme::{Backdrop, Theme};
use crate::tui::app::App;
use crate::tui::arrival;
use crate::tui::input::answers;
use crate::tui::input::key::Key;
use crate::tui::session::{Editing, Find, LoadOlder, News, SavedPlaces, Session};
use crate::tui::view;

/// How long a frame waits for a job.
const MOMENT: Duration = Duration::from_millis(4);

/// Shows a ladder until the user quits. With `news`, the ladder is still being read: the session shows what is
/// known of it, until news replace it.
///
/// Returns the signal that ended the program, if one did, and the places to save, if the ladder was read.
///
/// # Errors
/// When the terminal cannot be taken over, read or written. The terminal is restored in any case.
pub fn run(
    session: Session,
    news: Option<Receiver<News>>,
) -> io::Result<(Option<i32>, Option<SavedPlaces>)> {
    // The theme decides about colors. With `NO_COLOR` set, crossterm would write a reset after every
    // attribute and so remove bold and reverse video too.
    crossterm::style::force_color_output(true);
    let (theme, editing) = (session.preferences.theme, session.editing.clone());
    let on_backdrops = session.preferences.on_backdrops;
    let ladder = Arc::clone(&session.ladder);
    let keymap = session.preferences.keymap.clone();
    let may_edit = move |event: &Event| match event {
        Event::Mouse(mouse) => mouse.kind == MouseEventKind::Down(MouseButton::Left),
        event => Key::pressed(event).is_some_and(|key| keymap.may_edit(key)),
    };
    let listener = events::listen(may_edit)?;
    let screen = Screen::take(session.preferences.takes_mouse)?;
    let mut live = Live {
        screen,
        listener,
        theme,
        on_backdrops,
        editing: None,
        files: None,
        held: VecDeque::new(),
    };
    // To free a large ladder would hold up the way back to the shell.
    let mut app = ManuallyDrop::new(App::new(session, live.size()?));
    live.edit_with(editing, &ladder);
    if let Some(news) = news {
        arrival::read_on(&mut app, "reading".to_owned());
        live.listener.pass_on(news);
    }
    let signal = turns::drive(&mut app, &mut live)?;
    Ok((signal, app.places()))
}

/// The terminal and the programs started from it.
struct Live {
    screen: Screen,
    listener: Listener,
    theme: Theme,
    on_backdrops: Option<[Theme; 2]>,
    editing: Option<Editing>,
    /// The watch on its files.
    files: Option<WatchedFiles>,
    /// Events that arrived while they could not be heeded.
    held: VecDeque<Incoming>,
}

impl Live {
    /// Waits until the editor has ended, or a signal ends the program.
    fn wait_for_editor(&mut self) -> io::Result<Edited> {
        loop {
            match self.listener.queue.recv() {
                Ok(Incoming::Edited(ended)) => return Ok(Edited::Done(editor::failure(ended))),
                Err(_) => return Ok(Edited::Done(None)),
                // The editor was stopped with its process group, so the shell waits for this process too.
                Ok(Incoming::Stop) => terminal::stop()?,
                // Keys belong to the editor now.
                Ok(Incoming::End(SIGINT | SIGQUIT)) => self.listener.heeded(),
                Ok(Incoming::End(signal)) => return Ok(Edited::End(signal)),
                Ok(
                    told @ (Incoming::Found(..)
                    | Incoming::Recalled(..)
                    | Incoming::News(_)
                    | Incoming::Background(_)
                    | Incoming::Reread(_)
                    | Incoming::Unwatched(_)
                    | Incoming::Done(_)),
                ) => {
                    self.held.push_back(told);
                }
                Ok(_) => {}
            }
        }
    }
}

impl World for Live {
    fn wait(&mut self) -> Option<Incoming> {
        self.held.pop_front().or_else(|| self.listener.queue.recv().ok())
    }

    fn waiting(&mut self) -> Option<Incoming> {
        self.held.pop_front().or_else(|| self.listener.queue.try_recv().ok())
    }

    fn resume(&mut self) {
        self.listener.resume();
    }

    fn draw(&mut self, app: &App) -> io::Result<()> {
        self.screen.draw(|frame| view::draw(frame, app, self.theme))
    }

    fn ask(&mut self) -> io::Result<()> {
        match self.on_backdrops {
            Some(_) => self.screen.ask(answers::BACKGROUND),
            None => Ok(()),
        }
    }

    fn set_backdrop(&mut self, backdrop: Backdrop) {
        if let Some([dark, light]) = self.on_backdrops {
            self.theme = if backdrop == Backdrop::Dark { dark } else { light };
        }
    }

    fn size(&self) -> io::Result<(u16, u16)> {
        self.screen.size()
    }

    fn refresh(&mut self) -> io::Result<()> {
        self.screen.refresh()?;
        // The user may have changed the colors meanwhile.
        self.ask()
    }

    fn suspend(&mut self) -> io::Result<()> {
        self.screen.suspend()
    }

    fn copy(&mut self, text: &str) -> io::Result<Option<&'static str>> {
        self.screen.copy(text)?;
        Ok(clipboard_hint(&|name| std::env::var(name).ok()))
    }

    fn browse(&mut self, target: &str) -> String {
        browser::open(target)
    }

    fn seek(&mut self, find: Arc<Find>, generation: usize) {
        self.listener.seek(find, generation);
    }

    /// Waits a moment, so that no frame in between is drawn for a job that takes no time.
    fn run(&mut self, job: Job) {
        self.listener.run(job);
        self.held.extend(self.listener.queue.recv_timeout(MOMENT));
    }

    fn recall(&mut self, load: Arc<LoadOlder>, name: String) {
        self.listener.recall(load, name);
    }

    fn edit_with(&mut self, editing: Option<Editing>, ladder: &Arc<Ladder>) {
        self.files =
            editing.clone().map(|editing| self.listener.watch(editing, Arc::clone(ladder)));
        self.editing = editing;
    }

    fn read_again(&mut self) {
        if let Some(files) = &self.files {
            files.read_again();
        }
    }

    /// Runs the editor, which has the terminal until it ends.
    fn edit(&mut self, file: &str, line: usize) -> io::Result<Edited> {
        let Some(editing) = self.editing.clone() else {
            return Ok(Edited::Refused("this ladder has no files to edit".to_owned()));
        };
        self.screen.lend();
        match editor::start(&editing, file, line) {
            Ok(child) => self.listener.wait_for(child),
            Err(reason) => {
                self.screen.take_back()?;
                return Ok(Edited::Refused(reason));
            }
        }
        let edited = self.wait_for_editor()?;
        if matches!(edited, Edited::Done(_)) {
            self.screen.take_back()?;
        }
        Ok(edited)
    }
}
