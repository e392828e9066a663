//! Pages: what must hold for any document at any width, and how tables look.

use std::sync::Arc;

use proptest::prelude::*;
use rungs::compare;
use rungs::content::{self, Options, Source};
use rungs::model::{Document, DocumentId, PageId, RoleId, SectionId, Subject};
use rungs::page::{
    ComparisonOptions, DocumentOptions, Glyphs, MIN_WIDTH, Page, ShownDocument, hand_over_document,
    lay_out_anchored, lay_out_comparison, lay_out_document, lay_out_later,
};
use rungs::report::Only;

use crate::support::ladders::parse;
use crate::support::places::keeps_every_place;

fn document(markdown: &str) -> Document {
    let sources = [Source::new("text.md", markdown)];
    let lone = Options { is_lone: true, ..Options::default() };
    let ladder = content::parse("Test", &sources, lone).0;
    // Tables of levels give roles; the page keeps them.
    let mut documents = ladder.documents().map(|(_, document)| document);
    documents.find(|document| document.line == 1).expect("a lone document is loaded").clone()
}

fn page(document: &Document, width: usize) -> Page {
    let options = DocumentOptions::new(width, Glyphs::Unicode);
    lay_out_document(document, options)
}

/// Lays out a document and compares what is below its title.
#[track_caller]
fn check(markdown: &str, width: usize, want: &str) {
    let text = page(&document(&format!("# T\n\n{markdown}")), width).to_plain();
    let below = text.strip_prefix("T\n\n").expect("the title comes first").trim_end();
    assert_eq!(below, want.trim_matches('\n'), "\n{below}\n");
}

const SCOPE: &str = "
| Dimension | Senior | Staff |
| --- | --- | --- |
| Scope of work | Projects of one team | Problems between several teams |
| Horizon | 1-3 months | 3-12 months |
";

#[test]
fn a_table_with_room_is_as_wide_as_its_content() {
    check(
        SCOPE,
        80,
        "
Dimension     │ Senior               │ Staff
──────────────┼──────────────────────┼───────────────────────────────
Scope of work │ Projects of one team │ Problems between several teams
Horizon       │ 1-3 months           │ 3-12 months
",
    );
}

#[test]
fn cells_wrap_where_there_is_less_room() {
    check(
        SCOPE,
        50,
        "
Dimension     │ Senior         │ Staff
──────────────┼────────────────┼──────────────────
Scope of work │ Projects of    │ Problems between
              │ one team       │ several teams
Horizon       │ 1-3 months     │ 3-12 months
",
    );
}

#[test]
fn rows_stack_where_columns_would_be_unreadable() {
    check(
        SCOPE,
        30,
        "
Dimension │ Senior │ Staff
──────────────────────────────
Scope of work
  Senior: Projects of one team
  Staff: Problems between
  several teams

Horizon
  Senior: 1-3 months
  Staff: 3-12 months
",
    );
}

#[test]
fn columns_stay_straight_with_wide_characters_and_emoji() {
    check(
        "
| 役割 | Level |
| --- | ---: |
| 部長 👩‍💻 | 4 |
| e\u{301}quipe | 12 |
",
        40,
        "
役割    │ Level
────────┼──────
部長 👩‍💻 │     4
e\u{301}quipe  │    12
",
    );
}

#[test]
fn lists_nest_number_and_tick() {
    check(
        "
- own a service
  - its alerts
    1. page
    2. fix

3. three
4. four

- [x] done
- [ ] open
",
        24,
        "
• own a service
  ◦ its alerts
    1. page
    2. fix

3. three
4. four

☑ done
☐ open
",
    );
}

#[test]
fn quotes_callouts_code_and_pictures() {
    check(
        "
> quoted words

> [!WARNING]
> mind the gap

```rust
fn main() {}
```

![a chart](chart.png)
",
        40,
        "
▌ quoted words

▌ Warning
▌ mind the gap

  fn main() {}

▨ a chart
",
    );
}

