//! HTML inside Markdown: tables and lists become tables and lists, styling stays, and the rest becomes
//! its text. Comments, scripts and styles are dropped.

use ego_tree::NodeRef;
use scraper::node::Element;
use scraper::{Html, Node};

use crate::content::parse::components::shortcodes::BLANK;
use crate::content::parse::html::furniture::is_furniture;
use crate::content::parse::html::source::{LINE, Markup};
use crate::content::parse::html::table;
use crate::content::parse::text::inline::Inline;
use crate::content::parse::text::piece::{ParsedPiece, flatten, is_bold_line};
use crate::lexicon::fold_space;
use crate::model::clean;
use crate::model::{Block, Code, Image, Item, List, Paragraph, Quote, Text, ThematicBreak};

/// Elements deeper than this are read as plain text: walking recurses, and the HTML parser itself
/// takes quadratic time.
const MAX_NESTING: usize = 100;

/// Lists and quotes deeper than this are flattened.
const MAX_DEPTH: usize = 8;

/// Reads Markdown inside HTML.
pub(crate) type Markdown<'a> = dyn Fn(&str) -> Vec<ParsedPiece> + 'a;

/// The blocks of an HTML block.
pub(crate) fn pieces(source: &Markup, markdown: &Markdown<'_>) -> Vec<ParsedPiece> {
    let numbered = source.numbered();
    if numbered.depth > MAX_NESTING {
        return mere_text(source);
    }
    let tree = Html::parse_fragment(&numbered.html);
    let mut walker =
        Walker::new(source.first_line(), source.last_line(), 0, Walked::Block(markdown));
    walker.children(tree.tree.root());
    walker.finish()
}

/// The blocks of the main part of a web page, without site navigation.
pub(crate) fn main_pieces(main: NodeRef<'_, Node>, source: &Markup) -> Vec<ParsedPiece> {
    let line = line_of(main).unwrap_or(source.first_line());
    let mut walker = Walker::new(line, source.last_line(), 0, Walked::Page);
    walker.children(main);
    let pieces = walker.finish().into_iter();
    pieces
        .map(|piece| match piece {
            ParsedPiece::Block(Block::Paragraph(Paragraph { line, text }))
                if is_bold_line(&text) =>
            {
                ParsedPiece::Bold { text, line }
            }
            piece => piece,
        })
        .collect()
}

/// The words of HTML that nests too deeply for a walk.
pub(crate) fn mere_text(source: &Markup) -> Vec<ParsedPiece> {
    let line = source.first_line();
    let text = Text::plain(clean::line(source.without_tags().trim()));
    let is_empty = text.is_empty();
    let paragraph = ParsedPiece::Block(Block::Paragraph(Paragraph { line, text }));
    if is_empty { Vec::new() } else { vec![paragraph] }
}

/// The kind of HTML that is walked.
#[derive(Clone, Copy)]
enum Walked<'m> {
    /// A block of a Markdown document: its cells can contain Markdown, and all of it is text.
    Block(&'m Markdown<'m>),
    /// A page of a website.
    Page,
}

struct Walker<'m> {
    pieces: Vec<ParsedPiece>,
    inline: Inline,
    /// The current line of the source.
    line: usize,
    /// The last line of the source. The parser moves text out of a broken table, so that counting its lines can lead
    /// behind the end.
    last: usize,
    /// How many lists and quotes are around the position.
    depth: usize,
    part: Walked<'m>,
}

impl<'m> Walker<'m> {
    fn new(line: usize, last: usize, depth: usize, part: Walked<'m>) -> Self {
        Self { pieces: Vec::new(), inline: Inline::new(line), line, last, depth, part }
    }

    /// A walker for the contents of an element.
    fn inside(&self, depth: usize) -> Self {
        Self::new(self.line, self.last, depth, self.part)
    }

    fn finish(mut self) -> Vec<ParsedPiece> {
        self.flush();
        self.pieces
    }

    fn children(&mut self, node: NodeRef<'_, Node>) {
        node.children().for_each(|child| self.node(child));
    }

