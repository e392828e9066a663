//! Markdown's event stream, made into blocks with an explicit stack: the stream can be nested
//! without end, the model must not be.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd,
};

use crate::content::clean;
use crate::content::diagnostic::Diagnostic;
use crate::content::html;
use crate::content::inline::Inline;
use crate::content::lines::Lines;
use crate::content::piece::Piece;
use crate::content::ragged::{self, RowSource};
use crate::model::{
    Align, Block, Callout, Code, Column, Image, Item, List, Paragraph, Quote, Row, Rule, Table,
    Text,
};

/// Lists, quotes and footnotes deeper than this are flattened into the one around them.
const MAX_DEPTH: usize = 12;

/// What a text of Markdown holds.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Parses Markdown whose first line has this number in its file.
pub(crate) fn parse(file: &str, text: &str, first_line: usize) -> Parsed {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM;
    let parser = Parser::new_ext(text, options);
    let mut definitions: Vec<Definition> = parser
        .reference_definitions()
        .iter()
        .map(|(label, definition)| Definition {
            label: label.to_owned(),
            target: definition.dest.to_string(),
            title: definition.title.as_deref().unwrap_or_default().to_owned(),
            start: definition.span.start,
        })
        .collect();
    definitions.sort_by_key(|definition| definition.start);
    let mut builder = Builder::new(file, text, first_line, definitions);
    for (event, range) in parser.into_offset_iter() {
        builder.event(event, range);
    }
    builder.finish()
}

/// A link's definition, `[label]: target "title"`.
struct Definition {
    label: String,
    target: String,
    title: String,
    start: usize,
}

/// A container that is open.
enum Frame {
    Quote(Quote),
    List(List),
    Item(Item),
    Footnote { label: String, blocks: Vec<Block> },
}

struct Builder<'a> {
    file: &'a str,
    text: &'a str,
    lines: Lines,
    definitions: Vec<Definition>,
    /// The labels of the definitions that links use.
    used: HashSet<String>,
    pieces: Vec<Piece>,
    diagnostics: Vec<Diagnostic>,
    frames: Vec<Frame>,
    /// For each container of the source whether it has a frame.
    containers: Vec<bool>,
    /// How many frames are lists, quotes or footnotes.
    depth: usize,
    inline: Option<Inline>,
    table: Option<OpenTable>,
    code: Option<Code>,
    html: Option<html::Source>,
}

struct OpenTable {
    table: Table,
    cells: Vec<Text>,
    /// Where the last cell of the row ends.
    cell_end: usize,
}

impl<'a> Builder<'a> {
    fn new(file: &'a str, text: &'a str, first: usize, definitions: Vec<Definition>) -> Self {
        Self {
            file,
            text,
            lines: Lines::new(text, first),
            definitions,
            used: HashSet::new(),
            pieces: Vec::new(),
            diagnostics: Vec::new(),
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
                self.mark_used(&tag);
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
                self.add(Block::Rule(Rule { line }));
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
            Tag::HtmlBlock => self.html = Some(html::Source::default()),
            Tag::Table(aligns) => self.table = Some(OpenTable::new(line, &aligns)),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph => self.flush(),
            TagEnd::Heading(level) => self.close_heading(level),
            TagEnd::TableCell => self.close_cell(range.end),
            TagEnd::TableHead => self.close_header(range),
            TagEnd::TableRow => self.close_row(range),
            TagEnd::Table => {
                if let Some(open) = self.table.take() {
                    self.add(Block::Table(open.table));
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
                    let markdown = |text: &str| parse(self.file, text, 1).pieces;
                    html::pieces(&source, &markdown).into_iter().for_each(|p| self.add_piece(p));
                }
            }
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => self.close(),
            TagEnd::FootnoteDefinition => self.close(),
            _ => {}
        }
    }

    /// The running text that is open, a new one where none is: items need no paragraph.
    fn inline(&mut self, line: usize) -> &mut Inline {
        self.inline.get_or_insert_with(|| Inline::new(line))
    }

    /// Ends the running text as a paragraph.
    fn flush(&mut self) {
        let Some(inline) = self.inline.take() else { return };
        let line = inline.line;
        let text = inline.finish();
        if text.spans.is_empty() {
            return;
        }
        let piece = match text.spans.as_slice() {
            [span] if span.style.image => Piece::Block(Block::Image(Image {
                line,
                alt: span.text.clone(),
                target: span.link.as_ref().map_or_else(String::new, |link| link.target.clone()),
            })),
            _ if self.frames.is_empty() && is_bold_line(&text) => Piece::Bold { text, line },
            _ => Piece::Block(Block::Paragraph(Paragraph { line, text })),
        };
        self.add_piece(piece);
    }

