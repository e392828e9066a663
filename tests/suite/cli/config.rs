//! The config: which value counts, what is said of its faults, what a project may set, sample and schema.

use std::fs;

use rungs::config;
use serde_json::Value;
use tempfile::TempDir;

use crate::support::program::{Output, output, program};

const LEVELS: &str = "# Levels\n\n## Junior\n- learns\n\n## Senior\n- learns\n- leads\n";

/// A repository with a ladder in `docs`, a project file and a config of the user; `None` for no file.
struct Configured {
    folder: TempDir,
    variables: Vec<(&'static str, &'static str)>,
}

fn configured(user: &str, project: Option<&str>) -> Configured {
    let folder = TempDir::new().unwrap();
    for inside in ["project/.git", "project/docs", "outside"] {
        fs::create_dir_all(folder.path().join(inside)).unwrap();
    }
    fs::write(folder.path().join("project/docs/levels.md"), LEVELS).unwrap();
    fs::write(folder.path().join("outside/levels.md"), LEVELS).unwrap();
    fs::write(folder.path().join("config.yml"), user).unwrap();
    if let Some(project) = project {
        fs::write(folder.path().join("project/.rungs.yml"), project).unwrap();
    }
    Configured { folder, variables: Vec::new() }
}

impl Configured {
    fn with(mut self, name: &'static str, value: &'static str) -> Self {
        self.variables.push((name, value));
        self
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = program(&self.folder.path().join("project"), arguments);
        command.env("RUNGS_CONFIG", "../config.yml").envs(self.variables.iter().copied());
        output(command)
    }

    /// The value of a setting and where it comes from.
    fn value(&self, setting: &str, arguments: &[&str]) -> (String, String) {
        let report = self.run(&[&["config", "--format", "json"], arguments].concat()).json();
        let is_it = |row: &&Value| row["key"] == setting;
        let row = report["settings"].as_array().unwrap().iter().find(is_it).unwrap();
        let text = |key: &str| row[key].as_str().unwrap().to_owned();
        let root = fs::canonicalize(self.folder.path()).unwrap();
        let shown = |text: String| text.replace(root.to_str().unwrap(), "");
        (shown(text("value")), shown(text("from")))
    }

    /// A setting has a value, from somewhere.
    #[track_caller]
    fn check(&self, setting: &str, arguments: &[&str], value: &str, from: &str) {
        let got = self.value(setting, arguments);
        assert_eq!((got.0.as_str(), got.1.as_str()), (value, from));
    }
}

#[test]
fn a_flag_counts_more_than_a_variable_than_the_project_than_the_user() {
    let user = "layout: unified\nbackground: dark\n";
    configured("", None).check("layout", &[], "side", "default");
    configured(user, None).check("layout", &[], "unified", "../config.yml:1");
    let both = configured(user, Some("layout: stacked"));
    both.check("layout", &[], "stacked", "/project/.rungs.yml:1");
    let three = both.with("RUNGS_LAYOUT", "side");
    three.check("layout", &[], "side", "RUNGS_LAYOUT");
    three.check("background", &[], "dark", "../config.yml:2");
    three.check("background", &["--background", "light"], "light", "--background");
    configured("", None).with("RUNGS_LADDER", "docs").check("ladder", &[], "docs", "RUNGS_LADDER");
}

#[test]
fn comparisons_are_as_the_config_says_in_text_only() {
    let config = configured("layout: unified\nonly: differences\n", Some("ladder: docs"));
    let text = config.run(&["compare", "junior", "senior"]).fine();
    assert!(text.contains("leads") && !text.contains("learns"), "{text}");
    let own = config.run(&["compare", "junior", "senior", "--only", "all"]).fine();
    assert!(own.contains("learns"), "{own}");
    let markdown = config.run(&["compare", "junior", "senior", "--format", "markdown"]).fine();
    assert!(markdown.contains("learns"), "{markdown}");
}

#[test]
fn a_text_is_as_wide_as_the_config_says_and_a_table_is_not() {
    let config = configured("text-width: 30\n", Some("ladder: docs"));
    let long = "# Junior\n\nOne two three four five six seven eight nine ten eleven.\n\n\
                | a | b |\n| --- | --- |\n| one two three four | five six seven eight nine ten |\n";
    fs::write(config.folder.path().join("project/docs/junior.md"), long).unwrap();
    let text = config.run(&["show", "docs/junior.md", "--width", "80"]).fine();
    let width =
        |wanted: &str| text.lines().find(|line| line.contains(wanted)).unwrap().chars().count();
    assert!(width("One two") <= 30 && width("five six seven") > 30, "{text}");
}

