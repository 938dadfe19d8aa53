//! What is known: agreements, clauses, events, organisations, and their sources.
//!
//! The structs are the format `accords/1`. They know nothing of files and terminals. `address`, `links` and
//! `collection` connect them.

mod address;
mod agreement;
mod allowance;
mod arrange;
mod calendar;
mod chapter;
mod clause_ids;
mod collection;
mod date;
mod dispute;
mod dossier;
mod event;
mod instrument;
mod item;
mod language;
mod linking;
mod links;
mod named;
mod organisation;
mod party;
mod place;
mod reading;
mod sector;
mod source;
mod words;

pub use address::{
    Address, ItemId, ItemMap, ItemSet, Kind, Part, PartMap, UniqueIds, escape_id, unescape_id,
};
pub use agreement::{Agreement, Basis, CarriesOut, Clause, PageTurn, Signatory, Sought, Wording};
pub use allowance::Allowance;
pub use calendar::{CalendarDate, DateError, Day};
pub use chapter::{Chapter, NUMBERED, Outline, WITHIN};
pub use collection::Collection;
pub use date::Date;
pub use dispute::{Claim, Dispute};
pub use dossier::{Dossier, DossierFormat};
pub use event::{Event, EventKind, Stage};
pub use instrument::{AgreementKind, Instrument};
pub use item::{Item, Thing};
pub use language::language_name;
pub use links::Links;
pub use organisation::{Earlier, Membership, Organisation, Standing, Status};
pub use party::{Party, PartyKind, Person};
pub use place::Place;
pub use reading::{ArticleNumber, Guess, GuessedFact, Reading, article_numbers, numbers};
pub use sector::Sector;
pub use source::{Source, SourceKind};

pub(crate) use words::words;
