//! Turns the event stream of Markdown into blocks, with an explicit stack: the stream can nest without
//! limit, but the model must not.

use std::ops::Range;

use pulldown_cmark::{
    BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd,
};

use crate::content::parse::html;
use crate::content::parse::markdown::alerts;
use crate::content::parse::markdown::definitions::Definitions;
use crate::content::parse::markdown::pipe_table::{self, OpenTable, RowSource};
use crate::content::parse::text::inline::Inline;
use crate::content::parse::text::piece::{ParsedPiece, is_bold_line};
use crate::content::source::lines::LineStarts;
use crate::finding::Finding;
use crate::model::clean;
use crate::model::{
    Block, Callout, Code, Image, Item, List, Paragraph, Quote, Text, ThematicBreak,
};

/// Lists, quotes and footnotes deeper than this are flattened into the one around them.
const MAX_DEPTH: usize = 12;

/// The contents of a Markdown text.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    pub(crate) pieces: Vec<ParsedPiece>,
    pub(crate) findings: Vec<Finding>,
}

/// Parses Markdown of a file, whose bytes are on these lines.
pub(crate) fn parse(file: &str, text: &str, lines: LineStarts) -> Parsed {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM;
    let parser = Parser::new_ext(text, options);
    let definitions = Definitions::of(&parser);
    let mut builder = Builder::new(file, text, lines, definitions);
    for (event, range) in parser.into_offset_iter() {
        builder.event(event, range);
    }
    builder.finish()
}

/// An open container.
enum Frame {
    Quote(Quote),
    List(List),
    Item(Item),
    Footnote { label: String, blocks: Vec<Block> },
}

struct Builder<'a> {
    file: &'a str,
    text: &'a str,
    lines: LineStarts,
    definitions: Definitions,
    pieces: Vec<ParsedPiece>,
    findings: Vec<Finding>,
    frames: Vec<Frame>,
    /// For each container of the source, whether it has a frame.
    containers: Vec<bool>,
    /// How many frames are lists, quotes or footnotes.
    depth: usize,
    inline: Option<Inline>,
    table: Option<OpenTable>,
    code: Option<Code>,
    html: Option<html::Markup>,
}

