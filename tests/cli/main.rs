//! The command line as people and programs meet it: arguments in, stdout, stderr and status out.

mod bakery;
mod compare;
mod help;
mod ladder;
mod list;
mod naming;
mod problems;
mod program;
mod promise;
mod sample;
mod search;
mod show;
mod values;
mod whole;
mod writing;
