//! What a document's Markdown becomes in the model.

use rungs::content::{self, Finding, Options, Source};
use rungs::model::Document;

use crate::support::outline::outline;

/// Parses one document; it is a role because it is alone.
fn parse(text: &str) -> (Document, Vec<Finding>) {
    let sources = [Source::new("lead.md", text)];
    let options = Options { is_lone: true, ..Options::default() };
    let (mut ladder, findings) = content::parse("lead", &sources, options);
    assert_eq!(ladder.roles.len(), 1);
    (ladder.roles.remove(0).document, findings)
}

#[track_caller]
fn check(text: &str, want: &[&str]) {
    let (document, findings) = parse(text);
    let got = outline(&document);
    assert_eq!(got.lines().map(str::trim_end).collect::<Vec<_>>(), want);
    assert_eq!(findings, []);
}

#[track_caller]
fn check_found(text: &str, code: &str, line: usize, column: usize, want: &[&str]) {
    let (document, findings) = parse(text);
    let got = outline(&document);
    assert_eq!(got.lines().map(str::trim_end).collect::<Vec<_>>(), want);
    let found: Vec<_> = findings.iter().map(|d| (d.code, d.line, d.column)).collect();
    assert_eq!(found, [(code, line, column)]);
}

#[test]
fn the_first_heading_is_the_title_and_no_section() {
    let (document, _) = parse("before\n\n# Team *Lead*\n\nafter\n\n## Scope\n\n# More\n");
    assert_eq!((document.title.as_str(), document.line, document.last_line), ("Team Lead", 3, 9));
    let want = "1 p before\n5 p after\n7 ## Scope @1 #scope\n9 # More @1 #more\n";
    assert_eq!(outline(&document), want);
    let (document, _) = parse("Team Lead\n=========\n\nScope\n---\n");
    assert_eq!(
        (document.title.as_str(), outline(&document).as_str()),
        ("Team Lead", "4 ## Scope @1 #scope\n")
    );
    let (document, _) = parse("## Scope\n\n# Late\n");
    assert_eq!((document.title.as_str(), document.sections.len()), ("Lead", 2));
}

#[test]
fn a_heading_above_all_others_is_the_title() {
    for text in [
        "## Team Lead\n\n### Scope\n\n#### a\n",
        "Team Lead\n---\n\n### Scope\n\n#### a\n",
        "before\n\n## Team Lead ##\n\n### Scope\n",
        "## Team <span id=\"x\">__Lead__</span> {#lead}\n\n**Scope**\n",
    ] {
        assert_eq!(parse(text).0.title, "Team Lead", "{text}");
    }
    for text in [
        "## Scope\n\n## Team\n\n### a\n",
        "## Scope\n",
        "### Scope\n\n#### a\n",
        "---\ntitle: Lead\n---\n## Scope\n### a\n",
    ] {
        let (document, _) = parse(text);
        assert_eq!(
            (document.title.as_str(), document.sections[0].title.as_str()),
            ("Lead", "Scope")
        );
    }
}

#[test]
fn sections_nest_by_one_whatever_levels_are_skipped() {
    check(
        "# T\n## A\n#### B\n### C\n## D\n",
        &["2 ## A @1 #a", "3 #### B @2 #b", "4 ### C @2 #c", "5 ## D @1 #d"],
    );
}

#[test]
fn bold_lines_are_headings_one_below_the_real_one() {
    check(
        "# T\n\n## A\n\n**One**\n- x\n\n__Two__\n\n### B\n\n**1. Three** \n\n**No**: heading\n\n> **Quoted**\n",
        &[
            "3 ## A @1 #a",
            "5 ** *One* @2 #one",
            "6 - x",
            "8 ** *Two* @2 #two",
            "10 ### B @2 #b",
            "12 ** *1. Three* @3 #1-three",
            "14 p *No*: heading",
            "16 q",
            "16 .p *Quoted*",
        ],
    );
}

