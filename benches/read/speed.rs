//! How fast each format becomes clauses.

use super::{files, is_installed};
use accords::data::{parse, read_pdf};
use flate2::read::DeflateDecoder;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Prints megabytes of file a second on one core for each format, and what is compared with it.
pub fn print(folder: &Path) {
    println!("\nspeed: files to clauses, one core");
    for (name, ending) in [("text", "txt"), ("Markdown", "md"), ("HTML", "html")] {
        let files = files(folder, ending);
        let read: Vec<(&PathBuf, Vec<u8>)> =
            files.iter().map(|file| (file, std::fs::read(file).unwrap())).collect();
        let size: usize = read.iter().map(|(_, bytes)| bytes.len()).sum();
        let time = on_core(|| read.iter().for_each(|(file, bytes)| drop(parse(file, bytes))));
        println!(
            "  {name:<9} {:>5.2} MB  {:>6.1} MB/s",
            megabytes(size),
            megabytes(size) / time.as_secs_f64()
        );
        beside("rg -c article", size, || run(Command::new("rg").args(["-c", "article"]).args(&files)));
        if ending != "txt" {
            let from = if ending == "md" { "markdown" } else { "html" };
            beside("pandoc -t plain", size, || {
                for file in &files {
                    run(Command::new("pandoc").args(["-f", from, "-t", "plain"]).arg(file));
                }
            });
        }
    }
    large_text(folder);
    word(folder);
    pdf(folder);
}

/// The text of a treaty again and again, as one file of 50 MB: nothing may be quadratic.
fn large_text(folder: &Path) {
    let charter = std::fs::read(folder.join("txt/un-charter-en.txt")).unwrap();
    let all = charter.repeat((50 << 20) / charter.len());
    let mut loaded = None;
    let time = on_core(|| loaded = Some(parse(Path::new("large.txt"), &all)));
    let loaded = loaded.unwrap();
    println!(
        "  one text  {:>5.1} MB  {:>6.1} MB/s  {} clauses",
        megabytes(all.len()),
        megabytes(all.len()) / time.as_secs_f64(),
        loaded.dossiers.iter().map(|dossier| dossier.clause_count()).sum::<usize>()
    );
}

/// Word files beside unpacking them, in this process and as `unzip` does.
fn word(folder: &Path) {
    let files = files(folder, "docx");
    let read: Vec<(&PathBuf, Vec<u8>)> =
        files.iter().map(|file| (file, std::fs::read(file).unwrap())).collect();
    let own = on_core(|| read.iter().for_each(|(file, bytes)| drop(parse(file, bytes))));
    let unpacked: usize = read.iter().flat_map(|(_, bytes)| unpack(bytes)).map(|part| part.len()).sum();
    let inflate = on_core(|| read.iter().for_each(|(_, bytes)| _ = unpack(bytes).len()));
    let least =
        on_core(|| read.iter().for_each(|(_, bytes)| unpack(bytes).iter().for_each(|part| events(part))));
    println!(
        "  Word      {:>5.2} MB unpacked  {:>6.1} MB/s  {own:.1?}, {:.2} x unpacking all parts in memory ({inflate:.1?})",
        megabytes(unpacked),
        megabytes(unpacked) / own.as_secs_f64(),
        own.as_secs_f64() / inflate.as_secs_f64()
    );
    println!(
        "            unpacking and going through the tags of all parts {least:.1?}: \
         {:.2} x unpacking; accords takes {:.2} x that",
        least.as_secs_f64() / inflate.as_secs_f64(),
        own.as_secs_f64() / least.as_secs_f64()
    );
    let each = |program: &str, arguments: &[&str]| {
        best(|| files.iter().for_each(|file| run(Command::new(program).args(arguments).arg(file))))
    };
    let accords = each(env!("CARGO_BIN_EXE_accords"), &["check"]);
    for (program, arguments) in [("unzip", ["-p"].as_slice()), ("pandoc", &["-t", "plain"])] {
        if is_installed(program) {
            let other = each(program, arguments);
            let times = accords.as_secs_f64() / other.as_secs_f64();
            println!(
                "            as commands: accords check {accords:.1?}, {times:.2} x {program} ({other:.1?})"
            );
        }
    }
}

