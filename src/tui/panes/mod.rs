//! The panes and the reader. They know no file and not each other.

pub mod clauses;
pub mod library;
pub mod memberships;
pub mod reader;
pub mod sectors;
pub mod timeline;
mod view;

pub use view::PaneView;
