//! What can be pointed at is where it is drawn, and is what is drawn there.

use crate::screen::Screen;
use accords::explore::bindings::{BINDINGS, letter};
use accords::explore::charts::sector_columns;
use accords::explore::layout::Area;
use accords::explore::overlays::{
    CoverageLine, CoverageTable, FollowUpView, HelpRow, MapView, MarksView, NetworkView, Overlay, PaletteRow,
    forms,
};
use accords::explore::reader::rows_in_view;
use accords::explore::{Mode, Pane, Row, SearchFocus, State, Target};
use accords::model::{ItemId, Kind};
use accords::tui::Hits;

/// A screen with what can be pointed at.
struct Drawn<'a> {
    state: &'a State,
    /// The signs of each row, one a cell.
    cells: Vec<Vec<String>>,
    hits: Hits,
}

/// Checks everything that a screen shows.
pub fn check(screen: &Screen) {
    let (buffer, hits) = screen.drawn();
    let width = usize::from(buffer.area.width);
    let signs = |row: &[ratatui::buffer::Cell]| row.iter().map(|cell| cell.symbol().to_owned()).collect();
    let cells = buffer.content.chunks(width).map(signs).collect();
    let drawn = Drawn { state: &screen.state, cells, hits };
    drawn.all_is_inside();
    drawn.footer();
    drawn.rows_have_their_titles();
    drawn.panes();
    drawn.reader();
    drawn.search();
    drawn.overlay();
    drawn.chart();
}

