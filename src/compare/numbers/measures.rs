//! The numbers of two texts that correspond, compared: "15-50+ engineers" and "100-500+ engineers".

use crate::compare::comparison::{Pair, Part};
use crate::compare::numbers::change::{Change, Extent};
use crate::compare::numbers::rate;
use crate::compare::numbers::scale::{Bar, Scale};
use crate::lexicon::list::{NUMBERED, PEOPLE, SHARE_LINKS};
use crate::lexicon::{fold_space, horizon, quantities, singular};
use crate::model::{Quantity, Unit};

/// A text with more numbers than this is a list, whose numbers nobody compares.
const LISTING: usize = 40;

/// A quantity and how its author wrote it.
#[derive(Debug, Clone, PartialEq)]
pub struct Stated {
    /// The numbers.
    pub quantity: Quantity,
    /// As it is written, its unit included: "15-50+ engineers".
    pub words: String,
    /// What a share is a share of: "execution" in "60% execution".
    pub of: Option<String>,
    /// Per which time or thing: "quarter" in "$2M per quarter". Hours a week have none.
    pub per: Option<String>,
}

/// Two quantities that can be compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// What the left side states.
    pub left: Stated,
    /// What the right side states.
    pub right: Stated,
    /// What becomes of it.
    pub change: Change,
    /// What changes, as it is called.
    pub extent: Extent,
    /// Whether both texts begin with it: a number further in counts something else than the key says.
    pub leads: bool,
}

impl Extent {
    /// What changes: under a key that names what is counted ("Direct reports"), how many there are, and
    /// so without a key; under any other ("Team size"), how large that is.
    pub(crate) fn of(unit: &Unit, key: Option<&str>) -> Self {
        match unit {
            Unit::Time => Self::Duration,
            Unit::Effort => Self::Amount,
            Unit::Count(noun) if key.is_none_or(|key| names_things(key, noun)) => Self::Number,
            Unit::None if key.is_none_or(|key| names_things(key, "")) => Self::Number,
            _ => Self::Size,
        }
    }
}

impl Measure {
    /// The scale that both are drawn on, and where they are on it. Single numbers on both sides are
    /// lengths from 0, if the scale begins at 0.
    #[must_use]
    pub fn bars(&self) -> Option<(Scale, [Bar; 2])> {
        let both = [&self.left.quantity, &self.right.quantity];
        let scale = Scale::over(both)?;
        let lengths =
            !scale.logarithmic && both.iter().all(|quantity| quantity.low == quantity.high);
        let bar = |quantity: &Quantity| match lengths {
            true => scale.length(quantity),
            false => scale.bar(quantity),
        };
        Some((scale, both.map(bar)))
    }

    /// The change in words, with what the share is of: "8x larger", "execution 30 points down".
    #[must_use]
    pub fn words(&self) -> String {
        let change = self.change.words(self.extent);
        match &self.left.of {
            Some(of) => format!("{of} {change}"),
            None => change,
        }
    }

    /// The change in words, with what is counted: "teams 2x more".
    #[must_use]
    pub fn named_words(&self) -> String {
        match (&self.right.quantity.unit, before_unit(&self.right.words)) {
            (Unit::Count(_), Some((_, counted))) => {
                format!("{counted} {}", self.change.words(Extent::Number))
            }
            _ => self.words(),
        }
    }

    /// Both as they are written, and the change: "15-50+ → 100-500+ engineers (8x larger)".
    #[must_use]
    pub fn sentence(&self) -> String {
        let (left, right) = (&self.left.words, &self.right.words);
        // A unit that both have is said once.
        let shared = before_unit(left).zip(before_unit(right));
        let short = shared.filter(|(left, right)| left.1 == right.1).map_or(&**left, |(l, _)| l.0);
        let of = self.left.of.as_ref().map_or(String::new(), |of| format!(" {of}"));
        let change = self.change.words(self.extent);
        let change = if change.is_empty() { change } else { format!(" ({change})") };
        format!("{short} → {right}{of}{change}")
    }

    /// What is counted or measured, in a word: "engineer", "%", "hours a week".
    #[must_use]
    pub fn unit(&self) -> &str {
        match (&self.left.quantity.unit, &self.right.quantity.unit) {
            (Unit::Percent, _) => "%",
            (Unit::Money(currency), _) => currency,
            (Unit::Time, _) => "days",
            (Unit::Effort, _) => "hours a week",
            (Unit::Count(left), Unit::Count(right)) if left == right => left,
            (Unit::None, Unit::None) => "",
            // If they count people by other names, neither name is right for both.
            _ => "person",
        }
    }
}

