//! Charts on a page instead of a screen: as text or as a picture, as high as they need, with nothing chosen.

use super::canvas::{Bidi, Look, Page, Symbols};
use super::svg::svg;
use super::theme::Theme;
use super::web_links::WebLinks;
use super::{charts, pictures};
use crate::explore::layout::Area;
use crate::explore::overlays::Overlay;
use crate::explore::{Pane, State};

/// The most rows of a page.
const MOST_ROWS: usize = 4_000;

/// The rows that a chart has besides those of its list.
const BESIDE: usize = 48;

/// A chart on a page.
pub struct ChartPage<'a> {
    /// What the chart is drawn from; its focused pane, or the overlay on top, is what is drawn.
    pub state: &'a State,
    /// The width, in columns.
    pub columns: usize,
}

impl ChartPage<'_> {
    /// The chart as lines of text.
    pub fn lines(&self, symbols: Symbols) -> Vec<String> {
        let page = self.drawn(Theme::Mono, symbols);
        let line = |row: Vec<(&str, _)>| {
            let signs: String = row.into_iter().map(|(sign, _)| sign).collect();
            signs.trim_end().to_owned()
        };
        page.rows().into_iter().map(line).collect()
    }

    /// The chart as SVG; `title` says what it shows.
    pub fn svg(&self, title: &str) -> String {
        let light = self.drawn(Theme::Light, Symbols::Unicode);
        let dark = self.drawn(Theme::Dark, Symbols::Unicode);
        svg(&light.rows(), &dark.rows(), title)
    }

    fn drawn(&self, theme: Theme, symbols: Symbols) -> Page {
        let rows = self.rows().min(MOST_ROWS);
        let mut page = Page::new(self.columns, rows);
        let mut canvas = page.canvas(Look { theme, symbols, web: WebLinks::Text, bidi: Bidi::Terminal });
        let area = Area { x: 0, y: 0, width: self.columns, height: rows };
        match self.state.overlays.last() {
            Some(overlay) => pictures::draw(&mut canvas, self.state, area, overlay),
            None => charts::draw(&mut canvas, self.state, area),
        }
        page
    }

    /// The most rows that the chart can have.
    fn rows(&self) -> usize {
        let list = match self.state.overlays.last() {
            // A map fills the rows that it gets: about twice as wide as high.
            Some(Overlay::Map(view)) => return (view.atlas().sites.len() + 3).max(self.columns / 4),
            Some(overlay) => overlay.panel().rows(&self.state.backdrop()),
            None => match self.state.place.pane {
                Pane::Timeline => 0,
                // Two bars and a blank row each.
                pane => self.state.list(pane).rows.len().saturating_mul(3),
            },
        };
        list + BESIDE
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::overlays::{CoverageTable, FollowUpView, MapView, NetworkView};
    use crate::explore::{charted, pictured};
    use crate::insight::charts::{Atlas, Done, Network};
    use crate::insight::{Order, Subjects, coverage, follow_up, items};
    use crate::model::{Collection, Kind};
    use std::sync::Arc;

    fn built_in() -> Collection {
        Collection::new(vec![Arc::new(crate::data::builtin().unwrap())])
    }

    fn agreements() -> Vec<crate::model::ItemId> {
        items(&built_in(), Kind::Agreement, Order::Usual)
    }

    /// Every chart, with words that are in it.
    fn all(columns: usize) -> Vec<(State, &'static str)> {
        let charts = [
            (Pane::Timeline, "≠ "),
            (Pane::Clauses, "without a sector"),
            (Pane::Sectors, "more facts"),
            (Pane::Memberships, "Different"),
        ];
        let topics = crate::data::builtin_topics().unwrap();
        let partners = Atlas::parties(&built_in(), &agreements(), None);
        let found = coverage(
            &built_in(),
            &topics,
            Subjects::SectorsElseTopics,
            |_| true,
            &crate::data::Meter::default(),
        );
        let pictures = [
            (Overlay::Coverage(CoverageTable::new(&built_in(), found)), "agreements"),
            (
                Overlay::FollowUp(FollowUpView::new(
                    Done::of(&built_in(), follow_up(&built_in()), None),
                    None,
                )),
                "followed",
            ),
            (
                Overlay::Map(MapView::of(
                    &built_in(),
                    [Atlas::parties(&built_in(), &agreements(), Some("KGZ"))],
                )),
                "Azerbaijan",
            ),
            (Overlay::Network(NetworkView::new(Network::of(&partners))), "AZE"),
        ];
        let charts = charts.map(|(pane, words)| (charted(built_in(), pane, None, columns), words));
        let pictures = pictures.map(|(picture, words)| (pictured(built_in(), columns, |_| picture), words));
        charts.into_iter().chain(pictures).collect()
    }

    #[test]
    fn every_chart_is_printed_whole_and_with_nothing_chosen() {
        for columns in [40, 80, 120] {
            for (state, words) in all(columns) {
                let lines = ChartPage { state: &state, columns }.lines(Symbols::Unicode);
                let text = lines.join("\n");
                assert!(text.contains(words), "{words} at {columns}\n{text}");
                assert!(!text.contains('▸'), "{words} at {columns}\n{text}");
                assert!(lines.iter().all(|line| crate::text::width(line) <= columns), "{text}");
                let ascii = ChartPage { state: &state, columns }.lines(Symbols::Ascii).join("\n");
                let own = "─━│┄·●○◐←↓╭╮┬░▒▓█▁▂▃▄▅▆▇…◆→◇□■▲¤✶◎≠×═";
                assert_eq!(ascii.chars().find(|sign| own.contains(*sign)), None, "{ascii}");
            }
        }
    }

    #[test]
    fn every_chart_is_a_picture() {
        for (state, words) in all(120) {
            let picture = ChartPage { state: &state, columns: 120 }.svg("A chart");
            assert!(picture.starts_with("<svg ") && picture.ends_with("</svg>\n"), "{words}");
            assert!(picture.contains("<rect") && picture.contains("prefers-color-scheme: dark"), "{words}");
            assert!(!picture.contains("<script"), "{words}");
        }
    }
}
