//! The weights by name.

use rungs::compare::AlignWeights;

/// A weight.
pub(crate) struct Knob {
    pub(crate) name: &'static str,
    pub(crate) of: fn(&mut AlignWeights) -> &mut f64,
}

impl Knob {
    pub(crate) fn get(&self, weights: &AlignWeights) -> f64 {
        *(self.of)(&mut weights.clone())
    }
}

macro_rules! knobs {
    ($($part:ident . $field:ident),* $(,)?) => {
        &[$(Knob {
            name: concat!(stringify!($part), ".", stringify!($field)),
            of: |weights| &mut weights.$part.$field,
        }),*]
    };
}

/// All weights.
pub(crate) const KNOBS: &[Knob] = knobs![
    sections.heading,
    sections.same_heading,
    sections.first_word,
    sections.unnamed,
    sections.text,
    sections.items,
    sections.order,
    sections.leaf,
    sections.parents,
    sections.only_child,
    sections.neighbors,
    sections.least,
    sections.margin,
    items.words,
    items.cover,
    items.letters,
    items.key,
    items.opening,
    items.together,
    items.apart,
    items.order,
    items.place,
    items.neighbors,
    items.places,
    items.least,
    items.margin,
];
