//! The running text of an item, the one that snippets are taken from.

use crate::model::{Collection, ItemId, Part};

/// What an item says beside its title, as one text.
pub fn body(collection: &Collection, item: ItemId) -> String {
    parts(collection, item)
        .unwrap_or_default()
        .into_iter()
        .filter(|p| !p.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn parts(collection: &Collection, item: ItemId) -> Option<Vec<&str>> {
    let dossier = collection.dossier(item)?;
    Some(match item.part {
        Part::Agreement(i) => {
            let a = dossier.agreement(i)?;
            vec![opt(&a.summary), opt(&a.note)]
        }
        Part::Clause(..) => {
            let c = dossier.clause(item.part)?;
            vec![&c.text, opt(&c.note)]
        }
        Part::Event(i) => {
            let e = dossier.event(i)?;
            vec![opt(&e.summary), opt(&e.note)]
        }
        Part::Sector(i) => {
            let s = dossier.sector(i)?;
            vec![opt(&s.summary), opt(&s.note)]
        }
        Part::Organisation(i) => {
            let o = dossier.organisation(i)?;
            let mut parts = vec![opt(&o.summary), opt(&o.note)];
            parts.extend(o.memberships.iter().map(|m| opt(&m.note)));
            parts
        }
        Part::Dispute(i) => {
            let d = dossier.dispute(i)?;
            let mut parts: Vec<&str> = d.claims.iter().map(|c| c.says.as_str()).collect();
            parts.push(opt(&d.note));
            parts
        }
        Part::Source(i) => {
            let s = dossier.source(i)?;
            vec![&s.publisher, opt(&s.author), opt(&s.note)]
        }
    })
}

fn opt(text: &Option<String>) -> &str {
    text.as_deref().unwrap_or_default()
}
