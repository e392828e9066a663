//! The programs: rungs, whichever other viewers are installed, and a program that only draws one frame.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use crate::workload::Workload;

/// The binary that Cargo built with this benchmark, or another one that the environment names.
pub(crate) static RUNGS: LazyLock<String> = LazyLock::new(|| {
    env::var("RUNGS_BINARY").unwrap_or_else(|_| env!("CARGO_BIN_EXE_rungs").to_owned())
});

/// The word with which this benchmark draws one frame and waits.
pub(crate) const FLOOR: &str = "floor";

/// A viewer, and how it is called and used.
pub(crate) struct Viewer {
    pub(crate) name: &'static str,
    /// The words before the path.
    command: Vec<String>,
    /// The keys that lead to the text before keys are measured.
    pub(crate) prepare: &'static str,
    pub(crate) page_down: &'static str,
}

impl Viewer {
    /// rungs, the other viewers that are found in `PATH`, and the floor.
    pub(crate) fn all() -> Vec<Self> {
        let viewer = |name, command: Vec<String>, prepare, page_down| Self {
            name,
            command,
            prepare,
            page_down,
        };
        let mut all = vec![viewer("rungs", vec![RUNGS.clone()], "lll", " ")];
        let others = [
            ("mdless", "mdless", "", "f"),
            ("treemd", "treemd", "\t", "\x1b[6~"),
            ("leaf", "leaf", "", "\x1b[6~"),
            ("glow", "glow -p", "", " "),
            ("less", "less", "", " "),
        ];
        for (name, command, prepare, page_down) in others {
            let mut words = command.split(' ').map(str::to_owned);
            let Some(path) = words.next().and_then(|word| find(&word)) else { continue };
            let mut command = vec![path.display().to_string()];
            command.extend(words);
            all.push(viewer(name, command, prepare, page_down));
        }
        let this = env::current_exe().map(|it| it.display().to_string()).unwrap_or_default();
        all.push(viewer("floor", vec![this, FLOOR.to_owned()], "", " "));
        all
    }

    /// The command that shows a workload, if the program can show it.
    pub(crate) fn command(&self, workload: &Workload) -> Option<Vec<String>> {
        let path = match self.name {
            "rungs" => workload.ladder.as_deref(),
            "floor" => None,
            _ => Some(workload.document.as_deref()?),
        };
        let mut command = self.command.clone();
        command.extend(path.map(|path| path.display().to_string()));
        Some(command)
    }

    /// Whether it answers keys.
    pub(crate) fn is_floor(&self) -> bool {
        self.name == "floor"
    }
}

/// A program in `PATH`.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .map(|folder: PathBuf| folder.join(name))
        .find(|it: &PathBuf| Path::is_file(it))
}
