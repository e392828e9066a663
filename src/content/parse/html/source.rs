//! HTML in a document: its lines, and its depth of nesting.

/// The attribute with the line of a tag; the HTML parser itself does not keep it.
pub(crate) const LINE: &str = "data-rungs-line";

/// The greatest length of a tag; looking further for its end would take quadratic time.
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
            html.push_str(&rest[..=name.len()]);
            html.push_str(&format!(" {LINE}=\"{}\"", line.at(start)));
            if !closes_itself(name) {
                depth += 1;
                deepest = deepest.max(depth);
            }
            let end = tag_end(name, rest);
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

/// The end of a tag that opens; after its text, if that text is not read as tags.
fn tag_end(name: &str, rest: &str) -> usize {
    const RAW: [&str; 8] =
        ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];
    if RAW.iter().any(|raw| name.eq_ignore_ascii_case(raw)) {
        let close = rest[1..].find("</").map(|end| end + 1);
        return close.unwrap_or(rest.len());
    }
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate().take(MAX_TAG).skip(name.len() + 1) {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    // A quote without an end, or nearly so: continue right after the name.
    name.len() + 1
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

    #[test]
    fn words_outside_tags_are_found() {
        assert_eq!(source(&[("a<b>c</b> 1 < 2", 1)]).without_tags(), "a c  1  < 2");
    }
}
