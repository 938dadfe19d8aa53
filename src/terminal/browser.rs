//! Opens a source's web address in the user's browser. The address is untrusted: it comes from a file.

use std::{io, thread, time::Duration};

use super::helper;
use crate::text::reason;

/// The longest address that is opened, in bytes.
pub const LIMIT: usize = 2_048;
const OPENER: &str = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
/// An opener that still runs after this time has become the browser itself.
const PATIENCE: Duration = Duration::from_secs(3);

/// Why an address was not opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Not a web address.
    #[error("not opened: only http and https addresses can be opened")]
    Scheme,
    /// No host, or one that is not plain ASCII letters, digits, `.` and `-`.
    #[error("not opened: the address has no valid host (a name in other letters must be in its xn-- form)")]
    Host,
    /// A user name before the host, as in `https://bank.example@evil.example`.
    #[error("not opened: the address has a user name before the host")]
    UserInfo,
    /// A space, control, invisible or direction-changing character.
    #[error("not opened: the address contains a space or an invisible character")]
    Character,
    /// More than [`LIMIT`] bytes.
    #[error("not opened: the address is longer than {LIMIT} bytes")]
    TooLong,
    /// The opener could not be started.
    #[error("not opened: {OPENER} did not start: {}", reason(.0))]
    Start(io::Error),
    /// The opener ended with an error.
    #[error("not opened: {OPENER} failed; is a browser installed?")]
    Failed,
}

/// Opens `address` without blocking, and calls `done` from any thread, with the host if that worked.
pub(crate) fn open(address: &str, done: impl FnOnce(Result<String, OpenError>) + Send + 'static) {
    let host = match host(address) {
        Ok(host) => host.to_owned(),
        Err(error) => return done(Err(error)),
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

/// The host of an address, without its port, if it may be given to the opener, which itself refuses nothing (files,
/// scripts, other schemes).
///
/// # Errors
///
/// The reason why it may not.
pub fn host(address: &str) -> Result<&str, OpenError> {
    if address.len() > LIMIT {
        return Err(OpenError::TooLong);
    }
    if address.chars().any(is_hidden) {
        return Err(OpenError::Character);
    }
    let (scheme, rest) = address.split_once("://").ok_or(OpenError::Scheme)?;
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return Err(OpenError::Scheme);
    }
    // Browsers take a backslash for a slash; a checker that does not would see another host.
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err(OpenError::UserInfo);
    }
    let (host, port) = split_port(authority);
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
    if is_host(host) && port.is_none_or(is_port) { Ok(host) } else { Err(OpenError::Host) }
}

fn split_port(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        // A colon within brackets is part of an IPv6 address.
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (authority, None),
    }
}

fn is_host(host: &str) -> bool {
    if let Some(address) = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return is_ipv6(address);
    }
    host.bytes().any(|byte| byte.is_ascii_alphanumeric())
        && !host.starts_with(['.', '-'])
        && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
}

fn is_ipv6(address: &str) -> bool {
    address.parse::<std::net::Ipv6Addr>().is_ok()
}

/// Whether a character is invisible, or changes how others are shown.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || character.is_whitespace()
        || matches!(character, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use std::mem::discriminant;

    use super::*;

    #[test]
    fn web_addresses_pass() {
        for good in [
            "https://president.az/en/articles/view/55788",
            "HTTP://example.org",
            "https://example.org:8443/a?b=c&d=;$(x)#e",
            "https://127.0.0.1/",
            "https://[2001:db8::1]:80/",
            "https://wikihandbk.com/wiki/Английская_Википедия:Interpol",
            "https://example.org/@user?mail=a@b",
            "https://xn--80aab1b.xn--p1ai/",
        ] {
            assert!(host(good).is_ok(), "{good}");
        }
    }

    #[test]
    fn the_host_is_named_without_its_port() {
        for (address, expected) in [
            ("https://president.az/en", "president.az"),
            ("https://example.org:8443/a", "example.org"),
            ("https://[2001:db8::1]:80/", "[2001:db8::1]"),
            ("https://[2001:db8::1]?q", "[2001:db8::1]"),
        ] {
            assert_eq!(host(address).unwrap(), expected);
        }
    }

    #[test]
    fn everything_else_is_refused_with_its_reason() {
        use OpenError::{Character, Host, Scheme, TooLong, UserInfo};
        let long = format!("https://example.org/{}", "a".repeat(LIMIT));
        let table = [
            ("", Scheme),
            ("/etc/passwd", Scheme),
            ("example.org", Scheme),
            ("file:///etc/passwd", Scheme),
            ("javascript:alert(1)", Scheme),
            ("javascript://example.org/%0aalert(1)", Scheme),
            ("-https://example.org", Scheme),
            ("https:/example.org", Scheme),
            ("https://", Host),
            ("https:///path", Host),
            ("https://?x", Host),
            ("https://:80/", Host),
            ("https://example.org:port/", Host),
            ("https://example.org:99999/", Host),
            ("https://-x.org/", Host),
            ("https://аpple.com/", Host),
            ("https://a%2eb/", Host),
            ("https://[::1/", Host),
            ("https://[::1]x/", Host),
            ("https://bank.example@evil.example/", UserInfo),
            ("https://evil.example\\@bank.example/\u{7f}", Character),
            ("https://example.org/a b", Character),
            ("https://example.org/\u{1b}]52;c;eA==\u{7}", Character),
            ("https://example.org/\u{202e}gpj.exe", Character),
            ("https://exam\u{200b}ple.org/", Character),
            (long.as_str(), TooLong),
        ];
        for (bad, reason) in table {
            let error = host(bad).unwrap_err();
            assert_eq!(discriminant(&error), discriminant(&reason), "{bad}: {error}");
        }
    }

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
