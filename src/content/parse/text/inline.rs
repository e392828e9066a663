//! Inline content: from parser events, or from a tree of HTML, to styled spans.

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};
use scraper::Html;
use scraper::node::Element;

use crate::content::source::path;
use crate::model::clean;
use crate::model::{Link, SpanStyle, Text};

/// A text under construction. The styles nest, so each is a depth.
#[derive(Debug, Default)]
pub(crate) struct Inline {
    /// Its first position.
    pub(crate) line: usize,
    text: Text,
    /// The last character pushed.
    last: Option<char>,
    /// A line break of the source that waits for the next text.
    has_soft_break: bool,
    bold: usize,
    italic: usize,
    strike: usize,
    code: usize,
    links: Vec<OpenLink>,
    images: Vec<OpenLink>,
}

/// A link or image whose text is being read.
#[derive(Debug)]
struct OpenLink {
    link: Link,
    title: String,
    /// Whether anything was pushed since it was opened.
    has_text: bool,
}

impl Inline {
    /// An empty text that begins on a line.
    pub(crate) fn new(line: usize) -> Self {
        Self { line, ..Self::default() }
    }

    /// The text so far, trimmed.
    pub(crate) fn finish(self) -> Text {
        self.text.trimmed()
    }

    /// The text so far, trimmed; the next text begins in the same style.
    pub(crate) fn take(&mut self) -> Text {
        self.last = None;
        self.has_soft_break = false;
        std::mem::take(&mut self.text).trimmed()
    }

    /// Appends words in the current style.
    pub(crate) fn push(&mut self, text: &str) {
        let text = clean::line(text);
        let Some(first) = text.chars().next() else { return };
        if std::mem::take(&mut self.has_soft_break)
            && !self.last.is_none_or(char::is_whitespace)
            && !(self.last.is_some_and(joins_lines) && joins_lines(first))
        {
            self.append(" ");
        }
        self.append(&text);
    }

    /// A line break that the author wrote on purpose.
    pub(crate) fn hard_break(&mut self) {
        self.has_soft_break = false;
        if self.last.is_some() {
            self.text.truncate(self.text.as_str().trim_end_matches(' ').len());
            self.append("\n");
        }
    }

    /// A line break of the source: a space if the script uses spaces.
    pub(crate) fn soft_break(&mut self) {
        self.has_soft_break = true;
    }

