//! The one table of actions: keys, footer, help, palette and the README's key table come from it.

use super::action::{Action, CopyForm, Motion};
use super::chord::{Chord, Key};
use super::mode::Mode;
use super::pane::Pane;

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

/// A line of the table: an action, its keys and its words.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// The keys.
    pub keys: &'static [Chord],
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

/// The action of a key in a mode.
pub fn action(mode: Mode, chord: Chord) -> Option<Action> {
    BINDINGS.iter().filter(|binding| binding.modes.contains(&mode)).find_map(|binding| {
        let number = binding.keys.iter().position(|key| *key == chord)?;
        Some((binding.action)(number))
    })
}

/// Letters of links, in the order in which links get them. No action of the reader uses them.
pub const LINK_LETTERS: [char; 14] = ['a', 'b', 'c', 'd', 'f', 'i', 'm', 'p', 'r', 's', 't', 'u', 'v', 'x'];

/// The letter of a link, from 0; blank beyond the last letter.
pub fn letter(link: usize) -> String {
    LINK_LETTERS.get(link).copied().unwrap_or(' ').to_string()
}

const fn char(c: char) -> Chord {
    Chord::char(c)
}

const fn ctrl(c: char) -> Chord {
    Chord::ctrl(c)
}

const TAB: Chord = Chord::of(Key::Tab);
const BACK_TAB: Chord = Chord::of(Key::BackTab);
const ENTER: Chord = Chord::of(Key::Enter);
const ESC: Chord = Chord::of(Key::Esc);
const UP: Chord = Chord::of(Key::Up);
const DOWN: Chord = Chord::of(Key::Down);
const LEFT: Chord = Chord::of(Key::Left);
const RIGHT: Chord = Chord::of(Key::Right);
const HOME: Chord = Chord::of(Key::Home);
const END: Chord = Chord::of(Key::End);
const PAGE_UP: Chord = Chord::of(Key::PageUp);
const PAGE_DOWN: Chord = Chord::of(Key::PageDown);

use Mode::{
    Chart, Compare, CopyMenu, Filter, Library, Matrix, Panes, Reader, Report, SearchLine, SearchPanes,
};

const LISTS: &[Mode] = &[Panes, Library, Reader, Chart, SearchPanes, Report, Matrix, Compare];
const BROWSE: &[Mode] = &[Panes, Library, Reader, Chart];
const ANY: &[Mode] = &[Panes, Library, Reader, Chart, SearchPanes];

macro_rules! binding {
    ($keys:expr, $action:expr, $modes:expr, $group:ident, $what:literal $(, $mode:ident $word:literal)*) => {
        Binding { keys: &$keys, action: $action, modes: $modes, group: Group::$group, what: $what, footer: &[$((Mode::$mode, $word)),*] }
    };
}

