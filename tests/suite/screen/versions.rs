//! What changed since an older version of the ladder, on the screen.

use std::path::PathBuf;
use std::sync::Arc;

use rungs::tui::{Editing, Findings, OlderVersion, SavedPlaces, Session, play};

use crate::support::bakery::{APPRENTICE, BAKER, HEAD};
use crate::support::ladders::parse;
use crate::support::screen::{ladder_of, text};

const OWNER: &str = "---\norder: 4\n---\n# Owner\n\n## Money\n\n- Pays the rent\n";

/// The bakery of today, of which `v1` is an older version; after editing it is as it was.
fn bakery() -> Session {
    let baker = BAKER.replace("six doughs", "eight doughs").replace("one oven", "two ovens");
    let then = || parse(&[("apprentice.md", APPRENTICE), ("baker.md", BAKER), ("head.md", HEAD)]);
    let older = move |name: &str| match name {
        "v1" | "HEAD" => Ok(OlderVersion {
            ladder: then().into(),
            name: name.to_owned(),
            is_revision: true,
            remark: None,
        }),
        _ => Err(format!("git knows no {name}")),
    };
    let editing = Editing {
        root: PathBuf::new(),
        editor: "vi".to_owned(),
        reload: Arc::new(move || Ok((then().into(), Findings::Known(Vec::new())))),
        watch: None,
    };
    Session {
        editing: Some(editing),
        older: Some(Arc::new(older)),
        places: SavedPlaces::default(),
        ..ladder_of(&[("baker.md", &baker), ("head.md", HEAD), ("owner.md", OWNER)])
    }
}

/// Plays keys on the bakery and looks for texts on the screen; those behind a `!` must not be there.
#[track_caller]
fn shows(keys: &str, wanted: &[&str]) {
    let got = text(&play(bakery(), (100, 40), keys));
    for want in wanted {
        let (text, is_there) = want.strip_prefix('!').map_or((*want, true), |text| (text, false));
        assert!(got.contains(text) == is_there, "{want:?} after {keys:?}:\n{got}");
    }
}

#[test]
fn what_changed_is_told_level_by_level() {
    let got = text(&play(bakery(), (100, 40), "Vv1<Enter>"));
    let want = "
 Test › since v1
╭ Test since v1, only differences ─────────────────────────────────────────────────────────────────╮
│ < v1   > now                                                                                     │
│ Test since v1                                                                                    │
│                                                                                                  │
│ 4 levels: 1 changed, 1 new, 1 gone, 1 unchanged.                                                 │
│                                                                                                  │
│ Test                                                                                             │
│ ──────────────────────────────────────────────────────────────────────────────────────────────── │
│   │ Level      │ What changed                                                                    │
│ ──┼────────────┼─────────────                                                                    │
│ < │ Apprentice │ gone                                                                            │
│ ~ │ Baker      │ 2 rose                                                                          │
│ = │ Head Baker │ unchanged                                                                       │
│ > │ Owner      │ new                                                                             │
│                                                                                                  │
│                                                                                                  │
│ < Apprentice: gone                                                                               │
│ < 1 only Apprentice (v1)                                                                         │
│ < Dough ──────────────────────────────────────────────────────────────────────────────────────── │
│ < Mixes two doughs a day                         │                                               │
│                                                                                                  │
│                                                                                                  │
│ ~ Baker: 2 rose                                                                                  │
│ ~ 2 changed   = 2 unchanged                                                                      │
│ ~ Dough ──────────────────────────────────────────────────────────────────────────────────────── │
│ ~ Mixes six doughs a day                         │ Mixes eight doughs a day                      │
│ = 1 unchanged                                                                                    │
│                                                                                                  │
│ ~ Ovens ──────────────────────────────────────────────────────────────────────────────────────── │
│ ~ Watches one oven                               │ Watches two ovens                             │
│                                                                                                  │
│                                                                                                  │
│ > Owner: new                                                                                     │
│ > 1 only Owner (now)                                                                             │
│ > Money ──────────────────────────────────────────────────────────────────────────────────────── │
│                                                  > Pays the rent                                 │
╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
 4 differences · lines 1-34 of 34, 100%             4 levels: 1 changed, 1 new, 1 gone, 1 unchanged
 Enter source  o filter  ) ( next  v layout  e edit  / search  p jump  t trace  Esc q back  ? help
";
    assert_eq!(got.trim_end(), want.trim_matches('\n'), "\n{got}\n");
}

#[test]
fn keys_step_through_what_changed() {
    shows("V<Enter>", &["since HEAD", "4 levels: 1 changed, 1 new, 1 gone, 1 unchanged"]);
    shows("V<Enter>)", &["difference 1 of 4"]);
    shows("V<Enter>nnN", &["difference 1 of 4"]);
    shows("V<Enter>]", &["› Apprentice"]);
    shows("V<Enter>]]", &["› Baker"]);
    shows("V<Enter>]][", &["› Apprentice"]);
    shows("V<Enter>]]]]", &["the last level that changed"]);
    shows("V<Enter>o", &["what now adds", "!Apprentice (HEAD)"]);
    shows("V<Enter>ooo", &["= Keeps the shop in bread", "!only what"]);
    shows("V<Enter>v", &["layout: stacked"]);
}

#[test]
fn enter_goes_to_what_is_said_today() {
    shows("V<Enter>))<Enter>", &["Test › Baker › Dough"]);
    shows("V<Enter>)))<Enter>", &["Baker › Ovens"]);
    shows("V<Enter>]]]<Enter>", &["› Owner"]);
    // Of the level that is gone there is nothing to go to; its number is that of another level now.
    shows("V<Enter>)<Enter>", &["Apprentice is gone: only HEAD has it"]);
    shows("V<Enter>]e", &["Apprentice is gone"]);
    shows("V<Enter><Enter>", &["choose a level first"]);
}

#[test]
fn one_comes_back_and_forth() {
    shows("jV<Enter><Esc>", &["› Head Baker", "!since"]);
    shows("V<Enter>]]HF", &["since HEAD › Baker"]);
    shows("V<Enter>))<Enter>H", &["since HEAD › Baker"]);
    shows("V<Enter>Vv1<Enter>", &["since v1", "!since HEAD"]);
    shows("V<Enter>Vv1<Enter><Esc>", &["!since"]);
}

#[test]
fn after_an_edit_it_is_found_out_anew() {
    shows("V<Enter>]]e", &["since HEAD", "Nothing changed in 3 levels"]);
    shows("V<Enter>]]e)", &["no difference below"]);
}

#[test]
fn what_cannot_be_loaded_is_said() {
    shows("Vnone<Enter>", &["git knows no none", "!since"]);
    shows("V<Esc>", &["!revision"]);
    shows("V<paste v\n1><Ctrl-c>", &["!revision"]);
    let got = text(&play(ladder_of(&[("baker.md", BAKER)]), (80, 24), "V"));
    assert!(got.contains("the built-in ladder has no older version"), "{got}");
}

#[test]
fn it_fits_any_screen() {
    for (width, height) in (1..12).flat_map(|w| (1..9).map(move |h| (w * 10, h * 4))) {
        let _ = play(bakery(), (width, height), "V<Enter>)]nov<click 9 5><Tab>j<Enter>H-ezG");
    }
}
