//! The glyphs of a page, as its content stream draws them.

use super::letters::{text_string, written};
use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::hayro_syntax::object::{Dict, String as PdfString};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, interpret_page,
};
use std::collections::HashMap;

/// The way in which a line of text runs on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Right,
    Down,
    Left,
    Up,
}

impl Direction {
    pub(super) const ALL: [Self; 4] = [Self::Right, Self::Down, Self::Left, Self::Up];

    /// The direction of a text whose letters are upright along `up`, in a space where y grows downwards.
    fn of(up: Point) -> Self {
        match up.y.abs() >= up.x.abs() {
            true if up.y <= 0.0 => Self::Right,
            true => Self::Left,
            false if up.x > 0.0 => Self::Down,
            false => Self::Up,
        }
    }

    /// The point as one sees it with the text turned upright: x along the line, y down the page.
    fn turned(self, at: Point) -> (f32, f32) {
        let (x, y) = match self {
            Self::Right => (at.x, at.y),
            Self::Down => (at.y, -at.x),
            Self::Left => (-at.x, -at.y),
            Self::Up => (-at.y, at.x),
        };
        (x as f32, y as f32)
    }
}

/// One glyph. Its text runs to the right, whichever way it runs on the page; all lengths are in points.
#[derive(Debug)]
pub(super) struct Glyph {
    pub(super) left: f32,
    pub(super) right: f32,
    /// The height of its baseline, growing down the page.
    pub(super) baseline: f32,
    pub(super) size: f32,
    pub(super) direction: Direction,
    /// Whether it is painted; the text that is laid under a scan is not.
    pub(super) is_painted: bool,
    /// What it says, only blanks for a blank.
    pub(super) text: String,
    /// Whether it begins on the page that is seen, inside of its crop box.
    is_inside: bool,
}

impl Glyph {
    /// Whether the other one is drawn next to it on the same line.
    fn is_beside(&self, other: &Self) -> bool {
        let em = self.size.max(other.size);
        let gap = (other.left - self.right).max(self.left - other.right);
        self.direction == other.direction
            && (self.baseline - other.baseline).abs() < 0.25 * em
            && gap < 1.5 * em
    }
}

/// The glyphs of a page in the order in which they are drawn.
#[derive(Default)]
pub(super) struct Glyphs {
    pub(super) drawn: Vec<Glyph>,
    /// How many more there are of which the file does not say what character they are.
    pub(super) unknown: usize,
}

/// The glyphs on this page, without the notes of printers outside of its crop box.
pub(super) fn of<'a>(
    page: &Page<'a>,
    cache: &InterpreterCache<'a>,
    settings: &InterpreterSettings,
) -> Glyphs {
    let (width, height) = page.render_dimensions();
    let area = Rect::new(0.0, 0.0, width.into(), height.into());
    let upright = Affine::new(page.initial_transform(true).as_coeffs());
    let mut context = Context::new(upright, area, cache, page.xref(), settings.clone());
    let mut device = TextDevice {
        painted: area.inflate(MARGIN, MARGIN),
        unpainted: area.inflate(SHIFT * area.width(), SHIFT * area.height()),
        glyphs: Glyphs::default(),
        places: HashMap::new(),
        replacements: Vec::new(),
    };
    interpret_page(page, &mut context, &mut device);
    let mut glyphs = device.glyphs;
    // Lines that begin or end inside of the page are whole.
    spread(glyphs.drawn.iter_mut());
    spread(glyphs.drawn.iter_mut().rev());
    glyphs.drawn.retain(|glyph| glyph.is_inside);
    glyphs
}

/// Counts as inside what is beside a glyph that is.
fn spread<'a>(glyphs: impl Iterator<Item = &'a mut Glyph>) {
    let mut before: Option<&Glyph> = None;
    for glyph in glyphs {
        glyph.is_inside |= before.is_some_and(|before| before.is_inside && before.is_beside(glyph));
        before = Some(glyph);
    }
}

/// How far outside of the page a glyph may begin, in points.
const MARGIN: f64 = 2.0;

/// How far the text under a scan may be shifted against its page, as a part of the page.
const SHIFT: f64 = 0.1;

/// Sizes of letters that are text, in points.
const SIZES: std::ops::Range<f64> = 0.5..2000.0;

/// The side of a square of the grid that finds doubles, in points: twice [`NEAR`].
const SQUARE: f32 = 4.0;

/// Glyphs further apart than this are no doubles, in points.
const NEAR: f32 = 2.0;

/// As many glyphs of a square are looked at for doubles, so that a million on one place take no time.
const MOST_IN_SQUARE: usize = 64;

/// What to print for the glyphs of a marked part.
enum Replacement {
    /// The glyphs themselves.
    None,
    /// This text for the first of them, and nothing for the others.
    Text(String),
    /// Nothing more.
    Printed,
}

