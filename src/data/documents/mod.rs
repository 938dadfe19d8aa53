//! Documents as people have them, in which nothing but the print says where an article begins.
//!
//! A reader of `formats` makes a [`Document`] of a file, whatever the format; what follows from the
//! text alone is the same for all of them.
//!
//! | file or folder | what it does |
//! |---|---|
//! | `document` | what a reader hands over |
//! | `facts` | what a text says of itself: title, language, parties, date |
//! | `cut` | lines become articles |
//! | `misread` | words that scanning damaged |
//! | `warnings` | what a reader of the clauses must know |
//! | `dossier` | articles and facts become a dossier with its warnings |

mod cut;
mod document;
mod dossier;
mod facts;
mod misread;
mod warnings;

pub use cut::article_run;
pub use document::{Document, Kind, Line, Piece, Role};
pub use dossier::cut;
pub use misread::{is_misread, misread};
