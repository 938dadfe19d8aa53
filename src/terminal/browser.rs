//! Opens a source's web address in the user's browser. The address is untrusted: it comes from a file.

use std::{io, thread, time::Duration};

use super::helper;
use crate::text::{reason, web};

const OPENER: &str = match () {
    () if cfg!(target_os = "macos") => "open",
    () if cfg!(windows) => "explorer",
    () => "xdg-open",
};
/// An opener that still runs after this time has become the browser itself.
const PATIENCE: Duration = Duration::from_secs(3);

/// Why an address was not opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// It is not one that may be opened.
    #[error("not opened: {0}")]
    Address(#[from] web::Refused),
    /// The opener could not be started.
    #[error("not opened: {OPENER} did not start: {}", reason(.0))]
    Start(io::Error),
    /// The opener ended with an error.
    #[error("not opened: {OPENER} failed; is a browser installed?")]
    Failed,
}

/// Opens `address` without blocking, and calls `failed` from any thread if that does not work.
pub(crate) fn open(address: String, failed: impl FnOnce(OpenError) + Send + 'static) {
    if let Err(refused) = web::host(&address) {
        return failed(refused.into());
    }
    // Without a thread nothing is opened, and `failed` is not called.
    let _ = thread::Builder::new().spawn(move || run_opener(OPENER, &address, failed));
}

fn run_opener(opener: &str, address: &str, failed: impl FnOnce(OpenError)) {
    let started = helper::find(opener).and_then(|program| helper::start(&program, &[address], None));
    let mut child = match started {
        Ok(child) => child,
        Err(error) => return failed(OpenError::Start(error)),
    };
    if let Ok(Some(status)) = helper::wait_for(&mut child, PATIENCE)
        && !status.success()
        // The explorer of Windows always ends with 1.
        && !cfg!(windows)
    {
        failed(OpenError::Failed);
    }
    let _ = child.wait();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_the_opener_is_reported() {
        let opened = |opener| {
            let mut error = None;
            run_opener(opener, "https://example.org", |failed| error = Some(failed));
            error
        };
        assert!(opened("true").is_none());
        assert!(matches!(opened("false"), Some(OpenError::Failed)));
        assert!(matches!(opened("no-such"), Some(OpenError::Start(_))));
    }
}
