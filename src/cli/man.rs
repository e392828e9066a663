//! `rungs man`: the manual pages, made from the arguments and the keys.

use std::path::Path;

use anyhow::{Context, Result};
use clap::CommandFactory;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::args::Cli;
use super::output::Output;
use crate::content;
use crate::tui::{self, ManualKeys};

pub(super) fn run(dir: Option<&Path>, out: &Output) -> Result<u8> {
    let mut cli = Cli::command().disable_help_subcommand(true);
    cli.build();
    let Some(dir) = dir else {
        out.write(&main_page(&cli)?)?;
        return Ok(0);
    };
    let mut pages = vec![("rungs.1".to_owned(), main_page(&cli)?.into_bytes())];
    for command in cli.get_subcommands() {
        let man = Man::new(command.clone());
        pages.push((man.get_filename(), rendered(&man)?.into_bytes()));
    }
    let count = content::write_tree(dir, &pages)?.len();
    out.write(&format!("Wrote {count} pages to {}.\n", dir.display()))?;
    Ok(0)
}

fn rendered(man: &Man) -> Result<String> {
    let mut page = Vec::new();
    man.render(&mut page).context("writing a manual page")?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}

/// The page of the program: with the keys, and the notes as they are laid out in the help.
fn main_page(cli: &clap::Command) -> Result<String> {
    let notes = cli.get_after_help().map(ToString::to_string).unwrap_or_default();
    let man = Man::new(cli.clone().after_help(""));
    let page = rendered(&man)?;
    let mut roff = Roff::new();
    roff.control("SH", ["NOTES"]).control("nf", []);
    notes.lines().for_each(|line| {
        roff.text([roman(line)]);
    });
    roff.control("fi", []).control("SH", ["KEYS"]);
    tui::manual_keys().iter().for_each(|table| keys(&mut roff, table));
    let (before, version) = page.split_once(".SH VERSION").unwrap_or((&page, ""));
    let before = before.replace(".SH EXTRA\n", "");
    Ok(format!("{before}{}.SH VERSION{version}", roff.render()))
}

fn keys(roff: &mut Roff, table: &ManualKeys) {
    roff.control("SS", [table.title]);
    for (keys, views, help) in &table.rows {
        roff.control("TP", []).text([bold(keys)]).text([roman(format!("{help} ({views})"))]);
    }
}
