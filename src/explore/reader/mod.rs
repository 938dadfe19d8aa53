//! The reader: its page and the position in it. [`lay_out`] turns the page into lines.

mod claims;
mod contents;
mod lay_out;
mod line_builder;
mod page_lines;
mod tables;

pub use lay_out::lay_out;
pub use page_lines::{PageLines, TextLine};

use super::layout::{Area, Share};
use crate::insight::{Fact, Page, Reference, of_item, page, rest_of_package};
use crate::model::{Collection, ItemId, ItemSet};
use std::sync::Arc;

/// The reader: its page and the position in it.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    page: Option<Arc<Page>>,
    links: Arc<[ItemId]>,
    linked: Arc<ItemSet>,
    /// The first line in view.
    pub scroll: usize,
    /// The link that Enter follows.
    pub link: Option<usize>,
    /// The reference in the text that Enter follows, if one was chosen last.
    pub reference: Option<usize>,
    /// The line of the current match.
    pub at_match: Option<usize>,
}

impl Reader {
    /// The reader on an item.
    pub fn of(collection: &Collection, item: ItemId) -> Self {
        let related = of_item(collection, item);
        let linked = related
            .parts()
            .chain(rest_of_package(collection, item))
            .map(|part| ItemId { part, ..item })
            .filter(|other| *other != item)
            .collect();
        let page = page(collection, item).map(|page| Arc::new(page.with_references(collection)));
        let links = page.as_deref().map(targets).unwrap_or_default().into();
        Self { page, links, linked: Arc::new(linked), ..Self::default() }
    }

    /// The item of the page.
    pub fn item(&self) -> Option<ItemId> {
        self.page.as_ref().map(|p| p.item)
    }

    /// Its page.
    pub fn page(&self) -> Option<&Arc<Page>> {
        self.page.as_ref()
    }

    /// The items that are linked to it.
    pub fn linked(&self) -> &ItemSet {
        &self.linked
    }

    /// The targets of the links, in the order of their letters.
    pub fn links(&self) -> &[ItemId] {
        &self.links
    }

    /// The references in the text, in order.
    pub fn references(&self) -> &[Reference] {
        self.page.as_ref().map(|page| page.references.as_slice()).unwrap_or_default()
    }

    /// The reference that Enter follows.
    pub fn chosen_reference(&self) -> Option<&Reference> {
        self.references().get(self.reference?)
    }

    /// The target of the chosen link, else of the chosen reference.
    pub fn chosen(&self) -> Option<ItemId> {
        let link = self.link.and_then(|link| self.links.get(link).copied());
        link.or_else(|| self.chosen_reference().map(|reference| reference.target))
    }
}

/// The targets of a page's links, in the order in which [`lay_out`] numbers them.
pub fn targets(page: &Page) -> Vec<ItemId> {
    let of_fact = |fact: &Fact| match fact {
        Fact::Link { item, .. } => vec![*item],
        Fact::Entry(entry) => vec![entry.item],
        Fact::Source(source) => vec![source.item],
        Fact::Claims(claims) => {
            let sources = claims.sides.iter().flat_map(|side| &side.sources);
            // The page of a dispute does not lead to itself.
            let own = Some(claims.item).filter(|item| *item != page.item);
            own.into_iter().chain(sources.map(|source| source.item)).collect()
        }
        Fact::Words(_) | Fact::Points { .. } | Fact::Web(_) => Vec::new(),
    };
    page.sections.iter().flat_map(|section| &section.facts).flat_map(of_fact).collect()
}

/// The number of lines of a page in view in an area, whose last row is for the address.
pub fn rows_in_view(area: Area) -> usize {
    area.height.saturating_sub(if Share(4, 5).is_left(area.height, 2) { 2 } else { 1 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::{Order, items};
    use crate::model::Kind;

    /// A page with a text that is three words on page 7 and three, of which one is misread, on page 8.
    fn scanned() -> Page {
        let text = "Vessels may pass the Agree111e11t locks.".to_owned();
        let collection = Collection::new(vec![Arc::new(crate::data::builtin().unwrap())]);
        let item = items(&collection, Kind::Clause, Order::Usual)[0];
        let quote = crate::insight::Quote {
            page: Some(7),
            turns: vec![(text.find("the").unwrap(), 8)],
            doubtful: crate::data::documents::misread(&text).collect(),
            text,
            wording: crate::model::Wording::Machine,
            caption: "read by machine",
            cites: String::new(),
        };
        Page {
            quote: Some(quote),
            sections: Vec::new(),
            references: Vec::new(),
            ..page(&collection, item).unwrap()
        }
    }

    #[test]
    fn pages_turn_at_a_rule_and_words_that_look_misread_are_underlined() {
        for width in [20, 40, 76] {
            let lines = lay_out(&scanned(), width, true);
            let shown: Vec<String> = lines
                .iter()
                .map(|line| {
                    let mut pieces = line.pieces.clone();
                    pieces.sort_by_key(|piece| piece.x);
                    assert!(
                        pieces.iter().all(|piece| piece.x + crate::text::width(&piece.text) <= width),
                        "{width}: {line:?}"
                    );
                    pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join("")
                })
                .collect();
            let rule = shown.iter().position(|line| line.contains('┄')).unwrap();
            assert!(shown[rule].ends_with("p 8") && shown[rule + 1].contains("the"), "{shown:?}");
            assert_eq!(shown.iter().any(|line| line.ends_with("p 7")), width > 36, "{shown:?}");
            let doubtful: Vec<&str> = lines
                .iter()
                .flat_map(|line| &line.pieces)
                .filter(|piece| piece.role == crate::explore::Role::Doubt)
                .map(|piece| piece.text.as_str())
                .collect();
            assert_eq!(doubtful.first(), Some(&"Agree111e11t"));
            assert_eq!(doubtful.get(1), (width > 40).then_some(&"underlined"));
        }
    }

    #[test]
    fn a_match_goes_on_over_the_turn_of_a_page() {
        let lines = PageLines::new(lay_out(&scanned(), 60, true));
        let text = "Vessels may pass the Agree111e11t locks.";
        let loaded = crate::data::parse(
            std::path::Path::new("rivers.txt"),
            format!("Article 1\n{text}\nArticle 2\nEnd."),
        );
        let collection = Collection::new(loaded.dossiers);
        let query = crate::search::Query::parse("\"pass the agree111e11t\"");
        let matches = crate::search::Index::build(&collection).search(&collection, &query);
        let highlights = lines.highlights(0..lines.lines().len(), &matches);
        let matched: String = lines
            .lines()
            .iter()
            .zip(&highlights)
            .flat_map(|(line, of_line)| line.pieces.iter().zip(of_line))
            .flat_map(|(piece, ranges)| ranges.iter().map(|range| piece.text.get(range.clone()).unwrap()))
            .collect();
        assert_eq!(matched, "passthe Agree111e11t");
    }

    #[test]
    fn links_are_numbered_alike_at_every_width() {
        let collection = Collection::new(vec![Arc::new(crate::data::builtin().unwrap())]);
        for item in Kind::ALL.iter().flat_map(|kind| items(&collection, *kind, Order::Usual)) {
            let page = page(&collection, item).unwrap();
            for width in [20, 60, 110] {
                let mut links: Vec<usize> = lay_out(&page, width, true)
                    .iter()
                    .flat_map(|line| line.beginning())
                    .map(|(_, link)| link)
                    .collect();
                links.sort_unstable();
                assert_eq!(links, (0..targets(&page).len()).collect::<Vec<_>>(), "{item:?} at {width}");
            }
        }
    }
}
