//! A sheet as comma-separated values (RFC 4180).

use super::datum::Datum;
use super::sheet::Sheet;
use crate::text;
use std::io::{self, Write};

pub(super) fn write(sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(sheet.attributes().iter().map(|attribute| attribute.name)).map_err(cause)?;
    for row in sheet.rows() {
        writer.write_record(row.iter().map(field)).map_err(cause)?;
    }
    writer.flush()
}

/// The datum as it is safe in a file that a spreadsheet opens: a text that would be taken for a formula begins with
/// an apostrophe, which spreadsheets take for "text" and do not show.
fn field(datum: &Datum<'_>) -> String {
    let shown = text::shown_lines(&datum.flat());
    let is_formula = shown.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if is_formula && !datum.is_number() { format!("'{shown}") } else { shown }
}

/// The system's error, which distinguishes a closed pipe from a full disk.
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
            let datum = Datum::from(text);
            assert_eq!(field(&datum), expected, "{text:?}");
        }
        assert_eq!(field(&Datum::Number(3)), "3");
        assert_eq!(field(&Datum::Absent), "");
    }
}
