//! Describes the current place.

use super::choices::Choices;
use super::list;
use crate::explore::overlays::{NoteEditor, Overlay};
use crate::explore::{Focus, Pane, State};
use crate::insight::charts::{Atlas, Done, DoneLine, Network, Shows};
use crate::insight::{Coverage, page};
use crate::model::{Collection, ItemId, Kind};
use crate::report::{
    CompareReport, Format, LinkLabels, TextLook, TraceReport, Traced, counted, not_on_record, page_text,
};
use crate::search::{Query, Why};
use crate::text::{capitalised, count, shown, shown_lines, thousands};
use std::io::{self, Write};

/// The number of the list of sources, which is no pane of a screen.
pub(super) const SOURCES: usize = 5;

/// Writes what is open, and the panes with the numbers that are their keys in the explorer.
pub(super) fn top(state: &State, out: &mut impl Write) -> io::Result<()> {
    /// The most dossiers that are listed by title; the library has them all.
    const FEW: usize = 5;
    let collection = state.collection();
    match collection.dossiers() {
        many if many.len() > FEW => writeln!(out, "{}.", count(many.len(), "dossier", "dossiers"))?,
        few => few.iter().try_for_each(|dossier| {
            let date = dossier.as_of.map(|date| format!(", as of {}", date.shown())).unwrap_or_default();
            writeln!(out, "{}{date}.", shown(&dossier.title))
        })?,
    }
    let agreements: Vec<ItemId> = state.list(Pane::Library).rows.iter().map(|row| row.item()).collect();
    for line in not_on_record(collection, &agreements) {
        writeln!(out, "{}.", shown(&line))?;
    }
    for (number, pane) in (1..).zip(Pane::STACK).chain([(0, Pane::Library)]) {
        writeln!(out, "{number}. {}: {}", pane.title(), counts(state, pane))?;
    }
    let sources = collection.dossiers().iter().map(|dossier| dossier.sources.len()).sum();
    writeln!(out, "{SOURCES}. Sources: {}", counted(Kind::Source, sources))?;
    writeln!(out, "Type a number, or a slash and words to search. h: help. q: quit.")
}

/// What a pane lists, counted.
fn counts(state: &State, pane: Pane) -> String {
    let list = state.list(pane);
    let of = |kind: Kind| counted(kind, list.count(kind));
    match pane {
        Pane::Timeline => of(Kind::Event),
        Pane::Clauses => format!("{} of {}", of(Kind::Clause), of(Kind::Agreement)),
        Pane::Sectors => of(Kind::Sector),
        Pane::Memberships => of(Kind::Organisation),
        Pane::Library => of(Kind::Agreement),
    }
}

/// Writes the current place. Returns the items that are numbered as links of a page.
pub(super) fn place(state: &State, out: &mut impl Write) -> io::Result<Vec<ItemId>> {
    let collection = state.collection();
    match state.overlays.last() {
        Some(Overlay::Warnings(_)) => warnings(state, out)?,
        Some(Overlay::Why(open)) => why(collection, open.item, &open.reasons, out)?,
        Some(Overlay::Compare(open)) => {
            let report = CompareReport { collection, comparison: &open.comparison };
            Format::Text.write(&report, TextLook::default(), out)?;
        }
        Some(Overlay::Trace(open)) => {
            let traced = &Traced::of(collection, &open.trace);
            Format::Text.write(&TraceReport { collection, traced }, TextLook::default(), out)?;
        }
        Some(Overlay::Told(open)) => {
            open.lines(usize::MAX).iter().try_for_each(|(ago, words)| writeln!(out, "{ago}: {words}"))?
        }
        Some(Overlay::Note(open)) => note(open, out)?,
        Some(Overlay::Map(view)) => map(state.collection(), view.atlas(), out)?,
        Some(Overlay::Network(view)) => network(&view.network, out)?,
        Some(Overlay::FollowUp(view)) => follow_up(collection, &view.done, out)?,
        Some(Overlay::Coverage(open)) => coverage(collection, &open.coverage, out)?,
        None if state.search.is_none() && state.place.focus == Focus::Reader => {
            return reader(state, out);
        }
        _ => list::write(state, &Choices::of(state, &[]), out)?,
    }
    Ok(Vec::new())
}

