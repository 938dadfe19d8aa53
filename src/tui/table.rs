//! The one table of actions: keys, footer, help, palette and the README's key table come from it.

use super::action::{Action, CopyForm, Mode, Motion};
use super::state::PaneId;

/// A group of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Moving.
    Move,
    /// Reading.
    Read,
    /// Searching.
    Search,
    /// Taking something away.
    Take,
    /// The program itself.
    Program,
}

impl Group {
    /// All groups, in the order of the help.
    pub const ALL: [Self; 5] = [Self::Move, Self::Read, Self::Search, Self::Take, Self::Program];

    /// The heading for people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::Read => "Read",
            Self::Search => "Search",
            Self::Take => "Take away",
            Self::Program => "Program",
        }
    }
}

/// A line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The keys, by the names of [`super::keymap::chord`].
    pub keys: &'static [&'static str],
    /// The action of the key with this number among them.
    pub action: fn(usize) -> Action,
    /// Where it holds.
    pub modes: &'static [Mode],
    /// Where the help lists it.
    pub group: Group,
    /// What it does, for help, palette and README.
    pub what: &'static str,
    /// The footer's word for it in each mode that shows it.
    pub footer: &'static [(Mode, &'static str)],
}

/// Letters of links, in the order in which links get them. No action of the reader uses them.
pub const LINK_LETTERS: &[&str] = &["a", "b", "c", "d", "f", "i", "m", "p", "r", "s", "t", "u", "v", "x"];

use Mode::{
    Compare, CopyMenu, Filter, Library, Matrix, Panes, Picture, Reader, Report, SearchLine, SearchPanes,
};

const LISTS: &[Mode] = &[Panes, Library, Reader, Picture, SearchPanes, Report, Matrix, Compare];
const BROWSE: &[Mode] = &[Panes, Library, Reader, Picture];
const ANY: &[Mode] = &[Panes, Library, Reader, Picture, SearchPanes];

macro_rules! entry {
    ($keys:expr, $action:expr, $modes:expr, $group:ident, $what:literal $(, $mode:ident $word:literal)*) => {
        Entry { keys: &$keys, action: $action, modes: $modes, group: Group::$group, what: $what, footer: &[$((Mode::$mode, $word)),*] }
    };
}

