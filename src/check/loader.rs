//! The rules of the loader, which finds what breaks them while it reads files. They are named here so
//! that they can be listed and switched off like all others.

use crate::check::rule::Rule;
use crate::finding::Severity::{Error, Note, Warning};

pub(crate) const RULES: &[Rule] = &[
    Rule::of_loader("broken-link", Warning, "a link leads to a document that does not exist"),
    Rule::of_loader("duplicate-key", Warning, "the front matter gives a key twice"),
    Rule::of_loader("empty-file", Warning, "a document is empty"),
    Rule::of_loader("malformed-data", Error, "a data file with levels is malformed"),
    Rule::of_loader("malformed-front-matter", Error, "the front matter is not valid YAML or TOML"),
    Rule::of_loader("malformed-ladder-yml", Error, "a line of ladder.yml has no effect"),
    Rule::of_loader("no-roles", Warning, "no document is a role"),
    Rule::of_loader("not-utf-8", Warning, "a document is not UTF-8"),
    Rule::of_loader("ragged-row", Warning, "a row has more or fewer cells than its table's header"),
    Rule::of_loader("symbolic-link", Note, "a symbolic link is not followed"),
    Rule::of_loader("too-many-documents", Error, "there are more files than rungs reads"),
    Rule::of_loader(
        "uncertain-reading",
        Note,
        "the reading is uncertain: ladder.yml can decide it",
    ),
    Rule::of_loader("unclosed-front-matter", Warning, "the front matter has no closing line"),
    Rule::of_loader(
        "uneven-header",
        Warning,
        "the line below a table's header has a different number of cells",
    ),
    Rule::of_loader("unexpected-value", Warning, "a key of the front matter has an invalid value"),
    Rule::of_loader("unreadable", Error, "a file cannot be read"),
];
