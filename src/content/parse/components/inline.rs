//! Rewrites the markup of site generators in running text: Retype's `[!badge New]`, attribute lists such
//! as `{: .class}` and `{target="_blank"}`, and templates in the targets of links.

use std::borrow::Cow;

use crate::content::parse::components::fence::code_end;

/// Retype's components in running text.
const COMPONENTS: [&str; 8] =
    ["badge", "button", "card", "embed", "file", "icon", "ref", "youtube"];

/// The greatest length of a component.
const MAX_LENGTH: usize = 500;

/// Whether the text inside `[!…]` is a component.
pub(crate) fn is_one(inside: &str) -> bool {
    let name = inside.split([' ', '|']).next().unwrap_or(inside);
    COMPONENTS.contains(&name)
}

/// Whether a line may contain such markup.
pub(crate) fn may_hold(line: &str) -> bool {
    line.contains("[!") || line.contains('{') && line.contains('}')
}

/// A line with the text of its components.
pub(crate) fn rewrite(line: &str) -> Cow<'_, str> {
    if !may_hold(line) {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(['`', '[', '{', '(']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let found = match rest.as_bytes().first() {
            Some(b'`') => Some(code_end(rest)).map(|end| (rest[..end].to_owned(), end)),
            Some(b'[') => component(rest),
            Some(b'(') => template(rest).filter(|_| out.ends_with(']')),
            _ => attributes(rest, &out),
        };
        let (text, taken) = found.unwrap_or_else(|| (rest[..1].to_owned(), 1));
        out.push_str(&text);
        rest = &rest[taken..];
    }
    out.push_str(rest);
    if out != line && line.trim_end().ends_with('}') {
        // White space before an attribute list.
        out.truncate(out.trim_end().len());
    }
    Cow::Owned(out)
}

/// The position of an ASCII character nearby: searching to the end each time would take quadratic
/// time.
fn near(text: &str, sign: u8) -> Option<usize> {
    text.bytes().take(MAX_LENGTH).position(|byte| byte == sign)
}

/// `[!ref Title](target)` as Markdown, and its length.
fn component(text: &str) -> Option<(String, usize)> {
    let inside = text.strip_prefix("[!")?;
    let end = near(inside, b']')?;
    let (body, behind) = (&inside[..end], &inside[end + 1..]);
    if !is_one(body) {
        return None;
    }
    let (name, words) = body.split_once([' ', '|']).unwrap_or((body, ""));
    let target = behind.strip_prefix('(').and_then(|b| Some(&b[..near(b, b')')?]));
    let taken = 2 + end + 1 + target.map_or(0, |target| target.len() + 2);
    let tokens = tokens(words);
    let given = tokens.iter().find_map(|token| match token {
        AttributeToken::Pair("text" | "title", value) => Some((*value).to_owned()),
        _ => None,
    });
    let bare: Vec<&str> = tokens.iter().filter_map(AttributeToken::bare).collect();
    let text = given.unwrap_or_else(|| bare.join(" "));
    let text = if name == "icon" { String::new() } else { text };
    let said = match target {
        Some(target) if text.is_empty() => format!("[{target}]({target})"),
        Some(target) => format!("[{text}]({target})"),
        None => text,
    };
    Some((said, taken))
}

/// `({{ site.baseurl }}/path)` as `(/path)`, up to the end of the template.
fn template(text: &str) -> Option<(String, usize)> {
    let inside = text[1..].trim_start();
    let skipped = text.len() - inside.len();
    let body = inside.strip_prefix("{{")?;
    let end = near(body, b'}').filter(|end| body[*end..].starts_with("}}"))?;
    let quoted = body[..end].split(['"', '\'']).nth(1).unwrap_or_default();
    Some((format!("({quoted}"), skipped + 2 + end + 2))
}

