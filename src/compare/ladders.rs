//! The ladders whose roles are compared: one, or two versions of one.

use crate::compare::side::LadderSubject;
use crate::compare::terms::weights::Weights;
use crate::compare::units::{Flat, RowCells};
use crate::model::{Ladder, RoleId, Subject};

/// A ladder beside another one, and what tells the two apart.
#[derive(Debug, Clone, Copy)]
pub struct NamedLadder<'a> {
    /// The ladder.
    pub ladder: &'a Ladder,
    /// What it is called: the revision of an older version, "now" for the newer.
    pub name: &'a str,
}

/// A role of one of the ladders that are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct LadderRole {
    pub(crate) ladder: usize,
    pub(crate) role: RoleId,
}

impl From<RoleId> for LadderRole {
    fn from(role: RoleId) -> Self {
        Self { ladder: 0, role }
    }
}

impl From<LadderRole> for LadderSubject {
    fn from(at: LadderRole) -> Self {
        Self { ladder: at.ladder, subject: Subject::Role(at.role) }
    }
}

/// All ladders that are compared, and how the rows of their tables are read.
pub(crate) struct Ladders<'a> {
    pub(crate) all: Vec<&'a Ladder>,
    /// What they are called, if there are two.
    pub(crate) names: Option<[&'a str; 2]>,
    pub(crate) cells: RowCells,
}

impl<'a> Ladders<'a> {
    /// The weights of the words of all of them.
    pub(crate) fn weights(&self) -> Weights {
        Weights::of(&self.all)
    }

    pub(crate) fn flat(&self, at: LadderRole) -> Flat {
        Flat::new(self.all[at.ladder], at.role, self.cells)
    }
}
