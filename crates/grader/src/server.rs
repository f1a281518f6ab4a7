//! A program that serves: started, and heard to say where it listens.

use crate::Verdict;
use crate::bytes::quote;
use crate::deadline::Deadline;
use crate::failure::Cause;
use crate::failure::Failure;
use crate::finished::describe;
use crate::peer::Connection;
use crate::peer::Wire;
use crate::running::Running;
use std::net::IpAddr;
use std::net::SocketAddr;
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::Arc;

/// Where a server can be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    Internet(SocketAddr),
    Path(PathBuf),
}

/// A running program that has said `listening on …`. Ends with its check.
#[derive(Debug)]
pub struct Server {
    running: Arc<Running>,
    place: Place,
    wire: Wire,
}

impl Server {
    /// Waits for the line, and reads the address in it; `asked` is what the program was told.
    pub(crate) fn announced(
        running: Arc<Running>,
        asked: &Place,
        wire: Wire,
        deadline: Deadline,
    ) -> Verdict<Server> {
        let has_line = |bytes: &[u8], ended: bool| ended || bytes.contains(&b'\n');
        let mut found = running.stdout.wait(deadline, has_line);
        if !found && running.is_asleep() == Some(false) {
            // It is still busy with starting, which a crowded machine makes slow: once more as long.
            let longer = Deadline::after(wire.start_time).or_earlier(wire.limit);
            found = running.stdout.wait(longer, has_line);
        }
        let stdout = running.stdout();
        let line = stdout
            .split(|byte| *byte == b'\n')
            .next()
            .unwrap_or_default();
        let expected = match asked {
            Place::Internet(addr) if addr.port() == 0 => {
                let shown = addr.to_string();
                format!(
                    "\"listening on {}PORT\\n\" on stdout",
                    shown.trim_end_matches('0')
                )
            }
            Place::Internet(addr) => format!("\"listening on {addr}\\n\" on stdout"),
            Place::Path(path) => format!("\"listening on {}\\n\" on stdout", path.display()),
        };
        if !found || line.len() == stdout.len() {
            return Err(not_announced(&running, expected, &stdout, deadline));
        }
        match read_place(line, asked) {
            Some(place) => Ok(Server {
                running,
                place,
                wire,
            }),
            None => {
                let got = format!("{} on stdout", quote(&stdout[..=line.len()]));
                Err(Failure::new(Cause::WrongOutput, expected, got))
            }
        }
    }

    /// Opens a connection to it.
    ///
    /// # Errors
    /// `refused` or `no_answer`, as the system answers.
    pub fn connect(&self) -> Verdict<Connection> {
        let connection = match &self.place {
            Place::Internet(addr) => Connection::connect(self.wire.clone(), *addr, None, None),
            Place::Path(path) => Connection::connect_unix(self.wire.clone(), path),
        };
        Ok(connection?.with(&self.running))
    }

    /// Opens a connection to it from the address `from` of this machine.
    ///
    /// # Errors
    /// As [`Server::connect`]; `broken` where the machine has no such address.
    pub fn connect_from(&self, from: IpAddr) -> Verdict<Connection> {
        let connection = Connection::connect(self.wire.clone(), self.addr()?, Some(from), None);
        Ok(connection?.with(&self.running))
    }

    /// Opens a TCP connection on which our system keeps about so many bytes that we have not read; what is more stays with the
    /// program's.
    ///
    /// # Errors
    /// As [`Server::connect`].
    pub fn connect_with_room_for(&self, bytes: usize) -> Verdict<Connection> {
        let connection = Connection::connect(self.wire.clone(), self.addr()?, None, Some(bytes));
        Ok(connection?.with(&self.running))
    }

    /// The address it listens on.
    ///
    /// # Errors
    /// `broken` where it listens on a path.
    pub fn addr(&self) -> Verdict<SocketAddr> {
        match &self.place {
            Place::Internet(addr) => Ok(*addr),
            Place::Path(_) => Err(Failure::broken("a server on a path has no IP address")),
        }
    }

