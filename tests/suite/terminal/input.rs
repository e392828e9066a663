//! Sizes, keys, pastes and the mouse.

use tempfile::TempDir;

use super::pty::Run;

#[test]
fn a_resize_is_drawn_at_the_new_size() {
    let mut terminal = Run::default().start();
    terminal.shows_frame((80, 24), "");
    for size in [(40, 12), (120, 40), (9, 3), (1, 1), (80, 24)] {
        terminal.resize(size);
        terminal.shows_frame(size, "");
    }
    terminal.types("q");
    terminal.ends_with("0");
}

#[test]
fn keys_typed_in_a_burst_all_arrive() {
    let mut terminal = Run::default().start();
    terminal.shows_frame((80, 24), "");
    let words = "a long word or two that nobody would find in here";
    terminal.types(&format!("{}jjjj\x1b[B\x1b[Bkk/{words}", "jk".repeat(200)));
    terminal.shows_frame((80, 24), &format!("jjjj<Down><Down>kk/{words}"));
    terminal.types("\r");
    terminal.shows(&format!("no match for {words}"));
    terminal.types("q");
    terminal.ends_with("0");
}

#[test]
fn a_paste_into_the_prompt_is_text_and_not_keys() {
    let mut terminal = Run::default().start();
    terminal.is_up();
    terminal.types("/");
    terminal.shows_frame((80, 24), "/");
    terminal.types("\x1b[200~code\nq review\x1b[201~");
    terminal.shows_frame((80, 24), "/<paste code q review>");
    terminal.types("\x07");
    terminal.shows_frame((80, 24), "");
    // Where nothing can be typed, a paste does nothing.
    terminal.types("\x1b[200~jjq\x1b[201~");
    terminal.types("j");
    terminal.shows_frame((80, 24), "j");
    terminal.types("q");
    terminal.ends_with("0");
}

#[test]
fn a_click_selects_a_role_and_the_wheel_scrolls() {
    let mut terminal = Run { size: (120, 40), ..Run::default() }.start();
    terminal.shows_frame((120, 40), "");
    let row = {
        let state = terminal.seen.state();
        state.text().lines().position(|line| line.contains("Staff")).unwrap()
    };
    terminal.types(&format!("\x1b[<0;6;{0}M\x1b[<0;6;{0}m", row + 1));
    terminal.shows_frame((120, 40), &format!("<click 5 {row}>"));
    terminal.shows("Staff Engineer");
    terminal.types("\x1b[<65;90;20M");
    terminal.shows_frame((120, 40), &format!("<click 5 {row}><wheel 89 19 3>"));
    terminal.types("q");
    terminal.ends_with("0");
}

#[test]
fn a_document_on_stdin_is_shown_and_keys_come_from_the_terminal() {
    let rungs = env!("CARGO_BIN_EXE_rungs");
    let script =
        format!("printf '# Sailor\\n\\nTies knots.\\n' | {rungs} -; echo \"status $?\"; read wait");
    let folder = TempDir::new().unwrap();
    let mut terminal = Run::default().spawn(&["sh", "-c", &script], folder);
    terminal.is_up();
    terminal.shows("Ties knots.");
    terminal.types("?");
    terminal.shows("In this view: document");
    terminal.types("?");
    terminal.types("q");
    terminal.ends_with("0");
}

#[test]
fn a_text_is_copied_by_way_of_the_terminal() {
    let run = Run { environment: &[("TMUX", "/tmp/tmux,1,0")], size: (140, 24), ..Run::default() };
    let mut terminal = run.start();
    terminal.is_up();
    terminal.types("L");
    terminal.shows("characters (tmux passes it on after `set -g set-clipboard on`): engineering/");
    // "engineering/" in base64.
    let bytes = terminal.bytes();
    let sent = String::from_utf8_lossy(&bytes);
    assert!(sent.contains("\x1b]52;c;ZW5naW5lZXJpbmcv"), "{sent:?}");
    terminal.types("q");
    terminal.ends_with("0");
}
