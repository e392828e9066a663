//! `rungs compare --against` and `--since`: roles as they were and as they are.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};

use super::args::Showing;
use super::output::{Output, complain};
use super::{compare, named, open};
use crate::compare::{
    Comparer, Level, NamedLadder, RowCells, changes, compare_level, explain_changes, explain_level,
    match_levels,
};
use crate::content::{self, Loaded};
use crate::finding::Severity;
use crate::json;
use crate::model::clean;
use crate::naming::{self, InVersion, NamedRole};
use crate::report::{ComparisonReport, NOW, VersionsReport};
use crate::tui::OlderVersion;

/// An older version of the ladder.
pub(super) enum Version {
    /// What a folder or file holds.
    At(PathBuf),
    /// The files of a revision of the repository.
    Revision(String),
}

impl Version {
    /// Loads the version; `path` is the newer one. Returns its name too, and the commit of a revision.
    fn load(&self, path: &Path) -> Result<(Loaded, String, Option<String>)> {
        let (loaded, name, commit) = match self {
            Self::At(folder) => (content::load(folder)?, folder.display().to_string(), None),
            Self::Revision(revision) => {
                let (loaded, commit) = content::load_revision(path, revision)?;
                (loaded, revision.clone(), Some(commit))
            }
        };
        Ok((loaded, clean::line(&name).into_owned(), commit))
    }
}

/// Which files of a version could not be read, in a line.
fn unread(loaded: &Loaded, name: &str) -> Option<String> {
    let mut errors = loaded.findings.iter().filter(|found| found.severity == Severity::Error);
    let first = errors.next()?;
    let more = match errors.count() {
        0 => String::new(),
        more => format!(", and {more} more"),
    };
    Some(format!("{name}: {} ({}:{}){more}", first.message, first.file, first.line))
}

/// Loads the older version that someone names for the ladder at a path: a revision, or where git knows
/// none of that name, a folder or file.
pub(super) fn older(path: &Path, asked: &str) -> Result<OlderVersion> {
    let revision = Version::Revision(asked.to_owned()).load(path);
    let (loaded, name, commit) = match revision {
        Err(_) if Path::new(asked).exists() => Version::At(asked.into()).load(path)?,
        revision => revision?,
    };
    let remark = unread(&loaded, &name);
    Ok(OlderVersion { ladder: loaded.ladder, is_revision: commit.is_some(), name, remark })
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
    let levels = match_levels(&versions.then.ladder, &versions.now.ladder);
    let pair = named(versions, &levels, left, right)?;
    // Two levels have their own cells of a table, one level all of them.
    let cells = if levels.contains(&pair) { RowCells::All } else { RowCells::Own };
    let [then, now] = versions.both();
    let comparer = Comparer::between(then, now, cells);
    let compare = if explain { explain_level } else { compare_level };
    let Some(comparison) = compare(&comparer, pair) else {
        bail!("neither version has this role: name another one")
    };
    let (name, commit) = (versions.name.as_str(), versions.commit.as_deref());
    let json = |report: &ComparisonReport<'_>| json::version(report, name, commit);
    compare::write(&now.ladder.name, &comparison, showing, json, out)?;
    Ok(0)
}

impl Versions {
    /// Loads both. Prints on stderr how many findings the newer one has, and which files of the older
    /// one could not be read.
    pub(super) fn load(path: Option<&Path>, version: &Version) -> Result<Self> {
        let (now, path) = open::own(path)?;
        open::count_findings(&now);
        let (then, name, commit) = version.load(&path)?;
        if let Some(words) = unread(&then, &name) {
            complain(&words);
        }
        Ok(Self { then, now, name, commit })
    }

    /// Both ladders with what they are called, the older first.
    pub(super) fn both(&self) -> [NamedLadder<'_>; 2] {
        [(&self.then, &*self.name), (&self.now, NOW)]
            .map(|(loaded, name)| NamedLadder { ladder: &loaded.ladder, name })
    }

    /// What became of every level.
    pub(super) fn report(&self, explain: bool) -> VersionsReport<'_> {
        let changes = if explain { explain_changes } else { changes };
        let [then, now] = self.both();
        let here = open::from_here(&self.now);
        VersionsReport {
            title: VersionsReport::title(&now.ladder.name, &self.name, self.commit.is_some()),
            version: &self.name,
            commit: self.commit.as_deref(),
            changes: changes(then, now),
            roots: [self.then.root.clone().unwrap_or_else(|| here.clone()), here],
        }
    }
}

/// The level that one name means, or the levels of two names. The left name is looked up in the older
/// version first, the right name in the newer one first.
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
            Ok(_) => bail!("in {name}, there is no role `{left}`: the role is new"),
        },
        (_, None) => match role(versions, &versions.now, right) {
            Err(error) => Err(error),
            Ok(_) => bail!("there is no role `{right}` anymore: only {name} has it"),
        },
    }
}

/// The level that a name means in either version.
fn level(versions: &Versions, levels: &[Level], name: &str, now_first: bool) -> Result<Level> {
    let (then, now) = (role(versions, &versions.then, name), role(versions, &versions.now, name));
    let meant = naming::in_either(then, now, now_first)?;
    let is_it = |level: &&Level| match meant {
        InVersion::Then(role) => level.then == Some(role),
        InVersion::Now(role) => level.now == Some(role),
    };
    let level = levels.iter().find(is_it).copied();
    level.ok_or_else(|| anyhow!("there is no role `{name}`"))
}

/// The role of this name in one version.
fn role(versions: &Versions, loaded: &Loaded, name: &str) -> Result<NamedRole> {
    let named = named::in_version(loaded, &versions.now, name)?;
    naming::with_page(&loaded.ladder, named).map_err(|error| anyhow!("{error}"))
}
