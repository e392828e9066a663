//! Which rules are switched off.

use std::collections::BTreeSet;

/// The rules that are switched off; all others are on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Switches {
    off: BTreeSet<String>,
}

/// There is no rule of this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no rule `{0}`: `rungs check --list` lists the rules")]
pub struct UnknownRule(pub String);

impl Switches {
    /// The same with a rule switched off. The caller checks that the rule exists.
    #[must_use]
    pub fn without(mut self, rule: impl Into<String>) -> Self {
        self.off.insert(rule.into());
        self
    }

    /// Whether a rule is on.
    #[must_use]
    pub fn is_on(&self, rule: &str) -> bool {
        !self.off.contains(rule)
    }
}
