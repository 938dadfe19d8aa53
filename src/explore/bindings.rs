//! The one table of actions: help, palette, footer, manual and the table in docs/keys.md come from it.
//!
//! Which keys run an action is not here: the defaults are in `assets/keys.toml`, and what is in effect is a
//! [`Keymap`](super::keymap::Keymap).

use super::action::{Action, CopyForm, Motion};
use super::chord::{Chord, Key};
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

/// A row of the table: an action with its descriptions.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Its name in a file of keys, which stays. Rows with one name are one action, in different modes.
    pub name: &'static str,
    /// The keys that no file changes.
    pub fixed: &'static [Chord],
    /// The number of actions that the row is: one, or one for each of its keys.
    pub count: usize,
    /// The action of the key at this index; the index only matters if there are several actions.
    pub action: fn(usize) -> Action,
    /// The modes in which the keys work.
    pub modes: &'static [Mode],
    /// The group that lists it.
    pub group: Group,
    /// What it does, for help, palette and docs/keys.md.
    pub what: &'static str,
    /// Other words by which the palette finds it.
    pub synonyms: &'static [&'static str],
    /// The word in the footer of each mode that shows it.
    pub footer: &'static [(Mode, &'static str)],
}

impl Binding {
    /// The same with keys that no file changes.
    const fn fixed(self, fixed: &'static [Chord]) -> Self {
        Self { fixed, ..self }
    }

    /// The same as this many actions, one for each key.
    const fn numbered(self, count: usize) -> Self {
        Self { count, ..self }
    }
}

/// The keys of links, in order. No other action of the reader uses them.
pub const LINK_KEYS: [Chord; 14] = [
    char('a'),
    char('b'),
    char('c'),
    char('d'),
    char('f'),
    char('i'),
    char('m'),
    char('p'),
    char('r'),
    char('s'),
    char('t'),
    char('u'),
    char('v'),
    char('x'),
];

/// The letter of the link at this index; blank beyond the last letter.
pub fn letter(link: usize) -> String {
    LINK_KEYS.get(link).map_or_else(|| " ".to_owned(), |key| key.label())
}

const fn char(c: char) -> Chord {
    Chord::char(c)
}

use Mode::{
    Chart, Compare, CopyMenu, Filter, Library, Marks, Matrix, Note, Panes, Picture, Reader, Report,
    SearchLine, SearchPanes, Trace,
};

const LISTS: &[Mode] =
    &[Panes, Library, Reader, Chart, SearchPanes, Report, Matrix, Compare, Trace, Marks, Picture];
const PAGED: &[Mode] = &[
    Panes,
    Library,
    Reader,
    Chart,
    SearchLine,
    SearchPanes,
    Filter,
    Report,
    Matrix,
    Compare,
    Trace,
    Marks,
    Picture,
];
const BROWSE: &[Mode] = &[Panes, Library, Reader, Chart];
const ANY: &[Mode] = &[Panes, Library, Reader, Chart, SearchPanes];

macro_rules! binding {
    ($name:literal, $action:expr, $modes:expr, $group:ident, $what:literal, $synonyms:expr $(, $mode:ident $word:literal)*) => {
        Binding {
            name: $name,
            fixed: &[],
            count: 1,
            action: $action,
            modes: $modes,
            group: Group::$group,
            what: $what,
            synonyms: &$synonyms,
            footer: &[$((Mode::$mode, $word)),*],
        }
    };
}

