//! `cargo xtask pictures`: makes the pictures of the documentation from frames of the program.
//!
//! A test draws the frames as SVG and holds that they are up to date (`tests/screens/pictures.rs`). The moving one is drawn
//! frame by frame in headless Chromium and put together as an animated PNG, which names the frames that it was made from.
//! It needs `node`, `npm` and Chromium, and the network for the first run.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Result, cargo, run};

const DRAW: &str = include_str!("pictures.mjs");

/// Red, green and blue.
type Colour = [u8; 3];

/// Makes all pictures.
pub fn make(root: &Path) -> Result<()> {
    run(Command::new(cargo()).current_dir(root).env("ACCORDS_WRITE", "1").args([
        "test",
        "--locked",
        "--package",
        "accords",
        "--test",
        "screens",
        "pictures",
        "--",
        "--quiet",
    ]))?;
    let folder = root.join("target/pictures");
    fs::write(folder.join("draw.mjs"), DRAW)?;
    run(Command::new("npm").current_dir(&folder).args([
        "install",
        "--no-save",
        "--silent",
        "playwright-core",
    ]))?;
    run(Command::new("node").current_dir(&folder).arg("draw.mjs"))?;
    let target = root.join("assets/tour.png");
    join(&frames(&folder)?, &fs::read_to_string(folder.join("frames"))?, &target)?;
    println!("{}: {} bytes", target.display(), fs::metadata(&target)?.len());
    Ok(())
}

/// A frame of the moving picture.
struct Frame {
    width: u32,
    height: u32,
    pixels: Vec<Colour>,
    /// How long it is shown, in hundredths of a second.
    time: u16,
}

/// The frames in their order; those that look alike are one.
fn frames(folder: &Path) -> Result<Vec<Frame>> {
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder)? {
        files.push(entry?.path());
    }
    files.retain(|file| file.extension().is_some_and(|ending| ending == "png"));
    files.sort();
    let mut frames: Vec<Frame> = Vec::new();
    for file in files {
        let name = file.file_stem().and_then(|name| name.to_str()).ok_or("a frame without a name")?;
        let time = name.split_once('-').ok_or("a frame without a time")?.1.parse()?;
        let mut decoder = png::Decoder::new(std::io::BufReader::new(File::open(&file)?));
        decoder.set_transformations(png::Transformations::STRIP_16);
        let mut reader = decoder.read_info()?;
        let mut pixels = vec![0; reader.output_buffer_size().ok_or("a frame that is too large")?];
        let info = reader.next_frame(&mut pixels)?;
        let bytes = info.color_type.samples();
        let pixels = pixels.chunks_exact(bytes).map(|pixel| [pixel[0], pixel[1], pixel[2]]);
        let pixels: Vec<Colour> = pixels.collect();
        match frames.last_mut().filter(|last| last.pixels == pixels) {
            Some(last) => last.time += time,
            None => frames.push(Frame { width: info.width, height: info.height, pixels, time }),
        }
    }
    Ok(frames)
}

/// Writes the frames as one animated PNG: of each frame only the rectangle that differs from the one before.
fn join(frames: &[Frame], made_from: &str, target: &Path) -> Result<()> {
    let first = frames.first().ok_or("no frame was drawn")?;
    let palette = Palette::of(frames);
    let mut encoder = png::Encoder::new(BufWriter::new(File::create(target)?), first.width, first.height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(palette.colours.concat());
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_animated(u32::try_from(frames.len())?, 0)?;
    encoder.add_text_chunk("Source".to_owned(), format!("frames {made_from}"))?;
    let mut writer = encoder.write_header()?;
    let mut before: Option<&Frame> = None;
    for frame in frames {
        let (x, y, width, height) = changed(before, frame);
        writer.set_frame_delay(frame.time, 100)?;
        // Each of the two is checked against the other.
        writer.set_frame_position(0, 0)?;
        writer.set_frame_dimension(width, height)?;
        writer.set_frame_position(x, y)?;
        let rows = frame.pixels.chunks_exact(frame.width as usize).skip(y as usize).take(height as usize);
        let part = rows.flat_map(|row| &row[x as usize..(x + width) as usize]);
        writer.write_image_data(&part.map(|colour| palette.place(*colour)).collect::<Vec<u8>>())?;
        before = Some(frame);
    }
    writer.finish()?;
    Ok(())
}

/// The most frequent colours, and the nearest of them to each other one.
struct Palette {
    colours: Vec<Colour>,
    places: HashMap<Colour, u8>,
}

impl Palette {
    fn of(frames: &[Frame]) -> Self {
        let mut counts: HashMap<Colour, usize> = HashMap::new();
        for colour in frames.iter().flat_map(|frame| &frame.pixels) {
            *counts.entry(*colour).or_default() += 1;
        }
        let mut all: Vec<(Colour, usize)> = counts.into_iter().collect();
        all.sort_by_key(|(colour, count)| (Reverse(*count), *colour));
        let colours: Vec<Colour> = all.iter().take(256).map(|(colour, _)| *colour).collect();
        let places = all.iter().map(|(colour, _)| (*colour, nearest(&colours, *colour))).collect();
        Self { colours, places }
    }

    fn place(&self, colour: Colour) -> u8 {
        self.places.get(&colour).copied().unwrap_or_default()
    }
}

fn nearest(colours: &[Colour], wanted: Colour) -> u8 {
    let distance = |colour: &Colour| -> u32 {
        colour.iter().zip(wanted).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
    };
    let places = (0..=u8::MAX).zip(colours);
    places.min_by_key(|(_, colour)| distance(colour)).map_or(0, |(place, _)| place)
}

/// The rectangle in which a frame differs from the one before: column, row, width, height.
fn changed(before: Option<&Frame>, frame: &Frame) -> (u32, u32, u32, u32) {
    let whole = (0, 0, frame.width, frame.height);
    let Some(before) = before else { return whole };
    let (mut left, mut top, mut right, mut bottom) = (frame.width, frame.height, 0, 0);
    let pixels = before.pixels.iter().zip(&frame.pixels).enumerate();
    for (place, _) in pixels.filter(|(_, (old, new))| old != new) {
        let (x, y) = (place as u32 % frame.width, place as u32 / frame.width);
        (left, right) = (left.min(x), right.max(x + 1));
        (top, bottom) = (top.min(y), bottom.max(y + 1));
    }
    if right == 0 { (0, 0, 1, 1) } else { (left, top, right - left, bottom - top) }
}
