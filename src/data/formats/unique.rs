//! Ids that files repeat although they should not.

use std::collections::HashMap;

/// The ids given so far.
#[derive(Debug, Default)]
pub(super) struct Ids(HashMap<String, usize>);

impl Ids {
    /// The id itself the first time, then `id~2`, `id~3`. Foreign ids hold no `~` once escaped, so these are free.
    pub(super) fn unique(&mut self, id: String) -> String {
        let times = self.0.entry(id.clone()).or_insert(0);
        *times += 1;
        if *times == 1 { id } else { format!("{id}~{times}") }
    }
}
