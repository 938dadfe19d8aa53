//! Clauses out of a text whose headings are known.

use super::candidates::has_leader;
use super::heading::letters;
use super::number::{self, Number};
use super::paragraphs::{self, Paragraphs};
use super::pieces::{Piece, pieces};
use super::print::Line;
use super::runs::{Found, Start, Unit};
use super::versions::Version;
use crate::data::documents::misread::misread_share;
use crate::model::{Clause, UniqueIds, Wording};
use crate::text::{capitalised, slug};
use std::ops::Range;

/// What a text is cut into.
#[derive(Default)]
pub(super) struct Cut {
    pub(super) clauses: Vec<Clause>,
    /// The pages that cannot be read and are left out.
    pub(super) unread: Vec<u32>,
    /// How many lines of a table of contents are left out.
    pub(super) contents: usize,
}

/// The clauses of a text whose title is in these lines.
pub(super) fn clauses(version: &Version, found: &Found, lines: &[Line], title: Range<usize>) -> Cut {
    let body = title.end;
    let mut writer = Writer {
        lines,
        width: paragraphs::width(lines.get(version.lines.clone()).unwrap_or_default()),
        word: usual_word(version, lines),
        unit: found.unit,
        ids: UniqueIds::default(),
        divisions: Vec::new(),
        interrupted: Vec::new(),
        annex: None,
        cut: Cut::default(),
    };
    writer.add(&Piece::Front, version.lines.start..title.start);
    if found.unit == Unit::Paragraph {
        writer.groups(body..version.lines.end);
        return writer.cut;
    }
    let pieces = pieces(version, found, lines, body);
    let ends = pieces.iter().skip(1).map(|(from, _)| *from).chain([version.lines.end]);
    for ((from, piece), end) in pieces.iter().zip(ends) {
        writer.add(piece, *from..end);
    }
    writer.cut
}

/// The word of the headings that were read well, as it is printed.
fn usual_word(version: &Version, lines: &[Line]) -> String {
    let good = version.runs.iter().flatten().filter(|start| !start.is_assumed && !start.is_spoilt);
    let words = good
        .filter_map(|start| lines.get(start.line))
        .map(|line| letters(line.text.trim_start_matches(|c: char| !c.is_alphabetic())));
    // The longest, and of those the first: others are cut by a scan, or shortened.
    let word = words.rev().max_by_key(|word| word.len());
    word.filter(|word| !word.is_empty()).map_or_else(|| "Article".to_owned(), sentence_case)
}

/// `ARTICLE` as `Article`.
fn sentence_case(word: &str) -> String {
    let shouted = !word.contains(char::is_lowercase) && word.chars().count() > 1;
    if shouted { capitalised(&word.to_lowercase().replace('\u{307}', "")) } else { word.to_owned() }
}

struct Writer<'a, 'l> {
    lines: &'a [Line<'l>],
    width: usize,
    word: String,
    unit: Unit,
    ids: UniqueIds,
    /// The parts that a clause is in, the outermost first: their word and their title.
    divisions: Vec<(String, String)>,
    /// The parts that the first annex interrupted.
    interrupted: Vec<(String, String)>,
    /// The annex that a clause is in: its id and its title.
    annex: Option<(String, String)>,
    cut: Cut,
}

impl Writer<'_, '_> {
    fn add(&mut self, piece: &Piece, range: Range<usize>) {
        match piece {
            Piece::Front => self.plain("front", "Before the title", range),
            Piece::Preamble => self.plain("preamble", "Preamble", range),
            Piece::Article(start) => self.article(start, range),
            Piece::Division => self.division(range),
            Piece::Annex => self.annex(range),
            Piece::EndOfAnnex => {
                self.annex = None;
                self.divisions = std::mem::take(&mut self.interrupted);
            }
            Piece::Closing => self.closing("closing", "Closing formula", range),
            Piece::Signatures => self.plain("signatures", "Signatures", range),
        }
    }