fn reader(state: &State, out: &mut impl Write) -> io::Result<Vec<ItemId>> {
    let Some(item) = state.place.reader.item() else { return Ok(Vec::new()) };
    let Some(page) = page(state.collection(), item) else { return Ok(Vec::new()) };
    writeln!(out, "{}.", capitalised(item.kind().word()))?;
    let mut links = LinkLabels::Numbers(Vec::new());
    page_text(state.collection(), &page, TextLook::default(), &mut links, out)?;
    if let Some(note) = state.marks.note(state.collection(), item) {
        writeln!(out, "Your note: {}", shown_lines(note))?;
    }
    Ok(match links {
        LinkLabels::Numbers(items) => items,
        LinkLabels::Addresses => Vec::new(),
    })
}

/// Writes what is to be typed.
fn note(open: &NoteEditor, out: &mut impl Write) -> io::Result<()> {
    if !open.text.text().is_empty() {
        writeln!(out, "The note so far: {}", shown_lines(open.text.text()))?;
    }
    writeln!(out, "Type the note as one line. An empty line leaves it as it is, a hyphen alone clears it.")
}

/// The reference in the text that was chosen last.
pub(super) fn reference(state: &State) -> Option<String> {
    let reader = &state.place.reader;
    let named = reader.chosen_reference()?;
    let text = &reader.page()?.quote.as_ref()?.text;
    let words = text.get(named.range.clone()).unwrap_or_default();
    Some(format!("{words}: {}. :enter opens it.", state.collection().title(named.target).unwrap_or_default()))
}

/// A note that the panes are narrowed to the item in the reader; `None` if they are not.
pub(super) fn narrowed(state: &State) -> Option<String> {
    let item = state.place.narrowed.as_ref()?.item()?;
    let title = state.collection().title(item).unwrap_or_default();
    (state.place.reader.item() == Some(item))
        .then(|| format!("The panes show only what belongs to {title}. :1 to :4 list it, b shows all."))
}

/// The line of the page with the match that was walked to last.
pub(super) fn matched_line(state: &State) -> Option<String> {
    let line = state.laid_out.lines.lines().get(state.place.reader.at_match?)?;
    Some(line.words())
}

/// The states with the number of their agreements, by region.
fn map(collection: &Collection, atlas: &Atlas, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}: {}.", shown(&atlas.title(collection)), atlas.counted())?;
    for (region, sites) in atlas.by_region() {
        writeln!(out, "{}.", shown(region))?;
        for site in sites {
            let number = match (&site.standing, atlas.shows == Shows::Places) {
                (Some(standing), _) => shown(standing).into_owned(),
                (None, true) => count(site.items.len(), "event", "events"),
                (None, false) => count(site.items.len(), "agreement", "agreements"),
            };
            writeln!(out, "  {}, {number}.", shown(&site.name))?;
        }
    }
    Ok(())
}

/// Each state with those that it has agreements in common with, most first.
fn network(network: &Network, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "Who signs with whom: {}.", count(network.states.len(), "state", "states"))?;
    for (place, state) in network.states.iter().enumerate() {
        let others = network.states.iter().enumerate().filter(|(other, _)| *other != place);
        let mut others: Vec<(usize, &str)> =
            others.map(|(other, state)| (network.shared(place, other), state.name.as_str())).collect();
        others.retain(|(shared, _)| *shared > 0);
        others.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        let others: Vec<String> =
            others.into_iter().map(|(shared, name)| format!("{} {shared}", shown(name))).collect();
        writeln!(out, "  {}: {}.", shown(&state.name), others.join(", "))?;
    }
    Ok(())
}

