//! What elements inside a paragraph are for the text.

/// Whether an element holds what is not printed: deleted text, instructions of fields, earlier properties, how a table and
/// a page look, and what older programs show instead.
pub(super) fn is_removed(name: &str) -> bool {
    matches!(
        name,
        "delText"
            | "delInstrText"
            | "instrText"
            | "moveFrom"
            | "Fallback"
            | "pPrChange"
            | "rPrChange"
            | "tblPrChange"
            | "trPrChange"
            | "tcPrChange"
            | "sectPr"
            | "tblPr"
            | "tblGrid"
            | "sdtPr"
            | "rt"
            | "binData"
    )
}

/// The words that an element is printed as.
pub(super) fn words(name: &str) -> Option<&'static str> {
    match name {
        "tab" | "ptab" => Some(" "),
        "noBreakHyphen" => Some("-"),
        _ => None,
    }
}

/// A sign of a font of symbols, as far as it is a letter that others know.
pub(super) fn symbol(code: &str) -> Option<char> {
    let code = u32::from_str_radix(code, 16).ok()?;
    match code {
        0xf0b7 | 0xf0a7 | 0xf0d8 | 0xf0fc => Some('•'),
        0xf02d => Some('–'),
        0xe000..=0xf8ff => None,
        _ => char::from_u32(code).filter(|c| !c.is_control()),
    }
}

/// The raised form of a number.
pub(super) fn raised(number: &str) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|d| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(usize::try_from(d).ok()?));
    number.chars().map(|c| digit(c).unwrap_or(c)).collect()
}
