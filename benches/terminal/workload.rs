//! What is shown: files out of seeds, and the pages of the repository.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::synthetic;

const SEED: u64 = 7;

/// A ladder or a document on the disk.
pub(crate) struct Workload {
    pub(crate) name: &'static str,
    /// What rungs is called with; nothing for the built-in ladder.
    pub(crate) ladder: Option<PathBuf>,
    /// The document that a viewer of one document is called with, if the workload is one document.
    pub(crate) document: Option<PathBuf>,
}

/// The workloads, in a folder that is deleted at the end.
pub(crate) struct Workloads {
    folder: TempDir,
}

impl Workloads {
    pub(crate) fn new() -> io::Result<Self> {
        Ok(Self { folder: TempDir::new()? })
    }

    /// An empty folder, to start programs in.
    pub(crate) fn empty(&self) -> io::Result<PathBuf> {
        let empty = self.folder.path().join("empty");
        fs::create_dir_all(&empty)?;
        Ok(empty)
    }

    /// Our own page of a director.
    pub(crate) fn page(&self) -> io::Result<Workload> {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/management/director.md");
        self.document("a page of 14 KB", "director", &fs::read_to_string(page)?)
    }

    /// The built-in ladder.
    pub(crate) fn built_in(&self) -> Workload {
        Workload { name: "the built-in ladder", ladder: None, document: None }
    }

    /// The sections of 91 synthetic roles in one document.
    pub(crate) fn long_document(&self) -> io::Result<Workload> {
        let texts = synthetic::ladder(91, SEED).map(|(_, text)| text);
        let texts = texts.map(|text| match text.splitn(3, "---\n").nth(2) {
            Some(body) => body.to_owned(),
            None => text,
        });
        let text: String = texts.collect();
        self.document("a document of 1 MB", "long", &text)
    }

    /// A table of 5,000 rows by 8.
    pub(crate) fn long_table(&self) -> io::Result<Workload> {
        let mut text = "# Expectations\n\n| Topic | A | B | C | D | E | F | G |\n".to_owned();
        text += "| --- | --- | --- | --- | --- | --- | --- | --- |\n";
        let texts = synthetic::ladder(1_000, SEED).map(|(_, text)| text);
        let items = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>());
        let mut cells = items.filter_map(|line| line.strip_prefix("- ").map(str::to_owned));
        for row in 0..5_000 {
            text += &format!("| Topic {row} |");
            for cell in cells.by_ref().take(7) {
                text += &format!(" {cell} |");
            }
            text.push('\n');
        }
        self.document("a table of 5,000 rows", "table", &text)
    }

    /// A ladder of this many roles.
    pub(crate) fn roles(&self, name: &'static str, roles: usize) -> io::Result<Workload> {
        let root = self.folder.path().join(roles.to_string());
        if !root.exists() {
            for (path, text) in synthetic::ladder(roles, SEED) {
                let path = root.join(path);
                fs::create_dir_all(path.parent().unwrap_or(&root))?;
                fs::write(path, text)?;
            }
        }
        Ok(Workload { name, ladder: Some(root), document: None })
    }

    fn document(&self, name: &'static str, file: &str, text: &str) -> io::Result<Workload> {
        let folder = self.folder.path().join(file);
        fs::create_dir_all(&folder)?;
        let document = folder.join(format!("{file}.md"));
        fs::write(&document, text)?;
        Ok(Workload { name, ladder: Some(document.clone()), document: Some(document) })
    }
}
