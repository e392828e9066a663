//! Messages: every key, click and resize becomes one.

use tui_textarea::Input;

use super::key::Key;
use crate::model::TrackId;
use crate::search::Query;

/// A side of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ComparedSide {
    Left,
    Right,
}

/// What comes first in the list of places and commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Leading {
    Places,
    Commands,
}

/// What is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Copied {
    /// The item, cell or finding at the cursor.
    Item,
    /// The section around it, as Markdown.
    Section,
    /// A link to the section.
    Link,
}

/// An input in the program's own terms.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Message {
    /// Move by lines or rows, down if positive.
    Move(isize),
    /// Move by half screens.
    HalfPages(isize),
    /// Move by whole screens.
    Pages(isize),
    /// Move a screen down in a text, fold or unfold in a list.
    PageOrFold,
    /// To the first line, or the line of the count.
    Top,
    /// To the last line, or the line of the count.
    Bottom,
    /// Go sections forward, or back if negative.
    Sections(isize),
    /// Go sections of the same depth forward, or back if negative.
    Siblings(isize),
    /// Go differences forward, or back if negative.
    Differences(isize),
    /// Go matches forward, or back if negative; differences if no search is active.
    Matches(isize),
    /// Go rungs up the ladder, or down if negative: another role in the document pane.
    Rungs(isize),
    /// Move one side of the comparison rungs up the ladder, or down if negative.
    Step(ComparedSide, isize),
    /// Go to another pane: to the right if positive, around at the ends if `true`.
    Focus(isize, bool),
    /// Scroll the detail below the page, by lines.
    Detail(isize),
    /// Enter: read, go to the section, follow a link, choose.
    Open,
    /// Fold or unfold the section of the outline.
    Fold,
    /// Show one pane on the whole screen, or all panes again.
    Zoom,
    /// Hide or show the lists beside the text.
    HideLists,
    /// Make a list wider by steps, or narrower.
    Widen(isize),
    /// Show or hide what is inherited from lower levels.
    Inherited,
    /// Show or hide the front matter.
    FrontMatter,
    /// Search in the text, or filter the list with the focus.
    Search,
    /// Search through the whole ladder.
    SearchLadder,
    /// Jump to a place, or run a command, by name.
    Jump(Leading),
    /// Match whole words only, or parts of words too.
    WholeWords,
    /// Read the typed words as a regular expression, or as words.
    Regex,
    /// Pick a role to compare with.
    Compare,
    /// Pick a role to add to the comparison.
    AddLevel,
    /// Remove the last of several roles.
    DropLevel,
    /// Trace a topic through all levels of the track.
    Trace,
    /// Open or leave the overview.
    Overview,
    /// Ask for an older version of the ladder to compare with.
    Versions,
    /// Swap sides.
    Swap,
    /// Change the filter of a comparison.
    Only,
    /// Change the layout of the two sides.
    Layout,
    /// Fold or unfold the unchanged topics.
    FoldSame,
    /// Go back in the history.
    Back,
    /// Go forward in the history.
    Forward,
    /// Open the last external link that was followed, in the browser.
    Browse,
    /// List the findings.
    Findings,
    /// Open the file in the user's editor.
    OpenFile,
    /// Copy to the clipboard.
    Copy(Copied),
    /// Set or remove a bookmark.
    Bookmark,
    /// List the bookmarks.
    Bookmarks,
    /// List all keys.
    Help,
    /// Close the layer on top, end the search, or leave the view.
    Cancel,
    /// Leave the view.
    Leave,
    /// Leave the program.
    Quit,
    /// Stop the program until the shell continues it.
    Suspend,
    /// Read the ladder again, and redraw the screen.
    ReadAgain,
    /// A digit of a count.
    Digit(usize),
    /// A key that more keys must follow.
    Prefix(Key),
    /// Keys that do nothing, by their names.
    Unbound(String),
    /// Type in a prompt.
    Edit(Input),
    /// Text pasted into a prompt.
    Paste(String),
    /// Move in the list under a prompt.
    Pick(isize),
    /// A mouse click at a column and row.
    Click(u16, u16),
    /// A turn of the mouse wheel at a column and row, down if positive.
    Wheel(u16, u16, isize),
    /// The screen has another size.
    Resize(u16, u16),
}

impl Message {
    /// Whether it needs the texts of the ladder, and not only the names of its documents.
    pub(crate) fn needs_ladder(&self) -> bool {
        matches!(
            self,
            Self::Inherited
                | Self::SearchLadder
                | Self::Compare
                | Self::AddLevel
                | Self::Trace
                | Self::Overview
                | Self::Versions
                | Self::Findings
                | Self::OpenFile
                | Self::Copy(_)
                | Self::ReadAgain
        )
    }
}

/// Something to do outside the program's state.
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
    /// Redraw the screen, and read the ladder again.
    ReadAgain,
    /// Open this target in the browser.
    Browse(String),
    /// Copy this text to the clipboard.
    Copy(String),
    /// Load the older version of this name.
    Recall(String),
    /// Align the levels of a track, beside the screen.
    Align(TrackId),
    /// Count the topics that the tracks mention, beside the screen.
    CountTopics,
    /// List the places of the ladder and the commands, beside the screen.
    ListPlaces(Leading),
    /// Search the list on top, or the ladder, beside the screen.
    Search(Query),
}