    fn slice(&self, range: Range<usize>) -> &[Line<'_>] {
        self.lines.get(range).unwrap_or_default()
    }

    /// The closing formula is in no part.
    fn closing(&mut self, id: &str, heading: &str, range: Range<usize>) {
        self.divisions.clear();
        self.plain(id, heading, range);
    }

    /// A clause without a number. Pages of noise, in a script that the scan does not know, are left out.
    fn plain(&mut self, id: &str, heading: &str, range: Range<usize>) {
        let slice = self.lines.get(range.clone()).unwrap_or_default();
        let mut kept: Vec<Line> = Vec::new();
        for page in slice.chunk_by(|a, b| a.page == b.page) {
            if page.first().is_some_and(|line| line.page > 0) && is_noise(page) {
                self.cut.unread.extend(page.first().map(|line| line.page));
            } else {
                kept.extend_from_slice(page);
            }
        }
        if matches!(id, "front" | "preamble") {
            let all = kept.len();
            kept.retain(|line| !has_leader(&line.text));
            self.cut.contents += all - kept.len();
        }
        self.push(id, None, heading.to_owned(), self.paragraphs("", &kept, range.start), range.start);
    }

    fn article(&mut self, start: &Start, range: Range<usize>) {
        let Some(line) = self.lines.get(start.line) else { return };
        let inline = line.text.get(start.rest..).unwrap_or_default().trim();
        let behind = self.slice(range.start + 1..range.end);
        let (title, rest, skip) = titled(inline, behind, start, (self.unit, self.width));
        let text = self.paragraphs(rest, behind.get(skip..).unwrap_or_default(), start.line);
        let printed = line.text.get(..start.rest).unwrap_or_default();
        let name = self.name(start, printed);
        let unit = if self.unit == Unit::Point { "point" } else { "article" };
        let id = format!("{unit}-{}", slug(&start.number.shown()));
        let number = Some(printed_number(&start.number, printed));
        let heading = title.unwrap_or(name);
        let note = start.is_assumed.then(|| {
            format!(
                "The number was damaged or missing in print and follows from the order: \"{}\".",
                printed.trim()
            )
        });
        let id = self.id(&id);
        self.add_clause(id, number, heading, text, start.line);
        if let Some(clause) = self.cut.clauses.last_mut() {
            clause.note = note;
        }
    }

