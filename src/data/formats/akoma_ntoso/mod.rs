//! Akoma Ntoso 3.0 (LegalDocML), read and written; what this program writes it reads back the same.

mod names;
mod read;
mod write;

pub use names::NAMESPACE;
pub(super) use read::read;
pub use write::{akoma_ntoso, akoma_ntoso_collection};
