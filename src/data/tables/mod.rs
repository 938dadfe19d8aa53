//! Lists beside the dossiers: memberships, states, topics.

pub mod memberships;
pub(super) mod states;
mod topics;

pub use topics::{Topic, builtin_topics, read_topics};
