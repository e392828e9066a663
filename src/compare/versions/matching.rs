//! Which role of an older version of a ladder is which of the newer one.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::compare::reason::NearestLevel;
use crate::lexicon::terms;
use crate::model::{Block, Document, Ladder, Origin, Role, RoleId, Step};
use crate::naming::names;

/// How much of their words two roles of different names must share to be one that was renamed. Two
/// levels of one ladder share up to about half.
const RENAMED: f64 = 0.65;

/// Up to this many candidate pairs, roles whose names say nothing are compared by their words.
const BY_WORDS: usize = 100_000;

/// The nearest role is looked for among so many.
const MOST_NEAR: usize = 1_000;

/// And no more than this many of their words.
const MOST_WORDS: usize = 300_000_000;

/// A level in two versions of its ladder. At least one of them has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Level {
    /// It in the older version.
    pub then: Option<RoleId>,
    /// It in the newer version.
    pub now: Option<RoleId>,
}

/// The levels of two versions of a ladder, in the order of the newer one; a level that is gone is
/// behind the one that it followed. A level is known again by its title, its id, its label or its file,
/// and one that was renamed by its words.
#[must_use]
pub fn match_levels(then: &Ladder, now: &Ladder) -> Vec<Level> {
    let of_now = pair(then, now);
    let mut levels: Vec<Level> = of_now
        .iter()
        .enumerate()
        .map(|(at, then)| Level { then: *then, now: Some(RoleId(at)) })
        .collect();
    let kept: HashSet<RoleId> = of_now.into_iter().flatten().collect();
    for track in &then.tracks {
        let mut before: Option<RoleId> = None;
        for role in &track.roles {
            if !kept.contains(role) {
                let place = |id: RoleId| levels.iter().position(|level| level.then == Some(id));
                let behind = before.and_then(place).map(|at| at + 1);
                let next =
                    || track.roles.iter().find(|id| kept.contains(id)).copied().and_then(place);
                let at = behind.or_else(next).unwrap_or(levels.len());
                levels.insert(at, Level { then: Some(*role), now: None });
            }
            before = Some(*role);
        }
    }
    levels
}

/// Which name of a role counts how much: the first that only one role on either side has decides.
const NAMES: [fn(&Role) -> Option<String>; 5] = [
    |role| Some(format!("{}\n{}", role.id, role.document.title)),
    |role| Some(names::normal(&role.document.title)),
    |role| Some(role.id.clone()),
    |role| Some(names::normal(&role.document.label)),
    // A file that holds several roles names none.
    |role| (role.origin == Origin::File).then(|| role.document.file.clone()),
];

/// For every role of the newer version the one of the older.
fn pair(then: &Ladder, now: &Ladder) -> Vec<Option<RoleId>> {
    let mut pairs =
        Pairs { of_then: vec![None; then.roles.len()], of_now: vec![None; now.roles.len()] };
    for name in NAMES {
        let lefts = by_name(&then.roles, &pairs.of_then, name);
        for (called, right) in by_name(&now.roles, &pairs.of_now, name) {
            if let (Some(Some(left)), Some(right)) = (lefts.get(&called), right) {
                pairs.pair(*left, right);
            }
        }
    }
    by_words(then, now, &mut pairs);
    pairs.of_now.into_iter().map(|then| then.map(RoleId)).collect()
}

struct Pairs {
    of_then: Vec<Option<usize>>,
    of_now: Vec<Option<usize>>,
}

impl Pairs {
    fn pair(&mut self, left: usize, right: usize) {
        if let (Some(of_then @ None), Some(of_now @ None)) =
            (self.of_then.get_mut(left), self.of_now.get_mut(right))
        {
            (*of_then, *of_now) = (Some(right), Some(left));
        }
    }
}

