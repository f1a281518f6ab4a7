//! The lab's own names, which resolve in the same way everywhere: files in a private `/etc`, and a DNS server at 127.0.0.53:53
//! for the zone `lab.test`, in which each check that asks gets a domain to itself.

mod dns;
mod domain;
mod loopback;
mod zone;

pub use domain::Domain;
pub use zone::Trouble;

pub(crate) use loopback::bind;

use crate::Verdict;
use crate::failure::Failure;
use crate::peer::Wire;
use crate::random::Random;
use cell::Network;
use std::net::IpAddr;
use std::net::Ipv4Addr;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::OnceLock;
use zone::Zone;

/// Where the DNS server of the lab listens.
const SERVER: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::new(127, 0, 0, 53)), 53);

/// The files in `/etc` from which a resolver learns its names.
const FILES: [(&str, &str); 5] = [
    (
        "hosts",
        "127.0.0.1 localhost\n\
         ::1 localhost ip6-localhost ip6-loopback\n\
         127.0.0.80 box.lab.test box the-box\n",
    ),
    (
        "services",
        "echo 7/tcp\n\
         echo 7/udp\n\
         domain 53/tcp\n\
         domain 53/udp\n\
         http 80/tcp www\n\
         ntp 123/udp\n\
         https 443/tcp\n\
         https 443/udp\n\
         loopback-sum 50000/tcp\n\
         loopback-clock 50037/udp\n",
    ),
    // All lines of a name in `hosts` count, not only the first one.
    ("host.conf", "multi on\n"),
    ("resolv.conf", "nameserver 127.0.0.53\n"),
    (
        "nsswitch.conf",
        "passwd: files\ngroup: files\nhosts: files dns\nservices: files\nprotocols: files\nnetworks: files\n",
    ),
];

/// How many descriptors a process of ours may have: a thousand clients at a time for one check, and as many for another.
const DESCRIPTORS: u64 = 10_000;
/// What became of the attempt to have names of our own: set once, by [`enter_private_network`].
static PREPARED: OnceLock<Result<(), String>> = OnceLock::new();
/// The zone with its server, which starts when a check first asks for it.
static ZONE: OnceLock<Result<Arc<Zone>, String>> = OnceLock::new();

/// Moves this process into a private network, as [`cell::enter_private_network`] does, with the lab's own files in its `/etc`, and
/// with as many descriptors as the checks need, where the system allows.
///
/// Never fails: where there is no private network, or no `/etc` in it, checks that need names of the lab are unavailable.
/// Must be called while the process has a single thread.
pub fn enter_private_network() -> Network {
    // With the limit that most systems begin with, a thousand clients at a time would be too many.
    cell::raise_descriptor_limit(DESCRIPTORS);
    let network = cell::enter_private_network();
    let prepared = match &network {
        Network::Private { .. } => cell::replace_in_etc(&FILES),
        Network::Host { reason } => Err(reason.clone()),
    };
    // Set already only where somebody calls twice, which changes nothing.
    let _ = PREPARED.set(prepared);
    network
}

/// The files that `/etc` holds in a cell: what [`enter_private_network`] puts over the machine's own.
pub fn etc_files() -> &'static [(&'static str, &'static str)] {
    &FILES
}

/// For a process that has been put into a cell by others, with [`etc_files`] in its `/etc`: starts the lab's name server, before any
/// program could take its place.
///
/// # Errors
/// Where the name server cannot be started.
pub fn enter_cell() -> Result<(), String> {
    cell::raise_descriptor_limit(DESCRIPTORS);
    let _ = PREPARED.set(Ok(()));
    zone().map(drop)
}

/// Why there are no names of the lab's own, if there are none: for people who look at what a machine can do.
pub fn names_are_missing() -> Option<String> {
    zone().err()
}

/// A domain for one check, in a part of 127.0.0.0/8 of its own.
pub(crate) fn claim(wire: Wire, random: &mut Random) -> Verdict<Domain> {
    match zone() {
        Ok(zone) => Ok(zone.claim(wire, random)),
        Err(reason) => Err(Failure::unavailable(format!(
            "the names of the lab need a private network ({reason})"
        ))),
    }
}

fn zone() -> Result<Arc<Zone>, String> {
    let prepared = PREPARED.get().cloned();
    prepared.unwrap_or_else(|| Err("this process is in none".to_owned()))?;
    ZONE.get_or_init(|| {
        let zone = Arc::new(Zone::new(loopback::route_ipv6()));
        match dns::serve(&zone, SERVER) {
            Ok(()) => Ok(zone),
            Err(error) => Err(format!("failed to listen on {SERVER}: {error}")),
        }
    })
    .clone()
}
