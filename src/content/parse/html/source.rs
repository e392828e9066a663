//! HTML in a document: its lines, and its depth of nesting.

use memchr::memchr_iter;

/// The attribute with the line of a tag; the HTML parser itself does not keep it.
pub(crate) const LINE: &str = "data-rungs-line";

/// The greatest length of a tag without its quoted values; looking further for its end would take quadratic
/// time.
const MAX_TAG: usize = 10_000;

/// HTML from a document, with the lines of its origin.
#[derive(Debug, Default)]
pub(crate) struct Markup {
    text: String,
    /// The bytes where pieces of the document begin, and their lines.
    marks: Vec<(usize, usize)>,
}

/// HTML whose tags have their lines as an attribute.
#[derive(Debug)]
pub(crate) struct Numbered {
    pub(crate) html: String,
    /// The greatest possible depth of its elements.
    pub(crate) depth: usize,
}

impl Markup {
    /// Appends HTML that begins on a line.
    pub(crate) fn push(&mut self, html: &str, line: usize) {
        self.marks.push((self.text.len(), line));
        self.text.push_str(html);
    }

    /// The first line.
    pub(crate) fn first_line(&self) -> usize {
        self.marks.first().map_or(1, |(_, line)| *line)
    }

    /// The last line.
    pub(crate) fn last_line(&self) -> usize {
        let Some((start, line)) = self.marks.last() else { return 1 };
        let last = self.text[*start..].strip_suffix('\n').unwrap_or(&self.text[*start..]);
        line + memchr_iter(b'\n', last.as_bytes()).count()
    }

    /// The text outside the tags.
    pub(crate) fn without_tags(&self) -> String {
        let mut text = String::new();
        let mut rest = self.text.as_str();
        while let Some(start) = rest.find('<') {
            text.push_str(&rest[..start]);
            text.push(' ');
            rest = &rest[start..];
            let end = if is_tag(&rest[1..]) { rest.find('>') } else { None };
            match end {
                Some(end) => rest = &rest[end + 1..],
                None => {
                    text.push('<');
                    rest = &rest[1..];
                }
            }
        }
        text.push_str(rest);
        text
    }

    /// The HTML with the line of every tag in an attribute.
    pub(crate) fn numbered(&self) -> Numbered {
        let mut html = String::with_capacity(self.text.len() * 3 / 2);
        let (mut depth, mut deepest) = (0usize, 0);
        let mut line = LineCursor { source: self, mark: 0, at: 0, line: self.first_line() };
        let mut at = 0;
        while let Some(found) = self.text[at..].find('<') {
            let start = at + found;
            html.push_str(&self.text[at..start]);
            let rest = &self.text[start..];
            if rest.starts_with("<!--") {
                let end = rest.find("-->").map_or(rest.len(), |end| end + 3);
                html.push_str(&rest[..end]);
                at = start + end;
                continue;
            }
            let name = name(&rest[1..]);
            if name.is_empty() {
                if rest.strip_prefix("</").is_some_and(|rest| !closes_itself(self::name(rest))) {
                    depth = depth.saturating_sub(1);
                }
                html.push('<');
                at = start + 1;
                continue;
            }
            let Some(end) = tag_end(name, rest) else {
                html.push_str("&lt;");
                at = start + 1;
                continue;
            };
            html.push_str(&rest[..=name.len()]);
            html.push_str(&format!(" {LINE}=\"{}\"", line.at(start)));
            if !closes_itself(name) {
                depth += 1;
                deepest = deepest.max(depth);
            }
            html.push_str(&rest[name.len() + 1..end]);
            at = start + end;
        }
        html.push_str(&self.text[at..]);
        Numbered { html, depth: deepest }
    }
}

/// Finds the lines of ascending bytes.
struct LineCursor<'a> {
    source: &'a Markup,
    mark: usize,
    at: usize,
    line: usize,
}

impl LineCursor<'_> {
    fn at(&mut self, offset: usize) -> usize {
        let marks = &self.source.marks;
        while let Some((start, line)) = marks.get(self.mark).filter(|(start, _)| *start <= offset) {
            (self.at, self.line) = (*start, *line);
            self.mark += 1;
        }
        let between = self.source.text.get(self.at..offset).unwrap_or_default();
        self.line += between.bytes().filter(|byte| *byte == b'\n').count();
        self.at = offset;
        self.line
    }
}

fn is_tag(behind: &str) -> bool {
    behind.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}

