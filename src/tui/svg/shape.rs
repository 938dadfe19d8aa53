//! Blocks, shades and lines as shapes.

use crate::report::svg::Shapes;

/// The size of a cell, in the picture's own units.
pub(super) const WIDTH: usize = 8;
pub(super) const HEIGHT: usize = 16;

/// A sign that is drawn as a part of its cell: the distance from the top and the height, in sixteenths, and how much of
/// the colour it has, in hundredths.
pub(super) struct Shape {
    top: usize,
    height: usize,
    opacity: usize,
    is_dotted: bool,
}

impl Shape {
    /// The whole cell.
    pub(super) const WHOLE: Self = Self { top: 0, height: 16, opacity: 100, is_dotted: false };

    /// Draws it in a number of cells, from this column and row on.
    pub(super) fn draw(&self, class: &str, (x, y): (usize, usize), cells: usize, out: &mut Shapes) {
        let top = y * HEIGHT + self.top * HEIGHT / 16;
        if self.is_dotted {
            for cell in x..x + cells {
                out.rect(class, [cell * WIDTH + 2, top, 3, self.height].map(|n| n as f64), "", None);
            }
            return;
        }
        let opacity = match self.opacity {
            100 => String::new(),
            part => format!(" opacity=\".{part:02}\""),
        };
        out.rect(class, [x * WIDTH, top, cells * WIDTH, self.height].map(|n| n as f64), &opacity, None);
    }
}

/// The shape of a sign; `None` for what is text.
pub(super) fn shape(sign: &str) -> Option<Shape> {
    let solid = |top, height| Some(Shape { top, height, opacity: 100, is_dotted: false });
    let shade = |opacity| Some(Shape { top: 0, height: 16, opacity, is_dotted: false });
    match sign {
        "▁" => solid(14, 2),
        "▂" => solid(12, 4),
        "▃" => solid(10, 6),
        "▄" => solid(8, 8),
        "▅" => solid(6, 10),
        "▆" => solid(4, 12),
        "▇" => solid(2, 14),
        "█" => solid(0, 16),
        "░" => shade(25),
        "▒" => shade(50),
        "▓" => shade(75),
        "─" => solid(7, 1),
        "━" | "═" => solid(6, 3),
        "┄" => Some(Shape { top: 7, height: 1, opacity: 100, is_dotted: true }),
        _ => None,
    }
}
