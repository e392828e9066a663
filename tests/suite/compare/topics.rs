//! Comparisons as text.

use rungs::compare::{Kind, Part, TablePage, TopicSource, compare};
use rungs::content;
use rungs::model::{CounterpartId, DocumentId, Subject};

use crate::support::compared::{A, B, C, check, flat, ladder};

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
        < # Only here 4:
        ~ ^ 2) Transition to CTO 3:4
        ~ ^ VP vs CTO 5:5
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
        ~ ^ Numbers 2:2
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

#[test]
fn the_built_in_ladder_compares_its_neighbors_on_shared_topics() {
    let ladder = content::built_in().ladder;
    let find = |name| rungs::naming::find(&ladder, name).expect("a role of ours");
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
    let source = TopicSource::Table(TablePage {
        document: DocumentId::Role(director),
        name: ladder.label(Subject::Role(director)).to_owned(),
    });
    let authored = topics.iter().filter(|topic| topic.source == source);
    assert_eq!(authored.map(|topic| topic.pairs.len()).sum::<usize>(), 28);
    let keyed = |key: &str| {
        topics.iter().flat_map(|topic| &topic.pairs).any(|pair| {
            let key_of = |part: &Option<Part>| part.as_ref().and_then(|part| part.key.clone());
            [&pair.left, &pair.right].iter().all(|part| key_of(part).as_deref() == Some(key))
        })
    };
    assert!(keyed("Team size") && keyed("Direct reports") && keyed("Technical"));
}

/// Every responsibility and practice of a level of ours is expected, as more or as less, of its
/// neighbors too.
#[test]
fn neighbors_of_the_built_in_ladder_share_all_keys() {
    let ladder = content::built_in().ladder;
    for track in &ladder.tracks {
        for pair in track.roles.windows(2) {
            let [left, right] = [pair[0], pair[1]].map(Subject::Role);
            let comparison = compare(&ladder, left, right);
            let topics = flat(&comparison.topics);
            let shared = topics.iter().flat_map(|topic| &topic.pairs).filter(|pair| {
                let [Some(left), Some(right)] = [&pair.left, &pair.right] else { return false };
                left.key.is_some()
                    && left.key == right.key
                    && left.spot.document != right.spot.document
            });
            // Ten lines in brief, sixteen responsibilities, seven practices, six kinds of skills.
            assert!(shared.count() >= 10 + 16 + 7 + 6, "{left:?} and {right:?}");
        }
    }
}

/// Little in common is plain where nothing else has anything in common with either.
#[test]
fn what_is_like_nothing_else_pairs_and_what_has_rivals_stays_apart() {
    let left = "## Unplanned
- Command an incident in our services
- Calm a large customer after a missed commitment";
    let right = "## Unplanned
- Reassure a strategic customer in person
- Watch a colleague handle an incident";
    check(
        &[("One", left), ("Two", right)],
        &[],
        (A, B),
        "
        ~ # Unplanned 2:2
          ~ [Calm a large] customer [after a missed commitment] -> [Reassure a strategic] customer [in person]
          ~ [Command an incident in our services] -> [Watch a colleague handle an incident]
        ",
    );
    let rival = format!("{right}\n- Write an angry customer an honest reply");
    let ladder = ladder(&[("One", left), ("Two", &rival)], &[]);
    assert_eq!(compare(&ladder, A, B).counts().changed, 1);
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
