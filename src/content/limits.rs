//! How much of a folder is read, wherever it is read from.

use crate::content::diagnostic::{Diagnostic, Severity};

/// A larger file is no document.
pub(crate) const MAX_BYTES: u64 = 32 * 1024 * 1024;

/// More documents than this are no ladder.
const MAX_DOCUMENTS: usize = 100_000;

/// Leaves out the documents that are too many, and says which.
pub(crate) fn cut<T>(files: &mut Vec<T>, path: impl Fn(&T) -> String) -> Option<Diagnostic> {
    cut_to(MAX_DOCUMENTS, files, path)
}

fn cut_to<T>(most: usize, files: &mut Vec<T>, path: impl Fn(&T) -> String) -> Option<Diagnostic> {
    let first = path(files.get(most)?);
    let left = files.len() - most;
    files.truncate(most);
    let message = format!("this document and those after it are left out: {left} in all");
    let diagnostic = Diagnostic::new(Severity::Error, "too-many-documents", first, message);
    Some(diagnostic.help("name a folder further down"))
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
        assert!(said.message.ends_with("left out: 2 in all"));
    }
}
