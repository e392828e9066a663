//! The shapes in which ladders keep several roles in one file, each by a small example.

#[path = "../content_outline/mod.rs"]
mod content_outline;

mod data;
mod headings;
mod kinds;
mod shape;
mod tables;
