//! The one table of keys. The keyboard, the hint line, the help, `docs/keys.md` and the README use it.

use crossterm::event::KeyCode;

use super::key::{Key, alt, ch, ctrl, key};
use super::message::{ComparedSide, Message};

/// What a key acts on: a view, or the prompt or pop-up over it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// A document: a role or a page.
    Browsing,
    /// A comparison of two roles.
    Comparing,
    /// Three or more roles in columns.
    Lining,
    /// A trace of a topic.
    Tracing,
    /// An overview of a track.
    Surveying,
    /// The changes since an older version.
    Reviewing,
    /// A prompt with a list.
    Picking,
    /// The prompt of a search.
    Typing,
    /// The prompt that asks for an older version.
    Asking,
    /// The list of findings.
    Listing,
    /// A pop-up with text.
    Reading,
}

/// All views, without prompts and pop-ups.
const VIEWS: &[When] = &[
    When::Browsing,
    When::Comparing,
    When::Lining,
    When::Tracing,
    When::Surveying,
    When::Reviewing,
];

/// What a group of keys is for: a heading of the help.
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

/// One or more keys that do the same.
pub(crate) struct Binding {
    pub(crate) keys: &'static [Key],
    pub(crate) message: Message,
    /// The action, for the help.
    pub(crate) help: &'static str,
    /// The action in a word, for the hint line; empty if the hint line does not show it.
    pub(crate) hint: &'static str,
    /// The views in which it works.
    pub(crate) when: &'static [When],
    pub(crate) group: KeyGroup,
}

const fn bind(
    keys: &'static [Key],
    message: Message,
    help: &'static str,
    hint: &'static str,
    when: &'static [When],
    group: KeyGroup,
) -> Binding {
    Binding { keys, message, help, hint, when, group }
}

/// A step over more levels than any track has.
const FAR: isize = 1_000_000;

