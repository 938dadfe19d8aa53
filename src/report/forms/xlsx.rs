//! A sheet as a spreadsheet (Office Open XML): dates are dates, numbers are numbers, and no text is a formula.

use super::datum::Datum;
use super::sheet::Sheet;
use crate::model::Date;
use crate::text;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::io::{self, Write};

/// The most characters of a cell.
const LONGEST: usize = 32_767;
/// The most rows, with the head.
const MOST_ROWS: u32 = 1_048_576;
/// The narrowest and the widest column, in characters.
const WIDTHS: (usize, usize) = (8, 60);

pub(super) fn write(sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut workbook = Workbook::new();
    // The same list gives the same bytes, whenever it is written.
    let created = ExcelDateTime::from_ymd(2000, 1, 1).map_err(io::Error::other)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    fill(sheet, workbook.add_worksheet()).map_err(io::Error::other)?;
    out.write_all(&workbook.save_to_buffer().map_err(io::Error::other)?)
}

/// Writes the head, which stays in view, and the rows.
fn fill(sheet: &Sheet<'_>, page: &mut Worksheet) -> Result<(), XlsxError> {
    let (bold, day) = (Format::new().set_bold(), Format::new().set_num_format("yyyy-mm-dd"));
    let mut widths: Vec<usize> = Vec::new();
    for (column, attribute) in (0..).zip(sheet.attributes()) {
        page.write_string_with_format(0, column, attribute.name, &bold)?;
        widths.push(text::width(attribute.name));
    }
    for (row, data) in (1..).zip(sheet.rows()) {
        if row == MOST_ROWS {
            return Err(XlsxError::ParameterError(format!(
                "a spreadsheet has no more than {MOST_ROWS} rows; narrow the list, or write CSV"
            )));
        }
        for ((column, datum), width) in (0..).zip(&data).zip(&mut widths) {
            *width = (*width).max(cell(page, (row, column), datum, &day)?);
        }
    }
    page.set_freeze_panes(1, 0)?;
    for (column, width) in (0..).zip(widths) {
        let width = u16::try_from(width.clamp(WIDTHS.0, WIDTHS.1) + 2).unwrap_or(u16::MAX);
        page.set_column_width(column, f64::from(width))?;
    }
    Ok(())
}

/// Writes a cell; what is not on record leaves it empty. Returns its width in characters.
fn cell(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    datum: &Datum<'_>,
    day: &Format,
) -> Result<usize, XlsxError> {
    match datum {
        Datum::Absent | Datum::Date(None) => return Ok(0),
        Datum::Flag(flag) => {
            page.write_boolean(row, column, *flag)?;
        }
        Datum::Number(number) if u32::try_from(*number).is_ok() => {
            page.write_number(row, column, f64::from(u32::try_from(*number).unwrap_or_default()))?;
        }
        Datum::Date(Some(date)) if let Some(known) = as_day(*date) => {
            page.write_datetime_with_format(row, column, known, day)?;
        }
        _ => {
            let words = text::shown_lines(&datum.flat());
            page.write_string(row, column, shortened(&words))?;
            return Ok(words.lines().map(text::width).max().unwrap_or(0));
        }
    }
    Ok(text::width(&datum.flat()))
}

/// A date as a spreadsheet has it: an exact day since 1900; `None` for any other, which stays text.
fn as_day(date: Date) -> Option<ExcelDateTime> {
    let day = date.begins();
    let known = date.is_day() && day.year >= 1900;
    known.then(|| ExcelDateTime::from_ymd(day.year, day.month, day.day).ok()).flatten()
}

/// As much of a text as a cell takes, with an ellipsis if it is cut. Cells count UTF-16, so twice as much may be too much.
fn shortened(words: &str) -> String {
    if words.encode_utf16().count() <= LONGEST {
        return words.to_owned();
    }
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units < LONGEST
    };
    words.chars().take_while(fits).chain(['…']).collect()
}
