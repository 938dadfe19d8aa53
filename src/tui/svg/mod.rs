//! A frame as a picture: SVG with a colour for light and for dark pages, without script.
//!
//! Blocks, shades and lines are shapes, so that they join whatever the font; all else is text at its cell.

mod shape;

use self::shape::{HEIGHT, Shape, WIDTH, shape};
use crate::report::svg::{Shapes, escape};
use crate::text;
use ratatui::style::{Color, Modifier, Style};
use std::fmt::Write as _;

/// The margin around the cells.
const MARGIN: usize = 12;

/// A row: the symbol of each cell and its style.
type Row<'a> = [(&'a str, Style)];

/// How a run of cells looks.
#[derive(Clone, Copy, PartialEq)]
struct Ink {
    /// The colours on light and on dark pages.
    tints: (&'static str, &'static str),
    /// Bold and underlined.
    modifier: Modifier,
}

/// A run of cells that look alike.
struct Run {
    ink: Ink,
    /// Whether the colour is behind the cells.
    is_reversed: bool,
}

impl Run {
    fn of(light: Style, dark: Style) -> Self {
        let modifier = light.add_modifier & (Modifier::BOLD | Modifier::UNDERLINED);
        let ink = Ink { tints: (tint(light, false), tint(dark, true)), modifier };
        Self { ink, is_reversed: light.add_modifier.contains(Modifier::REVERSED) }
    }

    fn is_alike(&self, other: &Self) -> bool {
        self.ink == other.ink && self.is_reversed == other.is_reversed
    }
}

/// Writes the same rows in the light and the dark theme as one picture; `title` says what it shows.
pub fn svg(light: &[Vec<(&str, Style)>], dark: &[Vec<(&str, Style)>], title: &str) -> String {
    let columns = light.iter().map(Vec::len).max().unwrap_or(0);
    let (width, height) = (columns * WIDTH + 2 * MARGIN, light.len() * HEIGHT + 2 * MARGIN);
    let mut drawing = Drawing::default();
    for (y, (light, dark)) in light.iter().zip(dark).enumerate() {
        drawing.row(light, dark, y);
    }
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\">\n\
         <title>{}</title>\n<style>\n\
         .page{{fill:#ffffff}} .bold{{font-weight:bold}} text{{font:13px 'DejaVu Sans Mono',Menlo,Consolas,monospace;white-space:pre}}\n",
        escape(title)
    );
    for (place, ink) in drawing.inks.iter().enumerate() {
        let bold = if ink.modifier.contains(Modifier::BOLD) { ";font-weight:bold" } else { "" };
        let line =
            if ink.modifier.contains(Modifier::UNDERLINED) { ";text-decoration:underline" } else { "" };
        let _ = writeln!(out, ".c{place}{{fill:{}{bold}{line}}}", ink.tints.0);
    }
    out.push_str("@media (prefers-color-scheme: dark){.page{fill:#16181d}");
    for (place, ink) in drawing.inks.iter().enumerate() {
        let _ = write!(out, " .c{place}{{fill:{}}}", ink.tints.1);
    }
    let _ = write!(
        out,
        "}}\n</style>\n<rect class=\"page\" width=\"{width}\" height=\"{height}\"/>\n<g transform=\"translate({MARGIN} {MARGIN})\">\n{}</g>\n</svg>\n",
        drawing.shapes.as_str()
    );
    out
}

/// What is drawn so far, and the inks that it is drawn with.
#[derive(Default)]
struct Drawing {
    inks: Vec<Ink>,
    shapes: Shapes,
}

impl Drawing {
    /// Draws the runs of a row that look alike.
    fn row(&mut self, light: &Row<'_>, dark: &Row<'_>, y: usize) {
        let mut x = 0;
        while let (Some((sign, own)), Some((_, other))) = (light.get(x).copied(), dark.get(x).copied()) {
            let run = Run::of(own, other);
            let is_shape = shape(sign).is_some();
            let mut words = String::new();
            let from = x;
            while let (Some((next, own)), Some((_, other))) = (light.get(x).copied(), dark.get(x).copied()) {
                let is_same = if is_shape { next == sign } else { shape(next).is_none() };
                if x > from && !(run.is_alike(&Run::of(own, other)) && is_same) {
                    break;
                }
                words.push_str(next);
                x += text::width(next).max(1);
            }
            self.run(&run, (from, y), x - from, &words);
        }
    }

    fn run(&mut self, run: &Run, (x, y): (usize, usize), cells: usize, words: &str) {
        if words.trim().is_empty() && !run.is_reversed {
            return;
        }
        let place = self.inks.iter().position(|own| *own == run.ink).unwrap_or_else(|| {
            self.inks.push(run.ink);
            self.inks.len() - 1
        });
        let mut class = format!("c{place}");
        if run.is_reversed {
            Shape::WHOLE.draw(&class, (x, y), cells, &mut self.shapes);
            let is_bold = run.ink.modifier.contains(Modifier::BOLD);
            class = if is_bold { "page bold" } else { "page" }.to_owned();
        }
        if let Some(part) = words.get(..words.chars().next().map_or(0, char::len_utf8)).and_then(shape) {
            return part.draw(&class, (x, y), cells, &mut self.shapes);
        }
        let words = words.trim_end();
        if !words.is_empty() {
            let more = format!(" textLength=\"{}\" xml:space=\"preserve\"", text::width(words) * WIDTH);
            self.shapes.text(&class, [(x * WIDTH) as f64, (y * HEIGHT + 12) as f64], &more, words);
        }
    }
}

/// The colour of a style on a page.
fn tint(style: Style, is_dark: bool) -> &'static str {
    let is_dim = style.add_modifier.contains(Modifier::DIM);
    match (style.fg, is_dark) {
        (Some(Color::Cyan), true) => "#11a8cd",
        (Some(Color::Cyan), false) => "#1b7f99",
        (Some(Color::Blue), true) => "#2472c8",
        (Some(Color::Blue), false) => "#1f5fbf",
        (Some(Color::Green), true) => "#0dbc79",
        (Some(Color::Green), false) => "#0b7d51",
        (Some(Color::LightRed | Color::Red), true) => "#f14c4c",
        (Some(Color::LightRed | Color::Red), false) => "#c0272d",
        (Some(Color::Yellow), true) => "#e5e510",
        (Some(Color::Magenta), true) => "#d670d6",
        (Some(Color::Magenta), false) => "#a626a4",
        (Some(Color::DarkGray), true) => "#7a7f88",
        (Some(Color::DarkGray), false) => "#8a8f98",
        (_, true) if is_dim => "#9aa0a8",
        (_, false) if is_dim => "#5c626b",
        (_, true) => "#e5e5e5",
        (_, false) => "#1b1d21",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped_and_blocks_are_shapes() {
        let row: Vec<(&str, Style)> =
            ["<", "s", ">", "&", "\"", " ", "█", "█", "▄"].map(|sign| (sign, Style::new())).to_vec();
        let rows = [row];
        let picture = svg(&rows, &rows, "A <b> & c");
        assert!(picture.contains("<title>A &lt;b&gt; &amp; c</title>"), "{picture}");
        assert!(picture.contains(">&lt;s&gt;&amp;&quot;</text>"), "{picture}");
        assert!(!picture.contains("<s>") && !picture.contains('█'), "{picture}");
        assert!(picture.contains("x=\"48\" y=\"0\" width=\"16\" height=\"16\"/>"), "{picture}");
        assert!(picture.contains("prefers-color-scheme: dark"), "{picture}");
        let mut reader = quick_xml::Reader::from_str(&picture);
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                event => drop(event.unwrap()),
            }
        }
    }
}
