//! A fault in the files of a ladder: its place, what is wrong, and what to do about it.

mod excerpt;
pub(crate) mod guard;

use crate::model::clean;

/// The characters of a source line that are kept after the marked part: lines can be megabytes long, and
/// their far ends are never shown.
const KEPT: usize = 400;

/// The severity of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A part of the ladder could not be used.
    Error,
    /// A part was used, but probably not as its author meant it.
    Warning,
    /// Worth knowing.
    Note,
}

/// A fault in the ladder, at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Its severity.
    pub severity: Severity,
    /// Its name: kebab-case, the same for every finding of its kind.
    pub code: &'static str,
    /// The file, relative to the root of the ladder, with `/` between folders.
    pub file: String,
    /// 1-based line.
    pub line: usize,
    /// 1-based column, in characters.
    pub column: usize,
    /// How many characters of the line it marks; at least 1.
    pub length: usize,
    /// What is wrong.
    pub message: String,
    /// Related places, such as the other place of a contradiction.
    pub notes: Vec<Note>,
    /// What to do.
    pub help: Option<String>,
    /// The line of the source, if there is one to show.
    pub source_line: Option<String>,
}

/// Another place that a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its file, relative to the root of the ladder.
    pub file: String,
    /// 1-based line.
    pub line: usize,
    /// The message about that place.
    pub message: String,
}

impl Severity {
    /// The word for it: "error", "warning", "note".
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl Finding {
    /// A finding about a whole file, at its first line.
    #[must_use]
    pub fn new(
        severity: Severity,
        code: &'static str,
        file: impl Into<String>,
        message: impl AsRef<str>,
    ) -> Self {
        Self {
            severity,
            code,
            file: file.into(),
            line: 1,
            column: 1,
            length: 1,
            message: clean::line(message.as_ref()).into_owned(),
            notes: Vec::new(),
            help: None,
            source_line: None,
        }
    }

    /// The same at a line and column, with the text of that line.
    #[must_use]
    pub fn at(mut self, line: usize, column: usize, source_line: &str) -> Self {
        self.line = line.max(1);
        self.column = column.max(1);
        self.source_line = Some(source_line.chars().take(self.column + KEPT).collect());
        self
    }

    /// The same at words of a source line; at the first word if the line does not contain the words as
    /// they are (they may be bold, or continue on the next line).
    #[must_use]
    pub fn at_words(self, line: usize, words: &str, source_line: &str) -> Self {
        let column = |at: usize| source_line[..at].chars().count() + 1;
        let found = source_line.find(words).filter(|_| !words.is_empty());
        let text = source_line.trim_start();
        let at = found.unwrap_or(source_line.len() - text.len());
        let length = found.map_or(1, |_| words.chars().count().min(KEPT));
        Self { length, ..self.at(line, column(at), source_line) }
    }

    /// The same with another place that it is about.
    #[must_use]
    pub fn note(mut self, file: impl Into<String>, line: usize, message: impl AsRef<str>) -> Self {
        let message = clean::line(message.as_ref()).into_owned();
        self.notes.push(Note { file: file.into(), line, message });
        self
    }

    /// The same with advice.
    #[must_use]
    pub fn help(mut self, help: impl AsRef<str>) -> Self {
        self.help = Some(clean::line(help.as_ref()).into_owned());
        self
    }

    /// One line of plain text, in the form that editors find: place, headline.
    #[must_use]
    pub fn in_line(&self) -> String {
        let (file, message) = (clean::line(&self.file), clean::line(&self.message));
        let Self { line, column, severity, code, .. } = self;
        format!("{file}:{line}:{column}: {}[{code}]: {message}", severity.word())
    }

    /// Lines of plain text in the form of the Rust compiler: headline, place, the source line with a
    /// caret, notes, help. Contains no control character except the line breaks, and ends without
    /// one.
    #[must_use]
    pub fn render(&self) -> String {
        let number = self.line.to_string();
        let gutter = " ".repeat(number.len());
        let mut out =
            format!("{}[{}]: {}\n", self.severity.word(), self.code, clean::line(&self.message));
        let file = clean::line(&self.file);
        out.push_str(&format!("{gutter}--> {file}:{}:{}", self.line, self.column));
        if let Some(source) = self.source_line.as_deref().filter(|line| !line.trim().is_empty()) {
            let (text, carets) = excerpt::clip(source, self.column, self.length);
            out.push_str(&format!("\n{gutter} |\n{number} | {text}\n{gutter} | {carets}"));
        }
        for note in &self.notes {
            let file = clean::line(&note.file);
            let message = clean::line(&note.message);
            out.push_str(&format!("\n{gutter} = note: {file}:{}: {message}", note.line));
        }
        if let Some(help) = &self.help {
            out.push_str(&format!("\n{gutter} = help: {}", clean::line(help)));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, column: usize, want: &str) {
        let found = Finding::new(Severity::Warning, "odd-word", "a/b.md", "an odd word")
            .at(1, column, source)
            .help("write another");
        assert_eq!(found.render(), want);
    }

    #[test]
    fn a_caret_stands_below_the_column() {
        check(
            "order: maybe",
            8,
            "warning[odd-word]: an odd word\n --> a/b.md:1:8\n  |\n1 | order: maybe\n  |        ^\n  = \
             help: write another",
        );
    }

    #[test]
    fn a_line_break_of_any_kind_stays_in_the_line() {
        check(
            "a\rb\u{2028}c\u{2029}\u{85}d\u{b}e",
            4,
            "warning[odd-word]: an odd word\n --> a/b.md:1:4\n  |\n1 | a b c \u{FFFD}d\u{FFFD}e\n  |    ^\n  = \
             help: write another",
        );
    }

    #[test]
    fn wide_characters_and_controls_keep_it_there() {
        check(
            "評価\u{1b}x",
            4,
            "warning[odd-word]: an odd word\n --> a/b.md:1:4\n  |\n1 | 評価\u{FFFD}x\n  |      ^\n  = \
             help: write another",
        );
    }

    #[test]
    fn words_are_underlined_and_notes_say_where_else() {
        let found = Finding::new(Severity::Note, "odd-word", "a.md", "odd words")
            .at_words(12, "評価 maybe", "- 評価 maybe so")
            .note("b.md", 3, "here it is another word");
        assert_eq!(
            found.render(),
            "note[odd-word]: odd words\n  --> a.md:12:3\n   |\n12 | - 評価 maybe so\n   |   ^^^^^^^^^^\n   \
             = note: b.md:3: here it is another word"
        );
    }

    #[test]
    fn long_lines_are_clipped_around_it() {
        let rendered = Finding::new(Severity::Error, "x", "f.md", "m")
            .at(1, 3001, &"ab".repeat(5000))
            .render();
        let lines: Vec<&str> = rendered.lines().collect();
        assert!(lines.iter().all(|line| line.chars().count() < 120), "{rendered}");
        let caret = lines[4].find('^').unwrap_or_default();
        assert_eq!(lines[3].chars().nth(caret), Some('a'));
    }
}
