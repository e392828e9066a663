//! A Markdown file, to a ladder and all its views.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rungs_fuzz::written::{self, Look};
use rungs_fuzz::{files, model, words};

fuzz_target!(|data: &[u8]| {
    let Some(text) = files::text(data) else { return };
    let look = Look::of(data);
    let loaded = files::load(&[("a.md", &text)]);
    model::holds_of(&loaded);
    words::are_kept(&text, &loaded);
    written::documents(&loaded, look);
    written::findings(&loaded);
});
