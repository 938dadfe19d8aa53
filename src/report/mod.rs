//! What the program says outside of the explorer: text and data for pipes, files and the clipboard.
//!
//! Everything here is text already safe to show; JSON stays JSON, with its own escapes.

mod citation;
mod columns;
mod compare;
mod coverage;
mod export;
mod follow_up;
mod html;
mod item;
mod lines;
mod markdown;
mod outline;
mod overlap;
mod page_text;
mod problems;
mod quotation;
mod record;
mod search;
mod table;
mod trace;
mod views;

pub use citation::{Style, citation};
pub use compare::{COMPARE_COLUMNS, compare_record, compare_table, compare_text, compared, counts_line};
pub use coverage::{COVERAGE_COLUMNS, coverage_table, coverage_text};
pub use export::{FileForm, Selection};
pub use follow_up::{FOLLOW_UP_COLUMNS, follow_up_records, follow_up_table, follow_up_text};
pub use markdown::markdown;
pub use outline::outline;
pub use overlap::{OVERLAP_COLUMNS, overlap_record, overlap_table, overlap_text};
pub use page_text::{Links, page_text};
pub use problems::{PROBLEM_COLUMNS, problem_table, problems_github};
pub use quotation::quotation;
pub use record::{linked_record, record, write_record};
pub use search::{Found, SEARCH_COLUMNS, found, held_by_nothing, read_as, search_table, search_text};
pub use table::{Cell, Column, Entry, For, Format, Row, Table, TextLook};
pub use trace::{TRACE_COLUMNS, Traced, trace_record, trace_table, trace_text};
pub use views::{columns, counted, mixed, not_on_record, view};
