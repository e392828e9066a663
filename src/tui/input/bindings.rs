//! The one table of keys. The keyboard, the hint line, the help, `docs/keys.md` and the README use it.

use crossterm::event::KeyCode;

use super::key::{Key, alt, ch, ctrl, key};
use super::message::{ComparedSide, Message};

/// Where a binding works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// Everywhere but in prompts and pop-ups.
    Always,
    /// While a document is shown.
    Browsing,
    /// While a comparison is shown.
    Comparing,
    /// While three roles or more stand side by side.
    Lining,
    /// While a topic is traced.
    Tracing,
    /// While an overview is shown.
    Surveying,
    /// While what changed since an older version is shown.
    Reviewing,
    /// In a prompt with a list.
    Picking,
    /// In a search prompt.
    Typing,
    /// In the prompt for an older version.
    Asking,
    /// In the list of what is wrong.
    Listing,
    /// In a pop-up with text.
    Reading,
}

/// What a group of keys is for, as the help heads it.
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

/// A key or several that do one thing.
pub(crate) struct Binding {
    pub(crate) keys: &'static [Key],
    pub(crate) message: Message,
    /// What it does, for the help.
    pub(crate) help: &'static str,
    /// What it does in a word, for the hint line; empty where it is not hinted at.
    pub(crate) hint: &'static str,
    pub(crate) when: When,
    pub(crate) group: KeyGroup,
}

const fn bind(
    keys: &'static [Key],
    message: Message,
    help: &'static str,
    hint: &'static str,
    when: When,
    group: KeyGroup,
) -> Binding {
    Binding { keys, message, help, hint, when, group }
}

/// More levels than any track has.
const FAR: isize = 1_000_000;

