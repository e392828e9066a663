//! The lines with which site generators open a callout, a panel or a tab.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::content::parse::components::elements::{self, Element};
use crate::content::parse::components::shortcodes::arguments;

/// The container that a line opens.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Opening {
    pub(crate) what: What,
    pub(crate) close: Close,
}

/// Its form in Markdown.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum What {
    Callout {
        kind: String,
        title: String,
    },
    /// A panel or a tab: a bold line, and the contents unchanged.
    Titled(String),
    /// Words that replace all of it.
    Text(String),
    /// Only a frame around its contents.
    Frame,
}

/// The end of the container.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Close {
    /// A line that is the mark alone.
    Mark(ContainerMark),
    /// A line with less indentation than this.
    Dedent(usize),
    /// Nothing: it has no contents, or its contents do not belong to it.
    AtOnce,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum ContainerMark {
    /// `!!!`
    Callout,
    /// `===`
    Panel,
    /// `+++`
    Tabs,
    /// As many colons.
    Colons(usize),
    /// `{% endhint %}`
    Hint,
    /// The end of an element of MDX, by a hash of its name.
    Element(u64),
}

/// The lines after a line.
#[derive(Clone, Copy)]
pub(crate) struct Ahead<'a> {
    /// The next line that is not blank.
    pub(crate) next: &'a str,
    /// Whether a line that only has a mark follows somewhere.
    pub(crate) closes: &'a dyn Fn(ContainerMark) -> bool,
}

/// Names of callouts; the last ones only describe the look, not the kind.
const KINDS: [&str; 38] = [
    "abstract",
    "admonition",
    "alert",
    "attention",
    "bug",
    "caution",
    "check",
    "cite",
    "danger",
    "done",
    "error",
    "example",
    "fail",
    "failure",
    "faq",
    "help",
    "hint",
    "important",
    "info",
    "missing",
    "note",
    "question",
    "quote",
    "seealso",
    "success",
    "summary",
    "tip",
    "tldr",
    "todo",
    "warning",
    "base",
    "contrast",
    "dark",
    "ghost",
    "light",
    "primary",
    "secondary",
    "default",
];

/// How many of them only describe the look.
const LOOKS: usize = 8;

/// Whether a word names a kind of callout.
fn is_kind(word: &str) -> bool {
    KINDS.contains(&word.to_lowercase().as_str())
}

