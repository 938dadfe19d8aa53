//! Lists beside the dossiers: memberships, states, topics.

pub mod memberships;
mod states;
mod topics;

pub(super) use states::state_name;
pub use states::{StateName, states};
pub use topics::{Topic, builtin_topics, read_topics};
