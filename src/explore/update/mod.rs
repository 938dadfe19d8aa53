//! All changes of the state: takes an [`Input`], returns effects.

mod arrival;
mod comparing;
mod dragging;
mod folding;
mod inputs;
mod jumping;
mod keeping;
mod listing;
mod marking;
mod motion;
mod narrowing;
mod navigation;
mod picturing;
mod pointing;
mod returning;
mod searching;
mod settling;
mod tracing;
mod undoing;
mod welcoming;

use super::action::{Action, Motion};
use super::chord::Chord;
use super::copy::{NO_WEB_ADDRESS, copied, nothing_to_copy, web_address};
use super::effect::Effect;
use super::errands::Done;
use super::export::offers;
use super::gesture::Gesture;
use super::holdings::Holdings;
use super::input::Input;
use super::input_line::InputLine;
use super::keymap::Meaning;
use super::keys::Keys;
use super::layout::Layout;
use super::mode::Mode;
use super::overlays::{
    About, ComparisonView, CopyMenu, Entered, ExportMenu, Help, Overlay, Pair, Searches, Stop, Told, Warnings,
};
use super::pane::Pane;
use super::place::{Focus, View};
use super::remember::Remember;
use super::returning::Returning;
use super::search_box::SearchFocus;
use super::state::State;
use super::target::Target;
use super::undo::Undo;
use crate::data::Problem;
use crate::model::{Collection, ItemId};
use crate::text::{capitalised, web};
use inputs::{is_from_user, is_idle_motion, is_step};
use pointing::Meant;
pub use returning::leave;
pub use settling::settle;
use std::sync::Arc;

/// The explorer on a collection, opened at the leading agreement.
pub fn opened(collection: Collection, problems: Vec<Problem>, layout: Layout) -> State {
    let mut state = State::blank(Holdings::of(Arc::new(collection)), problems, layout);
    navigation::open_leading(&mut state);
    settling::settle(&mut state);
    state
}

/// Applies an input to the state, and returns what is to be done outside of it.
pub fn update(state: &mut State, input: Input) -> Vec<Effect> {
    let effects = step_or_update(state, input);
    settle(state);
    effects
}

/// Like [`update`], but after a step in a pane the reader follows no sooner than [`settle`] or an input that is no step: of a
/// key that is held down, no one sees each page.
pub fn step_or_update(state: &mut State, input: Input) -> Vec<Effect> {
    if state.reads_later && !is_step(state, &input) {
        settle(state);
    }
    let effects = apply(state, input);
    if !state.reads_later {
        settle(state);
    }
    effects
}

fn apply(state: &mut State, input: Input) -> Vec<Effect> {
    if is_idle_motion(state, &input) {
        return Vec::new();
    }
    let told = state.notice.clone();
    let is_new = is_from_user(&input);
    if is_new {
        state.notice = None;
        if !matches!(input, Input::Key(_)) {
            state.begun = None;
        }
        state.opening = None;
        state.returning = Returning::Over;
    }
    let mut effects = vec![Effect::Redraw];
    match input {
        Input::Key(chord) => {
            welcoming::count(state, chord);
            effects.extend(key(state, chord));
        }
        Input::Paste(text) => type_in(state, |line| line.insert(&text)),
        Input::Line(text) => type_in(state, |line| line.set(&text)),
        Input::Point(gesture, target) => effects.extend(point(state, gesture, target)),
        Input::Act(action) => effects.extend(act(state, action)),
        Input::GoTo(item) => go_to(state, item),
        Input::Home => home(state),
        Input::Resize { columns, rows } => state.layout = state.layout.resized(columns, rows),
        Input::Arrival(arrival) => arrival::arrived(state, arrival),
        Input::Answer(answer) => jumping::answered(state, answer),
        Input::Errand(finished) => {
            if let Some(done) = state.errands.newest(finished) {
                state.notice = None;
                take(state, done);
            }
        }
        Input::Remembered(remembered) => keeping::take(state, remembered),
        Input::Notice(words) => state.notice = Some(words),
        Input::Underway(words) => return tell_how_far(state, words),
    }
    if let Some(done) = state.errands.done_at_once() {
        take(state, done);
    }
    if let Some(words) = state.notice.as_ref().filter(|words| is_new || told.as_ref() != Some(words))
        && state.begun.is_none()
    {
        state.messages.push(words);
    }
    effects.extend(state.asked.drain(..).map(Effect::Remember));
    jumping::settle(state);
    marking::settle(state);
    effects
}

/// Shows how far something is that is done outside, unless what the person waits for says that of itself.
fn tell_how_far(state: &mut State, words: String) -> Vec<Effect> {
    if state.begun.is_some() || state.notice.as_ref() == Some(&words) {
        return Vec::new();
    }
    state.notice = Some(words);
    vec![Effect::Redraw]
}

