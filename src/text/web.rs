//! Web addresses. They come from files, so nothing else may be opened or linked.

use std::borrow::Cow;

/// The longest address that is opened or linked, in bytes.
pub const LIMIT: usize = 2_048;

/// Why an address is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Not a web address.
    #[error("only http and https addresses can be opened")]
    Scheme,
    /// No host, or one that is not plain ASCII letters, digits, `.` and `-`.
    #[error("the address has no valid host (a name in other letters must be in its xn-- form)")]
    Host,
    /// A user name before the host, as in `https://bank.example@evil.example`.
    #[error("the address has a user name before the host")]
    UserInfo,
    /// A space, control, invisible or direction-changing character.
    #[error("the address contains a space or an invisible character")]
    Character,
    /// A backslash, which browsers take for a slash and others do not: they would see another host.
    #[error("the address contains a backslash")]
    Backslash,
    /// More than [`LIMIT`] bytes.
    #[error("the address is longer than {LIMIT} bytes")]
    TooLong,
}

/// The host of an address, without its port, if it may be opened: a browser or an opener itself refuses nothing (files,
/// scripts, other schemes).
///
/// # Errors
///
/// The reason why it may not.
pub fn host(address: &str) -> Result<&str, Refused> {
    if address.len() > LIMIT {
        return Err(Refused::TooLong);
    }
    if address.chars().any(is_hidden) {
        return Err(Refused::Character);
    }
    if address.contains('\\') {
        return Err(Refused::Backslash);
    }
    let (scheme, rest) = address.split_once("://").ok_or(Refused::Scheme)?;
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return Err(Refused::Scheme);
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err(Refused::UserInfo);
    }
    let (host, port) = split_port(authority);
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
    if is_host(host) && port.is_none_or(is_port) { Ok(host) } else { Err(Refused::Host) }
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
    address.parse::<core::net::Ipv6Addr>().is_ok()
}

/// Whether a character is invisible, or changes how others are shown.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || character.is_whitespace()
        || matches!(character, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{e0000}'..='\u{e007f}')
}

/// The address in the characters that a link may have, ASCII without signs that end it; `None` if it may not be opened.
pub fn link(address: &str) -> Option<Cow<'_, str>> {
    host(address).ok()?;
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'"' | b'`');
    if address.bytes().all(is_plain) {
        return Some(Cow::Borrowed(address));
    }
    let mut out = String::with_capacity(address.len() + 16);
    for byte in address.bytes() {
        if is_plain(byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    Some(Cow::Owned(out))
}

#[cfg(test)]
mod tests {
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
        use Refused::{Backslash, Character, Host, Scheme, TooLong, UserInfo};
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
            ("https://ok.example\\@evil.example/", Backslash),
            ("https://ok.example\\.evil.example/", Backslash),
            ("https:\\\\evil.example/", Backslash),
            ("https://ok.example/a\\b", Backslash),
            ("https://example.org/a b", Character),
            ("https://example.org/\u{1b}]52;c;eA==\u{7}", Character),
            ("https://example.org/\u{202e}gpj.exe", Character),
            ("https://exam\u{200b}ple.org/", Character),
            (long.as_str(), TooLong),
        ];
        for (bad, reason) in table {
            let error = host(bad).unwrap_err();
            assert_eq!(error, reason, "{bad}");
        }
    }

    #[test]
    fn a_link_is_plain_ascii() {
        for (address, expected) in [
            ("https://example.org/a?b=c#d", Some("https://example.org/a?b=c#d")),
            ("https://example.org/Ж", Some("https://example.org/%D0%96")),
            ("https://example.org/<a>`\"", Some("https://example.org/%3Ca%3E%60%22")),
            ("javascript:alert(1)", None),
            ("https://example.org/\u{1b}\\", None),
            ("https://example.org/\u{9c}", None),
            ("https://example.org/\u{7}", None),
        ] {
            assert_eq!(link(address).as_deref(), expected, "{address}");
        }
    }
}
