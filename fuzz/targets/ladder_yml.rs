//! `ladder.yml`, over a small ladder of every kind of file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rungs::content;
use rungs_fuzz::written::{self, Look};
use rungs_fuzz::{files, model};

const BAKER: &str = "# Baker\n\n## Scope\n\n- bakes 20 loaves\n";
const LEVELS: &str = "# Levels\n\n## L2\n\n- kneads\n\n## L3\n\n- leads 3 bakers\n";
const DATA: &str = "levels:\n- name: Cook\n  text: cooks\n- name: Head Cook\n  text: plans\n";

fuzz_target!(|data: &[u8]| {
    let Some(text) = files::text(data) else { return };
    let look = Look::of(data);
    let loaded = files::load(&[
        ("ladder.yml", &text),
        ("baker.md", BAKER),
        ("levels.md", LEVELS),
        ("shop/cooks.yml", DATA),
        ("shop/README.md", "# Shop\n\n[Baker](../baker.md)\n"),
    ]);
    model::holds_of(&loaded);
    let _ = content::allowed(&loaded.sources);
    let _ = content::as_config(&loaded.ladder);
    written::documents(&loaded, look);
    written::findings(&loaded);
});
