//! What the explorer shows before the first key.

/// See the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// The panes, at the leading agreement.
    Panes,
    /// The library, since there may be many agreements. If there turns out to be only one, the panes open.
    Library,
}
