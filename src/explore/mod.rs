//! The explorer without a screen: its actions, their keys, its state and how that changes.
//!
//! ```text
//! key, paste, size, arrival, answer, errand ─► Input ─► update(&mut State, Input) ─► Effects
//! ```
//!
//! [`State`] holds everything that is shown; only [`update()`] changes it. Nothing here depends on a terminal or a
//! drawing library: [`crate::tui`] draws the state, [`crate::plain`] prints it line by line.

pub mod action;
mod area;
pub mod bindings;
mod charted;
pub mod charts;
mod chord;
mod copy;
mod draft;
mod effect;
mod errands;
mod export;
mod figures;
mod finder;
mod folds;
mod gesture;
mod holdings;
mod input;
mod input_line;
mod intake;
pub mod jumps;
pub mod keymap;
mod keys;
mod laid_out;
pub mod layout;
mod library_columns;
mod lines;
mod list;
pub mod map_frame;
mod marked;
pub mod memberships;
mod messages;
mod mode;
mod narrowing;
pub mod note_area;
mod opening;
pub mod overlays;
mod pane;
mod place;
pub mod reader;
mod remember;
mod returning;
mod row;
mod rows;
mod search_box;
mod sizes;
mod so_far;
mod stack;
mod state;
mod target;
mod tree;
mod underway;
mod undo;
mod update;
mod view_report;
mod wake;
mod welcome;

pub use charted::{charted, pictured};
pub use chord::{Chord, Held, Key};
pub use draft::{Draft, Saved, save};
pub use effect::Effect;
pub use errands::{Errands, Finished};
pub use finder::Finder;
pub use folds::chapter_count;
pub use gesture::{Gesture, Mouse};
pub use holdings::{Holdings, Totals};
pub use input::Input;
pub use input_line::InputLine;
pub use intake::{Arrival, Intake};
pub use jumps::Jump;
pub use keymap::Keymap;
pub use keys::Keys;
pub use library_columns::LibraryColumn;
pub use lines::{Piece, Role, quote_bar};
pub use list::List;
pub use marked::{Marked, Sign};
pub use mode::Mode;
pub use narrowing::{Scope, can_narrow};
pub use opening::Opening;
pub use pane::{Pane, Panes};
pub use place::{Focus, Listed, View};
pub use remember::{Memory, Remember, Remembered};
pub use row::Row;
pub use search_box::{SearchBox, SearchFocus};
pub use so_far::{so_far, verdict};
pub use stack::pane_areas;
pub use state::{Memberships, State};
pub use target::Target;
pub use underway::{PACE, watch};
pub use update::{leave, opened, settle, step_or_update, update};
pub use wake::Wake;
pub use welcome::Welcome;
