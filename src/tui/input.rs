//! From events of the terminal to messages, by one table of keys.

pub(crate) mod bindings;
pub(crate) mod key;
pub(crate) mod keymap;
pub(crate) mod message;
