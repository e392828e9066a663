//! `rungs init`: the built-in ladder as a start for one's own.

use std::path::Path;

use anyhow::Result;

use super::output::Output;
use crate::content;

pub(super) fn run(dir: &Path, out: &Output) -> Result<u8> {
    let files = content::write_tree(dir, &content::files_of_built_in())?.len();
    let shown: String = dir.display().to_string().chars().filter(|c| !c.is_control()).collect();
    out.write(&format!(
        "Wrote {files} documents to {shown}. Read them with `rungs {shown}`, then make them yours.\n"
    ))?;
    Ok(0)
}