/// Each clause with what was done about it, and that nothing was.
fn follow_up(collection: &Collection, done: &Done, out: &mut impl Write) -> io::Result<()> {
    let all = count(done.clauses.len(), "clause", "clauses");
    writeln!(out, "Done since: {} of {all} followed, as far as is on record.", thousands(done.followed))?;
    let title = |item: ItemId| shown(collection.list_title(item).unwrap_or_default()).into_owned();
    for line in &done.lines {
        match *line {
            DoneLine::Agreement(item) => writeln!(out, "{}.", title(item))?,
            DoneLine::Silent(_, held) => {
                writeln!(out, "  {}, all silent.", count(held, "clause", "clauses"))?
            }
            DoneLine::Missing(_, held) => {
                writeln!(out, "  {} not on record.", count(held, "more point", "more points"))?;
            }
            DoneLine::Clause(place) => {
                let Some(clause) = done.clauses.get(place) else { continue };
                let silent = if clause.acts.is_empty() { ": nothing on record" } else { "" };
                writeln!(out, "  {}{silent}.", title(clause.item))?;
                for (act, _) in &clause.acts {
                    let item = ItemId { part: act.part, ..clause.item };
                    let date = collection.item(item).map(|item| item.shown_date()).unwrap_or_default();
                    writeln!(out, "    {date}, {}.", title(item))?;
                }
            }
        }
    }
    Ok(())
}

/// The agreements that cover each subject, as lists: a matrix is hard to follow by ear.
fn coverage(collection: &Collection, coverage: &Coverage, out: &mut impl Write) -> io::Result<()> {
    let of = count(coverage.agreements.len(), "agreement", "agreements");
    writeln!(out, "How many of {of} have a passage on each subject, as far as is on record.")?;
    for (row, subject) in coverage.subjects.iter().enumerate() {
        writeln!(out, "{}: {}.", shown(subject), thousands(coverage.agreements_on(row)))?;
        let columns = coverage.agreements.iter().enumerate();
        for (_, item) in columns.filter(|(column, _)| !coverage.cell(row, *column).is_empty()) {
            let address = collection.address(*item).map(|a| a.to_string()).unwrap_or_default();
            let title = collection.list_title(*item).unwrap_or_default();
            writeln!(out, "  {}, {}", shown(title), shown(&address))?;
        }
    }
    Ok(())
}

fn warnings(state: &State, out: &mut impl Write) -> io::Result<()> {
    if state.problems.is_empty() {
        return writeln!(out, "No problems found.");
    }
    state.problems.iter().try_for_each(|problem| writeln!(out, "{}", shown(&problem.to_string())))
}

fn why(collection: &Collection, item: ItemId, reasons: &[Why], out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "Why {} matched.", shown(collection.title(item).unwrap_or_default()))?;
    if reasons.is_empty() {
        writeln!(out, "It contains none of the words; it is linked to an item that does.")?;
    }
    reasons.iter().try_for_each(|why| {
        let (typed, found) = (shown(&why.query_word), shown(&why.matched_word));
        writeln!(out, "{typed}: {found}, {}, in the {}", why.tier.word(), why.field.word())
    })
}

/// The answer to a slash without words, where there is no last search.
pub(super) const NO_WORDS: &str = "Type the words to search for after the slash.";

/// Why a search lists nothing; `None` if it lists something.
pub(super) fn nothing_found(state: &State) -> Option<String> {
    let search = state.search.as_ref()?;
    let Some(matches) = &search.matches else {
        let problem = search.problems.first().map(|problem| problem.message.clone());
        return Some(problem.unwrap_or_else(|| NO_WORDS.to_owned()));
    };
    if !matches.ranked().is_empty() {
        return None;
    }
    let near = matches.nearest_words(5).join(", ");
    let near = if near.is_empty() { near } else { format!(" Similar words: {near}.") };
    let typed = search.line.text();
    let open = Query::parse(typed).open_quotation().map(|open| format!(" {}.", capitalised(&open)));
    let open = open.unwrap_or_default();
    let whole = match state.list(Pane::Library).count(Kind::Agreement) {
        0 => String::new(),
        whole => {
            format!(" {} as a whole; :0 lists them.", count(whole, "agreement matches", "agreements match"))
        }
    };
    Some(format!("No matches for {typed}.{open}{whole}{near}"))
}
