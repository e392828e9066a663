//! The rungs that a name counts: "L4", "Engineer II", "DEV-3 to DEV-5".

use crate::model::Role;

/// Rungs of larger numbers are years, or numbers of something else.
const HIGHEST: u32 = 40;

/// The smallest Roman numerals, as far as ladders count with them.
const ROMAN: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

/// The rungs that a name counts: one, or a range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rungs {
    /// What is counted, in small letters: the name without its number. Only rungs of one family
    /// stand on one scale.
    pub(crate) family: String,
    /// The lowest of them.
    pub(crate) first: u32,
    /// The highest of them.
    pub(crate) last: u32,
    /// The words of the name that are no part of the rung: "Builder" in "Rank 2: Builder".
    pub(crate) rest: String,
    /// What stands before and behind the number.
    around: [String; 2],
    is_roman: bool,
}

impl Rungs {
    /// The rungs that a name counts, a family each: "IC3 / M1" is on two scales. A code ("L4") counts
    /// before a number at the end of words ("Engineer 2").
    pub(crate) fn of_name(name: &str) -> Vec<Self> {
        let words = words(name);
        let mut found: Vec<Self> = Vec::new();
        for code in (0..words.len()).filter_map(|at| code(name, &words, at)) {
            let is_known = |known: &Self| known.family == code.family && known.holds(code.first);
            if !found.iter().any(is_known) {
                found.push(code);
            }
        }
        if found.is_empty() {
            found.extend(counted(name));
        }
        found
    }

    /// The rungs that a role says it is: in its title, its label, or as its level.
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
        let roman = number.checked_sub(1).and_then(|at| ROMAN.get(at as usize));
        match roman.filter(|_| self.is_roman) {
            Some(roman) => format!("{before}{roman}{behind}"),
            None => format!("{before}{number}{behind}"),
        }
    }
}

/// A word of a name, and where it begins.
type Word<'a> = (usize, &'a str);

