//! Comparisons as text, and what must never break in them.

use std::collections::BTreeSet;
use std::fmt::Write;

use proptest::prelude::*;
use proptest::string::string_regex;
use rungs::compare::{Comparison, Kind, Pair, PairBody, Part, Spot, Topic, TopicSource, compare};
use rungs::content;
use rungs::model::{
    Align, Block, Column, Counterpart, CounterpartId, Document, DocumentId, Item, KnownFrom,
    Ladder, List, Origin, Paragraph, Role, RoleId, Row, Section, SectionKind, SpanStyle, Subject,
    Table, Text, Track, TrackId,
};

/// A ladder of one track. Each role is its label and its text in a few signs of Markdown: `## ` to
/// `###### ` make sections, `- ` items (two spaces a level), `| a | b |` rows under a header row,
/// `**Key**: ` a bold lead; all else is a paragraph. Columns headed by a label, or by "From (label)",
/// are about that role. Lines are counted from 1, and the title stands on line 0 + 1.
fn ladder(roles: &[(&str, &str)], counterparts: &[&str]) -> Ladder {
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
            let plain = header.to_plain();
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

/// A comparison as indented lines: sign, lines on the left and right, texts. Changed words stand in
/// brackets.
fn shown(comparison: &Comparison) -> String {
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
    let table = if topic.source == TopicSource::Sections { "#" } else { "|" };
    let line = |spot: &Option<Spot>| spot.as_ref().map_or(String::new(), |s| s.line.to_string());
    let _ = writeln!(
        shown,
        "{indent}{} {table} {} {}:{}",
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
    let mut text = part.text.to_plain();
    for range in part.changed.iter().rev() {
        text.insert(range.end, ']');
        text.insert(range.start, '[');
    }
    let key = part.key.as_ref().map(|key| format!("({key}) ")).unwrap_or_default();
    format!("{key}{text}")
}

#[track_caller]
fn check(roles: &[(&str, &str)], counterparts: &[&str], sides: (Subject, Subject), want: &str) {
    let ladder = ladder(roles, counterparts);
    let got = shown(&compare(&ladder, sides.0, sides.1));
    let want: Vec<&str> = want.lines().filter(|line| !line.trim().is_empty()).collect();
    let indent = want.first().map_or(0, |line| line.len() - line.trim_start().len());
    let want: String =
        want.iter().filter_map(|line| line.get(indent..)).map(|line| format!("{line}\n")).collect();
    assert_eq!(got, want, "\ngot:\n{got}\nwant:\n{want}");
}

const A: Subject = Subject::Role(RoleId(0));
const B: Subject = Subject::Role(RoleId(1));
const C: Subject = Subject::Counterpart(CounterpartId(0));

#[test]
fn sections_align_by_heading_whatever_their_numbers_codes_and_role_names() {
    check(
        &[
            ("Director", "## 1. Scope (M3)\n## Transition to VP\n## Only here\n## Director vs VP"),
            ("VP", "## Scope (M4)\n## Only there\n## 2) Transition to CTO\n## VP vs CTO"),
            ("CTO", ""),
        ],
        &[],
        (A, B),
        "
        ~ # Scope (M4) 2:2
        > # Only there :3
        ~ # 2) Transition to CTO 3:4
        < # Only here 4:
        ~ # VP vs CTO 5:5
        ",
    );
}

#[test]
fn sections_with_one_name_align_under_the_same_parent() {
    check(
        &[
            ("One", "## People\n### Examples\n- hires\n## Delivery\n### Examples\n- ships"),
            ("Two", "## Delivery\n### Examples\n- ships daily\n## People\n### Examples\n- hires"),
        ],
        &[],
        (A, B),
        "
        ~ # Delivery 5:2
          ~ # Examples 6:3
            ~ ships -> ships [daily]
        = # People 2:5
          = # Examples 3:6
            = hires
        ",
    );
}

#[test]
fn prose_before_the_first_section_is_compared_under_the_titles() {
    check(
        &[("One", "Leads one team.\n## Scope"), ("Two", "Leads two teams.\n## Scope")],
        &[],
        (A, B),
        "
        ~ # Two of Things 1:1
          ~ Leads [one team]. -> Leads [two teams].
        = # Scope 3:3
        ",
    );
}

#[test]
fn keys_weigh_more_than_prose_and_unlike_items_stay_apart() {
    check(
        &[
            (
                "One",
                "## Scope\n- **Reports**: 4-8 engineers\n- **Budget**: none\n- Writes design documents for the team",
            ),
            (
                "Two",
                "## Scope\n- **Budget**: owns headcount\n- **Reports**: 3-5 managers\n- Speaks at conferences abroad",
            ),
        ],
        &[],
        (A, B),
        "
        ~ # Scope 2:2
          ~ (Budget) [none] -> (Budget) [owns headcount]
          < Writes design documents for the team
          ~ (Reports) [4-8 engineers] -> (Reports) [3-5 managers]
          > Speaks at conferences abroad
        ",
    );
}

#[test]
fn a_text_that_moved_stands_where_it_is_on_the_right() {
    let text = "- Coaches other managers through difficult conversations";
    check(
        &[
            ("One", &format!("## People\n{text}\n- Hires\n## Growth\n- Learns")),
            ("Two", &format!("## People\n- Hires\n## Growth\n- Learns\n{text}")),
        ],
        &[],
        (A, B),
        "
        ~ # People 2:2
          = Hires
        ~ # Growth 5:4
          = Learns
          = Coaches other managers through difficult conversations
        ",
    );
}

#[test]
fn nested_items_follow_the_items_around_them() {
    check(
        &[
            ("One", "## Scope\n- Leads\n  - one team\n  - its roadmap\n- Hires"),
            (
                "Two",
                "## Scope\n- Leads\n  - several teams\n  - its roadmap\n    - and budget\n- Hires",
            ),
        ],
        &[],
        (A, B),
        "
        ~ # Scope 2:2
          = Leads
          ~ [one team] -> [several teams]
          = its roadmap
          > and budget
          = Hires
        ",
    );
}

#[test]
fn rows_of_comparison_tables_are_compared_by_each_role_s_own_column() {
    check(
        &[
            (
                "Lead",
                "## Numbers\n| Dimension | Lead | Director |\n| Team size | 5-8 | 30-50 |\n| Span | a team | a domain |",
            ),
            (
                "Director",
                "## Numbers\n| Dimension | Director | VP |\n| Team size | 30-50 | 100+ |\n| Board | rare | often |",
            ),
        ],
        &["VP"],
        (A, B),
        "
        ~ | Numbers 2:2
          ~ (Team size) [5-8] -> (Team size) [30-50]
          ~ (Span) a [team] -> (Span) a [domain]
        ~ # Numbers 2:2
          ~ (Team size) [5-8] -> (Team size) [30-50]
          > (Board) rare
        ",
    );
}

#[test]
fn tables_without_a_column_of_the_role_name_their_cells() {
    check(
        &[
            (
                "One",
                "## Skills\n| Area | Skills |\n| Technical | design |\n## Levels\n| Area | Now | Next |\n| Code | good | great |",
            ),
            ("Two", ""),
        ],
        &[],
        (A, B),
        "
        < # Skills 2:
          < (Technical) design
        < # Levels 5:
          < (Code) Now: good; Next: great
        ",
    );
}

const WITH_COUNTERPART: &str = "## Comparison
Some words.
| Dimension | One | Two |
| Team size | 5 | 50 |
### Shifts
| From (One) | To (Two) |
| Owning a part | Owning the whole |
## Else
- An item";

#[test]
fn a_counterpart_is_compared_by_the_tables_that_know_it() {
    check(
        &[("One", WITH_COUNTERPART)],
        &["Two"],
        (A, C),
        "
        ~ | Comparison 2:2
          ~ (Team size) [5] -> (Team size) [50]
        ~ | Shifts 6:6
          ~ Owning [a part] -> Owning [the whole]
        < # Comparison 2:
          < Some words.
          < # Shifts 6:
        < # Else 9:
          < An item
        ",
    );
}

#[test]
fn counterparts_alone_have_the_tables_that_name_both() {
    let subjects = (C, Subject::Counterpart(CounterpartId(1)));
    check(
        &[("One", "## Matrix\n| | Two | Three |\n| Size | 5 | 5 |\n## Else\n- An item")],
        &["Two", "Three"],
        subjects,
        "
        = | Matrix 2:2
          = (Size) 5
        ",
    );
}

#[test]
fn languages_without_spaces_and_other_scripts_align() {
    check(
        &[
            ("甲", "## 范围\n- 领导一个工程团队\n- 制定招聘计划\n## النطاق\n- يقود فريق المهندسين"),
            (
                "乙",
                "## 范围\n- 制定公司招聘计划\n- 领导多个工程团队\n## النطاق\n- يقود عدة فرق من المهندسين",
            ),
        ],
        &[],
        (A, B),
        "
        ~ # 范围 2:2
          ~ 制定招聘计划 -> 制定[公司]招聘计划
          ~ 领导[一]个工程团队 -> 领导[多]个工程团队
        ~ # النطاق 5:5
          ~ يقود [فريق] المهندسين -> يقود [عدة فرق من] المهندسين
        ",
    );
}

/// Everything of a document that must stand in a comparison: what it is and its line.
fn wanted(document: &Document) -> BTreeSet<(&'static str, usize)> {
    fn collect(blocks: &[Block], found: &mut BTreeSet<(&'static str, usize)>) {
        for block in blocks {
            match block {
                Block::Paragraph(text) if !text.text.is_empty() => {
                    found.insert(("prose", text.line));
                }
                Block::List(list) => list.items.iter().for_each(|item| {
                    found.insert(("item", item.line));
                    collect(&item.blocks, found);
                }),
                Block::Table(table) => {
                    found.extend(table.rows.iter().map(|row| ("row", row.line)));
                }
                _ => {}
            }
        }
    }
    let mut found = BTreeSet::new();
    collect(&document.preamble, &mut found);
    for section in &document.sections {
        found.insert(("section", section.line));
        collect(&section.blocks, &mut found);
    }
    found
}

/// Everything that stands in a comparison of this document.
fn standing(topics: &[Topic], id: DocumentId, found: &mut BTreeSet<(&'static str, usize)>) {
    for topic in topics {
        let spots = [&topic.left, &topic.right].into_iter().flatten();
        found.extend(spots.filter(|s| s.document == id).map(|spot| ("section", spot.line)));
        for part in topic.pairs.iter().flat_map(parts) {
            let name = match part.body {
                PairBody::Item(_) => "item",
                PairBody::Row => "row",
                PairBody::Prose => "prose",
                PairBody::Code => "code",
            };
            if part.spot.document == id {
                found.insert((name, part.spot.line));
            }
        }
        standing(&topic.topics, id, found);
    }
}

fn parts(pair: &Pair) -> impl Iterator<Item = &Part> {
    [&pair.left, &pair.right].into_iter().flatten()
}

fn flat(topics: &[Topic]) -> Vec<&Topic> {
    topics.iter().flat_map(|topic| std::iter::once(topic).chain(flat(&topic.topics))).collect()
}

/// Every pair and heading as one comparable line, whatever the order.
fn facts(comparison: &Comparison, swapped: bool) -> Vec<String> {
    let turn = |kind: Kind| if swapped { kind.swapped() } else { kind };
    let both = |left: String, right: String| if swapped { (right, left) } else { (left, right) };
    let mut facts = Vec::new();
    for topic in flat(&comparison.topics) {
        let (left, right) = both(format!("{:?}", topic.left), format!("{:?}", topic.right));
        facts.push(format!("{:?} {left} {right}", turn(topic.kind)));
        for pair in &topic.pairs {
            let (left, right) = both(format!("{:?}", pair.left), format!("{:?}", pair.right));
            facts.push(format!("{:?} {left} {right}", turn(pair.kind)));
        }
    }
    facts.sort();
    facts
}

/// Documents of a few words, so that equal and nearly equal texts are common.
fn text() -> impl Strategy<Value = String> {
    let words =
        "(lead|team|plan|Budget|x|über|战略团队|)( own| hire| plan|s|\\*\\*| 4-6| l1)?( all|:)?";
    let line = |form: String| string_regex(&form).expect("a regex of ours");
    let line = prop_oneof![
        4 => line(format!("(  |    )?- (\\*\\*K[ab]\\*\\*: )?{words}")),
        2 => line(format!("##(#|##)? (1\\. )?{words}")),
        2 => line(format!("\\| {words} \\| {words} \\| {words} \\|")),
        1 => Just("| Key | l0 | l1 |".to_owned()),
        1 => Just("| From (l1) | To (c) |".to_owned()),
        1 => line(words.to_owned()),
        1 => ".{0,12}",
    ];
    prop::collection::vec(line, 0..14).prop_map(|lines| lines.join("\n"))
}

fn subject() -> impl Strategy<Value = Subject> {
    prop_oneof![
        4 => (0usize..3).prop_map(|at| Subject::Role(RoleId(at))),
        1 => Just(C),
    ]
}

/// What holds of any two roles, checked on one pair.
#[track_caller]
fn check_pair(ladder: &Ladder, left: Subject, right: Subject) {
    let there = compare(ladder, left, right);
    assert_eq!(facts(&there, true), facts(&compare(ladder, right, left), false));
    for side in [left, right] {
        let Subject::Role(role) = side else { continue };
        let mut found = BTreeSet::new();
        standing(&there.topics, DocumentId::Role(role), &mut found);
        let document = &ladder.role(role).document;
        let wanted = wanted(document);
        let missing: Vec<_> = wanted.difference(&found).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", document.file);
        for topic in flat(&compare(ladder, side, side).topics) {
            assert_eq!(topic.kind, Kind::Same, "{}: {}", document.file, topic.title);
        }
    }
}

#[test]
fn real_ladders_hold_what_made_up_ones_do() {
    let mut ladders = vec![content::built_in().ladder];
    let corpus = std::fs::read_dir("../shared/corpus").into_iter().flatten().flatten();
    let folders = corpus.map(|entry| entry.path()).filter(|path| path.is_dir());
    ladders.extend(folders.filter_map(|path| Some(content::load(&path).ok()?.ladder)));
    if ladders.len() == 1 {
        println!("skipped but for the built-in ladder: ../shared/corpus is not there");
    }
    for ladder in &ladders {
        for track in &ladder.tracks {
            for two in track.roles.windows(2) {
                check_pair(ladder, Subject::Role(two[0]), Subject::Role(two[1]));
            }
            for (counterpart, role) in track.roles.iter().enumerate() {
                if counterpart < ladder.counterparts.len() {
                    let counterpart = Subject::Counterpart(CounterpartId(counterpart));
                    check_pair(ladder, Subject::Role(*role), counterpart);
                }
            }
        }
    }
}

#[test]
fn the_built_in_ladder_compares_its_neighbours_on_shared_topics() {
    let ladder = content::built_in().ladder;
    let find = |name| rungs::model::names::find(&ladder, name).expect("a role of ours");
    let comparison = compare(&ladder, find("director"), find("vp"));
    let topics = flat(&comparison.topics);
    let both = |title: &str| {
        topics.iter().any(|topic| {
            topic.title.contains(title) && topic.left.is_some() && topic.right.is_some()
        })
    };
    for title in ["Core Responsibilities", "Key Skill Sets", "Typical Scope", "Transition to CTO"] {
        assert!(both(title), "{title} is not aligned");
    }
    let Subject::Role(director) = find("director") else { panic!("a role of ours") };
    let source = TopicSource::Table(DocumentId::Role(director));
    let authored = topics.iter().filter(|topic| topic.source == source);
    assert_eq!(authored.map(|topic| topic.pairs.len()).sum::<usize>(), 27);
    let keyed = |key: &str| {
        topics.iter().flat_map(|topic| &topic.pairs).any(|pair| {
            let key_of = |part: &Option<Part>| part.as_ref().and_then(|part| part.key.clone());
            [&pair.left, &pair.right].iter().all(|part| key_of(part).as_deref() == Some(key))
        })
    };
    assert!(keyed("Team size") && keyed("Direct reports") && keyed("Technical"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_role_is_the_same_as_itself(text in text(), other in text()) {
        let ladder = ladder(&[("l0", &text), ("l1", &other)], &["c"]);
        for topic in flat(&compare(&ladder, A, A).topics) {
            prop_assert_eq!(topic.kind, Kind::Same);
            prop_assert!(topic.pairs.iter().all(|pair| pair.kind == Kind::Same));
        }
    }

    #[test]
    fn swapping_the_sides_swaps_every_pair(texts in [text(), text(), text()], left in subject(), right in subject()) {
        let ladder = ladder(&[("l0", &texts[0]), ("l1", &texts[1]), ("l2", &texts[2])], &["c"]);
        let there = compare(&ladder, left, right);
        prop_assert_eq!(&there, &compare(&ladder, left, right));
        prop_assert_eq!(facts(&there, true), facts(&compare(&ladder, right, left), false));
    }

    #[test]
    fn nothing_of_either_document_is_missing(texts in [text(), text(), text()], left in subject(), right in subject()) {
        let ladder = ladder(&[("l0", &texts[0]), ("l1", &texts[1]), ("l2", &texts[2])], &["c"]);
        let comparison = compare(&ladder, left, right);
        for side in [left, right] {
            let Subject::Role(role) = side else { continue };
            let mut found = BTreeSet::new();
            standing(&comparison.topics, DocumentId::Role(role), &mut found);
            let wanted = wanted(&ladder.role(role).document);
            prop_assert!(wanted.is_subset(&found), "missing: {:?}", wanted.difference(&found));
        }
    }

    #[test]
    fn kinds_and_marks_say_what_the_texts_say(left in text(), right in text()) {
        let ladder = ladder(&[("l0", &left), ("l1", &right)], &["c"]);
        let fold = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        for pair in flat(&compare(&ladder, A, B).topics).into_iter().flat_map(|topic| &topic.pairs) {
            let said = |part: &Part| {
                (fold(part.key.clone().unwrap_or_default()), fold(part.text.to_plain()))
            };
            match (&pair.left, &pair.right) {
                (Some(left), Some(right)) => {
                    let kind = if said(left) == said(right) { Kind::Same } else { Kind::Changed };
                    prop_assert_eq!(pair.kind, kind);
                }
                (Some(_), None) => prop_assert_eq!(pair.kind, Kind::Left),
                (None, Some(_)) => prop_assert_eq!(pair.kind, Kind::Right),
                (None, None) => prop_assert!(false, "a pair without sides"),
            }
            for part in parts(pair) {
                let plain = part.text.to_plain();
                let mut from = 0;
                for range in &part.changed {
                    prop_assert!(range.start >= from && plain.get(range.clone()).is_some());
                    from = range.end;
                }
                prop_assert!(part.changed.is_empty() || pair.kind == Kind::Changed);
            }
        }
    }

    #[test]
    fn no_unit_pairs_twice_in_the_sections(left in text(), right in text()) {
        let ladder = ladder(&[("l0", &left), ("l1", &right)], &["c"]);
        let comparison = compare(&ladder, A, B);
        let mut seen = BTreeSet::new();
        for topic in flat(&comparison.topics) {
            if topic.source == TopicSource::Sections {
                for part in topic.pairs.iter().flat_map(parts) {
                    let spot = &part.spot;
                    prop_assert!(seen.insert((spot.document, spot.line, part.body)), "{spot:?} twice");
                }
            }
        }
    }
}

/// What moved changes the sections it left and came to, whichever side is the right one.
#[test]
fn a_section_is_not_the_same_when_something_moved_out_of_it() {
    let left = "## People\n### Hiring of engineers\n- Interviews\n## Delivery\n- Ships";
    let right = "## People\n## Delivery\n- Ships\n### Hiring of engineers\n- Interviews";
    let ladder = ladder(&[("One", left), ("Two", right)], &[]);
    for (left, right) in [(A, B), (B, A)] {
        let kinds: Vec<(String, Kind)> = flat(&compare(&ladder, left, right).topics)
            .iter()
            .map(|topic| (topic.title.clone(), topic.kind))
            .collect();
        assert!(kinds.contains(&("People".to_owned(), Kind::Changed)), "{kinds:?}");
        assert!(kinds.contains(&("Delivery".to_owned(), Kind::Changed)), "{kinds:?}");
        assert!(kinds.contains(&("Hiring of engineers".to_owned(), Kind::Same)), "{kinds:?}");
    }
}

/// Equal texts of two documents always pair, wherever they stand.
#[test]
fn equal_texts_always_pair() {
    let left = "## A\n- Same words here\n- x\n## B\n- Examples:\n- y";
    let right = "## C\n- Examples:\n## D\n- z\n- Same words here";
    let ladder = ladder(&[("One", left), ("Two", right)], &[]);
    assert_eq!(compare(&ladder, A, B).counts().same, 2);
}

#[test]
fn large_and_deep_documents_are_compared_without_a_cubic_wait() {
    let items = |offset: usize| -> String {
        let item = |n: usize| format!("- Leads team{} with plan{} and goal{}\n", n, n % 97, n % 13);
        format!("## Scope\n{}", (offset..offset + 1500).map(item).collect::<String>())
    };
    let many = ladder(&[("One", &items(0)), ("Two", &items(700))], &[]);
    let counts = compare(&many, A, B).counts();
    assert_eq!(counts.same, 800);
    assert_eq!(counts.same + counts.changed + counts.left, 1500);

    let mut deep =
        ladder(&[("One", &"## Deep\n".repeat(3000)), ("Two", &"## Deep\n".repeat(2000))], &[]);
    for role in &mut deep.roles {
        let sections = role.document.sections.iter_mut().enumerate();
        sections.for_each(|(at, section)| section.depth = at + 1);
    }
    let topics = compare(&deep, A, B);
    assert_eq!(flat(&topics.topics).len(), 3000);
}
