//! The areas of the panes on a screen of a given size, for drawing and for clicks.

use ratatui::layout::{Position, Rect};

use super::list_widths::ListWidths;
use super::panes::{Beside, Pane, Panes};

/// The least width for three panes side by side.
const THREE: u16 = 112;

/// The least width for two panes side by side.
const TWO: u16 = 64;

/// The fewest rows for the ladder and the outline to share the column on the left.
const STACKED: u16 = 16;

/// The least width of a pane beside others.
const LEAST: u16 = 16;

/// The least height of a pane with a frame.
const FRAMED: u16 = 5;

/// Columns of the frame of a pane.
const FRAME: u16 = 4;

/// Columns of the sign and the count of a topic.
const SIGN: usize = 4;

/// The areas of a screen. An area that is not shown is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Areas {
    /// The path to the view.
    pub(crate) breadcrumb: Rect,
    pub(crate) ladder: Rect,
    pub(crate) outline: Rect,
    pub(crate) document: Rect,
    /// Position and counts.
    pub(crate) status: Rect,
    /// The keys that work now.
    pub(crate) hints: Rect,
}

/// What determines the areas besides the size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Arrangement {
    pub(crate) panes: Panes,
    pub(crate) beside: Beside,
    pub(crate) widths: ListWidths,
    /// The rows of the ladder.
    pub(crate) rows: usize,
}

/// Lays out a screen.
pub(crate) fn areas(screen: Rect, arrangement: Arrangement) -> Areas {
    let mut areas = Areas::default();
    let mut rest = screen;
    if rest.height >= 4 {
        areas.status = take_bottom(&mut rest, 1);
    }
    if rest.height >= 9 {
        areas.hints = areas.status;
        areas.status = take_bottom(&mut rest, 1);
        areas.breadcrumb = Rect { height: 1, ..rest };
        rest.y += 1;
        rest.height -= 1;
    }
    panes(&mut areas, rest, screen.width, arrangement);
    areas
}

fn panes(areas: &mut Areas, rest: Rect, width: u16, arrangement: Arrangement) {
    let only_outline = arrangement.beside == Beside::Outline;
    let Arrangement { panes, widths, .. } = arrangement;
    if arrangement.beside == Beside::Nothing || (panes.hidden && !panes.zoomed) {
        areas.document = rest;
        return;
    }
    if panes.zoomed || width < TWO {
        match panes.focus {
            Pane::Ladder => areas.ladder = rest,
            Pane::Outline => areas.outline = rest,
            Pane::Document => areas.document = rest,
        }
        return;
    }
    let mut rest = rest;
    if only_outline && width < THREE && panes.focus == Pane::Document {
        // Two columns of text need all the room, so the topics appear only when they have the focus.
    } else if only_outline {
        // The lists of other views are as wide: topics have signs and counts, levels have the labels of roles.
        let wanted = widths.outline.max(widths.ladder) + SIGN;
        areas.outline = list(&mut rest, wanted, (width / 4).clamp(20, 40), panes.chosen[1]);
    } else if width >= THREE {
        let [ladder, outline] = panes.chosen;
        areas.ladder = list(&mut rest, widths.ladder, (width / 4).clamp(24, 44), ladder);
        areas.outline = list(&mut rest, widths.outline, (width / 4).clamp(28, 56), outline);
    } else {
        let wanted = widths.ladder.max(widths.outline);
        let most = (width * 7 / 20).clamp(22, 36);
        let mut left = list(&mut rest, wanted, most, panes.chosen[0]);
        if left.height >= STACKED {
            // A short ladder leaves its room to the outline.
            let wanted = u16::try_from(arrangement.rows).unwrap_or(u16::MAX).saturating_add(2);
            let ladder = wanted.clamp(FRAMED, left.height - left.height / 2);
            let below = left.height - ladder;
            areas.outline = take_bottom(&mut left, below);
            areas.ladder = left;
        } else if panes.side == Pane::Outline {
            areas.outline = left;
        } else {
            areas.ladder = left;
        }
    }
    areas.document = rest;
}

/// Makes the list with the focus wider by steps, or else the list beside the document. Returns whether there is
/// one.
pub(crate) fn widen(panes: &mut Panes, areas: &Areas, steps: isize) -> bool {
    let beside = match panes.focus {
        Pane::Document => [Pane::Outline, Pane::Ladder],
        list => [list, list],
    };
    let Some(list) = beside.into_iter().find(|list| areas.shows(*list)) else { return false };
    let width = areas.of(list).width.saturating_add_signed(by(steps));
    // Lists one above the other have one width.
    let is_stacked = areas.shows(Pane::Ladder) && areas.ladder.x == areas.outline.x;
    let at = usize::from(list == Pane::Outline && !is_stacked);
    panes.chosen[at] = Some(width.max(LEAST));
    true
}

/// The columns of some steps.
fn by(steps: isize) -> i16 {
    const STEP: isize = 2;
    i16::try_from(steps.saturating_mul(STEP)).unwrap_or(if steps < 0 { i16::MIN } else { i16::MAX })
}

