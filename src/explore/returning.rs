//! How far the return to the last visit is.

use crate::data::personal::Visit;

/// Whether a visit is to be taken up again.
#[derive(Clone, Debug, Default)]
pub enum Returning {
    /// It was, or the person has begun to do something else.
    #[default]
    Over,
    /// It is being read from the disk.
    Awaited,
    /// Its item is not read yet.
    Known(Box<Visit>),
}