/// Every key, a line each. The order is the order of the help, and of the hint line.
#[rustfmt::skip]
pub(crate) static BINDINGS: &[Binding] = &{
    use KeyGroup as G;
    use KeyCode as K;
    use Message as M;
    use When as W;
    [
        bind(&[key(K::Enter)], M::Open, "read the role or section; follow a link in view; unfold or fold the track under the cursor", "open", W::Browsing, G::Read),
        bind(&[key(K::Enter)], M::Open, "from the topics to the text", "", W::Comparing, G::Compare),
        bind(&[ch('c')], M::Compare, "compare the role with another", "compare", W::Browsing, G::Compare),
        bind(&[ch('c')], M::Compare, "compare the left role with another", "compare", W::Comparing, G::Compare),
        bind(&[ch('o')], M::Only, "everything, what differs, what the right asks more, what the left alone has", "filter", W::Comparing, G::Compare),
        bind(&[ch(')')], M::Differences(1), "next place that differs", "next", W::Comparing, G::Compare),
        bind(&[ch('(')], M::Differences(-1), "previous place that differs", "", W::Comparing, G::Compare),
        bind(&[ch('x')], M::Swap, "exchange the sides", "swap", W::Comparing, G::Compare),
        bind(&[ch('v')], M::Layout, "side by side, stacked, or as one text", "layout", W::Comparing, G::Compare),
        bind(&[ch('=')], M::FoldSame, "fold or unfold what is the same; - does it with one topic, or with what is folded at the end", "", W::Comparing, G::Compare),
        bind(&[ch('>')], M::Step(ComparedSide::Right, 1), "right side a rung up", "right side up/down", W::Comparing, G::Compare),
        bind(&[ch('<')], M::Step(ComparedSide::Right, -1), "right side a rung down", "", W::Comparing, G::Compare),
        bind(&[ch('.')], M::Step(ComparedSide::Left, 1), "left side a rung up", "left side up/down", W::Comparing, G::Compare),
        bind(&[ch(',')], M::Step(ComparedSide::Left, -1), "left side a rung down", "", W::Comparing, G::Compare),
        bind(&[ch('+')], M::AddLevel, "another level beside these", "add level", W::Comparing, G::Compare),
        bind(&[ch('+')], M::AddLevel, "", "add level", W::Lining, G::Compare),
        bind(&[ch('_')], M::DropLevel, "of three levels or more: the last one out again", "drop level", W::Lining, G::Compare),
        bind(&[ch('c')], M::Compare, "", "compare", W::Lining, G::Compare),
        bind(&[key(K::Enter)], M::Open, "", "", W::Lining, G::Compare),
        bind(&[ch('o')], M::Only, "", "filter", W::Lining, G::Compare),
        bind(&[ch(')')], M::Differences(1), "", "next", W::Lining, G::Compare),
        bind(&[ch('(')], M::Differences(-1), "", "", W::Lining, G::Compare),
        bind(&[ch('V')], M::Versions, "what changed since a revision of the ladder, or against another folder", "", W::Always, G::Compare),
        bind(&[key(K::Enter)], M::Open, "in what changed since a revision: to the text as it is now", "source", W::Reviewing, G::Compare),
        bind(&[ch('o')], M::Only, "", "filter", W::Reviewing, G::Compare),
        bind(&[ch(')')], M::Differences(1), "", "next", W::Reviewing, G::Compare),
        bind(&[ch('(')], M::Differences(-1), "", "", W::Reviewing, G::Compare),
        bind(&[ch('v')], M::Layout, "", "layout", W::Reviewing, G::Compare),
        bind(&[ch('e')], M::OpenFile, "", "edit", W::Reviewing, G::Compare),
        bind(&[key(K::Enter)], M::Open, "in a trace: to where the level says it", "source", W::Tracing, G::Levels),
        bind(&[key(K::Enter)], M::Open, "in an overview: to what the cell stands for", "source", W::Surveying, G::Levels),
        bind(&[ch('c')], M::Compare, "compare the level under the cursor with another", "compare", W::Tracing, G::Levels),
        bind(&[ch('c')], M::Compare, "", "compare", W::Surveying, G::Levels),
        bind(&[ch('J')], M::Detail(1), "in an overview: the text of the cell down", "text", W::Surveying, G::Levels),
        bind(&[ch('K')], M::Detail(-1), "in an overview: the text of the cell up", "", W::Surveying, G::Levels),
        bind(&[ch('.')], M::Rungs(1), "in an overview: to the next level, as l and Right do", "", W::Surveying, G::Levels),
        bind(&[ch(',')], M::Rungs(-1), "in an overview: to the level before, as h and Left do", "", W::Surveying, G::Levels),
        bind(&[ch('^')], M::Rungs(-FAR), "in an overview: to the first level", "", W::Surveying, G::Levels),
        bind(&[ch('$')], M::Rungs(FAR), "in an overview: to the last level", "", W::Surveying, G::Levels),
        bind(&[ch('/')], M::Search, "search in what is shown", "search", W::Always, G::Find),
        bind(&[ch('n')], M::Matches(1), "next match; next place that differs where nothing is searched for", "", W::Always, G::Find),
        bind(&[ch('N')], M::Matches(-1), "previous match, or place that differs", "", W::Always, G::Find),
        bind(&[ch('s')], M::SearchLadder, "search through the whole ladder", "", W::Always, G::Find),
        bind(&[ch('p'), ctrl('p')], M::Jump, "jump to any role or section by name", "jump", W::Always, G::Find),
        bind(&[ch('O')], M::Browse, "open the link that was followed last and leads out of the ladder, in the browser", "", W::Always, G::Find),
        bind(&[ch('H'), key(K::Backspace), alt(K::Left), ctrl('o')], M::Back, "back to where you were", "", W::Always, G::Find),
        bind(&[ch('L'), alt(K::Right)], M::Forward, "forward again", "", W::Always, G::Find),
        bind(&[ch('j'), key(K::Down)], M::Move(1), "down", "", W::Always, G::Move),
        bind(&[ch('k'), key(K::Up)], M::Move(-1), "up", "", W::Always, G::Move),
        bind(&[key(K::Tab)], M::Focus(1, true), "next pane", "pane", W::Always, G::Move),
        bind(&[ch('t')], M::Trace, "trace the section through all levels of the track; pick another topic while tracing", "trace", W::Always, G::Levels),
        bind(&[ch('M')], M::Overview, "the track as a matrix of levels and topics, or back", "overview", W::Always, G::Levels),
        bind(&[key(K::BackTab)], M::Focus(-1, true), "previous pane", "", W::Always, G::Move),
        bind(&[ch('l'), key(K::Right)], M::Focus(1, false), "pane to the right", "", W::Always, G::Move),
        bind(&[ch('h'), key(K::Left)], M::Focus(-1, false), "pane to the left", "", W::Always, G::Move),
        bind(&[ch(' '), key(K::PageDown), ch('f'), ctrl('f')], M::Pages(1), "a screen down", "", W::Always, G::Move),
        bind(&[ch('b'), key(K::PageUp), ctrl('b')], M::Pages(-1), "a screen up", "", W::Always, G::Move),
        bind(&[ch('d'), ctrl('d')], M::HalfPages(1), "half a screen down", "", W::Always, G::Move),
        bind(&[ch('u'), ctrl('u')], M::HalfPages(-1), "half a screen up", "", W::Always, G::Move),
        bind(&[ch('g'), key(K::Home)], M::Top, "to the top, or to line 12 with 12g", "", W::Always, G::Move),
        bind(&[ch('G'), key(K::End)], M::Bottom, "to the end, or to line 12 with 12G", "", W::Always, G::Move),
        bind(&[ch(']')], M::Sections(1), "next section; next topic in an overview; next level in what changed since a revision", "sections", W::Always, G::Move),
        bind(&[ch('[')], M::Sections(-1), "previous section, topic or level", "", W::Always, G::Move),
        bind(&[ch('}')], M::Siblings(1), "next section of the same depth", "", W::Always, G::Move),
        bind(&[ch('{')], M::Siblings(-1), "previous section of the same depth", "", W::Always, G::Move),
        bind(&[ch('.')], M::Rungs(1), "the role a rung up", "rung up/down", W::Browsing, G::Move),
        bind(&[ch(',')], M::Rungs(-1), "the role a rung down", "", W::Browsing, G::Move),
        bind(&[ch('-')], M::Fold, "fold or unfold the section in the outline, the track in the ladder, or the topic in an overview; Space does it there too", "", W::Always, G::Read),
        bind(&[ch('z')], M::Zoom, "the pane on the whole screen, or back", "zoom", W::Always, G::Read),
        bind(&[ch('i')], M::Inherited, "what stays expected of the role from the levels below, at the end of its page; or not", "", W::Browsing, G::Read),
        bind(&[ch('m')], M::FrontMatter, "the front matter of the page", "", W::Browsing, G::Read),
        bind(&[ch('e')], M::OpenFile, "open the file in your editor, at the section", "", W::Browsing, G::Read),
        bind(&[ch('!')], M::Findings, "what is wrong with this ladder", "", W::Always, G::Program),
        bind(&[ch('?'), key(K::F(1))], M::Help, "these keys", "help", W::Always, G::Program),
        bind(&[key(K::Esc)], M::Cancel, "drop a count, end the search or the zoom, leave the comparison", "", W::Always, G::Program),
        bind(&[ctrl('l')], M::Redraw, "draw the screen anew", "", W::Always, G::Program),
        bind(&[ctrl('z')], M::Suspend, "to the shell; fg comes back", "", W::Always, G::Program),
        bind(&[ch('q'), ctrl('c')], M::Quit, "quit", "quit", W::Always, G::Program),
        bind(&[key(K::Enter)], M::Open, "choose; keep the search", "choose", W::Picking, G::Prompt),
        bind(&[key(K::Down), ctrl('n'), key(K::Tab)], M::Pick(1), "next in the list", "move", W::Picking, G::Prompt),
        bind(&[key(K::Up), ctrl('p'), key(K::BackTab)], M::Pick(-1), "previous in the list", "", W::Picking, G::Prompt),
        bind(&[key(K::PageDown)], M::Pick(10), "ten down in the list", "", W::Picking, G::Prompt),
        bind(&[key(K::PageUp)], M::Pick(-10), "ten up in the list", "", W::Picking, G::Prompt),
        bind(&[key(K::Esc), ctrl('c'), ctrl('g')], M::Cancel, "leave the prompt or pop-up", "cancel", W::Picking, G::Prompt),
        bind(&[key(K::Enter)], M::Open, "", "keep", W::Typing, G::Prompt),
        bind(&[key(K::Down), ctrl('n')], M::Matches(1), "", "next match", W::Typing, G::Prompt),
        bind(&[key(K::Up), ctrl('p')], M::Matches(-1), "", "previous match", W::Typing, G::Prompt),
        bind(&[key(K::Esc), ctrl('c'), ctrl('g')], M::Cancel, "", "cancel", W::Typing, G::Prompt),
        bind(&[key(K::Enter)], M::Open, "", "compare", W::Asking, G::Prompt),
        bind(&[key(K::Esc), ctrl('c'), ctrl('g')], M::Cancel, "", "cancel", W::Asking, G::Prompt),
        bind(&[key(K::Enter)], M::Open, "go to the place of a finding", "go there", W::Listing, G::Prompt),
        bind(&[ch('e')], M::OpenFile, "open the file of a finding in your editor, at its line", "edit", W::Listing, G::Prompt),
        bind(&[ch('j'), key(K::Down), ctrl('n'), key(K::Tab)], M::Move(1), "", "down", W::Listing, G::Prompt),
        bind(&[ch('k'), key(K::Up), ctrl('p'), key(K::BackTab)], M::Move(-1), "", "up", W::Listing, G::Prompt),
        bind(&[ch(' '), key(K::PageDown), ch('f'), ctrl('f'), ch('d'), ctrl('d')], M::Pages(1), "", "", W::Listing, G::Prompt),
        bind(&[ch('b'), key(K::PageUp), ctrl('b'), ch('u'), ctrl('u')], M::Pages(-1), "", "", W::Listing, G::Prompt),
        bind(&[ch('g'), key(K::Home)], M::Top, "", "", W::Listing, G::Prompt),
        bind(&[ch('G'), key(K::End)], M::Bottom, "", "", W::Listing, G::Prompt),
        bind(&[key(K::Esc), ch('q'), ch('!'), ctrl('c'), ctrl('g')], M::Cancel, "", "close", W::Listing, G::Prompt),
        bind(&[ch('j'), key(K::Down)], M::Move(1), "", "down", W::Reading, G::Prompt),
        bind(&[ch('k'), key(K::Up)], M::Move(-1), "", "up", W::Reading, G::Prompt),
        bind(&[ch(' '), key(K::PageDown), ch('f'), ctrl('f'), ch('d'), ctrl('d')], M::Pages(1), "", "", W::Reading, G::Prompt),
        bind(&[ch('b'), key(K::PageUp), ctrl('b'), ch('u'), ctrl('u')], M::Pages(-1), "", "", W::Reading, G::Prompt),
        bind(&[ch('g'), key(K::Home)], M::Top, "", "", W::Reading, G::Prompt),
        bind(&[ch('G'), key(K::End)], M::Bottom, "", "", W::Reading, G::Prompt),
        bind(&[key(K::Esc), ch('q'), ch('?'), key(K::F(1)), ch('!'), ch('m'), key(K::Enter), ctrl('c')], M::Cancel, "", "close", W::Reading, G::Prompt),
    ]
};

