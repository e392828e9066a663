//! A name that is unknown or ambiguous: the candidates, one per line.

use std::fmt;

use crate::model::clean;

/// A name that is unknown or ambiguous in the ladder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameError {
    /// What is wrong with the name, in a line.
    pub message: String,
    /// Whether it is ambiguous; else it is unknown.
    pub is_ambiguous: bool,
    /// What could be meant.
    pub candidates: Vec<NameCandidate>,
}

/// Something that could be meant.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NameCandidate {
    /// The name that means it alone: the id of a role.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its level, if it has one.
    pub level: String,
    /// The title of its track.
    pub track: String,
    /// Its file; with the line if the file has other roles too.
    pub place: String,
}

impl std::error::Error for NameError {}

/// More candidates than this are counted instead of listed.
const SHOWN: usize = 30;

impl NameError {
    /// The name is ambiguous.
    pub(super) fn several(asked: &str, what: &str, candidates: Vec<NameCandidate>) -> Self {
        let message = format!("`{asked}` is ambiguous: it matches {what}");
        Self { message, is_ambiguous: true, candidates }
    }

    /// The name is unknown; the candidates are similar.
    pub(super) fn nothing(message: String, candidates: Vec<NameCandidate>) -> Self {
        Self { message, is_ambiguous: false, candidates }
    }
}

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&clean::line(&self.message))?;
        if self.candidates.is_empty() {
            return Ok(());
        }
        f.write_str(":")?;
        let rows: Vec<[String; 5]> =
            self.candidates.iter().take(SHOWN).map(NameCandidate::row).collect();
        let widest = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
        let widths = [0, 1, 2, 3, 4].map(|column| widest(column).unwrap_or(0));
        for row in &rows {
            let cells = row.iter().zip(widths).filter(|(_, width)| *width > 0);
            let line: String = cells.map(|(cell, width)| format!("  {cell:width$}")).collect();
            write!(f, "\n{}", line.trim_end())?;
        }
        match self.candidates.len().checked_sub(SHOWN) {
            Some(left) if left > 0 => write!(f, "\n  and {left} more"),
            _ => Ok(()),
        }
    }
}

impl NameCandidate {
    /// Its columns, a title that only repeats the id left out.
    fn row(&self) -> [String; 5] {
        let title = if self.title == self.id { "" } else { &self.title };
        // A level that is also the name tells nothing new.
        let says_more =
            ![&self.id, &self.title].iter().any(|it| it.eq_ignore_ascii_case(&self.level));
        let level = if says_more { &self.level } else { "" };
        [&self.id, title, level, &self.track, &self.place]
            .map(|cell| clean::line(cell).into_owned())
    }
}
