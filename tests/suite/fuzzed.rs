//! Inputs on which fuzzing found a fault, each as small as it can be.

use rungs::content::{self, Options, Source};
use rungs::model::{RoleId, TrackId};
use rungs::page::{DocumentOptions, Glyphs, lay_out_document};
use rungs::report::TracesReport;
use rungs::{html, markdown};

use crate::support::ladders::parse;

/// Lays a document out at every narrow width: no line is wider than the page.
#[track_caller]
fn fits(text: &str) {
    let ladder = parse(&[("a.md", text)]);
    for width in 8..40 {
        for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
            for (_, document) in ladder.documents() {
                let options = DocumentOptions::new(width, glyphs);
                for line in lay_out_document(document, options).lines {
                    assert!(line.width() <= width, "{} of {width}: {line:?}", line.width());
                }
            }
        }
    }
}

#[test]
fn the_marks_of_quotes_in_each_other_take_several_lines() {
    fits("- > > > > > > > > > > > > > > > > > > > > deep");
    fits("> > - 1. > > - - > > > > 10. - [x] > > a");
}

#[test]
fn the_sign_of_a_picture_is_cut_where_it_has_no_room() {
    fits("- a\n\n  - b\n\n    ![](picture.png)\n");
    fits("> > ![](picture.png)\n");
}

#[test]
fn a_table_is_below_the_marks_of_lists_that_leave_it_no_room() {
    fits("- 1. - - | a | b |\n         | - | - |\n         | c | d |\n");
}

#[test]
fn a_name_with_control_characters_is_a_title_without_them() {
    let ladder = parse(&[("a.md", "# Baker\n\n- bakes for VP of Sales\n")]);
    let report = TracesReport::new(&ladder, &[TrackId(0)], "VP\u{17} of \u{202e}Sales");
    for text in [html::traces_page(&report), markdown::traces(&report)] {
        assert!(text.contains("VP of Sales") && !text.contains(['\u{17}', '\u{202e}']), "{text}");
    }
}

#[test]
fn a_role_ends_where_its_last_block_is_also_if_the_next_heading_is_in_that_line() {
    let ladder = parse(&[("a.md", "# Contributors\n# Junior\n<p>kneads<h1>Ovens\n")]);
    let document = &ladder.role(RoleId(0)).document;
    assert_eq!((document.title.as_str(), document.last_line), ("Junior", 3));
}

#[test]
fn text_that_the_parser_moves_out_of_a_table_is_not_behind_the_last_line() {
    let ladder = parse(&[("a.html", "<table>\n>\nP r >\n<body>n")]);
    let (_, document) = ladder.documents().next().unwrap();
    let lines: Vec<usize> = document.blocks().map(rungs::model::Block::line).collect();
    assert!(lines.iter().all(|line| (1..=4).contains(line)), "{lines:?}");
    assert!(!lines.is_empty());
}

/// No text of a document is behind its last line.
#[track_caller]
fn ends_with_its_texts(file: &str, text: &str) {
    let ladder = parse(&[(file, text)]);
    assert!(!ladder.roles.is_empty());
    for (_, document) in ladder.documents() {
        let mut last = 0;
        document.walk().for_each(|step| step.texts(&mut |line, _| last = last.max(line)));
        assert!(last <= document.last_line, "{last} of {}: {document:?}", document.last_line);
    }
}

#[test]
fn a_role_ends_with_the_last_line_of_its_texts() {
    // The next heading is in the line of its last heading.
    ends_with_its_texts(
        "a.html",
        "<h2>L2</h2><<h2>L1</h2>\n\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}><dt>>><h1>>",
    );
    // What the finer levels share is below them.
    ends_with_its_texts(
        "a.md",
        "# Makers\n\n## Junior Engineer\n\na\n\n## Senior Engineer\n\nb\n\n### Senior Engineer I\n\nc\n\n\
         ### Senior Engineer II\n\nd\n\n### Both\n\ne\n\n## Staff Engineer\n\nf\n",
    );
    // The parser moves its last block to the line before.
    ends_with_its_texts("a.md", "<h1>Level</h1><a>\0<h2>L1</h4>\n<><nav>x<.nav><h1>B x<a >");
}

/// Something is missing behind the last line of a file: the finding is at the end of that line.
#[track_caller]
fn misses(file: &str, text: &str, at: (usize, usize)) {
    let (_, found) = content::parse("any", &[Source::new(file, text)], Options::default());
    let place = found.iter().map(|found| (found.line, found.column)).collect::<Vec<_>>();
    assert_eq!(place, [at], "{found:?}");
}

#[test]
fn what_is_missing_at_the_end_of_a_file_is_missing_in_its_last_line() {
    misses("a.toml", "[[levels]]\nname = \"L1\"\n\"x\"\n", (3, 4));
    misses("ladder.yml", "ignore:\n- \"a\n", (2, 5));
}

#[test]
fn a_tag_without_an_end_is_text_and_has_no_attribute_of_ours() {
    let ladder = parse(&[("a.md", "# Baker\n\n<p>kneads <a href=\"<i>dough\n</p>\n")]);
    let said = format!("{ladder:?}");
    assert!(said.contains("dough") && !said.contains("data-rungs"), "{said}");
}
