//! A person's own files: where they are, and TOML that knows where everything in it is.

mod folders;
mod toml_file;

pub use folders::config_folder;
pub use toml_file::{Place, Section, Setting, TomlFile, Value};
