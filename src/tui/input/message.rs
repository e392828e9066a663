//! What can happen: every key, click and resize becomes one of these.

use tui_textarea::Input;

/// A side of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ComparedSide {
    Left,
    Right,
}

/// Something that happened, in the program's own terms.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Message {
    /// Move by lines or rows, down where positive.
    Move(isize),
    /// Move by half screens.
    HalfPages(isize),
    /// Move by whole screens.
    Pages(isize),
    /// To the first line, or the line of the count.
    Top,
    /// To the last line, or the line of the count.
    Bottom,
    /// Sections onward, back where negative.
    Sections(isize),
    /// Sections of the same depth onward, back where negative.
    Siblings(isize),
    /// Differences onward, back where negative.
    Differences(isize),
    /// Matches onward, back where negative; differences where nothing is searched for.
    Matches(isize),
    /// Rungs up the ladder, down where negative: another role in the document pane.
    Rungs(isize),
    /// Rungs up the ladder for one side of the comparison.
    Step(ComparedSide, isize),
    /// To another pane: to the right where positive, round where `true`.
    Focus(isize, bool),
    /// What stands below the page, by lines.
    Detail(isize),
    /// Enter: read, go to the section, follow a link, choose.
    Open,
    /// Fold or unfold the section of the outline.
    Fold,
    /// One pane on the whole screen, or back.
    Zoom,
    /// Show what stays expected of a role from the levels below, or leave it out.
    Inherited,
    /// Show or hide the front matter.
    FrontMatter,
    /// Search in what is shown.
    Search,
    /// Search through the whole ladder.
    SearchLadder,
    /// Jump to a role or section by name.
    Jump,
    /// Pick a role to compare with.
    Compare,
    /// Pick a role to stand beside those that are compared.
    AddLevel,
    /// Take the last of several roles out again.
    DropLevel,
    /// One topic through all levels of the track.
    Trace,
    /// The track as a matrix, or back.
    Overview,
    /// What changed since an older version of the ladder.
    Versions,
    /// Exchange the sides.
    Swap,
    /// Show the next selection of the texts of a comparison.
    Only,
    /// Another layout of the two sides.
    Layout,
    /// Fold the topics that are the same, or unfold them.
    FoldSame,
    /// To where one was before.
    Back,
    /// To where one was before going back.
    Forward,
    /// Open the link that leads out of the ladder and was followed last, in the browser.
    Browse,
    /// What is wrong with the ladder.
    Findings,
    /// Open the file in the user's editor.
    OpenFile,
    /// The keys.
    Help,
    /// Close what is on top; leave the search; leave the comparison.
    Cancel,
    /// Leave the program.
    Quit,
    /// Stop the program until the shell continues it.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// A digit of a count.
    Digit(usize),
    /// Typing in a prompt.
    Edit(Input),
    /// Text pasted into a prompt.
    Paste(String),
    /// Move in the list under a prompt.
    Pick(isize),
    /// The mouse pressed at a column and row.
    Click(u16, u16),
    /// The mouse wheel turned at a column and row, down where positive.
    Wheel(u16, u16, isize),
    /// The screen has another size.
    Resize(u16, u16),
}

/// What the program must do outside its own state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Effect {
    /// Open a file of the ladder at a line in the user's editor, then read the ladder again.
    Edit {
        file: String,
        line: usize,
    },
    Quit,
    Suspend,
    Redraw,
    /// Open this target in the browser.
    Browse(String),
    /// Load the older version of the ladder that someone calls this.
    Recall(String),
}
