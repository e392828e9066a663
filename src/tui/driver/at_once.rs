//! Work that is done at once, and not beside the screen: its results are the next events.

use std::collections::VecDeque;
use std::sync::Arc;

use super::job::Job;
use super::watch;
use super::world::Incoming;
use crate::model::Ladder;
use crate::tui::session::{Editing, Find, LoadOlder, Session};

/// The results of work, in order, and the ladder as it was read last.
pub(super) struct AtOnce {
    results: VecDeque<Incoming>,
    pub(super) editing: Option<Editing>,
    ladder: Arc<Ladder>,
}

impl AtOnce {
    pub(super) fn new(session: &Session) -> Self {
        let (editing, ladder) = (session.editing.clone(), Arc::clone(&session.ladder));
        Self { results: VecDeque::new(), editing, ladder }
    }

    /// The next result.
    pub(super) fn next(&mut self) -> Option<Incoming> {
        self.results.pop_front()
    }

    pub(super) fn seek(&mut self, find: &Find, generation: usize) {
        let found = find(&|| true);
        self.results.extend(found.map(|found| Incoming::Found(generation, found)));
    }

    pub(super) fn run(&mut self, job: Job) {
        self.results.extend(job().map(Incoming::Done));
    }

    pub(super) fn recall(&mut self, load: &LoadOlder, name: String) {
        let loaded = load(&name);
        self.results.push_back(Incoming::Recalled(name, loaded));
    }

    pub(super) fn read_again(&mut self) {
        if let Some(editing) = &self.editing {
            let reread = watch::read_again(editing, &self.ladder, true);
            if let Ok(reread) = &reread {
                self.ladder = Arc::clone(&reread.ladder);
            }
            self.results.push_back(Incoming::Reread(reread));
        }
    }
}
