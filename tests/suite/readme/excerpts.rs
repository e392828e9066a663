//! The lines of output that the README quotes.
//!
//! A `console` block holds commands, each behind `$`, and below each the first lines that it prints;
//! `...` says that more lines follow. How many lines are quoted is for the README to say.

use crate::support::program::{built_in, folder, output, program};

/// The opening of a block whose commands are run.
const OPENING: &str = "```console\n";

/// The ladder with a contradiction that commands on `my-ladder` are about.
const MY_LADDER: [(&str, &str); 1] = [(
    "my-ladder/manager.md",
    "# Engineering Manager\n\n## Scope\n\n- **Group size**: 8-14 engineers\n\n## In Numbers\n\n\
     | Dimension | Engineering Manager |\n| --- | --- |\n| Team size | 5-10 engineers |\n",
)];

/// A document with the lines that its commands print now.
pub(super) fn refreshed(document: &str) -> String {
    let mut parts = document.split(OPENING);
    let mut fresh = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (block, rest) = part.split_once("```").unwrap();
        fresh += &format!("{OPENING}{}```{rest}", commands(block));
    }
    fresh
}

/// A block with the lines that its commands print now.
fn commands(block: &str) -> String {
    let block = format!("\n{block}");
    let excerpts = block.split("\n$ ").skip(1).map(|excerpt| {
        let mut lines = excerpt.trim_end().lines();
        let command = lines.next().unwrap();
        format!("$ {command}\n{}", beginning(command, lines.filter(|line| *line != "...").count()))
    });
    excerpts.collect::<Vec<_>>().join("\n")
}

/// The first lines that a command prints.
fn beginning(command: &str, count: usize) -> String {
    let printed = run(command);
    let mut quoted: String =
        printed.lines().take(count).map(|line| line.trim_end().to_owned() + "\n").collect();
    if printed.lines().count() > count {
        quoted += "...\n";
    }
    quoted
}

/// What a command prints; it must find something.
fn run(command: &str) -> String {
    let mut words = command.split('"').enumerate().flat_map(|(at, part)| match at % 2 {
        0 => part.split_whitespace().collect(),
        _ => vec![part],
    });
    assert_eq!(words.next(), Some("rungs"), "{command}");
    let arguments: Vec<&str> = words.collect();
    let output = match arguments.contains(&"my-ladder") {
        true => output(program(folder(&MY_LADDER).path(), &arguments)),
        false => built_in(&arguments),
    };
    assert_eq!(output.stderr, "", "{command}");
    output.stdout
}
