//! Starting, stopping, ending.

use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{PtySize, native_pty_system};
use tempfile::TempDir;

use super::processes::{eventually, process_state};
use super::pty::{Run, Terminal, settings};
use super::sequences::escapes;

#[test]
fn it_starts_on_the_built_in_ladder_and_q_leaves() {
    let mut terminal = Run::default().start();
    terminal.shows_frame((80, 24), "");
    assert_ne!(settings(&*terminal.master), terminal.settings, "keys must come unechoed");
    terminal.types("q");
    terminal.ends_with("0");
    terminal.shows("the shell's own line\n");
}

#[test]
fn ctrl_c_leaves() {
    let mut terminal = Run::default().start();
    terminal.is_up();
    terminal.types("\x03");
    terminal.ends_with("0");
}

/// Each signal ends the program with its status and gives the terminal back.
#[track_caller]
fn signals_end_it<const N: usize>(signals: [(&str, &str); N]) {
    for (signal, status) in signals {
        let terminal = Run::default().start();
        terminal.is_up();
        terminal.signal(signal);
        terminal.ends_with(status);
    }
}

#[test]
fn a_signal_ends_it_and_the_terminal_is_as_before() {
    signals_end_it([("TERM", "143"), ("HUP", "129"), ("INT", "130"), ("QUIT", "131")]);
}

#[test]
#[cfg(target_os = "linux")]
fn a_signal_that_nobody_sends_to_end_a_program_gives_the_terminal_back_too() {
    signals_end_it([("ABRT", "134"), ("USR1", "138"), ("USR2", "140"), ("ALRM", "142")]);
    signals_end_it([("PWR", "158"), ("16", "144")]);
}

