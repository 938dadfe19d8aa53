//! Where a person's own files are: by the XDG Base Directory Specification on every system, and where Windows has such files if
//! no variable of that specification is set there.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// A kind of folder: the variable that names its parent, and the parent without one, below the home folder.
#[derive(Clone, Copy)]
struct Base {
    variable: &'static str,
    default: &'static str,
    /// The variable of Windows.
    of_windows: &'static str,
}

/// The folder of what a person sets: keys, settings, themes.
const CONFIG: Base = Base { variable: "XDG_CONFIG_HOME", default: ".config", of_windows: "APPDATA" };

/// The folder of what the program keeps for a person: marks, notes, places, searches.
const STATE: Base = Base { variable: "XDG_STATE_HOME", default: ".local/state", of_windows: "LOCALAPPDATA" };

/// The folder of what is kept for the person; `None` without a home folder.
pub fn state_folder() -> Option<PathBuf> {
    folder(STATE, cfg!(windows), |name| std::env::var_os(name))
}

/// The folder of the person's settings; `None` without a home folder.
pub fn config_folder() -> Option<PathBuf> {
    folder(CONFIG, cfg!(windows), |name| std::env::var_os(name))
}

/// The program's folder of a kind. A path that is not absolute is no path, as the specification says.
fn folder(base: Base, is_windows: bool, variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let absolute = |name| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let usual = || match is_windows {
        true => absolute(base.of_windows),
        false => Some(absolute("HOME")?.join(base.default)),
    };
    let parent = absolute(base.variable).or_else(usual)?;
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
            assert_eq!(folder(STATE, false, variable), state.map(PathBuf::from), "{config:?} {home:?}");
            assert_eq!(folder(CONFIG, false, variable), folder_of.map(PathBuf::from), "{config:?} {home:?}");
        }
    }

    #[test]
    fn windows_has_folders_of_its_own() {
        for (set, expected) in [
            (&["APPDATA", "HOME"][..], Some("/APPDATA/accords")),
            (&["APPDATA", "XDG_CONFIG_HOME"], Some("/XDG_CONFIG_HOME/accords")),
            (&["HOME"], None),
        ] {
            let variable = |name: &str| set.contains(&name).then(|| OsString::from(format!("/{name}")));
            assert_eq!(folder(CONFIG, true, variable), expected.map(PathBuf::from), "{set:?}");
        }
        assert_eq!(
            folder(STATE, true, |name| (name == "LOCALAPPDATA").then(|| OsString::from("/l"))),
            Some(PathBuf::from("/l/accords"))
        );
    }
}
