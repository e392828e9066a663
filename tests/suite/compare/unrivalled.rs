//! Texts that pair because nothing else in their sections comes near: one word that the whole ladder is
//! full of is not enough.

use rungs::compare::compare;

use crate::support::compared::{A, B, ladder};

/// How many of the first topic's texts correspond, where the rest of the ladder says `rest`.
#[track_caller]
fn check(left: &str, right: &str, rest: &str, want: usize) {
    let of = |text: &str| format!("## Work\n- {text}\n- Waters plants daily\n## Rest\n{rest}");
    let (left, right) = (of(left), of(right).replace("Waters plants daily", "Bakes bread"));
    let ladder = ladder(&[("One", &left), ("Two", &right)], &[]);
    let comparison = compare(&ladder, A, B);
    let pairs = &comparison.topics[0].pairs;
    let found = pairs.iter().filter(|pair| pair.left.is_some() && pair.right.is_some()).count();
    assert_eq!(found, want, "{pairs:#?}");
}

const ENGINEERS: &str =
    "- Hires engineers\n- Trains engineers\n- Names engineers\n- Meets engineers
- Calls engineers\n- Pays engineers";
const OTHERS: &str = "- Hires painters\n- Trains sailors\n- Names bakers\n- Meets tailors
- Calls cooks\n- Pays drivers\n- Sends letters\n- Reads books\n- Opens doors\n- Counts coins
- Rides horses\n- Draws maps\n- Sells fruit\n- Cuts wood\n- Mends nets\n- Weaves cloth";

#[test]
fn a_common_word_makes_no_pair() {
    check("Mentors young engineers patiently", "Reports engineering metrics upward", ENGINEERS, 0);
}

#[test]
fn a_rare_word_makes_one() {
    check("Mentors young engineers patiently", "Reports engineering metrics upward", OTHERS, 1);
}

#[test]
fn two_words_make_one() {
    let texts =
        ("Mentors young engineers patiently week by week", "Picks engineers who mentor too");
    check(texts.0, texts.1, ENGINEERS, 1);
}
