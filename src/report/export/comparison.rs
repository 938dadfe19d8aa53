//! A comparison as a file to hand on: one page of HTML without network or scripts, or Markdown.

use super::html::page;
use crate::data::MADE_BY;
use crate::insight::compare::{Comparison, Group, Pair, PairState, label, passage, signed};
use crate::model::{Collection, ItemId};
use crate::report::forms::html::{self, lines};
use crate::report::forms::markdown;
use crate::report::reports::compare::{compared, counts_line, unmarked};
use crate::report::reports::stretches::{Stretch, stretches};
use std::io::{self, Write};
use std::path::Path;

/// The form of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparisonForm {
    /// One page; what is only on the left is struck out, what is only on the right is underlined.
    Html,
    /// `~~left only~~` and `**right only**`.
    Markdown,
}

impl ComparisonForm {
    /// The form by the ending of a file's name; `None` if there is none with this ending.
    pub fn of(file: &Path) -> Option<Self> {
        match file.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "html" | "htm" => Some(Self::Html),
            "md" | "markdown" => Some(Self::Markdown),
            _ => None,
        }
    }

    /// Writes a comparison of items of this collection.
    ///
    /// # Errors
    /// What the writer returns.
    pub fn write(
        self,
        collection: &Collection,
        comparison: &Comparison,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let writer = Writer { form: self, collection, comparison };
        match self {
            Self::Html => page(&writer.title(), &writer.body(), out),
            Self::Markdown => write!(out, "{}\n{MADE_BY}\n", writer.body()),
        }
    }
}

struct Writer<'a> {
    form: ComparisonForm,
    collection: &'a Collection,
    comparison: &'a Comparison,
}

