//! The format `accords/1`: a dossier in JSON.
//!
//! One walk over the text checks it against the schema of the model's types, so there is one truth for the types, the
//! editor's completion and the checks. Lines are looked up only for what is wrong.

mod about;
mod append;
mod canonical;
mod example;
mod fields;
mod findings;
mod lines;
mod names;
mod path;
mod places;
mod read;
mod references;
mod schema;
mod shape;
mod texts;
mod tree;
mod walk;

pub use about::{FieldAbout, Holds, fields_about};
pub use append::{Addition, Appended, NotAppended, appended};
pub use canonical::{Remarks, canonical, write_canonical, write_with_remarks};
pub use example::example;
pub use fields::fields_of;
pub use places::places_of;
pub(super) use read::{is_schema, read};
pub use schema::schema;
