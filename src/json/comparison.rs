//! Comparisons: of two sides, and of all levels in two versions of their ladder.

use serde_json::{Map, Value, json};

use super::numbers;
use super::pretty::pretty;
use super::reasons;
use super::spot::{side, spot};
use crate::compare::{Comparison, Elsewhere, Kind, LevelChange, Pair, Part, ShiftedText};
use crate::report::{
    ComparisonReport, Folds, NOW, Only, PairReport, TopicReport, VersionsReport, kind_name,
};

/// Which version each side is of: what it is called, and its commit.
type SideVersions<'a> = [(&'a str, Option<&'a str>); 2];

/// A comparison of two roles.
#[must_use]
pub fn comparison(report: &ComparisonReport<'_>) -> String {
    pretty(&value(report))
}

/// A comparison of two versions; the older one is called so, and has this commit.
#[must_use]
pub fn version(report: &ComparisonReport<'_>, name: &str, commit: Option<&str>) -> String {
    pretty(&versioned(report, [(name, commit), (NOW, None)]))
}

/// A comparison of roles of two ladders, which are called so.
#[must_use]
pub fn between_ladders(report: &ComparisonReport<'_>, names: [&str; 2]) -> String {
    let mut value = value(report);
    for (side, name) in ["left", "right"].into_iter().zip(names) {
        if let Some(Value::Object(side)) = value.get_mut(side) {
            side.insert("ladder".to_owned(), json!(name));
        }
    }
    pretty(&value)
}

/// What became of every level between two versions of a ladder.
#[must_use]
pub fn versions(report: &VersionsReport<'_>) -> String {
    let both = [(report.version, report.commit), (NOW, None)];
    let levels = report.changes.iter().map(|it| change(it, both));
    pretty(&json!({
        "version": report.version,
        "commit": report.commit,
        "levels": levels.collect::<Value>(),
    }))
}

fn change(change: &LevelChange<'_>, both: SideVersions<'_>) -> Value {
    let report = ComparisonReport::new(&change.comparison, Only::Differences, Folds::default());
    let mut whole = Map::new();
    whole.insert("kind".to_owned(), json!(kind_name(change.kind())));
    whole.insert("was".to_owned(), json!(change.was()));
    let shifts = change.comparison.shifted();
    whole.insert("shifts".to_owned(), shifts.iter().map(|it| shift(it)).collect());
    if let Value::Object(fields) = versioned(&report, both) {
        whole.extend(fields);
    }
    Value::Object(whole)
}

fn shift(text: &ShiftedText<'_>) -> Value {
    let ShiftedText { shift, pair, under } = text;
    let side = |part: &Option<Part>| spot(part.as_ref().map(|part| &part.spot));
    json!({
        "shift": shift.word(),
        "under": under,
        "left": side(&pair.left),
        "right": side(&pair.right),
    })
}

fn versioned(report: &ComparisonReport<'_>, both: SideVersions<'_>) -> Value {
    let mut value = value(report);
    for (side, (version, commit)) in ["left", "right"].into_iter().zip(both) {
        if let Some(Value::Object(side)) = value.get_mut(side) {
            side.insert("version".to_owned(), json!(version));
            side.insert("commit".to_owned(), json!(commit));
        }
    }
    value
}

fn value(report: &ComparisonReport<'_>) -> Value {
    let Comparison { left, right, .. } = report.comparison;
    let rest = report.rest.iter().flat_map(|rest| &rest.topics).map(|it| topic(it, false));
    let topics = report.topics.iter().map(|it| topic(it, true)).chain(rest);
    json!({
        "left": side(left),
        "right": side(right),
        "summary": summary(report),
        "biggest": numbers::biggest(&report.highlights),
        "notes": report.notes,
        "rest": report.rest.as_ref().map(|rest| &rest.title),
        "topics": topics.collect::<Value>(),
    })
}

fn summary(report: &ComparisonReport<'_>) -> Value {
    let count = |kind| report.counts.iter().filter(|it| it.kind == kind).map(|it| it.count).sum();
    let [same, changed, left, right]: [usize; 4] =
        [Kind::Same, Kind::Changed, Kind::Left, Kind::Right].map(count);
    json!({
        "same": same,
        "changed": changed,
        "left": left,
        "right": right,
        "rest": report.comparison.rest(),
    })
}

fn topic(report: &TopicReport<'_>, compares: bool) -> Value {
    let it = report.topic;
    let mut value = json!({
        "kind": kind_name(it.kind),
        "title": it.title,
        "left": spot(it.left.as_ref()),
        "right": spot(it.right.as_ref()),
        "compares": compares,
        "pairs": report.pairs.iter().map(|it| pair(*it)).collect::<Value>(),
        "left_out": report.left_out,
        "week": it.week().map(|week| numbers::week(&week)),
        "topics": report.topics.iter().map(|it| topic(it, compares)).collect::<Value>(),
    });
    reasons::tell(&mut value, &it.why);
    value
}

fn pair(report: PairReport<'_>) -> Value {
    let pair = report.pair;
    let mut value = json!({
        "kind": kind_name(pair.kind),
        "wholly_different": report.pair.is_wholly_different(),
        "key": report.key(),
        "left": spot(pair.left.as_ref().map(|part| &part.spot)),
        "right": spot(pair.right.as_ref().map(|part| &part.spot)),
        "quantities": numbers::quantities(pair),
        "elsewhere": elsewhere(pair),
    });
    reasons::tell(&mut value, &pair.why);
    value
}

/// Other places with the same numbers; `null` if their first place is elsewhere.
fn elsewhere(pair: &Pair) -> Value {
    match &pair.elsewhere {
        Elsewhere::Nowhere => json!([]),
        Elsewhere::Also(titles) => json!(titles),
        Elsewhere::First(_) => Value::Null,
    }
}