/// A fault is said on stderr, at its place, by a command that works in spite of it.
#[track_caller]
fn said(user: &str, project: Option<&str>, wanted: &[&str]) {
    let got = configured(user, project).run(&["list", "docs"]);
    assert_eq!(got.status, 0, "{}", got.stderr);
    assert!(got.stdout.contains("Senior"), "{}", got.stdout);
    let lines: Vec<&str> = got.stderr.lines().collect();
    assert_eq!(lines.len(), wanted.len(), "{}", got.stderr);
    for (line, want) in lines.iter().zip(wanted) {
        assert!(line.ends_with(want), "{line}\nshould end with\n{want}");
    }
}

#[test]
fn every_fault_has_a_line_and_the_nearest_valid_name() {
    said("", None, &[]);
    said("# nothing\n", None, &[]);
    said("them: dark\n", None, &["config.yml:1:1: there is no key `them`; did you mean `theme`?"]);
    said(
        "mouse: off\ntheme: drak\n",
        None,
        &["config.yml:2:8: there is no theme `drak`; did you mean `dark`?"],
    );
    said(
        "only: diferences\ntext-width: 3\nmouse: maybe\n",
        None,
        &[
            ":1:7: `only` should be one of all, differences, right, left; did you mean `differences`?",
            ":2:13: `text-width` should be a number from 20",
            ":3:8: `mouse` should be on or off",
        ],
    );
    said("theme: [dark]\n", None, &["config.yml:1:1: `theme` should be text"]);
    said("theme: dark\ntheme: light\n", None, &["config.yml:2:1: `theme` is set above already"]);
    said("- a\n", None, &["config.yml:1:1: this should be keys with values"]);
    said(
        "keys:\n  comparision: {x: swap}\n  comparison: {x: swp, w: swap}\n",
        None,
        &[
            ":2:3: there is no view `comparision`; did you mean `comparison`?",
            ":3:16: there is no command `swp`; did you mean `swap`?",
        ],
    );
    said(
        "themes:\n  mine: {base: darc, headin: red, text: '#111111 on black'}\n  light: {base: dark}\n",
        None,
        &[
            ":2:16: `base` should be one of terminal, dark, light, high-contrast, monochrome; did you mean `dark`?",
            ":2:22: there is no part of a theme `headin`; did you mean `heading`?",
            ":3:3: `light` is a theme of rungs: give yours another name",
        ],
    );
    said(
        "themes:\n  mine: {base: dark, muted: 239}\n",
        None,
        &[":2:22: `muted` is hard to read: its contrast is 2.0:1, and 4.5:1 is the least"],
    );
}

#[test]
fn a_file_that_is_no_yaml_is_a_fault_too() {
    let got = configured("a: [\n", None).run(&["list", "docs"]);
    assert!(got.status == 0 && got.stderr.contains("this is not valid YAML"), "{}", got.stderr);
    let gone = configured("", None).with("RUNGS_CONFIG", "../gone.yml").run(&["list", "docs"]);
    assert_eq!(gone.stderr, "rungs: RUNGS_CONFIG: there is no file `../gone.yml`\n");
}

#[test]
fn a_variable_with_a_wrong_value_is_said_too() {
    let got = configured("", None).with("RUNGS_MOUSE", "maybe").run(&["list", "docs"]);
    assert_eq!(got.stderr, "rungs: RUNGS_MOUSE: should be on or off\n");
}

#[test]
fn a_project_sets_nothing_that_runs_a_program_or_leads_out_of_it() {
    let only = "only ladder, layout, only: set it in your own config";
    for personal in ["editor: sh -c true", "theme: dark", "keys: {all-views: {x: quit}}"] {
        let name = personal.split(':').next().unwrap();
        let want = format!(".rungs.yml:1:1: a project cannot set `{name}`, {only}");
        said("", Some(personal), &[&want]);
    }
    for path in ["../outside", "/", "docs/../../outside", "gone", "link"] {
        let config = configured("", Some(&format!("ladder: {path}")));
        let link = config.folder.path().join("project/link");
        std::os::unix::fs::symlink(config.folder.path().join("outside"), link).unwrap();
        let got = config.run(&["list", "docs"]);
        let want =
            format!("`ladder` should be a folder or file below this file: `{path}` is none\n");
        assert!(got.stderr.ends_with(&want), "{}", got.stderr);
        assert_eq!(config.value("ladder", &[]).1, "default");
    }
    let config = configured("", Some("ladder: docs"));
    assert!(config.run(&["list"]).fine().contains("Senior"));
}

