//! The program in a real terminal: what it takes, it hands back, and it shows what the state draws.

#![cfg(test)]
#![cfg(unix)]

#[path = "../support/optional.rs"]
mod optional;
#[path = "../support/screen.rs"]
mod screen;

mod commands;
mod completion;
mod files;
mod hand_back;
mod jobs;
mod pty;
mod session;
