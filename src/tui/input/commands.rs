//! The one table of commands. The keyboard, the hint line, the help, `docs/keys.md`, the README and the config
//! use it.

use crossterm::event::KeyCode;

use super::key::{Key, alt, ch, ctrl, ctrl_key, key};
use super::message::{ComparedSide, Copied, Leading, Message};
use super::when::When;

/// What a group of commands is for: a heading of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeyGroup {
    Move,
    Find,
    Read,
    Compare,
    Levels,
    Prompt,
    Program,
}

/// What a command does in some views. A command that does something else in other views has a row for
/// each, with the same name and message.
#[derive(Debug)]
pub(crate) struct NamedCommand {
    /// Its name in a config; a name that was published stays.
    pub(crate) name: &'static str,
    pub(crate) message: Message,
    /// The default keys.
    pub(crate) keys: &'static [Key],
    /// The action, for the help.
    pub(crate) help: &'static str,
    /// The action in a word, for the hint line; empty if the hint line does not show it. Rows with the same
    /// word share a hint.
    pub(crate) hint: &'static str,
    /// The views in which it works.
    pub(crate) when: &'static [When],
    pub(crate) group: KeyGroup,
}

const fn row(
    name: &'static str,
    message: Message,
    keys: &'static [Key],
    help: &'static str,
    hint: &'static str,
    when: &'static [When],
    group: KeyGroup,
) -> NamedCommand {
    NamedCommand { name, message, keys, help, hint, when, group }
}

/// A step over more levels than any track has.
const FAR: isize = 1_000_000;

