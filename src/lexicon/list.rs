//! The word lists: one file each, read once.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// A set of words.
pub(crate) type WordSet = LazyLock<FxHashSet<&'static str>>;

/// Words with their ranks on the scale of seniority.
pub(crate) type Ranks = LazyLock<FxHashMap<&'static str, u32>>;

/// Parts of words by their first letters: few words have one that begins any.
pub(crate) type Parts = LazyLock<FxHashMap<char, Vec<&'static str>>>;

/// Phrases, in the order of their file.
pub(crate) type Phrases = LazyLock<Vec<&'static str>>;

/// Phrases in groups, each with its name, in the order of their file.
pub(crate) type PhraseGroups = LazyLock<Vec<(&'static str, Vec<&'static str>)>>;

/// Words with what they mean.
pub(crate) type Meanings = LazyLock<FxHashMap<&'static str, &'static str>>;

macro_rules! lists {
    ($kind:ident by $read:ident: $($name:ident $file:literal)*) => {
        $(
            #[doc = concat!("The words of `", $file, ".txt`; the file says what they are.")]
            pub(crate) static $name: $kind =
                LazyLock::new(|| $read(include_str!(concat!("data/", $file, ".txt"))));
        )*
    };
}

lists! { WordSet by words:
    ACRONYMS "acronyms"
    BEHIND_PERIODS "behind_periods"
    BESIDE_TOTALS "beside_totals"
    CALLS_FOR_HELP "calls_for_help"
    CLAUSES "clauses"
    CODES "codes"
    CONTEXTS "contexts"
    COUNTED_OTHERWISE "counted_otherwise"
    CURRENCIES "currencies"
    ELSEWHERE "elsewhere"
    FIELDLESS "fieldless"
    FILLERS "fillers"
    FUNCTION_WORDS "function_words"
    GOES_ON "goes_on"
    GRAMMATICAL "grammatical"
    GROWS "grows"
    GROWS_NOT "grows_not"
    INTENSIFIERS "intensifiers"
    LEVEL_ENDINGS "level_endings"
    LEVEL_LETTERS "level_letters"
    LEVEL_WORDS "level_words"
    MONTHS "months"
    NAME_FILLERS "fillers_of_names"
    NOT_AGENTS "not_agents"
    NOUNS "nouns"
    NOUNS_AT_END "nouns_at_end"
    NUMBERED "numbered"
    PAGE_FILES "page_files"
    PEOPLE "people"
    PHRASE_ENDS "phrase_ends"
    POINTERS "pointers"
    PROMISES "promises"
    RATE_ENDS "rate_ends"
    ROLES_OR_ELSE "roles_or_else"
    SCALES "scales"
    SECTIONS "sections"
    SHARE_LINKS "links_of_shares"
    SIZE_TERMS "size_terms"
    TAKEN_OVER "taken_over"
    TIME_TERMS "time_terms"
    TOTALS "totals"
    TRACK_WORDS "track_words"
    VERBS "verbs"
    WRAPPERS "wrappers"
}

lists! { Parts by parts:
    NOUN_PARTS "noun_parts"
}

lists! { Ranks by ranks:
    // Whole words for how senior a maker is, and for those who lead others; then parts of words.
    SENIORITIES "seniorities"
    LEADERS "leaders"
    SENIORITY_PARTS "seniority_parts"
}

lists! { Phrases by phrases:
    ABOUT "about"
    ARABIC_ARTICLES "arabic_articles"
    ARABIC_ENDINGS "arabic_endings"
    AT_LEAST "at_least"
    AT_MOST "at_most"
    CONDITIONS "conditions"
    LEVEL_HEADERS "level_headers"
    LEVEL_KEYS "level_keys"
    NAME_KEYS "name_keys"
    NUMBER_WORDS "number_words"
    PROSE_FILLERS "fillers_of_prose"
    RHYTHM_LEADS "leads_of_rhythms"
    TEXT_KEYS "text_keys"
    TITLE_HEADERS "title_headers"
    TOPIC_HEADERS "topic_headers"
    TOPIC_KEYS "topic_keys"
    TRACK_HEADERS "track_headers"
}

lists! { PhraseGroups by groups:
    TRACK_MARKERS "track_markers"
}

lists! { Meanings by meanings:
    ABBREVIATIONS "abbreviations"
    PERIODS "periods"
    RHYTHMS "rhythms"
    TIMES "times"
    TIME_ADVERBS "time_adverbs"
    UNITS "units"
}

fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#'))
}

fn words(file: &'static str) -> FxHashSet<&'static str> {
    lines(file).flat_map(str::split_whitespace).collect()
}

fn parts(file: &'static str) -> FxHashMap<char, Vec<&'static str>> {
    let mut parts: FxHashMap<char, Vec<&'static str>> = FxHashMap::default();
    for part in lines(file).flat_map(str::split_whitespace) {
        part.chars().next().into_iter().for_each(|c| parts.entry(c).or_default().push(part));
    }
    parts
}

fn phrases(file: &'static str) -> Vec<&'static str> {
    lines(file).collect()
}

fn groups(file: &'static str) -> Vec<(&'static str, Vec<&'static str>)> {
    let of_line = |line: &'static str| {
        let (name, phrases) = line.split_once(": ").unwrap_or_default();
        (name, phrases.split(", ").collect())
    };
    lines(file).map(of_line).collect()
}

fn meanings(file: &'static str) -> FxHashMap<&'static str, &'static str> {
    let of_line = |line: &'static str| {
        let (meaning, words) = line.split_once(": ").unwrap_or_default();
        words.split_whitespace().map(move |word| (word, meaning))
    };
    lines(file).flat_map(of_line).collect()
}

fn ranks(file: &'static str) -> FxHashMap<&'static str, u32> {
    let of_line = |line: &'static str| {
        let mut words = line.split_whitespace();
        let rank: u32 = words.next().and_then(|rank| rank.parse().ok()).unwrap_or_default();
        words.map(move |word| (word, rank))
    };
    lines(file).flat_map(of_line).collect()
}
