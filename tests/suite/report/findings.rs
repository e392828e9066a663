//! Findings: how many there are, and in which order.

use std::path::Path;

use rungs::check::Switches;
use rungs::content::{self, Loaded};
use rungs::finding::Severity;
use rungs::page::{Line, lay_out_findings};
use rungs::report::FindingsReport;
use rungs::{github, json, markdown};
use serde_json::Value;

use super::written::beside;
use crate::support::ladders::load;

fn check(loaded: &Loaded) {
    let report = FindingsReport::new(loaded, &Switches::default());
    let codes: Vec<&str> = report.found.iter().map(|found| found.code).collect();
    let lines: Vec<String> = lay_out_findings(&report).iter().map(Line::to_plain).collect();
    assert_eq!(lines.last(), Some(&report.summary()));
    let heads = lines.iter().filter_map(|line| {
        let (severity, rest) = line.split_once('[')?;
        let known = ["error", "warning", "note"].contains(&severity);
        rest.split_once("]: ").filter(|_| known).map(|(code, _)| code)
    });
    assert_eq!(heads.collect::<Vec<_>>(), codes);
    let markdown = markdown::findings(&report);
    assert!(markdown.trim_end().ends_with(&report.summary()), "{markdown}");
    let items = markdown.lines().filter(|line| line.starts_with("- **"));
    let items = items.filter_map(|line| line.split('`').nth(1));
    assert_eq!(items.collect::<Vec<_>>(), codes);
    let json: Value = serde_json::from_str(&json::findings(&report)).unwrap();
    assert_eq!(each(&json["findings"], "code"), codes);
    for (field, severity) in
        [("errors", Severity::Error), ("warnings", Severity::Warning), ("notes", Severity::Note)]
    {
        assert_eq!(json["summary"][field], report.count(severity));
    }
    let sarif: Value = serde_json::from_str(&json::sarif(&report, Path::new(""))).unwrap();
    assert_eq!(each(&sarif["runs"][0]["results"], "ruleId"), codes);
    let github = github::findings(&report, Path::new(""));
    let titles = github.lines().filter_map(|line| line.split("title=").nth(1)?.split("::").next());
    assert_eq!(titles.collect::<Vec<_>>(), codes);
}

fn each<'a>(values: &'a Value, field: &str) -> Vec<&'a str> {
    values.as_array().unwrap().iter().map(|value| value[field].as_str().unwrap()).collect()
}

#[test]
fn all_formats_say_the_same_of_findings() {
    check(&content::built_in());
    beside().iter().for_each(|path| check(&load(path)));
}
