//! The words about an address that somebody else has: who, for how long, and how to get it.

use super::eprint_line;
use crate::holder;
use crate::style;
use crate::style::Mark;
use crate::style::paint;
use grader::holder::Endpoint;
use grader::holder::Holder;
use grader::holder::Owner;
use grader::holder::Process;
use std::time::Duration;

/// Of a command line, so many characters.
const COMMAND_SHOWN: usize = 60;

/// An address that a program is about to listen on is held, on stderr. `elsewhere` is the command that takes another one.
pub(crate) fn held(wanted: &Endpoint, holders: &[Holder], elsewhere: Option<&str>) {
    let word = paint(style::on_stderr(), Mark::Note, "note");
    for holder in holders {
        let holder = in_use(wanted, holder);
        eprint_line(&format!("{word}: {wanted} is {holder}"));
    }
    let ways = holders.iter().map(|holder| way_out(wanted, &holder.owner));
    let mut ways: Vec<(String, &str)> = ways.collect();
    match elsewhere {
        Some(command) => ways.push((
            command.to_owned(),
            "takes any free port, and says which one",
        )),
        None => ways.push(("another path".to_owned(), "does as well")),
    }
    let width = ways.iter().map(|(command, _)| command.len()).max();
    let width = width.unwrap_or_default();
    for (command, effect) in ways {
        eprint_line(&format!("      {command:<width$}   {effect}"));
    }
}

/// The same in a clause, for `doctor`.
pub(crate) fn held_clause(wanted: &Endpoint, holders: &[Holder]) -> String {
    let each = holders.iter().map(|holder| {
        let (command, effect) = way_out(wanted, &holder.owner);
        format!("{}; `{command}` {effect}", in_use(wanted, holder))
    });
    each.collect::<Vec<String>>().join("; and ")
}

fn in_use(wanted: &Endpoint, holder: &Holder) -> String {
    format!("in use{}{}", by(holder), place(wanted, holder))
}

fn by(holder: &Holder) -> String {
    match &holder.owner {
        Owner::Process(process) => format!(" by {}", described(process)),
        Owner::AnotherUser(0) => " by a process of root's".to_owned(),
        Owner::AnotherUser(user) => format!(" by another user's process (user number {user})"),
        Owner::Hidden => {
            " by a process that cannot be seen from here, of a container or of the system itself"
                .to_owned()
        }
        Owner::Untold => String::new(),
    }
}

/// `your own older run of echo-server (pid 4123), started 3 minutes ago`
fn described(process: &Process) -> String {
    let name = if holder::is_own_older_run(process) {
        format!("your own older run of {}", process.name())
    } else {
        command(process)
    };
    let mut text = format!("{name} (pid {})", process.pid);
    if let Some(age) = process.age {
        text.push_str(&format!(", started {} ago", long(age)));
    }
    if process.is_of_a_check {
        text.push_str(", by a check that runs now");
    }
    if process.is_replaced {
        text.push_str(", before it was built again");
    }
    if process.is_stopped {
        text.push_str(", and stopped as by Ctrl-Z");
    }
    text
}

/// What somebody would recognise it by: its name alone may be that of an interpreter.
fn command(process: &Process) -> String {
    let rest = process.command.get(1..).unwrap_or_default();
    let mut text = process.name();
    for word in rest {
        text.push(' ');
        text.push_str(word);
    }
    let text = super::lesson::printable(&text);
    if text.chars().count() <= COMMAND_SHOWN {
        return text;
    }
    let begun: String = text.chars().take(COMMAND_SHOWN).collect();
    format!("{begun}…")
}

/// Where it listens, if that is something else than what is wanted.
fn place(wanted: &Endpoint, holder: &Holder) -> String {
    let is_plain = matches!(wanted, Endpoint::Unix(_)) || holder.endpoints.contains(wanted);
    if is_plain {
        return String::new();
    }
    let places: Vec<String> = holder.endpoints.iter().map(Endpoint::to_string).collect();
    format!("; it listens on {}", places.join(" and "))
}

