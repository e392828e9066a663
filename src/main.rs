//! The `rungs` program: arguments in, exit status out.

use std::process::ExitCode;

fn main() -> ExitCode {
    rungs::cli::run(std::env::args_os())
}
