//! Has the program read what we sent? Asked of the kernel, which knows how many bytes wait in each socket's queues.
//!
//! Linux answers for one connection over a netlink socket (`sock_diag(7)`), in microseconds. Where that is not built in,
//! the table in `/proc` says the same, in milliseconds: the kernel walks through all of its hash table to print it.

use socket2::Domain;
use socket2::Protocol;
use socket2::Socket;
use socket2::Type;
use std::io::Read;
use std::net::IpAddr;
use std::net::SocketAddr;
use std::time::Duration;

/// The bytes in a socket's two queues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Queues {
    /// Arrived, and not read by the program yet.
    unread: u32,
    /// Written by the program, and not acknowledged by the other side's kernel yet.
    unacknowledged: u32,
    /// How many bytes have arrived in all, where that is told.
    received: Option<u64>,
}

/// A connection that is no longer known has nothing in its queues.
const EMPTY: Queues = Queues {
    unread: 0,
    unacknowledged: 0,
    received: None,
};

/// What the kernel says of one socket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Found(Queues),
    /// There is no such socket, or the part of the kernel that would know is not there: it says the same in both cases.
    Unknown,
}

impl Answer {
    fn queues(self) -> Queues {
        match self {
            Answer::Found(queues) => queues,
            Answer::Unknown => EMPTY,
        }
    }
}

/// How far the program at the other end of our TCP connection has read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Every byte (and the end of file) that we sent: everything has arrived, and nothing waits in the program's socket.
    pub(crate) is_done: bool,
    /// What changes with every byte that arrives there or is read.
    pub(crate) progress: (u32, u32, Option<u64>),
}

/// Has the program at the other end of our TCP connection read every byte (and the end of file) that we sent?
///
/// `None` where the system does not tell (only Linux does). `sent` is how many bytes we sent, where that is all we did: then the other
/// side's count decides. Otherwise our kernel must have had everything acknowledged, which a system may put off for 40 ms.
pub(crate) fn is_read(ours: SocketAddr, theirs: SocketAddr, sent: Option<u64>) -> Option<bool> {
    reading(ours, theirs, sent).map(|reading| reading.is_done)
}

/// The same, and how far it is.
pub(crate) fn reading(ours: SocketAddr, theirs: SocketAddr, sent: Option<u64>) -> Option<Reading> {
    if !cfg!(target_os = "linux") {
        return None;
    }
    // Our own end is open: a kernel that does not know it does not answer such questions, and the table must tell.
    let (own, other) = match ask(ours, theirs) {
        Some(Answer::Found(queues)) => (queues, ask(theirs, ours)?.queues()),
        Some(Answer::Unknown) | None => (look_up(ours, theirs)?, look_up(theirs, ours)?),
    };
    let has_arrived = own.unacknowledged == 0 || (sent.is_some() && other.received == sent);
    Some(Reading {
        is_done: has_arrived && other.unread == 0,
        progress: (own.unacknowledged, other.unread, other.received),
    })
}

/// Has the system at the other end of our TCP connection acknowledged every byte that we sent? `None` where our own does not tell.
pub(crate) fn is_delivered(ours: SocketAddr, theirs: SocketAddr) -> Option<bool> {
    if !cfg!(target_os = "linux") {
        return None;
    }
    Some(look(ours, theirs)?.unacknowledged == 0)
}

/// How many bytes wait on the way between the program at the other end and us, in both directions and in both systems.
pub(crate) fn held(ours: SocketAddr, theirs: SocketAddr) -> Option<u64> {
    if !cfg!(target_os = "linux") {
        return None;
    }
    let (own, other) = (look(ours, theirs)?, look(theirs, ours)?);
    let all = [
        own.unread,
        own.unacknowledged,
        other.unread,
        other.unacknowledged,
    ];
    Some(all.into_iter().map(u64::from).sum())
}

/// The queues of the one socket with these addresses, from whichever source knows it.
fn look(local: SocketAddr, remote: SocketAddr) -> Option<Queues> {
    match ask(local, remote) {
        Some(Answer::Found(queues)) => Some(queues),
        Some(Answer::Unknown) | None => look_up(local, remote),
    }
}

