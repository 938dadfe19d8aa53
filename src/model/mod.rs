//! What is known: agreements, clauses, events, organisations, and who says so.
//!
//! The structs are the format `accords/1` itself. They know no file and no terminal; what ties them together
//! (ids, addresses, links) is in `address` and `collection`.

mod address;
mod agreement;
mod collection;
mod date;
mod dispute;
mod dossier;
mod event;
mod item;
mod links;
mod organisation;
mod party;
mod sector;
mod shrink;
mod source;

pub use address::{Address, ItemId, Kind, Part, UniqueIds, escape_id, unescape_id};
pub use agreement::{Agreement, AgreementKind, Basis, CarriesOut, Clause, Signatory, Wording};
pub use collection::Collection;
pub use date::{Date, DateError, Day};
pub use dispute::{Claim, Dispute};
pub use dossier::{Dossier, Format};
pub use event::{Event, EventKind};
pub use item::{Item, Thing};
pub use links::Links;
pub use organisation::{Membership, Organisation, Standing, Status};
pub use party::{Party, PartyKind, Person};
pub use sector::Sector;
pub use source::{Source, SourceKind};

/// A closed list of words of the format, each with the word for people.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$item_doc:meta])* $item:ident => $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$item_doc])* $item,)* }

        impl $name {
            /// Every value, in the order of the format.
            pub const ALL: &'static [Self] = &[$(Self::$item,)*];

            /// The word shown to people.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$item => $word,)* }
            }
        }
    };
}
pub(crate) use words;