/// The words of a text: letters and digits only, so that wrapping and bullets do not matter.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

const PAGE: DocumentId = DocumentId::Page(PageId(0));

/// A document of no ladder.
struct Alone(Document);

impl ShownDocument for Alone {
    fn document(&self) -> &Document {
        &self.0
    }

    fn source(&self, _section: Option<SectionId>) -> Option<DocumentId> {
        Some(PAGE)
    }
}

/// What every page must be, whatever is on it.
fn assert_sound(page: &Page) {
    for line in page.head.iter().chain(&page.lines) {
        assert!(line.width() <= page.width.max(MIN_WIDTH), "too wide: {:?}", line.to_plain());
        assert!(!line.to_plain().contains(char::is_control), "{:?}", line.to_plain());
    }
    for entry in &page.outline {
        assert!(entry.line < page.lines.len().max(1));
    }
    for (number, link) in page.links.iter().enumerate() {
        let shows = |line: &rungs::page::Line| line.runs.iter().any(|run| run.link == Some(number));
        assert_eq!(page.lines.iter().position(shows), Some(link.line), "{link:?}");
    }
    let rising = |lines: &[usize]| lines.windows(2).all(|pair| pair[0] <= pair[1]);
    let stops: Vec<usize> = page.differences.iter().map(|spot| spot.lines.start).collect();
    assert!(rising(&stops));
    assert!(rising(&page.outline.iter().map(|entry| entry.line).collect::<Vec<_>>()));
    for (number, flow) in page.flows.iter().enumerate() {
        let whole = 0..flow.text.len();
        let spots = page.spots(number, std::slice::from_ref(&whole)).concat();
        let shown: String =
            spots.iter().map(|spot| cut(page, spot.line, spot.start, spot.end)).collect();
        assert_eq!(letters(&shown), letters(&flow.text), "a flow that is not all on the page");
    }
}

/// The text in some columns of a line.
fn cut(page: &Page, line: usize, start: usize, end: usize) -> String {
    let mut column = 0;
    let mut text = String::new();
    for run in &page.lines[line].runs {
        for grapheme in
            unicode_segmentation::UnicodeSegmentation::graphemes(run.text.as_str(), true)
        {
            if (start..end).contains(&column) {
                text.push_str(grapheme);
            }
            column += rungs::page::width(grapheme);
        }
    }
    text
}

