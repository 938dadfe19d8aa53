//! The one table of actions: keys, footer, help, palette and the README's key table come from it.

use super::action::{Action, CopyForm, Motion};
use super::chord::{Chord, Held, Key};
use super::mode::Mode;
use super::pane::Pane;
use crate::report::Style;

/// A group of the help and the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Moving.
    Move,
    /// Reading.
    Read,
    /// Searching.
    Search,
    /// Copying and exporting.
    Copy,
    /// The program itself.
    Program,
}

impl Group {
    /// All groups, in the order of the help.
    pub const ALL: [Self; 5] = [Self::Move, Self::Read, Self::Search, Self::Copy, Self::Program];

    /// Its heading.
    pub fn word(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::Read => "Read",
            Self::Search => "Search",
            Self::Copy => "Copy and export",
            Self::Program => "Program",
        }
    }
}

/// A row of the table: an action with its keys and descriptions.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// The keys.
    pub keys: &'static [Chord],
    /// The action of the key at this index.
    pub action: fn(usize) -> Action,
    /// The modes in which the keys work.
    pub modes: &'static [Mode],
    /// The group that lists it.
    pub group: Group,
    /// What it does, for help, palette and README.
    pub what: &'static str,
    /// The word in the footer of each mode that shows it.
    pub footer: &'static [(Mode, &'static str)],
}

/// The action of a key in a mode.
pub fn action(mode: Mode, chord: Chord) -> Option<Action> {
    BINDINGS.iter().filter(|binding| binding.modes.contains(&mode)).find_map(|binding| {
        let number = binding.keys.iter().position(|key| *key == chord)?;
        Some((binding.action)(number))
    })
}

/// The letters of links, in order. No other action of the reader uses them.
pub const LINK_LETTERS: [char; 14] = ['a', 'b', 'c', 'd', 'f', 'i', 'm', 'p', 'r', 's', 't', 'u', 'v', 'x'];

/// The letter of the link at this index; blank beyond the last letter.
pub fn letter(link: usize) -> String {
    LINK_LETTERS.get(link).copied().unwrap_or(' ').to_string()
}

const fn char(c: char) -> Chord {
    Chord::char(c)
}

const fn ctrl(c: char) -> Chord {
    Chord::ctrl(c)
}