/// Handles a key: an action, the first of two keys, or text for the line being typed.
fn key(state: &mut State, chord: Chord) -> Vec<Effect> {
    match state.begun.take() {
        Some(first) => press(state, Keys { first, then: Some(chord) }),
        None => press(state, Keys::one(chord)),
    }
}

fn press(state: &mut State, keys: Keys) -> Vec<Effect> {
    match (state.keys.meaning(state.mode(), keys), keys.then) {
        (Meaning::Action(action), _) => return act(state, action),
        (Meaning::Begins, _) => {
            let second = state.keys.continued(state.mode(), keys.first);
            let second: Vec<String> = second.map(|(key, what)| format!("{} {what}", key.label())).collect();
            state.notice = Some(format!("{} then: {}", keys.label(), second.join(" · ")));
            state.begun = Some(keys.first);
        }
        (Meaning::Nothing, None) if !state.mode().takes_text() => {
            let elsewhere = state.keys.elsewhere(keys);
            state.notice =
                elsewhere.map(|what| format!("{} ({what}) does nothing here; esc goes back", keys.label()));
        }
        (Meaning::Nothing, None) => type_in(state, |line| line.edit(keys.first)),
        (Meaning::Nothing, Some(_)) => state.notice = Some(format!("{} does nothing here", keys.label())),
    }
    Vec::new()
}

/// Handles the mouse.
fn point(state: &mut State, gesture: Gesture, target: Option<Target>) -> Vec<Effect> {
    match pointing::point(state, gesture, target) {
        Meant::Nothing => {}
        Meant::Enter => return enter(state),
        Meant::Act(action) => return act(state, action),
        Meant::Keys(keys) => return press(state, keys),
        Meant::GoTo(item) => go_to(state, item),
        Meant::Steps(motion, steps) => (0..steps).for_each(|_| step(state, motion)),
    }
    Vec::new()
}

/// Edits the line being typed, if there is one.
fn type_in(state: &mut State, edit: impl FnOnce(&mut InputLine)) {
    let Some(overlay) = state.overlays.last_mut() else {
        if state.mode() == Mode::SearchLine {
            searching::edit(state, edit);
        }
        return;
    };
    let panel = overlay.panel_mut();
    if let Some(line) = panel.line() {
        edit(line);
        if !panel.keeps_choice() {
            *panel.position() = 0;
        }
    }
    jumping::ask(state);
}

