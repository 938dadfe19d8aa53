//! The kind of an agreement as its title gives it.

use crate::model::AgreementKind::{self, *};
use crate::text::fold::fold;
use std::sync::OnceLock;

/// Languages in which the kind ends the first words of a title: "Free Trade Agreement between", "Freundschaftsvertrag
/// zwischen". A German or Dutch word may be the end of a compound. Also those in which it is the last word of the
/// whole title: Turkish, Azerbaijani, Chinese.
const LAST: &[(&str, AgreementKind)] = &[
    ("joint communique", Communique),
    ("exchange of notes", ExchangeOfNotes),
    ("exchange of letters", ExchangeOfNotes),
    ("vertrag", Treaty),
    ("ubereinkommen", Convention),
    ("abkommen", Agreement),
    ("protokoll", Protocol),
    ("erklarung", Declaration),
    ("konvention", Convention),
    ("satzung", Statute),
    ("schlussakte", FinalAct),
    ("notenwechsel", ExchangeOfNotes),
    ("konkordat", Concordat),
    ("vereinbarung", Arrangement),
    ("verdrag", Treaty),
    ("overeenkomst", Agreement),
    ("handvest", Charter),
    ("verklaring", Declaration),
    ("notawisseling", ExchangeOfNotes),
    ("anlasmasi", Agreement),
    ("anlasma", Agreement),
    ("mutabakat zapti", Memorandum),
    ("mutabakat muhtirasi", Memorandum),
    ("zapti", Memorandum),
    ("protokolu", Protocol),
    ("sozlesmesi", Convention),
    ("antlasmasi", Treaty),
    ("bildirisi", Declaration),
    ("beyannamesi", Declaration),
    ("sazis", Agreement),
    ("sazisi", Agreement),
    ("muqavile", Treaty),
    ("bitim", Agreement),
    ("bitimi", Agreement),
    ("shartnoma", Treaty),
    ("shartnomasi", Treaty),
    ("kelishim", Agreement),
    ("kelishimi", Agreement),
    ("konvensiyasi", Convention),
    ("beyannamesi", Declaration),
    ("协定", Agreement),
    ("協定", Agreement),
    ("条约", Treaty),
    ("條約", Treaty),
    ("公约", Convention),
    ("公約", Convention),
    ("议定书", Protocol),
    ("議定書", Protocol),
    ("宪章", Charter),
    ("憲章", Charter),
    ("备忘录", Memorandum),
    ("宣言", Declaration),
];

/// Languages in which it begins a title: French, Spanish, Portuguese, Italian, Russian, Arabic, Ukrainian.
const FIRST: &[(&str, AgreementKind)] = &[
    ("traite", Treaty),
    ("tratado", Treaty),
    ("trattato", Treaty),
    ("договор", Treaty),
    ("accord", Agreement),
    ("acuerdo", Agreement),
    ("acordo", Agreement),
    ("accordo", Agreement),
    ("соглашение", Agreement),
    ("convenio", Agreement),
    ("convention", Convention),
    ("convencion", Convention),
    ("convencao", Convention),
    ("convenzione", Convention),
    ("конвенция", Convention),
    ("protocole", Protocol),
    ("protocolo", Protocol),
    ("protocollo", Protocol),
    ("протокол", Protocol),
    ("charte", Charter),
    ("carta", Charter),
    ("хартия", Charter),
    ("pacte", Pact),
    ("pacto", Pact),
    ("patto", Pact),
    ("пакт", Pact),
    ("statut", Statute),
    ("estatuto", Statute),
    ("statuto", Statute),
    ("статут", Statute),
    ("acte final", FinalAct),
    ("acta final", FinalAct),
    ("ato final", FinalAct),
    ("заключительный акт", FinalAct),
    ("echange de notes", ExchangeOfNotes),
    ("canje de notas", ExchangeOfNotes),
    ("обмен нотами", ExchangeOfNotes),
    ("memorandum", Memorandum),
    ("меморандум", Memorandum),
    ("declaration", Declaration),
    ("declaracion", Declaration),
    ("declaracao", Declaration),
    ("dichiarazione", Declaration),
    ("декларация", Declaration),
    ("concordato", Concordat),
    ("договір", Treaty),
    ("угода", Agreement),
    ("конвенція", Convention),
    ("معاهدة", Treaty),
    ("اتفاقية", Convention),
    ("اتفاق", Agreement),
    ("ميثاق", Charter),
    ("بروتوكول", Protocol),
    ("مذكرة تفاهم", Memorandum),
    ("إعلان", Declaration),
];

