//! Opening a source's web address in the user's browser. The address comes from a stranger's file.

use std::{io, thread, time::Duration};

use super::helper;

/// The longest address that is opened, in bytes.
pub const LIMIT: usize = 2_048;
const OPENER: &str = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
/// An opener that still runs after this has become the browser itself.
const PATIENCE: Duration = Duration::from_secs(3);

/// Why an address was not opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Not a web address.
    #[error("not opened: only http and https addresses are")]
    Scheme,
    /// No host, or one that is not plain ASCII letters, digits, `.` and `-`.
    #[error("not opened: the address has no valid host (a name in other letters must be in its xn-- form)")]
    Host,
    /// A user name before the host, as in `https://bank.example@evil.example`.
    #[error("not opened: the address has a user name before the host")]
    UserInfo,
    /// A space, control, invisible or direction-changing character.
    #[error("not opened: the address holds a space or an invisible character")]
    Character,
    /// More than [`LIMIT`] bytes.
    #[error("not opened: the address is longer than {LIMIT} bytes")]
    TooLong,
    /// The opener could not be started.
    #[error("not opened: {OPENER} did not start: {0}")]
    Start(io::Error),
    /// The opener ended with an error.
    #[error("not opened: {OPENER} failed; is there a browser?")]
    Failed,
}

/// Opens `address` and calls `done` once it is known how that went, from any thread; never blocks.
pub(crate) fn open(address: &str, done: impl FnOnce(Result<(), OpenError>) + Send + 'static) {
    if let Err(error) = check(address) {
        return done(Err(error));
    }
    let address = address.to_owned();
    // Without a thread nothing is opened, and nothing says that it was.
    let _ = thread::Builder::new().spawn(move || run_opener(OPENER, &address, done));
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

/// Whether `address` may be given to the opener, which itself refuses nothing (files, scripts, other schemes).
///
/// # Errors
///
/// The reason why not.
pub fn check(address: &str) -> Result<(), OpenError> {
    if address.len() > LIMIT {
        return Err(OpenError::TooLong);
    }
    if address.chars().any(is_unseen) {
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
    if is_host_and_port(authority) { Ok(()) } else { Err(OpenError::Host) }
}

fn is_host_and_port(authority: &str) -> bool {
    let (host, port) = match authority.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, "")) => return is_ipv6(address),
        Some((address, rest)) => match rest.strip_prefix(':') {
            Some(port) if is_ipv6(address) => return port.parse::<u16>().is_ok(),
            _ => return false,
        },
        None => authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port))),
    };
    port.is_none_or(|port| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok())
        && host.bytes().any(|byte| byte.is_ascii_alphanumeric())
        && !host.starts_with(['.', '-'])
        && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
}

fn is_ipv6(address: &str) -> bool {
    address.parse::<std::net::Ipv6Addr>().is_ok()
}

/// Characters that do not show, or that change how others show.
fn is_unseen(character: char) -> bool {
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
            assert!(check(good).is_ok(), "{good}");
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
            let error = check(bad).unwrap_err();
            assert_eq!(discriminant(&error), discriminant(&reason), "{bad}: {error}");
        }
    }

    #[test]
    fn how_the_opener_ended_is_told() {
        run_opener("true", "https://example.org", |result| result.unwrap());
        run_opener("false", "https://example.org", |result| {
            assert!(matches!(result, Err(OpenError::Failed)))
        });
        run_opener("no-such", "https://example.org", |result| {
            assert!(matches!(result, Err(OpenError::Start(_))))
        });
    }
}