/// The table. Its order is that of the help and of the footer.
#[rustfmt::skip]
pub const BINDINGS: &[Binding] = &[
    binding!([char('/')], |_| Action::Search, ANY, Search, "search as you type", Panes "search", Library "search", Reader "search"),
    binding!([TAB], |_| Action::Next, &[Panes, Library, Reader, SearchPanes], Move, "next pane, or link of the reader", Panes "pane"),
    binding!([BACK_TAB], |_| Action::Previous, &[Panes, Library, Reader, SearchPanes], Move, "previous pane, or link of the reader"),
    binding!([ENTER], |_| Action::Enter, &[Panes, Library, Reader, Chart, SearchLine, SearchPanes, Filter, Matrix], Read, "open; narrow the panes to it", Panes "open", Library "open", Chart "open", SearchLine "open", SearchPanes "open", Filter "run", Matrix "open"),
    binding!([char('d')], |_| Action::Dossier, &[Library], Read, "in the library, narrow to the dossier", Library "its dossier"),
    binding!([char('l'), RIGHT], |_| Action::Read, &[Panes, Library, SearchPanes], Read, "into the reader"),
    binding!([char('h'), LEFT], |_| Action::Leave, &[Reader], Read, "back to the panes", Reader "panes"),
    binding!([char('a'), char('b'), char('c'), char('d'), char('f'), char('i'), char('m'), char('p'), char('r'), char('s'), char('t'), char('u'), char('v'), char('x')], Action::Follow, &[Reader], Read, "follow the link with that letter", Reader "follow"),
    binding!([char('}')], |_| Action::NextReference, &[Panes, Library, Reader], Read, "next article named in the text, for enter"),
    binding!([char('{')], |_| Action::PreviousReference, &[Panes, Library, Reader], Read, "previous article named in the text"),
    binding!([char('['), ctrl('o')], |_| Action::Back, BROWSE, Read, "back, as in a browser", Reader "back"),
    binding!([char(']')], |_| Action::Forward, BROWSE, Read, "forward"),
    binding!([char('z')], |_| Action::Zoom, &[Panes, Reader, Chart], Move, "the pane as a picture, and back", Panes "zoom", Reader "zoom", Chart "back"),
    binding!([char('j'), DOWN], |_| Action::Move(Motion::Down), LISTS, Move, "next"),
    binding!([char('k'), UP], |_| Action::Move(Motion::Up), LISTS, Move, "previous"),
    binding!([DOWN], |_| Action::Move(Motion::Down), &[SearchLine, Filter], Move, "next line", SearchLine "choose", Filter "choose"),
    binding!([TAB], |_| Action::Next, &[SearchLine], Search, "from the search line to the panes", SearchLine "to the panes"),
    binding!([UP], |_| Action::Move(Motion::Up), &[SearchLine, Filter], Move, "previous line"),
    binding!([char('l'), RIGHT], |_| Action::Move(Motion::Right), &[Chart, Matrix], Move, "in a picture, right"),
    binding!([char('h'), LEFT], |_| Action::Move(Motion::Left), &[Chart, Matrix], Move, "in a picture, left"),
    binding!([char('g'), HOME], |_| Action::Move(Motion::First), LISTS, Move, "first"),
    binding!([char('G'), END], |_| Action::Move(Motion::Last), LISTS, Move, "last"),
    binding!([ctrl('d')], |_| Action::Move(Motion::HalfDown), LISTS, Move, "half a page down"),
    binding!([ctrl('u')], |_| Action::Move(Motion::HalfUp), LISTS, Move, "half a page up"),
    binding!([PAGE_DOWN], |_| Action::Move(Motion::PageDown), LISTS, Move, "a page down"),
    binding!([PAGE_UP], |_| Action::Move(Motion::PageUp), LISTS, Move, "a page up"),
    binding!([char('1'), char('2'), char('3'), char('4')], |i| Action::Pane(Pane::at(i)), ANY, Move, "go to a pane"),
    binding!([char('0')], |_| Action::Pane(Pane::Library), ANY, Move, "the library: every agreement that is open"),
    binding!([char('+')], |_| Action::Closer, &[Chart], Move, "the timeline's picture at a larger scale"),
    binding!([char('-')], |_| Action::Wider, &[Chart], Move, "at a smaller scale"),
    binding!([ESC], |_| Action::Escape, &[Panes, Library, Reader, Chart, SearchLine, SearchPanes, CopyMenu, Filter, Report, Matrix, Compare], Search, "give back what was there; widen", SearchLine "back to where you were", SearchPanes "back to where you were", Filter "close", Report "close", CopyMenu "close", Matrix "close", Compare "close"),
    binding!([char('n')], |_| Action::NextMatch, &[Compare], Read, "in a comparison, next difference", Compare "next difference"),
    binding!([char('N')], |_| Action::PreviousMatch, &[Compare], Read, "in a comparison, previous difference", Compare "previous"),
    binding!([char('x')], |_| Action::Swap, &[Compare], Read, "in a comparison, swap sides", Compare "swap sides"),
    binding!([char('y')], |_| Action::CopyComparison, &[Compare], Take, "copy the comparison as text", Compare "copy"),
    binding!([char('n')], |_| Action::NextMatch, BROWSE, Search, "next match in the open text, and on"),
    binding!([char('N')], |_| Action::PreviousMatch, BROWSE, Search, "previous match"),
    binding!([char('e'), ctrl('e')], |_| Action::Why, ANY, Search, "why this matched"),
    binding!([ctrl('e')], |_| Action::Why, &[SearchLine], Search, "why the chosen one matched", SearchLine "why"),
    binding!([char(':'), ctrl('p')], |_| Action::Palette, ANY, Search, "every action by name"),
    binding!([char('y')], |_| Action::Copy, ANY, Take, "copy, then one of the letters below", Panes "copy", Reader "copy", Chart "copy"),
    binding!([char('q')], |_| Action::CopyAs(CopyForm::Quotation), &[CopyMenu], Take, "the quotation with its source", CopyMenu "quotation"),
    binding!([char('t')], |_| Action::CopyAs(CopyForm::Citation), &[CopyMenu], Take, "the citation as text", CopyMenu "citation"),
    binding!([char('a')], |_| Action::CopyAs(CopyForm::Address), &[CopyMenu], Take, "the address", CopyMenu "address"),
    binding!([char('j')], |_| Action::CopyAs(CopyForm::Json), &[CopyMenu], Take, "the dossier's record as JSON", CopyMenu "json"),
    binding!([char('m')], |_| Action::CopyAs(CopyForm::Markdown), &[CopyMenu], Take, "the page as Markdown", CopyMenu "markdown"),
    binding!([char('b')], |_| Action::CopyAs(CopyForm::Bibtex), &[CopyMenu], Take, "a BibTeX entry", CopyMenu "bibtex"),
    binding!([char('Y')], |_| Action::CopyAs(CopyForm::Address), ANY, Take, "copy the address at once"),
    binding!([char('>')], |_| Action::Export, ANY, Take, "write page, rows or matches to a new file"),
    binding!([char('o')], |_| Action::OpenSource, ANY, Take, "open the source's web address", Reader "open source"),
    binding!([char('S')], |_| Action::Sort, &[Panes, Library, Chart], Program, "another order of the pane", Library "sort"),
    binding!([char('P')], |_| Action::Pair, BROWSE, Read, "the memberships of any two states"),
    binding!([char('C')], |_| Action::Coverage, BROWSE, Read, "coverage: subjects against agreements"),
    binding!([char(' ')], |_| Action::Mark, BROWSE, Read, "mark for comparison, or take the mark away", Library "mark"),
    binding!([char('=')], |_| Action::Compare, &[Panes, Library, Reader, Chart, Matrix], Read, "compare the two marked, or two passages", Library "compare"),
    binding!([char('D')], |_| Action::About, BROWSE, Read, "what is open, and every dispute"),
    binding!([char('w')], |_| Action::Warnings, ANY, Program, "warnings of the files"),
    binding!([char('T')], |_| Action::Theme, ANY, Program, "dark, light or no colour"),
    binding!([char('?')], |_| Action::Help, &[Panes, Library, Reader, Chart, SearchPanes, Report, Compare], Program, "the keys", Panes "help", Library "help", Reader "help", Chart "help", Compare "help"),
    binding!([ctrl('l')], |_| Action::Repaint, &[Panes, Library, Reader, Chart, SearchLine, SearchPanes, CopyMenu, Filter, Report, Matrix, Compare], Program, "draw the screen anew"),
    binding!([ctrl('z')], |_| Action::Suspend, ANY, Program, "to the shell, and back with fg"),
    binding!([char('q'), ctrl('c')], |_| Action::Quit, ANY, Program, "quit; Ctrl-C does from everywhere", Panes "quit", Library "quit", Reader "quit"),
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
            Chart,
            SearchLine,
            SearchPanes,
            CopyMenu,
            Filter,
            Report,
            Matrix,
            Compare,
        ];
        for mode in modes {
            let mut keys: Vec<Chord> = Vec::new();
            for binding in BINDINGS.iter().filter(|b| b.modes.contains(&mode)) {
                for key in binding.keys {
                    assert!(!keys.contains(key), "{key} twice in {mode:?}");
                    keys.push(*key);
                }
            }
        }
    }

    #[test]
    fn the_mode_decides() {
        assert_eq!(action(Panes, char('j')), Some(Action::Move(Motion::Down)));
        assert_eq!(action(SearchLine, char('j')), None);
        assert_eq!(action(Reader, char('c')), Some(Action::Follow(2)));
        assert_eq!(action(Panes, char('c')), None);
        assert_eq!(action(CopyMenu, char('q')), Some(Action::CopyAs(CopyForm::Quotation)));
    }

    #[test]
    fn links_have_the_letters_of_the_table() {
        let follow = BINDINGS.iter().find(|e| matches!((e.action)(0), Action::Follow(_))).unwrap();
        assert_eq!(follow.keys, LINK_LETTERS.map(Chord::char));
    }

    #[test]
    fn footer_words_are_only_for_modes_that_have_the_key() {
        for binding in BINDINGS {
            let is_there = |mode| binding.modes.contains(mode);
            assert!(binding.footer.iter().all(|(mode, _)| is_there(mode)), "{}", binding.what);
        }
    }
}
