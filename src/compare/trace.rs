//! One topic through the levels: finding it by name, and taking it out of the rest.

use crate::compare::levels::{LevelRow, Levels, Thread};
use crate::compare::normal::{fold_space, terms};
use crate::model::names::normal;
use crate::model::quantities;

/// Up to this many topics are better shown with what stands in them.
const FEW: usize = 3;

impl Levels {
    /// What can be traced: every topic, and every row with a key.
    pub fn threads(&self) -> impl Iterator<Item = Thread> {
        self.topics.iter().enumerate().flat_map(|(topic, it)| {
            let keyed = (0..it.rows.len()).filter(|row| it.rows[*row].key.is_some());
            let rows = keyed.map(move |row| Thread { topic, row: Some(row) });
            std::iter::once(Thread { topic, row: None }).chain(rows)
        })
    }

    /// Whether there are so few topics that they say little without what stands in them.
    #[must_use]
    pub fn is_flat(&self) -> bool {
        self.topics.len() <= FEW
    }

    /// The rows of a matrix: every topic, and under those that are open what stands in them.
    #[must_use]
    pub fn matrix(&self, is_open: impl Fn(usize) -> bool) -> Vec<Thread> {
        let rows = |topic: usize| {
            let count = if is_open(topic) { self.topics[topic].rows.len() } else { 0 };
            let rows = (0..count).map(move |row| Thread { topic, row: Some(row) });
            std::iter::once(Thread { topic, row: None }).chain(rows)
        };
        (0..self.topics.len()).flat_map(rows).collect()
    }

    /// What a thread is called: its heading, key, or text.
    #[must_use]
    pub fn name(&self, thread: Thread) -> &str {
        let topic = &self.topics[thread.topic];
        match thread.row {
            Some(row) => topic.rows[row].name(),
            None => &topic.title,
        }
    }

    /// The headings around a thread, the outermost first, its own name last.
    #[must_use]
    pub fn path(&self, thread: Thread) -> Vec<&str> {
        let mut path = vec![self.name(thread)];
        let mut depth = self.topics[thread.topic].depth;
        if thread.row.is_some() {
            path.push(&self.topics[thread.topic].title);
        }
        for topic in self.topics[..thread.topic].iter().rev() {
            if topic.depth < depth {
                path.push(&topic.title);
                depth = topic.depth;
            }
        }
        path.reverse();
        path
    }

    /// The rows of a thread, and those of the topics inside it, each with the topic it stands in.
    #[must_use]
    pub fn rows(&self, thread: Thread) -> Vec<(usize, &LevelRow)> {
        if let Some(row) = thread.row {
            return vec![(thread.topic, &self.topics[thread.topic].rows[row])];
        }
        let topics = std::iter::once(thread.topic).chain(self.inside(thread.topic));
        topics.flat_map(|at| self.topics[at].rows.iter().map(move |row| (at, row))).collect()
    }

    /// The topics and rows of a name: those that are called just so, else those whose name begins
    /// with it, else those whose name has all its words, else the rows that count what it names
    /// ("engineers"). Several where they are called alike.
    #[must_use]
    pub fn find(&self, name: &str) -> Vec<Thread> {
        let wanted = normal(name);
        let words = terms(name);
        if wanted.is_empty() {
            return Vec::new();
        }
        let called = |test: &dyn Fn(&str) -> bool| -> Vec<Thread> {
            self.threads().filter(|thread| test(self.name(*thread))).collect()
        };
        let holds = |name: &str| {
            let found = terms(name);
            words.iter().all(|word| found.contains(word))
        };
        let tests: [&dyn Fn(&str) -> bool; 4] = [
            &|name| normal(name) == wanted,
            &|name| terms(name) == words,
            &|name| normal(name).starts_with(&wanted),
            &holds,
        ];
        let named = tests.iter().map(|test| called(test)).find(|found| !found.is_empty());
        named.unwrap_or_else(|| self.counting(&words))
    }

    /// Threads without those that say nothing else: each with the others whose levels all say the
    /// same as its own do.
    #[must_use]
    pub fn distinct(&self, threads: &[Thread]) -> Vec<(Thread, Vec<Thread>)> {
        let mut found: Vec<(Thread, Vec<Thread>)> = Vec::new();
        for (at, thread) in threads.iter().enumerate() {
            let says_it = |(other_at, other): &(usize, &Thread)| {
                let both = self.is_said_by(*thread, **other) && self.is_said_by(**other, *thread);
                *other_at != at && self.is_said_by(*thread, **other) && (!both || *other_at < at)
            };
            let by = threads.iter().enumerate().find(says_it).map(|(_, other)| *other);
            if by.is_none() {
                found.push((*thread, Vec::new()));
            }
        }
        for thread in threads {
            let kept = |(keeper, _): &&mut (Thread, Vec<Thread>)| {
                keeper != thread && self.is_said_by(*thread, *keeper)
            };
            if !found.iter().any(|(keeper, _)| keeper == thread)
                && let Some((_, also)) = found.iter_mut().find(kept)
            {
                also.push(*thread);
            }
        }
        found
    }

    /// Whether all that a row says stands, level by level, in another row too.
    fn is_said_by(&self, one: Thread, other: Thread) -> bool {
        let (Some(row), Some(other_row)) = (one.row, other.row) else { return false };
        let rows = [&self.topics[one.topic].rows[row], &self.topics[other.topic].rows[other_row]];
        let text = |row: &LevelRow, column: usize| {
            row.cells[column].as_ref().map(|cell| fold_space(&cell.part.text.to_plain()))
        };
        (0..self.subjects.len()).all(|column| {
            let said = text(rows[0], column);
            said.is_none() || said == text(rows[1], column)
        })
    }

    /// The rows in which any level counts something.
    fn counting(&self, words: &[String]) -> Vec<Thread> {
        let counts = |row: &LevelRow| {
            row.cells.iter().flatten().any(|cell| {
                let text = cell.part.text.to_plain();
                quantities(&text).iter().any(|quantity| {
                    let unit = terms(text.get(quantity.range.clone()).unwrap_or_default());
                    words.iter().all(|word| unit.contains(word))
                })
            })
        };
        let all = self.topics.iter().enumerate().flat_map(|(topic, it)| {
            let rows = it.rows.iter().enumerate().filter(|(_, row)| counts(row));
            rows.map(move |(row, _)| Thread { topic, row: Some(row) })
        });
        all.collect()
    }
}
