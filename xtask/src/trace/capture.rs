//! The conversation as a capture: what was said becomes the packets that would have carried it.
//!
//! Bytes, lengths, addresses and moments are those of the check. Handshakes, acknowledgements, sequence numbers and the cuts between
//! segments were never seen by it: they are made up, and the file says so. What has no packets (Unix-domain sockets, names, stderr,
//! calls) is lines of text on an interface of its own. An address that is not known is the unspecified one, with port 0.

use super::Story;
use super::packets;
use super::packets::ACK;
use super::packets::FIN;
use super::packets::PSH;
use super::packets::Packet;
use super::packets::Payload;
use super::packets::RST;
use super::packets::SYN;
use super::packets::Segment;
use super::pcapng::Direction;
use super::pcapng::LinkType;
use super::pcapng::Writer;
use crate::messages;
use grader::Conversation;
use grader::EventKind;
use grader::Over;
use grader::Piece;
use grader::Side;
use std::collections::HashMap;
use std::net::IpAddr;
use std::net::Ipv4Addr;
use std::net::Ipv6Addr;
use std::net::SocketAddr;

/// Of longer data, a segment each.
const SEGMENT: usize = 32 * 1024;
const WIRE: u32 = 0;
const TEXT: u32 = 1;

pub(super) fn file(story: &Story<'_>) -> Vec<u8> {
    let packets = packets(story);
    let mut writer = Writer::new(
        &messages::trace::capture_application(),
        &messages::trace::capture_comment(story.lesson, story.check),
    );
    writer.interface(LinkType::Raw, "wire", messages::trace::CAPTURE_WIRE);
    if packets.iter().any(|one| one.interface == TEXT) {
        writer.interface(LinkType::UpperPdu, "text", messages::trace::CAPTURE_TEXT);
    }
    for one in &packets {
        let at_us = story.began_us + one.at_us;
        let comment = one.comment.as_deref();
        writer.packet(one.interface, at_us, one.direction, &one.packet, comment);
    }
    writer.into_bytes()
}

fn packets(story: &Story<'_>) -> Vec<Captured> {
    let mut capture = Capture {
        story,
        refused: refused(story),
        flows: HashMap::new(),
        packets: Vec::new(),
    };
    for piece in &story.pieces {
        capture.piece(piece);
    }
    capture.packets
}

/// The connections that were never made, and whether somebody refused them: silence is no packet.
fn refused(story: &Story<'_>) -> HashMap<u32, bool> {
    let refusals = story
        .pieces
        .iter()
        .filter(|piece| piece.event == EventKind::Refused);
    refusals
        .map(|piece| (piece.connection, piece.words.contains("refused")))
        .collect()
}

/// The packets so far, and how far each connection has come.
struct Capture<'a> {
    story: &'a Story<'a>,
    /// The connections that were never made.
    refused: HashMap<u32, bool>,
    flows: HashMap<u32, Flow>,
    packets: Vec<Captured>,
}

/// A TCP connection, the check's end first.
struct Flow {
    ends: [SocketAddr; 2],
    /// The next sequence numbers.
    next: [u32; 2],
    has_finished: [bool; 2],
    is_reset: bool,
}

struct Captured {
    interface: u32,
    at_us: u64,
    direction: Direction,
    packet: Packet,
    comment: Option<String>,
}

