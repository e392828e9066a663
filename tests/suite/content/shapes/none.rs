//! What looks like roles and is none.

use super::shape::{LARGE, SMALL, headings, roles};

#[test]
fn a_small_comparison_does_not_take_a_page_over() {
    let text = format!(
        "# Individual contributor\n\n{}## Comparison\n\n| Dimension | IC Track | Management Track |\n\
         | - | - | - |\n| Ceiling | Fellow Engineer | CTO |\n| Power | ideas | people |\n",
        SMALL.repeat(6)
    );
    roles(&[("individual-contributor.md", &text)], &["Individual contributor"]);
}

#[test]
fn prose_dialogue_times_scales_and_staffing_are_no_roles() {
    let talk = "**Manager:**\n\nHow are you today, tell me.\n\n**IC:**\n\nWell enough, thanks.\n\n";
    let talk = format!(
        "# A hard talk\n\n{}**Self rates higher than manager:**\n\nTalk.\n",
        talk.repeat(3)
    );
    let day = format!(
        "# Day in the Life: Product Manager\n\n{}",
        headings(2, &["7:30 AM - Wake up", "8:45 PM - Wash up"])
    );
    let better =
        format!("# Becoming a better engineer\n\n{SMALL}### If Manager Had Not Noticed\n\n{SMALL}");
    let schools = format!(
        "# Salary Analyst Notes\n\n{}",
        headings(2, &["Tier 1 - Well known schools", "Tier 2 - Other schools"])
    );
    let outages =
        format!("# Incidents\n\n{}", headings(2, &["P1 - Outage", "P2 - Degraded", "P3 - Minor"]));
    let skills = ["Beginner", "Intermediate", "Advanced", "Expert"];
    let skills = format!(
        "# Skills\n\n## Sewing\n\n{}## Cutting\n\n{}",
        headings(3, &skills),
        headings(3, &skills)
    );
    let agents = format!("# Agents\n\n{SMALL}## Reviewer\n\n{SMALL}");
    roles(
        &[
            ("AGENTS.md", &agents),
            ("better.md", &better),
            ("day.md", &day),
            ("outages.md", &outages),
            ("schools.md", &schools),
            ("skills.md", &skills),
            ("talk.md", &talk),
        ],
        &[],
    );
}

#[test]
fn examples_and_onboarding_beside_levels_are_no_roles() {
    let levels = ["Junior Engineer", "Engineer", "Senior Engineer"];
    let ladder = format!("# Ladder\n\n{}", headings(2, &levels));
    let examples = format!(
        "# Examples of reviews\n\n{}",
        headings(2, &["Example 1: Junior Engineer", "Example 2: Senior Engineer"])
    );
    let weeks = "# Onboarding\n\n| Week | Junior | Senior |\n| - | - | - |\n| Week 1 | meet all | meet all |\n\
                 | Week 2 | ship one | ship two |\n";
    roles(&[("examples.md", &examples), ("ladder.md", &ladder), ("onboarding.md", weeks)], &levels);
}

#[test]
fn a_handbook_full_of_job_titles_is_no_ladder() {
    let handbook = format!(
        "# Our handbook\n\n{SMALL}## Who does what\n\n{SMALL}## Contact the Hiring Manager\n\n{SMALL}## Benefits\n\n{SMALL}"
    );
    let personas = |names: &[&str]| format!("# Personas\n\n{}", headings(3, names));
    let personas = personas(&["Paul, Plant Manager", "Ann, Data Engineer", "Sam, Startup CTO"]);
    roles(
        &[
            ("README.md", &handbook),
            ("personas.md", &personas),
            ("hiring.md", &format!("# Hiring Manager guide\n\n{SMALL}")),
        ],
        &[],
    );
}

#[test]
fn prompts_for_programs_and_one_page_among_many_are_no_roles() {
    let prompt = format!("---\nname: reviewer\ntools: [Read]\n---\n\n# Code Reviewer\n\n{SMALL}");
    let page = |at: usize| (format!("page-{at}.md"), format!("# Notes on things {at}\n\n{LARGE}"));
    let pages: Vec<(String, String)> = (0..9).map(page).collect();
    let lone = format!("# Engineering Lead\n\n{SMALL}");
    let mut files = vec![("agents/reviewer.md", prompt.as_str()), ("lead/README.md", &lone)];
    files.extend(pages.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    roles(&files, &[]);
}
