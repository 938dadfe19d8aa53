//! Draws the panes and the reader, which do not depend on each other.

pub mod clauses;
pub mod library;
pub mod memberships;
pub mod reader;
pub mod sectors;
pub mod timeline;
mod view;

pub use view::PaneView;
