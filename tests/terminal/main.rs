//! The program in a real terminal: it hands back what it takes, and shows what the state draws.

#![cfg(test)]
#![cfg(unix)]

#[path = "../support/optional.rs"]
mod optional;
#[path = "../support/pdf.rs"]
mod pdf_files;
#[path = "../support/screen.rs"]
mod screen;

mod commands;
mod completion;
mod ends;
mod files;
mod hand_back;
mod jobs;
mod kept;
mod links;
mod mouse;
mod own;
mod progress;
mod pty;
mod session;
