//! Characters and references to characters.

use crate::data::problem::quoted;
use quick_xml::escape::{resolve_html5_entity, resolve_xml_entity};
use quick_xml::events::BytesRef;
use std::borrow::Cow;

/// The offset of the first forbidden character. Whole blocks are tested without leaving early, which is several times as
/// fast.
pub(super) fn forbidden(text: &str) -> Option<usize> {
    const BLOCK: usize = 4096;
    let has_one = |block: &[u8]| block.iter().fold(false, |found, byte| found | is_forbidden(*byte));
    let place = text.as_bytes().chunks(BLOCK).position(has_one)?;
    let rest = text.as_bytes().get(place * BLOCK..).unwrap_or_default();
    rest.iter().position(|byte| is_forbidden(*byte)).map(|offset| place * BLOCK + offset)
}

/// Control characters that XML 1.0 does not allow.
fn is_forbidden(byte: u8) -> bool {
    byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')
}

/// What a reference, given without `&` and `;`, means.
///
/// # Errors
/// A message: it means nothing, or a control character.
pub(super) fn unescape_one(reference: &str) -> Result<String, String> {
    if !reference.starts_with('#') {
        let known = resolve_xml_entity(reference).or_else(|| resolve_html5_entity(reference));
        return known.map(str::to_owned).ok_or_else(|| {
            let name = quoted(reference);
            format!("contains the undeclared entity {name}; write the character itself, or &amp; for &")
        });
    }
    let character = match BytesRef::new(reference).resolve_char_ref() {
        Ok(Some(character)) => character,
        _ => return Err(format!("contains {}, which is not a character", quoted(&format!("&{reference};")))),
    };
    if character.is_control() && !matches!(character, '\t' | '\n' | '\r') {
        return Err(format!("contains a reference to the control character U+{:04X}", u32::from(character)));
    }
    Ok(character.to_string())
}

/// An attribute's value with its references resolved.
///
/// # Errors
/// As [`unescape_one`], or a reference has no end.
pub(super) fn unescape(value: &str) -> Result<Cow<'_, str>, String> {
    let Some((before, mut rest)) = value.split_once('&') else { return Ok(Cow::Borrowed(value)) };
    let mut out = before.to_owned();
    loop {
        let (reference, after) =
            rest.split_once(';').ok_or_else(|| "contains & without a closing ; (write &amp;)".to_owned())?;
        out.push_str(&unescape_one(reference)?);
        let Some((plain, more)) = after.split_once('&') else {
            out.push_str(after);
            return Ok(Cow::Owned(out));
        };
        out.push_str(plain);
        rest = more;
    }
}
