//! Archives that are the same whenever and wherever they are made: sorted, of one time, of nobody.

use crate::Result;
use flate2::{Compression, GzBuilder};
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

/// A file of an archive.
pub struct Entry {
    /// Its path in the archive, with `/`.
    pub path: String,
    pub bytes: Vec<u8>,
    /// Whether it can be run.
    pub is_program: bool,
}

/// All files below a folder.
pub fn entries(folder: &Path) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for found in fs::read_dir(folder)? {
        let found = found?;
        let name =
            found.file_name().into_string().map_err(|name| format!("{name:?} is no name for an archive"))?;
        if !found.path().is_dir() {
            entries.push(Entry { path: name, bytes: fs::read(found.path())?, is_program: false });
            continue;
        }
        for inner in self::entries(&found.path())? {
            entries.push(Entry { path: format!("{name}/{}", inner.path), ..inner });
        }
    }
    Ok(entries)
}

/// A tar archive of this folder with these files, packed by gzip; `time` is that of all files.
pub fn tar_gz(folder: &str, mut entries: Vec<Entry>, time: u64) -> Result<Vec<u8>> {
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    let mut out = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    for entry in entries {
        out.write_all(&header(&format!("{folder}/{}", entry.path), &entry, time)?)?;
        out.write_all(&entry.bytes)?;
        out.write_all(&vec![0; entry.bytes.len().next_multiple_of(512) - entry.bytes.len()])?;
    }
    out.write_all(&[0; 1024])?;
    Ok(out.finish()?)
}

/// The header of a file, as POSIX describes it for ustar.
fn header(path: &str, entry: &Entry, time: u64) -> Result<[u8; 512]> {
    let mut header = [0_u8; 512];
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    if path.len() > 100 {
        return Err(format!("{path} is too long for an archive").into());
    }
    put(0, path.as_bytes());
    put(100, if entry.is_program { b"0000755\0" } else { b"0000644\0" });
    // Root owns all.
    put(108, b"0000000\0");
    put(116, b"0000000\0");
    put(124, format!("{:011o}\0", entry.bytes.len()).as_bytes());
    put(136, format!("{time:011o}\0").as_bytes());
    put(148, b"        ");
    put(156, b"0");
    put(257, b"ustar\x0000");
    put(265, b"root\0");
    put(297, b"root\0");
    let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
    header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    Ok(header)
}

/// A ZIP archive of this folder with these files.
pub fn zip(folder: &str, mut entries: Vec<Entry>) -> Result<Vec<u8>> {
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    for entry in entries {
        let mode = if entry.is_program { 0o755 } else { 0o644 };
        out.start_file(format!("{folder}/{}", entry.path), options.unix_permissions(mode))?;
        out.write_all(&entry.bytes)?;
    }
    Ok(out.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    fn files(is_backwards: bool) -> Vec<Entry> {
        let entry = |(path, bytes, is_program): (&str, &[u8], bool)| Entry {
            path: path.to_owned(),
            bytes: bytes.to_vec(),
            is_program,
        };
        let mut all: Vec<Entry> = [
            ("b/two.txt", &b"two"[..], false),
            ("accords", &[0; 1500], true),
            ("b/one.txt", &[7; 512], false),
        ]
        .map(entry)
        .into();
        if is_backwards {
            all.reverse();
        }
        all
    }

    #[test]
    fn the_order_of_files_does_not_matter() {
        assert!(tar_gz("x", files(false), 5).unwrap() == tar_gz("x", files(true), 5).unwrap());
        assert!(zip("x", files(false)).unwrap() == zip("x", files(true)).unwrap());
        assert!(tar_gz("x", files(false), 5).unwrap() != tar_gz("x", files(false), 6).unwrap());
    }

    #[test]
    fn tar_reads_what_is_packed() {
        let folder = std::env::temp_dir().join(format!("accords-xtask-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("x.tar.gz");
        fs::write(&file, tar_gz("x", files(false), 1_700_000_000).unwrap()).unwrap();
        let listed = Command::new("tar").arg("-tvzf").arg(&file).env("TZ", "UTC").output().unwrap();
        let listed = String::from_utf8(listed.stdout).unwrap();
        let lines: Vec<&str> = listed.lines().collect();
        assert_eq!(lines.len(), 3, "{listed}");
        assert!(lines[0].starts_with("-rwxr-xr-x root/root") && lines[0].ends_with("x/accords"), "{listed}");
        assert!(lines[0].contains("1500 2023-11-14 22:13"), "{listed}");
        assert!(lines[1].starts_with("-rw-r--r--") && lines[1].ends_with("x/b/one.txt"), "{listed}");
        assert!(Command::new("tar").arg("-xzf").arg(&file).current_dir(&folder).status().unwrap().success());
        assert_eq!(fs::read(folder.join("x/b/two.txt")).unwrap(), b"two");
        let back = entries(&folder.join("x")).unwrap();
        assert_eq!(back.len(), 3);
        fs::remove_dir_all(folder).unwrap();
    }
}
