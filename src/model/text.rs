//! Running text: a string and the styles of its parts, flattened when the document is parsed.

use std::ops::Range;

use super::ids::Place;

/// A run of text with inline styling. A `'\n'` is a line break that its author wrote on purpose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// Its characters, without control characters except `'\n'`.
    plain: String,
    /// How its parts are styled; `None` if all of it is plain, as most texts are.
    styles: Option<Box<Styles>>,
}

/// The runs of a text, in order. Together they are the whole text. None is empty, and neighbors differ.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Styles(Vec<TextRun>);

/// A piece of text in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
struct TextRun {
    /// The byte of the text behind it.
    end: usize,
    style: SpanStyle,
    link: Option<Box<Link>>,
}

/// A piece of a text in one style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span<'a> {
    /// Its characters.
    pub text: &'a str,
    /// Its style.
    pub style: SpanStyle,
    /// Its target, if it is a link.
    pub link: Option<&'a Link>,
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

impl Span<'_> {
    /// Whether it has only white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl Text {
    /// Text in one plain span; empty text has no span.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { plain: text.into(), styles: None }
    }

    /// Its characters without styling.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.plain
    }

    /// Whether it has only white space.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.plain.trim().is_empty()
    }

    /// Its spans in reading order. Neighbors differ in style or link.
    pub fn spans(&self) -> impl DoubleEndedIterator<Item = Span<'_>> {
        let plain = self.styles.is_none() && !self.plain.is_empty();
        let plain =
            plain.then_some(Span { text: &self.plain, style: SpanStyle::default(), link: None });
        let runs = self.runs();
        let styled = runs.iter().enumerate().map(|(at, run)| Span {
            text: &self.plain[start_of(runs, at)..run.end],
            style: run.style,
            link: run.link.as_deref(),
        });
        plain.into_iter().chain(styled)
    }

    /// Its spans that are not blank.
    pub fn words(&self) -> impl DoubleEndedIterator<Item = Span<'_>> {
        self.spans().filter(|span| !span.is_blank())
    }

    /// Its links; a link in several styles is there for each of them.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.runs().iter().filter_map(|run| run.link.as_deref())
    }

    /// The same, to change them.
    pub fn links_mut(&mut self) -> impl Iterator<Item = &mut Link> {
        let runs = self.styles.as_deref_mut().map(|styles| styles.0.iter_mut());
        runs.into_iter().flatten().filter_map(|run| run.link.as_deref_mut())
    }

    /// Whether all its words are bold.
    #[must_use]
    pub fn is_bold(&self) -> bool {
        self.words().all(|span| span.style.bold)
    }

    /// Whether all its words are links.
    #[must_use]
    pub fn is_link(&self) -> bool {
        self.words().all(|span| span.link.is_some())
    }

    /// The image, if the text is one and nothing else.
    #[must_use]
    pub fn as_image(&self) -> Option<Span<'_>> {
        let mut spans = self.spans();
        let only = spans.next().filter(|span| span.style.image)?;
        spans.next().is_none().then_some(only)
    }

    /// Makes all of it bold.
    pub fn embolden(&mut self) {
        let mut bold = Self::default();
        for span in self.spans() {
            bold.push(span.text, SpanStyle { bold: true, ..span.style }, span.link);
        }
        *self = bold;
    }

    /// Appends text, and joins it with the last span if style and link are equal.
    pub fn push(&mut self, text: &str, style: SpanStyle, link: Option<&Link>) {
        if text.is_empty() {
            return;
        }
        let is_plain = link.is_none() && style == SpanStyle::default();
        let before = self.plain.len();
        self.plain.push_str(text);
        let end = self.plain.len();
        if is_plain && self.styles.is_none() {
            return;
        }
        let Styles(runs) = &mut **self.styles.get_or_insert_default();
        if runs.is_empty() {
            // Most texts have few spans, and a vector would make room for four.
            runs.reserve_exact(1 + usize::from(before > 0));
            if before > 0 {
                runs.push(TextRun { end: before, style: SpanStyle::default(), link: None });
            }
        }
        match runs.last_mut() {
            Some(last) if last.style == style && last.link.as_deref() == link => last.end = end,
            _ => runs.push(TextRun { end, style, link: link.cloned().map(Box::new) }),
        }
    }

    /// Appends a text with its styling.
    pub fn push_text(&mut self, more: &Self) {
        more.spans().for_each(|span| self.push(span.text, span.style, span.link));
    }

    /// A part of it, with its styling. The bounds are bytes of [`Text::as_str`].
    #[must_use]
    pub fn slice(&self, part: Range<usize>) -> Self {
        let mut slice = Self::default();
        let mut start = 0;
        for span in self.spans() {
            let [from, to] =
                [part.start, part.end].map(|at| at.clamp(start, start + span.text.len()) - start);
            if let Some(words) = span.text.get(from..to) {
                slice.push(words, span.style, span.link);
            }
            start += span.text.len();
        }
        slice
    }

    /// The text from a byte of [`Text::as_str`] on.
    #[must_use]
    pub fn behind(&self, at: usize) -> Self {
        self.slice(at..self.plain.len())
    }

    /// Cuts off all but the first bytes.
    pub(crate) fn truncate(&mut self, len: usize) {
        if len >= self.plain.len() {
            return;
        }
        self.plain.truncate(len);
        if let Some(styles) = &mut self.styles {
            let kept = styles.0.partition_point(|run| run.end < len) + 1;
            styles.0.truncate(if len == 0 { 0 } else { kept });
            styles.0.last_mut().into_iter().for_each(|last| last.end = len);
            let is_plain = |run: &TextRun| run.link.is_none() && run.style == SpanStyle::default();
            if styles.0.iter().all(is_plain) {
                self.styles = None;
            }
        }
    }

    /// The same without white space at its ends, and without memory that was kept for a longer text.
    pub(crate) fn trimmed(mut self) -> Self {
        self.truncate(self.plain.trim_end().len());
        let blank = self.plain.len() - self.plain.trim_start().len();
        if blank > 0 {
            self = self.behind(blank);
        }
        self.plain.shrink_to_fit();
        if let Some(styles) = &mut self.styles {
            styles.0.shrink_to_fit();
        }
        self
    }

    /// The key of "**Key**: the rest" and "**Key.** The rest", and the byte of [`Text::as_str`]
    /// where the rest begins. `None` if the text does not begin with bold words and a mark, or
    /// if nothing follows them.
    #[must_use]
    pub fn key(&self) -> Option<(String, usize)> {
        let bold =
            self.spans().take_while(|span| span.style.bold).map(|span| span.text.len()).sum();
        let (bold, rest) = self.plain.split_at(bold);
        if bold.trim().is_empty() {
            return None;
        }
        let marks: &[char] = &[':', '.', '：', '–', '—', '-'];
        let trimmed = bold.trim_end();
        let after = rest.trim_start();
        let marked_inside = trimmed.ends_with([':', '.', '：']);
        let mark = after.chars().next().filter(|c| marks.contains(c));
        if !marked_inside && mark.is_none() {
            return None;
        }
        let mark_len = if marked_inside { 0 } else { mark.map_or(0, char::len_utf8) };
        let rest = after[mark_len..].trim_start();
        if rest.is_empty() {
            return None;
        }
        let key = trimmed.trim_end_matches([':', '.', '：']).trim().to_owned();
        Some((key, self.plain.len() - rest.len()))
    }

    fn runs(&self) -> &[TextRun] {
        self.styles.as_deref().map_or(&[], |Styles(runs)| runs)
    }
}

