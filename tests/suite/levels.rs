//! Three roles and more: what stands in one row, what a matrix and a trace show.

mod commands;

use proptest::prelude::*;
use rungs::compare::{Levels, Wanted, align_levels, track_subjects};
use rungs::model::{DocumentId, Ladder, Subject, TrackId};
use rungs::page::{
    ComparisonOptions, Glyphs, MatrixWants, OverviewOptions, Page, TraceOptions, lay_out_cell,
    lay_out_levels, lay_out_overview, lay_out_trace,
};
use rungs::report::{CellReport, MatrixRow, TraceReport, offered_topics};

use rungs::report::{Folds, Only};

use crate::support::ladders::parse as ladder;

/// Three levels of which the second leaves a topic out.
const LADDER: [(&str, &str); 3] = [
    (
        "a.md",
        "---\norder: 1\nlabel: Junior\n---\n# Junior Engineer\n## Scope\n- **Team size**: 1 engineer\n- **Horizon**: Weeks\n## Hiring\n- Joins interviews\n## Craft\n- Writes small tests for the code\n- Asks when stuck\n",
    ),
    (
        "b.md",
        "---\norder: 2\nlabel: Middle\n---\n# Middle Engineer\n## Scope\n- **Team size**: 3-5 engineers\n- **Horizon**: Weeks\n## Craft\n- Writes thorough tests for the code\n- Plans a feature alone\n",
    ),
    (
        "c.md",
        "---\norder: 3\nlabel: Senior\n---\n# Senior Engineer\n## Scope\n- **Team size**: 10+ engineers\n- **Horizon**: Quarters\n## Hiring\n- Leads interviews\n## Craft\n- Writes thorough tests for the code\n- Teaches a craft\n- Reviews the designs of others\n",
    ),
];

/// One page that knows another role from its table.
const ALONE: [(&str, &str); 1] = [(
    "director.md",
    "# Director\n\n## Scope\n\n| Dimension | Director | VP |\n| --- | --- | --- |\n| Team size | 20 engineers | 200 engineers |\n\n## Craft\n\n- Writes plans\n",
)];

fn of_track(ladder: &Ladder) -> Levels {
    align_levels(ladder, &track_subjects(ladder, TrackId(0)))
}

/// Topics and rows: for each column the line it stands on, or `-`.
fn shown(levels: &Levels) -> String {
    let mut text = String::new();
    for topic in &levels.topics {
        let lines = topic.headings.all().map(|it| it.map(|spot| spot.line));
        text.push_str(&format!("{}: {}\n", topic.title, joined(lines)));
        for row in &topic.rows {
            let lines = row.cells.all().map(|it| it.map(|cell| cell.part.spot.line));
            let key = row.key.as_ref().map_or(String::new(), |key| format!("{key}: "));
            text.push_str(&format!("  {key}{}\n", joined(lines)));
        }
    }
    text
}

fn joined(lines: impl Iterator<Item = Option<usize>>) -> String {
    let lines: Vec<String> =
        lines.map(|line| line.map_or("-".to_owned(), |line| line.to_string())).collect();
    lines.join(" ")
}

#[track_caller]
fn check(got: &str, want: &str) {
    assert_eq!(got.trim_end(), want.trim_matches('\n'), "\n{got}");
}

/// Levels that have nothing in common but their headings: a row for each text, and nothing in it of the
/// levels that do not say it.
#[test]
fn rows_hold_no_more_than_is_said() {
    const LEVELS: usize = 60;
    let text = |level: usize| {
        let items = (0..5).map(|item| format!("- alpha{level}x{item} beta{level}x{item} only\n"));
        let head = format!("---\norder: {level}\nlabel: L{level}\n---\n# Engineer L{level}\n");
        format!("{head}\n## Scope\n\n{}", items.collect::<String>())
    };
    let files: Vec<(String, String)> =
        (0..LEVELS).map(|level| (format!("{level:02}.md"), text(level))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, it)| (&**name, &**it)).collect();
    let levels = of_track(&ladder(&files));
    let rows = levels.topics.iter().flat_map(|topic| &topic.rows);
    assert_eq!(rows.map(|row| row.cells.count()).sum::<usize>(), LEVELS * 5);
    let scope = levels.find("scope")[0];
    assert_eq!((levels.speakers(scope), levels.texts(scope.topic, 7)), (LEVELS, 5));
    // What a level says alone stands in the order of the levels.
    let lines: Vec<Option<usize>> = levels.rows(scope).iter().map(|(_, row)| row.lone()).collect();
    assert!(lines.is_sorted());
}

