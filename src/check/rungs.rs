//! The numbered rungs in a name: "L4", "Engineer II", "DEV-3 to DEV-5".

use crate::lexicon::list::COUNTED_OTHERWISE;
use crate::lexicon::{self, Token, as_roman, code_at, is_level_word, is_number, range_end, tokens};
use crate::model::Role;

/// Larger numbers are years, or count something else than rungs.
const HIGHEST: u32 = 40;

/// The numbered rungs in a name: one, or a range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rungs {
    /// The name without its number, in small letters. Only rungs of one family are on one scale.
    pub(crate) family: String,
    /// The lowest of them.
    pub(crate) first: u32,
    /// The highest of them.
    pub(crate) last: u32,
    /// The words of the name that are not part of the rung: "Builder" in "Rank 2: Builder".
    pub(crate) rest: String,
    /// The text before and behind the number.
    around: [String; 2],
    is_roman: bool,
}

impl Rungs {
    /// The numbered rungs in a name, one for each family: "IC3 / M1" is on two scales. A code ("L4") takes
    /// precedence over a number behind words ("Engineer 2").
    pub(crate) fn of_name(name: &str) -> Vec<Self> {
        let words = tokens(name);
        let mut found: Vec<Self> = Vec::new();
        for code in (0..words.len()).filter_map(|at| code(name, &words, at)) {
            let is_known = |known: &Self| known.family == code.family && known.holds(code.first);
            if !found.iter().any(is_known) {
                found.push(code);
            }
        }
        if found.is_empty() {
            found.extend(counted(name, &words));
        }
        found
    }

    /// The numbered rungs of a role: in its title, its label, or its level.
    pub(crate) fn of_role(role: &Role) -> Vec<Self> {
        let level = match role.level.as_deref() {
            Some(bare) if number(bare).is_some() => format!("Level {bare}"),
            Some(code) => code.to_owned(),
            None => String::new(),
        };
        let names = [role.document.title.as_str(), &level, &role.document.label];
        names.into_iter().map(Self::of_name).find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// Whether a number is among them.
    pub(crate) fn holds(&self, number: u32) -> bool {
        (self.first..=self.last).contains(&number)
    }

    /// The name of another rung of the family.
    pub(crate) fn called(&self, number: u32) -> String {
        let [before, behind] = &self.around;
        let roman = as_roman(number).filter(|_| self.is_roman);
        let number = roman.map_or(number.to_string(), |roman| roman.to_uppercase());
        format!("{before}{number}{behind}")
    }
}

/// A set of numbers of rungs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct RungNumbers {
    /// A bit for each number: none is above [`HIGHEST`].
    bits: u64,
}

impl RungNumbers {
    /// Adds the numbers of rungs.
    pub(crate) fn add(&mut self, rungs: &Rungs) {
        (rungs.first..=rungs.last).for_each(|number| self.bits |= Self::bit(number));
    }

    /// Adds other numbers.
    pub(crate) fn extend(&mut self, others: Self) {
        self.bits |= others.bits;
    }

    /// Whether a number is among them.
    pub(crate) fn have(self, number: u32) -> bool {
        self.bits & Self::bit(number) != 0
    }

    /// The lowest of them.
    pub(crate) fn lowest(self) -> u32 {
        self.bits.trailing_zeros()
    }

    fn bit(number: u32) -> u64 {
        1_u64.checked_shl(number).unwrap_or(0)
    }
}

/// A number that a rung can have.
fn number(word: &str) -> Option<u32> {
    lexicon::value(word).filter(|number| is_number(word) && *number <= HIGHEST)
}

fn roman(word: &str) -> Option<u32> {
    lexicon::roman(&word.to_lowercase()).filter(|_| is_upper(word))
}

fn value(word: &str) -> Option<u32> {
    number(word).or_else(|| roman(word))
}

