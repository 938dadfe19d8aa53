//! Themes: the style of each role.
//!
//! Only the terminal's own sixteen colours and modifiers are used, and no background, so that palettes and transparency
//! survive. The mono theme sets modifiers only: with a colour, some terminals would not show a selection in reverse
//! under NO_COLOR.

use crate::explore::Role;
use clap::ValueEnum;
use ratatui::style::{Color, Modifier, Style};

/// A set of styles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Theme {
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// Without colours.
    Mono,
}

impl Theme {
    /// The next theme, in the order of the key that switches them.
    pub fn next(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::Mono,
            Self::Mono => Self::Dark,
        }
    }

    /// The name for people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Mono => "no colour",
        }
    }

    /// The theme of a terminal: mono under NO_COLOR, else by the background in COLORFGBG, else dark.
    pub fn of_terminal(no_color: Option<&str>, colorfgbg: Option<&str>) -> Self {
        if no_color.is_some_and(|value| !value.is_empty()) {
            return Self::Mono;
        }
        let background = colorfgbg.and_then(|value| value.rsplit(';').next()?.parse::<u8>().ok());
        match background {
            Some(7 | 9..=15) => Self::Light,
            _ => Self::Dark,
        }
    }

    /// The style of a role.
    pub fn style(self, role: Role) -> Style {
        let (dark, light, mono) = match role {
            Role::Text => (plain(), plain(), plain()),
            Role::Strong => (bold(), bold(), bold()),
            Role::Quiet | Role::Unknown => (dim(), dim(), dim()),
            Role::Rule => (plain().fg(Color::DarkGray), dim().fg(Color::DarkGray), dim()),
            Role::Focus => (bold().fg(Color::Cyan), bold().fg(Color::Blue), bold()),
            Role::Key => (plain().fg(Color::Cyan), plain().fg(Color::Blue), bold()),
            Role::Link => {
                (plain().fg(Color::Cyan), plain().fg(Color::Blue), plain().add_modifier(Modifier::UNDERLINED))
            }
            Role::Select => (reverse().fg(Color::Cyan), reverse().fg(Color::Blue), reverse()),
            Role::Match => (marked().fg(Color::Yellow), marked().fg(Color::Magenta), marked()),
            Role::Bar => (plain().fg(Color::Blue), plain().fg(Color::Cyan), dim()),
            Role::Shared => (bold().fg(Color::Green), bold().fg(Color::Green), bold()),
            Role::Differ => (marked().fg(Color::Magenta), marked().fg(Color::Cyan), marked()),
            Role::Doubt => (underlined(), underlined(), underlined()),
            Role::Dispute => (bold().fg(Color::LightRed), bold().fg(Color::Red), bold()),
        };
        match self {
            Self::Dark => dark,
            Self::Light => light,
            Self::Mono => mono,
        }
    }
}

fn plain() -> Style {
    Style::new()
}

fn bold() -> Style {
    plain().add_modifier(Modifier::BOLD)
}

fn dim() -> Style {
    plain().add_modifier(Modifier::DIM)
}

fn reverse() -> Style {
    plain().add_modifier(Modifier::REVERSED)
}

fn underlined() -> Style {
    plain().add_modifier(Modifier::UNDERLINED)
}

fn marked() -> Style {
    underlined().add_modifier(Modifier::BOLD)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terminal_decides_without_being_asked() {
        for (no_color, colorfgbg, theme) in [
            (None, None, Theme::Dark),
            (Some("1"), Some("0;15"), Theme::Mono),
            (Some(""), Some("0;15"), Theme::Light),
            (None, Some("15;0"), Theme::Dark),
            (None, Some("0;default;15"), Theme::Light),
            (None, Some("nonsense"), Theme::Dark),
        ] {
            assert_eq!(Theme::of_terminal(no_color, colorfgbg), theme, "{no_color:?} {colorfgbg:?}");
        }
    }

    #[test]
    fn mono_sets_no_colour() {
        for role in [
            Role::Focus,
            Role::Select,
            Role::Match,
            Role::Rule,
            Role::Dispute,
            Role::Shared,
            Role::Bar,
            Role::Differ,
            Role::Doubt,
        ] {
            let style = Theme::Mono.style(role);
            assert_eq!((style.fg, style.bg), (None, None), "{role:?}");
        }
    }
}
