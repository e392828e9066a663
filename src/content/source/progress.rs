//! How far the loading of a ladder is.

/// A step of loading. The kinds come in this order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// So many files were looked at.
    LookedAt(usize),
    /// These are the documents: their paths, relative to the root of the ladder.
    Found(Vec<String>),
    /// So many of the documents were read from the disk.
    Read(usize),
    /// So many of so many documents were parsed. After the last, levels are looked for.
    Parsed(usize, usize),
}

/// Who is told about every step. Several threads tell.
pub type Watch<'a> = dyn Fn(Progress) + Sync + 'a;

/// Nobody.
pub fn unwatched(_: Progress) {}
