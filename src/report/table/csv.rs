//! A table as comma-separated values (RFC 4180).

use super::{Cell, Table};
use crate::text;
use std::io::{self, Write};

pub(super) fn write(table: &Table<'_>, out: &mut impl Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(table.columns.iter().map(|column| column.name)).map_err(cause)?;
    for cells in table.rows() {
        writer.write_record(cells.iter().map(field)).map_err(cause)?;
    }
    writer.flush()
}

/// The cell as it may stand in a file that a spreadsheet opens: a text that would be taken for a formula begins with
/// an apostrophe, which spreadsheets take for "text" and do not show.
fn field(cell: &Cell<'_>) -> String {
    let shown = text::shown_lines(&cell.flat());
    let is_formula = shown.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if is_formula && !cell.is_number() { format!("'{shown}") } else { shown }
}

/// The system's error, so that a closed pipe is told from a full disk.
fn cause(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_a_formula() {
        for (text, expected) in [
            ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1", "'＝1"),
            ("\t=1", "' =1"),
            (" =1", "' =1"),
            ("5 bis", "5 bis"),
            ("", ""),
        ] {
            let cell = Cell::text(Some(text));
            assert_eq!(field(&cell), expected, "{text:?}");
        }
        assert_eq!(field(&Cell::Number(3)), "3");
        assert_eq!(field(&Cell::Absent), "");
    }
}
