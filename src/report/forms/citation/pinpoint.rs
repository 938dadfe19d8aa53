//! Where in an agreement a clause is: an article, a chapter, a paragraph, as citations write it.

use crate::model::{Agreement, AgreementKind, Chapter, Clause, Instrument, Wording};
use crate::text::fold::fold;

/// What is numbered, with its abbreviations in British and American styles and the words that documents use for it. A word
/// that begins as one does that ends in `*` is one too: artículo, Artikel, and slips such as ARTIICLE.
struct Unit {
    plain: &'static str,
    stopped: &'static str,
    names: &'static [&'static str],
}

const ARTICLE: Unit =
    Unit {
        plain: "art", stopped: "art.", names: &["art*", "статья", "madde*", "modda*", "берене*", "бап*"]
    };
const PARAGRAPH: Unit =
    Unit { plain: "para", stopped: "para.", names: &["para", "paras", "paragraph", "пункт", "punkt"] };
const UNITS: [&Unit; 8] = [
    &ARTICLE,
    &PARAGRAPH,
    &Unit { plain: "ch", stopped: "ch.", names: &["ch", "chap*", "capitulo*", "kapitel", "глава"] },
    &Unit {
        plain: "annex", stopped: "annex", names: &["annex*", "anexo*", "anhang", "приложение"]
    },
    &Unit { plain: "app", stopped: "app.", names: &["app", "appendix", "appendices"] },
    &Unit { plain: "s", stopped: "sec.", names: &["sec", "section", "seccion", "раздел"] },
    &Unit { plain: "pt", stopped: "pt.", names: &["part", "parte", "partie", "часть"] },
    &Unit { plain: "sch", stopped: "sched.", names: &["sch", "schedule"] },
];

/// The form of an abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviated {
    /// `art 5`.
    Plain,
    /// `art. 5`.
    Stopped,
}

/// Where in the cited agreement.
pub(super) struct Pinpoint<'a> {
    /// What the number counts; `None` if the document has its own word, which is part of the number.
    unit: Option<&'static Unit>,
    /// The number without the word for what it counts ("5 bis"), if known.
    number: Option<String>,
    pub(super) heading: &'a str,
    /// How close the text on record is to the instrument.
    pub(super) wording: Wording,
}

impl<'a> Pinpoint<'a> {
    /// Where a clause is in its agreement. A bare number is that of an article, in a declaration and its like that of a
    /// paragraph.
    pub(super) fn of(agreement: &Agreement, clause: &'a Clause) -> Self {
        let heading = clause.heading.as_str();
        let place = |(unit, number)| Self { unit, number: Some(number), heading, wording: clause.wording };
        let of_heading = || with_unit(heading).filter(|(_, rest)| is_number(rest));
        match clause.number.as_deref().map(str::trim).filter(|number| !number.is_empty()) {
            Some(number) => place(counted(agreement, number)),
            None => of_heading()
                .map(|(unit, rest)| (Some(unit), tidy(rest)))
                .map_or_else(|| Self { unit: None, number: None, heading, wording: clause.wording }, place),
        }
    }

    /// Which chapter it is. It is cited as a part of the instrument, whatever the wording of its clauses.
    pub(super) fn of_chapter(chapter: &'a Chapter) -> Self {
        let (heading, wording) = (chapter.heading.as_str(), Wording::Official);
        let number = chapter.number.as_deref().map(|number| match with_unit(number) {
            Some((unit, rest)) => (Some(unit), tidy(rest)),
            None if is_number(number) => (UNITS.into_iter().find(|unit| unit.plain == "ch"), tidy(number)),
            None => (None, tidy(number)),
        });
        let (unit, number) = number.map_or((None, None), |(unit, number)| (unit, Some(number)));
        Self { unit, number, heading, wording }
    }

    /// The number with what it counts: `art 11.15`; `None` if there is no number.
    pub(super) fn numbered(&self, form: Abbreviated) -> Option<String> {
        let number = self.number.as_deref()?;
        let Some(unit) = self.unit else { return Some(number.to_owned()) };
        let word = if form == Abbreviated::Plain { unit.plain } else { unit.stopped };
        Some(format!("{word} {number}"))
    }

    /// Whether there is a number.
    pub(super) fn is_numbered(&self) -> bool {
        self.number.is_some()
    }

    /// The number alone if it is that of an article, else with what it counts; the heading if there is none. For fields
    /// that hold nothing but a section's number.
    pub(super) fn section(&self) -> String {
        let article =
            self.number.clone().filter(|_| self.unit.is_some_and(|unit| unit.plain == ARTICLE.plain));
        article.or_else(|| self.numbered(Abbreviated::Plain)).unwrap_or_else(|| self.heading.to_owned())
    }

    /// The heading, unless it only repeats the number.
    pub(super) fn title(&self) -> Option<&'a str> {
        let repeated =
            with_unit(self.heading).is_some_and(|(_, rest)| self.number.as_deref() == Some(&*tidy(rest)));
        Some(self.heading).filter(|_| !repeated)
    }

    /// The pinpoint in words: `art 3, “Free passage”`.
    pub(super) fn words(&self) -> String {
        let title = self.title().map(|title| format!("“{title}”"));
        self.numbered(Abbreviated::Plain).into_iter().chain(title).collect::<Vec<_>>().join(", ")
    }
}

