//! What a lint is given to tell what it finds.

/// Takes the id of what a lint finds, and what is unusual about it.
pub(super) type Found<'a> = dyn FnMut(&str, String) + 'a;
