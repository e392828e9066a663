//! A page of a document: all that it says.

use super::comparison::heading;
use super::page::page;
use super::text::{self, FOREIGN, name};
use super::whole::ladder_name;
use super::writer::Html;
use crate::model::{Block, Document, Item, List, Section, Table, Text};

/// A page of a document. `ladder` is what the ladder is called.
#[must_use]
pub fn document_page(ladder: &str, document: &Document) -> String {
    let mut content = Html::default();
    content.element("header", &[], |html| {
        html.element("h1", &[], |html| name(html, &document.title));
        ladder_name(html, ladder);
    });
    content.end_line();
    content.element("main", &[], |html| {
        blocks(html, &document.preamble);
        document.sections.iter().for_each(|it| section(html, it));
    });
    content.end_line();
    page(&document.title, &content)
}

fn section(html: &mut Html, section: &Section) {
    html.element(heading(section.depth + 1), &FOREIGN, |html| words(html, &section.title));
    html.end_line();
    blocks(html, &section.blocks);
}

fn blocks(html: &mut Html, blocks: &[Block]) {
    blocks.iter().for_each(|it| block(html, it));
}

fn block(html: &mut Html, block: &Block) {
    match block {
        Block::Paragraph(it) => html.element("p", &FOREIGN, |html| words(html, &it.text)),
        Block::List(it) => list(html, it),
        Block::Table(it) => table(html, it),
        Block::Quote(it) => html.element("div", &[("class", "quote")], |html| {
            if let Some(callout) = &it.callout {
                html.element("b", &[], |html| name(html, &callout.kind));
            }
            blocks(html, &it.blocks);
        }),
        Block::Code(it) => html.words("pre", &FOREIGN, &it.text),
        Block::Rule(_) => html.lone("hr", &[]),
        // A page loads nothing.
        Block::Image(it) => html.element("p", &FOREIGN, |html| {
            html.words("i", &[], if it.alt.trim().is_empty() { &it.target } else { &it.alt });
        }),
    }
    html.end_line();
}

fn list(html: &mut Html, list: &List) {
    let start = list.start.unwrap_or(1).to_string();
    let (tag, attributes) = match list.start {
        Some(_) => ("ol", &[("start", start.as_str())][..]),
        None => ("ul", &[][..]),
    };
    html.element(tag, attributes, |html| {
        html.end_line();
        list.items.iter().for_each(|it| item(html, it));
    });
}

fn item(html: &mut Html, item: &Item) {
    html.element("li", &FOREIGN, |html| {
        html.text(match item.checked {
            Some(true) => "☑ ",
            Some(false) => "☐ ",
            None => "",
        });
        words(html, &item.text);
        blocks(html, &item.blocks);
    });
    html.end_line();
}

fn table(html: &mut Html, table: &Table) {
    html.element("table", &[], |html| {
        html.element("thead", &[], |html| {
            html.element("tr", &[], |html| {
                for column in &table.columns {
                    let attributes = [("scope", "col"), FOREIGN[0], FOREIGN[1]];
                    html.element("th", &attributes, |html| words(html, &column.header));
                }
            });
        });
        html.end_line();
        html.element("tbody", &[], |html| {
            for row in &table.rows {
                html.element("tr", &[], |html| {
                    for cell in &row.cells {
                        html.element("td", &FOREIGN, |html| words(html, cell));
                    }
                });
                html.end_line();
            }
        });
    });
}

fn words(html: &mut Html, text: &Text) {
    text::write(html, text, &[], "ins");
}