/// The remainder of an attribute list: the anchor of a heading, or nothing.
fn attributes(text: &str, before: &str) -> Option<(String, usize)> {
    let end = near(text, b'}')?;
    let body = &text[1..end];
    let (is_kramdown, body) = match body.strip_prefix(':') {
        Some(body) => (true, body),
        None => (false, body),
    };
    let tokens = tokens(body.trim());
    let is_anchor = |token: &AttributeToken<'_>| matches!(token, AttributeToken::Bare(word) if word.starts_with('#'));
    let follows = before.is_empty() || before.ends_with([' ', ')', ']', '*', '_', '`', '>']);
    let is_list = !tokens.is_empty() && follows && tokens.iter().all(AttributeToken::is_attribute);
    let is_told = match is_kramdown {
        // `{:toc}`, `{::options /}`, or a name for attributes that are defined elsewhere.
        true => is_list || body.starts_with(':') || before.trim().is_empty(),
        // A lone anchor is read with the headings.
        false => is_list && !tokens.iter().all(is_anchor),
    };
    if !is_told {
        return None;
    }
    let anchor = tokens.iter().find(|token| is_anchor(token)).and_then(AttributeToken::bare);
    let is_heading = before.trim_start().starts_with('#');
    let kept = anchor.filter(|_| is_heading).map(|anchor| format!("{{{anchor}}}"));
    Some((kept.unwrap_or_default(), end + 1))
}

/// A word, or a key with its value.
enum AttributeToken<'a> {
    Bare(&'a str),
    Pair(&'a str, &'a str),
}

/// Attributes that authors set.
const ATTRIBUTES: [&str; 10] =
    ["align", "class", "height", "id", "loading", "rel", "role", "style", "target", "width"];

impl<'a> AttributeToken<'a> {
    /// Whether it is a class, an anchor or an attribute of HTML.
    fn is_attribute(&self) -> bool {
        match self {
            Self::Pair(key, _) => ATTRIBUTES.contains(key) || key.starts_with("data-"),
            Self::Bare(word) => word.strip_prefix(['.', '#']).is_some_and(|name| {
                name.starts_with(|c: char| c.is_alphabetic() || matches!(c, '_' | '-'))
            }),
        }
    }

    fn bare(&self) -> Option<&'a str> {
        if let Self::Bare(word) = self { Some(word) } else { None }
    }
}

fn tokens(text: &str) -> Vec<AttributeToken<'_>> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        let quoted = behind.strip_prefix('=').map(|value| {
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            match quote.and_then(|quote| value[1..].split_once(quote)) {
                Some(parts) => parts,
                None => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
            }
        });
        match quoted {
            Some((value, behind)) => {
                found.push(AttributeToken::Pair(word, value));
                rest = behind.trim_start();
            }
            None => {
                found.push(AttributeToken::Bare(word));
                rest = behind.trim_start();
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, want: &str) {
        assert_eq!(rewrite(line), want);
    }

    #[test]
    fn components_become_text_and_links() {
        check("a [!badge New] b", "a New b");
        check("[!badge variant=\"info\" text=\"Very new\"]", "Very new");
        check("[!button Get started](a/b.md)!", "[Get started](a/b.md)!");
        check(
            "[!ref](a.md) [!ref target=\"blank\" text=\"A b\"](a.md)",
            "[a.md](a.md) [A b](a.md)",
        );
        check("> [!NOTE]", "> [!NOTE]");
        check("[!other x] `[!badge x]` ``a ` {: .x}``", "[!other x] `[!badge x]` ``a ` {: .x}``");
    }

    #[test]
    fn attribute_lists_go_and_anchors_stay() {
        check("[a](b){:target=\"_blank\"} c", "[a](b) c");
        check("[a](b){ .md-button .big }", "[a](b)");
        check("{: .no_toc }", "");
        check("## Scope {: #scope .x}", "## Scope {#scope}");
        check("## Scope {#scope}", "## Scope {#scope}");
        check("say {x} {a=b} {.5} {{ y }} a{.b} {:?}", "say {x} {a=b} {.5} {{ y }} a{.b} {:?}");
        check("[a]({{ site.baseurl }}/b/) [c]({{ '/d' | relative_url }})", "[a](/b/) [c](/d)");
    }
}
