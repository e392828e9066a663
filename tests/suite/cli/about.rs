//! What the program says of itself: `doctor`, `man`, `skill`.

use std::io::Write;
use std::process::{Command, Stdio};

use super::bakery::bakery;
use crate::support::program::{output, program, run, run_in};

#[test]
fn doctor_gives_facts_without_secrets_or_content() {
    let bakery = bakery();
    let home = bakery.path().parent().unwrap();
    let mut command = program(bakery.path(), &["doctor"]);
    command.env("HOME", home).env("SSH_CONNECTION", "10.1.2.3 22").env("TERM", "dumb");
    command.env("RUNGS_LADDER", bakery.path()).env("GITHUB_TOKEN", "secret");
    let said = output(command).fine();
    for words in
        ["Terminal", "TERM", "dumb", "set TERM", "ssh", "~/", "RUNGS_LADDER", "2 roles", "rungs"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    for words in ["10.1.2.3", "secret", "Baker", &home.display().to_string()] {
        assert!(!said.contains(words), "{words}: {said}");
    }
    let json = run_in(&bakery, ["doctor", "--format", "json"]).json();
    assert_eq!(json["groups"][2]["facts"][1]["name"], "chosen by");
    // A ladder that cannot be read is a fact as well.
    let gone = run_in(&bakery, ["doctor", "--ladder", "gone"]).fine();
    assert!(gone.contains("cannot be read") && gone.contains("rungs list"), "{gone}");
}

#[test]
fn manual_pages_name_every_command_and_key_and_render() {
    let bakery = bakery();
    let wrote = run_in(&bakery, ["man", "pages"]).fine();
    assert!(wrote.contains(" pages to pages."), "{wrote}");
    let main = run(["man"]).fine();
    for words in ["rungs\\-compare(1)", ".SH KEYS", "next difference", "RUNGS_LADDER", "\\fBj"] {
        assert!(main.contains(words), "{words}: {main}");
    }
    if Command::new("groff").arg("--version").output().is_err() {
        eprintln!("skipped: groff is not installed");
        return;
    }
    let pages = std::fs::read_dir(bakery.path().join("pages")).unwrap();
    for page in pages {
        let path = page.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let mut groff = Command::new("groff")
            .args(["-man", "-Tutf8", "-ww", "-k"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        groff.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        let rendered = groff.wait_with_output().unwrap();
        let (shown, said) =
            (rendered.stdout, String::from_utf8_lossy(&rendered.stderr).into_owned());
        assert_eq!(said, "", "{path:?}");
        assert!(String::from_utf8_lossy(&shown).contains("General Commands Manual"), "{path:?}");
    }
}

#[test]
fn the_skill_names_commands_that_exist() {
    let skill = run(["skill"]).fine();
    assert!(skill.starts_with("---\nname: rungs\n"), "{skill}");
    let commands = skill.split("`rungs ").skip(1).filter_map(|rest| rest.split([' ', '`']).next());
    for command in commands.filter(|it| it.bytes().all(|b| b.is_ascii_lowercase())) {
        run([command, "--help"]).fine();
    }
}
