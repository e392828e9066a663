//! From files to roles and pages: what each file is, and which roles stand in it.

use std::collections::HashMap;

use crate::content::config::Config;
use crate::content::document::{Draft, Part};
use crate::content::link_lists;
use crate::content::path;
use crate::content::placed::{self, Placed};
use crate::content::roles;
use crate::content::shapes;
use crate::content::targets::Targets;
use crate::diagnostic::Diagnostic;

/// The documents with the roles that stand in them taken out.
pub(crate) struct Expanded {
    pub(crate) drafts: Vec<Draft>,
    /// For each document whether it is a role.
    pub(crate) verdicts: Vec<bool>,
    /// What `ladder.yml` says of them.
    pub(crate) placed: Placed,
    /// For each file by which rule it became what it is.
    pub(crate) rules: HashMap<String, String>,
}

/// Takes the roles out of the documents and says which documents are roles.
pub(crate) fn expand(
    drafts: Vec<Draft>,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) -> Expanded {
    let targets = Targets::new(drafts.iter().map(|draft| draft.file.as_str()));
    let lists = link_lists::read(&drafts, &targets);
    let names = roles::names(&drafts);
    let verdicts = roles::find(&drafts, &names, &lists);
    let named = roles::named(&drafts, &names);
    let mut rules: HashMap<String, String> = drafts
        .iter()
        .zip(&verdicts)
        .map(|(draft, verdict)| (draft.file.clone(), verdict.rule.to_owned()))
        .collect();
    let are_roles: Vec<bool> = verdicts.iter().map(|verdict| verdict.is_role).collect();
    let split = shapes::split(drafts, &named, &are_roles, config);
    rules.extend(split.rules);
    let verdict = |(draft, origin): (&Draft, &usize)| match draft.part {
        Part::Whole => are_roles.get(*origin) == Some(&true),
        Part::Rest => false,
        Part::Role(_) => true,
    };
    // A table of data without levels is no part of the ladder.
    let is_ours = |draft: &Draft| draft.part != Part::Whole || !path::is_csv(&draft.file);
    let kept = split.drafts.iter().zip(&split.origins).filter(|(draft, _)| is_ours(draft));
    let mut verdicts: Vec<bool> = kept.map(verdict).collect();
    let mut drafts: Vec<Draft> = split.drafts.into_iter().filter(is_ours).collect();
    let placed = placed::find(config, &mut drafts, diagnostics);
    if !config.tracks.is_empty() {
        for (at, (verdict, draft)) in verdicts.iter_mut().zip(&drafts).enumerate() {
            *verdict = placed.places.contains_key(&at);
            let rule = if *verdict { "ladder.yml says so" } else { "ladder.yml names other roles" };
            if *verdict || draft.part == Part::Whole {
                rules.insert(draft.file.clone(), rule.to_owned());
            }
        }
    }
    Expanded { drafts, verdicts, placed, rules }
}
