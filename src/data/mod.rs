//! The loading module: bytes become checked dossiers, and everything wrong with them is reported.
//!
//! Each folder uses only those above it:
//!
//! | folder | what it does |
//! |---|---|
//! | `file` | one file: reading its text, writing it atomically |
//! | `personal` | a person's own files: where they are, TOML with the place of everything in it, what is kept between visits |
//! | `tables` | lists beside the dossiers: memberships, states, topics, kinds |
//! | `documents` | what readers make of files that are only print, and how it is cut into articles |
//! | `formats` | from text to dossiers: a folder for each format, and the table of them |
//! | `lints` | what is valid in a dossier but rarely meant: a small function for each |
//! | `load` | from paths to dossiers: finding files, reading them on all cores, noticing changes |

pub mod documents;
mod file;
mod formats;
mod import;
mod lints;
mod load;
mod loaded;
mod merged;
mod meter;
pub mod personal;
mod problem;
mod renaming;
mod tables;

pub use documents::{Document, article_run, cut};
pub use file::{
    DEFAULT_MAX_SIZE, Existing, Refusal, SaveError, clear_unfinished, file_stem, read_bytes, read_text, save,
    save_new,
};
pub use formats::{
    Addition, Appended, FieldAbout, Holds, MADE_BY, NotAppended, Remarks, WORD_AGREEMENT, WORD_ASIDE,
    WORD_PAGES, akoma_ntoso, appended, canonical, example, fields_about, fields_of, parse, read_pdf,
    read_pdf_as_child, read_pdf_here, read_pdfs_with, schema, write_canonical, write_with_remarks,
};
pub use import::{Import, import, remarks};
pub use lints::{LINTS, Lint, lint};
pub use load::{
    FileRead, Gauge, Loader, Progress, Watcher, builtin, builtin_text, files, read_each, read_wording,
};
pub use loaded::Loaded;
pub use merged::merged;
pub use meter::Meter;
pub use problem::{Problem, Severity};
pub use renaming::{REFERENCES, rename_references, renamed};
pub use tables::{
    Coast, Imported, Role, TableOptions, Topic, builtin_topics, land, memberships, read_topics, states,
};
