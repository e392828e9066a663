//! The words of quantities: numbers, multipliers, measures, and the words before and after them.

use crate::lexicon::list::{
    ABOUT, AT_LEAST, AT_MOST, CURRENCIES, NUMBER_WORDS, PHRASE_ENDS, RHYTHM_LEADS, RHYTHMS, UNITS,
};

/// What a word measures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum UnitMeaning {
    /// Time: the number of days in one unit, and the number of working hours.
    Time { days: f64, work_hours: f64 },
    /// The code of a currency.
    Currency,
}

/// How the words before a number change its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Qualifier {
    AtLeast,
    AtMost,
    About,
}

pub(crate) fn is_currency_sign(c: char) -> bool {
    matches!(c, '$' | '€' | '£' | '¥' | '₩' | '₹')
}

pub(crate) fn is_percent(word: &str) -> bool {
    matches!(word, "percent" | "Percent" | "pct" | "Prozent")
}

/// The letters at the beginning of a text.
pub(crate) fn first_word(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    (end > 0).then(|| &text[..end])
}

/// The number that a word means. "one" is usually not a number.
pub(crate) fn number_word(word: &str) -> Option<f64> {
    let at = NUMBER_WORDS.iter().position(|known| word.eq_ignore_ascii_case(known))?;
    Some((at + 1) as f64)
}

/// The multiplier after a number, and its length in bytes.
pub(crate) fn multiplier(text: &str) -> Option<(f64, usize)> {
    let bare = text.strip_prefix(' ').unwrap_or(text);
    let word = first_word(bare)?;
    let clings = bare.len() == text.len();
    let factor = match word {
        "k" | "K" if clings => 1e3,
        "M" | "m" | "mm" | "MM" if clings => 1e6,
        "B" | "bn" if clings => 1e9,
        "thousand" => 1e3,
        "million" | "millions" | "Mio" => 1e6,
        "billion" => 1e9,
        _ => return None,
    };
    Some((factor, text.len() - bare.len() + word.len()))
}

/// What a word measures, `None` for a noun that is counted.
pub(crate) fn measure(word: &str) -> Option<UnitMeaning> {
    let time = |days: f64, work_hours: f64| Some(UnitMeaning::Time { days, work_hours });
    let word = word.to_lowercase();
    if CURRENCIES.contains(word.as_str()) {
        return Some(UnitMeaning::Currency);
    }
    match *UNITS.get(word.as_str())? {
        "minute" => time(1.0 / 1440.0, 1.0 / 60.0),
        "hour" => time(1.0 / 24.0, 1.0),
        "day" => time(1.0, 8.0),
        "week" => time(7.0, 40.0),
        "month" => time(365.25 / 12.0, 520.0 / 3.0),
        "quarter" => time(365.25 / 4.0, 520.0),
        "year" => time(365.25, 2080.0),
        _ => None,
    }
}

/// How often something is done, in times per week, and the length of those words in bytes: "/week",
/// " per day", " a month", " weekly".
pub(crate) fn rhythm(text: &str) -> Option<(f64, usize)> {
    let bare = text.trim_start_matches(' ');
    let lead = |lead: &&str| {
        let rest = bare.strip_prefix(lead)?;
        if lead.ends_with(char::is_alphabetic) { rest.strip_prefix(' ') } else { Some(rest) }
    };
    let rest = RHYTHM_LEADS.iter().find_map(lead);
    let rest = rest.unwrap_or(bare).trim_start_matches(' ');
    let word = first_word(rest)?;
    let led = rest.len() != bare.len();
    let times = match *RHYTHMS.get(word.to_lowercase().as_str())? {
        "day" if led => 5.0,
        "daily" => 5.0,
        "week" if led => 1.0,
        "weekly" => 1.0,
        "month" if led => 12.0 / 52.0,
        "monthly" => 12.0 / 52.0,
        _ => return None,
    };
    Some((times, text.len() - rest.len() + word.len()))
}

/// The noun that a number counts, in the singular and lower case, and the number of bytes up to its end.
/// It is the first word that looks like a plural, else the first word.
pub(crate) fn noun(text: &str, value: f64) -> Option<(String, usize)> {
    let mut words: Vec<(&str, usize)> = Vec::new();
    let mut at = 0;
    while words.len() < 4 {
        let Some(word) = first_word(&text[at..]).filter(|word| !joins(word)) else { break };
        at += word.len();
        words.push((word, at));
        if !text[at..].starts_with(' ') {
            break;
        }
        at += 1;
    }
    let plural = |(word, _): &&(&str, usize)| singular(&word.to_lowercase()).is_some();
    let chosen = match value == 1.0 {
        true => words.get(1).or(words.first()),
        false => words.iter().find(plural).or(words.first()),
    };
    let (word, end) = chosen?;
    let word = word.to_lowercase();
    Some((singular(&word).unwrap_or(word), *end))
}

/// The singular, in lower case, of a word that looks like a plural.
pub(crate) fn singular(word: &str) -> Option<String> {
    if word == "people" {
        return Some("person".to_owned());
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return Some(format!("{stem}y"));
    }
    let stem = word.strip_suffix('s').filter(|stem| stem.len() > 1)?;
    (!stem.ends_with(['s', 'u', 'i'])).then(|| stem.to_owned())
}

/// Words that end a phrase: the words after them are not counted nouns.
fn joins(word: &str) -> bool {
    PHRASE_ENDS.contains(word.to_lowercase().as_str())
}

/// How the words before a number change its meaning, and where they begin.
pub(crate) fn qualifier(text: &str, start: usize) -> (Option<Qualifier>, usize) {
    let before = text[..start].trim_end();
    let senses = [
        (&AT_MOST, Qualifier::AtMost),
        (&AT_LEAST, Qualifier::AtLeast),
        (&ABOUT, Qualifier::About),
    ];
    let all = senses.into_iter().flat_map(|(words, sense)| words.iter().map(move |it| (it, sense)));
    let mut all = all.map(|(words, sense)| (*words, sense));
    let found = all.find(|(words, _)| {
        let at = before.len().checked_sub(words.len()).filter(|at| before.is_char_boundary(*at));
        at.is_some_and(|at| {
            let whole = !words.starts_with(char::is_alphabetic)
                || !before[..at].ends_with(char::is_alphanumeric);
            before[at..].eq_ignore_ascii_case(words) && whole
        })
    });
    match found {
        Some((words, sense)) => (Some(sense), before.len() - words.len()),
        None => (None, start),
    }
}
