//! Lets threads in the background ask that their results be looked at.

use std::fmt;
use std::sync::{Arc, OnceLock};

/// A call to whoever waits for results. Calls before anybody waits are lost, so what has arrived is looked at once after
/// [`Wake::set`].
#[derive(Clone, Default)]
pub struct Wake(Arc<OnceLock<Box<dyn Fn() + Send + Sync>>>);

impl Wake {
    /// From now on, this is called. Set once: there is one explorer.
    pub fn set(&self, call: impl Fn() + Send + Sync + 'static) {
        let _ = self.0.set(Box::new(call));
    }

    /// Asks for a look.
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
