//! One run of a viewer: its first frame, its keys, its memory, and how it rests.

use std::io;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use crate::figures::{median, megabytes, ms, percentile, ratio};
use crate::process;
use crate::program::Viewer;
use crate::screen::{Answer, SIZE, Terminal};
use crate::workload::Workload;

/// How long nothing comes after a first frame, and after a key. Neither counts as time of the program.
const STILL: Duration = Duration::from_millis(400);
pub(crate) const ANSWERED: Duration = Duration::from_millis(20);

/// How long a first frame, and an answer, may take before it has none.
const PATIENCE: Duration = Duration::from_secs(60);
pub(crate) const KEY_PATIENCE: Duration = Duration::from_secs(10);

const IDLE: Duration = Duration::from_secs(2);

/// How often a viewer is started, and in how many of these runs it is used too.
const RUNS: usize = 9;
const USES: usize = 2;

/// The keys of one use.
const LINES: usize = 60;
const PAGES: usize = 20;
const HELD: usize = 200;

/// The figures of a viewer on a workload, of all runs.
#[derive(Default)]
struct Figures {
    first_frames: Vec<Duration>,
    lines: Vec<Answer>,
    pages: Vec<Answer>,
    held: Vec<Duration>,
    resizes: Vec<Duration>,
    memory: Vec<u64>,
    idle: Vec<Duration>,
}

/// Starts a program and waits for its first frame.
pub(crate) fn start(command: &[String], folder: &Path) -> io::Result<Option<Terminal>> {
    let terminal = Terminal::start(command, folder)?;
    let shown = terminal.still(terminal.started, STILL, PATIENCE);
    Ok(shown.map(|_| terminal))
}

impl Figures {
    fn view(
        &mut self,
        viewer: &Viewer,
        command: &[String],
        folder: &Path,
        uses: bool,
    ) -> io::Result<()> {
        let Some(terminal) = start(command, folder)? else { return Ok(()) };
        self.first_frames.extend(terminal.settled().map(|at| at - terminal.started));
        if uses && !viewer.is_floor() {
            self.use_keys(viewer, &terminal);
            self.rest(&terminal);
        }
        self.memory.extend(process::peak_memory(terminal.pid));
        Ok(())
    }

    /// Measures what the program does while nothing happens, once its work beside the screen has ended.
    fn rest(&mut self, terminal: &Terminal) {
        let ran = |time: Duration| {
            let before = process::cpu_time(terminal.pid)?;
            thread::sleep(time);
            Some(process::cpu_time(terminal.pid)?.saturating_sub(before))
        };
        let is_busy = || ran(IDLE / 10).is_some_and(|ran| ran > IDLE / 20);
        let deadline = Instant::now() + PATIENCE;
        while is_busy() && Instant::now() < deadline {}
        self.idle.extend(ran(IDLE));
    }

    fn use_keys(&mut self, viewer: &Viewer, terminal: &Terminal) {
        let answer = |keys: &str| terminal.answer(keys, ANSWERED, Duration::from_secs(1));
        if !viewer.prepare.is_empty() {
            answer(viewer.prepare);
        }
        self.pages.extend((0..PAGES).map_while(|_| answer(viewer.page_down)));
        answer("g");
        self.lines.extend((0..LINES).map_while(|_| answer("j")));
        for _ in 0..HELD {
            terminal.types("j");
            thread::sleep(Duration::from_millis(1));
        }
        let released = Instant::now();
        let last = terminal.still(terminal.started, ANSWERED, PATIENCE);
        self.held.extend(last.map(|last| last.saturating_duration_since(released)));
        for size in [(100, 30), (140, 50), SIZE] {
            let answer = terminal.resized(size, ANSWERED, KEY_PATIENCE);
            self.resizes.extend(answer.map(|it| it.took));
        }
    }
}

/// Starts every viewer on a workload again and again, one after the other, and prints a row for each.
pub(crate) fn compare(viewers: &[Viewer], workload: &Workload, folder: &Path) -> io::Result<()> {
    let mut all: Vec<(&Viewer, Vec<String>, Figures)> = viewers
        .iter()
        .filter_map(|it| Some((it, it.command(workload)?, Figures::default())))
        .collect();
    for run in 0..RUNS {
        for (viewer, command, figures) in &mut all {
            // One that takes seconds differs little from run to run.
            let is_slow = figures.first_frames.first().is_some_and(|it| it.as_secs() > 1);
            let failed = run > 0 && figures.first_frames.is_empty();
            if !failed && (run < USES || !is_slow) {
                figures.view(viewer, command, folder, run < USES)?;
            }
        }
    }
    let first_frame = |it: &Figures| median(&it.first_frames);
    let ours = all.first().and_then(|(_, _, figures)| first_frame(figures));
    println!(
        "\n{:<22} {:>16} {:>13} {:>13} {:>11} {:>7} {:>7} {:>8} {:>7}",
        workload.name,
        "first frame (x)",
        "j p50/p99",
        "page p50/p99",
        "bytes j/pg",
        "held",
        "resize",
        "MB",
        "idle"
    );
    for (viewer, _, figures) in &all {
        let first = first_frame(figures);
        let keys = |answers: &[Answer]| {
            let took: Vec<Duration> = answers.iter().map(|it| it.took).collect();
            format!("{}/{}", ms(percentile(&took, 50)), ms(percentile(&took, 99)))
        };
        let bytes = |answers: &[Answer]| {
            let bytes: Vec<usize> = answers.iter().map(|it| it.bytes).collect();
            median(&bytes).map_or("-".to_owned(), |bytes| bytes.to_string())
        };
        println!(
            "{:<22} {:>16} {:>13} {:>13} {:>11} {:>7} {:>7} {:>8} {:>7}",
            viewer.name,
            format!("{} ({})", ms(first), ratio(first, ours)),
            keys(&figures.lines),
            keys(&figures.pages),
            format!("{}/{}", bytes(&figures.lines), bytes(&figures.pages)),
            ms(median(&figures.held)),
            ms(percentile(&figures.resizes, 99)),
            megabytes(median(&figures.memory)),
            ms(median(&figures.idle)),
        );
    }
    Ok(())
}