/// A command, and what it does about the holder: ends it, or shows who it is.
fn way_out(wanted: &Endpoint, owner: &Owner) -> (String, &'static str) {
    let system = match owner {
        Owner::Process(process) => {
            // One that is held still does not see the ordinary signal before it goes on.
            let signal = if process.is_stopped { "-KILL " } else { "" };
            let effect = if holder::is_own_older_run(process) {
                "ends it"
            } else {
                "ends it, if nobody needs it"
            };
            return (format!("kill {signal}{}", process.pid), effect);
        }
        Owner::AnotherUser(_) | Owner::Hidden => "linux",
        Owner::Untold => std::env::consts::OS,
    };
    (show(wanted, system), "shows who it is")
}

/// The command that shows on this system who listens.
fn show(wanted: &Endpoint, system: &str) -> String {
    let (kind, port) = match wanted {
        Endpoint::Tcp(addr) => ("t", addr.port()),
        Endpoint::Udp(addr) => ("u", addr.port()),
        Endpoint::Unix(_) if system == "linux" => return "sudo ss -lxp".to_owned(),
        Endpoint::Unix(path) => return format!("lsof {}", path.display()),
    };
    match (system, kind) {
        ("linux", kind) => format!("sudo ss -ln{kind}p 'sport = :{port}'"),
        ("windows", _) => format!("netstat -ano | findstr :{port}"),
        (_, "t") => format!("lsof -nP -iTCP:{port} -sTCP:LISTEN"),
        (_, _) => format!("lsof -nP -iUDP:{port}"),
    }
}

/// A time as people say it, in its largest whole unit.
fn long(time: Duration) -> String {
    let seconds = time.as_secs();
    let (number, unit) = match seconds {
        0..60 => (seconds, "second"),
        60..3600 => (seconds / 60, "minute"),
        3600..86_400 => (seconds / 3600, "hour"),
        _ => (seconds / 86_400, "day"),
    };
    super::count(number as usize, unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn process() -> Process {
        Process {
            pid: 4123,
            command: ["python3", "-m", "http.server"].map(str::to_owned).to_vec(),
            executable: "/usr/bin/python3.12".into(),
            is_replaced: false,
            folder: None,
            age: Some(Duration::from_secs(185)),
            is_stopped: false,
            is_same_user: true,
            is_of_a_check: false,
        }
    }

    fn check(owner: Owner, held: &str, expected: &str) {
        let tcp = |text: &str| Endpoint::Tcp(text.parse().unwrap());
        let endpoints = vec![tcp(held)];
        let found = held_clause(&tcp("127.0.0.1:10000"), &[Holder { endpoints, owner }]);
        assert_eq!(found, expected);
    }

    #[test]
    fn says_who_it_is_since_when_and_what_ends_it() {
        check(
            Owner::Process(process()),
            "127.0.0.1:10000",
            "in use by python3.12 -m http.server (pid 4123), started 3 minutes ago; `kill 4123` ends it, if nobody needs it",
        );
        let stopped = Process {
            is_stopped: true,
            ..process()
        };
        check(
            Owner::Process(stopped),
            "0.0.0.0:10000",
            "in use by python3.12 -m http.server (pid 4123), started 3 minutes ago, and stopped as by Ctrl-Z; it listens on \
             0.0.0.0:10000; `kill -KILL 4123` ends it, if nobody needs it",
        );
        check(
            Owner::AnotherUser(1001),
            "127.0.0.1:10000",
            "in use by another user's process (user number 1001); `sudo ss -lntp 'sport = :10000'` shows who it is",
        );
    }

    #[test]
    fn every_system_has_its_command() {
        let tcp = Endpoint::Tcp("127.0.0.1:10000".parse().unwrap());
        let udp = Endpoint::Udp("127.0.0.1:10000".parse().unwrap());
        assert_eq!(show(&tcp, "macos"), "lsof -nP -iTCP:10000 -sTCP:LISTEN");
        assert_eq!(show(&udp, "macos"), "lsof -nP -iUDP:10000");
        assert_eq!(show(&tcp, "windows"), "netstat -ano | findstr :10000");
        assert_eq!(show(&udp, "linux"), "sudo ss -lnup 'sport = :10000'");
    }
}
