//! `rungs check`: what is wrong with the ladder.

use std::path::Path;
use std::sync::mpsc::channel;
use std::time::SystemTime;

use anyhow::{Error, Result, anyhow, bail};

use super::args::{AnyFormat, Format};
use super::open;
use super::output::{FOUND, Output, complain, is_broken_pipe};
use crate::check::{self, Switches};
use crate::content::{FileWatch, Loaded};
use crate::finding::Severity;
use crate::page::{lay_out_findings, lay_out_rules};
use crate::report::{FindingsReport, Reread};
use crate::{github, json, markdown};

/// The switches that names of rules on the command line mean.
pub(super) fn switches(allowed: &[String]) -> Result<Switches> {
    let mut switches = Switches::default();
    for name in allowed {
        switches = switches.without(check::rule(name)?.name);
    }
    Ok(switches)
}

pub(super) fn run(
    loaded: &Loaded,
    switches: &Switches,
    strict: bool,
    format: AnyFormat,
    out: &Output,
) -> Result<u8> {
    let report = FindingsReport::new(loaded, switches);
    let worst = if strict { Severity::Warning } else { Severity::Error };
    let fails = report.is_as_bad_as(worst);
    let written = match format {
        AnyFormat::Text | AnyFormat::Html => {
            let seen = report.seen(|found| open::located(loaded, found));
            out.lines(&lay_out_findings(&seen))
        }
        AnyFormat::Markdown => out.write(&markdown::findings(&report)),
        AnyFormat::Json => out.write(&json::findings(&report)),
        AnyFormat::Github => out.write(&github::findings(&report, &open::from_here(loaded))),
        AnyFormat::Sarif => out.write(&json::sarif(&report, &open::from_here(loaded))),
    };
    match written {
        // A reader that needs no more, such as `head`, does not make a ladder right.
        Err(error) if fails && is_broken_pipe(&error) => {}
        written => written?,
    }
    Ok(if fails { FOUND } else { 0 })
}

/// `rungs check --watch`: the same again and again. It ends with Ctrl-C, or when nobody reads its output any more.
pub(super) fn watch(
    path: Option<&Path>,
    switches: &Switches,
    format: AnyFormat,
    out: &Output,
) -> Result<u8> {
    let (sender, changes) = channel();
    let on_change = move || {
        // Sending fails only if this function has returned.
        let _ = sender.send(());
    };
    let mut watch = FileWatch::new(SystemTime::now(), on_change).map_err(unwatched)?;
    let (mut loaded, from) = open::own(path)?;
    loop {
        if let Some(root) = &loaded.root {
            let files = loaded.ladder.documents().map(|(_, document)| document.file.as_str());
            watch.follow(root, files).map_err(unwatched)?;
        }
        run(&loaded, switches, false, format, out)?;
        complain(&format!("watching {}; Ctrl-C ends", from.display()));
        loop {
            changes.recv()?;
            match open::own(path) {
                // A file beside the ladder changed.
                Ok((again, _))
                    if again.ladder == loaded.ladder && again.findings == loaded.findings => {}
                Ok((again, _)) => {
                    let words = Reread::between(&loaded.ladder, &again.ladder).words;
                    complain(&words.unwrap_or_else(|| "files changed".to_owned()));
                    loaded = again;
                    break;
                }
                // It can be there again after the next change.
                Err(reason) => complain(&format!("{reason:#}")),
            }
        }
    }
}

fn unwatched(reason: String) -> Error {
    anyhow!("files cannot be watched: {reason}")
}

/// `rungs check --list`: the rules.
pub(super) fn list(format: AnyFormat, out: &Output) -> Result<u8> {
    let rules = check::rules();
    match format.general() {
        Some(Format::Markdown) => out.write(&markdown::rules(&rules))?,
        Some(Format::Json) => out.write(&json::rules(&rules))?,
        None => bail!(
            "`--list` lists rules, and this format is for findings: choose text, markdown or json"
        ),
        Some(Format::Text | Format::Html) => out.lines(&lay_out_rules(&rules))?,
    }
    Ok(0)
}
