//! ZIP archives, in which word processors keep the parts of a document. Nothing is ever written to a path of theirs.

use flate2::read::DeflateDecoder;
use std::collections::BTreeMap;
use std::io::Read;

/// No part may unpack to more bytes than this.
const LARGEST: usize = 64 << 20;

/// The most bytes that one deflated byte unpacks to.
const MOST_DENSE: usize = 1032;

/// No document has more parts.
const MOST: usize = 20_000;

/// An archive whose table of contents has been read.
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    entries: BTreeMap<String, Entry>,
}

struct Entry {
    /// 0: as it is, 8: deflated.
    method: usize,
    packed: usize,
    unpacked: usize,
    checksum: usize,
    offset: usize,
}

/// A part as it was unpacked.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) text: String,
    /// Whether it is damaged, so that only its beginning may be right.
    pub(super) is_damaged: bool,
}

impl<'a> Archive<'a> {
    /// Reads the table of contents.
    ///
    /// # Errors
    /// A message: the archive is damaged, protected, or made to unpack to more than it is.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, String> {
        let cut = || "is cut off or damaged: its table of contents is missing; get it again".to_owned();
        let damaged = || "is damaged: its table of contents cannot be read; get it again".to_owned();
        let end = end_record(bytes).ok_or_else(cut)?;
        let count = number(bytes, end + 10, 2).ok_or_else(cut)?;
        let mut at = number(bytes, end + 16, 4).ok_or_else(cut)?;
        if count > MOST {
            return Err(format!("has more than {MOST} parts, which no document has"));
        }
        let (mut entries, mut ranges) = (BTreeMap::new(), Vec::new());
        for _ in 0..count {
            if bytes.get(at..at + 4) != Some(b"PK\x01\x02") {
                return Err(damaged());
            }
            let field = |offset, width| number(bytes, at + offset, width).ok_or_else(damaged);
            if field(8, 2)? & 1 == 1 {
                return Err("is protected by a password; save it without one".to_owned());
            }
            let (name, extra, comment) = (field(28, 2)?, field(30, 2)?, field(32, 2)?);
            let entry = Entry {
                method: field(10, 2)?,
                checksum: field(16, 4)?,
                packed: field(20, 4)?,
                unpacked: field(24, 4)?,
                offset: field(42, 4)?,
            };
            ranges.push((entry.offset, entry.offset + 30 + name + entry.packed));
            let name = bytes.get(at + 46..at + 46 + name).ok_or_else(damaged)?;
            entries.insert(String::from_utf8_lossy(name).into_owned(), entry);
            at += 46 + name.len() + extra + comment;
        }
        ranges.sort_unstable();
        if ranges.is_sorted_by(|a, b| a.1 <= b.0) {
            Ok(Self { bytes, entries })
        } else {
            Err("has parts that overlap, so that they unpack to more than the file holds".to_owned())
        }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.contains_key(name)
    }

    /// A part as text; `None` if there is none with this name.
    ///
    /// # Errors
    /// A message: the part unpacks to too much, or in a way that is not read.
    pub(super) fn part(&self, name: &str) -> Result<Option<Part>, String> {
        let Some(entry) = self.entries.get(name) else { return Ok(None) };
        let too_large = || format!("has a part ({name}) that unpacks to more than {} MB", LARGEST >> 20);
        if entry.unpacked > LARGEST {
            return Err(too_large());
        }
        let local = |offset| number(self.bytes, entry.offset + offset, 2).unwrap_or(0);
        let begin = entry.offset + 30 + local(26) + local(28);
        let end = begin.saturating_add(entry.packed).min(self.bytes.len());
        let packed = self.bytes.get(begin..end).unwrap_or_default();
        // No file may make this larger than it can unpack to.
        let mut bytes = Vec::with_capacity(entry.unpacked.min(packed.len().saturating_mul(MOST_DENSE)) + 1);
        // What was unpacked before the damage is kept.
        let mut is_damaged = packed.len() < entry.packed;
        match entry.method {
            0 => bytes.extend_from_slice(packed),
            8 => {
                let limit = u64::try_from(LARGEST + 1).unwrap_or(u64::MAX);
                is_damaged |= DeflateDecoder::new(packed).take(limit).read_to_end(&mut bytes).is_err();
            }
            method => {
                return Err(format!("has a part ({name}) packed by method {method}, which is not read"));
            }
        }
        if bytes.len() > LARGEST {
            return Err(too_large());
        }
        let mut checksum = flate2::Crc::new();
        checksum.update(&bytes);
        is_damaged |= usize::try_from(checksum.sum()) != Ok(entry.checksum);
        Ok(Some(Part { text: text(bytes), is_damaged }))
    }
}

