//! Running the program, and what a run gave.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

/// What a run of the program gave.
pub(crate) struct Output {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) status: i32,
}

impl Output {
    /// What it printed; it must have succeeded and said nothing.
    #[track_caller]
    pub(crate) fn fine(self) -> String {
        assert_eq!((self.status, self.stderr.as_str()), (0, ""));
        self.stdout
    }

    /// What it printed as JSON; it must have succeeded.
    #[track_caller]
    pub(crate) fn json(self) -> Value {
        assert_eq!(self.status, 0, "{}", self.stderr);
        serde_json::from_str(&self.stdout).unwrap()
    }

    /// What it complained about; it must have failed and printed nothing.
    #[track_caller]
    pub(crate) fn refused(self) -> String {
        assert_eq!((self.status, self.stdout.as_str()), (2, ""), "{}", self.stderr);
        self.stderr
    }
}

/// The program with arguments, in a folder, without anything from the environment that it heeds.
pub(crate) fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rungs"));
    command.args(arguments).current_dir(folder);
    for name in ["RUNGS_LADDER", "NO_COLOR", "CLICOLOR_FORCE", "LC_ALL", "LC_CTYPE", "LANG", "TERM"]
    {
        command.env_remove(name);
    }
    command.env("LC_ALL", "C.UTF-8");
    // No config of the user who runs the tests.
    command.env("RUNGS_CONFIG", "");
    command
}

pub(crate) fn output(mut command: Command) -> Output {
    let output = command.output().unwrap();
    Output {
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
        status: output.status.code().unwrap(),
    }
}

/// Runs on the built-in ladder, from a folder that holds none. What is said is kept but for the line
/// that it is the built-in one, which a test of its own asks for.
pub(crate) fn run<const N: usize>(arguments: [&str; N]) -> Output {
    built_in(&arguments)
}

/// The same with any number of arguments.
pub(crate) fn built_in(arguments: &[&str]) -> Output {
    let folder = TempDir::new().unwrap();
    let output = output(program(folder.path(), arguments));
    match output.stderr.split_once('\n') {
        Some((note, rest)) if note.starts_with("rungs: built-in ladder: ") => {
            Output { stderr: rest.to_owned(), ..output }
        }
        _ => output,
    }
}

/// Runs in a folder.
pub(crate) fn run_in<const N: usize>(folder: impl AsRef<Path>, arguments: [&str; N]) -> Output {
    output(program(folder.as_ref(), &arguments))
}

/// Runs on the ladder that a folder holds.
pub(crate) fn run_on<const N: usize>(ladder: &TempDir, arguments: [&str; N]) -> Output {
    let mut command = program(ladder.path(), &arguments);
    command.env("RUNGS_LADDER", ".");
    output(command)
}

/// Runs in a folder `ladder` that holds these documents, and is the ladder.
pub(crate) fn run_among(documents: &[(&str, &str)], arguments: &[&str]) -> Output {
    let outer = TempDir::new().unwrap();
    let ladder = outer.path().join("ladder");
    write(&ladder, documents);
    let mut command = program(&ladder, arguments);
    command.env("RUNGS_LADDER", ".");
    output(command)
}

/// A folder with these documents.
pub(crate) fn folder(documents: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    write(folder.path(), documents);
    folder
}

/// Writes documents into a folder, which is made where it is not there.
pub(crate) fn write(folder: &Path, documents: &[(&str, &str)]) {
    fs::create_dir_all(folder).unwrap();
    for (path, text) in documents {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}
