//! Agreements and their clauses.

use super::language::language_name;
use super::{Date, Guess, GuessedFact, Instrument, Part, Reading, words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

words! {
    /// How close the text of a clause is to the instrument.
    Wording {
        /// The official wording.
        Official => "official wording",
        /// A translation of the official wording.
        Translation => "translation",
        /// A summary in other words.
        Summary => "summary, not the official wording",
        /// The words of a file as a machine read and divided them.
        Machine => "read by machine",
    }
}

words! {
    /// On what basis an act is said to carry out a clause.
    Basis {
        /// A source says so.
        Source => "source",
        /// No source says so; it is the interpretation of the dossier.
        Reading => "reading",
    }
}

words! {
    /// A fact of an agreement that was looked for and not found.
    Sought {
        /// The day of signing.
        Signed => "signing date",
        /// The entry into force.
        #[serde(rename = "in_force")]
        InForce => "entry into force",
        /// Whether it is in force.
        Status => "status",
        /// Who signed.
        Signatories => "signatories",
    }
}

/// A statement that an event or an agreement carries out a clause.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CarriesOut {
    /// The clause, as `agreement.clause`.
    #[schemars(extend("x-refers-to" = ["clause"]))]
    pub clause: String,
    /// The basis for saying so.
    pub basis: Basis,
}

/// Who signed for a party.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Signatory {
    /// The party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-refers-to" = ["party"]))]
    pub party: Option<String>,
    /// The person.
    pub name: String,
    /// The office of the person at the time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
}

/// A provision of an agreement, or a statement in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Clause {
    /// Its id, unique in the agreement.
    #[schemars(extend("x-declares" = "clause"))]
    pub id: String,
    /// Its number as printed ("5 bis"), if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Its heading.
    pub heading: String,
    /// Its text. Tables are written as in MultiMarkdown: a line of dashes below the header rows, `||` for a wider cell and `^^`
    /// for a higher one.
    pub text: String,
    /// How close the text is to the instrument.
    pub wording: Wording,
    /// The sectors that it names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-refers-to" = ["sector"]))]
    pub sectors: Vec<String>,
    /// The sources that report it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-refers-to" = ["source"], "x-says-who" = true))]
    pub sources: Vec<String>,
    /// The part of the instrument that it is in ("Chapter 2 · Trade in goods › Section A"), if there are parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The page of the file on which it begins, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// Where the pages of the file turn inside the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub turns: Vec<PageTurn>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Where a page of a file begins inside the text of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PageTurn {
    /// How many characters of the text are before it.
    pub at: usize,
    /// The page that begins, from 1.
    pub page: u32,
}

impl Clause {
    /// A clause of which only this is known: its id, its heading, its text and how close that is to the instrument.
    pub fn new(
        id: impl Into<String>,
        heading: impl Into<String>,
        text: impl Into<String>,
        wording: Wording,
    ) -> Self {
        Self {
            id: id.into(),
            number: None,
            heading: heading.into(),
            text: text.into(),
            wording,
            sectors: Vec::new(),
            sources: Vec::new(),
            place: None,
            page: None,
            turns: Vec::new(),
            note: None,
        }
    }

    /// The part that it is in and its page: `Chapter 2 · Trade in goods, p. 7`; `None` if neither is known.
    pub fn place_and_page(&self) -> Option<String> {
        let page = self.page.map(|page| format!("p. {page}"));
        let known: Vec<&str> = self.place.as_deref().into_iter().chain(page.as_deref()).collect();
        (!known.is_empty()).then(|| known.join(", "))
    }

    /// How many words its text has; in scripts without blanks between words, how many letters.
    pub fn words(&self) -> usize {
        crate::text::words(&self.text).count()
    }

    /// Where pages turn inside its text, in bytes of it; what is beyond its end is left out.
    pub fn turns_in_bytes(&self) -> Vec<(usize, u32)> {
        let mut places = self.text.char_indices().map(|(at, _)| at).enumerate();
        let mut turns: Vec<PageTurn> = self.turns.clone();
        turns.sort_unstable_by_key(|turn| turn.at);
        let mut last = None;
        let in_bytes = |turn: PageTurn| {
            let found = last
                .filter(|(count, _)| *count == turn.at)
                .or_else(|| places.find(|(count, _)| *count == turn.at));
            last = found.or(last);
            found.map(|(_, at)| (at, turn.page))
        };
        turns.into_iter().filter_map(in_bytes).collect()
    }

