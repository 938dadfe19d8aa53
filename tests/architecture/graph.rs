//! Which file uses which, and the circles among them.

use crate::code::Names;
use crate::source::Source;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// For each file, by its place in the list, the files that it uses.
pub fn edges(sources: &[Source]) -> Vec<BTreeSet<usize>> {
    let modules: BTreeMap<&[String], usize> =
        sources.iter().enumerate().map(|(at, source)| (&source.module[..], at)).collect();
    let used = |at: usize| {
        let files = sources[at].paths().flat_map(|path| owners(sources, &modules, &path, 0));
        files.filter(|other| *other != at).collect()
    };
    (0..sources.len()).map(used).collect()
}

/// The files that own what a path names: the deepest module of the path, or the one from which it re-exports the name.
fn owners(
    sources: &[Source],
    modules: &BTreeMap<&[String], usize>,
    path: &Names,
    depth: usize,
) -> Vec<usize> {
    let deepest = (0..=path.len()).rev().find_map(|n| Some((n, *modules.get(&path[..n])?)));
    let Some((length, at)) = deepest else { return Vec::new() };
    let Some(name) = path.get(length) else { return vec![at] };
    let source = &sources[at];
    if depth > 8 || source.defines(name) {
        return vec![at];
    }
    if let Some(origin) = source.import(name) {
        return owners(sources, modules, &[&origin[..], &path[length + 1..]].concat(), depth + 1);
    }
    let globs = source.globs().iter().map(|glob| [&glob[..], &path[length..]].concat());
    let found = globs.map(|path| owners(sources, modules, &path, depth + 1));
    found.into_iter().flatten().find(|at| sources[*at].defines(name)).map_or(vec![at], |at| vec![at])
}

/// A shortest circle in each set of files that reach each other.
pub fn circles(edges: &[BTreeSet<usize>]) -> Vec<Vec<usize>> {
    let mut seen = BTreeSet::new();
    let mut circles = Vec::new();
    for from in 0..edges.len() {
        if let Some(circle) = circle(edges, from).filter(|circle| circle.iter().all(|at| !seen.contains(at)))
        {
            seen.extend(circle.iter().copied());
            circles.push(circle);
        }
    }
    circles
}

/// The shortest way from a file back to itself.
fn circle(edges: &[BTreeSet<usize>], from: usize) -> Option<Vec<usize>> {
    let mut before: BTreeMap<usize, usize> = BTreeMap::new();
    let mut open = VecDeque::from([from]);
    while let Some(at) = open.pop_front() {
        for next in &edges[at] {
            before.entry(*next).or_insert_with(|| {
                open.push_back(*next);
                at
            });
        }
    }
    let mut circle = vec![*before.get(&from)?];
    while circle.last() != Some(&from) {
        circle.push(before[circle.last()?]);
    }
    circle.reverse();
    Some(circle)
}
