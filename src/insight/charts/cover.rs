//! Coverage as a picture: agreements down, in groups of years where they are many, and subjects across.

use crate::insight::Coverage;
use crate::model::Collection;
use std::ops::Range;

/// With more agreements than this, they are in groups.
const MANY: usize = 60;

/// Agreements in a row, by date.
#[derive(Clone, Debug)]
pub struct Years {
    /// The years: `1990s`; `undated` for those without a date.
    pub title: String,
    /// The places of the agreements.
    pub places: Range<usize>,
    /// How many of them have a passage on each subject.
    pub sums: Vec<usize>,
}

/// The figures of a coverage.
#[derive(Clone, Debug, Default)]
pub struct Cover {
    /// The groups; none if there are only a few agreements.
    pub groups: Vec<Years>,
    /// The places of the subjects that any agreement has a passage on, in their order.
    pub subjects: Vec<usize>,
    /// The places of the subjects that none has a passage on.
    pub silent: Vec<usize>,
    /// How many agreements have a passage on each subject.
    pub sums: Vec<usize>,
    /// On how many subjects each agreement has a passage.
    pub widths: Vec<usize>,
    /// The most passages of an agreement on a subject.
    pub most: usize,
}

impl Cover {
    /// Counts a coverage once.
    pub fn of(collection: &Collection, coverage: &Coverage) -> Self {
        let down = coverage.agreements.len();
        let mut cover = Self { widths: vec![0; down], ..Self::default() };
        for subject in 0..coverage.subjects.len() {
            let mut sum = 0;
            for (place, width) in cover.widths.iter_mut().enumerate() {
                let passages = coverage.cell(subject, place).len();
                cover.most = cover.most.max(passages);
                sum += usize::from(passages > 0);
                *width += usize::from(passages > 0);
            }
            cover.sums.push(sum);
            let side = if sum > 0 { &mut cover.subjects } else { &mut cover.silent };
            side.push(subject);
        }
        if down > MANY {
            cover.groups = groups(collection, coverage);
        }
        cover
    }
}

/// The agreements by decade; they are in the order of time, undated ones last.
fn groups(collection: &Collection, coverage: &Coverage) -> Vec<Years> {
    let mut groups: Vec<Years> = Vec::new();
    let mut before = None;
    for (place, item) in coverage.agreements.iter().enumerate() {
        let decade = collection.date(*item).map(|date| date.year() / 10 * 10);
        if before != Some(decade) {
            let title = decade.map_or_else(|| "undated".to_owned(), |year| format!("{year}s"));
            let sums = vec![0; coverage.subjects.len()];
            groups.push(Years { title, places: place..place, sums });
            before = Some(decade);
        }
        if let Some(group) = groups.last_mut() {
            group.places.end = place + 1;
            for (subject, sum) in group.sums.iter_mut().enumerate() {
                *sum += usize::from(!coverage.cell(subject, place).is_empty());
            }
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::builtin_topics;
    use crate::insight::{Subjects, coverage};
    use crate::model::Dossier;
    use serde_json::json;
    use std::sync::Arc;

    #[test]
    fn many_agreements_are_in_decades_and_sums_agree() {
        let agreements: Vec<_> = (0..90)
            .map(|i| {
                json!({ "id": format!("a{i}"), "title": "Treaty", "signed": format!("{}-01-02", 1955 + i / 2),
                    "clauses": [{ "id": format!("c{i}"), "heading": if i % 3 == 0 { "Energy" } else { "Peace" },
                        "text": "Text.", "wording": "summary" }] })
            })
            .collect();
        let dossier = json!({ "format": "accords/1", "id": "d", "title": "D", "agreements": agreements });
        let dossier = serde_json::from_value::<Dossier>(dossier).unwrap().arrange();
        let collection = Collection::new(vec![Arc::new(dossier)]);
        let found = coverage(
            &collection,
            &builtin_topics().unwrap(),
            Subjects::SectorsElseTopics,
            |_| true,
            &crate::data::Meter::default(),
        );
        let cover = Cover::of(&collection, &found);
        let titles: Vec<&str> = cover.groups.iter().map(|group| group.title.as_str()).collect();
        assert_eq!(titles, ["1950s", "1960s", "1970s", "1980s", "1990s"]);
        assert_eq!(cover.groups.iter().map(|group| group.places.len()).sum::<usize>(), 90);
        for subject in 0..found.subjects.len() {
            assert_eq!(cover.sums[subject], found.agreements_on(subject));
            assert_eq!(
                cover.groups.iter().map(|group| group.sums[subject]).sum::<usize>(),
                cover.sums[subject]
            );
            assert_eq!(cover.silent.contains(&subject), cover.sums[subject] == 0);
        }
        assert_eq!(cover.widths.iter().sum::<usize>(), cover.sums.iter().sum::<usize>());
        assert!(cover.most > 0 && !cover.subjects.is_empty());
    }
}
