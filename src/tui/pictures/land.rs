//! The land of the world in dots of braille: its coasts whole, what is behind them every other dot.

use crate::data::land;
use crate::explore::Role;
use crate::explore::layout::Area;
use crate::explore::map_frame::Frame;
use crate::tui::canvas::Canvas;

/// The dots of a cell of braille, from the top, left and right.
const DOTS: [[u32; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];

/// Draws the land of a stretch of the world.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Area, frame: Frame) {
    let (columns, rows) = (area.width * 2, area.height * DOTS.len());
    let lines: Vec<Vec<bool>> = (0..rows).map(|row| line(frame, row, rows, columns)).collect();
    let is_land = |row: Option<usize>, column: Option<usize>| {
        let found = row.zip(column).and_then(|(row, column)| lines.get(row)?.get(column));
        // Beyond the edge it goes on.
        found.copied().unwrap_or(true)
    };
    let is_dot = |row: usize, column: usize| {
        let beside = [
            (row.checked_sub(1), Some(column)),
            (Some(row + 1), Some(column)),
            (Some(row), column.checked_sub(1)),
            (Some(row), Some(column + 1)),
        ];
        is_land(Some(row), Some(column))
            && ((row + column).is_multiple_of(2)
                || beside.iter().any(|(row, column)| !is_land(*row, *column)))
    };
    for y in 0..area.height {
        for x in 0..area.width {
            let mut dots = 0;
            for (down, pair) in DOTS.iter().enumerate() {
                for (right, bit) in pair.iter().enumerate() {
                    if is_dot(y * DOTS.len() + down, x * 2 + right) {
                        dots |= bit;
                    }
                }
            }
            if let Some(sign) = char::from_u32(0x2800 + dots).filter(|_| dots > 0) {
                canvas.put(area.x + x, area.y + y, sign.encode_utf8(&mut [0; 4]), Role::Rule);
            }
        }
    }
}

/// Which dots of a row are on land.
fn line(frame: Frame, row: usize, rows: usize, columns: usize) -> Vec<bool> {
    let north = frame.north - (row as f64 + 0.5) / rows as f64 * (frame.north - frame.south);
    let mut crossings: Vec<f64> = Vec::new();
    for coast in land().iter().filter(|coast| (coast.reach.0..=coast.reach.1).contains(&north)) {
        for ((y, x), (next_y, next_x)) in coast.points.iter().zip(coast.points.iter().skip(1)) {
            if (*y <= north) != (*next_y <= north) {
                let crossing = x + (north - y) / (next_y - y) * (next_x - x);
                // What goes beyond an edge of the map comes in at the other one.
                crossings.extend([crossing - 360.0, crossing, crossing + 360.0]);
            }
        }
    }
    crossings.sort_by(f64::total_cmp);
    let mut beyond = crossings.into_iter().peekable();
    let mut inside = false;
    let step = (frame.east - frame.west) / columns.max(1) as f64;
    (0..columns)
        .map(|column| {
            let east = frame.west + (column as f64 + 0.5) * step;
            while beyond.next_if(|crossing| *crossing < east).is_some() {
                inside = !inside;
            }
            inside
        })
        .collect()
}
