//! The grammar of level names: one reader for the names of files, headings, cells and keys alike.

use super::code::{LevelCode, take_code, take_remarks, tokens};
use super::frame::{begins_with_a_section, is_job, parted, reads_like_a_sentence, unwrapped};
use super::seniority::{MIDDLE, has_parts, one_of, part, rank_of, seniority};
use crate::lexicon::list::{
    CLAUSES, CONTEXTS, FILLERS, LEADERS, LEVEL_WORDS, NOT_AGENTS, NOUN_PARTS, NOUNS, NOUNS_AT_END,
    SCALES, SECTIONS, SENIORITY_PARTS,
};
use crate::lexicon::number::{is_number, roman, value};
use crate::lexicon::words::words;

/// A text of more bytes is not a name.
const LONGEST: usize = 110;

/// A longer text is not a name; after a code, more words are allowed.
const MOST_WORDS: usize = 9;

/// A text, read as the name of a level.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct LevelName {
    /// Its words in lower case, without codes, remarks in brackets and the frame of a title.
    pub(crate) words: Vec<String>,
    /// The code of the level: "L4", "Level 4", "DEV-3 to DEV-5".
    pub(crate) code: Option<LevelCode>,
    /// A numeral after the name: "Engineer II", "Engineer 2".
    pub(crate) numeral: Option<u32>,
    /// Whether it has a word for its seniority.
    pub(crate) has_seniority: bool,
    /// How senior it sounds.
    pub(crate) seniority: u32,
    /// Its words without its rank: "software engineer".
    pub(crate) core: Vec<String>,
    /// Whether it has a known noun for a profession.
    pub(crate) has_noun: bool,
    /// Whether its last word has the form of an agent noun: "florist".
    pub(crate) is_agent: bool,
    /// Whether it is a sentence, a question, a step, a time or a comparison.
    pub(crate) is_clause: bool,
    /// Whether it names a part of a text: "Requirements".
    pub(crate) is_section: bool,
    /// Whether it names several of a kind: "Engineers".
    pub(crate) is_plural: bool,
    /// Whether words around it name the kind of the page: "Job description: Engineer".
    pub(crate) is_wrapped: bool,
    /// Whether those words say that the page is about several levels: "Engineer career path".
    pub(crate) is_track: bool,
    /// Whether it is a grade of skill: "Beginner".
    pub(crate) is_grade: bool,
    /// Whether the document states that it is a level, whatever its name is.
    pub(crate) is_said: bool,
    /// The words in brackets after it.
    pub(crate) remark: String,
}

impl LevelName {
    /// Reads a text that was not read before; [`Self::read`] remembers those that were.
    pub(super) fn read_anew(text: &str) -> Self {
        if Self::is_too_long(text) || reads_like_a_sentence(text) {
            return Self { is_clause: true, ..Self::default() };
        }
        let mut name = Self::default();
        let apart = parted(text);
        let text = apart.as_deref().unwrap_or(text);
        let is_part = begins_with_a_section(text);
        let (text, wrapper) = unwrapped(text);
        name.is_wrapped = !wrapper.is_empty();
        name.is_track =
            words(wrapper).iter().any(|word| CONTEXTS.contains(word.as_str()) && !is_job(word));
        let mut tokens = tokens(text);
        name.code = take_code(&mut tokens);
        name.remark = take_remarks(&mut tokens);
        let is_alone = tokens.len() == 1;
        // In lower case it is the Portuguese word for "in" and not an engineering manager.
        tokens.retain(|token| is_alone || token.text != "em");
        name.words = tokens.iter().map(|token| token.text.to_lowercase()).collect();
        name.take_numeral();
        name.take_core();
        name.is_section |= is_part;
        // A word that begins a sentence is not in a name, but a code before it is stronger evidence.
        let starts = |word: &String| CLAUSES.contains(word.as_str());
        let is_short = name.words.len() <= 1;
        name.is_clause |= name.words.first().is_some_and(starts) && !(name.is_bare() && is_short);
        // "Removing a maintainer".
        let does = |word: &String| word.ends_with("ing");
        let is_article = |word: &String| ["a", "an", "the", "your"].contains(&word.as_str());
        name.is_clause |=
            name.words.first().is_some_and(does) && name.words.get(1).is_some_and(is_article);
        name.is_clause |= name.words.len() > MOST_WORDS + 3 * usize::from(name.code.is_some());
        name
    }

