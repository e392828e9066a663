//! Frames as pictures.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

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
    let ink = color(cell.fg, "#c5c8c6");
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

fn color(color: Color, default: &'static str) -> &'static str {
    match color {
        Color::Red => "#cc6666",
        Color::Green => "#b5bd68",
        Color::Magenta => "#b294bb",
        Color::Cyan => "#8abeb7",
        _ => default,
    }
}
