//! Lists beside the dossiers: memberships, states, topics, the words for kinds of agreements.

mod agreements;
mod land;
pub mod memberships;
mod sheet;
pub mod states;
mod titles;
mod topics;

pub use agreements::{Imported, Role, TableOptions};
pub(super) use agreements::{are_agreements, joined, read_agreements};
pub use land::{Coast, land};
pub(super) use states::state_name;
pub(super) use titles::kind_of_title;
pub use topics::{Topic, builtin_topics, read_topics};
