//! HTML: a web page, and HTML within Markdown.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rungs_fuzz::written::{self, Look};
use rungs_fuzz::{files, model};

fuzz_target!(|data: &[u8]| {
    let Some(text) = files::text(data) else { return };
    let look = Look::of(data);
    for file in ["a.html", "a.md"] {
        let loaded = files::load(&[(file, &text)]);
        model::holds_of(&loaded);
        written::documents(&loaded, look);
    }
});
