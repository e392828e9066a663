//! Searching, jumping, and the prompts for it.

use rungs::tui::play;

use super::played::{same, shows, small};
use crate::support::screen::{built_in, ladder_of, text};

#[test]
fn searching_in_the_page() {
    shows("<Enter>/mentor<Enter>", &["match 1 of"]);
    shows("<Enter>/mentor<Enter>nn", &["match 3 of"]);
    shows("<Enter>/mentor<Enter>N", &["search continued from the end"]);
    shows("<Enter>/mentor<Enter>Nn", &["search continued from the top"]);
    shows("<Enter>/xyzzy<Enter>", &["no match for xyzzy"]);
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
    for keys in [
        "??",
        "?<Esc>",
        "mm",
        "!<Esc>",
        "p<Esc>",
        "pdir<Esc>",
        "s<Esc>",
        "c<Ctrl-g>",
        "/x<Esc>",
        ":<Esc>",
    ] {
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

#[test]
fn commands_are_found_by_name_and_run_as_by_their_keys() {
    // Nothing typed: the commands first; typed words find all.
    shows(":", &["Commands and places", "compare             compare the role", "front-matter"]);
    shows(":overview<Enter>", &["› Engineering › Overview"]);
    shows(":next differ", &["1 of ", "next match"]);
    shows("c<Enter>:next diff<Enter>", &["difference 1 of"]);
    shows(":ceo<Enter>", &["CEO has no document of its own"]);
    shows("<Ctrl-p>help", &["list the keys of the view", "?"]);
    // A command does what its key does in the pane with the focus.
    same(":zoom<Enter>", "z");
    same("<Enter>:page-down-or<Enter>", "<Enter><Space>");
    same(":page-down-or<Enter>", "<Space>");
}

#[test]
fn topics_lead_to_their_trace() {
    shows("ppeople and growth", &["topic of 6 levels"]);
    shows(":people and growth<Enter>", &["Levels", "People and Growth"]);
}

#[test]
fn the_chosen_entry_is_previewed_beside_the_list_or_below_it() {
    shows("pdirector scope", &["│ Typical Scope"]);
    shows("p", &["As an Associate Engineer you are learning"]);
    shows("pceo", &["CEO has no document of its own"]);
    shows("smentor one", &["Mentor One Person", "Agree on what should be different"]);
    let below = text(&play(small(), (80, 24), "psenior"));
    assert!(below.contains("Leads projects."), "{below}");
    for size in (1..14).flat_map(|width| (1..8).map(move |height| (width * 15, height * 3))) {
        let _ = play(small(), size, "p<Down><Alt-Down>s<wheel 60 10 3><Esc>sfeature<Down><Alt-Up>");
    }
}

#[test]
fn hits_are_grouped_by_role_with_their_counts() {
    let got = text(&play(small(), (120, 40), "steam"));
    let rows: Vec<&str> =
        got.lines().filter_map(|line| line.split('│').nth(2).map(str::trim)).collect();
    let at = |want: &str| rows.iter().position(|row| row.starts_with(want)).unwrap();
    assert!(at("Engineer  1") < at("Team: one team") && rows.contains(&"Senior  1"), "{got}");
    assert!(got.contains("2 matches in 2 documents"), "{got}");
    // Headings are passed over.
    for (keys, want) in
        [("", "Software Engineer › Scope"), ("<Down>", "Senior"), ("<Up>", "Senior")]
    {
        let keys = format!("steam{keys}<Enter>");
        let got = text(&play(small(), (120, 40), &keys));
        assert!(got.lines().next().unwrap().contains(want), "{keys}\n{got}");
    }
}

#[test]
fn a_long_text_is_cut_to_the_match() {
    let got = text(&play(small(), (120, 40), "sneighbors"));
    assert!(got.contains("… team and its neighbors"), "{got}");
}

#[test]
fn whole_words_and_regular_expressions() {
    shows("sscop", &["Search the ladder", "Typical Scope"]);
    shows("s<Alt-w>scop", &["Search the ladder: whole words", "no match"]);
    shows("s<Alt-w>scop<Alt-w>", &["Typical Scope"]);
    shows("s<Alt-r>mentor one.*goal$", &["regular expression", "4. Mentor One Person Toward a"]);
    shows("s<Alt-r>mentor one.*goal$<Enter>", &["match 1 of"]);
    // A match across the cells of a row leads to its first cell.
    shows("s<Alt-r>^mentoring .*goal$<Enter>", &[" of ", "for mentoring"]);
    // What is not valid yet keeps the list.
    shows("s<Alt-r>mentor(", &["column 7: unclosed group", "4. Mentor One Person"]);
    shows("s<Alt-r>mentor(<Enter>", &["Search the ladder"]);
    shows("s<Alt-r>mentor(<Backspace><Enter>", &["for mentor"]);
}