impl Pair {
    /// What both sides state in numbers of the same kind, in the order of the left.
    ///
    /// Shares correspond by what they are shares of. All other numbers correspond by their unit, and in
    /// order, if both sides state as many of it: of one number here and two there nobody knows which is
    /// meant. Under a key that both sides have, people go together by whatever name they are counted,
    /// and so do bare numbers; without one a bare number says nothing.
    #[must_use]
    pub fn measures(&self) -> Vec<Measure> {
        let ([lefts, rights], key) = self.stated();
        let partner = |stated: &Stated| {
            let kin = |other: &&Stated| go_together(stated, other, key.is_some());
            let nth = lefts.iter().filter(kin).position(|other| std::ptr::eq(other, stated))?;
            let partners: Vec<&Stated> = rights.iter().filter(kin).collect();
            let as_many = lefts.iter().filter(kin).count() == partners.len();
            partners.get(nth).filter(|_| as_many).copied()
        };
        let measure = |stated: &Stated| {
            let right = partner(stated)?.clone();
            let change = Change::between(&stated.quantity, &right.quantity);
            let leads = begins(stated, &self.left) && begins(&right, &self.right);
            let extent = Extent::of(&stated.quantity.unit, key.as_deref());
            Some(Measure { left: stated.clone(), right, change, extent, leads })
        };
        lefts.iter().filter_map(measure).collect()
    }

    /// What either side states in numbers, and the key that both have, if they do so under one.
    pub(crate) fn stated(&self) -> ([Vec<Stated>; 2], Option<String>) {
        let (Some(left), Some(right)) = (&self.left, &self.right) else {
            return Default::default();
        };
        let fold = |part: &Part| part.key.as_deref().map(fold_space);
        let key = fold(left).filter(|key| Some(key) == fold(right).as_ref());
        let of = |part: &Part| match &key {
            Some(key) => stated(Some(key), part.text.as_str()),
            None => stated(None, &part.spot.text),
        };
        ([of(left), of(right)], key)
    }
}

/// The measures that are worth a reader's while: those that differ notably and are written in
/// figures or as a horizon ("one oven" and "two ovens" are read as fast as any bar), and of two
/// shares that make up a whole on either side only the first, since the other follows from it.
#[must_use]
pub fn telling(measures: &[Measure]) -> Vec<&Measure> {
    let figures = |stated: &Stated| stated.words.contains(|c: char| c.is_ascii_digit());
    let written = |it: &Stated| figures(it) || horizon(&it.words).is_some();
    let notable = measures.iter().filter(|measure| {
        measure.change.is_notable() && (written(&measure.left) || written(&measure.right))
    });
    let notable: Vec<&Measure> = notable.collect();
    let whole = |side: fn(&Measure) -> &Stated| {
        let shares = notable.iter().map(|measure| &side(measure).quantity);
        let mut shares = shares.filter(|quantity| quantity.unit == Unit::Percent);
        let sum = |low: f64, quantity: &Quantity| low + quantity.low;
        notable.len() == 2 && (shares.by_ref().fold(0.0, sum) - 100.0).abs() < 1e-6
    };
    if whole(|measure| &measure.left) && whole(|measure| &measure.right) {
        return vec![notable[0]];
    }
    notable
}

/// What a text states in numbers, or as a horizon: under a key that says what its words are about,
/// or whole.
#[must_use]
pub fn stated(key: Option<&str>, text: &str) -> Vec<Stated> {
    let words =
        |quantity: &Quantity| text.get(quantity.range.clone()).unwrap_or_default().to_owned();
    if let Some(quantity) = horizon(text) {
        return vec![Stated { words: words(&quantity), quantity, of: None, per: None }];
    }
    let found = quantities(text);
    if found.len() > LISTING {
        return Vec::new();
    }
    let ends = found.iter().skip(1).map(|next| next.range.start).chain([text.len()]);
    let all = found.iter().zip(ends).map(|(quantity, end)| {
        let behind = text.get(quantity.range.end..end).unwrap_or_default();
        let (words, of, per) = (words(quantity), share_of(quantity, behind), rate::per(behind));
        Stated { quantity: quantity.clone(), words, of, per }
    });
    let all: Vec<Stated> = all.filter(|stated| says_something(key, text, stated)).collect();
    without_restated(text, all)
}

/// Omits quantities in brackets whose unit occurs outside of them too: "3-12 months (one
/// quarter to one year)" says the same once more.
fn without_restated(text: &str, all: Vec<Stated>) -> Vec<Stated> {
    let inside = |stated: &Stated| {
        let before = text.get(..stated.quantity.range.start).unwrap_or_default();
        before.matches('(').count() > before.matches(')').count()
    };
    let outside = |unit: &Unit| all.iter().any(|it| it.quantity.unit == *unit && !inside(it));
    let keep = |stated: &&Stated| !(inside(stated) && outside(&stated.quantity.unit));
    all.iter().filter(keep).cloned().collect()
}

