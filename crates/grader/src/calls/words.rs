//! One call in few words, as near to what strace writes as a line of a timeline has room for.

use super::arguments::address;
use super::arguments::between;
use super::arguments::descriptor;
use super::arguments::sockets;
use super::arguments::text;

/// Of the bytes that a call carries, so many characters are shown.
const SHOWN: usize = 24;
/// Of the descriptors that a call waits for, so many.
const MOST_WAITED: usize = 6;

pub(super) struct Words {
    pub(super) text: String,
    /// How many bytes it carried.
    pub(super) bytes: u64,
    /// Does it wait for something that comes from outside? Then the moment when it came is the one that counts.
    pub(super) takes_in: bool,
}

/// The call `name` in words; `None` where it says nothing about a conversation. A `result` of `None` is of a call that has not
/// returned.
pub(super) fn of(name: &str, arguments: &[&str], result: Option<&str>) -> Option<Words> {
    match name {
        "read" | "readv" | "recvfrom" | "recvmsg" | "recvmmsg" => {
            return Some(incoming(name, arguments, result));
        }
        "write" | "writev" | "sendto" | "sendmsg" | "sendmmsg" => {
            return Some(outgoing(name, arguments, result));
        }
        _ => {}
    }
    let waits = ["accept", "poll", "ppoll", "select", "pselect", "epoll"];
    let mut text = ended(&asked(name, arguments)?, result);
    if name.starts_with("epoll") && number(result) > 0 {
        text.push_str(&happened(arguments.get(1).copied().unwrap_or("")));
    }
    let is_transfer = matches!(name, "splice" | "sendfile");
    Some(Words {
        text,
        bytes: if is_transfer { number(result) } else { 0 },
        takes_in: waits.iter().any(|wait| name.starts_with(wait)),
    })
}

/// A call that carries no bytes that strace shows, without its result.
fn asked(name: &str, arguments: &[&str]) -> Option<String> {
    let argument = |number: usize| arguments.get(number).copied().unwrap_or("");
    let value = |number: usize| argument(number).trim_matches(['[', ']']);
    let fd = descriptor(argument(0));
    Some(match name {
        "socket" => format!("socket({}, {})", plain(argument(0)), kind(argument(1))),
        "bind" | "connect" => format!("{name}({fd}, {})", address(argument(1))),
        "listen" | "shutdown" => format!("{name}({fd}, {})", argument(1)),
        "accept" | "accept4" => format!("accept({fd})"),
        "close" | "dup" => format!("{name}({fd})"),
        "dup2" | "dup3" | "sendfile" => format!("{name}({fd}, {})", descriptor(argument(1))),
        "splice" => format!("splice({fd}, {})", descriptor(argument(2))),
        "setsockopt" => {
            let option = argument(2).trim_end_matches("_OLD");
            // A time is shown as the bytes that it is made of, which nobody reads.
            let value = Some(value(3)).filter(|value| !value.starts_with('"'));
            let value = value.map_or(String::new(), |value| format!(", {value}"));
            format!("setsockopt({fd}, {option}{value})")
        }
        "ioctl" if argument(1) == "FIONBIO" => format!("ioctl({fd}, FIONBIO, {})", value(2)),
        "fcntl" => format!("fcntl({fd}, {})", control(argument(1), argument(2))?),
        "poll" | "ppoll" => format!("{name}({})", polled(argument(0))),
        "select" | "pselect6" => format!("{name}({})", selected(arguments)),
        "epoll_wait" | "epoll_pwait" | "epoll_pwait2" => format!("epoll_wait({fd})"),
        _ => return None,
    })
}

/// `read(4) = 5 "hello"`.
fn incoming(name: &str, arguments: &[&str], result: Option<&str>) -> Words {
    let argument = |number: usize| arguments.get(number).copied().unwrap_or("");
    let name = if name == "recvfrom" { "recv" } else { name };
    let peek = if argument(3).contains("MSG_PEEK") {
        ", PEEK"
    } else {
        ""
    };
    let mut words = ended(
        &format!("{name}({}{peek})", descriptor(argument(0))),
        result,
    );
    let bytes = number(result);
    if bytes > 0 {
        words.push_str(&format!(" {}", quoted(argument(1), bytes)));
    }
    let sender = arguments
        .iter()
        .skip(1)
        .find(|argument| argument.contains("sa_family="));
    if let Some(sender) = sender.filter(|_| !result.is_some_and(|result| result.starts_with('-'))) {
        words.push_str(&format!(" from {}", address(sender)));
    }
    Words {
        text: words,
        bytes,
        takes_in: true,
    }
}

/// `write(4, "hello") = 5`; with how many it was asked to take, where it has taken fewer.
fn outgoing(name: &str, arguments: &[&str], result: Option<&str>) -> Words {
    let argument = |number: usize| arguments.get(number).copied().unwrap_or("");
    let asked: u64 = argument(2).parse().unwrap_or(0);
    let bytes = number(result);
    let data = quoted(argument(1), asked.max(bytes));
    let mut call = format!(
        "{}({}, {data}",
        if name == "sendto" { "send" } else { name },
        descriptor(argument(0))
    );
    if result.is_some() && asked != bytes && matches!(name, "write" | "sendto") {
        call.push_str(&format!(", {asked}"));
    }
    if let Some(receiver) = arguments
        .iter()
        .skip(1)
        .find(|argument| argument.contains("sa_family="))
    {
        call.push_str(&format!(", to {}", address(receiver)));
    }
    Words {
        text: ended(&format!("{call})"), result),
        bytes,
        takes_in: false,
    }
}