/// Carries out an action; returns the effects besides drawing.
fn act(state: &mut State, action: Action) -> Vec<Effect> {
    let mut effects = Vec::new();
    match action {
        Action::Quit => effects.push(Effect::Quit),
        Action::Suspend => effects.push(Effect::Suspend),
        Action::Repaint => effects.push(Effect::Repaint),
        Action::Theme => effects.push(Effect::NextTheme),
        Action::Mouse => effects.push(Effect::NextMouse),
        Action::Copy => state.overlays.push(Overlay::Copy(CopyMenu::default())),
        Action::CopyAs(form) => {
            state.overlays.retain(|o| !matches!(o, Overlay::Copy(_)));
            match copied(state, form) {
                Some(text) => effects.push(Effect::Copy { form, text }),
                None => state.notice = Some(nothing_to_copy(state, form)),
            }
        }
        Action::Export => match offers(state) {
            offers if offers.is_empty() => state.notice = Some("Nothing to save here".to_owned()),
            offers => {
                let menu = ExportMenu::new(offers, state.last_export.as_ref());
                state.overlays.push(Overlay::Export(menu));
            }
        },
        Action::OpenSource => match web_address(state) {
            Some(url) => match web::host(&url) {
                Ok(host) => {
                    state.notice = Some(format!("Opening {host}"));
                    effects.push(Effect::Open(url));
                }
                Err(refused) => state.notice = Some(format!("Not opened: {refused}")),
            },
            None => state.notice = Some(NO_WEB_ADDRESS.to_owned()),
        },
        Action::Move(motion) => step(state, motion),
        Action::Escape => escape(state),
        Action::Enter => effects.extend(enter(state)),
        Action::Next => around(state, true),
        Action::Previous => around(state, false),
        Action::Pane(Pane::Library) if state.mode() == Mode::Library => navigation::leave_library(state),
        Action::Pane(pane) => navigation::focus_pane(state, pane),
        Action::Read => navigation::read(state),
        Action::Leave => navigation::leave_reader(state),
        Action::Follow(link) => navigation::follow(state, link),
        Action::NextReference => motion::to_reference(state, true),
        Action::PreviousReference => motion::to_reference(state, false),
        Action::Back => navigation::back(state),
        Action::Forward => navigation::forward(state),
        Action::Zoom => navigation::zoom(state),
        Action::LargerScale => picturing::scale(state, true),
        Action::SmallerScale => picturing::scale(state, false),
        Action::Unfold => folding::open(state),
        Action::Fold => folding::fold(state),
        Action::FoldAll => folding::all(state),
        Action::NextChapter => folding::to_chapter(state, true),
        Action::PreviousChapter => folding::to_chapter(state, false),
        Action::Search => search(state),
        Action::NextMatch => walk(state, true),
        Action::PreviousMatch => walk(state, false),
        Action::Mark => effects.extend(marking::mark(state)),
        Action::Note => marking::write(state),
        Action::NewLine => type_in(state, |line| line.insert("\n")),
        Action::Editor => effects.extend(marking::edited(state)),
        Action::Marks => effects.extend(marking::list(state)),
        Action::Collect => marking::collect(state),
        Action::RemoveMark => effects.extend(marking::remove(state)),
        Action::Compare if state.mode() == Mode::Matrix => comparing::compare_passages(state),
        Action::Compare if state.mode() == Mode::Trace => tracing::compare(state),
        Action::Compare => comparing::start(state),
        Action::Trace => tracing::start(state),
        Action::Undo => effects.extend(undoing::undo(state)),
        Action::Messages => state.overlays.push(Overlay::Told(Told::new(&state.messages))),
        Action::Swap => comparing::swap(state),
        Action::NextDifference => comparing::walk(state, Stop::Difference, true),
        Action::PreviousDifference => comparing::walk(state, Stop::Difference, false),
        Action::OnlyDiffering => comparing::only_differing(state),
        Action::Why => searching::why(state),
        Action::SaveSearch => searching::save(state),
        Action::Searches => state.overlays.push(Overlay::Searches(Searches::default())),
        Action::Sort => navigation::sort(state),
        Action::Dossier => narrowing::follow_dossier(state),
        Action::Pair => state.overlays.push(Overlay::Pair(Pair::default())),
        Action::Coverage => picturing::coverage(state),
        Action::FollowUp => picturing::follow_up(state),
        Action::Map => picturing::map(state),
        Action::Pan(motion) => picturing::pan(state, motion),
        Action::Network => picturing::network(state),
        Action::About => state.overlays.push(Overlay::About(About::default())),
        Action::Warnings => state.overlays.push(Overlay::Warnings(Warnings::default())),
        Action::Palette => jumping::open(state),
        Action::Help => state.overlays.push(Overlay::Help(Help::new(state.mode()))),
    }
    effects
}

/// Handles the result of an errand.
fn take(state: &mut State, done: Done) {
    match done {
        Done::Comparison(Ok(comparison)) => {
            state.overlays.push(Overlay::Compare(ComparisonView::new(comparison)));
        }
        Done::Underway(words) => state.notice = Some(words),
        Done::Comparison(Err(error)) => state.notice = Some(error.to_string()),
        Done::Trace(trace) => tracing::show(state, trace),
        Done::Coverage(table) => state.overlays.push(Overlay::Coverage(*table)),
        Done::Map(view) => state.overlays.push(Overlay::Map(*view)),
        Done::Network(view) => state.overlays.push(Overlay::Network(*view)),
        Done::FollowUp(view) => state.overlays.push(Overlay::FollowUp(*view)),
        Done::Pair(Ok(pair)) => narrowing::show_pair(state, pair),
        Done::Pair(Err(why)) => {
            state.notice = Some(format!("Cannot read the membership table: {why}"));
        }
        Done::Chart => navigation::toggle_zoom(state),
    }
}

/// Searches as one types: in the list of marks these, else all texts.
fn search(state: &mut State) {
    match state.overlays.last_mut() {
        Some(Overlay::Marks(view)) => view.begin_filter(),
        _ => searching::start(state),
    }
}

/// Goes to the next or previous pair of the comparison, else match of the last search.
fn walk(state: &mut State, forward: bool) {
    match state.mode() {
        Mode::Compare => comparing::walk(state, Stop::Pair, forward),
        Mode::Trace => tracing::walk(state, forward),
        _ => searching::walk(state, forward),
    }
}

fn step(state: &mut State, motion: Motion) {
    if let Some(mut overlay) = state.overlays.pop() {
        overlay.panel_mut().step(motion, &state.backdrop());
        state.overlays.push(overlay);
        return;
    }
    match state.mode() {
        Mode::SearchLine => searching::choose(state, motion),
        Mode::Reader => motion::in_reader(state, motion),
        Mode::Chart => motion::in_chart(state, motion),
        _ => motion::in_pane(state, motion),
    }
}

