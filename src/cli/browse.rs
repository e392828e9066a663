//! Without a command: the terminal UI, or the list if there is no terminal.

use std::io::IsTerminal;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Result, anyhow, bail};
use rayon::ThreadPoolBuilder;

use super::args::{Format, UsualShowing};
use super::config;
use super::output::{Output, dumb};
use super::progress::{PAUSE, ProgressWords};
use super::{list, open, versions};
use crate::check::{IsAwaited, Switches};
use crate::config::{self as user_config, SettingName, UserConfig};
use crate::content::{self, FileWatch, LoadError, Loaded, Progress};
use crate::model::Ladder;
use crate::report::FindingsReport;
use crate::tui::{
    self, Editing, Findings, FollowFiles, LoadOlder, News, Preferences, SavedPlaces, Session,
    WatchFiles,
};

/// A ladder with so many documents is large.
const MANY: usize = 200;

/// How long the first frame waits for a large ladder: nobody has noticed the wait yet.
const SHORT: Duration = Duration::from_millis(100);

/// How long it waits for another one, whose names of documents would flash by.
const LONG: Duration = Duration::from_secs(1);

/// Opens a ladder. `lines` asks for a conversation in lines, wherever the output goes; the config asks for it in a
/// terminal.
pub(super) fn run(
    path: Option<&Path>,
    lines: bool,
    config: &UserConfig,
    out: &Output,
) -> Result<u8> {
    let asked = config.get(SettingName::ScreenReader) == Some("on") && out.terminal;
    if (lines || asked) && out.format == Format::Text {
        return converse(path, config, out);
    }
    if !has_screen(out) {
        return list::run(open::quietly(path)?, out);
    }
    let settings = settings(config, out);
    let restores = settings.restores;
    let (known, news) = start(open::choose(path), settings)?;
    let (signal, places) = tui::run(known, news)?;
    if let Some(places) = places {
        save(places, restores);
    }
    Ok(signal.map_or(0, |signal| u8::try_from(128 + signal).unwrap_or(u8::MAX)))
}

/// Reads commands from stdin, and answers on stdout.
fn converse(path: Option<&Path>, config: &UserConfig, out: &Output) -> Result<u8> {
    if path.is_some_and(content::is_stdin) {
        bail!("the line mode reads its commands from stdin: name a folder or file as the ladder");
    }
    let stdin = std::io::stdin().lock();
    let is_terminal = stdin.is_terminal();
    let settings = settings(config, out);
    // A script begins at the same place each time.
    let settings = SessionSettings { restores: settings.restores && is_terminal, ..settings };
    let restores = settings.restores;
    // No line of progress is written over another.
    let opened = open::choose(path).load(&|_| ())?;
    let session = session(opened, settings, SystemTime::now());
    let places = tui::converse(session, is_terminal, stdin, std::io::stdout().lock())?;
    if let Some(places) = places {
        save(places, restores);
    }
    Ok(0)
}

/// Whether the terminal can show the program.
pub(super) fn has_screen(out: &Output) -> bool {
    out.terminal && !dumb() && out.format == Format::Text
}

/// What the config says about a session.
struct SessionSettings {
    preferences: Preferences,
    editor: Option<String>,
    /// Whether it starts at the last place.
    restores: bool,
}

fn settings(config: &UserConfig, out: &Output) -> SessionSettings {
    SessionSettings {
        preferences: preferences(config, out),
        editor: config.get(SettingName::Editor).map(str::to_owned),
        restores: config.get(SettingName::Restore) != Some("off"),
    }
}

/// The places that were saved for a ladder. The one on stdin has none.
fn saved(opened: &open::Opened, restores: bool) -> SavedPlaces {
    let ladder = match &opened.path {
        Some(path) if content::is_stdin(path) => return SavedPlaces::default(),
        Some(path) => content::real_path(path).unwrap_or_else(|| path.clone()),
        None => PathBuf::from(open::BUILT_IN),
    };
    let places = user_config::read_places(&ladder.to_string_lossy(), &variable);
    SavedPlaces { last: places.last.filter(|_| restores), ..places }
}

