//! The panes and the reader. They know no file and not each other.

pub mod clauses;
mod frame;
pub mod library;
pub mod memberships;
pub mod reader;
pub mod sectors;
pub mod timeline;

pub use frame::{PaneView, divider, fitted, heading, thumb};
