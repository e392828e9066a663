//! From events of the terminal to messages.

use crossterm::event::{Event, KeyCode, KeyEvent, MouseButton, MouseEvent, MouseEventKind};
use tui_textarea::Input;

use super::key::{self, Key, LEAVE, key as plain};
use super::keymap::{KeyMeaning, Keymap};
use super::message::Message;
use super::typed::TypedKeys;
use super::when::When;
use crate::tui::pane::panes::Pane;

/// Lines that one turn of the mouse wheel moves.
const WHEEL: isize = 3;

/// What the keys act on now.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) keymap: &'a Keymap,
    /// The view, or the prompt or pop-up over it.
    pub(crate) when: When,
    /// The pane with the focus.
    pub(crate) focus: Pane,
    /// What was typed before this key.
    pub(crate) typed: &'a TypedKeys,
    /// Whether Enter can open something.
    pub(crate) can_open: bool,
    /// Whether the view shows a role or a counterpart, so that comparing and stepping work.
    pub(crate) has_subject: bool,
}

/// The message of an event of the terminal; `None` if it has none.
pub(crate) fn message(event: Event, context: Context<'_>) -> Option<Message> {
    match (Key::pressed(&event), event) {
        (Some(pressed), Event::Key(event)) => Some(of_key(pressed, event, context)),
        (_, Event::Mouse(mouse)) => of_mouse(mouse),
        (_, Event::Resize(columns, rows)) => Some(Message::Resize(columns, rows)),
        (_, Event::Paste(text)) => Some(Message::Paste(text)),
        _ => None,
    }
}

fn of_key(pressed: Key, event: KeyEvent, context: Context<'_>) -> Message {
    let Context { keymap, when, typed, .. } = context;
    let begun = if pressed == LEAVE { &[] } else { typed.keys.as_slice() };
    if !begun.is_empty() && pressed == plain(KeyCode::Esc) {
        return Message::Cancel;
    }
    let keys = [begun, &[pressed]].concat();
    match keymap.meaning(when, &keys) {
        KeyMeaning::Command(command) => resolved(command.message.clone(), context),
        KeyMeaning::Prefix => Message::Prefix(pressed),
        KeyMeaning::Nothing => match pressed.digit() {
            Some(digit) if begun.is_empty() && when.is_view() && counts(digit, typed) => {
                Message::Digit(digit)
            }
            _ if begun.is_empty() && when.takes_text() => Message::Edit(Input::from(event)),
            _ => Message::Unbound(key::names(&keys)),
        },
    }
}

/// Whether a digit belongs to a count: a count does not begin with 0.
fn counts(digit: usize, typed: &TypedKeys) -> bool {
    digit != 0 || typed.count.is_some()
}

/// The message of a key whose meaning depends on the pane with the focus.
pub(crate) fn resolved(message: Message, context: Context<'_>) -> Message {
    let in_list = context.focus != Pane::Document || context.when == When::Surveying;
    match message {
        Message::PageOrFold if in_list => Message::Fold,
        Message::PageOrFold => Message::Pages(1),
        other => other,
    }
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
pub(crate) fn hints(context: Context<'_>) -> Vec<(String, &'static str)> {
    let mut hints = context.keymap.hints(context.when, |message| match message {
        Message::Open => context.can_open,
        Message::Compare | Message::Rungs(_) => context.has_subject,
        // A document is where the others lead back to.
        Message::Cancel => context.when != When::Browsing,
        // An overview has one pane, which always fills the screen.
        Message::Focus(..) | Message::Zoom => context.when != When::Surveying,
        _ => true,
    });
    if context.focus != Pane::Document || context.when == When::Surveying {
        let is_free = hints.iter().all(|(_, word)| *word != "filter");
        let search = hints.iter_mut().find(|(_, word)| *word == "search");
        let filter = if is_free { "filter" } else { "filter list" };
        search.into_iter().for_each(|(_, word)| *word = filter);
    }
    hints
}

#[cfg(test)]
mod tests {
    use super::super::commands::COMMANDS;
    use super::super::key::ch;
    use super::*;

    #[track_caller]
    fn check(when: When, typed: &TypedKeys, key: Key, want: Message) {
        let (keymap, focus) = (&Keymap::default(), Pane::Document);
        let context = Context { keymap, when, focus, typed, can_open: true, has_subject: true };
        let event = Event::Key(KeyEvent::new(key.code, key.modifiers));
        assert_eq!(message(event, context), Some(want), "{} when {when:?}", key.name());
    }

    #[test]
    fn every_key_gives_its_message_where_it_works() {
        for command in COMMANDS.iter().filter(|it| it.message != Message::PageOrFold) {
            for when in command.when {
                for key in command.keys {
                    check(*when, &TypedKeys::default(), *key, command.message.clone());
                }
            }
        }
    }

    #[test]
    fn digits_count_but_a_lone_zero_does_not() {
        let (none, some) = (TypedKeys::default(), TypedKeys { count: Some(1), keys: Vec::new() });
        check(When::Browsing, &none, ch('5'), Message::Digit(5));
        check(When::Browsing, &none, ch('0'), Message::Unbound("0".to_owned()));
        check(When::Browsing, &some, ch('0'), Message::Digit(0));
        check(When::Browsing, &none, ch(' '), Message::Pages(1));
        check(When::Surveying, &none, ch(' '), Message::Fold);
    }
}
