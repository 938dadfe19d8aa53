//! Where states are on a map, and in which region of the United Nations.

use std::sync::OnceLock;

/// The file; see `data/SOURCES.md`.
const TABLE: &str = include_str!("../../../../data/points.csv");

/// Where a state is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StatePoint {
    /// Its code.
    pub code: &'static str,
    /// Degrees north of the equator.
    pub latitude: f64,
    /// Degrees east of Greenwich.
    pub longitude: f64,
    /// Its region; empty for territories that belong to none.
    pub region: &'static str,
}

/// The points of all states that are on the map, sorted by code.
fn points() -> &'static [StatePoint] {
    static POINTS: OnceLock<Vec<StatePoint>> = OnceLock::new();
    POINTS.get_or_init(|| TABLE.lines().skip(1).filter_map(point).collect())
}

fn point(line: &'static str) -> Option<StatePoint> {
    let mut fields = line.split(',');
    Some(StatePoint {
        code: fields.next()?,
        latitude: fields.next()?.parse().ok()?,
        longitude: fields.next()?.parse().ok()?,
        region: fields.next()?,
    })
}

/// The point of the state with this code; `None` for a state that is no more, or too small for the map.
pub fn state_point(code: &str) -> Option<StatePoint> {
    let points = points();
    let place = points.binary_search_by(|point| point.code.cmp(code)).ok()?;
    points.get(place).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::states::states;

    #[test]
    fn almost_every_state_of_today_has_a_point() {
        assert!(points().is_sorted_by(|a, b| a.code < b.code));
        let today: Vec<_> = states().iter().filter(|state| state.years.is_none()).collect();
        let with = today.iter().filter(|state| state_point(&state.code).is_some()).count();
        assert_eq!((with, points().len()), (points().len(), points().len()));
        assert!(with > 220, "{with} of {}", today.len());
        let near = |code: &str, latitude: f64, longitude: f64| {
            let point = state_point(code).unwrap();
            (point.latitude - latitude).abs() < 6.0 && (point.longitude - longitude).abs() < 9.0
        };
        // Capitals, from general knowledge.
        for (code, latitude, longitude) in [
            ("AZE", 40.4, 49.9),
            ("KGZ", 42.9, 74.6),
            ("FRA", 48.9, 2.4),
            ("JPN", 35.7, 139.7),
            ("NZL", -41.3, 174.8),
            ("SGP", 1.3, 103.8),
            ("URY", -34.9, -56.2),
        ] {
            assert!(near(code, latitude, longitude), "{:?}", state_point(code));
        }
        assert_eq!(state_point("KGZ").unwrap().region, "Central Asia");
        assert_eq!(state_point("SUN"), None);
    }
}
