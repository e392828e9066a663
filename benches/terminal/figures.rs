//! Medians and percentiles, and how they are written.

use std::time::Duration;

/// The value that so many of a hundred values are at most.
pub(crate) fn percentile<T: Copy + Ord>(values: &[T], percent: usize) -> Option<T> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let rank = (values.len() * percent).div_ceil(100).saturating_sub(1);
    sorted.get(rank).copied()
}

/// The middle value.
pub(crate) fn median<T: Copy + Ord>(values: &[T]) -> Option<T> {
    percentile(values, 50)
}

/// Milliseconds, with as many digits as say something.
pub(crate) fn ms(time: Option<Duration>) -> String {
    match time.map(|time| time.as_secs_f64() * 1e3) {
        None => "-".to_owned(),
        Some(ms) if ms < 10.0 => format!("{ms:.2}"),
        Some(ms) if ms < 100.0 => format!("{ms:.1}"),
        Some(ms) => format!("{ms:.0}"),
    }
}

/// How many times a time is another.
pub(crate) fn ratio(time: Option<Duration>, other: Option<Duration>) -> String {
    match time.zip(other) {
        Some((time, other)) => format!("{:.2}", time.as_secs_f64() / other.as_secs_f64()),
        None => "-".to_owned(),
    }
}

/// Megabytes.
pub(crate) fn megabytes(bytes: Option<u64>) -> String {
    bytes.map_or("-".to_owned(), |bytes| format!("{:.1}", bytes as f64 / 1e6))
}