/// A kind as it is shown: "Warning".
fn shown(kind: &str) -> String {
    let kind = kind.to_lowercase();
    if KINDS.iter().rev().take(LOOKS).any(|look| *look == kind) {
        return "Note".to_owned();
    }
    let mut chars = kind.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The indentation of a line; a tab counts as four.
pub(crate) fn indent(line: &str) -> usize {
    let blanks = line.chars().take_while(|c| matches!(c, ' ' | '\t'));
    blanks.map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

/// The mark of a line that has nothing else.
pub(crate) fn closing(line: &str) -> Option<ContainerMark> {
    match line.trim() {
        "!!!" => Some(ContainerMark::Callout),
        "===" => Some(ContainerMark::Panel),
        "+++" => Some(ContainerMark::Tabs),
        text if text.len() >= 3 && text.bytes().all(|b| b == b':') => {
            Some(ContainerMark::Colons(text.len()))
        }
        text => match elements::closed(text) {
            Some(name) => Some(element_mark(name)),
            None => {
                liquid(text).filter(|(name, _)| *name == "endhint").map(|_| ContainerMark::Hint)
            }
        },
    }
}

/// The container that a line opens, recognized by the line and the lines after it.
pub(crate) fn opening(line: &str, ahead: Ahead<'_>) -> Option<Opening> {
    let text = line.trim();
    let content = indent(line) + 4;
    let is_indented = !ahead.next.is_empty() && indent(ahead.next) >= content;
    let dedent = is_indented.then_some(Close::Dedent(content));
    let marked = |mark| (ahead.closes)(mark).then_some(Close::Mark(mark));
    let titled =
        |title: &str, close| Some(Opening { what: What::Titled(title.trim().to_owned()), close });
    if let Some(rest) = text.strip_prefix("!!!").filter(|rest| !rest.starts_with('!')) {
        let close = dedent.or_else(|| marked(ContainerMark::Callout));
        // A bare mark without an end belongs to another syntax.
        let close = if rest.is_empty() { close? } else { close.unwrap_or(Close::AtOnce) };
        return Some(Opening { what: callout(rest), close });
    }
    if let Some(rest) = text.strip_prefix("???").filter(|rest| !rest.starts_with('?')) {
        return Some(Opening { what: callout(rest.trim_start_matches('+')), close: dedent? });
    }
    if let Some(title) = text.strip_prefix("==-").filter(|title| !title.starts_with('-')) {
        return titled(title, Close::Mark(ContainerMark::Panel));
    }
    if let Some(rest) = text.strip_prefix("===").filter(|rest| !rest.starts_with('=')) {
        if let (Some(title), Some(close)) = (quoted(rest), dedent) {
            return titled(title, close);
        }
        let is_titled = rest.starts_with(' ') && !rest.trim().is_empty();
        return marked(ContainerMark::Panel)
            .filter(|_| is_titled)
            .and_then(|close| titled(rest, close));
    }
    if let Some(title) = text.strip_prefix("+++ ").filter(|title| !title.trim().is_empty()) {
        return marked(ContainerMark::Tabs).and_then(|close| titled(title, close));
    }
    if text.starts_with(":::") {
        let count = text.bytes().take_while(|byte| *byte == b':').count();
        let rest = text.get(count..).unwrap_or_default().trim();
        let what = colons(rest).filter(|_| !rest.is_empty())?;
        return Some(Opening { what, close: marked(ContainerMark::Colons(count))? });
    }
    if let Some(element) = elements::opened(text) {
        return Some(of_element(element, &marked));
    }
    if elements::closed(text).is_some() {
        return Some(Opening { what: What::Frame, close: Close::AtOnce });
    }
    let (name, arguments) = liquid(text)?;
    let get = |keys: &[&str]| {
        let found = keys.iter().find_map(|key| arguments.iter().find(|(name, _)| name == key));
        found.map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    };
    match name {
        "hint" => {
            let style = get(&["style", "type"]);
            let kind = shown(if style.is_empty() { "info" } else { &style });
            let what = What::Callout { kind, title: get(&["title"]) };
            Some(Opening { what, close: marked(ContainerMark::Hint).unwrap_or(Close::AtOnce) })
        }
        "tab" | "step" => titled(&get(&["title"]), Close::AtOnce),
        _ => None,
    }
}

fn element_mark(name: &str) -> ContainerMark {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    ContainerMark::Element(hasher.finish())
}

fn of_element(element: Element<'_>, marked: &dyn Fn(ContainerMark) -> Option<Close>) -> Opening {
    let Element { name, title, more, target, kind, is_closed } = element;
    let close = marked(element_mark(name)).filter(|_| !is_closed).unwrap_or(Close::AtOnce);
    let linked = match title.is_empty() || target.is_empty() {
        true => title.clone(),
        false => format!("[{title}](<{target}>)"),
    };
    let says = [linked.as_str(), more.as_str()].into_iter().filter(|text| !text.is_empty());
    let says = says.collect::<Vec<_>>().join(": ");
    let is_callout = is_kind(name) || matches!(name, "Callout" | "Aside");
    let what = match says.is_empty() {
        _ if is_callout && !is_closed => {
            let kind = if is_kind(&kind) { kind.as_str() } else { name };
            let kind = if matches!(kind, "Callout" | "Aside") { "note" } else { kind };
            What::Callout { kind: shown(kind), title: says }
        }
        true => What::Frame,
        false if is_closed => What::Text(says),
        false => What::Titled(says),
    };
    Opening { what, close }
}

/// The text after `!!!` or `???`: a kind, and a title with or without quotes.
fn callout(rest: &str) -> What {
    let is_apart = rest.starts_with(char::is_whitespace);
    let words = rest.trim();
    let end = words.find(|c: char| c.is_whitespace() || c == '"').unwrap_or(words.len());
    let (first, behind) = words.split_at(end);
    // In mid-sentence, a word is the kind only in the spelling of lists of kinds.
    let is_written = !is_apart || first.chars().all(char::is_lowercase) || behind.is_empty();
    let title = quoted(behind);
    if !first.is_empty() && (title.is_some() || is_written && is_kind(first)) {
        let title = title.unwrap_or(behind).trim().to_owned();
        return What::Callout { kind: shown(first), title };
    }
    What::Callout { kind: "Note".to_owned(), title: words.trim_matches('"').to_owned() }
}

/// The text after colons: `tip Title`, `tip[Title]`, `{.class}`, `name{title="x"}`.
fn colons(rest: &str) -> Option<What> {
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '[' | '{'));
    let (name, behind) = rest.split_at(end.unwrap_or(rest.len()));
    let (title, behind) = match behind.strip_prefix('[').and_then(|b| b.rsplit_once(']')) {
        Some((title, behind)) => (title, behind.trim()),
        None => ("", behind.trim()),
    };
    let (attributes, behind) = match behind.strip_prefix('{').and_then(|b| b.split_once('}')) {
        Some((attributes, behind)) => (attributes, behind.trim()),
        None => ("", behind),
    };
    // Some authors write the name as an attribute: `{note} Title`, `{.callout-note}`.
    let mut classes = attributes.split_whitespace().map(|word| word.trim_start_matches('.'));
    let class = classes.find_map(|word| {
        let word = word.strip_prefix("callout-").unwrap_or(word);
        is_kind(word).then_some(word)
    });
    let name = if name.is_empty() { class.unwrap_or(name) } else { name };
    let code = format!("x {attributes}");
    let given = arguments(&code).1.into_iter().find(|(name, _)| *name == "title");
    let given = given.map(|(_, title)| title).unwrap_or_default();
    let title = [title, &given, behind].join(" ");
    let title = title.trim().trim_matches('"').to_owned();
    Some(match title.is_empty() {
        _ if is_kind(name) => What::Callout { kind: shown(name), title },
        true => What::Frame,
        false => What::Titled(title),
    })
}

/// The text in quotes, if only words about the position of a callout are before it.
fn quoted(text: &str) -> Option<&str> {
    let (before, inside) = text.trim().split_once('"')?;
    let places = |word: &str| matches!(word, "inline" | "end" | "+" | "!");
    let inside = inside.strip_suffix('"')?;
    before.split_whitespace().all(places).then_some(inside)
}

/// The name and the arguments of a tag on a line of its own.
fn liquid(text: &str) -> Option<(&str, Vec<(&str, String)>)> {
    let inside = text.strip_prefix("{%")?.strip_suffix("%}")?;
    (!inside.contains("%}")).then(|| arguments(inside.trim_matches('-')))
}
