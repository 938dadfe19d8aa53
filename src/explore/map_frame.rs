//! The stretch of the world that a map shows, and where on the screen it is.

use crate::explore::layout::{Area, Class, Layout};

/// How wide and how high a stretch has to be at least, in degrees: a part of a continent.
const LEAST: (f64, f64) = (30.0, 18.0);

/// A stretch of the world, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Its western edge, in degrees east of Greenwich.
    pub west: f64,
    /// Its eastern edge.
    pub east: f64,
    /// Its southern edge, in degrees north of the equator.
    pub south: f64,
    /// Its northern edge.
    pub north: f64,
}

/// What a map has to hold at least, whatever the shape of its area: a middle, and a size in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// The middle, in degrees north and east.
    pub middle: (f64, f64),
    wide: f64,
    high: f64,
}

impl Reach {
    /// What holds these points with a margin; the whole world if there are none. Points are degrees north and east.
    pub fn of(points: impl Iterator<Item = (f64, f64)>) -> Self {
        let mut bounds: Option<Frame> = None;
        for (y, x) in points {
            let all = bounds.get_or_insert(Frame { west: x, east: x, south: y, north: y });
            (all.west, all.east) = (all.west.min(x), all.east.max(x));
            (all.south, all.north) = (all.south.min(y), all.north.max(y));
        }
        let bounds = bounds.unwrap_or(Frame { west: -180.0, east: 180.0, south: -60.0, north: 85.0 });
        Self {
            middle: bounds.middle(),
            wide: ((bounds.east - bounds.west) * 1.25).max(LEAST.0),
            high: ((bounds.north - bounds.south) * 1.35).max(LEAST.1),
        }
    }

    /// The frame around a point, `times` as large in scale, in the shape of an area of cells, as far as the world reaches.
    pub fn frame(self, times: f64, (y, x): (f64, f64), cells: Area) -> Frame {
        let (mut wide, mut high) = (self.wide / times, self.high / times);
        // Dots of a cell are as wide as high; a degree east is shorter away from the equator.
        let dots = (cells.width.max(1) * 2) as f64 / (cells.height.max(1) * 4) as f64;
        let ratio = dots / y.to_radians().cos().max(0.3);
        if wide / high < ratio {
            wide = high * ratio
        } else {
            high = wide / ratio
        };
        let (wide, high) = (wide.min(360.0), high.min(170.0));
        let west = (x - wide / 2.0).clamp(-180.0, 180.0 - wide);
        let south = (y - high / 2.0).clamp(-85.0, 85.0 - high);
        Frame { west, east: west + wide, south, north: south + high }
    }
}

impl Frame {
    /// Its middle, in degrees north and east.
    pub fn middle(self) -> (f64, f64) {
        ((self.south + self.north) / 2.0, (self.west + self.east) / 2.0)
    }

    /// Whether a point in degrees north and east is in it.
    pub fn holds(self, (y, x): (f64, f64)) -> bool {
        (self.south..=self.north).contains(&y) && (self.west..=self.east).contains(&x)
    }
}

/// The part of a picture in `area` that has the map, if there is room for one, and that of the list beside it.
pub fn areas(area: Area, layout: Layout) -> (Option<Area>, Area) {
    // The heading, and the legend.
    let rows = 1 + usize::from(layout.is_split());
    let body = Area { y: area.y + 1, height: area.height.saturating_sub(rows), ..area };
    let list = match layout.class() {
        Class::Large => 38.max(area.width * 3 / 10),
        Class::Medium => 38,
        Class::Compact => 28,
        Class::Small => return (None, body),
    };
    let map = Area { width: area.width.saturating_sub(list + 2), ..body };
    (Some(map), Area { x: area.right().saturating_sub(list), width: list, ..body })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_holds_its_points_and_stays_in_the_world() {
        let cells = Area { x: 0, y: 0, width: 78, height: 33 };
        for points in [vec![(41.0, 48.0), (42.0, 75.0)], vec![(-41.0, 174.0), (64.0, -18.0)], vec![]] {
            let reach = Reach::of(points.iter().copied());
            let frame = reach.frame(1.0, reach.middle, cells);
            assert!(points.iter().all(|point| frame.holds(*point)), "{frame:?}");
            assert!(frame.west >= -180.0 && frame.east <= 180.0, "{frame:?}");
            assert!(frame.south >= -85.0 && frame.north <= 85.0, "{frame:?}");
        }
        let reach = Reach::of([(41.0, 48.0), (42.0, 75.0)].into_iter());
        let closer = reach.frame(2.0, (42.0, 75.0), cells);
        let (north, east) = closer.middle();
        assert!((north - 42.0).abs() < 1e-9 && (east - 75.0).abs() < 1e-9);
        let same = reach.frame(1.0, (42.0, 75.0), cells);
        assert!(((same.east - same.west) / (closer.east - closer.west) - 2.0).abs() < 1e-9);
    }
}
