//! YAML, JSON, TOML, CSV and TSV: the first byte says which.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rungs_fuzz::written::{self, Look};
use rungs_fuzz::{files, model};

fuzz_target!(|data: &[u8]| {
    let Some((kind, data)) = data.split_first() else { return };
    let file = match kind {
        b'{' => "a.json",
        b'=' => "a.toml",
        b',' => "a.csv",
        b'\t' => "a.tsv",
        _ => "a.yml",
    };
    let look = Look::of(data);
    let Some(text) = files::text(data) else { return };
    let loaded = files::load(&[(file, &text)]);
    model::holds_of(&loaded);
    written::documents(&loaded, look);
    written::findings(&loaded);
});
