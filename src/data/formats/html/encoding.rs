//! The encoding that a page declares in its head.

/// As browsers do, only so much of a page is searched.
const HEAD: usize = 4096;

/// The name of the encoding that a page declares: `<meta charset=…>`, `content="…; charset=…"` or `encoding="…"`.
pub(in crate::data::formats) fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes)).to_ascii_lowercase();
    let in_meta = head.split("<meta").skip(1).find_map(|rest| value(rest.split('>').next()?, "charset"));
    let in_xml = || value(head.strip_prefix("<?xml")?.split("?>").next()?, "encoding");
    in_meta.or_else(in_xml).map(str::to_owned)
}

/// What comes after a name and `=`, without quotes.
fn value<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = text.split_once(name)?;
    let value = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    value.split(['"', '\'', ';', ' ', '/', '\n']).next().filter(|value| !value.is_empty())
}
