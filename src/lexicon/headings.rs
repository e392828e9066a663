//! Topics of headings: promotion to another level, or a comparison of levels.

use std::sync::LazyLock;

use unicode_segmentation::UnicodeSegmentation;

use super::list::{COMPARING, LEADS_UP, LEVELS_ABOVE, Phrases, WAYS_UP};
use super::terms::{is_function_word, terms};

/// Phrases as terms.
type TermPhrases = LazyLock<Vec<Vec<String>>>;

static LEADS: TermPhrases = LazyLock::new(|| of(&LEADS_UP));
static ABOVE: TermPhrases = LazyLock::new(|| of(&LEVELS_ABOVE));
static WHOLE: TermPhrases =
    LazyLock::new(|| of(&WAYS_UP).iter().map(|phrase| telling(phrase)).collect());
static COMPARISONS: LazyLock<Vec<String>> =
    LazyLock::new(|| COMPARING.iter().flat_map(|word| terms(word)).collect());

fn of(phrases: &Phrases) -> Vec<Vec<String>> {
    phrases.iter().map(|phrase| terms(phrase)).collect()
}

/// Whether a heading is about promotion to another level. The heading comes as terms, and `level` stands for
/// the name of any level except the level of the page.
pub(crate) fn is_way_up(heading: &[String], level: &str) -> bool {
    let leads = |at: usize| {
        let behind = &heading[at..];
        LEADS
            .iter()
            .any(|lead| behind.starts_with(lead) && begins_with_level(&behind[lead.len()..], level))
    };
    WHOLE.contains(&telling(heading)) || (0..heading.len()).any(leads)
}

/// The name after words that lead to another level: "Chief Architect" of "Becoming a Chief Architect".
pub(crate) fn led_to(heading: &str) -> Option<&str> {
    let words: Vec<(usize, &str)> = heading.unicode_word_indices().collect();
    let terms = terms(heading);
    // In scripts without spaces, terms are not words.
    if words.len() != terms.len() {
        return None;
    }
    let behind = |at: usize| {
        let lead = LEADS.iter().find(|lead| terms[at..].starts_with(lead))?;
        let from = at + lead.len();
        let small = terms[from..].iter().take_while(|term| is_function_word(term)).count();
        Some(&heading[words.get(from + small)?.0..])
    };
    (0..terms.len()).find_map(behind)
}

/// Whether a heading compares levels.
pub(crate) fn is_comparison(heading: &[String]) -> bool {
    heading.iter().any(|term| COMPARISONS.contains(term))
}

/// Whether a level comes next, apart from articles and similar words.
fn begins_with_level(terms: &[String], level: &str) -> bool {
    let small = terms.iter().take_while(|term| is_function_word(term)).count();
    let terms = &terms[small..];
    terms.first().is_some_and(|term| term == level)
        || ABOVE.iter().any(|above| terms.starts_with(above))
}

fn telling(terms: &[String]) -> Vec<String> {
    terms.iter().filter(|term| !is_function_word(term)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `LEVEL` stands for the name of another level.
    #[track_caller]
    fn check(heading: &str, want: bool) {
        let heading: Vec<String> = terms(heading).into_iter().collect();
        assert_eq!(is_way_up(&heading, "level_x"), want, "{heading:?}");
    }

    #[test]
    fn the_way_up_is_told_by_what_leads_there() {
        check("Transition to level_x", true);
        check("What it takes to become a level_x", true);
        check("Transitioning into management", true);
        check("Are you ready for the next level?", true);
        check("Promotion Eligibility (to the next level)", true);
        check("Career Progression Indicators", true);
        check("Path to promotion", true);
        check("Critérios de progressão", true);
        check("Weg zur nächsten Stufe", true);
        check("晋升标准", true);
    }

    #[test]
    fn what_a_way_leads_to_may_have_any_name() {
        assert_eq!(led_to("2. Becoming a Chief Architect"), Some("Chief Architect"));
        assert_eq!(led_to("How to transition into the Board!"), Some("Board!"));
        assert_eq!(led_to("Becoming"), None);
    }

    #[test]
    fn what_only_sounds_like_it_is_no_way_up() {
        check("Promotion of quality", false);
        check("Promotions", false);
        check("Growing level_x engineers", false);
        check("Promotion of level_x", false);
        check("Path to production", false);
        check("Transition to microservices", false);
        check("Taking quality to the next level", false);
        check("Checkpoints for reaching this level", false);
        check("Becoming a trusted leader of people", false);
        check("Next steps", false);
    }
}
