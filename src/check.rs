//! Lint rules for a whole ladder. Each rule is a small pure function from a ladder to findings.
//!
//! No noise: a rule that cannot be sure stays silent. No rule knows a ladder by name.

mod apart;
mod awaited;
mod checked;
mod columns;
mod contradictions;
mod expectations;
mod facts;
mod fingerprint;
mod frames;
mod loader;
mod missing;
mod named_rungs;
mod phrases;
mod prose;
mod repeated;
mod rule;
mod rule_finding;
mod rungs;
mod sizes;
mod structure;
mod switches;
mod titles;
mod unobservable;
mod vocabulary;
mod walk;

use rayon::prelude::*;

use crate::check::checked::CheckedLadder;
use crate::finding::Severity;
use crate::model::Ladder;

pub use awaited::IsAwaited;
pub use rule::{Rule, RuleKind};
pub use rule_finding::RuleFinding;
pub use switches::{Switches, UnknownRule};

/// All rules: first the rules of the loader, then the rules of this module.
#[must_use]
pub fn rules() -> Vec<Rule> {
    loader::RULES.iter().chain(RULES).copied().collect()
}

/// The rule with this name.
///
/// # Errors
/// If no rule has this name.
pub fn rule(name: &str) -> Result<Rule, UnknownRule> {
    let found = rules().into_iter().find(|rule| rule.name == name);
    found.ok_or_else(|| UnknownRule(name.to_owned()))
}

/// The findings of the rules that are switched on, by file and line, without those of the loader.
#[must_use]
pub fn check(ladder: &Ladder, switches: &Switches) -> Vec<RuleFinding> {
    check_while(ladder, switches, &|| true).unwrap_or_default()
}

/// The same as long as anyone waits for it; `None` as soon as nobody does.
#[must_use]
pub fn check_while(
    ladder: &Ladder,
    switches: &Switches,
    is_awaited: &IsAwaited<'_>,
) -> Option<Vec<RuleFinding>> {
    let checked = CheckedLadder::new(ladder, is_awaited);
    // Each rule is a task of its own: a free core takes the next.
    let rules = RULES.par_iter().filter(|rule| switches.is_on(rule.name) && is_awaited());
    let found = rules.filter_map(|rule| Some((rule, (rule.find?)(&checked))));
    let named = |(rule, found): (&Rule, Vec<RuleFinding>)| -> Vec<RuleFinding> {
        found.into_iter().map(|finding| finding.of(rule.name, rule.severity)).collect()
    };
    let mut found: Vec<RuleFinding> = found.flat_map_iter(named).collect();
    found.sort_by(|a, b| (&a.file, a.line, a.rule).cmp(&(&b.file, b.line, b.rule)));
    // Roles that share a section give the same finding twice.
    found.dedup_by(|a, b| {
        (&a.file, a.line, a.rule, &a.words) == (&b.file, b.line, b.rule, &b.words)
    });
    is_awaited().then_some(found)
}

/// The rules of this module.
const RULES: &[Rule] = &{
    use RuleKind::{Contradiction, Prose, Structure};
    use Severity::{Note, Warning};
    [
        Rule::new(
            "broken-anchor",
            Structure,
            Warning,
            "a link leads to a section that its target does not have",
            titles::broken_anchor,
        ),
        Rule::new(
            "clashing-order",
            Structure,
            Warning,
            "two roles of a track have the same order, or an order contradicts a level",
            titles::clashing_order,
        ),
        Rule::new(
            "doubled-rung",
            Structure,
            Warning,
            "two roles of a track have the same number",
            missing::doubled_rung,
        ),
        Rule::new(
            "duplicate-heading",
            Structure,
            Warning,
            "two sibling sections have the same heading",
            structure::duplicate_heading,
        ),
        Rule::new(
            "duplicate-id",
            Structure,
            Warning,
            "two documents have the same id or address",
            titles::duplicate_id,
        ),
        Rule::new(
            "duplicate-title",
            Structure,
            Warning,
            "two roles of a track have the same title or label",
            titles::duplicate_title,
        ),
        Rule::new(
            "empty-section",
            Structure,
            Warning,
            "a section is empty",
            structure::empty_section,
        ),
        Rule::new(
            "misleading-link",
            Structure,
            Warning,
            "the text of a link names one role, but the link leads to another",
            titles::misleading_link,
        ),
        Rule::new(
            "missing-rung",
            Structure,
            Warning,
            "a number is missing between two numbered roles of a track",
            missing::missing_rung,
        ),
        Rule::new(
            "missing-section",
            Structure,
            Warning,
            "a role lacks a section that all other roles of its track have",
            structure::missing_section,
        ),
        Rule::new(
            "skipped-level",
            Structure,
            Warning,
            "a heading is more than one level deeper than the heading above it",
            structure::skipped_level,
        ),
        Rule::new(
            "title-mismatch",
            Structure,
            Warning,
            "the title of a role and the heading of its document differ",
            titles::title_mismatch,
        ),
        Rule::new(
            "contradicting-numbers",
            Contradiction,
            Warning,
            "a role states two different numbers for the same thing",
            contradictions::contradicting_numbers,
        ),
        Rule::new(
            "contradicts-other-page",
            Contradiction,
            Warning,
            "a comparison table and the role itself give different numbers",
            contradictions::contradicts_other_page,
        ),
        Rule::new(
            "shrinking-range",
            Contradiction,
            Warning,
            "a size or time that grows from level to level shrinks at one level",
            sizes::shrinking_range,
        ),
        Rule::new(
            "unknown-role",
            Contradiction,
            Warning,
            "a comparison table names a role that the ladder does not have",
            columns::unknown_role,
        ),
        Rule::new(
            "filler",
            Prose,
            Warning,
            "words that leave open what is expected, such as \"as needed\"",
            prose::filler,
        ),
        Rule::new(
            "double-expectation",
            Prose,
            Note,
            "one item states two expectations",
            prose::double_expectation,
        ),
        Rule::new(
            "long-item",
            Prose,
            Note,
            "an item is far longer than the others of its list",
            prose::long_item,
        ),
        Rule::new(
            "near-duplicate",
            Prose,
            Note,
            "two levels expect the same in slightly different words",
            prose::near_duplicate,
        ),
        Rule::new(
            "repeated-expectation",
            Prose,
            Warning,
            "two levels expect the same, word for word",
            repeated::repeated_expectation,
        ),
        Rule::new(
            "unobservable",
            Prose,
            Note,
            "an item names a trait or an idiom, such as \"is humble\", instead of behavior",
            prose::unobservable,
        ),
    ]
};
