//! The ladder that is compiled into the program.

use include_dir::{Dir, include_dir};

use crate::content::source::file::Source;
use crate::content::source::path::{is_document, natural};

static DATA: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/data");

/// Every file of the ladder: its path relative to the root of the ladder, and its bytes.
#[must_use]
pub fn files() -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let mut folders = vec![&DATA];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            // Folders are joined with `\` if the program was built on Windows.
            let path = file.path().to_string_lossy().replace('\\', "/");
            files.push((path, file.contents().to_vec()));
        }
    }
    files.sort_by(|(a, _), (b, _)| natural(a, b));
    files
}

/// Its documents.
pub(crate) fn sources() -> Vec<Source> {
    let documents = files().into_iter().filter(|(path, _)| is_document(path));
    documents.map(|(path, bytes)| Source::new(path, String::from_utf8_lossy(&bytes))).collect()
}

/// Whether its `order` sorts descending.
pub(crate) fn has_retype() -> bool {
    ["retype.yml", "retype.yaml"].iter().any(|name| DATA.get_file(name).is_some())
}
