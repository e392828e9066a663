//! Pages that commands write.

use std::fs;
use std::path::Path;

use scraper::Selector;
use tempfile::TempDir;

use super::harmless::is_harmless;
use super::read::found;
use crate::support::program::{Output, output, program};

fn rungs(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = program(folder, arguments);
    command.env("LC_ALL", "C");
    output(command)
}

#[track_caller]
fn page(folder: &Path, arguments: &[&str]) -> String {
    let page = rungs(folder, &[arguments, &["--format", "html"]].concat()).fine();
    assert!(page.starts_with("<!DOCTYPE html>\n") && page.ends_with("</html>\n"));
    is_harmless(&page);
    page
}

/// A page that was saved beside the roles is a view of the ladder and no part of it.
#[test]
fn a_saved_page_is_not_read_again() {
    let folder = TempDir::new().unwrap();
    for (file, title) in [("1.md", "Junior Engineer"), ("2.md", "Senior Engineer")] {
        fs::write(folder.path().join(file), format!("# {title}\n\n## Scope\n\n- One team\n"))
            .unwrap();
    }
    let before = rungs(folder.path(), &["list"]).fine();
    let saved = page(folder.path(), &["compare", "junior", "senior"]);
    fs::write(folder.path().join("both.html"), saved).unwrap();
    assert_eq!(rungs(folder.path(), &["list"]).fine(), before);
}

#[test]
fn compare_writes_a_page() {
    let here = Path::new("data");
    let two = page(here, &["compare", "director", "vp"]);
    assert_eq!(found(&two, "title"), ["Director | VP"]);
    assert_eq!(found(&two, "h1"), ["Director | VP"]);
    assert_eq!(found(&two, "#only + label"), ["Only the differences"]);
    let only = page(here, &["compare", "director", "vp", "--only-differences"]);
    assert!(found(&only, "#only").is_empty() && found(&only, "tbody.same").is_empty());
    let three = page(here, &["compare", "senior", "staff", "principal"]);
    assert_eq!(found(&three, "h1"), ["Senior | Staff | Principal"]);
    assert_eq!(found(&three, "thead")[0], "SeniorStaffPrincipal");
    // Every entry leads somewhere.
    for page in [two, three] {
        let document = scraper::Html::parse_document(&page);
        let entries: Vec<String> = document
            .select(&Selector::parse("nav a").unwrap())
            .map(|link| link.value().attr("href").unwrap().to_owned())
            .collect();
        assert!(entries.len() > 10);
        for entry in entries {
            let target = Selector::parse(&format!("[id='{}']", &entry[1..])).unwrap();
            assert_eq!(document.select(&target).count(), 1, "{entry}");
        }
    }
}

#[test]
fn all_levels_since_an_older_version_are_one_page() {
    let folder = TempDir::new().unwrap();
    for (version, words) in [("then", "Bakes"), ("now", "Bakes & \\<sells>")] {
        let ladder = folder.path().join(version);
        fs::create_dir(&ladder).unwrap();
        fs::write(
            ladder.join("baker.md"),
            format!("---\nlevel: B1\n---\n# Baker\n\n## Craft\n\n- {words} bread\n- Cleans\n"),
        )
        .unwrap();
        fs::write(
            ladder.join("owner.md"),
            "---\nlevel: B2\n---\n# Owner\n\n## Craft\n\n- Counts\n",
        )
        .unwrap();
    }
    let page = page(folder.path(), &["--ladder", "now", "compare", "--against", "then"]);
    assert_eq!(found(&page, "header p"), ["2 levels: 1 changed, 1 unchanged."]);
    assert_eq!(found(&page, ".levels tbody tr"), ["~Baker<#level0>1 changed", "=Ownerunchanged"]);
    assert_eq!(found(&page, "article h2"), ["Baker (then) | Baker (now)"]);
    assert_eq!(found(&page, "#level0 tbody.changed ins"), ["& <sells>"]);
    assert_eq!(found(&page, "#level0 tbody.same").len(), 1);
    let only = ["--ladder", "now", "compare", "--against", "then", "--only-differences"];
    let only = self::page(folder.path(), &only);
    assert_eq!(found(&only, "#only, section.same, tbody.same").len(), 0);
}

#[test]
fn a_trace_is_a_page_with_a_chart() {
    let page = page(Path::new("data"), &["trace", "team size", "--track", "management"]);
    assert_eq!(found(&page, "h1"), ["team size"]);
    assert_eq!(found(&page, "h2"), ["Team size"]);
    let levels = found(&page, "h3");
    assert!(levels.starts_with(&["Associate EM".to_owned()]) && levels.contains(&"VP".to_owned()));
    assert_eq!(found(&page, ".week tr").len(), levels.len());
    assert!(found(&page, ".alone").iter().any(|said| said.contains("100-500+ engineers")));
}

#[test]
fn an_overview_is_a_page_of_matrices() {
    let page = page(Path::new("data"), &["overview"]);
    assert_eq!(found(&page, "h2"), ["Engineering", "Management"]);
    assert_eq!(found(&page, "table.matrix").len(), 2);
    let items = self::page(Path::new("data"), &["overview", "--items", "--track", "management"]);
    assert!(found(&items, "td").iter().any(|said| said.contains("100-500+ engineers")));
}

#[test]
fn other_commands_have_no_page() {
    for arguments in [&["list"][..], &["search", "budget"], &["check"], &["init", "x"], &[]] {
        let all = [arguments, &["--format", "html"]].concat();
        assert_eq!(
            rungs(Path::new("data"), &all).refused(),
            "rungs: `--format html` is only for `rungs show`, `compare`, `trace` and `overview`: choose another format\n"
        );
    }
}
