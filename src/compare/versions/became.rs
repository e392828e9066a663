//! What became of each level between two versions of a ladder.

use std::collections::HashMap;

use crate::compare::comparer::Comparer;
use crate::compare::comparison::{Comparison, Kind, Topic, UNCHANGED};
use crate::compare::ladders::NamedLadder;
use crate::compare::reason::Reason;
use crate::compare::side::LadderSubject;
use crate::compare::spot::Spot;
use crate::compare::units::RowCells;
use crate::compare::versions::matching::{Level, match_levels, nearest_level};
use crate::model::{Ladder, Role, Subject, Track, TrackId};

/// A level and what became of it.
#[derive(Debug)]
pub struct LevelChange<'a> {
    /// It as it was.
    pub then: Option<&'a Role>,
    /// It as it is.
    pub now: Option<&'a Role>,
    /// The title of its track. A level that is gone was in what is now the track of those beside it.
    pub track: &'a str,
    /// What it says in both versions, or all that it says in the only one that has it.
    pub comparison: Comparison,
}

/// What became of every level, in the order of the newer version.
#[must_use]
pub fn changes<'a>(then: NamedLadder<'a>, now: NamedLadder<'a>) -> Vec<LevelChange<'a>> {
    changes_by(then, now, compare_level)
}

/// The same with the reasons for what corresponds in both versions, where a level says something else.
#[must_use]
pub fn explain_changes<'a>(then: NamedLadder<'a>, now: NamedLadder<'a>) -> Vec<LevelChange<'a>> {
    changes_by(then, now, |comparer, level| match level.sides() {
        [Some(then), Some(now)] => {
            let unchanged = comparer.unchanged(then, now);
            Some(unchanged.unwrap_or_else(|| comparer.explain(then, now)))
        }
        _ => explain_level(comparer, level),
    })
}

fn changes_by<'a>(
    then: NamedLadder<'a>,
    now: NamedLadder<'a>,
    compare: fn(&Comparer, Level) -> Option<Comparison>,
) -> Vec<LevelChange<'a>> {
    let comparer = Comparer::between(then, now, RowCells::All);
    let levels = match_levels(then.ladder, now.ladder);
    let tracks = tracks(&levels, then.ladder, now.ladder);
    let change = |level: Level| {
        let comparison = compare(&comparer, level)?;
        let was = level.then.map(|id| then.ladder.role(id));
        let is = level.now.map(|id| now.ladder.role(id));
        let track = match is {
            Some(role) => now.ladder.track(role.track).title.as_str(),
            None => tracks.get(&was?.track)?,
        };
        Some(LevelChange { then: was, now: is, track, comparison })
    };
    levels.into_iter().filter_map(change).collect()
}

/// What a level says in both versions, or all that it says in the only one that has it; `None` if
/// neither has it.
#[must_use]
pub fn compare_level(comparer: &Comparer, level: Level) -> Option<Comparison> {
    match level.sides() {
        [Some(then), Some(now)] => {
            let unchanged = comparer.unchanged(then, now);
            Some(unchanged.unwrap_or_else(|| comparer.compare(then, now)))
        }
        [then, now] => Some(comparer.alone(then.or(now)?)),
    }
}

/// The same with the reasons for what corresponds in both versions, or for why only one has the level.
#[must_use]
pub fn explain_level(comparer: &Comparer, level: Level) -> Option<Comparison> {
    match level.sides() {
        [Some(then), Some(now)] => Some(comparer.explain(then, now)),
        [then, now] => {
            let at = then.or(now)?;
            let mut comparison = comparer.alone(at);
            let other = comparer.ladders()[1 - at.ladder];
            let Subject::Role(role) = at.subject else { return Some(comparison) };
            let document = &comparer.ladders()[at.ladder].role(role).document;
            comparison.why = vec![Reason::NoLevel(nearest_level(document, other))];
            Some(comparison)
        }
    }
}

impl Level {
    /// It in either version.
    fn sides(self) -> [Option<LadderSubject>; 2] {
        let side = |ladder, role: Option<_>| {
            role.map(|role| LadderSubject { ladder, subject: Subject::Role(role) })
        };
        [side(0, self.then), side(1, self.now)]
    }
}

