//! A frame as a picture: SVG with a colour for light and for dark pages, without script.
//!
//! Blocks, shades and lines are shapes, so that they join whatever the font; all else is text at its cell.

use crate::text::{self, shown};
use ratatui::style::{Color, Modifier, Style};
use std::fmt::Write as _;

/// The size of a cell, in the picture's own units.
const WIDTH: usize = 8;
const HEIGHT: usize = 16;

/// The margin around the cells.
const MARGIN: usize = 12;

/// A row: the symbol of each cell and its style.
type Row<'a> = [(&'a str, Style)];

/// The colours of a cell on light and on dark pages.
type Tints = (&'static str, &'static str);

/// Writes the same rows in the light and the dark theme as one picture; `title` says what it shows.
pub fn svg(light: &[Vec<(&str, Style)>], dark: &[Vec<(&str, Style)>], title: &str) -> String {
    let columns = light.iter().map(Vec::len).max().unwrap_or(0);
    let (width, height) = (columns * WIDTH + 2 * MARGIN, light.len() * HEIGHT + 2 * MARGIN);
    let mut classes: Vec<(Tints, Modifier)> = Vec::new();
    let mut shapes = String::new();
    for (y, (light, dark)) in light.iter().zip(dark).enumerate() {
        row(light, dark, y, &mut classes, &mut shapes);
    }
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\">\n\
         <title>{}</title>\n<style>\n\
         .page{{fill:#ffffff}} text{{font:13px 'DejaVu Sans Mono',Menlo,Consolas,monospace;white-space:pre}}\n",
        escaped(title)
    );
    for (place, ((light, _), modifier)) in classes.iter().enumerate() {
        let weight = if modifier.contains(Modifier::BOLD) { ";font-weight:bold" } else { "" };
        let _ = writeln!(out, ".c{place}{{fill:{light}{weight}}}");
    }
    out.push_str("@media (prefers-color-scheme: dark){.page{fill:#16181d}");
    for (place, ((_, dark), _)) in classes.iter().enumerate() {
        let _ = write!(out, " .c{place}{{fill:{dark}}}");
    }
    let _ = write!(
        out,
        "}}\n</style>\n<rect class=\"page\" width=\"{width}\" height=\"{height}\"/>\n<g transform=\"translate({MARGIN} {MARGIN})\">\n{shapes}</g>\n</svg>\n"
    );
    out
}

/// Draws the runs of a row that look alike.
fn row(light: &Row<'_>, dark: &Row<'_>, y: usize, classes: &mut Vec<(Tints, Modifier)>, out: &mut String) {
    let mut x = 0;
    while let (Some((sign, own)), Some((_, other))) = (light.get(x).copied(), dark.get(x).copied()) {
        let look = ((tint(own, false), tint(other, true)), own.add_modifier & Modifier::BOLD);
        let is_shape = shape(sign).is_some();
        let mut words = String::new();
        let from = x;
        while let Some((next, style)) = light.get(x).copied() {
            let is_alike = tint(style, false) == look.0.0 && style.add_modifier & Modifier::BOLD == look.1;
            let is_same = if is_shape { next == sign } else { shape(next).is_none() };
            if x > from && !(is_alike && is_same) {
                break;
            }
            words.push_str(next);
            x += text::width(next).max(1);
        }
        if words.trim().is_empty() {
            continue;
        }
        let class = classes.iter().position(|own| *own == look).unwrap_or_else(|| {
            classes.push(look);
            classes.len() - 1
        });
        let cells = x - from;
        match shape(sign) {
            Some(part) => part.draw(class, from, y, cells, out),
            None => {
                let words = words.trim_end();
                let length = text::width(words) * WIDTH;
                let _ = writeln!(
                    out,
                    "<text class=\"c{class}\" x=\"{}\" y=\"{}\" textLength=\"{length}\" xml:space=\"preserve\">{}</text>",
                    from * WIDTH,
                    y * HEIGHT + 12,
                    escaped(words)
                );
            }
        }
    }
}

/// A sign that is drawn as a part of its cell: the distance from the top and the height, in sixteenths, and how much of
/// the colour it has, in hundredths.
struct Shape {
    top: usize,
    height: usize,
    opacity: usize,
    is_dotted: bool,
}

impl Shape {
    fn draw(&self, class: usize, x: usize, y: usize, cells: usize, out: &mut String) {
        let top = y * HEIGHT + self.top * HEIGHT / 16;
        if self.is_dotted {
            for cell in x..x + cells {
                let _ = writeln!(
                    out,
                    "<rect class=\"c{class}\" x=\"{}\" y=\"{top}\" width=\"3\" height=\"{}\"/>",
                    cell * WIDTH + 2,
                    self.height
                );
            }
            return;
        }
        let opacity = match self.opacity {
            100 => String::new(),
            part => format!(" opacity=\".{part:02}\""),
        };
        let _ = writeln!(
            out,
            "<rect class=\"c{class}\" x=\"{}\" y=\"{top}\" width=\"{}\" height=\"{}\"{opacity}/>",
            x * WIDTH,
            cells * WIDTH,
            self.height
        );
    }
}

/// The shape of a sign; `None` for what is text.
fn shape(sign: &str) -> Option<Shape> {
    let solid = |top, height| Some(Shape { top, height, opacity: 100, is_dotted: false });
    let shade = |opacity| Some(Shape { top: 0, height: 16, opacity, is_dotted: false });
    match sign {
        "▁" => solid(14, 2),
        "▂" => solid(12, 4),
        "▃" => solid(10, 6),
        "▄" => solid(8, 8),
        "▅" => solid(6, 10),
        "▆" => solid(4, 12),
        "▇" => solid(2, 14),
        "█" => solid(0, 16),
        "░" => shade(25),
        "▒" => shade(50),
        "▓" => shade(75),
        "─" => solid(7, 1),
        "━" | "═" => solid(6, 3),
        "┄" => Some(Shape { top: 7, height: 1, opacity: 100, is_dotted: true }),
        _ => None,
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

/// A text of data for XML: filtered like all that is shown, its signs escaped.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in shown(words).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
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
