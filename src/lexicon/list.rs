//! The word lists: one file each, read once.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// A set of words.
pub(crate) type Words = LazyLock<FxHashSet<&'static str>>;

/// Words with their ranks on the scale of seniority.
pub(crate) type Ranks = LazyLock<FxHashMap<&'static str, u32>>;

macro_rules! lists {
    ($($name:ident: $file:literal;)*) => {
        $(
            #[doc = concat!("The words of `", $file, "`; the file says what they are.")]
            pub(crate) static $name: Words =
                LazyLock::new(|| words(include_str!(concat!("data/", $file))).collect());
        )*
    };
}

lists! {
    CLAUSES: "clauses.txt";
    CODES: "codes.txt";
    CONTEXTS: "contexts.txt";
    ELSEWHERE: "elsewhere.txt";
    FIELDLESS: "fieldless.txt";
    FILLERS: "fillers.txt";
    LEVEL_ENDINGS: "level_endings.txt";
    LEVEL_WORDS: "level_words.txt";
    NOT_AGENTS: "not_agents.txt";
    NOUNS: "nouns.txt";
    NOUNS_AT_END: "nouns_at_end.txt";
    PAGE_FILES: "page_files.txt";
    SCALES: "scales.txt";
    SECTIONS: "sections.txt";
    TRACK_WORDS: "track_words.txt";
    WRAPPERS: "wrappers.txt";
}

/// Parts of words for what someone is, by their first letters: few words have one that begins any.
pub(crate) static NOUN_PARTS: LazyLock<FxHashMap<char, Vec<&'static str>>> = LazyLock::new(|| {
    let mut parts: FxHashMap<char, Vec<&'static str>> = FxHashMap::default();
    for part in words(include_str!("data/noun_parts.txt")) {
        part.chars().next().into_iter().for_each(|c| parts.entry(c).or_default().push(part));
    }
    parts
});

/// Whole words for how senior a maker is.
pub(crate) static SENIORITIES: Ranks =
    LazyLock::new(|| ranks(include_str!("data/seniorities.txt")));

/// Whole words for those who lead others.
pub(crate) static LEADERS: Ranks = LazyLock::new(|| ranks(include_str!("data/leaders.txt")));

/// Parts of words for how senior someone is.
pub(crate) static SENIORITY_PARTS: Ranks =
    LazyLock::new(|| ranks(include_str!("data/seniority_parts.txt")));

fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#'))
}

fn words(file: &'static str) -> impl Iterator<Item = &'static str> {
    lines(file).flat_map(str::split_whitespace)
}

fn ranks(file: &'static str) -> FxHashMap<&'static str, u32> {
    let of_line = |line: &'static str| {
        let mut words = line.split_whitespace();
        let rank: u32 = words.next().and_then(|rank| rank.parse().ok()).unwrap_or_default();
        words.map(move |word| (word, rank))
    };
    lines(file).flat_map(of_line).collect()
}
