//! Every style of the program, by meaning. No other module names a color.
//!
//! Bold, underline, reverse video and signs say the same as each color, so nothing is lost without color. Text
//! that must be read is never dim: only borders and rules are.

mod color;
mod ink;
mod shipped;
mod styles;

pub use color::{Contrast, contrast};
pub use ink::{Ink, Mark};
pub use shipped::{Backdrop, BaseTheme};
pub use styles::Theme;