    /// What an article without a title is called: "Article 5", as it is printed.
    fn name(&self, start: &Start, printed: &str) -> String {
        let printed = printed.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '§' | ')' | '('));
        if start.is_assumed || start.is_spoilt || printed.is_empty() || printed.len() > 60 {
            return format!("{} {}", self.word, start.number.shown());
        }
        if self.unit == Unit::Point {
            return printed.trim_matches(['(', ')']).to_owned();
        }
        printed
            .split(' ')
            .map(|word| {
                if word.contains(['I', 'V', 'X']) && word.len() < 7 {
                    word.to_owned()
                } else {
                    sentence_case(word)
                }
            })
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// A part: its number, and its title on the same line or on the next.
    fn division(&mut self, range: Range<usize>) {
        let slice = self.lines.get(range.clone()).unwrap_or_default();
        let Some(line) = slice.first() else { return };
        let clean = |text: &str| {
            text.trim_matches(|c: char| matches!(c, '#' | '*' | '_' | ' ' | '-' | '–' | '—')).to_owned()
        };
        let mut title = clean(&line.text);
        let word = crate::text::fold::fold(letters(&title)).text().to_owned();
        let mut used = 1;
        let is_title = |line: &&Line| {
            line.text.chars().count() <= 120
                && !line.text.ends_with(['.', ';', ','])
                && !paragraphs::begins_paragraph(&line.text)
        };
        if let Some(next) = slice.get(1).filter(is_title) {
            title = format!("{title} · {}", clean(&next.text));
            used = 2;
        }
        if let Some(level) = self.divisions.iter().position(|(own, _)| *own == word) {
            self.divisions.truncate(level);
        }
        self.divisions.push((word, title.clone()));
        let text = self.paragraphs("", slice.get(used..).unwrap_or_default(), range.start);
        let id = slug(&title);
        let id = if id.is_empty() { "part".to_owned() } else { id.chars().take(40).collect() };
        self.push(&id, None, title, text, range.start);
    }

    fn annex(&mut self, range: Range<usize>) {
        let divisions = std::mem::take(&mut self.divisions);
        if self.annex.take().is_none() {
            self.interrupted = divisions;
        }
        let slice = self.lines.get(range.clone()).unwrap_or_default();
        let Some(line) = slice.first() else { return };
        let title = line
            .text
            .trim_matches(|c: char| matches!(c, '#' | '*' | '_' | ' ' | '-' | '–' | '—' | '.' | ':'))
            .to_owned();
        let id = annex_id(&title);
        let text = self.paragraphs("", slice.get(1..).unwrap_or_default(), range.start);
        let id = self.ids.unique(&id, '-');
        if !text.text.is_empty() {
            self.add_clause(id.clone(), None, title.clone(), text, range.start);
        }
        self.annex = Some((id, title));
    }

    /// Texts without articles: a clause for each group of paragraphs.
    fn groups(&mut self, range: Range<usize>) {
        const FULL: usize = 1200;
        let mut from = range.start;
        let mut length = 0;
        for at in range.clone() {
            let Some(line) = self.lines.get(at) else { break };
            if at > from
                && ((length >= FULL && (line.after_gap || !line.is_printed()))
                    || line.is_heading()
                    || length > 20 * FULL)
            {
                self.group(from..at);
                (from, length) = (at, 0);
            }
            length += line.text.len();
        }
        self.group(from..range.end);
    }

    fn group(&mut self, range: Range<usize>) {
        let slice = self.slice(range.clone());
        let headed = slice
            .first()
            .filter(|line| line.is_heading() && slice.len() > 1)
            .map(|line| line.text.to_string());
        let body = slice.get(usize::from(headed.is_some())..).unwrap_or_default();
        let text = self.paragraphs("", body, range.start);
        let count = self.cut.clauses.len() + 1;
        let heading =
            headed.unwrap_or_else(|| crate::text::cut(&text.text.replace('\n', " "), 60, "…").into_owned());
        self.push(&format!("paragraph-{count}"), None, heading, text, range.start);
    }

    /// The text of lines that belong to what begins on a line.
    fn paragraphs(&self, first: &str, lines: &[Line<'_>], begin: usize) -> Paragraphs {
        let page = self.lines.get(begin).map_or(0, |line| line.page);
        paragraphs::joined(page, first, lines, self.width)
    }

    /// Adds a clause, unless it has no text.
    fn push(&mut self, id: &str, number: Option<String>, heading: String, text: Paragraphs, line: usize) {
        if !text.text.is_empty() {
            let id = self.id(id);
            self.add_clause(id, number, heading, text, line);
        }
    }

    /// An id that no clause has yet, with the annex that it is in.
    fn id(&mut self, id: &str) -> String {
        match &self.annex {
            Some((annex, _)) => self.ids.unique(&format!("{annex}-{id}"), '-'),
            None => self.ids.unique(id, '-'),
        }
    }

    fn add_clause(
        &mut self,
        id: String,
        number: Option<String>,
        heading: String,
        text: Paragraphs,
        line: usize,
    ) {
        let annex = self.annex.iter().map(|(_, title)| title.as_str());
        let places: Vec<&str> = annex.chain(self.divisions.iter().map(|(_, title)| title.as_str())).collect();
        self.cut.clauses.push(Clause {
            number,
            place: (!places.is_empty()).then(|| places.join(" › ")),
            page: self.lines.get(line).map(|line| line.page).filter(|page| *page > 0),
            turns: text.turns,
            ..Clause::new(id, heading, text.text, Wording::Machine)
        });
    }
}

