//! Two roles on the screen: how they stand, and stepping to others in place.

use rungs::tui::play;

use super::played::{check, shows};
use crate::support::screen::{built_in, text};

#[test]
fn two_roles_side_by_side() {
    check(
        (80, 24),
        "c",
        "
 Test › Engineer and Senior
╭ Engineer | Senior ───────────────────────────────────────────────────────────╮
│ < Engineer                             > Senior                              ┃
│ ~ 3 changed   < 2 only Engineer   > 2 only Senior   = 1 unchanged            ┃
│                                                                              ┃
│ ~ Software Engineer                    │ Senior Software Engineer            ┃
│ < Builds features with the next rung   > Leads projects.                     ┃
│   in sight.                            │                                     ┃
│                                                                              ┃
│ ~ Scope ──────────────────────────────────────────────────────────────────── ┃
│ ~ Team: one team                       │ Team: one team and its neighbors    ┃
│ = Ships a feature a month              │ Ships a feature a month             ┃
│                                        > Mentors two engineers               ┃
│                                                                              ┃
│         < Engineer                         > Senior                          ┃
│ ~ Skills ─────────────────────────────────────────────────────────────────── ┃
│ ≠ Code    Solid                            │ Deep                            ┃
│ ≠ Design  Some                             │ Solid                           ┃
│                                                                              ┃
│ < Engineer                             > Senior                              ┃
│ < Growing                                                                    │
╰──────────────────────────────────────────────────────────────────────────────╯
 7 differences · lines 1-18 of 19, 94%
 c compare  o filter  ) ( next  x swap  v layout  / search  Esc q back  ? help
",
    );
}

#[test]
fn two_roles_below_each_other_where_it_is_narrow() {
    check(
        (44, 20),
        "c]",
        "
 Senior Software Engineer
╭ Engineer | Senior ───────────────────────╮
│ < Engineer  > Senior                     │
│ ~ < Software Engineer                    ┃
│   > Senior Software Engineer             ┃
│ < Builds features with the next rung in  ┃
│   sight.                                 ┃
│ > Leads projects.                        ┃
│                                          ┃
│ ~ Scope ──────────────────────────────── ┃
│ ~ < Team: one team                       ┃
│   > Team: one team and its neighbors     │
│ = Ships a feature a month                │
│ > Mentors two engineers                  │
│                                          │
│ ~ Skills ─────────────────────────────── │
│ ≠ Code                                   │
╰──────────────────────────────────────────╯
 7 differences · lines 4-17 of 25, 68%
 c compare  o filter  Esc q back  ? help
",
    );
}

#[test]
fn only_the_differences() {
    check(
        (80, 20),
        "co",
        "
 Test › Engineer and Senior
╭ Engineer | Senior, only differences ─────────────────────────────────────────╮
│ < Engineer                             > Senior                              ┃
│ ~ 3 changed   < 2 only Engineer   > 2 only Senior   = 1 unchanged            ┃
│                                                                              ┃
│ ~ Software Engineer                    │ Senior Software Engineer            ┃
│ < Builds features with the next rung   > Leads projects.                     ┃
│   in sight.                            │                                     ┃
│                                                                              ┃
│ ~ Scope ──────────────────────────────────────────────────────────────────── ┃
│ ~ Team: one team                       │ Team: one team and its neighbors    ┃
│                                        > Mentors two engineers               ┃
│ = 1 unchanged                                                                ┃
│                                                                              │
│         < Engineer                         > Senior                          │
│ ~ Skills ─────────────────────────────────────────────────────────────────── │
│ ≠ Code    Solid                            │ Deep                            │
╰──────────────────────────────────────────────────────────────────────────────╯
 only differences
 c compare  o filter  ) ( next  x swap  v layout  / search  Esc q back  ? help
",
    );
}

#[test]
fn comparing_and_stepping_in_place() {
    shows("jjc<Enter>", &["Senior | Staff"]);
    shows("jjc<Enter>x", &["Staff | Senior"]);
    shows("jjc<Enter>>", &["Senior | Principal"]);
    shows("jjc<Enter>>.", &["Staff | Principal"]);
    shows("jjc<Enter>.", &["Principal | Staff"]);
    shows("jjc<Enter>>>><lt>", &["Senior | Principal"]);
    shows("jjc<Enter>", &["differences ·"]);
    shows("jjc<Enter>))", &["difference 2 of"]);
    shows("jjc<Enter>)))(", &["difference 2 of"]);
    shows("jjc<Enter>nN", &["no difference above"]);
    shows("jjc<Enter>o", &["Staff, only differences"]);
    shows("jjc<Enter><Esc>", &["› Senior Engineer", "Outline"]);
    shows("jjc<Enter>H", &["› Senior Engineer"]);
    shows("jjcceo<Enter>", &["Senior | CEO", "CEO has no document of its own"]);
    shows("jjcm7<Enter>", &["Senior | VP"]);
    shows("Gc", &["a page cannot be compared"]);
}

#[test]
fn other_layouts_keep_the_topic() {
    // The fourth topic of this name, not the first; also while only the differences are shown.
    let morning = "jjc<Enter>pJ<Esc>/Typical Scope<Enter><Esc>";
    for keys in ["o", "oo", "x", ">", "<resize 70 30>", "<resize 50 30>", "z"] {
        let keys = format!("{morning}{keys}");
        let got = text(&play(built_in(), (120, 40), &keys));
        assert!(got.contains("Typical Scope"), "{keys}:\n{got}");
    }
    shows("jjc<Enter>]]]]joHF", &["Senior | Staff, only"]);
}
