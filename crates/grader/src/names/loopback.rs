//! More addresses on the loopback. Of IPv4 it has all of 127.0.0.0/8; of IPv6 only one address, so a whole network is led to it.
//!
//! A route is there at once. An address that is added is not: the kernel finishes it in the background, on a crowded machine
//! seconds later.

use socket2::Domain;
use socket2::Protocol;
use socket2::Socket;
use socket2::Type;
use std::io;
use std::io::Read;
use std::net::IpAddr;
use std::net::Ipv4Addr;
use std::net::Ipv6Addr;
use std::net::SocketAddr;
use std::time::Duration;

/// The first two groups of our IPv6 addresses: from the block that nobody else on the internet has (RFC 4193).
const PREFIX: [u16; 2] = [0xfd00, 0x1ab];
const PREFIX_BITS: u8 = 32;

/// IPv4 address number `number` of a network of ours.
pub(super) fn address(network: u16, number: u8) -> Ipv4Addr {
    let [high, low] = network.to_be_bytes();
    Ipv4Addr::new(127, high, low, number)
}

/// IPv6 address number `number` of a network of ours.
pub(super) fn address_ipv6(network: u16, number: u8) -> Ipv6Addr {
    let [first, second] = PREFIX;
    Ipv6Addr::new(first, second, 0, 0, 0, 0, network, number.into())
}

/// The network of ours whose address this name is made of, as DNS writes it (backwards).
pub(super) fn network_of(pointer_name: &str) -> Option<u16> {
    let labels = |text: &str, digits: u32| -> Option<Vec<u8>> {
        text.rsplit('.')
            .map(|label| u8::from_str_radix(label, digits).ok())
            .collect()
    };
    if let Some(text) = pointer_name.strip_suffix(".in-addr.arpa") {
        let octets: [u8; 4] = labels(text, 10)?.try_into().ok()?;
        return Some(u16::from_be_bytes([octets[1], octets[2]]));
    }
    let digits = labels(pointer_name.strip_suffix(".ip6.arpa")?, 16)?;
    let group = digits.get(24..28)?;
    Some(
        group
            .iter()
            .fold(0, |sum, digit| sum << 4 | u16::from(*digit)),
    )
}

/// Binds, to an address of the network that is led to the loopback, too: the kernel would refuse it for being none of its own.
pub(crate) fn bind(socket: &Socket, addr: SocketAddr) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    if let IpAddr::V6(ip) = addr.ip()
        && ip.segments().starts_with(&PREFIX)
    {
        socket.set_freebind_v6(true)?;
    }
    socket.bind(&addr.into())
}

/// Leads our IPv6 network to the loopback, in the private network: everything in it is then this machine.
pub(super) fn route_ipv6() -> Result<(), String> {
    /// From linux/netlink.h and linux/rtnetlink.h.
    const AF_NETLINK: i32 = 16;
    const NETLINK_ROUTE: i32 = 0;
    const NLMSG_ERROR: u16 = 2;
    const HEADER: usize = 16;
    if !cell::is_private() {
        return Err("there is no private network".to_owned());
    }
    let ask = || -> io::Result<i32> {
        let protocol = Some(Protocol::from(NETLINK_ROUTE));
        let socket = Socket::new(Domain::from(AF_NETLINK), Type::RAW, protocol)?;
        socket.set_read_timeout(Some(Duration::from_secs(10)))?;
        socket.send(&new_route())?;
        let mut answer = [0; 512];
        let count = (&socket).read(&mut answer)?;
        let kind = answer.get(4..6).map(|kind| [kind[0], kind[1]]);
        let code = answer[..count].get(HEADER..HEADER + 4);
        match (kind.map(u16::from_ne_bytes), code) {
            (Some(NLMSG_ERROR), Some(&[a, b, c, d])) => Ok(-i32::from_ne_bytes([a, b, c, d])),
            _ => Err(io::ErrorKind::InvalidData.into()),
        }
    };
    match ask() {
        Ok(0) => Ok(()),
        Ok(code) => Err(io::Error::from_raw_os_error(code).to_string()),
        Err(error) => Err(error.to_string()),
    }
}

/// `ip -6 route add local fd00:1ab::/32 dev lo` as the kernel reads it: a netlink header, a `struct rtmsg`, two attributes.
fn new_route() -> Vec<u8> {
    const LENGTH: u32 = 16 + 12 + 20 + 8;
    const RTM_NEWROUTE: u16 = 24;
    /// A request that is to be acknowledged, for something that need not be there yet.
    const FLAGS: u16 = 0x1 | 0x4 | 0x400;
    const AF_INET6: u8 = 10;
    const RT_TABLE_LOCAL: u8 = 255;
    const RTPROT_STATIC: u8 = 4;
    const RT_SCOPE_HOST: u8 = 254;
    const RTN_LOCAL: u8 = 2;
    const RTA_DST: u16 = 1;
    const RTA_OIF: u16 = 4;
    /// The number of `lo` in every network of its own.
    const LOOPBACK: u32 = 1;
    let mut message = Vec::new();
    message.extend(LENGTH.to_ne_bytes());
    message.extend(RTM_NEWROUTE.to_ne_bytes());
    message.extend(FLAGS.to_ne_bytes());
    message.extend([0; 8]); // Sequence number and port: there is one request only.
    message.extend([AF_INET6, PREFIX_BITS, 0, 0]);
    message.extend([RT_TABLE_LOCAL, RTPROT_STATIC, RT_SCOPE_HOST, RTN_LOCAL]);
    message.extend([0; 4]);
    message.extend(20_u16.to_ne_bytes());
    message.extend(RTA_DST.to_ne_bytes());
    let [first, second] = PREFIX;
    message.extend(Ipv6Addr::new(first, second, 0, 0, 0, 0, 0, 0).octets());
    message.extend(8_u16.to_ne_bytes());
    message.extend(RTA_OIF.to_ne_bytes());
    message.extend(LOOPBACK.to_ne_bytes());
    message
}
