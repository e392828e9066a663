//! The least that a full-screen program does: draw one frame and wait for a key.

use std::io;

use ratatui::text::Text;
use ratatui::widgets::Paragraph;

/// Draws one frame and waits.
pub(crate) fn draw_and_wait() -> io::Result<()> {
    let mut terminal = ratatui::try_init()?;
    let drawn = terminal.draw(|frame| {
        let line = "the least that a program draws, on every line of the screen\n";
        let text = line.repeat(frame.area().height.into());
        frame.render_widget(Paragraph::new(Text::raw(text)), frame.area());
    });
    drawn?;
    while !matches!(ratatui::crossterm::event::read()?, ratatui::crossterm::event::Event::Key(_)) {}
    ratatui::try_restore()
}
