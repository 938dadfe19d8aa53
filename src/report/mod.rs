//! What the program says outside of the explorer: text and data for pipes, files and the clipboard.
//!
//! Everything here is text already safe to show; JSON stays JSON, with its own escapes.

mod citation;
mod export;
mod html;
mod markdown;
mod outline;
mod page_text;
mod quotation;
mod record;
mod search;
mod table;
mod views;

pub use citation::{Style, citation};
pub use export::{FileForm, Selection};
pub use markdown::markdown;
pub use outline::outline;
pub use page_text::{Links, page_text};
pub use quotation::quotation;
pub use record::{linked_record, record, write_record};
pub use search::{Found, SEARCH_COLUMNS, found, read_as, search_table, search_text};
pub use table::{Cell, Column, Entry, For, Format, Row, Table, TextLook};
pub use views::{columns, counted, mixed, not_on_record, view};
