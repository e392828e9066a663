//! One topic through the levels: finding it by name, and taking it out of the rest.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::compare::chain::series::Series;
use crate::compare::chain::table::{LevelCell, LevelRow, Levels, Thread};
use crate::compare::chain::wanted::Wanted;
use crate::lexicon::{TopicAlias, fold_space, terms};
use crate::naming::names::normal;

/// Up to this many topics are better shown with what is in them.
const FEW: usize = 3;

/// Topics down to this depth are rows of a matrix though nothing is unfolded.
const ALWAYS: usize = 2;

impl Levels {
    /// What can be traced: every topic, and every row with a key.
    pub fn threads(&self) -> impl Iterator<Item = Thread> {
        self.topics.iter().enumerate().flat_map(|(topic, it)| {
            let keyed = (0..it.rows.len()).filter(|row| it.rows[*row].key.is_some());
            let rows = keyed.map(move |row| Thread { topic, row: Some(row) });
            std::iter::once(Thread { topic, row: None }).chain(rows)
        })
    }

    /// Whether there are so few topics that they say little without what is in them.
    #[must_use]
    pub fn is_flat(&self) -> bool {
        self.topics.len() <= FEW
    }

    /// The rows of a matrix: the topics of the two outermost depths, and under those that are open what
    /// is in them and nests in them.
    #[must_use]
    pub fn matrix(&self, is_open: impl Fn(usize) -> bool) -> Vec<Thread> {
        let mut rows = Vec::new();
        // The topics around the one at hand, each with whether it shows what nests in it.
        let mut around: Vec<(usize, bool)> = Vec::new();
        for (topic, it) in self.topics.iter().enumerate() {
            while around.pop_if(|(depth, _)| *depth >= it.depth).is_some() {}
            let shown = around.last().is_none_or(|(_, shows)| *shows);
            let open = is_open(topic);
            around.push((it.depth, shown && (open || it.depth < ALWAYS)));
            if !shown {
                continue;
            }
            rows.push(Thread { topic, row: None });
            if open {
                rows.extend((0..it.rows.len()).map(|row| Thread { topic, row: Some(row) }));
            }
        }
        rows
    }

    /// Whether the topics that nest right in one are rows of a matrix though nothing is unfolded.
    #[must_use]
    pub fn shows_inside(&self, topic: usize) -> bool {
        self.topics[topic].depth < ALWAYS && !self.inside(topic).is_empty()
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

    /// The rows of a thread, and those of the topics inside it, each with the topic it is in.
    #[must_use]
    pub fn rows(&self, thread: Thread) -> Vec<(usize, &LevelRow)> {
        if let Some(row) = thread.row {
            return vec![(thread.topic, &self.topics[thread.topic].rows[row])];
        }
        let topics = std::iter::once(thread.topic).chain(self.inside(thread.topic));
        topics.flat_map(|at| self.topics[at].rows.iter().map(move |row| (at, row))).collect()
    }

    /// A thread, and the rows that are in it and in what nests in it.
    pub fn threads_in(&self, thread: Thread) -> impl Iterator<Item = Thread> {
        let inside = match thread.row {
            Some(_) => 0..0,
            None => thread.topic..self.inside(thread.topic).end,
        };
        let rows = inside.flat_map(|topic| {
            (0..self.topics[topic].rows.len()).map(move |row| Thread { topic, row: Some(row) })
        });
        std::iter::once(thread).chain(rows)
    }

    /// The topics and rows of a name: those that are called exactly that, else those whose name begins
    /// with it, else the rows that count what it names ("engineers"), else those whose name has all its
    /// words. Several if they are called alike; what only one level has is left out where several have
    /// others.
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
        // Numbers alone are in many names.
        let spoken: Vec<&String> = words.iter().filter(|word| *word != "#").collect();
        let holds = |text: &str| {
            let found = terms(text);
            !spoken.is_empty() && words.iter().all(|word| found.contains(word))
        };
        let finds: [&dyn Fn() -> Vec<Thread>; 5] = [
            &|| called(&|name| normal(name) == wanted),
            &|| called(&|name| !spoken.is_empty() && terms(name) == words),
            &|| called(&|name| normal(name).starts_with(&wanted)),
            &|| self.counting(&words),
            &|| called(&holds),
        ];
        let found = finds.iter().map(|find| find()).find(|found| !found.is_empty());
        self.common(found.unwrap_or_default())
    }

    /// Whether several columns have a topic or row, or the only column has it.
    #[must_use]
    pub fn is_common(&self, thread: Thread) -> bool {
        self.speakers(thread) > 1 || self.subjects.len() < 2
    }

    /// Without those that only one level has, if there are others.
    fn common(&self, threads: Vec<Thread>) -> Vec<Thread> {
        let said = |thread: &Thread| match thread.row {
            Some(_) => self.speakers(*thread) > 1,
            None => (0..self.subjects.len()).filter(|at| self.says(thread.topic, *at)).count() > 1,
        };
        match threads.iter().any(said) {
            true => threads.into_iter().filter(said).collect(),
            false => threads,
        }
    }

