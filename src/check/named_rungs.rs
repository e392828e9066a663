//! The numbered rungs that the names in a ladder have.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::check::apart::NamedPlaces;
use crate::check::rungs::{RungNumbers, Rungs};
use crate::model::Ladder;

/// The numbers of each family that the names of a ladder have.
pub(crate) type NamedRungs = FxHashMap<String, RungNumbers>;

/// The rungs that roles, titles of pages and headings name, by family. Such a rung is described
/// somewhere, if not as a role of this track. A list or table that names a rung does not describe it.
pub(crate) fn of(ladder: &Ladder, places: &NamedPlaces<'_>) -> NamedRungs {
    let mut found = NamedRungs::default();
    let mut add = |rungs: &Rungs| match found.get_mut(&rungs.family) {
        Some(numbers) => numbers.add(rungs),
        None => found.entry(rungs.family.clone()).or_default().add(rungs),
    };
    places.all_rungs().for_each(&mut add);
    // The headings of a ladder repeat from page to page.
    let mut names: FxHashSet<&str> = FxHashSet::default();
    for (_, document) in ladder.documents() {
        names.insert(&document.title);
        names.extend(document.sections.iter().map(|section| section.title.as_str()));
    }
    let named = names.into_par_iter().flat_map_iter(Rungs::of_name);
    named.collect::<Vec<Rungs>>().iter().for_each(add);
    found
}
