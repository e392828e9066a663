//! How well rungs aligns roles that people aligned by hand, beside a line diff and a greedy best word
//! overlap: `cargo bench --bench alignment -- [PAIRS_DIR LADDERS_DIR...]`. docs/aligning.md tells how to
//! label pairs of your own.

mod scoring;

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    // Cargo adds options of its own.
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|it| !it.starts_with("--")).collect();
    let (pairs, roots) = match arguments.as_slice() {
        [] => (here.join("tests/alignment"), vec![here]),
        [pairs, roots @ ..] if !roots.is_empty() => {
            (PathBuf::from(pairs), roots.iter().map(PathBuf::from).collect())
        }
        _ => {
            eprintln!("usage: cargo bench --bench alignment -- [PAIRS_DIR LADDERS_DIR...]");
            return ExitCode::from(2);
        }
    };
    match scoring::read(&pairs).and_then(|pairs| scoring::table(&pairs, &roots)) {
        Ok((table, _)) => {
            print!("{table}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}
