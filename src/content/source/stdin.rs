//! A document on stdin.

use std::io::{IsTerminal, Read, stdin};
use std::path::Path;

use crate::content::source::decode::decode;
use crate::content::source::errors::LoadError;
use crate::content::source::found::FoundFiles;
use crate::content::source::limits::{self, MAX_BYTES};

/// The path that means stdin.
const PATH: &str = "-";

/// What the document is called where a file has its path.
pub(crate) const NAME: &str = "stdin";

/// Whether a path means stdin.
#[must_use]
pub fn is_stdin(path: &Path) -> bool {
    path == Path::new(PATH)
}

/// Reads the document, with the limit of a file.
pub(crate) fn read() -> Result<FoundFiles, LoadError> {
    let refused = |reason: String| Err(LoadError::Stdin(reason));
    if stdin().is_terminal() {
        return refused("it is a terminal; pipe a document into it (`cat FILE | rungs -`)".into());
    }
    let mut bytes = Vec::new();
    if let Err(reason) = stdin().lock().take(MAX_BYTES + 1).read_to_end(&mut bytes) {
        return refused(reason.to_string());
    }
    if u64::try_from(bytes.len()).is_ok_and(|size| size > MAX_BYTES) {
        return refused(format!("it is larger than {}", limits::size(MAX_BYTES)));
    }
    let (source, finding) = decode(NAME, bytes);
    if source.text.trim().is_empty() {
        return refused("it is empty".to_owned());
    }
    let findings = finding.into_iter().collect();
    Ok(FoundFiles {
        sources: vec![source],
        findings,
        is_file: true,
        looked_at: 1,
        ..FoundFiles::default()
    })
}