    fn close_heading(&mut self, level: HeadingLevel) {
        let Some(inline) = self.inline.take() else { return };
        let line = inline.line;
        let (text, anchor) = split_anchor(inline.finish());
        self.add_piece(Piece::Heading { level: level as u8, text, line, anchor });
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
            Some(Frame::Quote(quote)) => self.add(Block::Quote(quote)),
            Some(Frame::List(list)) => self.add(Block::List(list)),
            Some(Frame::Item(item)) => {
                if let Some(Frame::List(list)) = self.frames.last_mut() {
                    list.items.push(item);
                }
            }
            Some(Frame::Footnote { label, blocks }) => {
                labelled(&label, blocks).into_iter().for_each(|block| self.add(block));
            }
            None => {}
        }
    }

    fn add(&mut self, block: Block) {
        self.add_piece(Piece::Block(block));
    }

    fn add_piece(&mut self, piece: Piece) {
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
            open.cells.push(text);
            open.cell_end = end;
        }
    }

    fn close_header(&mut self, range: Range<usize>) {
        let Some(open) = &mut self.table else { return };
        open.cell_end = range.end;
        let cells = std::mem::take(&mut open.cells);
        for (column, header) in open.table.columns.iter_mut().zip(cells) {
            column.header = header;
        }
    }

    fn close_row(&mut self, range: Range<usize>) {
        let Some(open) = &mut self.table else { return };
        let line = self.lines.at(range.start);
        let mut cells = std::mem::take(&mut open.cells);
        let source = RowSource {
            file: self.file,
            text: self.text,
            range,
            line,
            cell_end: open.cell_end,
            columns: open.table.columns.len(),
        };
        self.diagnostics.extend(ragged::mend(&source, &mut cells));
        open.table.rows.push(Row { line, cells });
    }

    fn mark_used(&mut self, tag: &Tag<'_>) {
        if let Tag::Link { id, .. } | Tag::Image { id, .. } = tag
            && !id.is_empty()
        {
            self.used.insert(id.to_lowercase());
        }
    }

    fn finish(mut self) -> Parsed {
        self.flush();
        while !self.containers.is_empty() {
            self.close();
        }
        self.keep_unused_definitions();
        Parsed { pieces: self.pieces, diagnostics: self.diagnostics }
    }

    /// A definition that no link uses would vanish with its words. Those whose label is a comment's
    /// ("//") are meant to.
    fn keep_unused_definitions(&mut self) {
        for definition in &self.definitions {
            if self.used.contains(&definition.label.to_lowercase())
                || !definition.label.contains(char::is_alphanumeric)
                || definition.label.eq_ignore_ascii_case("comment")
                || matches!(definition.target.as_str(), "#" | "")
            {
                continue;
            }
            let line = self.lines.at(definition.start);
            let words = format!("{}: {} {}", definition.label, definition.target, definition.title);
            let text = Text::plain(clean::line(words.trim()));
            let at = self.pieces.partition_point(|piece| piece.line() <= line);
            self.pieces.insert(at, Piece::Block(Block::Paragraph(Paragraph { line, text })));
        }
    }
}

impl OpenTable {
    fn new(line: usize, aligns: &[Alignment]) -> Self {
        let column = |align: &Alignment| Column {
            align: match align {
                Alignment::None | Alignment::Left => Align::Left,
                Alignment::Center => Align::Center,
                Alignment::Right => Align::Right,
            },
            ..Column::default()
        };
        let table = Table { line, columns: aligns.iter().map(column).collect(), rows: Vec::new() };
        Self { table, cells: Vec::new(), cell_end: 0 }
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

/// Whether a text is a heading without being marked as one: one line, all of it bold.
fn is_bold_line(text: &Text) -> bool {
    text.spans
        .iter()
        .all(|span| !span.text.contains('\n') && (span.style.bold || span.text.trim().is_empty()))
}

/// Splits "Title {#name}" into title and name.
fn split_anchor(mut text: Text) -> (Text, Option<String>) {
    let Some(last) = text.spans.last_mut() else { return (text, None) };
    let found = last.text.trim_end().strip_suffix('}').and_then(|rest| rest.rsplit_once("{#"));
    let Some((before, name)) = found.filter(|(_, name)| {
        !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "-_.:".contains(c))
    }) else {
        return (text, None);
    };
    let (before, name) = (before.trim_end().to_owned(), name.to_owned());
    last.text = before;
    if last.text.is_empty() {
        text.spans.pop();
    }
    (text, Some(name))
}

/// A footnote's blocks, the first one led by its label.
fn labelled(label: &str, mut blocks: Vec<Block>) -> Vec<Block> {
    let mut lead = Text::plain(format!("[{label}] "));
    match blocks.first_mut() {
        Some(Block::Paragraph(first)) => {
            crate::content::piece::append(&mut lead, &first.text);
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