fn enter(state: &mut State) -> Vec<Effect> {
    if let Some(overlay) = state.overlays.pop() {
        return enter_in(state, overlay);
    }
    match state.mode() {
        Mode::SearchLine => searching::open_chosen(state),
        Mode::SearchPanes if state.place.pane == Pane::Library => navigation::enter_in_pane(state),
        Mode::SearchPanes => searching::open_row(state),
        Mode::Reader => navigation::enter_in_reader(state),
        Mode::Chart => navigation::enter_in_chart(state),
        _ => navigation::enter_in_pane(state),
    }
    Vec::new()
}

/// Enter in an overlay, which is not in the stack any more.
fn enter_in(state: &mut State, mut overlay: Overlay) -> Vec<Effect> {
    match overlay.panel_mut().enter(&state.backdrop()) {
        Entered::Nothing => state.overlays.push(overlay),
        Entered::Refused(why) => {
            state.overlays.push(overlay);
            state.notice = Some(capitalised(why));
        }
        Entered::Act(action) => return act(state, action),
        Entered::GoTo(item) => {
            if let Overlay::Marks(view) = overlay {
                state.place = *view.before;
                listing::relist_if_old(state);
            }
            state.place.view = View::Panes;
            navigation::go_to(state, item);
        }
        Entered::Save(draft, asked) => {
            state.last_export = Some(asked);
            return vec![Effect::Save(draft)];
        }
        Entered::Keep(change, words) => return marking::keep(state, *change, words),
        Entered::KeepSearch(change, words) => {
            state.searches.apply(change.clone());
            state.notice = Some(words);
            return vec![Effect::Remember(Remember::Searches(Some(change)))];
        }
        Entered::Search(typed) => jumping::search(state, &typed),
        Entered::Pair(states) => narrowing::read_pair(state, states),
    }
    Vec::new()
}

/// Leaves what is on top; without overlays and a search, shows all again.
fn escape(state: &mut State) {
    if state.errands.cancel() {
        state.notice = Some("Stopped".to_owned());
        return;
    }
    if let Some(mut overlay) = state.overlays.pop() {
        let stays = match &mut overlay {
            Overlay::Coverage(table) => table.back(),
            Overlay::Map(map) => map.back(),
            Overlay::Marks(view) => view.back(),
            _ => false,
        };
        match overlay {
            overlay if stays => state.overlays.push(overlay),
            Overlay::Marks(view) => {
                state.place = *view.before;
                listing::relist_if_old(state);
            }
            _ => {}
        }
        return;
    }
    if let Some(search) = state.search.take() {
        state.place = search.before;
        listing::relist_if_old(state);
        return;
    }
    match (state.place.view, state.place.focus) {
        (View::Zoom, _) => navigation::zoom(state),
        (View::Panes, Focus::Reader) => navigation::leave_reader(state),
        (View::Panes, Focus::Pane(Pane::Memberships)) if state.place.pair.is_some() => {
            narrowing::leave_pair(state);
        }
        (View::Panes, Focus::Pane(Pane::Library)) => navigation::leave_library(state),
        (View::Panes, Focus::Pane(_)) if state.place.narrowed.is_some() => {
            state.undos.push(Undo::Filter(state.place.narrowed.clone()));
            listing::show_all(state);
        }
        (View::Panes, Focus::Pane(_)) if state.place.pair.is_some() => narrowing::leave_pair(state),
        _ => state.last_matches = None,
    }
}

/// Closes overlays and the search.
fn close(state: &mut State) {
    while !state.overlays.is_empty() || state.search.is_some() {
        escape(state);
    }
}

fn go_to(state: &mut State, item: ItemId) {
    close(state);
    navigation::go_to(state, item);
}

/// Returns to the start: everything shown, and no history.
fn home(state: &mut State) {
    close(state);
    navigation::leave_reader(state);
    while state.place.narrowed.is_some() || state.place.pair.is_some() {
        escape(state);
    }
    state.back.clear();
}

/// Tab: in an overlay, its next page; else the next pane; in the reader, the next link; in the search line, on to the panes.
fn around(state: &mut State, forward: bool) {
    if let Some(overlay) = state.overlays.last_mut() {
        return overlay.panel_mut().turn();
    }
    if let Some(search) = &state.search {
        if search.focus == SearchFocus::Line {
            return searching::complete_or_leave(state);
        }
    } else if state.place.focus == Focus::Reader {
        return motion::to_link(state, forward);
    }
    // From the library, the first or the last of the four.
    let next = match (state.place.pane.place(), forward) {
        (Some(place), true) => place + 1,
        (Some(place), false) => place + 3,
        (None, true) => 0,
        (None, false) => 3,
    };
    navigation::focus_pane(state, Pane::at(next));
}