/// The name of the tag, empty if none begins.
fn name(text: &str) -> &str {
    if !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return "";
    }
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'));
    &text[..end.unwrap_or(text.len())]
}

/// Elements without contents, or that end when the next of their kind begins.
fn closes_itself(name: &str) -> bool {
    const NAMES: [&str; 24] = [
        "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link",
        "meta", "option", "p", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track",
        "wbr",
    ];
    NAMES.iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// The end of a tag that opens; after its text, if that text is not read as tags. `None` if the tag has no
/// end, or none near: a browser would drop the rest of the document with it, so it is text.
fn tag_end(name: &str, rest: &str) -> Option<usize> {
    const RAW: [&str; 8] =
        ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];
    if RAW.iter().any(|raw| name.eq_ignore_ascii_case(raw)) {
        let close = rest[1..].find("</").map(|end| end + 1);
        return Some(close.unwrap_or(rest.len()));
    }
    let mut place = InTag::Between;
    let mut at = name.len() + 1;
    for _ in 0..MAX_TAG {
        match (place, *rest.as_bytes().get(at)?) {
            (InTag::Value, b'"' | b'\'') => {
                // A quoted value can be as long as an image.
                let quote = &rest[at..=at];
                at += 1 + rest[at + 1..].find(quote)?;
                place = InTag::Between;
            }
            (_, b'>') => return Some(at + 1),
            (_, byte) => place = place.behind(byte),
        }
        at += 1;
    }
    None
}

/// A place in a tag, as the HTML standard tells them apart: a quote counts only where a value begins.
#[derive(Clone, Copy)]
enum InTag {
    /// Before an attribute.
    Between,
    /// In the name of an attribute, or behind it.
    Name,
    /// Before a value.
    Value,
    /// In a value without quotes.
    Bare,
}

impl InTag {
    /// The place behind a byte that is neither a quote that opens nor the end of the tag.
    fn behind(self, byte: u8) -> Self {
        let is_space = byte.is_ascii_whitespace();
        match (self, byte) {
            (Self::Name, b'=') => Self::Value,
            (Self::Between | Self::Name, b'/') => Self::Between,
            (Self::Between, _) if is_space => Self::Between,
            (Self::Between | Self::Name, _) => Self::Name,
            (Self::Value, _) if is_space => Self::Value,
            (Self::Bare, _) if is_space => Self::Between,
            (Self::Value | Self::Bare, _) => Self::Bare,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(parts: &[(&str, usize)]) -> Markup {
        let mut source = Markup::default();
        parts.iter().for_each(|(html, line)| source.push(html, *line));
        source
    }

    #[test]
    fn every_tag_knows_its_line() {
        let source = source(&[("<ul>\n<li a='>'>x\n", 3), ("<!-- <p> -->\n<b>y</b></ul>", 9)]);
        let Numbered { html, depth } = source.numbered();
        let want = format!(
            "<ul {LINE}=\"3\">\n<li {LINE}=\"4\" a='>'>x\n<!-- <p> -->\n<b {LINE}=\"10\">y</b></ul>"
        );
        assert_eq!((html, depth), (want, 2));
    }

    #[track_caller]
    fn check_end(html: &str, want: Option<&str>) {
        let end = tag_end(name(&html[1..]), html);
        assert_eq!(end.map(|end| &html[..end]), want);
    }

    #[test]
    fn a_quote_counts_only_where_a_value_begins() {
        check_end("<a b='>' c>d", Some("<a b='>' c>"));
        check_end("<a b = \"'>\"/>d", Some("<a b = \"'>\"/>"));
        check_end("<a b\"c>d\">", Some("<a b\"c>"));
        check_end("<a b=c\">d\">", Some("<a b=c\">"));
        check_end("<a =\"b>c\">", Some("<a =\"b>"));
        let long = format!("<a b='{}'>", "x".repeat(30_000));
        check_end(&long, Some(&long));
        check_end("<a b='>", None);
        check_end("<a b", None);
    }

    #[test]
    fn a_tag_without_an_end_is_text() {
        let Numbered { html, .. } = source(&[("x <a b=\"<i>y", 1)]).numbered();
        assert_eq!(html, format!("x &lt;a b=\"<i {LINE}=\"1\">y"));
    }

    #[test]
    fn words_outside_tags_are_found() {
        assert_eq!(source(&[("a<b>c</b> 1 < 2", 1)]).without_tags(), "a c  1  < 2");
    }
}