/// Markdown of many kinds, of words that can be told apart.
fn markdown() -> impl Strategy<Value = String> {
    let words = "[a-z]{1,14}( [a-zA-Z0-9]{1,9}| 職務| 👩‍💻| é|, \\*\\*own\\*\\*| `x`){0,12}";
    let line = prop_oneof![
        words.prop_map(|w: String| format!("{w}\n\n")),
        words.prop_map(|w: String| format!("{w} [to](x.md) and {w} [there](x.md)\n\n")),
        words.prop_map(|w: String| format!(
            "| [a](x.md) | {w} [b](x.md) |\n|-|-|\n| {w} [c](x.md) | [d](x.md) |\n\n"
        )),
        words.prop_map(|w: String| format!("## {w}\n\n")),
        words.prop_map(|w: String| format!("**{}**\n\n", w.replace('*', ""))),
        words.prop_map(|w: String| format!("- {w}\n")),
        words.prop_map(|w: String| format!("  - {w}\n")),
        words.prop_map(|w: String| format!("1. {w}\n\n")),
        words.prop_map(|w: String| format!("> {w}\n\n")),
        words.prop_map(|w: String| format!("```\n{w}\n```\n\n")),
        (words, words, words)
            .prop_map(|(a, b, c)| format!("\n| {a} | {b} |\n| --- | --- |\n| {c} | {b} |\n\n")),
        words.prop_map(|w: String| format!("![{}](x.png)\n\n", w.replace(['*', '`'], ""))),
    ];
    proptest::collection::vec(line, 0..14)
        .prop_map(|lines| format!("# Engineer\n\n{}", lines.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_width_loses_a_word(text in markdown(), width in MIN_WIDTH..150) {
        let document = document(&text);
        let narrow = page(&document, width);
        assert_sound(&narrow);
        // Every flow of the widest page is on the narrow one too, in the same order.
        let texts = |page: &Page| page.flows.iter().map(|flow| flow.text.clone()).collect::<Vec<_>>();
        prop_assert_eq!(texts(&narrow), texts(&page(&document, 1000)));
    }

    #[test]
    fn comparisons_are_sound_at_any_width(left in markdown(), right in markdown(), width in MIN_WIDTH..150, shown in 0..4_usize) {
        let ladder = parse(&[("engineer.md", &left), ("senior-engineer.md", &right)]);
        prop_assume!(ladder.roles.len() == 2);
        let comparison = compare::compare(&ladder, Subject::Role(RoleId(0)), Subject::Role(RoleId(1)));
        let page = |width| {
            let only = [Only::All, Only::Differences, Only::Right, Only::Left][shown];
            let options = ComparisonOptions { only, ..ComparisonOptions::new(width, Glyphs::Ascii) };
            lay_out_comparison(&comparison, options)
        };
        let (here, wide) = (page(width), page(160));
        assert_sound(&here);
        keeps_every_place(&here, &wide);
        keeps_every_place(&wide, &here);
    }

    #[test]
    fn any_text_at_all_can_be_laid_out(text in "x\\PC{0,300}", width in 0_usize..40) {
        page(&document(&text), width);
    }
}

#[test]
fn a_new_width_keeps_the_place() {
    let text = format!("# T\n\n{}", "own the road map and the budget of the team\n\n".repeat(50));
    let document = document(&text);
    let (wide, narrow) = (page(&document, 100), page(&document, 12));
    let position = wide.position(40).expect("there is text");
    let line = narrow.line_of(position).expect("it is on the narrow page too");
    assert_eq!(narrow.position(line), Some(position));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lines_that_are_set_later_are_those_of_the_whole_page(
        text in markdown(), times in 1..9_usize, rows in proptest::collection::vec(markdown(), 0..20),
        width in MIN_WIDTH..150, from in 0..400_usize, many in 1..90_usize,
    ) {
        // Rows of any length, some with a link, and lists without a blank line between.
        let cell = |row: &String| row.replace(['\n', '|', '#', '`'], " ");
        let table: String = rows.iter().map(|row| format!("| {} | key |\n", cell(row))).collect();
        let lists = rows.iter().map(|row| format!("- {}\n", cell(row))).collect::<String>();
        let text = format!("{}\n\n| a | b |\n|-|-|\n{table}\n{lists}\n", text.repeat(times));
        let document = document(&text.repeat(2));
        let options = DocumentOptions::new(width, Glyphs::Unicode);
        let whole = lay_out_anchored(&document, |_| Some(PAGE), options);
        let mut handed = String::new();
        hand_over_document(&document, options, |lines| {
            lines.iter().for_each(|line| handed.push_str(&(line.to_plain() + "\n")));
        });
        prop_assert!(handed == whole.to_plain());
        let later = lay_out_later(Arc::new(Alone(document)), options);
        prop_assert_eq!(later.height(), whole.lines.len());
        prop_assert!(later.flows == whole.flows && later.tables == whole.tables);
        prop_assert!(later.outline == whole.outline && later.links == whole.links);
        let from = from % whole.lines.len();
        let to = (from + many).min(whole.lines.len());
        for lines in [from..to, 0..whole.lines.len()] {
            let set = later.lines_at(lines.clone());
            prop_assert_eq!(set.len(), lines.len());
            for (line, number) in set.iter().zip(lines) {
                prop_assert_eq!(line, &whole.lines[number], "line {}", number);
            }
        }
        prop_assert_eq!(later.position(from), whole.position(from));
        let place = whole.position(from);
        prop_assert_eq!(place.and_then(|it| later.line_of(it)), place.and_then(|it| whole.line_of(it)));
    }
}
