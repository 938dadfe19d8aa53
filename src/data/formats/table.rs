//! Tables of agreements, opened as a path.

use super::start::Start;
use crate::data::loaded::Loaded;
use crate::data::problem::Problem;
use crate::data::tables::{TableOptions, are_agreements, read_agreements};

/// Whether a file is a table: by its name, or by the names of its columns.
pub(super) fn is_table(start: &Start<'_>) -> bool {
    start.is_named("csv") || start.is_named("tsv") || !start.is_xml() && are_agreements(start.head())
}

/// Reads a table. How it was read is a warning, and one that is no table of agreements an error among the problems.
pub(super) fn read(start: &Start<'_>) -> Loaded {
    let imported = match read_agreements(start.file, start.bytes, &TableOptions::default()) {
        Ok(Some(imported)) => imported,
        Ok(None) => return no_agreements(start).into(),
        Err(problem) => return problem.into(),
    };
    let mut loaded = Loaded::from(imported.dossier);
    let mapping = format!("is read as a table of agreements: {}", imported.mapping.join("; "));
    loaded.problems.push(Problem::of_file(start.file, mapping).into_warning());
    loaded.problems.extend(imported.warnings);
    loaded
}

fn no_agreements(start: &Start<'_>) -> Problem {
    let message = "is a table without columns for titles and for dates or parties; name them with accords import --column \
                   title=NAME; a table of memberships is opened with --memberships";
    Problem::of_file(start.file, message)
}
