//! Everything that is wrong with a ladder: what the loader reports and what the rules find.

use std::collections::HashMap;

use crate::check::{self, Switches};
use crate::content::{self, Loaded};
use crate::diagnostic::{Diagnostic, Severity};

/// The same switches without the rules that the ladder's own `ladder.yml` switches off. Names that are
/// no rule's are said to be wrong.
fn with_own(loaded: &Loaded, switches: &Switches) -> (Switches, Vec<Diagnostic>) {
    let (mut switches, mut wrong) = (switches.clone(), Vec::new());
    let Some((source, names)) = content::allowed(&loaded.sources) else { return (switches, wrong) };
    for name in names {
        match check::rule(&name) {
            Ok(rule) => switches = switches.without(rule.name),
            Err(unknown) => {
                let lines = lines(&source.text);
                let at = lines.iter().position(|line| line.contains(&name)).unwrap_or(0);
                let code = "malformed-ladder-yml";
                let found =
                    Diagnostic::new(Severity::Error, code, &*source.path, unknown.to_string());
                let found = found.at_words(at + 1, &name, lines[at]);
                wrong.push(found.help("correct the name; it has no effect for now"));
            }
        }
    }
    (switches, wrong)
}

/// What is wrong, by file in reading order and by line, as far as its rules are switched on.
pub(super) fn of(loaded: &Loaded, switches: &Switches) -> Vec<Diagnostic> {
    let (switches, wrong) = with_own(loaded, switches);
    let is_on = |found: &&Diagnostic| switches.is_on(found.code);
    let mut all: Vec<Diagnostic> =
        loaded.diagnostics.iter().chain(&wrong).filter(is_on).cloned().collect();
    let places: HashMap<&str, usize> =
        loaded.sources.iter().enumerate().map(|(at, source)| (source.path.as_str(), at)).collect();
    let mut lines_of: HashMap<usize, Vec<&str>> = HashMap::new();
    for finding in check::check(&loaded.ladder, &switches) {
        let source = places.get(finding.file.as_str());
        let lines = source
            .map(|at| &*lines_of.entry(*at).or_insert_with(|| lines(&loaded.sources[*at].text)));
        all.push(finding.in_source(lines.map(Vec::as_slice)));
    }
    let place = |file: &str| places.get(file).copied().unwrap_or(usize::MAX);
    all.sort_by(|a, b| {
        (place(&a.file), &a.file, a.line, a.column).cmp(&(
            place(&b.file),
            &b.file,
            b.line,
            b.column,
        ))
    });
    all
}

/// The lines of a text, as the loader counts them: any kind of line break ends one.
fn lines(text: &str) -> Vec<&str> {
    let mut rest = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut found = Vec::new();
    while let Some(end) = rest.find(['\n', '\r']) {
        found.push(&rest[..end]);
        let after = &rest[end..];
        rest = after.strip_prefix("\r\n").unwrap_or_else(|| &after[1..]);
    }
    found.push(rest);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_break_ends_a_line() {
        assert_eq!(lines("\u{FEFF}a\r\nb\rc\n\nd"), ["a", "b", "c", "", "d"]);
    }
}
