//! Running text: styled spans, flattened when the document is parsed.

use std::borrow::Cow;

use super::ids::Place;

/// A run of text with inline styling. A `'\n'` inside a span is a line break that its author wrote on
/// purpose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// The spans in reading order. Neighbors differ in style or link.
    pub spans: Vec<Span>,
}

/// A piece of text in one style.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Span {
    /// Its characters, without control characters except `'\n'`.
    pub text: String,
    /// Its style.
    pub style: SpanStyle,
    /// Its target, if it is a link.
    pub link: Option<Box<Link>>,
}

/// Inline styling; the flags combine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SpanStyle {
    /// Strong emphasis.
    pub bold: bool,
    /// Emphasis.
    pub italic: bool,
    /// Struck through.
    pub strike: bool,
    /// Code.
    pub code: bool,
    /// The text is the alternative text of an image.
    pub image: bool,
}

/// A link as written, and the place in the ladder that it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The target as its author wrote it.
    pub target: String,
    /// The place in this ladder; `None` for an external or a broken link.
    pub place: Option<Place>,
}

impl Text {
    /// Text in one plain span; empty text has no span.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            return Self::default();
        }
        Self { spans: vec![Span { text, ..Span::default() }] }
    }

    /// Its characters without styling.
    #[must_use]
    pub fn to_plain(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    /// The same, without a copy if it has one span.
    pub(crate) fn as_plain(&self) -> Cow<'_, str> {
        match self.spans.as_slice() {
            [only] => Cow::Borrowed(&only.text),
            _ => Cow::Owned(self.to_plain()),
        }
    }

    /// Whether it is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spans.iter().all(|span| span.text.trim().is_empty())
    }

    /// Appends text, and joins it with the last span if style and link are equal.
    pub fn push(&mut self, text: &str, style: SpanStyle, link: Option<&Link>) {
        if text.is_empty() {
            return;
        }
        match self.spans.last_mut() {
            Some(last) if last.style == style && last.link.as_deref() == link => {
                last.text.push_str(text);
            }
            _ => {
                if self.spans.is_empty() {
                    // Most texts have one span, and a vector would make room for four.
                    self.spans.reserve_exact(1);
                }
                let link = link.cloned().map(Box::new);
                self.spans.push(Span { text: text.to_owned(), style, link });
            }
        }
    }

    /// Gives back the memory that was kept for a longer text.
    pub(crate) fn shrink(&mut self) {
        self.spans.iter_mut().for_each(|span| span.text.shrink_to_fit());
        self.spans.shrink_to_fit();
    }

    /// The text from a byte of [`Text::to_plain`] on.
    #[must_use]
    pub fn behind(&self, at: usize) -> Self {
        let mut skip = at;
        let mut rest = Self::default();
        for span in &self.spans {
            let dropped = skip.min(span.text.len());
            skip -= dropped;
            if let Some(part) = span.text.get(dropped..) {
                rest.push(part, span.style, span.link.as_deref());
            }
        }
        rest
    }

    /// The key of "**Key**: the rest" and "**Key.** The rest", and the byte of [`Text::to_plain`]
    /// where the rest begins. `None` if the text does not begin with bold words and a mark, or
    /// if nothing follows them.
    #[must_use]
    pub fn key(&self) -> Option<(String, usize)> {
        let bold: String =
            self.spans.iter().take_while(|span| span.style.bold).map(|s| s.text.as_str()).collect();
        if bold.trim().is_empty() {
            return None;
        }
        let plain = self.to_plain();
        let rest = &plain[bold.len()..];
        let marks: &[char] = &[':', '.', '：', '–', '—', '-'];
        let trimmed = bold.trim_end();
        let after = rest.trim_start();
        let marked_inside = trimmed.ends_with([':', '.', '：']);
        let mark = after.chars().next().filter(|c| marks.contains(c));
        if !marked_inside && mark.is_none() {
            return None;
        }
        let mark_len = if marked_inside { 0 } else { mark.map_or(0, char::len_utf8) };
        let start = plain.len() - after.len() + mark_len;
        let start = plain.len() - plain[start..].trim_start().len();
        if start >= plain.len() {
            return None;
        }
        Some((trimmed.trim_end_matches([':', '.', '：']).trim().to_owned(), start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bold: &str, rest: &str, want: Option<(&str, &str)>) {
        let mut text = Text::default();
        text.push(bold, SpanStyle { bold: true, ..SpanStyle::default() }, None);
        text.push(rest, SpanStyle::default(), None);
        let plain = text.to_plain();
        let got = text.key();
        assert_eq!(got.as_ref().map(|(key, at)| (key.as_str(), &plain[*at..])), want);
    }

    #[test]
    fn a_key_is_bold_words_and_a_mark_before_more_text() {
        check("Direct reports", ": 4-8 managers", Some(("Direct reports", "4-8 managers")));
        check("Scope:", " a team", Some(("Scope", "a team")));
        check("Fatal distraction", ". Given mail", Some(("Fatal distraction", "Given mail")));
        check("Scope", " of work", None);
        check("Alone", ":", None);
        check("", "Scope: a team", None);
    }

    #[test]
    fn a_text_is_cut_in_its_spans() {
        let mut text = Text::plain("a ");
        text.push("bold", SpanStyle { bold: true, ..SpanStyle::default() }, None);
        assert_eq!(text.behind(0), text);
        assert_eq!(text.behind(3).to_plain(), "old");
        assert!(text.behind(3).spans[0].style.bold);
        assert_eq!(text.behind(9), Text::default());
    }

    #[test]
    fn pushing_joins_equal_neighbors() {
        let mut text = Text::plain("a");
        text.push("b", SpanStyle::default(), None);
        text.push("c", SpanStyle { code: true, ..SpanStyle::default() }, None);
        assert_eq!(text.spans.len(), 2);
        assert_eq!(text.to_plain(), "abc");
    }
}
