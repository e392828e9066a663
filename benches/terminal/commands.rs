//! Commands whose output goes to a pipe, and the limits that they are compared with.

use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use pulldown_cmark::{Options, Parser};
use rayon::prelude::*;

use crate::figures::{median, megabytes, ms, ratio};
use crate::process;
use crate::program::{RUNGS, find};
use crate::workload::Workload;

/// The word with which this benchmark reads and parses a folder.
pub(crate) const PARSE: &str = "parse";

/// How often each command runs, unless it takes long.
const RUNS: usize = 9;
const LONG: Duration = Duration::from_secs(2);

/// A word that is in every role, and a phrase that is in few.
const SEARCHES: [(&str, &str); 2] =
    [("a common word", "quality"), ("a rare phrase", "roadmap verware")];

/// A command, what it is compared with, and what it took.
struct Measured {
    name: String,
    command: Vec<String>,
    times: Vec<Duration>,
    memory: Option<u64>,
}

/// Compares `list` of the built-in ladder with a program that does nothing.
pub(crate) fn built_in(folder: &Path) -> io::Result<()> {
    let commands = [("true", "/bin/true"), ("rungs list", &RUNGS)];
    let commands = commands.map(|(name, program)| {
        let list = (program == *RUNGS).then_some("list");
        measured(name, std::iter::once(program).chain(list))
    });
    compare("the built-in ladder", commands.into(), folder)
}

/// Compares the commands that need the whole ladder with reading and parsing the same bytes, and a search with
/// ripgrep on the same files.
pub(crate) fn roles(workload: &Workload, folder: &Path) -> io::Result<()> {
    let Some(path) = workload.ladder.as_deref() else { return Ok(()) };
    let ladder = path.display().to_string();
    let this = std::env::current_exe()?.display().to_string();
    let mut commands = vec![measured("read and parse", [this.as_str(), PARSE, &ladder])];
    for command in ["list", "check"] {
        commands.push(measured(&format!("rungs {command}"), [&RUNGS, command, &ladder]));
    }
    compare(workload.name, commands, folder)?;
    println!("{:<22} {:>10} {:>8} {:>8.1}", "the files", "", "", size(path)? as f64 / 1e6);
    for (title, words) in SEARCHES {
        let mut commands = Vec::new();
        if let Some(ripgrep) = find("rg") {
            let ripgrep = ripgrep.display().to_string();
            commands.push(measured("ripgrep", [&ripgrep, "-in", words, &ladder]));
        }
        let query = format!("\"{words}\"");
        let search = [&RUNGS, "search", &query, "--ladder", &ladder];
        commands.push(measured("rungs search", search));
        compare(&format!("{}: {title}", workload.name), commands, folder)?;
    }
    Ok(())
}

fn measured<'a>(name: &str, command: impl IntoIterator<Item = &'a str>) -> Measured {
    let command = command.into_iter().map(str::to_owned).collect();
    Measured { name: name.to_owned(), command, times: Vec::new(), memory: None }
}

/// Runs the commands one after the other, again and again. Prints what each took, and how many times the first.
fn compare(title: &str, mut commands: Vec<Measured>, folder: &Path) -> io::Result<()> {
    for _ in 0..RUNS {
        for it in &mut commands {
            if it.times.last().is_none_or(|time| *time < LONG) {
                it.run(folder)?;
            }
        }
    }
    println!("\n{title:<22} {:>10} {:>8} {:>8}", "ms", "ratio", "MB");
    let first = commands.first().and_then(|it| median(&it.times));
    for it in &commands {
        let time = median(&it.times);
        let (time, ratio, memory) = (ms(time), ratio(time, first), megabytes(it.memory));
        println!("{:<22} {time:>10} {ratio:>8} {memory:>8}", it.name);
    }
    Ok(())
}

impl Measured {
    fn run(&mut self, folder: &Path) -> io::Result<()> {
        let Some((program, arguments)) = self.command.split_first() else { return Ok(()) };
        let mut command = Command::new(program);
        command.args(arguments).current_dir(folder).stdin(Stdio::null());
        command.stdout(Stdio::piped()).stderr(Stdio::null()).env_remove("RUNGS_LADDER");
        let start = Instant::now();
        let mut child = command.spawn()?;
        let mut output = vec![0; 65_536];
        if let Some(mut stdout) = child.stdout.take() {
            while stdout.read(&mut output)? > 0 {
                self.memory = self.memory.max(process::peak_memory(child.id()));
            }
        }
        child.wait()?;
        self.times.push(start.elapsed());
        Ok(())
    }
}

/// The bytes of all files in a folder.
fn size(folder: &Path) -> io::Result<u64> {
    files(folder)?.iter().map(|path| Ok(fs::metadata(path)?.len())).sum()
}

fn files(folder: &Path) -> io::Result<Vec<std::path::PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    Ok(files)
}

/// Reads and parses every file in a folder on all cores, and does nothing with it.
pub(crate) fn parse(folder: &Path) -> io::Result<()> {
    let events: usize = files(folder)?
        .par_iter()
        .map(|path| {
            fs::read_to_string(path).map(|text| Parser::new_ext(&text, Options::all()).count())
        })
        .sum::<io::Result<usize>>()?;
    println!("{events} events");
    Ok(())
}
