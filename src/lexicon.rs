//! The meanings of words, in one place: word lists as data files, one reader for each kind of list, and
//! the readers of level names, quantities and terms that use them.

mod alias;
mod headings;
mod level;
pub(crate) mod list;
mod number;
mod quantity;
mod terms;
mod words;

pub use alias::TopicAlias;
pub(crate) use headings::{is_comparison, is_way_up, led_to};
pub(crate) use level::{
    LEADS, LevelName, Token, code_at, may_have_code, range_end, seniority, tokens,
};
pub(crate) use number::{as_roman, is_number, long_roman, roman, value};
pub(crate) use quantity::{horizon, quantities, singular};
pub(crate) use terms::{bare_heading, fold_space, is_folded, is_function_word, terms};
pub(crate) use words::words;

/// Whether a word in lower case means "level".
pub(crate) fn is_level_word(word: &str) -> bool {
    list::LEVEL_WORDS.contains(word)
}

/// Whether a file of this name is an index of its folder.
pub(crate) fn is_index(stem: &str) -> bool {
    ["readme", "index", "_index", "_sidebar"].iter().any(|name| stem.eq_ignore_ascii_case(name))
}

/// Whether a file of this name is a page, whatever its contents are.
pub(crate) fn is_page_file(stem: &str) -> bool {
    let plain = stem.to_lowercase().replace(['_', ' '], "-");
    list::PAGE_FILES.contains(stem.to_lowercase().as_str())
        || list::PAGE_FILES.contains(plain.as_str())
}

/// Whether a name is clearly the name of a level or role.
pub(crate) fn is_role_name(name: &str) -> bool {
    LevelName::read(name).is_like()
}

/// Whether a name is the name of a text about roles.
pub(crate) fn is_page_name(name: &str) -> bool {
    let name = LevelName::read(name);
    name.is_clause || name.is_section || name.is_plural
}

/// Whether a title is about roles in general and names no profession: "Career Levels".
pub(crate) fn says_no_field(title: &str) -> bool {
    words(title).iter().all(|word| {
        list::SECTIONS.contains(word.as_str())
            || list::FILLERS.contains(word.as_str())
            || is_level_word(word)
            || word == "our"
    })
}

/// The level code in a name, as written: "L4", "Level 4".
pub(crate) fn level_code(name: &str) -> Option<String> {
    LevelName::read(name).code.as_ref().map(|code| code.text.clone())
}

/// The level number in a name: from a code, the end of a word, or a numeral.
pub(crate) fn level_number(name: &str) -> Option<u32> {
    LevelName::read(name).number()
}
