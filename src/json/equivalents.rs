//! Which level of one track is which of another.

use serde_json::{Value, json};

use super::pretty::pretty;
use super::spot::{side, spot};
use crate::compare::{LadderTrack, LevelEvidence, LevelStanding, Part, Side};
use crate::model::{Ladder, RoleId, Subject};
use crate::naming::Labels;
use crate::report::{EquivalentTrack, EquivalentsReport, ToldLevel};

/// The levels of two ladders, or of two tracks of one, which is then given twice.
#[must_use]
pub fn equivalents(ladders: [&Ladder; 2], report: &EquivalentsReport<'_>) -> String {
    let sides = BothLadders { ladders, labels: ladders.map(Labels::new) };
    pretty(&json!({
        "ladders": ladders.map(|ladder| &ladder.name),
        "tracks": report.tracks.iter().map(|it| sides.track(it)).collect::<Value>(),
        "nothing": report.nothing,
    }))
}

struct BothLadders<'a> {
    ladders: [&'a Ladder; 2],
    labels: [Labels<'a>; 2],
}

impl BothLadders<'_> {
    fn track(&self, track: &EquivalentTrack<'_>) -> Value {
        let [left, right] = track.found.tracks;
        let title = |LadderTrack { ladder, track }: LadderTrack| {
            &self.ladders[ladder.min(1)].track(track).title
        };
        json!({
            "left": title(left),
            "right": title(right),
            "levels": track.levels.iter().map(|it| self.level(it)).collect::<Value>(),
        })
    }

    fn level(&self, told: &ToldLevel<'_>) -> Value {
        let (kind, ends) = match told.level.standing {
            LevelStanding::Is(first, last) => ("is", [Some(first), Some(last)]),
            LevelStanding::Between(below, above) => ("between", [below, above]),
            LevelStanding::Unknown(below, above) => ("unknown", [below, above]),
        };
        let [low, high] = ends.map(|role| role.map_or(Value::Null, |role| self.side(1, role)));
        let near = told.level.near.iter().map(|(role, evidence)| self.near(*role, evidence));
        json!({
            "level": self.side(0, told.level.role),
            "standing": kind,
            "low": low,
            "high": high,
            "words": told.sentence,
            "near": near.collect::<Value>(),
        })
    }

    fn near(&self, role: RoleId, evidence: &LevelEvidence) -> Value {
        let part = |part: &Option<Part>| spot(part.as_ref().map(|part| &part.spot));
        let pairs = evidence.pairs.iter().map(|(alike, pair)| {
            json!({ "alike": alike, "left": part(&pair.left), "right": part(&pair.right) })
        });
        let numbers = evidence.numbers.iter().map(|it| {
            let of = |at: usize| json!({ "name": it.names[at], "text": it.words[at] });
            json!({ "left": of(0), "right": of(1), "near": it.near })
        });
        json!({
            "level": self.side(1, role),
            "names": evidence.names,
            "share": evidence.share,
            "pairs": pairs.collect::<Value>(),
            "numbers": numbers.collect::<Value>(),
        })
    }

    fn side(&self, ladder: usize, role: RoleId) -> Value {
        side(&Side::of(&self.labels[ladder], Subject::Role(role)))
    }
}
