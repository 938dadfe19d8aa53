//! Names that this program writes into a document and looks for when it reads one.

use crate::model::unescape_id;
use std::borrow::Cow;

/// The namespace of the format.
pub const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// What the version of a document is called by its namespace, if it can be read; empty for the standard itself.
pub fn version(namespace: &str) -> Option<String> {
    let after = |prefix: &str| namespace.strip_prefix(prefix).map(|rest| rest.trim_matches('/').to_owned());
    if namespace == NAMESPACE {
        return Some(String::new());
    }
    if let Some(draft) = after(NAMESPACE) {
        return Some(format!("Akoma Ntoso 3.0, draft {draft}"));
    }
    let old = after("http://www.akomantoso.org/").map(|version| format!("Akoma Ntoso {version}"));
    old.or_else(|| {
        let (_, version) = namespace.split_once("LegalDocML.de")?;
        Some(format!("LegalDocML.de {}", version.trim_matches('/')).trim_end().to_owned())
    })
}

/// The namespace of the element `record`, which holds what the format has no place for as JSON of format `accords/1`.
pub const RECORD_NAMESPACE: &str = "urn:accords:record:1";

/// The id of the clause written for an agreement without clauses on record.
pub const PLACEHOLDER: &str = "not-on-record";

/// The prefix of the clause ids of an agreement in a file of several.
pub fn component_prefix(agreement: &str) -> String {
    format!("{agreement}__")
}

/// The `eId` of a clause with this id: the foreign id it was made from, if XML can hold it.
pub fn written_id(id: &str) -> Cow<'_, str> {
    let foreign = unescape_id(id);
    let fits = !foreign.is_empty() && !foreign.chars().any(|c| c.is_whitespace() || c.is_control());
    if fits { foreign } else { Cow::Borrowed(id) }
}
