//! What `check` finds in a ladder that is written as one text.

use rungs::check::{self, Switches};
use rungs::content::{self, Options, Source};

/// The ladder of a text in which lines such as `<!-- senior.md -->` begin a file.
pub(crate) fn sources(text: &str) -> Vec<Source> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        let name = line.strip_prefix("<!-- ").and_then(|line| line.strip_suffix(" -->"));
        match (name, files.last_mut()) {
            (Some(name), _) => files.push((name.to_owned(), String::new())),
            (None, Some((_, text))) => text.push_str(&format!("{line}\n")),
            (None, None) => files.push(("engineer.md".to_owned(), format!("{line}\n"))),
        }
    }
    files.into_iter().map(|(name, text)| Source::new(name, text)).collect()
}

/// What is found in a ladder, a line each: `file:line rule: message`.
pub(crate) fn found(text: &str, switches: &Switches) -> Vec<String> {
    let (ladder, findings) = content::parse("Test", &sources(text), Options::default());
    let loader =
        findings.iter().map(|it| format!("{}:{} {}: {}", it.file, it.line, it.code, it.message));
    let rules = check::check(&ladder, switches);
    let rules =
        rules.iter().map(|it| format!("{}:{} {}: {}", it.file, it.line, it.rule, it.message));
    loader.chain(rules).collect()
}

/// Compares what is found in a ladder with what is wanted, a line each.
#[track_caller]
pub(crate) fn check(text: &str, want: &str) {
    let got = found(text, &Switches::default()).join("\n");
    assert_eq!(got, want.trim(), "\n{got}\n");
}
