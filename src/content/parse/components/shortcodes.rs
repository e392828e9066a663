//! Rewrites text that is not Markdown before Markdown is parsed, line by line, so that line numbers stay.
//!
//! Hugo's shortcodes (`{{< card link="x" title="y" >}}`, `{{% … %}}`) become the link or text that they
//! mean, or nothing. So do the tags of Liquid (`{% include x %}`), which Jekyll and GitBook
//! use. Blank lines inside an HTML table become comments, because CommonMark would otherwise
//! split the table into pieces.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter};

use crate::content::parse::components::fence::{Fence, code_end};

/// The replacement for a blank line inside an HTML table.
pub(crate) const BLANK: &str = "<!---->";

/// Rewrites the text of a document; the number of lines is unchanged.
pub(crate) fn rewrite(text: &str) -> Cow<'_, str> {
    let is_one = |at: usize| text[at..].starts_with("{{<") || text[at..].starts_with("{%");
    let has_shortcode = memchr_iter(b'{', text.as_bytes()).any(is_one);
    let text = if has_shortcode { Cow::Owned(replace(text)) } else { Cow::Borrowed(text) };
    if has_table(&text) { Cow::Owned(join_tables(&text)) } else { text }
}

fn replace(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut fence = Fence::default();
    // A shortcode can span several lines, so the text is read by position.
    let mut rest = text;
    while !rest.is_empty() {
        let line_end = rest.find('\n').map_or(rest.len(), |end| end + 1);
        let (line, _) = rest.split_at(line_end);
        if fence.holds(line) {
            out.push_str(line);
            rest = &rest[line_end..];
            continue;
        }
        rest = replace_line(rest, line_end, &mut out);
    }
    out
}

/// Rewrites the first line of `rest` and the lines that its shortcodes span; returns the
/// rest.
fn replace_line<'a>(mut rest: &'a str, mut line_end: usize, out: &mut String) -> &'a str {
    let mut line = String::new();
    let mut is_led = false;
    while let Some(start) = find_open(&rest[..line_end]) {
        let Some((code, behind)) = shortcode(&rest[start..]) else { break };
        is_led |= line.is_empty() && is_blank(&rest[..start]);
        line.push_str(&rest[..start]);
        let taken = rest.len() - behind.len();
        line_end = match line_end.checked_sub(taken) {
            Some(left) => left,
            None => behind.find('\n').map_or(behind.len(), |end| end + 1),
        };
        let is_alone = is_blank(&line) && is_blank(&behind[..line_end]);
        if is_alone && rest[start..].starts_with("{% ") && is_frame(code) {
            line.push_str(&rest[start..taken]);
        } else {
            line.push_str(&meaning(code, is_alone).replace('\n', " "));
        }
        line.extend(code.chars().filter(|c| *c == '\n'));
        rest = behind;
    }
    line.push_str(&rest[..line_end]);
    // The remaining indentation of a shortcode would turn the rest of the line into indented code.
    out.push_str(if is_led { line.trim_start_matches(' ') } else { &line });
    &rest[line_end..]
}

fn is_frame(code: &str) -> bool {
    FRAMES.contains(&arguments(code).0) && !code.contains('\n')
}

fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

/// The greatest length of a shortcode.
const MAX_LENGTH: usize = 2000;

/// The openings of shortcodes, and their ends.
const MARKS: [(&str, &str); 3] = [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}")];

/// Tags of Liquid that frame a text; they are read line by line.
const FRAMES: [&str; 4] = ["hint", "endhint", "tab", "step"];

/// The position of the first shortcode of a text outside of code.
fn find_open(text: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = text[at..].find(['{', '`']) {
        at += found;
        let rest = &text[at..];
        if MARKS.iter().any(|(open, _)| rest.starts_with(open)) {
            return Some(at);
        }
        at += if rest.starts_with('`') { code_end(rest) } else { 1 };
    }
    None
}

/// Splits the inside of a shortcode from the text after it.
fn shortcode(text: &str) -> Option<(&str, &str)> {
    let (open, close) = MARKS.iter().find(|(open, _)| text.starts_with(open))?;
    // The end comes after the opening: in "{{%}}" both would share a character.
    let inside = text.get(open.len()..)?;
    // A shortcode as long as half a document is a forgotten bracket.
    let near = inside.as_bytes().windows(close.len()).take(MAX_LENGTH);
    let end = near.into_iter().position(|window| window == close.as_bytes())?;
    Some((&inside[..end], &inside[end + close.len()..]))
}

/// The meaning of a shortcode, as Markdown.
fn meaning(code: &str, is_alone: bool) -> String {
    let (name, arguments) = arguments(code.trim_matches('-'));
    if matches!(name, "ref" | "relref" | "link" | "post_url") {
        return arguments.first().map_or_else(String::new, |(_, value)| value.clone());
    }
    let get = |keys: &[&str]| {
        keys.iter()
            .find_map(|key| arguments.iter().find(|(name, _)| name == key))
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    };
    let text = get(&["title", "text", "name", "label", "caption", "summary", "alt"]);
    let more = get(&["subtitle", "description"]).map(|more| format!(": {more}"));
    match (text, get(&["link", "href", "url", "to", "src"])) {
        (Some(text), Some(link)) => {
            let escaped = text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]");
            let bullet = if is_alone { "- " } else { "" };
            format!("{bullet}[{escaped}](<{link}>){}", more.unwrap_or_default())
        }
        (Some(text), None) => format!("{text}{}", more.unwrap_or_default()),
        (None, Some(link)) if matches!(name, "embed" | "file") => format!("[{link}](<{link}>)"),
        (None, _) => String::new(),
    }
}

