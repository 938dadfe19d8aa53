//! Lists beside the dossiers: memberships, states, topics, the words for kinds of agreements.

pub mod memberships;
pub mod states;
mod titles;
mod topics;

pub(super) use states::state_name;
pub(super) use titles::kind_of_title;
pub use topics::{Topic, builtin_topics, read_topics};