/// The table, in the order of the help and of the footer.
#[rustfmt::skip]
pub static BINDINGS: &[Binding] = &[
    binding!("search", |_| Action::Search, &[Panes, Library, Reader, Chart, SearchPanes, Marks], Search, "search as you type", ["find", "look", "query", "words"], Marks "filter", Panes "search", Library "search", Reader "search"),
    binding!("next", |_| Action::Next, &[Panes, Library, Reader, SearchPanes], Move, "next pane, or next link in the reader", ["tab", "pane", "switch"], Panes "pane"),
    binding!("previous", |_| Action::Previous, &[Panes, Library, Reader, SearchPanes], Move, "previous pane, or link in the reader", ["tab", "pane", "switch"]),
    binding!("open", |_| Action::Enter, &[Panes, Library, Reader, Chart, SearchLine, SearchPanes, Filter, Matrix, Trace, Marks, Picture], Read, "open, or filter the panes by it", ["enter", "select", "choose", "show", "go"], Panes "open", Library "open", Reader "open", Chart "open", SearchLine "open", SearchPanes "open", Filter "select", Matrix "open", Trace "open there", Picture "open", Marks "open").fixed(&[Chord::of(Key::Enter)]),
    binding!("open", |_| Action::Enter, &[Note], Read, "keep the note", ["enter", "save", "done"], Note "keep").fixed(&[Chord::of(Key::Enter)]),
    binding!("dossier", |_| Action::Dossier, &[Library], Read, "in the library, filter by the dossier", ["only", "file"], Library "dossier"),
    binding!("read", |_| Action::Read, &[Panes, Library, SearchPanes], Read, "go to the reader", ["text", "page"]),
    binding!("leave", |_| Action::Leave, &[Reader], Read, "back to the panes", ["list", "out"], Reader "panes"),
    binding!("follow", Action::Follow, &[Reader], Read, "follow the link with that letter", ["jump", "go"], Reader "follow").fixed(&LINK_KEYS).numbered(LINK_KEYS.len()),
    binding!("next-reference", |_| Action::NextReference, &[Panes, Library, Reader], Read, "next reference in the text", ["article", "link", "jump"]),
    binding!("previous-reference", |_| Action::PreviousReference, &[Panes, Library, Reader], Read, "previous reference in the text", ["article", "link", "jump"]),
    binding!("back", |_| Action::Back, BROWSE, Read, "back, as in a browser", ["history", "undo", "return", "previous", "place"], Reader "back"),
    binding!("forward", |_| Action::Forward, BROWSE, Read, "forward", ["history", "next", "place"]),
    binding!("zoom", |_| Action::Zoom, &[Panes, Reader, Chart], Move, "show as chart, or on the full screen", ["chart", "maximise", "graph", "figure", "picture"], Panes "zoom", Reader "zoom", Chart "back"),
    binding!("down", |_| Action::Move(Motion::Down), LISTS, Move, "down", ["next", "move", "scroll"]),
    binding!("up", |_| Action::Move(Motion::Up), LISTS, Move, "up", ["previous", "move", "scroll"]),
    binding!("down", |_| Action::Move(Motion::Down), &[SearchLine, Filter, Note], Move, "next row", ["move", "scroll"], SearchLine "move", Filter "move"),
    binding!("next", |_| Action::Next, &[Filter, Marks, Picture], Program, "to the other page or part of this list", ["tab", "switch"]),
    binding!("next", |_| Action::Next, &[SearchLine], Search, "complete a filter, or to the panes", ["tab", "pane", "switch"], SearchLine "panes"),
    binding!("up", |_| Action::Move(Motion::Up), &[SearchLine, Filter, Note], Move, "previous row", ["move", "scroll"]),
    binding!("right", |_| Action::Move(Motion::Right), &[Chart, Matrix, Picture], Move, "in a chart, right", ["move", "column"]),
    binding!("left", |_| Action::Move(Motion::Left), &[Chart, Matrix, Picture], Move, "in a chart, left", ["move", "column"]),
    binding!("top", |_| Action::Move(Motion::First), LISTS, Move, "to the top", ["first", "beginning", "start"]),
    binding!("bottom", |_| Action::Move(Motion::Last), LISTS, Move, "to the bottom", ["last", "end"]),
    binding!("half-page-down", |_| Action::Move(Motion::HalfDown), LISTS, Move, "half a page down", ["scroll"]),
    binding!("half-page-up", |_| Action::Move(Motion::HalfUp), LISTS, Move, "half a page up", ["scroll"]),
    binding!("page-down", |_| Action::Move(Motion::PageDown), PAGED, Move, "page down", ["scroll"]),
    binding!("page-up", |_| Action::Move(Motion::PageUp), PAGED, Move, "page up", ["scroll"]),
    binding!("pane", |i| Action::Pane(Pane::at(i)), ANY, Move, "go to that pane", ["timeline", "clauses", "sectors", "memberships", "events", "chronology", "organisations"]).numbered(4),
    binding!("library", |_| Action::Pane(Pane::Library), ANY, Move, "library: all open agreements", ["treaties", "files", "documents", "collection"]),
    binding!("larger-scale", |_| Action::LargerScale, &[Chart, Picture], Move, "in a chart, larger scale, or open what is folded", ["zoom", "years"]),
    binding!("smaller-scale", |_| Action::SmallerScale, &[Chart, Picture], Move, "in a chart, smaller scale, or fold", ["zoom", "years"]),
    binding!("pan", |i| Action::Pan(Motion::across(i)), &[Picture], Move, "move the map; so does the mouse", ["drag", "scroll", "east", "west", "north", "south"]).numbered(4),
    binding!("unfold", |_| Action::Unfold, &[Panes], Move, "open the folded chapter", ["expand", "tree", "outline"]),
    binding!("fold", |_| Action::Fold, &[Panes], Move, "fold the chapter", ["collapse", "close", "tree", "outline"]),
    binding!("fold-all", |_| Action::FoldAll, &[Panes], Move, "open all chapters, or fold all", ["collapse", "expand", "tree", "outline"]),
    binding!("next-chapter", |_| Action::NextChapter, &[Panes, Reader], Move, "next chapter", ["part", "section", "outline"]),
    binding!("previous-chapter", |_| Action::PreviousChapter, &[Panes, Reader], Move, "previous chapter", ["part", "section", "outline"]),
    binding!("escape", |_| Action::Escape, &[Panes, Library, Reader, Chart, SearchLine, SearchPanes, CopyMenu, Filter, Report, Matrix, Compare, Trace, Marks, Note, Picture], Search, "cancel; show all", ["close", "leave", "clear", "reset", "unfilter", "filter"], Library "panes", SearchLine "cancel", SearchPanes "cancel", Filter "close", Report "close", CopyMenu "close", Matrix "close", Compare "close", Trace "close", Picture "close", Marks "close", Note "give back").fixed(&[Chord::of(Key::Esc)]),
    binding!("next-match", |_| Action::NextMatch, &[Compare], Read, "in a comparison, next pair that differs", ["difference"], Compare "next pair"),
    binding!("previous-match", |_| Action::PreviousMatch, &[Compare], Read, "in a comparison, previous pair that differs", ["difference"], Compare "previous"),
    binding!("next-match", |_| Action::NextMatch, &[Trace], Read, "in a trace, next nearest clause", ["near", "similar"], Trace "next nearest"),
    binding!("previous-match", |_| Action::PreviousMatch, &[Trace], Read, "in a trace, previous nearest clause", ["near", "similar"]),
    binding!("next-difference", |_| Action::NextDifference, &[Compare], Read, "in a comparison, next difference", ["change"]),
    binding!("previous-difference", |_| Action::PreviousDifference, &[Compare], Read, "in a comparison, previous difference", ["change"]),
    binding!("only-differing", |_| Action::OnlyDiffering, &[Compare], Read, "in a comparison, hide what is alike, or show it", ["same", "equal", "unchanged", "fold"], Compare "alike"),
    binding!("swap", |_| Action::Swap, &[Compare], Read, "in a comparison, swap sides", ["exchange", "turn"], Compare "swap"),
    binding!("copy-comparison", |_| Action::CopyAs(CopyForm::Comparison), &[Compare], Copy, "copy the comparison as text", ["clipboard", "yank", "diff"], Compare "copy"),
    binding!("next-match", |_| Action::NextMatch, BROWSE, Search, "next match, then next item", ["hit", "result", "find", "again"]),
    binding!("previous-match", |_| Action::PreviousMatch, BROWSE, Search, "previous match, then previous item", ["hit", "result", "find", "again"]),
    binding!("why", |_| Action::Why, ANY, Search, "why this matched", ["explain", "reason", "score", "relevance", "ranking"]),
    binding!("why", |_| Action::Why, &[SearchLine], Search, "why the selected result matched", ["explain", "reason", "score", "relevance", "ranking"], SearchLine "why"),
    binding!("palette", |_| Action::Palette, ANY, Program, "find a command by name", ["menu", "action", "run", "execute"]),
    binding!("copy-view", |_| Action::CopyAs(CopyForm::View), &[Trace, Matrix, Picture], Copy, "copy the trace or the picture as text", ["clipboard", "yank"], Trace "copy"),
    binding!("copy", |_| Action::Copy, ANY, Copy, "copy; choose the form in a menu", ["clipboard", "yank", "cite", "citation", "quote", "quotation", "bibtex", "reference"], Panes "copy", Reader "copy", Chart "copy"),
    binding!("copy-quotation", |_| Action::CopyAs(CopyForm::Quotation), &[CopyMenu], Copy, "quotation with its source", ["quote", "cite", "clipboard"], CopyMenu "quotation"),
    binding!("copy-citation", |_| Action::CopyAs(CopyForm::Citation(Style::Text)), &[CopyMenu], Copy, "citation as text", ["cite", "reference", "clipboard"], CopyMenu "citation"),
    binding!("copy-oscola", |_| Action::CopyAs(CopyForm::Citation(Style::Oscola)), &[CopyMenu], Copy, "OSCOLA citation", ["cite", "reference", "style", "clipboard"], CopyMenu "oscola"),
    binding!("copy-bluebook", |_| Action::CopyAs(CopyForm::Citation(Style::Bluebook)), &[CopyMenu], Copy, "Bluebook citation", ["cite", "reference", "style", "clipboard"], CopyMenu "bluebook"),
    binding!("copy-chicago", |_| Action::CopyAs(CopyForm::Citation(Style::Chicago)), &[CopyMenu], Copy, "Chicago citation", ["cite", "reference", "style", "clipboard"], CopyMenu "chicago"),
    binding!("copy-aglc", |_| Action::CopyAs(CopyForm::Citation(Style::Aglc)), &[CopyMenu], Copy, "AGLC citation", ["cite", "reference", "style", "clipboard"], CopyMenu "aglc"),
    binding!("copy-address", |_| Action::CopyAs(CopyForm::Address), &[CopyMenu], Copy, "address", ["id", "identifier", "link", "clipboard"], CopyMenu "address"),
    binding!("copy-web-address", |_| Action::CopyAs(CopyForm::WebAddress), &[CopyMenu], Copy, "web address", ["url", "link", "clipboard"], CopyMenu "web address"),
    binding!("copy-json", |_| Action::CopyAs(CopyForm::Json), &[CopyMenu], Copy, "record as JSON", ["data", "clipboard"], CopyMenu "json"),
    binding!("copy-markdown", |_| Action::CopyAs(CopyForm::Markdown), &[CopyMenu], Copy, "page as Markdown", ["md", "clipboard"], CopyMenu "markdown"),
    binding!("copy-bibtex", |_| Action::CopyAs(CopyForm::Citation(Style::Bibtex)), &[CopyMenu], Copy, "BibTeX entry", ["cite", "citation", "latex", "zotero", "reference", "clipboard"], CopyMenu "bibtex"),
    binding!("copy-address", |_| Action::CopyAs(CopyForm::Address), ANY, Copy, "copy the address", ["id", "identifier", "link", "clipboard", "yank"]),
    binding!("export", |_| Action::Export, &[Panes, Library, Reader, Chart, SearchPanes, Marks, Compare, Trace, Matrix, Picture], Copy, "save what is shown to a new file", ["write", "download", "print", "html", "pdf", "word", "docx", "csv", "excel", "xlsx", "json", "markdown"]),
    binding!("open-source", |_| Action::OpenSource, ANY, Read, "open the source in the browser", ["url", "web", "link", "internet", "website"], Reader "browser"),
    binding!("sort", |_| Action::Sort, &[Panes, Library, Chart], Program, "change sort order", ["arrange", "rank", "date", "name"], Library "sort"),
    binding!("states", |_| Action::Pair, BROWSE, Read, "memberships of any two states", ["overlap", "shared", "countries", "organisations"]),
    binding!("coverage", |_| Action::Coverage, BROWSE, Read, "coverage: which agreements cover what", ["matrix", "table", "topics", "sectors", "gaps"]),
    binding!("follow-up", |_| Action::FollowUp, BROWSE, Read, "what was done since, clause by clause", ["implementation", "carried", "silent", "progress", "picture"]),
    binding!("map", |_| Action::Map, BROWSE, Read, "map of parties, members or places", ["world", "partners", "countries", "states", "organisation", "where"]),
    binding!("network", |_| Action::Network, BROWSE, Read, "who signs with whom", ["network", "matrix", "partners", "states", "alike"]),
    binding!("save-search", |_| Action::SaveSearch, &[Panes, Library, Reader, Chart, SearchLine, SearchPanes], Search, "save the search under a name", ["keep", "store", "remember", "query"]),
    binding!("searches", |_| Action::Searches, ANY, Search, "saved and earlier searches", ["queries", "history", "list", "again"]),
    binding!("mark", |_| Action::Mark, BROWSE, Read, "mark, or unmark", ["select", "tag", "star", "bookmark", "compare"], Library "mark"),
    binding!("note", |_| Action::Note, &[Panes, Library, Reader, Chart, Marks], Read, "write a note on it", ["comment", "remark", "annotate", "edit"], Marks "note"),
    binding!("new-line", |_| Action::NewLine, &[Note], Read, "in a note, new line", ["break"], Note "new line"),
    binding!("editor", |_| Action::Editor, &[Note], Read, "go on with the note in your editor", ["vim", "emacs", "nano", "external"], Note "your editor"),
    binding!("marks", |_| Action::Marks, ANY, Read, "marks and notes", ["list", "bookmarks", "comments", "collection"]),
    binding!("collect", |_| Action::Collect, &[Panes, Library, Reader, Chart, Marks], Read, "put it into a collection, or take it out", ["group", "label", "tag", "name"], Marks "collect"),
    binding!("remove-mark", |_| Action::RemoveMark, &[Marks], Read, "remove the mark with its note", ["delete", "unmark", "erase"], Marks "remove"),
    binding!("undo", |_| Action::Undo, &[Panes, Library, Reader, Chart, Marks], Read, "undo a mark, a filter or a sort order", ["revert", "back", "mistake"]),
    binding!("compare", |_| Action::Compare, &[Panes, Library, Reader, Chart, Matrix, Trace], Read, "compare the two marked", ["diff", "difference", "versus", "side"], Library "compare", Trace "compare"),
    binding!("trace", |_| Action::Trace, &[Panes, Library, Reader], Read, "trace: where this wording comes from", ["origin", "source", "borrowed", "passages", "earliest"]),
    binding!("overview", |_| Action::About, BROWSE, Read, "overview and disputes", ["about", "summary", "sources", "statistics", "disagree"]),
    binding!("problems", |_| Action::Warnings, ANY, Program, "file problems", ["warnings", "errors", "check", "messages"]),
    binding!("messages", |_| Action::Messages, ANY, Program, "messages again", ["notices", "log", "said", "history"]),
    binding!("theme", |_| Action::Theme, ANY, Program, "change theme: dark, light, no colour", ["color", "light", "mode", "contrast", "background", "appearance"]),
    binding!("mouse", |_| Action::Mouse, ANY, Program, "leave the mouse to the terminal, or not", ["pointer", "copy", "select"]),
    binding!("help", |_| Action::Help, &[Panes, Library, Reader, Chart, SearchPanes, Report, Matrix, Compare, Trace, Marks, Picture], Program, "show all keys", ["shortcuts", "bindings", "manual"], Panes "help", Library "help", Reader "help", Chart "help", Matrix "help", Compare "help", Trace "help", Picture "help"),
    binding!("repaint", |_| Action::Repaint, &[Panes, Library, Reader, Chart, SearchLine, SearchPanes, CopyMenu, Filter, Report, Matrix, Compare, Trace, Marks, Note, Picture], Program, "redraw", ["refresh", "clear", "screen"]),
    binding!("suspend", |_| Action::Suspend, ANY, Program, "suspend; fg in the shell resumes", ["background", "stop", "pause"]).fixed(&[Chord::ctrl('z')]),
    binding!("quit", |_| Action::Quit, ANY, Program, "quit; ctrl-c works everywhere", ["exit", "close", "leave", "bye"], Panes "quit", Library "quit", Reader "quit").fixed(&[Chord::ctrl('c')]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_with_one_name_are_one_action_in_different_modes() {
        for (place, row) in BINDINGS.iter().enumerate() {
            for other in BINDINGS.iter().skip(place + 1) {
                let same = (row.action)(0) == (other.action)(0);
                assert_eq!(row.name == other.name, same, "{} {}", row.name, other.name);
                assert!(!same || row.modes.iter().all(|mode| !other.modes.contains(mode)), "{}", row.name);
            }
        }
    }

    #[test]
    fn footer_words_are_only_for_modes_that_have_the_action() {
        for binding in BINDINGS {
            let is_there = |mode| binding.modes.contains(mode);
            assert!(binding.footer.iter().all(|(mode, _)| is_there(mode)), "{}", binding.what);
        }
    }

    #[test]
    fn synonyms_are_single_words_that_the_description_lacks() {
        for binding in BINDINGS {
            for word in binding.synonyms {
                let is_plain = word.chars().all(|c| c.is_ascii_lowercase());
                assert!(
                    is_plain && !binding.what.split(' ').any(|own| own == *word),
                    "{} {word}",
                    binding.name
                );
            }
        }
    }
}
