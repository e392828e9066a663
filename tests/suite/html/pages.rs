//! What is in a page.

use insta::assert_snapshot;
use rungs::html::{self, Html, Shape};
use rungs::report::Only;
use scraper::Selector;

use super::harmless::{is_harmless, says_everything};
use super::read::{first_two, found, outline, topics};
use crate::support::ladders::parse;

const APPRENTICE: &str = "---\norder: 1\nlevel: B1\n---\n# Apprentice Baker\n\nLearns.\n\n## Dough\n\n- **Mixing**: two doughs a day\n- Weighs flour to the gram\n- Sweeps the floor\n\n## Tools\n\n- Owns a [scraper](https://example.org/a?b=1&c=2), see [the rules](rules.md)\n";

const BAKER: &str = "---\norder: 2\nlevel: B2\n---\n# Baker\n\nLearns.\n\n## Dough\n\n- **Mixing**: six doughs a day\n- Weighs flour to the gram\n- Plans the starter for the week\n\n## Team\n\n| Topic | Size |\n| --- | --- |\n| Team | 3-6 bakers |\n";

#[test]
fn a_page_sets_two_roles_side_by_side() {
    let ladder = parse(&[("apprentice.md", APPRENTICE), ("baker.md", BAKER)]);
    assert_snapshot!(outline(&topics(&first_two(&ladder), Only::All)), @r#"
    p class="summary": ~ 1 changed < 2 only Apprentice Baker > 2 only Baker = 2 unchanged
    p class="about": Apprentice Baker: level B1, apprentice.md
    p class="about": Baker: level B2, baker.md
    section class="changed" id="t1"
      h2: ~changed: Apprentice Baker|Baker
      table class="pairs"
        thead
          tr
            td class="sign": 
            th class="left" scope="col": Apprentice Baker
            th class="right" scope="col": Baker
        tbody class="same"
          tr
            td class="sign": =same:
            td class="left" data-side="Apprentice Baker": Learns. :7
            td class="right" data-side="Baker": Learns. :7
    section class="changed" id="t2"
      h2: ~changed: Dough
      table class="pairs"
        thead
          tr
            td class="sign": 
            th class="left" scope="col": Apprentice Baker
            th class="right" scope="col": Baker
        tbody class="changed"
          tr
            td class="sign": ~changed:
            td class="left" data-side="Apprentice Baker": Mixing: [-two-] doughs a day :11
            td class="right" data-side="Baker": Mixing: [+six+] doughs a day :11
        tbody class="same"
          tr
            td class="sign": =same:
            td class="left" data-side="Apprentice Baker": Weighs flour to the gram :12
            td class="right" data-side="Baker": Weighs flour to the gram :12
        tbody class="apart"
          tr
            td class="sign": 
            td class="left": <only Apprentice Baker:Sweeps the floor :13
            td class="right": >only Baker:Plans the starter for the week :13
    section class="left" id="t3"
      h2: <only Apprentice Baker: Tools
      div class="lone left"
        div class="alone"
          span class="sign"
          span class="told"
          div class="words": Owns a scraper<https://example.org/a?b=1&c=2>, see the rules :17
    section class="right" id="t4"
      h2: >only Baker: Team
      div class="lone right"
        div class="alone"
          span class="sign"
          span class="told"
          div class="words": Team: 3-6 bakers :19
    nav aria-label="Topics"
      p class="in0": ~ Baker<#t1>
      p class="in0": ~ Dough<#t2> 3
      p class="in0": < Tools<#t3> 1
      p class="in0": > Team<#t4> 1
    footer: Written by rungs.
    "#);
}

#[test]
fn only_the_differences_are_written_if_wished() {
    let ladder = parse(&[("apprentice.md", APPRENTICE), ("baker.md", BAKER)]);
    let page = topics(&first_two(&ladder), Only::Differences);
    assert!(!page.contains("Weighs flour") && !page.contains("Learns."));
    assert!(page.contains("Sweeps the floor") && page.contains("Plans the starter"));
}

#[test]
fn what_is_the_same_is_folded_if_wished() {
    let baker = BAKER.replace("Learns.", "Leads.");
    let ladder =
        parse(&[("baker.md", BAKER), ("head.md", &baker.replace("# Baker", "# Head Baker"))]);
    let comparison = first_two(&ladder);
    let mut html = Html::default();
    let shape = Shape { prefix: "t", level: 2, folds: true, ..Shape::default() };
    html::comparison(&mut html, &comparison, shape);
    let page = html::page("Test", &html);
    is_harmless(&page);
    says_everything(&page, &comparison);
    assert_eq!(found(&page, "details > summary"), ["= 3 unchanged", "= 1 unchanged"]);
    assert!(found(&page, "details td").iter().any(|cell| cell.starts_with("Weighs flour")));
}

#[test]
fn numbers_are_drawn() {
    let page = |order: usize, team: &str, hours: &str| {
        format!(
            "---\nlevel: B{order}\n---\n# Baker {order}\n\n## Scope\n\n- **Team**: {team} bakers\n\n## Week\n\n| Activity | Time |\n|-|-|\n| Baking | {hours} hrs/week |\n| Selling | 4 hrs/week |\n| Counting | Rare |\n"
        )
    };
    let (small, large) = (page(1, "3-6", "10-20"), page(2, "30-60+", "5-8"));
    let ladder = parse(&[("1.md", &small), ("2.md", &large)]);
    let page = topics(&first_two(&ladder), Only::Differences);
    assert!(page.contains("10x larger or more"), "{page}");
    let document = scraper::Html::parse_document(&page);
    let count = |selector: &str| document.select(&Selector::parse(selector).unwrap()).count();
    assert_eq!(
        (count("#t1 td svg"), count("#t1 rect.left"), count("#t1 rect.right.open")),
        (2, 1, 1)
    );
    assert_eq!((count("#t2 td svg"), count("#t2 rect.left.open")), (2, 1));
    assert!(
        page.contains(">week total: 14-24 → 9-12 hours, 1.8x less; not counted (no hours): Rare<"),
        "{page}"
    );
    let sized = Selector::parse("rect[x]").unwrap();
    for rect in document.select(&sized) {
        let share = |name: &str| {
            let value = rect.value().attr(name).unwrap().trim_end_matches('%');
            value.parse::<f64>().unwrap()
        };
        assert!(share("x") >= 0.0 && share("width") > 0.0 && share("x") + share("width") <= 101.0);
    }
}

#[test]
fn whatever_is_written_in_another_direction_says_so_itself() {
    let page = |order: usize, size: &str| {
        format!(
            "---\nlevel: L{order}\n---\n# مهندس {size}\n\n## النطاق\n\n- يخطط لربع سنة {size}\n"
        )
    };
    let ladder = parse(&[("1.md", &page(1, "أول")), ("2.md", &page(2, "رئيسي"))]);
    assert_eq!(ladder.roles.len(), 2);
    let page = topics(&first_two(&ladder), Only::All);
    let document = scraper::Html::parse_document(&page);
    for words in document.select(&Selector::parse(".words, th bdi, h2 span:last-child").unwrap()) {
        let auto = words.value().name() == "bdi" || words.value().attr("dir") == Some("auto");
        assert!(auto && words.value().attr("lang") == Some(""), "{}", words.html());
    }
}
