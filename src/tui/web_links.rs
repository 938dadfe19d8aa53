//! Whether the terminal takes links (OSC 8).

/// How web addresses can be opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WebLinks {
    /// As text only; `o` opens them.
    #[default]
    Text,
    /// As links of the terminal, by the sequence OSC 8.
    Terminal,
}

/// The names of terminals in TERM_PROGRAM that take links.
const PROGRAMS: [&str; 7] = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "mintty", "rio"];

/// The names of terminals in TERM that take links.
const TERMS: [&str; 9] = [
    "alacritty",
    "alacritty-direct",
    "contour",
    "foot",
    "foot-extra",
    "rio",
    "wezterm",
    "xterm-ghostty",
    "xterm-kitty",
];

impl WebLinks {
    /// What the terminal takes by the environment: links if FORCE_HYPERLINK asks for them or the terminal is known to take
    /// them, else text. A multiplexer may pass on less than the terminal that it runs in can show, so it has text.
    pub fn of_terminal(variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name| variable(name).filter(|value| !value.is_empty());
        let at_least =
            |name, least| set(name).and_then(|value| value.parse::<u32>().ok()).is_some_and(|is| is >= least);
        let term = set("TERM").unwrap_or_default();
        if let Some(forced) = set("FORCE_HYPERLINK") {
            return if forced == "0" { Self::Text } else { Self::Terminal };
        }
        let is_passed_on = set("TMUX").is_some()
            || set("STY").is_some()
            || ["tmux", "screen", "linux", "dumb"].iter().any(|name| term.starts_with(name));
        // VTE 0.50.0 and Konsole before 20.12 have bugs with links.
        let is_known = TERMS.contains(&term.as_str())
            || set("TERM_PROGRAM").is_some_and(|name| PROGRAMS.contains(&name.as_str()))
            || at_least("VTE_VERSION", 5_001)
            || at_least("KONSOLE_VERSION", 201_200)
            || set("WT_SESSION").is_some()
            || set("DOMTERM").is_some();
        if is_known && !is_passed_on { Self::Terminal } else { Self::Text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_terminals_have_links() {
        let of = |set: &[(&str, &str)]| {
            WebLinks::of_terminal(|name| {
                set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
            })
        };
        for (variables, expected) in [
            (&[("TERM", "xterm-kitty")][..], WebLinks::Terminal),
            (&[("TERM", "xterm-256color"), ("VTE_VERSION", "7600")], WebLinks::Terminal),
            (&[("TERM", "xterm-256color"), ("VTE_VERSION", "5000")], WebLinks::Text),
            (&[("TERM", "xterm-256color"), ("TERM_PROGRAM", "iTerm.app")], WebLinks::Terminal),
            (&[("TERM", "xterm-256color"), ("TERM_PROGRAM", "Apple_Terminal")], WebLinks::Text),
            (&[("TERM", "xterm-256color")], WebLinks::Text),
            (&[("TERM", "tmux-256color"), ("VTE_VERSION", "7600")], WebLinks::Text),
            (&[("TERM", "xterm-256color"), ("TMUX", "/tmp/x"), ("VTE_VERSION", "7600")], WebLinks::Text),
            (&[("TERM", "linux")], WebLinks::Text),
            (&[("TERM", "xterm"), ("FORCE_HYPERLINK", "1")], WebLinks::Terminal),
            (&[("TERM", "xterm-kitty"), ("FORCE_HYPERLINK", "0")], WebLinks::Text),
            (&[], WebLinks::Text),
        ] {
            assert_eq!(of(variables), expected, "{variables:?}");
        }
    }
}
