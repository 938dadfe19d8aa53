//! Keys become actions, by the mode.

use super::action::{Action, Mode};
use super::table::TABLE;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The name of a key with what is held: `j`, `G`, `ctrl-d`, `shift-tab`, `pagedown`; none for keys without a use.
pub fn chord(key: &KeyEvent) -> Option<String> {
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    if key.modifiers.intersects(KeyModifiers::ALT | KeyModifiers::SUPER | KeyModifiers::META) {
        return None;
    }
    let name = match key.code {
        KeyCode::Char(' ') => "space".to_owned(),
        KeyCode::Char(c) if control => c.to_ascii_lowercase().to_string(),
        KeyCode::Char(c) => c.to_string(),
        KeyCode::Enter => "enter".to_owned(),
        KeyCode::Esc => "esc".to_owned(),
        KeyCode::Tab if key.modifiers.contains(KeyModifiers::SHIFT) => "shift-tab".to_owned(),
        KeyCode::Tab => "tab".to_owned(),
        KeyCode::BackTab => "shift-tab".to_owned(),
        KeyCode::Up => "up".to_owned(),
        KeyCode::Down => "down".to_owned(),
        KeyCode::Left => "left".to_owned(),
        KeyCode::Right => "right".to_owned(),
        KeyCode::Home => "home".to_owned(),
        KeyCode::End => "end".to_owned(),
        KeyCode::PageUp => "pageup".to_owned(),
        KeyCode::PageDown => "pagedown".to_owned(),
        KeyCode::Backspace => "backspace".to_owned(),
        KeyCode::Delete => "delete".to_owned(),
        _ => return None,
    };
    Some(if control { format!("ctrl-{name}") } else { name })
}

/// The action of a key in a mode.
pub fn action(mode: Mode, chord: &str) -> Option<Action> {
    TABLE.iter().filter(|entry| entry.modes.contains(&mode)).find_map(|entry| {
        let number = entry.keys.iter().position(|key| *key == chord)?;
        Some((entry.action)(number))
    })
}

/// How a key is written for people: arrows as signs, the rest as it is.
pub fn shown(key: &str) -> &str {
    match key {
        "up" => "↑",
        "down" => "↓",
        "left" => "←",
        "right" => "→",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::action::Motion;

    #[test]
    fn keys_have_the_names_of_the_table() {
        for (code, modifiers, name) in [
            (KeyCode::Char('j'), KeyModifiers::NONE, Some("j")),
            (KeyCode::Char('G'), KeyModifiers::SHIFT, Some("G")),
            (KeyCode::Char('D'), KeyModifiers::CONTROL, Some("ctrl-d")),
            (KeyCode::BackTab, KeyModifiers::SHIFT, Some("shift-tab")),
            (KeyCode::Tab, KeyModifiers::SHIFT, Some("shift-tab")),
            (KeyCode::Char('x'), KeyModifiers::ALT, None),
            (KeyCode::F(1), KeyModifiers::NONE, None),
        ] {
            assert_eq!(chord(&KeyEvent::new(code, modifiers)).as_deref(), name);
        }
    }

    #[test]
    fn the_mode_decides() {
        assert_eq!(action(Mode::Panes, "j"), Some(Action::Move(Motion::Down)));
        assert_eq!(action(Mode::SearchLine, "j"), None);
        assert_eq!(action(Mode::Reader, "c"), Some(Action::Follow(2)));
        assert_eq!(action(Mode::Panes, "c"), None);
        assert_eq!(
            action(Mode::CopyMenu, "q"),
            Some(Action::CopyAs(crate::tui::action::CopyForm::Quotation))
        );
    }
}
