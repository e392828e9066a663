//! The words of synthetic ladders.

/// Headings that every level has.
pub(crate) const HEADINGS: [&str; 12] = [
    "Scope",
    "Impact",
    "Leadership",
    "Craft",
    "Communication",
    "Delivery",
    "Hiring",
    "Strategy",
    "Quality",
    "Growth",
    "Collaboration",
    "Ownership",
];

/// Words that ladders are full of.
pub(crate) const COMMON: [&str; 24] = [
    "the",
    "and",
    "of",
    "for",
    "with",
    "their",
    "team",
    "plans",
    "leads",
    "reviews",
    "designs",
    "owns",
    "roadmap",
    "budget",
    "mentors",
    "partners",
    "quality",
    "incident",
    "customers",
    "goals",
    "across",
    "delivery",
    "product",
    "regularly",
];
