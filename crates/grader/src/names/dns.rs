//! The DNS server of the lab: answers over UDP, and over TCP what was too long for a datagram, as RFC 1035 has it.

use super::zone::Entry;
use super::zone::Names;
use super::zone::Record;
use super::zone::Trouble;
use super::zone::ZONE;
use super::zone::Zone;
use crate::transcript::EventKind;
use crate::transcript::Side;
use simple_dns::CLASS;
use simple_dns::Name;
use simple_dns::Packet;
use simple_dns::PacketFlag;
use simple_dns::QTYPE;
use simple_dns::RCODE;
use simple_dns::ResourceRecord;
use simple_dns::TYPE;
use simple_dns::rdata;
use simple_dns::rdata::RData;
use std::io;
use std::io::Read;
use std::io::Write;
use std::net::IpAddr;
use std::net::SocketAddr;
use std::net::TcpListener;
use std::net::TcpStream;
use std::net::UdpSocket;
use std::sync::Arc;
use std::time::Duration;

/// What fits into a datagram without EDNS.
const DATAGRAM: usize = 512;
/// What fits behind a length of 16 bits.
const STREAM: usize = 65535;
/// An alias of an alias of an alias is enough.
const MOST_ALIASES: usize = 8;
/// Somebody who connects and says nothing is not kept for longer.
const PATIENCE: Duration = Duration::from_secs(10);
/// After an error of the system's.
const AFTER_ERROR: Duration = Duration::from_millis(1);
/// In seconds. Nobody has to remember anything.
const TTL: u32 = 0;

/// What the server has found out about a question.
struct Findings {
    rcode: RCODE,
    /// The name of each record, and the record.
    records: Vec<(String, Record)>,
}

/// Starts the server on threads of its own, which end with the process.
pub(super) fn serve(zone: &Arc<Zone>, addr: SocketAddr) -> io::Result<()> {
    let datagrams = UdpSocket::bind(addr)?;
    let listener = TcpListener::bind(addr)?;
    let of_datagrams = Arc::clone(zone);
    std::thread::spawn(move || serve_datagrams(&of_datagrams, &datagrams));
    let of_streams = Arc::clone(zone);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            match stream {
                Ok(stream) => {
                    let zone = Arc::clone(&of_streams);
                    std::thread::spawn(move || serve_stream(&zone, stream));
                }
                // Out of descriptors, it would fail again at once.
                Err(_) => std::thread::park_timeout(AFTER_ERROR),
            }
        }
    });
    Ok(())
}

fn serve_datagrams(zone: &Zone, socket: &UdpSocket) {
    let mut question = [0; 4096];
    // An error is about some datagram that could not be delivered; the next one is another matter.
    loop {
        let Ok((length, from)) = socket.recv_from(&mut question) else {
            std::thread::park_timeout(AFTER_ERROR);
            continue;
        };
        if let Some(reply) = reply_to(zone, &question[..length], DATAGRAM) {
            let _ = socket.send_to(&reply, from);
        }
    }
}

/// Questions and answers with their length in front, as long as the other side likes.
fn serve_stream(zone: &Zone, mut stream: TcpStream) -> Option<()> {
    stream.set_read_timeout(Some(PATIENCE)).ok()?;
    stream.set_write_timeout(Some(PATIENCE)).ok()?;
    loop {
        let mut length = [0; 2];
        stream.read_exact(&mut length).ok()?;
        let mut question = vec![0; usize::from(u16::from_be_bytes(length))];
        stream.read_exact(&mut question).ok()?;
        if let Some(reply) = reply_to(zone, &question, STREAM) {
            let length = u16::try_from(reply.len()).ok()?;
            let reply = [&length.to_be_bytes(), reply.as_slice()].concat();
            stream.write_all(&reply).ok()?;
        }
    }
}

