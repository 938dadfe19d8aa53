//! A folder of 2,000 mixed files: when it can be searched, and when all of it is read.

use super::files;
use accords::data::Loader;
use accords::explore::{Arrival, Intake, Wake};
use accords::search::Worker;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

const FILES: usize = 2000;

/// Of so many files one is a PDF.
const A_PDF_IN: usize = 20;

/// Opens the folder as the explorer does.
pub fn print(folder: &Path) {
    let mixed = std::env::temp_dir().join("accords-read-bench");
    let _ = std::fs::remove_dir_all(&mixed);
    std::fs::create_dir_all(&mixed).unwrap();
    let (mut others, pdfs) = (Vec::new(), files(folder, "pdf"));
    for ending in ["txt", "md", "html", "docx", "csv"] {
        others.extend(files(folder, ending));
    }
    for place in 0..FILES {
        let from = match place % A_PDF_IN {
            0 => &pdfs[place / A_PDF_IN % pdfs.len()],
            _ => &others[place % others.len()],
        };
        let name = from.file_name().unwrap().to_string_lossy();
        std::fs::copy(from, mixed.join(format!("{place:04}-{name}"))).unwrap();
    }
    let begun = Instant::now();
    let worker = Arc::new(Worker::start(|_| ()).unwrap());
    let intake = Intake::start(Loader::new(vec![mixed.clone()]), worker, Wake::default()).unwrap();
    let (mut first, mut searchable, mut is_done) = (None, Vec::new(), false);
    while !is_done || searchable.is_empty() {
        for arrival in intake.arrived() {
            match arrival {
                Arrival::Read { loading, .. } => {
                    first.get_or_insert(begun.elapsed());
                    is_done = loading.is_none();
                }
                Arrival::Indexed(items) => searchable.push((begun.elapsed(), items)),
                _ => {}
            }
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    let read = begun.elapsed();
    println!("\na folder of {FILES} mixed files, one of {A_PDF_IN} a PDF");
    let (early, items) = searchable.iter().find(|(_, items)| *items > 0).copied().unwrap_or_default();
    println!("  first files on the screen after {:.0?}", first.unwrap_or_default());
    println!("  searchable from {early:.0?} on, with {items} items; all read after {read:.1?}");
    std::fs::remove_dir_all(&mixed).unwrap();
}
