//! rungs: a career ladder in the terminal.
//!
//! A ladder is a folder of role documents. They are loaded into a [`model`], two of them can be
//! [`compare`]d, and what there is to say of them is a [`report`]. A report is laid out as a [`page`] at
//! some width, which is what both the [`tui`] and the [`cli`] show, or written in another format.
//!
//! ```text
//! main ─ cli ─┬─ config ─ tui ─ page, speech, markdown ─┐
//!             ├─ html, json ────────────────────────────┼─ report ─┬─ check ── compare ──────┐
//!             ├─ github ────────────────────────────────┘          ├─ search ────────────────┤
//!             └────────────────────────────────────────────────────┴─ content ──── finding ──┴─ naming ─ lexicon ─ model
//! ```
//!
//! | module | what it is |
//! | --- | --- |
//! | [`model`] | ladder, track, role, section, block, item, table, text: data and nothing else |
//! | `lexicon` | what words mean: word lists as data files; level names, quantities, periods, stems |
//! | [`naming`] | what roles are called, and from what people type to a role, track, page or section |
//! | [`finding`] | what is wrong in a file, where, and what to do: as data and as text |
//! | [`content`] | from files to a ladder; what is wrong with them as findings |
//! | [`compare`] | two sides aligned, of one ladder or of two versions: topics, pairs, changed words, numbers; many levels in a chain |
//! | [`check`] | lint rules: what is wrong with a ladder beyond what its files show one by one |
//! | [`search`] | words in the ladder, a needle in a text, a place by a few letters |
//! | [`report`] | what each view says, as data: counts, groups, notes, order and words, for all formats |
//! | [`page`] | laid-out lines at a width, with headings, links and differences to go to |
//! | [`html`] | comparisons, traces and overviews as one HTML page that needs nothing else |
//! | [`markdown`], [`json`] | every view as Markdown and as JSON; findings as SARIF too |
//! | [`speech`] | every view as plain lines, one thing a line, for readers who hear it |
//! | [`github`] | findings as annotations for GitHub Actions |
//! | [`theme`] | every style, by meaning |
//! | [`tui`] | event, message, update, draw: a view or layer says what comes of a message, the app applies it |
//! | [`config`] | the settings of a user: files, variables, which value counts; keys and themes |
//! | [`cli`] | arguments, one file a command |
//!
//! # Invariants
//!
//! - Imports point down in the picture above; nothing goes in a circle. `tests/suite/architecture.rs`
//!   reads the sources and holds this.
//! - One file of [`content`] touches the disk and one runs git, one file of [`tui`] takes the
//!   terminal over, one knows keys, and [`theme`] alone knows colors, but for the style sheet of
//!   [`html`].
//! - Parsing, comparing and laying out are pure functions. Parsers take text and return what they
//!   understood together with findings; nothing in a document is fatal, and no word of it is lost
//!   at any width.
//! - No program is run but those that the user asks for: the editor on a file of the ladder, its
//!   arguments handed over one by one, while the terminal is its; the browser on a web or mail
//!   address; and git, to read an older version of the ladder out of its repository, by commands that
//!   run nothing the repository names and fetch nothing.
//! - Documents are untrusted: no control character of theirs outlives parsing, no link leaves the
//!   ladder by itself, and no file outside of the ladder is read. In HTML every word of theirs is
//!   escaped, and nothing in the page runs or loads.
//! - What a view says is decided in [`report`] alone. Those who write it decide how it looks, so no
//!   format can say another thing.
//! - Drawing takes the state by shared reference and changes nothing. The page is the cache: it is
//!   laid out when its content or width changes, never while drawing.
//! - Roles, pages and sections are identified by index; a text by its [`Anchor`](model::Anchor):
//!   document, line and part. No place is the number of a line or text of a page.

pub mod check;
pub mod cli;
pub mod compare;
pub mod config;
pub mod content;
pub mod finding;
pub mod github;
pub mod html;
pub mod json;
mod lexicon;
pub mod markdown;
pub mod model;
pub mod naming;
pub mod page;
pub mod report;
pub mod search;
pub mod speech;
pub mod theme;
pub mod tui;
