//! Writes the choices, one part of the list at a time.

use super::choices::{Choices, PART};
use crate::explore::{Pane, Row, Scope, Sign, State};
use crate::insight::sector_count;
use crate::model::{Collection, ItemId, Kind, Thing};
use crate::report::not_on_record;
use crate::text::{capitalised, count, shown, thousands};
use std::io::{self, Write};
use std::ops::Range;

/// Writes the part of a list that contains the chosen row.
pub(super) fn write(state: &State, choices: &Choices, out: &mut impl Write) -> io::Result<()> {
    let total = choices.len();
    let from = choices.chosen(state) / PART * PART;
    let last = total.min(from + PART);
    let (first, end) = (thousands((from + 1).min(last)), thousands(last));
    writeln!(out, "{}. {first} to {end} of {}.", shown(&title(state, choices)), thousands(total))?;
    for (place, line) in (from..last).zip(lines(state, choices, from..last)) {
        writeln!(out, "{}. {}", place + 1, shown(&line))?;
    }
    if last < total {
        return writeln!(out, "n: {} more.", thousands(total - last));
    }
    Ok(())
}

fn title(state: &State, choices: &Choices) -> String {
    match choices {
        Choices::Items(title, _) | Choices::States(title, _) | Choices::Lines(title, _) => title.clone(),
        Choices::Forms(_) => "What to copy".to_owned(),
        Choices::Links(_) | Choices::None => "Nothing here".to_owned(),
        Choices::Rows(pane, _) => {
            let of = narrowed_to(state, *pane).map(|of| format!(" of {of}")).unwrap_or_default();
            let (_, order) = state.sorts.order(*pane);
            let order = if state.sorts.is_first(*pane) { String::new() } else { format!(", {order}") };
            format!("{}{of}{order}", pane.title())
        }
    }
}

/// The title of what a pane is narrowed to, or of the pair of states in it.
fn narrowed_to(state: &State, pane: Pane) -> Option<&str> {
    if let Some(pair) = state.place.pair.as_ref().filter(|_| pane == Pane::Memberships) {
        return Some(&pair.title);
    }
    let narrowed = state.place.narrowed.as_ref().filter(|_| pane != Pane::Library)?;
    match narrowed.scope {
        Scope::Item(item) | Scope::Agreement(item) => state.collection().title(item),
        Scope::Dossier(place) => state.collection().dossiers().get(place as usize).map(|d| d.title.as_str()),
    }
}

/// The choices of a part, one line each.
fn lines(state: &State, choices: &Choices, part: Range<usize>) -> Vec<String> {
    let collection = state.collection();
    match choices {
        Choices::Rows(_, rows) => {
            let kinds = kinds(rows.iter().map(|row| row.item()));
            let rows = rows.get(part).unwrap_or_default();
            rows.iter()
                .map(|row| format!("{}{}", row_words(collection, *row, kinds), marked(state, row.item())))
                .collect()
        }
        Choices::Items(_, items) => {
            let kinds = kinds(items.iter().copied());
            let items = items.get(part).unwrap_or_default();
            let words = |item: &ItemId| item_words(collection, *item, kinds);
            items.iter().map(|item| format!("{}{}", words(item), marked(state, *item))).collect()
        }
        Choices::States(_, states) => {
            let states = states.get(part).unwrap_or_default();
            states.iter().map(|state| format!("{}, {}", state.name, state.code)).collect()
        }
        Choices::Lines(_, lines) => lines.get(part).unwrap_or_default().to_vec(),
        Choices::Forms(forms) => forms.iter().map(|form| form.what.to_owned()).collect(),
        Choices::Links(_) | Choices::None => Vec::new(),
    }
}

/// Whether an item is marked, in words.
fn marked(state: &State, item: ItemId) -> &'static str {
    match state.marks.sign(item) {
        Some(Sign::Noted) => ", marked, with a note",
        Some(Sign::Marked) => ", marked",
        None => "",
    }
}

/// Whether a list has items of one kind only.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kinds {
    One,
    Several,
}

fn kinds(items: impl Iterator<Item = ItemId>) -> Kinds {
    let mut kinds = items.map(ItemId::kind);
    let first = kinds.next();
    if kinds.all(|kind| Some(kind) == first) { Kinds::One } else { Kinds::Several }
}

fn row_words(collection: &Collection, row: Row, kinds: Kinds) -> String {
    match row {
        Row::Item(item) => item_words(collection, item, kinds),
        Row::Folded(chapter, _) => format!("{}, folded", item_words(collection, chapter, kinds)),
        Row::Folder(first, held) => {
            let held = count(held as usize, "agreement", "agreements");
            format!("{}: {held}", collection.folder(first).unwrap_or_default())
        }
        Row::Missing(item) => {
            let held = not_on_record(collection, &[item]).into_iter().next().unwrap_or_default();
            format!("Not on record: {held}")
        }
    }
}

/// An item in one line: its kind if there are several kinds, its date if it has one, its title, and what the panes show
/// at the side.
fn item_words(collection: &Collection, item: ItemId, kinds: Kinds) -> String {
    let kind = match kinds {
        Kinds::One => String::new(),
        Kinds::Several => format!("{}: ", capitalised(item.kind().word())),
    };
    let date = match item.kind() {
        Kind::Event | Kind::Agreement | Kind::Source => {
            format!("{}, ", collection.item(item).map(|item| item.shown_date()).unwrap_or_default())
        }
        _ => String::new(),
    };
    let title = collection.title(item).unwrap_or_default();
    let remark = remark(collection, item).map(|remark| format!(", {remark}")).unwrap_or_default();
    format!("{kind}{date}{title}{remark}")
}

/// What the panes show at the side: how much is on record, how the parties compare.
fn remark(collection: &Collection, item: ItemId) -> Option<String> {
    let of = collection.item(item)?;
    match of.thing() {
        Thing::Agreement(agreement) => {
            let missing = agreement.missing();
            (missing > 0).then(|| count(missing, "point not on record", "points not on record"))
        }
        Thing::Clause(_) => Some(of.agreement()?.list_title().to_owned()),
        Thing::Chapter(chapter) => {
            let clauses = count(chapter.len(), "clause", "clauses");
            Some(format!("{clauses}, {}", of.agreement()?.list_title()))
        }
        Thing::Sector(_) => {
            let facts = sector_count(collection, item);
            Some(count(facts, "fact on record", "facts on record"))
        }
        Thing::Organisation(organisation) => {
            let since = organisation.shared_since(&of.dossier().compares);
            let since = since.map(|since| format!(" since {}", since.shown())).unwrap_or_default();
            Some(format!("{}{since}", of.dossier().standing(organisation).word()))
        }
        Thing::Event(_) | Thing::Dispute(_) | Thing::Source(_) => None,
    }
}
