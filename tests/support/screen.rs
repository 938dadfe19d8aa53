//! A screen without a terminal: keys in, text and styles out.

#![allow(dead_code, reason = "each test file uses a part")]

use accords::data::{Problem, Progress, builtin};
use accords::explore::layout::Layout;
use accords::explore::{Chord, Effect, Errands, Finder, Input, State, opened, update};
use accords::model::{Collection, Dossier};
use accords::search::Index;
use accords::tui::{Bidi, Ground, Hits, Look, Symbols, Theme, WebLinks, draw};
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};
use std::sync::{Arc, LazyLock};

/// Keys as they are written here: names in angle brackets (`<enter>`, `<ctrl-d>`), everything else letter by letter.
pub fn chords(keys: &str) -> Vec<Chord> {
    let (mut rest, mut chords) = (keys, Vec::new());
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|r| r.split_once('>'));
        let named = named.and_then(|(name, after)| Some((Chord::named(name)?, after)));
        let letter = || Some((Chord::char(c), rest.strip_prefix(c)?));
        let (chord, after) = named.or_else(letter).unwrap();
        rest = after;
        chords.push(chord);
    }
    chords
}

pub struct Screen {
    pub state: State,
    look: Look,
    size: (u16, u16),
}

impl Screen {
    /// The explorer on the built-in dossier.
    pub fn new(size: (u16, u16)) -> Self {
        // Read and indexed once, since some tests open hundreds of screens.
        static BUILTIN: LazyLock<(Collection, Index)> = LazyLock::new(|| {
            let collection = Collection::new(vec![Arc::new(builtin().unwrap())]);
            let index = Index::build(&collection);
            (collection, index)
        });
        let (collection, index) = &*BUILTIN;
        let mut screen = Self::of_collection(collection.clone(), size);
        let finder = Finder::AtOnce(index.clone().into());
        screen.state = screen.state.served_by(finder, Errands::default());
        screen.state.loading = None;
        screen
    }

    pub fn of(dossier: Dossier, size: (u16, u16)) -> Self {
        Self::of_all(vec![Arc::new(dossier)], size)
    }

    pub fn of_all(dossiers: Vec<Arc<Dossier>>, size: (u16, u16)) -> Self {
        Self::of_collection(Collection::new(dossiers), size)
    }

    fn of_collection(collection: Collection, size: (u16, u16)) -> Self {
        let look =
            Look { theme: Theme::Dark, symbols: Symbols::Unicode, web: WebLinks::Text, bidi: Bidi::Terminal };
        let layout = Layout::new(size.0.into(), size.1.into());
        Self { state: opened(collection, Vec::new(), layout), look, size }
    }

    /// The explorer before any file has been read.
    pub fn loading(size: (u16, u16)) -> Self {
        let mut screen = Self::of_all(Vec::new(), size);
        screen.state.loading = Some(Progress::default());
        screen
    }

    /// Adds problems of files.
    pub fn warned(mut self, problems: Vec<Problem>) -> Self {
        self.state.problems = problems;
        self
    }

    pub fn theme(mut self, theme: Theme) -> Self {
        self.look.theme = theme;
        self
    }

    /// Reorders right-to-left text.
    pub fn bidi(mut self) -> Self {
        self.look.bidi = Bidi::Explorer;
        self
    }

    pub fn ascii(mut self) -> Self {
        self.look.symbols = Symbols::Ascii;
        self
    }

    /// Presses keys, see [`chords`].
    pub fn keys(mut self, keys: &str) -> Self {
        self.press(keys);
        self
    }

    pub fn press(&mut self, keys: &str) {
        chords(keys).into_iter().for_each(|chord| self.give(Input::Key(chord)));
    }

    /// Gives the explorer an input.
    pub fn give(&mut self, input: Input) {
        if update(&mut self.state, input).contains(&Effect::NextTheme) {
            update(&mut self.state, Input::Notice(self.look.next_theme(None, Ground::Dark)));
        }
    }

    pub fn resize(&mut self, size: (u16, u16)) {
        self.size = size;
        let (columns, rows) = (size.0.into(), size.1.into());
        update(&mut self.state, Input::Resize { columns, rows });
    }

    pub fn buffer(&self) -> Buffer {
        self.drawn().0
    }

    /// The screen, and what of it can be pointed at.
    pub fn drawn(&self) -> (Buffer, Hits) {
        let (columns, rows) = self.size;
        let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, columns, rows)) };
        let mut terminal = Terminal::with_options(TestBackend::new(0, 0), options).unwrap();
        let hits = self.draw(&mut terminal.get_frame());
        (terminal.current_buffer_mut().clone(), hits)
    }

    /// Draws a frame.
    pub fn draw(&self, frame: &mut Frame<'_>) -> Hits {
        draw(&self.state, self.look, frame)
    }

    /// The screen as text, without blanks at the ends of lines.
    pub fn text(&self) -> String {
        let buffer = self.buffer();
        rows(&buffer).map(|row| text_of(&row)).collect::<Vec<_>>().join("\n")
    }

    /// The screen as text, and below each line its styled runs of cells as `columns style`.
    pub fn styled(&self) -> String {
        let buffer = self.buffer();
        let mut out = Vec::new();
        for row in rows(&buffer) {
            out.push(text_of(&row));
            let mut runs: Vec<(usize, usize, Style)> = Vec::new();
            for (x, (symbol, style)) in row.iter().enumerate() {
                match runs.last_mut().filter(|(_, end, s)| *end == x && s == style) {
                    Some((_, end, _)) => *end = x + 1,
                    None if *style != Style::reset() && symbol != " " => runs.push((x, x + 1, *style)),
                    None => {}
                }
            }
            let words: Vec<String> = runs
                .iter()
                .map(|(start, end, style)| format!("{start}-{} {}", end - 1, describe(*style)))
                .collect();
            out.push(format!("    ~ {}", words.join(" | ")));
        }
        out.join("\n")
    }
}

fn rows(buffer: &Buffer) -> impl Iterator<Item = Vec<(String, Style)>> + '_ {
    let width = usize::from(buffer.area.width);
    buffer
        .content
        .chunks(width)
        .map(|row| row.iter().map(|cell| (cell.symbol().to_owned(), cell.style())).collect())
}

fn text_of(row: &[(String, Style)]) -> String {
    row.iter().map(|(symbol, _)| symbol.as_str()).collect::<String>().trim_end().to_owned()
}

fn describe(style: Style) -> String {
    let colour = style.fg.map(|c| c.to_string().to_lowercase()).filter(|c| c != "reset");
    let modifiers = format!("{:?}", style.add_modifier).to_lowercase().replace(" | ", "+");
    let parts: Vec<String> = colour.into_iter().chain(Some(modifiers).filter(|m| m != "none")).collect();
    parts.join("+")
}
