//! What goes by a name in some tracks: topics and rows through their levels.

use std::borrow::Cow;
use std::collections::HashSet;

use super::topics::offered_names;
use super::trace::TraceReport;
use crate::compare::{self, Comparer, Levels, Thread, TopicAlias, Wanted};
use crate::model::{Ladder, TrackId, clean};

/// The most names that are offered if no topic has the name that was asked for.
const OFFERED: usize = 12;

/// The most letters of an offered name, which may be a whole sentence.
const LETTERS: usize = 72;

/// The most further places that are listed.
const PLACES: usize = 3;

/// What was found by a name.
#[derive(Debug, Clone)]
pub struct TracesReport<'a> {
    /// The ladder.
    pub ladder: &'a Ladder,
    /// The name.
    pub asked: &'a str,
    /// The name as a title: without control characters.
    pub title: Cow<'a, str>,
    /// The titles of other tracks that have something of the name, where those asked for have not.
    pub elsewhere: Vec<&'a str>,
    wanted: Wanted,
    tracks: Vec<TracedTrack<'a>>,
}

/// A track, and what was found in it.
#[derive(Debug, Clone)]
pub struct TracedTrack<'a> {
    /// The title of the track.
    pub title: &'a str,
    /// Its levels.
    pub levels: Levels,
    /// The topics and rows that are called so, in reading order.
    pub found: Vec<Thread>,
    /// Whether they go by another of several names.
    pub is_alias: bool,
    /// The rows that mention it, in reading order. If almost no topic has the name, all of them; else,
    /// for a topic with several names, those elsewhere.
    pub saying: Vec<Thread>,
}

/// A topic or row that was found, with others of its name that say the same.
#[derive(Debug, Clone)]
pub struct DistinctTrace<'a> {
    /// What there is to say of it.
    pub trace: TraceReport<'a>,
    /// For each of the others, the headings around it.
    pub also: Vec<Vec<&'a str>>,
}

/// The words before the headings of another topic that says the same.
const SAME_UNDER: &str = "The same under ";

/// The words before the places that mention it too.
const SAID_UNDER: &str = "Also mentioned under ";

impl DistinctTrace<'_> {
    /// Where other topics say the same: the headings of each, separated by an arrow.
    #[must_use]
    pub fn same_under(&self, arrow: &str) -> Option<String> {
        let others: Vec<String> = self.also.iter().map(|around| around.join(arrow)).collect();
        (!others.is_empty()).then(|| format!("{SAME_UNDER}{}", others.join("; ")))
    }
}

impl<'a> TracesReport<'a> {
    /// Looks in some tracks for topics with this name; if there are none, for items that mention it.
    #[must_use]
    pub fn new(ladder: &'a Ladder, tracks: &[TrackId], asked: &'a str) -> Self {
        let comparer = Comparer::new(ladder);
        let find = |track: &TrackId| TracedTrack::new(&comparer, *track, asked);
        let mut found: Vec<TracedTrack<'_>> = tracks.iter().map(find).collect();
        let is_called = found.iter().any(|track| !track.found.is_empty());
        let wanted = Wanted::of(asked);
        for track in &mut found {
            track.say(&wanted, is_called);
        }
        let mut elsewhere = Vec::new();
        if !is_called {
            let others = (0..ladder.tracks.len()).map(TrackId).filter(|it| !tracks.contains(it));
            let others = others.map(|track| find(&track)).filter(|it| !it.found.is_empty());
            elsewhere.extend(others.map(|track| track.title));
        }
        Self { ladder, asked, title: clean::line(asked), elsewhere, wanted, tracks: found }
    }