#[test]
fn what_corresponds_stands_in_one_row_also_over_a_gap() {
    check(
        &shown(&of_track(&ladder(&LADDER))),
        "
Scope: 6 6 6
  Team size: 7 7 7
  Horizon: 8 8 8
Hiring: 9 - 9
  10 - 10
Craft: 11 9 11
  12 10 12
  13 - -
  - 11 -
  - - 13
  - - 14",
    );
}

/// The way to another level is no expectation: it stands behind the rest, with what nests in it.
#[test]
fn the_way_up_stands_behind_the_rest() {
    let level = |order: usize, label: &str, next: &str| {
        format!(
            "---\norder: {order}\nlabel: {label}\n---\n# {label} of Dough\n## Work\n- Bakes\n### Becoming a {next}\n- Sells\n#### Steps\n- Sells more\n## Promotion of quality\n- Tastes\n"
        )
    };
    let [a, b] = [level(1, "Junior", "Middle"), level(2, "Middle", "Senior")];
    let c = "---\norder: 3\nlabel: Senior\n---\n# Senior of Dough\n## Work\n- Bakes\n";
    let levels = of_track(&ladder(&[("a.md", &a), ("b.md", &b), ("c.md", c)]));
    let topics: Vec<(&str, usize, bool)> =
        levels.topics.iter().map(|it| (&*it.title, it.depth, it.is_way_up)).collect();
    let want = [
        ("Work", 1, false),
        ("Promotion of quality", 1, false),
        ("Becoming a ...", 1, true),
        ("Steps", 2, true),
    ];
    assert_eq!(topics, want);
}

#[test]
fn a_role_without_a_page_says_what_the_tables_say_of_it() {
    let ladder = ladder(&ALONE);
    let levels = of_track(&ladder);
    let labels: Vec<&str> = levels.subjects.iter().map(|it| ladder.label(*it)).collect();
    assert_eq!(labels, ["Director", "VP"]);
    check(
        &shown(&levels),
        "
Scope: 3 -
  Team size: 7 7
Craft: 9 -
  11 -",
    );
}

#[test]
fn every_text_of_every_role_stands_in_one_row() {
    for ladder in [rungs::content::built_in().ladder, ladder(&LADDER).into(), ladder(&ALONE).into()]
    {
        for track in 0..ladder.tracks.len() {
            let subjects = track_subjects(&ladder, TrackId(track));
            let levels = align_levels(&ladder, &subjects);
            for (column, subject) in subjects.iter().enumerate() {
                let Subject::Role(role) = subject else { continue };
                let document = &ladder.role(*role).document;
                let rows = levels.topics.iter().flat_map(|topic| &topic.rows);
                let cells = rows.filter_map(|row| row.cells.get(column));
                let mut lines: Vec<usize> = cells
                    .map(|cell| &cell.part.spot)
                    .filter(|spot| ladder.document(spot.document).file == document.file)
                    .map(|spot| spot.line)
                    .collect();
                lines.sort_unstable();
                let mut items: Vec<usize> = document.items().iter().map(|it| it.line).collect();
                items.extend(document.tables().iter().flat_map(|t| t.rows.iter().map(|r| r.line)));
                for item in items {
                    let times = lines.iter().filter(|line| **line == item).count();
                    assert_eq!(times, 1, "{}:{item}", document.file);
                }
            }
        }
    }
}

