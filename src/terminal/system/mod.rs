//! What systems do differently around a terminal and other programs: the way to the screen and that of keys, which files are
//! programs, and how a program is started apart from the terminal. `unix` and `windows` have the same functions, but for the
//! file of a terminal, which a console does not have.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub(super) use unix::{
    Screen, can_draw, has_terminal, input_terminal, is_program, programs, screen, start_apart,
};
#[cfg(windows)]
pub(super) use windows::{Screen, can_draw, has_terminal, is_program, programs, screen, start_apart};
