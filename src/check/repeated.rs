//! The same expectation, word for word, at two levels or twice in one.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::check::checked::CheckedLadder;
use crate::check::expectations::Expectation;
use crate::check::fingerprint::doubled;
use crate::check::frames::Frames;
use crate::check::rule_finding::RuleFinding;
use crate::check::vocabulary::said;
use crate::check::walk::colon;
use crate::lexicon::is_function_word;
use crate::lexicon::list::MONTHS;
use crate::model::{Ladder, RoleId, TrackId};

/// Texts with fewer words are names of things ("Code review"), which levels may share.
const FEWEST_WORDS: usize = 5;

/// So are texts with fewer words that carry meaning.
const FEWEST_TELLING_WORDS: usize = 3;

/// In a role, shorter texts such as "All of the above" refer to the text around them.
const FEWEST_WORDS_WITHIN: usize = 8;

/// From this many items on, one finding reports all that a role repeats.
const MANY: usize = 3;

/// Of many items that a role repeats, a finding names the first ones.
const FIRST_ITEMS: usize = 5;

/// Of many roles that say the same only the last are compared, so that a check stays quick.
const LAST_HOLDERS: usize = 16;

/// An expectation, and an earlier one with the same words.
type Repeat<'a> = (&'a Expectation<'a>, &'a Expectation<'a>);

/// An expectation, and its words without marks.
type Said<'a> = (String, &'a Expectation<'a>);

/// Two levels expect the same, word for word; or one role expects the same twice.
pub(crate) fn repeated_expectation(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let ladder = checked.ladder;
    let tracks = || (0..ladder.tracks.len()).map(TrackId);
    let all = || tracks().flat_map(|track| checked.expectations_of(track));
    if is_scale(all()) {
        return Vec::new();
    }
    let doubled = doubled(all().map(|it| it.words.said));
    let told = |track| told(checked.expectations_of(track), &doubled);
    let told: Vec<Vec<Said>> = tracks().map(told).collect();
    let frames = Frames::of(ladder, told.iter().flatten());
    checked.in_tracks(|track| repeated(checked, track, &told[track.0], &frames))
}

/// The expectations that occur again and are sentences, neither names of things nor dates.
fn told<'e>(
    all: impl Iterator<Item = &'e Expectation<'e>>,
    doubled: &FxHashSet<u64>,
) -> Vec<Said<'e>> {
    let doubled = all.filter(|it| doubled.contains(&it.words.said));
    let said = doubled.map(|it| (said(&it.text()), it));
    said.filter(|(said, it)| is_prose(said) && !is_date(said) && !is_list(it)).collect()
}

fn repeated<'a>(
    checked: &CheckedLadder<'_>,
    track: TrackId,
    all: &[Said<'a>],
    frames: &Frames,
) -> Vec<RuleFinding> {
    let ladder = checked.ladder;
    let mut holders: HashMap<&str, Vec<&Expectation>> = HashMap::new();
    let mut twice: BTreeMap<(RoleId, &str), Vec<Repeat>> = BTreeMap::new();
    let mut shared: BTreeMap<RoleId, Vec<Repeat>> = BTreeMap::new();
    for (said, here) in all {
        let earlier = holders.entry(said).or_default();
        let is_level = |before: &&&Expectation| {
            before.role == here.role || checked.places.are_levels(before.role, here.role)
        };
        // One text that belongs to two roles is written once.
        let is_written_again = |before: &&&Expectation| {
            before.line() != here.line() || before.document.file != here.document.file
        };
        let last = earlier.iter().rev().take(LAST_HOLDERS);
        match last.clone().find(is_level).filter(is_written_again) {
            Some(before) if before.role == here.role => {
                twice.entry((here.role, said)).or_default().push((here, before));
            }
            Some(before) if !frames.hold(ladder, track, said) => {
                shared.entry(here.role).or_default().push((here, before));
            }
            _ => {}
        }
        earlier.push(here);
    }
    // A text that a role repeats many times is part of a form.
    let within = twice.into_values().filter(|repeats| repeats.len() == 1).flatten();
    let is_long = |(here, _): &Repeat| here.text().split(' ').count() >= FEWEST_WORDS_WITHIN;
    let within = within.filter(is_long).map(said_twice);
    within.chain(shared.into_values().flat_map(|items| of_lower(ladder, &items))).collect()
}

