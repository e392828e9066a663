//! The program in a real pseudo-terminal: what no frame in memory can tell. What it writes, what it
//! leaves behind, and what it does with signals, sizes, pastes and the mouse.
//!
//! Nothing here sleeps for a while and hopes: every step waits for what must come to be seen.
#![cfg(unix)]

#[path = "../common/mod.rs"]
mod common;

mod documents;
mod editor;
mod input;
mod life;
mod looks;
mod processes;
mod pty;
mod sequences;