/// Lines of which any pages can be made.
fn line() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "## Scope",
        "## Hiring",
        "### Inner",
        "**Bold**",
        "- **Team size**: 3-5 engineers",
        "- **Team size**: 10+ engineers",
        "- Writes tests",
        "  - Writes inner tests",
        "Some words.",
        "",
        "| Key | A | B |\n| --- | --- | --- |\n| Team size | 3 engineers | 9 engineers |\n",
        "| From (A) | To (B) |\n| --- | --- |\n| Little | Much |\n",
        "```\ncode\n```",
        "> quoted",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_pages_make_rows_that_hold_every_item_once(
        pages in prop::collection::vec(prop::collection::vec(line(), 0..14), 1..5),
        width in 1_usize..160,
        from in 0_usize..9,
    ) {
        let documents: Vec<(String, String)> = pages
            .iter()
            .enumerate()
            .map(|(at, lines)| {
                let label = ["A", "B of a rather long name", "개발자", "D"][at];
                let head = format!("---\norder: {at}\nlabel: {label}\n---\n# Engineer {label}\n");
                (format!("{at}.md"), head + &lines.join("\n"))
            })
            .collect();
        let documents: Vec<(&str, &str)> =
            documents.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let ladder = ladder(&documents);
        let levels = of_track(&ladder);
        for (column, subject) in levels.subjects.iter().enumerate() {
            let Subject::Role(role) = subject else { continue };
            let document = &ladder.role(*role).document;
            let rows = levels.topics.iter().flat_map(|topic| &topic.rows);
            let spots = rows.filter_map(|row| row.cells.get(column)).map(|it| &it.part.spot);
            let own = spots.filter(|spot| spot.document == DocumentId::Role(*role));
            let lines: Vec<usize> = own.map(|spot| spot.line).collect();
            for item in document.items() {
                prop_assert_eq!(lines.iter().filter(|line| **line == item.line).count(), 1);
            }
        }
        let glyphs = Glyphs::Unicode;
        let rows = MatrixRow::all(&levels, |topic| topic % 2 == 0);
        let options = OverviewOptions { width, glyphs, from };
        let mut pages = vec![lay_out_matrix(&levels, &rows, options)];
        for row in &rows {
            for column in 0..levels.subjects.len() {
                let report = CellReport::new(&levels, row.thread, column);
                pages.push(lay_out_cell(&report, width, glyphs));
            }
        }
        for topic in offered_topics(&levels) {
            let report = TraceReport::of(&levels, topic.traced);
            pages.push(lay_out_trace(&ladder, &report, TraceOptions { width, glyphs, head: from }));
        }
        for only in [Only::All, Only::Differences, Only::Right, Only::Left] {
            let options = ComparisonOptions { only, ..ComparisonOptions::new(width, glyphs) };
            pages.push(lay_out_levels(&levels, options));
        }
        for page in pages {
            let widest = page.head.iter().chain(&page.lines).map(rungs::page::Line::width).max();
            prop_assert!(widest.unwrap_or(0) <= width.max(rungs::page::MIN_WIDTH), "{widest:?} of {width}");
        }
    }
}

fn page(width: usize, only: Only) -> String {
    let ladder = ladder(&LADDER);
    let options = ComparisonOptions { only, ..ComparisonOptions::new(width, Glyphs::Unicode) };
    let page = lay_out_levels(&of_track(&ladder), options);
    assert!(page.lines.iter().all(|line| line.width() <= width));
    page.to_plain()
}

#[test]
fn roles_stand_beside_each_other() {
    check(
        &page(62, Only::All),
        "
  Junior             │ Middle             │ Senior
~ 3 changed   + 5 only in some   = 0 unchanged

Scope ────────────────────────────────────────────────────────
~ Team size
  1 engineer         │ 3-5 engineers      │ 10+ engineers
~ Horizon
  Weeks              │ = as Junior        │ Quarters

Hiring ───────────────────────────────────────────────────────
not in Middle
+ Joins interviews   │ ·                  │ Leads interviews

Craft ────────────────────────────────────────────────────────
~ Writes small tests │ Writes thorough    │ = as Middle
  for the code       │ tests for the code │
  + Asks when stuck  │ + Plans a feature  │ + Teaches a craft
                     │   alone            │ + Reviews the
                     │                    │   designs of
                     │                    │   others",
    );
}

#[test]
fn on_a_narrow_screen_they_stand_below_each_other() {
    let page = page(40, Only::All);
    assert!(page.contains("~ Team size\n  Junior: 1 engineer\n  Middle: 3-5 engineers"), "{page}");
    assert!(page.contains("  Middle\n  + Plans a feature alone"), "{page}");
}

#[test]
fn texts_are_counted_alike_at_every_width() {
    let ladder = rungs::content::built_in().ladder;
    let levels = of_track(&ladder);
    let flows = |width| {
        let folds = Folds { opens_rest: true, ..Folds::default() };
        let options = ComparisonOptions { folds, ..ComparisonOptions::new(width, Glyphs::Unicode) };
        let page = lay_out_levels(&levels, options);
        page.flows.iter().map(|flow| flow.text.clone()).collect::<Vec<_>>()
    };
    let wide = flows(240);
    for width in [8, 40, 80, 120] {
        assert_eq!(flows(width), wide, "at {width}");
    }
}

