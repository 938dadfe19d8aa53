//! The document.

use super::order::{Passage, passages};
use super::pieces::{Piece, pieces};
use crate::insight::compare::{Comparison, Difference, PairState, label, passage, signed, wording};
use crate::model::{Collection, Date, ItemId, Wording};
use crate::report::forms::docx::{About, Change, Docx, Made, Paragraph, Shape, Style};
use std::collections::{BTreeSet, HashMap};
use std::io::{self, Write};

/// Who made the changes that count, and those that do not. Word processors can hide the changes of each.
const AUTHOR: &str = "accords";
const UNCOUNTED: &str = "accords (not counted: case, punctuation, spaces, scanning errors)";

/// Writes a comparison of items of this collection, with these lines about it.
///
/// # Errors
/// What the writer returns.
pub(in crate::report::reports) fn write(
    collection: &Collection,
    comparison: &Comparison,
    about: &[String],
    out: &mut dyn Write,
) -> io::Result<()> {
    let (left, right) = (comparison.left, comparison.right);
    let title = format!("{} – {}", label(collection, left), label(collection, right));
    let agreement = collection.agreement(right);
    let as_of = collection.dossier(right).and_then(|dossier| dossier.as_of);
    let properties = About {
        title: &title,
        language: agreement.and_then(|agreement| agreement.language.as_deref()).unwrap_or("en"),
        as_of,
        made: Made::Pages,
        shape: Shape::Upright,
    };
    let docx = Docx::begin(&properties, out)?;
    let mut writer = Writer { collection, docx, day: as_of.map(time), next: 1, moves: HashMap::new() };
    writer.words(Style::Title, &title)?;
    for (side, item) in [("Left", left), ("Right", right)] {
        let about = [label(collection, item), signed(collection, item), collection.address_text(item)];
        writer.words(Style::Aside, &format!("{side}: {}", about.join(" · ")))?;
    }
    for line in about.iter().chain(&wordings(collection, comparison)) {
        writer.words(Style::Aside, line)?;
    }
    writer
        .words(Style::Aside, "All changes rejected, this is the left text; all accepted, the right one.")?;
    for passage in passages(comparison) {
        writer.passage(passage)?;
    }
    // The end of the last paragraph cannot be deleted, so that one has to come after it.
    writer.words(Style::Aside, &format!("Compared by accords {}", env!("CARGO_PKG_VERSION")))?;
    writer.docx.finish()
}

/// What is compared instead of official wordings, a line for each side.
fn wordings(collection: &Collection, comparison: &Comparison) -> Vec<String> {
    let of = |items: &mut dyn Iterator<Item = ItemId>| -> BTreeSet<&str> {
        let all = items.map(|item| wording(collection, item));
        all.filter(|own| *own != Wording::Official).map(Wording::word).collect()
    };
    let left = of(&mut comparison.pairs().filter_map(|pair| pair.left));
    let right = of(&mut comparison.pairs().filter_map(|pair| pair.right));
    let line = |(side, words): (&str, BTreeSet<&str>)| {
        let words: Vec<&str> = words.into_iter().collect();
        (!words.is_empty()).then(|| format!("Wording of the {side} text: {}", words.join("; ")))
    };
    [("left", left), ("right", right)].into_iter().filter_map(line).collect()
}

fn time(date: Date) -> String {
    let day = date.begins();
    format!("{:04}-{:02}-{:02}T00:00:00Z", day.year, day.month, day.day)
}

struct Writer<'a, 'o> {
    collection: &'a Collection,
    docx: Docx<'o>,
    /// When the changes were made, as far as anyone can say without a clock.
    day: Option<String>,
    /// The id of the next change.
    next: usize,
    /// The numbers of moved passages, by their place in the left text.
    moves: HashMap<ItemId, usize>,
}

impl Writer<'_, '_> {
    fn words(&mut self, style: Style, words: &str) -> io::Result<()> {
        self.docx.paragraph(&Paragraph::of(style, words))
    }

    /// The attributes of the next change.
    fn by(&mut self, is_counted: bool) -> String {
        let id = self.next;
        self.next += 1;
        let author = if is_counted { AUTHOR } else { UNCOUNTED };
        let date = self.day.as_ref().map(|day| format!(" w:date=\"{day}\"")).unwrap_or_default();
        format!("w:id=\"{id}\" w:author=\"{author}\"{date}")
    }

