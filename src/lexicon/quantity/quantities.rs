//! Reads the quantities of a text, from left to right.

use super::digits::{Digits, digits, fraction, is_negative};
use super::units::{self, UnitMeaning};
use crate::model::{Quantity, Unit};

/// Every quantity that a text states, in reading order. Numbers that only name something are ignored:
/// "L4", "Q3", "1:1", "24/7", "3rd", years. A negative number is ignored too, because no bar can show it.
pub(crate) fn quantities(text: &str) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        let (quantity, end) = match amount(text, start) {
            Some(first) if is_negative(text, start) => (None, range_end(text, first)),
            Some(first) => (quantity(text, start, first), first.end),
            None => (None, start + text[start..].chars().next().map_or(1, char::len_utf8)),
        };
        at = match quantity {
            Some(quantity) => {
                let end = quantity.range.end;
                found.push(quantity);
                end
            }
            None => end,
        };
    }
    found
}

/// The end of a range that begins with an amount; without a range, the end of the amount.
fn range_end(text: &str, first: Amount<'_>) -> usize {
    second(text, first.end, false).map_or(first.end, |last| last.end)
}

/// A number as written, with the characters that touch it.
#[derive(Debug, Clone, Copy)]
struct Amount<'a> {
    value: f64,
    /// The factor of a "K" or "million" after it.
    factor: f64,
    currency: Option<&'a str>,
    percent: bool,
    open: bool,
    /// Whether it is a word: "two".
    is_word: bool,
    /// Whether it is four plain digits, like a year.
    is_year: bool,
    end: usize,
}

/// Where the next number, number word or currency sign may begin.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let mut before = text[..from].chars().next_back();
    let mut letter_dash = false;
    for (at, c) in text[from..].char_indices().map(|(at, c)| (from + at, c)) {
        let inside =
            before.is_some_and(|b| b.is_alphanumeric() || matches!(b, '#' | '/' | '_' | '.'));
        let starts = c.is_ascii_digit()
            || fraction(c).is_some()
            || units::is_currency_sign(c)
            || c.is_ascii_alphabetic();
        // Letters of a script without spaces may touch a number and do not belong to it.
        let glued =
            before.is_some_and(|b| b.is_alphabetic() && !b.is_ascii()) && c.is_ascii_digit();
        if starts && (!inside || glued) && !letter_dash {
            return Some(at);
        }
        letter_dash = c == '-' && before.is_some_and(char::is_alphabetic)
            || c == ':' && before.is_some_and(|b| b.is_ascii_digit());
        before = Some(c);
    }
    None
}

/// The number at a position; `None` if there is none, or if it only names something.
fn amount(text: &str, start: usize) -> Option<Amount<'_>> {
    let rest = &text[start..];
    if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
        if let Some(sign) = ["US$", "R$", "A$", "C$"].iter().find(|sign| rest.starts_with(**sign)) {
            return number(text, start + sign.len(), Some(&rest[..sign.len()]));
        }
        let end = start + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let value = units::number_word(&text[start..end])?;
        let plain = Amount { value, factor: 1.0, end, ..Amount::empty() };
        return Some(Amount { is_word: true, ..plain });
    }
    let sign =
        rest.chars().next().filter(|c| units::is_currency_sign(*c)).map_or(0, char::len_utf8);
    let at = start + sign + rest[sign..].len() - rest[sign..].trim_start_matches(' ').len();
    number(text, at, (sign > 0).then(|| &rest[..sign]))
}

impl Amount<'_> {
    fn empty() -> Self {
        Self {
            value: 0.0,
            factor: 1.0,
            currency: None,
            percent: false,
            open: false,
            is_word: false,
            is_year: false,
            end: 0,
        }
    }
}

fn number<'a>(text: &'a str, at: usize, currency: Option<&'a str>) -> Option<Amount<'a>> {
    let Digits { value, mut end } = digits(text, at)?;
    let is_year = end == at + 4 && (1900.0..=2100.0).contains(&value);
    let mut found = Amount { value, currency, is_year, ..Amount::empty() };
    if let Some((factor, length)) = units::multiplier(&text[end..]) {
        found.factor = factor;
        end += length;
    }
    let rest = text[end..].trim_start_matches(' ');
    if rest.starts_with(['%', '％']) || units::first_word(rest).is_some_and(units::is_percent) {
        found.percent = true;
        end = text.len() - rest.len();
        end += if rest.starts_with('%') {
            1
        } else {
            units::first_word(rest).map_or('％'.len_utf8(), str::len)
        };
    }
    if text[end..].starts_with('+') {
        found.open = true;
        end += 1;
    } else if says_more(&text[end..]) {
        found.open = true;
        end += " or more".len();
    }
    found.end = end;
    (!names_something(text, at, end)).then_some(found)
}

