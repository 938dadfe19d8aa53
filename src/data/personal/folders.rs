//! Where a person's own files are, by the XDG Base Directory Specification, on every system.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// A kind of folder: the variable that names its parent, and the parent without one, below the home folder.
#[derive(Clone, Copy)]
struct Base {
    variable: &'static str,
    default: &'static str,
}

/// The folder of what a person sets: keys, settings, themes.
const CONFIG: Base = Base { variable: "XDG_CONFIG_HOME", default: ".config" };

/// The folder of what the program keeps for a person: marks, notes, places, searches.
const STATE: Base = Base { variable: "XDG_STATE_HOME", default: ".local/state" };

/// The folder of what is kept for the person; `None` without a home folder.
pub fn state_folder() -> Option<PathBuf> {
    folder(STATE, |name| std::env::var_os(name))
}

/// The folder of the person's settings; `None` without a home folder.
pub fn config_folder() -> Option<PathBuf> {
    folder(CONFIG, |name| std::env::var_os(name))
}

/// The program's folder of a kind. A path that is not absolute is no path, as the specification says.
fn folder(base: Base, variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let absolute = |name| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let parent = absolute(base.variable).or_else(|| Some(absolute("HOME")?.join(base.default)))?;
    Some(parent.join(Path::new("accords")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_is_that_of_the_specification() {
        for (config, home, folder_of) in [
            (Some("/c"), Some("/h"), Some("/c/accords")),
            (None, Some("/h"), Some("/h/.config/accords")),
            (Some("relative"), Some("/h"), Some("/h/.config/accords")),
            (Some(""), Some("/h"), Some("/h/.config/accords")),
            (None, None, None),
        ] {
            let variable = |name: &str| match name {
                "HOME" => home.map(OsString::from),
                _ => config.map(OsString::from),
            };
            let state = folder_of.map(|folder: &str| folder.replace(".config", ".local/state"));
            assert_eq!(folder(STATE, variable), state.map(PathBuf::from), "{config:?} {home:?}");
            assert_eq!(folder(CONFIG, variable), folder_of.map(PathBuf::from), "{config:?} {home:?}");
        }
    }
}
