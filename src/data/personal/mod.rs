//! A person's own files: where they are, TOML that knows where everything in it is, and what is kept between visits.

mod folders;
mod marks;
mod moment;
mod searches;
mod state_file;
mod toml_file;
mod visits;

pub use folders::{config_folder, state_folder};
pub use marks::{Change, Mark, Marks};
pub use moment::Moment;
pub use searches::{Searches, SearchesChange};
pub use state_file::{Current, Kept, change, read, where_it_is};
pub use toml_file::{Place, Section, Setting, TomlFile, Value};
pub use visits::{Visit, Visits};
