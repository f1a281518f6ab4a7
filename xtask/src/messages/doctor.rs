//! The words of `doctor`: what was seen, then what to do about it.

use super::print;
use super::wrap;
use crate::doctor::Finding;
use crate::doctor::State;
use crate::style;
use crate::style::Mark;
use crate::style::paint;
use anyhow::Result;
use std::fmt::Write;
use std::io::Error;

pub(crate) const LOOPBACK: &str = "127.0.0.1 carries a connection";
pub(crate) const IPV6: &str = "::1 carries a connection";
pub(crate) const FREE_PORTS: &str = "all are free for programs run by hand";
pub(crate) const PYTHON: &str = "found; `cargo xtask verify` uses it";
pub(crate) const NO_PYTHON: &str = "not found; only `cargo xtask verify` would use it";
pub(crate) const NAMES: &str = "the checks' own /etc/hosts and name server answer";
pub(crate) const NO_STRACE: &str = "not found; only `cargo xtask check --syscalls` would use it. `sudo apt install strace` \
     (Debian, Ubuntu), `sudo dnf install strace` (Fedora) or `sudo pacman -S strace` (Arch) brings it";
pub(crate) const STRACE_ELSEWHERE: &str =
    "there is none for this system; only `cargo xtask check --syscalls` would use it, on Linux";

/// What keeps a system from giving us namespaces.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Obstacle {
    OtherSystem,
    AppArmor,
    NoneAllowed,
    NotForUsers,
    Container,
}

/// What `doctor` found.
///
/// # Errors
/// Where stdout cannot be written.
pub(crate) fn findings(findings: &[Finding]) -> Result<()> {
    let colour = style::on_stdout();
    let mut text = String::new();
    for finding in findings {
        let word = match finding.state {
            State::Good => paint(colour, Mark::Good, "ok  "),
            State::Missing => paint(colour, Mark::Note, "less"),
            State::Bad => paint(colour, Mark::Bad, "BAD "),
        };
        let lines = finding.words.lines().flat_map(|line| wrap(line, 88));
        let lines = lines.collect::<Vec<String>>().join(&format!("\n{:26}", ""));
        let _ = writeln!(text, "  {word}  {:<17} {lines}", finding.what);
    }
    print(&text)
}

pub(crate) fn no_program(name: &str) -> String {
    format!("{name} cannot be run; install Rust with rustup (https://rustup.rs)")
}

pub(crate) fn old_rust(rustc: &str, oldest: &str) -> String {
    format!("{rustc} is too old, the course needs {oldest}: `rustup update`")
}

pub(crate) fn rust(rustc: &str, cargo: &str, oldest: &str) -> String {
    format!("{rustc}, {cargo}; {oldest} or newer is needed")
}

pub(crate) fn room(free: u64) -> String {
    format!(
        "{} free where cargo builds; all lessons together take about 0.5 GB",
        gigabytes(free)
    )
}

pub(crate) fn little_room(free: u64) -> String {
    format!(
        "only {} free where cargo builds, and all lessons together take about 0.5 GB. `cargo clean` removes what was built \
         (the next check builds it again); CARGO_TARGET_DIR may name a folder on another disk",
        gigabytes(free)
    )
}

pub(crate) fn room_untold(needed: u64) -> String {
    format!(
        "this system does not tell; about {} should be free",
        gigabytes(needed)
    )
}

pub(crate) fn descriptors(most: u64) -> String {
    format!("a process may open {most}")
}

pub(crate) fn few_descriptors(most: u64, needed: u64) -> String {
    format!(
        "a process may open only {most}, and lesson 5 needs {needed}; whoever administers this machine can raise the hard limit \
         (`ulimit -Hn`)"
    )
}

pub(crate) fn descriptors_untold(needed: u64) -> String {
    format!("this system does not tell; {needed} are needed")
}

pub(crate) fn strace(version: &str) -> String {
    let number = version.rsplit(' ').next().unwrap_or(version);
    format!("version {number}; `cargo xtask check --syscalls` uses it")
}

pub(crate) fn no_loopback(error: &Error) -> String {
    format!(
        "127.0.0.1 carries no connection ({error}); bring the loopback interface up, or let the firewall pass it"
    )
}

pub(crate) fn no_ipv6(error: &Error) -> String {
    format!(
        "::1 carries no connection ({error}); the checks about IPv6 run only in a private network, or after \
         `sysctl net.ipv6.conf.lo.disable_ipv6=0`"
    )
}

/// Each of `taken` says which port it is, who has it, and what to do about that.
pub(crate) fn taken_ports(taken: &[String]) -> String {
    let mut text = taken.join("\n");
    text.push_str(
        "\nor run your program on another port: `cargo xtask run PROGRAM 127.0.0.1:0`; checks need none of these",
    );
    text
}

pub(crate) fn not_to_be_had(error: &Error) -> String {
    format!("not to be had ({error})")
}

pub(crate) fn private_network(layers: &[String]) -> String {
    format!("made of {} namespaces", layers.join(", "))
}

pub(crate) fn no_private_network(reason: &str, obstacle: Obstacle) -> String {
    let cure = match obstacle {
        Obstacle::OtherSystem => "Only checks with names of their own (lesson 1) need more",
        Obstacle::AppArmor => {
            "Ubuntu forbids it to ordinary users: `sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0`"
        }
        Obstacle::NoneAllowed => "Allow it with `sudo sysctl user.max_user_namespaces=10000`",
        Obstacle::NotForUsers => "Allow it with `sudo sysctl kernel.unprivileged_userns_clone=1`",
        Obstacle::Container => {
            "In a container, the runtime forbids it: run it with `--security-opt seccomp=unconfined`, or live without"
        }
    };
    format!("{reason}. Checks use this machine's own loopback instead. {cure}")
}

pub(crate) fn name_does_not_resolve(error: &Error) -> String {
    format!("a name of theirs does not resolve ({error})")
}

pub(crate) fn no_names(reason: &str) -> String {
    format!("not to be had: {reason}. Those checks of lesson 1 that need them are unavailable")
}

fn gigabytes(bytes: u64) -> String {
    format!("{:.1} GB", bytes as f64 / 1e9)
}
