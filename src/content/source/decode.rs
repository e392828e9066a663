//! The bytes of a file as text.

use encoding_rs::{Encoding, UTF_8};

use crate::content::source::file::Source;
use crate::content::source::lines::{column, line_of};
use crate::finding::{Finding, Severity};

/// A file with its text, and a finding about its encoding.
pub(crate) fn decode(file: &str, bytes: Vec<u8>) -> (Source, Option<Finding>) {
    let marked = Encoding::for_bom(&bytes).map(|(encoding, _)| encoding);
    if let Some(utf16) = marked.filter(|encoding| *encoding != UTF_8) {
        let text = utf16.decode_with_bom_removal(&bytes).0;
        let message = "the file is UTF-16, which other tools may not read";
        let note = Finding::new(Severity::Note, "not-utf-8", file, message);
        return (Source::new(file, text), Some(note.help("save it as UTF-8")));
    }
    let error = match String::from_utf8(bytes) {
        Ok(text) => return (Source::new(file, text), None),
        Err(error) => error,
    };
    let valid = error.utf8_error().valid_up_to();
    let bytes = error.into_bytes();
    let byte = bytes.get(valid).copied().unwrap_or_default();
    let source = Source::new(file, String::from_utf8_lossy(&bytes));
    let before = Source::new(file, String::from_utf8_lossy(&bytes[..valid])).text;
    let line = before.matches('\n').count() + 1;
    let message = format!("the byte 0x{byte:02X} here is not UTF-8");
    let found = Finding::new(Severity::Warning, "not-utf-8", file, message)
        .at(line, column(&before, before.len()), line_of(&source.text, line))
        .help("save the file as UTF-8; bytes that cannot be read are shown as \u{FFFD}");
    (source, Some(found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], want: &str, place: Option<(usize, usize)>) {
        let (source, finding) = decode("f.md", bytes.to_vec());
        assert_eq!(source.text, want);
        assert_eq!(finding.map(|finding| (finding.line, finding.column)), place);
    }

    #[test]
    fn every_encoding_becomes_text() {
        check(b"\xEF\xBB\xBFa\n", "a\n", None);
        check(b"a\n\xC3\xA9\xFFb", "a\né\u{FFFD}b", Some((2, 2)));
        check(b"a\r\rb\xFF", "a\n\nb\u{FFFD}", Some((3, 2)));
        check(b"\xFF\xFEa\0\xE9\0", "aé", Some((1, 1)));
        check(b"\xFE\xFF\0a\xD8\0", "a\u{FFFD}", Some((1, 1)));
        check(b"", "", None);
    }
}