    /// Number and heading: `5 · Free passage`.
    pub fn numbered_heading(&self) -> String {
        match self.number_apart() {
            Some(number) => format!("{number} · {}", self.heading),
            None => self.heading.clone(),
        }
    }

    /// The number, unless the heading is nothing else: articles without a title are headed by their number, or by it and
    /// their word ("Article 5", "5-modda").
    pub fn number_apart(&self) -> Option<&str> {
        let is_heading = |number: &str| {
            let word = self.heading.strip_suffix(number).or_else(|| self.heading.strip_prefix(number));
            let word = word.map(|word| word.trim_matches([' ', '-', '‐', '.']));
            word.is_some_and(|word| word.chars().all(char::is_alphabetic))
        };
        self.number.as_deref().filter(|number| !is_heading(number))
    }
}

/// An agreement between parties, binding or not.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Agreement {
    /// Its id, unique in the dossier.
    #[schemars(extend("x-declares" = "agreement"))]
    pub id: String,
    /// Its full title.
    pub title: String,
    /// A title short enough for a list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_title: Option<String>,
    /// The day or occasion that it shares with the other documents signed then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub package: Option<String>,
    /// Its kind, in its own word; absent if not on record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Instrument>,
    /// When it was signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed: Option<Date>,
    /// When it entered into force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force: Option<Date>,
    /// Where it was signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Where it is published: volume, treaty series and first page ("1833 UNTS 3").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    /// Whether it is in force, in the word of the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// The two-letter code of the language of its clauses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The parties.
    #[serde(default)]
    #[schemars(extend("x-refers-to" = ["party"]))]
    pub parties: Vec<String>,
    /// Who signed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatories: Vec<Signatory>,
    /// How many points or articles it is reported to have, whether on record or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<u32>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The sectors that it names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-refers-to" = ["sector"]))]
    pub sectors: Vec<String>,
    /// Clauses of earlier agreements that it carries out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carries_out: Vec<CarriesOut>,
    /// The sources that report it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-refers-to" = ["source"], "x-says-who" = true))]
    pub sources: Vec<String>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The facts that were looked for and not found in any source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_on_record: Vec<Sought>,
    /// How its text was read from a file that is only print; absent if it was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<Reading>,
    /// The facts that were guessed from its text, each with the words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guessed: Vec<Guess>,
    /// The clauses on record, in the order of the instrument.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<Clause>,
}

impl Agreement {
    /// The title for lists.
    pub fn list_title(&self) -> &str {
        self.short_title.as_deref().unwrap_or(&self.title)
    }

    /// The word for its kind; `None` if that is not on record.
    pub fn kind_word(&self) -> Option<&str> {
        self.kind.as_ref().map(Instrument::word).filter(|word| !word.trim().is_empty())
    }

    /// When it was signed, in words: `signed 20 Apr 2022`, with the mark of a guess before it if it is one; `None` if that
    /// is not on record.
    pub fn signed_on(&self) -> Option<String> {
        let mark = self.mark(GuessedFact::Signed);
        self.signed.map(|date| format!("{mark}signed {}", date.shown()))
    }

    /// The English name of the language of its clauses, or else its code.
    pub fn language_name(&self) -> Option<&str> {
        self.language.as_deref().map(language_name)
    }

    /// Whether a fact was guessed from the text.
    pub fn is_guessed(&self, fact: GuessedFact) -> bool {
        self.guessed.iter().any(|guess| guess.fact == fact)
    }

    /// The mark before a fact that was guessed, with a blank; empty before any other.
    pub fn mark(&self, fact: GuessedFact) -> &'static str {
        if self.is_guessed(fact) { "≈ " } else { "" }
    }

    /// When and where it was signed, in words: `signed 20 Apr 2022, Baku`, or `date not on record`.
    pub fn signed_at(&self) -> String {
        let date = self.signed_on().unwrap_or_else(|| "date not on record".to_owned());
        match &self.place {
            Some(place) => format!("{date}, {place}"),
            None => date,
        }
    }

    /// Its clauses as parts of a dossier in which it has this place.
    pub fn parts(&self, place: u32) -> impl Iterator<Item = Part> + use<> {
        (0u32..).take(self.clauses.len()).map(move |clause| Part::Clause(place, clause))
    }

    /// How many of the reported points are not on record; 0 if no number is reported.
    pub fn missing(&self) -> usize {
        let declared = self.points.and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
        declared.saturating_sub(self.clauses.len())
    }
}
