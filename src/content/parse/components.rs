//! Rewrites the blocks of site generators (Retype, MkDocs, Docusaurus, VuePress, GitBook) before
//! Markdown is parsed: callouts become quotes that GitHub would show as callouts, panels and tabs
//! become a bold line above their content.

use std::collections::HashMap;

use memchr::{memchr_iter, memchr2};

pub(crate) mod elements;
pub(crate) mod fence;
pub(crate) mod inline;
pub(crate) mod marks;
pub(crate) mod shortcodes;

use fence::Fence;
use marks::{Ahead, Close, ContainerMark, What, closing, indent, opening};

/// A text with changed lines.
#[derive(Debug)]
pub(crate) struct Rewritten {
    pub(crate) text: String,
    /// For each of its lines, counted from 0, the line of the original text.
    pub(crate) origins: Vec<usize>,
}

/// Containers that nest deeper than this are read as text.
const MAX_OPEN: usize = 8;

/// Rewrites the text of a document; `None` if nothing in it must change.
pub(crate) fn rewrite(text: &str) -> Option<Rewritten> {
    // Most documents have none of these signs, and looking for them once is faster than in every line.
    let may_hold = memchr2(b'{', b'!', text.as_bytes()).is_some();
    let is_one = |line: &str| may_begin(line) || may_hold && inline::may_hold(line);
    let ends = memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    let mut start = 0;
    let mut lines = ends.map(|end| &text[std::mem::replace(&mut start, end + 1)..end]);
    if !lines.any(is_one) {
        return None;
    }
    let lines: Vec<&str> = text.lines().collect();
    let mut marks: HashMap<ContainerMark, usize> = HashMap::new();
    let mut nexts: Vec<&str> = vec![""; lines.len()];
    let mut next = "";
    for (at, line) in lines.iter().enumerate().rev() {
        if let Some(mark) = closing(line) {
            marks.entry(mark).or_insert(at);
        }
        if let Some(slot) = nexts.get_mut(at) {
            *slot = next;
        }
        if !line.trim().is_empty() {
            next = line;
        }
    }
    let mut writer = Writer::default();
    for (at, (line, next)) in lines.iter().zip(nexts).enumerate() {
        let closes = |mark| marks.get(&mark).is_some_and(|last| *last > at);
        writer.line(at, line, next, &closes);
    }
    Some(Rewritten { text: writer.text, origins: writer.origins })
}

/// Whether a line may begin a block of a generator.
fn may_begin(line: &str) -> bool {
    const STARTS: [&str; 8] = ["!!!", "???", "==", "+++", ":::", "[TOC]", "[[", "import "];
    let start = line.trim_start();
    match start.as_bytes().first() {
        Some(b'!' | b'?' | b'=' | b'+' | b':' | b'[' | b'i') => {
            STARTS.iter().any(|known| start.starts_with(known))
        }
        Some(b'>') => start.contains("[!"),
        Some(b'<') => elements::opened(start).is_some(),
        _ => false,
    }
}

/// An open container.
struct Open {
    close: Close,
    /// The prefix of its lines.
    lead: String,
    /// The indentation of its own lines.
    indent: usize,
}

#[derive(Default)]
struct Writer {
    text: String,
    origins: Vec<usize>,
    open: Vec<Open>,
    fence: Fence,
    /// Whether the line before was blank, apart from prefixes.
    is_apart: bool,
}

impl Writer {
    fn line(&mut self, at: usize, line: &str, next: &str, closes: &dyn Fn(ContainerMark) -> bool) {
        let line = self.inside(at, line);
        if !self.fence.is_open() && (is_contents(&line, next) || elements::is_import(&line)) {
            return self.put(at, "");
        }
        if self.fence.holds(&line) {
            return self.put(at, &line);
        }
        if let Some(mark) = closing(&line)
            && let Some(place) = self.open.iter().rposition(|open| open.close == Close::Mark(mark))
        {
            self.open.truncate(place);
            return self.put(at, "");
        }
        let found = opening(&line, Ahead { next, closes });
        let Some(opening) = found.filter(|_| self.open.len() < MAX_OPEN) else {
            return self.text_line(at, &line);
        };
        if let (Close::Mark(mark @ (ContainerMark::Panel | ContainerMark::Tabs)), What::Titled(_)) =
            (opening.close, &opening.what)
        {
            // The next panel ends the one before.
            let before = self.open.iter().rposition(|open| open.close == Close::Mark(mark));
            self.open.truncate(before.unwrap_or(self.open.len()));
        }
        self.part(at);
        let own = indent(&line);
        let blanks = " ".repeat(own);
        let indent = match opening.close {
            // The contents of an element are often indented only to show the nesting.
            Close::Mark(ContainerMark::Element(_)) => own.max(indent(next)),
            _ => own,
        };
        let lead = match opening.what {
            What::Callout { kind, title } => {
                let head = format!("{blanks}> [!{kind}] {}", bold(&title));
                self.put(at, head.trim_end());
                self.put(at, &format!("{blanks}>"));
                format!("{blanks}> ")
            }
            What::Titled(title) => {
                self.put(at, &format!("{blanks}{}", bold(&title)));
                self.part(at);
                blanks
            }
            What::Text(words) => {
                self.put(at, &format!("{blanks}{words}"));
                self.part(at);
                blanks
            }
            What::Frame => {
                self.put(at, "");
                blanks
            }
        };
        match opening.close {
            Close::AtOnce => self.part(at),
            close => self.open.push(Open { close, lead, indent }),
        }
        self.is_apart = true;
    }

