//! Places on a page: whatever its layout, each is on it.

use rungs::page::Page;

/// Every place of a page is on another layout of it too: at a text of the same line of the same
/// document.
#[track_caller]
pub(crate) fn keeps_every_place(here: &Page, there: &Page) {
    for line in 0..here.lines.len() {
        let Some(anchor) = here.anchor_at(line) else { continue };
        let found = there.line_of(anchor).unwrap_or_else(|| panic!("{anchor:?} is gone"));
        let same = there.flows.iter().filter(|flow| {
            flow.lines.contains(&found)
                && flow
                    .anchor
                    .is_some_and(|it| (it.document, it.line) == (anchor.document, anchor.line))
        });
        assert!(same.count() > 0, "{anchor:?} is not on line {found} of\n{}", there.to_plain());
    }
}
