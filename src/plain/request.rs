//! What can be typed.

/// The help.
pub(super) const HELP: &str = "\
Type a number to open that choice.
Type a slash and words to search, as in /renewable energy; a slash alone repeats the last search.
Type an address, or the end of one, to open that item, as in borders.
n or an empty line: next part of a list. p: previous part.
b: back. t: top. a: this again.
Type a colon and a key to run it, as in :y to copy; a colon alone lists the keys.
h: this help. q: quit.
";

/// What a line asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Request {
    /// The choice with this number, from 1.
    Choose(usize),
    /// A search.
    Search(String),
    /// The note that was asked for.
    Note(String),
    /// The item with an address; in a list that can be filtered, the filter.
    Open(String),
    /// The action of a key of the explorer.
    Key(String),
    /// The list of available keys.
    Keys,
    /// The next part of a list.
    Next,
    /// The part before.
    Previous,
    /// Back.
    Back,
    /// The list of panes.
    Top,
    /// The current place again.
    Again,
    /// The help.
    Help,
    Quit,
}

impl Request {
    /// Parses a line. Every line is a request: one of no other form is an address.
    pub(super) fn read(line: &str) -> Self {
        let line = line.trim();
        if let Some(words) = line.strip_prefix('/') {
            return Self::Search(words.trim().to_owned());
        }
        match line.strip_prefix(':').map(str::trim) {
            Some("") => return Self::Keys,
            Some(key) => return Self::Key(key.to_owned()),
            None => {}
        }
        match line.to_lowercase().as_str() {
            "" | "n" | "next" => Self::Next,
            "p" | "previous" => Self::Previous,
            "b" | "back" => Self::Back,
            "t" | "top" => Self::Top,
            "a" | "again" => Self::Again,
            "h" | "help" | "?" => Self::Help,
            "q" | "quit" | "exit" => Self::Quit,
            _ => line.parse().map_or_else(|_| Self::Open(line.to_owned()), Self::Choose),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_asks_for_something() {
        for (line, request) in [
            ("12\n", Request::Choose(12)),
            (" 12 ", Request::Choose(12)),
            ("/ green energy\r\n", Request::Search("green energy".to_owned())),
            ("/", Request::Search(String::new())),
            (":", Request::Keys),
            (": y", Request::Key("y".to_owned())),
            ("\n", Request::Next),
            ("B", Request::Back),
            ("?", Request::Help),
            ("un:AZE", Request::Open("un:AZE".to_owned())),
            ("99999999999999999999999", Request::Open("99999999999999999999999".to_owned())),
        ] {
            assert_eq!(Request::read(line), request, "{line:?}");
        }
    }
}