/// The name and the arguments of a shortcode; positional arguments have no name.
pub(crate) fn arguments(code: &str) -> (&str, Vec<(&str, String)>) {
    let code = code.trim().trim_end_matches('/').trim();
    let (name, mut rest) = code.split_once(char::is_whitespace).unwrap_or((code, ""));
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return (name, found);
        }
        let end = rest.find(|c: char| c == '=' || c.is_whitespace() || matches!(c, '"' | '`'));
        let (key, after) = match end {
            Some(end) if rest[end..].starts_with('=') => (&rest[..end], &rest[end + 1..]),
            _ => ("", rest),
        };
        let (value, after) = value(after);
        found.push((key, value));
        rest = after;
    }
}

/// A value and the text after it.
fn value(text: &str) -> (String, &str) {
    for quote in ['"', '`'] {
        if let Some(inside) = text.strip_prefix(quote) {
            let end = inside.find(quote).unwrap_or(inside.len());
            return (inside[..end].to_owned(), inside.get(end + 1..).unwrap_or(""));
        }
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    // A quote in mid-word would otherwise never be passed.
    let end = end.max(text.chars().next().map_or(0, char::len_utf8));
    (text[..end].to_owned(), &text[end..])
}

fn has_table(text: &str) -> bool {
    memchr(b'<', text.as_bytes()).is_some() && text.lines().any(opens_table)
}

fn opens_table(line: &str) -> bool {
    let start = line.trim_start().as_bytes();
    start.get(..6).is_some_and(|tag| tag.eq_ignore_ascii_case(b"<table"))
        && start.get(6).is_none_or(|next| !next.is_ascii_alphanumeric())
}

/// Fills the blank lines between `<table` and its `</table>`.
fn join_tables(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut fence = Fence::default();
    let mut depth = 0usize;
    let mut closings = count_tags(text, "</table");
    for line in text.split_inclusive('\n') {
        if fence.holds(line) && depth == 0 {
            out.push_str(line);
            continue;
        }
        let closes = count_tags(line, "</table");
        if depth > 0 || opens_table(line) {
            depth += count_tags(line, "<table");
        }
        // Without a closing tag further on it is a mistake, not a table: leave it unchanged.
        if depth > 0 && closings > 0 && is_blank(line) {
            out.push_str(BLANK);
        }
        out.push_str(line);
        closings -= closes;
        depth = depth.saturating_sub(closes);
    }
    out
}

fn count_tags(text: &str, tag: &str) -> usize {
    let tag = tag.as_bytes();
    text.as_bytes().windows(tag.len()).filter(|window| window.eq_ignore_ascii_case(tag)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: &str) {
        assert_eq!(rewrite(text), want);
    }

    #[test]
    fn cards_become_links() {
        check(
            "Levels:\n\n{{< cards >}}\n{{< card link=\"a b\" title=\"1. [A]\" >}}\n{{< /cards >}}\n",
            "Levels:\n\n\n- [1. \\[A\\]](<a b>)\n\n",
        );
        check("see {{< card link=\"x\" title=\"y\" >}}.", "see [y](<x>).");
    }

    #[test]
    fn others_vanish_but_their_words() {
        check("{{% details title=\"More\" %}}\ninner\n{{% /details %}}", "More\ninner\n");
        check("a {{< icon \"star\" >}}b [c]({{< ref \"d.md\" >}})", "a b [c](d.md)");
        check("{{< card\n  link=x\n>}}tail", "\n\ntail");
        check("{{< card title=\"a\nb\"\n>}}tail", "a b\n\ntail");
    }

    #[test]
    fn tags_of_liquid_are_links_or_nothing() {
        check("a {% include x.html %}b {%- if c -%}d{% endif %}", "a b d");
        check(
            "[a]({% link b/c.md %}) {% include k.html title=\"d\" url=\"e\" %}",
            "[a](b/c.md) [d](<e>)",
        );
        check("{% embed url=\"https://a\" %}", "[https://a](<https://a>)");
        check(
            "{% hint style=\"info\" %}\na\n{% endhint %}",
            "{% hint style=\"info\" %}\na\n{% endhint %}",
        );
        check("a {% hint %} b", "a  b");
    }

    #[test]
    fn code_and_open_brackets_stay() {
        check("```\n{{< card >}}\n```\n", "```\n{{< card >}}\n```\n");
        check("`{% raw %}` {% raw %}a ` {{<b>}}", "`{% raw %}` a ` ");
        check("{{< never closed", "{{< never closed");
        check("{{< a = \" ' >}} {{<a=b\"c>}}", "");
        check("  - {{< a >}}b", "  - b");
    }

    #[test]
    fn html_tables_hold_together() {
        check("<table>\n\n<tr>\n</table>\n\nx", "<table>\n<!---->\n<tr>\n</table>\n\nx");
        check("<table>\n\nnever closed", "<table>\n\nnever closed");
    }
}
