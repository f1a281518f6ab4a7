//! What the programs of this lesson share: from a name to its addresses, and what it means when that fails.

// The holes need more imports than these; the README lists them.
use dns_lookup::LookupError;
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
    // TODO: dns_lookup::getaddrinfo, with hints that say AI_CANONNAME and one type of socket (else each address comes once for each
    // type). Each answer is a Result. Take the canonical name from the first one, and each address once, in their order.
    todo!("resolve {name}")
}

/// A failed lookup in words: whoever reads them must know whether it is worth while to try again.
pub fn reason(error: &LookupError) -> String {
    // TODO: `name not known`, `try again later`, or what the error says. LookupError has a kind().
    todo!("put into words: {error}")
}
