//! `rungs compare --with`: the levels of the user's ladder and those of another one.

use std::path::Path;

use anyhow::{Result, anyhow, bail};

use super::args::{Format, Showing};
use super::output::Output;
use super::{compare, named, open};
use crate::compare::{
    Comparer, LadderSubject, LadderTrack, NamedLadder, RowCells, ladder_equivalents,
};
use crate::content::{self, Loaded};
use crate::model::{Ladder, Subject, TrackId};
use crate::page::{DocumentOptions, lay_out_document};
use crate::report::{ComparisonReport, EquivalentsReport};
use crate::{html, json, markdown};

/// One's own ladder and another one.
pub(super) struct TwoLadders {
    here: &'static Loaded,
    there: &'static Loaded,
    names: [String; 2],
}

impl TwoLadders {
    pub(super) fn load(here: Option<&Path>, there: &Path) -> Result<Self> {
        let folders =
            [here, Some(there)].map(|path| path?.file_name()?.to_str().map(str::to_owned));
        let (here, there) = (open::ladder(here)?, open::kept(content::load(there)?));
        let names = [&here, &there].map(|loaded| loaded.ladder.name.clone());
        let names = told_apart(names, folders);
        Ok(Self { here, there, names })
    }

    fn ladders(&self) -> [&Ladder; 2] {
        [&self.here.ladder, &self.there.ladder]
    }

    fn comparer(&self) -> Comparer<'_> {
        let named = |at: usize| NamedLadder { ladder: self.ladders()[at], name: &self.names[at] };
        Comparer::between(named(0), named(1), RowCells::Own)
    }
}

/// Names of two ladders. Copies of one ladder have one name; their folders tell them apart.
fn told_apart(names: [String; 2], folders: [Option<String>; 2]) -> [String; 2] {
    match folders {
        _ if names[0] != names[1] => names,
        [Some(here), Some(there)] if here != there => [here, there],
        _ => ["this ladder", "the other ladder"].map(str::to_owned),
    }
}

/// Prints a level of the user's ladder beside one of the other.
pub(super) fn run(
    both: &TwoLadders,
    [left, right]: [&str; 2],
    showing: Showing,
    explain: bool,
    out: &Output,
) -> Result<u8> {
    let left = named::subject(both.here, left)?;
    let right = named::subject(both.there, right);
    let right = right.map_err(|error| anyhow!("in {}, {error}", both.names[1]))?;
    let comparer = both.comparer();
    let sides =
        (LadderSubject { ladder: 0, subject: left }, LadderSubject { ladder: 1, subject: right });
    let comparison = match explain {
        true => comparer.explain(sides.0, sides.1),
        false => comparer.compare(sides.0, sides.1),
    };
    let names = both.names.each_ref().map(String::as_str);
    let json = |report: &ComparisonReport<'_>| json::between_ladders(report, names);
    compare::write(&names.join(" | "), &comparison, showing, json, out)?;
    Ok(0)
}

/// Prints which levels of the other ladder correspond to those of the user's ladder, or to the named
/// one.
pub(super) fn levels(both: &TwoLadders, role: Option<&str>, out: &Output) -> Result<u8> {
    let here = &both.here.ladder;
    let role = match role.map(|name| named::subject(both.here, name)).transpose()? {
        Some(Subject::Counterpart(id)) => {
            bail!(
                "{} has no document of its own, so its level there cannot be found: name that level too",
                here.counterpart(id).name
            )
        }
        Some(Subject::Role(role)) => Some(role),
        None => None,
    };
    let tracks: Vec<TrackId> = match role {
        Some(role) => vec![here.role(role).track],
        None => (0..here.tracks.len()).map(TrackId).collect(),
    };
    let found = ladder_equivalents(&both.comparer(), &tracks);
    let tracks = tracks.into_iter().map(|track| LadderTrack { ladder: 0, track });
    let found: Vec<_> = tracks.zip(found).collect();
    let names = both.names.each_ref().map(String::as_str);
    let report = EquivalentsReport::of_ladders(both.ladders(), names, &found, role);
    write(both.ladders(), &report, out)
}

/// Writes which level is which.
pub(super) fn write(
    ladders: [&Ladder; 2],
    report: &EquivalentsReport<'_>,
    out: &Output,
) -> Result<u8> {
    let document = report.document();
    match out.format {
        Format::Json => out.write(&json::equivalents(ladders, report))?,
        Format::Markdown => out.write(&markdown::document(&document))?,
        Format::Html => out.write(&html::document_page(&ladders[0].name, &document))?,
        Format::Text => {
            let options = DocumentOptions::new(out.width, out.glyphs);
            out.page(&lay_out_document(&document, options))?;
        }
    }
    Ok(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ladders_of_one_name_are_called_by_their_folders() {
        let check = |names: [&str; 2], folders: [Option<&str>; 2], want: [&str; 2]| {
            let folders = folders.map(|folder| folder.map(str::to_owned));
            assert_eq!(told_apart(names.map(str::to_owned), folders), want);
        };
        check(["Mill", "Shop"], [Some("a"), Some("b")], ["Mill", "Shop"]);
        check(["Mill", "Mill"], [Some("a"), Some("b")], ["a", "b"]);
        check(["Mill", "Mill"], [None, Some("b")], ["this ladder", "the other ladder"]);
        check(["Mill", "Mill"], [Some("a"), Some("a")], ["this ladder", "the other ladder"]);
    }
}
