//! What a rule finds, before the line of the source is known.

use crate::finding::{Finding, Note, Severity};
use crate::model::Document;

/// How many lines below the place of a finding are searched for its words: a paragraph or a row of a
/// table may have several lines.
const REACH: usize = 200;

/// Something that a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleFinding {
    /// The name of the rule.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The file, relative to the ladder's root.
    pub file: String,
    /// 1-based line where the text that it is about begins.
    pub line: usize,
    /// The words that it is about, as rungs reads them; may be empty.
    pub words: String,
    /// What is wrong.
    pub message: String,
    /// Other places that belong to it.
    pub notes: Vec<Note>,
    /// What to do.
    pub help: &'static str,
}

impl RuleFinding {
    /// A finding at a line of a document, about some words of it. It gets its rule from [`Self::of`].
    pub(crate) fn new(
        document: &Document,
        line: usize,
        words: impl Into<String>,
        message: impl Into<String>,
        help: &'static str,
    ) -> Self {
        Self {
            rule: "",
            severity: Severity::Error,
            file: document.file.clone(),
            line,
            words: words.into(),
            message: message.into(),
            notes: Vec::new(),
            help,
        }
    }

    /// The same with another place.
    pub(crate) fn note(
        mut self,
        document: &Document,
        line: usize,
        message: impl Into<String>,
    ) -> Self {
        let note = Note { file: document.file.clone(), line, message: message.into() };
        // The cells of a table row have one line.
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
        self
    }

    /// The same as a note.
    pub(crate) fn mild(mut self) -> Self {
        self.severity = Severity::Note;
        self
    }

    /// The same as a finding of a rule.
    pub(crate) fn of(self, rule: &'static str, severity: Severity) -> Self {
        Self { rule, severity: self.severity.max(severity), ..self }
    }

    /// The finding with the source line that it is about. `lines` are the lines of its file, if there are
    /// any.
    #[must_use]
    pub fn in_source(self, lines: Option<&[&str]>) -> Finding {
        let mut found = Finding::new(self.severity, self.rule, self.file, &self.message);
        let at = self.line.max(1);
        match lines.and_then(|lines| lines.get(at - 1..)) {
            Some(lines) if !lines.is_empty() => {
                let mut below = lines.iter().take(REACH);
                let holds = |line: &&str| !self.words.is_empty() && line.contains(&self.words);
                let down = below.position(holds).unwrap_or(0);
                found = found.at_words(at + down, &self.words, lines[down]);
            }
            _ => found.line = at,
        }
        for note in self.notes {
            found = found.note(note.file, note.line, note.message);
        }
        found.help(self.help)
    }
}
