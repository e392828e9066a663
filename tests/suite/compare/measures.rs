//! The numbers of a comparison: what is set against what, by how much it differs, and the week.

use rungs::compare::{Comparison, Hours, Topic, Week, compare};
use rungs::content;
use rungs::model::{Ladder, Subject};

use crate::support::beside::shared;
use crate::support::ladders::{self, parse};

fn find(ladder: &Ladder, name: &str) -> Subject {
    rungs::naming::find(ladder, name).unwrap_or_else(|_| panic!("{name} is there"))
}

fn of(ladder: &Ladder, left: &str, right: &str) -> Comparison {
    compare(ladder, find(ladder, left), find(ladder, right))
}

fn flat(topics: &[Topic]) -> Vec<&Topic> {
    topics.iter().flat_map(|topic| [vec![topic], flat(&topic.topics)].concat()).collect()
}

/// Every notable measure of a comparison, a line each.
fn sentences(comparison: &Comparison) -> Vec<String> {
    let pairs = flat(&comparison.topics).into_iter().flat_map(|topic| &topic.pairs);
    let measures = pairs.flat_map(rungs::compare::Pair::measures);
    measures.filter(|m| m.change.is_notable()).map(|m| m.sentence()).collect()
}

/// A week as text: an activity a line, then the totals.
fn shown(week: &Week) -> Vec<String> {
    let hours = |hours: &Hours| match hours {
        Hours::Stated(quantity) => format!("{}-{}", quantity.low, quantity.high),
        Hours::Words(words) => format!("({words})"),
        Hours::None => "none".to_owned(),
    };
    let activities = week
        .activities
        .iter()
        .map(|a| format!("{}: {} | {}", a.name, hours(&a.left), hours(&a.right)));
    activities.chain([week.hours()]).collect()
}

fn weeks(comparison: &Comparison) -> Vec<Week> {
    flat(&comparison.topics).into_iter().filter_map(Topic::week).collect()
}

#[test]
fn the_numbers_of_our_director_and_vp() {
    let ladder = content::built_in().ladder;
    let all = sentences(&of(&ladder, "director", "vp"));
    for sentence in [
        "15-50+ → 100-500+ engineers (8x larger)",
        "60% → 30% execution (30 points down)",
        "40% → 70% strategy (30 points up)",
    ] {
        assert!(all.iter().any(|line| line == sentence), "{sentence} is not in {all:#?}");
    }
}

#[test]
fn the_sample_has_its_numbers_and_a_week_of_18_to_29_against_26_to_41_hours() {
    let Some(path) = shared("seeds/director.md") else { return };
    let ladder = content::load(&path).unwrap().ladder;
    let comparison = of(&ladder, "director", "vp");
    assert_eq!(
        sentences(&comparison)[..4],
        [
            "15-50+ → 100-500+ engineers (8x larger)",
            "Quarterly to annual → Annual to multi-year (2.5x longer or more)",
            "60% → 30% execution (30 points down)",
            "40% → 70% strategy (30 points up)",
        ]
    );
    let [week] = &weeks(&comparison)[..] else { panic!("one week") };
    let lines = shown(week);
    assert_eq!(lines.last().unwrap(), "18-29 → 26-41 hours, 1.4x");
    assert_eq!((lines.len(), week.uncounted()), (8, [2, 1]));
}

const WEEKS: &str = "# Lead

## A week: Lead vs Head

| Activity | Lead | Head |
| --- | --- | --- |
| Talks | 3-5 hrs/week | 2 hours per day |
| Hiring | 2 days a month | 4 hrs/week |
| Board | Seldom | 3+ hrs/week |
";

#[test]
fn days_and_months_are_converted_and_words_not_counted() {
    let ladder = parse(&[("lead.md", WEEKS)]);
    let comparison = of(&ladder, "lead", "head");
    let [week] = &weeks(&comparison)[..] else { panic!("one week") };
    let month = 16.0 * 12.0 / 52.0;
    assert_eq!(
        shown(week),
        [
            "Talks: 3-5 | 10-10".to_owned(),
            format!("Hiring: {month}-{month} | 4-4"),
            "Board: (Seldom) | 3-3".to_owned(),
            "6.7-8.7 → 17+ hours, at least 2x".to_owned(),
        ]
    );
    let scale = week.scale().unwrap();
    assert_eq!((scale.low, scale.high, scale.logarithmic), (0.0, 10.0, false));
}

#[test]
fn few_hours_make_no_week() {
    let less = WEEKS.replace("2 days a month", "When needed");
    let ladder = parse(&[("lead.md", &less)]);
    assert_eq!(weeks(&of(&ladder, "lead", "head")), []);
}

#[test]
fn real_ladders_swap_and_have_sound_bars() {
    for ladder in &ladders::real() {
        for roles in ladder.tracks.iter().flat_map(|track| track.roles.windows(2)) {
            let [left, right] = [roles[0], roles[1]].map(Subject::Role);
            for topic in flat(&compare(ladder, left, right).topics) {
                check_topic(topic);
            }
        }
    }
}

fn check_topic(topic: &Topic) {
    if let Some(week) = topic.week() {
        println!("  week: {:?}", shown(&week));
    }
    for pair in &topic.pairs {
        let measures = pair.measures();
        for measure in &measures {
            println!("  {} [{}] {}", measure.unit(), measure.words(), measure.sentence());
            for bar in measure.bars().iter().flat_map(|(_, bars)| bars) {
                assert!(0.0 <= bar.start && bar.start <= bar.end && bar.end <= 1.0);
            }
        }
        let swapped = rungs::compare::Pair {
            kind: pair.kind.swapped(),
            left: pair.right.clone(),
            right: pair.left.clone(),
            elsewhere: rungs::compare::Elsewhere::Nowhere,
            why: Vec::new(),
        };
        assert_eq!(swapped.measures().len(), measures.len(), "{pair:?}");
    }
}
