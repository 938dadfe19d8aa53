//! Whole dossiers, or what a search selects of them, as a file.

mod calendar;

use super::html;
use super::markdown::{escape, markdown_under};
use super::table::{Format, TextLook, escaped};
use super::views::mixed;
use crate::data::akoma_ntoso;
use crate::insight::{self, Order, clauses_of, excerpt, page};
use crate::model::{Collection, Dossier, ItemId, Kind};
use crate::text::{count, is_command, shown};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::sync::Arc;

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileForm {
    /// The pages of the reader, one after the other.
    Markdown,
    /// One line an item, what all kinds have, safe to open in a spreadsheet.
    Csv,
    /// A dossier, which can be opened again.
    Json,
    /// An agreement as a document of Akoma Ntoso 3.0, several of a dossier as a collection of documents.
    AkomaNtoso,
    /// What is known to the day, as all-day events of iCalendar.
    Calendar,
    /// One page that needs nothing else.
    Html,
}

impl FileForm {
    /// Every form, in the order of the help.
    pub const ALL: [Self; 6] =
        [Self::Markdown, Self::Csv, Self::Json, Self::AkomaNtoso, Self::Calendar, Self::Html];

    /// Its name on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::AkomaNtoso => "akoma-ntoso",
            Self::Calendar => "calendar",
            Self::Html => "html",
        }
    }
}

/// The kinds of items in the order in which a file has them; clauses stand behind their agreement.
const ORDER: [Kind; 6] =
    [Kind::Agreement, Kind::Event, Kind::Sector, Kind::Organisation, Kind::Dispute, Kind::Source];

/// What is exported.
pub struct Selection<'a> {
    pub(super) collection: &'a Collection,
    /// Kind by kind, each in its usual order.
    pub(super) items: Vec<ItemId>,
    /// Whether something was left out that is open.
    is_part: bool,
}

impl<'a> Selection<'a> {
    /// Everything open for which `wanted` holds.
    pub fn new(collection: &'a Collection, wanted: impl Fn(ItemId) -> bool) -> Self {
        let of_kind = |kind: &Kind| insight::items(collection, *kind, Order::Usual);
        let with_clauses = |item: ItemId| std::iter::once(item).chain(clauses_of(collection, item));
        let mut is_part = false;
        let kept = ORDER.iter().flat_map(of_kind).flat_map(with_clauses).filter(|item| {
            let keep = wanted(*item);
            is_part |= !keep;
            keep
        });
        let kept = kept.collect();
        Self { collection, items: kept, is_part }
    }

    /// Whether nothing is selected.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The dossiers of which something is selected; all of them where nothing was left out.
    pub fn dossiers(&self) -> Vec<(u32, &'a Arc<Dossier>)> {
        let touched: BTreeSet<u32> = self.items.iter().map(|item| item.dossier).collect();
        let all = (0u32..).zip(self.collection.dossiers());
        all.filter(|(place, _)| !self.is_part || touched.contains(place)).collect()
    }

    /// The agreements of which the text or a clause is selected.
    fn agreements(&self) -> BTreeSet<ItemId> {
        self.items.iter().filter_map(|item| item.agreement()).collect()
    }

    /// Why a form cannot hold the selection, where it cannot.
    pub fn refusal(&self, form: FileForm) -> Option<String> {
        let dossiers = match form {
            FileForm::Json => self.dossiers().len(),
            FileForm::AkomaNtoso if self.agreements().is_empty() => {
                return Some(format!("{} holds agreements, and none is selected", form.word()));
            }
            FileForm::AkomaNtoso => self.dossiers().len(),
            _ => return None,
        };
        let hint = if dossiers == 0 { "" } else { "; name one of them, or choose another form" };
        (dossiers != 1)
            .then(|| format!("{} holds one dossier, and {dossiers} are selected{hint}", form.word()))
    }

    /// Writes the selection in a form; says what could not be written in it.
    ///
    /// # Errors
    /// What the writer returns.
    pub fn write(&self, form: FileForm, out: &mut dyn Write) -> io::Result<Vec<String>> {
        match form {
            FileForm::Markdown => self.markdown(out)?,
            FileForm::Csv => self.csv(out)?,
            FileForm::Json => self.json(out)?,
            FileForm::AkomaNtoso => self.akoma_ntoso(out)?,
            FileForm::Calendar => return calendar::write(self, out),
            FileForm::Html => html::write(self, out)?,
        }
        Ok(Vec::new())
    }

