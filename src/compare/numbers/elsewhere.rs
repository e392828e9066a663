//! The same number in several places of a page: it is compared where it is first, and the other places
//! are named there.

use std::collections::HashMap;

use crate::compare::comparison::{Elsewhere, Pair, Topic};
use crate::compare::numbers::measures::telling;
use crate::lexicon::fold_space;

/// What is counted, and what either side states.
type SaidNumber = (String, [String; 2]);

/// Notes at every pair that states a number where the same number occurs too.
pub(crate) fn mark_elsewhere(topics: &mut [Topic]) {
    let mut places: HashMap<SaidNumber, Vec<String>> = HashMap::new();
    each(topics, &mut |title, _, said| {
        let titles = places.entry(said).or_default();
        if !titles.iter().any(|known| known == title) {
            titles.push(title.to_owned());
        }
    });
    let mut seen: HashMap<SaidNumber, usize> = HashMap::new();
    each(topics, &mut |_, pair, said| {
        let Some([first, others @ ..]) = places.get(&said).map(Vec::as_slice) else { return };
        let times = seen.entry(said).or_default();
        *times += 1;
        pair.elsewhere = match (*times, others) {
            (1, []) => Elsewhere::Nowhere,
            (1, others) => Elsewhere::Also(others.to_vec()),
            _ => Elsewhere::First(first.clone()),
        };
    });
}

/// Visits every pair that states a number under a key that both sides have, with the heading it is
/// under.
fn each(topics: &mut [Topic], visit: &mut impl FnMut(&str, &mut Pair, SaidNumber)) {
    for topic in topics {
        // The hours of a week are shown together.
        let is_week = topic.week().is_some();
        let title = std::mem::take(&mut topic.title);
        for pair in topic.pairs.iter_mut().filter(|_| !is_week) {
            if let Some(said) = said(pair) {
                visit(&title, pair, said);
            }
        }
        topic.title = title;
        each(&mut topic.topics, visit);
    }
}

fn said(pair: &Pair) -> Option<SaidNumber> {
    let (left, right) = pair.left.as_ref().zip(pair.right.as_ref())?;
    let key = left.key.as_deref().filter(|key| right.key.as_deref() == Some(key))?;
    let measures = pair.measures();
    let measure = *telling(&measures).iter().find(|measure| measure.leads)?;
    // What is in brackets explains the key.
    let name = fold_space(key.split(" (").next().unwrap_or(key)).to_lowercase();
    Some((name, [&measure.left, &measure.right].map(|stated| stated.quantity.figures())))
}
