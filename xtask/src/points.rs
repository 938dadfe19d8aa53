//! `cargo xtask points ATLAS CLDR`: makes `data/points.csv`, where each state is on a map, and `data/land.txt`, the land, from
//!
//! - the unpacked npm package `world-atlas`, the outlines of Natural Earth (public domain): the point of a state is the middle
//!   of its largest part, by area, in `countries-50m.json`; the land is that of `land-110m.json`;
//! - the unpacked npm package `cldr-core`, for the regions of the United Nations.

use crate::Result;
use flate2::read::GzDecoder;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::fs::File;
use std::path::Path;

/// The regions of the world, by their codes in M49, with the names of the file.
const REGIONS: [(&str, &str); 22] = [
    ("011", "Western Africa"),
    ("014", "Eastern Africa"),
    ("015", "Northern Africa"),
    ("017", "Middle Africa"),
    ("018", "Southern Africa"),
    ("005", "South America"),
    ("013", "Central America"),
    ("021", "Northern America"),
    ("029", "Caribbean"),
    ("030", "Eastern Asia"),
    ("034", "Southern Asia"),
    ("035", "South-eastern Asia"),
    ("143", "Central Asia"),
    ("145", "Western Asia"),
    ("039", "Southern Europe"),
    ("151", "Eastern Europe"),
    ("154", "Northern Europe"),
    ("155", "Western Europe"),
    ("053", "Australia and New Zealand"),
    ("054", "Melanesia"),
    ("057", "Micronesia"),
    ("061", "Polynesia"),
];

type Point = [f64; 2];

/// Makes the files in the folder `root`.
pub fn make(root: &Path, atlas: &Path, cldr: &Path) -> Result<()> {
    fs::write(root.join("data/land.txt"), land(&read(&atlas.join("land-110m.json"))?)?)?;
    let atlas = read(&atlas.join("countries-50m.json"))?;
    let arcs = arcs(&atlas)?;
    let mut middles: BTreeMap<String, (f64, Point)> = BTreeMap::new();
    for shape in list(&atlas["objects"]["countries"]["geometries"]) {
        let Some(number) = shape["id"].as_str() else { continue };
        for polygon in polygons(shape) {
            let Some(outer) = list(polygon).first() else { continue };
            let (area, middle) = middle(&ring(outer, &arcs));
            let number = number.trim_start_matches('0').to_owned();
            let largest = middles.entry(number).or_insert((area, middle));
            if area > largest.0 {
                *largest = (area, middle);
            }
        }
    }
    let regions = regions(cldr)?;
    let mut out = csv::Writer::from_path(root.join("data/points.csv"))?;
    out.write_record(["state", "latitude", "longitude", "region"])?;
    let mut states = csv::Reader::from_reader(GzDecoder::new(File::open(root.join("data/states.csv.gz"))?));
    for row in states.records() {
        let row = row?;
        let get = |column: usize| row.get(column).unwrap_or_default();
        let (state, alpha2, number) = (get(0), get(3).split('|').next().unwrap_or_default(), get(5));
        let point = number.split('|').find_map(|number| middles.get(number));
        if let Some((_, [longitude, latitude])) = point.filter(|_| get(2).is_empty()) {
            // Antarctica alone belongs to no region, and has no middle on a plane.
            if let Some(region) = regions.get(alpha2) {
                out.write_record([state, &format!("{latitude:.1}"), &format!("{longitude:.1}"), region])?;
            }
        }
    }
    out.flush()?;
    Ok(())
}

fn read(file: &Path) -> Result<Value> {
    Ok(serde_json::from_str(&fs::read_to_string(file)?)?)
}

/// The polygons of a shape, each a list of rings.
fn polygons(shape: &Value) -> Vec<&Value> {
    match shape["type"].as_str() {
        Some("Polygon") => vec![&shape["arcs"]],
        _ => list(&shape["arcs"]).iter().collect(),
    }
}

