//! `cargo xtask doctor`: looks at the machine, and says what to do about what is missing.

use crate::OUR_FAULT;
use crate::PASSED;
use crate::catalogue::DEFAULT_PORTS;
use crate::messages;
use crate::worker;
use anyhow::Result;
use std::net::TcpListener;
use std::net::TcpStream;
use std::process::Command;

/// Look at this machine and say what the course can use of it.
#[derive(clap::Args)]
pub(crate) struct Arguments {}

/// One thing that was looked at.
pub(crate) struct Finding {
    pub(crate) what: &'static str,
    pub(crate) state: State,
    /// What was seen, and where something is missing, what to do.
    pub(crate) words: String,
}

/// How much a finding matters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Good,
    /// The course works without it, with less.
    Missing,
    /// The course does not work.
    Bad,
}

/// Fewer descriptors than this are not enough for a thousand clients, their server, and other checks beside.
const DESCRIPTORS: u64 = 4096;

/// # Errors
/// Where stdout cannot be written.
pub(crate) fn main(_: &Arguments) -> Result<u8> {
    // The private network comes last: from there on this process sees no other.
    let findings = [
        toolchain(),
        loopback(),
        ipv6(),
        default_ports(),
        descriptors(),
        python(),
        private_network(),
        names(),
    ];
    messages::findings(&findings)?;
    let is_bad = findings.iter().any(|finding| finding.state == State::Bad);
    Ok(if is_bad { OUR_FAULT } else { PASSED })
}

fn toolchain() -> Finding {
    let version = Command::new("rustc").arg("--version").output();
    let version = version.ok().filter(|output| output.status.success());
    let (state, words) = match version {
        Some(output) => (
            State::Good,
            String::from_utf8_lossy(&output.stdout).trim().to_owned(),
        ),
        None => (
            State::Bad,
            "rustc cannot be run; install Rust with rustup (https://rustup.rs)".to_owned(),
        ),
    };
    Finding {
        what: "Rust",
        state,
        words,
    }
}

fn loopback() -> Finding {
    let (state, words) = match converse("127.0.0.1:0") {
        Ok(()) => (State::Good, "127.0.0.1 carries a connection".to_owned()),
        Err(error) => {
            let words = format!(
                "127.0.0.1 carries no connection ({error}); bring the loopback interface up, or let the firewall pass it"
            );
            (State::Bad, words)
        }
    };
    Finding {
        what: "loopback",
        state,
        words,
    }
}

fn ipv6() -> Finding {
    let (state, words) = match converse("[::1]:0") {
        Ok(()) => (State::Good, "::1 carries a connection".to_owned()),
        Err(error) => {
            let words = format!(
                "::1 carries no connection ({error}); the checks about IPv6 run only in a private network, or after \
                 `sysctl net.ipv6.conf.lo.disable_ipv6=0`"
            );
            (State::Missing, words)
        }
    };
    Finding {
        what: "IPv6",
        state,
        words,
    }
}

fn converse(addr: &str) -> std::io::Result<()> {
    let listener = TcpListener::bind(addr)?;
    TcpStream::connect(listener.local_addr()?)?;
    listener.accept().map(drop)
}

fn default_ports() -> Finding {
    let taken = DEFAULT_PORTS
        .iter()
        .filter_map(|(lesson, port)| {
            let error = TcpListener::bind(("127.0.0.1", *port)).err()?;
            Some(format!("lesson {lesson}'s 127.0.0.1:{port} ({error})"))
        })
        .collect::<Vec<String>>();
    let (state, words) = if taken.is_empty() {
        let words = "all are free for programs run by hand".to_owned();
        (State::Good, words)
    } else {
        let words = format!(
            "not to be had: {}. End the program that listens there, or give yours another address. Checks do not need it",
            taken.join(", ")
        );
        (State::Missing, words)
    };
    Finding {
        what: "default ports",
        state,
        words,
    }
}

fn descriptors() -> Finding {
    let what = "descriptors";
    #[cfg(unix)]
    if let Ok((_, hard)) =
        nix::sys::resource::getrlimit(nix::sys::resource::Resource::RLIMIT_NOFILE)
    {
        // The checks raise the limit that counts, as far as this one.
        let (state, words) = if hard >= DESCRIPTORS {
            (State::Good, format!("a process may open {hard}"))
        } else {
            let words = format!(
                "a process may open only {hard}, and lesson 5 needs {DESCRIPTORS}; whoever administers this machine can raise the hard limit (`ulimit -Hn`)"
            );
            (State::Missing, words)
        };
        return Finding { what, state, words };
    }
    let words = format!("this system does not tell; {DESCRIPTORS} are needed");
    Finding {
        what,
        state: State::Missing,
        words,
    }
}

fn python() -> Finding {
    let (state, words) = if grader::has_python() {
        (
            State::Good,
            "found; `cargo xtask verify` uses it".to_owned(),
        )
    } else {
        (
            State::Missing,
            "not found; only `cargo xtask verify` would use it".to_owned(),
        )
    };
    Finding {
        what: "Python 3",
        state,
        words,
    }
}

/// Asked after [`private_network`], in which these names are.
fn names() -> Finding {
    let found = grader::names_are_missing().or_else(|| {
        // From its own hosts file, which also shows that the resolver looks there.
        let found = std::net::ToSocketAddrs::to_socket_addrs(&("the-box", 0));
        let error = found.err()?;
        Some(format!("a name of theirs does not resolve ({error})"))
    });
    let (state, words) = match found {
        None => (
            State::Good,
            "the checks' own /etc/hosts and name server answer".to_owned(),
        ),
        Some(reason) => {
            let words = format!(
                "not to be had: {reason}. Those checks of lesson 1 that need them are unavailable"
            );
            (State::Missing, words)
        }
    };
    Finding {
        what: "names of lab.test",
        state,
        words,
    }
}

fn private_network() -> Finding {
    let environment = worker::describe(grader::enter_private_network());
    let (state, words) = match environment.reason {
        None => (
            State::Good,
            format!("made of {} namespaces", environment.layers.join(", ")),
        ),
        Some(reason) => {
            let words = format!(
                "{reason}. Checks use this machine's own loopback instead. {}",
                cure()
            );
            (State::Missing, words)
        }
    };
    Finding {
        what: "private network",
        state,
        words,
    }
}

/// What to do where Linux refuses namespaces, as far as the system says why.
fn cure() -> &'static str {
    let reads = |path: &str, value: &str| {
        std::fs::read_to_string(path).is_ok_and(|text| text.trim() == value)
    };
    if !cfg!(target_os = "linux") {
        "Only checks with names of their own (lesson 1) need more"
    } else if reads(
        "/proc/sys/kernel/apparmor_restrict_unprivileged_userns",
        "1",
    ) {
        "Ubuntu forbids it to ordinary users: `sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0`"
    } else if reads("/proc/sys/user/max_user_namespaces", "0") {
        "Allow it with `sudo sysctl user.max_user_namespaces=10000`"
    } else if reads("/proc/sys/kernel/unprivileged_userns_clone", "0") {
        "Allow it with `sudo sysctl kernel.unprivileged_userns_clone=1`"
    } else {
        "In a container, the runtime forbids it: run it with `--security-opt seccomp=unconfined`, or live without"
    }
}