    /// Whether a text is too long for a name.
    pub(super) fn is_too_long(text: &str) -> bool {
        text.len() > LONGEST
    }

    fn take_numeral(&mut self) {
        let number = |(at, word): (usize, &String)| {
            let is_alone = self.words.len() == 1;
            let roman = roman(word).filter(|_| at > 0 || is_alone);
            roman.or_else(|| value(word).filter(|_| is_number(word) && (at > 0 || is_alone)))
        };
        let found =
            self.words.iter().enumerate().rev().find_map(|entry| Some((entry.0, number(entry)?)));
        if let Some((at, number)) = found {
            self.numeral = Some(number);
            self.words.remove(at);
        } else if let Some(last) = self.words.last_mut() {
            // "senior1" is also a senior.
            let letters = last.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            if letters > 2 && letters < last.len() && is_number(&last[letters..]) {
                self.numeral = value(&last[letters..]);
                last.truncate(letters);
            }
        }
    }

    fn take_core(&mut self) {
        let is_rank = |word: &str| rank_of(word).is_some();
        let words = || self.words.iter().map(String::as_str);
        // A member of a board "of directors" is not a director.
        let of = self.words.iter().position(|word| word == "of").filter(|at| *at > 0);
        let ranking = &self.words[..of.unwrap_or(self.words.len())];
        self.has_seniority = ranking.iter().any(|word| is_rank(word) || part(word).is_some());
        let is_noun = ranking.iter().any(|word| NOUNS.contains(word.as_str()));
        // Most texts are not names, and this is not set for them.
        let says_rank = self.has_seniority || is_noun;
        self.seniority = if says_rank { seniority(&ranking.join(" ")) } else { MIDDLE };
        self.core = words()
            .filter(|word| !is_rank(word) && !FILLERS.contains(word) && !LEVEL_WORDS.contains(word))
            .map(without_parts)
            .filter(|word| !word.is_empty())
            .collect();
        let head = head(&self.words);
        let last = head.last().map(String::as_str).unwrap_or_default();
        let has_noun_part =
            |word: &str| word.char_indices().any(|(at, _)| begins_with_noun(&word[at..]));
        self.has_noun = is_noun
            || NOUNS_AT_END.contains(last)
            || head.first().is_some_and(|first| begins_with_noun(first))
            || !words().all(str::is_ascii) && words().any(has_noun_part);
        self.is_agent = self.core.last().is_some_and(|word| is_agent(word));
        let ends = |word: &str| SECTIONS.contains(word);
        let whole_last = self.words.last().map(String::as_str).unwrap_or_default();
        let head_has_noun = || {
            NOUNS_AT_END.contains(last)
                || head.iter().any(|word| NOUNS.contains(word.as_str()) || is_rank(word))
        };
        self.is_section = ends(last) || ends(whole_last) && !head_has_noun();
        self.is_plural = is_plural(last);
        self.is_grade = !self.has_noun && words().any(|word| SCALES.contains(word));
    }

    /// Whether it has a rank: a code, a numeral or a word.
    pub(crate) fn is_ranked(&self) -> bool {
        self.code.is_some() || self.numeral.is_some() || self.has_seniority
    }

    /// Whether it has a rank and no profession: "L4", "Senior", "2".
    pub(crate) fn is_bare(&self) -> bool {
        let says_what = |word: &String| NOUNS.contains(one_of(word));
        self.core.is_empty()
            && self.is_ranked()
            && !self.leads()
            && !self.words.iter().any(says_what)
    }

