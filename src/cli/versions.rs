//! `rungs compare --against` and `--since`: roles as they were and as they are.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use serde_json::{Value, json};

use super::args::{Format, Showing};
use super::output::{Output, complain};
use super::{compare, json, named, open};
use crate::compare::{Comparer, Comparison, Level, alone, match_levels, unchanged};
use crate::content::{self, Loaded, join, read_rows_whole};
use crate::diagnostic::Severity;
use crate::model::{Document, Ladder, Role, RoleId, Subject, clean};

/// What the newer version is called.
const NOW: &str = "now";

/// An older version of the ladder.
pub(super) enum Version {
    /// What a folder or file holds.
    At(PathBuf),
    /// What stood in a revision of the repository.
    Revision(String),
}

/// Both versions.
pub(super) struct Versions {
    pub(super) then: Loaded,
    pub(super) now: Loaded,
    /// What to call the older one.
    pub(super) name: String,
    /// The commit of a revision.
    pub(super) commit: Option<String>,
}

/// Prints one role in two versions, or two roles of different versions.
pub(super) fn run(
    versions: &Versions,
    [left, right]: [&str; 2],
    showing: Showing,
    explain: bool,
    out: &Output,
) -> Result<u8> {
    let levels = versions.levels();
    let pair = named(versions, &levels, left, right)?;
    let ladder = versions.joined(levels.contains(&pair));
    let comparer = Comparer::new(&ladder);
    let comparison = versions.compared(&comparer, &ladder, pair, explain);
    let Some(comparison) = comparison else { bail!("neither version has this role") };
    match out.format {
        Format::Json => {
            let ladder = with_absent(ladder);
            let value = versions.as_json(&ladder, &comparison, pair, showing.only_differences);
            out.write(&json::pretty(&value))?;
        }
        _ => compare::write(&versions.named(ladder), &comparison, showing, out)?,
    }
    Ok(0)
}

impl Versions {
    /// Loads both. What is wrong with the newer is counted on stderr; of the older, only what could
    /// not be read is of use to know.
    pub(super) fn load(path: Option<&Path>, version: &Version) -> Result<Self> {
        let (now, path) = open::own(path)?;
        open::count_findings(&now);
        let (then, name, commit) = match version {
            Version::At(folder) => (content::load(folder)?, folder.display().to_string(), None),
            Version::Revision(revision) => {
                let (loaded, commit) = content::load_revision(&path, revision)?;
                (loaded, revision.clone(), Some(commit))
            }
        };
        let name = clean::line(&name).into_owned();
        let mut errors = then.diagnostics.iter().filter(|found| found.severity == Severity::Error);
        if let Some(first) = errors.next() {
            let more = match errors.count() {
                0 => String::new(),
                more => format!(", and {more} more"),
            };
            complain(&format!("{name}: {} ({}:{}){more}", first.message, first.file, first.line));
        }
        Ok(Self { then, now, name, commit })
    }

    /// Every level of both versions.
    pub(super) fn levels(&self) -> Vec<Level> {
        match_levels(&self.then.ladder, &self.now.ladder)
    }

    /// Both versions as one ladder; between versions of one role, rows of tables are read whole.
    pub(super) fn joined(&self, whole_rows: bool) -> Ladder {
        let mut ladder = join(&self.then.ladder, &self.now.ladder);
        if whole_rows {
            read_rows_whole(&mut ladder);
        }
        ladder
    }

    /// What a level says in both versions, or all that it says in the only one that has it. The ladder
    /// is that of both.
    pub(super) fn compared(
        &self,
        comparer: &Comparer,
        ladder: &Ladder,
        level: Level,
        explain: bool,
    ) -> Option<Comparison> {
        let of_now = |now: RoleId| RoleId(now.0 + self.then.ladder.roles.len());
        let alone = |role, is_left| alone(ladder, role, absent(ladder, role), is_left);
        Some(match (level.then, level.now.map(of_now)) {
            (Some(then), Some(now)) if explain => {
                comparer.explain(Subject::Role(then), Subject::Role(now))
            }
            (Some(then), Some(now)) => unchanged(ladder, then, now)
                .unwrap_or_else(|| comparer.compare(Subject::Role(then), Subject::Role(now))),
            (Some(then), None) => alone(then, true),
            (None, Some(now)) => alone(now, false),
            (None, None) => return None,
        })
    }

    /// The ladder of both with every role called after its version, and every one that is not there
    /// after that. It is to be shown only: headings are compared by the names as they were.
    pub(super) fn named(&self, ladder: Ladder) -> Ladder {
        let all = ladder.roles.len();
        let mut ladder = with_absent(ladder);
        let lacking = format!("not in {}", self.name);
        for (at, role) in ladder.roles.iter_mut().enumerate() {
            let is_older = at % all < self.then.ladder.roles.len();
            let version = match (at < all, is_older) {
                (true, true) => &self.name,
                (true, false) => NOW,
                (false, true) => "gone",
                (false, false) => &lacking,
            };
            let document = &mut role.document;
            document.label = format!("{} ({version})", document.label);
            document.title = format!("{} ({version})", document.title);
        }
        ladder
    }

