//! Where a person was when they left a set of files.

use super::moment::Moment;
use super::state_file::Kept;
use serde::{Deserialize, Serialize};

/// How a set of files was left. What it names by an address may be gone by the next visit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// The set: the whole paths of what was named on the command line, a line each.
    pub files: String,
    /// When it was left.
    pub left: Moment,
    /// The address of the item in the reader.
    pub item: String,
    /// The number of the pane with the focus, 0 for the library.
    pub pane: usize,
    /// Whether the reader had the focus.
    pub reads: bool,
    /// The first line in view in the reader.
    pub line: usize,
    /// The address of what the panes were filtered by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<String>,
    /// The id of the dossier that the panes were filtered by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dossier: Option<String>,
    /// Whether what had the focus filled the screen.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_zoomed: bool,
    /// The addresses of the chapters that were open in the list of clauses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unfolded: Vec<String>,
    /// The query whose matches were highlighted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
    /// The sort order of each pane.
    #[serde(default)]
    pub sorts: Vec<usize>,
    /// The sizes that were set, in thousandths of the screen: the panes, the library, and the rows of each pane.
    #[serde(default)]
    pub sizes: Vec<Option<u16>>,
}

/// The visits, the newest last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visits {
    visits: Vec<Visit>,
    /// Whether the hint for the first time was put away.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_welcomed: bool,
}

impl Kept for Visits {
    const FORMAT: &'static str = "accords-visits/1";
}

impl Visits {
    /// The most sets that are remembered.
    const MOST: usize = 100;

    /// Whether nobody was here before.
    pub fn is_first(&self) -> bool {
        !self.is_welcomed && self.visits.is_empty()
    }

    /// How a set of files was left.
    pub fn of(&self, files: &str) -> Option<&Visit> {
        self.visits.iter().find(|visit| visit.files == files)
    }

    /// Remembers a visit in the place of the last one to these files.
    pub fn leave(&mut self, visit: Visit) {
        self.visits.retain(|other| other.files != visit.files);
        self.visits.push(visit);
        let old = self.visits.len().saturating_sub(Self::MOST);
        self.visits.drain(..old);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_visit_of_each_set_is_remembered() {
        let mut visits = Visits::default();
        for number in 0..150 {
            visits.leave(Visit { files: (number % 120).to_string(), line: number, ..Visit::default() });
        }
        assert_eq!(visits.visits.len(), 100);
        assert_eq!(visits.of("5").map(|visit| visit.line), Some(125));
        assert_eq!(visits.of("30"), None);
    }
}
