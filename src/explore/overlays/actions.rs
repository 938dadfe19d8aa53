//! The table of actions as help and palette list it: each action once, found by its words, its synonyms or its keys.

use crate::explore::action::Action;
use crate::explore::bindings::{BINDINGS, Binding};
use crate::explore::keymap::Keymap;
use crate::explore::keys::Keys;
use crate::explore::mode::Mode;
use crate::text::start_of_word;
use std::ops::Range;

/// An action that matches what was typed.
#[derive(Clone, Debug)]
pub struct Command {
    /// Its row of the table.
    pub binding: &'static Binding,
    /// The matched ranges of its description.
    pub matched: Vec<Range<usize>>,
    /// The synonym that matched, if no word of the description did.
    pub synonym: Option<&'static str>,
    /// Whether only letters in the middle of words match.
    pub is_loose: bool,
}

/// The actions, each once: by its row for the mode, or else its first row.
pub fn actions(mode: Mode) -> Vec<&'static Binding> {
    let mut listed: Vec<&'static Binding> = Vec::new();
    for binding in BINDINGS {
        match listed.iter_mut().find(|other| other.name == binding.name) {
            None => listed.push(binding),
            Some(other) if is_in(binding, mode) && !is_in(other, mode) => *other = binding,
            Some(_) => {}
        }
    }
    listed
}

/// Whether an action works in a mode.
pub fn is_in(binding: &Binding, mode: Mode) -> bool {
    binding.modes.contains(&mode)
}

/// The actions that match, best first; all of them for an empty text. Bare moves are last.
pub fn found(keymap: &Keymap, mode: Mode, typed: &str) -> Vec<Command> {
    let typed = typed.trim().to_lowercase();
    let rank = |binding| {
        let (rank, command) = rank(keymap, binding, &typed)?;
        Some(((is_move(binding), !runs_in(binding, mode), rank), command))
    };
    let mut commands: Vec<_> = actions(mode).into_iter().filter_map(rank).collect();
    // What only has the letters is of no use beside what has the word.
    if commands.iter().any(|((.., rank), _)| *rank < WITHIN) {
        commands.retain(|((.., rank), _)| *rank < WITHIN);
    }
    commands.sort_by_key(|(rank, _)| *rank);
    commands.into_iter().map(|(_, command)| command).collect()
}

/// Whether an action can be run in a mode: copying a form needs no menu.
fn runs_in(binding: &Binding, mode: Mode) -> bool {
    is_in(binding, mode) || binding.modes == [Mode::CopyMenu]
}

/// The rank from which on only letters match, not the start of a word.
const WITHIN: usize = 4;

fn is_move(binding: &Binding) -> bool {
    matches!((binding.action)(0), Action::Move(_))
}

/// How well an action matches: by the start of its description, of a word in it, of its name or a synonym, by its keys,
/// within a word, and last by the letters in order.
fn rank(keymap: &Keymap, binding: &'static Binding, typed: &str) -> Option<(usize, Command)> {
    let command = |matched, synonym| Command { binding, matched, synonym, is_loose: false };
    if typed.is_empty() {
        return Some((0, command(Vec::new(), None)));
    }
    let words = binding.what.to_lowercase();
    let starts: Option<Vec<_>> = typed.split_whitespace().map(|word| start_of_word(&words, word)).collect();
    if let Some(matched) = starts {
        let is_first = matched.first().is_some_and(|range| range.start == 0);
        return Some((if is_first { 0 } else { 1 }, command(matched, None)));
    }
    let names = || std::iter::once(&binding.name).chain(binding.synonyms);
    let named = |word: &str| names().find(|name| name.starts_with(word));
    if let Some(synonym) = named(typed) {
        return Some((2, command(Vec::new(), Some(synonym))));
    }
    let is_word = |word: &str| start_of_word(&words, word).is_some() || named(word).is_some();
    if typed.split_whitespace().all(is_word) {
        let synonym = typed.split_whitespace().find_map(named).copied();
        return Some((3, command(Vec::new(), synonym)));
    }
    if Keys::named(typed).is_some_and(|keys| keymap.keys(binding).contains(&keys)) {
        return Some((1, command(Vec::new(), None)));
    }
    let within = words.find(typed).map(|at| std::iter::once(at..at + typed.len()).collect());
    let rank = if within.is_some() { WITHIN } else { WITHIN + 1 };
    let matched = within.or_else(|| letters_in_order(&words, typed))?;
    Some((rank, Command { is_loose: true, ..command(matched, None) }))
}

