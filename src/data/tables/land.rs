//! The land of the world, for maps.

use std::sync::OnceLock;

/// The file; see `data/SOURCES.md`.
const TABLE: &str = include_str!("../../../data/land.txt");

/// A coast that closes: around land, or around a sea within it. It may go on beyond 180 degrees east or west.
#[derive(Clone, Debug, PartialEq)]
pub struct Coast {
    /// Its points in degrees north and east; the last is the first.
    pub points: Vec<(f64, f64)>,
    /// Its southernmost and northernmost degree.
    pub reach: (f64, f64),
}

/// All coasts. A point is on land if a line from it to the west meets an odd number of them.
pub fn land() -> &'static [Coast] {
    static LAND: OnceLock<Vec<Coast>> = OnceLock::new();
    LAND.get_or_init(|| TABLE.lines().map(coast).collect())
}

/// The coast of a line: a point east and north in tenths of a degree, then the steps to the next ones.
fn coast(line: &str) -> Coast {
    let mut numbers = line.split(' ').filter_map(|number| number.parse::<i32>().ok());
    let (mut points, mut reach) = (Vec::new(), (90.0, -90.0));
    let (mut x, mut y) = (0, 0);
    while let (Some(east), Some(north)) = (numbers.next(), numbers.next()) {
        (x, y) = (x + east, y + north);
        let north = f64::from(y) / 10.0;
        points.push((north, f64::from(x) / 10.0));
        reach = (north.min(reach.0), north.max(reach.1));
    }
    Coast { points, reach }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_land(north: f64, east: f64) -> bool {
        let crossed = land().iter().flat_map(|coast| coast.points.windows(2)).filter(|side| {
            let [(y, x), (next_y, next_x)] = **side else { return false };
            (y <= north) != (next_y <= north) && x + (north - y) / (next_y - y) * (next_x - x) < east
        });
        crossed.count() % 2 == 1
    }

    #[test]
    fn coasts_close_and_hold_land() {
        assert!(land().len() > 100);
        for coast in land() {
            assert_eq!(coast.points.first(), coast.points.last());
        }
        for (north, east) in
            [(41.0, 75.0), (40.4, 48.0), (48.0, 3.0), (-25.0, 135.0), (-80.0, 0.0), (68.0, 100.0)]
        {
            assert!(is_land(north, east), "{north} {east}");
        }
        // The Caspian Sea, the Black Sea, the Atlantic and the Pacific.
        for (north, east) in [(42.0, 50.5), (43.0, 34.0), (30.0, -40.0), (0.0, -150.0), (68.0, 0.0)] {
            assert!(!is_land(north, east), "{north} {east}");
        }
    }
}
