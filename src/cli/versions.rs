//! `rungs compare --against` and `--since`: roles as they were and as they are.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use serde_json::{Value, json};

use super::args::{Format, Showing};
use super::output::{Output, complain};
use super::{compare, json, open};
use crate::compare::{Comparer, Level, match_levels};
use crate::content::{self, Loaded, join, read_rows_whole};
use crate::diagnostic::Severity;
use crate::model::{Ladder, RoleId, Subject, clean};

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
    let (then, now) = roles(versions, left, right)?;
    let same = versions.levels().contains(&Level { then: Some(then), now: Some(now) });
    let ladder = versions.joined(same);
    let [left, right] = versions.subjects(then, now);
    let comparer = Comparer::new(&ladder);
    let comparison =
        if explain { comparer.explain(left, right) } else { comparer.compare(left, right) };
    match out.format {
        Format::Json => {
            let mut value = compare::as_json(&ladder, &comparison, showing.only_differences);
            versions.tell(&mut value);
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
        let now = open::ladder(path)?;
        let (then, name, commit) = match (version, path) {
            (Version::At(folder), _) => {
                (content::load(folder)?, folder.display().to_string(), None)
            }
            (Version::Revision(revision), Some(path)) => {
                let (loaded, commit) = content::load_revision(path, revision)?;
                (loaded, revision.clone(), Some(commit))
            }
            (Version::Revision(_), None) => {
                bail!("the built-in ladder is in no repository; name yours by --ladder")
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

    /// A role of either version, in the ladder of both.
    pub(super) fn subjects(&self, then: RoleId, now: RoleId) -> [Subject; 2] {
        [then, RoleId(now.0 + self.then.ladder.roles.len())].map(Subject::Role)
    }

    /// The ladder of both with every role called after its version. It is to be shown only: headings
    /// are compared by the names as they were.
    pub(super) fn named(&self, mut ladder: Ladder) -> Ladder {
        for (at, role) in ladder.roles.iter_mut().enumerate() {
            let older = at < self.then.ladder.roles.len();
            let version = if older { &self.name } else { NOW };
            let document = &mut role.document;
            document.label = format!("{} ({version})", document.label);
            document.title = format!("{} ({version})", document.title);
        }
        ladder
    }

    /// Says in the JSON of a comparison of which version either side is.
    pub(super) fn tell(&self, value: &mut Value) {
        let sides = [("left", &*self.name, self.commit.as_deref()), ("right", NOW, None)];
        for (side, version, commit) in sides {
            if let Some(Value::Object(side)) = value.get_mut(side) {
                side.insert("version".to_owned(), json!(version));
                side.insert("commit".to_owned(), json!(commit));
            }
        }
    }
}

/// The roles that are meant: the left one as the older version calls it or, where only the newer knows
/// the name, the one that it was; and the other way round.
fn roles(versions: &Versions, left: &str, right: &str) -> Result<(RoleId, RoleId)> {
    let levels = versions.levels();
    let was = |now| levels.iter().find(|level| level.now == Some(now)).and_then(|level| level.then);
    let became =
        |then| levels.iter().find(|level| level.then == Some(then)).and_then(|level| level.now);
    let (older, newer) = (role(&versions.then, left), role(&versions.now, right));
    let name = &versions.name;
    if left == right {
        // One role, whichever version knows it by this name; the newer is asked first.
        return match (newer, older) {
            (Ok(now), _) => match was(now) {
                Some(then) => Ok((then, now)),
                None => bail!("`{left}` is new since {name}: there is nothing to compare it with"),
            },
            (Err(_), Ok(then)) => match became(then) {
                Some(now) => Ok((then, now)),
                None => bail!("`{left}` is gone since {name}: there is nothing to compare it with"),
            },
            (Err(error), Err(_)) => Err(error),
        };
    }
    let left = older.or_else(|error| {
        role(&versions.now, left).ok().and_then(was).ok_or_else(|| anyhow!("in {name}, {error}"))
    })?;
    let right =
        newer.or_else(|error| role(&versions.then, right).ok().and_then(became).ok_or(error))?;
    Ok((left, right))
}

/// The role of this name. One that is known from tables only has no page that could have changed.
fn role(loaded: &Loaded, name: &str) -> Result<RoleId> {
    match open::subject(loaded, name)? {
        Subject::Role(id) => Ok(id),
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
