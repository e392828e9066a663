//! Links and the way back.

use super::played::{on, shows};

#[test]
fn links_and_the_way_back() {
    shows("G<Enter>", &["Chief Technology Officer"]);
    shows("pOverview<Enter><Enter>", &["Follow a link"]);
    shows("pOverview<Enter><Enter>Staff Engineer<Enter>", &["Engineering › Staff Engineer"]);
    shows("pOverview<Enter><Enter>Staff Engineer<Enter>H", &["1. Associate Engineer builds"]);
    shows("jjpvp<Enter>HF", &["Vice President of Engineering"]);
    shows("jjpvp<Enter><Backspace>", &["› Senior Engineer"]);
    shows("H", &["nothing to go back to"]);
}

#[test]
fn links_that_lead_out_show_where_and_wait_to_be_asked() {
    let out = |target: &str, keys: &str| on(&format!("# Engineer\n\n[there]({target})\n"), keys);
    assert!(
        out("https://example.org/a", "<Enter><Enter>")
            .contains("O opens in the browser: https://example.org/a")
    );
    assert!(
        out("file:///etc/passwd", "<Enter><Enter>")
            .contains("no place in this ladder for the link")
    );
    assert!(out("https://example.org/a", "O").contains("no external link was followed yet"));
}

#[test]
fn a_link_is_in_view_where_it_is_set() {
    let page = "# Engineer\n\n| a | b |\n|-|-|\n| [alpha](b.md) | [beta](b.md) |\n";
    let got = on(page, "<Enter><Enter>");
    assert!(got.contains(" alpha ") && got.contains(" beta "), "{got}");
}