/// The call and what became of it: `close(4) = 0`, `connect(3, …) = -1 ECONNREFUSED (connection refused)`.
fn ended(call: &str, result: Option<&str>) -> String {
    let Some(result) = result else {
        return format!("{call} = ?");
    };
    let (value, more) = result.split_once(' ').unwrap_or((result, ""));
    let value = descriptor(value);
    if more.is_empty() {
        return format!("{call} = {value}");
    }
    let is_poll = more.starts_with("([{");
    let more = if is_poll {
        format!("({})", polled_events(more))
    } else {
        lower(more)
    };
    format!("{call} = {value} {more}")
}

/// `ECONNRESET (Connection reset by peer)` in fewer words: in Rust's own, or as we write our messages.
fn lower(words: &str) -> String {
    if words.starts_with('(') {
        return words.to_lowercase();
    }
    let (name, explained) = words.split_once(" (").unwrap_or((words, ""));
    let short = match name {
        "EAGAIN" => "would block",
        "EINPROGRESS" => "in progress",
        "ECONNRESET" => "connection reset",
        "ENOTCONN" => "not connected",
        _ => return words.to_lowercase().replacen(&name.to_lowercase(), name, 1),
    };
    match explained {
        "" => name.to_owned(),
        _ => format!("{name} ({short})"),
    }
}

fn number(result: Option<&str>) -> u64 {
    let value = result.and_then(|result| result.split(' ').next());
    value.and_then(|value| value.parse().ok()).unwrap_or(0)
}

/// The first text of an argument in quotes, cut where it is long or where strace has cut it.
fn quoted(argument: &str, length: u64) -> String {
    let Some((bytes, _)) = text(argument) else {
        return "…".to_owned();
    };
    let mut shown = String::new();
    let mut count = 0;
    for byte in &bytes {
        let letter = byte.escape_ascii().to_string();
        if shown.len() + letter.len() > SHOWN {
            break;
        }
        shown.push_str(&letter);
        count += 1;
    }
    let cut = if count < length { "…" } else { "" };
    format!("\"{shown}{cut}\"")
}

fn plain(word: &str) -> &str {
    ["AF_", "SOCK_"]
        .iter()
        .find_map(|prefix| word.strip_prefix(prefix))
        .unwrap_or(word)
}

/// The kind of a socket; that it is closed in other programs is Rust's own doing, and not said.
fn kind(flags: &str) -> String {
    let words: Vec<&str> = flags
        .split('|')
        .map(plain)
        .filter(|flag| *flag != "CLOEXEC")
        .collect();
    words.join("|")
}

/// What `fcntl` is mostly asked for: another handle, or never to wait.
fn control(command: &str, value: &str) -> Option<String> {
    if command.starts_with("F_DUPFD") {
        return Some("F_DUPFD".to_owned());
    }
    (command == "F_SETFL").then(|| {
        let flags: Vec<&str> = value.split('|').filter(|flag| *flag != "O_RDWR").collect();
        format!(
            "F_SETFL, {}",
            if flags.is_empty() {
                "0".to_owned()
            } else {
                flags.join("|")
            }
        )
    })
}

/// The descriptors in `[{fd=3<socket:[12]>, events=POLLIN}, …]`.
fn polled(list: &str) -> String {
    let all: Vec<&str> = list
        .split("{fd=")
        .skip(1)
        .map(|entry| entry.split(['<', ',']).next().unwrap_or(entry))
        .collect();
    cut(&all)
}

/// `3 IN, 4 IN|HUP` of `([{fd=3, revents=POLLIN}, …])`.
fn polled_events(list: &str) -> String {
    let all: Vec<String> = list
        .split("{fd=")
        .skip(1)
        .filter_map(|entry| {
            Some(format!(
                "{} {}",
                entry.split(['<', ',']).next()?,
                between(entry, "revents=", "}")?.replace("POLL", "")
            ))
        })
        .collect();
    cut(&all)
}

/// The sockets in the sets of `select`.
fn selected(arguments: &[&str]) -> String {
    let mut all: Vec<&str> = arguments
        .iter()
        .flat_map(|set| sockets(set))
        .map(|socket| socket.descriptor)
        .collect();
    all.dedup();
    cut(&all)
}

/// ` (IN, IN|RDHUP)` of `[{events=EPOLLIN, data=…}, …]`.
fn happened(list: &str) -> String {
    let all: Vec<String> = list
        .split("{events=")
        .skip(1)
        .map(|entry| {
            entry
                .split(',')
                .next()
                .unwrap_or(entry)
                .replace("EPOLL", "")
        })
        .collect();
    format!(" ({})", cut(&all))
}

fn cut<T: AsRef<str>>(all: &[T]) -> String {
    let shown: Vec<&str> = all.iter().take(MOST_WAITED).map(AsRef::as_ref).collect();
    let more = if all.len() > MOST_WAITED { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}
