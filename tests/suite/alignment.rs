//! How well rungs aligns roles that people aligned by hand.
//! `cargo test --test suite alignment:: -- --nocapture` prints the figures.

#[path = "../../benches/scoring/mod.rs"]
mod scoring;

use std::path::{Path, PathBuf};

/// The least part of the links between items that people must agree with.
const PRECISION: f64 = 0.94;

/// That sections and items are off by at most so much, and better than by simpler means.
#[track_caller]
fn check(pairs: &Path, roots: &[PathBuf], most: [f64; 2]) {
    let pairs = scoring::read(pairs).unwrap();
    assert!(!pairs.is_empty());
    let (table, scores) = scoring::table(&pairs, roots).unwrap();
    println!("{table}");
    for (scores, most) in scores.iter().zip(most) {
        let [rungs, diff, overlap] = scores.map(|score| score.error_rate().unwrap());
        assert!(rungs <= most, "{rungs} is more than {most}");
        assert!(rungs <= diff && rungs <= overlap);
    }
    assert!(scores[1][0].precision() >= PRECISION);
}

#[test]
fn our_own_levels_align_as_we_aligned_them() {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    check(&here.join("tests/alignment"), &[here], [0.04, 0.13]);
}

#[test]
fn levels_of_real_ladders_align_as_people_aligned_them() {
    let shared = Path::new("../shared");
    if !shared.join("pairs").is_dir() {
        println!("skipped: ../shared/pairs is not there");
        return;
    }
    let roots = ["ladders", "corpus"].map(|folder| shared.join(folder));
    check(&shared.join("pairs"), &roots, [0.02, 0.1]);
}