    fn passage(&mut self, passage: Passage<'_>) -> io::Result<()> {
        let collection = self.collection;
        let text = |item| passage_of(collection, item);
        match passage {
            Passage::Left(left) => self.whole(left, Change::Deleted, ["", ""]),
            Passage::Right(right) => self.whole(right, Change::Inserted, ["", ""]),
            Passage::From(left) => {
                let range = self.range("moveFrom", left);
                self.whole(left, Change::MovedFrom, [&range[0], &range[1]])
            }
            Passage::Both(left, right, pair) => {
                let (heading, other) = (label(collection, left), label(collection, right));
                let heading = pieces(&Difference::of(&heading, &other), &heading, &other);
                let (left, right) = (text(left), text(right));
                let words = match pair.state() {
                    PairState::TooDifferent => {
                        vec![whole(Change::Deleted, left), whole(Change::Inserted, right)]
                    }
                    _ => pieces(&pair.difference, left, right),
                };
                self.paragraphs(Style::Heading(1), &heading, None, ["", ""])?;
                self.paragraphs(Style::Quote, &words, None, ["", ""])
            }
            Passage::To(left, right, pair) => {
                let range = self.range("moveTo", left);
                let (heading, other) = (label(collection, left), label(collection, right));
                let heading = pieces(&Difference::of(&heading, &other), &heading, &other);
                let words = pieces(&pair.difference, text(left), text(right));
                let [begin, end] = &range;
                self.paragraphs(Style::Heading(1), &arrived(heading), Some(Change::MovedTo), [begin, ""])?;
                self.paragraphs(Style::Quote, &arrived(words), Some(Change::MovedTo), ["", end])
            }
        }
    }

    /// A passage that is only in one of the texts here.
    fn whole(&mut self, item: ItemId, change: Change, [begin, end]: [&str; 2]) -> io::Result<()> {
        let heading = label(self.collection, item);
        let words = passage_of(self.collection, item);
        self.paragraphs(Style::Heading(1), &[whole(change, &heading)], Some(change), [begin, ""])?;
        self.paragraphs(Style::Quote, &[whole(change, words)], Some(change), ["", end])
    }

    /// The marks around a passage that was moved, which say what moved where.
    fn range(&mut self, element: &str, left: ItemId) -> [String; 2] {
        let number = self.moves.len() + 1;
        let number = *self.moves.entry(left).or_insert(number);
        let id = self.next;
        let by = self.by(true);
        let begin = format!("<w:{element}RangeStart {by} w:name=\"move{number}\"/>");
        [begin, format!("<w:{element}RangeEnd w:id=\"{id}\"/>")]
    }

    /// Writes text, a paragraph for each of its lines; the ends of lines are changed as the text is, the last one as `last`.
    fn paragraphs(
        &mut self,
        style: Style,
        pieces: &[Piece<'_>],
        last: Option<Change>,
        [begin, end]: [&str; 2],
    ) -> io::Result<()> {
        let mut paragraph = Paragraph::new(style);
        paragraph.markup(begin);
        for piece in pieces {
            for (at, line) in piece.words.split('\n').enumerate() {
                if at > 0 {
                    self.end(&mut paragraph, piece.change, piece.is_counted)?;
                    paragraph = Paragraph::new(style);
                }
                match piece.change {
                    None => paragraph.text(line),
                    Some(change) if !line.is_empty() => {
                        let by = self.by(piece.is_counted);
                        paragraph.changed(change, &by, line);
                    }
                    Some(_) => {}
                }
            }
        }
        paragraph.markup(end);
        self.end(&mut paragraph, last, true)
    }

    fn end(&mut self, paragraph: &mut Paragraph, change: Option<Change>, is_counted: bool) -> io::Result<()> {
        if let Some(change) = change {
            let by = self.by(is_counted);
            paragraph.changed_end(change, &by);
        }
        self.docx.paragraph(paragraph)
    }
}

/// The text of a passage.
fn passage_of(collection: &Collection, item: ItemId) -> &str {
    passage(collection, item).unwrap_or_default()
}

fn whole(change: Change, words: &str) -> Piece<'_> {
    Piece { change: Some(change), is_counted: true, words }
}

/// A moved text where it arrived: what was deleted of it is where it was.
fn arrived(pieces: Vec<Piece<'_>>) -> Vec<Piece<'_>> {
    let here = pieces.into_iter().filter(|piece| piece.change != Some(Change::Deleted));
    here.map(|piece| Piece { change: piece.change.or(Some(Change::MovedTo)), ..piece }).collect()
}
