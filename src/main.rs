//! The program: arguments in, exit code out.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use accords::tui::{
    events::Event,
    run::{Effect, Program, run},
};
use ratatui::{Frame, crossterm::event::KeyCode, layout::Rect};

/// A stand-in until the explorer exists: counts keys.
#[derive(Default)]
struct Counter {
    keys: usize,
    pasted: usize,
    news: String,
}

impl Program for Counter {
    fn handle(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Key(key) => {
                self.keys += 1;
                match key.code {
                    KeyCode::Char('q') => return vec![Effect::Quit],
                    KeyCode::Char('Y') => return vec![Effect::Copy("aze-kgz/declaration-2022".into())],
                    _ => {}
                }
            }
            Event::Paste(text) => self.pasted += text.len(),
            Event::WorkerPanic(message) => self.news = message,
            Event::Copied(Ok(way)) => self.news = format!("Copied with {way}"),
            Event::Copied(Err(error)) => self.news = error.to_string(),
            Event::Opened(result) => self.news = format!("{result:?}"),
            Event::Resize | Event::Wake => return vec![],
        }
        vec![Effect::Redraw]
    }

    fn draw(&mut self, frame: &mut Frame) {
        let area = frame.area();
        let Rect { width, height, .. } = area;
        let line = format!("Timeline  keys {}  pasted {}", self.keys, self.pasted);
        frame.render_widget(line.as_str(), area);
        frame.render_widget(self.news.as_str(), Rect { y: 1, ..area }.intersection(area));
        let footer = Rect { y: height.saturating_sub(1), height: 1, ..area }.intersection(area);
        frame.render_widget(format!("q quit  {width}x{height}").as_str(), footer);
    }
}

fn main() -> ExitCode {
    match run(|_waker| Counter::default()) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            let _ = writeln!(io::stderr(), "accords: {error}");
            ExitCode::from(2)
        }
    }
}
