//! The help: all keys in groups, and the query language.

use super::actions::{self, Command, found};
use super::panel::{Backdrop, Entered};
use super::pick::{Pick, PickList};
use crate::explore::bindings::{BINDINGS, Group};
use crate::search::{ANSWERS, LANGUAGE};

/// The help.
#[derive(Clone, Debug, Default)]
pub struct Help {
    /// The filter and the chosen action.
    pub pick: Pick,
}

impl PickList for Help {
    const TITLE: &'static str = "Keys";

    fn pick(&mut self) -> &mut Pick {
        &mut self.pick
    }

    fn len(&self, backdrop: &Backdrop<'_>) -> usize {
        found(backdrop.keys, self.pick.line.text()).len()
    }

    fn choose(&mut self, backdrop: &Backdrop<'_>) -> Entered {
        actions::run(backdrop.keys, &self.pick)
    }
}

/// A row of the help.
pub enum HelpRow<'a> {
    /// The name of a group.
    Heading(&'static str),
    /// An action and its index among the commands.
    Line(usize, &'a Command),
    /// A form of the query language and its meaning.
    Form(&'static str, &'static str),
    /// A line about the query language.
    Note(&'static str),
    /// A blank row.
    Blank,
}

/// The commands below the headings of their groups; without headings if they are filtered.
pub fn grouped(commands: &[Command]) -> Vec<HelpRow<'_>> {
    if commands.len() < BINDINGS.len() {
        return commands.iter().enumerate().map(|(place, command)| HelpRow::Line(place, command)).collect();
    }
    let mut rows = Vec::new();
    for group in Group::ALL {
        if !rows.is_empty() {
            rows.push(HelpRow::Blank);
        }
        rows.push(HelpRow::Heading(group.word()));
        let own = commands.iter().enumerate().filter(|(_, command)| command.binding.group == group);
        rows.extend(own.map(|(place, command)| HelpRow::Line(place, command)));
    }
    rows.extend([HelpRow::Blank, HelpRow::Heading("In the search line")]);
    rows.extend(LANGUAGE.iter().map(|(form, meaning)| HelpRow::Form(form, meaning)));
    rows.extend(ANSWERS.iter().map(|line| HelpRow::Note(line)));
    rows
}
