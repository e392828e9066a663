//! `rungs compare`: two roles side by side.

use anyhow::{Result, bail};

use super::args::{Format, Showing};
use super::named;
use super::output::Output;
use crate::compare::{Comparer, Comparison};
use crate::content::Loaded;
use crate::html::Shape;
use crate::model::{Ladder, Subject};
use crate::page::{ComparisonOptions, lay_out_comparison, lay_out_note};
use crate::report::{ComparisonReport, Folds};
use crate::{html, json, markdown};

pub(super) fn run(
    loaded: &Loaded,
    left: &str,
    right: &str,
    showing: Showing,
    explain: bool,
    out: &Output,
) -> Result<u8> {
    let ladder = &loaded.ladder;
    let names = [left, right];
    let [left, right] = [named::subject(loaded, left)?, named::subject(loaded, right)?];
    if left == right {
        bail!("{}", same(ladder, left, names));
    }
    let comparer = Comparer::new(ladder);
    let comparison =
        if explain { comparer.explain(left, right) } else { comparer.compare(left, right) };
    write(&ladder.name, &comparison, showing, json::comparison, out)?;
    Ok(0)
}

/// That two names are of one role, which is not compared with itself.
pub(super) fn same(ladder: &Ladder, role: Subject, [one, other]: [&str; 2]) -> String {
    let title = ladder.title(role);
    if one == other {
        return format!("`{one}` is named twice: name another role to compare {title} with");
    }
    format!(
        "`{one}` and `{other}` are the same role, {title}: name another role to compare it with"
    )
}

/// Writes a comparison in the format that is asked for. A web page says what the ladder is called.
pub(super) fn write(
    ladder: &str,
    comparison: &Comparison,
    showing: Showing,
    json: impl FnOnce(&ComparisonReport<'_>) -> String,
    out: &Output,
) -> Result<()> {
    let report = || showing.report(comparison);
    match out.format {
        Format::Text => text(comparison, showing, out)?,
        Format::Markdown => out.write(&markdown::comparison(&report(), 1))?,
        Format::Json => out.write(&json(&report()))?,
        Format::Html => out.write(&html::comparison_page(ladder, &report(), showing.shape()))?,
    }
    if report().rest.is_some_and(|rest| rest.is_folded) { how_to_unfold(out) } else { Ok(()) }
}

/// Says below the folded heading at the end which option shows its items, in formats that leave them out.
pub(super) fn how_to_unfold(out: &Output) -> Result<()> {
    match out.format {
        Format::Text => out.lines(&lay_out_note("  `--unfold` shows them", out.width, out.glyphs)),
        Format::Markdown => out.write("\n`--unfold` shows them.\n"),
        Format::Json | Format::Html => Ok(()),
    }
}

/// Writes a comparison as lines.
pub(super) fn text(comparison: &Comparison, showing: Showing, out: &Output) -> Result<()> {
    let options = ComparisonOptions {
        only: showing.only(),
        layout: showing.layout(),
        folds: showing.folds(),
        ..ComparisonOptions::new(out.width, out.glyphs)
    };
    out.page(&lay_out_comparison(comparison, options))
}

impl Showing {
    pub(super) fn folds(self) -> Folds<'static> {
        Folds { opens_rest: self.unfold, all: self.fold, except: &[] }
    }

    fn report(self, comparison: &Comparison) -> ComparisonReport<'_> {
        ComparisonReport::new(comparison, self.only(), self.folds())
    }

    pub(super) fn shape(self) -> Shape<'static> {
        Shape { only: self.only(), folds: self.fold, ..Shape::default() }
    }
}
