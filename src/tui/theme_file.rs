//! A person's theme: a TOML file with the style of each role.

use super::theme::{OwnTheme, Theme};
use crate::data::Problem;
use crate::data::personal::{TomlFile, Value};
use crate::explore::Role;
use crate::text::edit::nearest;
use ratatui::style::{Color, Modifier, Style};

/// The theme in a file, with this name. At its top, `base` names the theme of the roles that the file leaves out: dark without
/// it. Its section `roles` has a style for each role: a colour (one of the terminal's sixteen, or `#rrggbb`) and modifiers.
///
/// # Errors
/// Roles, colours and settings that do not exist, with their lines.
pub fn read_theme(name: &str, file: &TomlFile) -> Result<OwnTheme, Vec<Problem>> {
    let mut theme = OwnTheme { name: name.to_owned(), base: Theme::Dark, styles: Vec::new() };
    let mut problems = Vec::new();
    for section in &file.sections {
        for setting in &section.settings {
            let Value::Text(value) = &setting.value else {
                let why = format!("{} takes a text: \"bold #ffd75f\"", setting.name);
                problems.push(file.problem(setting.place, why));
                continue;
            };
            let read = match (section.name.as_str(), setting.name.as_str()) {
                ("", "base") => base(value).map(|base| theme.base = base),
                ("roles", role) => style(role, value).map(|style| theme.styles.push(style)),
                _ => {
                    Err("a theme has base at its top and styles in [roles]; nothing else is known".to_owned())
                }
            };
            problems.extend(read.err().map(|why| file.problem(setting.place, why)));
        }
    }
    if problems.is_empty() { Ok(theme) } else { Err(problems) }
}

fn base(name: &str) -> Result<Theme, String> {
    Theme::named(name)
        .ok_or_else(|| format!("no theme to begin with is named {name}; there are {}", Theme::names()))
}

fn style(role: &str, words: &str) -> Result<(Role, Style), String> {
    let Some(found) = Role::ALL.into_iter().find(|known| known.name() == role) else {
        let names = || Role::ALL.into_iter().map(Role::name);
        return Err(match nearest(role, names()) {
            Some(meant) => format!("no role is named {role}; did you mean {meant}?"),
            None => format!("no role is named {role}; there are {}", names().collect::<Vec<_>>().join(", ")),
        });
    };
    let add = |style: Style, word: &str| -> Result<Style, String> {
        let modifier = match word {
            "bold" => Modifier::BOLD,
            "dim" => Modifier::DIM,
            "italic" => Modifier::ITALIC,
            "underline" => Modifier::UNDERLINED,
            "reverse" => Modifier::REVERSED,
            colour => {
                let colour: Color = colour.parse().map_err(|_| {
                    format!("\"{word}\" is no colour: write #rrggbb or red, light-blue, dark-gray, and bold, dim, italic, underline, reverse")
                })?;
                return Ok(style.fg(colour));
            }
        };
        Ok(style.add_modifier(modifier))
    };
    let style = words.split_whitespace().try_fold(Style::new(), add)?;
    Ok((found, style))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn read(text: &str) -> Result<OwnTheme, String> {
        let file = TomlFile::parse(Path::new("t.toml"), text).unwrap();
        let told =
            |problems: Vec<Problem>| problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n");
        read_theme("t", &file).map_err(told)
    }

    #[test]
    fn roles_that_a_file_leaves_out_are_those_of_its_base() {
        let own =
            read("base = \"light\"\n[roles]\nmatch = \"bold underline #5f00af\"\ntext = \"\"\n").unwrap();
        let theme = Theme::Own(Box::leak(Box::new(own)));
        let style = theme.style(Role::Match);
        assert_eq!(style.fg, Some(Color::Rgb(0x5f, 0, 0xaf)));
        assert_eq!(style.add_modifier, Modifier::BOLD | Modifier::UNDERLINED);
        assert_eq!(theme.style(Role::Focus), Theme::Light.style(Role::Focus));
        assert_eq!(theme.word(), "t");
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        for (text, expected) in [
            (
                "[roles]\nmatsch = \"red\"\n",
                "t.toml:2:1: error: no role is named matsch; did you mean match?",
            ),
            ("[roles]\nmatch = \"mauve\"\n", "t.toml:2:1: error: \"mauve\" is no colour: write #rrggbb"),
            ("[roles]\nmatch = 1\n", "t.toml:2:1: error: match takes a text"),
            (
                "base = \"grey\"\n",
                "t.toml:1:1: error: no theme to begin with is named grey; there are dark, light",
            ),
            ("colour = \"red\"\n", "t.toml:1:1: error: a theme has base at its top"),
        ] {
            let told = read(text).unwrap_err();
            assert!(told.starts_with(expected), "{told}");
        }
    }
}
