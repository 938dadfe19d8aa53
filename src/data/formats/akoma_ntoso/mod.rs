//! Akoma Ntoso 3.0 (LegalDocML), read and written. What this program writes, it reads back unchanged.

mod names;
mod read;
mod write;

pub use names::NAMESPACE;
pub(super) use read::read;
pub use write::{write_agreement, write_dossier};
