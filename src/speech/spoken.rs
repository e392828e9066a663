//! The parts of a speech, and how texts are spoken.

use crate::model::{DocumentId, Text};

/// What follows a link.
pub const LINK: &str = " (link)";

/// What a view says, section by section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speech {
    /// What is shown.
    pub place: String,
    /// What its sections are called: "section", "topic", "level".
    pub noun: &'static str,
    /// The first is about the whole, the others are the entries of the outline in their order.
    pub sections: Vec<SpokenSection>,
}

/// A section of a speech.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SpokenSection {
    /// Its heading; empty for the first section.
    pub title: String,
    /// How deep it nests, 1 for the outermost.
    pub depth: usize,
    /// What is said of it as a whole; may be empty.
    pub remark: String,
    /// What is in it.
    pub items: Vec<SpokenItem>,
}

/// One thing that is said: a paragraph, an item, a row of a table, a pair.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SpokenItem {
    /// Its lines.
    pub lines: Vec<String>,
    /// Where it is said: documents and lines.
    pub spots: Vec<(DocumentId, usize)>,
}

impl Speech {
    /// The same with words, in the first section, on what is shown.
    #[must_use]
    pub fn filtered(mut self, shown: Option<String>) -> Self {
        if let Some(whole) = self.sections.first_mut() {
            whole.say(shown.map(|words| format!("Shown: {words}.")));
        }
        self
    }

    /// The heading of a section, with its number and the section around it.
    #[must_use]
    pub fn heading(&self, at: usize) -> String {
        let Some(section) = self.sections.get(at) else { return String::new() };
        let count = self.sections.len().saturating_sub(1);
        let mut words = format!("{}, {} {at} of {count}", section.title, self.noun);
        let above = self.sections[..at].iter().rev().find(|other| other.depth < section.depth);
        if let Some(above) = above.filter(|above| !above.title.is_empty()) {
            words.push_str(&format!(", in {}", above.title));
        }
        match section.remark.as_str() {
            "" => words + ".",
            remark => format!("{words}: {remark}."),
        }
    }
}

impl SpokenSection {
    pub(super) fn new(title: &str, depth: usize) -> Self {
        Self { title: one_line(title), depth, ..Self::default() }
    }

    /// The lines of all its items.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.items.iter().flat_map(|item| &item.lines).map(String::as_str)
    }

    /// Adds lines of ours, an item each.
    pub(super) fn say(&mut self, lines: impl IntoIterator<Item = String>) {
        self.items.extend(lines.into_iter().map(|line| SpokenItem::new(vec![capital(&line)])));
    }
}

impl SpokenItem {
    pub(super) fn new(lines: Vec<String>) -> Self {
        Self { lines, spots: Vec::new() }
    }
}

/// A text on one line, with a word behind each link.
pub(super) fn spoken(text: &Text) -> String {
    let mut words = String::new();
    let mut spans = text.spans().peekable();
    while let Some(span) = spans.next() {
        words.push_str(span.text);
        let goes_on = spans.peek().is_some_and(|next| next.link == span.link);
        if span.link.is_some() && !goes_on {
            words.truncate(words.trim_end().len());
            words.push_str(LINK);
            // The space inside a link belongs behind the word.
            if span.text.ends_with(char::is_whitespace) {
                words.push(' ');
            }
        }
    }
    one_line(words.trim())
}

/// Words on one line.
pub(super) fn one_line(words: &str) -> String {
    words.replace('\n', "; ")
}

/// Words of ours, with a word for each arrow.
pub(super) fn without_arrows(words: &str) -> String {
    words.replace('→', "to")
}

/// The same with a capital letter in front.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    first + letters.as_str()
}
