//! From a name to its addresses as it should be, in parts, so that a flawed program replaces just the part with its mistake.

use dns_lookup::AddrInfo;
use dns_lookup::AddrInfoHints;
use dns_lookup::LookupError;
use dns_lookup::LookupErrorKind;
use dns_lookup::SockType;
use std::io;
use std::net::IpAddr;
use std::thread;
use std::time::Duration;

/// Asks getaddrinfo for the canonical name, too.
pub(crate) const AI_CANONNAME: i32 = 2;

/// How often those ask again who never give up: for longer than any check waits.
const TRIES: u32 = 300;
const PAUSE: Duration = Duration::from_millis(100);

/// What a name stands for.
pub(crate) struct Resolved {
    pub(crate) canonical: String,
    pub(crate) addrs: Vec<IpAddr>,
}

/// The canonical name, and every address once.
pub(crate) fn resolve(name: &str) -> Result<Resolved, LookupError> {
    let answers = ask(name, hints())?;
    let mut resolved = with_duplicates(name, &answers);
    resolved.addrs = distinct(&resolved.addrs);
    Ok(resolved)
}

/// Both kinds of addresses, each once if the resolver does not repeat it, and the canonical name.
pub(crate) fn hints() -> AddrInfoHints {
    AddrInfoHints {
        flags: AI_CANONNAME,
        socktype: SockType::Stream.into(),
        ..AddrInfoHints::default()
    }
}

/// Everything that getaddrinfo answers.
pub(crate) fn ask(name: &str, hints: AddrInfoHints) -> Result<Vec<AddrInfo>, LookupError> {
    let answers = dns_lookup::getaddrinfo(Some(name), None, Some(hints))?;
    Ok(answers.collect::<io::Result<Vec<AddrInfo>>>()?)
}

/// The canonical name, and all addresses, however often they come.
pub(crate) fn with_duplicates(name: &str, answers: &[AddrInfo]) -> Resolved {
    let canonical = answers.iter().find_map(|answer| answer.canonname.clone());
    Resolved {
        canonical: canonical.unwrap_or_else(|| name.to_owned()),
        addrs: answers.iter().map(|answer| answer.sockaddr.ip()).collect(),
    }
}

/// Each address once, in the order in which they came.
pub(crate) fn distinct(addrs: &[IpAddr]) -> Vec<IpAddr> {
    let mut found = Vec::new();
    for addr in addrs {
        if !found.contains(addr) {
            found.push(*addr);
        }
    }
    found
}

/// A failed lookup in the lesson's words.
pub(crate) fn reason(error: &LookupError) -> String {
    match error.kind() {
        LookupErrorKind::NoName => "name not known".to_owned(),
        LookupErrorKind::Again => "try again later".to_owned(),
        _ => error.to_string(),
    }
}

/// A line for each address.
pub(crate) fn lines(addrs: &[IpAddr]) -> String {
    addrs
        .iter()
        .map(|addr| format!("address: {addr}\n"))
        .collect()
}

/// Asks again and again while the failure is a temporary one, which is one of the mistakes.
pub(crate) fn insist<T>(ask: impl Fn() -> Result<T, LookupError>) -> Result<T, LookupError> {
    for _ in 0..TRIES {
        match ask() {
            Err(error) if matches!(error.kind(), LookupErrorKind::Again) => thread::sleep(PAUSE),
            done => return done,
        }
    }
    ask()
}
