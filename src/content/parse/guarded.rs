//! A panic of a parser costs one document and becomes a finding.

use crate::finding::guard::caught;
use crate::finding::{Finding, Severity};

/// Parses one file. A panic becomes a finding.
pub(crate) fn guarded<T>(file: &str, parse: impl FnOnce() -> T) -> Result<T, Box<Finding>> {
    caught(parse).map_err(|panic| {
        let message = format!("this file is not read, because of an error in rungs: {panic}");
        let found = Finding::new(Severity::Error, "unreadable", file, message);
        Box::new(found.help("report this message to the authors of rungs, with the file"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::guard::is_guarded;

    #[test]
    fn a_panic_becomes_a_finding_and_the_next_file_is_parsed() {
        let found = guarded("a.md", || -> usize { panic!("no \u{1b}[31m char boundary") });
        let found = found.unwrap_err();
        assert_eq!((found.file.as_str(), found.severity), ("a.md", Severity::Error));
        assert!(found.message.contains("no [31m char boundary (src/content/parse/guarded.rs:"));
        assert!(!is_guarded());
        assert_eq!(guarded("b.md", || 7), Ok(7));
    }
}
