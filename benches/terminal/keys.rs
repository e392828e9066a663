//! Every kind of key of rungs on a workload: how long the answer takes, and how many bytes it has.

use std::io;
use std::path::Path;
use std::time::Duration;

use crate::figures::{ms, percentile};
use crate::program::RUNGS;
use crate::screen::{Answer, SIZE};
use crate::viewing::{ANSWERED, KEY_PATIENCE, start};
use crate::workload::Workload;

/// Keys that are measured one by one, after others that lead there.
struct Action {
    name: &'static str,
    prepare: &'static [&'static str],
    keys: &'static [&'static str],
    /// How often the keys are typed.
    times: usize,
}

const fn action(
    name: &'static str,
    prepare: &'static [&'static str],
    keys: &'static [&'static str],
    times: usize,
) -> Action {
    Action { name, prepare, keys, times }
}

const ENTER: &str = "\r";

/// Leads to the document, from whichever pane has the keys at the start.
const DOCUMENT: &str = "lll";

const ACTIONS: [Action; 14] = [
    action("move", &[DOCUMENT], &["j"], 60),
    action("page", &[DOCUMENT], &[" "], 20),
    action("jump to an end", &[DOCUMENT], &["G", "g"], 10),
    action("next section", &[DOCUMENT], &["]"], 20),
    action("fold", &[DOCUMENT, "]"], &["-"], 10),
    action("next role", &[], &["."], 8),
    action("search the view", &[DOCUMENT, "/"], &["q", "u", "a", "l", "i", "t", "y"], 1),
    action("search the ladder", &["s"], &["q", "u", "a", "l", "i", "t", "y"], 1),
    action("jump by name", &["p"], &["s", "e", "n", "i", "o", "r"], 1),
    action("compare", &["c"], &[ENTER], 1),
    action("next difference", &["c", ENTER], &["n"], 30),
    action("trace", &[], &["t", ENTER], 1),
    action("overview", &[], &["M"], 1),
    action("move in an overview", &["M"], &["j"], 20),
];

/// Prints a row for each kind of key.
pub(crate) fn measure(workload: &Workload, folder: &Path) -> io::Result<()> {
    println!("\n{:<22} {:>8} {:>8} {:>8}", workload.name, "p50", "p99", "bytes");
    for action in &ACTIONS {
        print(action.name, &answers(action, workload, folder)?);
    }
    let Some(terminal) = start(&command(workload), folder)? else { return Ok(()) };
    let sizes = [(100, 30), (140, 50), (80, 24), SIZE].into_iter().cycle().take(12);
    let resizes: Vec<Answer> =
        sizes.map_while(|size| terminal.resized(size, ANSWERED, KEY_PATIENCE)).collect();
    print("resize", &resizes);
    Ok(())
}

fn command(workload: &Workload) -> Vec<String> {
    let path = workload.ladder.iter().map(|path| path.display().to_string());
    std::iter::once(RUNGS.clone()).chain(path).collect()
}

fn answers(action: &Action, workload: &Workload, folder: &Path) -> io::Result<Vec<Answer>> {
    let Some(terminal) = start(&command(workload), folder)? else { return Ok(Vec::new()) };
    for keys in action.prepare {
        terminal.answer(keys, ANSWERED, KEY_PATIENCE);
    }
    let keys = action.keys.iter().cycle().take(action.keys.len() * action.times);
    // A key that has nothing to do, at the end of a document, is not answered.
    Ok(keys.map_while(|key| terminal.answer(key, ANSWERED, Duration::from_secs(10))).collect())
}

fn print(name: &str, answers: &[Answer]) {
    let took: Vec<Duration> = answers.iter().map(|it| it.took).collect();
    let bytes = answers.iter().map(|it| it.bytes).max().unwrap_or_default();
    let [p50, p99] = [50, 99].map(|percent| ms(percentile(&took, percent)));
    println!("{name:<22} {p50:>8} {p99:>8} {bytes:>8}");
}
