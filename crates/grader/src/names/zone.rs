//! The zone `lab.test`: who has which domain, which names there are, and what they mean.

use super::domain::Domain;
use super::loopback;
use crate::peer::Wire;
use crate::random::Random;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;

/// Everything of the lab is below this name, which no real network has (RFC 6761 keeps `test` for us).
pub(super) const ZONE: &str = "lab.test";
/// The first network of our addresses is 127.64.0.0/24, the last 127.127.255.0/24.
const FIRST_NETWORK: u16 = 0x4000;
const NETWORKS: u16 = 0x4000;

/// All domains that are in use.
#[derive(Debug)]
pub(super) struct Zone {
    /// Whether there are IPv6 addresses for them, or why not.
    pub(super) ipv6: Result<(), String>,
    domains: Mutex<HashMap<String, Arc<Names>>>,
}

/// The names of one domain.
#[derive(Debug)]
pub(super) struct Names {
    /// The domain's own name, without the zone's.
    pub(super) token: String,
    /// The two bytes in the middle of its IPv4 addresses.
    pub(super) network: u16,
    entries: Mutex<HashMap<String, Entry>>,
    /// Where its check writes down what happens.
    pub(super) wire: Wire,
    /// The number of its conversation with the DNS server.
    pub(super) connection: u32,
    /// Set while the check itself asks: its questions are not the program's.
    pub(super) hushed: Mutex<bool>,
}

/// What is known of a name.
#[derive(Debug, Clone)]
pub(super) enum Entry {
    Records(Vec<Record>),
    Trouble(Trouble),
}

/// A record: what a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Record {
    Address(IpAddr),
    Alias(String),
    Pointer(String),
}

/// How a name fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The server answers that it has failed (SERVFAIL): a temporary failure.
    ServerFails,
    /// The server never answers.
    Silence,
}

impl Zone {
    pub(super) fn new(ipv6: Result<(), String>) -> Zone {
        Zone {
            ipv6,
            domains: Mutex::default(),
        }
    }

    /// A domain that nobody else has now. The same random numbers give the same one, where it is free.
    pub(super) fn claim(self: &Arc<Zone>, wire: Wire, random: &mut Random) -> Domain {
        let mut domains = lock(&self.domains);
        loop {
            let token = random.word(5);
            let network = FIRST_NETWORK + (random.number() % u64::from(NETWORKS)) as u16;
            let is_taken = domains.contains_key(&token)
                || domains.values().any(|names| names.network == network);
            if is_taken {
                continue;
            }
            let names = Arc::new(Names {
                token: token.clone(),
                network,
                entries: Mutex::default(),
                connection: wire.transcript.connection(),
                wire,
                hushed: Mutex::default(),
            });
            domains.insert(token, Arc::clone(&names));
            return Domain::new(Arc::clone(self), names);
        }
    }

    pub(super) fn release(&self, token: &str) {
        lock(&self.domains).remove(token);
    }

    /// The domain that a full name, in lower case and without a dot at its end, is in.
    pub(super) fn names_for(&self, name: &str) -> Option<Arc<Names>> {
        let domains = lock(&self.domains);
        if let Some(rest) = name.strip_suffix(ZONE) {
            let token = rest.trim_end_matches('.').rsplit('.').next()?;
            return domains.get(token).cloned();
        }
        let network = loopback::network_of(name)?;
        let is_of_it = |names: &&Arc<Names>| names.network == network;
        domains.values().find(is_of_it).cloned()
    }
}

impl Names {
    pub(super) fn entry(&self, name: &str) -> Option<Entry> {
        lock(&self.entries).get(name).cloned()
    }

    pub(super) fn set(&self, name: &str, entry: Entry) {
        lock(&self.entries).insert(name.to_owned(), entry);
    }

    pub(super) fn is_hushed(&self) -> bool {
        *lock(&self.hushed)
    }
}

/// The name under which DNS keeps what an address is called.
pub(super) fn pointer_name(addr: IpAddr) -> String {
    match addr {
        IpAddr::V4(addr) => {
            let [a, b, c, d] = addr.octets();
            format!("{d}.{c}.{b}.{a}.in-addr.arpa")
        }
        IpAddr::V6(addr) => {
            let digits = addr.octets().into_iter().rev();
            let digits = digits.flat_map(|byte| [byte & 15, byte >> 4]);
            let labels: Vec<String> = digits.map(|digit| format!("{digit:x}")).collect();
            format!("{}.ip6.arpa", labels.join("."))
        }
    }
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_written_backwards() {
        let check = |addr: &str, expected: &str| {
            assert_eq!(pointer_name(addr.parse().unwrap()), expected);
        };
        check("127.64.1.9", "9.1.64.127.in-addr.arpa");
        let zeros = "0.".repeat(24);
        check("fd00::1f", &format!("f.1.0.0.{zeros}0.0.d.f.ip6.arpa"));
    }

    #[test]
    fn a_backward_name_leads_to_its_network() {
        let check = |addr: IpAddr, expected: u16| {
            assert_eq!(loopback::network_of(&pointer_name(addr)), Some(expected));
        };
        check(loopback::address(0x4a7f, 9).into(), 0x4a7f);
        check(loopback::address_ipv6(0x4a7f, 9).into(), 0x4a7f);
    }
}
