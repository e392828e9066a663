//! Numbers that disagree inside a page and between pages.

use std::collections::{BTreeMap, HashSet};

use crate::check::checked::CheckedLadder;
use crate::check::facts::Fact;
use crate::check::rule_finding::RuleFinding;
use crate::lexicon::list::SIZE_TERMS;
use crate::model::Subject;

/// A role states two different numbers for the same thing.
pub(crate) fn contradicting_numbers(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let mut found = Vec::new();
    for facts in by_subject(&checked.facts).values() {
        let own: Vec<&&Fact> = facts.iter().filter(|fact| fact.own).collect();
        for (at, later) in own.iter().enumerate() {
            let contradicts = |earlier: &&&&Fact| {
                earlier.section != later.section
                    && contradict(earlier, later)
                    && !are_told_apart(facts, earlier, later)
            };
            let Some(earlier) = own[..at].iter().find(contradicts) else { continue };
            let message =
                format!("`{}` is {} here but {}", later.key, later.words, said(earlier, later));
            let help = "decide which number is right, and use it in both places";
            let finding =
                RuleFinding::new(later.document, later.line, later.words.clone(), message, help);
            let note = format!("{}: {}", earlier.key, earlier.words);
            found.push(finding.note(earlier.document, earlier.line, note));
        }
    }
    found
}

fn said(earlier: &Fact, later: &Fact) -> String {
    if earlier.terms == later.terms {
        format!("{} elsewhere", earlier.words)
    } else {
        format!("`{}` is {}", earlier.key, earlier.words)
    }
}

/// A comparison table and the role itself give different numbers.
pub(crate) fn contradicts_other_page(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let ladder = checked.ladder;
    let mut found = Vec::new();
    for facts in by_subject(&checked.facts).values() {
        let others = facts.iter().filter(|fact| !fact.own);
        for other in others {
            // The number in the role itself counts. Else the first in a comparison table counts.
            let elsewhere = |fact: &&&Fact| {
                fact.document.file != other.document.file && fact.terms == other.terms
            };
            let before = |fact: &&&Fact| {
                (&fact.document.file, fact.line) < (&other.document.file, other.line)
            };
            let own = facts.iter().filter(|fact| fact.own).find(elsewhere);
            let Some(known) = own.or_else(|| facts.iter().filter(elsewhere).find(before)) else {
                continue;
            };
            if !contradict(known, other) {
                continue;
            }
            let name = ladder.label(other.about);
            let message = format!(
                "`{}` of {name} is {} here but {} in {}",
                other.key, other.words, known.words, known.document.file
            );
            let help = "decide which number is right, and use it in both places";
            let finding =
                RuleFinding::new(other.document, other.line, other.words.clone(), message, help);
            let note = format!("{}: {}", known.key, known.words);
            found.push(finding.note(known.document, known.line, note));
        }
    }
    found
}

fn by_subject<'f, 'a>(facts: &'f [Fact<'a>]) -> BTreeMap<Subject, Vec<&'f Fact<'a>>> {
    let mut found: BTreeMap<Subject, Vec<&Fact>> = BTreeMap::new();
    facts.iter().for_each(|fact| found.entry(fact.about).or_default().push(fact));
    found
}

/// Whether two facts about a role contradict each other: different numbers with the same key, or, with
/// keys that mean nearly the same, ranges that overlap but agree at neither end. Separate ranges most
/// often measure two things, and a range inside another one measures a part of it.
fn contradict(a: &Fact, b: &Fact) -> bool {
    if !a.is_comparable(b) || a.agrees(b) {
        return false;
    }
    if a.terms == b.terms {
        return true;
    }
    let (p, q) = (&a.quantity, &b.quantity);
    is_size(&a.terms)
        && is_size(&b.terms)
        && p.unit == q.unit
        && p.low.max(q.low) <= p.high.min(q.high)
        && !p.holds(q)
        && !q.holds(p)
}

/// Whether a list or table of any page states both keys: then they name two measures, not one.
fn are_told_apart(facts: &[&Fact], a: &Fact, b: &Fact) -> bool {
    let sections = |key: &Fact| {
        let same = facts.iter().filter(|fact| fact.terms == key.terms);
        same.map(|fact| (fact.document.file.as_str(), fact.section)).collect::<HashSet<_>>()
    };
    a.terms != b.terms && !sections(a).is_disjoint(&sections(b))
}

/// Whether a key asks for the size of what a role is responsible for.
fn is_size(terms: &[String]) -> bool {
    let asks = terms.iter().any(|term| matches!(term.as_str(), "size" | "headcount"));
    asks && terms.iter().all(|term| SIZE_TERMS.contains(term.as_str()))
}
