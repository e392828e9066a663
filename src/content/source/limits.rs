//! Limits for how much of a folder is read, wherever it is read from.

use crate::finding::{Finding, Severity};

/// A larger file is not a document.
pub(crate) const MAX_BYTES: u64 = 32 * 1024 * 1024;

/// More documents than this are not a ladder.
const MAX_DOCUMENTS: usize = 100_000;

/// People do not maintain a folder with more files than this.
pub(crate) const MAX_FILES: usize = 1_000_000;

/// More text than this is not a ladder.
pub(crate) const MAX_TOTAL: u64 = 1024 * 1024 * 1024;

/// A finding that a walk ended early, at a file.
pub(crate) fn too_many_files(file: &str) -> Finding {
    let message = format!("reading stopped here, after {MAX_FILES} files; the rest is not read");
    Finding::new(Severity::Error, "too-many-documents", file, message)
        .help("open a folder inside it")
}

/// Counts text against the limit, and reports the first file that exceeds it.
#[derive(Default)]
pub(crate) struct Total {
    bytes: u64,
    is_said: bool,
}

impl Total {
    /// Adds the bytes of a file. On `Err`, the file must not be read.
    pub(crate) fn add(&mut self, file: &str, bytes: u64) -> Result<(), Option<Box<Finding>>> {
        self.bytes = self.bytes.saturating_add(bytes);
        if self.bytes <= MAX_TOTAL {
            return Ok(());
        }
        if std::mem::replace(&mut self.is_said, true) {
            return Err(None);
        }
        let message =
            "this document and those after it are not read: the ladder is larger than 1 GiB";
        let found = Finding::new(Severity::Error, "too-many-documents", file, message);
        Err(Some(Box::new(found.help("open a folder inside it"))))
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
        assert!(total.add("b.md", 1).is_err_and(|said| said.is_some_and(|it| it.file == "b.md")));
        assert_eq!(total.add("c.md", 1), Err(None));
    }
}