/// The roles without a partner by name, `None` for a name that several have.
fn by_name(
    roles: &[Role],
    partners: &[Option<usize>],
    name: fn(&Role) -> Option<String>,
) -> HashMap<String, Option<usize>> {
    let mut found: HashMap<String, Option<usize>> = HashMap::new();
    for (at, role) in roles.iter().enumerate() {
        if partners.get(at).is_none_or(Option::is_some) {
            continue;
        }
        if let Some(name) = name(role).filter(|name| !name.is_empty()) {
            found.entry(name).and_modify(|other| *other = None).or_insert(Some(at));
        }
    }
    found
}

/// Pairs those that share the most words, as far as they share enough.
fn by_words(then: &Ladder, now: &Ladder, pairs: &mut Pairs) {
    let count = |partners: &[Option<usize>]| partners.iter().filter(|p| p.is_none()).count();
    if count(&pairs.of_then).saturating_mul(count(&pairs.of_now)) > BY_WORDS {
        return;
    }
    let lone = |roles: &[Role], partners: &[Option<usize>]| -> Vec<(usize, Vec<u64>)> {
        let lone = roles.iter().enumerate().zip(partners).filter(|(_, partner)| partner.is_none());
        lone.map(|((at, role), _)| (at, words(&role.document))).collect()
    };
    let (lefts, rights) = (lone(&then.roles, &pairs.of_then), lone(&now.roles, &pairs.of_now));
    let mut likely: Vec<(f64, usize, usize)> = Vec::new();
    let mut looked_at = 0;
    for (left, ours) in &lefts {
        for (right, theirs) in &rights {
            // One of them is too short to share enough.
            if share(ours.len().min(theirs.len()), ours, theirs) < RENAMED {
                continue;
            }
            looked_at += ours.len() + theirs.len();
            if looked_at > MOST_WORDS {
                return;
            }
            let share = share(shared(ours, theirs), ours, theirs);
            if share >= RENAMED {
                likely.push((share, *left, *right));
            }
        }
    }
    likely.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    likely.into_iter().for_each(|(_, left, right)| pairs.pair(left, right));
}

/// The role of another version that shares the most words with a document, as far as any shares some.
pub(crate) fn nearest_level(document: &Document, other: &Ladder) -> Option<NearestLevel> {
    let ours = words(document);
    let near = |role: &Role| {
        let theirs = words(&role.document);
        (share(shared(&ours, &theirs), &ours, &theirs), role.document.label.clone())
    };
    let near = other.roles.iter().take(MOST_NEAR).map(near);
    let (share, label) = near.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (share > 0.0).then_some(NearestLevel { label, share, needed: RENAMED })
}

/// How much of their words two roles share that have so many in common.
fn share(shared: usize, ours: &[u64], theirs: &[u64]) -> f64 {
    2.0 * shared as f64 / (ours.len() + theirs.len()).max(1) as f64
}

/// How many words two sorted lists have in common.
fn shared(mut ours: &[u64], mut theirs: &[u64]) -> usize {
    let mut count = 0;
    while let ([our, our_rest @ ..], [their, their_rest @ ..]) = (ours, theirs) {
        match our.cmp(their) {
            Ordering::Less => ours = our_rest,
            Ordering::Greater => theirs = their_rest,
            Ordering::Equal => {
                count += 1;
                (ours, theirs) = (our_rest, their_rest);
            }
        }
    }
    count
}

/// The words of a document as numbers, sorted, each once.
fn words(document: &Document) -> Vec<u64> {
    let number = |word: String| {
        let mut hasher = DefaultHasher::new();
        word.hash(&mut hasher);
        hasher.finish()
    };
    let mut found = Vec::new();
    let mut add = |text: &str| found.extend(terms(text).into_iter().map(number));
    for step in document.walk() {
        match step {
            // The header of a table is the same in all of its rows.
            Step::Block(Block::Table(table)) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                cells.for_each(|cell| add(cell.as_str()));
            }
            step => step.texts(&mut |_, text| add(text.as_str())),
        }
        step.plain().into_iter().for_each(&mut add);
    }
    found.sort_unstable();
    found.dedup();
    found
}
