//! Input as files of a ladder.

use rungs::content::{self, Loaded, Options, Source};

/// The most bytes of one input. Longer ones are refused, so that a slow input is slow for another
/// reason than its length.
pub const LONGEST: usize = 16 * 1024;

/// The line between two parts of an input.
pub const BETWEEN: &str = "\n%%%%\n";

/// The input as text, if it is short enough. Invalid UTF-8 is decoded as the program decodes files.
#[must_use]
pub fn text(data: &[u8]) -> Option<String> {
    (data.len() <= LONGEST).then(|| String::from_utf8_lossy(data).into_owned())
}

/// Loads files, twice: the same files are the same ladder.
///
/// # Panics
/// If they are not, or if a parser panicked.
#[must_use]
pub fn load(files: &[(&str, &str)]) -> Loaded {
    let sources: Vec<Source> = files.iter().map(|(path, text)| Source::new(*path, *text)).collect();
    let parse = || content::parse_explained("fuzz", &sources, Options::default());
    let parsed = parse();
    assert_eq!(parsed, parse(), "two readings of the same files");
    let (ladder, findings, explanations) = parsed;
    for finding in &findings {
        assert!(!finding.message.contains("an error in rungs"), "{}", finding.message);
    }
    Loaded { ladder: ladder.into(), findings, explanations, sources, root: None }
}
