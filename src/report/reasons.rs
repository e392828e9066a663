//! Why texts correspond or are unmatched, in words.

use crate::compare::{LevelWhy, Levels, Reason};

/// Reasons in one line, the strongest first; nothing if none are given.
#[must_use]
pub(super) fn reasons(why: &[Reason]) -> Option<String> {
    let words: Vec<String> = why.iter().map(ToString::to_string).collect();
    (!words.is_empty()).then(|| words.join("; "))
}

/// Why several levels are in one row or topic: level by level, those with the same reason together.
#[must_use]
pub(super) fn level_reasons(levels: &Levels, why: &[LevelWhy]) -> Option<String> {
    let name = |at: usize| levels.names[at].as_str();
    let mut said: Vec<(Vec<String>, String)> = Vec::new();
    for it in why {
        let Some(words) = reasons(&it.reasons) else { continue };
        // With the level before, if nothing else is said.
        let with = it.with.filter(|with| with + 1 != it.column);
        let who = match with {
            Some(with) => format!("{} with {}", name(it.column), name(with)),
            None => name(it.column).to_owned(),
        };
        match said.last_mut().filter(|(_, last)| *last == words) {
            Some((names, _)) => names.push(who),
            None => said.push((vec![who], words)),
        }
    }
    let said = said.into_iter().map(|(names, words)| format!("{}: {words}", names.join(", ")));
    Some(said.collect::<Vec<_>>().join(". ")).filter(|words| !words.is_empty())
}

/// That nothing is similar to several items of a topic: said once for all of them.
#[must_use]
pub(super) fn unlike<'a>(reasons: impl Iterator<Item = &'a [Reason]>) -> Option<String> {
    let texts = reasons.filter(|why| is_unlike(why)).count();
    (texts > 1).then(|| format!("{texts} unmatched items: nothing is similar to them"))
}

/// Whether the only reason why an item is unmatched is that nothing is similar to it.
pub(super) fn is_unlike(why: &[Reason]) -> bool {
    why == [Reason::NothingNear]
}
