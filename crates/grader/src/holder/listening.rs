//! The listening TCP sockets, asked of the kernel over a netlink socket (`sock_diag(7)`): a fraction of a millisecond, where the
//! table in `/proc` takes ten and more, since the kernel walks through all of its connections to print it.

use super::Endpoint;
use super::table::Socket;
use socket2::Domain;
use socket2::Protocol;
use socket2::Type;
use std::io::Read;
use std::net::IpAddr;
use std::net::Ipv4Addr;
use std::net::Ipv6Addr;
use std::net::SocketAddr;
use std::time::Duration;

const AF_INET: u8 = 2;
const AF_INET6: u8 = 10;
/// Each message begins with its length, its kind and more, in so many bytes.
const HEADER: usize = 16;

/// Every TCP socket that listens. `None` where this kernel does not answer such questions.
pub(super) fn sockets() -> Option<Vec<Socket>> {
    let mut sockets = of_family(AF_INET)?;
    // A kernel without IPv6 has none of these.
    sockets.extend(of_family(AF_INET6).unwrap_or_default());
    Some(sockets)
}

fn of_family(family: u8) -> Option<Vec<Socket>> {
    /// From linux/netlink.h.
    const AF_NETLINK: i32 = 16;
    const NETLINK_SOCK_DIAG: i32 = 4;
    let socket = socket2::Socket::new(
        Domain::from(AF_NETLINK),
        Type::DGRAM,
        Some(Protocol::from(NETLINK_SOCK_DIAG)),
    )
    .ok()?;
    socket.set_read_timeout(Some(Duration::from_secs(1))).ok()?;
    socket.send(&question(family)).ok()?;
    let mut found = Vec::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let count = (&socket).read(&mut buffer).ok()?;
        if take(buffer.get(..count)?, &mut found)? {
            return Some(found);
        }
    }
}

/// A `SOCK_DIAG_BY_FAMILY` request for all that listen: a netlink header, then `struct inet_diag_req_v2`.
fn question(family: u8) -> Vec<u8> {
    const LENGTH: usize = 72;
    const SOCK_DIAG_BY_FAMILY: u16 = 20;
    const NLM_F_REQUEST: u16 = 0x1;
    const NLM_F_DUMP: u16 = 0x300;
    const IPPROTO_TCP: u8 = 6;
    const TCP_LISTEN: u32 = 1 << 10;
    let mut request = Vec::new();
    request.extend((LENGTH as u32).to_ne_bytes());
    request.extend(SOCK_DIAG_BY_FAMILY.to_ne_bytes());
    request.extend((NLM_F_REQUEST | NLM_F_DUMP).to_ne_bytes());
    request.extend([0; 8]); // Sequence number and port: there is one question only.
    request.extend([family, IPPROTO_TCP, 0, 0]);
    request.extend(TCP_LISTEN.to_ne_bytes());
    request.resize(LENGTH, 0); // Whatever its address.
    request
}

/// Reads the messages of one datagram, and says whether the answer is complete. `None` for an error.
fn take(mut datagram: &[u8], found: &mut Vec<Socket>) -> Option<bool> {
    const NLMSG_ERROR: u16 = 2;
    const NLMSG_DONE: u16 = 3;
    while !datagram.is_empty() {
        let length = number(datagram, 0)? as usize;
        let kind = u16::from_ne_bytes(datagram.get(4..6)?.try_into().ok()?);
        let message = datagram.get(HEADER..length)?;
        match kind {
            NLMSG_ERROR => return None,
            // With the error, if any: the part of the kernel that would know may not be there.
            NLMSG_DONE => return (number(message, 0)? == 0).then_some(true),
            _ => found.push(socket(message)?),
        }
        let next = length.next_multiple_of(4).min(datagram.len());
        datagram = datagram.get(next..)?;
    }
    Some(false)
}

/// A `struct inet_diag_msg`.
fn socket(message: &[u8]) -> Option<Socket> {
    const PORT: usize = 4;
    const ADDRESS: usize = 8;
    const USER: usize = 64;
    const INODE: usize = 68;
    let port = u16::from_be_bytes(message.get(PORT..PORT + 2)?.try_into().ok()?);
    let octets: [u8; 16] = message.get(ADDRESS..ADDRESS + 16)?.try_into().ok()?;
    let ip = if *message.first()? == AF_INET {
        let [a, b, c, d, ..] = octets;
        IpAddr::V4(Ipv4Addr::new(a, b, c, d))
    } else {
        IpAddr::V6(Ipv6Addr::from(octets))
    };
    Some(Socket {
        endpoint: Endpoint::Tcp(SocketAddr::new(ip, port)),
        user: Some(number(message, USER)?),
        inode: number(message, INODE)?.into(),
    })
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_ne_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A message with this kind and these contents, as the kernel lays it out.
    fn message(kind: u16, contents: &[u8]) -> Vec<u8> {
        let mut bytes = ((HEADER + contents.len()) as u32).to_ne_bytes().to_vec();
        bytes.extend(kind.to_ne_bytes());
        bytes.resize(HEADER, 0);
        bytes.extend(contents);
        bytes.resize(bytes.len().next_multiple_of(4), 0);
        bytes
    }

    #[test]
    fn an_answer_is_read_to_its_end_and_an_error_is_none() {
        let mut listening = vec![0; 72];
        listening[0] = AF_INET;
        listening[4..6].copy_from_slice(&10000_u16.to_be_bytes());
        listening[8..12].copy_from_slice(&[127, 0, 0, 1]);
        listening[64..68].copy_from_slice(&1000_u32.to_ne_bytes());
        listening[68..72].copy_from_slice(&62647_u32.to_ne_bytes());
        listening.extend([5, 0, 8, 0, 1]); // An attribute behind it.
        let datagram = message(20, &listening).repeat(2);
        let mut found = Vec::new();
        assert_eq!(take(&datagram, &mut found), Some(false));
        let expected = Socket {
            endpoint: Endpoint::Tcp("127.0.0.1:10000".parse().unwrap()),
            user: Some(1000),
            inode: 62647,
        };
        assert_eq!(found, [expected.clone(), expected]);
        assert_eq!(take(&message(3, &[0; 4]), &mut found), Some(true));
        assert_eq!(take(&message(3, &(-2_i32).to_ne_bytes()), &mut found), None);
        assert_eq!(take(&message(2, &[0; 4]), &mut found), None);
        assert_eq!(take(&datagram[..50], &mut found), None);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn the_kernel_and_its_table_say_the_same() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let endpoint = Endpoint::Tcp(listener.local_addr().unwrap());
        let of_table = super::super::table::printed_tcp();
        let known = |sockets: Vec<Socket>| sockets.into_iter().find(|one| one.endpoint == endpoint);
        let expected = known(of_table);
        assert!(expected.is_some());
        // A kernel without this part has the table alone.
        if let Some(sockets) = sockets() {
            assert_eq!(known(sockets), expected);
        }
    }
}
