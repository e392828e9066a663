//! What rose, fell, appeared, vanished, changed or was only reworded: as a pull request tells it.

use insta::assert_snapshot;
use serde_json::Value;
use tempfile::TempDir;

use crate::support::bakery::{ALL, THEN, bakeries, commit, repository, rungs, today};
use crate::support::program::write;

const GITHUB: &[&str] = &["--format", "github"];

/// A level in two versions, each with these items.
fn two(then: &str, now: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (version, items) in [("then", then), ("now", now)] {
        let text = format!("# Senior Baker\n\n## Scope\n\n{items}");
        write(&folder.path().join(version), &[("team/senior.md", &text)]);
    }
    folder
}

#[test]
fn a_comment_says_level_by_level_what_became_of_its_texts() {
    let folder = two(
        "- **Ovens**: 2-3 ovens\n- Bakes bread\n- Orders 40 kg flour\n- Cleans the ovens\n- Sells cake\n",
        "- **Ovens**: 4-6 ovens\n- Bakes bread\n- Orders 30 kg flour\n- Cleaning of ovens\n- Sells all cake\n- Hires\n",
    );
    assert_snapshot!(rungs(folder.path(), &[ALL, GITHUB].concat()).fine(), @r"
    # Now compared with then

    1 level: 1 changed.

    ## Team

    |  | Level | What changed |
    | :---: | --- | --- |
    | \~ | Senior Baker | 1 rose, 1 fell, 1 appeared, 1 changed, 1 reworded |

    ### Senior Baker

    - **rose**: Ovens: **4-6** ovens (`now/team/senior.md:5`)\
      was: Ovens: **2-3** ovens
    - **fell**: Orders **30** kg flour (`now/team/senior.md:7`)\
      was: Orders **40** kg flour
    - **appeared**: Hires (`now/team/senior.md:10`)
    - **changed**: Sells **all** cake (`now/team/senior.md:9`)\
      was: Sells cake
    - **reworded**: **Cleaning of** ovens (`now/team/senior.md:8`)\
      was: **Cleans the** ovens
    ");
}

#[test]
fn a_comment_tells_whole_levels_shortly_and_leaves_out_what_did_not_change() {
    assert_snapshot!(rungs(bakeries().path(), &[ALL, GITHUB].concat()).fine(), @r"
    # Bakery compared with then

    4 levels: 1 changed, 1 renamed, 1 new, 1 gone.

    ## Bakery

    |  | Level | What changed |
    | :---: | --- | --- |
    | \< | Apprentice | gone |
    | \~ | Baker | 2 rose |
    | \~ | Master Baker | was Head Baker |
    | \> | Owner | new |

    ### Apprentice

    gone, with 1 item (then/apprentice.md:4)

    ### Baker

    - **rose**: Mixes **eight** doughs a day (`now/baker.md:10`)\
      was: Mixes **six** doughs a day
    - **rose**: Watches **two ovens** (`now/baker.md:15`)\
      was: Watches **one oven**

    ### Owner

    new, with 1 item (now/owner.md:4)
    ");
    let same = two("- Bakes\n", "- Bakes\n");
    assert_snapshot!(rungs(same.path(), &[ALL, GITHUB].concat()).fine(), @r"
    # Now compared with then

    Nothing changed in 1 level.
    ");
}

#[test]
fn a_comment_is_short_however_much_changed() {
    let items = |words: &str| (0..30).map(|at| format!("- {words} w{at}\n")).collect::<String>();
    let folder = two(&items("Bakes the bread called"), &items("Sells the bread called"));
    let said = rungs(folder.path(), &[ALL, GITHUB].concat()).fine();
    assert_eq!(said.matches("**changed**").count(), 8);
    assert!(said.contains("and 22 more: 22 changed"), "{said}");
    let word = "flour ".repeat(400);
    let folder = two(&format!("- {word}two ovens\n"), &format!("- {word}six ovens {word}\n"));
    let said = rungs(folder.path(), &[ALL, GITHUB].concat()).fine();
    assert!(
        said.contains("...flour flour flour flour flour flour **six** ovens **flour"),
        "{said}"
    );
    assert!(said.len() < 800, "{said}");
}

#[test]
fn the_json_has_every_text_that_another_version_does_not_have_so() {
    let folder = two("- Bakes 2 cakes\n- Cleans\n", "- Bakes 3 cakes\n- Hires\n");
    let all = rungs(folder.path(), &[ALL, &["--format", "json"]].concat()).json();
    let told = |shift: &Value| {
        let line = |side: &str| shift[side]["line"].as_u64().unwrap_or(0);
        format!("{} {} {} {}", shift["shift"], shift["under"], line("left"), line("right"))
    };
    let shifts = all["levels"][0]["shifts"].as_array().unwrap().iter().map(told);
    let want =
        ["\"rose\" \"Scope\" 5 5", "\"appeared\" \"Scope\" 0 6", "\"vanished\" \"Scope\" 6 0"];
    assert_eq!(shifts.collect::<Vec<_>>(), want);
}

#[test]
fn a_comment_calls_nobody() {
    let folder = two("- Asks @octocat\n", "- Asks @octocat and @team/all\n");
    let comment = rungs(folder.path(), &[ALL, GITHUB].concat()).fine();
    assert!(comment.contains("@<!-- -->team/all") && !comment.contains("@team"), "{comment}");
}

#[test]
fn other_commands_have_no_comment() {
    let folder = bakeries();
    let refused = |arguments: &[&str]| {
        let arguments = [&["--ladder", "now", "--format", "github"], arguments].concat();
        rungs(folder.path(), &arguments).refused()
    };
    assert_snapshot!(refused(&["compare", "baker", "--against", "then"]), @"rungs: `--format github` is only for `rungs check`, and for `rungs compare --since` or `--against` without a role: choose another format");
    assert_eq!(refused(&["list"]), refused(&["compare", "baker", "head"]));
}

#[test]
fn the_command_of_the_workflow_writes_the_comment() {
    let Some(folder) = repository() else { return };
    write(folder.path(), THEN);
    commit(folder.path(), "v1");
    today(folder.path());
    let docs = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/pull-request.md");
    let docs = std::fs::read_to_string(docs).unwrap();
    let (_, workflow) = docs.split_once("```yaml\n").unwrap();
    let (workflow, _) = workflow.split_once("```").unwrap();
    assert_eq!(workflow.lines().count(), 10);
    let (_, command) = workflow.split_once("run: rungs ").unwrap();
    let (command, _) = command.split_once(" > comment.md\n").unwrap();
    let command = command.replace("\"origin/$GITHUB_BASE_REF\"", "v1");
    let said = rungs(folder.path(), &command.split(' ').collect::<Vec<_>>()).fine();
    assert!(said.contains("- **rose**: Mixes **eight** doughs a day (`baker.md:10`)"), "{said}");
    assert!(said.contains("gone, with 1 item (apprentice.md:4 in v1)"), "{said}");
}
