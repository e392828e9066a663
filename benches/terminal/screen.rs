//! A program in a pseudo-terminal: when it writes what, and when it is still.

use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::answers::Answers;
use crate::visible::Reading;

/// The size of the terminal.
pub(crate) const SIZE: (u16, u16) = (120, 40);

/// Bytes that came together, and when.
pub(crate) struct Chunk {
    pub(crate) at: Instant,
    pub(crate) bytes: Vec<u8>,
    /// Whether they put a character on the screen.
    is_visible: bool,
}

/// What a program did with a key.
#[derive(Clone, Copy)]
pub(crate) struct Answer {
    /// From the key to the last byte before the program was still.
    pub(crate) took: Duration,
    pub(crate) bytes: usize,
}

/// A running program and its terminal. Dropping it ends the program.
pub(crate) struct Terminal {
    master: Box<dyn MasterPty + Send>,
    keys: Arc<Mutex<Box<dyn Write + Send>>>,
    child: Box<dyn Child + Send + Sync>,
    pub(crate) pid: u32,
    pub(crate) started: Instant,
    log: Arc<Log>,
}

/// What was written so far.
#[derive(Default)]
struct Log {
    chunks: Mutex<Vec<Chunk>>,
    grown: Condvar,
}

impl Log {
    fn chunks(&self) -> MutexGuard<'_, Vec<Chunk>> {
        self.chunks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Terminal {
    /// Starts a program in a folder.
    pub(crate) fn start(command: &[String], folder: &Path) -> io::Result<Self> {
        let pair = native_pty_system().openpty(pty_size(SIZE)).map_err(io::Error::other)?;
        let mut builder = CommandBuilder::from_argv(command.iter().map(Into::into).collect());
        builder.env_clear();
        builder.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        builder.env("HOME", folder);
        builder.env("TERM", "xterm-256color");
        builder.env("LC_ALL", "C.UTF-8");
        builder.cwd(folder);
        let mut reader = pair.master.try_clone_reader().map_err(io::Error::other)?;
        let writer = pair.master.take_writer().map_err(io::Error::other)?;
        let (keys, log) = (Arc::new(Mutex::new(writer)), Arc::new(Log::default()));
        let (for_reader, for_answers) = (Arc::clone(&log), Arc::clone(&keys));
        thread::spawn(move || read(&mut *reader, &for_reader, &for_answers));
        let started = Instant::now();
        let child = pair.slave.spawn_command(builder).map_err(io::Error::other)?;
        let pid = child.process_id().unwrap_or_default();
        Ok(Self { master: pair.master, keys, child, pid, started, log })
    }

    /// Waits until the program has put something on the screen since a moment and then nothing for a while.
    /// Returns when its last bytes came; `None` if it showed nothing in time, or did not become still.
    pub(crate) fn still(
        &self,
        since: Instant,
        silence: Duration,
        patience: Duration,
    ) -> Option<Instant> {
        let deadline = since + patience;
        let mut chunks = self.log.chunks();
        loop {
            let now = Instant::now();
            let last = chunks.iter().rfind(|chunk| chunk.is_visible);
            let last = last.map(|chunk| chunk.at).filter(|at| *at >= since);
            let until = match last {
                Some(last) if now >= last + silence => return Some(last),
                Some(last) => last + silence,
                None => deadline,
            };
            if now >= deadline {
                return None;
            }
            let left = until.saturating_duration_since(now);
            let waited = self.log.grown.wait_timeout(chunks, left);
            chunks = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Types, and waits for the answer.
    pub(crate) fn answer(
        &self,
        keys: &str,
        silence: Duration,
        patience: Duration,
    ) -> Option<Answer> {
        let before = self.log.chunks().len();
        let typed = Instant::now();
        self.types(keys);
        self.answered(before, typed, silence, patience)
    }

    /// Changes the size, and waits for the answer.
    pub(crate) fn resized(
        &self,
        size: (u16, u16),
        silence: Duration,
        patience: Duration,
    ) -> Option<Answer> {
        let before = self.log.chunks().len();
        let then = Instant::now();
        self.master.resize(pty_size(size)).ok()?;
        self.answered(before, then, silence, patience)
    }

    fn answered(
        &self,
        before: usize,
        since: Instant,
        silence: Duration,
        patience: Duration,
    ) -> Option<Answer> {
        let last = self.still(since, silence, patience)?;
        let chunks = self.log.chunks();
        let bytes = chunks[before..].iter().map(|chunk| chunk.bytes.len()).sum();
        Some(Answer { took: last - since, bytes })
    }

    pub(crate) fn types(&self, keys: &str) {
        let mut writer = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        // Fails only if the program has ended: then it does not answer either.
        let _ = writer.write_all(keys.as_bytes()).and_then(|()| writer.flush());
    }

    /// When the screen became what it is now, but for a few characters: a count or a clock may follow.
    pub(crate) fn settled(&self) -> Option<Instant> {
        let chunks = self.log.chunks();
        let want = letters(&screen(chunks.iter()));
        let all = want.iter().filter(|letter| **letter != ' ').count();
        let mut parser = vt100::Parser::new(SIZE.1.try_into().ok()?, SIZE.0.try_into().ok()?, 0);
        for chunk in chunks.iter() {
            parser.process(&chunk.bytes);
            let have = letters(&parser);
            let same = want.iter().zip(&have).filter(|(a, b)| **a != ' ' && a == b).count();
            if all > 0 && same * 100 >= all * 95 {
                return Some(chunk.at);
            }
        }
        None
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn screen<'a>(chunks: impl Iterator<Item = &'a Chunk>) -> vt100::Parser {
    let [rows, columns] =
        [SIZE.1, SIZE.0].map(|it| it.try_into().unwrap_or(std::num::NonZeroU16::MIN));
    let mut parser = vt100::Parser::new(rows, columns, 0);
    chunks.for_each(|chunk| parser.process(&chunk.bytes));
    parser
}

/// Every cell of the screen.
fn letters(parser: &vt100::Parser) -> Vec<char> {
    let cell = |row: u16, column: u16| {
        let cell = parser.screen().cell(row, column)?;
        cell.contents().chars().next()
    };
    (0..SIZE.1)
        .flat_map(|row| (0..SIZE.0).map(move |column| (row, column)))
        .map(|(row, column)| cell(row, column).unwrap_or(' '))
        .collect()
}

fn read(reader: &mut dyn Read, log: &Log, keys: &Mutex<Box<dyn Write + Send>>) {
    let (mut answers, mut reading) = (Answers::default(), Reading::default());
    let mut bytes = vec![0; 65_536];
    while let Ok(read @ 1..) = reader.read(&mut bytes) {
        let at = Instant::now();
        let bytes = bytes[..read].to_vec();
        let answer = answers.to(&bytes);
        let is_visible = reading.is_visible(&bytes);
        log.chunks().push(Chunk { at, bytes, is_visible });
        log.grown.notify_all();
        if !answer.is_empty() {
            let mut keys = keys.lock().unwrap_or_else(PoisonError::into_inner);
            let _ = keys.write_all(&answer).and_then(|()| keys.flush());
        }
    }
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}