/// Every key, a line each. The help and the hint line keep this order.
#[rustfmt::skip]
pub(crate) static BINDINGS: &[Binding] = &{
    use KeyGroup as G;
    use KeyCode as K;
    use Message as M;
    use When as W;
    [
        bind(&[key(K::Enter)], M::Open, "read the role or section, follow a link, or fold the track at the cursor", "open", &[W::Browsing], G::Read),
        bind(&[key(K::Enter)], M::Open, "go from the list of topics to the text", "", &[W::Comparing, W::Lining], G::Compare),
        bind(&[key(K::Enter)], M::Open, "go to the text as it is now", "source", &[W::Reviewing], G::Compare),
        bind(&[ch('c')], M::Compare, "compare the role with another", "compare", &[W::Browsing], G::Compare),
        bind(&[ch('c')], M::Compare, "compare the role on the left with another", "compare", &[W::Comparing, W::Lining], G::Compare),
        bind(&[ch('o')], M::Only, "change the filter: all, differences, what the right side adds, items only on the left", "filter", &[W::Comparing, W::Lining, W::Reviewing], G::Compare),
        bind(&[ch(')')], M::Differences(1), "next difference", "next", &[W::Comparing, W::Lining, W::Reviewing], G::Compare),
        bind(&[ch('(')], M::Differences(-1), "previous difference", "", &[W::Comparing, W::Lining, W::Reviewing], G::Compare),
        bind(&[ch('x')], M::Swap, "swap sides", "swap", &[W::Comparing], G::Compare),
        bind(&[ch('v')], M::Layout, "change the layout: side by side, stacked, unified", "layout", &[W::Comparing, W::Reviewing], G::Compare),
        bind(&[ch('=')], M::FoldSame, "fold or unfold all unchanged topics", "", &[W::Comparing], G::Compare),
        bind(&[ch('>')], M::Step(ComparedSide::Right, 1), "move the right side one rung up", "right side up/down", &[W::Comparing], G::Compare),
        bind(&[ch('<')], M::Step(ComparedSide::Right, -1), "move the right side one rung down", "", &[W::Comparing], G::Compare),
        bind(&[ch('.')], M::Step(ComparedSide::Left, 1), "move the left side one rung up", "left side up/down", &[W::Comparing], G::Compare),
        bind(&[ch(',')], M::Step(ComparedSide::Left, -1), "move the left side one rung down", "", &[W::Comparing], G::Compare),
        bind(&[ch('+')], M::AddLevel, "add a level, in a column of its own", "add level", &[W::Comparing, W::Lining], G::Compare),
        bind(&[ch('_')], M::DropLevel, "remove the last level", "remove level", &[W::Lining], G::Compare),
        bind(&[ch('V')], M::Versions, "compare the ladder with an older version: a git revision or a folder", "", VIEWS, G::Compare),
        bind(&[ch('e')], M::OpenFile, "open the file in your editor, at the text as it is now", "edit", &[W::Reviewing], G::Compare),
        bind(&[key(K::Enter)], M::Open, "go to the text of the level", "source", &[W::Tracing], G::Levels),
        bind(&[key(K::Enter)], M::Open, "go to the text of the cell", "source", &[W::Surveying], G::Levels),
        bind(&[ch('c')], M::Compare, "compare the level at the cursor with another", "compare", &[W::Tracing, W::Surveying], G::Levels),
        bind(&[ch('J')], M::Detail(1), "scroll the text of the cell down", "text", &[W::Surveying], G::Levels),
        bind(&[ch('K')], M::Detail(-1), "scroll the text of the cell up", "", &[W::Surveying], G::Levels),
        bind(&[ch('.')], M::Rungs(1), "next level", "", &[W::Surveying], G::Levels),
        bind(&[ch(',')], M::Rungs(-1), "previous level", "", &[W::Surveying], G::Levels),
        bind(&[ch('^')], M::Rungs(-FAR), "first level", "", &[W::Surveying], G::Levels),
        bind(&[ch('$')], M::Rungs(FAR), "last level", "", &[W::Surveying], G::Levels),
        bind(&[ch('/')], M::Search, "search in the view", "search", VIEWS, G::Find),
        bind(&[ch('n')], M::Matches(1), "next match; when no search is active, next difference", "", VIEWS, G::Find),
        bind(&[ch('N')], M::Matches(-1), "previous match; when no search is active, previous difference", "", VIEWS, G::Find),
        bind(&[ch('s')], M::SearchLadder, "search in the whole ladder", "", VIEWS, G::Find),
        bind(&[ch('p'), ctrl('p')], M::Jump, "jump to a role or section by name", "jump", VIEWS, G::Find),
        bind(&[ch('O')], M::Browse, "open the last external link in the browser", "", VIEWS, G::Find),
        bind(&[ch('H'), key(K::Backspace), alt(K::Left), ctrl('o')], M::Back, "go back to where you were", "", VIEWS, G::Find),
        bind(&[ch('L'), alt(K::Right)], M::Forward, "go forward again", "", VIEWS, G::Find),
        bind(&[ch('j'), key(K::Down)], M::Move(1), "down", "", VIEWS, G::Move),
        bind(&[ch('k'), key(K::Up)], M::Move(-1), "up", "", VIEWS, G::Move),
        bind(&[key(K::Tab)], M::Focus(1, true), "next pane", "pane", VIEWS, G::Move),
        bind(&[ch('t')], M::Trace, "trace the section through all levels of the track; at the top of a document and in a trace, pick a topic", "trace", VIEWS, G::Levels),
        bind(&[ch('M')], M::Overview, "show or leave the overview of the track: its levels by topic", "overview", VIEWS, G::Levels),
        bind(&[key(K::BackTab)], M::Focus(-1, true), "previous pane", "", VIEWS, G::Move),
        bind(&[ch('l'), key(K::Right)], M::Focus(1, false), "pane on the right; in an overview, next level", "", VIEWS, G::Move),
        bind(&[ch('h'), key(K::Left)], M::Focus(-1, false), "pane on the left; in an overview, previous level", "", VIEWS, G::Move),
        bind(&[ch(' '), key(K::PageDown), ch('f'), ctrl('f')], M::Pages(1), "one screen down", "", VIEWS, G::Move),
        bind(&[ch('b'), key(K::PageUp), ctrl('b')], M::Pages(-1), "one screen up", "", VIEWS, G::Move),
        bind(&[ch('d'), ctrl('d')], M::HalfPages(1), "half a screen down", "", VIEWS, G::Move),
        bind(&[ch('u'), ctrl('u')], M::HalfPages(-1), "half a screen up", "", VIEWS, G::Move),
        bind(&[ch('g'), key(K::Home)], M::Top, "go to the top; 12g goes to line 12", "", VIEWS, G::Move),
        bind(&[ch('G'), key(K::End)], M::Bottom, "go to the end; 12G goes to line 12", "", VIEWS, G::Move),
        bind(&[ch(']')], M::Sections(1), "next section; in an overview, next topic; in versions, next level", "sections", VIEWS, G::Move),
        bind(&[ch('[')], M::Sections(-1), "previous section, topic or level", "", VIEWS, G::Move),
        bind(&[ch('}')], M::Siblings(1), "next section of the same depth", "", VIEWS, G::Move),
        bind(&[ch('{')], M::Siblings(-1), "previous section of the same depth", "", VIEWS, G::Move),
        bind(&[ch('.')], M::Rungs(1), "the role one rung up", "rung up/down", &[W::Browsing], G::Move),
        bind(&[ch(',')], M::Rungs(-1), "the role one rung down", "", &[W::Browsing], G::Move),
        bind(&[ch('-')], M::Fold, "fold or unfold a track, section or topic; Space too, in lists and overviews", "", VIEWS, G::Read),
        bind(&[ch('z')], M::Zoom, "show one pane on the whole screen, or all panes again", "zoom", VIEWS, G::Read),
        bind(&[ch('i')], M::Inherited, "show or hide the items inherited from lower levels, below the text", "", &[W::Browsing], G::Read),
        bind(&[ch('m')], M::FrontMatter, "show the front matter of the document", "", &[W::Browsing], G::Read),
        bind(&[ch('e')], M::OpenFile, "open the file in your editor, at the section", "", &[W::Browsing], G::Read),
        bind(&[ch('!')], M::Findings, "list the findings: what is wrong with this ladder", "", VIEWS, G::Program),
        bind(&[ch('?'), key(K::F(1))], M::Help, "list all keys", "help", VIEWS, G::Program),
        bind(&[key(K::Esc)], M::Cancel, "clear the count, end the search or the zoom, or leave the view", "", VIEWS, G::Program),
        bind(&[ctrl('l')], M::Redraw, "redraw the screen", "", VIEWS, G::Program),
        bind(&[ctrl('z')], M::Suspend, "suspend the program; fg in the shell resumes it", "", VIEWS, G::Program),
        bind(&[ch('q'), ctrl('c')], M::Quit, "quit", "quit", VIEWS, G::Program),
        bind(&[key(K::Enter)], M::Open, "choose the entry at the cursor", "choose", &[W::Picking], G::Prompt),
        bind(&[key(K::Down), ctrl('n'), key(K::Tab)], M::Pick(1), "next entry", "move", &[W::Picking], G::Prompt),
        bind(&[key(K::Up), ctrl('p'), key(K::BackTab)], M::Pick(-1), "previous entry", "", &[W::Picking], G::Prompt),
        bind(&[key(K::PageDown)], M::Pick(10), "ten entries down", "", &[W::Picking], G::Prompt),
        bind(&[key(K::PageUp)], M::Pick(-10), "ten entries up", "", &[W::Picking], G::Prompt),
        bind(&[key(K::Enter)], M::Open, "keep the search, leave the prompt", "keep", &[W::Typing], G::Prompt),
        bind(&[key(K::Down), ctrl('n')], M::Matches(1), "next match", "next match", &[W::Typing], G::Prompt),
        bind(&[key(K::Up), ctrl('p')], M::Matches(-1), "previous match", "previous match", &[W::Typing], G::Prompt),
        bind(&[key(K::Enter)], M::Open, "compare with the version that you typed", "compare", &[W::Asking], G::Prompt),
        bind(&[key(K::Esc), ctrl('c'), ctrl('g')], M::Cancel, "leave the prompt", "cancel", &[W::Picking, W::Typing, W::Asking], G::Prompt),
        bind(&[key(K::Enter)], M::Open, "go to the place of the finding", "go there", &[W::Listing], G::Prompt),
        bind(&[ch('e')], M::OpenFile, "open the file in your editor, at the line of the finding", "edit", &[W::Listing], G::Prompt),
        bind(&[ch('j'), key(K::Down), ctrl('n'), key(K::Tab)], M::Move(1), "down", "down", &[W::Listing, W::Reading], G::Prompt),
        bind(&[ch('k'), key(K::Up), ctrl('p'), key(K::BackTab)], M::Move(-1), "up", "up", &[W::Listing, W::Reading], G::Prompt),
        bind(&[ch(' '), key(K::PageDown), ch('f'), ctrl('f'), ch('d'), ctrl('d')], M::Pages(1), "one screen down", "", &[W::Listing, W::Reading], G::Prompt),
        bind(&[ch('b'), key(K::PageUp), ctrl('b'), ch('u'), ctrl('u')], M::Pages(-1), "one screen up", "", &[W::Listing, W::Reading], G::Prompt),
        bind(&[ch('g'), key(K::Home)], M::Top, "go to the top", "", &[W::Listing, W::Reading], G::Prompt),
        bind(&[ch('G'), key(K::End)], M::Bottom, "go to the end", "", &[W::Listing, W::Reading], G::Prompt),
        bind(&[key(K::Esc), ch('q'), ch('!'), ctrl('c'), ctrl('g')], M::Cancel, "close the list", "close", &[W::Listing], G::Prompt),
        bind(&[key(K::Esc), ch('q'), ch('?'), key(K::F(1)), ch('!'), ch('m'), key(K::Enter), ctrl('c')], M::Cancel, "close the pop-up", "close", &[W::Reading], G::Prompt),
    ]
};