/// What each track of the older version is called now: as that of the first of its levels that is
/// still there, or as it was.
fn tracks<'a>(levels: &[Level], then: &'a Ladder, now: &'a Ladder) -> HashMap<TrackId, &'a str> {
    let was = |(at, track): (usize, &'a Track)| (TrackId(at), track.title.as_str());
    let mut tracks: HashMap<TrackId, &str> = then.tracks.iter().enumerate().map(was).collect();
    for level in levels.iter().rev() {
        if let (Some(was), Some(is)) = (level.then, level.now) {
            let title = now.track(now.role(is).track).title.as_str();
            tracks.insert(then.role(was).track, title);
        }
    }
    tracks
}

impl LevelChange<'_> {
    /// The short name of the role as it is, or as it was.
    #[must_use]
    pub fn label(&self) -> &str {
        self.now.or(self.then).map_or("", |role| role.document.label.as_str())
    }

    /// Whether both versions have it.
    #[must_use]
    pub fn is_in_both(&self) -> bool {
        self.then.is_some() && self.now.is_some()
    }

    /// Whether it is there in both versions and says something else.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        let mut topics = self.comparison.topics.iter();
        self.is_in_both() && topics.any(|topic| topic.kind != Kind::Same && !self.is_title(topic))
    }

    /// Whether what it says is worth printing: it is not what it was.
    #[must_use]
    pub fn is_told(&self) -> bool {
        self.has_changed() || !self.is_in_both()
    }

    /// Whether the titles are all that differs in a topic, which is the text before the first section:
    /// then it was renamed.
    fn is_title(&self, topic: &Topic) -> bool {
        let title = |role: Option<&Role>| role.map(|role| role.document.title.clone());
        let heading = |spot: &Option<Spot>| spot.as_ref().map(|spot| spot.text.clone());
        self.was().is_some()
            && topic.counts().differences() == 0
            && (title(self.then), title(self.now)) == (heading(&topic.left), heading(&topic.right))
    }

    /// What it was called, if that is not what it is called.
    #[must_use]
    pub fn was(&self) -> Option<&str> {
        let (then, now) = self.then.zip(self.now)?;
        if then.document.title != now.document.title {
            Some(&then.document.title)
        } else if then.document.label != now.document.label {
            Some(&then.document.label)
        } else if then.level != now.level {
            Some(then.level.as_deref().unwrap_or("without a level"))
        } else {
            None
        }
    }

    /// How its two versions compare.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match (self.then, self.now) {
            (Some(_), None) => Kind::Left,
            (None, Some(_)) => Kind::Right,
            _ if self.has_changed() || self.was().is_some() => Kind::Changed,
            _ => Kind::Same,
        }
    }

    /// What became of it, in words.
    #[must_use]
    pub fn became(&self) -> String {
        match self.kind() {
            Kind::Left => return "gone".to_owned(),
            Kind::Right => return "new".to_owned(),
            Kind::Same => return UNCHANGED.to_owned(),
            Kind::Changed => {}
        }
        let was = self.was().map(|was| format!("was {was}"));
        let mut parts: Vec<String> = was.into_iter().collect();
        let shifted = self.comparison.shifted();
        if shifted.is_empty() && self.has_changed() {
            parts.push("moved or under other headings".to_owned());
        }
        let kinds = shifted.chunk_by(|a, b| a.shift == b.shift);
        parts.extend(kinds.map(|kind| format!("{} {}", kind.len(), kind[0].shift.word())));
        parts.join(", ")
    }
}

/// How many levels became what, in words.
#[must_use]
pub fn totals(changes: &[LevelChange]) -> String {
    let count = |fits: &dyn Fn(&LevelChange) -> bool| changes.iter().filter(|it| fits(it)).count();
    let of = |kind| count(&|level| level.kind() == kind);
    let same = of(Kind::Same);
    let all = match changes.len() {
        1 => "1 level".to_owned(),
        count => format!("{count} levels"),
    };
    if same == changes.len() {
        return format!("Nothing changed in {all}.");
    }
    let parts = [
        (count(&|level| level.has_changed()), "changed"),
        (count(&|level| level.was().is_some()), "renamed"),
        (of(Kind::Right), "new"),
        (of(Kind::Left), "gone"),
        (same, UNCHANGED),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, words)| format!("{count} {words}")).collect();
    format!("{all}: {}.", parts.join(", "))
}
