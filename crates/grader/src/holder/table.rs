//! The kernel's tables of sockets (`/proc/net/tcp` and its neighbours): which are there to be connected to, and their inodes.

use super::Endpoint;
use super::listening;
use std::net::IpAddr;
use std::net::Ipv4Addr;
use std::net::Ipv6Addr;
use std::net::SocketAddr;
use std::path::PathBuf;

/// A socket that listens, or that datagrams can be sent to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Socket {
    pub(super) endpoint: Endpoint,
    pub(super) inode: u64,
    /// The number of the user who made it, where the table tells.
    pub(super) user: Option<u32>,
}

/// Of which table a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Tcp,
    Udp,
}

/// Every socket of the same kind, whatever its address.
pub(super) fn sockets_like(wanted: &Endpoint) -> Vec<Socket> {
    match wanted {
        Endpoint::Tcp(_) => tcp(),
        Endpoint::Udp(_) => printed(Kind::Udp),
        Endpoint::Unix(_) => read("unix").lines().filter_map(unix_line).collect(),
    }
}

/// Every socket of the internet's kinds.
pub(super) fn internet_sockets() -> Vec<Socket> {
    let mut sockets = tcp();
    sockets.extend(printed(Kind::Udp));
    sockets
}

fn tcp() -> Vec<Socket> {
    listening::sockets().unwrap_or_else(printed_tcp)
}

/// Every listening TCP socket, from the table as the kernel prints it.
pub(super) fn printed_tcp() -> Vec<Socket> {
    printed(Kind::Tcp)
}

fn printed(kind: Kind) -> Vec<Socket> {
    let names = match kind {
        Kind::Tcp => ["tcp", "tcp6"],
        Kind::Udp => ["udp", "udp6"],
    };
    let tables = names.map(read);
    let lines = tables.iter().flat_map(|table| table.lines());
    lines.filter_map(|line| internet_line(kind, line)).collect()
}

/// A table of the network that this process is in; empty where there is none.
fn read(name: &str) -> String {
    let bytes = std::fs::read(format!("/proc/self/net/{name}")).unwrap_or_default();
    // A path may hold any bytes.
    String::from_utf8_lossy(&bytes).into_owned()
}

/// `0: 0100007F:2710 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000  0 62647 …`
fn internet_line(kind: Kind, line: &str) -> Option<Socket> {
    const LISTENING: &str = "0A";
    let fields: Vec<&str> = line.split_whitespace().collect();
    let addr = socket_addr(fields.get(1)?)?;
    let endpoint = match kind {
        Kind::Tcp if *fields.get(3)? == LISTENING => Endpoint::Tcp(addr),
        Kind::Tcp => return None,
        Kind::Udp => Endpoint::Udp(addr),
    };
    Some(Socket {
        endpoint,
        user: fields.get(7)?.parse().ok(),
        inode: fields.get(9)?.parse().ok()?,
    })
}

/// An address as the kernel prints it: each 32 bits of it as a number of this machine's byte order.
fn socket_addr(text: &str) -> Option<SocketAddr> {
    let (ip, port) = text.split_once(':')?;
    let port = u16::from_str_radix(port, 16).ok()?;
    let mut octets = Vec::new();
    for start in (0..ip.len()).step_by(8) {
        let word = u32::from_str_radix(ip.get(start..start + 8)?, 16).ok()?;
        octets.extend(word.to_ne_bytes());
    }
    let ip = if let Ok(octets) = <[u8; 4]>::try_from(octets.as_slice()) {
        IpAddr::V4(Ipv4Addr::from(octets))
    } else {
        IpAddr::V6(Ipv6Addr::from(
            <[u8; 16]>::try_from(octets.as_slice()).ok()?,
        ))
    };
    Some(SocketAddr::new(ip, port))
}