    /// The program still runs, and its stdout holds the one line and nothing else. Ends the program, so that everything that it has
    /// printed is seen: the last thing for a check to do.
    ///
    /// # Errors
    /// `wrong_output` or `exited`.
    pub fn says_nothing_more(&self) -> Verdict {
        self.still_runs()?;
        self.running.kill();
        self.running.stdout.wait(self.wire.limit, |_, ended| ended);
        let stdout = self.running.stdout();
        let line = stdout
            .iter()
            .position(|byte| *byte == b'\n')
            .map_or(stdout.len(), |end| end + 1);
        if stdout.len() == line && !self.running.stdout.is_cut() {
            return Ok(());
        }
        let expected = format!("{} and nothing else on stdout", quote(&stdout[..line]));
        Err(Failure::new(Cause::WrongOutput, expected, quote(&stdout)))
    }

    /// The program has not ended.
    ///
    /// # Errors
    /// `exited`, with how.
    pub fn still_runs(&self) -> Verdict {
        match self.running.ended() {
            None => Ok(()),
            Some(status) => Err(Failure::new(
                Cause::Exited,
                "a server that runs until it is killed",
                format!("it has ended: {}", describe(status)),
            )),
        }
    }
}

impl Deref for Server {
    type Target = Running;

    fn deref(&self) -> &Running {
        &self.running
    }
}

/// The place in the line, if the line is the promised one.
fn read_place(line: &[u8], asked: &Place) -> Option<Place> {
    let text = std::str::from_utf8(line).ok()?;
    // println! on Windows writes no carriage return, but other languages do.
    let shown = text
        .strip_suffix('\r')
        .unwrap_or(text)
        .strip_prefix("listening on ")?;
    match asked {
        Place::Path(path) => (path.to_str() == Some(shown)).then(|| asked.clone()),
        Place::Internet(asked) => {
            let addr: SocketAddr = shown.parse().ok()?;
            let port_is_right =
                addr.port() != 0 && (asked.port() == 0 || asked.port() == addr.port());
            let is_right = addr.ip() == asked.ip() && port_is_right && addr.to_string() == shown;
            is_right.then_some(Place::Internet(addr))
        }
    }
}

fn not_announced(
    running: &Running,
    expected: String,
    stdout: &[u8],
    deadline: Deadline,
) -> Failure {
    let printed = if stdout.is_empty() {
        "nothing on stdout".to_owned()
    } else {
        format!("{} on stdout, without the line", quote(stdout))
    };
    // The end of the pipe comes shortly before the end of the process can be seen.
    let soon = Deadline::after(std::time::Duration::from_millis(500));
    let ended = if deadline.has_passed() {
        running.ended()
    } else {
        running.wait(soon)
    };
    match ended {
        Some(status) => {
            let got = format!("{printed}; it has ended: {}", describe(status));
            Failure::new(Cause::Exited, expected, got)
        }
        None if running.stdout.is_cut() => {
            let got = format!(
                "{} bytes on stdout without an end of line",
                running.stdout.length()
            );
            Failure::new(Cause::WrongOutput, expected, got)
        }
        None => {
            let got = format!("{printed}; it still runs");
            Failure::new(Cause::NeverListened, expected, got)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, asked: &str, expected: Option<&str>) {
        let asked = Place::Internet(asked.parse().unwrap());
        let place = expected.map(|addr| Place::Internet(addr.parse().unwrap()));
        assert_eq!(read_place(line.as_bytes(), &asked), place, "{line}");
    }

    #[test]
    fn only_the_address_that_was_asked_for_is_accepted() {
        check(
            "listening on 127.0.0.1:4000",
            "127.0.0.1:0",
            Some("127.0.0.1:4000"),
        );
        check("listening on [::1]:4000", "[::1]:0", Some("[::1]:4000"));
        check(
            "listening on 127.0.0.1:4000",
            "127.0.0.1:4000",
            Some("127.0.0.1:4000"),
        );
        check("listening on 127.0.0.1:4001", "127.0.0.1:4000", None);
        check("listening on 127.0.0.1:0", "127.0.0.1:0", None);
        check("listening on 0.0.0.0:4000", "127.0.0.1:0", None);
        check("listening on [0:0::1]:4000", "[::1]:0", None);
        check("Listening on 127.0.0.1:4000", "127.0.0.1:0", None);
        check("listening on 127.0.0.1:4000 ", "127.0.0.1:0", None);
        check("listening on port 4000", "127.0.0.1:0", None);
    }
}