    /// Threads without those that say nothing else: each with the others whose levels all say the
    /// same as its own do.
    #[must_use]
    pub fn distinct(&self, threads: &[Thread]) -> Vec<(Thread, Vec<Thread>)> {
        let rivals = Rivals::new(self, threads);
        let said_by = |at: usize| {
            let others = rivals.of(at).filter(move |other| *other != at);
            others.filter(move |other| self.is_said_by(threads[at], threads[*other]))
        };
        // Of two that say the same the first is kept.
        let is_kept = |at: usize| {
            !said_by(at).any(|other| other < at || !self.is_said_by(threads[other], threads[at]))
        };
        let kept: Vec<bool> = (0..threads.len()).map(is_kept).collect();
        let mut also: Vec<Vec<Thread>> = vec![Vec::new(); threads.len()];
        for at in (0..threads.len()).filter(|at| !kept[*at]) {
            if let Some(keeper) = said_by(at).find(|other| kept[*other]) {
                also[keeper].push(threads[at]);
            }
        }
        let found = also.into_iter().enumerate().filter(|(at, _)| kept[*at]);
        found.map(|(at, also)| (threads[at], also)).collect()
    }

    /// Whether all that a row says is, level by level, in another row too.
    fn is_said_by(&self, one: Thread, other: Thread) -> bool {
        let (Some(row), Some(other_row)) = (one.row, other.row) else { return false };
        let rows = [&self.topics[one.topic].rows[row], &self.topics[other.topic].rows[other_row]];
        let text = |cell: &LevelCell| fold_space(&cell.part.spot.text);
        let mut said = rows[0].cells.some();
        said.all(|(column, cell)| {
            rows[1].cells.get(column).is_some_and(|it| text(it) == text(cell))
        })
    }

    /// The rows in which most levels count something, by the noun.
    fn counting(&self, words: &[String]) -> Vec<Thread> {
        let counts = |row: &LevelRow| {
            let stated = |series: &Series| {
                let values = series.values.values();
                values
                    .filter(|stated| {
                        let unit = terms(&stated.words);
                        words.iter().all(|word| word != "#" && unit.contains(word))
                    })
                    .count()
                    > 1
            };
            row.series().iter().any(stated)
        };
        self.rows_where(&counts)
    }

    /// The topics and rows of a name that has several: those that are called by one of them, the
    /// topics first.
    #[must_use]
    pub fn called(&self, alias: TopicAlias) -> Vec<Thread> {
        let called = self.threads().filter(|thread| alias.is_in(self.name(*thread)));
        self.common(called.collect())
    }

    /// The topics with several names, each with the number of columns that mention it.
    #[must_use]
    pub fn aliases(&self) -> Vec<(TopicAlias, usize)> {
        let mut columns: BTreeMap<TopicAlias, BTreeSet<usize>> = BTreeMap::new();
        let rows = self.topics.iter().flat_map(|topic| &topic.rows);
        for (column, cell) in rows.flat_map(|row| row.cells.some()) {
            for alias in TopicAlias::found(&cell.part.spot.text) {
                columns.entry(alias).or_default().insert(column);
            }
        }
        columns.into_iter().map(|(alias, columns)| (alias, columns.len())).collect()
    }

    /// The rows in which any level mentions a topic, whatever their names.
    #[must_use]
    pub fn saying(&self, wanted: &Wanted) -> Vec<Thread> {
        self.rows_where(&|row| row.cells.values().any(|cell| wanted.is_in(&cell.part.spot.text)))
    }

    fn rows_where(&self, test: &dyn Fn(&LevelRow) -> bool) -> Vec<Thread> {
        let all = self.topics.iter().enumerate().flat_map(|(topic, it)| {
            let rows = it.rows.iter().enumerate().filter(|(_, row)| test(row));
            rows.map(move |(row, _)| Thread { topic, row: Some(row) })
        });
        all.collect()
    }
}

/// Which rows may say what another says: those that have its first text in the same column.
struct Rivals {
    /// The rows that have a text in a column.
    by_text: HashMap<(usize, String), Vec<usize>>,
    /// The first text of each row.
    first: Vec<Option<(usize, String)>>,
}

impl Rivals {
    fn new(levels: &Levels, threads: &[Thread]) -> Self {
        let mut by_text: HashMap<(usize, String), Vec<usize>> = HashMap::new();
        let mut first = Vec::with_capacity(threads.len());
        for (at, thread) in threads.iter().enumerate() {
            let row = thread.row.map(|row| &levels.topics[thread.topic].rows[row]);
            let cells = row.into_iter().flat_map(|row| row.cells.some());
            let texts = cells.map(|(column, cell)| (column, fold_space(&cell.part.spot.text)));
            let texts: Vec<(usize, String)> = texts.collect();
            first.push(texts.first().cloned());
            for text in texts {
                by_text.entry(text).or_default().push(at);
            }
        }
        Self { by_text, first }
    }

    /// The rivals of a row, itself among them, in order.
    fn of(&self, at: usize) -> impl Iterator<Item = usize> {
        let first = self.first[at].as_ref();
        let rivals = first.and_then(|text| self.by_text.get(text));
        rivals.into_iter().flatten().copied()
    }
}
