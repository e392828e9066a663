//! What a rule is.

use crate::check::checked::CheckedLadder;
use crate::check::rule_finding::RuleFinding;
use crate::finding::Severity;

/// What a rule checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleKind {
    /// Files, while the loader reads them.
    Files,
    /// Titles, sections, links, order.
    Structure,
    /// Numbers and names that disagree.
    Contradiction,
    /// How expectations are worded.
    Prose,
}

/// A rule: its name, the severity of its findings, and the function that finds them.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its name, kebab-case: the code of its findings.
    pub name: &'static str,
    /// What it checks.
    pub kind: RuleKind,
    /// The severity of its findings. A finding may be milder than its rule.
    pub severity: Severity,
    /// What it finds, in a line.
    pub about: &'static str,
    /// `None` for the rules of the loader.
    pub(crate) find: Option<fn(&CheckedLadder<'_>) -> Vec<RuleFinding>>,
}

impl RuleKind {
    /// The kinds in the order they are listed.
    pub const ALL: [Self; 4] = [Self::Files, Self::Structure, Self::Contradiction, Self::Prose];

    /// The word for it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Files => "Files",
            Self::Structure => "Structure",
            Self::Contradiction => "Contradictions",
            Self::Prose => "Prose",
        }
    }
}

impl Rule {
    pub(crate) const fn new(
        name: &'static str,
        kind: RuleKind,
        severity: Severity,
        about: &'static str,
        find: fn(&CheckedLadder<'_>) -> Vec<RuleFinding>,
    ) -> Self {
        Self { name, kind, severity, about, find: Some(find) }
    }

    pub(crate) const fn of_loader(
        name: &'static str,
        severity: Severity,
        about: &'static str,
    ) -> Self {
        Self { name, kind: RuleKind::Files, severity, about, find: None }
    }
}
