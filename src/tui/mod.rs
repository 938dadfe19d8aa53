//! Draws the explorer in a terminal: [`draw()`] draws a [`State`](crate::explore::State) without changing it.

mod best_matches;
mod canvas;
mod charts;
mod footer;
mod frame;
mod glyphs;
mod header;
mod hint;
mod hits;
mod note;
mod overlays;
mod page;
mod panes;
mod pictures;
mod screen;
mod svg;
mod theme;
mod theme_file;
mod web_links;
mod welcome;

pub use canvas::{Bidi, Look, Symbols};
pub use hits::Hits;
pub use page::ChartPage;
pub use screen::{draw, screen_svg};
pub use theme::{Ground, OwnTheme, Theme, ThemeFrom};
pub use theme_file::read_theme;
pub use web_links::WebLinks;