impl Capture<'_> {
    fn piece(&mut self, piece: &Piece) {
        let conversation = self.story.conversation(piece.connection);
        match conversation.and_then(|conversation| Some((conversation.over, ends(conversation)?))) {
            Some((Over::Tcp, ends)) => self.tcp(piece, ends),
            Some((Over::Udp, ends)) if piece.event == EventKind::Data => self.udp(piece, ends),
            _ => self.text(piece, conversation),
        }
    }

    fn tcp(&mut self, piece: &Piece, ends: [SocketAddr; 2]) {
        if piece.event == EventKind::Connect {
            self.flows
                .insert(piece.connection, Flow::new(ends, piece.connection));
            return self.handshake(piece);
        }
        let Some(flow) = self.flows.get_mut(&piece.connection) else {
            return;
        };
        let side = piece.from;
        match piece.event {
            _ if flow.is_reset => {}
            EventKind::Data => self.segments(piece),
            EventKind::End | EventKind::Close if !flow.has_finished[place(side)] => {
                flow.has_finished[place(side)] = true;
                self.segment(piece, side, FIN | ACK, Payload::default(), None);
                self.segment(piece, other(side), ACK, Payload::default(), None);
            }
            EventKind::Reset => {
                self.segment(piece, side, RST | ACK, Payload::default(), None);
                self.flow(piece).is_reset = true;
            }
            // It was told with its connect, a close says no more than the end before it, and nothing else happens here.
            _ => {}
        }
    }

    /// The three segments of a connection, or what becomes of the first one where nobody listens.
    fn handshake(&mut self, piece: &Piece) {
        let (from, to) = (piece.from, other(piece.from));
        let refusal = self.refused.get(&piece.connection).copied();
        let comment = match refusal {
            Some(false) => messages::trace::capture_no_answer(piece.connection),
            Some(true) | None => messages::trace::capture_connection(piece.connection, from),
        };
        self.segment(piece, from, SYN, Payload::default(), Some(comment));
        match refusal {
            Some(true) => self.segment(piece, to, RST | ACK, Payload::default(), None),
            Some(false) => {}
            None => {
                self.segment(piece, to, SYN | ACK, Payload::default(), None);
                self.segment(piece, from, ACK, Payload::default(), None);
            }
        }
    }

    /// Data, cut into segments, each of which is acknowledged.
    fn segments(&mut self, piece: &Piece) {
        let mut at = 0;
        while (at as u64) < piece.length {
            let length = (piece.length - at as u64).min(SEGMENT as u64) as usize;
            let from = at.min(piece.bytes.len());
            let to = (at + length).min(piece.bytes.len());
            let bytes = &piece.bytes[from..to];
            let comment = (bytes.len() < length)
                .then(|| messages::trace::capture_not_kept(bytes.len(), length));
            self.segment(
                piece,
                piece.from,
                PSH | ACK,
                Payload { bytes, length },
                comment,
            );
            self.segment(piece, other(piece.from), ACK, Payload::default(), None);
            at += length;
        }
    }

    fn segment(
        &mut self,
        piece: &Piece,
        from: Side,
        flags: u8,
        payload: Payload<'_>,
        comment: Option<String>,
    ) {
        let flow = self.flow(piece);
        let (ours, theirs) = (place(from), place(other(from)));
        let segment = Segment {
            sequence: flow.next[ours],
            acknowledged: if flags & ACK == 0 {
                0
            } else {
                flow.next[theirs]
            },
            flags,
        };
        // SYN and FIN are counted like a byte.
        let counted = payload.length as u32 + u32::from(flags & (SYN | FIN) != 0);
        flow.next[ours] = flow.next[ours].wrapping_add(counted);
        let packet = packets::tcp(flow.ends[ours], flow.ends[theirs], segment, payload);
        self.add(piece, WIRE, from, packet, comment);
    }

    fn flow(&mut self, piece: &Piece) -> &mut Flow {
        self.flows
            .get_mut(&piece.connection)
            .expect("only connections that were made have segments")
    }

    fn udp(&mut self, piece: &Piece, ends: [SocketAddr; 2]) {
        let (mut from, to) = (ends[place(piece.from)], ends[place(other(piece.from))]);
        if let Ok(sender) = piece.sender.parse() {
            from = sender;
        }
        let (bytes, length) = (piece.bytes.as_slice(), piece.length as usize);
        let packet = packets::udp(from, to, Payload { bytes, length });
        let comment =
            (bytes.len() < length).then(|| messages::trace::capture_not_kept(bytes.len(), length));
        self.add(piece, WIRE, piece.from, packet, comment);
    }

    fn text(&mut self, piece: &Piece, conversation: Option<&Conversation>) {
        let line = messages::trace::capture_line(piece, conversation);
        self.add(piece, TEXT, piece.from, packets::text(&line), None);
    }

    fn add(
        &mut self,
        piece: &Piece,
        interface: u32,
        from: Side,
        packet: Packet,
        comment: Option<String>,
    ) {
        let direction = match from {
            Side::Check => Direction::Outbound,
            Side::Program => Direction::Inbound,
        };
        let at_us = piece.at_us;
        self.packets.push(Captured {
            interface,
            at_us,
            direction,
            packet,
            comment,
        });
    }
}

impl Flow {
    /// Each connection counts from a number of its own: one that gets the ports of an earlier one would else look like its repetition.
    fn new(ends: [SocketAddr; 2], connection: u32) -> Flow {
        const APART: u32 = 1 << 24;
        let first = connection.wrapping_sub(1).wrapping_mul(APART);
        Flow {
            ends,
            next: [first; 2],
            has_finished: [false; 2],
            is_reset: false,
        }
    }
}

