//! Lets background threads wake the loop.

use std::fmt;
use std::sync::{Arc, OnceLock};

/// A callback that wakes the loop. Calls before [`Wake::set`] are lost, so results must be checked once after it.
#[derive(Clone, Default)]
pub struct Wake(Arc<OnceLock<Box<dyn Fn() + Send + Sync>>>);

impl Wake {
    /// Sets the callback, once: there is one explorer.
    pub fn set(&self, call: impl Fn() + Send + Sync + 'static) {
        let _ = self.0.set(Box::new(call));
    }

    /// Calls the callback.
    pub fn wake(&self) {
        if let Some(call) = self.0.get() {
            call();
        }
    }
}

impl fmt::Debug for Wake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Wake")
    }
}