/// The land, a coast in each line: a point east and north in tenths of a degree, then the steps to the next ones.
fn land(atlas: &Value) -> Result<String> {
    let arcs = arcs(atlas)?;
    let mut lines = String::new();
    for shape in list(&atlas["objects"]["land"]["geometries"]) {
        for outline in polygons(shape).into_iter().flat_map(list) {
            // Coasts may go on beyond the edge of the map. That of Antarctica goes around the world, and closes at the pole.
            let mut outline = unrolled(&ring(outline, &arcs));
            let (west, east) =
                outline.iter().fold((f64::MAX, f64::MIN), |(w, e), [x, _]| (w.min(*x), e.max(*x)));
            let around = ((west + east) / 720.0).round() * 360.0;
            outline.iter_mut().for_each(|point| point[0] -= around);
            if let (Some([west, north]), Some([east, _])) =
                (outline.first().copied(), outline.last().copied())
                && (east - west).abs() > 180.0
            {
                outline.extend([[east, -90.0], [west, -90.0], [west, north]]);
            }
            let mut at = [0, 0];
            let mut steps = Vec::new();
            for point in outline.into_iter().map(|point| point.map(|degrees| (degrees * 10.0).round() as i32))
            {
                if point != at {
                    steps.push(format!("{} {}", point[0] - at[0], point[1] - at[1]));
                    at = point;
                }
            }
            lines.push_str(&steps.join(" "));
            lines.push('\n');
        }
    }
    Ok(lines)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// The lines of a topology, in degrees: they are kept as differences of whole numbers.
fn arcs(atlas: &Value) -> Result<Vec<Vec<Point>>> {
    let pair = |value: &Value| -> Option<Point> { Some([value[0].as_f64()?, value[1].as_f64()?]) };
    let transform = &atlas["transform"];
    let (scale, moved) =
        pair(&transform["scale"]).zip(pair(&transform["translate"])).ok_or("no transform")?;
    let line = |arc: &Value| {
        let mut at = [0.0, 0.0];
        let steps = list(arc).iter().filter_map(pair);
        let points = steps.map(|[x, y]| {
            at = [at[0] + x, at[1] + y];
            [at[0] * scale[0] + moved[0], at[1] * scale[1] + moved[1]]
        });
        points.collect()
    };
    Ok(list(&atlas["arcs"]).iter().map(line).collect())
}

/// A ring of lines; a number below 0 is a line turned around.
fn ring(places: &Value, arcs: &[Vec<Point>]) -> Vec<Point> {
    let mut ring = Vec::new();
    for place in list(places).iter().filter_map(Value::as_i64) {
        let turned = place < 0;
        let at = usize::try_from(if turned { !place } else { place }).unwrap_or(usize::MAX);
        let Some(arc) = arcs.get(at) else { continue };
        if turned {
            ring.extend(arc.iter().rev());
        } else {
            ring.extend(arc.iter());
        }
    }
    ring
}

/// The area of a ring and its middle (the centroid of a polygon), on a plane of degrees.
fn middle(ring: &[Point]) -> (f64, Point) {
    let (mut area, mut x, mut y) = (0.0, 0.0, 0.0);
    let whole = unrolled(ring);
    for (a, b) in whole.iter().zip(whole.iter().skip(1)) {
        let cross = a[0] * b[1] - b[0] * a[1];
        area += cross / 2.0;
        x += (a[0] + b[0]) * cross / 6.0;
        y += (a[1] + b[1]) * cross / 6.0;
    }
    match area {
        0.0 => (0.0, ring.first().copied().unwrap_or_default()),
        area => (area.abs(), [(x / area + 540.0).rem_euclid(360.0) - 180.0, y / area]),
    }
}

/// The same ring without jumps from one edge of the map to the other.
fn unrolled(ring: &[Point]) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::with_capacity(ring.len());
    for [x, y] in ring {
        let before = points.last().map_or(*x, |last| last[0]);
        points.push([x + ((before - x) / 360.0).round() * 360.0, *y]);
    }
    points
}

/// The region of each territory, by two-letter code.
fn regions(cldr: &Path) -> Result<BTreeMap<String, &'static str>> {
    let file = cldr.join("supplemental/territoryContainment.json");
    let containment: Value = serde_json::from_str(&fs::read_to_string(file)?)?;
    let containment = &containment["supplemental"]["territoryContainment"];
    let mut regions = BTreeMap::new();
    for (code, name) in REGIONS {
        for territory in list(&containment[code]["_contains"]).iter().filter_map(Value::as_str) {
            regions.insert(territory.to_owned(), name);
        }
    }
    Ok(regions)
}
