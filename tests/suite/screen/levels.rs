//! All levels of a track on the screen: a topic traced, and the overview.

use rungs::tui::{Session, play};

use crate::support::screen::{ladder_of, text};

fn session() -> Session {
    ladder_of(&[
        (
            "a.md",
            "---\norder: 1\nlabel: Junior\n---\n# Junior Engineer\n## Scope\n- **Team size**: 1 engineer\n- **Horizon**: Weeks\n## Hiring\n- Joins interviews\n## Craft\n- Writes code\n## Style\n- Is kind\n",
        ),
        (
            "b.md",
            "---\norder: 2\nlabel: Middle\n---\n# Middle Engineer\n## Scope\n- **Team size**: 3-5 engineers\n- **Horizon**: Weeks\n## Craft\n- Writes code\n## Style\n- Is kind\n",
        ),
        (
            "c.md",
            "---\norder: 3\nlabel: Senior\n---\n# Senior Engineer\n## Scope\n- **Team size**: 10+ engineers\n- **Horizon**: Quarters\n## Hiring\n- Leads interviews\n## Craft\n- Writes code\n## Style\n- Is kind\n",
        ),
        ("faq.md", "# Questions\n\nNone.\n"),
    ])
}

fn frame(size: (u16, u16), keys: &str) -> String {
    text(&play(session(), size, keys))
}

#[track_caller]
fn check(size: (u16, u16), keys: &str, want: &str) {
    let got = frame(size, keys);
    assert_eq!(got.trim_end(), want.trim_matches('\n'), "\n{got}");
}

#[track_caller]
fn says(keys: &str, words: &str) {
    let frame = frame((90, 24), keys);
    assert!(frame.contains(words), "{words:?} after {keys} in\n{frame}");
}

#[test]
fn a_section_is_traced_through_the_levels() {
    check(
        (80, 24),
        "jll]t",
        "
 Test › Scope › Middle
╭ Levels ──────────╮╭ Scope ───────────────────────────────────────────────────╮
│ Scope            ││ Team size                                                ┃
│   Junior         ││ Junior  ━┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  1 engineer    ┃
│   Middle         ││ Middle  ┈┈┈┈┈┈┈┈┈┈┈┈━━━━━━┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  3-5 engineers ┃
│   Senior         ││ Senior  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈━▸┈┈┈┈┈┈  10+ engineers ┃
│                  ││ largest jump from Junior to Middle: 4x larger            ┃
│                  ││ ── on a logarithmic scale ────────────────────────────── ┃
│                  ││ Scope                                                    ┃
│                  ││                                                          ┃
│                  ││ Junior  a.md:6                                           ┃
│                  ││ • Team size: 1 engineer                                  ┃
│                  ││ • Horizon: Weeks                                         ┃
│                  ││                                                          ┃
│                  ││ Middle  b.md:6                                           ┃
│                  ││ ~1 changed · =1 unchanged                                ┃
│                  ││ ~ Team size: 3-5 engineers                               ┃
│                  ││ = Horizon: Weeks                                         ┃
│                  ││                                                          │
│                  ││ Senior  c.md:6                                           │
│                  ││ ~2 changed                                               │
╰──────────────────╯╰──────────────────────────────────────────────────────────╯
 lines 1-13 of 15, 86%                                        3 roles · 1 track
 Enter source  c compare  / filter  p jump  Tab pane  Esc q back  ? help",
    );
}

/// The chart stays on top of the pane however far one scrolls.
#[test]
fn the_chart_of_a_trace_stays_in_view() {
    let jump = "largest jump from Junior to Middle: 4x larger";
    says("ll]t", jump);
    let frame = frame((90, 16), "ll]tG<Tab>G");
    assert!(frame.contains(jump) && frame.contains("Horizon: Quarters"), "{frame}");
}

#[test]
fn topics_are_offered_with_the_most_useful_first_and_once() {
    let frame = frame((90, 24), "ll]tt");
    let at = |words: &str| frame.find(words).unwrap_or(usize::MAX);
    assert!(at("3 of 3 levels, with numbers") < at(" Style"), "{frame}");
    assert!(at(" Style") < at(" Hiring"), "{frame}");
    says("ll]tthead count", "Team size");
    says("ll]tthead count<Enter>", "Test › Team size");
    // A name counts for more than letters here and there.
    says("ll]tthead c<Enter>", "Test › Team size");
}