/// The table. Its order is that of the help and of the footer.
#[rustfmt::skip]
pub const TABLE: &[Entry] = &[
    entry!(["/"], |_| Action::Search, ANY, Search, "search as you type", Panes "search", Library "search", Reader "search"),
    entry!(["tab"], |_| Action::Next, &[Panes, Library, Reader, SearchPanes], Move, "next pane, or link of the reader", Panes "pane"),
    entry!(["shift-tab"], |_| Action::Previous, &[Panes, Library, Reader, SearchPanes], Move, "previous pane, or link of the reader"),
    entry!(["enter"], |_| Action::Enter, &[Panes, Library, Reader, Picture, SearchLine, SearchPanes, Filter, Matrix], Read, "open; narrow the panes to it", Panes "open", Library "open", Picture "open", SearchLine "open", SearchPanes "open", Filter "run", Matrix "open"),
    entry!(["d"], |_| Action::Dossier, &[Library], Read, "in the library, narrow to the dossier", Library "its dossier"),
    entry!(["l", "right"], |_| Action::Read, &[Panes, Library, SearchPanes], Read, "into the reader"),
    entry!(["h", "left"], |_| Action::Leave, &[Reader], Read, "back to the panes", Reader "panes"),
    entry!(["a", "b", "c", "d", "f", "i", "m", "p", "r", "s", "t", "u", "v", "x"], Action::Follow, &[Reader], Read, "follow the link with that letter", Reader "follow"),
    entry!(["}"], |_| Action::NextReference, &[Panes, Library, Reader], Read, "next article named in the text, for enter"),
    entry!(["{"], |_| Action::PreviousReference, &[Panes, Library, Reader], Read, "previous article named in the text"),
    entry!(["[", "ctrl-o"], |_| Action::Back, BROWSE, Read, "back, as in a browser", Reader "back"),
    entry!(["]"], |_| Action::Forward, BROWSE, Read, "forward"),
    entry!(["z"], |_| Action::Zoom, &[Panes, Reader, Picture], Move, "the pane as a picture, and back", Panes "zoom", Reader "zoom", Picture "back"),
    entry!(["j", "down"], |_| Action::Move(Motion::Down), LISTS, Move, "next"),
    entry!(["k", "up"], |_| Action::Move(Motion::Up), LISTS, Move, "previous"),
    entry!(["down"], |_| Action::Move(Motion::Down), &[SearchLine, Filter], Move, "next line", SearchLine "choose", Filter "choose"),
    entry!(["tab"], |_| Action::Next, &[SearchLine], Search, "from the search line to the panes", SearchLine "to the panes"),
    entry!(["up"], |_| Action::Move(Motion::Up), &[SearchLine, Filter], Move, "previous line"),
    entry!(["l", "right"], |_| Action::Move(Motion::Right), &[Picture, Matrix], Move, "in a picture, right"),
    entry!(["h", "left"], |_| Action::Move(Motion::Left), &[Picture, Matrix], Move, "in a picture, left"),
    entry!(["g", "home"], |_| Action::Move(Motion::First), LISTS, Move, "first"),
    entry!(["G", "end"], |_| Action::Move(Motion::Last), LISTS, Move, "last"),
    entry!(["ctrl-d"], |_| Action::Move(Motion::HalfDown), LISTS, Move, "half a page down"),
    entry!(["ctrl-u"], |_| Action::Move(Motion::HalfUp), LISTS, Move, "half a page up"),
    entry!(["pagedown"], |_| Action::Move(Motion::PageDown), LISTS, Move, "a page down"),
    entry!(["pageup"], |_| Action::Move(Motion::PageUp), LISTS, Move, "a page up"),
    entry!(["1", "2", "3", "4"], |i| Action::Pane(PaneId::at(i)), ANY, Move, "go to a pane"),
    entry!(["0"], |_| Action::Pane(PaneId::Library), ANY, Move, "the library: every agreement that is open"),
    entry!(["+"], |_| Action::Closer, &[Picture], Move, "the timeline's picture at a larger scale"),
    entry!(["-"], |_| Action::Wider, &[Picture], Move, "at a smaller scale"),
    entry!(["esc"], |_| Action::Escape, &[Panes, Library, Reader, Picture, SearchLine, SearchPanes, CopyMenu, Filter, Report, Matrix, Compare], Search, "give back what was there; widen", SearchLine "back to where you were", SearchPanes "back to where you were", Filter "close", Report "close", CopyMenu "close", Matrix "close", Compare "close"),
    entry!(["n"], |_| Action::NextMatch, &[Compare], Read, "in a comparison, next difference", Compare "next difference"),
    entry!(["N"], |_| Action::PreviousMatch, &[Compare], Read, "in a comparison, previous difference", Compare "previous"),
    entry!(["x"], |_| Action::Swap, &[Compare], Read, "in a comparison, swap sides", Compare "swap sides"),
    entry!(["y"], |_| Action::CopyComparison, &[Compare], Take, "copy the comparison as text", Compare "copy"),
    entry!(["n"], |_| Action::NextMatch, BROWSE, Search, "next match in the open text, and on"),
    entry!(["N"], |_| Action::PreviousMatch, BROWSE, Search, "previous match"),
    entry!(["e", "ctrl-e"], |_| Action::Why, ANY, Search, "why this matched"),
    entry!(["ctrl-e"], |_| Action::Why, &[SearchLine], Search, "why the chosen one matched", SearchLine "why"),
    entry!([":", "ctrl-p"], |_| Action::Palette, ANY, Search, "every action by name"),
    entry!(["y"], |_| Action::Copy, ANY, Take, "copy, then one of the letters below", Panes "copy", Reader "copy", Picture "copy"),
    entry!(["q"], |_| Action::CopyAs(CopyForm::Quotation), &[CopyMenu], Take, "the quotation with its source", CopyMenu "quotation"),
    entry!(["t"], |_| Action::CopyAs(CopyForm::Citation), &[CopyMenu], Take, "the citation as text", CopyMenu "citation"),
    entry!(["a"], |_| Action::CopyAs(CopyForm::Address), &[CopyMenu], Take, "the address", CopyMenu "address"),
    entry!(["j"], |_| Action::CopyAs(CopyForm::Json), &[CopyMenu], Take, "the dossier's record as JSON", CopyMenu "json"),
    entry!(["m"], |_| Action::CopyAs(CopyForm::Markdown), &[CopyMenu], Take, "the page as Markdown", CopyMenu "markdown"),
    entry!(["b"], |_| Action::CopyAs(CopyForm::Bibtex), &[CopyMenu], Take, "a BibTeX entry", CopyMenu "bibtex"),
    entry!(["Y"], |_| Action::CopyAs(CopyForm::Address), ANY, Take, "copy the address at once"),
    entry!([">"], |_| Action::Export, ANY, Take, "write page, rows or matches to a new file"),
    entry!(["o"], |_| Action::OpenSource, ANY, Take, "open the source's web address", Reader "open source"),
    entry!(["S"], |_| Action::Sort, &[Panes, Library, Picture], Program, "another order of the pane", Library "sort"),
    entry!(["P"], |_| Action::Pair, BROWSE, Read, "the memberships of any two states"),
    entry!(["C"], |_| Action::Coverage, BROWSE, Read, "coverage: subjects against agreements"),
    entry!(["space"], |_| Action::Mark, BROWSE, Read, "mark for comparison, or take the mark away", Library "mark"),
    entry!(["="], |_| Action::Compare, &[Panes, Library, Reader, Picture, Matrix], Read, "compare the two marked, or two passages", Library "compare"),
    entry!(["D"], |_| Action::About, BROWSE, Read, "what is open, and every dispute"),
    entry!(["w"], |_| Action::Warnings, ANY, Program, "warnings of the files"),
    entry!(["T"], |_| Action::Theme, ANY, Program, "dark, light or no colour"),
    entry!(["?"], |_| Action::Help, &[Panes, Library, Reader, Picture, SearchPanes, Report, Compare], Program, "the keys", Panes "help", Library "help", Reader "help", Picture "help", Compare "help"),
    entry!(["ctrl-l"], |_| Action::Repaint, &[Panes, Library, Reader, Picture, SearchLine, SearchPanes, CopyMenu, Filter, Report, Matrix, Compare], Program, "draw the screen anew"),
    entry!(["ctrl-z"], |_| Action::Suspend, ANY, Program, "to the shell, and back with fg"),
    entry!(["q", "ctrl-c"], |_| Action::Quit, ANY, Program, "quit; Ctrl-C does from everywhere", Panes "quit", Library "quit", Reader "quit"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_mode() {
        let modes = [
            Panes,
            Library,
            Reader,
            Picture,
            SearchLine,
            SearchPanes,
            CopyMenu,
            Filter,
            Report,
            Matrix,
            Compare,
        ];
        for mode in modes {
            let mut keys: Vec<&str> = Vec::new();
            for entry in TABLE.iter().filter(|e| e.modes.contains(&mode)) {
                for key in entry.keys {
                    assert!(!keys.contains(key), "{key} twice in {mode:?}");
                    keys.push(key);
                }
            }
        }
    }

    #[test]
    fn links_have_the_letters_of_the_table() {
        let follow = TABLE.iter().find(|e| matches!((e.action)(0), Action::Follow(_))).unwrap();
        assert_eq!(follow.keys, LINK_LETTERS);
    }

    #[test]
    fn footer_words_are_only_for_modes_that_have_the_key() {
        for entry in TABLE {
            assert!(entry.footer.iter().all(|(mode, _)| entry.modes.contains(mode)), "{}", entry.what);
        }
    }
}
