//! Themes: the style of each role.
//!
//! Only the terminal's own sixteen colours and modifiers are used, but for the theme of high contrast and a person's own,
//! and no background, so that palettes and transparency survive. The mono theme sets modifiers only: with a colour, some terminals would not show a selection in reverse
//! under NO_COLOR.

use crate::explore::Role;
use ratatui::style::{Color, Modifier, Style};

/// What a theme follows from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemeFrom {
    /// A person's choice.
    Person,
    /// What the terminal says of itself.
    Terminal,
}

/// A set of styles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// Without colours.
    Mono,
    /// With colours of high contrast of its own, which depend on what is behind the text.
    Contrast(Ground),
    /// A person's.
    Own(&'static OwnTheme),
}

/// What is behind the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Black, or another dark colour.
    Dark,
    /// White, or another light colour.
    Light,
}

impl Ground {
    /// Light where black has more contrast to a colour than white has, by the contrast of WCAG 2.2.
    pub fn of(background: [u8; 3]) -> Self {
        let luminance = relative_luminance(background);
        let (to_white, to_black) = (1.05 / (luminance + 0.05), (luminance + 0.05) / 0.05);
        if to_black > to_white { Self::Light } else { Self::Dark }
    }
}

/// A person's theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnTheme {
    /// Its name.
    pub name: String,
    /// The theme of the roles that it leaves out.
    pub base: Theme,
    /// The styles of its roles.
    pub styles: Vec<(Role, Style)>,
}

/// The themes that are built in, by name.
const BUILTIN: [(&str, Theme); 4] = [
    ("dark", Theme::Dark),
    ("light", Theme::Light),
    ("mono", Theme::Mono),
    ("contrast", Theme::Contrast(Ground::Dark)),
];

impl Theme {
    /// The next theme, in the order of the key that switches them, for this background.
    pub fn next(self, ground: Ground) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::Mono,
            Self::Mono => Self::Contrast(ground),
            Self::Contrast(_) | Self::Own(_) => Self::Dark,
        }
    }

    /// The built-in theme of this name.
    pub fn named(name: &str) -> Option<Self> {
        BUILTIN.iter().find(|(own, _)| *own == name).map(|(_, theme)| *theme)
    }

    /// The names of the built-in themes, in words.
    pub fn names() -> String {
        BUILTIN.map(|(name, _)| name).join(", ")
    }

    /// The name for people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Mono => "no colour",
            Self::Contrast(_) => "high contrast",
            Self::Own(own) => &own.name,
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

    /// The theme for what is behind the text.
    pub fn on(ground: Ground) -> Self {
        match ground {
            Ground::Dark => Self::Dark,
            Ground::Light => Self::Light,
        }
    }

    /// What this theme expects behind the text.
    pub fn ground(self) -> Ground {
        match self {
            Self::Light | Self::Contrast(Ground::Light) => Ground::Light,
            Self::Own(own) => own.base.ground(),
            Self::Dark | Self::Mono | Self::Contrast(Ground::Dark) => Ground::Dark,
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
            Self::Contrast(ground) => contrast(role, ground),
            Self::Own(own) => match own.styles.iter().find(|(named, _)| *named == role) {
                Some((_, style)) => *style,
                None => own.base.style(role),
            },
        }
    }
}

/// The style of a role in the theme of high contrast: that of the dark or the light theme with colours that do not depend on
/// the terminal, each with the contrast that WCAG 2.2 asks of text (AA) to any background up to a dark grey, or down to a
/// light grey.
fn contrast(role: Role, ground: Ground) -> Style {
    let (on_dark, on_light) = match role {
        Role::Text => return plain(),
        Role::Doubt => return underlined(),
        Role::Strong => (0x00ff_ffff, 0x0000_0000),
        Role::Quiet | Role::Unknown => (0x00bc_bcbc, 0x004e_4e4e),
        Role::Rule => (0x00a8_a8a8, 0x0058_5858),
        Role::Focus | Role::Key | Role::Link | Role::Select => (0x005f_d7ff, 0x0000_5faf),
        Role::Match => (0x00ff_d75f, 0x0087_00af),
        Role::Bar => (0x0087_afff, 0x0000_5f87),
        Role::Shared => (0x005f_ff87, 0x0000_5f00),
        Role::Differ => (0x00ff_afff, 0x00af_005f),
        Role::Dispute => (0x00ff_8787, 0x00af_0000),
    };
    let colour = if ground == Ground::Light { on_light } else { on_dark };
    // Faint text would lose what the colour gives.
    Theme::on(ground).style(role).remove_modifier(Modifier::DIM).fg(Color::from_u32(colour))
}

/// The relative luminance of a colour in sRGB, from 0 to 1 (WCAG 2.2, definition of relative luminance).
fn relative_luminance([red, green, blue]: [u8; 3]) -> f64 {
    let linear = |part: u8| match f64::from(part) / 255.0 {
        part if part <= 0.04045 => part / 12.92,
        part => ((part + 0.055) / 1.055).powf(2.4),
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
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
    fn the_background_decides() {
        for (background, theme) in [
            ([255, 255, 255], Theme::Light),
            ([253, 246, 227], Theme::Light),
            ([128, 128, 128], Theme::Light),
            ([100, 100, 100], Theme::Dark),
            ([0, 43, 54], Theme::Dark),
            ([0, 0, 0], Theme::Dark),
            // Pure blue is dark, pure green is not.
            ([0, 0, 255], Theme::Dark),
            ([0, 255, 0], Theme::Light),
        ] {
            assert_eq!(Theme::on(Ground::of(background)), theme, "{background:?}");
        }
    }

    #[test]
    fn on_a_light_background_nothing_is_yellow() {
        let yellows = [Color::Yellow, Color::LightYellow];
        for role in Role::ALL {
            assert!(!yellows.map(Some).contains(&Theme::Light.style(role).fg), "{role:?}");
        }
    }

    #[test]
    fn the_colours_of_high_contrast_are_readable() {
        let ratio = |one: f64, other: f64| (one.max(other) + 0.05) / (one.min(other) + 0.05);
        for (ground, backgrounds) in
            [(Ground::Dark, [0x00_u8, 0x1e, 0x26, 0x26]), (Ground::Light, [0xff, 0xfa, 0xee, 0xe4])]
        {
            for role in Role::ALL {
                let style = Theme::Contrast(ground).style(role);
                assert!(!style.add_modifier.contains(Modifier::DIM), "{role:?}");
                let Some(Color::Rgb(red, green, blue)) = style.fg else {
                    assert!(matches!(role, Role::Text | Role::Doubt), "{role:?}");
                    continue;
                };
                let own = relative_luminance([red, green, blue]);
                for grey in backgrounds {
                    let contrast = ratio(own, relative_luminance([grey; 3]));
                    assert!(contrast >= 4.5, "{role:?} on {grey:x}: {contrast:.2}");
                }
                // On a light background nothing is yellow.
                assert!(ground == Ground::Dark || !(red > blue && green > blue), "{role:?}");
            }
        }
    }

    #[test]
    fn mono_sets_no_colour() {
        for role in Role::ALL {
            let style = Theme::Mono.style(role);
            assert_eq!((style.fg, style.bg), (None, None), "{role:?}");
        }
    }
}