/// The words behind a share up to the next sign: "execution".
fn share_of(quantity: &Quantity, behind: &str) -> Option<String> {
    if quantity.unit != Unit::Percent {
        return None;
    }
    let end = behind.find(|c: char| !(c.is_alphanumeric() || matches!(c, ' ' | '-')));
    let words = behind[..end.unwrap_or(behind.len())].to_lowercase();
    let mut words: Vec<&str> = words.split_whitespace().collect();
    while words.first().is_some_and(|word| SHARE_LINKS.contains(word)) {
        words.remove(0);
    }
    while words.last().is_some_and(|word| SHARE_LINKS.contains(word)) {
        words.pop();
    }
    // More words than these are a sentence.
    (1..=3).contains(&words.len()).then(|| words.join(" "))
}

/// Whether a bare number is a size: at the start of the text, under a key that does not merely
/// number something, and not of times that something is done.
fn says_something(key: Option<&str>, text: &str, stated: &Stated) -> bool {
    let range = &stated.quantity.range;
    if stated.quantity.unit != Unit::None {
        return true;
    }
    let (Some(key), Some(before), Some(behind)) =
        (key, text.get(..range.start), text.get(range.end..))
    else {
        return false;
    };
    let key = key.to_lowercase();
    let numbers = key.split(|c: char| !c.is_alphanumeric()).any(|word| NUMBERED.contains(word));
    let times = ["a ", "an ", "per ", "each ", "every ", "/", "times", "x "];
    let repeats = times.iter().any(|word| behind.trim_start().starts_with(word));
    !numbers && !repeats && before.trim().is_empty()
}

/// Whether two quantities can be compared: a number per week and a number per year cannot.
pub(crate) fn go_together(left: &Stated, right: &Stated, keyed: bool) -> bool {
    if left.per != right.per {
        return false;
    }
    let (one, other) = (&left.quantity.unit, &right.quantity.unit);
    match (one, other) {
        (Unit::Percent, Unit::Percent) => left.of == right.of,
        (Unit::Count(a), Unit::Count(b)) => a == b || (keyed && is_person(a) && is_person(b)),
        (Unit::Count(a), Unit::None) | (Unit::None, Unit::Count(a)) => keyed && is_person(a),
        _ => one == other,
    }
}

/// Whether the text of a part, without its key, begins with a quantity.
fn begins(stated: &Stated, part: &Option<Part>) -> bool {
    let text = part.as_ref().map(|part| part.text.as_str()).unwrap_or_default();
    text.get(..stated.quantity.range.start).is_some_and(|before| before.trim().is_empty())
}

/// Whether a key, without what explains it, ends in a plural or holds the noun as one.
fn names_things(key: &str, noun: &str) -> bool {
    let head = key.split(" (").next().unwrap_or(key);
    let head = head.split(" of ").next().unwrap_or(head).to_lowercase();
    let mut words = head.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let last = words.clone().next_back();
    let plural = |word: &str| singular(word).is_some();
    last.is_some_and(plural) || words.any(|word| singular(word).is_some_and(|it| it == noun))
}

/// A quantity in words, parted at the first space that no digit is behind: "30 to 50" and "users".
fn before_unit(words: &str) -> Option<(&str, &str)> {
    let mut spaces = words.match_indices(' ').map(|(at, _)| words.split_at(at));
    let (head, unit) = spaces.find(|(_, rest)| !rest.contains(|c: char| c.is_ascii_digit()))?;
    Some((head, &unit[1..]))
}

