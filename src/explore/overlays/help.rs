//! The help: the keys of the mode below it first, then the others in groups; on its second page the search language.

use super::actions::{Command, actions, found, is_in, keys, pair};
use super::panel::{Backdrop, Entered};
use super::pick::{Pick, PickList};
use crate::explore::bindings::{Binding, Group};
use crate::explore::keymap::Keymap;
use crate::explore::mode::Mode;
use crate::search::{ANSWERS, LANGUAGE};
use std::ops::Range;

/// The help.
#[derive(Clone, Debug)]
pub struct Help {
    /// The filter and the chosen line.
    pub pick: Pick,
    /// The mode whose keys come first.
    pub mode: Mode,
    page: HelpPage,
}

/// A page of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpPage {
    /// The keys.
    Keys,
    /// The search language.
    Language,
}

/// A line of the help.
#[derive(Clone, Debug)]
pub struct HelpLine {
    /// The rows of the table: one, or two that belong together.
    pub rows: Vec<&'static Binding>,
    /// Its keys as text.
    pub keys: String,
    /// What it does.
    pub what: &'static str,
    /// The matched ranges of that.
    pub matched: Vec<Range<usize>>,
}

/// A row of the help as it is drawn.
#[derive(Clone, Debug)]
pub enum HelpRow {
    /// The name of a group, and whether it is that of the mode.
    Heading(&'static str, bool),
    /// A line and its index among the lines.
    Line(usize, HelpLine),
    /// A form of the search language and its meaning.
    Form(&'static str, &'static str),
    /// A sentence about the search language.
    Note(&'static str),
}

impl Help {
    /// The help for a mode.
    pub fn new(mode: Mode) -> Self {
        Self { pick: Pick::default(), mode, page: HelpPage::Keys }
    }

    /// The page that is shown: what is typed finds keys.
    pub fn page(&self) -> HelpPage {
        if self.pick.line.text().trim().is_empty() { self.page } else { HelpPage::Keys }
    }

    /// The rows of the page.
    pub fn rows(&self, keymap: &Keymap) -> Vec<HelpRow> {
        match self.page() {
            HelpPage::Language => {
                let forms = LANGUAGE.iter().map(|(form, meaning)| HelpRow::Form(form, meaning));
                forms.chain(ANSWERS.iter().map(|words| HelpRow::Note(words))).collect()
            }
            HelpPage::Keys if self.pick.line.text().trim().is_empty() => grouped(keymap, self.mode),
            HelpPage::Keys => {
                let commands = found(keymap, self.mode, self.pick.line.text()).into_iter();
                let line = |(place, command)| HelpRow::Line(place, of_command(keymap, self.mode, command));
                commands.enumerate().map(line).collect()
            }
        }
    }

    /// The number of actions that there are.
    pub fn all(&self) -> usize {
        actions(self.mode).len()
    }
}

impl PickList for Help {
    const TITLE: &'static str = "Keys";

    fn pick(&mut self) -> &mut Pick {
        &mut self.pick
    }

    fn len(&self, backdrop: &Backdrop<'_>) -> usize {
        let rows = self.rows(backdrop.keys);
        rows.iter().filter(|row| !matches!(row, HelpRow::Heading(..))).count()
    }

    fn choose(&mut self, backdrop: &Backdrop<'_>) -> Entered {
        let rows = self.rows(backdrop.keys);
        let chosen = rows.iter().find_map(|row| match row {
            HelpRow::Line(place, line) if *place == self.pick.chosen => line.rows.first(),
            _ => None,
        });
        chosen.map_or(Entered::Nothing, |row| Entered::Act((row.action)(0)))
    }

    fn turn(&mut self) {
        self.page = match self.page() {
            HelpPage::Keys => HelpPage::Language,
            HelpPage::Language => HelpPage::Keys,
        };
        self.pick = Pick::default();
    }

    fn turn_word(&self) -> Option<&'static str> {
        Some(match self.page() {
            HelpPage::Keys => "search language",
            HelpPage::Language => "keys",
        })
    }
}

fn of_command(keymap: &Keymap, mode: Mode, command: Command) -> HelpLine {
    let Command { binding, matched, .. } = command;
    HelpLine { rows: vec![binding], keys: keys(keymap, binding, mode), what: binding.what, matched }
}

/// The lines that work in a mode, below the headings of their groups: the mode's own first.
fn grouped(keymap: &Keymap, mode: Mode) -> Vec<HelpRow> {
    let all = lines(keymap, mode);
    let is_own = |line: &&HelpLine| line.rows.iter().any(|row| is_own(row, mode));
    let own: Vec<HelpLine> = all.iter().filter(is_own).cloned().collect();
    let mut groups = vec![(of_mode(mode), true, own)];
    groups.extend(Group::ALL.map(|group| {
        let others = all.iter().filter(|line| !is_own(line));
        let of_group = others.filter(|line| line.rows.iter().any(|row| row.group == group)).cloned();
        (group.word(), false, of_group.collect())
    }));
    let mut rows = Vec::new();
    let mut place = 0;
    for (heading, is_own, lines) in groups.into_iter().filter(|(.., lines)| !lines.is_empty()) {
        rows.push(HelpRow::Heading(heading, is_own));
        for line in lines {
            rows.push(HelpRow::Line(place, line));
            place += 1;
        }
    }
    rows
}

/// Whether a row is one of a mode's own: of few modes, or in its footer and not in that of most.
fn is_own(row: &Binding, mode: Mode) -> bool {
    /// The most modes of a row that is still their own.
    const FEW: usize = 3;
    let in_footer = row.footer.iter().any(|(own, _)| *own == mode) && row.group == Group::Read;
    is_in(row, mode) && (row.modes.len() <= FEW || in_footer || row.name == "zoom")
}

/// A line for each action that works in the mode; actions that belong together share one.
fn lines(keymap: &Keymap, mode: Mode) -> Vec<HelpLine> {
    let mut lines: Vec<HelpLine> = Vec::new();
    for row in actions(mode).into_iter().filter(|row| is_in(row, mode)) {
        let own = keys(keymap, row, mode);
        let shared = lines.iter_mut().find_map(|line| {
            let first = line.rows.first().filter(|_| line.rows.len() == 1)?;
            Some((pair(first, row)?, line))
        });
        match shared {
            Some((what, line)) => {
                line.rows.push(row);
                line.what = what;
                line.keys = format!("{} {own}", line.keys);
            }
            None => lines.push(HelpLine { rows: vec![row], keys: own, what: row.what, matched: Vec::new() }),
        }
    }
    lines
}

/// The heading of a mode's own keys.
fn of_mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Panes => "In the panes",
        Mode::Library => "In the library",
        Mode::Reader => "In the reader",
        Mode::Chart => "In a chart",
        Mode::SearchLine | Mode::SearchPanes => "In a search",
        Mode::Compare => "In a comparison",
        Mode::Matrix => "In the coverage",
        Mode::Trace => "Trace",
        Mode::Marks => "In the marks",
        Mode::Note => "In a note",
        Mode::Picture => "In a picture",
        Mode::CopyMenu | Mode::Filter | Mode::Report => "Here",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_of_the_mode_come_first_and_no_action_is_listed_twice() {
        for mode in [Mode::Panes, Mode::Library, Mode::Reader, Mode::Chart, Mode::SearchPanes, Mode::Compare]
        {
            let rows = Help::new(mode).rows(&Keymap::builtin());
            assert!(matches!(rows.first(), Some(HelpRow::Heading(_, true))), "{mode:?}");
            let mut names: Vec<&str> = Vec::new();
            let mut last_is_heading = false;
            for row in &rows {
                let is_heading = matches!(row, HelpRow::Heading(..));
                assert!(!(is_heading && last_is_heading), "{mode:?}");
                last_is_heading = is_heading;
                if let HelpRow::Line(_, line) = row {
                    assert!(!line.keys.is_empty() && line.rows.iter().all(|row| is_in(row, mode)));
                    names.extend(line.rows.iter().map(|row| row.name));
                }
            }
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), all, "{mode:?}");
            assert_eq!(all, actions(mode).iter().filter(|row| is_in(row, mode)).count(), "{mode:?}");
        }
    }

    #[test]
    fn tab_turns_to_the_search_language_and_typing_turns_back() {
        let mut help = Help::new(Mode::Panes);
        help.turn();
        assert_eq!(help.page(), HelpPage::Language);
        help.pick.line.set("sort");
        assert_eq!(help.page(), HelpPage::Keys);
        help.turn();
        assert_eq!(help.page(), HelpPage::Language);
        help.turn();
        assert_eq!(help.page(), HelpPage::Keys);
    }
}
