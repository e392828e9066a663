//! How an expectation changes from one side to the other: more, less, something else, or the same in
//! other words. A direction is only claimed where numbers show one.

use unicode_segmentation::UnicodeSegmentation;

use crate::compare::comparison::{Comparison, Kind, Pair, Part, Topic};
use crate::compare::numbers::change::Change;
use crate::compare::numbers::measures::{Measure, Stated};
use crate::lexicon::list::{AT_MOST, GRAMMATICAL, GROWS_NOT, INTENSIFIERS, LIMITS};
use crate::lexicon::terms;
use crate::model::Quantity;

/// How an expectation changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shift {
    /// All numbers that differ are larger now.
    Rose,
    /// All numbers that differ are smaller now.
    Fell,
    /// Only the right side has it.
    Appeared,
    /// Only the left side has it.
    Vanished,
    /// It says something else, and neither side is clearly more.
    Changed,
    /// The words that tell something are the same: what differs is order, endings, signs, and words
    /// that hold a sentence together or only sound stronger.
    Reworded,
}

/// A text of a level that another version does not have just so.
#[derive(Debug, Clone, Copy)]
pub struct ShiftedText<'a> {
    /// What becomes of it.
    pub shift: Shift,
    /// It in both versions, or in the only one that has it.
    pub pair: &'a Pair,
    /// The heading it is under.
    pub under: &'a str,
}

impl Comparison {
    /// What becomes of every text from the left to the right, by kind of change and in reading order;
    /// without those that are the same.
    #[must_use]
    pub fn shifted(&self) -> Vec<ShiftedText<'_>> {
        let mut found = Vec::new();
        self.topics.iter().for_each(|topic| collect(topic, &mut found));
        found.sort_by_key(|text| text.shift);
        found
    }
}

fn collect<'a>(topic: &'a Topic, found: &mut Vec<ShiftedText<'a>>) {
    let under = topic.title.as_str();
    let shifted = |pair: &'a Pair| Some(ShiftedText { shift: pair.shift()?, pair, under });
    found.extend(topic.pairs.iter().filter_map(shifted));
    topic.topics.iter().for_each(|inner| collect(inner, found));
}

impl Shift {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Rose => "rose",
            Self::Fell => "fell",
            Self::Appeared => "appeared",
            Self::Vanished => "vanished",
            Self::Changed => "changed",
            Self::Reworded => "reworded",
        }
    }
}

impl Pair {
    /// How it changes from the left to the right; `None` if both say the same.
    #[must_use]
    pub fn shift(&self) -> Option<Shift> {
        match (self.kind, &self.left, &self.right) {
            (Kind::Same, _, _) => None,
            (Kind::Changed, Some(left), Some(right)) => Some(self.changed_shift(left, right)),
            (_, None, _) => Some(Shift::Appeared),
            (_, _, _) => Some(Shift::Vanished),
        }
    }

    /// Whether every number that differs is smaller on the right, and none is a limit, of which less is
    /// more. Of some things a higher level may have less: it is not asked for more of them either.
    #[must_use]
    pub fn only_lessens(&self) -> bool {
        let (Some(left), Some(right)) = (&self.left, &self.right) else { return false };
        let measures = self.measures();
        let lessens = |it: &Measure| {
            let [from, to] = [&it.left.quantity, &it.right.quantity];
            let is_limit = is_limit(&it.left, left) || is_limit(&it.right, right);
            !is_limit && is_no_more(to, from) && !is_no_more(from, to)
        };
        let mut differing = measures.iter().filter(|measure| measure.change != Change::Same);
        let are_all = self.stated().0.iter().all(|stated| stated.len() == measures.len());
        are_all && differing.clone().next().is_some() && differing.all(lessens)
    }

    fn changed_shift(&self, left: &Part, right: &Part) -> Shift {
        let measures = self.measures();
        let all_stated = self.stated().0.iter().all(|stated| stated.len() == measures.len());
        let differing = measures.iter().filter(|measure| measure.change != Change::Same);
        let mut ways = differing.map(|measure| way(measure, left, right));
        match ways.next() {
            Some(first) if all_stated && ways.all(|way| way == first) => first,
            None if telling(&left.spot.text) == telling(&right.spot.text) => Shift::Reworded,
            _ => Shift::Changed,
        }
    }
}

/// Which way a number goes, where more of it is more to ask for. Of a limit ("within 2 hours") less is
/// more, and of some things (meetings, code) a higher level may have less: there nobody can tell.
fn way(measure: &Measure, left: &Part, right: &Part) -> Shift {
    let sides = [(&measure.left, left), (&measure.right, right)];
    if sides.iter().any(|(stated, part)| is_limit(stated, part)) || is_of_less(left, right) {
        return Shift::Changed;
    }
    let [from, to] = [&measure.left.quantity, &measure.right.quantity];
    match (is_no_more(from, to), is_no_more(to, from)) {
        (true, false) => Shift::Rose,
        (false, true) => Shift::Fell,
        _ => Shift::Changed,
    }
}

