//! A check's own domain: names that it makes, and the addresses that they stand for.

use super::zone::Entry;
use super::zone::Names;
use super::zone::Record;
use super::zone::Trouble;
use super::zone::ZONE;
use super::zone::Zone;
use super::zone::address;
use super::zone::lock;
use super::zone::pointer_name;
use crate::Verdict;
use crate::deadline::Deadline;
use crate::failure::Failure;
use std::net::IpAddr;
use std::net::Ipv6Addr;
use std::net::TcpListener;
use std::net::TcpStream;
use std::net::ToSocketAddrs;
use std::sync::Arc;
use std::sync::Mutex;
use std::time::Duration;

/// How long a new address may take until it works, and how long one attempt to see that.
const READY: Duration = Duration::from_secs(10);
const ATTEMPT: Duration = Duration::from_millis(200);

/// A domain below `lab.test`, for one check alone, and addresses that nobody else uses. Both are given back when it is dropped.
#[derive(Debug)]
pub struct Domain {
    zone: Arc<Zone>,
    names: Arc<Names>,
    /// Addresses that `lo` had to be given.
    added: Mutex<Vec<Ipv6Addr>>,
}

impl Domain {
    pub(super) fn new(zone: Arc<Zone>, names: Arc<Names>) -> Domain {
        Domain {
            zone,
            names,
            added: Mutex::default(),
        }
    }

    /// The full name: `www` becomes `www.abcde.lab.test`. Whether it resolves is another matter.
    pub fn name(&self, label: &str) -> String {
        format!("{label}.{}.{ZONE}", self.names.token)
    }

    /// The domain's IPv4 address number `number`, on the loopback: nobody listens there, until a check does.
    pub fn address(&self, number: u8) -> IpAddr {
        address(self.names.network, number).into()
    }

    /// The domain's IPv6 address number `number`, on the loopback.
    ///
    /// # Errors
    /// `unavailable` where the loopback speaks no IPv6.
    pub fn address_ipv6(&self, number: u8) -> Verdict<IpAddr> {
        let (network, number) = (self.names.network, u16::from(number));
        let addr = Ipv6Addr::new(0xfd00, 0x1ab, 0, 0, 0, 0, network, number);
        let mut added = lock(&self.added);
        if !added.contains(&addr) {
            cell::add_to_loopback(addr).map_err(|error| {
                Failure::unavailable(format!("the loopback takes no IPv6 address ({error})"))
            })?;
            added.push(addr);
            // The kernel finishes it in the background: for a moment, the address is there and does not work.
            let works = Deadline::after(READY).poll(|| works(addr).then_some(()));
            works.ok_or_else(|| Failure::broken(format!("{addr} does not work on lo")))?;
        }
        Ok(addr.into())
    }

    /// Makes a name that has these addresses, in this order. Answers with the full name.
    pub fn add(&self, label: &str, addrs: &[IpAddr]) -> String {
        let records = addrs.iter().copied().map(Record::Address).collect();
        self.set(label, Entry::Records(records))
    }

    /// Makes a name that stands for another one (a CNAME record). Answers with the full name.
    pub fn alias(&self, label: &str, target: &str) -> String {
        let record = Record::Alias(self.name(target));
        self.set(label, Entry::Records(vec![record]))
    }

    /// Makes the address lead back to a name (a PTR record). Answers with the full name.
    pub fn point(&self, addr: IpAddr, label: &str) -> String {
        let name = self.name(label);
        let record = Record::Pointer(name.clone());
        self.names
            .set(&pointer_name(addr), Entry::Records(vec![record]));
        name
    }

    /// Makes a name that cannot be resolved now. Answers with the full name.
    pub fn trouble(&self, label: &str, trouble: Trouble) -> String {
        self.set(label, Entry::Trouble(trouble))
    }

    /// The same for the way back from an address.
    pub fn trouble_at(&self, addr: IpAddr, trouble: Trouble) {
        self.names.set(&pointer_name(addr), Entry::Trouble(trouble));
    }

    /// The addresses of a name in the order in which this machine's resolver gives them: it sorts them by rules of its own
    /// (RFC 6724), and everybody who asks it gets the same.
    ///
    /// # Errors
    /// `broken` where it does not resolve.
    pub fn in_resolvers_order(&self, name: &str) -> Verdict<Vec<IpAddr>> {
        *lock(&self.names.hushed) = true;
        let resolved = (name, 0).to_socket_addrs();
        *lock(&self.names.hushed) = false;
        let resolved = resolved.map_err(|error| {
            Failure::broken(format!("our own resolver does not find {name}: {error}"))
        })?;
        let mut addrs = Vec::new();
        for addr in resolved {
            if !addrs.contains(&addr.ip()) {
                addrs.push(addr.ip());
            }
        }
        Ok(addrs)
    }

    fn set(&self, label: &str, entry: Entry) -> String {
        let name = self.name(label);
        self.names.set(&name, entry);
        name
    }
}

impl Drop for Domain {
    fn drop(&mut self) {
        self.zone.release(&self.names.token);
        for addr in lock(&self.added).drain(..) {
            // It ends with the network at the latest.
            let _ = cell::remove_from_loopback(addr);
        }
    }
}

fn works(addr: Ipv6Addr) -> bool {
    let attempt = TcpListener::bind((addr, 0)).and_then(|listener| {
        let addr = listener.local_addr()?;
        TcpStream::connect_timeout(&addr, ATTEMPT)
    });
    attempt.is_ok()
}
