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

    /// "largest jump from Director to VP: 8x larger".
    #[must_use]
    pub fn words(&self) -> String {
        let [from, to] = self.names;
        let step = match self.direction {
            Direction::Up => "jump",
            Direction::Down => "drop",
        };
        format!("largest {step} from {from} to {to}: {}", self.step.measure.words())
    }
}