    /// The selection in words: `Azerbaijan – Kyrgyzstan`, or how many dossiers.
    pub(super) fn title(&self) -> String {
        let dossiers = self.dossiers();
        match dossiers.as_slice() {
            [(_, one)] => one.title.clone(),
            several => count(several.len(), "dossier", "dossiers"),
        }
    }

    fn csv(&self, mut out: &mut dyn Write) -> io::Result<()> {
        let look = TextLook { columns: None, style: None };
        mixed(self.collection, self.items.clone()).write(Format::Csv, look, &mut out)
    }

    fn markdown(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "# {}", escape(&self.title()))?;
        for (_, dossier) in self.dossiers() {
            let as_of = dossier.as_of.map(|date| format!(", as of {}", date.shown())).unwrap_or_default();
            writeln!(out, "\n*{}*{as_of}", escape(&dossier.title))?;
            if let Some(summary) = &dossier.summary {
                writeln!(out, "\n{}", escape(summary))?;
            }
        }
        let mut group = None;
        for item in &self.items {
            if group != Some(heading(item.kind())) {
                group = Some(heading(item.kind()));
                writeln!(out, "\n## {}", heading(item.kind()))?;
            }
            if let Some(page) = page(self.collection, *item) {
                write!(out, "\n{}", markdown_under(&page, 3))?;
            }
        }
        Ok(())
    }

    /// One dossier: the whole as it is, a part with all that it names.
    fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        for (place, dossier) in self.dossiers() {
            let json = serde_json::to_string_pretty(self.of_dossier(place, dossier).as_ref())?;
            writeln!(out, "{}", escaped(&json))?;
        }
        Ok(())
    }

    /// An agreement of which alone something is selected as a document, all else as a collection.
    fn akoma_ntoso(&self, out: &mut dyn Write) -> io::Result<()> {
        let agreements = self.agreements();
        let is_alone = agreements.len() == 1 && self.items.iter().all(|item| item.agreement().is_some());
        let alone = agreements
            .first()
            .filter(|_| is_alone)
            .and_then(|one| Some((self.collection.dossier(*one)?, self.collection.agreement(*one)?)));
        let document = match (alone, self.dossiers().first()) {
            (Some((dossier, one)), _) => Some(akoma_ntoso::write_agreement(dossier, one)),
            (None, Some((place, dossier))) => {
                Some(akoma_ntoso::write_dossier(&self.of_dossier(*place, dossier)))
            }
            (None, None) => None,
        };
        out.write_all(referred(&document.unwrap_or_default()).as_bytes())
    }

    /// What is selected of a dossier, with all that it names.
    fn of_dossier(&self, place: u32, dossier: &'a Dossier) -> Cow<'a, Dossier> {
        if !self.is_part {
            return Cow::Borrowed(dossier);
        }
        let wanted = self.items.iter().filter(|item| item.dossier == place).map(|item| item.part);
        Cow::Owned(excerpt(dossier, wanted))
    }
}

/// XML in which what could command a terminal stands as a reference to the character, which means the same.
fn referred(xml: &str) -> String {
    let mut out = String::with_capacity(xml.len());
    for c in xml.chars() {
        if c != '\n' && is_command(c) {
            out.push_str(&format!("&#x{:X};", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out
}

/// The heading under which a kind of item stands.
pub(super) fn heading(kind: Kind) -> &'static str {
    match kind {
        Kind::Agreement | Kind::Clause => "Agreements and clauses",
        Kind::Event => "Timeline",
        Kind::Sector => "Sectors",
        Kind::Organisation => "Memberships",
        Kind::Dispute => "Disputes",
        Kind::Source => "Sources",
    }
}

/// What a calendar and a page say of a web address: only those of the web can be opened.
pub(super) fn web_address(url: &str) -> Option<&str> {
    let is_web = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme));
    let is_plain = !url.chars().any(|c| c.is_whitespace() || c.is_control()) && shown(url) == url;
    (is_web && is_plain).then_some(url)
}
