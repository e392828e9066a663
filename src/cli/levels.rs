//! Three roles or more side by side, in every format.

use anyhow::{Result, bail};

use super::args::{Format, Showing};
use super::output::Output;
use super::{compare as two, named};
use crate::compare;
use crate::content::Loaded;
use crate::page::{ComparisonOptions, lay_out_levels};
use crate::report::LevelsReport;
use crate::{html, json, markdown};

pub(super) fn run(
    loaded: &Loaded,
    roles: &[&str],
    showing: Showing,
    explain: bool,
    out: &Output,
) -> Result<u8> {
    let ladder = &loaded.ladder;
    let subjects: Vec<_> =
        roles.iter().map(|name| named::subject(loaded, name)).collect::<Result<_>>()?;
    for (at, subject) in subjects.iter().enumerate() {
        if let Some(before) = subjects[..at].iter().position(|other| other == subject) {
            bail!("{}", two::same(ladder, *subject, [roles[before], roles[at]]));
        }
    }
    let align = if explain { compare::explain_levels } else { compare::align_levels };
    let levels = align(ladder, &subjects);
    let report = LevelsReport::new(&levels, showing.only(), showing.folds());
    match out.format {
        Format::Json => out.write(&json::levels(ladder, &report))?,
        Format::Markdown => out.write(&markdown::levels(&report))?,
        Format::Html => out.write(&html::levels_page(ladder, &report, showing.shape()))?,
        Format::Text => {
            let options = ComparisonOptions {
                only: showing.only(),
                folds: showing.folds(),
                ..ComparisonOptions::new(out.width, out.glyphs)
            };
            out.page(&lay_out_levels(&levels, options))?;
        }
    }
    if report.rest.is_some_and(|rest| rest.is_folded) {
        two::how_to_unfold(out)?;
    }
    Ok(0)
}