/// The keys that matter most, in the order in which the README lists them.
const MAIN: [(When, Key); 12] = [
    (When::Always, key(KeyCode::Tab)),
    (When::Browsing, key(KeyCode::Enter)),
    (When::Always, ch('p')),
    (When::Always, ch('/')),
    (When::Browsing, ch('c')),
    (When::Comparing, ch(')')),
    (When::Comparing, ch('o')),
    (When::Always, ch('t')),
    (When::Always, ch('M')),
    (When::Always, ch('!')),
    (When::Always, ch('?')),
    (When::Always, ch('q')),
];

/// The bindings of the keys that matter most.
pub(crate) fn main() -> impl Iterator<Item = &'static Binding> {
    MAIN.iter().filter_map(|(when, key)| {
        documented().find(|binding| binding.when == *when && binding.keys.contains(key))
    })
}

/// The bindings that the help and `docs/keys.md` list.
pub(crate) fn documented() -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(|binding| !binding.help.is_empty())
}

impl Binding {
    /// Its keys as people write them.
    pub(crate) fn names(&self) -> String {
        let names: Vec<String> = self.keys.iter().map(|key| key.name()).collect();
        names.join("  ")
    }
}

impl When {
    /// How the tables of keys name the view, the prompt or the pop-up.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Always => "all",
            Self::Browsing => "page",
            Self::Comparing => "comparison",
            Self::Lining => "several levels",
            Self::Tracing => "trace",
            Self::Surveying => "overview",
            Self::Reviewing => "versions",
            Self::Picking => "prompt with a list",
            Self::Typing => "search prompt",
            Self::Asking => "version prompt",
            Self::Listing => "findings",
            Self::Reading => "pop-up",
        }
    }

    /// Whether the panes have the keys, and no prompt or pop-up.
    pub(crate) fn is_general(self) -> bool {
        matches!(
            self,
            Self::Browsing
                | Self::Comparing
                | Self::Lining
                | Self::Tracing
                | Self::Surveying
                | Self::Reviewing
        )
    }
}

impl KeyGroup {
    /// The groups in the order of the help.
    pub(crate) const ALL: [Self; 7] = [
        Self::Move,
        Self::Find,
        Self::Read,
        Self::Compare,
        Self::Levels,
        Self::Prompt,
        Self::Program,
    ];

    /// How the help heads the group.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Move => "Moving",
            Self::Find => "Finding",
            Self::Read => "Reading",
            Self::Compare => "Comparing",
            Self::Levels => "All levels of a track",
            Self::Prompt => "In prompts and pop-ups",
            Self::Program => "The program",
        }
    }
}
