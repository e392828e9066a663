//! The tests of the program from outside, in one crate so that it is linked once. Every feature has a
//! folder; `support` is what several of them need. `cargo test --test suite compare::` runs one folder.

mod alignment;
mod architecture;
mod fuzzed;
mod growth;
mod levels;
mod naming;
mod readme;

/// What becomes of files: roles, pages, tracks and what they hold.
mod content {
    mod bombs;
    mod components;
    mod config;
    mod disk;
    mod formats;
    mod ladder;
    mod markdown;

    /// What must hold for any documents whatever.
    mod properties {
        mod documents;
        mod held;
        mod ladders;
        #[cfg(unix)]
        mod outside;
        mod pieces;
    }

    /// Real ladders that lie beside the repository: skipped where they do not.
    mod corpus {
        mod data;
        mod documents;
        mod source;
        mod whole;
        mod words;
    }

    /// The shapes in which ladders keep several roles in one file, each by a small example.
    mod shapes {
        mod data;
        mod headings;
        mod names;
        mod none;
        mod shape;
        mod tables;
        mod tracks;
    }
}

/// Two roles set side by side: what corresponds to what, and by how much it differs.
mod compare {
    mod counterpart;
    mod equivalents;
    mod evidence;
    mod inherited;
    mod languages;
    mod measures;
    mod only;
    mod properties;
    mod topics;
    mod unrivalled;
    mod why;
}

/// A ladder and an older version of it.
mod versions {
    mod folder;
    mod git;
    mod levels;
    mod shifts;
}

/// What is wrong with a ladder.
mod check {
    mod awaited;
    mod formats;
    mod left_alone;
    mod missing;
    mod rules;
    mod shared;
    mod unobservable;
}

/// Documents and comparisons laid out as lines.
mod page {
    mod documents;
    mod layouts;
    mod numbers;
    mod weeks;
}

/// What a view says, and that every format says it.
mod report {
    mod comparisons;
    mod equivalents;
    mod findings;
    mod inherited;
    mod levels;
    mod versions;
    mod written;
}

/// Comparisons as one HTML page: what is in it, and what cannot get into it.
mod html {
    mod commands;
    mod harmless;
    mod pages;
    mod read;
}

/// The terminal UI, driven by keys: what the screen shows.
mod screen {
    mod columns;
    mod comparing;
    mod copying;
    mod filtering;
    mod findings;
    mod heads;
    mod help;
    mod keys;
    mod levels;
    mod links;
    mod moving;
    mod panes;
    mod played;
    mod reading;
    mod searching;
    mod sides;
    mod themes;
    mod tracks;
    mod versions;
}

/// The conversation in lines: what it prints when lines are typed.
mod lines {
    mod comparing;
    mod reading;
    pub(crate) mod talk;
    mod whole;
}

/// The command line as people and programs meet it: arguments in, stdout, stderr and status out.
mod cli {
    mod about;
    mod bakery;
    mod compare;
    mod completing;
    mod config;
    mod help;
    mod ladder;
    mod lines;
    mod list;
    mod meant;
    mod naming;
    mod problems;
    mod promise;
    mod sample;
    mod schema;
    mod search;
    mod show;
    mod stdin;
    mod values;
    mod whole;
    mod writing;
}

/// The program in a real pseudo-terminal: what no frame in memory can tell. What it writes, what it
/// leaves behind, and what it does with signals, sizes, pastes and the mouse.
///
/// Nothing here sleeps for a while and hopes: every step waits for what must come to be seen.
#[cfg(unix)]
mod terminal {
    mod changes;
    mod documents;
    mod editor;
    mod input;
    mod life;
    mod lines;
    mod looks;
    mod places;
    mod processes;
    mod pty;
    mod sequences;
    mod shells;
}

/// What the tests share.
mod support {
    pub(crate) mod bakery;
    pub(crate) mod beside;
    pub(crate) mod checked;
    pub(crate) mod compared;
    pub(crate) mod ladders;
    pub(crate) mod outline;
    pub(crate) mod places;
    pub(crate) mod program;
    pub(crate) mod screen;
}