    /// A line without the indentation that only shows its container. Containers that do not contain it
    /// end.
    fn inside(&mut self, at: usize, line: &str) -> String {
        let mut rest = line.to_owned();
        for place in 0..self.open.len() {
            let Some(Open { close, indent: own, .. }) = self.open.get(place) else { break };
            let wanted = match close {
                Close::Dedent(wanted) => *wanted,
                _ => *own,
            };
            let has = indent(&rest);
            if rest.trim().is_empty() || has >= wanted || matches!(close, Close::Mark(_)) {
                rest = without_indent(&rest, wanted);
            } else if matches!(close, Close::Dedent(_)) {
                self.open.truncate(place);
                // Code that began inside the container ends with it.
                self.fence = Fence::default();
                self.part(at);
                break;
            }
        }
        rest
    }

    /// A blank line, unless the line before is blank.
    fn part(&mut self, at: usize) {
        if !self.is_apart && !self.text.is_empty() {
            self.put(at, "");
        }
    }

    fn text_line(&mut self, at: usize, line: &str) {
        let Some((head, title)) = alert(line) else {
            return self.put(at, &inline::rewrite(line));
        };
        self.put(at, format!("{head} {}", bold(title)).trim_end());
        // The rest is not part of the title.
        let quote = head.split_once('[').map_or(head, |(quote, _)| quote);
        self.put(at, quote.trim_end());
    }

    fn put(&mut self, at: usize, line: &str) {
        self.is_apart = line.trim().is_empty();
        let lead: String = self.open.iter().map(|open| open.lead.as_str()).collect();
        let lead = if self.is_apart { lead.trim_end() } else { &lead };
        self.text.push_str(lead);
        self.text.push_str(line);
        self.text.push('\n');
        self.origins.push(at);
    }
}

/// Whether a line is the mark of a table of contents that a generator inserts.
fn is_contents(line: &str, next: &str) -> bool {
    let is_item = line.starts_with("* ") || line.starts_with("- ") || line.starts_with("1. ");
    matches!(line.trim(), "[TOC]" | "[[TOC]]" | "[[toc]]" | "[[_TOC_]]" | "{:toc}")
        || is_item && matches!(next.trim(), "{:toc}" | "{: toc}")
}

/// The mark and the title, which may be empty, of a line such as `> [!WARNING] Title`.
fn alert(line: &str) -> Option<(&str, &str)> {
    let start = line.trim_start();
    let inside = start.trim_start_matches(['>', ' ']);
    let end = inside.find(']').filter(|_| start.starts_with('>') && inside.starts_with("[!"))?;
    let (head, title) = line.split_at(line.len() - inside.len() + end + 1);
    let title = title.strip_prefix(['-', '+']).unwrap_or(title);
    let is_apart = title.is_empty() || title.starts_with(char::is_whitespace);
    let is_alert = is_apart && !inline::is_one(&inside[2..end]);
    is_alert.then(|| (head, title.trim()))
}

/// A title as bold text; a title with stars of its own is unchanged.
fn bold(title: &str) -> String {
    let title = inline::rewrite(title.trim().trim_start_matches('#').trim());
    let bare = title.strip_prefix("**").and_then(|title| title.strip_suffix("**"));
    let title = bare.unwrap_or(&title).trim();
    if title.is_empty() || title.contains('*') || title.ends_with('\\') {
        return title.to_owned();
    }
    format!("**{title}**")
}

fn without_indent(line: &str, columns: usize) -> String {
    let mut left = columns;
    let mut rest = line;
    while let Some(blank) = rest.chars().next().filter(|c| left > 0 && matches!(c, ' ' | '\t')) {
        let width = if blank == '\t' { 4 } else { 1 };
        rest = &rest[1..];
        if width > left {
            return format!("{}{rest}", " ".repeat(width - left));
        }
        left -= width;
    }
    rest.to_owned()
}
