//! Keys that mean two things in one mode.

use super::bound::{Bound, Origin};
use super::lines::Line;
use crate::data::Problem;
use crate::data::personal::{Place, TomlFile};
use crate::explore::action::Action;
use crate::explore::bindings::Binding;
use crate::explore::mode::Mode;

/// A row of the table with keys of it.
type Entry<'a> = (&'static Binding, &'a Bound);

/// Keys of a person's line that are those of another action, or the beginning of its keys, in some modes.
struct Conflict<'a> {
    own: Entry<'a>,
    other: Entry<'a>,
    modes: Vec<Mode>,
}

/// What is wrong with a person's lines, in their order: one problem for two actions, whatever the number of modes.
pub(super) fn conflicts(all: &[Entry<'_>], file: &TomlFile, lines: &[Line]) -> Vec<Problem> {
    let mut found: Vec<Conflict<'_>> = Vec::new();
    for mode in Mode::ALL {
        let mut entries: Vec<Entry<'_>> =
            all.iter().copied().filter(|(_, bound)| bound.mode == mode).collect();
        // Keys that begin alike are neighbours, and one key alone comes before two that it begins.
        entries.sort_by_key(|(_, bound)| {
            (bound.keys.first.to_string(), bound.keys.then.map(|then| then.to_string()))
        });
        for (at, first) in entries.iter().enumerate() {
            let clashing =
                entries.iter().skip(at + 1).take_while(|(_, b)| b.keys.first == first.1.keys.first);
            for second in clashing.filter(|second| clash(first, second)) {
                note(&mut found, *first, *second, mode);
            }
        }
    }
    let mut problems: Vec<(Place, Problem)> =
        found.iter().map(|conflict| tell(conflict, file, lines)).collect();
    problems.sort_by_key(|(place, _)| *place);
    problems.into_iter().map(|(_, problem)| problem).collect()
}

/// Whether keys of two actions cannot both be pressed.
fn clash((row, first): &Entry<'_>, (other, second): &Entry<'_>) -> bool {
    let is_same = std::ptr::eq(*row, *other) && first.number == second.number;
    if first.keys == second.keys { !is_same } else { first.keys.then.is_none() || second.keys.then.is_none() }
}

fn note<'a>(found: &mut Vec<Conflict<'a>>, first: Entry<'a>, second: Entry<'a>, mode: Mode) {
    // The later line is the one to change.
    let line = |entry: &Entry<'_>| if let Origin::Own(line) = entry.1.origin { line } else { 0 };
    let (own, other) = if line(&first) > line(&second) { (first, second) } else { (second, first) };
    let is_known = |conflict: &&mut Conflict<'_>| {
        let same = |(row, bound): Entry<'_>, entry: Entry<'_>| {
            row.name == entry.0.name && bound.keys == entry.1.keys && bound.number == entry.1.number
        };
        same(conflict.own, own) && same(conflict.other, other)
    };
    match found.iter_mut().find(is_known) {
        Some(known) => known.modes.push(mode),
        None => found.push(Conflict { own, other, modes: vec![mode] }),
    }
}

fn tell(conflict: &Conflict<'_>, file: &TomlFile, lines: &[Line]) -> (Place, Problem) {
    let ((row, own), (other, theirs)) = (conflict.own, conflict.other);
    let of_keys = |line: &&Line| line.action == row.name && line.origin == own.origin;
    let place = lines.iter().find(of_keys).map_or((1, 1), |line| line.place);
    let modes: Vec<&str> = conflict.modes.iter().map(|mode| mode.name()).collect();
    let modes = modes.join(", ");
    let whose = match theirs.origin {
        Origin::Own(line) => format!(" (line {line})"),
        Origin::Default => " (a default)".to_owned(),
        Origin::Fixed => String::new(),
    };
    let clash = if own.keys == theirs.keys {
        format!("\"{}\" is already {}{whose} in {modes}", own.keys, other.name)
    } else {
        format!("\"{}\" and \"{}\" of {}{whose} begin alike in {modes}", own.keys, theirs.keys, other.name)
    };
    let advice = match (theirs.origin, (other.action)(0)) {
        (Origin::Fixed, Action::Follow(_)) => {
            "choose another key: the letters of links cannot be changed; a section such as [panes] leaves out the reader".to_owned()
        }
        (Origin::Fixed, _) => "choose another key: that one cannot be changed".to_owned(),
        _ if other.name == row.name => "give each another key".to_owned(),
        _ => format!("choose another key, or give {} another one in this file", other.name),
    };
    (place, file.problem(place, format!("{clash}; {advice}")))
}