    /// Whether it has a rank, at least a code, and no profession: "L1", "L1 cache".
    pub(crate) fn says_only_rank(&self) -> bool {
        let says_what = self.has_noun || self.is_agent || self.has_seniority;
        self.is_bare() || self.code.is_some() && !says_what
    }

    /// Whether a word says that it leads people: "Director" without a field is a title.
    pub(crate) fn leads(&self) -> bool {
        self.words.iter().any(|word| LEADERS.contains_key(one_of(word)))
    }

    /// How similar it is to the name of a level, from 0 to 1.
    pub(crate) fn likeness(&self) -> f64 {
        let count = self.words.len();
        match () {
            () if self.is_said && !self.is_clause => 1.0,
            () if self.is_clause || self.is_section || self.is_plural => 0.0,
            () if self.is_track => 0.3,
            () if self.code.is_none() && count == 0 => {
                if self.numeral.is_some() {
                    0.3
                } else {
                    0.0
                }
            }
            () if self.is_bare() => match &self.code {
                Some(code) if !code.is_known => 0.4,
                Some(_) => 1.0,
                None => 0.8,
            },
            () if self.has_noun && count <= 7 => 1.0,
            () if self.is_agent && self.is_ranked() && count <= 6 => 0.9,
            () if self.has_code_set_off() && count <= 6 => 0.6,
            () if self.has_seniority && count <= 3 => 0.5,
            () if self.numeral.is_some() && count <= 4 => 0.3,
            () if self.is_agent && count <= 3 => 0.4,
            () => 0.0,
        }
    }

    fn has_code_set_off(&self) -> bool {
        self.code.as_ref().is_some_and(|code| code.is_known && code.is_set_off)
    }

    /// Whether it is more likely to be the name of a level than not.
    pub(crate) fn is_like(&self) -> bool {
        self.likeness() >= 0.5
    }

    /// The level number, from the code or numeral.
    pub(crate) fn number(&self) -> Option<u32> {
        self.code.as_ref().map(|code| code.number).or(self.numeral)
    }

    /// The difference from names of the same core: seniority, number, and the letters before the number.
    pub(crate) fn rank(&self) -> (u32, u32) {
        (self.seniority, self.number().unwrap_or(0))
    }

    /// An equal value means that two names are the same rung, however they are written. A code counts only
    /// if there is nothing else.
    pub(crate) fn key(&self) -> String {
        let code = self.code.as_ref().filter(|_| self.words.is_empty());
        let prefix = code.map_or("", |code| code.prefix.as_str());
        let number = self.numeral.or(code.map(|code| code.number));
        let words = self.words.iter().map(String::as_str).filter(|word| !FILLERS.contains(word));
        let words: Vec<&str> = words.map(canonical).collect();
        let number = number.map(|number| format!(" {number}")).unwrap_or_default();
        format!("{}{prefix}{number}", words.join(" "))
    }

    /// The same with the code and the words in brackets: these distinguish the rungs of one file.
    pub(crate) fn full_key(&self) -> String {
        let code = self.code.as_ref().map(|code| format!("{}{} ", code.prefix, code.number));
        format!("{}{} {}", code.unwrap_or_default(), self.key(), self.remark)
    }
}

/// One spelling for words that have several.
fn canonical(word: &str) -> &str {
    match word {
        "jr" | "júnior" | "jnr" => "junior",
        "sr" | "snr" | "sênior" | "sénior" => "senior",
        "pl" => "pleno",
        word if is_plural(word) => one_of(word),
        word => word,
    }
}

/// The words before "of" and similar words: a head "of" something is a head.
fn head(words: &[String]) -> &[String] {
    let is_of =
        |word: &String| ["of", "for", "de", "da", "do", "del", "in"].contains(&word.as_str());
    let of = words.iter().position(is_of).filter(|at| *at > 0);
    &words[..of.unwrap_or(words.len())]
}