/// The letters, each after the one before and the first at the start of a word; `None` if they are not there.
fn letters_in_order(text: &str, typed: &str) -> Option<Vec<Range<usize>>> {
    let mut wanted = typed.chars();
    let first = wanted.next()?;
    let start = start_of_word(text, first.encode_utf8(&mut [0; 4]))?;
    let mut letters = text.char_indices().filter(|(at, _)| *at >= start.end);
    let rest = wanted.map(|wanted| {
        let (at, c) = letters.find(|(_, c)| *c == wanted)?;
        Some(at..at + c.len_utf8())
    });
    std::iter::once(Some(start.clone())).chain(rest).collect()
}

/// The keys of a row as text: those of the mode if it has some there, else all.
pub fn keys(keymap: &Keymap, binding: &Binding, mode: Mode) -> String {
    let mut keys: Vec<Keys> = keymap.keys_in(binding, mode).collect();
    if keys.is_empty() {
        keys = keymap.keys(binding);
    }
    let shown = if keys.len() > 4 { 3 } else { keys.len() };
    let mut labels: Vec<String> = keys.iter().take(shown).map(|keys| keys.label()).collect();
    labels.extend((keys.len() > shown).then(|| "…".to_owned()));
    labels.join(" ")
}

/// The descriptions of two rows of the table, and of both together.
const PAIRS: &[(&str, &str, &str)] = &[
    ("down", "up", "next, previous row"),
    ("next row", "previous row", "next, previous row"),
    ("to the top", "to the bottom", "first, last"),
    ("half a page down", "half a page up", "half a page down, up"),
    ("page down", "page up", "a page down, up"),
    ("in a chart, right", "in a chart, left", "right, left"),
    (
        "next pane, or next link in the reader",
        "previous pane, or link in the reader",
        "next, previous pane or link",
    ),
    ("next reference in the text", "previous reference in the text", "next, previous article it names"),
    ("back, as in a browser", "forward", "back, forward"),
    (
        "in a chart, larger scale, or open what is folded",
        "in a chart, smaller scale, or fold",
        "larger, smaller scale of a chart",
    ),
    (
        "in a comparison, next pair that differs",
        "in a comparison, previous pair that differs",
        "next, previous pair that differs",
    ),
    ("in a comparison, next difference", "in a comparison, previous difference", "next, previous difference"),
    ("open the folded chapter", "fold the chapter", "open the folded chapter, fold it"),
    ("next chapter", "previous chapter", "next, previous chapter"),
    ("next match, then next item", "previous match, then previous item", "next, previous match, then item"),
];

/// What two rows do together, if they share a line.
pub fn pair(first: &Binding, second: &Binding) -> Option<&'static str> {
    let is_pair = |(a, b, _): &&(&str, &str, &str)| *a == first.what && *b == second.what;
    PAIRS.iter().find(is_pair).map(|(.., both)| *both)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(typed: &str) -> &'static str {
        found(&Keymap::builtin(), Mode::Panes, typed).first().map_or("", |command| command.binding.name)
    }

    #[test]
    fn what_people_call_an_action_finds_it_first() {
        for (typed, name) in [
            ("export", "export"),
            ("html", "export"),
            ("save", "export"),
            ("docx", "export"),
            ("theme", "theme"),
            ("dark", "theme"),
            ("cite", "copy"),
            ("quit", "quit"),
            ("exit", "quit"),
            ("sort", "sort"),
            ("library", "library"),
            ("compare", "compare"),
            ("diff", "compare"),
            ("change theme", "theme"),
            ("oscola", "copy-oscola"),
            ("why", "why"),
            ("ctrl-l", "repaint"),
            ("srch", "search"),
        ] {
            assert_eq!(first(typed), name, "{typed}");
        }
    }

    #[test]
    fn each_action_is_listed_once_and_moves_are_last() {
        for mode in Mode::ALL {
            let all = found(&Keymap::builtin(), mode, "");
            let mut names: Vec<&str> = all.iter().map(|command| command.binding.name).collect();
            let moves = all.iter().skip_while(|command| !is_move(command.binding));
            assert!(moves.clone().all(|command| is_move(command.binding)) && moves.count() > 8);
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), all.len());
        }
    }

    #[test]
    fn pairs_are_rows_of_the_table() {
        for (first, second, _) in PAIRS {
            for what in [first, second] {
                assert!(BINDINGS.iter().any(|row| row.what == *what), "{what}");
            }
        }
    }

    #[test]
    fn letters_that_are_not_there_in_order_find_nothing() {
        assert_eq!(first("zzqqxx"), "");
        assert_eq!(letters_in_order("change sort order", "cso"), Some(vec![0..1, 7..8, 8..9]));
        assert_eq!(letters_in_order("change sort order", "hso"), None);
    }
}
