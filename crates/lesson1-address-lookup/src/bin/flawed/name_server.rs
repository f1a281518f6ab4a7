//! Asks the name server by hand, over UDP: a way past the system's resolver, and past all that it knows.

use crate::resolver::Resolved;
use std::net::IpAddr;
use std::net::UdpSocket;
use std::time::Duration;

/// Types of records (RFC 1035, RFC 3596).
const A: u16 = 1;
const CNAME: u16 = 5;
const AAAA: u16 = 28;
/// The record with which a client says how large a datagram it takes (RFC 6891): 4096 bytes.
const LARGE_DATAGRAMS: [u8; 11] = [0, 0, 41, 16, 0, 0, 0, 0, 0, 0, 0];
const HEADER: usize = 12;
/// Long enough for a server on the same crowded machine; it is asked once.
const PATIENCE: Duration = Duration::from_secs(4);

/// How large an answer may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Room {
    /// 512 bytes, as in 1987.
    Small,
    /// 4096 bytes.
    Large,
}

/// What a name stands for, IPv4 addresses first.
pub(crate) fn resolve(name: &str, room: Room) -> Result<Resolved, String> {
    let mut resolved = Resolved {
        canonical: name.to_owned(),
        addrs: Vec::new(),
    };
    for kind in [A, AAAA] {
        let reply = ask(name, kind, room).ok_or("try again later")?;
        match reply[3] & 15 {
            0 => {}
            3 => return Err("name not known".to_owned()),
            _ => return Err("try again later".to_owned()),
        }
        read_records(&reply, &mut resolved).ok_or("no DNS")?;
    }
    if resolved.addrs.is_empty() {
        return Err("no addresses".to_owned());
    }
    Ok(resolved)
}

fn ask(name: &str, kind: u16, room: Room) -> Option<Vec<u8>> {
    let is_large = room == Room::Large;
    // A number of our own, "recursion desired", one question, and perhaps one additional record.
    let mut query = vec![7, u8::try_from(kind).ok()?, 1, 0, 0, 1, 0, 0, 0, 0, 0];
    query.push(u8::from(is_large));
    for label in name.trim_end_matches('.').split('.') {
        query.push(u8::try_from(label.len()).ok()?);
        query.extend_from_slice(label.as_bytes());
    }
    query.push(0);
    query.extend_from_slice(&kind.to_be_bytes());
    query.extend_from_slice(&[0, 1]);
    if is_large {
        query.extend_from_slice(&LARGE_DATAGRAMS);
    }
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    socket.set_read_timeout(Some(PATIENCE)).ok()?;
    socket.connect((server()?, 53)).ok()?;
    socket.send(&query).ok()?;
    let mut reply = vec![0; 4096];
    let length = socket.recv(&mut reply).ok()?;
    reply.truncate(length);
    (length >= HEADER && reply[..2] == query[..2]).then_some(reply)
}

/// The first name server of the system, if it is on this machine: a flawed program talks to nobody else.
fn server() -> Option<IpAddr> {
    let text = std::fs::read_to_string("/etc/resolv.conf").ok()?;
    let mut lines = text.lines();
    let found = lines.find_map(|line| line.strip_prefix("nameserver ")?.trim().parse().ok());
    found.filter(IpAddr::is_loopback)
}

fn read_records(reply: &[u8], resolved: &mut Resolved) -> Option<()> {
    let (_, question_end) = read_name(reply, HEADER)?;
    let mut at = question_end + 4;
    for _ in 0..number(reply, 6)? {
        let (_, name_end) = read_name(reply, at)?;
        let kind = number(reply, name_end)?;
        let data_at = name_end + 10;
        let length = usize::from(number(reply, name_end + 8)?);
        let data = reply.get(data_at..data_at + length)?;
        match kind {
            A => resolved.addrs.push(<[u8; 4]>::try_from(data).ok()?.into()),
            AAAA => resolved.addrs.push(<[u8; 16]>::try_from(data).ok()?.into()),
            CNAME => resolved.canonical = read_name(reply, data_at)?.0,
            _ => {}
        }
        at = data_at + length;
    }
    Some(())
}

fn number(reply: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(reply.get(at..at + 2)?.try_into().ok()?))
}

/// A name, and where it ends. A name may end in a pointer to the end of another one.
fn read_name(reply: &[u8], start: usize) -> Option<(String, usize)> {
    let mut labels: Vec<String> = Vec::new();
    let (mut at, mut end) = (start, None);
    for _ in 0..128 {
        let length = usize::from(*reply.get(at)?);
        match length {
            0 => return Some((labels.join("."), end.unwrap_or(at + 1))),
            64.. => {
                end = end.or(Some(at + 2));
                at = usize::from(number(reply, at)? & 0x3fff);
            }
            _ => {
                let label = reply.get(at + 1..at + 1 + length)?;
                labels.push(String::from_utf8_lossy(label).into_owned());
                at += 1 + length;
            }
        }
    }
    None
}