/// The reply to a question; `None` where it is none, or where silence is the answer.
fn reply_to(zone: &Zone, question: &[u8], room: usize) -> Option<Vec<u8>> {
    let query = Packet::parse(question).ok()?;
    let asked = query.questions.first()?.clone();
    let name = asked.qname.to_string().to_ascii_lowercase();
    let names = zone.names_for(&name);
    // The question and its answer at once: one thread for each transport must not put its own in between.
    let note = |question: String, answer: Option<String>| {
        if let Some(names) = names.as_ref().filter(|names| !names.is_hushed()) {
            let transcript = &names.wire.transcript;
            let answer = answer.map(|answer| (Side::Check, EventKind::Answer, answer));
            let question = (Side::Program, EventKind::Query, question);
            transcript.note_all(names.connection, std::iter::once(question).chain(answer));
        }
    };
    let over = if room == STREAM { ", over TCP" } else { "" };
    let text = format!("{} {name}{over}", type_name(asked.qtype));
    let Some(findings) = find(names.as_deref(), &name, asked.qtype) else {
        note(text, None); // Nothing is said to it.
        return None;
    };
    let room = query
        .opt()
        .map_or(room, |opt| room.max(usize::from(opt.udp_packet_size)));
    let mut reply = Packet::new_reply(query.id());
    reply.set_flags(PacketFlag::AUTHORITATIVE_ANSWER | PacketFlag::RECURSION_AVAILABLE);
    if query.has_flags(PacketFlag::RECURSION_DESIRED) {
        reply.set_flags(PacketFlag::RECURSION_DESIRED);
    }
    reply.questions.push(asked);
    *reply.rcode_mut() = findings.rcode;
    let mut shown = in_words(&findings);
    for (name, record) in &findings.records {
        reply.answers.push(resource(name, record)?);
    }
    let mut bytes = reply.build_bytes_vec_compressed().ok()?;
    if bytes.len() > room {
        // The beginning of an answer would look like an answer: whoever wants all of it asks again over TCP.
        reply.answers.clear();
        reply.set_flags(PacketFlag::TRUNCATION);
        bytes = reply.build_bytes_vec_compressed().ok()?;
        "too long for a datagram".clone_into(&mut shown);
    }
    note(text, Some(shown));
    Some(bytes)
}

/// `None` where the name is one that gets no answer.
fn find(names: Option<&Names>, name: &str, wanted: QTYPE) -> Option<Findings> {
    let mut findings = Findings {
        rcode: RCODE::NoError,
        records: Vec::new(),
    };
    let mut name = name.to_owned();
    for _ in 0..MOST_ALIASES {
        let records = match names.and_then(|names| names.entry(&name)) {
            Some(Entry::Records(records)) => records,
            Some(Entry::Trouble(Trouble::Silence)) => return None,
            Some(Entry::Trouble(Trouble::ServerFails)) => {
                findings.rcode = RCODE::ServerFailure;
                return Some(findings);
            }
            None => {
                findings.rcode = RCODE::NameError;
                return Some(findings);
            }
        };
        let mut alias = None;
        for record in records {
            if let Record::Alias(target) = &record {
                alias = Some(target.clone());
            }
            if is_wanted(&record, wanted) {
                findings.records.push((name.clone(), record));
            }
        }
        match alias {
            Some(target) => name = target,
            None => break,
        }
    }
    Some(findings)
}

/// An alias answers every question.
fn is_wanted(record: &Record, wanted: QTYPE) -> bool {
    match record {
        Record::Alias(_) => true,
        Record::Address(IpAddr::V4(_)) => wanted == QTYPE::TYPE(TYPE::A),
        Record::Address(IpAddr::V6(_)) => wanted == QTYPE::TYPE(TYPE::AAAA),
        Record::Pointer(_) => wanted == QTYPE::TYPE(TYPE::PTR),
    }
}

fn resource<'a>(name: &'a str, record: &'a Record) -> Option<ResourceRecord<'a>> {
    let data = match record {
        Record::Address(IpAddr::V4(addr)) => RData::A((*addr).into()),
        Record::Address(IpAddr::V6(addr)) => RData::AAAA((*addr).into()),
        Record::Alias(target) => RData::CNAME(rdata::CNAME(Name::new(target).ok()?)),
        Record::Pointer(target) => RData::PTR(rdata::PTR(Name::new(target).ok()?)),
    };
    Some(ResourceRecord::new(
        Name::new(name).ok()?,
        CLASS::IN,
        TTL,
        data,
    ))
}

fn type_name(wanted: QTYPE) -> String {
    match wanted {
        QTYPE::TYPE(kind) => format!("{kind:?}"),
        other => format!("{other:?}"),
    }
}

/// An answer for people: `host.abcde.lab.test, 127.70.1.1` or `no such name`.
fn in_words(findings: &Findings) -> String {
    match findings.rcode {
        RCODE::NameError => return "no such name".to_owned(),
        RCODE::ServerFailure => return "server failure".to_owned(),
        _ => {}
    }
    let words: Vec<String> = findings
        .records
        .iter()
        .map(|(_, record)| match record {
            Record::Address(addr) => addr.to_string(),
            Record::Alias(target) | Record::Pointer(target) => {
                target.trim_end_matches(&format!(".{ZONE}")).to_owned() + ".…"
            }
        })
        .collect();
    match words.len() {
        0 => "no record of that type".to_owned(),
        1..=2 => words.join(", "),
        more => format!("{}, … ({more} records)", words[0]),
    }
}
