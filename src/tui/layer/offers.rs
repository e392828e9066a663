//! The offers of pickers: roles to compare with, places, topics, links, hits of a search.

use std::collections::HashSet;
use std::sync::Arc;

use super::offer::Offer;
use super::picker::{OfferGroup, OfferList};
use crate::compare::Levels;
use crate::model::{CounterpartId, DocumentId, Ladder, Place, RoleId, Subject, TrackId};
use crate::naming::Labels;
use crate::page::Page;
use crate::report::{
    HitsReport, MentionedTopics, OfferedTopic, SharedTopic, number, offered_topics, shared_topics,
};
use crate::search::{self, Query, Ranked};
use crate::tui::input::commands::{COMMANDS, KeyGroup, NamedCommand};
use crate::tui::input::keymap::Keymap;
use crate::tui::input::message::{Leading, Message};
use crate::tui::input::when::When;
use crate::tui::outcome::Destination;
use crate::tui::session::{SavedPlace, SavedView};
use crate::tui::shared::SharedState;
use crate::tui::target::Columns;

/// The most hits that are listed: nobody reads more, and typing narrows the list.
const MAX_HITS: usize = 200;

/// The letters before a match in a row, if its text is longer, and the most letters of a row.
const BEFORE: usize = 14;
const MOST_LETTERS: usize = 400;

/// The columns of the names of commands.
const NAME: usize = 19;

/// Every role, counterpart and page; then the topics of a track; then every section.
pub(crate) fn places(ladder: &Ladder, separator: &str, track: Option<TrackId>) -> Vec<Offer> {
    let has_tracks = ladder.tracks.len() > 1;
    let entry = |place: search::PlaceEntry| {
        let target = match place.target {
            search::FoundTarget::Place(place) => Destination::Place(place),
            search::FoundTarget::Counterpart(id) => Destination::Counterpart(id),
        };
        let track = place.track.map_or("", |track| &ladder.track(track).title);
        let is_told = !has_tracks || place.label.starts_with(track);
        let detail = if is_told { String::new() } else { track.to_owned() };
        Offer::new(place.label, detail, target).of_track(track)
    };
    let entries = search::places(ladder, separator).into_iter().map(entry);
    let (whole, parts): (Vec<Offer>, Vec<Offer>) = entries.partition(Offer::is_whole);
    let topics = track.map(|track| shared_topics(ladder, track)).unwrap_or_default();
    let topic = |topic: SharedTopic| {
        let detail = format!("topic of {}", number(topic.levels, "level"));
        Offer::new(
            topic.name,
            detail,
            Destination::TopicAt(topic.track, topic.document, topic.line),
        )
    };
    whole.into_iter().chain(topics.into_iter().map(topic)).chain(parts).collect()
}

/// The commands that work in a view, those that only few views have first, and those that move last.
pub(crate) fn commands(keymap: &Keymap, here: When, leading: Leading) -> Vec<Offer> {
    let works = |it: &&NamedCommand| it.when.contains(&here);
    let is_list = |it: &&NamedCommand| matches!(it.message, Message::Jump(_));
    let commands = COMMANDS.iter().filter(works).filter(|it| !is_list(it));
    let mut commands: Vec<&NamedCommand> = commands.collect();
    commands.sort_by_key(|it| (it.group == KeyGroup::Move, it.when == When::VIEWS));
    let entry = |it: &NamedCommand| {
        let keys = keymap.key_of(it.name, here).unwrap_or_default();
        let text = format!("{:NAME$} {}", it.name, it.help);
        let target = Destination::Command(it.message.clone());
        Offer::new(text, keys, target).leading(leading == Leading::Commands)
    };
    commands.into_iter().map(entry).collect()
}

/// What a list of everything has besides the places of the ladder.
#[derive(Default)]
pub(crate) struct PaletteExtras {
    pub(crate) bookmarks: Vec<Offer>,
    pub(crate) commands: Vec<Offer>,
    /// The track whose topics are offered.
    pub(crate) track: Option<TrackId>,
}

/// The list of everything: the bookmarks, the places, and the commands, which may also come first.
pub(crate) fn palette(places: Vec<Offer>, extras: PaletteExtras, leading: Leading) -> Vec<Offer> {
    let PaletteExtras { bookmarks, commands, .. } = extras;
    let places = bookmarks.into_iter().map(|it| it.detailed("bookmark")).chain(places);
    match leading {
        Leading::Places => places.chain(commands).collect(),
        Leading::Commands => commands.into_iter().chain(places).collect(),
    }
}

