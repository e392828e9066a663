//! Findings and rules as lines.

use super::sheet::{Line, Run};
use super::wrap::width;
use crate::check::{Rule, RuleKind};
use crate::finding::{Finding, Severity};
use crate::report::FindingsReport;
use crate::theme::{Ink, Mark};

/// Lays out findings in the form of compiler messages: a heading for each file, a summary at the end.
#[must_use]
pub fn lay_out_findings(report: &FindingsReport) -> Vec<Line> {
    let mut lines = Vec::new();
    for in_file in report.by_file() {
        lines.extend([line(&in_file[0].file, Ink::Heading), Line::default()]);
        for found in in_file {
            lines.extend(finding(found));
            lines.push(Line::default());
        }
    }
    lines.push(line(&report.summary(), Mark::default()));
    lines
}

fn finding(found: &Finding) -> Vec<Line> {
    let rendered = found.render();
    let (head, rest) = rendered.split_once('\n').unwrap_or((&rendered, ""));
    let (severity, message) = head.split_at(head.find(']').map_or(0, |at| at + 1));
    let ink = match found.severity {
        Severity::Error => Ink::Error,
        Severity::Warning => Ink::Warning,
        Severity::Note => Ink::Muted,
    };
    let head = Line::new(vec![Run::new(severity, ink), Run::new(message, Mark::default())]);
    let rest = rest.split('\n').map(|text| line(text, Mark::default()));
    std::iter::once(head).chain(rest).collect()
}

/// Lays out the rules, by kind.
#[must_use]
pub fn lay_out_rules(rules: &[Rule]) -> Vec<Line> {
    let widest = rules.iter().map(|rule| width(rule.name)).max().unwrap_or(0);
    let mut lines = Vec::new();
    for kind in RuleKind::ALL {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.push(line(kind.title(), Ink::Heading));
        lines.extend(rules.iter().filter(|it| it.kind == kind).map(|it| rule(it, widest)));
    }
    lines
}

fn rule(rule: &Rule, widest: usize) -> Line {
    let fill = " ".repeat(widest - width(rule.name));
    Line::new(vec![
        Run::new(format!("  {}{fill}  ", rule.name), Mark::default()),
        Run::new(format!("{:<7}", rule.severity.word()), Ink::Muted),
        Run::new(format!("  {}", rule.about), Mark::default()),
    ])
}

fn line(text: &str, mark: impl Into<Mark>) -> Line {
    Line::new(vec![Run::new(text, mark)])
}
