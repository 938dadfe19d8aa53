//! `cargo xtask dist [TARGET…]`: packs the program with its manual and completions, for this machine or for other targets, in
//! `target/dist`: an archive each, a Debian package, a list of the software in it, checksums.
//!
//! The same sources give the same archives byte by byte: paths of this machine are left out of the program, and the time of
//! everything is SOURCE_DATE_EPOCH, or that of the commit.
//!
//! `cargo xtask manifests ADDRESS` makes the formula of Homebrew and the manifest of winget for what is there, to be downloaded
//! from that address; `cargo xtask version TAG` says whether a tag, Cargo.toml and the changelog agree.

mod archive;
mod manifests;
mod sbom;
mod version;

pub use manifests::make as manifests;
pub use version::check as version;

use super::{Result, cargo, output, run};
use sha2::{Digest, Sha256};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The completion file of each shell.
const COMPLETIONS: [(&str, &str); 5] = [
    ("bash", "accords.bash"),
    ("zsh", "_accords"),
    ("fish", "accords.fish"),
    ("elvish", "accords.elv"),
    ("powershell", "accords.ps1"),
];

/// The documents beside the program.
const DOCUMENTS: [&str; 6] =
    ["README.md", "CHANGELOG.md", "SECURITY.md", "LICENSE-MIT", "LICENSE-APACHE", "LICENSE-PDF"];

/// The target without any library of the system.
const STATIC: &str = "x86_64-unknown-linux-musl";

/// What is packed, and where.
struct Dist {
    root: PathBuf,
    /// Where everything is put. The list of assets in Cargo.toml names this folder, whatever the target folder is.
    folder: PathBuf,
    version: String,
    /// The time of everything, in seconds since 1970.
    time: u64,
}

/// Packs the program for this machine if no targets are named.
pub fn make(root: &Path, targets: &[&str]) -> Result<()> {
    env::set_current_dir(root)?;
    let dist = Dist {
        root: root.to_owned(),
        folder: root.join("target/dist"),
        version: version::of_cargo(root)?,
        time: time(root)?,
    };
    if dist.folder.exists() {
        fs::remove_dir_all(&dist.folder)?;
    }
    fs::create_dir_all(&dist.folder)?;
    let host = host()?;
    // Manual, completions and the Debian package are made by the program of this machine.
    let here = dist.build(&host)?;
    let files = dist.folder.join("files");
    dist.gather(&here, &files)?;
    let wanted = if targets.is_empty() { vec![host.as_str()] } else { targets.to_vec() };
    for target in wanted {
        dist.pack(target, &files)?;
    }
    fs::copy(&here, files.join("accords"))?;
    dist.deb()?;
    let list = dist.folder.join(format!("accords-{}.cdx.json", dist.version));
    fs::write(&list, sbom::of(root)?)?;
    println!("{}", list.display());
    checksums(&dist.folder)?;
    if !targets.contains(&STATIC) && host != STATIC {
        let installed =
            String::from_utf8(output(Command::new("rustup").args(["target", "list", "--installed"]))?)
                .unwrap_or_default();
        match installed.lines().any(|line| line == STATIC) {
            true => println!("no static program: cargo xtask dist {STATIC} makes one"),
            false => {
                println!("no static program: rustup target add {STATIC}, then cargo xtask dist {STATIC}")
            }
        }
    }
    println!("not made here: programs for macOS and Windows, which .github/workflows/release.yml makes");
    Ok(())
}

impl Dist {
    /// Builds the program for a target.
    fn build(&self, target: &str) -> Result<PathBuf> {
        let home = env::var("CARGO_HOME").or_else(|_| env::var("HOME").map(|home| format!("{home}/.cargo")));
        let mut flags = vec![format!("--remap-path-prefix={}=accords", self.root.display())];
        flags.extend(home.map(|home| format!("--remap-path-prefix={home}=cargo")));
        // A folder of its own, as other flags would build every crate of the usual one again.
        let built = self.root.join("target/dist-build");
        run(Command::new(cargo())
            .args([
                "build",
                "--release",
                "--locked",
                "--package",
                "accords",
                "--target",
                target,
                "--target-dir",
            ])
            .arg(&built)
            .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
            .env("SOURCE_DATE_EPOCH", self.time.to_string()))?;
        Ok(built.join(target).join("release").join(program_of(target)))
    }