const fn alt(c: char) -> Chord {
    Chord { key: Key::Char(c), held: Held::Alt }
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

/// The table, in the order of the help and of the footer.
#[rustfmt::skip]
pub const BINDINGS: &[Binding] = &[
    binding!([char('/')], |_| Action::Search, ANY, Search, "search as you type", Panes "search", Library "search", Reader "search"),
    binding!([TAB], |_| Action::Next, &[Panes, Library, Reader, SearchPanes], Move, "next pane, or next link in the reader", Panes "pane"),
    binding!([BACK_TAB], |_| Action::Previous, &[Panes, Library, Reader, SearchPanes], Move, "previous pane, or link in the reader"),
    binding!([ENTER], |_| Action::Enter, &[Panes, Library, Reader, Chart, SearchLine, SearchPanes, Filter, Matrix], Read, "open, or filter the panes by it", Panes "open", Library "open", Reader "open", Chart "open", SearchLine "open", SearchPanes "open", Filter "select", Matrix "open"),
    binding!([char('d')], |_| Action::Dossier, &[Library], Read, "in the library, filter by the dossier", Library "dossier"),
    binding!([char('l'), RIGHT], |_| Action::Read, &[Panes, Library, SearchPanes], Read, "go to the reader"),
    binding!([char('h'), LEFT], |_| Action::Leave, &[Reader], Read, "back to the panes", Reader "panes"),
    binding!([char('a'), char('b'), char('c'), char('d'), char('f'), char('i'), char('m'), char('p'), char('r'), char('s'), char('t'), char('u'), char('v'), char('x')], Action::Follow, &[Reader], Read, "follow the link with that letter", Reader "follow"),
    binding!([char('}')], |_| Action::NextReference, &[Panes, Library, Reader], Read, "next reference in the text"),
    binding!([char('{')], |_| Action::PreviousReference, &[Panes, Library, Reader], Read, "previous reference in the text"),
    binding!([char('['), ctrl('o')], |_| Action::Back, BROWSE, Read, "back, as in a browser", Reader "back"),
    binding!([char(']')], |_| Action::Forward, BROWSE, Read, "forward"),
    binding!([char('z')], |_| Action::Zoom, &[Panes, Reader, Chart], Move, "show as chart, or on the full screen", Panes "zoom", Reader "zoom", Chart "back"),
    binding!([char('j'), DOWN], |_| Action::Move(Motion::Down), LISTS, Move, "down"),
    binding!([char('k'), UP], |_| Action::Move(Motion::Up), LISTS, Move, "up"),
    binding!([DOWN], |_| Action::Move(Motion::Down), &[SearchLine, Filter], Move, "next row", SearchLine "move", Filter "move"),
    binding!([TAB], |_| Action::Next, &[SearchLine], Search, "complete a filter, or to the panes", SearchLine "panes"),
    binding!([UP], |_| Action::Move(Motion::Up), &[SearchLine, Filter], Move, "previous row"),
    binding!([char('l'), RIGHT], |_| Action::Move(Motion::Right), &[Chart, Matrix], Move, "in a chart, right"),
    binding!([char('h'), LEFT], |_| Action::Move(Motion::Left), &[Chart, Matrix], Move, "in a chart, left"),
    binding!([char('g'), HOME], |_| Action::Move(Motion::First), LISTS, Move, "to the top"),
    binding!([char('G'), END], |_| Action::Move(Motion::Last), LISTS, Move, "to the bottom"),
    binding!([ctrl('d')], |_| Action::Move(Motion::HalfDown), LISTS, Move, "half a page down"),
    binding!([ctrl('u')], |_| Action::Move(Motion::HalfUp), LISTS, Move, "half a page up"),
    binding!([PAGE_DOWN], |_| Action::Move(Motion::PageDown), LISTS, Move, "page down"),
    binding!([PAGE_UP], |_| Action::Move(Motion::PageUp), LISTS, Move, "page up"),
    binding!([char('1'), char('2'), char('3'), char('4')], |i| Action::Pane(Pane::at(i)), ANY, Move, "go to that pane"),
    binding!([char('0')], |_| Action::Pane(Pane::Library), ANY, Move, "library: all open agreements"),
    binding!([char('+')], |_| Action::LargerScale, &[Chart], Move, "in the timeline chart, larger scale"),
    binding!([char('-')], |_| Action::SmallerScale, &[Chart], Move, "in the timeline chart, smaller scale"),
    binding!([ESC], |_| Action::Escape, &[Panes, Library, Reader, Chart, SearchLine, SearchPanes, CopyMenu, Filter, Report, Matrix, Compare], Search, "cancel; show all", SearchLine "cancel", SearchPanes "cancel", Filter "close", Report "close", CopyMenu "close", Matrix "close", Compare "close"),
    binding!([char('n')], |_| Action::NextMatch, &[Compare], Read, "in a comparison, next pair that differs", Compare "next pair"),
    binding!([char('N')], |_| Action::PreviousMatch, &[Compare], Read, "in a comparison, previous pair that differs", Compare "previous"),
    binding!([char('}')], |_| Action::NextDifference, &[Compare], Read, "in a comparison, next difference"),
    binding!([char('{')], |_| Action::PreviousDifference, &[Compare], Read, "in a comparison, previous difference"),
    binding!([char('=')], |_| Action::OnlyDiffering, &[Compare], Read, "in a comparison, hide what is alike, or show it", Compare "alike"),
    binding!([char('x')], |_| Action::Swap, &[Compare], Read, "in a comparison, swap sides", Compare "swap"),
    binding!([char('y')], |_| Action::CopyAs(CopyForm::Comparison), &[Compare], Copy, "copy the comparison as text", Compare "copy"),
    binding!([char('n')], |_| Action::NextMatch, BROWSE, Search, "next match, then next item"),
    binding!([char('N')], |_| Action::PreviousMatch, BROWSE, Search, "previous match, then previous item"),
    binding!([char('e'), ctrl('e')], |_| Action::Why, ANY, Search, "why this matched"),
    binding!([ctrl('e')], |_| Action::Why, &[SearchLine], Search, "why the selected result matched", SearchLine "why"),
    binding!([char(':'), ctrl('p')], |_| Action::Palette, ANY, Program, "find a command by name"),
    binding!([char('y')], |_| Action::Copy, ANY, Copy, "copy; choose the form in a menu", Panes "copy", Reader "copy", Chart "copy"),
    binding!([char('q')], |_| Action::CopyAs(CopyForm::Quotation), &[CopyMenu], Copy, "quotation with its source", CopyMenu "quotation"),
    binding!([char('t')], |_| Action::CopyAs(CopyForm::Citation(Style::Text)), &[CopyMenu], Copy, "citation as text", CopyMenu "citation"),
    binding!([char('o')], |_| Action::CopyAs(CopyForm::Citation(Style::Oscola)), &[CopyMenu], Copy, "OSCOLA citation", CopyMenu "oscola"),
    binding!([char('u')], |_| Action::CopyAs(CopyForm::Citation(Style::Bluebook)), &[CopyMenu], Copy, "Bluebook citation", CopyMenu "bluebook"),
    binding!([char('c')], |_| Action::CopyAs(CopyForm::Citation(Style::Chicago)), &[CopyMenu], Copy, "Chicago citation", CopyMenu "chicago"),
    binding!([char('g')], |_| Action::CopyAs(CopyForm::Citation(Style::Aglc)), &[CopyMenu], Copy, "AGLC citation", CopyMenu "aglc"),
    binding!([char('a')], |_| Action::CopyAs(CopyForm::Address), &[CopyMenu], Copy, "address", CopyMenu "address"),
    binding!([char('w')], |_| Action::CopyAs(CopyForm::WebAddress), &[CopyMenu], Copy, "web address", CopyMenu "web address"),
    binding!([char('j')], |_| Action::CopyAs(CopyForm::Json), &[CopyMenu], Copy, "record as JSON", CopyMenu "json"),
    binding!([char('m')], |_| Action::CopyAs(CopyForm::Markdown), &[CopyMenu], Copy, "page as Markdown", CopyMenu "markdown"),
    binding!([char('b')], |_| Action::CopyAs(CopyForm::Citation(Style::Bibtex)), &[CopyMenu], Copy, "BibTeX entry", CopyMenu "bibtex"),
    binding!([char('Y')], |_| Action::CopyAs(CopyForm::Address), ANY, Copy, "copy the address"),
    binding!([char('>')], |_| Action::Export, ANY, Copy, "save what is shown to a new file"),
    binding!([char('o')], |_| Action::OpenSource, ANY, Read, "open the source in the browser", Reader "browser"),
    binding!([char('S')], |_| Action::Sort, &[Panes, Library, Chart], Program, "change sort order", Library "sort"),
    binding!([char('P')], |_| Action::Pair, BROWSE, Read, "memberships of any two states"),
    binding!([char('C')], |_| Action::Coverage, BROWSE, Read, "coverage: which agreements cover what"),
    binding!([char(' ')], |_| Action::Mark, BROWSE, Read, "mark for comparison, or unmark", Library "mark"),
    binding!([char('=')], |_| Action::Compare, &[Panes, Library, Reader, Chart, Matrix], Read, "compare the two marked", Library "compare"),
    binding!([char('D')], |_| Action::About, BROWSE, Read, "overview and disputes"),
    binding!([char('w')], |_| Action::Warnings, ANY, Program, "file problems"),
    binding!([char('T')], |_| Action::Theme, ANY, Program, "change theme: dark, light, no colour"),
    binding!([alt('m')], |_| Action::Mouse, ANY, Program, "let go of the mouse to select text, or take it back"),
    binding!([char('?')], |_| Action::Help, &[Panes, Library, Reader, Chart, SearchPanes, Report, Compare], Program, "show all keys", Panes "help", Library "help", Reader "help", Chart "help", Compare "help"),
    binding!([ctrl('l')], |_| Action::Repaint, &[Panes, Library, Reader, Chart, SearchLine, SearchPanes, CopyMenu, Filter, Report, Matrix, Compare], Program, "redraw"),
    binding!([ctrl('z')], |_| Action::Suspend, ANY, Program, "suspend; fg in the shell resumes"),
    binding!([char('q'), ctrl('c')], |_| Action::Quit, ANY, Program, "quit; ctrl-c works everywhere", Panes "quit", Library "quit", Reader "quit"),
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