#[test]
fn the_ladder_of_the_user_takes_the_place_of_the_built_in_one_only() {
    let config = configured("ladder: outside\n", None);
    fs::write(config.folder.path().join("outside/other.md"), "# Principal Engineer\n\n- decides\n")
        .unwrap();
    // The current folder has roles, so it counts.
    assert!(!config.run(&["list"]).fine().contains("Principal"));
    let nothing = config.folder.path().join("nothing");
    fs::create_dir(&nothing).unwrap();
    let run = |arguments: &[&str]| {
        let mut command = program(&nothing, arguments);
        command.env("RUNGS_CONFIG", "../config.yml");
        output(command)
    };
    let listed = run(&["list"]);
    assert!(listed.stdout.contains("Principal"), "{}", listed.stdout);
    assert_eq!(
        listed.stderr,
        "rungs: no ladder found here: this is ../outside, the ladder of your config\n"
    );
    assert!(run(&["check"]).refused().contains("no document"));
}

#[test]
fn a_project_file_that_is_a_link_is_not_read() {
    let config = configured("", None);
    let project = config.folder.path().join("project");
    std::os::unix::fs::symlink("../config.yml", project.join(".rungs.yml")).unwrap();
    let got = config.run(&["list", "docs"]);
    assert!(
        got.stderr.ends_with(".rungs.yml: cannot be read: it is a symbolic link\n"),
        "{}",
        got.stderr
    );
}

#[test]
fn the_file_of_the_user_is_where_the_platform_says() {
    let config = configured("", None);
    let home = config.folder.path().to_str().unwrap();
    let mut command = program(config.folder.path(), &["config", "--format", "json"]);
    command.env_remove("RUNGS_CONFIG").env_remove("XDG_CONFIG_HOME").env("HOME", home);
    let inside = match cfg!(target_os = "macos") {
        true => "Library/Application Support/rungs/config.yml",
        false => ".config/rungs/config.yml",
    };
    let want = format!("{home}/{inside} (does not exist)");
    assert_eq!(output(command).json()["files"]["user"], want);
}

#[test]
fn the_sample_is_written_once_and_has_no_fault_as_it_is_and_uncommented() {
    let config = configured("", None).with("RUNGS_CONFIG", "../new/config.yml");
    let wrote = config.run(&["config", "--init"]).fine();
    assert_eq!(wrote, "Wrote ../new/config.yml. `rungs config` prints what is in force.\n");
    let again = config.run(&["config", "--init"]).refused();
    assert!(again.contains("already exists"), "{again}");
    let sample = fs::read_to_string(config.folder.path().join("new/config.yml")).unwrap();
    assert_eq!(sample, config::sample());
    let schema = fs::read_to_string(config.folder.path().join("new/config.schema.json")).unwrap();
    assert_eq!(schema, config::schema());
    assert_eq!(config.run(&["list", "docs"]).fine().lines().next(), Some("Docs"));
    let set: String = sample
        .lines()
        .filter_map(|line| line.strip_prefix('#'))
        .filter(|line| !line.starts_with(' ') || line.starts_with("  "))
        .map(|line| line.to_owned() + "\n")
        .collect();
    let got = configured(&set, None).run(&["list", "docs"]);
    assert_eq!(got.stderr, "", "{set}");
}

#[test]
fn the_schema_knows_every_key() {
    let schema: Value = serde_json::from_str(&config::schema()).unwrap();
    let properties = schema["properties"].as_object().unwrap();
    for key in ["ladder", "theme", "text-width", "mouse", "keys", "themes"] {
        assert!(properties.contains_key(key), "{key}");
    }
    let places = &properties["keys"]["properties"];
    let commands = places["comparison"]["additionalProperties"]["enum"].as_array().unwrap();
    assert!(commands.contains(&"next-difference".into()) && commands.contains(&"none".into()));
}

#[test]
fn the_report_is_text_and_markdown_too() {
    let config = configured("keys: {all-views: {g g: top}}\nthemes: {mine: {base: dark}}\n", None);
    let text = config.run(&["config", "--width", "100"]).fine();
    for want in ["all-views g g", "base: dark", "../config.yml:1", "project │ none"] {
        assert!(text.contains(want), "{want}:\n{text}");
    }
    assert!(config.run(&["config", "--format", "markdown"]).fine().contains("| layout | side |"));
}

#[test]
fn colors_follow_the_config_over_the_variable_against_them() {
    let config = configured("color: always\n", Some("ladder: docs")).with("NO_COLOR", "1");
    assert!(config.run(&["show", "junior"]).fine().contains("\u{1b}["));
    let theme = "color: always\ntheme: mine\nthemes: {mine: {title: '#102030'}}\n";
    let mine = configured(theme, Some("ladder: docs")).run(&["show", "senior"]).fine();
    assert!(mine.contains("38;2;16;32;48"), "{mine:?}");
    // A theme with a background of its own has no colors for the background of the terminal.
    let dark = configured("color: always\ntheme: dark\n", Some("ladder: docs"));
    assert!(!dark.run(&["show", "senior"]).fine().contains("48;5"));
}