/// Whether characters that look like a number are a ratio, a date, a version, an ordinal or a code.
fn names_something(text: &str, start: usize, end: usize) -> bool {
    let mut after = text[end..].chars();
    let (next, second) = (after.next(), after.next());
    let digit_follows = second.is_some_and(|c| c.is_ascii_digit());
    let before = text[..start].chars().next_back();
    match next {
        Some(':' | '/' | '.') if digit_follows => true,
        Some(c) if c.is_ascii_alphabetic() => {
            units::first_word(&text[end..]).is_none_or(|word| units::measure(word).is_none())
        }
        _ => before == Some('.'),
    }
}

/// The quantity that begins with an amount: its range, its unit, and the words before it.
fn quantity(text: &str, start: usize, first: Amount<'_>) -> Option<Quantity> {
    let between = ends_with_word(&text[..start], "between");
    let mut last = second(text, first.end, between).unwrap_or(first);
    let is_range = last.end != first.end;
    let mut low = first.value * first.factor;
    // "1-2.5M" begins at a million.
    if first.factor == 1.0 && last.factor > 1.0 && first.value <= last.value {
        low *= last.factor;
    }
    let mut high = last.value * last.factor;
    let currency = first.currency.or(last.currency);
    let (unit, mut end) = if last.percent {
        (Unit::Percent, last.end)
    } else if let Some(currency) = currency {
        (Unit::Money(currency.to_owned()), last.end)
    } else {
        let (scale, unit, end) = unit(text, last, first.is_word && !is_range)?;
        high *= scale;
        low *= scale;
        (unit, end)
    };
    if matches!(unit, Unit::None | Unit::Count(_)) && (first.is_year || last.is_year) {
        return None;
    }
    if (unit == Unit::None && first.is_word) || (is_range && high < low) {
        return None;
    }
    // "6 months to 2 years": both ends have a unit.
    if let (false, Unit::Time, Some(more)) = (is_range, &unit, second(text, end, between))
        && let Some((scale, Unit::Time, behind)) = self::unit(text, more, false)
        && more.value * scale >= high
    {
        high = more.value * scale;
        last = more;
        end = behind;
    }
    let (sense, begin) = units::qualifier(text, start);
    let mut open = last.open || says_more(&text[end..]);
    match sense {
        Some(units::Qualifier::AtLeast) => open = true,
        Some(units::Qualifier::AtMost) if !is_range => low = 0.0,
        _ => {}
    }
    let begin = if between { text[..start].trim_end().len() - "between".len() } else { begin };
    if text[end..].starts_with('+') {
        open = true;
        end += 1;
    }
    Some(Quantity { low, high, open, unit, range: begin..end })
}

/// The other end of a range, after a dash or a word for it.
fn second(text: &str, at: usize, between: bool) -> Option<Amount<'_>> {
    let rest = &text[at..];
    let bare = rest.trim_start_matches(' ');
    let dash = bare.chars().next().filter(|c| matches!(c, '-' | '–' | '—' | '~' | '〜' | '−'));
    let behind = match dash {
        Some(dash) => &bare[dash.len_utf8()..],
        None => {
            let word = units::first_word(bare)?;
            let joins = matches!(word, "to" | "bis" | "até" | "a") || (between && word == "and");
            if !joins || bare.len() == rest.len() {
                return None;
            }
            &bare[word.len()..]
        }
    };
    let behind = behind.trim_start_matches(' ');
    amount(text, text.len() - behind.len())
}