fn is_upper(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_uppercase())
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// The code at a word of a name: "L4", "IC-3", "DEV 3".
fn code(name: &str, words: &[Token<'_>], at: usize) -> Option<Rungs> {
    // Letters that count nothing else are a code at any place.
    let (count, code) = code_at(words, at, true)?;
    let is_other = is_level_word(&code.prefix) || COUNTED_OTHERWISE.contains(code.prefix.as_str());
    let behind = at + count;
    // "L3.5" is between two rungs.
    let is_part =
        words.get(behind).is_some_and(|it| it.gap == "." && it.text.starts_with(is_digit));
    if is_other || is_part || code.number > HIGHEST {
        return None;
    }
    let (start, counting) = (words[at].at, &words[behind - 1]);
    let before = &name[start..counting.at + counting.text.find(is_digit)?];
    let letters = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    let (last, behind) = range_end(words, behind, letters, number).unwrap_or((code.number, behind));
    let end = words[behind - 1].end();
    Some(Rungs {
        family: code.prefix,
        first: code.number,
        last: last.max(code.number),
        rest: format!("{} {}", &name[..start], &name[end..]),
        around: [before.to_owned(), String::new()],
        is_roman: false,
    })
}

/// The only number among the words of a name: "Rank 2: Builder", "Senior II Engineer".
fn counted(name: &str, words: &[Token<'_>]) -> Option<Rungs> {
    let marks = ["(", ":", ",", " - ", " – ", " — ", " | "];
    let cut = marks.iter().filter_map(|mark| name.find(mark)).min().unwrap_or(name.len());
    let at = words.iter().skip(1).position(|word| value(word.text).is_some())? + 1;
    let Token { text, at: start, .. } = words[at];
    let first = value(text).filter(|_| start < cut)?;
    let is_roman = roman(text).is_some();
    let read = if is_roman { roman } else { number };
    let (last, behind) =
        range_end(words, at + 1, words[at - 1].text, read).unwrap_or((first, at + 1));
    let end = words[behind - 1].end();
    let (before, behind) = (&name[..start], name[..cut].trim_end().get(end..).unwrap_or_default());
    // Two numbers that are not a range count two things.
    if behind.chars().any(is_digit) || before.chars().any(is_digit) {
        return None;
    }
    let family = format!("{} {}", before.trim(), behind.trim());
    Some(Rungs {
        family: family.trim().to_lowercase(),
        first,
        last: last.max(first),
        rest: name[cut.max(end)..].to_owned(),
        around: [before.to_owned(), behind.to_owned()],
        is_roman,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rungs in a name, as "family first-last|rest".
    #[track_caller]
    fn check(name: &str, want: &str) {
        let got = Rungs::of_name(name).into_iter().map(|it| {
            let rest: Vec<&str> = tokens(&it.rest).into_iter().map(|word| word.text).collect();
            format!("{} {}-{}|{}", it.family, it.first, it.last, rest.join(" "))
        });
        assert_eq!(got.collect::<Vec<_>>().join(", "), want, "{name}");
    }

    #[test]
    fn codes_and_numbers_are_counted() {
        check("L4", "l 4-4|");
        check("Staff Engineer (IC5)", "ic 5-5|Staff Engineer");
        check("DEV-3", "dev 3-3|");
        check("SDE 2", "sde 2-2|");
        check("Rank 2: Builder", "rank 2-2|Builder");
        check("Software Engineer III", "software engineer 3-3|");
        check("Senior II Engineer", "senior engineer 2-2|");
        check("Level 4", "level 4-4|");
        check("IC3 / M1", "ic 3-3|M1, m 1-1|IC3");
    }

    #[test]
    fn ranges_are_read() {
        check("DEV-3 to DEV-5", "dev 3-5|");
        check("L3-L5", "l 3-5|");
        check("L3/L4", "l 3-4|");
        check("Engineer I/II", "engineer 1-2|");
        check("Levels 3 & 4", "levels 3-4|");
        check("Level 3 to Level 5", "level 3-5|");
    }

    #[test]
    fn sets_hold_the_numbers_of_ranges() {
        let mut numbers = RungNumbers::default();
        Rungs::of_name("L3-L5").iter().for_each(|rungs| numbers.add(rungs));
        Rungs::of_name("L40").iter().for_each(|rungs| numbers.add(rungs));
        let held: Vec<u32> = (0..100).filter(|number| numbers.have(*number)).collect();
        assert_eq!((held, numbers.lowest()), (vec![3, 4, 5, 40], 3));
    }

    #[test]
    fn other_names_count_nothing() {
        for name in ["Senior Engineer", "I", "Q3", "v2", "L3.5", "Class of 2024", "Series A"] {
            check(name, "");
        }
    }

    #[test]
    fn another_rung_is_called_like_the_one() {
        let called = |name: &str, number| Rungs::of_name(name)[0].called(number);
        assert_eq!(called("Engineer I", 2), "Engineer II");
        assert_eq!(called("Engineer X", 14), "Engineer XIV");
        assert_eq!(called("DEV-3 to DEV-5", 7), "DEV-7");
        assert_eq!(called("Rank 2: Builder", 3), "Rank 3");
    }
}
