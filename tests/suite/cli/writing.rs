//! How it is written: styles, widths, pipes.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use serde_json::Value;

use super::bakery::bakery;
use crate::support::program::{built_in, folder, output, program, run};

#[test]
fn no_escape_sequence_reaches_a_pipe_unless_asked_for() {
    let bakery = bakery();
    let commands: [&[&str]; 6] = [
        &["."],
        &["list", "--ladder=."],
        &["show", "baker", "--ladder=."],
        &["compare", "baker", "apprentice", "--ladder=."],
        &["search", "flour", "--ladder=."],
        &["--help"],
    ];
    for command in commands {
        for format in ["text", "markdown", "json"] {
            let print = |color| {
                let arguments = [command, &["--format", format, "--color", color]].concat();
                output(program(bakery.path(), &arguments)).fine()
            };
            let plain = print("auto");
            assert!(!plain.contains('\x1b'), "{command:?} {format}");
            assert_eq!(print("never"), plain);
            let painted = print("always");
            assert_eq!(painted.contains('\x1b'), format == "text" && command[0] != "--help");
            // Painting may reach to the end of a line.
            let lines = |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
            assert_eq!(lines(&without_styles(&painted)), lines(&plain), "{command:?} {format}");
        }
    }
}

fn without_styles(text: &str) -> String {
    let mut parts = text.split("\x1b[");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |text, part| text + part.split_once('m').unwrap().1)
}

#[test]
fn no_line_is_wider_than_asked_for() {
    for width in [8_usize, 20, 40, 80, 200] {
        for command in
            [&["show", "director"][..], &["compare", "director", "vp"], &["show", "index.md"]]
        {
            let wish = width.to_string();
            let arguments = [command, &["--width", &wish]].concat();
            let text = built_in(&arguments).fine();
            let widest = text.lines().map(rungs::page::width).max().unwrap();
            assert!(widest <= width, "{command:?} at {width}: {widest}");
            assert!(widest * 10 >= width * 8, "{command:?} at {width} uses {widest}");
        }
    }
    let message = run(["show", "vp", "--width", "0"]).refused();
    assert!(message.contains("--width"), "{message}");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    for arguments in [&["list"][..], &["show", "vp"], &["search", "a"], &["completions", "zsh"]] {
        let mut command = program(&data, arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &[][..]));
    }
}

#[test]
fn text_of_a_document_steers_nothing() {
    let evil = "\x1b]0;pwned\x07\x1b[31m\u{9b}32m\r&#27;[2J&#x9b;33m\x08\x7f\u{202e}";
    let page = |title: &str| {
        format!(
            "---\nlabel: \"{title} \\e[31m\\u009b31m\"\nother: \"\\e]0;pwned\\a\"\n---\n# {title}{evil}\n\n\
             {evil} words [link{evil}](a&#27;.md)\n\n## Section{evil}\n\n- item{evil}\n\n```{evil}\ncode{evil}\n```\n\n\
             | a{evil} | {title} | Third |\n| - | - | - |\n| b | c{evil} |\n"
        )
    };
    let folder = folder(&[("one.md", &page("Keeper")), ("two.md", &page("Warden"))]);
    if cfg!(unix) {
        fs::write(folder.path().join("th\x1b[31mree\r.md"), page("Third\x1b Keeper")).unwrap();
    }
    for command in [
        &["list"][..],
        &["show", "one"],
        &["show", "nobody\x1b[31m"],
        &["show", "one", "nothing\x1b[31m\u{9b}m"],
        &["compare", "one", "two"],
        &["search", "words"],
        &["list", "--wi\x1b]0;pwned\x07dth"],
        &["list", "--ladder", "no\x1b[31mwhere"],
        &["init", "\x1b[31m/one.md/x"],
    ] {
        for format in ["text", "markdown", "json"] {
            let arguments = [command, &["--format", format]].concat();
            let mut command = program(folder.path(), &arguments);
            command.env("RUNGS_LADDER", ".");
            let output = output(command);
            let bad = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
            for written in [&output.stdout, &output.stderr] {
                assert!(!written.contains(bad), "{arguments:?}: {written:?}");
            }
            // Nor is any escaped in JSON.
            if let Ok(json) = serde_json::from_str::<Value>(&output.stdout) {
                each_text(&json, &mut |text| {
                    assert!(!text.contains(bad), "{arguments:?}: {text:?}");
                });
            }
        }
    }
}

/// Visits every text in a value, names of fields included.
fn each_text(value: &Value, visit: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text) => visit(text),
        Value::Array(values) => values.iter().for_each(|value| each_text(value, visit)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            visit(name);
            each_text(value, visit);
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn words_that_are_repeated_in_json_steer_nothing_and_stay_what_they_are() {
    let words = "a\u{202e}\u{9b}31m\u{E0041}";
    for arguments in [["search", words], ["trace", words]] {
        let printed = built_in(&[&arguments[..], &["--format", "json"]].concat()).stdout;
        assert!(
            printed.chars().all(|c| c == '\n' || !c.is_control() && c.is_ascii()),
            "{printed:?}"
        );
        let value: Value = serde_json::from_str(&printed).unwrap();
        let mut is_there = false;
        each_text(&value, &mut |text| is_there |= text == words);
        assert!(is_there, "{printed}");
    }
}

#[test]
#[cfg(unix)]
fn a_closed_stream_is_no_panic() {
    let folder = folder(&[("a.md", "# Baker\n\n[x](gone.md)\n")]);
    for closed in ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"] {
        for arguments in ["", "list", "check", "show a", "show nobody", "--help"] {
            let mut shell = std::process::Command::new("sh");
            let line = format!("exec \"$0\" {arguments} {closed}");
            shell.args(["-c", &line, env!("CARGO_BIN_EXE_rungs")]).current_dir(folder.path());
            let ran = shell.stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap();
            let status = ran.status.code();
            assert!(status.is_some_and(|code| code <= 2), "{arguments} {closed}: {ran:?}");
        }
    }
}

#[test]
fn a_reader_that_needs_no_more_makes_no_ladder_right() {
    let folder = folder(&[("a.md", "---\nlabel: [a\n---\n# Baker\n")]);
    for format in ["text", "markdown", "json", "github", "sarif"] {
        let mut command = program(folder.path(), &["check", ".", "--format", format]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        drop(child.stdout.take());
        assert_eq!(child.wait().unwrap().code(), Some(1), "{format}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn what_cannot_be_written_is_an_error() {
    for arguments in [&["--help"][..], &["list", "--help"], &["--version"], &["list"]] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let folder = folder(&[]);
        let mut command = program(folder.path(), arguments);
        command.stdout(full).stderr(Stdio::piped());
        let ran = command.spawn().unwrap().wait_with_output().unwrap();
        let said = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(ran.status.code(), Some(2), "{arguments:?}");
        assert!(said.contains("rungs: writing the output: No space left"), "{said}");
    }
}
