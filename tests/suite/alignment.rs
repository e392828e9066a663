//! How well rungs aligns roles that people aligned by hand.
//! `cargo test --test suite alignment:: -- --nocapture` prints the figures.

#[path = "../../benches/scoring/mod.rs"]
mod scoring;

use std::path::Path;

/// The most that sections and items may be off, in all.
const SECTIONS: f64 = 0.05;
const ITEMS: f64 = 0.15;

#[track_caller]
fn check(pairs: &Path, root: &Path) {
    let pairs = scoring::read(pairs).unwrap();
    assert!(!pairs.is_empty());
    let (table, [sections, items]) = scoring::table(&pairs, root).unwrap();
    println!("{table}");
    for (scores, most) in [(sections, SECTIONS), (items, ITEMS)] {
        let [rungs, diff, overlap] = scores.map(|score| score.error_rate().unwrap());
        assert!(rungs <= most, "{rungs} is more than {most}");
        assert!(rungs <= diff && rungs <= overlap);
    }
}

#[test]
fn our_own_levels_align_as_we_aligned_them() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    check(&here.join("tests/alignment"), here);
}

#[test]
fn levels_of_real_ladders_align_as_people_aligned_them() {
    let shared = Path::new("../shared");
    if !shared.join("alignment").is_dir() {
        println!("skipped: ../shared/alignment is not there");
        return;
    }
    check(&shared.join("alignment"), &shared.join("corpus"));
}
