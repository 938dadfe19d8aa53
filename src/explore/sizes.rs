//! Sizes that were set by dragging: kept as shares of the screen, so that they survive a new size of it.

/// What is left of the reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Left {
    /// The four panes.
    #[default]
    Panes,
    /// The library, which needs more columns.
    Library,
}

/// A share of the screen in thousandths.
type Thousandths = u16;

/// The sizes that were set; `None` where the layout decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    /// The columns of the four panes.
    pub width_of_panes: Option<Thousandths>,
    /// The columns of the library.
    pub width_of_library: Option<Thousandths>,
    /// The rows of each of the four panes while another one has the focus.
    pub rows: [Option<Thousandths>; 4],
}

impl Sizes {
    /// The columns of what is left of the reader, of `all` columns.
    pub fn columns(&self, left: Left, all: usize) -> Option<usize> {
        let share = match left {
            Left::Panes => self.width_of_panes,
            Left::Library => self.width_of_library,
        };
        share.map(|share| part(share, all))
    }

    /// Sets the columns of what is left of the reader.
    pub fn set_columns(&mut self, left: Left, columns: usize, all: usize) {
        let share = match left {
            Left::Panes => &mut self.width_of_panes,
            Left::Library => &mut self.width_of_library,
        };
        *share = Some(thousandths(columns, all));
    }

    /// The rows of the pane at this index, of `all` rows.
    pub fn rows(&self, place: usize, all: usize) -> Option<usize> {
        self.rows.get(place).copied().flatten().map(|share| part(share, all).max(1))
    }

    /// Sets the rows of the pane at this index.
    pub fn set_rows(&mut self, place: usize, rows: usize, all: usize) {
        if let Some(share) = self.rows.get_mut(place) {
            *share = Some(thousandths(rows, all));
        }
    }

    /// Whether rows were set for any pane.
    pub fn has_rows(&self) -> bool {
        self.rows.iter().any(Option::is_some)
    }
}

fn part(share: Thousandths, all: usize) -> usize {
    (all * usize::from(share) + 500) / 1_000
}

fn thousandths(part: usize, all: usize) -> Thousandths {
    u16::try_from((part.min(all) * 1_000 + all / 2) / all.max(1)).unwrap_or(1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_that_was_set_is_the_size_that_is_read() {
        for all in [1, 24, 80, 119, 500] {
            for set in 0..=all {
                let mut sizes = Sizes::default();
                sizes.set_columns(Left::Panes, set, all);
                sizes.set_rows(2, set, all);
                assert_eq!(sizes.columns(Left::Panes, all), Some(set), "{set} of {all}");
                assert_eq!(sizes.rows(2, all), Some(set.max(1)), "{set} of {all}");
                assert_eq!((sizes.columns(Left::Library, all), sizes.rows(1, all)), (None, None));
            }
        }
    }
}