fn lay_out_matrix(levels: &Levels, rows: &[MatrixRow], options: OverviewOptions) -> Page {
    lay_out_overview(levels, rows, &MatrixWants::new(levels, rows), options)
}

fn overview(width: usize, from: usize, open: bool) -> String {
    let ladder = ladder(&LADDER);
    let levels = of_track(&ladder);
    let options = OverviewOptions { width, glyphs: Glyphs::Unicode, from };
    let page = lay_out_matrix(&levels, &MatrixRow::all(&levels, |_| open), options);
    assert!(page.head.iter().chain(&page.lines).all(|line| line.width() <= width));
    page.to_plain()
}

#[test]
fn a_cell_says_what_tells_its_level_and_gaps_are_seen() {
    check(
        &overview(80, 0, false),
        "
            │ Junior               │ Middle               │ Senior
────────────┼──────────────────────┼──────────────────────┼─────────────────────
Scope       │ 1 engineer (Team si… │ ▲ 3-5 engineers (Te… │ ▲ 10+ engineers (Te…
Hiring      │ Joins interviews     │ gap ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈ │ Leads interviews
Craft       │ …small tests for th… │ …thorough tests for… │ Teaches a craft",
    );
}

#[test]
fn the_first_column_stays_whatever_levels_are_shown() {
    let page = overview(60, 1, true);
    assert!(page.starts_with("2-3 of 3          │ Middle"), "{page}");
    // What stands in rows below is counted.
    assert!(page.contains("Scope             │ ~1 =1 "), "{page}");
    assert!(page.contains("  Horizon         │ =  "), "{page}");
    // What has no key goes by what the first level says.
    assert!(page.contains("  Asks when stuck │ ·  "), "{page}");
}

#[test]
fn a_topic_is_found_by_what_people_call_it() {
    // The name first, then what is counted; what is only said is asked for apart.

    let levels = of_track(&ladder(&LADDER));
    let found = |name: &str| {
        let names = levels.find(name).into_iter().map(|thread| levels.path(thread).join(" > "));
        names.collect::<Vec<_>>()
    };
    assert_eq!(found("TEAM SIZE"), ["Scope > Team size"]);
    assert_eq!(found("hir"), ["Hiring"]);
    assert_eq!(found("size"), ["Scope > Team size"]);
    assert_eq!(found("engineers"), ["Scope > Team size"]);
    assert_eq!(found("thorough"), [""; 0]);
    let said = levels.saying(&Wanted::of("thorough")).into_iter();
    let said: Vec<&str> = said.map(|thread| levels.name(thread)).collect();
    assert_eq!(said, ["Writes small tests for the code"]);
    assert_eq!(found(""), [""; 0]);
    assert_eq!(found("budget"), [""; 0]);
}

#[test]
fn rows_that_say_the_same_are_traced_once() {
    let built_in = rungs::content::built_in().ladder;
    let levels = align_levels(&built_in, &track_subjects(&built_in, TrackId(1)));
    let found = levels.find("team size");
    let distinct = levels.distinct(&found);
    let mut all: Vec<_> =
        distinct.iter().flat_map(|(one, also)| [&[*one], &also[..]].concat()).collect();
    all.sort_unstable();
    assert_eq!(all, found);
    assert_eq!((found.len(), distinct.len()), (3, 1));
}

#[test]
fn a_table_that_the_roles_are_made_of_is_told_once() {
    let ladder = ladder(&[(
        "ladder.md",
        "# Ladder\n\n| | L1 | L2 | L3 |\n| --- | --- | --- | --- |\n| Team size | 1 | | 9 |\n| Craft | Some | More | Most |\n",
    )]);
    check(
        &shown(&of_track(&ladder)),
        "
Introduction: 3 3 3
  Team size: 5 - 5
  Craft: 6 6 6",
    );
}

#[test]
fn what_moved_to_another_section_stays_where_it_is() {
    let item = "- Settles disputes between teams about shared data contracts";
    let page = |order: usize, section: &str, last: &str| {
        let label = ["", "Junior", "Middle"][order];
        format!(
            "---\norder: {order}\nlabel: {label}\n---\n# {label} Engineer\n## Scope\n- Some\n- Other things\n{section}{item}{last}\n## End\n- Done\n"
        )
    };
    let (first, second) = (page(1, "", " and more"), page(2, "## Other\n", " and less"));
    let levels = of_track(&ladder(&[("a.md", &first), ("b.md", &second)]));
    let here: Vec<&str> = levels
        .topics
        .iter()
        .filter(|topic| topic.rows.iter().any(|row| row.name().contains("disputes")))
        .map(|topic| topic.title.as_str())
        .collect();
    assert_eq!(here, ["Scope", "Other"]);
}

#[test]
fn roles_of_one_label_are_told_apart() {
    let page = |title: &str| format!("---\nlabel: Lead\n---\n# {title}\n## Scope\n- Leads\n");
    let (one, other) = (page("Lead Engineer"), page("Lead Designer"));
    let levels = of_track(&ladder(&[("a.md", &one), ("b.md", &other)]));
    let mut names = levels.names.clone();
    names.sort();
    assert_eq!(names, ["Lead Designer", "Lead Engineer"]);
}

#[test]
fn another_key_is_another_text() {
    let page = |order: usize, key: &str| {
        format!(
            "---\norder: {order}\nlabel: L{order}\n---\n# L{order} Engineer\n## Scope\n- **{key}**: owns the payment service and its rotation\n"
        )
    };
    let pages = [page(1, "Team size"), page(2, "Ownership"), page(3, "Team size")];
    let documents: Vec<(String, &str)> =
        pages.iter().enumerate().map(|(at, page)| (format!("{at}.md"), page.as_str())).collect();
    let documents: Vec<(&str, &str)> =
        documents.iter().map(|(path, page)| (path.as_str(), *page)).collect();
    let levels = of_track(&ladder(&documents));
    let options = ComparisonOptions::new(100, Glyphs::Unicode);
    let page = lay_out_levels(&levels, options).to_plain();
    assert!(page.contains("Ownership") && page.contains("= 0 unchanged"), "{page}");
}

#[test]
fn what_nests_in_a_section_nests_where_the_others_have_it() {
    let levels = of_track(&ladder(&[
        ("a.md", "---\norder: 1\nlabel: A\n---\n# A Engineer\n## Big\n### Scope\n- Plans\n"),
        (
            "b.md",
            "---\norder: 2\nlabel: B\n---\n# B Engineer\n## Scope\n- Plans\n### Inner\n- Deep text\n",
        ),
    ]));
    let depths: Vec<(&str, usize)> =
        levels.topics.iter().map(|topic| (topic.title.as_str(), topic.depth)).collect();
    assert_eq!(depths, [("Big", 1), ("Scope", 2), ("Inner", 3)]);
}

#[test]
fn a_long_name_loses_nothing_but_its_end() {
    let ladder = ladder(&[(
        "a.md",
        "---\nlabel: Junior Software Engineer Infrastructure Platform Reliability\n---\n# Engineer\n## Scope\n- Plans\n",
    )]);
    let levels = of_track(&ladder);
    let options = OverviewOptions { width: 40, glyphs: Glyphs::Unicode, from: 0 };
    let page = lay_out_matrix(&levels, &MatrixRow::all(&levels, |_| false), options);
    let head: Vec<String> = page.head.iter().map(rungs::page::Line::to_plain).collect();
    let words = head.join(" ").replace(['│', '─', '┼'], " ");
    let words: Vec<&str> = words.split_whitespace().collect();
    assert_eq!(words.join(" "), "Junior Software Engineer Infrastructure Platform Reliability");
}

#[test]
fn one_paragraph_a_level_is_one_row() {
    let page = |order: usize, words: &str| {
        format!(
            "---\norder: {order}\nlabel: L{order}\n---\n# L{order} Engineer\n\n{words}\n\n## Scope\n\n- Plans\n"
        )
    };
    let (one, other) =
        (page(1, "Learns the craft with help."), page(2, "Owns outcomes nobody assigned."));
    let levels = of_track(&ladder(&[("a.md", &one), ("b.md", &other)]));
    assert_eq!((levels.topics[0].title.as_str(), levels.topics[0].rows.len()), ("Introduction", 1));
}
