//! Two roles side by side: which topics they share, which expectations correspond, which words
//! changed. Pure functions, used alike by the terminal UI and the command line.

mod comparison;

pub use comparison::{Comparison, Counts, Kind, Pair, PairBody, Part, Spot, Topic, TopicSource};
