//! What stands in a row in a document: the sections inside a section, its items, its rows.

use std::collections::HashMap;

use crate::compare::align::family::{Family, family};
use crate::compare::terms::marks::{TermMark, within};
use crate::compare::units::Flat;

/// What a list is called: the same for lists of one kind in sections of the same headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct ListName {
    /// The headings down to its section.
    path: TermMark,
    kind: ListKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum ListKind {
    Sections,
    Units(Family),
}

/// A list and a place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ListPlace {
    pub(crate) list: ListName,
    pub(crate) number: usize,
}

/// The lists of a document.
pub(crate) struct Lists {
    /// The slots or units of every list that alone has its name.
    all: HashMap<ListName, Vec<usize>>,
    /// Nothing for what nests in an item.
    of_unit: Vec<Option<ListPlace>>,
}

impl ListName {
    pub(crate) fn is_of_sections(self) -> bool {
        self.kind == ListKind::Sections
    }
}

impl Lists {
    /// The lists of a document whose headings have these marks.
    pub(crate) fn new(flat: &Flat, headings: &[TermMark]) -> Self {
        let mut paths: Vec<TermMark> = Vec::with_capacity(flat.slots.len());
        for (at, slot) in flat.slots.iter().enumerate() {
            // Sections that nest in none stand in the document, and so does its preamble.
            let around = slot.parent.map_or(0, |parent| paths[parent]);
            paths.push(if at == 0 { 0 } else { within(around, headings[at]) });
        }
        let mut lists = Self { all: HashMap::new(), of_unit: Vec::new() };
        for (at, slot) in flat.slots.iter().enumerate().skip(1) {
            let path = slot.parent.map_or(0, |parent| paths[parent]);
            lists.push(ListName { path, kind: ListKind::Sections }, at);
        }
        for (at, unit) in flat.units.iter().enumerate() {
            let place = unit.parent.is_none().then(|| {
                let kind = ListKind::Units(family(unit.body));
                lists.push(ListName { path: paths[unit.slot], kind }, at)
            });
            lists.of_unit.push(place);
        }
        lists.forget_shared_names(flat);
        lists
    }

    fn push(&mut self, name: ListName, at: usize) -> ListPlace {
        let list = self.all.entry(name).or_default();
        list.push(at);
        ListPlace { list: name, number: list.len() - 1 }
    }

    /// Where two sections have one path, what stands in them has no place.
    fn forget_shared_names(&mut self, flat: &Flat) {
        self.all.retain(|name, list| {
            let around = |at: usize| match name.is_of_sections() {
                true => flat.slots[at].parent,
                false => Some(flat.units[at].slot),
            };
            list.iter().all(|at| around(*at) == around(list[0]))
        });
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = (ListName, &[usize])> {
        self.all.iter().map(|(name, list)| (*name, list.as_slice()))
    }

    pub(crate) fn get(&self, name: ListName) -> &[usize] {
        self.all.get(&name).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn of_unit(&self, unit: usize) -> Option<ListPlace> {
        self.of_unit[unit]
    }
}
