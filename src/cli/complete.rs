//! Completion for shells: the script that `rungs completions` prints calls rungs with the line that is
//! typed, and rungs prints candidates, one on a line.
//!
//! Completing never fails and never prints anything else: a shell shows what it is given.

mod bash;
mod candidate;
mod line;
mod shell;
mod values;

use std::ffi::OsString;

use candidate::{Completion, beginning_with};
use clap::CommandFactory;
use line::{Completed, read};

use super::args::{Cli, Shell};
use super::output;

/// The first argument by which a script asks for candidates.
const ASKED_BY: &str = "__complete";

/// Prints candidates if a script of a shell asks for them; `None` if it does not.
pub(super) fn run(arguments: &[OsString]) -> Option<()> {
    let words: Vec<String> =
        arguments.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    let [_, asked_by, shell, typed @ ..] = words.as_slice() else { return None };
    if asked_by != ASKED_BY {
        return None;
    }
    let shell = Shell::named(shell)?;
    let typed = shell.typed(typed);
    let candidates = candidates(&typed.words);
    let lines = candidates.iter().filter_map(|candidate| shell.line(candidate, &typed));
    // A shell that is gone needs no candidates.
    let _ = output::print(&lines.map(|line| line + "\n").collect::<String>());
    Some(())
}

/// The candidates for the last of the words of a line.
fn candidates(words: &[String]) -> Vec<Completion> {
    let mut cli = Cli::command();
    cli.build();
    let line = read(&cli, words);
    match line.completed {
        Completed::Option(typed) => beginning_with(values::options(line.command), typed),
        Completed::Value { argument, before, typed } => {
            let found = beginning_with(values::of(argument, &line, typed), typed);
            found.into_iter().map(|candidate| candidate.behind(before)).collect()
        }
        Completed::Word { argument, typed } => {
            let mut all = if line.takes_command { values::commands(line.command) } else { vec![] };
            all.extend(argument.into_iter().flat_map(|it| values::of(it, &line, typed)));
            // Where nothing else is expected, options are.
            if all.is_empty() && typed.is_empty() {
                all = values::options(line.command);
            }
            beginning_with(all, typed)
        }
    }
}
