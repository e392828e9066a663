//! Everything that is wrong with a ladder: what the loader reports and what the rules find.

use std::collections::HashMap;
use std::path::{Component, Path};

use super::words::number;
use crate::check::{self, IsAwaited, Switches};
use crate::content::{self, Loaded};
use crate::finding::{Finding, Severity};

/// What is wrong with a ladder, and how much of it was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingsReport {
    /// What the ladder is called.
    pub ladder: String,
    /// How many roles were checked.
    pub roles: usize,
    /// How many pages were checked.
    pub pages: usize,
    /// What is wrong, by file in reading order and by line.
    pub found: Vec<Finding>,
}

impl FindingsReport {
    /// What is wrong with a ladder, as far as its rules are switched on: here, and by its own
    /// `ladder.yml`.
    #[must_use]
    pub fn new(loaded: &Loaded, switches: &Switches) -> Self {
        Self {
            ladder: loaded.ladder.name.clone(),
            roles: loaded.ladder.roles.len(),
            pages: loaded.ladder.pages.len(),
            found: Self::found_while(loaded, switches, &|| true).unwrap_or_default(),
        }
    }

    /// What is wrong with a ladder, by file in reading order and by line, as long as anyone waits for it;
    /// `None` as soon as nobody does.
    #[must_use]
    pub fn found_while(
        loaded: &Loaded,
        switches: &Switches,
        is_awaited: &IsAwaited<'_>,
    ) -> Option<Vec<Finding>> {
        let (switches, wrong) = with_own(loaded, switches);
        let is_on = |found: &&Finding| switches.is_on(found.code);
        let mut all: Vec<Finding> =
            loaded.findings.iter().chain(&wrong).filter(is_on).cloned().collect();
        let places: HashMap<&str, usize> = loaded
            .sources
            .iter()
            .enumerate()
            .map(|(at, source)| (source.path.as_str(), at))
            .collect();
        // The lines of one file at a time: those of all files take more room than their text.
        let mut lines_of: (Option<usize>, Vec<&str>) = (None, Vec::new());
        for finding in check::check_while(&loaded.ladder, &switches, is_awaited)? {
            let place = places.get(finding.file.as_str()).copied();
            if let Some(at) = place.filter(|_| lines_of.0 != place) {
                lines_of = (place, loaded.sources[at].text.split('\n').collect());
            }
            all.push(finding.in_source(place.map(|_| lines_of.1.as_slice())));
        }
        let place =
            |found: &Finding| places.get(found.file.as_str()).copied().unwrap_or(usize::MAX);
        let mut placed: Vec<(usize, Finding)> =
            all.into_iter().map(|found| (place(&found), found)).collect();
        placed.sort_by(|(at, a), (place, b)| {
            (at, &a.file, a.line, a.column).cmp(&(place, &b.file, b.line, b.column))
        });
        Some(placed.into_iter().map(|(_, found)| found).collect())
    }

    /// The same report with each finding seen from elsewhere.
    #[must_use]
    pub fn seen(self, from: impl Fn(&Finding) -> Finding) -> Self {
        Self { found: self.found.into_iter().map(|found| from(&found)).collect(), ..self }
    }

    /// The findings file by file.
    pub fn by_file(&self) -> impl Iterator<Item = &[Finding]> {
        self.found.chunk_by(|a, b| a.file == b.file)
    }

    /// How many findings are of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.found.iter().filter(|found| found.severity == severity).count()
    }

    /// Whether anything is as bad as this, or worse.
    #[must_use]
    pub fn is_as_bad_as(&self, severity: Severity) -> bool {
        // The worse, the smaller.
        self.found.iter().any(|found| found.severity <= severity)
    }

    /// In one sentence: how much is wrong, in how much.
    #[must_use]
    pub fn summary(&self) -> String {
        let checked = format!("{} and {}", number(self.roles, "role"), number(self.pages, "page"));
        if self.found.is_empty() {
            return format!("No findings in {checked}.");
        }
        let counts = [Severity::Error, Severity::Warning, Severity::Note]
            .map(|severity| number(self.count(severity), severity.word()));
        format!("{} in {checked}.", counts.join(", "))
    }
}

/// The path of a file of the ladder where `root` leads to the ladder's folder, with `/` between
/// folders.
#[must_use]
pub fn path_from(root: &Path, file: &str) -> String {
    let folder = |part: Component| match part {
        Component::RootDir => String::new(),
        part => part.as_os_str().to_string_lossy().into_owned(),
    };
    let folders = root.components().map(folder);
    folders.chain([file.to_owned()]).collect::<Vec<_>>().join("/")
}

/// The same switches without the rules that the ladder's own `ladder.yml` switches off. Names that are
/// no rule's are said to be wrong.
fn with_own(loaded: &Loaded, switches: &Switches) -> (Switches, Vec<Finding>) {
    let (mut switches, mut wrong) = (switches.clone(), Vec::new());
    let Some((source, names)) = content::allowed(&loaded.sources) else { return (switches, wrong) };
    for name in names {
        match check::rule(&name) {
            Ok(rule) => switches = switches.without(rule.name),
            Err(unknown) => {
                let lines: Vec<&str> = source.text.split('\n').collect();
                let at = lines.iter().position(|line| line.contains(&name)).unwrap_or(0);
                let code = "malformed-ladder-yml";
                let found = Finding::new(Severity::Error, code, &*source.path, unknown.to_string());
                let found = found.at_words(at + 1, &name, lines[at]);
                wrong.push(found.help("correct the name; until then it has no effect"));
            }
        }
    }
    (switches, wrong)
}
