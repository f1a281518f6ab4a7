//! A check's own domain: names that it makes, and the addresses that they stand for.

use super::loopback;
use super::zone::Entry;
use super::zone::Names;
use super::zone::Record;
use super::zone::Trouble;
use super::zone::ZONE;
use super::zone::Zone;
use super::zone::lock;
use super::zone::pointer_name;
use crate::Verdict;
use crate::failure::Failure;
use std::net::IpAddr;
use std::net::ToSocketAddrs;
use std::sync::Arc;

/// A domain below `lab.test`, for one check alone, and addresses that nobody else uses. Both are free again when it is dropped.
#[derive(Debug)]
pub struct Domain {
    zone: Arc<Zone>,
    names: Arc<Names>,
}

impl Domain {
    pub(super) fn new(zone: Arc<Zone>, names: Arc<Names>) -> Domain {
        Domain { zone, names }
    }

    /// The full name: `www` becomes `www.abcde.lab.test`. Whether it resolves is another matter.
    pub fn name(&self, label: &str) -> String {
        format!("{label}.{}.{ZONE}", self.names.token)
    }

    /// The domain's IPv4 address number `number`, on the loopback: nobody listens there, until a check does.
    pub fn address(&self, number: u8) -> IpAddr {
        loopback::address(self.names.network, number).into()
    }

    /// The domain's IPv6 address number `number`, on the loopback.
    ///
    /// # Errors
    /// `unavailable` where the loopback speaks no IPv6.
    pub fn address_ipv6(&self, number: u8) -> Verdict<IpAddr> {
        if let Err(reason) = &self.zone.ipv6 {
            let why = format!("the loopback takes no IPv6 network ({reason})");
            return Err(Failure::unavailable(why));
        }
        Ok(loopback::address_ipv6(self.names.network, number).into())
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
    }
}
