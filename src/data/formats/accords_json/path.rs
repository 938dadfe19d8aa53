//! Paths to values in a document.

use std::borrow::Cow;

/// A step from a value to one inside it. Names of the format's own fields are borrowed: a walk over a million clauses
/// copies none of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Step<'a> {
    Key(Cow<'a, str>),
    Index(usize),
}

/// A path as people write it: `events[12].date`; the document itself is `$`.
pub(super) fn write_path(path: &[Step<'_>]) -> String {
    let mut out = String::new();
    for step in path {
        match step {
            Step::Key(key) if out.is_empty() => out.push_str(key),
            Step::Key(key) => {
                out.push('.');
                out.push_str(key);
            }
            Step::Index(i) => out.push_str(&format!("[{i}]")),
        }
    }
    if out.is_empty() { "$".to_owned() } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_as_people_write_it() {
        let path = [Step::Key("events".into()), Step::Index(12), Step::Key("date".into())];
        assert_eq!(write_path(&path), "events[12].date");
        assert_eq!(write_path(&[]), "$");
    }
}
