//! `check --syscalls`: is there an strace, may it look on, and which of the nine steps of lesson 2 is each call?

use crate::messages;
use crate::worker;
use crate::worker::Job;
use anyhow::Result;
use anyhow::bail;
use grader::CheckReport;
use grader::Event;
use grader::EventKind;
use grader::LessonReport;
use grader::Outcome;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The programs that have a conversation, and on which side of it.
const CLIENTS: [&str; 3] = ["echo-client", "sum-client", "fetch"];
const TCP_SERVERS: [&str; 7] = [
    "greeter",
    "echo-server",
    "unix-echo-server",
    "sum-server",
    "blackjack-server",
    "select-server",
    "chat-server",
];
const UDP_SERVERS: [&str; 1] = ["udp-echo-server"];

/// On which side of the nine steps a program is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Server,
    UdpServer,
    Client,
}

/// What was seen of one step.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Seen<'a> {
    pub(crate) step: u8,
    pub(crate) kinds: Vec<Kind<'a>>,
}

/// One kind of call that does a step: `recv` and `send` are both how a server answers.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Kind<'a> {
    /// The first that worked or, where none has, the first that tried.
    pub(crate) call: &'a str,
    pub(crate) times: usize,
}

/// The strace to look with.
///
/// # Errors
/// Where there is none, or the system does not let it look on.
pub(crate) fn strace() -> Result<PathBuf> {
    if !cfg!(target_os = "linux") {
        bail!(messages::syscalls::LINUX_ONLY);
    }
    let Some(strace) = grader::find_strace() else {
        bail!(messages::syscalls::NO_STRACE);
    };
    // In the same network and with the same rights as the programs later.
    let mut refusal: Option<String> = None;
    worker::run(&Job::TryTracing(strace.clone()), |answer| refusal = answer)?;
    match refusal {
        None => Ok(strace),
        Some(reason) => bail!(messages::syscalls::refused(&reason)),
    }
}

/// What of a report is worth remembering: a check that cannot be run while strace looks on may have passed without it.
pub(crate) fn known(report: &LessonReport, is_traced: bool) -> Cow<'_, LessonReport> {
    let mut known = Cow::Borrowed(report);
    if is_traced {
        let checks = &mut known.to_mut().checks;
        checks.retain(|check| check.outcome != Outcome::Unavailable);
    }
    known
}

/// Puts the number of its step before each call that is one.
pub(crate) fn number(report: &mut LessonReport) {
    for check in &mut report.checks {
        let mut steps = steps(&check.transcript);
        for (event, step) in check.transcript.iter_mut().zip(steps.drain(..)) {
            if let Some(step) = step {
                event.bytes = match event.bytes.split_once("] ") {
                    Some((pid, call)) if pid.starts_with('[') => format!("{pid}] {step} {call}"),
                    _ => format!("{step} {}", event.bytes),
                };
            }
        }
    }
}

/// The side that a program of the course is on; `None` for those that have no conversation.
pub(crate) fn role(program: &str) -> Option<Role> {
    if CLIENTS.contains(&program) {
        Some(Role::Client)
    } else if TCP_SERVERS.contains(&program) {
        Some(Role::Server)
    } else {
        UDP_SERVERS.contains(&program).then_some(Role::UdpServer)
    }
}

/// The processes of a check, in the order of their first calls: strace's word for each, empty where there is one only.
pub(crate) fn processes(check: &CheckReport) -> Vec<&str> {
    let mut found = Vec::new();
    for event in calls(check) {
        let (whose, _) = whose(&event.bytes);
        if !found.contains(&whose) {
            found.push(whose);
        }
    }
    found
}

/// What was seen of the nine steps, of a numbered check's process.
pub(crate) fn seen<'a>(check: &'a CheckReport, process: &str) -> Vec<Seen<'a>> {
    let mut steps: Vec<Seen> = (1..=9)
        .map(|step| Seen {
            step,
            kinds: Vec::new(),
        })
        .collect();
    let own = calls(check).map(|event| whose(&event.bytes));
    for (_, text) in own.filter(|(whose, _)| *whose == process) {
        if let Some((times, names)) = folded(text) {
            let kinds = steps.iter_mut().flat_map(|seen| &mut seen.kinds);
            for kind in kinds.filter(|kind| names.contains(&kind.target())) {
                kind.times += times;
            }
        } else if let Some((step, call)) = numbered(text)
            && let Some(seen) = steps.get_mut(step.wrapping_sub(1))
        {
            seen.add(call);
        }
    }
    steps
}

/// `7 recv(4) = 5 "hello"` as its step and its call.
fn numbered(text: &str) -> Option<(usize, &str)> {
    let (step, call) = text.split_once(' ')?;
    Some((step.parse().ok()?, call))
}

/// `… 532 more rounds: recv(4), send(4)` as how often, and what.
fn folded(text: &str) -> Option<(usize, Vec<&str>)> {
    let (times, calls) = text.strip_prefix("… ")?.split_once(": ")?;
    let times = times.split(' ').next()?.parse().ok()?;
    let names = calls.split(", ").filter_map(|call| call.strip_suffix(')'));
    Some((times, names.collect()))
}

impl<'a> Seen<'a> {
    fn add(&mut self, call: &'a str) {
        let name = |call: &'a str| call.split('(').next();
        match self
            .kinds
            .iter_mut()
            .find(|kind| name(kind.call) == name(call))
        {
            Some(kind) => {
                kind.times += 1;
                if !has_worked(kind.call) && has_worked(call) {
                    kind.call = call;
                }
            }
            None => self.kinds.push(Kind { call, times: 1 }),
        }
    }
}

impl Kind<'_> {
    /// What is called on which descriptor: `recv(4`.
    fn target(&self) -> &str {
        self.call.split([',', ')']).next().unwrap_or(self.call)
    }
}

