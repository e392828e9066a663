//! Which level of one track corresponds to which level of another, in words, with the evidence.

use std::cmp::Ordering;

use super::blocks::{column, list, paragraph, row, section, table};
use super::excerpt::excerpt;
use crate::compare::{
    EquivalentLevel, LadderTrack, LevelEvidence, LevelStanding, Pair, Part, TrackEquivalents,
};
use crate::model::{Document, Ladder, RoleId, Row, Section, Text};

/// The most corresponding items that are shown for two levels.
const MOST_PAIRS: usize = 3;
/// The most numbers that are shown for two levels.
const MOST_NUMBERS: usize = 3;

/// What there is to say of the levels of two ladders, or of two tracks of one.
#[derive(Debug)]
pub struct EquivalentsReport<'a> {
    /// The two ladders or tracks.
    pub title: String,
    /// Which ladder is which, if there are two.
    pub about: Option<String>,
    /// Which level the requested level corresponds to, in a sentence.
    pub answer: Option<String>,
    /// The tracks, each with the one that it corresponds to.
    pub tracks: Vec<EquivalentTrack<'a>>,
    /// Which tracks or levels correspond to nothing, if any.
    pub nothing: Option<String>,
}

/// A track and the one that it corresponds to.
#[derive(Debug)]
pub struct EquivalentTrack<'a> {
    /// Both, in words.
    pub title: String,
    /// Both, with all evidence for the places of their levels.
    pub found: &'a TrackEquivalents,
    /// The column headings: level, place, evidence.
    pub heads: [&'a str; 3],
    /// The levels that are shown, from the lowest up.
    pub levels: Vec<ToldLevel<'a>>,
}

/// A level, and which level of the other track it is.
#[derive(Debug)]
pub struct ToldLevel<'a> {
    /// The level.
    pub level: &'a EquivalentLevel,
    /// What it is called.
    pub label: &'a str,
    /// Which level of the other track it is, in a few words: "Senior", "between L4 and L5".
    pub place: String,
    /// The same in a sentence.
    pub sentence: String,
    /// What it has in common with each level that is near.
    pub near: Vec<NearLevel<'a>>,
}

/// What a level has in common with one of another track.
#[derive(Debug)]
pub struct NearLevel<'a> {
    /// The other level.
    pub role: RoleId,
    /// What it is called.
    pub label: &'a str,
    /// What they have in common, a phrase each.
    pub reasons: Vec<String>,
    /// The texts that correspond and are shown, the most alike first.
    pub pairs: Vec<&'a Pair>,
}

