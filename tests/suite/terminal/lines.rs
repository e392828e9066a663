//! The conversation in lines, in a terminal.

use super::pty::{Run, settings};
use crate::support::program::folder;

const ROLES: [(&str, &str); 2] = [
    ("a.md", "# Junior Florist\n\n## Care\n\n- waters\n"),
    ("b.md", "# Senior Florist\n\n## Care\n\n- plants\n"),
];

#[test]
fn no_escape_sequence_is_written_and_the_line_settings_stay() {
    let by_option = Run { arguments: &["--screen-reader"], ..Run::default() };
    let by_variable = Run { environment: &[("RUNGS_SCREEN_READER", "on")], ..Run::default() };
    for run in [by_option, by_variable] {
        let mut terminal = run.start_in(folder(&ROLES));
        terminal.shows("q goes back or quits");
        assert_eq!(settings(&*terminal.master), terminal.settings);
        terminal.types("\n");
        terminal.shows("waters");
        terminal.types("compare\n");
        terminal.shows("Comparison of Junior Florist and Senior Florist");
        terminal.types("quit\n");
        terminal.ends_with("0");
        assert!(!terminal.bytes().contains(&0x1b));
    }
}
