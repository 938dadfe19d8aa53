//! What tests use from outside the crate, and do without if it is missing: corpora in `../shared`, programs.

#![allow(dead_code, reason = "each test binary uses a part")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// A file or folder of `../shared`; `None`, which is reported, if it is missing.
pub fn shared(path: &str) -> Option<PathBuf> {
    let full = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path);
    if !full.exists() {
        eprintln!("skipped: {} is not here", full.display());
        return None;
    }
    Some(full)
}

/// The folder with the 450 files of ToTA, unpacked once into the temporary folder of the tests.
pub fn tota() -> Option<PathBuf> {
    static FOLDER: OnceLock<Option<PathBuf>> = OnceLock::new();
    FOLDER
        .get_or_init(|| {
            let archive = shared("corpora/tota/tota-xml.tar.xz")?;
            let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tota");
            if folder.exists() {
                return Some(folder);
            }
            // Tests run at the same time: each unpacks for itself, and the first folder is kept.
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

/// Whether this program can be started; reported if not.
pub fn is_installed(program: &str) -> bool {
    let found = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    let installed = found.is_ok_and(|status| status.success());
    if !installed {
        eprintln!("skipped: {program} is not installed");
    }
    installed
}
