//! Two roles side by side: which topics they share, which expectations correspond, which words
//! changed. Pure functions, used alike by the terminal UI and the command line.

mod align;
mod assign;
mod authored;
mod comparison;
mod features;
mod items;
mod matching;
pub(crate) mod names;
pub(crate) mod normal;
mod pairs;
mod sections;
mod similarity;
mod styled;
mod topics;
mod units;
mod weights;
mod words;

pub use align::compare;
pub use comparison::{Comparison, Counts, Kind, Pair, PairBody, Part, Spot, Topic, TopicSource};
