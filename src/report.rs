//! What each view says, as data, before it is written: counts, groups, omissions and notes, their order
//! and their words.
//!
//! Every format writes the same report, so none can drift: [`crate::page`] as laid-out lines,
//! [`crate::html`], [`crate::markdown`], [`crate::json`], and [`crate::speech`] as lines to be read aloud. Pure, like everything below it.

pub(crate) mod blocks;
mod cell;
mod comparison;
mod config;
mod counterpart;
mod counts;
mod doctor;
mod document;
mod equivalents;
mod excerpt;
mod findings;
mod folds;
mod hits;
mod inherited;
mod jump;
mod ladder;
mod levels;
mod links;
mod matrix;
mod only;
mod overview;
mod pair;
mod reasons;
mod reread;
mod shifts;
mod topic;
mod topics;
mod trace;
mod traces;
mod versions;
mod week;
mod words;

pub use cell::{CellGroup, CellReport, GAP_IN_FULL};
pub use comparison::{ComparisonReport, KindCount, RestReport, told};
pub use config::{ConfigReport, ConfigRow};
pub use counterpart::{counterpart_document, counterpart_sources};
pub use counts::TraceCount;
pub use doctor::{DoctorReport, SystemFact, SystemFacts, SystemInput, clipboard_hint};
pub use document::{document, only_section};
pub use equivalents::{EquivalentTrack, EquivalentsReport, NearLevel, ToldLevel};
pub use findings::{FindingsReport, path_from};
pub use folds::{Folds, Headings};
pub use hits::{HitGroup, HitsReport};
pub use inherited::{InheritedLevel, InheritedReport, InheritedSection};
pub use jump::Jump;
pub use ladder::knowing;
pub use levels::{
    LevelTopicReport, LevelsReport, LevelsRest, NOTHING_HERE, RowCounts, SOME, row_sign, silence,
};
pub use links::with_link_targets;
pub use matrix::{
    MATRIX_CELLS, MATRIX_EMPTY, MATRIX_GAP, MATRIX_WAY_UP, MatrixCell, MatrixRow, ToldCell,
    first_way_up, matrix_rest,
};
pub use only::Only;
pub use overview::{MatrixReport, OverviewReport, SAME_AS_BEFORE, legend, legend_line};
pub use pair::{PairReport, ToldMeasure, WHOLLY_DIFFERENT, row_key};
pub use reread::Reread;
pub use shifts::{LevelShifts, ToldShift};
pub use topic::TopicReport;
pub use topics::{
    MentionedTopics, OfferedTopic, SharedTopic, offered_topics, shared_topics, topic_names,
    traceable,
};
pub use trace::{
    Chart, ChartWords, HEADING_ALONE, LOGARITHMIC, LevelTrace, NO_NUMBER, NOTHING_ON_THIS,
    TraceReport, TraceText, Traceable,
};
pub use traces::{AlsoSaid, DistinctTrace, TracedTrack, TracesReport};
pub use versions::{ChangedLevel, LadderChanges, NOW, VersionsReport};
pub use week::week_words;
pub use words::{all_same, kind_name, left_out, number, unchanged};
