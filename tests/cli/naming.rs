//! Naming a role.

use crate::bakery::bakery;
use crate::program::{run, run_on};

#[test]
fn a_role_is_named_the_way_people_say_it() {
    for name in [
        "director",
        "DIRECTOR",
        "Director of Software Engineering",
        "M4",
        "management/director.md",
        "director.md",
        "director.md:1",
        "management/director.md:42",
        "data/management/director.md:42",
        "./management/director.md",
        "dir",
        "director of software",
    ] {
        let shown = run(["show", name, "--format", "json"]).json();
        assert_eq!(shown["file"], "management/director.md", "{name}");
    }
    for (name, label) in
        [("em", "EM"), ("sem", "Senior EM"), ("vp of engineering", "VP"), ("E4", "Staff")]
    {
        assert_eq!(run(["show", name, "--format", "json"]).json()["label"], label, "{name}");
    }
}

#[test]
fn a_page_is_named_by_its_title_and_never_guessed_for_a_role() {
    let file = |name| run(["show", name, "--format", "json"]).json()["file"].clone();
    assert_eq!(file("Engineering Career Ladder"), "index.md");
    assert_eq!(file("engineering career"), "index.md");
    assert_eq!(file("Management"), "management/index.md");
    // The page is called just so; the Engineering Manager only begins so.
    assert_eq!(file("engineering"), "engineering/index.md");
    assert_eq!(file("engineer"), "engineering/engineer.md");
    let several = run(["show", "m"]).refused();
    assert!(several.starts_with("rungs: `m` can be several roles: "), "{several}");
    run(["compare", "index.md", "vp"]).refused();
}

#[test]
fn an_ambiguous_name_lists_who_is_meant() {
    let message = "rungs: `s` can be several roles: senior-engineer (Senior Engineer), \
                   staff-engineer (Staff Engineer), senior-engineering-manager (Senior Engineering \
                   Manager)\n";
    assert_eq!(run(["show", "s"]).refused(), message);
    assert_eq!(run(["compare", "s", "vp"]).refused(), message);
    assert_eq!(run(["compare", "vp", "s", "--format", "json"]).refused(), message);
}

#[test]
fn an_unknown_name_lists_who_there_is() {
    let near = run(["show", "directr"]).refused();
    assert!(near.contains("did you mean director (Director of Software Engineering)"), "{near}");
    let bakery = bakery();
    let far = run_on(&bakery, ["compare", "baker", "welder"]).refused();
    assert!(far.starts_with("rungs: there is no role `welder`; "), "{far}");
    assert!(far.contains("apprentice (Apprentice Baker), baker, Head Baker"), "{far}");
    assert_eq!(
        run_on(&bakery, ["show", "baker", "cake"]).refused(),
        "rungs: Baker has no section \"cake\"; it has:\n  Dough\n  Ovens\n  Baker and Head Baker\n"
    );
}