    /// The tracks in which anything was found.
    pub fn tracks(&self) -> impl Iterator<Item = &TracedTrack<'a>> {
        self.tracks.iter().filter(|track| !(track.found.is_empty() && track.saying.is_empty()))
    }

    /// All that was found in a track, without what only says the same again.
    #[must_use]
    pub fn traces<'t>(&'t self, track: &'t TracedTrack<'_>) -> Vec<DistinctTrace<'t>> {
        let levels = &track.levels;
        let around = |thread: &Thread| {
            let mut path = levels.path(*thread);
            path.pop();
            path
        };
        let trace = |(thread, also): (Thread, Vec<Thread>)| DistinctTrace {
            trace: TraceReport::new(levels, thread),
            also: also.iter().map(around).collect(),
        };
        let found = levels.distinct(&track.found).into_iter().map(trace);
        let gathered = track.is_gathered().then(|| DistinctTrace {
            trace: TraceReport::gathered(levels, &self.title, track.gathered(), &self.wanted),
            also: Vec::new(),
        });
        gathered.into_iter().chain(found).collect()
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tracks().next().is_none()
    }

    /// That no topic has this name, but that items mention it or another track has it; `None` if a
    /// topic has the name.
    #[must_use]
    pub fn remark(&self) -> Option<String> {
        let asked = self.asked;
        let found = || self.tracks.iter().filter(|track| !track.found.is_empty());
        let words = match (self.is_empty(), found().next().is_some()) {
            (true, _) => return None,
            (_, false) => format!("no topic is called \"{asked}\": these items mention it"),
            _ if found().all(|track| track.is_alias) => {
                format!("no topic is called \"{asked}\": these topics have other names for it")
            }
            _ => return None,
        };
        Some(words + &self.other_tracks())
    }

    /// Which other tracks have it; nothing if none has.
    fn other_tracks(&self) -> String {
        match self.elsewhere.as_slice() {
            [] => String::new(),
            [only] => format!("; the track {only} has one"),
            several => format!("; the tracks {} have one", several.join(", ")),
        }
    }

    /// That no topic has this name, and which topics exist.
    #[must_use]
    pub fn nothing(&self) -> String {
        let asked = self.asked;
        if !self.elsewhere.is_empty() {
            return format!("no topic here is called \"{asked}\"{}", self.other_tracks());
        }
        let offered = offered_names(self.tracks.iter().map(|track| &track.levels), asked);
        if offered.is_empty() {
            return format!("no topic is called \"{asked}\"");
        }
        let listed = offered.iter().take(OFFERED);
        let listed: String =
            listed.map(|name| format!("\n  {}", short(&name.replace('\n', " ")))).collect();
        let more = if offered.len() > OFFERED {
            "\n  and more: `rungs overview --items` lists them all"
        } else {
            ""
        };
        format!("no topic is called \"{asked}\"; these topics exist:{listed}{more}")
    }
}

/// A name that fits on a line.
fn short(name: &str) -> String {
    let mut letters = name.chars();
    let short: String = letters.by_ref().take(LETTERS).collect();
    if letters.next().is_some() { format!("{short}…") } else { short }
}

impl<'a> TracedTrack<'a> {
    /// Looks for topics with this name, else for topics with another name of the same thing.
    fn new(comparer: &Comparer<'a>, track: TrackId, asked: &str) -> Self {
        let ladder = comparer.ladder();
        let subjects = compare::track_subjects(ladder, track);
        let levels = compare::align_levels_by(comparer, &subjects);
        let found = levels.find(asked);
        let is_known = found.iter().any(|thread| levels.is_common(*thread));
        let alias = TopicAlias::of(asked).filter(|_| !is_known);
        let other = alias.map(|alias| levels.called(alias)).unwrap_or_default();
        let is_alias = !other.is_empty() && other != found;
        let found = if is_alias { other } else { found };
        Self { title: &ladder.track(track).title, levels, found, is_alias, saying: Vec::new() }
    }

    /// Looks for rows that mention it, if no topic in any track has the name. A topic with several
    /// names is looked for in any case.
    fn say(&mut self, wanted: &Wanted, is_called: bool) {
        let is_alias = matches!(wanted, Wanted::Alias(_));
        if !is_called || is_alias {
            let all = self.levels.saying(wanted);
            self.saying = self.levels.distinct(&all).into_iter().map(|(row, _)| row).collect();
        }
        let levels = &self.levels;
        let inside = self.found.iter().flat_map(|it| levels.threads_in(*it));
        let inside: HashSet<Thread> = inside.collect();
        self.saying.retain(|row| !inside.contains(row));
    }

    /// Whether the rows that mention it are shown together, because almost no topic has the name.
    fn is_gathered(&self) -> bool {
        let is_common = |thread: &Thread| self.levels.is_common(*thread);
        !self.saying.is_empty() && !self.found.iter().any(is_common)
    }

    /// The rows that are shown together.
    #[must_use]
    pub fn gathered(&self) -> &[Thread] {
        if self.is_gathered() { &self.saying } else { &[] }
    }

    /// Where else it is mentioned, if that is not shown.
    #[must_use]
    pub fn also_said(&self) -> AlsoSaid<'_> {
        let mut places: Vec<Vec<&str>> = Vec::new();
        for row in self.saying.iter().filter(|_| !self.is_gathered()) {
            let place = self.levels.path(Thread { row: None, ..*row });
            if !places.contains(&place) {
                places.push(place);
            }
        }
        AlsoSaid { places }
    }
}

/// The topics in which something is spoken of too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlsoSaid<'a> {
    /// The headings of each, the outermost first.
    pub places: Vec<Vec<&'a str>>,
}

impl AlsoSaid<'_> {
    /// In words, the headings of a place apart by an arrow; nothing if there is no place.
    #[must_use]
    pub fn words(&self, arrow: &str) -> Option<String> {
        let told: Vec<String> =
            self.places.iter().take(PLACES).map(|place| place.join(arrow)).collect();
        let more = match self.places.len().saturating_sub(PLACES) {
            0 => String::new(),
            more => format!("; and {more} more"),
        };
        (!told.is_empty()).then(|| format!("{SAID_UNDER}{}{more}", told.join("; ")))
    }
}