    /// A comparison of both versions as JSON, `null` for a side that has no such level. The ladder is
    /// that of both, with what is absent.
    pub(super) fn as_json(
        &self,
        ladder: &Ladder,
        comparison: &Comparison,
        level: Level,
        only_differences: bool,
    ) -> Value {
        let mut value = compare::as_json(ladder, comparison, only_differences);
        for (side, role) in [("left", level.then), ("right", level.now)] {
            if role.is_none() {
                value[side] = Value::Null;
            }
        }
        self.tell(&mut value);
        value
    }

    /// Says that no level of one version is one of the other, where that is so.
    pub(super) fn doubt(&self, any_in_both: bool) {
        let (then, now) = (&self.then.ladder, &self.now.ladder);
        if !any_in_both && !then.roles.is_empty() && !now.roles.is_empty() {
            complain(&format!(
                "no level here is one of {}: these are not two versions of one ladder, or every level \
                 has another name and another text",
                self.name
            ));
        }
    }

    /// How the newer one is seen from the older.
    pub(super) fn seen(&self) -> String {
        let words = if self.commit.is_some() { "since" } else { "compared with" };
        format!("{words} {}", self.name)
    }

    /// Says in the JSON of a comparison of which version either side is.
    fn tell(&self, value: &mut Value) {
        let sides = [("left", &*self.name, self.commit.as_deref()), ("right", NOW, None)];
        for (side, version, commit) in sides {
            if let Some(Value::Object(side)) = value.get_mut(side) {
                side.insert("version".to_owned(), json!(version));
                side.insert("commit".to_owned(), json!(commit));
            }
        }
    }
}

/// What stands for a role in the version that does not have it.
fn absent(ladder: &Ladder, role: RoleId) -> Subject {
    Subject::Role(RoleId(role.0 + ladder.roles.len()))
}

/// The ladder with what is [`absent`] of each role: its name, and not a word.
pub(super) fn with_absent(mut ladder: Ladder) -> Ladder {
    let nothing = |role: &Role| {
        let Document { title, label, .. } = &role.document;
        let (title, label) = (title.clone(), label.clone());
        Role {
            id: role.id.clone(),
            level: None,
            order: None,
            aliases: Vec::new(),
            track: role.track,
            origin: role.origin,
            document: Document { title, label, ..Document::default() },
        }
    };
    let all: Vec<Role> = ladder.roles.iter().map(nothing).collect();
    ladder.roles.extend(all);
    ladder
}

/// The level that one name means, or the levels of two: the left one as the older version calls it or,
/// where only the newer knows the name, the one that it was; and the other way round.
fn named(versions: &Versions, levels: &[Level], left: &str, right: &str) -> Result<Level> {
    let name = &versions.name;
    if left == right {
        // One role, whichever version knows it by this name; the newer is asked first.
        return level(versions, levels, left, true);
    }
    let of_left = level(versions, levels, left, false);
    let then = of_left.map_err(|error| anyhow!("in {name}, {error}"))?.then;
    let now = level(versions, levels, right, true)?.now;
    match (then, now) {
        (Some(_), Some(_)) => Ok(Level { then, now }),
        (None, _) => match role(versions, &versions.then, left) {
            Err(error) => bail!("in {name}, {error}"),
            Ok(_) => bail!("in {name}, there is no role `{left}`: it is new"),
        },
        (_, None) => match role(versions, &versions.now, right) {
            Err(error) => Err(error),
            Ok(_) => bail!("there is no role `{right}` any more: only {name} has it"),
        },
    }
}

/// The level that a name means in either version: in the one that calls a role just so, else in the
/// one that is asked first.
fn level(versions: &Versions, levels: &[Level], name: &str, now_first: bool) -> Result<Level> {
    let (then, now) = (role(versions, &versions.then, name), role(versions, &versions.now, name));
    let is_now = match (&then, &now) {
        (Ok((_, then)), Ok((_, now))) if then != now => *now,
        (Ok(_), Err(_)) => false,
        (Err(_), Ok(_)) => true,
        _ => now_first,
    };
    let (id, _) = if is_now { now } else { then }?;
    let is_it = |level: &&Level| (if is_now { level.now } else { level.then }) == Some(id);
    let level = levels.iter().find(is_it).copied();
    level.ok_or_else(|| anyhow!("there is no role `{name}`"))
}

/// The role of this name, and whether it is called just so. One that is known from tables only has no
/// page that could have changed.
fn role(versions: &Versions, loaded: &Loaded, name: &str) -> Result<(RoleId, bool)> {
    let named = named::in_version(loaded, &versions.now, name)?;
    match named.subject {
        Subject::Role(id) => Ok((id, named.exactly)),
        Subject::Counterpart(id) => {
            let counterpart = loaded.ladder.counterpart(id);
            let known = counterpart.known_from.first();
            let of = known.map_or("", |known| loaded.ladder.role(known.role).id.as_str());
            bail!(
                "{} has no page of its own, only tables that speak of it; compare the versions of \
                 the page that they stand in: {of}",
                counterpart.name
            )
        }
    }
}
