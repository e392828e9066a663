//! Which pane has the keys.

/// A pane of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pane {
    /// The list of tracks, roles, counterparts and pages.
    Ladder,
    /// The headings of the view.
    Outline,
    /// The view.
    Document,
}

/// The panes that may be beside the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Beside {
    All,
    Outline,
    Nothing,
}

impl Beside {
    /// The possible panes, from left to right.
    pub(crate) fn panes(self) -> &'static [Pane] {
        match self {
            Self::All => &[Pane::Ladder, Pane::Outline, Pane::Document],
            Self::Outline => &[Pane::Outline, Pane::Document],
            Self::Nothing => &[Pane::Document],
        }
    }
}

/// The pane with the focus, and the room that follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Panes {
    /// The pane with the focus.
    pub(crate) focus: Pane,
    /// The pane on the left if there is room for only one beside the document.
    pub(crate) side: Pane,
    /// Whether the pane with the focus takes the whole screen.
    pub(crate) zoomed: bool,
    /// Whether the lists beside the document are hidden.
    pub(crate) hidden: bool,
    /// The columns that the user chose for the ladder and the outline.
    pub(crate) chosen: [Option<u16>; 2],
}

impl Panes {
    /// The panes at the start.
    pub(crate) fn new(focus: Pane) -> Self {
        Self { focus, side: Pane::Ladder, zoomed: false, hidden: false, chosen: [None; 2] }
    }

    /// Gives a pane the focus. A list with the focus is not hidden.
    pub(crate) fn focus_on(&mut self, pane: Pane) {
        self.focus = pane;
        if pane != Pane::Document {
            (self.side, self.hidden) = (pane, false);
        }
    }

    /// The pane `steps` to the right of the focus, around at the ends if `round`.
    pub(crate) fn next(&self, beside: Beside, steps: isize, round: bool) -> Pane {
        let panes = beside.panes();
        let at = panes.iter().position(|pane| *pane == self.focus).unwrap_or(0);
        let last = panes.len() - 1;
        let target = if round {
            (at as isize + steps).rem_euclid(panes.len() as isize) as usize
        } else {
            at.saturating_add_signed(steps).min(last)
        };
        panes[target]
    }
}
