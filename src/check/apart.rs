//! Whether one role of a track is a level above another or beside it: "Product Designer" and "Product
//! Manager", the same page for two fields, two versions of one ladder.

use std::collections::{BTreeSet, HashMap};

use crate::check::rungs::Rungs;
use crate::lexicon::{LevelName, terms};
use crate::model::{Ladder, Role, RoleId, Track};
use crate::naming::names;

/// What a role's name says about its place.
struct NamedPlace {
    /// The codes or the number that it has.
    rungs: Vec<Rungs>,
    /// Whether it leads others.
    leads: bool,
    /// The words for the seniority.
    grade: BTreeSet<String>,
    /// The words for the work.
    field: BTreeSet<String>,
    folder: String,
    /// Whether the track has a role of the same name in another file.
    has_twin: bool,
}

impl NamedPlace {
    fn of(role: &Role) -> Self {
        let name = LevelName::read(&role.document.title);
        Self {
            rungs: Rungs::of_role(role),
            leads: name.leads_others(),
            grade: name.grade().into_iter().map(str::to_owned).collect(),
            field: name.field().flat_map(terms).collect(),
            folder: folder(role).to_owned(),
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

/// The roles of a track with what their names say about their places.
pub(crate) struct NamedPlaces {
    places: HashMap<RoleId, NamedPlace>,
}

impl NamedPlaces {
    pub(crate) fn of_track(ladder: &Ladder, track: &Track) -> Self {
        let mut files: HashMap<String, BTreeSet<&str>> = HashMap::new();
        for document in track.roles.iter().map(|id| &ladder.role(*id).document) {
            files.entry(names::normal(&document.title)).or_default().insert(&document.file);
        }
        let place = |id: &RoleId| {
            let role = ladder.role(*id);
            let files = files.get(&names::normal(&role.document.title));
            let has_twin = files.is_some_and(|files| files.len() > 1);
            (*id, NamedPlace { has_twin, ..NamedPlace::of(role) })
        };
        Self { places: track.roles.iter().map(place).collect() }
    }

    /// Whether two roles of the track are levels of the same work, and of the same version if there are
    /// several.
    pub(crate) fn are_levels(&self, one: RoleId, other: RoleId) -> bool {
        let (Some(a), Some(b)) = (self.places.get(&one), self.places.get(&other)) else {
            return false;
        };
        a.is_apart(b) && (a.folder == b.folder || !b.has_twin)
    }
}

/// The folder of a role: the roles of one version share it.
fn folder(role: &Role) -> &str {
    role.document.file.rsplit_once('/').map_or("", |(folder, _)| folder)
}