/// The keys that matter most, in the order in which the README lists them.
const MAIN: [(When, Key); 12] = [
    (When::Browsing, key(KeyCode::Tab)),
    (When::Browsing, key(KeyCode::Enter)),
    (When::Browsing, ch('p')),
    (When::Browsing, ch('/')),
    (When::Browsing, ch('c')),
    (When::Comparing, ch(')')),
    (When::Comparing, ch('o')),
    (When::Browsing, ch('t')),
    (When::Browsing, ch('M')),
    (When::Browsing, ch('!')),
    (When::Browsing, ch('?')),
    (When::Browsing, ch('q')),
];

/// The bindings of the keys that matter most.
pub(crate) fn main() -> impl Iterator<Item = &'static Binding> {
    MAIN.iter().filter_map(|(when, key)| {
        BINDINGS.iter().find(|binding| binding.when.contains(when) && binding.keys.contains(key))
    })
}

impl Binding {
    /// Its keys as people write them.
    pub(crate) fn names(&self) -> String {
        let names: Vec<String> = self.keys.iter().map(|key| key.name()).collect();
        names.join("  ")
    }

    /// Whether it works in all views.
    pub(crate) fn works_in_all_views(&self) -> bool {
        self.when == VIEWS
    }

    /// The views in which it works, as the tables of keys name them.
    pub(crate) fn places(&self) -> String {
        if self.works_in_all_views() {
            return "all views".to_owned();
        }
        let names: Vec<_> = self.when.iter().map(|when| when.name()).collect();
        names.join(", ")
    }
}

impl When {
    /// The name of the view, prompt or pop-up in the tables of keys.
    fn name(self) -> &'static str {
        match self {
            Self::Browsing => "document",
            Self::Comparing => "comparison",
            Self::Lining => "columns",
            Self::Tracing => "trace",
            Self::Surveying => "overview",
            Self::Reviewing => "versions",
            Self::Picking => "list prompt",
            Self::Typing => "search prompt",
            Self::Asking => "version prompt",
            Self::Listing => "findings",
            Self::Reading => "pop-up",
        }
    }

    /// Whether the panes have the keys: no prompt or pop-up is over them.
    pub(crate) fn is_general(self) -> bool {
        VIEWS.contains(&self)
    }
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