/// What an amount measures or counts, its multiplier, and where the unit ends.
fn unit(text: &str, amount: Amount<'_>, strict: bool) -> Option<(f64, Unit, usize)> {
    let rest = &text[amount.end..];
    let dashed = rest.starts_with('-');
    let bare = rest.trim_start_matches([' ', '-']);
    let gap = rest.len() - bare.len();
    let none = (1.0, Unit::None, amount.end);
    let Some(word) = units::first_word(bare).filter(|_| gap <= 1) else {
        return Some(none);
    };
    let end = text.len() - bare.len() + word.len();
    match units::measure(word) {
        Some(UnitMeaning::Time { days, work_hours }) => {
            let (weeks, behind) = units::rhythm(&text[end..])
                .map_or((None, end), |(weeks, length)| (Some(weeks), end + length));
            Some(match weeks {
                Some(weeks) => (work_hours * weeks, Unit::Effort, behind),
                None => (days, Unit::Time, end),
            })
        }
        Some(UnitMeaning::Currency) => Some((1.0, Unit::Money(word.to_owned()), end)),
        // "two-way" and "3-tier" count nothing.
        None if dashed => None,
        None => match units::noun(bare, amount.value) {
            Some((noun, length)) => {
                Some((1.0, Unit::Count(noun), text.len() - bare.len() + length))
            }
            None if strict => None,
            None => Some(none),
        },
    }
}

/// Whether a text begins with the beginning of a range. Only its start is read, because a long text may
/// have many numbers.
fn says_more(text: &str) -> bool {
    const MORE: &str = " or more";
    text.get(..MORE.len()).is_some_and(|start| start.eq_ignore_ascii_case(MORE))
}

