//! Why each file became what it is, the second-best reading, and readings that are close.

use std::collections::HashMap;

use super::choose::Choice;
use super::tree::{CandidateKind, CandidateTree};
use super::weigh::Weighed;
use crate::content::parse::draft::Draft;
use crate::content::source::path;
use crate::finding::{Finding, Severity};

/// Readings whose weights are this close are uncertain.
const CLOSE: f64 = 0.4;

/// The name for a file whose levels are merged with those of others.
const GATHERED: &str = "part of several roles";

/// Why a file is what it is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FileReason {
    /// The evidence, in words.
    pub(crate) rule: String,
    /// The second-best reading.
    pub(crate) second: Option<String>,
    /// The weights of both readings.
    margin: Option<f64>,
    /// The kind of the file.
    became: String,
}

impl FileReason {
    /// A reason that is known without weighing.
    pub(crate) fn said(rule: &str) -> Self {
        Self { rule: rule.to_owned(), second: None, margin: None, became: String::new() }
    }

    /// A reason for a file whose levels are merged with those of another one.
    pub(super) fn gathered(file: &str) -> Self {
        let became = GATHERED.to_owned();
        Self { became, ..Self::said(&format!("its levels are merged with those of {file}")) }
    }

    /// The name for a file that is not a document itself.
    pub(crate) fn became_part(&self) -> Option<&str> {
        Some(self.became.as_str()).filter(|became| *became == GATHERED)
    }
}

/// The reasons for each file.
pub(super) fn reasons(
    tree: &CandidateTree<'_>,
    weighed: &Weighed,
    choice: &Choice,
    drafts: &[Draft],
) -> HashMap<String, FileReason> {
    let mut chosen: HashMap<usize, Vec<&[usize]>> = HashMap::new();
    for group in &choice.groups {
        if let Some(draft) = group.first().and_then(|at| tree.nodes[*at].draft) {
            let is_document = |at: &usize| tree.nodes[*at].kind == CandidateKind::Document;
            if group.iter().all(is_document) {
                for member in group {
                    if let Some(draft) = tree.nodes[*member].draft {
                        chosen.entry(draft).or_default().push(std::slice::from_ref(member));
                    }
                }
            } else {
                chosen.entry(draft).or_default().push(group);
            }
        }
    }
    let mut best: HashMap<usize, usize> = HashMap::new();
    for (at, node) in tree.nodes.iter().enumerate().filter(|(_, node)| !node.is_gathered) {
        let (Some(draft), Some(weight)) = (node.draft, weighed.weights[at]) else { continue };
        if node.kind != CandidateKind::Document {
            let known = best.entry(draft).or_insert(at);
            if weighed.weights[*known].is_some_and(|known| weight > known) {
                *known = at;
            }
        }
    }
    let documents =
        tree.nodes.iter().enumerate().filter(|(_, node)| node.kind == CandidateKind::Document);
    documents
        .filter_map(|(at, node)| {
            let draft = node.draft?;
            let groups = chosen.get(&draft).map_or(&[][..], Vec::as_slice);
            let scene = Explaining {
                tree,
                weighed,
                choice,
                document: at,
                inner: best.get(&draft).copied(),
            };
            Some((drafts[draft].file.clone(), scene.reason(groups)))
        })
        .collect()
}

/// Evidence in words, or a replacement if there is none.
fn said(why: Vec<&'static str>, nothing: &str) -> String {
    if why.is_empty() { nothing.to_owned() } else { why.join(", ") }
}

struct Explaining<'a, 'b> {
    tree: &'b CandidateTree<'a>,
    weighed: &'b Weighed,
    choice: &'b Choice,
    document: usize,
    /// The candidate in the document with the greatest weight.
    inner: Option<usize>,
}