impl Drawn<'_> {
    fn columns(&self) -> usize {
        self.cells[0].len()
    }

    fn last_row(&self) -> usize {
        self.cells.len() - 1
    }

    fn text(&self, area: Area) -> String {
        let rows = self.cells.iter().skip(area.y).take(area.height);
        rows.map(|row| row[area.x..area.right()].concat()).collect::<Vec<_>>().join(" ")
    }

    /// The areas and values of the targets of a kind.
    fn hits<T>(&self, of: impl Fn(Target) -> Option<T>) -> Vec<(Area, T)> {
        self.hits.iter().filter_map(|(area, target)| Some((area, of(target)?))).collect()
    }

    fn title(&self, item: ItemId) -> &str {
        let collection = self.state.collection();
        let name = collection.organisation(item).map(|(_, organisation)| organisation.list_name());
        name.filter(|_| self.state.search.is_none()).or(collection.list_title(item)).unwrap()
    }

    fn all_is_inside(&self) {
        for (area, target) in self.hits.iter() {
            assert!(area.width > 0 && area.height > 0, "{target:?} {area:?}");
            assert!(
                area.right() <= self.columns() && area.bottom() <= self.cells.len(),
                "{target:?} {area:?}"
            );
        }
    }

    fn footer(&self) {
        let y = self.last_row();
        for (area, key) in self.hits(|target| if let Target::Keys(key) = target { Some(key) } else { None }) {
            if area.y == y {
                assert!(self.text(area).starts_with(&key.label()), "{key} {}", self.text(area));
            }
        }
        let text: Vec<char> = self.text(Area::row(0, y, self.columns())).chars().collect();
        let mode = self.state.mode();
        let footers = BINDINGS.iter().filter_map(|binding| {
            let (_, word) = binding.footer.iter().find(|(own, _)| *own == mode)?;
            let keys = self.state.keys.keys_in(binding, mode).next()?;
            Some((keys, format!("{} {word}", keys.label()).chars().collect::<Vec<_>>()))
        });
        let mut seen = 0;
        for (at, sign) in text.iter().enumerate().filter(|(_, sign)| "←→↑↓".contains(**sign)) {
            seen += 1;
            let Some(Target::Keys(key)) = self.hits.at(at, y) else { panic!("{sign} is no key") };
            assert_eq!(key.label(), sign.to_string());
        }
        for (key, shown) in footers {
            let starts = (0..text.len()).filter(|at| text[*at..].starts_with(&shown) && text[at - 1] == ' ');
            for at in starts {
                seen += 1;
                assert_eq!(self.hits.at(at, y), Some(Target::Keys(key)));
                assert_eq!(self.hits.at(at + shown.len() - 1, y), Some(Target::Keys(key)));
                assert_eq!(self.hits.at(at + shown.len(), y), None);
            }
        }
        assert!(seen > 0 || self.state.notice.is_some(), "{mode:?} {}", String::from_iter(text));
    }

    /// In one of the areas of a row at least, its title begins.
    fn rows_have_their_titles(&self) {
        let rows = self
            .hits(|target| if let Target::Row(pane, place) = target { Some((pane, place)) } else { None });
        for (area, (pane, place)) in &rows {
            let own = rows.iter().filter(|(_, row)| row == &(*pane, *place));
            let text: String = own.map(|(area, _)| self.text(*area)).collect();
            match self.state.list(*pane).rows[*place] {
                // A run of several has their number instead.
                Row::Item(item) if item.kind() == Kind::Organisation && text.starts_with('+') => {
                    assert!(text.contains(char::is_numeric), "{text}");
                }
                Row::Item(item) | Row::Folded(item, _) => {
                    assert!(text.contains(start(self.title(item))), "{:?} {text}", self.title(item))
                }
                Row::Missing(_) => assert!(text.contains('?'), "{text}"),
                Row::Folder(_, held) => assert!(text.contains(&held.to_string()), "{text}"),
            }
            assert_eq!(self.hits.at(area.x, area.y), Some(Target::Row(*pane, *place)));
        }
    }

    /// Every line of a pane from its first row on is a row, up to a blank one, the next heading or the end.
    fn panes(&self) {
        if self.state.mode() == Mode::Chart {
            return;
        }
        for (heading, pane) in
            self.hits(|target| if let Target::Heading(pane) = target { Some(pane) } else { None })
        {
            let text = self.text(heading);
            assert!(text.starts_with(&format!("{} ", pane.number())), "{text}");
            // Where there is no room for more, a pair of states is the title.
            let is_pair = pane == Pane::Memberships && text.contains(" – ") && text.contains(" · esc");
            assert!(text.contains(pane.title()) || is_pair, "{text}");
            let of_pane = |target| match target {
                Target::Row(own, place) if own == pane => Some(place),
                _ => None,
            };
            let mut rows = self.hits(of_pane);
            rows.sort_by_key(|(area, _)| area.y);
            assert!(
                rows.windows(2).all(|two| two[0].0.y + 1 == two[1].0.y && two[0].1 + 1 == two[1].1),
                "{pane:?}"
            );
            let Some((last, _)) = rows.last() else {
                assert!(self.state.list(pane).rows.is_empty(), "{pane:?} has rows");
                continue;
            };
            let next = Area::row(heading.x, last.y + 1, heading.width);
            let is_end = next.y == self.last_row() || self.text(next).trim().is_empty();
            assert!(
                is_end || matches!(self.hits.at(next.x, next.y), Some(Target::Heading(_))),
                "{pane:?} {next:?}"
            );
        }
    }

    fn reader(&self) {
        let readers = self.hits(|target| (target == Target::Reader).then_some(()));
        let [(area, ())] = readers.as_slice() else { return assert!(readers.is_empty()) };
        let (reader, lines) = (&self.state.place.reader, self.state.laid_out.lines.lines());
        let has_letters = self.state.mode() == Mode::Reader;
        for (y, line) in (area.y..).zip(lines.iter().skip(reader.scroll).take(rows_in_view(*area))) {
            for (x, link) in &line.links {
                assert_eq!(self.hits.at(area.x + x, y), Some(Target::Link(*link)));
            }
            for (x, link) in line.beginning() {
                let text = self.text(Area::row(area.x + x, y, area.width - x));
                assert!(!has_letters || text.starts_with(&letter(link)), "{link} {text}");
                assert!(!text.trim().is_empty());
            }
            for (piece, number) in line.references.iter().filter(|_| has_letters) {
                let piece = &line.pieces[*piece];
                assert_eq!(self.hits.at(area.x + piece.x, y), Some(Target::Reference(*number)));
                let shown = Area::row(area.x + piece.x, y, piece.text.chars().count());
                assert_eq!(self.text(shown), piece.text);
            }
        }
        assert!(lines.is_empty() || self.hits.at(area.x, area.y).is_some());
    }

    fn search(&self) {
        let Some(search) = &self.state.search else { return };
        if !self.state.overlays.is_empty() {
            return;
        }
        assert_eq!(self.hits.at(0, 0), Some(Target::SearchLine));
        let (Some(matches), SearchFocus::Line) = (&search.matches, search.focus) else { return };
        let shown = self.hits(|target| if let Target::Match(place) = target { Some(place) } else { None });
        let is_empty = matches.ranked().is_empty() && matches.nearest_words(1).is_empty();
        assert_eq!(is_empty, !shown.iter().any(|(_, place)| *place == search.chosen));
        for (area, place) in shown {
            let words = match matches.ranked().get(place) {
                Some(found) => self.title(found.item),
                None => &matches.nearest_words(place + 1)[place].to_string(),
            };
            assert!(self.text(area).contains(start(words)), "{words} {}", self.text(area));
        }
    }

    fn overlay(&self) {
        let Some(overlay) = self.state.overlays.last() else { return };
        let below = |target| {
            matches!(target, Target::Row(..) | Target::Heading(_) | Target::Reader | Target::Link(_))
        };
        assert_eq!(self.hits.iter().find(|(_, target)| below(*target)), None);
        let collection = self.state.collection();
        let (names, chosen): (Vec<String>, usize) = match overlay {
            Overlay::Help(help) => {
                let lines = help.rows(&self.state.keys).into_iter().filter_map(|row| match row {
                    HelpRow::Line(_, line) => Some(line.what.to_owned()),
                    _ => None,
                });
                (lines.collect(), help.pick.chosen)
            }
            Overlay::Palette(palette) => {
                let rows = palette.rows(&self.state.keys).into_iter().map(|row| match row {
                    PaletteRow::Do(command) => command.binding.what.to_owned(),
                    PaletteRow::Go(jump) => jump.title,
                    PaletteRow::Search => "search".to_owned(),
                });
                (rows.collect(), palette.pick.chosen)
            }
            Overlay::About(about) => {
                let topics = about.disputes(collection).into_iter().map(|item| self.title(item).to_owned());
                (topics.collect(), about.pick.chosen)
            }
            Overlay::Pair(pair) => {
                (pair.states().into_iter().map(|state| state.name).collect(), pair.pick.chosen)
            }
            Overlay::Export(menu) => {
                let forms = menu.offers.iter().map(|(form, _)| form.word().to_owned());
                (forms.collect(), menu.pick.chosen)
            }
            Overlay::SaveSearch(open) => {
                let names = open.names(&self.state.searches).into_iter().map(|(name, _)| format!("@{name}"));
                (names.collect(), open.pick.chosen)
            }
            Overlay::Searches(open) => {
                let found = open.found(&self.state.searches).into_iter();
                let words =
                    found.map(|(name, query)| name.map_or(query.to_owned(), |name| format!("@{name}")));
                (words.collect(), open.pick.chosen)
            }
            Overlay::Collect(open) => (open.names(&self.state.marks), open.pick.chosen),
            Overlay::Marks(view) => return self.marks(view),
            Overlay::Copy(_) => return self.copy(),
            Overlay::Coverage(table) => return self.coverage(table),
            Overlay::Map(view) => return self.map(view),
            Overlay::Network(view) => return self.network(view),
            Overlay::FollowUp(view) => return self.follow_up(view),
            Overlay::Warnings(_)
            | Overlay::Compare(_)
            | Overlay::Trace(_)
            | Overlay::Why(_)
            | Overlay::Told(_)
            | Overlay::Note(_) => {
                return;
            }
        };
        let shown = self.hits(|target| if let Target::Choice(place) = target { Some(place) } else { None });
        assert!(names.is_empty() || shown.iter().any(|(_, place)| *place == chosen));
        assert!(shown.windows(2).all(|two| two[0].1 + 1 == two[1].1));
        for (area, place) in &shown {
            let text = self.text(*area);
            assert!(text.contains(start(&names[*place])), "{} {text}", names[*place]);
            assert_eq!(text.starts_with('▸'), *place == chosen, "{text}");
        }
        if let Some((last, place)) = shown.last().filter(|_| !matches!(overlay, Overlay::Help(_))) {
            let below = self.text(Area { y: last.y + 1, ..*last });
            let is_end = below.contains('─') || below.trim().is_empty();
            assert!(is_end && (*place + 1 == names.len() || below.contains('─')), "{below}");
        }
    }

    fn marks(&self, view: &MarksView) {
        let shown = self.hits(|target| if let Target::Choice(place) = target { Some(place) } else { None });
        let places = view.places(&self.state.marks);
        assert!(shown.iter().any(|(_, place)| *place == view.chosen));
        for (area, place) in &shown {
            let (mark, _) = self.state.marks.at(places[*place]).unwrap();
            let text = self.text(*area);
            assert!(text.contains(start(&mark.title)), "{} {text}", mark.title);
            assert_eq!(text.starts_with('▸'), *place == view.chosen, "{text}");
        }
    }

    fn copy(&self) {
        let keys = self.hits(|target| if let Target::Keys(key) = target { Some(key) } else { None });
        let rows = keys.iter().filter(|(area, _)| area.y < self.last_row());
        let mut seen = 0;
        for ((area, key), form) in rows.zip(forms()) {
            seen += 1;
            assert_eq!(Some(*key), self.state.keys.keys_in(form, Mode::CopyMenu).next());
            assert!(self.text(*area).contains(start(form.what)), "{}", self.text(*area));
        }
        assert_eq!(seen, forms().len());
    }

    fn cells(&self) -> Vec<(Area, (usize, usize))> {
        self.hits(|target| if let Target::Cell { row, column } = target { Some((row, column)) } else { None })
    }

    /// A cell says how many passages there are.
    fn coverage(&self, table: &CoverageTable) {
        let cells = self.cells();
        assert_eq!(table.beside.is_none(), cells.iter().any(|(_, cell)| *cell == (table.line, table.column)));
        for (area, (row, column)) in cells {
            let count = match table.lines[row] {
                CoverageLine::Agreement(place) => {
                    let subject = table.subject(column).unwrap();
                    table.coverage.cell(subject, place).len()
                }
                CoverageLine::Group(_) => table.number(table.lines[row], column),
            };
            let words = if count == 0 { "·".to_owned() } else { count.to_string() };
            assert!(self.text(area).ends_with(&words), "{words} {}", self.text(area));
        }
    }

    /// A site is where its name is, on the map and in the list.
    fn map(&self, view: &MapView) {
        let shown = self.hits(|target| if let Target::Choice(place) = target { Some(place) } else { None });
        assert!(view.atlas().sites.is_empty() || shown.iter().any(|(_, place)| *place == view.chosen));
        for (area, place) in shown {
            let name = &view.atlas().sites[place].name;
            assert!(self.text(area).contains(start(name)), "{name} {}", self.text(area));
        }
    }

    /// A cell has what its two states have in common.
    fn network(&self, view: &NetworkView) {
        for (area, (row, column)) in self.cells() {
            let shared = view.network.shared(row, column);
            let words = if shared == 0 { "·".to_owned() } else { shared.to_string() };
            assert!(column < row && self.text(area).ends_with(&words), "{words} {}", self.text(area));
        }
    }

    /// A row has the title of its clause, and a mark is one of its acts.
    fn follow_up(&self, view: &FollowUpView) {
        let rows = self.hits(|target| if let Target::Choice(place) = target { Some(place) } else { None });
        assert!(view.done.lines.is_empty() || rows.iter().any(|(_, place)| *place == view.line));
        for (area, place) in rows {
            if let Some(clause) = view.done.clause(place) {
                assert!(self.text(area).contains(start(self.title(clause.item))), "{}", self.text(area));
            }
        }
        for (area, (row, act)) in self.cells() {
            assert!(act < view.done.clause(row).unwrap().acts.len());
            assert!(!self.text(area).trim().is_empty());
        }
    }

    fn chart(&self) {
        if self.state.mode() != Mode::Chart {
            let has_cells = matches!(self.state.mode(), Mode::Matrix | Mode::Picture);
            return assert!(has_cells || self.cells().is_empty());
        }
        let (list, collection) = (self.state.list(self.state.place.pane), self.state.collection());
        for (area, (row, column)) in self.cells() {
            let (item, text) = (list.rows[row].item(), self.text(area));
            let said = match self.state.place.pane {
                Pane::Sectors => {
                    let year = sector_columns(self.state)[column];
                    let facts = list.figures.heat(collection).unwrap().of_sector(item);
                    facts.years.get(&year).map_or("·".to_owned(), usize::to_string)
                }
                Pane::Clauses if list.rows[row] == Row::Missing(item) => "?".to_owned(),
                _ => {
                    let column = &list.figures.matrix(collection).unwrap().columns[column];
                    let (dossier, clause) =
                        (&collection.dossiers()[0], collection.dossiers()[0].clause(item.part).unwrap());
                    let named = |sector: &&accords::model::Sector| sector.name == column.name;
                    let sector = dossier.sectors.iter().find(named).unwrap();
                    if clause.sectors.contains(&sector.id) { "●" } else { "·" }.to_owned()
                }
            };
            assert!(text.ends_with(&said), "{said} {text}");
        }
        if self.state.place.pane == Pane::Timeline && !list.rows.is_empty() {
            let marks =
                self.hits(|target| if let Target::Event(event) = target { Some(event) } else { None });
            assert!(!marks.is_empty());
            for (area, event) in marks {
                assert!(list.rows.contains(&Row::Item(event)));
                assert!(!self.text(area).trim().is_empty());
            }
        }
    }
}

/// As much of a title as is shown in any case.
fn start(title: &str) -> &str {
    let word = title.split_whitespace().next().unwrap_or_default();
    word.char_indices().nth(5).and_then(|(end, _)| word.get(..end)).unwrap_or(word)
}