impl<'a> Builder<'a> {
    fn new(file: &'a str, text: &'a str, lines: LineStarts, definitions: Definitions) -> Self {
        Self {
            file,
            text,
            lines,
            definitions,
            pieces: Vec::new(),
            findings: Vec::new(),
            frames: Vec::new(),
            containers: Vec::new(),
            depth: 0,
            inline: None,
            table: None,
            code: None,
            html: None,
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        let line = self.lines.at(range.start);
        match event {
            Event::Start(tag) if is_inline(&tag) => {
                self.definitions.mark_used(&tag);
                self.inline(line).event(&Event::Start(tag));
            }
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough)
            | Event::End(TagEnd::Link | TagEnd::Image) => self.inline(line).event(&event),
            Event::Start(tag) => self.start(tag, line),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) if self.code.is_some() => {
                if let Some(code) = &mut self.code {
                    code.text.push_str(&text);
                }
            }
            Event::Text(html) | Event::Html(html) if self.html.is_some() => {
                if let Some(source) = &mut self.html {
                    source.push(&html, line);
                }
            }
            Event::Rule => {
                self.flush();
                self.add(Block::Rule(ThematicBreak { line }));
            }
            Event::TaskListMarker(checked) => {
                if let Some(Frame::Item(item)) = self.frames.last_mut() {
                    item.checked = Some(checked);
                }
            }
            event => self.inline(line).event(&event),
        }
    }

    fn start(&mut self, tag: Tag<'_>, line: usize) {
        self.flush();
        match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell => {
                self.inline = Some(Inline::new(line));
            }
            Tag::BlockQuote(kind) => {
                let quote = Quote { line, callout: kind.map(callout), blocks: Vec::new() };
                self.open(Frame::Quote(quote));
            }
            Tag::List(start) => self.open(Frame::List(List { line, start, items: Vec::new() })),
            Tag::Item => self.open_item(line),
            Tag::FootnoteDefinition(label) => {
                let label = clean::line(&label).into_owned();
                self.open(Frame::Footnote { label, blocks: Vec::new() });
            }
            Tag::CodeBlock(kind) => {
                let language = match kind {
                    CodeBlockKind::Fenced(info) => clean::line(&info).trim().to_owned(),
                    CodeBlockKind::Indented => String::new(),
                };
                self.code = Some(Code { line, language, text: String::new() });
            }
            Tag::HtmlBlock => self.html = Some(html::Markup::default()),
            Tag::Table(aligns) => self.table = Some(OpenTable::new(line, &aligns)),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph => {
                let source = RowSource {
                    file: self.file,
                    text: self.text,
                    line: self.lines.at(range.start),
                    range,
                };
                self.findings.extend(pipe_table::uneven_header(&source));
                self.flush();
            }
            TagEnd::Heading(level) => self.close_heading(level),
            TagEnd::TableCell => self.close_cell(range.end),
            TagEnd::TableHead => {
                if let Some(open) = &mut self.table {
                    open.close_header(range.end);
                }
            }
            TagEnd::TableRow => self.close_row(range),
            TagEnd::Table => {
                if let Some(open) = self.table.take() {
                    self.add(Block::Table(open.finish()));
                }
            }
            TagEnd::CodeBlock => {
                if let Some(mut code) = self.code.take() {
                    code.text = clean::code(code.text.trim_end_matches('\n'));
                    self.add(Block::Code(code));
                }
            }
            TagEnd::HtmlBlock => {
                if let Some(source) = self.html.take() {
                    let markdown =
                        |text: &str| parse(self.file, text, LineStarts::new(text, 1)).pieces;
                    html::pieces(&source, &markdown).into_iter().for_each(|p| self.add_piece(p));
                }
            }
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => self.close(),
            TagEnd::FootnoteDefinition => self.close(),
            _ => {}
        }
    }

    /// The open running text, or a new one if there is none: items need no paragraph.
    fn inline(&mut self, line: usize) -> &mut Inline {
        self.inline.get_or_insert_with(|| Inline::new(line))
    }

    /// Ends the running text as a paragraph.
    fn flush(&mut self) {
        let Some(inline) = self.inline.take() else { return };
        let line = inline.line;
        let text = inline.finish();
        if text.as_str().is_empty() {
            return;
        }
        let piece = match Image::of(&text, line) {
            Some(image) => ParsedPiece::Block(Block::Image(image)),
            None if self.frames.is_empty() && is_bold_line(&text) => {
                ParsedPiece::Bold { text, line }
            }
            None => ParsedPiece::Block(Block::Paragraph(Paragraph { line, text })),
        };
        self.add_piece(piece);
    }

    fn close_heading(&mut self, level: HeadingLevel) {
        let Some(inline) = self.inline.take() else { return };
        let line = inline.line;
        let (text, anchor) = split_anchor(inline.finish());
        self.add_piece(ParsedPiece::Heading { level: level as u8, text, line, anchor });
    }

    fn open(&mut self, frame: Frame) {
        let fits = self.depth < MAX_DEPTH;
        self.containers.push(fits);
        if fits {
            self.depth += 1;
            self.frames.push(frame);
        }
    }

    fn open_item(&mut self, line: usize) {
        let is_open = self.containers.last() == Some(&true);
        self.containers.push(is_open);
        if is_open {
            let item = Item { line, checked: None, text: Text::default(), blocks: Vec::new() };
            self.frames.push(Frame::Item(item));
        }
    }

    fn close(&mut self) {
        self.flush();
        if self.containers.pop() != Some(true) {
            return;
        }
        let frame = self.frames.pop();
        if !matches!(frame, Some(Frame::Item(_))) {
            self.depth -= 1;
        }
        match frame {
            Some(Frame::Quote(quote)) => self.add(Block::Quote(alerts::told(quote))),
            Some(Frame::List(mut list)) => {
                list.items.shrink_to_fit();
                self.add(Block::List(list));
            }
            Some(Frame::Item(mut item)) => {
                item.blocks.shrink_to_fit();
                if let Some(Frame::List(list)) = self.frames.last_mut() {
                    list.items.push(item);
                }
            }
            Some(Frame::Footnote { label, blocks }) => {
                labeled(&label, blocks).into_iter().for_each(|block| self.add(block));
            }
            None => {}
        }
    }

    fn add(&mut self, block: Block) {
        self.add_piece(ParsedPiece::Block(block));
    }

    fn add_piece(&mut self, piece: ParsedPiece) {
        match self.frames.last_mut() {
            None => self.pieces.push(piece),
            Some(Frame::Quote(Quote { blocks, .. }) | Frame::Footnote { blocks, .. }) => {
                blocks.push(piece.into_block());
            }
            Some(Frame::Item(item)) => match piece.into_block() {
                Block::Paragraph(first) if item.text.is_empty() && item.blocks.is_empty() => {
                    item.text = first.text;
                }
                block => item.blocks.push(block),
            },
            Some(Frame::List(list)) => {
                let (line, blocks) = (piece.line(), vec![piece.into_block()]);
                list.items.push(Item { line, checked: None, text: Text::default(), blocks });
            }
        }
    }

    fn close_cell(&mut self, end: usize) {
        let text = self.inline.take().map(Inline::finish).unwrap_or_default();
        if let Some(open) = &mut self.table {
            open.close_cell(text, end);
        }
    }

    fn close_row(&mut self, range: Range<usize>) {
        let line = self.lines.at(range.start);
        if let Some(open) = &mut self.table {
            let source = RowSource { file: self.file, text: self.text, range, line };
            self.findings.extend(open.close_row(&source));
        }
    }

    fn finish(mut self) -> Parsed {
        self.flush();
        while !self.containers.is_empty() {
            self.close();
        }
        let pieces = self.definitions.keep_unused(self.pieces, &self.lines);
        Parsed { pieces, findings: self.findings }
    }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

fn callout(kind: BlockQuoteKind) -> Callout {
    let kind = match kind {
        BlockQuoteKind::Note => "Note",
        BlockQuoteKind::Tip => "Tip",
        BlockQuoteKind::Important => "Important",
        BlockQuoteKind::Warning => "Warning",
        BlockQuoteKind::Caution => "Caution",
    };
    Callout { kind: kind.to_owned() }
}

/// Splits "Title {#name}" into title and name.
fn split_anchor(mut text: Text) -> (Text, Option<String>) {
    let last = text.spans().next_back().map_or("", |span| span.text);
    let found = last.trim_end().strip_suffix('}').and_then(|rest| rest.rsplit_once("{#"));
    let Some((before, name)) = found.filter(|(_, name)| {
        !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "-_.:".contains(c))
    }) else {
        return (text, None);
    };
    let behind = last.len() - before.trim_end().len();
    let name = name.to_owned();
    text.truncate(text.as_str().len() - behind);
    (text, Some(name))
}

/// The blocks of a footnote, the first one with its label before it.
fn labeled(label: &str, mut blocks: Vec<Block>) -> Vec<Block> {
    let mut lead = Text::plain(format!("[{label}] "));
    match blocks.first_mut() {
        Some(Block::Paragraph(first)) => {
            lead.push_text(&first.text);
            first.text = lead;
        }
        Some(other) => {
            let line = other.line();
            blocks.insert(0, Block::Paragraph(Paragraph { line, text: lead }));
        }
        None => {}
    }
    blocks
}
