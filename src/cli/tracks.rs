//! `rungs compare --tracks`: the levels of one track and those of another one.

use anyhow::{Result, bail};

use super::output::Output;
use super::{named, with};
use crate::compare::{Comparer, LadderTrack, track_equivalents};
use crate::content::Loaded;
use crate::report::EquivalentsReport;

/// Prints which levels of two tracks are level with each other.
pub(super) fn run(loaded: &Loaded, names: &[&str], out: &Output) -> Result<u8> {
    let ladder = &loaded.ladder;
    let tracks = names.iter().map(|name| named::track(loaded, name)).collect::<Result<Vec<_>>>()?;
    let [left, right] = tracks.as_slice() else { bail!("name two tracks after --tracks") };
    if left == right {
        bail!("both names mean the track {}: name two different tracks", ladder.track(*left).title);
    }
    let [left, right] = [left, right].map(|track| LadderTrack { ladder: 0, track: *track });
    let found = track_equivalents(&Comparer::new(ladder), left, right);
    with::write([ladder; 2], &EquivalentsReport::of_tracks(ladder, &found), out)
}
