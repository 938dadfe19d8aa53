//! The corpora of `../shared`, all opened together, once, since reading them takes seconds.

use crate::optional;
use accords::data::{Loaded, Loader};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The folder with the files of ToTA, and everything opened with it: the built-in dossier, laws, hostile files, ToTA.
pub fn opened() -> Option<&'static (PathBuf, Loaded)> {
    static OPENED: LazyLock<Option<(PathBuf, Loaded)>> = LazyLock::new(|| {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/azerbaijan-kyrgyzstan.json");
        let laws = optional::shared("corpora/akoma-ntoso")?;
        let hostile = optional::shared("hostile/xml")?;
        let tota = optional::tota()?;
        let opened = Loader::new(vec![own, laws, hostile, tota.clone()]).open();
        Some((tota, opened))
    });
    OPENED.as_ref()
}
