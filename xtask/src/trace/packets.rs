//! Packets: headers of IP, TCP and UDP with their checksums around what was said; and lines of text.

use std::net::IpAddr;
use std::net::SocketAddr;

const IPPROTO_TCP: u8 = 6;
const IPPROTO_UDP: u8 = 17;
const TCP_HEADER: usize = 20;
const UDP_HEADER: usize = 8;
const HOP_LIMIT: u8 = 64;
/// More than ever waits for its acknowledgement in a trace, so that no window is ever full.
const WINDOW: u16 = u16::MAX;

/// The flags of a TCP segment.
pub(super) const FIN: u8 = 0x01;
pub(super) const SYN: u8 = 0x02;
pub(super) const RST: u8 = 0x04;
pub(super) const PSH: u8 = 0x08;
pub(super) const ACK: u8 = 0x10;

/// A packet, or the beginning of one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Packet {
    pub(super) bytes: Vec<u8>,
    /// How many bytes there were on the wire.
    pub(super) length: usize,
}

/// What is carried: its bytes as far as they are known, and how many there were.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Payload<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) length: usize,
}

/// What tells one TCP segment from another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Segment {
    pub(super) sequence: u32,
    pub(super) acknowledged: u32,
    pub(super) flags: u8,
}

pub(super) fn tcp(
    from: SocketAddr,
    to: SocketAddr,
    segment: Segment,
    payload: Payload<'_>,
) -> Packet {
    let mut header = Vec::with_capacity(TCP_HEADER);
    header.extend(from.port().to_be_bytes());
    header.extend(to.port().to_be_bytes());
    header.extend(segment.sequence.to_be_bytes());
    header.extend(segment.acknowledged.to_be_bytes());
    header.extend([(TCP_HEADER as u8 / 4) << 4, segment.flags]);
    header.extend(WINDOW.to_be_bytes());
    header.extend([0; 4]); // The checksum, which is filled in below, and no urgent data.
    fill_in(&mut header, 16, from, to, IPPROTO_TCP, payload);
    packet(from, to, IPPROTO_TCP, &header, payload)
}

pub(super) fn udp(from: SocketAddr, to: SocketAddr, payload: Payload<'_>) -> Packet {
    let mut header = Vec::with_capacity(UDP_HEADER);
    header.extend(from.port().to_be_bytes());
    header.extend(to.port().to_be_bytes());
    header.extend(((UDP_HEADER + payload.length) as u16).to_be_bytes());
    header.extend([0; 2]);
    fill_in(&mut header, 6, from, to, IPPROTO_UDP, payload);
    packet(from, to, IPPROTO_UDP, &header, payload)
}

/// A text behind the tag that says how it is to be shown. What shows lines of text leaves the list of packets empty; a line of
/// syslog is text, too, and stands there.
pub(super) fn text(text: &str) -> Packet {
    const DISSECTOR: u16 = 12;
    const NAME: &[u8; 8] = b"syslog\0\0";
    let mut bytes = Vec::new();
    bytes.extend(DISSECTOR.to_be_bytes());
    bytes.extend((NAME.len() as u16).to_be_bytes());
    bytes.extend(NAME);
    bytes.extend([0; 4]); // No more tags.
    bytes.extend(text.as_bytes());
    let length = bytes.len();
    Packet { bytes, length }
}

/// Puts the checksum of a header and what it carries into its place.
fn fill_in(
    header: &mut [u8],
    at: usize,
    from: SocketAddr,
    to: SocketAddr,
    protocol: u8,
    payload: Payload<'_>,
) {
    if payload.bytes.len() < payload.length {
        return; // Nobody can tell it without all bytes, nor will anybody verify it.
    }
    let mut sum = Sum::default();
    for addr in [from, to] {
        match addr.ip() {
            IpAddr::V4(ip) => sum.add(&ip.octets()),
            IpAddr::V6(ip) => sum.add(&ip.octets()),
        }
    }
    let length = (header.len() + payload.length) as u32;
    sum.add(&length.to_be_bytes());
    sum.add(&[0, protocol]);
    sum.add(header);
    sum.add(payload.bytes);
    // To UDP, a checksum of 0 means that there is none.
    let checksum = match sum.checksum() {
        0 if protocol == IPPROTO_UDP => u16::MAX,
        checksum => checksum,
    };
    header[at..at + 2].copy_from_slice(&checksum.to_be_bytes());
}

fn packet(
    from: SocketAddr,
    to: SocketAddr,
    protocol: u8,
    header: &[u8],
    payload: Payload<'_>,
) -> Packet {
    let carried = header.len() + payload.length;
    let mut bytes = match (from.ip(), to.ip()) {
        (IpAddr::V4(from), IpAddr::V4(to)) => ipv4(from.octets(), to.octets(), protocol, carried),
        (from, to) => ipv6(octets(from), octets(to), protocol, carried),
    };
    let length = bytes.len() + carried;
    bytes.extend(header);
    bytes.extend(payload.bytes);
    Packet { bytes, length }
}

