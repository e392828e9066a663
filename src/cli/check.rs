//! `rungs check`: what is wrong with the ladder.

use anyhow::{Result, bail};

use super::args::{AnyFormat, Format};
use super::open;
use super::output::{FOUND, Output};
use crate::check::{self, Switches};
use crate::content::Loaded;
use crate::finding::Severity;
use crate::page::{lay_out_findings, lay_out_rules};
use crate::report::FindingsReport;
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
    match format {
        AnyFormat::Text | AnyFormat::Html => {
            let seen = report.seen(|found| open::located(loaded, found));
            out.lines(&lay_out_findings(&seen))?;
        }
        AnyFormat::Markdown => out.write(&markdown::findings(&report))?,
        AnyFormat::Json => out.write(&json::findings(&report))?,
        AnyFormat::Github => out.write(&github::findings(&report, &open::from_here(loaded)))?,
        AnyFormat::Sarif => out.write(&json::sarif(&report, &open::from_here(loaded)))?,
    }
    Ok(if fails { FOUND } else { 0 })
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