impl Writer<'_> {
    fn title(&self) -> String {
        let label = |item| label(self.collection, item);
        format!("{} – {}", label(self.comparison.left), label(self.comparison.right))
    }

    /// Text in which nothing is markup.
    fn safe(&self, words: &str) -> String {
        match self.form {
            ComparisonForm::Html => html::escape(words),
            ComparisonForm::Markdown => markdown::escape(words),
        }
    }

    fn heading(&self, level: usize, words: &str) -> String {
        match self.form {
            ComparisonForm::Html => format!("<h{level}>{}</h{level}>\n", self.safe(words)),
            ComparisonForm::Markdown => format!("\n{} {}\n\n", "#".repeat(level), self.safe(words)),
        }
    }

    fn line(&self, words: &str) -> String {
        match self.form {
            ComparisonForm::Html => format!("<p class=\"origin\">{}</p>\n", self.safe(words)),
            ComparisonForm::Markdown => format!("{}  \n", self.safe(words)),
        }
    }

    fn body(&self) -> String {
        let (collection, comparison) = (self.collection, self.comparison);
        let mut out = match self.form {
            ComparisonForm::Html => String::new(),
            ComparisonForm::Markdown => format!("# {}\n\n", self.safe(&self.title())),
        };
        for (side, item) in [("left", comparison.left), ("right", comparison.right)] {
            let about = [label(collection, item), signed(collection, item), collection.address_text(item)];
            out += &self.line(&format!("{side}: {}", about.join(" · ")));
        }
        out += &self.line(&compared(comparison.counts));
        out += &self.line(&counts_line(comparison.counts));
        for group in &comparison.groups {
            out += &self.group(group);
        }
        out
    }

    fn group(&self, group: &Group) -> String {
        let heading = match &group.sector {
            Some(sector) => self.heading(2, sector),
            None if self.comparison.groups.len() > 1 => self.heading(2, "No sector"),
            None => String::new(),
        };
        let pairs: String = group.pairs.iter().map(|pair| self.pair(pair)).collect();
        heading + &pairs
    }

    fn pair(&self, pair: &Pair) -> String {
        let name = |item: ItemId| label(self.collection, item);
        let text = |item: ItemId| passage(self.collection, item).unwrap_or_default();
        let (title, words) = match (pair.left, pair.right) {
            (Some(left), Some(right)) => {
                let title = match (name(left), name(right)) {
                    (left, right) if left == right => left,
                    (left, right) => format!("{left} – {right}"),
                };
                if pair.state() == PairState::TooDifferent {
                    return self.unmarked(&title, pair, [text(left), text(right)]);
                }
                (title, stretches(&pair.difference, text(left), text(right)))
            }
            (Some(left), None) => {
                (format!("only left: {}", name(left)), vec![Stretch::Left(text(left).trim())])
            }
            (None, Some(right)) => {
                (format!("only right: {}", name(right)), vec![Stretch::Right(text(right).trim())])
            }
            (None, None) => return String::new(),
        };
        self.article(&title, "", &[words])
    }

    /// A pair whose texts have too little in common for marks: one text after the other.
    fn unmarked(&self, title: &str, pair: &Pair, texts: [&str; 2]) -> String {
        let plain = texts.map(|text| vec![Stretch::Same(text.trim())]);
        self.article(title, &self.line(&unmarked(&pair.difference)), &plain)
    }

    /// A pair: its title, a remark, and its paragraphs.
    fn article(&self, title: &str, remark: &str, paragraphs: &[Vec<Stretch<'_>>]) -> String {
        let words = |stretches: &Vec<Stretch<'_>>| -> String {
            stretches.iter().map(|stretch| self.stretch(stretch)).collect()
        };
        let (heading, words) = (self.heading(3, title), paragraphs.iter().map(words));
        match self.form {
            ComparisonForm::Html => {
                let words: String = words.map(|words| format!("<p>{words}</p>\n")).collect();
                format!("<article>\n{heading}{remark}{words}</article>\n")
            }
            ComparisonForm::Markdown => {
                let words: Vec<String> = words.map(|words| words.trim().to_owned()).collect();
                let remark = if remark.is_empty() { String::new() } else { format!("{remark}\n") };
                heading + &remark + &words.join("\n\n---\n\n") + "\n"
            }
        }
    }

    fn stretch(&self, stretch: &Stretch<'_>) -> String {
        let words = stretch.words();
        match (self.form, stretch) {
            _ if words.is_empty() => String::new(),
            (ComparisonForm::Html, Stretch::Same(_)) => lines(words),
            (ComparisonForm::Html, Stretch::Left(_)) => format!("<del>{}</del>", lines(words)),
            (ComparisonForm::Html, Stretch::Right(_)) => format!("<ins>{}</ins>", lines(words)),
            (ComparisonForm::Html, Stretch::Misread(_, other)) => {
                let title = html::escape(&format!("misread by scanning: {other}"));
                format!("<span class=\"misread\" title=\"{title}\">{}</span>", lines(words))
            }
            (ComparisonForm::Markdown, Stretch::Misread(_, other)) => {
                format!("{} [misread: {}]", markdown::escape(words), markdown::escape(other))
            }
            (ComparisonForm::Markdown, Stretch::Same(_)) => by_line(words, ""),
            (ComparisonForm::Markdown, Stretch::Left(_)) => by_line(words, "~~"),
            (ComparisonForm::Markdown, Stretch::Right(_)) => by_line(words, "**"),
        }
    }
}

/// Words of Markdown between marks, which end with each line; a line is a paragraph.
fn by_line(words: &str, mark: &str) -> String {
    let line = |line: &str| {
        let inside = markdown::escape(line.trim());
        let (before, after) = (line.starts_with(' '), line.ends_with(' ') && line.len() > 1);
        let blank = |is: bool| if is { " " } else { "" };
        match inside.is_empty() {
            true => blank(before).to_owned(),
            false => format!("{}{mark}{inside}{mark}{}", blank(before), blank(after)),
        }
    };
    words.split('\n').map(line).collect::<Vec<_>>().join("\n\n")
}
