//! The mouse: which gestures its reports are, and the modes in which a terminal sends them.

use crate::explore::Gesture;
use ratatui::crossterm::Command;
use std::fmt;
use std::time::{Duration, Instant};
use termina::event::{MouseButton, MouseEvent, MouseEventKind};

/// Two clicks at a cell within this time are a double click.
const DOUBLE: Duration = Duration::from_millis(400);

/// A gesture at a cell of the screen, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointed {
    /// What the mouse did.
    pub gesture: Gesture,
    /// The column.
    pub column: usize,
    /// The row.
    pub row: usize,
}

/// Makes gestures of reports.
#[derive(Debug, Default)]
pub(super) struct Clicks {
    last: Option<(Instant, u16, u16)>,
}

impl Clicks {
    /// The gesture that a report of this moment completes; `None` for those that mean nothing here.
    pub(super) fn pointed(&mut self, event: &MouseEvent, now: Instant) -> Option<Pointed> {
        let gesture = match event.kind {
            MouseEventKind::Down(MouseButton::Left) => self.click(event, now),
            MouseEventKind::Drag(MouseButton::Left) => {
                // A button that moves clicks once.
                self.last = None;
                Gesture::Drag { column: event.column.into(), row: event.row.into() }
            }
            MouseEventKind::Up(MouseButton::Left) => Gesture::Release,
            MouseEventKind::ScrollDown => Gesture::WheelDown,
            MouseEventKind::ScrollUp => Gesture::WheelUp,
            _ => return None,
        };
        Some(Pointed { gesture, column: event.column.into(), row: event.row.into() })
    }

    fn click(&mut self, event: &MouseEvent, now: Instant) -> Gesture {
        let (column, row) = (event.column, event.row);
        let is_second = |(then, c, r): (Instant, u16, u16)| {
            (c, r) == (column, row) && now.saturating_duration_since(then) <= DOUBLE
        };
        if self.last.take().is_some_and(is_second) {
            return Gesture::DoubleClick;
        }
        self.last = Some((now, column, row));
        Gesture::Click
    }
}

/// Asks for buttons, the wheel, and motion while a button is pressed (mode 1002), with cells as numbers (1006). Not for
/// other motion, which would wake the program for nothing.
pub(super) struct TakeMouse;

impl Command for TakeMouse {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        f.write_str("\x1b[?1002h\x1b[?1006h")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> std::io::Result<()> {
        ratatui::crossterm::event::EnableMouseCapture.execute_winapi()
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}

/// Lets the terminal have the mouse again.
pub(super) struct ReleaseMouse;

impl Command for ReleaseMouse {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        f.write_str("\x1b[?1006l\x1b[?1002l")
    }

    /// Fails if the mouse was never taken, which is no error here.
    #[cfg(windows)]
    fn execute_winapi(&self) -> std::io::Result<()> {
        let _ = ratatui::crossterm::event::DisableMouseCapture.execute_winapi();
        Ok(())
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use termina::event::Modifiers;

    fn event(kind: MouseEventKind, column: u16) -> MouseEvent {
        MouseEvent { kind, column, row: 1, modifiers: Modifiers::NONE }
    }

    #[test]
    fn the_second_click_at_a_cell_is_a_double_click_the_third_is_not() {
        let (mut clicks, start) = (Clicks::default(), Instant::now());
        let gestures = [(5, 0), (5, 300), (5, 500), (6, 600), (6, 1_100)].map(|(column, after)| {
            let press = event(MouseEventKind::Down(MouseButton::Left), column);
            clicks.pointed(&press, start + Duration::from_millis(after)).unwrap().gesture
        });
        use Gesture::{Click, DoubleClick};
        assert_eq!(gestures, [Click, DoubleClick, Click, Click, Click]);
    }

    #[test]
    fn other_reports_mean_nothing() {
        let mut clicks = Clicks::default();
        for kind in [
            MouseEventKind::Moved,
            MouseEventKind::Up(MouseButton::Right),
            MouseEventKind::Drag(MouseButton::Right),
            MouseEventKind::Down(MouseButton::Right),
        ] {
            assert_eq!(clicks.pointed(&event(kind, 1), Instant::now()), None);
        }
        let wheel = clicks.pointed(&event(MouseEventKind::ScrollUp, 7), Instant::now());
        assert_eq!(wheel, Some(Pointed { gesture: Gesture::WheelUp, column: 7, row: 1 }));
    }
}
