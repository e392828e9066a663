//! The offers of pickers: roles to compare with, places, topics, links, hits of a search.

use std::collections::HashSet;

use super::offer::Offer;
use crate::compare::Levels;
use crate::model::{CounterpartId, DocumentId, Ladder, Place, RoleId, Subject, TrackId};
use crate::naming::Labels;
use crate::page::Page;
use crate::report::{MentionedTopics, OfferedTopic, offered_topics};
use crate::search;
use crate::tui::input::when::When;
use crate::tui::outcome::Destination;
use crate::tui::session::{SavedPlace, SavedView};
use crate::tui::shared::SharedState;
use crate::tui::target::Columns;

/// The most hits that are listed: nobody reads more, and typing narrows the list.
const MAX_HITS: usize = 200;

/// Every role, page, counterpart and section.
pub(crate) fn places(ladder: &Ladder, separator: &str) -> Vec<Offer> {
    let entries = search::places(ladder, separator).into_iter();
    let entry = |place: search::PlaceEntry| {
        let target = match place.target {
            search::FoundTarget::Place(place) => Destination::Place(place),
            search::FoundTarget::Counterpart(id) => Destination::Counterpart(id),
        };
        let track = place.track.map_or("", |track| &ladder.track(track).title);
        Offer::new(place.label, String::new(), target).of_track(track)
    };
    entries.map(entry).collect()
}

/// The texts of the ladder that contain some words; `None` if nobody waits for them any more.
pub(crate) fn hits(
    ladder: &Ladder,
    separator: &str,
    query: &str,
    is_awaited: impl Fn() -> bool + Sync,
) -> Option<Vec<Offer>> {
    let hits = search::best(ladder, query, MAX_HITS, is_awaited)?;
    let labels = Labels::new(ladder);
    let entry = |hit: search::Hit| {
        let label = labels.of_document(hit.document);
        let detail = match hit.section {
            Some(section) => {
                let section = ladder.document(hit.document).section(section);
                let section = section.title.as_str();
                format!("{label} {separator} {section}")
            }
            None => label.into_owned(),
        };
        let word = hit.ranges.first().map_or(query, |range| &hit.text[range.clone()]);
        let word = word.to_lowercase();
        let place = Place { document: hit.document, section: hit.section };
        let text = hit.text.replace('\n', " ");
        Offer::new(text, detail, Destination::Hit { place, text: hit.text, word })
    };
    Some(hits.into_iter().map(entry).collect())
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
