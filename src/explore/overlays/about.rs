//! The overview: what is open, and every point where its sources disagree.

use super::panel::{Backdrop, Entered};
use super::pick::{Pick, PickList};
use crate::insight::{Order, items};
use crate::model::{Collection, ItemId, Kind};

/// The overview.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// The filter and the chosen dispute.
    pub pick: Pick,
}

impl About {
    /// The disputes whose topics contain the filter.
    pub fn disputes(&self, collection: &Collection) -> Vec<ItemId> {
        let typed = self.pick.line.text().trim().to_lowercase();
        let holds = |item: &ItemId| {
            let topic = collection.title(*item);
            topic.is_some_and(|topic| typed.is_empty() || topic.to_lowercase().contains(&typed))
        };
        items(collection, Kind::Dispute, Order::Usual).into_iter().filter(holds).collect()
    }
}

impl PickList for About {
    const TITLE: &'static str = "Overview";

    fn pick(&mut self) -> &mut Pick {
        &mut self.pick
    }

    fn len(&self, backdrop: &Backdrop<'_>) -> usize {
        self.disputes(backdrop.collection).len()
    }

    fn choose(&mut self, backdrop: &Backdrop<'_>) -> Entered {
        let disputes = self.disputes(backdrop.collection);
        disputes.get(self.pick.chosen).map_or(Entered::Nothing, |item| Entered::GoTo(*item))
    }
}