impl<'a> EquivalentsReport<'a> {
    /// The levels of two ladders; only one role, if it is named.
    #[must_use]
    pub fn of_ladders(
        ladders: [&'a Ladder; 2],
        names: [&str; 2],
        tracks: &'a [(LadderTrack, Option<TrackEquivalents>)],
        role: Option<RoleId>,
    ) -> Self {
        let heads = ["Level here", "Level there", "Evidence"];
        let words = Wording { ladders, here: " here", there: " there", is: "is", heads };
        let title =
            |LadderTrack { ladder, track }: LadderTrack| &ladders[ladder].track(track).title;
        let asked = role.map(|role| &ladders[0].role(role).document.label);
        let none = tracks.iter().filter(|(_, found)| found.is_none());
        let none: Vec<&str> = none.map(|(track, _)| title(*track).as_str()).collect();
        let nothing = (!none.is_empty()).then(|| match asked {
            Some(label) => format!("No level there has enough in common with {label}."),
            None => format!("No track there has enough in common with {}.", none.join(", ")),
        });
        let told = tracks.iter().filter_map(|(_, it)| Some(words.track(it.as_ref()?, role)));
        let told: Vec<EquivalentTrack<'a>> = told.collect();
        let answer = told.first().and_then(|track| track.levels.first());
        Self {
            title: names.join(" | "),
            about: Some(format!("Here: {}. There: {}.", names[0], names[1])),
            answer: answer.filter(|_| role.is_some()).map(|level| level.sentence.clone()),
            tracks: told,
            nothing,
        }
    }

    /// The levels of two tracks of a ladder.
    #[must_use]
    pub fn of_tracks(ladder: &'a Ladder, found: &'a TrackEquivalents) -> Self {
        let titles = found.tracks.map(|it| ladder.track(it.track).title.as_str());
        let heads = [titles[0], titles[1], "Evidence"];
        let words =
            Wording { ladders: [ladder; 2], here: "", there: "", is: "corresponds to", heads };
        let tracks = vec![words.track(found, None)];
        Self { title: ladder.name.clone(), about: None, answer: None, tracks, nothing: None }
    }

    /// All of it as a document: a table for each two tracks, and below what the levels share.
    #[must_use]
    pub fn document(&self) -> Document {
        let preamble = self.about.iter().chain(&self.answer).chain(&self.nothing);
        Document {
            title: self.title.clone(),
            preamble: preamble.map(|words| paragraph(words)).collect(),
            sections: self.tracks.iter().flat_map(EquivalentTrack::sections).collect(),
            ..Document::default()
        }
    }
}

/// The words for the levels of either side.
struct Wording<'a> {
    ladders: [&'a Ladder; 2],
    here: &'static str,
    there: &'static str,
    is: &'static str,
    heads: [&'a str; 3],
}

impl<'a> Wording<'a> {
    fn track(&self, found: &'a TrackEquivalents, only: Option<RoleId>) -> EquivalentTrack<'a> {
        let [left, right] = found
            .tracks
            .map(|LadderTrack { ladder, track }| self.ladder(ladder).track(track).title.as_str());
        let told = found.levels.iter().filter(|it| only.is_none_or(|only| it.role == only));
        let right_ladder = found.tracks[1].ladder;
        EquivalentTrack {
            title: format!("{left}{} and {right}{}", self.here, self.there),
            levels: told.map(|level| self.level(level, right, right_ladder)).collect(),
            heads: self.heads,
            found,
        }
    }

    fn ladder(&self, number: usize) -> &'a Ladder {
        self.ladders[number.min(1)]
    }

    fn level(&self, level: &'a EquivalentLevel, track: &str, other: usize) -> ToldLevel<'a> {
        let label = self.ladder(0).role(level.role).document.label.as_str();
        let called = |role: RoleId| self.ladder(other).role(role).document.label.as_str();
        let Self { here, there, is, .. } = self;
        let (place, sentence) = match level.standing {
            LevelStanding::Is(first, last) => {
                let other = match (called(first), called(last), level.near.len()) {
                    (only, _, 1) => only.to_owned(),
                    (first, last, 2) => format!("{first} or {last}"),
                    (first, last, _) => format!("one of {first} to {last}"),
                };
                let sentence = format!("{label}{here} {is} {other}{there}.");
                (other, sentence)
            }
            LevelStanding::Between(below, above) => {
                let place = between(below.map(called), above.map(called));
                let sentence = format!("{label}{here} is {place}{there}.");
                (place, sentence)
            }
            LevelStanding::Unknown(below, above) => {
                let nothing = match there.is_empty() {
                    true => format!("No level of {track} has enough in common with {label}"),
                    false => format!("No level{there} has enough in common with {label}"),
                };
                let bound = bounds(below.map(called), above.map(called));
                match bound {
                    Some(bound) => {
                        let suggested = format!("levels around it suggest {bound}");
                        let sentence = format!("{nothing}. The {suggested}{there}.");
                        (format!("uncertain; {suggested}"), sentence)
                    }
                    None => ("uncertain".to_owned(), format!("{nothing}.")),
                }
            }
        };
        let near = level.near.iter().map(|(role, evidence)| NearLevel {
            role: *role,
            label: called(*role),
            reasons: reasons(evidence),
            pairs: evidence.pairs.iter().take(MOST_PAIRS).map(|(_, pair)| pair).collect(),
        });
        ToldLevel { level, label, place, sentence, near: near.collect() }
    }
}

fn between(below: Option<&str>, above: Option<&str>) -> String {
    match (below, above) {
        (Some(below), Some(above)) => format!("between {below} and {above}"),
        (Some(below), None) => format!("above {below}"),
        (None, Some(above)) => format!("below {above}"),
        (None, None) => "unlike every level".to_owned(),
    }
}

/// What the levels around one say of its place.
fn bounds(below: Option<&str>, above: Option<&str>) -> Option<String> {
    match (below, above) {
        (Some(below), Some(above)) if below == above => Some(format!("about {below}")),
        (Some(below), Some(above)) => Some(format!("between {below} and {above}")),
        (Some(below), None) => Some(format!("no lower than {below}")),
        (None, Some(above)) => Some(format!("no higher than {above}")),
        (None, None) => None,
    }
}

/// What two levels have in common, a phrase each.
fn reasons(evidence: &LevelEvidence) -> Vec<String> {
    let mut found = Vec::new();
    let names = match (evidence.names, evidence.order) {
        (None, _) => None,
        (Some(alike), _) if alike >= 1.0 => Some("usually the same seniority"),
        (_, Some(Ordering::Greater)) => Some("usually a higher seniority"),
        (_, Some(Ordering::Less)) => Some("usually a lower seniority"),
        (Some(_), _) => Some("usually a different seniority"),
    };
    found.extend(names.map(str::to_owned));
    let percent = (evidence.share * 100.0).round();
    found.push(match evidence.pairs.len() {
        0 => "no item corresponds".to_owned(),
        1 => format!("1 item corresponds ({percent}% of the words of both levels)"),
        count => format!("{count} items correspond ({percent}% of the words of both levels)"),
    });
    let words = evidence.numbers.iter().map(|number| {
        let ([name, other], [left, right]) = (&number.names, &number.words);
        match name == other {
            true => format!("{name}: {left} and {right}"),
            false => format!("{left} ({name}) and {right} ({other})"),
        }
    });
    // Several places of a page may say the same.
    let mut numbers: Vec<String> = Vec::new();
    for words in words {
        if !numbers.contains(&words) {
            numbers.push(words);
        }
    }
    found.extend(numbers.into_iter().take(MOST_NUMBERS));
    found
}

impl EquivalentTrack<'_> {
    fn sections(&self) -> Vec<Section> {
        let columns = self.heads.map(column).into();
        let rows = self.levels.iter().map(ToldLevel::row).collect();
        let inner = self.levels.iter().filter_map(ToldLevel::section);
        let outer = section(Text::plain(&self.title), 1, vec![table(columns, rows)]);
        std::iter::once(outer).chain(inner).collect()
    }
}

impl ToldLevel<'_> {
    fn row(&self) -> Row {
        let why = self.near.iter().map(|near| match self.near.len() {
            1 => near.reasons.join("; "),
            _ => format!("{}: {}", near.label, near.reasons.join("; ")),
        });
        let why = why.collect::<Vec<_>>().join("\n");
        row([self.label, &self.place, &why])
    }

    /// The texts that correspond, in pairs.
    fn section(&self) -> Option<Section> {
        let mut blocks = Vec::new();
        for near in self.near.iter().filter(|near| !near.pairs.is_empty()) {
            blocks.push(paragraph(&format!("In common with {}:", near.label)));
            blocks.extend(list(near.pairs.iter().map(|pair| both(pair))));
        }
        (!blocks.is_empty()).then(|| section(Text::plain(self.label), 2, blocks))
    }
}

/// Both texts of a pair, each with its place.
fn both(pair: &Pair) -> Text {
    let mut text = Text::default();
    for part in [&pair.left, &pair.right].into_iter().flatten() {
        if !text.as_str().is_empty() {
            text.push("\n", Default::default(), None);
        }
        let words = excerpt(&Part { changed: Vec::new(), ..part.clone() });
        let place = format!(" ({}:{})", part.spot.file, part.spot.line);
        text.push(words.as_str(), Default::default(), None);
        text.push(&place, Default::default(), None);
    }
    text
}
