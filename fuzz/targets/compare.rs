//! Two documents, one below the other with a line `%%%%` between them, to a comparison in every format.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rungs_fuzz::written::{self, Look};
use rungs_fuzz::{files, model};

fuzz_target!(|data: &[u8]| {
    let Some(text) = files::text(data) else { return };
    let look = Look::of(data);
    let (left, right) = text.split_once(files::BETWEEN).unwrap_or((&text, "- bakes"));
    let (left, right) = (format!("# Baker\n\n{left}"), format!("# Senior Baker\n\n{right}"));
    let loaded = files::load(&[("a.md", &left), ("b.md", &right)]);
    model::holds_of(&loaded);
    written::comparisons(&loaded, look);
});
