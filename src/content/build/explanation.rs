//! What each file became, and by which rule.

use std::collections::{BTreeMap, HashMap};

use crate::content::config::ladder_yml;
use crate::content::reading::FileReason;
use crate::content::source::file::Source;
use crate::content::source::path;
use crate::model::Ladder;
use crate::model::clean;

/// What a file became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The file, relative to the root of the ladder.
    pub file: String,
    /// What it became: "a role", "7 roles and a page".
    pub became: String,
    /// The evidence.
    pub rule: String,
    /// The second-best reading, if there is one.
    pub second: Option<String>,
}

/// Explains every file of a ladder. `ignored` are the files that `ladder.yml` ignores.
pub(crate) fn explain(
    sources: &[Source],
    ignored: &[&Source],
    ladder: &Ladder,
    reasons: &HashMap<String, FileReason>,
) -> Vec<Explanation> {
    let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
    for role in &ladder.roles {
        counts.entry(&role.document.file).or_default().0 += 1;
    }
    for page in &ladder.pages {
        counts.entry(&page.file).or_default().1 += 1;
    }
    let mut found: BTreeMap<usize, Explanation> = BTreeMap::new();
    for (at, source) in sources.iter().enumerate() {
        let (roles, pages) = counts.get(source.path.as_str()).copied().unwrap_or_default();
        let said = |rule: &str| rule.to_owned();
        let reason = reasons.get(&source.path);
        let part = reason.and_then(FileReason::became_part).filter(|_| roles + pages == 0);
        let rule = match reason {
            _ if ladder_yml::is_config(source) => said("it configures the ladder"),
            _ if ignored.iter().any(|other| other.path == source.path) => {
                said("ladder.yml ignores it")
            }
            Some(reason) if roles + pages > 0 || part.is_some() => reason.rule.clone(),
            _ if source.text.trim().is_empty() => said("it is empty"),
            _ if path::is_data(&source.path) => said("data without levels in a known form"),
            _ => said("it has no readable text"),
        };
        let became = part.map_or_else(|| became(roles, pages), str::to_owned);
        let rule = clean::line(&rule).into_owned();
        let second = reason.and_then(|reason| reason.second.as_deref());
        let second = second.map(|second| clean::line(second).into_owned());
        found.insert(at, Explanation { file: source.path.clone(), became, rule, second });
    }
    found.into_values().collect()
}

fn became(roles: usize, pages: usize) -> String {
    let counted = |count: usize, word: &str| match count {
        0 => None,
        1 => Some(format!("a {word}")),
        count => Some(format!("{count} {word}s")),
    };
    let parts: Vec<String> =
        [counted(roles, "role"), counted(pages, "page")].into_iter().flatten().collect();
    if parts.is_empty() { "nothing".to_owned() } else { parts.join(" and ") }
}
