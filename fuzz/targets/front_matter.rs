//! The front matter of a document, in YAML or TOML, and the page of a ladder that it describes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rungs_fuzz::written::{self, Look};
use rungs_fuzz::{files, model};

fuzz_target!(|data: &[u8]| {
    let Some(text) = files::text(data) else { return };
    let look = Look::of(data);
    let fence = if text.starts_with('+') { "+++" } else { "---" };
    let page = format!("{fence}\n{text}\n{fence}\n# Baker\n\n## Scope\n\n- kneads the dough\n");
    let loaded = files::load(&[("a.md", &page), ("b.md", "# Senior Baker\n\n- leads\n")]);
    model::holds_of(&loaded);
    written::documents(&loaded, look);
    written::findings(&loaded);
});