impl Explaining<'_, '_> {
    fn reason(&self, groups: &[&[usize]]) -> FileReason {
        let own = self.weighed.weights[self.document];
        let is_whole = groups.iter().any(|group| group.contains(&self.document));
        let inside = self.choice.inside[self.document];
        match groups {
            [] => FileReason {
                rule: said(self.why(self.document, false), self.nothing()),
                second: self.best_inside(),
                // Candidates that are described better elsewhere have a positive weight.
                margin: self.inner.and_then(|at| self.weighed.weights[at]).map(|weight| -weight),
                became: "a page".to_owned(),
            },
            _ if is_whole => FileReason {
                rule: said(self.why(self.document, true), "it is the only document"),
                second: self.best_inside(),
                margin: own.filter(|_| inside > 0.0).map(|own| own - inside),
                became: "one role".to_owned(),
            },
            groups => {
                let told: Vec<String> = groups.iter().map(|group| self.told(group)).collect();
                let count: usize = groups.iter().map(|group| group.len()).sum();
                let whole = own.filter(|own| *own > 0.0);
                let second = match whole {
                    Some(own) => format!("one role ({own:.1})"),
                    None => "a page".to_owned(),
                };
                let least = groups.iter().map(|group| self.mean(group)).fold(f64::MAX, f64::min);
                let margin = whole.map_or(least, |own| (inside - own).min(least));
                let became =
                    if count == 1 { "one role".to_owned() } else { format!("{count} roles") };
                FileReason {
                    rule: told.join("; "),
                    second: Some(second),
                    margin: Some(margin),
                    became,
                }
            }
        }
    }

    fn nothing(&self) -> &'static str {
        match self.inner {
            Some(_) => "no candidate in it has enough weight",
            None => "no evidence for a role",
        }
    }

    fn mean(&self, group: &[usize]) -> f64 {
        let sum: f64 = group.iter().filter_map(|at| self.weighed.weights[*at]).sum();
        sum / group.len().max(1) as f64
    }

    /// The kind, number and place of a group of levels, and the evidence for it.
    fn told(&self, group: &[usize]) -> String {
        let Some(first) = group.first() else { return String::new() };
        let node = &self.tree.nodes[*first];
        let kind = match node.kind {
            CandidateKind::Heading(_) => "levels in headings",
            CandidateKind::Bold => "levels in bold lines",
            CandidateKind::Lead => "levels at the start of texts",
            CandidateKind::Column => "levels in table columns",
            CandidateKind::Row => "levels in table rows",
            CandidateKind::Data => "levels in data",
            CandidateKind::Folder => "levels in folders",
            CandidateKind::Document | CandidateKind::Table => "levels",
        };
        let why = self.why(*first, true);
        format!("{kind}: {} from line {} ({})", group.len(), node.line, why.join(", "))
    }

    fn why(&self, at: usize, speaks_for: bool) -> Vec<&'static str> {
        let features = self.weighed.features[at].as_ref();
        features.map(|features| features.reasons(speaks_for)).unwrap_or_default()
    }

    fn best_inside(&self) -> Option<String> {
        let at = self.inner?;
        let (node, weight) = (&self.tree.nodes[at], self.weighed.weights[at]?);
        let against = self.why(at, false);
        let against =
            if against.is_empty() { String::new() } else { format!(", {}", against.join(", ")) };
        Some(format!(
            "levels such as \"{}\" in line {} ({weight:.1}{against})",
            node.title, node.line
        ))
    }
}

/// Findings for readings that are close to another.
pub(super) fn doubts(reasons: &HashMap<String, FileReason>, drafts: &[Draft]) -> Vec<Finding> {
    let doubt = |draft: &Draft| {
        if path::is_data(&draft.file) {
            return None;
        }
        let reason = reasons.get(&draft.file)?;
        let second =
            reason.second.as_ref().filter(|_| reason.margin.is_some_and(|m| m.abs() < CLOSE))?;
        // The numbers after it are for `--explain`.
        let second = second.rsplit_once(" (").map_or(second.as_str(), |(second, _)| second);
        Some(uncertain(draft, format!("read as {}, but could also be {second}", reason.became)))
    };
    drafts.iter().filter_map(doubt).collect()
}

fn uncertain(draft: &Draft, message: String) -> Finding {
    let line = draft.heading.as_ref().map_or(1, |(_, line)| *line);
    Finding::new(Severity::Note, "uncertain-reading", &*draft.file, message)
        .at(line, 1, "")
        .help("state in `ladder.yml` what it is; `rungs init --from DIR` writes one to start from")
}