#[test]
fn anchors_are_unique_and_given_ones_kept() {
    check(
        "# A\n## A\n## B {#top}\n## *C* & d_e\n\n**B**\n\n## B\n",
        &[
            "2 ## A @1 #a-1",
            "3 ## B @1 #top",
            "4 ## _C_ & d_e @1 #c--d_e",
            "6 ** *B* @2 #b-1",
            "8 ## B @1 #b",
        ],
    );
}

#[test]
fn lists_keep_their_items_numbers_boxes_and_lines() {
    check(
        "- a\n  more\n  - b\n    1. c\n\n    text\n- [x] d\n- [ ] e\n\n3. f\n4. g\n\n   h\n- \n",
        &[
            "1 - a more",
            "3 .- b",
            "4 ..1. c",
            "6 ..p text",
            "7 - [x] d",
            "8 - [ ] e",
            "10 3. f",
            "11 4. g",
            "13 .p h",
            "14 -",
        ],
    );
}

#[test]
fn inline_styling_links_and_breaks_are_kept() {
    check(
        "a **b *c*** `d` ~~e~~ [f](g \"h\") <http://i> ![j](k.png)\\\nl  \nm&amp;n\n",
        &["1 p a *b **_c_* `d` ~e~ f (h)<g> http://i<http://i> !j!<k.png>\\nl\\nm&n"],
    );
}

#[test]
fn pictures_rules_quotes_and_code_are_blocks() {
    check(
        "![a b](c.png)\n\n---\n\n> [!WARNING]\n> d\n> > e\n\n```rust\n\tf\n```\n\n    g\n",
        &[
            "1 i a b c.png",
            "3 ---",
            "5 q Warning",
            "6 .p d",
            "7 .q",
            "7 ..p e",
            "9 c rust \"    f\"",
            "13 c  \"g\"",
        ],
    );
}

#[test]
fn lines_of_chinese_join_without_a_space_and_those_of_korean_with_one() {
    check("技术\n方向\n\n기술\n방향\n\na\n方\n", &["1 p 技术方向", "4 p 기술 방향", "7 p a 方"]);
}

#[test]
fn nothing_that_steers_a_terminal_gets_in() {
    check(
        "a&#27;[31m b\u{9b}c &#x202e;d\n\n# T&#7;\n\n```\n\u{1b}]0;x\u{7}\n```\n",
        &["1 p a[31m bc d", "5 c  \"]0;x\""],
    );
}

#[test]
fn tables_keep_alignment_styling_and_lines() {
    check(
        "| a | *b* | c |\n|---|:-:|--:|\n| 1 | `2` | x\\|y |\n\n> | q |\n> |---|\n> | r |\n",
        &["1 t a | ^_b_ | >c", "3 r 1 | `2` | x|y", "5 q", "5 .t q", "7 .r r"],
    );
}

#[test]
fn ragged_rows_lose_no_word_and_are_reported() {
    check_found(
        "| a | b |\n|---|---|\n| 1 | 2 | *3* | 4 |\n",
        "ragged-row",
        3,
        1,
        &["1 t a | b", "3 r 1 | 2 | _3_ | 4"],
    );
    check_found(
        "- x\n\n  a | b\n  --|--\n  1\n",
        "ragged-row",
        5,
        3,
        &["1 - x", "3 .t a | b", "5 .r 1 |"],
    );
}

#[test]
fn a_header_with_other_cells_than_its_dashes_is_reported() {
    check_found(
        "x\n\n| a | b | c |\n|---|---|\n| 1 | 2 | 3 |\n",
        "uneven-header",
        3,
        1,
        &["1 p x", "3 p | a | b | c | |---|---| | 1 | 2 | 3 |"],
    );
    // A sentence with bars and dashes is no table that failed.
    check("a | b -- or\nc -- d | e\n", &["1 p a | b -- or c -- d | e"]);
}

#[test]
fn half_a_shortcode_is_text() {
    for text in ["{{%}}", "{{<}}", "{{< %}}", "{{", "{{%", "a {{<>}} b"] {
        let (ladder, _) = content::parse("t", &[Source::new("a.md", text)], Options::default());
        assert!(ladder.documents().next().is_some(), "{text}");
    }
}

