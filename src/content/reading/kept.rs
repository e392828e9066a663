//! Data files that describe levels although no role begins in them.

use std::collections::HashMap;

use super::choose::Choice;
use super::explain::FileReason;
use super::forms;
use super::tree::{CandidatePlace, CandidateTree};
use super::weigh::Weighed;
use crate::content::parse::draft::Draft;
use crate::content::source::path;

/// For each data file, whether it describes levels although none of them begins in it: another file
/// describes them better, or it has more text than the levels that others collect from it. Without a page
/// its words would be lost.
pub(super) fn kept(
    tree: &CandidateTree<'_>,
    weighed: &Weighed,
    choice: &Choice,
    drafts: &[Draft],
    reasons: &mut HashMap<String, FileReason>,
) -> Vec<bool> {
    let mut is_chosen = vec![false; tree.nodes.len()];
    choice.groups.iter().flatten().for_each(|at| is_chosen[*at] = true);
    let mut kept = vec![false; drafts.len()];
    let mut has_roles = vec![false; drafts.len()];
    // By document the document whose roles hold its levels.
    let mut with: HashMap<usize, usize> = HashMap::new();
    for (at, node) in tree.nodes.iter().enumerate().filter(|(_, node)| !node.is_gathered) {
        let is_like = weighed.weights[at].is_some_and(|weight| weight > 0.0);
        let Some(draft) = node.draft.filter(|_| is_like || is_chosen[at]) else { continue };
        let parts: &[usize] = match &node.place {
            CandidatePlace::Several(parts) => parts,
            _ => &[],
        };
        has_roles[draft] |= is_chosen[at];
        for of in parts.iter().filter_map(|part| tree.nodes[*part].draft).chain([draft]) {
            if !is_chosen[at] {
                kept[of] = true;
            } else if of != draft {
                with.insert(of, draft);
            }
        }
    }
    for (at, draft) in drafts.iter().enumerate() {
        let reason = reasons.get_mut(&draft.file).filter(|_| path::is_data(&draft.file));
        if let Some(reason) = reason.filter(|_| kept[at] && !has_roles[at]) {
            "another file describes its levels better".clone_into(&mut reason.rule);
        }
    }
    for (of, draft) in with {
        let says_more = drafts[of].data.as_ref().is_none_or(forms::says_more);
        kept[of] |= says_more;
        if path::is_data(&drafts[of].file) {
            reasons.insert(drafts[of].file.clone(), FileReason::gathered(&drafts[draft].file));
        }
    }
    kept
}