/// Whether a word begins with a part that means a profession.
fn begins_with_noun(word: &str) -> bool {
    let parts = word.chars().next().and_then(|c| NOUN_PARTS.get(&c));
    parts.is_some_and(|parts| parts.iter().any(|part| word.starts_with(part)))
}

/// A word without the parts that mean a seniority, in scripts that join them.
fn without_parts(word: &str) -> String {
    if !has_parts(word) {
        return word.to_owned();
    }
    let mut left = word.to_owned();
    for (part, _) in SENIORITY_PARTS.iter() {
        if left.contains(part) {
            left = left.replace(part, "");
        }
    }
    left
}

fn is_plural(word: &str) -> bool {
    let one = word.strip_suffix('s').filter(|one| one.len() > 2);
    one.is_some_and(|one| {
        NOUNS.contains(one) || NOUNS_AT_END.contains(one) || is_agent(one) && one.ends_with("er")
    })
}

/// Whether a word has the form of an agent noun.
fn is_agent(word: &str) -> bool {
    const ENDINGS: [&str; 9] =
        ["er", "or", "ist", "ian", "ant", "eur", "ologist", "eiro", "leitung"];
    let fits =
        |ending: &&str| word.strip_suffix(*ending).is_some_and(|stem| stem.chars().count() > 2);
    ENDINGS.iter().any(fits) && !NOT_AGENTS.contains(word) && !SECTIONS.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(names: &[&str], want: bool) {
        for name in names {
            let read = LevelName::read(name);
            assert_eq!(read.is_like(), want, "{name}: {read:?}");
        }
    }

    #[test]
    fn names_of_levels_are_told_from_other_headings() {
        check(
            &[
                "VP",
                "Growth Engineer",
                "Account Executive",
                "Head of Data",
                "Entry level",
                "Director of Policy",
                "Senior Engineer",
                "L4",
                "senior1",
                "Director of Design",
                "Level 3",
                "Tech Lead",
                "CTO",
                "Engenheiro de Software",
                "시니어 엔지니어",
                "**Senior**",
                "Engineer II",
                "Nível 2",
                "시니어",
                "مهندس أول",
                "Junior Florist",
                "Brewer II",
                "DEV-3 to DEV-5: Software Engineer Mid I, II & III",
                "L3 – Engineer (mid-level)",
                "Engineer (not hiring)",
                "Job Description: Engineer",
                "Senior Engineer at team level",
                "Director, Engineering",
                "Head de Engenharia",
                "Apprentice (IC 1)",
                "Principal+",
                "3급",
                "Semi-senior",
                "Technicien expert",
            ],
            true,
        );
        check(
            &[
                "Notes",
                "Engineers",
                "Career Framework",
                "Engineering",
                "Interview: Senior",
                "Dimension",
                "How to lead",
                "Team size",
                "Leadership",
                "Lead Time",
                "Executive Support",
                "Director vs VP",
                "Staff meetings",
                "Roles",
                "",
                "L4 → L5",
                "Senior?",
                "The senior.",
                "Levels",
                "Scope:",
                "8:45 PM - Wash up",
                "If Manager Had Not Noticed",
                "Example 1: Junior Engineer",
                "Becoming a better engineer",
                "Director, Engineering Requirements",
                "Self rates higher than manager:",
                "Senior Engineer Duties",
            ],
            false,
        );
    }

    #[test]
    fn codes_and_numerals_are_read() {
        let code =
            |name: &str| LevelName::read(name).code.clone().map(|code| (code.text, code.number));
        assert_eq!(code("D1 - Developer 1"), Some(("D1".to_owned(), 1)));
        assert_eq!(code("Engineer (Level 4)"), Some(("Level 4".to_owned(), 4)));
        assert_eq!(code("DEV-3 to DEV-5: Mid"), Some(("DEV-3 to DEV-5".to_owned(), 3)));
        assert_eq!(code("Web 2"), None);
        assert_eq!(LevelName::read("Senior II Engineer").numeral, Some(2));
        assert_eq!(LevelName::read("Engineer").numeral, None);
    }
}
