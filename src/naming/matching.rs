//! What of several named things a name means: whole names before whole words, whole words before
//! beginnings of words.

use super::words::{NameWord, words};
use crate::naming::names::without_tail;

/// Something that can be named.
pub(super) struct Called<'a> {
    /// What it is called.
    pub(super) names: Vec<&'a str>,
    /// What can be said beside a name: the track and the level.
    pub(super) beside: Vec<&'a str>,
}

/// What a name means.
#[derive(Debug, Default)]
pub(super) struct Meant {
    /// The indices of the matches; several if the name is ambiguous.
    pub(super) all: Vec<usize>,
    /// Whether they are called exactly that.
    pub(super) exactly: bool,
}

/// The things that are called exactly that, letter by letter but for case.
pub(super) fn letter_by_letter(called: &[Called<'_>], asked: &str) -> Vec<usize> {
    let asked = asked.to_lowercase();
    let is_it = |one: &Called<'_>| one.names.iter().any(|name| name.to_lowercase() == asked);
    (0..called.len()).filter(|at| is_it(&called[*at])).collect()
}

/// The things that the words of a name mean.
pub(super) fn by_words(called: &[Called<'_>], asked: &str) -> Meant {
    let asked = Sought { words: words(asked), head: head(asked), text: asked.to_lowercase() };
    let read: Vec<Read> = called.iter().map(Read::new).collect();
    let fitting = |rule: &dyn Fn(&Read) -> bool| -> Vec<usize> {
        (0..read.len()).filter(|at| !asked.words.is_empty() && rule(&read[*at])).collect()
    };
    let whole = [
        fitting(&|one| one.is_named(&asked.words)),
        fitting(&|one| one.is_named_with_what_is_beside(&asked.words)),
    ];
    if let Some(all) = whole.into_iter().find(|all| !all.is_empty()) {
        return Meant { all, exactly: true };
    }
    let rules: [&dyn Fn(&Read) -> bool; 4] = [
        &|one| one.is_alike(&asked),
        &|one| one.has_words(&asked.words, NameWord::is, false),
        &|one| one.has_words(&asked.words, NameWord::is, true),
        &|one| {
            one.has_words(&asked.words, NameWord::begins, false) || one.has_initials(&asked.text)
        },
    ];
    for rule in rules {
        let all = fitting(rule);
        match all.len() {
            0 => {}
            1 => return Meant { all, exactly: false },
            // Of several that begin so, one may have these initials.
            _ => return Meant { all: with_initials(&read, &asked, all), exactly: false },
        }
    }
    let all = fitting(&|one| one.has_words(&asked.words, NameWord::begins, true));
    Meant { all, exactly: false }
}

/// The things that a name nearly means: those that have its words in another order, then those that
/// have them but for numerals and codes.
pub(super) fn near(called: &[Called<'_>], asked: &str) -> [Vec<usize>; 2] {
    let asked = words(asked);
    let plain: Vec<NameWord> = asked.iter().filter(|word| !word.is_code()).cloned().collect();
    let read: Vec<Read> = called.iter().map(Read::new).collect();
    let fitting = |words: &[NameWord], fits: &dyn Fn(&Read) -> bool| -> Vec<usize> {
        (0..read.len()).filter(|at| !words.is_empty() && fits(&read[*at])).collect()
    };
    [
        fitting(&asked, &|one| one.has_words_anywhere(&asked)),
        fitting(&plain, &|one| one.has_words(&plain, NameWord::begins, true)),
    ]
}

/// The only one of several that begins so and has the initials too; else all of them.
fn with_initials(read: &[Read], asked: &Sought, all: Vec<usize>) -> Vec<usize> {
    let begins = |one: &Read| one.has_words(&asked.words, NameWord::begins, false);
    let is_it = |at: &&usize| read[**at].has_initials(&asked.text) && begins(&read[**at]);
    let having: Vec<usize> = all.iter().filter(is_it).copied().collect();
    if having.len() == 1 { having } else { all }
}

/// What was asked for.
struct Sought {
    words: Vec<NameWord>,
    /// The words without the tail that only says where: "VP of Sales" can be the only VP.
    head: Option<Vec<NameWord>>,
    text: String,
}

/// The words before a tail, where the tail has no numeral: that would be another role.
fn head(asked: &str) -> Option<Vec<NameWord>> {
    let head = without_tail(asked)?;
    let tail = words(&asked[head.len()..]);
    (!tail.iter().any(NameWord::is_code)).then(|| words(head))
}

/// The words of what something is called.
struct Read {
    names: Vec<Vec<NameWord>>,
    /// The words of those names before their tails.
    heads: Vec<Vec<NameWord>>,
    /// The words of the track and of the level.
    beside: Vec<Vec<NameWord>>,
}

impl Read {
    fn new(called: &Called<'_>) -> Self {
        Self {
            names: called.names.iter().map(|name| whole(name)).collect(),
            beside: called.beside.iter().map(|name| whole(name)).collect(),
            heads: called.names.iter().filter_map(|name| head(name)).collect(),
        }
    }

    fn is_named(&self, asked: &[NameWord]) -> bool {
        self.names.iter().any(|name| same(asked, name))
    }

    /// Whether a whole name is asked for, but one of both says where: "VP" and "VP of Sales". Two that
    /// say different places are not alike.
    fn is_alike(&self, asked: &Sought) -> bool {
        match &asked.head {
            Some(head) => self.heads.is_empty() && self.is_named(head),
            None => self.heads.iter().any(|head| same(&asked.words, head)),
        }
    }

    /// Whether a whole name is asked for, with the whole track or level before it.
    fn is_named_with_what_is_beside(&self, asked: &[NameWord]) -> bool {
        self.beside.iter().any(|beside| {
            asked.len() > beside.len()
                && !beside.is_empty()
                && same(&asked[..beside.len()], beside)
                && self.is_named(&asked[beside.len()..])
        })
    }

    /// Whether every word asked for fits one of a name, in order; if it is wished, words of the track
    /// and level may be in between.
    fn has_words(
        &self,
        asked: &[NameWord],
        fits: fn(&NameWord, &NameWord) -> bool,
        with_beside: bool,
    ) -> bool {
        self.names.iter().any(|name| {
            let has_code = name.iter().any(NameWord::is_code);
            let (mut at, mut own) = (0, 0);
            let all = asked.iter().all(|word| {
                if let Some(found) = name[at..].iter().position(|it| fits(word, it)) {
                    at += found + 1;
                    own += 1;
                    return true;
                }
                // "Engineer 3" is not Engineer II, whatever its level.
                let may = with_beside && !(has_code && word.is_bare());
                may && self.beside.iter().flatten().any(|it| fits(word, it))
            });
            all && own > 0
        })
    }

    /// Whether every word asked for begins a word of a name, in any order.
    fn has_words_anywhere(&self, asked: &[NameWord]) -> bool {
        self.names.iter().any(|name| asked.iter().all(|word| name.iter().any(|it| word.begins(it))))
    }

    /// "sem" for "Senior Engineering Manager".
    fn has_initials(&self, asked: &str) -> bool {
        let initials =
            |name: &[NameWord]| name.iter().filter_map(NameWord::initial).collect::<String>();
        asked.chars().count() > 1 && self.names.iter().any(|name| initials(name) == asked)
    }
}

/// The words of a name; a numeral that is a whole name is a level, as the 3 of "level: 3".
fn whole(name: &str) -> Vec<NameWord> {
    match words(name).as_slice() {
        [only] => vec![only.as_level()],
        words => words.to_vec(),
    }
}

fn same(asked: &[NameWord], name: &[NameWord]) -> bool {
    asked.len() == name.len() && asked.iter().zip(name).all(|(asked, own)| asked.is(own))
}
