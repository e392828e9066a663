//! A week of both roles: how many hours each activity takes.

use crate::compare::comparison::{Kind, Pair, Part, Topic};
use crate::compare::numbers::change::{Change, Extent};
use crate::compare::numbers::scale::Scale;
use crate::lexicon::list::{BESIDE_TOTALS, TOTALS};
use crate::lexicon::quantities;
use crate::model::{Quantity, Unit};

/// The week of two roles, activity by activity.
#[derive(Debug, Clone, PartialEq)]
pub struct Week {
    /// The activities, in the order of the topic.
    pub activities: Vec<Activity>,
    /// The sum of the hours on the left side; rows without hours are not counted.
    pub left: Quantity,
    /// The hours of the right side together.
    pub right: Quantity,
}

/// What takes time.
#[derive(Debug, Clone, PartialEq)]
pub struct Activity {
    /// Its name.
    pub name: String,
    /// What the left side says of it.
    pub left: Hours,
    /// What the right side says of it.
    pub right: Hours,
}

/// What one side says of an activity.
#[derive(Debug, Clone, PartialEq)]
pub enum Hours {
    /// Hours a week; days and months are converted.
    Stated(Quantity),
    /// Something else than hours: "Rare".
    Words(String),
    /// Nothing: only the other side has the activity.
    None,
}

impl Hours {
    /// The hours a week, if they are stated.
    #[must_use]
    pub fn stated(&self) -> Option<&Quantity> {
        match self {
            Self::Stated(quantity) => Some(quantity),
            _ => None,
        }
    }
}

impl Week {
    /// What becomes of the hours together.
    #[must_use]
    pub fn change(&self) -> Change {
        Change::between(&self.left, &self.right)
    }

    /// The one scale for the hours of all activities, the totals not among them: linear from 0, since
    /// hours are added.
    #[must_use]
    pub fn scale(&self) -> Option<Scale> {
        let sides = self.activities.iter().flat_map(|activity| [&activity.left, &activity.right]);
        let stated: Vec<&Quantity> = sides.filter_map(Hours::stated).collect();
        let high = stated.iter().map(|quantity| quantity.high).fold(0.0, f64::max);
        let open = stated.iter().any(|quantity| quantity.open && quantity.high == high);
        let high = if open { high * 1.1 } else { high };
        (high > 0.0).then_some(Scale { low: 0.0, high, logarithmic: false })
    }

    /// How many activities are not counted on the left and on the right, since they are given no
    /// hours there.
    #[must_use]
    pub fn uncounted(&self) -> [usize; 2] {
        let count = |side: fn(&Activity) -> &Hours| {
            let hours = self.activities.iter().map(side);
            hours.filter(|hours| matches!(hours, Hours::Words(_))).count()
        };
        [count(|activity| &activity.left), count(|activity| &activity.right)]
    }

    /// The hours of both sides and their change: "18-29 → 26-41 hours, 1.4x".
    #[must_use]
    pub fn hours(&self) -> String {
        let [left, right] = [&self.left, &self.right].map(Quantity::figures);
        match self.change() {
            Change::Same => format!("{left} hours on both sides"),
            change if !change.is_notable() => format!("{left} → {right} hours"),
            change => {
                // That it grows is plain from the numbers.
                let words = change.words(Extent::Amount);
                format!("{left} → {right} hours, {}", words.trim_end_matches(" more"))
            }
        }
    }

    /// The values without hours of the two sides, each once.
    #[must_use]
    pub fn uncounted_words(&self) -> Vec<&str> {
        let left = self.activities.iter().map(|activity| &activity.left);
        let right = self.activities.iter().map(|activity| &activity.right);
        let mut found = Vec::new();
        for hours in left.chain(right) {
            if let Hours::Words(words) = hours
                && !words.is_empty()
                && !found.contains(&words.as_str())
            {
                found.push(words.as_str());
            }
        }
        found
    }

    /// Whether the totals of both sides are of the same activities, so that how they differ needs no
    /// explaining.
    #[must_use]
    pub fn counts_alike(&self) -> bool {
        let alike = |it: &Activity| it.left.stated().is_some() == it.right.stated().is_some();
        self.activities.iter().all(alike)
    }
}

impl Pair {
    /// The hours a week that both sides give to the activity that a pair is about, if they do.
    #[must_use]
    pub fn hours(&self) -> [Option<Quantity>; 2] {
        let activity = activity(self).filter(|_| !is_total(self));
        let sides = activity.map(|it| [it.left, it.right].map(|hours| hours.stated().cloned()));
        sides.unwrap_or_default()
    }
}

impl Topic {
    /// The week that the pairs of this topic describe, if they do: each names an activity, and more
    /// than half of them, two at least, give it hours on both sides. A row that adds the others up
    /// is none of them.
    #[must_use]
    pub fn week(&self) -> Option<Week> {
        let single = self.pairs.iter().filter(|pair| !is_total(pair));
        let activities: Option<Vec<Activity>> = single.map(activity).collect();
        let activities = activities?;
        let both = activities.iter().filter(|activity| {
            activity.left.stated().is_some() && activity.right.stated().is_some()
        });
        let both = both.count();
        if both < 2 || both * 2 <= activities.len() {
            return None;
        }
        let left = total(activities.iter().map(|activity| &activity.left));
        let right = total(activities.iter().map(|activity| &activity.right));
        Some(Week { activities, left, right })
    }
}

/// Whether a row adds up the others: "Total", "All together", "Sum (hours)".
fn is_total(pair: &Pair) -> bool {
    let parts = [&pair.left, &pair.right].into_iter().flatten();
    parts.filter_map(|part| part.key.as_deref()).any(|key| {
        let key = key.to_lowercase();
        let mut words = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let only = words.clone().all(|word| TOTALS.contains(word) || BESIDE_TOTALS.contains(word));
        only && words.any(|word| TOTALS.contains(word))
    })
}

fn activity(pair: &Pair) -> Option<Activity> {
    let key = |part: &Option<Part>| part.as_ref().and_then(|part| part.key.clone());
    let name = match pair.kind {
        Kind::Left => key(&pair.left)?,
        Kind::Right | Kind::Same => key(&pair.right)?,
        // An activity with another name on the right is still the corresponding one.
        Kind::Changed => key(&pair.left).and(key(&pair.right))?,
    };
    let side = |part: &Option<Part>| match part {
        Some(part) => hours(part.text.as_str()),
        None => Hours::None,
    };
    Some(Activity { name, left: side(&pair.left), right: side(&pair.right) })
}

/// The hours that a text states if it states one number of them, else the text.
fn hours(text: &str) -> Hours {
    let mut effort = quantities(text).into_iter().filter(|quantity| quantity.unit == Unit::Effort);
    match (effort.next(), effort.next()) {
        (Some(only), None) => Hours::Stated(only),
        _ => Hours::Words(text.trim().to_owned()),
    }
}

fn total<'a>(hours: impl Iterator<Item = &'a Hours>) -> Quantity {
    let nothing = Quantity { low: 0.0, high: 0.0, open: false, unit: Unit::Effort, range: 0..0 };
    hours.filter_map(Hours::stated).fold(nothing, |sum, quantity| Quantity {
        low: sum.low + quantity.low,
        high: sum.high + quantity.high,
        open: sum.open || quantity.open,
        ..sum
    })
}