fn ends_with_word(text: &str, word: &str) -> bool {
    let text = text.trim_end();
    text.len() >= word.len()
        && text.is_char_boundary(text.len() - word.len())
        && text[text.len() - word.len()..].eq_ignore_ascii_case(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Quantities as text: "30..100+ engineer".
    #[track_caller]
    fn check(text: &str, want: &[&str]) {
        let shown = |q: &Quantity| {
            let round = |n: f64| (n * 100.0).round() / 100.0;
            let unit = match &q.unit {
                Unit::Percent => "%".to_owned(),
                Unit::Money(currency) => currency.clone(),
                Unit::Time => "days".to_owned(),
                Unit::Effort => "h/week".to_owned(),
                Unit::Count(noun) => noun.clone(),
                Unit::None => "-".to_owned(),
            };
            let open = if q.open { "+" } else { "" };
            format!("{}..{}{open} {unit} <{}>", round(q.low), round(q.high), &text[q.range.clone()])
        };
        let got: Vec<String> = quantities(text).iter().map(shown).collect();
        assert_eq!(got, want, "in {text:?}");
    }

    #[test]
    fn counts_have_the_noun_they_count() {
        check("30-90+ designers", &["30..90+ designer <30-90+ designers>"]);
        check("3–9 platform managers", &["3..9 manager <3–9 platform managers>"]);
        check("leads 10 people in 2 teams", &["10..10 person <10 people>", "2..2 team <2 teams>"]);
        check("two to three squads", &["2..3 squad <two to three squads>"]);
        check("over 1,200 users", &["1200..1200+ user <over 1,200 users>"]);
        check("between 5 and 10 reports", &["5..10 report <between 5 and 10 reports>"]);
        check("up to 5 companies", &["0..5 company <up to 5 companies>"]);
        check("1 team, 3 services", &["1..1 team <1 team>", "3..3 service <3 services>"]);
        check("15-45+ testers (several sites)", &["15..45+ tester <15-45+ testers>"]);
        check("조직 30명", &["30..30 명 <30명>"]);
    }

    #[test]
    fn shares_and_money() {
        check("70% delivery, 30% planning", &["70..70 % <70%>", "30..30 % <30%>"]);
        check("20-30 percent", &["20..30 % <20-30 percent>"]);
        check("$500K", &["500000..500000 $ <$500K>"]);
        check("$1-2.5M budget", &["1000000..2500000 $ <$1-2.5M>"]);
        check("€2 million+", &["2000000..2000000+ € <€2 million+>"]);
        check("40k EUR", &["40000..40000 EUR <40k EUR>"]);
        check("10k+ customers", &["10000..10000+ customer <10k+ customers>"]);
    }

    #[test]
    fn time_is_in_days_and_effort_in_hours_a_week() {
        check("4-7 years", &["1461..2556.75 days <4-7 years>"]);
        check("3+ months of planning", &["91.31..91.31+ days <3+ months>"]);
        check("2-week sprint", &["14..14 days <2-week>"]);
        check("5+ yrs", &["1826.25..1826.25+ days <5+ yrs>"]);
        check("6 months to 2 years", &["182.63..730.5 days <6 months to 2 years>"]);
        check("5-7 hrs/week", &["5..7 h/week <5-7 hrs/week>"]);
        check("2 hours per day", &["10..10 h/week <2 hours per day>"]);
        check("1 day a week", &["8..8 h/week <1 day a week>"]);
        check("5-7 h/semana", &["5..7 h/week <5-7 h/semana>"]);
        check("2 Stunden pro Woche", &["2..2 h/week <2 Stunden pro Woche>"]);
        check("1½ hours per week", &["1.5..1.5 h/week <1½ hours per week>"]);
        check("¾ year", &["273.94..273.94 days <¾ year>"]);
        check("½-1 day a week", &["4..8 h/week <½-1 day a week>"]);
        check("2h weekly", &["2..2 h/week <2h weekly>"]);
    }

    #[test]
    fn numbers_that_name_something_are_left_out() {
        for text in [
            "L4 and IC3",
            "1:1s with reports",
            "on call 24/7",
            "in Q3",
            "the 3rd time",
            "since 2024",
            "version 1.2.3",
            "#12",
            "ISO-27001",
            "one of the best",
            "the one who",
            "COVID-19",
            "a/2",
        ] {
            check(text, &[]);
        }
        check("about 12", &["12..12 - <about 12>"]);
    }

    #[test]
    fn spaces_part_thousands() {
        check("1 500 users", &["1500..1500 user <1 500 users>"]);
        check("1\u{a0}500 users", &["1500..1500 user <1\u{a0}500 users>"]);
        check("12\u{202f}500\u{202f}000 €", &["12500000..12500000 - <12\u{202f}500\u{202f}000>"]);
        check("€1 500 000", &["1500000..1500000 € <€1 500 000>"]);
        check("1 500-2 000 users", &["1500..2000 user <1 500-2 000 users>"]);
        check("800-1 200 users", &["800..1200 user <800-1 200 users>"]);
        check("1 500+ users", &["1500..1500+ user <1 500+ users>"]);
        // Digits that may be several numbers are not joined.
        check("5, 10 200 users", &["5..5 - <5>", "10..10 - <10>", "200..200 user <200 users>"]);
        check("5 100% goals", &["5..5 - <5>", "100..100 % <100%>"]);
        check("1 50 users", &["1..1 - <1>", "50..50 user <50 users>"]);
        check("1 5000 users", &["1..1 - <1>", "5000..5000 user <5000 users>"]);
        check("1 500 20 users", &["1..1 - <1>", "500..500 - <500>", "20..20 user <20 users>"]);
        check("2024 500 users", &["500..500 user <500 users>"]);
        check("1000 500 users", &["1000..1000 - <1000>", "500..500 user <500 users>"]);
        check("1-2 500 users", &["1..2 - <1-2>", "500..500 user <500 users>"]);
    }

    #[test]
    fn numbers_below_nothing_are_left_out() {
        for text in ["-5%", "−5%", "(-5%)", "-5 to 3%", "-5 to -2%", "-$5K", "from -5% to -2%"] {
            check(text, &[]);
        }
        check("+5%", &["5..5 % <5%>"]);
        check("10 -20 people", &["10..20 person <10 -20 people>"]);
        check("- 5 people", &["5..5 person <5 people>"]);
        check("-5% and 3 teams", &["3..3 team <3 teams>"]);
    }

    #[test]
    fn ends_are_compared() {
        let of = |text| quantities(text).remove(0);
        assert!(of("15-50+ engineers").agrees(&of("15-50 engineers")));
        assert!(!of("15-50 engineers").agrees(&of("15-50 teams")));
        assert!(
            of("1-2 teams").is_apart(&of("3-4 teams")) && !of("2+ teams").is_apart(&of("9 teams"))
        );
        assert!(of("1-9 teams").holds(&of("3 teams")) && !of("3 teams").holds(&of("1-9 teams")));
        assert!(of("12 months").agrees(&of("1 year")));
    }
}
