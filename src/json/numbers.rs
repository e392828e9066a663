//! What is stated in numbers.

use serde_json::{Value, json};

use crate::compare::{Change, Highlight, Hours, Measure, Pair, Stated, Week};
use crate::model::Quantity;
use crate::report::week_words;

/// The numbers that differ most.
pub(super) fn biggest(highlights: &[Highlight]) -> Value {
    highlights.iter().map(|it| json!({ "name": it.name, "words": it.words })).collect()
}

/// What both sides of a pair state in numbers.
pub(super) fn quantities(pair: &Pair) -> Value {
    pair.measures().iter().map(measure).collect()
}

fn measure(measure: &Measure) -> Value {
    let (factor, points) = change(measure.change);
    json!({
        "unit": measure.unit(),
        "of": measure.left.of,
        "left": stated(&measure.left),
        "right": stated(&measure.right),
        "factor": factor,
        "points": points,
        "words": measure.words(),
    })
}

/// The factor, or the points.
fn change(change: Change) -> (Option<f64>, Option<f64>) {
    match change {
        Change::Same => (Some(1.0), None),
        Change::Times { factor, .. } => (factor.is_finite().then(|| round(factor)), None),
        Change::Points { more, .. } => (None, Some(round(more))),
        Change::FromNothing => (None, None),
    }
}

/// To a thousandth, of what is less than a hundredth to three digits.
fn round(value: f64) -> f64 {
    let small = value != 0.0 && value.abs() < 0.01;
    let digits = if small { 2.0 - value.abs().log10().floor() } else { 3.0 };
    let parts = 10_f64.powf(digits);
    // A number too small for its digits is nothing.
    if parts.is_finite() { (value * parts).round() / parts } else { 0.0 }
}

fn stated(stated: &Stated) -> Value {
    let mut value = numbers(&stated.quantity);
    value["text"] = json!(stated.words);
    value
}

fn numbers(quantity: &Quantity) -> Value {
    let number = |value: f64| match value {
        // A whole number is written without a fraction.
        whole if whole.fract() == 0.0 && whole.abs() < 9e15 => json!(whole as i64),
        other => json!(other),
    };
    json!({
        "low": number(quantity.low),
        "high": number(quantity.high),
        "open": quantity.open,
    })
}

/// The week that a topic describes.
pub(super) fn week(week: &Week) -> Value {
    let side = |hours: &Hours| match hours {
        Hours::Stated(quantity) => numbers(quantity),
        Hours::Words(_) | Hours::None => Value::Null,
    };
    let activities = week.activities.iter().map(|activity| {
        json!({
            "name": activity.name,
            "left": side(&activity.left),
            "right": side(&activity.right),
        })
    });
    json!({
        "activities": activities.collect::<Value>(),
        "left": numbers(&week.left),
        "right": numbers(&week.right),
        "uncounted": { "left": week.uncounted()[0], "right": week.uncounted()[1] },
        "factor": change(week.change()).0,
        "words": week_words(week),
    })
}
