//! The word lists: one file each, read once.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// A set of words.
pub(crate) type WordSet = LazyLock<FxHashSet<&'static str>>;

/// Words with their ranks on the scale of seniority.
pub(crate) type Ranks = LazyLock<FxHashMap<&'static str, u32>>;

/// Parts of words by their first letters: few words contain a letter that begins a part.
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
    ACRONYMS "names/acronyms"
    ACTS "prose/acts"
    BEHIND_PERIODS "quantities/behind_periods"
    BEING "prose/being"
    BESIDE_TOTALS "quantities/beside_totals"
    CALLS_FOR_HELP "prose/calls_for_help"
    CLAUSES "levels/clauses"
    CODES "levels/codes"
    COMPARING "headings/comparing"
    CONTEXTS "levels/contexts"
    COUNTED_OTHERWISE "prose/counted_otherwise"
    CURRENCIES "quantities/currencies"
    DEGREES "prose/degrees"
    ELSEWHERE "levels/elsewhere"
    FIELDLESS "levels/fieldless"
    FILLERS "levels/fillers"
    FUNCTION_WORDS "terms/function_words"
    GOES_ON "prose/goes_on"
    GRAMMATICAL "prose/grammatical"
    GROWS "prose/grows"
    GROWS_NOT "prose/grows_not"
    HAVING "prose/having"
    INTENSIFIERS "prose/intensifiers"
    JOINTS "prose/joints"
    LEVEL_ENDINGS "levels/level_endings"
    LEVEL_LETTERS "levels/level_letters"
    LEVEL_WORDS "levels/level_words"
    MEANS "prose/means"
    MONTHS "prose/months"
    NAME_FILLERS "names/fillers"
    NOT_AGENTS "levels/not_agents"
    NOUNS "levels/nouns"
    NOUNS_AT_END "levels/nouns_at_end"
    NUMBERED "quantities/numbered"
    OBSERVABLE "prose/observable"
    PAGE_FILES "levels/page_files"
    PEOPLE "quantities/people"
    PHRASE_ENDS "quantities/phrase_ends"
    POINTERS "prose/pointers"
    PREPOSITIONS "prose/prepositions"
    PROMISES "prose/promises"
    RATE_ENDS "quantities/rate_ends"
    RELATIVES "prose/relatives"
    ROLES_OR_ELSE "names/roles_or_else"
    SCALES "levels/scales"
    SECTIONS "levels/sections"
    SHARE_LINKS "quantities/share_links"
    SIZE_TERMS "prose/size_terms"
    SUBJECTS "prose/subjects"
    TAKEN_OVER "prose/taken_over"
    TOTALS "quantities/totals"
    TRACK_WORDS "levels/track_words"
    TRAITS "prose/traits"
    TRAIT_NOUNS "prose/trait_nouns"
    VERBS "prose/verbs"
    WRAPPERS "levels/wrappers"
}

lists! { Parts by parts:
    NOUN_PARTS "levels/noun_parts"
}

lists! { Ranks by ranks:
    // Whole words for seniority, and for leaders; then parts of words.
    SENIORITIES "levels/seniorities"
    LEADERS "levels/leaders"
    SENIORITY_PARTS "levels/seniority_parts"
}

lists! { Phrases by phrases:
    ABOUT "quantities/about"
    ARABIC_ARTICLES "terms/arabic_articles"
    ARABIC_ENDINGS "terms/arabic_endings"
    AT_LEAST "quantities/at_least"
    AT_MOST "quantities/at_most"
    CONDITIONS "prose/conditions"
    FEELINGS "prose/feelings"
    IDIOMS "prose/idioms"
    LEADS_UP "headings/leads_up"
    LEVELS_ABOVE "headings/levels_above"
    LEVEL_HEADERS "keys/level_headers"
    LEVEL_KEYS "keys/level_keys"
    LIMITS "quantities/limits"
    NAME_KEYS "keys/name_keys"
    NUMBER_WORDS "quantities/number_words"
    PROSE_FILLERS "prose/fillers"
    RHYTHM_LEADS "quantities/rhythm_leads"
    TEXT_KEYS "keys/text_keys"
    TITLE_HEADERS "keys/title_headers"
    TOPIC_HEADERS "keys/topic_headers"
    TOPIC_KEYS "keys/topic_keys"
    TRACK_HEADERS "keys/track_headers"
    WAYS_UP "headings/ways_up"
}

lists! { PhraseGroups by groups:
    TOPIC_ALIASES "names/topic_aliases"
    TRACK_MARKERS "levels/track_markers"
}

lists! { Meanings by meanings:
    ABBREVIATIONS "names/abbreviations"
    PERIODS "quantities/periods"
    RHYTHMS "quantities/rhythms"
    TIMES "quantities/times"
    TIME_ADVERBS "quantities/time_adverbs"
    UNITS "quantities/units"
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