fn has_worked(call: &str) -> bool {
    !call.contains(" = -1") && !call.ends_with(" = ?")
}

fn calls(check: &CheckReport) -> impl Iterator<Item = &Event> {
    check
        .transcript
        .iter()
        .filter(|event| event.event == EventKind::Call)
}

/// `[4123] close(4) = 0` as the process and its call.
fn whose(text: &str) -> (&str, &str) {
    match text.split_once("] ") {
        Some((pid, call)) if pid.starts_with('[') => (&pid[1..], call),
        _ => ("", text),
    }
}

/// What is known of a socket.
#[derive(Debug, Clone, Copy)]
struct Socket {
    state: State,
    /// Which event made it.
    made: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Made, and nothing more.
    Stream,
    Datagram,
    /// A datagram socket with an address of its own.
    BoundDatagram,
    Connected,
    Accepted,
}

/// The step that each event is, by what became of its descriptor before.
fn steps(transcript: &[Event]) -> Vec<Option<u8>> {
    let mut steps = vec![None; transcript.len()];
    let mut sockets: BTreeMap<(&str, &str), Socket> = BTreeMap::new();
    for (at, event) in transcript.iter().enumerate() {
        if event.event != EventKind::Call {
            continue;
        }
        let (process, text) = whose(&event.bytes);
        let Some(call) = Call::parse(text) else {
            continue;
        };
        let known = sockets.get(&(process, call.descriptor)).copied();
        let target = sockets.get(&(process, call.target())).copied();
        steps[at] = call.step(known.or(target.filter(|_| call.name == "splice")));
        let becomes = call.becomes(known);
        if let Some((descriptor, state)) = becomes {
            let made = known.filter(|_| descriptor == call.descriptor);
            let made = made.map_or(at, |socket| socket.made);
            sockets.insert((process, descriptor), Socket { state, made });
        }
        // A datagram socket that asks others is the resolver's: nobody has it for a conversation.
        if let ("connect", Some(socket)) = (call.name, known)
            && socket.state == State::Datagram
        {
            steps[socket.made] = None;
        }
    }
    steps
}

/// `recv(4) = 5 "hello"` in its parts.
struct Call<'a> {
    name: &'a str,
    arguments: &'a str,
    descriptor: &'a str,
    result: &'a str,
}

impl<'a> Call<'a> {
    fn parse(text: &'a str) -> Option<Call<'a>> {
        let (name, rest) = text.split_once('(')?;
        let end = rest.find([',', ')'])?;
        // What a read has brought may look like anything; what a write carries comes before its result.
        let result = if rest[end..].starts_with(')') {
            rest.split_once(") = ")
        } else {
            rest.rsplit_once(") = ")
        };
        Some(Call {
            name,
            arguments: rest,
            descriptor: &rest[..end],
            result: result.map_or("", |(_, result)| result),
        })
    }

    /// Where `splice(0, 4)` moves bytes to.
    fn target(&self) -> &'a str {
        let behind = self.arguments.split_once(", ").map_or("", |(_, rest)| rest);
        behind.split([',', ')']).next().unwrap_or("")
    }

    /// The number in "The nine steps" of lesson 2.
    fn step(&self, socket: Option<Socket>) -> Option<u8> {
        use State::*;
        let state = socket.map(|socket| socket.state);
        match self.name {
            "socket" => Some(1),
            "bind" => Some(2),
            "listen" => Some(3),
            "connect" => (state == Some(Stream)).then_some(4),
            "accept" => Some(5),
            "write" | "writev" | "send" | "sendmsg" | "sendmmsg" | "sendfile" | "splice" => {
                match state {
                    Some(Connected) => Some(6),
                    Some(Accepted | BoundDatagram) => Some(7),
                    _ => None,
                }
            }
            "read" | "readv" | "recv" | "recvmsg" | "recvmmsg" => match state {
                Some(Connected | Accepted) if self.result == "0" => Some(8),
                Some(Connected | Accepted | BoundDatagram) => Some(7),
                _ => None,
            },
            "shutdown" => Some(8),
            "close" => (state != Some(Datagram)).then_some(9),
            _ => None,
        }
    }

    /// What the call makes of a descriptor.
    fn becomes(&self, socket: Option<Socket>) -> Option<(&'a str, State)> {
        let has_worked = !self.result.starts_with('-') && !self.result.is_empty();
        let is_on_its_way = self.result.starts_with("-1 EINPROGRESS");
        let is_datagram = socket.is_some_and(|socket| socket.state == State::Datagram);
        match self.name {
            "socket" if has_worked => {
                let state = if self.arguments.contains("DGRAM") {
                    State::Datagram
                } else {
                    State::Stream
                };
                Some((self.result, state))
            }
            "accept" if has_worked => Some((self.result, State::Accepted)),
            "bind" if has_worked && is_datagram => Some((self.descriptor, State::BoundDatagram)),
            "connect" if (has_worked || is_on_its_way) && !is_datagram => {
                Some((self.descriptor, State::Connected))
            }
            "fcntl" if self.arguments.contains("F_DUPFD") && has_worked => {
                Some((self.result, socket?.state))
            }
            "dup" | "dup2" | "dup3" if has_worked => Some((self.result, socket?.state)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
