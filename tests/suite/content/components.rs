//! What the components of site generators become: callouts, bold lines above what they hold, text.

use rungs::content::{self, Options, Source};

use crate::support::outline::outline;

#[track_caller]
fn check(text: &str, want: &[&str]) {
    let options = Options { is_lone: true, ..Options::default() };
    let (ladder, _) = content::parse("lead", &[Source::new("lead.md", text)], options);
    let got: String = ladder.documents().map(|(_, document)| outline(document)).collect();
    assert_eq!(got.lines().map(str::trim_end).collect::<Vec<_>>(), want);
}

#[test]
fn callouts_of_retype_end_at_their_mark() {
    check(
        "# T\n!!!warning Take *care*\nOf the **dough**\n- a\n\n```\n!!!\n```\n!!!\nafter\n\n!!!\nb\n!!!\n",
        &[
            "2 q Warning",
            "2 .p Take _care_",
            "3 .p Of the *dough*",
            "4 .- a",
            "6 .c  \"!!!\"",
            "10 p after",
            "12 q Note",
            "13 .p b",
        ],
    );
}

#[test]
fn panels_and_tabs_of_retype_are_bold_lines() {
    check(
        "# T\n\n==- Week\na\n==- ### Month\n## b\n===\nc\n\n+++ One\nd\n+++ Two\ne\n+++\nf\n\nLast\n===\n",
        &[
            "3 ** *Week* @1 #week",
            "4 p a",
            "5 ** *Month* @1 #month",
            "6 ## b @1 #b",
            "8 p c",
            "10 ** *One* @2 #one",
            "11 p d",
            "12 ** *Two* @2 #two",
            "13 p e",
            "15 p f",
            "17 # Last @1 #last",
        ],
    );
}

#[test]
fn inline_components_are_text_and_links() {
    check(
        "# T\n\n[!badge New] a [!button Go](b.md)[c](d.md){:target=\"_blank\"}\n{: .lead}\n\n## E {: #f}\n",
        &["3 p New a Go<b.md>c<d.md>", "6 ## E @1 #f"],
    );
}

#[test]
fn blocks_of_mkdocs_hold_what_is_indented() {
    check(
        "# T\n\n!!! tip \"A b\"\n\n    c\n\n    - d\n\n        e\nf\n\n??? note\n    g\n\n=== \"One\"\n\n    h\n\n=== \"Two\"\n\n    i\n\nj\n",
        &[
            "3 q Tip",
            "3 .p *A b*",
            "5 .p c",
            "7 .- d",
            "9 ..p e",
            "10 p f",
            "12 q Note",
            "13 .p g",
            "15 ** *One* @1 #one",
            "17 p h",
            "19 ** *Two* @1 #two",
            "21 p i",
            "23 p j",
        ],
    );
}

#[test]
fn blocks_between_colons_are_callouts_or_what_they_hold() {
    check(
        "# T\n:::tip A b\nc\n::::warning[D]\ne\n::::\n:::\nf\n\n::: code-group\ng\n:::\n\n::: details More\nh\n:::\n\n:::note{title=\"I\"}\nj\n:::\n",
        &[
            "2 q Tip",
            "2 .p *A b*",
            "3 .p c",
            "4 .q Warning",
            "4 ..p *D*",
            "5 ..p e",
            "8 p f",
            "11 p g",
            "14 ** *More* @1 #more",
            "15 p h",
            "18 q Note",
            "18 .p *I*",
            "19 .p j",
        ],
    );
}

#[test]
fn tags_of_gitbook_are_callouts_and_text() {
    check(
        "# T\n\n{% hint style=\"danger\" %}\na\n{% endhint %}\n\n{% tabs %}\n{% tab title=\"One\" %}\nb\n{% endtab %}\n{% endtabs %}\n\n{% content-ref url=\"c.md\" %}\n[c.md](c.md)\n{% endcontent-ref %}\n{% include \"d\" %}\n",
        &["3 q Danger", "4 .p a", "8 ** *One* @1 #one", "9 p b", "14 p c.md<c.md>"],
    );
}

#[test]
fn elements_of_mdx_are_what_they_stand_for() {
    check(
        "import { Card } from '@shop/cards'\n\n# T\n\n<Tabs>\n  <Tab title=\"One\">\n    a\n\n    - b\n  </Tab>\n</Tabs>\n<Warning>\nc\n</Warning>\n\n<Aside type=\"tip\" title=\"D\">\ne\n</Aside>\n<Card title=\"F\" href=\"g.md\" />\nh\n",
        &[
            "6 ** *One* @1 #one",
            "7 p a",
            "9 - b",
            "12 q Warning",
            "13 .p c",
            "16 q Tip",
            "16 .p *D*",
            "17 .p e",
            "19 p F<g.md>",
            "20 p h",
        ],
    );
}

#[test]
fn other_ways_to_write_the_same_are_read_too() {
    check(
        "# T\n\n[TOC]\n\n* Contents\n{:toc}\n\n::: {.callout-note title=\"A\"}\nb\n:::\n\n:::{warning} C\nd\n:::\n",
        &["8 q Note", "8 .p *A*", "9 .p b", "12 q Warning", "12 .p *C*", "13 .p d"],
    );
}

#[test]
fn alerts_may_have_a_title_and_any_name() {
    check(
        "> [!WARNING] Hot\n> a\n\n> [!Success]- b\n\n> [!note]\n> c\n\n> [link][d]\n\n[d]: e\n",
        &[
            "1 q Warning",
            "1 .p *Hot*",
            "2 .p a",
            "4 q Success",
            "4 .p *b*",
            "6 q Note",
            "7 .p c",
            "9 q",
            "9 .p link<e>",
        ],
    );
}
