//! Between which neighbors a number differs most.

use crate::compare::{Direction, LevelStep, Levels, Series};

/// The largest step of a number.
#[derive(Debug, Clone, PartialEq)]
pub struct Jump<'a> {
    /// From which level to which.
    pub names: [&'a str; 2],
    /// The step.
    pub step: LevelStep,
    direction: Direction,
}

impl<'a> Jump<'a> {
    /// The largest step of a quantity that is worth telling.
    #[must_use]
    pub fn new(levels: &'a Levels, series: &Series) -> Option<Self> {
        let step = series.jump()?;
        let direction = step.direction()?;
        let names = [step.from, step.to].map(|column| levels.names[column].as_str());
        Some(Self { names, step, direction })
    }

    /// "jumps most from Director to VP: about 8 times".
    #[must_use]
    pub fn words(&self) -> String {
        let [from, to] = self.names;
        let verb = match self.direction {
            Direction::Up => "jumps",
            Direction::Down => "drops",
        };
        format!("{verb} most from {from} to {to}: {}", self.step.measure.words())
    }
}
