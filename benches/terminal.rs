//! rungs in a pseudo-terminal, beside other programs and beside what is the limit for every program:
//! `cargo bench --bench terminal -- [views] [keys] [commands] [quick]`. docs/performance.md describes the method.
//!
//! `views` compares viewers, `keys` measures every kind of key of rungs, `commands` those whose output goes to a
//! pipe. Without any of these words it does all three, and with `quick` without the ladder of 10,000 roles. Other
//! programs are measured if they are found in `PATH`: mdless, treemd, leaf, glow, less, and rg.

#[path = "terminal/answers.rs"]
mod answers;
#[path = "support/command.rs"]
mod command;
#[path = "terminal/commands.rs"]
mod commands;
#[path = "terminal/figures.rs"]
mod figures;
#[path = "terminal/floor.rs"]
mod floor;
#[path = "terminal/keys.rs"]
mod keys;
#[path = "terminal/process.rs"]
mod process;
#[path = "terminal/program.rs"]
mod program;
#[path = "terminal/screen.rs"]
mod screen;
#[path = "support/synthetic.rs"]
mod synthetic;
#[path = "terminal/viewing.rs"]
mod viewing;
#[path = "terminal/visible.rs"]
mod visible;
#[path = "support/words.rs"]
mod words;
#[path = "terminal/workload.rs"]
mod workload;

use std::io;
use std::process::ExitCode;

use program::Viewer;
use workload::{Workload, Workloads};

/// What can be measured.
const KINDS: [&str; 3] = ["views", "keys", "commands"];

fn main() -> ExitCode {
    command::run(|words| match *words {
        [program::FLOOR] => floor::draw_and_wait(),
        [commands::PARSE, folder] => commands::parse(folder.as_ref()),
        _ => measure(words),
    })
}

fn measure(words: &[&str]) -> io::Result<()> {
    if let Some(word) = words.iter().find(|word| !KINDS.contains(word) && **word != "quick") {
        return Err(io::Error::other(format!("`{word}` is not one of {}", KINDS.join(", "))));
    }
    let is_quick = words.contains(&"quick");
    let is_all = !KINDS.iter().any(|kind| words.contains(kind));
    let wants = |kind: &str| is_all || words.contains(&kind);
    let workloads = Workloads::new()?;
    let empty = workloads.empty()?;
    let ladders = ladders(&workloads, is_quick)?;
    let mut shown = vec![workloads.page()?, workloads.built_in()];
    shown.extend([workloads.long_document()?, workloads.long_table()?]);
    if wants("views") {
        let viewers = Viewer::all();
        for workload in shown.iter().chain(&ladders) {
            viewing::compare(&viewers, workload, &empty)?;
        }
    }
    if wants("keys") {
        for workload in shown.iter().chain(&ladders) {
            keys::measure(workload, &empty)?;
        }
    }
    if wants("commands") {
        commands::built_in(&empty)?;
        for ladder in &ladders {
            commands::roles(ladder, &empty)?;
        }
    }
    Ok(())
}

/// The ladders of many roles.
fn ladders(workloads: &Workloads, is_quick: bool) -> io::Result<Vec<Workload>> {
    let mut ladders = vec![workloads.roles("1,000 roles", 1_000)?];
    if !is_quick {
        ladders.push(workloads.roles("10,000 roles", 10_000)?);
    }
    Ok(ladders)
}
