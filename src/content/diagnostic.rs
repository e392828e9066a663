//! Something wrong in a ladder's files: where, what, and what to do about it.

use crate::content::clean;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something of the ladder could not be used.
    Error,
    /// Something was used, but probably not as its author meant it.
    Warning,
    /// Something worth knowing.
    Note,
}

/// Something wrong in the ladder, at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Its name: kebab-case, the same for every diagnostic of its kind.
    pub code: &'static str,
    /// The file, relative to the ladder's root, with `/` between folders.
    pub file: String,
    /// 1-based line.
    pub line: usize,
    /// 1-based column, in characters.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// The line of the source, where there is one to show.
    pub source_line: Option<String>,
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

impl Diagnostic {
    /// A diagnostic about a whole file: it stands at its first line.
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
            message: clean::line(message.as_ref()).into_owned(),
            help: None,
            source_line: None,
        }
    }

    /// The same at a line and column, with the text of that line.
    #[must_use]
    pub fn at(mut self, line: usize, column: usize, source_line: &str) -> Self {
        self.line = line.max(1);
        self.column = column.max(1);
        // A line can be megabytes long: what stands far behind the column is never shown.
        self.source_line = Some(source_line.chars().take(self.column + 400).collect());
        self
    }

    /// The same with advice.
    #[must_use]
    pub fn help(mut self, help: impl AsRef<str>) -> Self {
        self.help = Some(clean::line(help.as_ref()).into_owned());
        self
    }
}