/// What has several names is offered from another track where this one says nothing of it.
#[test]
fn a_topic_of_another_track_is_offered() {
    let level = |order: usize, label: &str, text: &str| {
        format!("---\norder: {order}\nlabel: {label}\n---\n# {label} Baker\n## Work\n- {text}\n")
    };
    let pages = [
        level(1, "Junior", "Bakes"),
        level(2, "Senior", "Bakes more"),
        level(1, "Lead", "**Headcount**: 3 bakers"),
        level(2, "Head", "**Headcount**: 12 bakers"),
    ];
    let paths = ["bakers/a.md", "bakers/b.md", "leads/a.md", "leads/b.md"];
    let shows = |keys: &str, words: &str| {
        let documents: Vec<(&str, &str)> =
            paths.iter().zip(&pages).map(|(path, page)| (*path, page.as_str())).collect();
        let frame = text(&play(ladder_of(&documents), (90, 24), keys));
        assert!(frame.contains(words), "{words:?} after {keys} in\n{frame}");
    };
    shows("jll]tt", "in Leads");
    shows("jll]ttteam size<Enter>", "Leads › Headcount");
    shows("jll]ttteam size<Enter>", "largest jump from Lead to Head: 4x larger");
}

#[test]
fn enter_goes_from_a_level_to_its_source_and_back_comes_back() {
    says("ll]tj<Enter>", "Test › Middle Engineer › Scope");
    says("ll]tj<Enter>H", "Levels");
    says("ll]]tj<Enter>", "Middle says nothing on this");
    says("ll]t<Esc>", "Test › Junior Engineer › Scope");
}

#[test]
fn while_tracing_another_topic_can_be_picked() {
    says("ll]tt", "Team size");
    says("ll]tt", "3 of 3 levels · Scope");
    says("ll]ttteam<Enter>", "Test › Team size");
    // Where one is at no section, the choice is first.
    says("t", "Trace a topic");
    says("<End>t", "choose a role first: a page is in no track");
}

#[test]
fn the_traced_level_can_be_compared() {
    says("ll]tjcsenior<Enter>", "Middle | Senior");
}

