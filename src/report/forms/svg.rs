//! The shapes of SVG, in which nothing of the data is markup. Charts of pages and pictures of screens are made of them.

pub use super::html::escape;
use std::fmt::{Display, Write as _};

/// Shapes that are drawn one over the other.
#[derive(Clone, Debug, Default)]
pub struct Shapes(String);

/// Where a rectangle is: left, top, width and height.
pub type Rect = [f64; 4];

impl Shapes {
    /// The shapes as the text between the tags of a picture.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing is drawn.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Draws a rectangle of a class; `more` are further attributes, `words` what it is, for those who point at it.
    pub fn rect(&mut self, class: &str, rect: Rect, more: &str, words: Option<&str>) {
        let [x, y, width, height] = rect.map(number);
        self.start(
            "rect",
            class,
            format_args!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{more}"),
        );
        self.end("rect", words);
    }

    /// Draws a dot around a point.
    pub fn dot(&mut self, [x, y]: [f64; 2], radius: f64, words: Option<&str>) {
        let [x, y, radius] = [x, y, radius].map(number);
        self.start("circle", "", format_args!("cx=\"{x}\" cy=\"{y}\" r=\"{radius}\""));
        self.end("circle", words);
    }

    /// Draws a line from one point to another.
    pub fn line(&mut self, class: &str, from: [f64; 2], to: [f64; 2]) {
        let ([x1, y1], [x2, y2]) = (from.map(number), to.map(number));
        self.start("line", class, format_args!("x1=\"{x1}\" x2=\"{x2}\" y1=\"{y1}\" y2=\"{y2}\""));
        self.end("line", None);
    }

    /// Writes a text whose baseline begins at a point.
    pub fn text(&mut self, class: &str, [x, y]: [f64; 2], more: &str, words: &str) {
        let [x, y] = [x, y].map(number);
        self.start("text", class, format_args!("x=\"{x}\" y=\"{y}\"{more}"));
        let _ = writeln!(self.0, ">{}</text>", escape(words));
    }

    fn start(&mut self, name: &str, class: &str, attributes: impl Display) {
        let _ = write!(self.0, "<{name}");
        if !class.is_empty() {
            let _ = write!(self.0, " class=\"{class}\"");
        }
        let _ = write!(self.0, " {attributes}");
    }

    fn end(&mut self, name: &str, words: Option<&str>) {
        let _ = match words {
            Some(words) => writeln!(self.0, "><title>{}</title></{name}>", escape(words)),
            None => writeln!(self.0, "/>"),
        };
    }
}

/// A number without digits that nobody sees: at most one after the point.
fn number(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped_and_numbers_short() {
        let mut shapes = Shapes::default();
        shapes.rect("bar", [0.25, 1.0, 10.04, 8.0], " rx=\"2\"", Some("a < b"));
        shapes.text("", [0.0, 4.0], "", "\"c\" & d");
        assert_eq!(
            shapes.as_str(),
            "<rect class=\"bar\" x=\"0.3\" y=\"1\" width=\"10\" height=\"8\" rx=\"2\"><title>a &lt; b</title></rect>\n\
             <text x=\"0\" y=\"4\">&quot;c&quot; &amp; d</text>\n"
        );
    }
}
