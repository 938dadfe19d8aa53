//! accords explores agreements between states in a terminal: which clause says it, who says so, what was done since.
//!
//! # The way of data, and of a key
//!
//! ```text
//! bytes ──data──► Dossier(s) ──► Collection ──search──► Index
//!                 (checked)      (immutable)               │
//! query text ──search::Query──► Query ────────────────► Matches (addresses and scores, no text)
//!                                                          │
//!                      Collection + Matches ──► report (stdout)   or   tui (frame)
//!
//! key ─► name ─► table (by the mode) ─► Action ─► update(&mut State, Action) ─► Effects ─► the loop runs them
//!                                                        │
//!                                     changed? ─► draw(&State, frame), which changes nothing
//! ```
//!
//! # Where what is
//!
//! Imports run one way, from the top of this table to its bottom (`tests/architecture` holds it):
//!
//! | module | what it knows |
//! |---|---|
//! | [`text`] | the only door from data to a screen: display filter, folding, width, wrapping |
//! | [`model`] | what is known: agreements, clauses, events, organisations, sources, dates, addresses |
//! | [`data`] | bytes become checked dossiers, with everything wrong told at once |
//! | [`search`] | words, index, query, ranking, highlights |
//! | [`insight`] | questions to the model: what belongs to what, what there is to read, what is counted |
//! | [`report`] | text and data for pipes, files and the clipboard |
//! | [`tui`] | the explorer: table of actions, state, update, screen; below it the terminal itself |
//! | [`plain`] | the same state and actions line by line, for screen readers and dumb terminals |
//! | [`error`] | why a command could not do its work, in one line |
//! | [`cli`] | arguments, and a few lines for each command |
//!
//! # What is promised
//!
//! 1. **Nothing is made up.** Every fact names its sources; sources that disagree stand side by side; what is not known is
//!    shown as not known.
//! 2. **Instant.** A key is answered within a frame; the first frame waits for nothing.
//! 3. **Every view is a command**, and its output can be piped. Panes and commands call the same functions of
//!    [`insight`] and [`search`], so they cannot disagree.
//! 4. **No file can hurt you.** No crash, no escape sequence let through, the terminal always handed back.
//!
//! # How files reach the screen
//!
//! ```text
//! paths ─data::Loader─► Loaded, Progress ─tui::Intake─► Arrival (what the screen needs, worked out) ─► update::arrival ─► State
//!          (its threads)         (its thread) └► search::Builder ─► Index ─► search::Worker ─► Answer ─► State
//! ```
//!
//! The loop only swaps what is ready. A collection grows at its end, so an item keeps its place while more is read; when
//! files change on the disk all is read anew, and every place is found again by its address. What a picture needs of a
//! whole list is worked out once for the list, and what takes longer than a frame is an errand (`tui::errands`).
//!
//! # How the checks of a file work
//!
//! The Rust types of [`model`] are the format. Their JSON Schema ([`data::schema`]) also says which texts are own ids
//! (`x-declares`), which refer to others (`x-refers-to`) and which lists name sources (`x-says-who`). One walk holds a file
//! against it and notes every problem with its path; lines are looked up only for what is wrong. So there is one truth for
//! the types, the editor's completion and the checks.

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