#[test]
fn footnotes_and_unused_definitions_are_text() {
    check(
        "a[^n] [b]\n\n[^n]: note\n\n[b]: c.html\n[left]: over \"words\"\n[//]: # (hidden)\n",
        &["1 p a[n] b<c.html>", "3 p [n] note", "6 p left: over words"],
    );
}

#[test]
fn html_tables_are_tables() {
    check(
        "<table>\n<thead><tr><th>a</th><th>b</th></tr></thead>\n\n<tr><td rowspan=2>c<br>d</td>\n<td>e</td></tr>\n<tr><td><ul><li>f</li><li>g</li></ul></td></tr>\n<tr><td colspan=\"2\">h</td>\n</table>\n",
        &["1 t a | b", "4 r c\\nd | e", "6 r c\\nd | • f\\n• g", "7 r h |"],
    );
    check(
        "<table><td>a <br/> c<td><span style=\"font-weight: bold\">b</span> d</table>\n",
        &["1 t  |", "1 r a\\nc | *b* d"],
    );
}

#[test]
fn markdown_in_html_cells_is_read() {
    check(
        "<table>\n<tr><td>\n\n- **a**\n- b\n\n</td><td>c</td></tr>\n</table>\n\nafter\n",
        &["1 t  |", "2 r • *a*\\n• b | c", "10 p after"],
    );
}

#[test]
fn other_html_becomes_its_text() {
    check(
        "<h2 id=\"x\">A</h2>\n<!-- no -->\n<ol>\n<li>b\n<ul><li>c</ul>\n</ol>\n<script>no()</script>\n<details><summary>d</summary>\n\n*e*\n\n</details>\n\nf <b>g</b><br>h <a href=\"i\">j</a>\n",
        &["1 ## A @1 #x", "4 1. b", "5 .- c", "8 p *d*", "10 p _e_", "14 p f *g*\\nh j<i>"],
    );
}

#[test]
fn shortcodes_are_links_or_nothing() {
    check(
        "{{< cards >}}\n{{< card link=\"senior\" title=\"1. Senior\" >}}\n{{< /cards >}}\n\n{{% note %}}\na\n{{% /note %}}\n",
        &["2 - 1. Senior<senior>", "6 p a"],
    );
}

#[test]
fn depth_without_end_is_flattened_and_loses_nothing() {
    let deep = (0..2000).map(|i| format!("{}- w{i}\n", "  ".repeat(i))).collect::<String>();
    for text in [
        deep,
        format!("{}quoted", ">".repeat(100_000)),
        "<div>".repeat(50_000) + "inside",
        "<table><tr><td>".repeat(99) + "inside",
        "<ul><li>".repeat(99) + "inside",
    ] {
        let (document, _) = parse(&text);
        let shown = outline(&document);
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3);
        assert!(words.filter(|word| *word != "table").all(|word| shown.contains(word)));
    }
}

#[test]
fn front_matter_makes_title_label_icon_and_switches() {
    let text = "---\ntitle: \"Lead\"\nlabel: TL\nicon: star\nexpanded: false\nbreadcrumb: no\nowner: me\n---\n# Team Lead\n\n## A\n";
    let (document, _) = parse(text);
    assert_eq!((document.title.as_str(), document.label.as_str()), ("Lead", "TL"));
    assert_eq!(document.icon.as_deref(), Some("star"));
    assert!(!document.expanded && !document.breadcrumb);
    assert_eq!(document.front_matter.get("owner").map(ToString::to_string).as_deref(), Some("me"));
    // The heading lost to the front matter, its words stay.
    assert_eq!(outline(&document), "9 p *Team Lead*\n11 ## A @1 #a\n");
}

#[test]
fn line_breaks_of_any_system_count_alike() {
    for text in ["\u{feff}# T\r\n\r\n## A\r\n- b\r\n", "# T\r\r## A\r- b\r"] {
        check(text, &["3 ## A @1 #a", "4 - b"]);
    }
}

#[test]
fn templates_are_no_titles() {
    let (document, _) = parse("---\ntitle: ' '\n---\n# {{page.title}}\n\nx\n");
    assert_eq!(document.title, "Lead");
}
