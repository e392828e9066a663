//! Whether one role of a track is a level above another, or stands beside it: "Product Designer" and
//! "Product Manager", the same page for two fields, two versions of one ladder.

use std::collections::{BTreeSet, HashMap};

use crate::check::rungs::Rungs;
use crate::compare::terms::normal::{is_function_word, terms};
use crate::model::{Ladder, Role, RoleId, Track, names};

/// Words that say how far someone is, in the languages that ladders are written in; without accents,
/// as names are compared.
const GRADES: &str = "intern trainee apprentice graduate entry junior jr associate mid middle \
    intermediate senior sr lead leader staff principal distinguished fellow master expert pleno lider \
    especialista confirme leitend стажер младший средний старший ведущий главный مبتدئ كبير أول";

/// The same in scripts that write words together.
const GLUED: [&str; 19] = [
    "주니어",
    "시니어",
    "리드",
    "선임",
    "책임",
    "수석",
    "ジュニア",
    "シニア",
    "リード",
    "初级",
    "初級",
    "中级",
    "中級",
    "高级",
    "高級",
    "资深",
    "資深",
    "首席",
    "专家",
];

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
    /// The codes or the number that it has.
    rungs: Vec<Rungs>,
    /// Whether it leads others.
    leads: bool,
    /// The words that say how far someone is.
    grade: BTreeSet<String>,
    /// The words that say what someone does.
    field: BTreeSet<String>,
    folder: String,
    /// Whether the track has a role of the same name in another file.
    has_twin: bool,
}

impl Place {
    fn of(role: &Role) -> Self {
        let mut name = names::normal(&role.document.title);
        let glued: Vec<&str> = GLUED.into_iter().filter(|word| name.contains(word)).collect();
        glued.iter().for_each(|word| name = name.replace(word, " "));
        let words: Vec<&str> = name.split_whitespace().collect();
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
        let grades = words.iter().copied().filter(|word| is_grade(word)).chain(glued);
        let grade = grades.map(str::to_owned);
        let field = words.iter().filter(|word| says_field(word)).flat_map(|word| terms(word));
        let field = field.collect();
        let leads = words.iter().any(|word| is_leading(word));
        Self {
            rungs: Rungs::of_role(role),
            leads,
            grade: grade.collect(),
            field,
            folder: folder(role).to_owned(),
            has_twin: false,
        }
    }

    /// Whether the other is another level of the same work. Where the two names say nothing of it,
    /// or name different work, it is not known to be; who leads stands beside those who make.
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

/// Whether a word is in a list, whatever its ending says of gender or number.
fn is_among(list: &str, word: &str) -> bool {
    const ENDINGS: [&str; 5] = ["", "s", "a", "e", "er"];
    list.split(' ')
        .any(|known| word.strip_prefix(known).is_some_and(|ending| ENDINGS.contains(&ending)))
}

/// The roles of a track, with what their names say of their places.
pub(crate) struct Places {
    places: HashMap<RoleId, Place>,
}

impl Places {
    pub(crate) fn of_track(ladder: &Ladder, track: &Track) -> Self {
        let mut files: HashMap<String, BTreeSet<&str>> = HashMap::new();
        for document in track.roles.iter().map(|id| &ladder.role(*id).document) {
            files.entry(names::normal(&document.title)).or_default().insert(&document.file);
        }
        let place = |id: &RoleId| {
            let role = ladder.role(*id);
            let files = files.get(&names::normal(&role.document.title));
            let has_twin = files.is_some_and(|files| files.len() > 1);
            (*id, Place { has_twin, ..Place::of(role) })
        };
        Self { places: track.roles.iter().map(place).collect() }
    }

    /// Whether two roles of the track are levels of the same work, and of the same version of it
    /// where there are several.
    pub(crate) fn are_levels(&self, one: RoleId, other: RoleId) -> bool {
        let (Some(a), Some(b)) = (self.places.get(&one), self.places.get(&other)) else {
            return false;
        };
        a.is_apart(b) && (a.folder == b.folder || !b.has_twin)
    }
}

/// Where roles of one version stand together.
fn folder(role: &Role) -> &str {
    role.document.file.rsplit_once('/').map_or("", |(folder, _)| folder)
}
