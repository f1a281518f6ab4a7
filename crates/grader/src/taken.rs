//! A program of a check could not have the address that it wanted: who has it? Mostly a copy of the same program, which another check
//! runs at the same time, since somebody wrote a fixed port into it.

use crate::deadline::Deadline;
use crate::holder;
use crate::holder::Endpoint;
use crate::holder::Holder;
use crate::holder::Owner;
use crate::running::Running;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

/// How programs say it: as Rust, as the C library, and by the numbers of Linux, of macOS and of Windows.
const SAYINGS: [&str; 8] = [
    "address already in use",
    "address in use",
    "addrinuse",
    "only one usage of each socket address",
    "os error 98",
    "os error 48",
    "os error 10048",
    "errno 98",
];
/// Its words come through a pipe, shortly after its end can be seen.
const WORDS_TIME: Duration = Duration::from_millis(500);

/// Who has the address that this program did not get, unless its check has taken it on purpose. `launched` are all programs of the
/// check, which must not have been ended yet.
pub(crate) fn line(running: &Running, launched: &[Arc<Running>]) -> Option<String> {
    if !is_refused(running) {
        return None;
    }
    let (command, arguments) = running.command();
    let given = arguments.iter().find_map(|word| word.parse().ok());
    let stderr = running.stderr();
    let told = addr_in(&String::from_utf8_lossy(&stderr));
    let wanted = told.or(given.filter(|addr: &SocketAddr| addr.port() != 0));
    let mut holders = match wanted {
        Some(addr) => [Endpoint::Tcp(addr), Endpoint::Udp(addr)]
            .iter()
            .flat_map(holder::find)
            .collect(),
        // Mostly it repeats what it was given. Whoever wants the same runs the same program.
        None if given.is_some() => holder::copies(command),
        None => return None,
    };
    holders.retain(|holder| !is_of_this_check(holder, launched));
    // A check gives port 0, but for a port that it has itself taken, or that is to be taken over.
    if holders.is_empty() && (wanted == given || given.is_none()) {
        return None;
    }
    let what = wanted.map_or_else(|| "an address".to_owned(), |addr| addr.to_string());
    let mut text = format!("it wanted {what}, which {}", in_use(&holders));
    if let Some(given) = given.filter(|given| wanted != Some(*given)) {
        text.push_str(&format!(
            ". It must use the address that it is given, here {given}: checks run side by side"
        ));
    }
    Some(text)
}

/// Does it say that an address is in use, and did not listen or has ended?
fn is_refused(running: &Running) -> bool {
    let has_ended = running.ended().is_some();
    if !has_ended && running.stdout().starts_with(b"listening on ") {
        return false;
    }
    if has_ended {
        let deadline = Deadline::after(WORDS_TIME);
        running.stderr.wait(deadline, |_, ended| ended);
    }
    let stderr = String::from_utf8_lossy(&running.stderr()).to_lowercase();
    SAYINGS.iter().any(|saying| stderr.contains(saying))
}

/// The first address with a port in a text.
fn addr_in(text: &str) -> Option<SocketAddr> {
    let is_part = |letter: char| letter.is_ascii_hexdigit() || ".:[]".contains(letter);
    text.split(|letter| !is_part(letter))
        .filter_map(|word| word.trim_end_matches([':', '.']).parse().ok())
        .find(|addr: &SocketAddr| addr.port() != 0)
}

/// May it be one of the check's own programs, or our own side of the wire?
fn is_of_this_check(holder: &Holder, launched: &[Arc<Running>]) -> bool {
    let pid = match &holder.owner {
        Owner::Process(process) => process.pid,
        Owner::AnotherUser(_) | Owner::Hidden => return false,
        Owner::Untold => return true,
    };
    let is_in = |root: u32| root == pid || cell::descendants(root).contains(&pid);
    pid == std::process::id() || launched.iter().any(|running| is_in(running.pid()))
}

fn in_use(holders: &[Holder]) -> String {
    let each: Vec<String> = holders.iter().map(named).collect();
    if each.is_empty() {
        return "was in use then, most likely by its copy in another check".to_owned();
    }
    format!("is in use by {}", each.join(" and by "))
}

fn named(holder: &Holder) -> String {
    let process = match &holder.owner {
        Owner::Process(process) => process,
        Owner::AnotherUser(_) => return "another user's process".to_owned(),
        Owner::Hidden | Owner::Untold => {
            return "a process that cannot be seen from here".to_owned();
        }
    };
    let places: Vec<String> = holder.endpoints.iter().map(Endpoint::to_string).collect();
    let origin = if process.is_of_a_check {
        "which another check runs at the same time"
    } else {
        "which no check has started"
    };
    let (name, pid) = (process.name(), process.pid);
    format!("{name} (pid {pid}, on {}), {origin}", places.join(" and "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let found = addr_in(text).map(|addr| addr.to_string());
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn an_address_is_found_in_what_programs_say() {
        check(
            "error: cannot listen on 127.0.0.1:10000: Address already in use (os error 98)",
            Some("127.0.0.1:10000"),
        );
        check("bind [::1]:10000.", Some("[::1]:10000"));
        check("cannot listen on 127.0.0.1:0: Address already in use", None);
        check("src/main.rs:10:5: Os { code: 98, kind: AddrInUse }", None);
    }
}
