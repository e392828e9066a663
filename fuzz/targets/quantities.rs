//! Numbers in texts: what a text states, and what becomes of it on another level.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rungs::compare;
use rungs_fuzz::files;
use rungs_fuzz::written::{self, Look};

fuzz_target!(|data: &[u8]| {
    let Some(text) = files::text(data) else { return };
    let look = Look::of(data);
    for stated in compare::stated(None, &text) {
        let quantity = &stated.quantity;
        assert!(text.get(quantity.range.clone()).is_some(), "{quantity:?}");
        assert!(quantity.low.is_finite() && quantity.high.is_finite(), "{quantity:?}");
        assert!(0.0 <= quantity.low && quantity.low <= quantity.high, "{quantity:?}");
        assert!(text.contains(&stated.words), "{stated:?}");
    }
    let (left, right) = text.split_once(files::BETWEEN).unwrap_or((&text, "3-5 hrs/week"));
    let page = |title: &str, text: &str| {
        let line = text.replace(['\n', '\r', '|'], " ");
        format!(
            "# {title}\n\n## Week\n\n- **Size**: {line}\n\n| Task | Takes |\n|-|-|\n| Plan | {line} |\n"
        )
    };
    let (left, right) = (page("Baker", left), page("Senior Baker", right));
    written::comparisons(&files::load(&[("a.md", &left), ("b.md", &right)]), look);
});
