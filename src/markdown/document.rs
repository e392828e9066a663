//! A document as Markdown again, in one plain style.

use super::escape::escaped;
use crate::model::{Align, Block, Document, Item, List, Section, SectionId, Span, Table, Text};

/// A whole document. Sections keep their nesting; headings begin at the second level.
#[must_use]
pub fn document(document: &Document) -> String {
    let mut out = format!("# {}\n", escaped(&document.title));
    blocks(&mut out, &document.preamble, "");
    sections(&mut out, &document.sections);
    out
}

/// A section with those inside it; the whole document for `None`.
#[must_use]
pub fn section(document: &Document, id: Option<SectionId>) -> String {
    let Some(id) = id else { return self::document(document) };
    let mut out = String::new();
    sections(&mut out, &document.sections[id.0..document.end(id)]);
    out.trim_start().to_owned()
}

fn sections(out: &mut String, sections: &[Section]) {
    for section in sections {
        let hashes = "#".repeat((section.depth + 1).min(6));
        out.push_str(&format!("\n{hashes} {}\n", inline(&section.title).replace('\n', " ")));
        blocks(out, &section.blocks, "");
    }
}

fn blocks(out: &mut String, blocks: &[Block], indent: &str) {
    for block in blocks {
        out.push_str(indent.trim_end());
        out.push('\n');
        self::block(out, block, indent);
    }
}

fn block(out: &mut String, block: &Block, indent: &str) {
    match block {
        Block::Paragraph(it) => lines(out, &begun(&inline(&it.text)).replace('\n', "\\\n"), indent),
        Block::List(it) => list(out, it, indent),
        Block::Table(it) => table(out, it, indent),
        Block::Quote(it) => {
            let indent = format!("{indent}> ");
            if let Some(callout) = &it.callout {
                lines(out, &format!("[!{}]", callout.kind.to_uppercase()), &indent);
            }
            let mut inner = String::new();
            blocks(&mut inner, &it.blocks, "");
            lines(out, inner.trim(), &indent);
        }
        Block::Code(it) => {
            // A fence longer than any in the text.
            let ticks = it.text.split(|c| c != '`').map(str::len).max().unwrap_or(0).max(2) + 1;
            let fence = "`".repeat(ticks);
            lines(out, &format!("{fence}{}\n{}\n{fence}", it.language, it.text.trim_end()), indent);
        }
        Block::Rule(_) => lines(out, "---", indent),
        Block::Image(it) => {
            lines(out, &format!("![{}](<{}>)", escaped(&it.alt), target(&it.target)), indent);
        }
    }
}

fn lines(out: &mut String, text: &str, indent: &str) {
    for line in text.lines() {
        out.push_str(format!("{indent}{line}").trim_end());
        out.push('\n');
    }
}

fn list(out: &mut String, list: &List, indent: &str) {
    for (i, item) in list.items.iter().enumerate() {
        let mark = match list.start {
            Some(start) => format!("{}. ", start + i as u64),
            None => "- ".to_owned(),
        };
        self::item(out, item, &mark, indent);
    }
}

fn item(out: &mut String, item: &Item, mark: &str, indent: &str) {
    let task = match item.checked {
        Some(true) => "[x] ",
        Some(false) => "[ ] ",
        None => "",
    };
    let inner = " ".repeat(mark.len());
    let text = begun(&inline(&item.text)).replace('\n', &format!("\\\n{indent}{inner}"));
    out.push_str(format!("{indent}{mark}{task}{text}").trim_end());
    out.push('\n');
    for block in &item.blocks {
        if !matches!(block, Block::List(_)) {
            out.push('\n');
        }
        self::block(out, block, &format!("{indent}{inner}"));
    }
}

fn table(out: &mut String, table: &Table, indent: &str) {
    let row = |cells: Vec<String>| format!("{indent}| {} |\n", cells.join(" | "));
    // Even in code a bar ends the cell.
    let text = |text: &Text| cell_bars(&inline(text)).replace('\n', "<br>");
    out.push_str(&row(table.columns.iter().map(|column| text(&column.header)).collect()));
    let align = |align: Align| match align {
        Align::Left => "---",
        Align::Center => ":---:",
        Align::Right => "---:",
    };
    out.push_str(&row(table.columns.iter().map(|c| align(c.align).to_owned()).collect()));
    for cells in &table.rows {
        out.push_str(&row(cells.cells.iter().map(text).collect()));
    }
}

/// A text that begins a line, if some signs would begin something else than a paragraph.
fn begun(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let marks = |rest: &str| rest.starts_with(['.', ')']);
    match text.chars().next() {
        Some('-' | '+' | '=') => format!("\\{text}"),
        Some(_) if digits > 0 && marks(&text[digits..]) => {
            format!("{}\\{}", &text[..digits], &text[digits..])
        }
        _ => text.to_owned(),
    }
}

fn inline(text: &Text) -> String {
    text.spans().map(span).collect()
}

fn span(span: Span<'_>) -> String {
    let words = span.text.trim();
    if words.is_empty() {
        return span.text.to_owned();
    }
    let mut out = if span.style.code {
        let ticks = words.split(|c| c != '`').map(str::len).max().unwrap_or(0) + 1;
        let (fence, pad) = ("`".repeat(ticks), if words.contains('`') { " " } else { "" });
        format!("{fence}{pad}{words}{pad}{fence}")
    } else {
        escaped(words)
    };
    for (set, mark) in
        [(span.style.italic, "*"), (span.style.bold, "**"), (span.style.strike, "~~")]
    {
        if set {
            out = format!("{mark}{out}{mark}");
        }
    }
    if let Some(link) = &span.link {
        out = format!("[{out}](<{}>)", target(&link.target));
    }
    // Marks must touch words: the space around them stays outside.
    let lead = span.text.len() - span.text.trim_start().len();
    let tail = span.text.trim_end().len();
    format!("{}{out}{}", &span.text[..lead], &span.text[tail..])
}

/// The text of a cell with every bar escaped once.
fn cell_bars(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        if c == '|' && before != '\\' {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

fn target(target: &str) -> String {
    target.replace(['<', '>', '\n'], "")
}
