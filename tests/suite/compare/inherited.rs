//! What stays expected from the levels below.

use rungs::compare::{Comparer, inherited};
use rungs::model::{Ladder, RoleId};

use crate::support::compared::ladder;

/// What stays expected of the highest of some levels, as "Level, Heading: text".
#[track_caller]
fn check(levels: &[(&str, &str)], want: &[&str]) {
    let ladder: Ladder = ladder(levels, &[]);
    let top = RoleId(levels.len() - 1);
    let texts = inherited(&Comparer::new(&ladder), top);
    let shown = texts.iter().map(|it| {
        let label = &ladder.role(it.level).document.label;
        format!("{label}, {}: {}", it.heading.text, it.part.spot.text)
    });
    assert_eq!(shown.collect::<Vec<_>>(), want);
}

const LOW: &str = "## Dough\n- Weighs flour to the gram\n- **Loaves**: 20 loaves a day\n- Cleans the bench each night\n";

#[test]
fn what_no_level_above_says_anew_stays() {
    check(
        &[
            ("Low", LOW),
            (
                "Mid",
                "## Dough\n- Cleans the bench and the mixer each night\n- Orders yeast and salt\n",
            ),
            ("Top", "## Dough\n- **Loaves**: 60 loaves a day\n- Plans the bake of the week\n"),
        ],
        &[
            "Mid, Dough: Cleans the bench and the mixer each night",
            "Mid, Dough: Orders yeast and salt",
            "Low, Dough: Weighs flour to the gram",
        ],
    );
}

#[test]
fn what_moved_to_another_section_is_said_anew() {
    check(
        &[
            ("Low", LOW),
            ("Top", "## Bench\n- Weighs the flour to the gram\n- **Loaves**: 30 loaves\n"),
        ],
        &["Low, Dough: Cleans the bench each night"],
    );
}

#[test]
fn only_items_and_rows_of_the_level_itself_are_expected() {
    check(
        &[
            (
                "Low",
                "A page of words.\n## Tools\n| Tool | Use |\n| Scale | daily |\n## Low and Top\n| Topic | Low | Top |\n| Hours | early | late |\n## Transition to Top\n- Leads a night shift alone\n",
            ),
            ("Top", "## Money\n- Pays the rent\n"),
        ],
        &["Low, Tools: Scale: daily"],
    );
}

#[test]
fn nothing_stays_of_the_lowest_level_and_the_same_text_stays_once() {
    check(&[("Low", LOW)], &[]);
    let same = "## Ovens\n- Watches one oven through the night\n";
    let none = "## Money\n- Pays the rent\n";
    let levels = [
        ("A", same),
        ("B", none),
        ("C", "## Shop\n- Sells\n"),
        ("D", none),
        ("E", "- Hires\n"),
        ("F", same),
    ];
    let ladder = ladder(&[&levels[..], &[("G", "## Board\n- Chairs\n")]].concat(), &[]);
    let texts = inherited(&Comparer::new(&ladder), RoleId(6));
    let ovens = texts.iter().filter(|it| it.heading.text == "Ovens").count();
    assert_eq!(ovens, 1);
}
