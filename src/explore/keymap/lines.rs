//! The lines of a file of keys: which keys an action has, in which context.

use super::bound::Origin;
use crate::data::Problem;
use crate::data::personal::{Place, Section, Setting, TomlFile, Value};
use crate::explore::action::Action;
use crate::explore::bindings::{BINDINGS, Binding};
use crate::explore::keys::Keys;
use crate::explore::mode::Mode;
use crate::text::edit::nearest;

/// The section for all contexts.
pub const EVERYWHERE: &str = "everywhere";

/// A line of a file of keys.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The mode; `None` for all.
    pub mode: Option<Mode>,
    /// The name of the action.
    pub action: &'static str,
    /// Its keys.
    pub keys: Vec<Keys>,
    /// Where its name is in the file.
    pub place: Place,
    /// What the keys of the line come from.
    pub origin: Origin,
}

/// Reads the lines of a file; `origin` makes the origin of keys from the number of their line.
///
/// # Errors
/// Everything that is wrong with them.
pub(super) fn lines(file: &TomlFile, origin: impl Fn(usize) -> Origin) -> Result<Vec<Line>, Vec<Problem>> {
    let (mut lines, mut problems) = (Vec::new(), Vec::new());
    for section in &file.sections {
        let mode = match context(section) {
            Ok(mode) => mode,
            Err(why) => {
                problems.push(file.problem(section.place, why));
                continue;
            }
        };
        for setting in &section.settings {
            match line(mode, setting, &origin) {
                Ok(line) => lines.push(line),
                Err(why) => problems.push(file.problem(setting.place, why)),
            }
        }
    }
    if problems.is_empty() { Ok(lines) } else { Err(problems) }
}

/// The mode of a section; `None` for all.
fn context(section: &Section) -> Result<Option<Mode>, String> {
    let names = || std::iter::once(EVERYWHERE).chain(Mode::ALL.map(Mode::name));
    match section.name.as_str() {
        EVERYWHERE => Ok(None),
        "" => Err(format!("keys are in a section; write [{EVERYWHERE}] above this line")),
        name => match Mode::ALL.into_iter().find(|mode| mode.name() == name) {
            Some(mode) => Ok(Some(mode)),
            None => Err(match nearest(name, names()) {
                Some(meant) => format!("no context is named {name}; did you mean {meant}?"),
                None => format!(
                    "no context is named {name}; there are {}",
                    names().collect::<Vec<_>>().join(", ")
                ),
            }),
        },
    }
}

fn line(mode: Option<Mode>, setting: &Setting, origin: &impl Fn(usize) -> Origin) -> Result<Line, String> {
    let name = setting.name.as_str();
    let Some(row) = BINDINGS.iter().find(|row| row.name == name) else {
        return Err(match nearest(name, BINDINGS.iter().map(|row| row.name)) {
            Some(meant) => format!("no action is named {name}; did you mean {meant}?"),
            None => format!("no action is named {name}; accords keys lists the actions"),
        });
    };
    let of_name = || BINDINGS.iter().filter(|row| row.name == name);
    if let Some(mode) = mode.filter(|mode| !of_name().any(|row| row.modes.contains(mode))) {
        let modes: Vec<&str> = of_name().flat_map(|row| row.modes).map(|mode| mode.name()).collect();
        return Err(format!("{name} does nothing in {}; it works in {}", mode.name(), modes.join(", ")));
    }
    let keys = keys(row, &setting.value)?;
    if let Some(text) =
        keys.iter().find(|keys| mode.is_some_and(Mode::takes_text) && keys.first.is_character())
    {
        return Err(format!("\"{text}\" is text where text is typed; write ctrl-{text} or alt-{text}"));
    }
    Ok(Line { mode, action: row.name, keys, place: setting.place, origin: origin(setting.place.0) })
}

fn keys(row: &Binding, value: &Value) -> Result<Vec<Keys>, String> {
    let name = row.name;
    if row.count > 1 && !row.fixed.is_empty() {
        return Err(format!("the keys of {name} are the letters of links, which cannot be changed"));
    }
    let names = match value {
        Value::Text(one) => std::slice::from_ref(one),
        Value::Texts(several) => several.as_slice(),
        _ => return Err(format!("{name} takes a key or a list of keys: {name} = [\"g\", \"ctrl-home\"]")),
    };
    let keys = names.iter().map(|names| read(row, names)).collect::<Result<Vec<Keys>, String>>()?;
    if row.count > 1 && ![0, row.count].contains(&keys.len()) {
        return Err(format!("{name} takes {} keys, one for each, or none: []", row.count));
    }
    Ok(keys)
}

fn read(row: &Binding, names: &str) -> Result<Keys, String> {
    let Some(keys) = Keys::named(names) else {
        return Err(format!(
            "no key is named \"{names}\"; write a character, space, tab, up, pageup, f1, ctrl-d, alt-m, or two of them as \"g g\""
        ));
    };
    // What the loop takes for itself, in every mode.
    let always = |other: &&Binding| matches!((other.action)(0), Action::Quit | Action::Suspend);
    let taken = BINDINGS.iter().filter(always).find(|other| {
        other.name != row.name
            && other.fixed.iter().any(|fixed| keys.first == *fixed || keys.then == Some(*fixed))
    });
    match taken {
        Some(other) => Err(format!("\"{names}\" is always {}; choose another key", other.name)),
        None => Ok(keys),
    }
}
