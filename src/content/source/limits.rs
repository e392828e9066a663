//! Limits for how much of a folder is read, wherever it is read from.

use crate::finding::{Finding, Severity};

/// A larger file is not a document.
pub(crate) const MAX_BYTES: u64 = 32 * MIB;

/// More documents than this are not a ladder.
const MAX_DOCUMENTS: usize = 20_000;

/// People do not maintain a folder with more files and folders than this.
pub(crate) const MAX_FILES: usize = 1_000_000;

/// More text than this is not a ladder.
const MAX_TOTAL: u64 = 128 * MIB;

/// A larger file of ignore rules takes longer to understand than the ladder.
pub(crate) const MAX_RULES: u64 = 64 * KIB;

/// The greatest size of all files of ignore rules.
pub(crate) const MAX_ALL_RULES: usize = 1024 * 1024;

/// The greatest size of the list of files that git gives.
pub(crate) const MAX_LIST: u64 = 256 * MIB;

const KIB: u64 = 1024;
const MIB: u64 = 1024 * KIB;

/// A limit in words: "32 MiB".
pub(crate) fn size(bytes: u64) -> String {
    match bytes {
        bytes if bytes >= MIB => format!("{} MiB", bytes / MIB),
        bytes => format!("{} KiB", bytes / KIB),
    }
}

/// A finding that a walk ended early, at a file.
pub(crate) fn too_many_files(file: &str) -> Finding {
    let message =
        format!("reading stopped here, after {MAX_FILES} files and folders; the rest is not read");
    Finding::new(Severity::Error, "too-many-documents", file, message)
        .help("open a folder inside it")
}

/// Counts text against the limit.
#[derive(Default)]
pub(crate) struct Total(u64);

impl Total {
    /// Adds the bytes of a document. On `Err`, it and all those after it must not be read.
    pub(crate) fn add(&mut self, file: &str, bytes: u64) -> Result<(), Box<Finding>> {
        self.0 = self.0.saturating_add(bytes);
        if self.0 <= MAX_TOTAL {
            return Ok(());
        }
        let message = format!(
            "this document and those after it are not read: the ladder is larger than {}",
            size(MAX_TOTAL)
        );
        let found = Finding::new(Severity::Error, "too-many-documents", file, message);
        Err(Box::new(found.help("open a folder inside it")))
    }
}

/// Removes the documents above the limit, and reports which.
pub(crate) fn cut<T>(files: &mut Vec<T>, path: impl Fn(&T) -> String) -> Option<Finding> {
    cut_to(MAX_DOCUMENTS, files, path)
}

fn cut_to<T>(most: usize, files: &mut Vec<T>, path: impl Fn(&T) -> String) -> Option<Finding> {
    let first = path(files.get(most)?);
    let left = files.len() - most;
    files.truncate(most);
    let message = format!("this document and those after it are not read: {left} in total");
    let finding = Finding::new(Severity::Error, "too-many-documents", first, message);
    Some(finding.help("open a folder inside it"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_said() {
        let mut files = vec!["a.md", "b.md", "c.md"];
        assert_eq!(cut_to(3, &mut files, |file| (*file).to_owned()), None);
        let said = cut_to(1, &mut files, |file| (*file).to_owned()).unwrap();
        assert_eq!((files.as_slice(), said.file.as_str()), (&["a.md"][..], "b.md"));
        assert!(said.message.ends_with("not read: 2 in total"));
        let mut total = Total::default();
        assert_eq!(total.add("a.md", MAX_TOTAL), Ok(()));
        assert!(total.add("b.md", 1).is_err_and(|said| said.file == "b.md"));
    }

    #[test]
    fn the_documents_name_every_limit() {
        let said = include_str!("../../../docs/limits.md");
        for bytes in [MAX_BYTES, MAX_TOTAL, MAX_RULES, MAX_ALL_RULES as u64, MAX_LIST] {
            assert!(said.contains(&format!("| {} |", size(bytes))), "{bytes}");
        }
        for count in [MAX_DOCUMENTS, MAX_FILES] {
            let said = said.replace(',', "");
            assert!(said.contains(&format!("| {count} |")), "{count}");
        }
    }
}