/// Asks for the one socket with these addresses. `None` where this kernel does not answer such questions.
fn ask(local: SocketAddr, remote: SocketAddr) -> Option<Answer> {
    /// From linux/netlink.h, linux/sock_diag.h and linux/inet_diag.h.
    const AF_NETLINK: i32 = 16;
    const NETLINK_SOCK_DIAG: i32 = 4;
    const NLMSG_ERROR: u16 = 2;
    const LISTENING: u8 = 10;
    const HEADER: usize = 16;
    const UNREAD: usize = HEADER + 56;
    let socket = Socket::new(
        Domain::from(AF_NETLINK),
        Type::DGRAM,
        Some(Protocol::from(NETLINK_SOCK_DIAG)),
    )
    .ok()?;
    socket.set_read_timeout(Some(Duration::from_secs(1))).ok()?;
    socket.send(&question(local, remote)).ok()?;
    let mut answer = [0; 2048];
    let count = (&socket).read(&mut answer).ok()?;
    let answer = answer.get(..count)?;
    let number = |at: usize| Some(u32::from_ne_bytes(answer.get(at..at + 4)?.try_into().ok()?));
    let kind = u16::from_ne_bytes(answer.get(4..6)?.try_into().ok()?);
    if kind == NLMSG_ERROR {
        const ENOENT: i32 = 2;
        return (number(HEADER)?.cast_signed() == -ENOENT).then_some(Answer::Unknown);
    }
    // Where the connection is gone, the kernel answers with the socket that listens on its port, whose queues hold clients.
    if answer.get(HEADER + 1) == Some(&LISTENING) {
        return Some(Answer::Unknown);
    }
    Some(Answer::Found(Queues {
        unread: number(UNREAD)?,
        unacknowledged: number(UNREAD + 4)?,
        received: received(answer),
    }))
}

/// `tcpi_bytes_received` in the answer's `struct tcp_info`, which is one of the attributes behind its `struct inet_diag_msg`.
fn received(answer: &[u8]) -> Option<u64> {
    const FIRST_ATTRIBUTE: usize = 16 + 72;
    const INET_DIAG_INFO: u16 = 2;
    const BYTES_RECEIVED: usize = 128;
    let short = |at: usize| Some(u16::from_ne_bytes(answer.get(at..at + 2)?.try_into().ok()?));
    let mut at = FIRST_ATTRIBUTE;
    loop {
        let (length, kind) = (usize::from(short(at)?), short(at + 2)?);
        if kind == INET_DIAG_INFO {
            let info = answer.get(at + 4..at + length)?;
            let bytes = info.get(BYTES_RECEIVED..BYTES_RECEIVED + 8)?;
            return Some(u64::from_ne_bytes(bytes.try_into().ok()?));
        }
        // Attributes begin at every fourth byte; one without a length would be for ever the next.
        at += length.next_multiple_of(4).max(4);
    }
}

/// A `SOCK_DIAG_BY_FAMILY` request for one TCP socket: a netlink header, then `struct inet_diag_req_v2`.
fn question(local: SocketAddr, remote: SocketAddr) -> Vec<u8> {
    const LENGTH: u32 = 72;
    const SOCK_DIAG_BY_FAMILY: u16 = 20;
    const NLM_F_REQUEST: u16 = 1;
    const IPPROTO_TCP: u8 = 6;
    /// Bit number INET_DIAG_INFO - 1.
    const WITH_INFO: u8 = 2;
    let mut request = Vec::new();
    request.extend(LENGTH.to_ne_bytes());
    request.extend(SOCK_DIAG_BY_FAMILY.to_ne_bytes());
    request.extend(NLM_F_REQUEST.to_ne_bytes());
    request.extend([0; 8]); // Sequence number and port: there is one question only.
    let family = if local.is_ipv4() { 2 } else { 10 };
    request.extend([family, IPPROTO_TCP, WITH_INFO, 0]);
    request.extend(u32::MAX.to_ne_bytes()); // In whatever state.
    request.extend(local.port().to_be_bytes());
    request.extend(remote.port().to_be_bytes());
    for addr in [local, remote] {
        let mut octets = match addr.ip() {
            IpAddr::V4(ip) => ip.octets().to_vec(),
            IpAddr::V6(ip) => ip.octets().to_vec(),
        };
        octets.resize(16, 0);
        request.extend(octets);
    }
    request.extend(0_u32.to_ne_bytes()); // On whatever interface.
    request.extend([0xff; 8]); // No cookie: whichever socket it is.
    request
}