    fn node(&mut self, node: NodeRef<'_, Node>) {
        match node.value() {
            Node::Text(text) => self.text(text),
            Node::Element(element) if self.is_left_out(node, element) => {}
            Node::Element(element) => {
                self.line = line_of(node).unwrap_or(self.line);
                self.element(element.name(), node);
            }
            Node::Document | Node::Fragment => self.children(node),
            Node::Comment(_) | Node::Doctype(_) | Node::ProcessingInstruction(_) => {}
        }
    }

    fn is_left_out(&self, node: NodeRef<'_, Node>, element: &Element) -> bool {
        matches!(self.part, Walked::Page) && is_furniture(node, element)
    }

    fn element(&mut self, name: &str, node: NodeRef<'_, Node>) {
        match name {
            "script" | "style" | "template" => {}
            "table" => self.table(node),
            "ul" | "ol" | "menu" if self.depth < MAX_DEPTH => self.list(name, node),
            "blockquote" if self.depth < MAX_DEPTH => self.quote(node),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(name, node),
            "pre" | "textarea" => self.code(node),
            "hr" => {
                self.flush();
                self.push(Block::Rule(ThematicBreak { line: self.line }));
            }
            "summary" | "dt" | "caption" | "legend" => {
                self.flush();
                self.inline.open_element("b", None);
                self.children(node);
                self.flush();
                self.inline.close_element("b");
            }
            name if is_block(name) => {
                self.flush();
                self.children(node);
                self.flush();
            }
            name => {
                let element = node.value().as_element();
                let styles = element.map_or_else(Vec::new, styles);
                self.inline.open_element(name, element);
                styles.iter().for_each(|name| self.inline.open_element(name, None));
                self.children(node);
                styles.iter().for_each(|name| self.inline.close_element(name));
                self.inline.close_element(name);
            }
        }
    }

    /// White space in HTML is one space, or a line break of the source.
    fn text(&mut self, text: &str) {
        let mut is_first = true;
        for part in text.split('\n') {
            if !std::mem::take(&mut is_first) {
                self.line = self.last.min(self.line + 1);
                self.inline.soft_break();
            }
            let words = fold_space(part);
            let needs_space = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
            if part.starts_with(char::is_whitespace) && needs_space(self.inline.last()) {
                self.inline.push(" ");
            }
            if words.is_empty() {
                continue;
            }
            if self.inline.is_empty() {
                self.inline.line = self.line;
            }
            self.inline.push(&words);
            if part.ends_with(char::is_whitespace) {
                self.inline.push(" ");
            }
        }
    }

    fn flush(&mut self) {
        let line = self.inline.line;
        let text = self.inline.take();
        self.inline.line = self.line;
        match Image::of(&text, line) {
            Some(image) => self.push(Block::Image(image)),
            None if text.is_empty() => {}
            None => self.push(Block::Paragraph(Paragraph { line, text })),
        }
    }

    fn push(&mut self, block: Block) {
        self.pieces.push(ParsedPiece::Block(block));
    }

    fn heading(&mut self, name: &str, node: NodeRef<'_, Node>) {
        self.flush();
        let line = self.line;
        let mut inside = self.inside(MAX_DEPTH);
        inside.children(node);
        let text = flatten(&into_blocks(inside.finish()));
        let level = name.as_bytes().get(1).map_or(1, |digit| digit - b'0');
        let anchor = node.value().as_element().and_then(|element| element.attr("id"));
        let anchor = anchor.map(|id| clean::line(id).into_owned());
        if !text.is_empty() {
            self.pieces.push(ParsedPiece::Heading { level, text, line, anchor });
        }
    }

    fn quote(&mut self, node: NodeRef<'_, Node>) {
        self.flush();
        let line = self.line;
        let mut inside = self.inside(self.depth + 1);
        inside.children(node);
        self.line = inside.line;
        let blocks = into_blocks(inside.finish());
        if !blocks.is_empty() {
            self.push(Block::Quote(Quote { line, callout: None, blocks }));
        }
    }

    fn code(&mut self, node: NodeRef<'_, Node>) {
        self.flush();
        let line = self.line;
        let texts = node.descendants().filter_map(|node| node.value().as_text());
        let text: String = texts.map(|text| &**text).collect();
        let text = clean::code(text.trim_matches('\n'));
        if !text.trim().is_empty() {
            self.push(Block::Code(Code { line, language: String::new(), text }));
        }
    }