/// The addresses of both ends, the check's first; `None` where they are no internet addresses.
fn ends(conversation: &Conversation) -> Option<[SocketAddr; 2]> {
    let program: SocketAddr = conversation.program.parse().ok()?;
    let unknown = match program {
        SocketAddr::V4(_) => IpAddr::V4(Ipv4Addr::UNSPECIFIED),
        SocketAddr::V6(_) => IpAddr::V6(Ipv6Addr::UNSPECIFIED),
    };
    let check = conversation.check.parse();
    Some([check.unwrap_or(SocketAddr::new(unknown, 0)), program])
}

fn place(side: Side) -> usize {
    match side {
        Side::Check => 0,
        Side::Program => 1,
    }
}

fn other(side: Side) -> Side {
    match side {
        Side::Check => Side::Program,
        Side::Program => Side::Check,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::sample;
    use Side::Check;
    use Side::Program;

    /// Who sent each segment, its flags, its sequence and acknowledgement numbers, and how much it carried.
    fn segments(pieces: Vec<Piece>) -> Vec<(u8, u8, u32, u32, usize)> {
        let mut segments = Vec::new();
        sample::check(
            |story| {
                for one in packets(story).iter().filter(|one| one.interface == WIRE) {
                    let bytes = &one.packet.bytes;
                    let number =
                        |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
                    let port = u16::from_be_bytes([bytes[20], bytes[21]]);
                    let side = if port == 40_000 { b'c' } else { b'p' };
                    segments.push((
                        side,
                        bytes[33],
                        number(24),
                        number(28),
                        one.packet.length - 40,
                    ));
                }
            },
            pieces,
        );
        segments
    }

    #[test]
    fn a_conversation_is_made_of_segments_that_are_counted_and_acknowledged() {
        let mut refused = sample::event(0, 1, Check, EventKind::Refused);
        let connect = || sample::event(0, 1, Check, EventKind::Connect);
        let pieces = vec![
            connect(),
            sample::data(1, 1, Check, b"hello"),
            sample::data(2, 1, Program, &[b'x'; SEGMENT + 1]),
            sample::event(3, 1, Check, EventKind::End),
            sample::event(4, 1, Program, EventKind::End),
            sample::event(5, 1, Check, EventKind::Close),
        ];
        let (far, last) = (1 + SEGMENT as u32, 2 + SEGMENT as u32);
        let expected = [
            (b'c', SYN, 0, 0, 0),
            (b'p', SYN | ACK, 0, 1, 0),
            (b'c', ACK, 1, 1, 0),
            (b'c', PSH | ACK, 1, 1, 5),
            (b'p', ACK, 1, 6, 0),
            (b'p', PSH | ACK, 1, 6, SEGMENT),
            (b'c', ACK, 6, far, 0),
            (b'p', PSH | ACK, far, 6, 1),
            (b'c', ACK, 6, last, 0),
            (b'c', FIN | ACK, 6, last, 0),
            (b'p', ACK, last, 7, 0),
            (b'p', FIN | ACK, last, 7, 0),
            (b'c', ACK, 7, last + 1, 0),
        ];
        assert_eq!(segments(pieces), expected);

        let reset = sample::event(1, 1, Program, EventKind::Reset);
        let close = sample::event(2, 1, Check, EventKind::Close);
        let flags = |pieces| {
            segments(pieces)
                .iter()
                .map(|segment| segment.1)
                .collect::<Vec<u8>>()
        };
        let handshake = [SYN, SYN | ACK, ACK];
        assert_eq!(
            flags(vec![connect(), reset, close.clone()]),
            [&handshake[..], &[RST | ACK]].concat()
        );
        assert_eq!(
            flags(vec![connect(), close]),
            [&handshake[..], &[FIN | ACK, ACK]].concat()
        );
        refused.words = "Connection refused (os error 111)".to_owned();
        assert_eq!(flags(vec![connect(), refused.clone()]), [SYN, RST | ACK]);
        refused.words = "connection timed out".to_owned();
        assert_eq!(flags(vec![connect(), refused]), [SYN]);
    }

    #[test]
    fn what_has_no_packets_is_text() {
        let mut line = sample::event(2, 0, Program, EventKind::Stderr);
        line.words = "a client\u{1b}[2J left".to_owned();
        let pieces = vec![sample::data(1, 2, Check, b"caf\xc3"), line];
        sample::check(
            |story| {
                let texts: Vec<String> = packets(story)
                    .iter()
                    .map(|one| String::from_utf8(one.packet.bytes[16..].to_vec()).unwrap())
                    .collect();
                let expected = [
                    "Unix connection 2, check to program: 4 bytes \"caf\\xc3\"",
                    "stderr: a client\u{fffd}[2J left",
                ];
                assert_eq!(texts, expected);
            },
            pieces,
        );
    }
}
