//! What the child may use.

use std::time::Duration;

/// How long reading a PDF may take.
pub(super) const TIME: Duration = Duration::from_secs(20);

/// How much memory reading a PDF may take, in bytes: 1 GiB.
pub(super) const MEMORY: u64 = 1 << 30;

/// Limits this process: memory, time on the processor, no file written, no dump of its memory. Where the system does not
/// keep a limit (macOS that of memory, Windows any), the time that the parent waits is the only one.
#[cfg(unix)]
pub(super) fn set() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    // Later than the parent, who can say why.
    let time = TIME.as_secs() + 2;
    for (resource, limit) in
        [(Resource::As, MEMORY), (Resource::Cpu, time), (Resource::Fsize, 0), (Resource::Core, 0)]
    {
        // One that is already lower stays.
        let maximum = getrlimit(resource).maximum.map_or(limit, |maximum| maximum.min(limit));
        let _ = setrlimit(resource, Rlimit { current: Some(maximum), maximum: Some(maximum) });
    }
    end_with_parent();
}

/// See above.
#[cfg(not(unix))]
pub(super) fn set() {}

/// If the program ends in the middle, the child ends with it; elsewhere than on Linux its time on the processor ends it.
#[cfg(unix)]
fn end_with_parent() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Signal, set_parent_process_death_signal};
        let _ = set_parent_process_death_signal(Some(Signal::KILL));
    }
}