/// The area of a pop-up with `rows` rows of content: in the middle, as large as needed.
pub(crate) fn popup(screen: Rect, rows: usize) -> Rect {
    popup_within(screen, rows, 96)
}

/// The same for two columns of content.
pub(crate) fn wide_popup(screen: Rect, rows: usize) -> Rect {
    popup_within(screen, rows, 168)
}

fn popup_within(screen: Rect, rows: usize, widest: u16) -> Rect {
    let width = screen.width.saturating_sub(4).clamp(screen.width.min(40), widest);
    let wanted = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(2);
    let most = screen.height.saturating_sub(4).clamp(screen.height.min(10), 40);
    let height = wanted.max(6).min(most);
    Rect { x: (screen.width - width) / 2, y: (screen.height - height) / 2, width, height }
}

/// The area of a picker's list: in its pop-up, below the prompt.
pub(crate) fn picker_rows(popup: Rect) -> Rect {
    let mut inside = Areas::inside(popup);
    let prompt = inside.height.min(PROMPT);
    inside.y += prompt;
    inside.height -= prompt;
    inside
}

/// The areas of a prompt with a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct PickerAreas {
    pub(crate) popup: Rect,
    pub(crate) rows: Rect,
    /// The start of the chosen entry; empty if there is no room.
    pub(crate) preview: Rect,
    /// The line between the rows and the preview.
    pub(crate) rule: Rect,
}

/// The least width of a screen for a preview beside the list, and the least height of a pop-up for one below it.
const BESIDE: u16 = 100;
const BELOW: u16 = 16;

/// The widest list beside a preview.
const WIDEST_LIST: u16 = 72;

/// The areas of a prompt with a list of at most so many rows, and with a preview if there is room.
pub(crate) fn picker_areas(screen: Rect, most: usize, has_preview: bool) -> PickerAreas {
    let wanted = most.saturating_add(usize::from(PROMPT));
    if !has_preview {
        let popup = popup(screen, wanted);
        return PickerAreas { popup, rows: picker_rows(popup), ..PickerAreas::default() };
    }
    let is_beside = screen.width >= BESIDE;
    let popup = wide_popup(screen, if is_beside { wanted.max(24) } else { usize::from(u16::MAX) });
    let mut rows = picker_rows(popup);
    let (mut preview, mut rule) = (Rect::default(), Rect::default());
    if is_beside {
        preview = rows;
        rows = take_left(&mut preview, (rows.width * 9 / 20).min(WIDEST_LIST));
        rule = take_left(&mut preview, 3);
        // The line is in the middle of its three columns, and as high as the pop-up is inside.
        let inside = Areas::inside(popup);
        rule = Rect { x: rule.x + 1, y: inside.y, width: 1, height: inside.height };
        preview = Rect { y: inside.y, height: inside.height, ..preview };
    } else if popup.height >= BELOW {
        let half = rows.height / 2;
        preview = take_bottom(&mut rows, half);
        rule = take_bottom(&mut rows, 1);
    }
    PickerAreas { popup, rows, preview, rule }
}

/// The areas of the list of findings in its pop-up, and of the text of the chosen finding below it.
pub(crate) fn findings(popup: Rect, len: usize) -> (Rect, Rect) {
    let inside = Areas::inside(popup);
    let wanted = u16::try_from(len).unwrap_or(u16::MAX);
    let height = wanted.min((inside.height / 2).max(inside.height.min(1)));
    let gap = u16::from(inside.height > height + 1);
    let mut below = inside;
    below.y += height + gap;
    below.height -= height + gap;
    (Rect { height, ..inside }, below)
}

/// Rows of a picker's prompt, and of the space below it.
pub(crate) const PROMPT: u16 = 2;

fn take_bottom(rest: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(rest.height);
    rest.height -= rows;
    Rect { y: rest.y + rest.height, height: rows, ..*rest }
}

/// Takes the area of a list: as wide as its rows, but at most `most`, or as wide as the user chose.
fn list(rest: &mut Rect, wanted: usize, most: u16, chosen: Option<u16>) -> Rect {
    let wanted = u16::try_from(wanted).unwrap_or(u16::MAX).saturating_add(FRAME);
    let columns = chosen.unwrap_or(wanted.min(most));
    let room = rest.width.saturating_sub(LEAST).max(LEAST);
    take_left(rest, columns.clamp(LEAST, room))
}

fn take_left(rest: &mut Rect, columns: u16) -> Rect {
    let columns = columns.min(rest.width);
    let left = Rect { width: columns, ..*rest };
    rest.x += columns;
    rest.width -= columns;
    left
}

impl Areas {
    /// The area of a pane.
    pub(crate) fn of(&self, pane: Pane) -> Rect {
        match pane {
            Pane::Ladder => self.ladder,
            Pane::Outline => self.outline,
            Pane::Document => self.document,
        }
    }

