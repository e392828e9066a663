//! How time and memory grow with the size of a ladder: `cargo bench --bench growth -- [ROLES...]`.
//!
//! Each operation runs on ladders of 100, 1,000 and 10,000 roles, or of the given sizes, and is left out
//! above the size at which it would take more than a minute. An exponent is that of time between two
//! sizes: 1 is linear, and at most 1.1 is wanted. `-- write FOLDER ROLES` writes such a ladder to a
//! folder, to measure the program itself.

#[path = "support/command.rs"]
mod command;
#[path = "support/synthetic.rs"]
mod synthetic;
#[path = "support/words.rs"]
mod words;

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use std::{fs, io};

use rungs::check::{self, Switches};
use rungs::compare;
use rungs::content::{self, Options, Source};
use rungs::model::{Ladder, RoleId, Subject, TrackId};
use rungs::report::{OverviewReport, TracesReport};
use rungs::search;

const SEED: u64 = 7;

const SIZES: [usize; 3] = [100, 1_000, 10_000];

/// An operation that would take longer than this is not measured, even if it were linear.
const MINUTE: Duration = Duration::from_secs(60);

/// An operation, and what it does with a ladder and the sources of it.
type Operation = (&'static str, fn(&Ladder, &[Source]) -> usize);

const OPERATIONS: [Operation; 6] = [
    ("load", |_, sources| content::parse("growth", sources, Options::default()).0.roles.len()),
    ("check", |ladder, _| check::check(ladder, &Switches::default()).len()),
    ("compare", |ladder, _| {
        let sides = [0, 1].map(|role| Subject::Role(RoleId(role)));
        compare::compare(ladder, sides[0], sides[1]).topics.len()
    }),
    ("overview", |ladder, _| OverviewReport::new(ladder, &tracks(ladder), false).tracks.len()),
    ("trace", |ladder, _| {
        let report = TracesReport::new(ladder, &tracks(ladder), "scope");
        report.tracks().count()
    }),
    ("search", |ladder, _| {
        let found = search::search(ladder, &search::Query::words("budget"));
        found.map_or(0, |found| found.hits.len())
    }),
];

fn tracks(ladder: &Ladder) -> Vec<TrackId> {
    (0..ladder.tracks.len()).map(TrackId).collect()
}

fn main() -> ExitCode {
    command::run(|words| match words {
        ["write", rest @ ..] => write(rest),
        _ => measure(words),
    })
}

fn number(word: &str) -> io::Result<usize> {
    word.parse().map_err(|_| io::Error::other(format!("`{word}` is not a number of roles")))
}

fn write(words: &[&str]) -> io::Result<()> {
    let [folder, roles] = words else {
        return Err(io::Error::other("say: write FOLDER ROLES"));
    };
    for (path, text) in synthetic::ladder(number(roles)?, SEED) {
        let path = std::path::Path::new(folder).join(path);
        fs::create_dir_all(path.parent().unwrap_or(&path))?;
        fs::write(path, text)?;
    }
    Ok(())
}

/// What an operation took on the ladder before, and how many roles that has.
type Before = Option<(usize, Duration)>;

fn measure(words: &[&str]) -> io::Result<()> {
    let sizes = match words {
        [] => SIZES.to_vec(),
        _ => words.iter().map(|word| number(word)).collect::<io::Result<_>>()?,
    };
    let mut before: [Before; OPERATIONS.len()] = [None; OPERATIONS.len()];
    println!("{:>7}  {:<9} {:>10} {:>9}  exponent", "roles", "operation", "ms", "peak MB");
    for roles in sizes {
        let sources: Vec<Source> =
            synthetic::ladder(roles, SEED).map(|(path, text)| Source::new(path, text)).collect();
        let (ladder, _) = content::parse("growth", &sources, Options::default());
        for ((name, run), before) in OPERATIONS.iter().zip(&mut before) {
            if before.is_some_and(|(fewer, took)| estimate(took, fewer, roles) > MINUTE) {
                println!("{roles:>7}  {name:<9} {:>10}", "-");
                continue;
            }
            forget_peak();
            let took = time(|| run(&ladder, &sources));
            let exponent = before.map(|(fewer, less)| {
                (took.as_secs_f64() / less.as_secs_f64()).ln() / (roles as f64 / fewer as f64).ln()
            });
            let exponent = exponent.map_or(String::new(), |exponent| format!("{exponent:.2}"));
            let (ms, peak) = (took.as_secs_f64() * 1e3, peak().unwrap_or_default());
            println!("{roles:>7}  {name:<9} {ms:>10.2} {peak:>9}  {exponent:>8}");
            *before = Some((roles, took));
        }
    }
    Ok(())
}

/// What an operation takes on more roles if it is linear.
fn estimate(took: Duration, fewer: usize, roles: usize) -> Duration {
    took.mul_f64(roles as f64 / fewer as f64)
}

/// The shortest of some runs, of which a long one needs no second.
fn time(run: impl Fn() -> usize) -> Duration {
    let mut best = Duration::MAX;
    for _ in 0..5 {
        let start = Instant::now();
        black_box(run());
        best = best.min(start.elapsed());
        if best > Duration::from_millis(500) {
            break;
        }
    }
    best
}

/// Lets the peak of memory begin again at what is in use, where the system can.
fn forget_peak() {
    let _ = fs::write("/proc/self/clear_refs", "5");
}

/// The most memory that the process used, in MB.
fn peak() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<usize>().ok()? / 1024)
}
