//! What the commands are given.

use crate::cases::{Case, of_dossier};
use crate::dossier::Plan;
use crate::edges;
use std::path::Path;

/// A kind of dossier in several sizes, and the command lines that read it.
pub struct Shape {
    pub name: &'static str,
    pub about: &'static str,
    pub sizes: [usize; 4],
    /// Fills a folder.
    pub write: fn(&Path, usize),
    /// The same cases in the same order for every folder.
    pub cases: fn(&Path, usize) -> Vec<Case>,
}

/// The numbers of clauses.
const SIZES: [usize; 4] = [1_000, 4_000, 16_000, 64_000];

/// Every shape.
pub fn all() -> Vec<Shape> {
    let dossier = |name, about, write| Shape { name, about, sizes: SIZES, write, cases: of_dossier };
    let mut shapes = vec![
        dossier("one", "n clauses in one agreement", |path, n| {
            Plan { clauses: n, ..Plan::default() }.write(path)
        }),
        dossier("many", "n clauses in n/20 agreements", |path, n| {
            Plan { agreements: n / 20, clauses: 20, ..Plan::default() }.write(path);
        }),
        dossier("package", "n clauses in n/4 agreements of one package", |path, n| {
            Plan { agreements: n / 4, clauses: 4, package: true, ..Plan::default() }.write(path);
        }),
        dossier("events", "n clauses in one agreement, and n events, one for each clause", |path, n| {
            Plan { clauses: n, events: n, ..Plan::default() }.write(path);
        }),
    ];
    shapes.extend(edges::all());
    shapes
}