/// What a number as printed counts, and the number alone.
fn counted(agreement: &Agreement, printed: &str) -> (Option<&'static Unit>, String) {
    match with_unit(printed) {
        Some((unit, rest)) => (Some(unit), tidy(rest)),
        None if is_number(printed) => (Some(usual(agreement)), tidy(printed)),
        None => (None, tidy(printed)),
    }
}

/// What a bare number counts in such an agreement.
fn usual(agreement: &Agreement) -> &'static Unit {
    use AgreementKind::{Communique, Declaration, Plan, Programme, Resolution, Roadmap, Statement};
    match agreement.kind {
        Some(Instrument::Known(
            Declaration | Statement | Resolution | Communique | Plan | Programme | Roadmap,
        )) => &PARAGRAPH,
        _ => &ARTICLE,
    }
}

/// The unit that a text begins with, and what follows it; `None` if it begins otherwise or nothing follows.
fn with_unit(printed: &str) -> Option<(&'static Unit, &str)> {
    let printed = printed.trim();
    let end = printed.find(|c: char| !c.is_alphabetic()).unwrap_or(printed.len());
    let (word, rest) = printed.split_at_checked(end)?;
    let word = fold(word).text().to_owned();
    let is_named = |name: &&str| match name.strip_suffix('*') {
        Some(start) => word.starts_with(fold(start).text()),
        None => word == fold(name).text(),
    };
    let unit = UNITS.into_iter().find(|unit| unit.names.iter().any(is_named))?;
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(');
    (!rest.is_empty()).then_some((unit, rest))
}

/// Whether a text is a number, a Roman one, or a letter, with or without signs and a word such as bis: `5`, `11.15`, `IV`,
/// `(a)`, `5 bis`.
fn is_number(printed: &str) -> bool {
    let first = printed.split_whitespace().next().unwrap_or_default();
    let letters = first.trim_matches(|c: char| !c.is_alphanumeric());
    let is_roman = !letters.is_empty() && letters.chars().all(|c| "IVXLCDM".contains(c));
    printed.chars().count() <= 16
        && (letters.starts_with(char::is_numeric) || is_roman || letters.chars().count() == 1)
}

/// A number as citations have it: without the sign that ends it, and `bis` in small letters.
fn tidy(number: &str) -> String {
    let number = number.trim().trim_end_matches(|c: char| ".:;,-–—".contains(c) || c.is_whitespace());
    let number = if number.contains('(') { number } else { number.trim_end_matches(')') };
    let word = |word: &str| match word {
        "BIS" | "TER" | "QUATER" | "QUINQUIES" => word.to_lowercase(),
        _ => word.to_owned(),
    };
    number.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pinpoint(kind: AgreementKind, number: Option<&str>, heading: &str) -> String {
        let agreement = Agreement { kind: Some(kind.into()), ..Agreement::default() };
        let clause = serde_json::json!({"id": "c", "number": number, "heading": heading, "text": "", "wording": "official"});
        let clause: Clause = serde_json::from_value(clause).unwrap();
        let place = Pinpoint::of(&agreement, &clause);
        place.numbered(Abbreviated::Plain).unwrap_or_else(|| format!("[{}]", place.heading))
    }

    #[test]
    fn a_number_is_that_of_what_it_counts() {
        use AgreementKind::{Declaration, Treaty};
        for (kind, number, expected) in [
            (Treaty, "ARTICLE 11.15", "art 11.15"),
            (Treaty, "Article 5.", "art 5"),
            (Treaty, "Art. 3", "art 3"),
            (Treaty, "ARTICLE - 5", "art 5"),
            (Treaty, "ARTÍCULO XX", "art XX"),
            (Treaty, "Статья 7", "art 7"),
            (Treaty, "ARTIICLE 5", "art 5"),
            (Treaty, "ARTICLE 2 BIS", "art 2 bis"),
            (Treaty, "Article premier", "art premier"),
            (Treaty, "1", "art 1"),
            (Treaty, "5 bis", "art 5 bis"),
            (Treaty, "IV", "art IV"),
            (Treaty, "(a)", "art (a)"),
            (Treaty, "1)", "art 1"),
            (Treaty, "٣", "art ٣"),
            (Treaty, "CHAPTER 2", "ch 2"),
            (Treaty, "Annex A", "annex A"),
            (Treaty, "Principle 4", "Principle 4"),
            (Declaration, "3", "para 3"),
            (Declaration, "Article 5", "art 5"),
        ] {
            assert_eq!(pinpoint(kind, Some(number), "Heading"), expected, "{number}");
        }
        assert_eq!(pinpoint(Treaty, None, "Article 5"), "art 5");
        assert_eq!(pinpoint(Treaty, None, "Articles of clothing"), "[Articles of clothing]");
        assert_eq!(pinpoint(Treaty, None, "Preamble"), "[Preamble]");
    }
}
