//! What a level's name says of its rank.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::lexicon::{LevelName, seniority};
use crate::model::{Ladder, RoleId};

/// Names whose ranks are so far apart are of levels that have nothing to do with each other.
const FAR: f64 = 20.0;

/// What the name of a level says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct NamedRank {
    /// How senior it sounds; nothing for "L4" and "Developer 4".
    seniority: Option<u32>,
    /// Whether it is the name of someone who leads others.
    leads: bool,
    /// The letters and the number of its code.
    code: Option<(String, u32)>,
}

/// What the names of the levels of a track say.
pub(crate) fn ranks(ladder: &Ladder, roles: &[RoleId]) -> Vec<NamedRank> {
    let names: Vec<Arc<LevelName>> = roles.iter().map(|id| name(ladder, *id)).collect();
    // If some are called senior, those that are not are plainly not: "Engineer II".
    let says_rank = names.iter().any(|name| name.has_seniority);
    let sounds = |name: &Arc<LevelName>| {
        let is_plain = (name.has_noun || name.is_agent) && name.code.is_none();
        let sounds = name.has_seniority || is_plain && (name.numeral.is_none() || says_rank);
        sounds.then(|| seniority(&name.words.join(" ")))
    };
    let sounding: Vec<Option<u32>> = names.iter().map(sounds).collect();
    // "Tech Lead 4" among others that are all tech leads says nothing.
    let tells = names.len() == 1 || sounding.iter().any(|it| *it != sounding[0]);
    let rank = |((id, name), sounding): ((&RoleId, &Arc<LevelName>), Option<u32>)| {
        let role = ladder.role(*id);
        let code = role.level.as_deref().map(LevelName::read).and_then(|level| level.code.clone());
        let code = code.or_else(|| name.code.clone());
        NamedRank {
            seniority: sounding.filter(|_| tells),
            leads: name.leads(),
            code: code.map(|code| (code.prefix.to_lowercase(), code.number)),
        }
    };
    roles.iter().zip(&names).zip(sounding).map(rank).collect()
}

/// The name that says most: the title, else the label.
fn name(ladder: &Ladder, id: RoleId) -> Arc<LevelName> {
    let document = &ladder.role(id).document;
    let read = [&document.title, &document.label].map(|name| LevelName::read(name));
    let [title, label] = read;
    if title.is_clause || (!title.has_seniority && label.has_seniority) { label } else { title }
}

impl NamedRank {
    /// Whether two names are of one rank, from -1 to 1; nothing if they cannot be compared. Codes count
    /// within one ladder only: every company numbers its levels differently.
    pub(super) fn alike(&self, other: &Self, one_ladder: bool) -> Option<f64> {
        if one_ladder
            && let (Some((letters, number)), Some((others, theirs))) = (&self.code, &other.code)
            && letters == others
        {
            return Some(if number == theirs { 1.0 } else { -1.0 });
        }
        if self.leads != other.leads {
            // In one ladder they are side by side; in two they are other tracks.
            return (!one_ladder).then_some(-1.0);
        }
        let (own, theirs) = self.scale(other)?;
        let apart = own.abs_diff(theirs);
        Some(if apart == 0 { 1.0 } else { -(f64::from(apart) / FAR).min(1.0) })
    }

    /// Which of two names is of the higher rank, if they can be compared.
    pub(super) fn order(&self, other: &Self) -> Option<Ordering> {
        self.scale(other).map(|(own, theirs)| own.cmp(&theirs))
    }

    /// Whether its name says that it is between two others.
    pub(super) fn is_between(&self, below: &Self, above: &Self) -> bool {
        self.is_above(below) && above.is_above(self)
    }

    /// Whether its name says that it is above another.
    pub(super) fn is_above(&self, other: &Self) -> bool {
        self.order(other) == Some(Ordering::Greater)
    }

    /// Both ranks, if both names say one on the same scale: who leads is beside those who make, and a
    /// manager is not above the Staff Engineers.
    fn scale(&self, other: &Self) -> Option<(u32, u32)> {
        self.seniority.zip(other.seniority).filter(|_| self.leads == other.leads)
    }
}
