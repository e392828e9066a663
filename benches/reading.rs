//! What reading costs beside parsing, on real ladders: `cargo bench --bench reading -- [FOLDER…]`,
//! each a folder of ladders. Reading is all that happens from parsed documents to a ladder; it should
//! cost at most half of parsing. Parsing takes several threads where there are some, reading one: on
//! one core (`taskset -c 0`) the two are compared by the work that they do.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rungs::content::{self, Options, Source};

/// Each is timed so often, and the fastest counts.
const RUNS: usize = 10;

fn main() {
    // Cargo adds options of its own.
    let mut folders: Vec<PathBuf> =
        std::env::args().skip(1).filter(|it| !it.starts_with("--")).map(PathBuf::from).collect();
    if folders.is_empty() {
        folders = ["../shared/corpus", "../shared/ladders"].map(PathBuf::from).into();
    }
    folders.iter().for_each(|folder| time_all(folder));
}

/// Times each ladder in a folder, and prints what each costs and all of them.
fn time_all(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        println!("skipped: {} is not there", folder.display());
        return;
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.is_dir());
    paths.sort();
    let (mut parsing, mut reading) = (Duration::ZERO, Duration::ZERO);
    for path in paths {
        let Ok(loaded) = content::load(&path) else { continue };
        let (parse, read) = time(&loaded.sources);
        print(&path, parse, read);
        parsing += parse;
        reading += read;
    }
    print(folder, parsing, reading);
}

/// How long it takes to parse sources, and how much longer to read a ladder from them.
fn time(sources: &[Source]) -> (Duration, Duration) {
    let parse = fastest(|| content::count_documents(black_box(sources)));
    let all =
        fastest(|| content::parse("bench", black_box(sources), Options::default()).0.roles.len());
    (parse, all.saturating_sub(parse))
}

fn fastest(mut run: impl FnMut() -> usize) -> Duration {
    let once = |_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    };
    (0..RUNS).map(once).min().unwrap_or_default()
}

fn print(path: &Path, parse: Duration, read: Duration) {
    let [parse, read] = [parse, read].map(|time| time.as_secs_f64() * 1e3);
    println!("{parse:8.2} ms {read:8.2} ms {:5.2}  {}", read / parse, path.display());
}