/// The texts of the ladder that a query finds, by role; `None` if nobody waits for them any more. With an ellipsis, a
/// long text is cut to the match.
pub(crate) fn hits(
    ladder: &Ladder,
    query: &Query,
    ellipsis: Option<&str>,
    is_awaited: impl Fn() -> bool + Sync,
) -> Option<Result<OfferList, String>> {
    let found = match search::best(ladder, query, MAX_HITS, is_awaited) {
        Ok(found) => found?,
        Err(error) => return Some(Err(error.to_string())),
    };
    let report = HitsReport::of(ladder, query.clone(), found);
    let mut offers = OfferList::default();
    if !query.words.trim().is_empty() {
        offers.count = report.count_words();
    }
    let mut entries = Vec::new();
    for group in report.groups() {
        let (start, count) = (entries.len(), group.count_words());
        for hit in &group.hits {
            let (text, positions) = excerpt(hit, ellipsis);
            let word = hit.ranges.first().map_or("", |range| &hit.text[range.clone()]);
            // A page has each cell of a row as a text of its own.
            let word = word.split(" | ").next().unwrap_or(word);
            let place = Place { document: hit.document, section: hit.section };
            let (word, whole) = (word.to_lowercase(), hit.text.clone());
            let detail = report.section(hit).filter(|_| !hit.is_title).unwrap_or_default();
            let target = Destination::Hit { place, text: whole, word };
            offers.ranked.push(Ranked { index: entries.len(), score: 0, positions });
            entries.push(Offer::new(text, detail, target));
        }
        offers.groups.push(OfferGroup { start, title: group.title, count });
    }
    offers.entries = Arc::new(entries);
    Some(Ok(offers))
}

/// The text of a hit in one line, from a little before the first match on, and the characters that match.
fn excerpt(hit: &search::Hit, ellipsis: Option<&str>) -> (String, Vec<usize>) {
    let [most, letters] = ellipsis.map_or([usize::MAX; 2], |_| [BEFORE, MOST_LETTERS]);
    let first = hit.ranges.first().map_or(0, |range| range.start);
    let before = hit.text[..first].char_indices().rev().take(most);
    let early = before.clone().count() < most;
    // A cut is at the start of a word, if there is one.
    let cut = before.filter(|(_, c)| c.is_whitespace()).map(|(at, c)| at + c.len_utf8()).last();
    let start = if early { 0 } else { cut.unwrap_or(first) };
    let sign = ellipsis.filter(|_| start > 0).map_or(String::new(), |sign| format!("{sign} "));
    let mut text = sign.clone();
    let mut positions = Vec::new();
    let shown = hit.text[start..].char_indices().take(letters);
    for (number, (at, c)) in shown.enumerate() {
        if hit.ranges.iter().any(|range| range.contains(&(start + at))) {
            positions.push(sign.chars().count() + number);
        }
        text.push(if c == '\n' { ' ' } else { c });
    }
    (text, positions)
}

/// The bookmarks, or why there are none.
pub(crate) fn bookmarks(shared: &SharedState) -> Result<Vec<Offer>, String> {
    let separator = format!(" {} ", shared.glyphs().separator());
    let entry = |place: &SavedPlace| {
        let view = match place.view {
            SavedView::Document => "",
            SavedView::Comparison => "comparison",
            SavedView::Trace => "trace",
            SavedView::Overview => "overview",
        };
        let name = place.path.join(&separator);
        Offer::new(name, view.to_owned(), Destination::Saved(place.clone()))
    };
    let bookmarks: Vec<Offer> = shared.places.bookmarks.iter().map(entry).collect();
    let key = shared.preferences.keymap.key_of("bookmark", When::Browsing);
    let key = key.map_or(String::new(), |key| format!(": {key} sets one"));
    if bookmarks.is_empty() { Err(format!("no bookmarks{key}")) } else { Ok(bookmarks) }
}

/// The files of some documents, to edit them at a line.
pub(crate) fn files(
    ladder: &Ladder,
    sources: &[(DocumentId, usize)],
) -> Result<Vec<Offer>, String> {
    let labels = Labels::new(ladder);
    let entry = |&(id, line): &(DocumentId, usize)| {
        let file = format!("{}:{line}", ladder.document(id).file);
        Offer::new(labels.of_document(id).into_owned(), file, Destination::File(id, line))
    };
    let files: Vec<Offer> = sources.iter().map(entry).collect();
    if files.is_empty() { Err("no file to edit here".to_owned()) } else { Ok(files) }
}

/// Texts to copy, each with the document that it is from.
pub(crate) fn copies(ladder: &Ladder, texts: Vec<(DocumentId, String)>) -> Vec<Offer> {
    let labels = Labels::new(ladder);
    let entry = |(id, text): (DocumentId, String)| {
        let label = labels.of_document(id).into_owned();
        Offer::new(label, text.replace(['\n', '\t'], " "), Destination::Clipboard(text))
    };
    texts.into_iter().map(entry).collect()
}

