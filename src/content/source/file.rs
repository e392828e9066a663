//! One file of a ladder, read and decoded.

/// The file of a document: its path and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its path relative to the root of the ladder, with `/` between folders and without control
    /// characters.
    pub path: String,
    /// Its text. Every line break is `\n`, so that everybody counts the same lines.
    pub text: String,
}

impl Source {
    /// A source from its parts. A byte-order mark is removed, and `\r\n` and a lone `\r`, which end a
    /// line in Markdown and YAML, become `\n`.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let mut text = text.into();
        if text.contains('\r') {
            text = text.replace("\r\n", "\n").replace('\r', "\n");
        }
        if text.starts_with('\u{FEFF}') {
            text.drain(..'\u{FEFF}'.len_utf8());
        }
        Self { path: path.into(), text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_break_ends_a_line() {
        assert_eq!(Source::new("a.md", "\u{FEFF}a\r\nb\rc\n\nd").text, "a\nb\nc\n\nd");
    }
}
