//! The real bytes of a frame, read by a terminal emulator, show the same as the frame itself: each cell its letters, its
//! colours and its weight, from one screen to the next, of which only the differences are written.

use crate::screen::Screen;
use accords::data::parse;
use accords::model::Dossier;
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use ratatui::{Terminal, TerminalOptions, Viewport};
use std::cell::RefCell;
use std::io::{self, Write};
use std::num::NonZero;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use unicode_width::UnicodeWidthStr;
use vt100::Parser;

/// Keys to every view, overlay, chart and picture; each screen follows on the one before.
const TOUR: [&str; 40] = [
    "",
    "jjl",
    "G",
    "<esc>h1S",
    "1z",
    "++",
    "<esc>2z",
    "<esc>3z",
    "<esc>4z",
    "<esc>/renewabel energy",
    "<enter>e",
    "<esc><esc>/zzqqxx",
    "<esc>3j<enter>",
    "<esc>0",
    "/kind:memo<tab>",
    "<esc><esc>?",
    "G",
    "<esc>:co",
    "<esc>Dbish",
    "<esc>y",
    "<esc>w",
    "<esc>C",
    "jjlll",
    "<enter>",
    "<esc><esc>F",
    "<left>jj",
    "<esc>M",
    "<enter>+",
    "<esc><esc>X",
    "<esc>Pkyrg",
    "<enter>azerb<enter>",
    "z",
    "<esc><esc><esc>2gjF",
    "<esc> jj L",
    "<esc>AA note<ctrl-j>of two lines",
    "<enter>L",
    "<esc>2k jjjjj =",
    "nx",
    "<esc><esc>t",
    "<esc>jlW",
];

/// Forty sizes, from the smallest to a large one.
fn sizes() -> impl Iterator<Item = (u16, u16)> {
    (0..40).map(|at| (20 + at * 37 % 181, 5 + at * 23 % 56))
}

/// A terminal that shows what is written to it.
#[derive(Clone)]
struct Emulator(Rc<RefCell<Parser>>);

impl Write for Emulator {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().process(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The frames of a program as a terminal shows them.
struct Shown {
    terminal: Terminal<CrosstermBackend<Emulator>>,
    emulator: Emulator,
    size: (u16, u16),
}

impl Shown {
    fn new(size: (u16, u16)) -> Self {
        let (columns, rows) = size;
        let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, columns, rows)) };
        let cells = |count| NonZero::new(count).unwrap();
        let emulator = Emulator(Rc::new(RefCell::new(Parser::new(cells(rows), cells(columns), 0))));
        let terminal = Terminal::with_options(CrosstermBackend::new(emulator.clone()), options).unwrap();
        Self { terminal, emulator, size }
    }

    /// Draws a screen as the program does, and compares it with what the terminal shows.
    fn compare(&mut self, screen: &Screen, case: &str) {
        self.terminal.draw(|frame| drop(screen.draw(frame))).unwrap();
        let expected = screen.buffer();
        for row in 0..self.size.1 {
            let mut column = 0;
            while column < self.size.0 {
                column += self.same(&expected, (column, row), case);
            }
        }
    }

    /// Compares a cell; returns the columns that its letters take.
    fn same(&self, expected: &Buffer, (column, row): (u16, u16), case: &str) -> u16 {
        let cell = &expected[(column, row)];
        let wide = u16::try_from(cell.symbol().width()).unwrap().max(1);
        let emulator = self.emulator.0.borrow();
        let screen = emulator.screen();
        let shown = |column: u16| screen.cell(row, column).map_or("", vt100::Cell::contents);
        let letters: String = (column..column + wide).map(shown).collect();
        let place = format!("{case}, column {column}, row {row}, of {:?}", self.size);
        // A terminal tells a blank from nothing.
        let letters = if letters.is_empty() { " " } else { letters.as_str() };
        assert_eq!(letters, cell.symbol(), "{place}");
        let shown = screen.cell(row, column).unwrap();
        let (mut look, mut wanted) = (look(shown), wanted(cell));
        if letters == " " {
            // The colour and the weight of a blank are not seen, unless it is inverse.
            for (letter, _, [bold, italic, _, inverse, dim]) in [&mut look, &mut wanted] {
                if !*inverse {
                    *letter = vt100::Color::Default;
                }
                (*bold, *italic, *dim) = (false, false, false);
            }
        }
        assert_eq!(look, wanted, "{place}");
        wide
    }
}

type Look = (vt100::Color, vt100::Color, [bool; 5]);

fn look(cell: &vt100::Cell) -> Look {
    (
        cell.fgcolor(),
        cell.bgcolor(),
        [cell.bold(), cell.italic(), cell.underline(), cell.inverse(), cell.dim()],
    )
}

fn wanted(cell: &Cell) -> Look {
    let has = |modifier| cell.modifier.contains(modifier);
    let weights =
        [Modifier::BOLD, Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED, Modifier::DIM].map(has);
    (colour(cell.fg), colour(cell.bg), weights)
}

/// The colours of a terminal have numbers in an order of their own.
fn colour(colour: Color) -> vt100::Color {
    let number = match colour {
        Color::Reset => return vt100::Color::Default,
        Color::Rgb(red, green, blue) => return vt100::Color::Rgb(red, green, blue),
        Color::Indexed(number) => number,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    };
    vt100::Color::Idx(number)
}

/// Walks the tour at a size; returns the number of frames.
fn walk(screen: Screen, size: (u16, u16), case: &str) -> usize {
    let (mut screen, mut shown) = (screen, Shown::new(size));
    for keys in TOUR {
        screen.press(keys);
        shown.compare(&screen, &format!("{case} after {keys:?}"));
    }
    TOUR.len()
}

#[test]
fn a_terminal_shows_what_is_drawn() {
    let frames: usize = sizes().map(|size| walk(Screen::new(size), size, "built-in dossier")).sum();
    assert_eq!(frames, 1_600);
    println!("{frames} frames are the same in a terminal");
}

/// A dossier with these words in every field that takes any.
fn dossier_of(words: &str) -> Arc<Dossier> {
    let json = crate::FULL.replace('@', words);
    let loaded = parse(Path::new("x.json"), json);
    assert!(!loaded.has_errors(), "{:?}", loaded.problems);
    loaded.dossiers[0].clone()
}

/// Wide letters, joined marks, letters from right to left, flags, emoji with a selector of their form. An emoji of several
/// joined ones is left out: terminals differ in whether it is one.
#[test]
fn a_terminal_shows_letters_of_any_script() {
    let scripts = [
        "\u{6f22}\u{5b57}\u{ff21}\u{d55c}\u{ae00} mixed \u{4e00}a\u{4e8c}b",
        "e\u{301}\u{308}a\u{30a} \u{1e17} \u{915}\u{94d}\u{937} \u{0e01}\u{0e33}",
        "\u{645}\u{639}\u{627}\u{647}\u{62f}\u{629} \u{5d0}\u{5de}\u{5e0}\u{5d4} \u{6cc}\u{200c}\u{62e}",
        "\u{1f1f0}\u{1f1ec} \u{2764}\u{fe0f} \u{1f33e} \u{2708}",
        "a\\u0007b\\u202ec\\u200bd\\u001b[2Je",
    ];
    for words in scripts {
        for size in sizes().step_by(4) {
            let dossier = dossier_of(words);
            walk(Screen::of_all(vec![dossier], size), size, words);
        }
    }
}
