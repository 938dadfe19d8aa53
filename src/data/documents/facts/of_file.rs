//! The facts that all texts of a file share: they are one agreement in several languages.

use super::parties::of_text;
use super::signing::{self, Guessed};
use crate::data::tables::states::State;
use crate::model::{Clause, Date};

/// What a text says, as far as facts are guessed from it.
pub(in crate::data::documents) struct Words<'t> {
    pub(in crate::data::documents) title: &'t str,
    pub(in crate::data::documents) clauses: &'t [Clause],
}

/// The facts of a file, each with the words that it was guessed from.
#[derive(Default)]
pub(in crate::data::documents) struct Facts {
    pub(in crate::data::documents) signed: Option<Guessed<Date>>,
    pub(in crate::data::documents) place: Option<Guessed<String>>,
    pub(in crate::data::documents) parties: Option<Guessed<Vec<&'static State>>>,
}

/// The facts of a file; the leading text is first, and speaks for all unless the others agree on something else.
pub(in crate::data::documents) fn facts(texts: &[Words<'_>]) -> Facts {
    let closings: Vec<Guessed<Date>> =
        texts.iter().filter_map(|text| signing::date_of_closing(&text.closing())).collect();
    let signed =
        agreed(closings).or_else(|| agreed(texts.iter().filter_map(Words::date_elsewhere).collect()));
    let of_closing = |text: &Words| signing::place(&text.closing()).filter(|_| !text.closing().is_empty());
    let place = signed
        .as_ref()
        .and_then(|signed| signing::place(&signed.from))
        .or_else(|| texts.iter().find_map(of_closing));
    let parties = texts.iter().find_map(|text| of_text(text.title, text.clause("preamble")));
    Facts { place: place.filter(|_| signed.is_some()), signed, parties }
}

/// The date that most texts give, the first of those with as many.
fn agreed(mut found: Vec<Guessed<Date>>) -> Option<Guessed<Date>> {
    let votes = |date: Date| found.iter().filter(|other| other.value == date).count();
    let most = found.iter().map(|one| votes(one.value)).max()?;
    let at = found.iter().position(|one| votes(one.value) == most)?;
    Some(found.swap_remove(at))
}

impl Words<'_> {
    fn clause(&self, id: &str) -> &str {
        self.clauses.iter().find(|clause| clause.id == id).map_or("", |clause| clause.text.as_str())
    }

    /// The closing formula and the signatures; both are short.
    fn closing(&self) -> String {
        const LONGEST: usize = 2500;
        let text = format!("{}\n{}", self.clause("closing"), self.clause("signatures"));
        first_of(text.trim(), LONGEST).to_owned()
    }

    /// A date beside a word for signing at the end of the last article, or before the first one.
    fn date_elsewhere(&self) -> Option<Guessed<Date>> {
        let last = self
            .clauses
            .iter()
            .rev()
            .find(|clause| clause.id.starts_with("article-") || clause.id.starts_with("point-"));
        let tail = last.map(|clause| last_of(&clause.text, 1200)).unwrap_or_default();
        // A text without a title says in its first sentence what it is.
        let opening = if self.title.is_empty() { self.clause("preamble").lines().next() } else { None };
        let head = [self.title, self.clause("front"), opening.unwrap_or_default()];
        signing::date_beside_signing(tail)
            .or_else(|| signing::date_of_title(self.title))
            .or_else(|| head.iter().find_map(|text| signing::date_beside_signing(first_of(text, 1500))))
    }
}

/// The last bytes of a text, from a whole letter on.
fn last_of(text: &str, bytes: usize) -> &str {
    let from = text.len().saturating_sub(bytes);
    (from..text.len()).find_map(|at| text.get(at..)).unwrap_or(text)
}

/// The first bytes of a text, to a whole letter.
fn first_of(text: &str, bytes: usize) -> &str {
    (0..=bytes.min(text.len())).rev().find_map(|at| text.get(..at)).unwrap_or(text)
}
