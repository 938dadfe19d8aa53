//! What the program says outside of the explorer: text and data for pipes, files and the clipboard.
//!
//! `reports` says what is reported, `forms` how it is written, `export` whole dossiers as files. Everything here is text
//! that is already safe to show; JSON stays JSON, with its own escapes.

mod export;
mod forms;
mod metered;
mod reports;
mod words;

pub use export::{ComparisonForm, FileForm, Selection};
pub use forms::citation::{Style, citation};
pub use forms::json::{pretty as json, write_pretty as write_json};
pub use forms::markdown::markdown;
pub use forms::quotation::quotation;
pub use forms::record::record;
pub use forms::svg;
pub use forms::text::page::{LinkLabels, page_text};
pub use forms::{Attribute, For, Format, Report, Sheet, TextLook};
pub use metered::Metered;
pub use reports::changes::ChangesReport;
pub use reports::compare::{CompareReport, compared, counts_line, unmarked};
pub use reports::contents::ContentsReport;
pub use reports::coverage::CoverageReport;
pub use reports::described;
pub use reports::follow_up::FollowUpReport;
pub use reports::map::{MapReport, NetworkReport};
pub use reports::marks::MarksReport;
pub use reports::outline::outline;
pub use reports::overlap::OverlapReport;
pub use reports::problems::{ProblemReport, problems_github};
pub use reports::saved::SavedReport;
pub use reports::search::{SearchReport, corrected, no_word, partial_matches};
pub use reports::searches::SearchesReport;
pub use reports::show::ItemReport;
pub use reports::trace::{TextOf, TraceReport, Traced};
pub use reports::views::{columns, mixed, view};
pub use words::{counted, not_on_record};