/// Goes through the tags and texts of a part, if it is XML, and does nothing with them.
fn events(part: &[u8]) {
    let Ok(text) = std::str::from_utf8(part) else { return };
    let mut reader = quick_xml::Reader::from_str(text);
    while reader.read_event().is_ok_and(|event| event != quick_xml::events::Event::Eof) {}
}

/// All parts of an archive, unpacked.
fn unpack(archive: &[u8]) -> Vec<Vec<u8>> {
    let number = |at: usize, width: usize| {
        archive[at..at + width].iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte))
    };
    let end = memchr::memmem::rfind(archive, b"PK\x05\x06").unwrap();
    let (count, mut at) = (number(end + 10, 2), number(end + 16, 4));
    let mut parts = Vec::new();
    for _ in 0..count {
        let (packed, local) = (number(at + 20, 4), number(at + 42, 4));
        let begin = local + 30 + number(local + 26, 2) + number(local + 28, 2);
        let mut part = Vec::new();
        match number(at + 10, 2) {
            0 => part.extend_from_slice(&archive[begin..begin + packed]),
            _ => drop(DeflateDecoder::new(&archive[begin..begin + packed]).read_to_end(&mut part).unwrap()),
        }
        parts.push(part);
        at += 46 + number(at + 28, 2) + number(at + 30, 2) + number(at + 32, 2);
    }
    parts
}

/// Each PDF in its child beside `pdftotext`, wall-clock time.
fn pdf(folder: &Path) {
    let files = files(folder, "pdf");
    let has_other = is_installed("pdftotext");
    let (mut own, mut other, mut slowest) = (Duration::ZERO, Duration::ZERO, (0.0, String::new()));
    let mut size = 0;
    for file in &files {
        let bytes = std::fs::read(file).unwrap();
        size += bytes.len();
        let child = best(|| drop(read_pdf(&bytes)));
        own += child;
        if has_other {
            let text = best(|| run(Command::new("pdftotext").arg("-layout").arg(file).arg("-")));
            other += text;
            let times = child.as_secs_f64() / text.as_secs_f64();
            if times > slowest.0 {
                let name = file.file_name().unwrap().to_string_lossy();
                slowest = (times, format!("{name} {child:.1?} beside {text:.1?}"));
            }
        }
    }
    println!(
        "  PDF       {:>5.2} MB in {} files, each in its child  {own:.1?}",
        megabytes(size),
        files.len()
    );
    if has_other {
        let times = own.as_secs_f64() / other.as_secs_f64();
        println!(
            "            {times:.2} x pdftotext -layout ({other:.1?}); most {:.2} x: {}",
            slowest.0, slowest.1
        );
    }
}

fn beside(command: &str, size: usize, work: impl FnMut()) {
    if is_installed(command.split(' ').next().unwrap()) {
        let time = best(work);
        println!("            {command}: {:.1} MB/s", megabytes(size) / time.as_secs_f64());
    }
}

fn run(command: &mut Command) {
    let _ = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
}

/// The shortest wall-clock time of several runs, of which there are fewer if they are long.
fn best(work: impl FnMut()) -> Duration {
    let begun = Instant::now();
    shortest(move || begun.elapsed(), work)
}

/// The shortest time of several runs that this thread had a core: others may be at work on the machine.
fn on_core(work: impl FnMut()) -> Duration {
    let clock = || {
        let times = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
        Duration::from_nanos(times.split(' ').next().unwrap().parse().unwrap())
    };
    shortest(clock, work)
}

/// Nothing shorter is timed.
const SHORTEST: Duration = Duration::from_millis(200);

fn shortest(clock: impl Fn() -> Duration, mut work: impl FnMut()) -> Duration {
    // A clock of the system may have ticks of some milliseconds.
    let begun = Instant::now();
    work();
    let times =
        (SHORTEST.as_secs_f64() / begun.elapsed().as_secs_f64().max(1e-9)).ceil().clamp(1.0, 1000.0) as u32;
    let mut best = Duration::MAX;
    let begun = Instant::now();
    for round in 0..20 {
        let start = clock();
        (0..times).for_each(|_| work());
        best = best.min((clock() - start) / times);
        if round >= 2 && begun.elapsed() > Duration::from_secs(2) {
            break;
        }
    }
    best
}

fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}
