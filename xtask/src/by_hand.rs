//! What a person can type to see a failure without the checker: a line of shell or two. There are none where they would not show it.

use crate::catalogue;
use crate::catalogue::Door;
use crate::check;
use crate::escaped;
use grader::Cause;
use grader::CheckReport;
use grader::Event;
use grader::EventKind;
use grader::Failure;
use grader::Launch;
use grader::Side;
use std::fmt::Write;
use std::net::IpAddr;
use std::net::Ipv4Addr;
use std::net::Ipv6Addr;
use std::net::SocketAddr;

/// Longer lines nobody reads.
const MOST_BYTES: usize = 200;
const MOST_WRITES: usize = 8;
/// Where a server's socket file is made by hand.
const SOCKET: &str = "/tmp/loopback.sock";

/// The program's command, and where somebody has to talk to it, the other side's.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Commands {
    pub(crate) program: String,
    pub(crate) other_side: Option<String>,
}

/// What we did on the one connection that a person can repeat.
struct Conversation {
    writes: Vec<Vec<u8>>,
    half_closed: bool,
}

/// The commands that show this failure.
pub(crate) fn commands(
    check: &CheckReport,
    failure: &Failure,
    arguments: &check::Arguments,
) -> Option<Commands> {
    let launch = check.launches.last()?;
    if !cfg!(unix) || launch.staged || !is_visible(failure.cause) {
        return None;
    }
    let wire: Vec<&Event> = check
        .transcript
        .iter()
        .filter(|event| event.event.is_on_the_wire())
        .collect();
    match catalogue::door(&launch.program) {
        // Whatever stands where its address should is the point of the check.
        Some((Door::Tcp | Door::Udp, _)) if wire.is_empty() && addr(launch).is_none() => {}
        Some((door, port)) if check.launches.len() == 1 => {
            return server(launch, door, port, &wire, failure, arguments);
        }
        None if wire.is_empty() && needs_nobody(launch) => {}
        _ => return None,
    }
    Some(alone(launch, launch.arguments.clone(), failure, arguments))
}

/// A server at its usual place, and a client of it.
fn server(
    launch: &Launch,
    door: Door,
    port: u16,
    wire: &[&Event],
    failure: &Failure,
    arguments: &check::Arguments,
) -> Option<Commands> {
    let (place, option) = match (door, addr(launch)) {
        (Door::Tcp, Some(addr)) if addr.port() == 0 => (at(addr, port), ""),
        (Door::Udp, Some(addr)) if addr.port() == 0 => (at(addr, port), "--udp "),
        (Door::Path, _) if !wire.is_empty() => (SOCKET.to_owned(), "--unix "),
        // The check's own address, or a file that it has made there.
        _ => return None,
    };
    let mut own = launch.arguments.clone();
    *own.first_mut()? = place.clone();
    if wire.is_empty() {
        return Some(alone(launch, own, failure, arguments));
    }
    let conversation = Conversation::read(wire, door)?;
    let is_timed = own.iter().any(|word| word.contains("timeout"));
    if is_timed && conversation.writes.len() > 1 {
        return None; // The pauses between the writes would be too long for it.
    }
    let connect = format!("cargo xtask connect {option}{}", quoted(&place));
    Some(Commands {
        program: command(launch, own, arguments),
        other_side: Some(conversation.command(&connect, door, failure)),
    })
}

/// The address that a server was told.
fn addr(launch: &Launch) -> Option<SocketAddr> {
    launch.arguments.first()?.parse().ok()
}

/// Can a person at a terminal see it? What needs many clients, a clock, or a look into the program, is not for a line of shell.
fn is_visible(cause: Cause) -> bool {
    use Cause::*;
    matches!(
        cause,
        WrongBytes
            | ClosedEarly
            | Reset
            | NoAnswer
            | NeverListened
            | Exited
            | Panicked
            | WrongExit
            | WrongOutput
    )
}

/// Does it show the same on every machine, with nobody of ours to talk to? Names are the lab's own, but for localhost.
fn needs_nobody(launch: &Launch) -> bool {
    if matches!(launch.program.as_str(), "echo-client" | "sum-client") {
        let addr = launch.arguments.first();
        return addr.is_none_or(|addr| addr.parse::<SocketAddr>().is_err());
    }
    let mut is_value = false;
    launch.arguments.iter().all(|argument| {
        // Other addresses of the loopback have names in the lab only.
        let is_plain = match argument.parse::<IpAddr>() {
            Ok(addr) => addr == Ipv4Addr::LOCALHOST || addr == Ipv6Addr::LOCALHOST,
            Err(_) => argument == "localhost" || !argument.contains(char::is_alphabetic),
        };
        let is_port =
            launch.program == "fetch" && argument.parse::<u16>().is_ok_and(|port| port > 0);
        let is_option = argument.starts_with("--");
        let is_told = std::mem::replace(&mut is_value, is_option);
        !is_port && (is_plain || is_option || is_told)
    })
}

fn at(addr: SocketAddr, port: u16) -> String {
    SocketAddr::new(addr.ip(), port).to_string()
}

