//! Whether one role of a track is a level above another or beside it: "Product Designer" and "Product
//! Manager", the same page for two fields, two versions of one ladder.

use std::collections::BTreeSet;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::check::rungs::Rungs;
use crate::lexicon::{LevelName, terms};
use crate::model::{Ladder, Role, RoleId, TrackId};
use crate::naming::names;

/// What a role's name says about its place.
struct NamedPlace<'a> {
    /// The codes or the number that it has.
    rungs: Vec<Rungs>,
    /// Whether it leads others.
    leads: bool,
    /// The words for the seniority.
    grade: BTreeSet<String>,
    /// The words for the work.
    field: BTreeSet<String>,
    folder: &'a str,
    /// Whether the track has a role of the same name in another file.
    has_twin: bool,
}

impl<'a> NamedPlace<'a> {
    fn of(role: &'a Role) -> Self {
        let name = LevelName::read(&role.document.title);
        Self {
            rungs: Rungs::of_role(role),
            leads: name.leads_others(),
            grade: name.grade().into_iter().map(str::to_owned).collect(),
            field: name.field().flat_map(terms).collect(),
            folder: folder(role),
            has_twin: false,
        }
    }

    /// Whether the other is another level of the same work. It is not, if the names do not show it or
    /// name different work, or if only one of the two leads others.
    fn is_apart(&self, other: &Self) -> bool {
        let is_same_field =
            self.field.is_subset(&other.field) || other.field.is_subset(&self.field);
        if !is_same_field || self.leads != other.leads {
            return false;
        }
        let on_one_scale = |own: &Rungs| {
            other
                .rungs
                .iter()
                .find(|theirs| theirs.family == own.family)
                .map(|it| (it.first, it.last))
        };
        let scales = self.rungs.iter().find_map(|own| Some((own, on_one_scale(own)?)));
        match scales {
            Some((own, theirs)) => (own.first, own.last) != theirs,
            // "Engineer" and "Engineer II".
            None => self.grade != other.grade || self.rungs.is_empty() != other.rungs.is_empty(),
        }
    }
}

/// What the names of the roles of a ladder say about their places.
pub(crate) struct NamedPlaces<'a> {
    /// By role.
    places: Vec<NamedPlace<'a>>,
}

impl<'a> NamedPlaces<'a> {
    pub(crate) fn of(ladder: &'a Ladder) -> Self {
        let read = |role: &'a Role| (names::normal(&role.document.title), NamedPlace::of(role));
        let mut named: Vec<(String, NamedPlace)> = ladder.roles.par_iter().map(read).collect();
        // The file of the first role with a name, and whether another file has one too.
        let mut files: FxHashMap<(TrackId, &str), (&str, bool)> = FxHashMap::default();
        for (role, (name, _)) in ladder.roles.iter().zip(&named) {
            let file = role.document.file.as_str();
            let (first, has_twin) = files.entry((role.track, name)).or_insert((file, false));
            *has_twin |= *first != file;
        }
        let twins = ladder.roles.iter().zip(&named);
        let twins: Vec<bool> =
            twins.map(|(role, (name, _))| files[&(role.track, name.as_str())].1).collect();
        for ((_, place), has_twin) in named.iter_mut().zip(twins) {
            place.has_twin = has_twin;
        }
        Self { places: named.into_iter().map(|(_, place)| place).collect() }
    }

    /// The numbered rungs of a role.
    pub(crate) fn rungs(&self, role: RoleId) -> &[Rungs] {
        self.places.get(role.0).map_or(&[], |place| &place.rungs)
    }

    /// The numbered rungs of all roles.
    pub(crate) fn all_rungs(&self) -> impl Iterator<Item = &Rungs> {
        self.places.iter().flat_map(|place| &place.rungs)
    }

    /// Whether two roles of a track are levels of the same work, and of the same version if there are
    /// several.
    pub(crate) fn are_levels(&self, one: RoleId, other: RoleId) -> bool {
        let (Some(a), Some(b)) = (self.places.get(one.0), self.places.get(other.0)) else {
            return false;
        };
        a.is_apart(b) && (a.folder == b.folder || !b.has_twin)
    }
}

/// The folder of a role: the roles of one version share it.
fn folder(role: &Role) -> &str {
    role.document.file.rsplit_once('/').map_or("", |(folder, _)| folder)
}
