//! Reads what strace writes, and puts the calls on sockets into few words: `read(4) = 5 "hello"`. Whose calls they are, and which
//! step of a lesson, is not known here.

mod arguments;
mod fold;
mod words;

use arguments::descriptor;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// One call that a program has made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Call {
    /// Microseconds since 1970: when it was made or, of a call that takes something in, when it returned.
    pub(crate) at_us: u64,
    /// `read(4) = 5 "hello"`.
    pub(crate) text: String,
}

/// A line of strace's, or the two halves of one that another thread's call came between.
struct Line<'a> {
    thread: u32,
    began_us: u64,
    returned_us: Option<u64>,
    /// `read(4<socket:[12]>, "hello", 1024) = 5`.
    text: String,
    name: &'a str,
}

/// Is this the line of a program that was started?
pub(crate) fn is_start(line: &str) -> bool {
    line.contains(" execve(") && line.contains(") = 0")
}

/// The calls on sockets among the lines, in the order of their time. Long runs of the same are folded.
pub(crate) fn read<L: AsRef<str>>(lines: &[L]) -> Vec<Call> {
    let lines = join(lines.iter().map(AsRef::as_ref));
    let strangers = strangers(&lines);
    let mut threads: BTreeMap<u32, Vec<fold::Step>> = BTreeMap::new();
    for line in &lines {
        if let Some(step) = step(line, &strangers) {
            threads.entry(line.thread).or_default().push(step);
        }
    }
    let mut calls: Vec<Call> = threads.into_values().flat_map(fold::fold).collect();
    calls.sort_by_key(|call| call.at_us);
    calls
}

/// Puts the halves of a call together. One that never returned stands where it was made.
fn join<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<Line<'a>> {
    let mut joined: Vec<Line> = Vec::new();
    let mut open: BTreeMap<u32, usize> = BTreeMap::new();
    for line in lines {
        let Some((thread, at_us, text)) = split(line) else {
            continue;
        };
        if let Some(rest) = text.strip_prefix("<... ") {
            let half = open.remove(&thread).and_then(|at| joined.get_mut(at));
            if let (Some(half), Some((_, rest))) = (half, rest.split_once(" resumed>")) {
                half.text.push_str(without_time(rest).0);
                half.returned_us = Some(at_us);
            }
            continue;
        }
        let Some((name, _)) = text.split_once('(') else {
            continue;
        };
        let (text, took) = without_time(text);
        let unfinished = text.strip_suffix("<unfinished ...>");
        if unfinished.is_some() {
            open.insert(thread, joined.len());
        }
        joined.push(Line {
            thread,
            began_us: at_us,
            returned_us: took.map(|took| at_us + took),
            text: unfinished.unwrap_or(text).to_owned(),
            name,
        });
    }
    joined
}

/// `4123  1795333640.826978 close(4) = 0` as its thread, its time in microseconds, and the rest.
fn split(line: &str) -> Option<(u32, u64, &str)> {
    let (thread, rest) = line.trim_start().split_once(' ')?;
    let (time, text) = rest.trim_start().split_once(' ')?;
    Some((thread.parse().ok()?, micros(time)?, text))
}

/// Takes the time off the end of a line: `close(4) = 0 <0.000040>`.
fn without_time(text: &str) -> (&str, Option<u64>) {
    let time = text
        .strip_suffix('>')
        .and_then(|text| text.rsplit_once(" <"));
    match time.and_then(|(text, time)| Some((text, micros(time)?))) {
        Some((text, took)) => (text, Some(took)),
        None => (text, None),
    }
}

/// Seconds with six digits after the point.
fn micros(time: &str) -> Option<u64> {
    let (seconds, micros) = time.split_once('.')?;
    (micros.len() == 6).then_some(())?;
    Some(seconds.parse::<u64>().ok()? * 1_000_000 + micros.parse::<u64>().ok()?)
}

/// The sockets, by the system's own numbers, that the C library has made for itself: it asks the kernel for the machine's addresses, and
/// the cache of names for a name. No program of a student's has written these calls.
fn strangers(lines: &[Line]) -> BTreeSet<String> {
    let is_strange = |line: &&Line| match line.name {
        "socket" => line.text.starts_with("socket(AF_NETLINK"),
        "connect" => line.text.contains("/nscd/socket\""),
        _ => false,
    };
    let sockets = lines
        .iter()
        .filter(is_strange)
        .flat_map(|line| arguments::sockets(&line.text));
    sockets.map(|socket| socket.inode.to_owned()).collect()
}

/// The call in words, where it is one on a socket.
fn step(line: &Line, strangers: &BTreeSet<String>) -> Option<fold::Step> {
    let (arguments, result) = match line.text.rsplit_once(") = ") {
        Some((before, result)) => (before, Some(result)),
        None => (line.text.trim_end(), None),
    };
    // A signal has come between, and the call is made again when the program goes on.
    let result = result.filter(|result| !result.starts_with('?') || result.contains("ERESTART"));
    if result.is_some_and(|result| result.starts_with('?')) {
        return None;
    }
    let (_, arguments) = arguments.split_once('(')?;
    let sockets = arguments::sockets(&line.text);
    let is_wait = line.name.starts_with("epoll_");
    let is_first = line.name == "socket" && !arguments.starts_with("AF_NETLINK");
    let is_known = |socket: &arguments::Socket| strangers.contains(socket.inode);
    if (sockets.is_empty() && !is_wait && !is_first) || sockets.iter().any(is_known) {
        return None;
    }
    let arguments = arguments::split(arguments);
    let words = words::of(line.name, &arguments, result)?;
    let at_us = match line.returned_us {
        Some(returned) if words.takes_in => returned,
        _ => line.began_us,
    };
    let kind = match result.map(|result| result.split(' ').next().unwrap_or(result)) {
        None => "waits",
        Some("0") => "0",
        Some("-1") => result.unwrap_or("-1"),
        Some(_) => "some",
    };
    let first = arguments.first().map_or("", |first| descriptor(first));
    Some(fold::Step {
        call: Call {
            at_us,
            text: words.text,
        },
        kind: format!("{} {first} {kind}", line.name),
        bytes: words.bytes,
    })
}

#[cfg(test)]
mod tests;
