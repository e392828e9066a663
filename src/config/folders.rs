//! Where the files of a config are.

use std::path::{Path, PathBuf};

use crate::content;

/// The names of the file of a project, in its folder.
const IN_PROJECT: [&str; 2] = [".rungs.yml", ".rungs.yaml"];

/// The names of the file of a user, in the folder of the program.
const OF_USER: [&str; 2] = ["config.yml", "config.yaml"];

/// The variable that names another file of the user.
pub(super) const VARIABLE: &str = "RUNGS_CONFIG";

/// A file of a config.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigFile {
    /// Its path.
    pub path: PathBuf,
    /// Whether it exists.
    pub exists: bool,
}

/// The files of a config.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConfigFiles {
    /// That of the user; `None` if no folder for it is known, or none is wanted.
    pub user: Option<ConfigFile>,
    /// That of the project; `None` if there is none.
    pub project: Option<PathBuf>,
}

/// The files for a ladder, or for the current folder. `variable` gives the value of a variable of the
/// environment.
#[must_use]
pub fn files(from: &Path, variable: &dyn Fn(&str) -> Option<String>) -> ConfigFiles {
    ConfigFiles { user: of_user(variable), project: content::nearest_file(from, &IN_PROJECT) }
}

fn of_user(variable: &dyn Fn(&str) -> Option<String>) -> Option<ConfigFile> {
    if let Some(named) = variable(VARIABLE) {
        let path = PathBuf::from(&named);
        return (!named.is_empty()).then(|| ConfigFile { exists: path.exists(), path });
    }
    let folder = folder(variable)?;
    let found = OF_USER.iter().map(|name| folder.join(name)).find(|path| path.exists());
    Some(match found {
        Some(path) => ConfigFile { path, exists: true },
        None => ConfigFile { path: folder.join(OF_USER[0]), exists: false },
    })
}

/// The folder of the program among the configs of the user.
fn folder(variable: &dyn Fn(&str) -> Option<String>) -> Option<PathBuf> {
    let absolute = |name| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = || absolute("HOME");
    let configs = match absolute("XDG_CONFIG_HOME") {
        Some(configs) => configs,
        None if cfg!(target_os = "macos") => home()?.join("Library/Application Support"),
        None if cfg!(windows) => absolute("APPDATA")?,
        None => home()?.join(".config"),
    };
    Some(configs.join("rungs"))
}

/// The folder of the program for what it remembers.
#[must_use]
pub fn state_folder(variable: &dyn Fn(&str) -> Option<String>) -> Option<PathBuf> {
    let absolute = |name| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = || absolute("HOME").filter(|home| home.parent().is_some());
    let states = match absolute("XDG_STATE_HOME") {
        Some(states) => states,
        None if cfg!(target_os = "macos") => home()?.join("Library/Application Support"),
        None if cfg!(windows) => absolute("LOCALAPPDATA")?,
        None => home()?.join(".local/state"),
    };
    Some(states.join("rungs"))
}

/// The path that a file of the user names: relative to its folder, `~` for the home of the user.
pub(super) fn resolved(file: &Path, named: &str, home: Option<String>) -> PathBuf {
    match (named.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => Path::new(&home).join(rest),
        _ => file.parent().unwrap_or(Path::new("")).join(named),
    }
}