fn ipv4(from: [u8; 4], to: [u8; 4], protocol: u8, carried: usize) -> Vec<u8> {
    const LENGTH: usize = 20;
    const DO_NOT_FRAGMENT: u16 = 0x4000;
    let mut header = Vec::with_capacity(LENGTH + carried);
    header.extend([0x40 | (LENGTH as u8 / 4), 0]);
    header.extend(((LENGTH + carried) as u16).to_be_bytes());
    header.extend([0; 2]);
    header.extend(DO_NOT_FRAGMENT.to_be_bytes());
    header.extend([HOP_LIMIT, protocol, 0, 0]);
    header.extend(from);
    header.extend(to);
    let mut sum = Sum::default();
    sum.add(&header);
    header[10..12].copy_from_slice(&sum.checksum().to_be_bytes());
    header
}

fn ipv6(from: [u8; 16], to: [u8; 16], protocol: u8, carried: usize) -> Vec<u8> {
    const LENGTH: usize = 40;
    let mut header = Vec::with_capacity(LENGTH + carried);
    header.extend([0x60, 0, 0, 0]);
    header.extend((carried as u16).to_be_bytes());
    header.extend([protocol, HOP_LIMIT]);
    header.extend(from);
    header.extend(to);
    header
}

fn octets(ip: IpAddr) -> [u8; 16] {
    match ip {
        IpAddr::V4(ip) => ip.to_ipv6_mapped().octets(),
        IpAddr::V6(ip) => ip.octets(),
    }
}

/// The checksum of the internet (RFC 1071). Every part but the last has an even length.
#[derive(Debug, Default)]
struct Sum(u64);

impl Sum {
    fn add(&mut self, bytes: &[u8]) {
        // A plain loop, for this runs unoptimised, over megabytes.
        let mut at = 0;
        while at + 1 < bytes.len() {
            self.0 += (bytes[at] as u64) << 8 | bytes[at + 1] as u64;
            at += 2;
        }
        if at < bytes.len() {
            self.0 += (bytes[at] as u64) << 8;
        }
    }

    fn checksum(&self) -> u16 {
        let mut sum = self.0;
        while sum > 0xffff {
            sum = (sum & 0xffff) + (sum >> 16);
        }
        !(sum as u16)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(bytes: &[u8]) -> Payload<'_> {
        Payload {
            bytes,
            length: bytes.len(),
        }
    }

    #[test]
    fn an_ipv4_header_has_the_checksum_of_a_known_one() {
        // The example that is in many textbooks, with its identification and its flags.
        let mut sum = Sum::default();
        sum.add(
            b"\x45\x00\x00\x73\x00\x00\x40\x00\x40\x11\x00\x00\xc0\xa8\x00\x01\xc0\xa8\x00\xc7",
        );
        assert_eq!(sum.checksum(), 0xb861);
        let header = ipv4([192, 168, 0, 1], [192, 168, 0, 199], IPPROTO_UDP, 0x73 - 20);
        assert_eq!(header[10..12], [0xb8, 0x61]);
    }

    #[test]
    fn a_packet_with_its_checksum_sums_up_to_nothing() {
        let check = |from: &str, to: &str, ip: usize, payload: &[u8]| {
            let (from, to): (SocketAddr, SocketAddr) = (from.parse().unwrap(), to.parse().unwrap());
            let segment = Segment {
                sequence: 1,
                acknowledged: 2,
                flags: PSH | ACK,
            };
            for (packet, protocol) in [
                (tcp(from, to, segment, whole(payload)), IPPROTO_TCP),
                (udp(from, to, whole(payload)), IPPROTO_UDP),
            ] {
                assert_eq!(packet.bytes.len(), packet.length);
                let mut sum = Sum::default();
                let addresses = &packet.bytes[if ip == 20 { 12..20 } else { 8..40 }];
                sum.add(addresses);
                sum.add(&((packet.length - ip) as u32).to_be_bytes());
                sum.add(&[0, protocol]);
                sum.add(&packet.bytes[ip..]);
                assert_eq!(sum.checksum(), 0, "{packet:?}");
            }
        };
        check("127.0.0.1:40000", "127.0.0.1:7", 20, b"odd");
        check("127.0.0.1:40000", "127.0.0.1:7", 20, b"");
        check("[::1]:40000", "[::1]:7", 40, &[0xff; 30_000]);
    }

    #[test]
    fn a_packet_that_was_not_kept_says_how_long_it_was() {
        let addr: SocketAddr = "127.0.0.1:7".parse().unwrap();
        let segment = Segment {
            sequence: 0,
            acknowledged: 0,
            flags: ACK,
        };
        let packet = tcp(
            addr,
            addr,
            segment,
            Payload {
                bytes: b"abc",
                length: 1000,
            },
        );
        assert_eq!((packet.bytes.len(), packet.length), (43, 1040));
        assert_eq!(packet.bytes[2..4], 1040_u16.to_be_bytes());
    }
}