/// Saves the places of a ladder. If the last place is not restored, the saved one stays.
fn save(places: SavedPlaces, restores: bool) {
    let last = match restores {
        true => places.last,
        false => user_config::read_places(&places.ladder, &variable).last,
    };
    if !places.ladder.is_empty() {
        // A place that cannot be saved is no reason to bother anyone who leaves.
        let _ = user_config::save_places(SavedPlaces { last, ..places }, &variable);
    }
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// How the program looks and behaves, as the config says.
fn preferences(config: &UserConfig, out: &Output) -> Preferences {
    let UsualShowing { only, layout } = config::usual(config);
    Preferences {
        glyphs: out.glyphs,
        theme: out.screen_theme,
        on_backdrops: out.screen_themes,
        keymap: config.keymap().clone(),
        text_width: out.text_width,
        takes_mouse: config.get(SettingName::Mouse) != Some("off"),
        layout,
        only,
        by_section: false,
        notice: config::notice(config),
    }
}

/// Reads a ladder in the background. What does not take long is read when the program starts; of a large
/// ladder the names of its documents are shown first, and news tell of the rest.
fn start(
    choice: open::ChosenLadder,
    settings: SessionSettings,
) -> Result<(Session, Option<Receiver<News>>)> {
    let began = Instant::now();
    let listed = |files: &[String]| Arc::new(content::listed(choice.path(), files));
    let (mut ladder, mut is_large) = (listed(&[]), false);
    let preferences = settings.preferences.clone();
    let news = read(choice, settings);
    loop {
        let patience = if is_large { SHORT } else { LONG };
        match news.recv_timeout(patience.saturating_sub(began.elapsed())) {
            Ok(News::Read(session)) => return Ok((*session, None)),
            Ok(News::Failed(reason)) => {
                return Err(match reason.downcast::<LoadError>() {
                    Ok(reason) => (*reason).into(),
                    Err(reason) => anyhow!(reason),
                });
            }
            Ok(News::Listed(listed)) => {
                is_large = listed.pages.len() >= MANY;
                ladder = listed;
            }
            Ok(News::Progress(_)) => {}
            Err(RecvTimeoutError::Timeout) => break,
            Err(RecvTimeoutError::Disconnected) => bail!("the ladder cannot be read"),
        }
    }
    let findings = Findings::Known(Vec::new());
    let places = SavedPlaces::default();
    let known = Session { ladder, findings, editing: None, older: None, places, preferences };
    Ok((known, Some(news)))
}

/// Reads a ladder in a thread of its own.
fn read(choice: open::ChosenLadder, settings: SessionSettings) -> Receiver<News> {
    let (sender, news) = channel();
    let began = SystemTime::now();
    std::thread::spawn(move || {
        // Sending fails only if the program has ended meanwhile.
        let tell = |news| drop(sender.send(news));
        let path = choice.path().to_owned();
        let words = Mutex::new((ProgressWords::default(), None::<Instant>));
        let watch = |step: Progress| {
            let mut state = words.lock().unwrap_or_else(PoisonError::into_inner);
            state.0.take(&step);
            if let Progress::Found(files) = &step {
                tell(News::Listed(Arc::new(content::listed(&path, files))));
            }
            let is_last = matches!(step, Progress::Parsed(done, all) if done == all);
            if is_last || state.1.is_none_or(|told| told.elapsed() >= PAUSE) {
                state.1 = Some(Instant::now());
                tell(News::Progress(state.0.of(&step)));
            }
        };
        tell(match choice.load(&watch) {
            Ok(opened) => News::Read(Box::new(session(opened, settings, began))),
            Err(reason) => News::Failed(Box::new(reason)),
        });
    });
    news
}

fn session(opened: open::Opened, settings: SessionSettings, began: SystemTime) -> Session {
    let SessionSettings { preferences, editor, restores } = settings;
    let places = saved(&opened, restores);
    let open::Opened { loaded, path } = opened;
    Session {
        places,
        older: path.clone().map(older),
        editing: path
            .zip(loaded.root.clone())
            .map(|(path, root)| editing(path, root, editor, began)),
        ladder: Arc::clone(&loaded.ladder),
        findings: findings(loaded),
        preferences,
    }
}

/// What is wrong with a ladder, to be found when the ladder is on the screen.
fn findings(loaded: Loaded) -> Findings {
    Findings::Sought(Arc::new(move |is_awaited: &IsAwaited<'_>| {
        leaving_a_core(|| FindingsReport::found_while(&loaded, &Switches::default(), is_awaited))
    }))
}

/// Does work beside the screen on all cores but one, which answers the keys.
fn leaving_a_core<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let pool = ThreadPoolBuilder::new().num_threads(cores.saturating_sub(1).max(1)).build();
    match pool {
        Ok(pool) => pool.install(work),
        // No more threads can be started here.
        Err(_) => work(),
    }
}

/// How older versions of the ladder at a path are loaded.
fn older(path: PathBuf) -> Arc<LoadOlder> {
    Arc::new(move |asked| versions::older(&path, asked).map_err(|error| format!("{error:#}")))
}

/// How the ladder at a path is edited: with the editor of the config, else with the one that the user names to
/// all programs.
fn editing(path: PathBuf, root: PathBuf, editor: Option<String>, began: SystemTime) -> Editing {
    let set = |name| std::env::var(name).ok().filter(|value: &String| !value.trim().is_empty());
    let editor = editor
        .or_else(|| set("VISUAL"))
        .or_else(|| set("EDITOR"))
        .unwrap_or_else(|| "vi".to_owned());
    let reload = move || {
        // Beside the screen nothing may be written.
        let loaded = content::load(&path).map_err(|error| format!("{error:#}"))?;
        Ok((Arc::clone(&loaded.ladder), findings(loaded)))
    };
    let watch = Some(Arc::new(watching(root.clone(), began)) as Arc<WatchFiles>);
    Editing { root, editor, reload: Arc::new(reload), watch }
}

/// How the files of a ladder are watched.
fn watching(
    root: PathBuf,
    began: SystemTime,
) -> impl Fn(Box<dyn Fn() + Send>) -> Result<Box<FollowFiles>, String> + Send + Sync {
    move |on_change| {
        let (mut watch, root) = (FileWatch::new(began, on_change)?, root.clone());
        Ok(Box::new(move |ladder: &Ladder| {
            watch.follow(&root, ladder.documents().map(|(_, document)| document.file.as_str()))
        }))
    }
}