    fn list(&mut self, name: &str, node: NodeRef<'_, Node>) {
        self.flush();
        let line = self.line;
        let start = (name == "ol").then(|| {
            let given = node.value().as_element().and_then(|element| element.attr("start"));
            given.and_then(|start| start.parse().ok()).unwrap_or(1)
        });
        let mut items = Vec::new();
        for child in node.children() {
            let mut inside = self.inside(self.depth + 1);
            inside.line = line_of(child).unwrap_or(self.line);
            let line = inside.line;
            match child.value().as_element() {
                Some(element) if element.name() == "li" => inside.children(child),
                _ => inside.node(child),
            }
            self.line = inside.line;
            items.extend(item(line, into_blocks(inside.finish())));
        }
        if !items.is_empty() {
            self.push(Block::List(List { line, start, items }));
        }
    }

    fn table(&mut self, node: NodeRef<'_, Node>) {
        self.flush();
        let line = self.line;
        let (last, depth, part) = (self.last, self.depth, self.part);
        let cell = |node: NodeRef<'_, Node>| {
            let told = match part {
                Walked::Block(markdown) => cell_markdown(node).map(|text| markdown(&text)),
                Walked::Page => None,
            };
            let inside = told.unwrap_or_else(|| {
                let mut inside = Walker::new(line, last, depth, part);
                inside.children(node);
                inside.finish()
            });
            flatten(&into_blocks(inside))
        };
        let found = table::read(node, line, &cell);
        for caption in node.children().filter(|child| is_element(*child, "caption")) {
            self.element("caption", caption);
        }
        self.pieces.extend(found.map(|table| ParsedPiece::Block(Block::Table(table))));
        self.line = node.descendants().filter_map(line_of).last().unwrap_or(line);
    }
}

/// The Markdown of a cell whose author left blank lines in it, which is the way to ask for it.
fn cell_markdown(cell: NodeRef<'_, Node>) -> Option<String> {
    let is_blank = |node: NodeRef<'_, Node>| {
        node.value().as_comment().is_some_and(|comment| comment.is_empty())
    };
    if !cell.descendants().any(is_blank) {
        return None;
    }
    let html = scraper::ElementRef::wrap(cell)?.inner_html().replace(BLANK, "");
    let indents = html.lines().skip(1).filter(|line| !line.trim().is_empty());
    let indent = indents.map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
    let dedented = html.lines().map(|line| {
        let spaces = line.len() - line.trim_start().len();
        &line[spaces.min(indent)..]
    });
    Some(dedented.collect::<Vec<_>>().join("\n").trim_start().to_owned())
}

fn item(line: usize, blocks: Vec<Block>) -> Option<Item> {
    let mut rest = blocks.into_iter().peekable();
    rest.peek()?;
    let text = match rest.next_if(|block| matches!(block, Block::Paragraph(_))) {
        Some(Block::Paragraph(first)) => first.text,
        _ => Text::default(),
    };
    Some(Item { line, checked: None, text, blocks: rest.collect() })
}

fn into_blocks(pieces: Vec<ParsedPiece>) -> Vec<Block> {
    pieces.into_iter().map(ParsedPiece::into_block).collect()
}

fn is_element(node: NodeRef<'_, Node>, name: &str) -> bool {
    node.value().as_element().is_some_and(|element| element.name() == name)
}

/// The line of an element.
pub(crate) fn line_of(node: NodeRef<'_, Node>) -> Option<usize> {
    node.value().as_element()?.attr(LINE)?.parse().ok()
}

/// The elements that the style attribute of an element means.
fn styles(element: &Element) -> Vec<&'static str> {
    let style: String =
        element.attr("style").unwrap_or_default().split_whitespace().collect::<String>();
    let known = [("font-weight:bold", "b"), ("font-weight:700", "b"), ("font-style:italic", "i")];
    known.into_iter().filter(|(set, _)| style.contains(set)).map(|(_, name)| name).collect()
}

fn is_block(name: &str) -> bool {
    const NAMES: [&str; 36] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "html",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "section",
        "select",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ];
    NAMES.binary_search(&name).is_ok()
}