/// Whether the items of a ladder are steps of a scale: each key always has the same text ("**Adopts**: uses
/// what the team has chosen"). In such a ladder levels share steps by design.
fn is_scale<'a>(all: impl Iterator<Item = &'a Expectation<'a>>) -> bool {
    const FEWEST_STEPS: usize = 5;
    let mut texts: FxHashMap<Cow<str>, (usize, FxHashSet<Cow<str>>)> = FxHashMap::default();
    for (key, body) in all.filter_map(step) {
        let (count, texts) = texts.entry(key).or_default();
        *count += 1;
        texts.insert(body);
    }
    let repeated = texts.values().filter(|(count, _)| *count > 1);
    let (steps, others): (Vec<_>, Vec<_>) = repeated.partition(|(_, texts)| texts.len() == 1);
    steps.len() >= FEWEST_STEPS && steps.len() >= 4 * others.len()
}

/// The key of an item, bold words or a few words before a colon, and the text behind it.
fn step<'a>(expectation: &Expectation<'a>) -> Option<(Cow<'a, str>, Cow<'a, str>)> {
    const LONGEST_KEY: usize = 6;
    let body = expectation.body();
    if let Some(key) = expectation.key() {
        return Some((key.into(), body));
    }
    let at = colon(&body)?;
    let is_key = body[..at].split(' ').count() <= LONGEST_KEY;
    is_key.then(|| match body {
        Cow::Borrowed(text) => (text[..at].into(), text[at + 2..].into()),
        Cow::Owned(text) => (text[..at].to_owned().into(), text[at + 2..].to_owned().into()),
    })
}

fn said_twice((here, before): Repeat) -> RuleFinding {
    let message = "this role states the same expectation twice";
    let help = "remove one of them";
    RuleFinding::new(here.document, here.line(), here.text(), message, help).note(
        before.document,
        before.line(),
        "the same words are here",
    )
}

/// The finding for the expectations that a role shares with lower ones.
fn of_lower(ladder: &Ladder, items: &[Repeat]) -> Vec<RuleFinding> {
    let title = |expectation: &Expectation| ladder.role(expectation.role).document.title.as_str();
    let one = |(here, _): &Repeat, message: String| {
        let help = "say what differs at this level, or remove it here";
        RuleFinding::new(here.document, here.line(), here.text(), message, help)
    };
    if items.len() < MANY {
        let finding = |item: &Repeat| {
            let (_, before) = item;
            let message = format!("`{}` expects the same, word for word", title(before));
            let same = "the same words are here";
            one(item, message).note(before.document, before.line(), same)
        };
        return items.iter().map(finding).collect();
    }
    let message = format!("{} expectations are also at lower levels, word for word", items.len());
    let mut finding = one(&items[0], message);
    for (here, before) in items.iter().take(FIRST_ITEMS) {
        let same = format!("the same words as in line {} of `{}`", before.line(), title(before));
        finding = finding.note(here.document, here.line(), same);
    }
    if let Some((here, _)) = items.get(FIRST_ITEMS) {
        let more = format!("the first of {} more", items.len() - FIRST_ITEMS);
        finding = finding.note(here.document, here.line(), more);
    }
    vec![finding]
}

/// Whether words begin with a date: such an item states an event, not an expectation.
fn is_date(said: &str) -> bool {
    let first = said.split(' ').next().unwrap_or_default();
    MONTHS.contains(first) || first.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether an item lists names of things ("Tests: unit, system and release tests"), which levels may
/// share.
fn is_list(expectation: &Expectation) -> bool {
    let (keyed, body) = match step(expectation) {
        Some((_, body)) => (true, body),
        None => (false, expectation.body()),
    };
    let parts = body.split([',', ';', '/']).flat_map(|part| part.split(" and "));
    let words: Vec<usize> = parts.map(|part| part.split_whitespace().count()).collect();
    // The words before the first comma may begin a sentence, but not if there is a key before them.
    let unnamed = if keyed { 0 } else { 1 };
    words.len() >= 2 + unnamed && words.iter().skip(unnamed).all(|words| *words <= 3)
}

/// Whether words are a sentence rather than the name of something.
fn is_prose(said: &str) -> bool {
    let words = said.split(' ');
    words.clone().count() >= FEWEST_WORDS
        && words.filter(|word| !is_function_word(word)).count() >= FEWEST_TELLING_WORDS
}
