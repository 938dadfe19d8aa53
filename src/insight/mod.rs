//! Questions to the model. Panes and commands ask the same ones, so they cannot disagree.

mod body;
pub mod changes;
pub mod charts;
pub mod compare;
mod counts;
mod coverage;
mod excerpt;
mod follow_up;
mod lacking;
mod lists;
mod naming;
mod outline;
pub mod overlap;
mod page;
mod references;
mod relations;
mod resolve;
pub mod trace;
mod unresolved;
mod wording;

pub use body::body;
pub use counts::{Axis, axis, named_by_leading, sector_count, sector_counts, sector_facts, sector_years};
pub use coverage::{Coverage, Subjects, coverage};
pub use excerpt::{Extent, excerpt};
pub use follow_up::{FollowUp, chosen_clauses, first_clauses, follow_up};
pub use lacking::Lacking;
pub use lists::{Order, chapters_of, clauses_of, compared_organisations, items};
pub use naming::{agreement_among, bare_number, numbered, short_name, title_among};
pub use outline::{Entry, chapter_around, chapters_around, contents, shown_number, word_count};
pub use page::{
    Citations, CitedSource, ClaimSide, Claims, Fact, Page, Phrase, Quote, Section, page, page_in,
};
pub use references::{Reference, references};
pub use relations::{Related, Relations, of_item, rest_of_package};
pub use resolve::{begun, looks_like_address, resolve, resolve_at_once, resolve_in_search};
pub use unresolved::Unresolved;
