//! What must hold of any comparison: of made-up ladders and of real ones.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::string::string_regex;
use rungs::compare::{Comparer, Comparison, Kind, PairBody, Part, Topic, TopicSource, compare};
use rungs::model::{Block, CounterpartId, Document, DocumentId, Ladder, RoleId, Subject};

use crate::support::compared::{A, B, C, flat, ladder, parts};
use crate::support::ladders;

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
fn check_pair(ladder: &Ladder, comparer: &Comparer, left: Subject, right: Subject) {
    let there = comparer.compare(left, right);
    assert_eq!(facts(&there, true), facts(&comparer.compare(right, left), false));
    for side in [left, right] {
        let Subject::Role(role) = side else { continue };
        let mut found = BTreeSet::new();
        standing(&there.topics, DocumentId::Role(role), &mut found);
        let document = &ladder.role(role).document;
        let wanted = wanted(document);
        let missing: Vec<_> = wanted.difference(&found).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", document.file);
        for topic in flat(&comparer.compare(side, side).topics) {
            assert_eq!(topic.kind, Kind::Same, "{}: {}", document.file, topic.title);
        }
    }
}

#[test]
fn real_ladders_hold_what_made_up_ones_do() {
    for ladder in &ladders::real() {
        let comparer = Comparer::new(ladder);
        for track in &ladder.tracks {
            for two in track.roles.windows(2) {
                check_pair(ladder, &comparer, Subject::Role(two[0]), Subject::Role(two[1]));
            }
            for (counterpart, role) in track.roles.iter().enumerate() {
                if counterpart < ladder.counterparts.len() {
                    let counterpart = Subject::Counterpart(CounterpartId(counterpart));
                    check_pair(ladder, &comparer, Subject::Role(*role), counterpart);
                }
            }
        }
    }
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
                (fold(part.key.clone().unwrap_or_default()), fold(part.text.as_str().to_owned()))
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
                let plain = part.text.as_str();
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

    /// What a comparer read before leaves no trace in what it compares next.
    #[test]
    fn a_comparison_does_not_depend_on_those_before_it(
        texts in [text(), text(), text()],
        sides in prop::collection::vec((subject(), subject()), 1..6),
    ) {
        let ladder = ladder(&[("l0", &texts[0]), ("l1", &texts[1]), ("l2", &texts[2])], &["c"]);
        let comparer = Comparer::new(&ladder);
        for (left, right) in sides {
            prop_assert_eq!(comparer.compare(left, right), compare(&ladder, left, right));
        }
    }

    /// Asking why changes nothing but that it is said.
    #[test]
    fn reasons_change_nothing(texts in [text(), text(), text()], left in subject(), right in subject()) {
        let ladder = ladder(&[("l0", &texts[0]), ("l1", &texts[1]), ("l2", &texts[2])], &["c"]);
        let comparer = Comparer::new(&ladder);
        let explained = comparer.explain(left, right);
        prop_assert_eq!(facts(&explained, false), facts(&comparer.compare(left, right), false));
        for pair in flat(&explained.topics).iter().flat_map(|topic| &topic.pairs) {
            prop_assert!(pair.why.iter().all(|why| !why.to_string().contains('\n')));
        }
    }
}
