//! Numbers as shades, the same in every chart: a cell, and the words for the steps.

use crate::explore::Role;
use crate::insight::charts::Shades;
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::glyphs::SHADES;

/// Where a cell of a matrix is.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    /// Its last column.
    pub end: usize,
    /// Its row.
    pub y: usize,
    /// Its width: a shade and the number.
    pub width: usize,
}

/// The width of a cell that shades numbers up to this one.
pub fn width(most: usize) -> usize {
    text::width(&text::thousands(most)) + 1
}

/// Draws a number with its shade; a dot for none. In the cell of the cursor the number is alone.
pub fn cell(canvas: &mut Canvas<'_>, spot: Spot, number: usize, shades: &Shades, here: bool) {
    let Spot { end, y, width } = spot;
    match shades.step(number) {
        None => {
            canvas.put(end, y, "·", Role::Rule);
        }
        Some(step) => {
            let words = text::thousands(number);
            if let Some(shade) = SHADES.get(step).filter(|_| !here) {
                canvas.repeat(
                    end + 1 - width,
                    y,
                    shade,
                    width.saturating_sub(text::width(&words)),
                    Role::Bar,
                );
            }
            canvas.put_right(end, y, &words, if step > 0 { Role::Strong } else { Role::Text });
        }
    }
    if here {
        canvas.select(end + 1 - width, y, width);
    }
}

/// Draws what the shades mean, as far as there is room; returns the column after it.
pub fn legend(
    canvas: &mut Canvas<'_>,
    x: usize,
    y: usize,
    room: usize,
    shades: &Shades,
    counted: &str,
) -> usize {
    let words = shades.words(counted);
    let mut at = x;
    for (shade, words) in SHADES.iter().zip(&words) {
        if at + 1 + text::width(words) > x + room {
            break;
        }
        canvas.put(at, y, shade, Role::Bar);
        at = canvas.put(at + 1, y, words, Role::Quiet) + 3;
    }
    at
}