/// Whether no end of a range is above that of another.
fn is_no_more(one: &Quantity, other: &Quantity) -> bool {
    one.low <= other.low && one.high <= other.high && one.open <= other.open
}

fn is_limit(stated: &Stated, part: &Part) -> bool {
    let words = stated.words.to_lowercase();
    let text = part.spot.text.to_lowercase();
    let led = |lead: &&str| text.contains(&format!("{lead} {words}"));
    AT_MOST.iter().any(|lead| words.starts_with(lead)) || LIMITS.iter().any(led)
}

/// Whether the key, or without one the whole text, names what a higher level may have less of.
fn is_of_less(left: &Part, right: &Part) -> bool {
    let about = |part: &Part| terms(part.key.as_deref().unwrap_or(&part.spot.text));
    let names = |part: &Part| about(part).iter().any(|term| GROWS_NOT.contains(term.as_str()));
    names(left) || names(right)
}

/// The words of a text that tell something, stemmed, in any order. Numbers stay what they are.
fn telling(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.unicode_words();
    let says = |word: &&str| !GRAMMATICAL.contains(word) && !INTENSIFIERS.contains(word);
    let mut found: Vec<String> = words
        .filter(says)
        .flat_map(|word| match word.contains(char::is_numeric) {
            true => vec![word.to_owned()],
            false => terms(word),
        })
        .collect();
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::comparison::PairBody;
    use crate::compare::pairs::pair;
    use crate::compare::spot::Spot;
    use crate::model::{DocumentId, PageId, Text};

    fn part(text: &str) -> Part {
        let (key, rest) = text.split_once(": ").map_or((None, text), |(key, it)| (Some(key), it));
        let (document, file, line) = (DocumentId::Page(PageId(0)), "".into(), 1);
        let spot = Spot { document, file, line, text: text.to_owned() };
        let (body, changed) = (PairBody::Item(0), Vec::new());
        Part { spot, body, key: key.map(str::to_owned), text: Text::plain(rest), changed }
    }

    /// How a text changes, and how it changes in the other direction.
    #[track_caller]
    fn check(left: &str, right: &str, want: Shift) {
        let shift = |left, right| pair(Some(part(left)), Some(part(right))).shift();
        assert_eq!(shift(left, right), Some(want), "{left:?} to {right:?}");
        let back = match want {
            Shift::Rose => Shift::Fell,
            Shift::Fell => Shift::Rose,
            other => other,
        };
        assert_eq!(shift(right, left), Some(back), "{right:?} to {left:?}");
        assert_eq!(shift(left, left), None);
    }

    #[test]
    fn numbers_have_a_direction() {
        check("Leads 2 ovens", "Leads 4 ovens", Shift::Rose);
        check("Team size: 5-8 bakers", "Team size: 6-8 bakers (morning)", Shift::Rose);
        check("Team size: 5-8 bakers", "Team size: 5-8+ bakers", Shift::Rose);
        check("Plans half a year, 6 months", "Plans a year, 3 months", Shift::Fell);
    }

    #[test]
    fn a_direction_is_claimed_only_where_all_numbers_have_one() {
        check("Team size: 5-8 bakers", "Team size: 6-7 bakers", Shift::Changed);
        check("60% baking, 40% planning", "50% baking, 50% planning", Shift::Changed);
        check("Leads 2 ovens", "Leads 4 ovens and 9 bakers", Shift::Changed);
        check("Leads ovens", "Leads 4 ovens", Shift::Changed);
        check("Leads one oven well", "Leads one oven badly", Shift::Changed);
    }

    #[test]
    fn of_limits_and_of_what_higher_levels_do_less_nobody_can_tell() {
        check("Answers within 2 hours", "Answers within 1 hour", Shift::Changed);
        check("Loses up to 5 loaves", "Loses up to 2 loaves", Shift::Changed);
        check("Meetings: 4 hrs/week", "Meetings: 8 hrs/week", Shift::Changed);
    }

    #[test]
    fn what_tells_nothing_else_is_only_reworded() {
        check("Plans the work of a team", "Planning the team's work", Shift::Reworded);
        check("Bakes bread and cake.", "Bakes cake, bread", Shift::Reworded);
        check("Bakes good bread", "Always bakes very good bread", Shift::Reworded);
        check("Bakes bread with help", "Bakes bread without help", Shift::Changed);
        check("May bake bread", "Must bake bread", Shift::Changed);
        check("Bakes 2 breads", "Bakes 2 cakes", Shift::Changed);
    }
}