/// The program is waiting for the terminal to take a frame when the signal arrives.
#[test]
#[cfg(target_os = "linux")]
fn a_signal_ends_it_while_the_terminal_does_not_drain() {
    for signal in ["TERM", "INT", "HUP"] {
        let mut terminal = Run { size: (200, 60), ..Run::default() }.start();
        terminal.is_up();
        let pid = terminal.pid();
        terminal.seen.state().leaving = true;
        terminal.types("j");
        terminal.until("the reader to leave", |state| state.left);
        // Each of these draws the whole frame again. What is in the way of the last ones is full.
        for _ in 0..200 {
            terminal.types("\x0c");
            thread::sleep(Duration::from_millis(2));
        }
        let begun = Instant::now();
        terminal.signal(signal);
        eventually("the program to end", || matches!(process_state(&pid), None | Some('Z')));
        assert!(begun.elapsed() < Duration::from_secs(3), "{signal}: {:?}", begun.elapsed());
        assert_eq!(settings(&*terminal.master), terminal.settings, "{signal}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn it_ends_when_the_terminal_is_gone() {
    // The shell gets the signal, and may keep it to itself.
    for trap in ["", "trap : HUP"] {
        let environment = [("TRAP", trap)];
        let mut terminal = Run { environment: &environment, ..Run::default() }.start();
        terminal.is_up();
        let pid = terminal.pid();
        // The terminal is gone when nobody holds it: the reader must wake up to let go.
        terminal.seen.state().leaving = true;
        terminal.types("j");
        terminal.until("the reader to leave", |state| state.left);
        let another = native_pty_system().openpty(PtySize::default()).unwrap();
        terminal.keys = another.master.take_writer().unwrap();
        terminal.master = another.master;
        eventually("the program to end", || matches!(process_state(&pid), None | Some('Z')));
    }
}

/// The shell is killed and says nothing to the program; its terminal goes with it.
#[test]
#[cfg(target_os = "linux")]
fn it_ends_when_its_parent_is_killed() {
    let mut terminal = Run::default().start();
    terminal.is_up();
    let pid = terminal.pid();
    terminal.shell.kill().unwrap();
    eventually("the program to end", || matches!(process_state(&pid), None | Some('Z')));
}

#[test]
fn a_terminal_without_a_known_name_is_a_terminal() {
    for name in ["", "no-such-terminal"] {
        let environment = [("TERM", name)];
        let mut terminal = Run { environment: &environment, ..Run::default() }.start();
        terminal.is_up();
        terminal.types("q");
        terminal.ends_with("0");
    }
}

#[test]
fn a_path_that_is_not_there_never_takes_the_terminal() {
    let terminal = Run { arguments: &["nowhere"], ..Run::default() }.start();
    terminal.shows("rungs: there is no file or folder `nowhere`");
    terminal.ends_with("2");
    assert_eq!(escapes(&terminal.bytes()), [""; 0]);
}

#[test]
#[cfg(target_os = "linux")]
fn stopping_gives_the_terminal_back_and_continuing_takes_it_again() {
    let mut terminal = Run::default().start();
    terminal.shows_frame((80, 24), "");
    let pid = terminal.pid();
    for by_key in [true, false] {
        if by_key {
            terminal.types("\x1a");
        } else {
            terminal.signal("TSTP");
        }
        eventually("the process to stop", || process_state(&pid) == Some('T'));
        terminal.is_given_back();
        assert_eq!(settings(&*terminal.master), terminal.settings);
        terminal.signal("CONT");
        terminal.shows_frame((80, 24), "");
        assert_ne!(settings(&*terminal.master), terminal.settings);
    }
    // A terminal that changed meanwhile.
    terminal.types("\x1a");
    eventually("the process to stop", || process_state(&pid) == Some('T'));
    terminal.is_given_back();
    terminal.resize((100, 30));
    terminal.signal("CONT");
    terminal.shows_frame((100, 30), "");
    terminal.types("q");
    terminal.ends_with("0");
}

#[test]
fn a_shell_can_stop_it_and_bring_it_back() {
    let environment = [("PS1", "ready> "), ("RUNGS", env!("CARGO_BIN_EXE_rungs"))];
    let run = Run { environment: &environment, ..Run::default() };
    let mut terminal = run.spawn(&["sh", "-i"], TempDir::new().unwrap());
    // What is typed before the shell waits for it may go to the program, or nowhere.
    let prompt = |terminal: &Terminal| {
        terminal.until("the prompt", |state| state.text().trim_end().ends_with("ready>"));
    };
    prompt(&terminal);
    terminal.types("\"$RUNGS\"\n");
    terminal.shows_frame((80, 24), "");
    terminal.types("\x1a");
    terminal.shows("Stopped");
    prompt(&terminal);
    terminal.types("fg\n");
    terminal.shows_frame((80, 24), "");
    terminal.types("j");
    terminal.shows_frame((80, 24), "j");
    terminal.types("q");
    prompt(&terminal);
    terminal.types("echo \"status $?\"\n");
    terminal.until("status 0", |state| state.number("status ").as_deref() == Some("0"));
}

#[test]
#[cfg(target_os = "linux")]
fn an_idle_program_never_wakes_up() {
    let terminal = Run::default().start();
    terminal.shows_frame((80, 24), "");
    let pid = terminal.pid();
    // How often any of its threads was given the processor: what waits is never given it, however
    // busy the machine is.
    let switches = || -> u64 {
        let tasks = std::fs::read_dir(format!("/proc/{pid}/task")).unwrap();
        let status = tasks.map(|task| {
            std::fs::read_to_string(task.unwrap().path().join("status")).unwrap_or_default()
        });
        let counts = status.flat_map(|status| {
            let lines = status.lines().filter_map(|line| line.split_once("ctxt_switches:"));
            lines.map(|(_, count)| count.trim().parse::<u64>().unwrap()).collect::<Vec<_>>()
        });
        counts.sum()
    };
    // That nothing happens can only be seen by waiting. The first rounds may see the end of the
    // first frame.
    eventually("a moment without any work", || {
        let before = switches();
        thread::sleep(Duration::from_millis(250));
        switches() == before
    });
}
