//! Ladders and documents of any size out of a seed. A ladder has tracks of ten roles in folders, each role of
//! about 11 KB.

use crate::words::{COMMON, HEADINGS};

/// How many roles a track has.
const TRACK: usize = 10;

/// The bytes that the text of a role has at least.
const BYTES: usize = 11_000;

const RANKS: [&str; TRACK] = [
    "Intern",
    "Junior",
    "Associate",
    "Mid-Level",
    "Senior",
    "Lead",
    "Staff",
    "Senior Staff",
    "Principal",
    "Distinguished",
];

const NOUNS: [&str; 8] = [
    "Engineer",
    "Designer",
    "Analyst",
    "Manager",
    "Architect",
    "Consultant",
    "Recruiter",
    "Writer",
];

const HEADS: [&str; 16] = [
    "ar", "ben", "cor", "del", "ful", "gen", "hol", "in", "kar", "lum", "mor", "pre", "qua", "ser",
    "tor", "ver",
];

const TAILS: [&str; 12] =
    ["dale", "ment", "ship", "tion", "ware", "ings", "ards", "oles", "ence", "ity", "ures", "ics"];

/// A small generator of numbers (SplitMix64): the same numbers for the same seed everywhere.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap_or_default()
    }

    fn one_of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }

    /// Half of the words are common, the rest are from a vocabulary of some thousands.
    fn word(&mut self) -> String {
        if self.below(2) == 0 {
            return self.one_of(&COMMON).to_owned();
        }
        let inner = if self.below(2) == 0 { self.one_of(&HEADS) } else { "" };
        format!("{}{inner}{}", self.one_of(&HEADS), self.one_of(&TAILS))
    }

    fn sentence(&mut self) -> String {
        let words = 8 + self.below(10);
        (0..words).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }
}

/// A file of a ladder: its path, and its text.
pub(crate) type SeededFile = (String, String);

/// A ladder of this many roles.
pub(crate) fn ladder(roles: usize, seed: u64) -> impl Iterator<Item = SeededFile> {
    let mut numbers = Numbers(seed);
    (0..roles).map(move |at| role(at, &mut numbers))
}

fn role(at: usize, numbers: &mut Numbers) -> SeededFile {
    let (track, level) = (at / TRACK, at % TRACK);
    // Every track has a name of its own, for there are more of these than tracks.
    let field = format!("{}{}", HEADS[track % 16], TAILS[track / 16 % TAILS.len()]);
    let (rank, noun) = (RANKS[level], NOUNS[track / 192 % NOUNS.len()]);
    let mut text = format!("---\norder: {level}\n---\n# {rank} {field} {noun}\n");
    for (at, heading) in HEADINGS.iter().enumerate() {
        text += &format!("\n## {heading}\n\n{}.\n\n", numbers.sentence());
        text += &format!("- **Team size**: {} people\n", 2 + level * 3 + numbers.below(3));
        // Each section has its share of the text.
        while text.len() < BYTES * (at + 1) / HEADINGS.len() {
            text += &format!("- {}\n", numbers.sentence());
        }
    }
    let file = rank.to_lowercase().replace(' ', "-");
    (format!("track-{track:04}/{level}-{file}.md"), text)
}
