//! Converts the terminal library's key events to the explorer's chords.

use crate::explore::{Chord, Held, Key};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The chord of a key event; `None` for keys that the explorer does not know.
pub fn chord(event: &KeyEvent) -> Option<Chord> {
    let has = |modifiers| event.modifiers.intersects(modifiers);
    let held = if has(KeyModifiers::ALT | KeyModifiers::SUPER | KeyModifiers::META) {
        Held::Alt
    } else if has(KeyModifiers::CONTROL) {
        Held::Control
    } else {
        Held::Nothing
    };
    let key = match event.code {
        // With Control, terminals differ in the letter case that they report.
        KeyCode::Char(c) if held == Held::Control => Key::Char(c.to_ascii_lowercase()),
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab if has(KeyModifiers::SHIFT) => Key::BackTab,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        _ => return None,
    };
    Some(Chord { key, held })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_the_names_of_the_table() {
        for (code, modifiers, name) in [
            (KeyCode::Char('j'), KeyModifiers::NONE, Some("j")),
            (KeyCode::Char('G'), KeyModifiers::SHIFT, Some("G")),
            (KeyCode::Char('D'), KeyModifiers::CONTROL, Some("ctrl-d")),
            (KeyCode::BackTab, KeyModifiers::SHIFT, Some("shift-tab")),
            (KeyCode::Tab, KeyModifiers::SHIFT, Some("shift-tab")),
            (KeyCode::Char('x'), KeyModifiers::ALT, Some("alt-x")),
            (KeyCode::F(1), KeyModifiers::NONE, None),
        ] {
            let chord = chord(&KeyEvent::new(code, modifiers));
            assert_eq!(chord.map(|chord| chord.to_string()).as_deref(), name);
        }
    }
}