/// Words after which a title no longer says what it is, but with whom and what about.
const LINKS: &[&str] = &[
    "of",
    "on",
    "between",
    "for",
    "concerning",
    "to",
    "amending",
    "relating",
    "regarding",
    "with",
    "establishing",
    "among",
    "in",
    "by",
    "against",
    "about",
    "und",
    "zwischen",
    "uber",
    "zur",
    "zum",
    "der",
    "des",
    "von",
    "mit",
    "fur",
    "gegen",
    "tussen",
    "tusschen",
    "inzake",
    "betreffende",
    "van",
    "tot",
    "over",
];

/// The kind that the first words of a title give; `None` if they give none.
pub(in crate::data) fn kind_of_title(title: &str) -> Option<AgreementKind> {
    let folded = fold(title);
    let text = folded.text().trim();
    if let Some((_, kind)) = beginnings().iter().find(|(words, _)| begins(text, words)) {
        return Some(*kind);
    }
    let head: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .take_while(|word| !LINKS.contains(word) && !word.starts_with(|c: char| c.is_ascii_digit()))
        .filter(|word| !word.is_empty())
        .collect();
    let last = head.last().filter(|last| **last != "no").or_else(|| head.iter().rev().nth(1))?;
    let before = head.iter().rev().nth(1).map(|before| format!("{before} {last}"));
    let compound = || LAST.iter().find(|(word, _)| last.ends_with(word)).map(|(_, kind)| *kind);
    before.as_deref().and_then(AgreementKind::named).or_else(|| AgreementKind::named(last)).or_else(compound)
}

/// The words that a title may begin with, folded, each with its kind.
fn beginnings() -> &'static [(String, AgreementKind)] {
    static FOLDED: OnceLock<Vec<(String, AgreementKind)>> = OnceLock::new();
    FOLDED.get_or_init(|| {
        let several = LAST.iter().filter(|(words, _)| words.contains(' '));
        FIRST.iter().chain(several).map(|(words, kind)| (fold(words).text().to_owned(), *kind)).collect()
    })
}

/// Whether a folded text begins with these whole folded words.
fn begins(text: &str, words: &str) -> bool {
    text.strip_prefix(words).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_gives_the_kind_in_its_first_words() {
        for (title, kind) in [
            ("Treaty of Rome", Some(Treaty)),
            ("Free Trade Agreement between the Parties", Some(Agreement)),
            ("United Nations Framework Convention on Climate Change", Some(Convention)),
            ("Convention No. 87 concerning Freedom of Association", Some(Convention)),
            ("Protocol amending the Treaty", Some(Protocol)),
            ("Final Act of the Conference", Some(FinalAct)),
            ("Exchange of Notes constituting an Agreement", Some(ExchangeOfNotes)),
            ("Memorandum of Understanding", Some(Memorandum)),
            ("The North Atlantic Treaty", Some(Treaty)),
            ("Freundschaftsvertrag zwischen den Staaten", Some(Treaty)),
            ("Übereinkommen über das Seerecht", Some(Convention)),
            ("Traité d'amitié", Some(Treaty)),
            ("Convention-cadre sur les changements", Some(Convention)),
            ("Tratado de Tordesillas", Some(Treaty)),
            ("Договор о дружбе", Some(Treaty)),
            ("Заключительный акт совещания", Some(FinalAct)),
            ("Suv xoʻjaligi sohasida hamkorlik toʻgʻrisida BITIM", Some(Agreement)),
            ("Statute Law Revision Act 2020", None),
            ("Canada – Chile", None),
            ("", None),
        ] {
            assert_eq!(kind_of_title(title), kind, "{title}");
        }
    }
}
