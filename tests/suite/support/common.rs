//! What the tests share: sessions, frames as text, frames as pictures.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use rungs::content::{self, Options, Source};
use rungs::page::Glyphs;
use rungs::theme::Theme;
use rungs::tui::Session;

/// A session on the built-in ladder.
pub(crate) fn built_in() -> Session {
    session(content::built_in().ladder)
}

/// A session on a ladder.
pub(crate) fn session(ladder: rungs::model::Ladder) -> Session {
    Session {
        ladder,
        problems: Vec::new(),
        editing: None,
        glyphs: Glyphs::Unicode,
        theme: Theme::default(),
    }
}

/// A session on documents: path and text each.
pub(crate) fn ladder_of(documents: &[(&str, &str)]) -> Session {
    let sources: Vec<Source> =
        documents.iter().map(|(path, text)| Source::new(*path, *text)).collect();
    session(content::parse("Test", &sources, Options::default()).0)
}

/// A frame as text, without trailing space.
pub(crate) fn text(frame: &Buffer) -> String {
    let area = frame.area;
    let row = |y: u16| -> String {
        let mut row = String::new();
        let mut x = area.x;
        while x < area.right() {
            let symbol = frame[(x, y)].symbol();
            row.push_str(symbol);
            x += u16::try_from(rungs::page::width(symbol).max(1)).unwrap();
        }
        row.trim_end().to_owned()
    };
    (area.y..area.bottom()).map(|y| row(y) + "\n").collect()
}

/// Columns and rows of a cell in the picture, in pixels.
const CELL: (usize, usize) = (9, 18);

/// A frame as an SVG picture on a dark background.
pub(crate) fn svg(frame: &Buffer) -> String {
    let area = frame.area;
    let (width, height) = (usize::from(area.width) * CELL.0, usize::from(area.height) * CELL.1);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" font-family=\"'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"15\">\n<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#1d1f21\"/>\n",
        width + 24,
        height + 24
    );
    for y in 0..area.height {
        row(&mut svg, frame, y);
    }
    svg.push_str("</svg>\n");
    svg
}

fn row(svg: &mut String, frame: &Buffer, y: u16) {
    let cells: Vec<&Cell> = (0..frame.area.width).map(|x| &frame[(x, y)]).collect();
    let look = |cell: &Cell| (cell.fg, cell.bg, cell.modifier);
    let mut x = 0;
    while x < cells.len() {
        let end =
            (x..cells.len()).find(|&i| look(cells[i]) != look(cells[x])).unwrap_or(cells.len());
        let text: String = cells[x..end].iter().map(|cell| cell.symbol()).collect();
        run(svg, cells[x], &text, x, usize::from(y), end - x);
        x = end;
    }
}

fn run(svg: &mut String, cell: &Cell, text: &str, x: usize, y: usize, columns: usize) {
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    let ink = colour(cell.fg, "#c5c8c6");
    let (fill, ground) = if reversed { ("#1d1f21", Some(ink)) } else { (ink, None) };
    let (left, top) = (12 + x * CELL.0, 12 + y * CELL.1);
    let wide = columns * CELL.0;
    if let Some(ground) = ground {
        svg.push_str(&format!(
            "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{}\" fill=\"{ground}\"/>\n",
            CELL.1
        ));
    }
    if text.trim().is_empty() {
        return;
    }
    let mut style = format!("fill=\"{fill}\"");
    for (modifier, attribute) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::DIM, " opacity=\"0.55\""),
        (Modifier::ITALIC, " font-style=\"italic\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
    ] {
        if cell.modifier.contains(modifier) {
            style.push_str(attribute);
        }
    }
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    svg.push_str(&format!(
        "<text x=\"{left}\" y=\"{}\" textLength=\"{wide}\" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\" {style}>{escaped}</text>\n",
        top + 14
    ));
}

fn colour(colour: Color, default: &'static str) -> &'static str {
    match colour {
        Color::Red => "#cc6666",
        Color::Green => "#b5bd68",
        Color::Magenta => "#b294bb",
        Color::Cyan => "#8abeb7",
        _ => default,
    }
}

/// The built-in ladder, and the real ones that lie beside the repository where they do.
pub(crate) fn real_ladders() -> Vec<rungs::model::Ladder> {
    let mut ladders = vec![content::built_in().ladder];
    let corpus = std::fs::read_dir("../shared/corpus").into_iter().flatten().flatten();
    let folders = corpus.map(|entry| entry.path()).filter(|path| path.is_dir());
    ladders.extend(folders.filter_map(|path| Some(content::load(&path).ok()?.ladder)));
    if ladders.len() == 1 {
        println!("skipped but for the built-in ladder: ../shared/corpus is not there");
    }
    ladders
}

/// Runs the program on a folder with these documents: what it prints and complains about, and its
/// status.
pub(crate) fn run_on(documents: &[(&str, &str)], arguments: &[&str]) -> (String, String, i32) {
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("ladder");
    std::fs::create_dir(&folder).unwrap();
    for (path, text) in documents {
        std::fs::write(folder.join(path), text).unwrap();
    }
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_rungs"))
        .args(arguments)
        .current_dir(&folder)
        .env("RUNGS_LADDER", ".")
        .env("LC_ALL", "C.UTF-8")
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}
