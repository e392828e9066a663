//! Where a program is.

use std::path::PathBuf;

use rustix::fs::{Access, access};

/// The program of a name, looked for in the absolute folders of `PATH` only: an empty or relative entry
/// means the current folder, which can be a stranger's ladder.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders = std::env::split_paths(&path).filter(|folder| folder.is_absolute());
    let mut places = folders.map(|folder| folder.join(name));
    places.find(|place| place.is_file() && access(place, Access::EXEC_OK).is_ok())
}
