//! Reads a ladder again, beside the screen, whenever its files change.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::world::Incoming;
use crate::model::Ladder;
use crate::report::Reread;
use crate::tui::session::Editing;
use crate::tui::shared::RereadLadder;

/// What the thread is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WatchOrder {
    /// A file changed.
    Changed,
    /// The user asks for the ladder to be read again.
    Asked,
    /// The files are not watched any more.
    Ended,
}

/// The watch on the files of a ladder. It ends when it is dropped.
pub(crate) struct WatchedFiles {
    told: Sender<WatchOrder>,
}

impl WatchedFiles {
    /// Watches the files of a ladder in a thread of its own.
    pub(crate) fn new(sender: Sender<Incoming>, editing: Editing, ladder: Arc<Ladder>) -> Self {
        let (told, orders) = channel();
        let for_watch = told.clone();
        thread::spawn(move || follow(&sender, for_watch, &orders, &editing, ladder));
        Self { told }
    }

    /// Reads the ladder again now.
    pub(crate) fn read_again(&self) {
        self.tell(WatchOrder::Asked);
    }

    fn tell(&self, told: WatchOrder) {
        // Sending fails only if the thread has ended with the program.
        let _ = self.told.send(told);
    }
}

impl Drop for WatchedFiles {
    fn drop(&mut self) {
        self.tell(WatchOrder::Ended);
    }
}

/// Reads the ladder again and again, until the watch or the program ends.
fn follow(
    sender: &Sender<Incoming>,
    for_watch: Sender<WatchOrder>,
    orders: &Receiver<WatchOrder>,
    editing: &Editing,
    mut ladder: Arc<Ladder>,
) {
    let changed = move || {
        // Sending fails only if this thread has ended.
        let _ = for_watch.send(WatchOrder::Changed);
    };
    let unwatched = |reason| drop(sender.send(Incoming::Unwatched(reason)));
    let watch = editing.watch.as_ref().map(|watch| watch(Box::new(changed)));
    let mut watch = watch.and_then(|watch| watch.map_err(unwatched).ok());
    loop {
        if let Some(Err(reason)) = watch.as_mut().map(|follow| follow(&ladder)) {
            unwatched(reason);
            watch = None;
        }
        let Ok(told @ (WatchOrder::Changed | WatchOrder::Asked)) = orders.recv() else { return };
        let reread = read_again(editing, &ladder, told == WatchOrder::Asked);
        if let Ok(reread) = &reread {
            let is_same = reread.ladder == ladder;
            ladder = Arc::clone(&reread.ladder);
            if is_same && !reread.is_asked {
                continue;
            }
        }
        if sender.send(Incoming::Reread(reread)).is_err() {
            return;
        }
    }
}

/// Reads a ladder again, and finds what differs from the reading before.
pub(crate) fn read_again(
    editing: &Editing,
    before: &Ladder,
    is_asked: bool,
) -> Result<Box<RereadLadder>, String> {
    let (ladder, findings) = (editing.reload)()?;
    let fresh = Reread::between(before, &ladder);
    Ok(Box::new(RereadLadder { ladder, findings, fresh, is_asked }))
}