/// Every command, a line each. The help and the hint line keep this order.
#[rustfmt::skip]
pub(crate) static COMMANDS: &[NamedCommand] = &{
    use KeyGroup as G;
    use KeyCode as K;
    use Message as M;
    use Leading as L;
    use When as W;
    [
        row("cancel", M::Cancel, &[key(K::Esc)], "clear the count, end the filter, the search or the zoom, or leave the view", "back", When::VIEWS, G::Program),
        row("open", M::Open, &[key(K::Enter)], "read the role or section, follow a link, or fold the track at the cursor", "open", &[W::Browsing], G::Read),
        row("open", M::Open, &[key(K::Enter)], "go from the list of topics to the text", "", &[W::Comparing, W::Lining], G::Compare),
        row("open", M::Open, &[key(K::Enter)], "go to the text as it is now", "source", &[W::Reviewing], G::Compare),
        row("compare", M::Compare, &[ch('c')], "compare the role with another", "compare", &[W::Browsing], G::Compare),
        row("compare", M::Compare, &[ch('c')], "compare the role on the left with another", "compare", &[W::Comparing, W::Lining], G::Compare),
        row("filter", M::Only, &[ch('o')], "change the filter: all, differences, what the right side adds, items only on the left", "filter", &[W::Comparing, W::Lining, W::Reviewing], G::Compare),
        row("next-difference", M::Differences(1), &[ch(')')], "next difference", "next", &[W::Comparing, W::Lining, W::Reviewing], G::Compare),
        row("previous-difference", M::Differences(-1), &[ch('(')], "previous difference", "next", &[W::Comparing, W::Lining, W::Reviewing], G::Compare),
        row("swap", M::Swap, &[ch('x')], "swap sides", "swap", &[W::Comparing], G::Compare),
        row("layout", M::Layout, &[ch('v')], "change the layout: side by side, stacked, unified", "layout", &[W::Comparing, W::Reviewing], G::Compare),
        row("fold-unchanged", M::FoldSame, &[ch('=')], "fold or unfold all unchanged topics", "", &[W::Comparing], G::Compare),
        row("right-up", M::Step(ComparedSide::Right, 1), &[ch('>')], "move the right side one rung up", "right side up/down", &[W::Comparing], G::Compare),
        row("right-down", M::Step(ComparedSide::Right, -1), &[ch('<')], "move the right side one rung down", "right side up/down", &[W::Comparing], G::Compare),
        row("left-up", M::Step(ComparedSide::Left, 1), &[ch('.')], "move the left side one rung up", "left side up/down", &[W::Comparing], G::Compare),
        row("left-down", M::Step(ComparedSide::Left, -1), &[ch(',')], "move the left side one rung down", "left side up/down", &[W::Comparing], G::Compare),
        row("add-level", M::AddLevel, &[ch('+')], "add a level, in a column of its own", "add level", &[W::Comparing, W::Lining], G::Compare),
        row("remove-level", M::DropLevel, &[ch('_')], "remove the last level", "remove level", &[W::Lining], G::Compare),
        row("versions", M::Versions, &[ch('V')], "compare the ladder with an older version: a git revision or a folder", "", When::VIEWS, G::Compare),
        row("edit", M::OpenFile, &[ch('e')], "open the file in your editor, at the text as it is now", "edit", &[W::Reviewing], G::Compare),
        row("open", M::Open, &[key(K::Enter)], "go to the text of the level", "source", &[W::Tracing], G::Levels),
        row("open", M::Open, &[key(K::Enter)], "go to the text of the cell", "source", &[W::Surveying], G::Levels),
        row("compare", M::Compare, &[ch('c')], "compare the level at the cursor with another", "compare", &[W::Tracing, W::Surveying], G::Levels),
        row("detail-down", M::Detail(1), &[ch('J')], "scroll the text of the cell down", "text", &[W::Surveying], G::Levels),
        row("detail-up", M::Detail(-1), &[ch('K')], "scroll the text of the cell up", "", &[W::Surveying], G::Levels),
        row("next-level", M::Rungs(1), &[ch('.')], "next level", "", &[W::Surveying], G::Levels),
        row("previous-level", M::Rungs(-1), &[ch(',')], "previous level", "", &[W::Surveying], G::Levels),
        row("first-level", M::Rungs(-FAR), &[ch('^')], "first level", "", &[W::Surveying], G::Levels),
        row("last-level", M::Rungs(FAR), &[ch('$')], "last level", "", &[W::Surveying], G::Levels),
        row("search", M::Search, &[ch('/')], "search in the text; in a list, filter the list", "search", When::VIEWS, G::Find),
        row("next-match", M::Matches(1), &[ch('n')], "next match; when no search is active, next difference", "", When::VIEWS, G::Find),
        row("previous-match", M::Matches(-1), &[ch('N')], "previous match; when no search is active, previous difference", "", When::VIEWS, G::Find),
        row("search-ladder", M::SearchLadder, &[ch('s')], "search in the whole ladder", "", When::VIEWS, G::Find),
        row("jump", M::Jump(L::Places), &[ch('p'), ctrl('p')], "jump to a role, section or topic, or run a command, by name", "jump", When::VIEWS, G::Find),
        row("commands", M::Jump(L::Commands), &[ch(':')], "run a command by name, or jump anywhere", "", When::VIEWS, G::Find),
        row("bookmark", M::Bookmark, &[ch('B')], "set or remove a bookmark at the section", "", When::VIEWS, G::Find),
        row("bookmarks", M::Bookmarks, &[ch('\'')], "go to a bookmark", "", When::VIEWS, G::Find),
        row("browse", M::Browse, &[ch('O')], "open the last external link in the browser", "", When::VIEWS, G::Find),
        row("back", M::Back, &[ch('H'), key(K::Backspace), alt(K::Left), ctrl('o')], "go back to where you were", "", When::VIEWS, G::Find),
        row("forward", M::Forward, &[ch('F'), alt(K::Right)], "go forward again", "", When::VIEWS, G::Find),
        row("down", M::Move(1), &[ch('j'), key(K::Down)], "down", "", When::VIEWS, G::Move),
        row("up", M::Move(-1), &[ch('k'), key(K::Up)], "up", "", When::VIEWS, G::Move),
        row("next-pane", M::Focus(1, true), &[key(K::Tab)], "next pane", "pane", When::VIEWS, G::Move),
        row("trace", M::Trace, &[ch('t')], "trace the section through all levels of the track; at the top of a document and in a trace, pick a topic", "trace", When::VIEWS, G::Levels),
        row("overview", M::Overview, &[ch('M')], "show or leave the overview of the track: its levels by topic", "overview", When::VIEWS, G::Levels),
        row("previous-pane", M::Focus(-1, true), &[key(K::BackTab)], "previous pane", "", When::VIEWS, G::Move),
        row("pane-right", M::Focus(1, false), &[ch('l'), key(K::Right)], "pane on the right; in an overview, next level", "", When::VIEWS, G::Move),
        row("pane-left", M::Focus(-1, false), &[ch('h'), key(K::Left)], "pane on the left; in an overview, previous level", "", When::VIEWS, G::Move),
        row("page-down-or-fold", M::PageOrFold, &[ch(' ')], "in a text, one screen down; in a list or an overview, fold or unfold", "", When::VIEWS, G::Move),
        row("page-down", M::Pages(1), &[key(K::PageDown), ch('f'), ctrl('f')], "one screen down", "", When::VIEWS, G::Move),
        row("page-up", M::Pages(-1), &[ch('b'), key(K::PageUp), ctrl('b')], "one screen up", "", When::VIEWS, G::Move),
        row("half-page-down", M::HalfPages(1), &[ch('d'), ctrl('d')], "half a screen down", "", When::VIEWS, G::Move),
        row("half-page-up", M::HalfPages(-1), &[ch('u'), ctrl('u')], "half a screen up", "", When::VIEWS, G::Move),
        row("top", M::Top, &[ch('g'), key(K::Home)], "go to the top; 12g goes to line 12", "", When::VIEWS, G::Move),
        row("bottom", M::Bottom, &[ch('G'), key(K::End)], "go to the end; 12G goes to line 12", "", When::VIEWS, G::Move),
        row("next-section", M::Sections(1), &[ch(']')], "next section; in an overview, next topic; in versions, next level", "sections", When::VIEWS, G::Move),
        row("previous-section", M::Sections(-1), &[ch('[')], "previous section, topic or level", "sections", When::VIEWS, G::Move),
        row("next-sibling", M::Siblings(1), &[ch('}')], "next section of the same depth", "", When::VIEWS, G::Move),
        row("previous-sibling", M::Siblings(-1), &[ch('{')], "previous section of the same depth", "", When::VIEWS, G::Move),
        row("next-level", M::Rungs(1), &[ch('.')], "the role one rung up", "rung up/down", &[W::Browsing], G::Move),
        row("previous-level", M::Rungs(-1), &[ch(',')], "the role one rung down", "rung up/down", &[W::Browsing], G::Move),
        row("fold", M::Fold, &[ch('-')], "fold or unfold a track, section or topic", "", When::VIEWS, G::Read),
        row("zoom", M::Zoom, &[ch('z')], "show one pane on the whole screen, or all panes again", "zoom", When::VIEWS, G::Read),
        row("hide-lists", M::HideLists, &[ch('\\')], "hide or show the lists beside the text", "", When::VIEWS, G::Read),
        row("wider", M::Widen(1), &[ctrl_key(K::Right)], "make the list with the focus, or the list beside the text, wider", "", When::VIEWS, G::Read),
        row("narrower", M::Widen(-1), &[ctrl_key(K::Left)], "make the list with the focus, or the list beside the text, narrower", "", When::VIEWS, G::Read),
        row("inherited", M::Inherited, &[ch('i')], "show or hide the items inherited from lower levels, below the text", "", &[W::Browsing], G::Read),
        row("front-matter", M::FrontMatter, &[ch('m')], "show the front matter of the document", "", &[W::Browsing], G::Read),
        row("edit", M::OpenFile, &[ch('e')], "open the file of the text at the cursor in your editor", "", &[W::Browsing, W::Comparing, W::Lining, W::Tracing, W::Surveying], G::Read),
        row("copy", M::Copy(Copied::Item), &[ch('y')], "copy the item or cell at the cursor, by way of the terminal", "", When::VIEWS, G::Read),
        row("copy-section", M::Copy(Copied::Section), &[ch('Y')], "copy the section as Markdown", "", When::VIEWS, G::Read),
        row("copy-link", M::Copy(Copied::Link), &[ch('L')], "copy a link to the section: its file and anchor", "", When::VIEWS, G::Read),
        row("findings", M::Findings, &[ch('!')], "list the findings: what is wrong with this ladder", "", When::VIEWS, G::Program),
        row("help", M::Help, &[ch('?'), key(K::F(1))], "list the keys of the view and all others; typing filters them", "help", When::VIEWS, G::Program),
        row("read-again", M::ReadAgain, &[ch('r'), ctrl('l')], "read the files of the ladder again, and redraw the screen", "", When::VIEWS, G::Program),
        row("suspend", M::Suspend, &[ctrl('z')], "suspend the program; fg in the shell resumes it", "", When::VIEWS, G::Program),
        row("quit", M::Quit, &[ch('q'), ctrl('c')], "quit", "quit", &[W::Browsing], G::Program),
        row("quit", M::Quit, &[ctrl('c')], "quit", "", &[W::Comparing, W::Lining, W::Tracing, W::Surveying, W::Reviewing], G::Program),
        row("leave", M::Leave, &[ch('q')], "leave the view", "back", &[W::Comparing, W::Lining, W::Tracing, W::Surveying, W::Reviewing], G::Program),
        row("open", M::Open, &[key(K::Enter)], "choose the entry at the cursor", "choose", &[W::Picking, W::Seeking], G::Prompt),
        row("whole-words", M::WholeWords, &[alt(K::Char('w'))], "match whole words only, or parts of words too", "whole words", &[W::Seeking], G::Prompt),
        row("regex", M::Regex, &[alt(K::Char('r'))], "read the words as a regular expression, or as words", "regex", &[W::Seeking], G::Prompt),
        row("next-entry", M::Pick(1), &[key(K::Down), ctrl('n'), key(K::Tab)], "next entry", "move", &[W::Picking, W::Seeking], G::Prompt),
        row("previous-entry", M::Pick(-1), &[key(K::Up), ctrl('p'), key(K::BackTab)], "previous entry", "move", &[W::Picking, W::Seeking], G::Prompt),
        row("ten-entries-down", M::Pick(10), &[key(K::PageDown)], "ten entries down", "", &[W::Picking, W::Seeking], G::Prompt),
        row("ten-entries-up", M::Pick(-10), &[key(K::PageUp)], "ten entries up", "", &[W::Picking, W::Seeking], G::Prompt),
        row("detail-down", M::Detail(1), &[alt(K::Down)], "scroll the preview down", "", &[W::Picking, W::Seeking], G::Prompt),
        row("detail-up", M::Detail(-1), &[alt(K::Up)], "scroll the preview up", "", &[W::Picking, W::Seeking], G::Prompt),
        row("open", M::Open, &[key(K::Enter)], "keep the search, leave the prompt", "keep", &[W::Typing], G::Prompt),
        row("next-match", M::Matches(1), &[key(K::Down), ctrl('n')], "next match", "next match", &[W::Typing], G::Prompt),
        row("previous-match", M::Matches(-1), &[key(K::Up), ctrl('p')], "previous match", "previous match", &[W::Typing], G::Prompt),
        row("open", M::Open, &[key(K::Enter)], "keep the filter, leave the prompt", "keep", &[W::Filtering], G::Prompt),
        row("down", M::Move(1), &[key(K::Down), ctrl('n')], "next row", "move", &[W::Filtering], G::Prompt),
        row("up", M::Move(-1), &[key(K::Up), ctrl('p')], "previous row", "move", &[W::Filtering], G::Prompt),
        row("cancel", M::Cancel, &[key(K::Esc), ctrl('c'), ctrl('g')], "end the filter, leave the prompt", "end", &[W::Filtering], G::Prompt),
        row("open", M::Open, &[key(K::Enter)], "compare with the version that you typed", "compare", &[W::Asking], G::Prompt),
        row("cancel", M::Cancel, &[key(K::Esc), ctrl('c'), ctrl('g')], "leave the prompt", "cancel", &[W::Picking, W::Seeking, W::Typing, W::Asking], G::Prompt),
        row("open", M::Open, &[key(K::Enter)], "go to the place of the finding", "go there", &[W::Listing], G::Prompt),
        row("search", M::Search, &[ch('/')], "filter the list by severity, rule, file or words", "filter", &[W::Listing], G::Prompt),
        row("edit", M::OpenFile, &[ch('e')], "open the file in your editor, at the line of the finding", "edit", &[W::Listing], G::Prompt),
        row("copy", M::Copy(Copied::Item), &[ch('y')], "copy the finding, by way of the terminal", "", &[W::Listing], G::Prompt),
        row("down", M::Move(1), &[ch('j'), key(K::Down), ctrl('n'), key(K::Tab)], "down", "down", &[W::Listing, W::Reading], G::Prompt),
        row("up", M::Move(-1), &[ch('k'), key(K::Up), ctrl('p'), key(K::BackTab)], "up", "up", &[W::Listing, W::Reading], G::Prompt),
        row("page-down", M::Pages(1), &[ch(' '), key(K::PageDown), ch('f'), ctrl('f'), ch('d'), ctrl('d')], "one screen down", "", &[W::Listing, W::Reading], G::Prompt),
        row("page-up", M::Pages(-1), &[ch('b'), key(K::PageUp), ctrl('b'), ch('u'), ctrl('u')], "one screen up", "", &[W::Listing, W::Reading], G::Prompt),
        row("top", M::Top, &[ch('g'), key(K::Home)], "go to the top", "", &[W::Listing, W::Reading], G::Prompt),
        row("bottom", M::Bottom, &[ch('G'), key(K::End)], "go to the end", "", &[W::Listing, W::Reading], G::Prompt),
        row("cancel", M::Cancel, &[key(K::Esc), ch('q'), ch('!'), ctrl('c'), ctrl('g')], "end the filter, or else close the list", "close", &[W::Listing], G::Prompt),
        row("cancel", M::Cancel, &[key(K::Esc), ch('q'), ch('m'), key(K::Enter), ctrl('c')], "close the pop-up", "close", &[W::Reading], G::Prompt),
        row("down", M::Move(1), &[key(K::Down), ctrl('n')], "down", "move", &[W::Helping], G::Prompt),
        row("up", M::Move(-1), &[key(K::Up), ctrl('p')], "up", "move", &[W::Helping], G::Prompt),
        row("page-down", M::Pages(1), &[key(K::PageDown)], "one screen down", "", &[W::Helping], G::Prompt),
        row("page-up", M::Pages(-1), &[key(K::PageUp)], "one screen up", "", &[W::Helping], G::Prompt),
        row("open", M::Open, &[key(K::Enter)], "close the help", "", &[W::Helping], G::Prompt),
        row("help", M::Help, &[ch('?'), key(K::F(1))], "close the help", "", &[W::Helping], G::Prompt),
        row("cancel", M::Cancel, &[key(K::Esc), ctrl('c'), ctrl('g')], "clear the typed words, or else close the help", "close", &[W::Helping], G::Prompt),
    ]
};