    /// Puts everything but the program into a folder.
    fn gather(&self, program: &Path, folder: &Path) -> Result<()> {
        for inner in ["man", "completions", "docs"] {
            fs::create_dir_all(folder.join(inner))?;
        }
        run(Command::new(program).args(["man", "--folder"]).arg(folder.join("man")))?;
        for (shell, file) in COMPLETIONS {
            let script = output(Command::new(program).args(["completions", shell]))?;
            fs::write(folder.join("completions").join(file), script)?;
        }
        for document in DOCUMENTS {
            fs::copy(self.root.join(document), folder.join(document))?;
        }
        for page in fs::read_dir(self.root.join("docs"))? {
            let page = page?;
            fs::copy(page.path(), folder.join("docs").join(page.file_name()))?;
        }
        Ok(())
    }

    /// Packs the program of a target with these files.
    fn pack(&self, target: &str, files: &Path) -> Result<()> {
        let program = self.build(target)?;
        let name = format!("accords-{}-{target}", self.version);
        let mut entries = archive::entries(files)?;
        let own = archive::Entry {
            path: program_of(target).to_owned(),
            bytes: fs::read(program)?,
            is_program: true,
        };
        entries.push(own);
        let (ending, bytes) = match target.contains("windows") {
            true => ("zip", archive::zip(&name, entries)?),
            false => ("tar.gz", archive::tar_gz(&name, entries, self.time)?),
        };
        let file = self.folder.join(format!("{name}.{ending}"));
        fs::write(&file, bytes)?;
        println!("{}", file.display());
        Ok(())
    }

    /// Builds the Debian package of this machine's program if cargo-deb is installed.
    fn deb(&self) -> Result<()> {
        let made = Command::new(cargo()).args(["deb", "--version"]).output();
        if !made.is_ok_and(|output| output.status.success()) {
            println!("no .deb: cargo install cargo-deb");
            return Ok(());
        }
        run(Command::new(cargo())
            .args(["deb", "--no-build", "--locked", "--package", "accords", "--output"])
            .arg(&self.folder)
            .env("SOURCE_DATE_EPOCH", self.time.to_string()))
    }
}

/// The name of the program on a target.
fn program_of(target: &str) -> &'static str {
    if target.contains("windows") { "accords.exe" } else { "accords" }
}

/// The target of this machine.
fn host() -> Result<String> {
    let about = String::from_utf8(output(Command::new("rustc").arg("-vV"))?)?;
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.ok_or("rustc does not tell its host")?.to_owned())
}

/// The time that everything gets: SOURCE_DATE_EPOCH, or that of the commit.
fn time(root: &Path) -> Result<u64> {
    if let Ok(time) = env::var("SOURCE_DATE_EPOCH") {
        return Ok(time.trim().parse()?);
    }
    let time = output(Command::new("git").current_dir(root).args(["log", "-1", "--format=%ct"]))?;
    Ok(String::from_utf8(time)?.trim().parse()?)
}

/// The SHA-256 of some bytes, as `sha256sum` writes it.
fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes the checksums of all files of the folder, which `sha256sum -c` reads.
fn checksums(folder: &Path) -> Result<()> {
    let mut lines = Vec::new();
    for file in fs::read_dir(folder)? {
        let file = file?.path();
        if let Some(name) = file.file_name().and_then(|name| name.to_str()).filter(|_| file.is_file()) {
            lines.push(format!("{}  {name}\n", sha256(&fs::read(&file)?)));
        }
    }
    // By name.
    lines.sort_by(|a, b| a.get(64..).cmp(&b.get(64..)));
    let file = folder.join("SHA256SUMS");
    fs::write(&file, lines.concat())?;
    println!("{}", file.display());
    Ok(())
}