/// The byte where a run begins.
fn start_of(runs: &[TextRun], at: usize) -> usize {
    at.checked_sub(1).and_then(|before| runs.get(before)).map_or(0, |before| before.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bold: &str, rest: &str, want: Option<(&str, &str)>) {
        let mut text = Text::default();
        text.push(bold, SpanStyle { bold: true, ..SpanStyle::default() }, None);
        text.push(rest, SpanStyle::default(), None);
        let plain = text.as_str();
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
        assert_eq!(text.behind(3).as_str(), "old");
        assert!(text.behind(3).is_bold());
        assert_eq!(text.slice(1..4).spans().map(|span| span.text).collect::<Vec<_>>(), [" ", "bo"]);
        assert_eq!(text.behind(9), Text::default());
    }

    #[test]
    fn a_text_is_cut_and_trimmed_as_if_it_had_been_pushed_so() {
        let bold = SpanStyle { bold: true, ..SpanStyle::default() };
        let pushed = |parts: &[(&str, SpanStyle)]| {
            let mut text = Text::default();
            parts.iter().for_each(|(part, style)| text.push(part, *style, None));
            text
        };
        let plain = SpanStyle::default();
        let text = pushed(&[(" ", bold), (" a ", plain), ("b ", bold), (" ", plain)]);
        assert_eq!(text.clone().trimmed(), pushed(&[("a ", plain), ("b", bold)]));
        for len in 0..=text.as_str().len() {
            let mut cut = text.clone();
            cut.truncate(len);
            assert_eq!(cut, text.slice(0..len), "{len}");
        }
    }

    #[test]
    fn pushing_joins_equal_neighbors() {
        let mut text = Text::plain("a");
        text.push("b", SpanStyle::default(), None);
        text.push("c", SpanStyle { code: true, ..SpanStyle::default() }, None);
        assert_eq!(text.spans().count(), 2);
        assert_eq!(text.as_str(), "abc");
    }
}
