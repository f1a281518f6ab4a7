//! What the programs of this lesson share: from a name to its addresses, and what it means when that fails.

use dns_lookup::AddrInfoHints;
use dns_lookup::LookupError;
use dns_lookup::LookupErrorKind;
use std::net::IpAddr;

/// Asks getaddrinfo for the canonical name, too. It has the same value on Linux, macOS and Windows.
pub const AI_CANONNAME: i32 = 2;

/// What a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// The name behind all aliases.
    pub canonical: String,
    /// Every address once, in the resolver's order: the first one is the best one to try.
    pub addrs: Vec<IpAddr>,
}

/// Asks the system's resolver what a name stands for. An address stands for itself.
///
/// # Errors
/// As [`LookupError`] has it; [`reason`] puts it into words.
pub fn resolve(name: &str) -> Result<Resolved, LookupError> {
    // Without a type, getaddrinfo would give each address several times: once for each type of socket.
    let hints = AddrInfoHints {
        flags: AI_CANONNAME,
        socktype: dns_lookup::SockType::Stream.into(),
        ..AddrInfoHints::default()
    };
    let mut resolved = Resolved {
        canonical: name.to_owned(),
        addrs: Vec::new(),
    };
    for answer in dns_lookup::getaddrinfo(Some(name), None, Some(hints))? {
        let answer = answer?;
        // Only the first answer has the canonical name.
        if let Some(canonical) = answer.canonname {
            resolved.canonical = canonical;
        }
        // The same address may still come twice. Sorting would make that easy to see, and would destroy the order.
        let addr = answer.sockaddr.ip();
        if !resolved.addrs.contains(&addr) {
            resolved.addrs.push(addr);
        }
    }
    Ok(resolved)
}

/// A failed lookup in words: whoever reads them must know whether it is worth while to try again.
pub fn reason(error: &LookupError) -> String {
    match error.kind() {
        LookupErrorKind::NoName => "name not known".to_owned(),
        // No server answered, or one said that it has a problem: the name may exist.
        LookupErrorKind::Again => "try again later".to_owned(),
        _ => error.to_string(),
    }
}
