//! Ladders of a few signs of Markdown, and comparisons as text.

use std::fmt::Write;

use rungs::compare::{Comparison, Kind, Pair, Part, Spot, Topic, TopicSource, compare};
use rungs::model::{
    Align, Block, Column, Counterpart, CounterpartId, Document, Item, KnownFrom, Ladder, List,
    Origin, Paragraph, Role, RoleId, Row, Section, SectionKind, SpanStyle, Subject, Table, Text,
    Track, TrackId,
};

/// A ladder of one track. Each role is its label and its text in a few signs of Markdown: `## ` to
/// `###### ` make sections, `- ` items (two spaces a level), `| a | b |` rows under a header row,
/// `**Key**: ` a bold lead; all else is a paragraph. Columns headed by a label, or by "From (label)",
/// are about that role. Lines are counted from 1, and the title stands on line 0 + 1.
pub(crate) fn ladder(roles: &[(&str, &str)], counterparts: &[&str]) -> Ladder {
    let subjects: Vec<(String, Subject)> = roles
        .iter()
        .enumerate()
        .map(|(at, (label, _))| ((*label).to_owned(), Subject::Role(RoleId(at))))
        .chain(
            counterparts
                .iter()
                .enumerate()
                .map(|(at, name)| ((*name).to_owned(), Subject::Counterpart(CounterpartId(at)))),
        )
        .collect();
    let known_from = KnownFrom { role: RoleId(0), section: None, line: 1 };
    Ladder {
        name: "test".to_owned(),
        tracks: vec![Track {
            title: "Track".to_owned(),
            roles: (0..roles.len()).map(RoleId).collect(),
        }],
        roles: roles
            .iter()
            .map(|(label, text)| Role {
                id: label.to_lowercase(),
                level: None,
                order: None,
                aliases: Vec::new(),
                track: TrackId(0),
                origin: Origin::File,
                document: document(label, text, &subjects),
            })
            .collect(),
        counterparts: counterparts
            .iter()
            .map(|name| Counterpart { name: (*name).to_owned(), known_from: vec![known_from] })
            .collect(),
        pages: Vec::new(),
    }
}

fn document(label: &str, text: &str, subjects: &[(String, Subject)]) -> Document {
    let mut document = Document {
        title: format!("{label} of Things"),
        label: label.to_owned(),
        file: format!("{}.md", label.to_lowercase()),
        line: 1,
        ..Document::default()
    };
    let lines: Vec<&str> = text.lines().collect();
    let mut at = 0;
    while at < lines.len() {
        let (line, number) = (lines[at], at + 2);
        at += 1;
        let hashes = line.bytes().take_while(|b| *b == b'#').count();
        if hashes >= 2 && line[hashes..].starts_with(' ') {
            let before = document.sections.last().map_or(0, |section| section.depth);
            document.sections.push(Section {
                title: Text::plain(line[hashes + 1..].trim()),
                kind: SectionKind::Heading(2),
                depth: (hashes - 1).min(before + 1),
                anchor: String::new(),
                line: number,
                blocks: Vec::new(),
            });
            continue;
        }
        let blocks = match document.sections.last_mut() {
            Some(section) => &mut section.blocks,
            None => &mut document.preamble,
        };
        if line.trim().is_empty() {
        } else if line.trim_start().starts_with("- ") {
            push_item(blocks, line, number);
        } else if line.starts_with('|') {
            let rows = lines[at..].iter().take_while(|line| line.starts_with('|')).count();
            blocks.push(table(&lines[at - 1..at + rows], number, subjects));
            at += rows;
        } else {
            blocks.push(Block::Paragraph(Paragraph { line: number, text: styled(line) }));
        }
    }
    document.last_line = lines.len() + 1;
    document
}

fn push_item(blocks: &mut Vec<Block>, line: &str, number: usize) {
    let level = line.bytes().take_while(|b| *b == b' ').count() / 2;
    let text = styled(line.trim_start().trim_start_matches("- "));
    let item = Item { line: number, checked: None, text, blocks: Vec::new() };
    let mut blocks = blocks;
    for _ in 0..level {
        match blocks.last() {
            Some(Block::List(_)) => {}
            _ => break,
        }
        let Some(Block::List(list)) = blocks.last_mut() else { return };
        let last = list.items.len() - 1;
        blocks = &mut list.items[last].blocks;
    }
    if let Some(Block::List(list)) = blocks.last_mut() {
        list.items.push(item);
        return;
    }
    blocks.push(Block::List(List { line: number, start: None, items: vec![item] }));
}

