//! Two roles side by side: which topics they share, which expectations correspond, which words
//! changed. Pure functions, used alike by the terminal UI and the command line.

mod assign;
mod authored;
mod axes;
mod chain;
mod change;
mod comparer;
mod comparison;
mod family;
mod features;
mod items;
mod levels;
mod likeness;
mod lists;
mod marks;
mod matching;
mod measures;
pub(crate) mod names;
pub(crate) mod normal;
mod pairs;
mod reading;
mod scale;
mod sections;
mod series;
mod similarity;
mod styled;
mod topics;
mod trace;
mod units;
mod versions;
mod week;
mod weights;
mod words;

pub use chain::{align_levels, track_subjects};
pub use change::{Bound, Change};
pub use comparer::{Comparer, compare};
pub use comparison::{Comparison, Counts, Kind, Pair, PairBody, Part, Spot, Topic, TopicSource};
pub use levels::{LevelCell, LevelRow, LevelTopic, Levels};
pub use measures::{Measure, Stated, stated, telling};
pub use scale::{Bar, Scale};
pub use series::Series;
pub use trace::Thread;
pub use versions::{Level, levels};
pub use week::{Activity, Hours, Week};
