//! `rungs init`: a copy of the built-in ladder to start from, or a `ladder.yml` that states how a
//! ladder is read.

use std::path::Path;

use anyhow::{Result, bail};

use super::output::Output;
use crate::content;

pub(super) fn run(dir: &Path, out: &Output) -> Result<u8> {
    let files = content::write_tree(dir, &content::files_of_built_in())?.len();
    let shown = shown(dir);
    out.write(&format!(
        "Wrote {files} documents to {shown}. Read them with `rungs {shown}`, then edit them.\n"
    ))?;
    Ok(0)
}

/// Writes how the ladder in a folder was read. Overwrites nothing.
pub(super) fn from(dir: &Path, out: &Output) -> Result<u8> {
    if dir.is_file() {
        // A `ladder.yml` is about all of a folder; one of a single file would shut the others out.
        bail!("`{}` is a file: name the folder of the ladder", shown(dir));
    }
    let loaded = content::load(dir)?;
    let root = loaded.root.clone().unwrap_or_else(|| dir.to_owned());
    let file = root.join("ladder.yml");
    content::write_new(&file, content::as_config(&loaded.ladder).as_bytes())?;
    out.write(&format!(
        "Wrote {}. Edit it where rungs read the ladder wrongly: the file decides.\n",
        shown(&file)
    ))?;
    Ok(0)
}

fn shown(path: &Path) -> String {
    path.display().to_string().chars().filter(|c| !c.is_control()).collect()
}
