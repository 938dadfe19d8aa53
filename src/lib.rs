//! accords explores agreements between states in a terminal: which clause says it, who says so, what was done since.
//!
//! # The way of data, and of a key
//!
//! ```text
//! bytes ──data──► Dossier(s) ──► Collection ──search──► Index
//!                 (checked)      (immutable)               │
//! query text ──search::Query──► Query ────────────────► Matches (addresses and scores, no text)
//!                                                          │
//!           Collection + Matches ──► report (stdout, files)   or   explore (state) ──► tui (frame) / plain (lines)
//!
//! key, mouse, paste, size, arrival, answer, errand ─► Input ─► update(&mut State, Input) ─► Effects ─► terminal runs them
//!                                                                     │
//!                                                  changed? ─► tui::draw(&State, Look, frame) ─► Hits; it changes nothing
//! ```
//!
//! # Where what is
//!
//! Each module uses only those above it in this table; [`tui`] and [`plain`] do not know each other, and no module has a
//! circle of files inside (`tests/architecture` checks all of it):
//!
//! | module | what it knows |
//! |---|---|
//! | [`text`] | the only door from data to a screen: display filter, folding, width, wrapping |
//! | [`model`] | what is known: agreements, clauses, events, organisations, sources, dates, addresses |
//! | [`data`] | bytes become checked dossiers, with every problem reported at once: formats, loading, tables |
//! | [`search`] | words, index, query, ranking, highlights |
//! | [`insight`] | questions to the model: what belongs to what, what there is to read, what is counted, what charts show |
//! | [`report`] | text and data for pipes, files and the clipboard |
//! | [`explore`] | the explorer without a screen: actions and their keys, state, places, lists, overlays, updates |
//! | [`tui`] | draws the explorer; [`plain`] says it line by line, for screen readers and dumb terminals |
//! | [`terminal`] | takes the terminal and gives it back; keys, signals and news in one queue; the loop |
//! | [`error`] | why a command could not do its work, in one line |
//! | [`cli`] | arguments, and a few lines for each command |
//!
//! # What is promised
//!
//! 1. **Nothing is made up.** Every fact names its sources; sources that disagree are shown side by side; what is not
//!    known is shown as not known.
//! 2. **Instant.** A key is answered within a frame; the first frame waits for nothing.
//! 3. **Every view is a command**, and its output can be piped. Panes and commands call the same functions of
//!    [`insight`] and [`search`], so they cannot disagree.
//! 4. **No file can hurt you.** No crash, no escape sequence let through, the terminal always handed back.
//!
//! # How files reach the screen
//!
//! ```text
//! paths ─data::Loader─► Loaded, Progress ─explore::Intake─► Arrival ─► Input ─► update ─► State
//!          (its threads)         (its thread) └► search::Builder ─► Index ─► search::Worker ─► Answer ─► Input ─► State
//! ```
//!
//! A `Loader` says what to open, and reads it; `Loaded` is what came of a file, of some or of all; `Progress` is how far it
//! is; the `Intake` is the thread that gathers it for the explorer; an `Arrival` is what it hands over, worked out. The
//! update only swaps what is ready. A collection grows at its end, so an item keeps its place while more is read; when
//! files change on the disk, all is read again, and every place is found again by its address.
//!
//! # What is worked out, and kept
//!
//! A key must not cost what is not on the screen. What follows from a collection is in [`explore::Holdings`], what a pane
//! or its chart shows of a list in the figures of the list, the lines of the page and of a comparison beside the state
//! that they follow from. Lines are part of the state because moving by lines, walking matches and saying a line need
//! them as much as drawing does; a [`explore::Role`] says what a stretch of a line is for, and only [`tui`] knows its
//! colour. The geometry of the screen is in [`explore::layout`] for the same reason. What takes longer than a frame is an
//! errand, whose result arrives as an input.
//!
//! # How the checks of a file work
//!
//! The Rust types of [`model`] are the format. Their JSON Schema ([`data::schema`]) also says which texts are own ids
//! (`x-declares`), which refer to others (`x-refers-to`) and which lists name sources (`x-says-who`). One walk checks a
//! file against it and notes every problem with its path; lines are looked up only for what is wrong. So there is one
//! truth for the types, the editor's completion and the checks.

#![cfg_attr(not(test), deny(clippy::disallowed_methods))]

pub mod cli;
pub mod data;
pub mod error;
pub mod explore;
pub mod insight;
pub mod model;
pub mod plain;
pub mod report;
pub mod search;
pub mod terminal;
pub mod text;
pub mod tui;
