//! Findings and rules as lists.

use super::escape::escaped;
use crate::check::Rule;
use crate::finding::Finding;
use crate::report::FindingsReport;

/// What is wrong with a ladder: a heading a file, with a summary at the end.
#[must_use]
pub fn findings(report: &FindingsReport) -> String {
    let mut text = format!("# {}\n", escaped(&report.ladder));
    for in_file in report.by_file() {
        text.push_str(&format!("\n## {}\n\n", escaped(&in_file[0].file)));
        in_file.iter().for_each(|found| text.push_str(&finding(found)));
    }
    format!("{text}\n{}\n", escaped(&report.summary()))
}

fn finding(found: &Finding) -> String {
    let help = found.help.as_ref().map_or(String::new(), |help| format!("; {help}"));
    let message = escaped(&format!("{}{help}", found.message));
    let (severity, line) = (found.severity.word(), found.line);
    format!("- **{severity}** line {line}, `{}`: {message}\n", found.code)
}

/// The rules, a line each.
#[must_use]
pub fn rules(rules: &[Rule]) -> String {
    let line = |rule: &Rule| {
        format!("- `{}` ({}): {}\n", rule.name, rule.severity.word(), escaped(rule.about))
    };
    rules.iter().map(line).collect()
}