/// Whether a noun, in the singular, counts people.
fn is_person(noun: &str) -> bool {
    PEOPLE.contains(noun)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::compare::pairs::{pair, samples};

    fn part(key: &str, text: &str) -> Part {
        samples::part(Some(key).filter(|key| !key.is_empty()), text)
    }

    #[track_caller]
    fn check(key: &str, left: &str, right: &str, want: &[&str]) {
        let pair = pair(Some(part(key, left)), Some(part(key, right)));
        let got: Vec<String> = pair
            .measures()
            .iter()
            .map(|m| format!("{} -> {} ({}): {}", m.left.words, m.right.words, m.unit(), m.words()))
            .collect();
        assert_eq!(got, want, "{left:?} and {right:?}");
        let back = self::pair(pair.right, pair.left).measures();
        assert_eq!(back.len(), want.len(), "the other way round");
    }

    #[test]
    fn quantities_of_one_unit_go_together_in_order() {
        check(
            "Team size",
            "15-45+ testers (some sites)",
            "90-400+ testers (all sites)",
            &["15-45+ testers -> 90-400+ testers (tester): 7x larger"],
        );
        check(
            "Scope",
            "leads 10 people in 2 teams",
            "leads 4 teams and 40 people",
            &["10 people -> 40 people (person): 4x larger", "2 teams -> 4 teams (team): 2x larger"],
        );
        check("", "Plans for $1M", "Plans for $3M", &["$1M -> $3M ($): 3x larger"]);
        check("", "2 teams, then 3 teams", "4 teams", &[]);
        check("", "5 teams", "90 people", &[]);
    }

    #[test]
    fn shares_go_together_by_what_they_are_shares_of() {
        check(
            "Focus",
            "65% delivery, 35% planning",
            "75% planning and 25% delivery",
            &["65% -> 25% (%): delivery 40 points down", "35% -> 75% (%): planning 40 points up"],
        );
        check("Utilisation", "50%", "70%", &["50% -> 70% (%): 20 points up"]);
        check("", "65% delivery", "25% planning", &[]);
    }

    #[test]
    fn under_a_key_people_are_people() {
        check(
            "Direct reports",
            "5-9 team managers",
            "3-5 directors",
            &["5-9 team managers -> 3-5 directors (person): 1.7x fewer"],
        );
        check("Team size", "5", "20 people", &["5 -> 20 people (person): 4x larger"]);
        check("", "Helps 5 managers", "Helps 20 people", &[]);
    }

    #[test]
    fn horizons_are_lengths_of_time() {
        check(
            "Planning horizon",
            "Quarterly to annual",
            "Annual to multi-year",
            &["Quarterly to annual -> Annual to multi-year (days): 2.5x longer or more"],
        );
        check(
            "",
            "Quarterly planning",
            "Multi-year vision",
            &["Quarterly -> Multi-year (days): 8x longer or more"],
        );
        check("Experience", "5+ years", "10+ years", &["5+ years -> 10+ years (days): 2x longer"]);
    }

    #[test]
    fn numbers_that_say_nothing_are_left_out() {
        check("Level", "5", "6", &[]);
        check("", "Step 2 of the plan", "Step 3 of the plan", &[]);
        check("", "since 2021", "since 2024", &[]);
        check("Meetings", "Seldom", "4-8 hrs/week", &[]);
        check("Pay", "$100K", "€90K", &[]);
        check("Board", "1-2 a year", "1-2 a quarter", &[]);
        check("", "", "", &[]);
    }

    #[test]
    fn what_is_of_a_week_is_not_set_against_what_is_of_a_month() {
        check("", "at most 10 incidents per week", "20 incidents per month", &[]);
        check("Budget", "$500K per year", "$2M per quarter", &[]);
        check("Budget", "$500K annual spend", "$2M/quarter", &[]);
        check("Budget", "$500K", "$2M each month", &[]);
        check("Travel", "2 days per quarter", "4 days a year", &[]);
        check(
            "Talks",
            "2 talks given a year, in 3 cities",
            "4 talks yearly, in 6 cities",
            &["2 talks -> 4 talks (talk): 2x more", "3 cities -> 6 cities (city): 2x more"],
        );
        check("Budget", "$1M/yr", "$2M p.a.", &["$1M -> $2M ($): 2x larger"]);
        check(
            "Scope",
            "10 people in a week or more",
            "20 people and a director",
            &["10 people -> 20 people (person): 2x larger"],
        );
    }

    #[test]
    fn a_sentence_says_a_shared_unit_once() {
        let testers =
            pair(Some(part("Size", "15-45+ testers")), Some(part("Size", "90-400+ testers")));
        let sentence = testers.measures()[0].sentence();
        assert_eq!(sentence, "15-45+ → 90-400+ testers (7x larger)");
        let pair = pair(Some(part("Size", "1 500 users")), Some(part("Size", "3 000 users")));
        assert_eq!(pair.measures()[0].sentence(), "1 500 → 3 000 users (2x larger)");
        let range = "Teams of 30 to 50 users";
        let pair = crate::compare::pairs::pair(
            Some(part("Work", "Team of 8 users")),
            Some(part("Work", range)),
        );
        assert_eq!(pair.measures()[0].named_words(), "users 5x more");
    }

    #[test]
    fn a_listing_of_numbers_is_set_against_nothing() {
        let many = "5 teams, ".repeat(LISTING + 1);
        check("Size", &many, &many, &[]);
    }

    proptest! {
        #[test]
        fn any_text_can_be_read(text in "\\PC{0,40}|([0-9]{1,3}|%|[-+–$]| |weekly|to|multi-year|é|people|or more){0,12}") {
            for stated in stated(Some("Size"), &text).iter().chain(&stated(None, &text)) {
                prop_assert!(text.contains(&stated.words));
                prop_assert!(stated.quantity.low <= stated.quantity.high);
            }
        }
    }
}
