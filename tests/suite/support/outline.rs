//! Documents as short text, so that tests can say what they expect of them.

use std::fmt::Write;

use rungs::model::{Align, Block, Document, SectionKind, Text};

/// A document's preamble and sections, a line each, led by their source lines. Nesting is shown by
/// dots, bold text by `*`, italics by `_`, code by backticks, links by `<target>`.
pub(crate) fn outline(document: &Document) -> String {
    let mut out = String::new();
    blocks(&document.preamble, 0, &mut out);
    for section in &document.sections {
        let mark = match section.kind {
            SectionKind::Heading(level) => "#".repeat(usize::from(level)),
            SectionKind::Bold => "**".to_owned(),
        };
        let depth = section.depth;
        writeln!(
            out,
            "{} {mark} {} @{depth} #{}",
            section.line,
            spans(&section.title),
            section.anchor
        )
        .unwrap();
        blocks(&section.blocks, 0, &mut out);
    }
    out
}

fn blocks(found: &[Block], depth: usize, out: &mut String) {
    let dots = ".".repeat(depth);
    for block in found {
        let line = block.line();
        match block {
            Block::Paragraph(paragraph) => {
                writeln!(out, "{line} {dots}p {}", spans(&paragraph.text)).unwrap();
            }
            Block::List(list) => {
                for (i, item) in list.items.iter().enumerate() {
                    let mark =
                        list.start.map_or("-".to_owned(), |start| format!("{}.", start + i as u64));
                    let check = item.checked.map_or("", |on| if on { "[x] " } else { "[ ] " });
                    writeln!(out, "{} {dots}{mark} {check}{}", item.line, spans(&item.text))
                        .unwrap();
                    blocks(&item.blocks, depth + 1, out);
                }
            }
            Block::Table(table) => {
                let headers: Vec<String> = table
                    .columns
                    .iter()
                    .map(|column| {
                        let align = match column.align {
                            Align::Left => "",
                            Align::Center => "^",
                            Align::Right => ">",
                        };
                        format!("{align}{}", spans(&column.header))
                    })
                    .collect();
                writeln!(out, "{line} {dots}t {}", headers.join(" | ")).unwrap();
                for row in &table.rows {
                    let cells: Vec<String> = row.cells.iter().map(spans).collect();
                    writeln!(out, "{} {dots}r {}", row.line, cells.join(" | ")).unwrap();
                }
            }
            Block::Quote(quote) => {
                let kind = quote.callout.as_ref().map_or("", |callout| callout.kind.as_str());
                writeln!(out, "{line} {dots}q {kind}").unwrap();
                blocks(&quote.blocks, depth + 1, out);
            }
            Block::Code(code) => {
                writeln!(out, "{line} {dots}c {} {:?}", code.language, code.text).unwrap();
            }
            Block::Rule(_) => writeln!(out, "{line} {dots}---").unwrap(),
            Block::Image(image) => {
                writeln!(out, "{line} {dots}i {} {}", image.alt, image.target).unwrap();
            }
        }
    }
}

/// A text with its styling shown.
pub(crate) fn spans(text: &Text) -> String {
    let shown = text.spans().map(|span| {
        let mut shown = span.text.replace('\n', "\\n");
        for (is_on, mark) in [
            (span.style.code, "`"),
            (span.style.italic, "_"),
            (span.style.bold, "*"),
            (span.style.strike, "~"),
            (span.style.image, "!"),
        ] {
            if is_on {
                shown = format!("{mark}{shown}{mark}");
            }
        }
        span.link.map_or(shown.clone(), |link| format!("{shown}<{}>", link.target))
    });
    shown.collect()
}
