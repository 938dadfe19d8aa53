//! Lists beside the dossiers: memberships, states, topics.

pub mod memberships;
pub mod states;
mod topics;

pub(super) use states::state_name;
pub use topics::{Topic, builtin_topics, read_topics};