    /// The pane at a position.
    pub(crate) fn at(&self, position: Position) -> Option<Pane> {
        [Pane::Ladder, Pane::Outline, Pane::Document]
            .into_iter()
            .find(|pane| self.of(*pane).contains(position))
    }

    /// Whether a pane is on screen.
    pub(crate) fn shows(&self, pane: Pane) -> bool {
        !self.of(pane).is_empty()
    }

    /// Whether a pane has room for a border on all sides, and not only for a line on top.
    pub(crate) fn framed(area: Rect) -> bool {
        area.width >= LEAST && area.height >= FRAMED
    }

    /// The area inside a pane's border.
    pub(crate) fn inside(area: Rect) -> Rect {
        if Self::framed(area) {
            Rect { x: area.x + 2, y: area.y + 1, width: area.width - 4, height: area.height - 2 }
        } else if area.height >= 4 {
            Rect { y: area.y + 1, height: area.height - 1, ..area }
        } else {
            area
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(width: u16, height: u16, focus: Pane, zoomed: bool, comparing: bool) -> Areas {
        let beside = if comparing { Beside::Outline } else { Beside::All };
        let panes = Panes { zoomed, ..Panes::new(focus) };
        let widths = ListWidths { ladder: 60, outline: 60 };
        let arrangement = Arrangement { panes, beside, widths, rows: 90 };
        areas(Rect::new(0, 0, width, height), arrangement)
    }

    #[track_caller]
    fn check(areas: Areas, shown: &[Pane]) {
        for pane in [Pane::Ladder, Pane::Outline, Pane::Document] {
            assert_eq!(areas.shows(pane), shown.contains(&pane), "{pane:?} in {areas:?}");
        }
    }

    #[test]
    fn the_screen_shows_as_many_panes_as_it_has_room_for() {
        use Pane::{Document, Ladder, Outline};
        check(on(120, 40, Ladder, false, false), &[Ladder, Outline, Document]);
        check(on(80, 24, Ladder, false, false), &[Ladder, Outline, Document]);
        check(on(80, 12, Document, false, false), &[Ladder, Document]);
        check(on(40, 12, Outline, false, false), &[Outline]);
        check(on(120, 40, Document, true, false), &[Document]);
        check(on(120, 40, Document, false, true), &[Outline, Document]);
        check(on(80, 24, Document, false, true), &[Document]);
        check(on(80, 24, Outline, false, true), &[Outline, Document]);
        check(on(1, 1, Document, false, false), &[Document]);
    }

    #[test]
    fn lists_are_as_wide_as_their_rows_or_as_the_user_wants() {
        let widths = |width, ladder, outline, chosen| {
            let panes = Panes { chosen, ..Panes::new(Pane::Document) };
            let widths = ListWidths { ladder, outline };
            let arrangement = Arrangement { panes, beside: Beside::All, widths, rows: 90 };
            let areas = areas(Rect::new(0, 0, width, 40), arrangement);
            [areas.ladder.width, areas.outline.width, areas.document.width]
        };
        let free = [None, None];
        assert_eq!(widths(120, 14, 20, free), [18, 24, 78]);
        assert_eq!(widths(120, 90, 90, free), [30, 30, 60]);
        assert_eq!(widths(200, 90, 30, free), [44, 34, 122]);
        assert_eq!(widths(80, 10, 17, free), [21, 21, 59]);
        assert_eq!(widths(80, 0, 0, free), [16, 16, 64]);
        assert_eq!(widths(120, 14, 20, [Some(30), Some(5)]), [30, 16, 74]);
        assert_eq!(widths(120, 14, 20, [Some(900), Some(900)]), [104, 16, 0]);
    }

    #[test]
    fn a_short_ladder_leaves_its_room_to_the_outline() {
        let heights = |rows| {
            let (panes, widths) = (Panes::new(Pane::Ladder), ListWidths::default());
            let arrangement = Arrangement { panes, beside: Beside::All, widths, rows };
            let areas = areas(Rect::new(0, 0, 80, 25), arrangement);
            [areas.ladder.height, areas.outline.height]
        };
        assert_eq!([heights(0), heights(6), heights(90)], [[5, 17], [8, 14], [11, 11]]);
    }

    #[test]
    fn areas_never_overlap_nor_leave_the_screen() {
        for (width, height) in (0..130).flat_map(|w| (0..30).map(move |h| (w, h))) {
            for (zoomed, comparing) in [(false, false), (true, false), (false, true)] {
                let a = on(width, height, Pane::Document, zoomed, comparing);
                let all = [a.breadcrumb, a.ladder, a.outline, a.document, a.status, a.hints];
                for (i, area) in all.iter().enumerate() {
                    let over = all[..i].iter().any(|other| !other.intersection(*area).is_empty());
                    assert!(!over, "{width}x{height}");
                }
                for area in all {
                    assert_eq!(
                        area.intersection(Rect::new(0, 0, width, height)).area(),
                        area.area()
                    );
                }
            }
        }
    }
}