#[test]
fn the_overview_shows_every_level_and_gaps() {
    check(
        (80, 12),
        "M",
        "
 Test › Overview
╭ Test ────────────────────────────────────────────────────────────────────────╮
│             │ Junior              │ Middle              │ Senior             │
│ ────────────┼─────────────────────┼─────────────────────┼─────────────────── │
│ Scope       │ 1 engineer (Team s… │ ▲ 3-5 engineers (T… │ ▲ 10+ engineers (… │
│ Hiring      │ Joins interviews    │ gap ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈ │ Leads interviews   │
│ Craft       │ Writes code         │ =                   │ =                  │
│ Style       │ Is kind             │ =                   │ =                  │
│                                                                              │
╰──────────────────────────────────────────────────────────────────────────────╯
 Junior › Scope: 2 items                                      3 roles · 1 track
 Enter source  c compare  J text  / filter  p jump  Esc q back  ? help",
    );
}

/// The cell under the cursor stands below in full, beside the level before.
#[test]
fn a_cell_is_read_in_full_below_the_overview() {
    check(
        (80, 20),
        "Mj$",
        "
 Test › Overview
╭ Test ────────────────────────────────────────────────────────────────────────╮
│             │ Junior              │ Middle              │ Senior             │
│ ────────────┼─────────────────────┼─────────────────────┼─────────────────── │
│ Scope       │ 1 engineer (Team s… │ ▲ 3-5 engineers (T… │ ▲ 10+ engineers (… │
│ Hiring      │ Joins interviews    │ gap ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈ │ Leads interviews   │
│ Craft       │ Writes code         │ =                   │ =                  │
│ Style       │ Is kind             │ =                   │ =                  │
│                                                                              │
│ ─ Hiring  1 item  ~1 changed ─────────────────────────────────────────────── │
│ < Junior                               > Senior                              │
│ ~ Joins interviews                     │ Leads interviews                    │
│                                                                              │
│                                                                              │
│                                                                              │
│                                                                              │
│                                                                              │
╰──────────────────────────────────────────────────────────────────────────────╯
 Senior › Hiring: 1 item                                      3 roles · 1 track
 Enter source  c compare  J text  / filter  p jump  Esc q back  ? help",
    );
    says("Mjl", "─ Hiring  gap between levels that have it ─");
    says("M", "│ • Team size: 1 engineer");
}

#[test]
fn a_long_cell_scrolls() {
    let lines: String = (1..=30).map(|at| format!("- Bakes loaf {at}\n")).collect();
    let page = format!("---\nlabel: Baker\n---\n# Baker\n## Work\n{lines}");
    let bakery = || ladder_of(&[("a.md", &page)]);
    let shows = |keys: &str, words: &str| {
        let frame = text(&play(bakery(), (80, 24), keys));
        assert!(frame.contains(words), "{words:?} after {keys} in\n{frame}");
    };
    shows("M-", " 1-11 of 30 ─");
    shows("M-JJ", " 3-13 of 30 ─");
    shows("M-5J3K", " 3-13 of 30 ─");
    shows("M-<wheel 40 18 1>", " 2-12 of 30 ─");
    shows("M-5Jg", " 6-16 of 30 ─");
}

#[test]
fn cells_of_the_overview_open_their_source() {
    says("Mj<Enter>", "Test › Junior Engineer › Hiring");
    says("Mjl<Enter>", "Middle says nothing on this");
    says("Mjll<Enter>H", "Senior › Hiring: 1 item");
    says("Mjl", "Hiring: gap between levels that have it");
    says("M<Space>jl", "Middle › Team size: 3-5 engineers");
    says("M<Space>jl<Enter>", "Test › Middle Engineer › Scope");
    says("M<Space>jlt", "Test › Team size");
    says("MjlM", "Outline");
    says("Ml<Esc>", "Outline");
}

#[test]
fn the_overview_begins_where_one_was() {
    says("jjll]]M", "Senior › Hiring: 1 item");
    says("<End>M", "Junior › Scope: 2 items");
}

#[test]
fn a_click_chooses_a_cell_and_another_opens_it() {
    let screen = frame((90, 24), "M");
    let (row, line) =
        screen.lines().enumerate().find(|(_, line)| line.contains("Hiring")).expect("a topic");
    let column = line.chars().position(|c| c == 'L').expect("Leads interviews");
    let click = format!("<click {column} {row}>");
    says(&format!("M{click}"), "Senior › Hiring: 1 item");
    says(&format!("M{click}{click}"), "Test › Senior Engineer › Hiring");
}

#[test]
fn nothing_breaks_on_any_screen() {
    let keys = "MjjlG<Space>k<Enter>HtjG<Enter>HH";
    for width in [1, 2, 7, 16, 40, 64, 79, 111, 112, 200] {
        for height in [1, 2, 5, 9, 24] {
            frame((width, height), keys);
        }
    }
}

#[test]
fn the_cursor_goes_to_what_a_search_finds() {
    says("M/Leads<Enter>", "match 1 of 1");
    says("M/Leads<Enter><Enter>", "Test › Senior Engineer › Hiring");
    says("M/Style<Enter><Enter>", "Test › Junior Engineer › Style");
}

#[test]
fn the_ends_of_the_track_are_a_key_away() {
    says("M$", "Senior › Scope");
    says("M$^", "Junior › Scope");
    says("M.", "Middle › Scope");
    says("M$,", "Middle › Scope");
}

#[test]
fn the_cursor_stays_in_sight_whatever_the_size() {
    says("<resize 200 24>M$<resize 40 24>", "Senior");
    let frame = frame((200, 24), "M$<resize 40 24>");
    assert!(frame.contains("3 of 3"), "{frame}");
}

#[test]
fn leaving_a_search_returns_to_the_cell() {
    says("Ml/Style<Esc>", "Middle › Scope: 2 items");
}

#[test]
fn coming_back_to_an_overview_is_coming_back_to_the_cell() {
    says("MGl<Enter>H", "Middle › Style: 1 item");
    says("MGl<Enter>]]MggHH", "Middle › Style: 1 item");
}

#[test]
fn a_click_on_a_name_unfolds_it_and_one_beside_the_matrix_does_nothing() {
    says("M<click 4 3>", "Team size");
    says("M<click 4 3><click 4 3>", "Junior › Scope: 2 items");
    let wide = frame((200, 24), "M<click 190 4>");
    assert!(wide.contains("Overview"), "{wide}");
}

#[test]
fn there_is_nothing_to_zoom() {
    says("llMz<Esc>", "Outline");
}

#[test]
fn leaving_a_comparison_returns_to_where_it_was_opened() {
    says("Mjcsenior<Enter><Esc>", "Junior › Hiring: 1 item");
    says("ll]tjcsenior<Enter>x<Esc>", "Levels");
}

#[test]
fn a_match_in_an_overview_is_told_in_words() {
    says("M/Leads<Enter>", "match 1 of 1 for Leads: Leads interviews");
}
