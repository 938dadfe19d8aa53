//! Finds the lines of values. Called only for values with problems, as it reads the text once more.

use super::path::Step;
use super::tree::children;
use crate::data::problem::place_after;
use std::collections::HashMap;

/// Line and column (from 1, in characters) of the value at each path, or of the innermost value on the way to it that
/// exists.
pub(super) fn locate(text: &str, paths: &[&[Step<'_>]]) -> Vec<(usize, usize)> {
    if paths.is_empty() {
        return Vec::new();
    }
    let mut offsets = vec![0; paths.len()];
    let all: Vec<usize> = (0..paths.len()).collect();
    descend(text, text, paths, &all, 0, &mut offsets);
    places(text, &offsets)
}

/// Sets the offsets of these paths, whose first `depth` steps all lead to `value`.
fn descend(
    text: &str,
    value: &str,
    paths: &[&[Step<'_>]],
    these: &[usize],
    depth: usize,
    offsets: &mut [usize],
) {
    let start = value.as_ptr() as usize - text.as_ptr() as usize;
    let blank = value.len() - value.trim_start().len();
    let mut further: HashMap<&Step<'_>, Vec<usize>> = HashMap::new();
    for &i in these {
        if let Some(offset) = offsets.get_mut(i) {
            *offset = start + blank;
        }
        if let Some(step) = paths.get(i).and_then(|p| p.get(depth)) {
            further.entry(step).or_default().push(i);
        }
    }
    if further.is_empty() {
        return;
    }
    for (step, child) in children(value) {
        if let Some(below) = further.get(&step) {
            descend(text, child, paths, below, depth + 1, offsets);
        }
    }
}

/// Line and column of each offset, in one pass over the text.
pub(super) fn places(text: &str, offsets: &[usize]) -> Vec<(usize, usize)> {
    let mut order: Vec<(usize, usize)> = offsets.iter().copied().enumerate().collect();
    order.sort_by_key(|(_, offset)| *offset);
    let mut found = vec![(1, 1); offsets.len()];
    let (mut place, mut at) = ((1, 1), 0);
    for (i, offset) in order {
        place = place_after(place, text.as_bytes().get(at..offset).unwrap_or_default());
        at = offset;
        if let Some(slot) = found.get_mut(i) {
            *slot = place;
        }
    }
    found
}
