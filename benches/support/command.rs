//! A bench as a command: its words, and how it ends.

use std::process::ExitCode;
use std::{env, io};

/// Runs a bench with the words of its command line. An error is reported.
pub(crate) fn run(measure: impl FnOnce(&[&str]) -> io::Result<()>) -> ExitCode {
    // Cargo adds `--bench`.
    let words: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match measure(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}