/// Takes the glyphs from what a page draws, and nothing else.
struct TextDevice {
    /// Where painted text is on the page.
    painted: Rect,
    /// The same of text that is not painted.
    unpainted: Rect,
    glyphs: Glyphs,
    /// Where in `glyphs` those of a square of the page are.
    places: HashMap<(i32, i32), Vec<usize>>,
    /// Of each marked part that is open.
    replacements: Vec<Replacement>,
}

impl TextDevice {
    fn draw(&mut self, glyph: &Drawn<'_>, to_page: Affine, is_vertical: bool, is_painted: bool) {
        let origin = to_page * Point::ZERO;
        let advance = match glyph {
            Drawn::Outline(outline) => outline.advance_width(),
            Drawn::Type3(drawing) => drawing.advance_width(),
        };
        // A text that runs down the page is a text to the right for a reader who turns the page.
        let (end, above) = if is_vertical {
            (Point::new(0.0, -1000.0), Point::new(1000.0, 0.0))
        } else {
            (Point::new(advance.unwrap_or(500.0).into(), 0.0), Point::new(0.0, 1000.0))
        };
        let up = (to_page * above - origin).to_point();
        let size = up.to_vec2().hypot();
        if !(SIZES.contains(&size) && origin.is_finite()) {
            return;
        }
        let direction = Direction::of(up);
        let ((start, baseline), (end, _)) = (direction.turned(origin), direction.turned(to_page * end));
        let (left, right) = (start.min(end), start.max(end));
        let Some(text) = self.text_of(glyph, left, right) else { return };
        let area = if is_painted { self.painted } else { self.unpainted };
        let is_inside = area.contains(origin);
        let glyph =
            Glyph { left, right, baseline, size: size as f32, direction, is_painted, text, is_inside };
        if glyph.text.trim().is_empty() || self.is_new(&glyph) {
            self.glyphs.drawn.push(glyph);
        }
    }

    /// What a glyph says; `None` if it says nothing of its own.
    fn text_of(&mut self, glyph: &Drawn<'_>, left: f32, right: f32) -> Option<String> {
        if let Some(replacement) = self.replacements.iter_mut().find(|r| !matches!(r, Replacement::None)) {
            return match std::mem::replace(replacement, Replacement::Printed) {
                Replacement::Text(text) if !text.is_empty() => written(&text),
                _ => {
                    // It takes its place in the word all the same.
                    if let Some(last) = self.glyphs.drawn.last_mut().filter(|last| !last.text.is_empty()) {
                        let touches = left < last.right + last.size && right > last.left - last.size;
                        if touches {
                            (last.left, last.right) = (last.left.min(left), last.right.max(right));
                        }
                    }
                    None
                }
            };
        }
        let text = match glyph.as_unicode() {
            Some(BfString::Char(c)) => written(c.encode_utf8(&mut [0; 4])),
            Some(BfString::String(text)) => written(&text),
            None => None,
        };
        self.glyphs.unknown += usize::from(text.is_none());
        text
    }

    /// Whether this is not a glyph drawn once more: filled and then outlined, or a hair aside to look bold. Doubled letters
    /// are further apart.
    fn is_new(&mut self, glyph: &Glyph) -> bool {
        let near = (0.3 * (glyph.right - glyph.left)).min(0.15 * glyph.size).min(NEAR);
        let square = |at: f32| (at / SQUARE).floor() as i32;
        let around = |at: f32| square(at - near)..=square(at + near);
        let is_double = |other: &Glyph| {
            (other.left - glyph.left).abs() < near
                && (other.baseline - glyph.baseline).abs() < near
                && other.text == glyph.text
        };
        for x in around(glyph.left) {
            for y in around(glyph.baseline) {
                let there = self.places.get(&(x, y)).into_iter().flatten();
                if there.filter_map(|at| self.glyphs.drawn.get(*at)).any(is_double) {
                    return false;
                }
            }
        }
        let there = self.places.entry((square(glyph.left), square(glyph.baseline))).or_default();
        if there.len() < MOST_IN_SQUARE {
            there.push(self.glyphs.drawn.len());
        }
        true
    }
}

impl<'a> Device<'a> for TextDevice {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let is_vertical = run.writing_mode() == WritingMode::Vertical;
        let is_painted = !matches!(mode, DrawMode::Invisible);
        for glyph in run.glyphs() {
            self.draw(glyph, props.transform * glyph.transform(), is_vertical, is_painted);
        }
    }

    /// `/Span <</ActualText (..)>> BDC`: a text for the glyphs that follow.
    fn begin_marked_content(&mut self, _: &[u8], properties: Option<&Dict<'_>>) {
        let text = properties.and_then(|dict| dict.get::<PdfString<'_>>(b"ActualText".as_ref()));
        self.replacements.push(match text {
            Some(text) => Replacement::Text(text_string(text.as_bytes())),
            None => Replacement::None,
        });
    }

    fn end_marked_content(&mut self) {
        self.replacements.pop();
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn draw_rect(&mut self, _: &Rect, _: DrawProps<'a>, _: &DrawMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_clip_rect(&mut self, _: &Rect) {}
    fn pop_clip(&mut self) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_transparency_group(&mut self) {}
}
