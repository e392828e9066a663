//! Lines that cannot be run, and the line that was probably meant.

use super::bakery::bakery;
use crate::support::program::{folder, output, program, run, run_in, run_on};

#[test]
fn a_command_of_another_program_leads_to_the_one_that_does_the_same() {
    let bakery = bakery();
    for (line, meant) in [
        (&["diff", "senior", "staff"][..], "rungs compare senior staff"),
        (&["diff", "a", "b c"], "rungs compare a \"b c\""),
        (&["cmp", "senior"], "rungs compare senior"),
        (&["ls"], "rungs list"),
        (&["ls", "-l"], "rungs list"),
        (&["view", "senior"], "rungs show senior"),
        (&["open", "somewhere"], "rungs PATH"),
        (&["grep", "-i", "budget"], "rungs search"),
        (&["lint"], "rungs check"),
        (&["lsit"], "rungs list"),
    ] {
        let said = output(program(bakery.path(), line)).refused();
        let want = format!(
            "rungs: there is no command, file or folder `{}`; did you mean `{meant}`?\n",
            line[0]
        );
        assert_eq!(said, want);
    }
}

#[test]
fn a_role_where_a_ladder_belongs_is_explained() {
    let bakery = bakery();
    let meant = |line: &[&str], command: &str| {
        let said = output(program(bakery.path(), line)).refused();
        let want = format!("is a role, not a ladder; did you mean `rungs {command}`?\n");
        assert!(said.ends_with(&want), "{line:?}: {said}");
    };
    meant(&["baker"], "show baker");
    meant(&["Apprentice Baker"], "show \"Apprentice Baker\"");
    meant(&["baker", "apprentice"], "compare baker apprentice");
    meant(&["baker", "apprentice", "--fold"], "compare baker apprentice");
    meant(&["check", "baker"], "show baker");
    meant(&["list", "--ladder", "baker"], "show baker");
    meant(&["baker", "--ladder", "."], "show baker");
    let nobody = run_in(&bakery, ["welder"]).refused();
    assert!(nobody.contains("there is no file or folder `welder`"), "{nobody}");
}

#[test]
fn two_ladders_where_roles_belong_are_explained() {
    let folder = folder(&[
        ("mine/a.md", "# Junior Engineer\n\nWords.\n"),
        ("b.md", "# Senior Engineer\n\nWords.\n"),
        ("c.md", "# Staff Engineer\n\nWords.\n"),
    ]);
    let mine = folder.path().join("mine");
    assert_eq!(
        run_in(&mine, ["compare", "../b.md", "../c.md"]).refused(),
        "rungs: ../b.md and ../c.md are not in the ladder; did you mean `rungs compare --ladder \
         ../b.md --with ../c.md`?\n"
    );
    // Files of the ladder are compared.
    let compared = run_in(&folder, ["compare", "b.md", "./c.md", "--format", "markdown"]).fine();
    assert!(compared.starts_with("# Senior Engineer | Staff Engineer\n"), "{compared}");
}

#[test]
fn a_value_that_is_wrong_is_explained() {
    let width = run(["show", "senior", "--width", "x"]).refused();
    assert!(width.contains("a width is a number of columns from 8 to 65535"), "{width}");
    let bakery = bakery();
    let mut command = program(bakery.path(), &["show", "baker"]);
    command.env("RUNGS_LADDER", "gone");
    assert_eq!(
        output(command).refused(),
        "rungs: there is no file or folder `gone`; name a Markdown file or a folder of them (the \
         environment variable RUNGS_LADDER names this path)\n"
    );
    let typed = run_on(&bakery, ["list", "gone"]).refused();
    assert!(!typed.contains("RUNGS_LADDER"), "{typed}");
    let behind = run(["show", "director.md:99999"]).refused();
    assert!(
        behind
            .starts_with("rungs: there is no line 99999 in management/director.md: the file has "),
        "{behind}"
    );
}

#[test]
fn candidates_carry_their_levels_and_tracks() {
    let said = run(["show", "E4"]).refused();
    let senior = said.lines().find(|line| line.starts_with("  senior-engineer ")).unwrap();
    let cells: Vec<&str> = senior.split("  ").filter(|cell| !cell.is_empty()).collect();
    let cells: Vec<&str> = cells.into_iter().map(str::trim).collect();
    assert_eq!(
        cells,
        [
            "senior-engineer",
            "Senior Engineer",
            "E3",
            "Engineering",
            "engineering/senior-engineer.md"
        ]
    );
}