/// Parts are UTF-8, or rarely UTF-16 with a mark.
fn text(bytes: Vec<u8>) -> String {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return encoding_rs::UTF_16LE.decode(&bytes).0.into_owned();
    }
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

/// Where the record at the end of the archive begins.
fn end_record(bytes: &[u8]) -> Option<usize> {
    // It has 22 bytes and a comment of at most 65,535.
    let from = bytes.len().saturating_sub(22 + 65_535);
    let found = memchr::memmem::rfind(bytes.get(from..)?, b"PK\x05\x06")?;
    Some(from + found)
}

/// A number of this many bytes, the lowest first.
fn number(bytes: &[u8], at: usize, width: usize) -> Option<usize> {
    let digits = bytes.get(at..at.checked_add(width)?)?;
    Some(digits.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

/// An archive of these parts.
#[cfg(test)]
pub(super) fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    use std::io::Write;
    let (mut bytes, mut contents) = (Vec::new(), Vec::new());
    for (name, text) in parts {
        let mut packed = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
        packed.write_all(text.as_bytes()).unwrap();
        let packed = packed.finish().unwrap();
        let mut checksum = flate2::Crc::new();
        checksum.update(text.as_bytes());
        let number = |n: usize| u32::try_from(n).unwrap().to_le_bytes();
        let length = u16::try_from(name.len()).unwrap().to_le_bytes();
        let mut about = vec![20, 0, 0, 8, 8, 0, 0, 0, 0, 0];
        about.extend(checksum.sum().to_le_bytes());
        about.extend(number(packed.len()));
        about.extend(number(text.len()));
        about.extend(length);
        about.extend([0, 0]);
        contents.extend(b"PK\x01\x02\x14\x00");
        contents.extend(&about);
        contents.extend([0; 10]);
        contents.extend(number(bytes.len()));
        contents.extend(name.as_bytes());
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&about);
        bytes.extend(name.as_bytes());
        bytes.extend(packed);
    }
    let (at, length) = (bytes.len(), contents.len());
    bytes.extend(contents);
    let count = u16::try_from(parts.len()).unwrap().to_le_bytes();
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(count);
    bytes.extend(count);
    bytes.extend(u32::try_from(length).unwrap().to_le_bytes());
    bytes.extend(u32::try_from(at).unwrap().to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_unpacked_and_damage_is_noticed() {
        let mut bytes = zip(&[("a.xml", "hello hello hello"), ("b/c.xml", "other")]);
        let part = Archive::open(&bytes).unwrap().part("a.xml").unwrap().unwrap();
        assert_eq!((part.text.as_str(), part.is_damaged), ("hello hello hello", false));
        assert!(Archive::open(&bytes).unwrap().part("x").unwrap().is_none());
        bytes[38] ^= 0xff;
        let archive = Archive::open(&bytes).unwrap();
        assert!(archive.part("a.xml").unwrap().unwrap().is_damaged);
        assert!(!archive.part("b/c.xml").unwrap().unwrap().is_damaged);
        assert!(Archive::open(&bytes[..bytes.len() - 30]).err().unwrap().contains("cut off or damaged"));
    }

    #[test]
    fn bombs_are_refused() {
        let large = " ".repeat(LARGEST + 1);
        let bytes = zip(&[("a.xml", &large)]);
        assert!(bytes.len() < 1 << 20);
        let refused = Archive::open(&bytes).unwrap().part("a.xml").unwrap_err();
        assert!(refused.contains("unpacks to more than 64 MB"), "{refused}");
        // The same place for two parts: the second entry of the table of contents points at the first part.
        let mut bytes = zip(&[("a.xml", "hello"), ("b.xml", "hello")]);
        let second = memchr::memmem::rfind(&bytes, b"PK\x01\x02").unwrap();
        bytes[second + 42..second + 46].fill(0);
        assert!(Archive::open(&bytes).err().unwrap().contains("overlap"));
    }
}