/// `0000000012345678: 00000002 00000000 00010000 0001 01 62647 /tmp/echo.sock`
fn unix_line(line: &str) -> Option<Socket> {
    /// `__SO_ACCEPTCON` of linux/net.h.
    const LISTENING: u32 = 1 << 16;
    let mut rest = line;
    let mut fields = [""; 7];
    for field in &mut fields {
        let begun = rest.trim_start_matches(' ');
        let (word, behind) = begun.split_once(' ')?;
        (*field, rest) = (word, behind);
    }
    let is_listening = u32::from_str_radix(fields[3], 16).ok()? & LISTENING != 0;
    // An abstract name (`@…`) is no path, and in no file's way.
    if !is_listening || rest.starts_with('@') {
        return None;
    }
    Some(Socket {
        endpoint: Endpoint::Unix(PathBuf::from(rest)),
        user: None,
        inode: fields[6].parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";

    fn check(kind: Kind, line: &str, expected: Option<(&str, u32, u64)>) {
        let expected = expected.map(|(addr, user, inode)| {
            let addr = addr.parse().unwrap();
            Socket {
                endpoint: match kind {
                    Kind::Tcp => Endpoint::Tcp(addr),
                    Kind::Udp => Endpoint::Udp(addr),
                },
                user: Some(user),
                inode,
            }
        });
        assert_eq!(internet_line(kind, line), expected, "{line}");
    }

    #[test]
    #[cfg(target_endian = "little")]
    fn of_tcp_only_listening_sockets_count() {
        check(Kind::Tcp, HEADER, None);
        check(Kind::Tcp, "", None);
        let listening = "   0: 0100007F:2710 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 62647 1 00000000d 100 0 0 10 0";
        check(Kind::Tcp, listening, Some(("127.0.0.1:10000", 1000, 62647)));
        let established = "   1: 0100007F:2710 0100007F:D3A6 01 00000000:00000000 00:00000000 00000000  1000        0 62648 1 00000000d 20 4 30 10 -1";
        check(Kind::Tcp, established, None);
        let wide = "   0: 00000000000000000000000000000000:C350 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 7 1 0 100 0 0 10 0";
        check(Kind::Tcp, wide, Some(("[::]:50000", 0, 7)));
        let loopback = "   0: 00000000000000000000000001000000:C350 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 8 1 0 100 0 0 10 0";
        check(Kind::Tcp, loopback, Some(("[::1]:50000", 0, 8)));
    }

    #[test]
    #[cfg(target_endian = "little")]
    fn of_udp_every_socket_counts() {
        let bound = " 4321: 0100007F:2710 00000000:0000 07 00000000:00000000 00:00000000 00000000  1000        0 62650 2 00000000d 0";
        check(Kind::Udp, bound, Some(("127.0.0.1:10000", 1000, 62650)));
        let connected = " 4321: 0100007F:2710 0100007F:0035 01 00000000:00000000 00:00000000 00000000  1000        0 62651 2 00000000d 0";
        check(Kind::Udp, connected, Some(("127.0.0.1:10000", 1000, 62651)));
    }

    fn check_unix(line: &str, expected: Option<(&str, u64)>) {
        let found = unix_line(line).map(|socket| (socket.endpoint, socket.inode));
        let expected = expected.map(|(path, inode)| (Endpoint::Unix(path.into()), inode));
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn of_unix_sockets_those_count_that_listen_at_a_path() {
        check_unix(
            "Num       RefCount Protocol Flags    Type St Inode Path",
            None,
        );
        let listening = "000000003d0d7df2: 00000002 00000000 00010000 0001 01  1205 /tmp/a name";
        check_unix(listening, Some(("/tmp/a name", 1205)));
        check_unix(
            "000000003d0d7df2: 00000003 00000000 00000000 0001 03  1206 /tmp/a name",
            None,
        );
        check_unix(
            "000000003d0d7df2: 00000002 00000000 00010000 0001 01  1207 @abstract",
            None,
        );
        check_unix(
            "000000003d0d7df2: 00000003 00000000 00000000 0001 03  1208",
            None,
        );
    }
}
