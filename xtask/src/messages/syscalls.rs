//! The words about `--syscalls`: why there is nothing to look with, and the nine steps beside what was seen of them.

use crate::check;
use crate::style::Mark;
use crate::style::paint;
use crate::syscalls;
use crate::syscalls::Kind;
use crate::syscalls::Role;
use crate::syscalls::Seen;
use crate::timeline;
use grader::CheckReport;
use grader::Outcome;
use std::fmt::Write;

pub(crate) const LINUX_ONLY: &str = "--syscalls needs Linux: it looks at programs with strace, which other systems do not \
have; leave it out, and the check says everything else";
pub(crate) const NO_STRACE: &str = "--syscalls looks at programs with strace, which is not on the PATH; install it \
(Debian, Ubuntu: sudo apt install strace; Fedora: sudo dnf install strace; Arch: sudo pacman -S strace; Alpine: apk add strace; \
openSUSE: sudo zypper install strace), or leave --syscalls out";

/// What strace's question mark says.
const NOT_RETURNED: &str = "= ?  had not returned when the program ended";

/// Of a call, so many characters beside its step.
const LONGEST_CALL: usize = 72;
const INDENT: &str = "        ";

/// Why strace may not look at programs here.
pub(crate) fn refused(reason: &str) -> String {
    // Its last word is the one that counts; before it stands strace's own name.
    let last = reason.rsplit("; ").next().unwrap_or(reason);
    let reason = last.split_once("strace: ").map_or(last, |(_, words)| words);
    format!(
        "strace may not look at programs here ({reason}); in a container, start it with --cap-add=SYS_PTRACE; elsewhere, \
         /proc/sys/kernel/yama/ptrace_scope must be 0 or 1, and nothing else may be tracing this command"
    )
}

/// Under the line that says where the programs ran.
pub(super) fn under_strace(arguments: &check::Arguments, colour: bool) -> String {
    if !arguments.syscalls {
        return String::new();
    }
    let words = "under strace: every call takes longer, and the deadlines are three times as long";
    format!("{}\n", paint(colour, Mark::Faint, words))
}

/// The conversation of a check that is not explained anyway, for whoever asked to see its calls by its name.
pub(super) fn conversation(check: &CheckReport, arguments: &check::Arguments) -> String {
    let is_quiet = matches!(check.outcome, Outcome::Passed | Outcome::NotStarted);
    if !arguments.syscalls || arguments.checks.is_empty() || !is_quiet {
        return String::new();
    }
    let picture = timeline::draw(check, crate::style::columns());
    if picture.is_empty() {
        return format!("{INDENT}no call on a socket\n");
    }
    let mut text = String::from("\n");
    for line in picture {
        let _ = writeln!(text, "{INDENT}{line}");
    }
    text.push_str(&nine_steps(check));
    text.push('\n');
    text
}

/// The nine steps of lesson 2, and beside each what the program did; nothing for a program that has no conversation.
pub(super) fn nine_steps(check: &CheckReport) -> String {
    let Some(role) = syscalls::role(&check.program) else {
        return String::new();
    };
    let mut text = String::new();
    for process in syscalls::processes(check) {
        let whose = if process.is_empty() {
            String::new()
        } else {
            format!(" (pid {process})")
        };
        let _ = writeln!(
            text,
            "\n{INDENT}the nine steps of lesson 2, as strace saw them in {}{whose}",
            check.program
        );
        let steps = syscalls::seen(check, process);
        for line in steps.iter().flat_map(|seen| step(seen, role)) {
            let _ = writeln!(text, "{INDENT}  {line}");
        }
        let is_open = |seen: &Seen| seen.kinds.iter().any(|kind| kind.call.ends_with(" = ?"));
        if steps.iter().any(is_open) {
            let _ = writeln!(text, "{INDENT}  {NOT_RETURNED}");
        }
    }
    text
}

/// `3 listen          listen(3, 128) = 0`, and below it what else was done.
fn step(seen: &Seen<'_>, role: Role) -> Vec<String> {
    let name = match seen.step {
        1 => "socket",
        2 => "bind",
        3 => "listen",
        4 => "connect",
        5 => "accept",
        6 => "client sends",
        7 => "server answers",
        8 => "end of file",
        _ => "close",
    };
    let nothing = match (seen.step, role) {
        (3 | 4 | 5 | 8, Role::UdpServer) => "UDP has none",
        (4 | 6, Role::Server | Role::UdpServer) | (2 | 3 | 5, Role::Client) => "the other side's",
        _ => "not seen",
    };
    let mut lines: Vec<String> = seen.kinds.iter().map(shown).collect();
    if lines.is_empty() {
        lines.push(nothing.to_owned());
    }
    for (number, line) in lines.iter_mut().enumerate() {
        *line = match number {
            0 => format!("{} {name:<15} {line}", seen.step),
            _ => format!("{:18}{line}", ""),
        };
    }
    lines
}

fn shown(kind: &Kind<'_>) -> String {
    let cut: String = kind.call.chars().take(LONGEST_CALL).collect();
    let dots = if cut.len() < kind.call.len() {
        "…"
    } else {
        ""
    };
    match kind.times - 1 {
        0 => format!("{cut}{dots}"),
        more => format!("{cut}{dots}   and {more} more"),
    }
}