fn table(lines: &[&str], number: usize, subjects: &[(String, Subject)]) -> Block {
    let cells = |line: &str| -> Vec<Text> {
        line.trim().trim_matches('|').split('|').map(|cell| styled(cell.trim())).collect()
    };
    let columns: Vec<Column> = cells(lines[0])
        .into_iter()
        .map(|header| {
            let plain = header.as_str();
            let is_about = |name: &str| plain == name || plain.ends_with(&format!(" ({name})"));
            let subject = subjects.iter().find(|(name, _)| is_about(name)).map(|(_, id)| *id);
            Column { header, align: Align::Left, subject }
        })
        .collect();
    let rows = lines[1..].iter().enumerate().map(|(at, line)| {
        let mut cells = cells(line);
        cells.resize(columns.len(), Text::default());
        Row { line: number + 1 + at, cells }
    });
    Block::Table(Table { line: number, rows: rows.collect(), columns })
}

fn styled(text: &str) -> Text {
    let mut styled = Text::default();
    for (at, piece) in text.split("**").enumerate() {
        styled.push(piece, SpanStyle { bold: at % 2 == 1, ..SpanStyle::default() }, None);
    }
    styled
}

/// A comparison as indented lines: sign, where the topic comes from (`#` sections, `^` the way up, `|` a
/// table), lines on the left and right, texts. Changed words stand in
/// brackets.
pub(crate) fn shown(comparison: &Comparison) -> String {
    let mut shown = String::new();
    comparison.topics.iter().for_each(|topic| show_topic(topic, 0, &mut shown));
    shown
}

fn sign(kind: Kind) -> char {
    match kind {
        Kind::Same => '=',
        Kind::Changed => '~',
        Kind::Left => '<',
        Kind::Right => '>',
    }
}

fn show_topic(topic: &Topic, depth: usize, shown: &mut String) {
    let indent = "  ".repeat(depth);
    let source = match topic.source {
        TopicSource::Sections => "#",
        TopicSource::WayUp => "^",
        TopicSource::Table(_) => "|",
    };
    let line = |spot: &Option<Spot>| spot.as_ref().map_or(String::new(), |s| s.line.to_string());
    let _ = writeln!(
        shown,
        "{indent}{} {source} {} {}:{}",
        sign(topic.kind),
        topic.title,
        line(&topic.left),
        line(&topic.right)
    );
    for pair in &topic.pairs {
        let sides = [&pair.left, &pair.right].into_iter().flatten().map(show_part);
        let sides = match pair.kind {
            Kind::Same => sides.take(1).collect::<String>(),
            _ => sides.collect::<Vec<_>>().join(" -> "),
        };
        let _ = writeln!(shown, "{indent}  {} {sides}", sign(pair.kind));
    }
    topic.topics.iter().for_each(|topic| show_topic(topic, depth + 1, shown));
}

fn show_part(part: &Part) -> String {
    let mut text = part.text.as_str().to_owned();
    for range in part.changed.iter().rev() {
        text.insert(range.end, ']');
        text.insert(range.start, '[');
    }
    let key = part.key.as_ref().map(|key| format!("({key}) ")).unwrap_or_default();
    format!("{key}{text}")
}

#[track_caller]
pub(crate) fn check(
    roles: &[(&str, &str)],
    counterparts: &[&str],
    sides: (Subject, Subject),
    want: &str,
) {
    let ladder = ladder(roles, counterparts);
    let got = shown(&compare(&ladder, sides.0, sides.1));
    let want: Vec<&str> = want.lines().filter(|line| !line.trim().is_empty()).collect();
    let indent = want.first().map_or(0, |line| line.len() - line.trim_start().len());
    let want: String =
        want.iter().filter_map(|line| line.get(indent..)).map(|line| format!("{line}\n")).collect();
    assert_eq!(got, want, "\ngot:\n{got}\nwant:\n{want}");
}

pub(crate) const A: Subject = Subject::Role(RoleId(0));
pub(crate) const B: Subject = Subject::Role(RoleId(1));
pub(crate) const C: Subject = Subject::Counterpart(CounterpartId(0));

pub(crate) fn parts(pair: &Pair) -> impl Iterator<Item = &Part> {
    [&pair.left, &pair.right].into_iter().flatten()
}

pub(crate) fn flat(topics: &[Topic]) -> Vec<&Topic> {
    topics.iter().flat_map(|topic| std::iter::once(topic).chain(flat(&topic.topics))).collect()
}
