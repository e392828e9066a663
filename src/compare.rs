//! Two roles side by side: which topics they share, which expectations correspond, which words
//! changed. Pure functions, used alike by the terminal UI and the command line.

mod align;
mod authored;
mod beside;
mod chain;
mod comparer;
mod comparison;
mod equivalents;
mod inherited;
mod ladders;
mod lens;
mod lone;
mod merged;
mod notes;
mod numbers;
mod pairs;
mod reason;
mod shift;
mod side;
mod spot;
mod tables;
mod terms;
pub(crate) mod topics;
mod units;
mod versions;
mod way_up;
mod wholly;
mod why;
mod words;

pub use crate::lexicon::TopicAlias;
pub use align::{AlignWeights, ItemWeights, SectionWeights};
pub use chain::aligning::{align_levels, align_levels_by};
pub use chain::columns::track_subjects;
pub use chain::explaining::explain_levels;
pub use chain::series::{Direction, LevelStep, Series};
pub use chain::sparse::Sparse;
pub use chain::table::{LevelCell, LevelRow, LevelTopic, LevelWhy, Levels, Thread};
pub use chain::wanted::Wanted;
pub use comparer::{Comparer, compare};
pub use comparison::{
    Comparison, Counts, Elsewhere, Kind, Pair, PairBody, Part, TablePage, Topic, TopicSource,
    UNCHANGED,
};
pub use equivalents::evidence::{LevelEvidence, SharedNumber};
pub use equivalents::places::{EquivalentLevel, LevelStanding};
pub use equivalents::tracks::{
    LadderTrack, TrackEquivalents, ladder_equivalents, track_equivalents,
};
pub use inherited::{InheritedText, inherited};
pub use ladders::NamedLadder;
pub use lens::Lens;
pub use merged::Piece;
pub use numbers::change::{Bound, Change, Extent};
pub use numbers::highlights::Highlight;
pub use numbers::measures::{Measure, Stated, stated, telling};
pub use numbers::scale::{Bar, Scale};
pub use numbers::week::{Activity, Hours, Week};
pub use reason::{Alike, Apart, NearestLevel, Reason};
pub use shift::{Shift, ShiftedText};
pub use side::{LadderSubject, Side, SideNames};
pub use spot::Spot;
pub use units::RowCells;
pub use versions::apart::is_of_older;
pub use versions::became::{
    LevelChange, changes, compare_level, explain_changes, explain_level, totals,
};
pub use versions::matching::{Level, match_levels};
