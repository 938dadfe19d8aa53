//! Whether a title names the parties already.

use crate::data::states;
use crate::model::{Agreement, Dossier, PartyKind};
use crate::text::fold::fold;

/// Whether the title of an agreement names every party, by any of its names.
pub(super) fn names_parties(dossier: &Dossier, agreement: &Agreement) -> bool {
    let title = words(&agreement.title);
    agreement.parties.iter().all(|id| names(dossier, id).any(|name| title.contains(&words(&name))))
}

/// The names of a party: those of the dossier and, of a state, those of the register.
fn names<'a>(dossier: &'a Dossier, id: &'a str) -> impl Iterator<Item = String> + 'a {
    let party = dossier.party(id);
    let own = party.into_iter().flat_map(|party| {
        std::iter::once(&party.name).chain(&party.formal_name).chain(party.names.values()).cloned()
    });
    let is_state = party.is_none_or(|party| party.kind == PartyKind::State);
    let state = is_state.then(|| states::states().iter().find(|state| state.code == id)).flatten();
    own.chain(state.into_iter().flat_map(|state| state.names.iter().cloned()))
}

/// The words of a text, folded, each between blanks, so that a name is found only as whole words.
fn words(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.text().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    format!(" {} ", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::parse;
    use std::path::Path;

    #[test]
    fn a_title_names_a_party_by_any_of_its_names() {
        for (title, named) in [
            ("Declaration between the Republic of Azerbaijan and the Kyrgyz Republic", true),
            ("Azerbaijan–Kyrgyzstan Treaty", true),
            ("Traité entre l’Azerbaïdjan et le Kirghizistan", true),
            ("Treaty of Friendship with Azerbaijan", false),
            ("Treaty of Friendship", false),
        ] {
            let text = serde_json::json!({
                "format": "accords/1", "id": "x", "title": "X",
                "parties": [{"id": "AZE", "kind": "state", "name": "Azerbaijan"}, {"id": "KGZ", "kind": "state", "name": "Kyrgyzstan"}],
                "agreements": [{"id": "a", "title": title, "parties": ["AZE", "KGZ"]}],
            });
            let loaded = parse(Path::new("x.json"), text.to_string());
            let dossier = &loaded.dossiers[0];
            assert_eq!(names_parties(dossier, &dossier.agreements[0]), named, "{title}");
        }
    }
}
