//! The symbols of the screen, and their ASCII replacements.

use crate::explore::{Role, Sign};
use crate::model::{EventKind, Standing};

/// Densities in eighths of a cell, from none to full.
pub const EIGHTHS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// Shades for 1, 2, 3, and 4 or more.
pub const SHADES: [&str; 4] = ["░", "▒", "▓", "█"];

/// The symbol of a kind of event.
pub fn of_event(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Signing => "◆",
        EventKind::Force => "◉",
        EventKind::Visit => "→",
        EventKind::DiplomaticRelations => "◇",
        EventKind::Commission => "□",
        EventKind::Institution => "■",
        EventKind::Project => "▲",
        EventKind::Trade => "¤",
        EventKind::Culture => "✶",
        EventKind::Multilateral => "◎",
        EventKind::Statement => "»",
    }
}

/// The sign of a mark.
pub fn of_mark(sign: Sign) -> &'static str {
    match sign {
        Sign::Marked => "✓",
        Sign::Noted => "✎",
    }
}

/// The line of a membership that all compared parties have: whole where they have it alike.
pub fn of_shared(standing: Standing) -> (&'static str, Role) {
    if standing == Standing::Same { ("━", Role::Shared) } else { ("╍", Role::Text) }
}

/// The ASCII replacement of a symbol; `None` for text of the data, which is left as it is.
pub fn ascii(sign: &str) -> Option<&'static str> {
    Some(match sign {
        "─" | "–" | "—" => "-",
        "━" => "=",
        "╍" => "%",
        "═" | "┆" => ":",
        "−" => "-",
        "│" => "|",
        "┃" | "▪" | "█" | "▆" => "#",
        "┇" => ";",
        "≈" => "^",
        "▸" => ">",
        "•" => "*",
        "✓" => "v",
        "✎" => "&",
        "≠" => "!",
        "◐" => "%",
        "┄" | "·" => ".",
        "●" => "@",
        "○" => "o",
        "…" => "~",
        "◆" => "S",
        "◉" => "F",
        "→" => "V",
        "◇" => "D",
        "□" => "C",
        "■" => "I",
        "▲" => "P",
        "¤" => "T",
        "✶" => "A",
        "◎" => "M",
        "»" => "Q",
        "▁" => "1",
        "▂" => "2",
        "▃" => "3",
        "▄" => "4",
        "▅" => "5",
        "▇" => "7",
        "░" => ".",
        "▒" => ":",
        "▓" => "+",
        "╭" | "╮" | "╰" | "╯" | "┌" | "┐" | "└" | "┘" | "├" | "┤" | "┬" | "┴" | "┼" => {
            "+"
        }
        "←" => "<",
        "↑" => "^",
        "↓" => "v",
        "×" => "x",
        // Braille.
        dots if dots.starts_with(|sign| ('\u{2800}'..='\u{28ff}').contains(&sign)) => ".",
        _ => return None,
    })
}