/// `annex-2` of "Annex II: Rules", `annex-1-a` of "ANNEX 1-A", `annex-b` of "Annex B".
fn annex_id(title: &str) -> String {
    let behind = title.get(letters(title).len()..).unwrap_or_default();
    let behind = behind.trim_start_matches([' ', '-', '–', ':', '.']);
    let word = behind.split([' ', ':', '(']).next().unwrap_or_default();
    let slugged = slug(word);
    if word.starts_with(|c: char| c.is_ascii_digit()) && slugged.contains('-') {
        return format!("annex-{slugged}");
    }
    if let Some((number, _)) = number::leading(behind) {
        return format!("annex-{}", slug(&number.shown()));
    }
    let last = title.rsplit(' ').next().filter(|word| word.len() == 1 && title.contains(' '));
    last.map_or_else(|| "annex".to_owned(), |letter| format!("annex-{}", letter.to_lowercase()))
}

/// Whether most words of the lines of a page are damaged.
fn is_noise(page: &[Line]) -> bool {
    const FEW: usize = 200;
    let length: usize = page.iter().map(|line| line.text.len() + 1).sum();
    length > FEW && misread_share(page.iter().map(|line| line.text.as_ref())) > 0.3
}

/// The title of an article, the text on the line of its heading, and how many of the next lines are the title.
fn titled<'t>(
    inline: &'t str,
    behind: &[Line],
    start: &Start,
    (unit, width): (Unit, usize),
) -> (Option<String>, &'t str, usize) {
    let none = (None, inline, 0);
    if unit == Unit::Point || start.rest == 0 {
        return none;
    }
    if !inline.is_empty() {
        let has_text = behind.first().is_some_and(|next| is_apart(inline, next, width));
        let is_title = may_be_title(inline) && has_text;
        return if is_title { (Some(bare(inline)), "", 0) } else { none };
    }
    // A heading may be underlined.
    let marks = behind.iter().take_while(|line| !line.text.contains(char::is_alphanumeric)).count();
    let none = (None, inline, marks);
    let [first, next, ..] = behind.get(marks..).unwrap_or_default() else { return none };
    let text = first.text.as_ref();
    let is_title = first.is_heading() || (may_be_title(text) && is_apart(text, next, width));
    if is_title { (Some(bare(text)), inline, marks + 1) } else { none }
}

/// Whether a line is short, and neither a sentence nor a point of a list.
fn may_be_title(text: &str) -> bool {
    let ended = text.ends_with(['.', ';', ':', ',', '。', '；', '：']);
    let count = text.chars().count();
    count <= 100 && !ended && !paragraphs::begins_paragraph(text) && !text.starts_with(char::is_lowercase)
}

/// Whether a line is not the beginning of the sentence that the next line goes on with.
fn is_apart(text: &str, next: &Line, width: usize) -> bool {
    let (own, other) = (text.chars().count(), next.text.chars().count());
    let short = own * 10 <= width * 6 && own < other;
    let begins = paragraphs::begins_paragraph(&next.text) || (!next.is_printed() && own < other);
    !next.text.starts_with(char::is_lowercase) && (short || begins || next.after_gap)
}

/// A title without marks around it.
fn bare(title: &str) -> String {
    title.trim_matches(|c: char| matches!(c, '#' | '*' | '_' | ' ' | '-' | '–' | '—')).to_owned()
}

/// A number as printed if it is Roman, else in digits.
fn printed_number(own: &Number, printed: &str) -> String {
    let roman = printed
        .split(|c: char| !c.is_alphanumeric())
        .rev()
        .find(|word| number::roman(word) == Some(own.value));
    let is_plain = own.suffix.is_empty() && own.within.is_none();
    match roman.filter(|word| is_plain && !word.contains(char::is_lowercase)) {
        Some(word) => word.to_owned(),
        None => own.shown(),
    }
}
