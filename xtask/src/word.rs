//! `cargo xtask word`: opens the Word documents that the program writes in LibreOffice.
//!
//! Each is made a PDF, which has to have pages and the titles that the document has, and then pictures of its pages to look at,
//! in `target/word`. It needs `soffice` (Debian: `libreoffice-writer-nogui`), `pdftotext` and `pdftoppm` (`poppler-utils`), so it
//! is not among the tests.

use super::{Result, cargo, output, run};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Each document, the command that writes it, and words that it has to show.
const DOCUMENTS: [(&str, &[&str], &[&str]); 4] = [
    (
        "dossier",
        &["export", "--to", "docx"],
        &["Azerbaijan – Kyrgyzstan", "Contents", "Alma-Ata Declaration", "Timeline", "Memberships", "[1]"],
    ),
    (
        "agreement",
        &["export", "--only", "memorandum-2022", "--to", "docx"],
        &["Contents", "Foundations", "Approval in Azerbaijan", "Sources"],
    ),
    (
        "comparison",
        &["compare", "declaration-2022", "memorandum-2022", "--format", "docx"],
        &["All changes rejected, this is the left text", "Foundations", "Continued political dialogue"],
    ),
    (
        "list",
        &["timeline", "--format", "docx"],
        &["address", "date", "title", "First meeting of the presidents"],
    ),
];

/// Writes the documents and opens each.
pub fn check(root: &Path) -> Result<()> {
    let folder = root.join("target/word");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    run(Command::new(cargo()).current_dir(root).args(["build", "--locked", "--package", "accords"]))?;
    let program = root.join("target/debug/accords");
    for (name, command, words) in DOCUMENTS {
        let file = format!("{name}.docx");
        run(Command::new(&program).current_dir(&folder).args(command).args(["-o", &file]))?;
        output(Command::new("soffice").current_dir(&folder).args([
            "--headless",
            "--convert-to",
            "pdf",
            &file,
        ]))?;
        let pdf = format!("{name}.pdf");
        let text = output(Command::new("pdftotext").current_dir(&folder).args([&pdf, "-"]))?;
        let text = String::from_utf8_lossy(&text);
        // A page ends with a form feed.
        let pages = text.matches('\u{c}').count();
        let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(missing) = words.iter().find(|words| !plain.contains(**words)) {
            return Err(format!("{pdf} does not show: {missing}").into());
        }
        run(Command::new("pdftoppm").current_dir(&folder).args(["-r", "60", "-png", &pdf, name]))?;
        println!("{file}: {pages} pages");
    }
    println!("look at {}", folder.display());
    Ok(())
}
