//! Searching, jumping, and the prompts for it.

use rungs::tui::play;

use super::played::shows;
use crate::support::screen::{built_in, ladder_of, text};

#[test]
fn searching_in_the_page() {
    shows("/mentor<Enter>", &["match 1 of"]);
    shows("/mentor<Enter>nn", &["match 3 of"]);
    shows("/mentor<Enter>N", &["search continued from the end"]);
    shows("/mentor<Enter>Nn", &["search continued from the top"]);
    shows("/xyzzy<Enter>", &["no match for xyzzy"]);
    shows("n", &["no search is active"]);
}

#[test]
fn searching_through_the_ladder() {
    shows("sboard presentation", &["Search the ladder"]);
    shows("sscope of work<Enter>", &["› Staff Engineer › In Brief", "match 1 of"]);
    shows("smentor<Down><Down><Enter>", &["for mentor"]);
}

#[test]
fn jumping_anywhere() {
    shows("pdirector scope<Enter>", &["› Director of Software Engineering › Typical Scope"]);
    shows("pceo<Enter>", &["CEO has no document of its own"]);
}

#[test]
fn leaving_a_prompt_or_pop_up_shows_what_was_there() {
    let before = text(&play(built_in(), (120, 40), ""));
    for keys in
        ["??", "?<Esc>", "mm", "!<Esc>", "p<Esc>", "pdir<Esc>", "s<Esc>", "c<Ctrl-g>", "/x<Esc>"]
    {
        assert_eq!(text(&play(built_in(), (120, 40), keys)), before, "{keys}");
    }
}

#[test]
fn prompts_keep_to_one_line_and_letters_whole() {
    shows("pvp<Ctrl-m>", &["Vice President of Engineering"]);
    let accents = ladder_of(&[("engineer.md", "# Inge\u{301}nieur Engineer\n\nText.\n")]);
    let got = text(&play(accents, (80, 20), "p"));
    assert!(got.contains("Inge\u{301}nieur"), "{got}");
}

#[test]
fn a_role_that_is_named_comes_before_sections_that_name_it() {
    shows("pSenior Eng<Enter>", &["Engineering › Senior Engineer"]);
    shows("pdirector<Enter>", &["Management › Director of Software Engineering"]);
    shows("ptypical scope<Enter>", &["Typical Scope"]);
}
