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

/// Draws what the shades mean, in fewer words if there is little room; returns the column after it.
pub fn legend(
    canvas: &mut Canvas<'_>,
    x: usize,
    y: usize,
    room: usize,
    shades: &Shades,
    counted: &str,
) -> usize {
    let [full, short] = [shades.words(counted), shades.short_words()];
    let total = |words: &[String], gap: usize| -> usize {
        words.iter().map(|words| 1 + text::width(words) + gap).sum::<usize>().saturating_sub(gap)
    };
    let (words, gap) = match room {
        _ if total(&full, 3) <= room => (full, 3),
        _ if total(&full, 1) <= room => (full, 1),
        _ => (short, 1),
    };
    let mut at = x;
    for (shade, words) in SHADES.iter().zip(&words) {
        canvas.put(at, y, shade, Role::Bar);
        at = canvas.put_cut(at + 1, y, words, Role::Quiet, (x + room).saturating_sub(at + 1)) + gap;
    }
    at - gap + 3
}