    /// Whether nothing was pushed yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.last.is_none()
    }

    /// The last character pushed.
    pub(crate) fn last(&self) -> Option<char> {
        self.last
    }

    /// One event of the Markdown parser; only inline events count.
    pub(crate) fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Text(text) => self.push(text),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.code += 1;
                self.push(text);
                self.code -= 1;
            }
            Event::InlineHtml(html) | Event::Html(html) => self.html(html),
            Event::SoftBreak => self.soft_break(),
            Event::HardBreak => self.hard_break(),
            Event::FootnoteReference(label) => self.push(&format!("[{label}]")),
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(*tag),
            Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Strong => self.bold += 1,
            Tag::Emphasis => self.italic += 1,
            Tag::Strikethrough => self.strike += 1,
            Tag::Link { link_type, dest_url, title, .. } => {
                let is_mail = matches!(link_type, LinkType::Email);
                let scheme = if is_mail { "mailto:" } else { "" };
                self.open_link(&format!("{scheme}{dest_url}"), title);
            }
            Tag::Image { dest_url, title, .. } => self.open_image(dest_url, title),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Emphasis => self.italic = self.italic.saturating_sub(1),
            TagEnd::Strikethrough => self.strike = self.strike.saturating_sub(1),
            TagEnd::Link => self.close_link(),
            TagEnd::Image => self.close_image(),
            _ => {}
        }
    }

    /// One HTML tag in Markdown.
    fn html(&mut self, html: &CowStr<'_>) {
        let Some(tag) = html.strip_prefix('<') else { return };
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase();
        if tag.starts_with('/') {
            self.close_element(&name);
        } else if matches!(name.as_str(), "a" | "img") {
            // Only these have attributes that matter.
            let tree = Html::parse_fragment(html);
            let element = tree
                .tree
                .values()
                .find_map(|node| node.as_element().filter(|element| element.name() == name));
            if let Some(element) = element {
                self.open_element(&name, Some(element));
            }
        } else {
            self.open_element(&name, None);
        }
    }

    /// An HTML element begins.
    pub(crate) fn open_element(&mut self, name: &str, element: Option<&Element>) {
        let attribute = |name| element.and_then(|element| element.attr(name)).unwrap_or_default();
        match name {
            "b" | "strong" => self.bold += 1,
            "i" | "em" | "cite" | "dfn" | "var" => self.italic += 1,
            "s" | "del" | "strike" => self.strike += 1,
            "code" | "kbd" | "samp" | "tt" => self.code += 1,
            "a" => self.open_link(attribute("href"), attribute("title")),
            "img" => {
                self.open_image(attribute("src"), attribute("title"));
                self.push(attribute("alt"));
                self.close_image();
            }
            "br" => self.hard_break(),
            "li" => {
                self.new_line();
                self.push("• ");
            }
            "p" | "div" | "tr" | "ul" | "ol" | "hr" => self.new_line(),
            _ => {}
        }
    }

    /// An HTML element ends.
    pub(crate) fn close_element(&mut self, name: &str) {
        match name {
            "b" | "strong" => self.bold = self.bold.saturating_sub(1),
            "i" | "em" | "cite" | "dfn" | "var" => self.italic = self.italic.saturating_sub(1),
            "s" | "del" | "strike" => self.strike = self.strike.saturating_sub(1),
            "code" | "kbd" | "samp" | "tt" => self.code = self.code.saturating_sub(1),
            "a" => self.close_link(),
            "ul" | "ol" | "p" | "div" => self.new_line(),
            _ => {}
        }
    }

    /// A new line, unless one has just begun.
    fn new_line(&mut self) {
        if self.last.is_some_and(|last| last != '\n') {
            self.hard_break();
        }
    }

    fn open_link(&mut self, target: &str, title: &str) {
        self.links.push(OpenLink::new(target, title));
    }

    fn close_link(&mut self) {
        let Some(open) = self.links.last() else { return };
        let (target, title) = (open.link.target.clone(), open.title.clone());
        if !open.has_text && !target.starts_with('#') {
            self.push(&target);
        }
        self.push_title(&title);
        let has_text = self.links.pop().is_some_and(|open| open.has_text);
        if let Some(outer) = self.links.last_mut() {
            outer.has_text |= has_text;
        }
    }

    fn open_image(&mut self, target: &str, title: &str) {
        self.images.push(OpenLink::new(target, title));
    }

    fn close_image(&mut self) {
        let Some(open) = self.images.last() else { return };
        let (target, title) = (open.link.target.clone(), open.title.clone());
        if !open.has_text && !target.starts_with("data:") {
            self.push(path::file_name(&target));
        }
        self.push_title(&title);
        self.images.pop();
        if let Some(outer) = self.links.last_mut() {
            outer.has_text = true;
        }
    }

    /// Words that only a pointer over a link would show.
    fn push_title(&mut self, title: &str) {
        let said = self.text.as_str().ends_with(title);
        if !title.is_empty() && !said {
            self.push(&format!(" ({title})"));
        }
    }

    fn append(&mut self, text: &str) {
        let link = self.links.last().or(self.images.last()).map(|open| &open.link);
        let style = SpanStyle {
            bold: self.bold > 0,
            italic: self.italic > 0,
            strike: self.strike > 0,
            code: self.code > 0,
            image: !self.images.is_empty(),
        };
        self.text.push(text, style, link.filter(|link| !link.target.is_empty()));
        self.last = text.chars().next_back().or(self.last);
        self.links.last_mut().into_iter().chain(self.images.last_mut()).for_each(|open| {
            open.has_text = true;
        });
    }
}

impl OpenLink {
    fn new(target: &str, title: &str) -> Self {
        let target = clean::line(target).trim().to_owned();
        let title = clean::line(title).trim().to_owned();
        Self { link: Link { target, place: None }, title, has_text: false }
    }
}

/// Whether the lines of a script are joined without a space. Korean is also wide, but has spaces.
fn joins_lines(c: char) -> bool {
    matches!(c,
        '\u{2E80}'..='\u{2FFF}' | '\u{3000}'..='\u{30FF}' | '\u{31C0}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF01}'..='\u{FF60}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Reads a piece of Markdown as running text, whatever it contains: "1. Deliver" keeps its number.
pub(crate) fn parse(markdown: &str) -> Text {
    let mut inline = Inline::new(0);
    // A word before it, so that nothing after it opens a list, a quote or a heading.
    let led = format!("{LEAD} {markdown}");
    pulldown_cmark::Parser::new(&led).for_each(|event| inline.event(&event));
    let text = inline.finish();
    let lead = if text.as_str().starts_with(LEAD) { LEAD.len() } else { 0 };
    text.behind(lead).trimmed()
}

/// A word that is in no text: one character that no keyboard writes.
const LEAD: &str = "\u{E000}";
