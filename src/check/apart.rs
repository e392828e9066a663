//! Whether one role of a track is a level above another, or stands beside it: "Product Designer" and
//! "Product Manager", the same page for two fields, two versions of one ladder.

use std::collections::BTreeSet;

use crate::check::rungs::Rungs;
use crate::compare::terms::normal::{is_function_word, terms};
use crate::model::{Ladder, Role, RoleId, Track, names};

/// Words that say how far someone is, in the languages that ladders are written in.
const GRADES: &str = "intern trainee apprentice graduate entry junior jr associate mid middle \
    intermediate senior sr lead leader staff principal distinguished fellow master expert júnior pleno \
    plena sênior sénior líder especialista leitend стажер младший средний старший ведущий главный";

/// Words that say how far someone is who leads others.
const LEADING: &str = "manager mgr supervisor director head vice vp svp evp chief cto president \
    executive gerente diretor coordenador jefe leiter руководитель";

/// Words that say nothing of a role's field.
const FIELDLESS: [&str; 9] =
    ["level", "tech", "technical", "software", "people", "team", "individual", "contributor", "of"];

/// Who manages one of these makes it, and leads nobody.
const MANAGED: [&str; 6] = ["product", "program", "programme", "project", "account", "release"];

/// What a role's name says of its place.
struct Place {
    /// The code or number, where it has one.
    rungs: Option<Rungs>,
    /// Whether it leads others.
    leads: bool,
    /// The words that say how far someone is.
    grade: BTreeSet<String>,
    /// The words that say what someone does.
    field: BTreeSet<String>,
}

impl Place {
    fn of(role: &Role) -> Self {
        let name = names::normal(&role.document.title);
        let words: Vec<&str> = name.split(' ').collect();
        let is_maker =
            words.windows(2).any(|pair| MANAGED.contains(&pair[0]) && pair[1] == "manager");
        let is_leading = |word: &str| !(is_maker && word == "manager") && is_among(LEADING, word);
        let is_grade = |word: &str| is_leading(word) || is_among(GRADES, word);
        let says_field = |word: &str| {
            !is_grade(word)
                && !FIELDLESS.contains(&word)
                && !is_function_word(word)
                && !word.contains(|c: char| c.is_ascii_digit())
        };
        let grade = words.iter().filter(|word| is_grade(word)).map(|word| (*word).to_owned());
        let field = words.iter().filter(|word| says_field(word)).flat_map(|word| terms(word));
        let field = field.collect();
        let leads = words.iter().any(|word| is_leading(word));
        Self { rungs: Rungs::of_role(role), leads, grade: grade.collect(), field }
    }

    /// Whether the other is another level of the same work. Where the two names say nothing of it,
    /// or name different work, it is not known to be; who leads stands beside those who make.
    fn is_apart(&self, other: &Self) -> bool {
        let is_same_field =
            self.field.is_subset(&other.field) || other.field.is_subset(&self.field);
        if !is_same_field || self.leads != other.leads {
            return false;
        }
        match (&self.rungs, &other.rungs) {
            (Some(own), Some(theirs)) if own.family == theirs.family => {
                (own.first, own.last) != (theirs.first, theirs.last)
            }
            // "Engineer" and "Engineer II".
            (own, theirs) => self.grade != other.grade || own.is_some() != theirs.is_some(),
        }
    }
}

/// Whether a word is in a list, whatever its ending says of gender or number.
fn is_among(list: &str, word: &str) -> bool {
    const ENDINGS: [&str; 5] = ["", "s", "a", "e", "er"];
    list.split(' ')
        .any(|known| word.strip_prefix(known).is_some_and(|ending| ENDINGS.contains(&ending)))
}

/// The roles of a track, with what their names say of their places.
pub(crate) struct Places {
    places: Vec<(RoleId, Place)>,
}

impl Places {
    pub(crate) fn of_track(ladder: &Ladder, track: &Track) -> Self {
        Self { places: track.roles.iter().map(|id| (*id, Place::of(ladder.role(*id)))).collect() }
    }

    /// Whether two roles of the track are levels of the same work, and of the same version of it
    /// where there are several.
    pub(crate) fn are_levels(&self, ladder: &Ladder, one: RoleId, other: RoleId) -> bool {
        let of = |id: RoleId| self.places.iter().find(|(role, _)| *role == id).map(|(_, it)| it);
        let (Some(a), Some(b)) = (of(one), of(other)) else { return false };
        a.is_apart(b)
            && (folder(ladder, one) == folder(ladder, other) || !self.has_twin(ladder, other))
    }

    /// Whether the track has a role of the same name in another file.
    fn has_twin(&self, ladder: &Ladder, id: RoleId) -> bool {
        let document = &ladder.role(id).document;
        self.places
            .iter()
            .map(|(role, _)| &ladder.role(*role).document)
            .any(|other| other.file != document.file && names::same(&other.title, &document.title))
    }
}

/// Where roles of one version stand together: a folder, or a file that holds several of them.
fn folder(ladder: &Ladder, id: RoleId) -> &str {
    let file = ladder.role(id).document.file.as_str();
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}
