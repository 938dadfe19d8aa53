//! Opens a source's web address in the user's browser. The address is untrusted: it comes from a file.

use std::{io, thread, time::Duration};

use super::helper;
use crate::text::{reason, web};

const OPENER: &str = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
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

/// Opens `address` without blocking, and calls `done` from any thread, with the host if that worked.
pub(crate) fn open(address: &str, done: impl FnOnce(Result<String, OpenError>) + Send + 'static) {
    let host = match web::host(address) {
        Ok(host) => host.to_owned(),
        Err(error) => return done(Err(error.into())),
    };
    let address = address.to_owned();
    // Without a thread nothing is opened, and `done` is not called.
    let _ = thread::Builder::new()
        .spawn(move || run_opener(OPENER, &address, |result| done(result.map(|()| host))));
}

fn run_opener(opener: &str, address: &str, done: impl FnOnce(Result<(), OpenError>)) {
    let mut child = match helper::start(opener, &[address], None) {
        Ok(child) => child,
        Err(error) => return done(Err(OpenError::Start(error))),
    };
    match helper::wait_for(&mut child, PATIENCE) {
        Ok(Some(status)) if !status.success() => done(Err(OpenError::Failed)),
        _ => done(Ok(())),
    }
    let _ = child.wait();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_the_opener_is_reported() {
        run_opener("true", "https://example.org", |result| result.unwrap());
        run_opener("false", "https://example.org", |result| {
            assert!(matches!(result, Err(OpenError::Failed)))
        });
        run_opener("no-such", "https://example.org", |result| {
            assert!(matches!(result, Err(OpenError::Start(_))))
        });
    }
}
