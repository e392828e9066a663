//! Naming a role.

use super::bakery::bakery;
use crate::support::program::{folder, output, program, run, run_in, run_on};

#[test]
fn a_role_is_named_the_way_people_say_it() {
    for name in [
        "director",
        "DIRECTOR",
        "Director of Software Engineering",
        "M6",
        "management/director.md",
        "director.md",
        "director.md:1",
        "management/director.md:42",
        "./management/director.md",
        "dir",
        "director of software",
        "management m6",
        "management, director",
    ] {
        let shown = run(["show", name, "--format", "json"]).json();
        assert_eq!(shown["file"], "management/director.md", "{name}");
    }
    for (name, label) in
        [("em", "EM"), ("sem", "Senior EM"), ("vp of engineering", "VP"), ("E5", "Staff")]
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
    assert!(
        several.starts_with("rungs: `m` is ambiguous: it matches several roles:\n"),
        "{several}"
    );
    let page = run(["compare", "management/index.md", "vp"]).refused();
    assert_eq!(page, "rungs: `management/index.md` is a page, not a role: name a role\n");
}

#[test]
fn an_ambiguous_name_lists_who_is_meant() {
    let message = "\
rungs: `sen` is ambiguous: it matches several roles:
  senior-engineer             Senior Engineer             E3  Engineering  engineering/senior-engineer.md
  senior-engineering-manager  Senior Engineering Manager  M5  Management   management/senior-engineering-manager.md
";
    assert_eq!(run(["show", "sen"]).refused(), message);
    assert_eq!(run(["compare", "sen", "vp"]).refused(), message);
    assert_eq!(run(["compare", "vp", "sen", "--format", "json"]).refused(), message);
}

#[test]
fn an_unknown_name_lists_who_there_is() {
    let near = run(["show", "directr"]).refused();
    assert_eq!(
        near,
        "rungs: there is no role `directr`; did you mean:\n  director  Director of Software \
         Engineering  M6  Management  management/director.md\n"
    );
    let bakery = bakery();
    let far = run_on(&bakery, ["compare", "baker", "welder"]).refused();
    let lines: Vec<&str> = far.lines().collect();
    assert_eq!(
        lines,
        [
            "rungs: there is no role `welder`; roles of the ladder are:",
            "  apprentice  Apprentice Baker  B1  Bakery Ladder      apprentice.md",
            "  baker       Baker             B2  Bakery Ladder      baker.md",
            "  Head Baker                        known from tables  baker.md:23",
        ]
    );
    assert_eq!(
        run_on(&bakery, ["show", "baker", "cake"]).refused(),
        "rungs: Baker has no section `cake`; its sections are:\n  Dough\n  Ovens\n  Baker and Head Baker\n"
    );
}

#[test]
fn a_role_is_not_compared_with_itself() {
    let bakery = bakery();
    for (arguments, said) in [
        (
            &["compare", "baker", "BAKER.md"][..],
            "`baker` and `BAKER.md` are the same role, Baker: name another role to compare it with",
        ),
        (
            &["compare", "baker", "baker"],
            "`baker` is named twice: name another role to compare Baker with",
        ),
        (
            &["compare", "apprentice", "baker", "apprentice"],
            "`apprentice` is named twice: name another role to compare Apprentice Baker with",
        ),
    ] {
        let mut command = program(bakery.path(), arguments);
        command.env("RUNGS_LADDER", ".");
        assert_eq!(output(command).refused(), format!("rungs: {said}\n"));
    }
    let versions = run_on(&bakery, ["compare", "baker", "baker", "--against", "."]).fine();
    assert!(versions.contains("Baker"), "{versions}");
}

#[test]
fn a_path_where_a_role_is_expected_is_explained() {
    let folder = folder(&[
        ("mine/a.md", "# Junior Engineer\n\nWords.\n"),
        ("mine/b.md", "# Senior Engineer\n\nWords.\n"),
        ("other/c.md", "# Staff Engineer\n\nWords.\n"),
    ]);
    let mine = folder.path().join("mine");
    for arguments in [
        &["show", "../other"][..],
        &["show", "../other/"],
        &["compare", "junior", "../other"],
        &["compare", "../other"],
        &["overview", "../other"],
        &["overview", "--track", "../other"],
        &["trace", "../other"],
        &["list", ".", "../other"],
        &["check", ".", "../other"],
    ] {
        let said = output(program(&mine, arguments)).refused();
        let path = arguments.last().unwrap();
        assert_eq!(
            said,
            format!(
                "rungs: `{path}` is a folder, not a name in the ladder: name a ladder with --ladder\n"
            )
        );
    }
    let file = run_in(&mine, ["show", "../other/c.md"]).refused();
    assert_eq!(
        file,
        "rungs: `../other/c.md` is a file, not a name in the ladder: name a ladder with --ladder; \
         `rungs show ../other/c.md -` prints all of the file\n"
    );
    // A path of the ladder's own is seen from where one stands.
    let shown = run_in(folder.path(), ["show", "mine/b.md:3", "--ladder", "mine"]).fine();
    assert!(shown.starts_with("Senior Engineer"), "{shown}");
}

#[test]
fn roles_of_one_name_are_told_apart_by_their_tracks() {
    let role =
        |track: &str| format!("---\ntrack: {track}\n---\n# Senior Engineer\n\nWords of {track}.\n");
    let folder = folder(&[
        ("a/senior.md", &role("Mobile")),
        ("b/senior.md", &role("Web")),
        ("b/staff.md", "---\ntrack: Web\n---\n# Staff Engineer\n\nOther words.\n"),
    ]);
    let names = "Mobile · Senior Engineer | Web · Senior Engineer";
    let two = ["compare", "mobile senior", "web senior"];
    let text = run_in(&folder, two).fine();
    assert!(text.starts_with("< Mobile · Senior Engineer"), "{text}");
    let markdown = run_in(&folder, ["compare", two[1], two[2], "--format", "markdown"]).fine();
    assert!(markdown.starts_with(&format!("# {names}\n")), "{markdown}");
    assert!(
        markdown.contains("| Mobile · Senior Engineer | Web · Senior Engineer |"),
        "{markdown}"
    );
    let html = run_in(&folder, ["compare", two[1], two[2], "--format", "html"]).fine();
    assert!(html.contains(">Web · Senior Engineer</bdi>"), "{html}");
    let three =
        run_in(&folder, ["compare", two[1], two[2], "staff", "--format", "markdown"]).fine();
    assert!(
        three.contains("| Mobile · Senior Engineer | Web · Senior Engineer | Staff Engineer |"),
        "{three}"
    );
    let found = run_in(&folder, ["search", "words of"]).fine();
    assert!(found.contains("a/senior.md:6: Mobile · Senior Engineer: Words of Mobile."), "{found}");
    let several = run_in(&folder, ["show", "senior engineer"]).refused();
    assert!(several.contains("Senior Engineer  Web     b/senior.md"), "{several}");
}