/// The commands that matter most, in the order in which the README lists them.
const MAIN: [(When, &str); 12] = [
    (When::Browsing, "next-pane"),
    (When::Browsing, "open"),
    (When::Browsing, "jump"),
    (When::Browsing, "search"),
    (When::Browsing, "compare"),
    (When::Comparing, "next-difference"),
    (When::Comparing, "filter"),
    (When::Browsing, "trace"),
    (When::Browsing, "overview"),
    (When::Browsing, "findings"),
    (When::Browsing, "help"),
    (When::Browsing, "quit"),
];

/// The commands that matter most.
pub(crate) fn main() -> impl Iterator<Item = &'static NamedCommand> {
    MAIN.iter().filter_map(|(when, name)| named(name, *when))
}

/// What the command of this name does in a view.
pub(crate) fn named(name: &str, when: When) -> Option<&'static NamedCommand> {
    COMMANDS.iter().find(|command| command.name == name && command.when.contains(&when))
}

/// The names of all commands, each once.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    let is_first = |at: usize| COMMANDS[..at].iter().all(|it| it.name != COMMANDS[at].name);
    (0..COMMANDS.len()).filter(move |at| is_first(*at)).map(|at| COMMANDS[at].name)
}

impl KeyGroup {
    /// All groups, in the order of the help.
    pub(crate) const ALL: [Self; 7] = [
        Self::Move,
        Self::Find,
        Self::Read,
        Self::Compare,
        Self::Levels,
        Self::Prompt,
        Self::Program,
    ];

    /// The heading of the group in the help.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Move => "Moving",
            Self::Find => "Finding",
            Self::Read => "Reading",
            Self::Compare => "Comparing",
            Self::Levels => "All levels of a track",
            Self::Prompt => "Prompts and pop-ups",
            Self::Program => "Program",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_one_name() {
        for (at, one) in COMMANDS.iter().enumerate() {
            for other in &COMMANDS[..at] {
                let (names, messages) = (one.name == other.name, one.message == other.message);
                assert_eq!(names, messages, "{} and {}", one.name, other.name);
                let overlap = one.when.iter().find(|when| other.when.contains(when));
                assert!(!names || overlap.is_none(), "{} is told twice in {overlap:?}", one.name);
            }
        }
    }

    #[test]
    fn the_main_commands_exist() {
        assert_eq!(main().count(), MAIN.len());
    }
}
