//! The capture file: blocks of the pcapng format, little-endian throughout. What they hold is the business of `capture.rs`.

use super::packets::Packet;

const SECTION_HEADER: u32 = 0x0a0d_0d0a;
const INTERFACE_DESCRIPTION: u32 = 1;
const ENHANCED_PACKET: u32 = 6;
const BYTE_ORDER: u32 = 0x1a2b_3c4d;

/// Options, by their numbers. The first means the same in every block.
const COMMENT: u16 = 1;
const USER_APPLICATION: u16 = 4;
const INTERFACE_NAME: u16 = 2;
const INTERFACE_DESCRIPTION_TEXT: u16 = 3;
const TIME_RESOLUTION: u16 = 9;
const PACKET_FLAGS: u16 = 2;
/// Time is counted in millionths of a second.
const MICROSECONDS: u8 = 6;

/// What an interface's packets begin with.
#[derive(Debug, Clone, Copy)]
pub(super) enum LinkType {
    /// An IPv4 or an IPv6 header.
    Raw = 101,
    /// Tags that name the dissector for what follows.
    UpperPdu = 252,
}

/// In which direction a packet went, as the check sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Inbound = 1,
    Outbound = 2,
}

/// A capture file that grows block by block.
#[derive(Debug)]
pub(super) struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    pub(super) fn new(application: &str, comment: &str) -> Writer {
        let mut body = Vec::new();
        body.extend(BYTE_ORDER.to_le_bytes());
        body.extend(1_u16.to_le_bytes());
        body.extend(0_u16.to_le_bytes());
        body.extend((-1_i64).to_le_bytes()); // The length of the section is not said.
        option(&mut body, COMMENT, comment.as_bytes());
        option(&mut body, USER_APPLICATION, application.as_bytes());
        end_of_options(&mut body);
        let mut writer = Writer { bytes: Vec::new() };
        writer.block(SECTION_HEADER, &body);
        writer
    }

    /// The next interface; they are numbered from 0.
    pub(super) fn interface(&mut self, link: LinkType, name: &str, description: &str) {
        let mut body = Vec::new();
        body.extend((link as u16).to_le_bytes());
        body.extend([0; 2]);
        body.extend(0_u32.to_le_bytes()); // No packet is too long.
        option(&mut body, INTERFACE_NAME, name.as_bytes());
        option(
            &mut body,
            INTERFACE_DESCRIPTION_TEXT,
            description.as_bytes(),
        );
        option(&mut body, TIME_RESOLUTION, &[MICROSECONDS]);
        end_of_options(&mut body);
        self.block(INTERFACE_DESCRIPTION, &body);
    }

    /// A packet, in microseconds since 1970.
    pub(super) fn packet(
        &mut self,
        interface: u32,
        at_us: u64,
        direction: Direction,
        packet: &Packet,
        comment: Option<&str>,
    ) {
        let mut body = Vec::with_capacity(packet.bytes.len() + 64);
        body.extend(interface.to_le_bytes());
        body.extend(((at_us >> 32) as u32).to_le_bytes());
        body.extend((at_us as u32).to_le_bytes());
        body.extend((packet.bytes.len() as u32).to_le_bytes());
        body.extend((packet.length as u32).to_le_bytes());
        body.extend(&packet.bytes);
        pad(&mut body);
        if let Some(comment) = comment {
            option(&mut body, COMMENT, comment.as_bytes());
        }
        option(&mut body, PACKET_FLAGS, &(direction as u32).to_le_bytes());
        end_of_options(&mut body);
        self.block(ENHANCED_PACKET, &body);
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// A block says its length at both ends, so that a file can be read backwards.
    fn block(&mut self, kind: u32, body: &[u8]) {
        const AROUND: usize = 12;
        let length = ((body.len() + AROUND) as u32).to_le_bytes();
        self.bytes.extend(kind.to_le_bytes());
        self.bytes.extend(length);
        self.bytes.extend(body);
        self.bytes.extend(length);
    }
}

fn option(body: &mut Vec<u8>, code: u16, value: &[u8]) {
    // Its length has 16 bits.
    let value = &value[..value.len().min(usize::from(u16::MAX))];
    body.extend(code.to_le_bytes());
    body.extend((value.len() as u16).to_le_bytes());
    body.extend(value);
    pad(body);
}

fn end_of_options(body: &mut Vec<u8>) {
    body.extend([0; 4]);
}

fn pad(body: &mut Vec<u8>) {
    body.resize(body.len().next_multiple_of(4), 0);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_block_says_its_length_at_both_ends() {
        let mut writer = Writer::new("a program", "odd");
        writer.interface(LinkType::Raw, "wire", "what crossed the wire");
        let packet = Packet {
            bytes: vec![7; 5],
            length: 9,
        };
        writer.packet(0, 1 << 33, Direction::Inbound, &packet, Some("a comment"));
        let bytes = writer.into_bytes();
        let number = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
        let mut at = 0;
        let mut kinds = Vec::new();
        while at < bytes.len() {
            let length = number(at + 4) as usize;
            assert_eq!(length % 4, 0);
            assert_eq!(number(at + length - 4) as usize, length);
            kinds.push((number(at), at));
            at += length;
        }
        let [
            (SECTION_HEADER, 0),
            (INTERFACE_DESCRIPTION, _),
            (ENHANCED_PACKET, last),
        ] = kinds[..]
        else {
            panic!("{kinds:?}");
        };
        // The time in two halves, then the length that was kept and the true one.
        let words: Vec<u32> = (last + 12..last + 28).step_by(4).map(number).collect();
        assert_eq!(words, [2, 0, 5, 9]);
    }
}
