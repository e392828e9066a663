//! `rungs check`: what is wrong with the ladder.

use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::{Value, json};

use super::args::AnyFormat;
use super::output::{FOUND, Output};
use super::{findings, json, markdown, open, report, sarif};
use crate::check::{self, Kind, Rule, Switches};
use crate::content::Loaded;
use crate::diagnostic::Severity;
use crate::page::width;
use crate::theme::Ink;

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
    let found = findings::of(loaded, switches);
    let text = match format {
        AnyFormat::Text | AnyFormat::Html => {
            let seen: Vec<_> = found.iter().map(|it| open::located(loaded, it)).collect();
            report::text(&loaded.ladder, &seen, out)
        }
        AnyFormat::Markdown => report::markdown(&loaded.ladder, &found),
        AnyFormat::Json => json::pretty(&report::json(&found)),
        AnyFormat::Github => report::github(&found, &from_here(loaded)),
        AnyFormat::Sarif => json::pretty(&sarif::log(&found, &from_here(loaded))),
    };
    out.write(&text)?;
    let worst = if strict { Severity::Warning } else { Severity::Error };
    // The worse, the smaller.
    let fails = found.iter().any(|diagnostic| diagnostic.severity <= worst);
    Ok(if fails { FOUND } else { 0 })
}

/// The path from the current folder to the ladder's root: tools that show findings beside the code
/// know files from where they were started. Empty where the ladder stands elsewhere.
fn from_here(loaded: &Loaded) -> PathBuf {
    let inside = |root: &Path| -> Option<PathBuf> {
        let here = std::env::current_dir().ok()?;
        let root = std::path::absolute(root).ok()?;
        root.strip_prefix(here).ok().map(Path::to_owned)
    };
    loaded.root.as_deref().and_then(inside).unwrap_or_default()
}

/// `rungs check --list`: the rules.
pub(super) fn list(format: AnyFormat, out: &Output) -> Result<u8> {
    let rules = check::rules();
    let text = match format.general() {
        Some(super::args::Format::Text | super::args::Format::Html) | None => listed(&rules, out),
        Some(super::args::Format::Markdown) => rules.iter().map(row).collect(),
        Some(super::args::Format::Json) => json::pretty(&json!({
            "rules": rules.iter().map(as_json).collect::<Value>(),
        })),
    };
    out.write(&text)?;
    Ok(0)
}

fn listed(rules: &[Rule], out: &Output) -> String {
    let widest = rules.iter().map(|rule| width(rule.name)).max().unwrap_or(0);
    let mut text = String::new();
    for kind in Kind::ALL {
        let gap = if text.is_empty() { "" } else { "\n" };
        text.push_str(&format!("{gap}{}\n", out.paint(kind.title(), Ink::Heading)));
        for rule in rules.iter().filter(|rule| rule.kind == kind) {
            let fill = " ".repeat(widest - width(rule.name));
            let severity = format!("{:<7}", rule.severity.word());
            let severity = out.paint(&severity, Ink::Muted);
            text.push_str(&format!("  {}{fill}  {severity}  {}\n", rule.name, rule.about));
        }
    }
    text
}

fn row(rule: &Rule) -> String {
    format!("- `{}` ({}): {}\n", rule.name, rule.severity.word(), markdown::escaped(rule.about))
}

fn as_json(rule: &Rule) -> Value {
    json!({
        "code": rule.name,
        "kind": rule.kind.title().to_lowercase(),
        "severity": rule.severity.word(),
        "about": rule.about,
    })
}
