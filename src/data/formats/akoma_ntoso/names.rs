//! Names that this program writes into a document and looks for when it reads one.

use crate::model::unescape_id;
use std::borrow::Cow;

/// The namespace of the format.
pub const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// The namespace of what the format has no place for: the element `record` holds JSON of format `accords/1`.
pub const RECORD_NAMESPACE: &str = "urn:accords:record:1";

/// The id of the clause that stands in an exported document where an agreement has no clauses on record.
pub const PLACEHOLDER: &str = "not-on-record";

/// What the ids of an agreement's clauses begin with where several agreements stand in one file.
pub fn component_prefix(agreement: &str) -> String {
    format!("{agreement}__")
}

/// The `eId` under which the clause with this id is written: the foreign id that it once was, where XML can hold it.
pub fn written_id(id: &str) -> Cow<'_, str> {
    let foreign = unescape_id(id);
    let fits = !foreign.is_empty() && !foreign.chars().any(|c| c.is_whitespace() || c.is_control());
    if fits { foreign } else { Cow::Borrowed(id) }
}
