//! The table of actions, filtered by typing: the list of help and palette.

use super::panel::Entered;
use super::pick::Pick;
use crate::explore::bindings::{BINDINGS, Binding, Group};
use crate::explore::keymap::Keymap;
use crate::explore::keys::Keys;
use std::ops::Range;

/// A row of the table that matches the filter.
#[derive(Clone, Debug)]
pub struct Command {
    /// The row.
    pub binding: &'static Binding,
    /// The matched ranges of its description.
    pub matched: Vec<Range<usize>>,
}

/// The rows that match the filter, best first: those that contain it as a whole come before those that contain its
/// letters in order. All rows, by group, for an empty filter.
pub fn found(keymap: &Keymap, typed: &str) -> Vec<Command> {
    let typed = typed.trim().to_lowercase();
    let by_group =
        Group::ALL.iter().flat_map(|group| BINDINGS.iter().filter(move |binding| binding.group == *group));
    let mut commands: Vec<(usize, Command)> =
        by_group.filter_map(|binding| rank(keymap, binding, &typed)).collect();
    commands.sort_by_key(|(rank, _)| *rank);
    commands.into_iter().map(|(_, command)| command).collect()
}

fn rank(keymap: &Keymap, binding: &'static Binding, typed: &str) -> Option<(usize, Command)> {
    if typed.is_empty() {
        return Some((0, Command { binding, matched: Vec::new() }));
    }
    let words = binding.what.to_lowercase();
    if let Some(at) = words.find(typed) {
        let matched = std::iter::once(at..at + typed.len()).collect();
        return Some((at, Command { binding, matched }));
    }
    let footer = binding.footer.iter().any(|(_, word)| word.contains(typed));
    let key = Keys::named(typed).is_some_and(|keys| keymap.keys(binding).contains(&keys));
    if footer || key || binding.group.word().to_lowercase().starts_with(typed) {
        return Some((500, Command { binding, matched: Vec::new() }));
    }
    let mut matched = Vec::new();
    let mut letters = words.char_indices();
    for wanted in typed.chars() {
        let (at, c) = letters.find(|(_, c)| *c == wanted)?;
        matched.push(at..at + c.len_utf8());
    }
    Some((1000, Command { binding, matched }))
}

/// The keys of a row as text.
pub fn keys(keymap: &Keymap, binding: &Binding) -> String {
    let keys = keymap.keys(binding);
    let many = keys.len() > 4;
    let shown = if many { 3 } else { keys.len() };
    let mut labels: Vec<String> = keys.iter().take(shown).map(|keys| keys.label()).collect();
    labels.extend(many.then(|| "…".to_owned()));
    labels.join(" ")
}

/// Enter runs the chosen action.
pub(super) fn run(keymap: &Keymap, pick: &Pick) -> Entered {
    let commands = found(keymap, pick.line.text());
    commands.get(pick.chosen).map_or(Entered::Nothing, |command| Entered::Act((command.binding.action)(0)))
}
