//! From events of the terminal to messages, by the table of bindings.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use tui_textarea::Input;

use super::bindings::{BINDINGS, Binding, When};
use super::key::{Key, ch};
use super::message::{ComparedSide, Message};
use crate::tui::pane::panes::Pane;

/// Lines that one turn of the mouse wheel moves.
const WHEEL: isize = 3;

/// Whether an event may hand the terminal to an editor, in any view.
pub(crate) fn may_edit(event: &Event) -> bool {
    let Event::Key(event) = event else { return false };
    let pressed =
        Key { code: event.code, modifiers: event.modifiers.difference(KeyModifiers::SHIFT) };
    let edits = |binding: &&Binding| binding.message == Message::OpenFile;
    BINDINGS.iter().filter(edits).any(|binding| binding.keys.contains(&pressed))
}

/// What the keys act on now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Context {
    /// The view, or the prompt or pop-up over it.
    pub(crate) when: When,
    /// The pane with the focus.
    pub(crate) focus: Pane,
    /// Whether digits were typed before this key.
    pub(crate) counting: bool,
    /// Whether Enter can open something.
    pub(crate) can_open: bool,
    /// Whether the view shows a role or a counterpart, so that comparing and stepping work.
    pub(crate) has_subject: bool,
}

impl Context {
    fn allows(self, binding: &Binding) -> bool {
        binding.when.contains(&self.when)
    }
}

/// The message of an event of the terminal; `None` if it has none.
pub(crate) fn message(event: Event, context: Context) -> Option<Message> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => of_key(key, context),
        Event::Mouse(mouse) => of_mouse(mouse),
        Event::Resize(columns, rows) => Some(Message::Resize(columns, rows)),
        Event::Paste(text) => Some(Message::Paste(text)),
        _ => None,
    }
}

fn of_key(event: KeyEvent, context: Context) -> Option<Message> {
    // Shift is part of the character already, and of BackTab.
    let modifiers = event.modifiers.difference(KeyModifiers::SHIFT);
    let pressed = Key { code: event.code, modifiers };
    let typing = matches!(context.when, When::Picking | When::Typing | When::Asking);
    if let KeyCode::Char(digit @ '0'..='9') = event.code
        && modifiers.is_empty()
        && context.when.is_general()
        && (digit != '0' || context.counting)
    {
        return Some(Message::Digit(digit as usize - '0' as usize));
    }
    let bound = BINDINGS
        .iter()
        .find(|binding| context.allows(binding) && binding.keys.contains(&pressed))
        .map(|binding| binding.message.clone());
    // In the outline and the ladder pane, Space folds, as in other trees.
    if bound == Some(Message::Pages(1))
        && pressed == ch(' ')
        && (context.focus != Pane::Document || context.when == When::Surveying)
        && context.when.is_general()
    {
        return Some(Message::Fold);
    }
    bound.or_else(|| typing.then(|| Message::Edit(Input::from(event))))
}

fn of_mouse(event: MouseEvent) -> Option<Message> {
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Message::Click(event.column, event.row)),
        MouseEventKind::ScrollDown => Some(Message::Wheel(event.column, event.row, WHEEL)),
        MouseEventKind::ScrollUp => Some(Message::Wheel(event.column, event.row, -WHEEL)),
        _ => None,
    }
}

/// The hints: keys that work now, with a word for each.
pub(crate) fn hints(context: Context) -> Vec<(String, &'static str)> {
    let works = |b: &&Binding| match b.message {
        Message::Open => context.can_open,
        Message::Compare | Message::Rungs(_) => context.has_subject,
        // An overview has one pane, which always fills the screen.
        Message::Focus(..) | Message::Zoom => context.when != When::Surveying,
        _ => true,
    };
    let hinted = BINDINGS.iter().filter(|b| context.allows(b) && !b.hint.is_empty());
    let hinted = hinted.filter(works);
    hinted
        .map(|binding| {
            // Keys that come in pairs share a hint.
            let pair = match binding.message {
                Message::Sections(1) => Some("] ["),
                Message::Differences(1) => Some(") ("),
                Message::Step(ComparedSide::Right, 1) => Some("> <"),
                Message::Step(ComparedSide::Left, 1) | Message::Rungs(1) => Some(". ,"),
                Message::Pick(1) => Some("Down Up"),
                _ => None,
            };
            (pair.map_or_else(|| binding.keys[0].name(), str::to_owned), binding.hint)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn context(when: When) -> Context {
        Context { when, focus: Pane::Document, counting: false, can_open: true, has_subject: true }
    }

    #[test]
    fn no_key_is_bound_twice_where_both_would_work() {
        for when in [
            When::Browsing,
            When::Comparing,
            When::Lining,
            When::Tracing,
            When::Surveying,
            When::Reviewing,
            When::Picking,
            When::Typing,
            When::Asking,
            When::Listing,
            When::Reading,
        ] {
            let mut seen: Vec<Key> = Vec::new();
            for binding in BINDINGS.iter().filter(|binding| context(when).allows(binding)) {
                for key in binding.keys {
                    assert!(!seen.contains(key), "{} is bound twice when {when:?}", key.name());
                    seen.push(*key);
                }
            }
        }
    }

    #[test]
    fn every_key_gives_its_message_where_it_works() {
        for binding in BINDINGS {
            let whens = binding.when.iter();
            for (when, key) in
                whens.flat_map(|when| binding.keys.iter().map(move |key| (when, key)))
            {
                // The space bar folds there.
                if (*when, *key) == (When::Surveying, ch(' ')) {
                    continue;
                }
                let event = Event::Key(KeyEvent::new(key.code, key.modifiers));
                let got = message(event, context(*when));
                assert_eq!(got, Some(binding.message.clone()), "{} when {when:?}", key.name());
            }
        }
    }

    #[test]
    fn digits_count_but_a_lone_zero_does_not() {
        let digit = |c| Event::Key(KeyEvent::from(KeyCode::Char(c)));
        assert_eq!(message(digit('5'), context(When::Browsing)), Some(Message::Digit(5)));
        assert_eq!(message(digit('0'), context(When::Browsing)), None);
        let counting = Context { counting: true, ..context(When::Browsing) };
        assert_eq!(message(digit('0'), counting), Some(Message::Digit(0)));
    }
}