/// Some of the links of a page.
pub(crate) fn links(page: &Page, links: &[usize]) -> Vec<Offer> {
    let entry = |&link: &usize| {
        let it = &page.links[link];
        Offer::new(it.text.clone(), it.link.target.clone(), Destination::Link(link))
    };
    links.iter().map(entry).collect()
}

/// The topics of a track, the most useful first, with the number of its levels that mention each; then
/// the topics of other tracks only.
pub(crate) fn topics(
    shared: &SharedState,
    track: TrackId,
    levels: &Levels,
    mentioned: &MentionedTopics,
) -> Result<Vec<Offer>, String> {
    let arrow = format!(" {} ", shared.glyphs().separator());
    let entry = |topic: OfferedTopic<'_>| {
        let name = topic.name.join(&arrow).replace('\n', " ");
        // If there is little room, the number of levels matters more than the place of the topic.
        let around = topic.around.join(&arrow).replace('\n', " ");
        let detail = [topic.reach(levels), around];
        let detail: Vec<&str> =
            detail.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
        let detail = detail.join(&format!(" {} ", shared.glyphs().dot()));
        let target = Destination::Trace(track, topic.traced);
        Offer::new(name, detail, target).known_as(topic.other_names())
    };
    let offered = offered_topics(levels);
    let elsewhere = mentioned.elsewhere(track, &offered).into_iter();
    let elsewhere = elsewhere.map(|(alias, track)| {
        let detail = format!("in {}", shared.ladder.track(track).title);
        let target = Destination::Topic(track, alias);
        Offer::new(alias.title().to_owned(), detail, target).known_as(alias.names().collect())
    });
    let topics: Vec<Offer> = offered.into_iter().map(entry).chain(elsewhere).collect();
    let none = "this track has no topics to trace";
    if topics.is_empty() { Err(none.to_owned()) } else { Ok(topics) }
}

/// The roles to compare a role with, or why there are none.
pub(crate) fn others(ladder: &Ladder, left: Option<Subject>) -> Result<Vec<Offer>, String> {
    let Some(left) = left else {
        return Err("choose a role first: a page cannot be compared".to_owned());
    };
    let others = roles(ladder, left, &[left], Destination::Against);
    let none = || format!("no other role to compare {} with", ladder.label(left));
    if others.is_empty() { Err(none()) } else { Ok(others) }
}

/// The roles to add to a comparison, those nearest to its last role first, or why there are none.
pub(crate) fn more(ladder: &Ladder, shown: &[Subject]) -> Result<Vec<Offer>, String> {
    const MOST: usize = Columns::MOST;
    if shown.len() >= MOST {
        return Err(format!(
            "at most {MOST} levels fit in columns; M shows all levels of the track"
        ));
    }
    let last = shown.last();
    let more = last.map(|last| roles(ladder, *last, shown, Destination::Beside));
    let none = || "all levels are shown already".to_owned();
    more.filter(|more| !more.is_empty()).ok_or_else(none)
}

/// All roles but some: the next rung of `role`, the counterparts known from its tables, the rung below,
/// then all others in ladder order.
fn roles(
    ladder: &Ladder,
    left: Subject,
    but: &[Subject],
    target: fn(Subject) -> Destination,
) -> Vec<Offer> {
    let mut order: Vec<(Subject, &str)> = Vec::new();
    if let Subject::Role(role) = left {
        order.extend(ladder.rung(role, 1).map(|role| (Subject::Role(role), "next rung")));
        let known = ladder.counterparts.iter().enumerate();
        let known = known.filter(|(_, c)| c.known_from.iter().any(|from| from.role == role));
        order.extend(
            known.map(|(i, _)| (Subject::Counterpart(CounterpartId(i)), "known from its tables")),
        );
        order.extend(ladder.rung(role, -1).map(|role| (Subject::Role(role), "rung below")));
    }
    if let Subject::Counterpart(id) = left {
        let known = ladder.counterpart(id).known_from.iter();
        order.extend(known.map(|from| (Subject::Role(from.role), "names it in its tables")));
    }
    let roles = ladder.tracks.iter().flat_map(|track| {
        track.roles.iter().map(|role: &RoleId| (Subject::Role(*role), track.title.as_str()))
    });
    let counterparts = (0..ladder.counterparts.len())
        .map(|i| (Subject::Counterpart(CounterpartId(i)), "known from tables"));
    order.extend(roles.chain(counterparts));
    let mut seen: HashSet<Subject> = but.iter().copied().collect();
    order.retain(|(subject, _)| seen.insert(*subject));
    let labels = Labels::new(ladder);
    let entry = |(subject, detail): (Subject, &str)| {
        let name = search::full_name(ladder, &labels, subject);
        let track = match subject {
            Subject::Role(role) => &ladder.track(ladder.role(role).track).title,
            Subject::Counterpart(_) => "",
        };
        Offer::new(name, detail.to_owned(), target(subject)).of_track(track)
    };
    order.into_iter().map(entry).collect()
}
