//! Where the corpora are that tests read beside the crate, if they are there. None of them is part of it.

#![allow(
    dead_code,
    clippy::print_stderr,
    reason = "not every test reads every corpus; what is skipped is told"
)]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// A file or folder beside the crate; none, with a word on it, where it is missing.
pub fn shared(path: &str) -> Option<PathBuf> {
    let full = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path);
    if !full.exists() {
        eprintln!("skipped: {} is not here", full.display());
        return None;
    }
    Some(full)
}

/// The 450 files of ToTA, unpacked once into the folder for temporary files of tests.
pub fn tota() -> Option<PathBuf> {
    static FOLDER: OnceLock<Option<PathBuf>> = OnceLock::new();
    FOLDER
        .get_or_init(|| {
            let archive = shared("corpora/tota/tota-xml.tar.xz")?;
            let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tota");
            if folder.exists() {
                return Some(folder);
            }
            // Tests run at the same time: each unpacks for itself, the first one's folder stays.
            let own = folder.with_extension(std::process::id().to_string());
            std::fs::create_dir_all(&own).ok()?;
            let done = Command::new("tar").arg("-C").arg(&own).arg("-xf").arg(archive).status();
            let unpacked = done.is_ok_and(|status| status.success());
            if unpacked {
                let _ = std::fs::rename(own.join("xml"), &folder);
            }
            let _ = std::fs::remove_dir_all(&own);
            folder.exists().then_some(folder)
        })
        .clone()
}
