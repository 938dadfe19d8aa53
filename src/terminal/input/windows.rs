//! A console, which hands over events: keys, the mouse, pastes, sizes. It has no signals; Ctrl-C is a key in raw mode.

use crate::terminal::{
    delivery::{HANGUP_CODE, deliver, spawn},
    events::{Message, Outbox},
    job_control,
    keys::{Typed, chord},
    mouse::Clicks,
};
use ratatui::crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};
use std::io;
use std::time::Duration;
use termina::event as ours;

/// How long a wait for an event is, between which the console can be lent to another program.
const TURN: Duration = Duration::from_millis(50);

/// Nothing: the system ends the program if its console is closed.
pub(crate) fn listen_to_signals(_outbox: Outbox) -> io::Result<()> {
    Ok(())
}

/// Starts to read keys. Called after the first frame, which does not wait for it.
pub(crate) fn listen_to_terminal(outbox: &Outbox) -> io::Result<()> {
    let outbox = outbox.clone();
    spawn("keys", move || read_console(&outbox))
}

fn read_console(outbox: &Outbox) {
    let mut clicks = Clicks::default();
    loop {
        let turn = job_control::reading();
        let event = match event::poll(TURN) {
            Ok(true) => event::read(),
            Ok(false) => continue,
            Err(error) => Err(error),
        };
        drop(turn);
        match event {
            Ok(Event::Resize(..)) => outbox.send(Message::Resize),
            Ok(event) => {
                if !typed(event).is_none_or(|typed| deliver(typed, &mut clicks, outbox)) {
                    return;
                }
            }
            Err(_) => return outbox.quit(HANGUP_CODE),
        }
    }
}

/// What an event of the console is; `None` if it means nothing here, such as the release of a key, which consoles report too.
fn typed(event: Event) -> Option<Typed> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => chord(&pressed(key)?).map(Typed::Key),
        Event::Paste(text) => Some(Typed::Paste(text)),
        Event::Mouse(mouse) => {
            let button = |button| match button {
                MouseButton::Left => ours::MouseButton::Left,
                MouseButton::Right => ours::MouseButton::Right,
                MouseButton::Middle => ours::MouseButton::Middle,
            };
            let kind = match mouse.kind {
                MouseEventKind::Down(own) => ours::MouseEventKind::Down(button(own)),
                MouseEventKind::Up(own) => ours::MouseEventKind::Up(button(own)),
                MouseEventKind::Drag(own) => ours::MouseEventKind::Drag(button(own)),
                MouseEventKind::ScrollDown => ours::MouseEventKind::ScrollDown,
                MouseEventKind::ScrollUp => ours::MouseEventKind::ScrollUp,
                _ => return None,
            };
            let modifiers = ours::Modifiers::NONE;
            Some(Typed::Mouse(ours::MouseEvent { kind, column: mouse.column, row: mouse.row, modifiers }))
        }
        _ => None,
    }
}

/// A key as terminals elsewhere report it; `None` for one that the explorer does not know. AltGr, by which many keyboards type
/// signs such as `[` and `@`, is reported as Control and Alt together, and is neither.
fn pressed(key: KeyEvent) -> Option<ours::KeyEvent> {
    let code = match key.code {
        KeyCode::Char(c) => ours::KeyCode::Char(c),
        KeyCode::Enter => ours::KeyCode::Enter,
        KeyCode::Esc => ours::KeyCode::Escape,
        KeyCode::Tab => ours::KeyCode::Tab,
        KeyCode::BackTab => ours::KeyCode::BackTab,
        KeyCode::Up => ours::KeyCode::Up,
        KeyCode::Down => ours::KeyCode::Down,
        KeyCode::Left => ours::KeyCode::Left,
        KeyCode::Right => ours::KeyCode::Right,
        KeyCode::Home => ours::KeyCode::Home,
        KeyCode::End => ours::KeyCode::End,
        KeyCode::PageUp => ours::KeyCode::PageUp,
        KeyCode::PageDown => ours::KeyCode::PageDown,
        KeyCode::Backspace => ours::KeyCode::Backspace,
        KeyCode::Delete => ours::KeyCode::Delete,
        KeyCode::F(number) => ours::KeyCode::Function(number),
        _ => return None,
    };
    let has = |held| key.modifiers.contains(held);
    let is_sign = matches!(key.code, KeyCode::Char(_)) && has(KeyModifiers::CONTROL | KeyModifiers::ALT);
    let mut held = ours::Modifiers::NONE;
    for (own, same) in [
        (KeyModifiers::SHIFT, ours::Modifiers::SHIFT),
        (KeyModifiers::CONTROL, ours::Modifiers::CONTROL),
        (KeyModifiers::ALT, ours::Modifiers::ALT),
    ] {
        if has(own) && (!is_sign || own == KeyModifiers::SHIFT) {
            held |= same;
        }
    }
    Some(ours::KeyEvent::new(code, held))
}
