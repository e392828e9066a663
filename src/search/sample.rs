//! A small ladder with one of everything, for the tests of searching.

use crate::model::{
    Block, Code, Column, Counterpart, Document, Entry, FrontMatter, Image, Item, KnownFrom, Ladder,
    List, Origin, Paragraph, Quote, Role, RoleId, Row, Section, SectionId, SectionKind, Table,
    Text, Track, TrackId, Value,
};

/// A director with two sections, the counterpart VP, and a page.
pub(crate) fn ladder() -> Ladder {
    let document = Document {
        title: "Director of Software Engineering".to_owned(),
        label: "Dir".to_owned(),
        line: 8,
        front_matter: FrontMatter {
            entries: vec![Entry {
                key: "label".to_owned(),
                value: Value::Text("Dir".to_owned()),
                line: 5,
            }],
        },
        preamble: vec![paragraph(10, "Owns a domain.")],
        sections: vec![
            section(12, 1, "Typical Scope", vec![list(13), table(16)]),
            section(20, 2, "Hiring", vec![quote(21), code(23), image(25)]),
        ],
        ..Document::default()
    };
    let page = Document {
        title: "Overview".to_owned(),
        label: "Overview".to_owned(),
        line: 1,
        preamble: vec![paragraph(3, "Hiring at every level: how teams grow, and who decides.")],
        sections: vec![section(5, 1, "How to read this", vec![])],
        ..Document::default()
    };
    let known_from = KnownFrom { role: RoleId(0), section: Some(SectionId(0)), line: 16 };
    Ladder {
        name: "sample".to_owned(),
        tracks: vec![Track { title: "Management".to_owned(), roles: vec![RoleId(0)] }],
        roles: vec![Role {
            id: "director".to_owned(),
            level: None,
            order: None,
            aliases: Vec::new(),
            track: TrackId(0),
            origin: Origin::File,
            document,
        }],
        counterparts: vec![Counterpart { name: "VP".to_owned(), known_from: vec![known_from] }],
        pages: vec![page],
    }
}

fn section(line: usize, depth: usize, title: &str, blocks: Vec<Block>) -> Section {
    let kind = SectionKind::Heading(2);
    Section { title: Text::plain(title), kind, depth, anchor: String::new(), line, blocks }
}

fn paragraph(line: usize, text: &str) -> Block {
    Block::Paragraph(Paragraph { line, text: Text::plain(text) })
}

fn list(line: usize) -> Block {
    let item =
        |line, text: &str, blocks| Item { line, checked: None, text: Text::plain(text), blocks };
    let inner = item(line + 1, "Grows résumés into teams", vec![]);
    let inner = Block::List(List { line: line + 1, start: None, items: vec![inner] });
    let outer = item(line, "Leads teams of teams", vec![inner]);
    Block::List(List { line, start: None, items: vec![outer] })
}

fn table(line: usize) -> Block {
    let column = |header| Column { header: Text::plain(header), ..Column::default() };
    let row =
        Row { line: line + 2, cells: vec![Text::plain("Budget"), Text::plain("owns tooling")] };
    let columns = vec![column("Dimension"), column("Director")];
    Block::Table(Table { line, columns, rows: vec![row] })
}

fn quote(line: usize) -> Block {
    let blocks = vec![paragraph(line, "Only hire up.")];
    Block::Quote(Quote { line, callout: None, blocks })
}

fn code(line: usize) -> Block {
    let text = "offer = budget * level".to_owned();
    Block::Code(Code { line, language: String::new(), text })
}

fn image(line: usize) -> Block {
    let alt = "A funnel of candidates".to_owned();
    Block::Image(Image { line, alt, target: "funnel.png".to_owned() })
}