/// The program alone; where its exit status is the point, with that.
fn alone(
    launch: &Launch,
    own: Vec<String>,
    failure: &Failure,
    arguments: &check::Arguments,
) -> Commands {
    let mut program = command(launch, own, arguments);
    if matches!(failure.cause, Cause::WrongExit | Cause::Exited) {
        program.push_str("; echo \"exit status $?\"");
    }
    Commands {
        program,
        other_side: None,
    }
}

/// The command that starts the program that was judged, with these arguments.
fn command(launch: &Launch, own: Vec<String>, arguments: &check::Arguments) -> String {
    let name = &launch.program;
    let prefix = format!("{name}=");
    let elsewhere = arguments
        .program
        .iter()
        .rev()
        .find_map(|program| program.strip_prefix(&prefix));
    let (mut command, mut words) = match elsewhere {
        Some(elsewhere) => (elsewhere.to_owned(), own),
        None => (format!("cargo xtask run {name}"), own),
    };
    if elsewhere.is_none() {
        if arguments.solution {
            command = format!("cargo xtask run --solution {name}");
        }
        // What it does when it is told nothing.
        let usual = catalogue::door(name).map(|(_, port)| format!("127.0.0.1:{port}"));
        if words.len() == 1 && words.first() == usual.as_ref() {
            words.clear();
        }
        if words.iter().any(|word| word.starts_with('-'))
            || catalogue::door(name).is_none() && !words.is_empty()
        {
            command.push_str(" --");
        }
    }
    for word in words {
        command.push(' ');
        command.push_str(&quoted(&word));
    }
    command
}

impl Conversation {
    /// Reads it from the transcript; `None` where it cannot be repeated by hand.
    fn read(wire: &[&Event], door: Door) -> Option<Conversation> {
        let number = wire.first()?.connection;
        let mut conversation = Conversation {
            writes: Vec::new(),
            half_closed: false,
        };
        for event in wire {
            match (event.event, event.from) {
                _ if event.connection != number => return None,
                (EventKind::Data, Side::Check) => {
                    let bytes = escaped::bytes(&event.bytes)?;
                    let is_whole = bytes.len() as u64 == event.length && event.pieces == 1;
                    // Each line is a datagram of its own.
                    let is_line = door != Door::Udp || !bytes.contains(&b'\n');
                    if !is_whole || !is_line || conversation.half_closed {
                        return None;
                    }
                    conversation.writes.push(bytes);
                }
                (EventKind::End, Side::Check) => conversation.half_closed = true,
                (EventKind::Reset, Side::Check) | (EventKind::Connect, Side::Program) => {
                    return None;
                }
                (EventKind::Refused | EventKind::Query | EventKind::Answer, _) => return None,
                _ => {}
            }
        }
        let length: usize = conversation.writes.iter().map(Vec::len).sum();
        let is_short = length <= MOST_BYTES && conversation.writes.len() <= MOST_WRITES;
        is_short.then_some(conversation)
    }

    fn command(&self, connect: &str, door: Door, failure: &Failure) -> String {
        // Without input of ours there is nothing to end: whoever looks on ends it.
        if self.writes.is_empty() && !self.half_closed {
            return connect.to_owned();
        }
        let mut steps: Vec<String> = Vec::new();
        for (number, bytes) in self.writes.iter().enumerate() {
            if number > 0 {
                steps.push("sleep 1".to_owned());
            }
            let end: &[u8] = if door == Door::Udp { b"\n" } else { b"" };
            steps.push(printf(&[bytes, end].concat()));
        }
        // The end of the input is a half-close: where we have not done that, it comes only when the fault has been seen.
        if !self.half_closed && door != Door::Udp && failure.cause != Cause::WrongBytes {
            let is_silence = failure.cause == Cause::NoAnswer;
            steps.push(if is_silence { "sleep 6" } else { "sleep 2" }.to_owned());
        }
        let mut line = match steps.as_slice() {
            [] => format!("{connect} < /dev/null"),
            [step] => format!("{step} | {connect}"),
            steps => format!("{{ {}; }} | {connect}", steps.join("; ")),
        };
        if failure.cause == Cause::WrongBytes && is_unreadable(&failure.expected, &failure.got) {
            line.push_str(" | od -c");
        }
        line
    }
}

/// Would a terminal hide what these texts hold?
fn is_unreadable(expected: &str, got: &str) -> bool {
    let escapes = ["\\x", "\\r", "\\t"];
    escapes
        .iter()
        .any(|escape| expected.contains(escape) || got.contains(escape))
}

/// A command that writes exactly these bytes, in every shell.
fn printf(bytes: &[u8]) -> String {
    let mut text = String::new();
    for (place, byte) in bytes.iter().enumerate() {
        match byte {
            b'\n' => text.push_str("\\n"),
            b'\\' => text.push_str("\\\\"),
            b'%' => text.push_str("%%"),
            // A minus at the beginning would be an option.
            b' '..=b'~' if *byte != b'\'' && (place > 0 || *byte != b'-') => {
                text.push(char::from(*byte));
            }
            byte => {
                let _ = write!(text, "\\{byte:03o}");
            }
        }
    }
    format!("printf '{text}'")
}

/// A word as a shell reads it.
fn quoted(word: &str) -> String {
    shlex::try_quote(word).map_or_else(|_| word.to_owned(), |quoted| quoted.into_owned())
}

#[cfg(test)]
mod tests;
