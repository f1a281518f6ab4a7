//! What `doctor` looks at in the network: the loopback, the ports of the lessons, the private network and its names.

use super::Finding;
use super::State;
use crate::holder;
use crate::messages::doctor as words;
use crate::messages::holder::held_clause;
use crate::worker;
use grader::holder::Endpoint;
use std::net::TcpListener;
use std::net::TcpStream;
use std::net::UdpSocket;

pub(super) fn loopback() -> Finding {
    match converse("127.0.0.1:0") {
        Ok(()) => Finding::new("loopback", State::Good, words::LOOPBACK),
        Err(error) => Finding::new("loopback", State::Bad, words::no_loopback(&error)),
    }
}

pub(super) fn ipv6() -> Finding {
    match converse("[::1]:0") {
        Ok(()) => Finding::new("IPv6", State::Good, words::IPV6),
        Err(error) => Finding::new("IPv6", State::Missing, words::no_ipv6(&error)),
    }
}

fn converse(addr: &str) -> std::io::Result<()> {
    let listener = TcpListener::bind(addr)?;
    TcpStream::connect(listener.local_addr()?)?;
    listener.accept().map(drop)
}

pub(super) fn default_ports() -> Finding {
    let defaults = holder::defaults();
    let taken = defaults.iter().filter_map(|(lesson, wanted)| {
        let why = why_taken(wanted)?;
        Some(format!("{lesson}'s {wanted} is {why}"))
    });
    let taken: Vec<String> = taken.collect();
    if taken.is_empty() {
        Finding::new("default ports", State::Good, words::FREE_PORTS)
    } else {
        Finding::new("default ports", State::Missing, words::taken_ports(&taken))
    }
}

fn why_taken(wanted: &Endpoint) -> Option<String> {
    let holders = grader::holder::find(wanted);
    if !holders.is_empty() {
        return Some(held_clause(wanted, &holders));
    }
    // A system may keep a port from everybody, though nobody has it.
    let bound = match wanted {
        Endpoint::Tcp(addr) => TcpListener::bind(addr).map(drop),
        Endpoint::Udp(addr) => UdpSocket::bind(addr).map(drop),
        Endpoint::Unix(_) => Ok(()),
    };
    bound.err().map(|error| words::not_to_be_had(&error))
}

pub(super) fn private_network() -> Finding {
    let what = "private network";
    let environment = worker::describe(grader::enter_private_network());
    match environment.reason {
        None => {
            let words = words::private_network(&environment.layers);
            Finding::new(what, State::Good, words)
        }
        Some(reason) => {
            let words = words::no_private_network(&reason, obstacle());
            Finding::new(what, State::Missing, words)
        }
    }
}

/// What keeps Linux from giving us namespaces, as far as the system says.
fn obstacle() -> words::Obstacle {
    let reads = |path: &str, value: &str| {
        std::fs::read_to_string(path).is_ok_and(|text| text.trim() == value)
    };
    if !cfg!(target_os = "linux") {
        words::Obstacle::OtherSystem
    } else if reads(
        "/proc/sys/kernel/apparmor_restrict_unprivileged_userns",
        "1",
    ) {
        words::Obstacle::AppArmor
    } else if reads("/proc/sys/user/max_user_namespaces", "0") {
        words::Obstacle::NoneAllowed
    } else if reads("/proc/sys/kernel/unprivileged_userns_clone", "0") {
        words::Obstacle::NotForUsers
    } else {
        words::Obstacle::Container
    }
}

/// Asked after [`private_network`], in which these names are.
pub(super) fn names() -> Finding {
    let what = "names of lab.test";
    let found = grader::names_are_missing().or_else(|| {
        // From its own hosts file, which also shows that the resolver looks there.
        let found = std::net::ToSocketAddrs::to_socket_addrs(&("the-box", 0));
        Some(words::name_does_not_resolve(&found.err()?))
    });
    match found {
        None => Finding::new(what, State::Good, words::NAMES),
        Some(reason) => Finding::new(what, State::Missing, words::no_names(&reason)),
    }
}
