//! From events of the terminal to messages, by one table of commands and their keys.

pub(crate) mod answers;
pub(crate) mod commands;
pub(crate) mod events;
pub(crate) mod key;
pub(crate) mod keymap;
pub(crate) mod message;
pub(crate) mod typed;
pub(crate) mod when;
