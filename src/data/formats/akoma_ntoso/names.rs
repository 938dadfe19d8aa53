//! Names that this program writes into a document and looks for when it reads one.

use crate::model::unescape_id;
use std::borrow::Cow;

/// The namespace of the format.
pub const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

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