fn words(name: &str) -> Vec<Word<'_>> {
    let mut found: Vec<Word> = Vec::new();
    let mut start = None;
    for (at, c) in name.char_indices().chain([(name.len(), ' ')]) {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push((from, &name[from..at]));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// A number as rungs have it.
fn number(word: &str) -> Option<u32> {
    let plain = (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    word.parse().ok().filter(|number| plain && *number <= HIGHEST)
}

fn roman(word: &str) -> Option<u32> {
    ROMAN.iter().position(|numeral| *numeral == word).map(|at| at as u32 + 1)
}

/// The code that a word of a name begins: "L4", "IC-3", "DEV 3".
fn code(name: &str, words: &[Word<'_>], at: usize) -> Option<Rungs> {
    // Versions, quarters and halves of a year are counted like this too.
    const OTHERWISE: [&str; 5] = ["v", "q", "h", "fy", "ver"];
    let (start, word) = words[at];
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_code = letters.chars().all(|c| c.is_ascii_alphabetic())
        && (1..=5).contains(&letters.len())
        && (letters.len() <= 2 || letters.bytes().all(|b| b.is_ascii_uppercase()));
    if !is_code || OTHERWISE.contains(&letters.to_lowercase().as_str()) {
        return None;
    }
    let glued = start + letters.len();
    let (value, digits) = match number(&word[letters.len()..]) {
        Some(value) => (value, glued),
        None if letters.len() == word.len() => {
            let (next, digits) = words.get(at + 1)?;
            let between = &name[glued..*next];
            let joins =
                between == "-" || (between == " " && letters.len() > 1 && is_upper(letters));
            (number(digits).filter(|_| joins)?, *next)
        }
        None => return None,
    };
    let mut end = digits + name[digits..].bytes().take_while(u8::is_ascii_digit).count();
    // "L3.5" is between two rungs.
    let is_part = name[end..].strip_prefix('.').is_some_and(|rest| rest.starts_with(is_digit));
    if is_part {
        return None;
    }
    let before = &name[start..digits];
    let last = range_end(&name[end..], before, number);
    end += last.map_or(0, |(_, length)| length);
    Some(Rungs {
        family: letters.to_lowercase(),
        first: value,
        last: last.map_or(value, |(last, _)| last).max(value),
        rest: format!("{} {}", &name[..start], &name[end..]),
        around: [before.to_owned(), String::new()],
        is_roman: false,
    })
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

fn is_upper(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_uppercase())
}

/// The only number among the words of a name: "Rank 2: Builder", "Senior II Engineer".
fn counted(name: &str) -> Option<Rungs> {
    let marks = ["(", ":", ",", " - ", " – ", " — ", " | "];
    let cut = marks.iter().filter_map(|mark| name.find(mark)).min().unwrap_or(name.len());
    let head = name[..cut].trim_end();
    let words = words(head);
    let at = words.iter().skip(1).position(|(_, word)| value(word).is_some())? + 1;
    let (start, word) = words[at];
    let first = value(word)?;
    let is_roman = roman(word).is_some();
    let before = &head[..start];
    let noun = words[at - 1].1;
    let mut end = start + word.len();
    let read = if is_roman { roman } else { number };
    let last = range_end(&name[end..], &format!("{noun} "), read);
    end += last.map_or(0, |(_, length)| length);
    let behind = head.get(end..).unwrap_or_default();
    // Two numbers that are no range count two things.
    if behind.chars().any(is_digit) || head[..start].chars().any(is_digit) {
        return None;
    }
    let family = format!("{} {}", before.trim(), behind.trim());
    Some(Rungs {
        family: family.trim().to_lowercase(),
        first,
        last: last.map_or(first, |(last, _)| last).max(first),
        rest: name[cut.max(end)..].to_owned(),
        around: [before.to_owned(), behind.to_owned()],
        is_roman,
    })
}

fn value(word: &str) -> Option<u32> {
    number(word).or_else(|| roman(word))
}

/// The upper end of a range behind its lower end, and how many bytes say it: " to DEV-5", "/L4".
fn range_end(text: &str, prefix: &str, read: fn(&str) -> Option<u32>) -> Option<(u32, usize)> {
    const JOINTS: [&str; 9] = ["to ", "through ", "bis ", "and ", "-", "–", "—", "/", "&"];
    let bare = text.trim_start();
    let joint = JOINTS.iter().find(|joint| bare.starts_with(**joint))?;
    let behind = bare[joint.len()..].trim_start();
    let starts = |prefix: &str| {
        let start = behind.get(..prefix.len())?;
        start.eq_ignore_ascii_case(prefix).then(|| &behind[prefix.len()..])
    };
    let number = starts(prefix).or_else(|| starts(prefix.trim_end())).unwrap_or(behind);
    let end = number.find(|c: char| !c.is_alphanumeric()).unwrap_or(number.len());
    let last = read(&number[..end])?;
    // "L1 - 2 years" is no range.
    let goes_on = number[end..].trim_start().starts_with(char::is_alphabetic);
    let said = text.len() - number.len() + end;
    (!goes_on || number.len() < behind.len()).then_some((last, said))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a name counts, as "family first-last|rest".
    #[track_caller]
    fn check(name: &str, want: &str) {
        let got = Rungs::of_name(name).into_iter().map(|it| {
            let rest: Vec<&str> = words(&it.rest).into_iter().map(|(_, word)| word).collect();
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
    fn other_names_count_nothing() {
        for name in ["Senior Engineer", "I", "Q3", "v2", "L3.5", "Class of 2024", "Series A"] {
            check(name, "");
        }
    }

    #[test]
    fn another_rung_is_called_like_the_one() {
        let called = |name: &str, number| Rungs::of_name(name)[0].called(number);
        assert_eq!(called("Engineer I", 2), "Engineer II");
        assert_eq!(called("DEV-3 to DEV-5", 7), "DEV-7");
        assert_eq!(called("Rank 2: Builder", 3), "Rank 3");
    }
}
