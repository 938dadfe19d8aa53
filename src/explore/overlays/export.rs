//! What an export asks: the form of the file and its place. The last ones are offered again.

use super::panel::{Backdrop, Entered};
use super::pick::{Pick, PickList};
use crate::explore::draft::Draft;
use crate::report::Format;
use std::path::{Path, PathBuf};

/// The question for form and place.
#[derive(Clone, Debug)]
pub struct ExportMenu {
    /// The place, which is typed, and the chosen form.
    pub pick: Pick,
    /// The file in each form.
    pub offers: Vec<(Format, Draft)>,
}

impl ExportMenu {
    /// Asks for one of these forms, at first the last form and place.
    pub fn new(offers: Vec<(Format, Draft)>, last: Option<&(Format, String)>) -> Self {
        let mut pick = Pick::default();
        if let Some((form, place)) = last {
            pick.line.set(place);
            pick.chosen = offers.iter().position(|(own, _)| own == form).unwrap_or(0);
        }
        Self { pick, offers }
    }

    /// The chosen form, and the place as it was typed.
    pub fn chosen(&self) -> Option<(Format, String)> {
        let (format, _) = self.offers.get(self.pick.chosen)?;
        Some((*format, self.pick.line.text().trim().to_owned()))
    }

    /// The name of the file if one of the first name is there.
    pub fn second_name(&self) -> String {
        self.offers.get(self.pick.chosen).map(|(_, draft)| draft.second_name()).unwrap_or_default()
    }

    /// The whole path of the file, if none of that name is there.
    pub fn path(&self) -> PathBuf {
        let name = self.offers.get(self.pick.chosen).map(|(_, draft)| draft.name()).unwrap_or_default();
        let path = Path::new(self.pick.line.text().trim()).join(name);
        std::path::absolute(&path).unwrap_or(path)
    }
}

/// What a form is for.
pub fn purpose(format: Format) -> &'static str {
    match format {
        Format::Text => "to read",
        Format::Json => "for programs, as one value",
        Format::Jsonl => "for programs, a line for each row",
        Format::Csv => "a table for other programs",
        Format::Markdown => "to read or to paste, with sources",
        Format::Xlsx => "a spreadsheet",
        Format::Docx => "a Word document, to hand on",
    }
}

impl PickList for ExportMenu {
    const TITLE: &'static str = "Save to a new file";

    fn pick(&mut self) -> &mut Pick {
        &mut self.pick
    }

    fn len(&self, _backdrop: &Backdrop<'_>) -> usize {
        self.offers.len()
    }

    fn choose(&mut self, _backdrop: &Backdrop<'_>) -> Entered {
        let chosen = self.chosen().zip(self.offers.get(self.pick.chosen));
        chosen.map_or(Entered::Nothing, |(as_asked, (_, draft))| {
            Entered::Save(draft.clone().in_folder(Path::new(&as_asked.1)), as_asked)
        })
    }

    /// What is typed is the place; the chosen form stays.
    fn keeps_choice(&self) -> bool {
        true
    }
}
