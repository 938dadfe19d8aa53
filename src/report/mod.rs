//! What the program says outside of the explorer: text and data for pipes, files and the clipboard.
//!
//! `reports` says what is reported, `forms` how it is written, `export` whole dossiers as files. Everything here is text
//! that is already safe to show; JSON stays JSON, with its own escapes.

mod export;
mod forms;
mod reports;
mod words;

pub use export::{FileForm, Selection};
pub use forms::citation::{Style, citation};
pub use forms::markdown::markdown;
pub use forms::quotation::quotation;
pub use forms::record::record;
pub use forms::text::page::{LinkLabels, page_text};
pub use forms::{Attribute, For, Format, Report, Sheet, TextLook};
pub use reports::compare::{COMPARE_COLUMNS, CompareReport, compared, counts_line};
pub use reports::coverage::{COVERAGE_COLUMNS, CoverageReport};
pub use reports::follow_up::{FOLLOW_UP_COLUMNS, FollowUpReport};
pub use reports::outline::outline;
pub use reports::overlap::{OVERLAP_COLUMNS, OverlapReport};
pub use reports::problems::{PROBLEM_COLUMNS, ProblemReport, problems_github};
pub use reports::search::{SEARCH_COLUMNS, SearchReport, corrected, no_word, partial_matches};
pub use reports::show::ItemReport;
pub use reports::trace::{TRACE_COLUMNS, TraceReport, Traced};
pub use reports::views::{columns, mixed, view};
pub use words::{counted, not_on_record};