/// The same from the table in `/proc`.
fn look_up(local: SocketAddr, remote: SocketAddr) -> Option<Queues> {
    let table = if local.is_ipv4() {
        "/proc/self/net/tcp"
    } else {
        "/proc/self/net/tcp6"
    };
    let text = std::fs::read_to_string(table).ok()?;
    let (local, remote) = (hexadecimal(local), hexadecimal(remote));
    for line in text.lines().skip(1) {
        let mut fields = line.split_whitespace().skip(1);
        if fields.next() != Some(&local) || fields.next() != Some(&remote) {
            continue;
        }
        let (unacknowledged, unread) = fields.nth(1)?.split_once(':')?;
        return Some(Queues {
            unread: u32::from_str_radix(unread, 16).ok()?,
            unacknowledged: u32::from_str_radix(unacknowledged, 16).ok()?,
            received: None,
        });
    }
    Some(EMPTY)
}

/// An address as the kernel prints it: each 32 bits of it as a number of this machine's byte order.
fn hexadecimal(addr: SocketAddr) -> String {
    let octets = match addr.ip() {
        IpAddr::V4(ip) => ip.octets().to_vec(),
        IpAddr::V6(ip) => ip.octets().to_vec(),
    };
    let mut text = String::new();
    for word in octets.chunks_exact(4) {
        let bytes = [word[0], word[1], word[2], word[3]];
        text.push_str(&format!("{:08X}", u32::from_ne_bytes(bytes)));
    }
    format!("{text}:{:04X}", addr.port())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Deadline;
    use std::io::Write;
    use std::net::TcpListener;
    use std::net::TcpStream;

    fn check(listen_at: &str) {
        let Ok(listener) = TcpListener::bind(listen_at) else {
            return; // A machine without this family has nothing to test.
        };
        let mut client = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        let (mut server, theirs) = listener.accept().unwrap();
        let (ours, peer) = (client.local_addr().unwrap(), client.peer_addr().unwrap());
        assert_eq!(theirs, ours);
        let seen = || is_read(ours, peer, Some(3));
        if !cfg!(target_os = "linux") {
            assert_eq!(seen(), None);
            return;
        }
        client.write_all(b"abc").unwrap();
        assert_eq!(seen(), Some(false));
        assert_eq!(look_up(peer, ours).map(|queues| queues.unread), Some(3));
        // Both sources say the same, where the kernel has both.
        assert!(matches!(
            ask(peer, ours),
            None | Some(Answer::Unknown | Answer::Found(Queues { unread: 3, .. }))
        ));
        server.read_exact(&mut [0; 2]).unwrap();
        assert_eq!(seen(), Some(false));
        server.read_exact(&mut [0; 1]).unwrap();
        // The count says so at once, where the kernel has it; the acknowledgement may come later.
        if matches!(ask(peer, ours), Some(Answer::Found(queues)) if queues.received.is_some()) {
            assert_eq!(seen(), Some(true));
            assert_ne!(is_read(ours, peer, Some(4)), None);
        }
        let soon = Deadline::after(Duration::from_secs(3));
        let acknowledged = || is_read(ours, peer, None).filter(|read| *read);
        assert!(soon.poll(acknowledged).is_some());
        assert_eq!(look_up(peer, ours), Some(EMPTY));
        drop((client, server));
        // The listener is still there, and must not be taken for the connection.
        assert!(soon.poll(|| seen().filter(|read| *read)).is_some());
        drop(listener);
    }

    #[test]
    fn tells_when_the_other_side_has_read_everything() {
        check("127.0.0.1:0");
        check("[::1]:0");
    }
}
