//! The commands as their users meet them: what they print, and how they end.
//!
//! None of these tests depends on how far somebody's exercises are: what is about exercises works on a copy.

mod workspace;

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;
use predicates::str::is_empty;
use predicates::str::starts_with;
use std::fs;
use std::io::Read;
use std::io::Write;
use std::net::TcpListener;
use std::net::UdpSocket;
use std::path::Path;
use workspace::GREETER;
use workspace::Workspace;

fn xtask(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(arguments).env_remove("CARGO_TARGET_DIR");
    command
}

fn check(arguments: &[&str], status: i32) -> Assert {
    xtask(arguments).assert().code(status)
}

/// A report as JSON: stdout must hold one document and nothing else.
fn report(assert: &Assert) -> serde_json::Value {
    let report: serde_json::Value =
        serde_json::from_slice(&assert.get_output().stdout).expect("stdout is one JSON document");
    assert_eq!(report["schema"], "loopback/report/1");
    report["lessons"][0].clone()
}

#[test]
fn the_solution_has_full_marks() {
    let assert = check(&["check", "lesson2", "--solution", "--json"], 0);
    let lesson = report(&assert);
    assert_eq!(
        (&lesson["lesson"], &lesson["target"]),
        (&"lesson2-echo".into(), &"solution".into())
    );
    assert_eq!(
        (&lesson["build"]["ok"], &lesson["score"]),
        (&true.into(), &lesson["max_score"])
    );
    let checks = lesson["checks"].as_array().expect("a list of checks");
    let total = checks
        .iter()
        .filter(|check| check["outcome"] != "unavailable")
        .count();
    assert!(total >= 30, "{total}");
    let points = &lesson["score"];
    check(&["check", "lesson2", "--solution"], 0).stdout(contains(format!(
        "{total} of {total} checks pass, {points} of {points} points."
    )));
    let assert = check(&["check", "2", "greeter", "--solution", "--json"], 0);
    let lesson = report(&assert);
    let checks = lesson["checks"].as_array().expect("a list of checks");
    assert!(
        !checks.is_empty() && checks.iter().all(|check| check["program"] == "greeter"),
        "{checks:?}"
    );
}

#[test]
fn repeated_runs_are_counted() {
    check(
        &[
            "check",
            "lesson2",
            "echoes-one-line",
            "--solution",
            "--repeat",
            "3",
        ],
        0,
    )
    .stdout(contains("3 of 3").and(contains("1 of 1 checks passed in all 3 runs")));
}

#[test]
fn the_network_is_said_in_one_line() {
    let private = contains("in a private network (user, net, mount namespaces)");
    check(&["check", "lesson2", "echoes-one-line", "--solution"], 0).stdout(private.or(contains(
        "on this machine's own loopback, not in a private network: ",
    )));
}

#[test]
fn usage_mistakes_end_with_2_and_advice() {
    let cases: &[(&[&str], &str)] = &[
        (
            &["check", "lessn2"],
            "no lesson named lessn2; did you mean lesson2?",
        ),
        (
            &["check", "lesson2", "echo-srver"],
            "did you mean echo-server?",
        ),
        (
            &["check", "--program", "echo-server"],
            "--program takes NAME=COMMAND",
        ),
        (&["check", "--program", "echo-server="], "is empty"),
        (&["check", "--program", "echo-server='a"], "open quote"),
        (
            &["check", "--program", "echo-server=no-such-command"],
            "cannot find the program no-such-command",
        ),
        (
            &["check", "--program", "eco-server=true"],
            "no program named eco-server; did you mean echo-server?",
        ),
        (&["check", "--patience", "0"], "invalid value '0'"),
        (&["run", "greter"], "did you mean greeter?"),
        (&["hint", "lesson9"], "no lesson named lesson9"),
        (
            &["check", "greeter"],
            "as in `cargo xtask check lesson2 greeter`",
        ),
        (&["chek"], "similar subcommand exists: 'check'"),
        (&["connect", "nowhere"], "write HOST:PORT"),
    ];
    for (arguments, advice) in cases {
        check(arguments, 2)
            .stdout(is_empty())
            .stderr(contains(*advice));
    }
}

#[test]
fn every_command_has_help() {
    for command in [
        "check", "list", "hint", "run", "connect", "solution", "reset", "doctor", "verify", "ci",
        "bench",
    ] {
        check(&[command, "--help"], 0)
            .stdout(contains("Usage: cargo xtask").and(contains(command)));
    }
    // Theirs is in a program of its own, which nobody waits for who asks here.
    for command in ["grade", "merge", "report"] {
        let all = format!("`cargo xtask {command} --help` tells everything");
        check(&["help", command], 0)
            .stdout(contains(all).and(contains("builds the instructor's program first")));
    }
    check(&["--help"], 0)
        .stdout(contains("Begin with: cargo xtask check lesson2").and(contains("worker").not()));
}

#[test]
fn list_and_hint_speak_of_the_checks() {
    check(&["list"], 0).stdout(contains("lesson1-address-lookup").and(contains("stage 4")));
    check(&["list", "2"], 0).stdout(contains("echoes-byte-by-byte"));
    check(&["hint", "2", "byte-by-byte"], 0)
        .stdout(contains("read() returns as soon as there is one byte"));
}

#[test]
fn doctor_looks_at_the_machine() {
    check(&["doctor"], 0).stdout(contains("Rust").and(contains("private network")));
}

#[test]
fn any_executable_can_be_judged_and_the_others_are_left_out() {
    let assert = check(&["check", "--program", "echo-server=false", "--json"], 1);
    let lesson = report(&assert);
    assert_eq!(
        (&lesson["target"], &lesson["score"]),
        (&"program".into(), &0.into())
    );
    let checks = lesson["checks"].as_array().expect("a list of checks");
    assert!(
        checks.iter().all(|check| check["program"] == "echo-server"),
        "{checks:?}"
    );
    assert_eq!(checks[0]["failure"]["cause"], "exited");
    assert_eq!(
        checks[0]["failure"]["expected"],
        "\"listening on 127.0.0.1:PORT\\n\" on stdout"
    );
    assert!(
        checks.iter().any(|check| check["outcome"] == "blocked"),
        "{checks:?}"
    );
}

#[test]
fn a_failure_says_what_was_done_expected_and_got_and_how_to_see_it_again() {
    let text = check(
        &[
            "check",
            "2",
            "echoes-one-line",
            "--program",
            "echo-server=false",
            "--seed",
            "17",
        ],
        1,
    );
    let text = String::from_utf8_lossy(&text.get_output().stdout).into_owned();
    let expected = [
        "  FAIL  sends one line back",
        "        did       tried whether it sends one line back",
        "        expected  \"listening on 127.0.0.1:PORT\\n\" on stdout",
        "        got       nothing on stdout; it has ended: exit status 1",
        "        hint      After accept: read into a buffer",
        "        again     cargo xtask check lesson2 echoes-one-line --program 'echo-server=false' --seed 17",
        "0 of 1 checks pass, 0 of 2 points.",
    ];
    let mut lines = text.lines();
    for wanted in expected {
        assert!(
            lines.any(|line| line.starts_with(wanted)),
            "no line {wanted:?} in its place in\n{text}"
        );
    }
    assert!(
        !text.contains('\x1b'),
        "no colour where there is no terminal"
    );
}

/// One after the other, since both build into the same folder, where programs of one name overwrite each other.
#[test]
fn exercises_are_reported_as_they_are() {
    a_program_that_does_not_compile_is_reported_as_such();
    untouched_and_half_done_exercises_are_told_apart();
}

fn a_program_that_does_not_compile_is_reported_as_such() {
    let folder = Workspace::with_greeter("broken", "fn main() { let greeting: u8 = \"hello\"; }\n");
    let assert = folder
        .xtask(&["check", "lesson2", "--json"])
        .assert()
        .code(1);
    let lesson = report(&assert);
    assert_eq!(
        (&lesson["build"]["ok"], &lesson["score"]),
        (&false.into(), &0.into())
    );
    let diagnostics = lesson["build"]["diagnostics"].as_str().expect("a text");
    assert!(
        diagnostics.contains("mismatched types") && diagnostics.contains("greeter.rs"),
        "{diagnostics}"
    );
    let assert = folder.xtask(&["check", "lesson2"]).assert().code(1);
    assert.stdout(
        contains("mismatched types").and(contains("It does not compile yet, so no check was run.")),
    );
    // A broken program does not keep another one from being checked.
    folder
        .xtask(&["check", "lesson2", "echoes-one-line"])
        .assert()
        .code(0);
}

fn untouched_and_half_done_exercises_are_told_apart() {
    let todo = "fn main() {\n    todo!(\"listen\")\n}\n";
    let folder = Workspace::with_greeter("todo", todo);
    let assert = folder
        .xtask(&["check", "lesson2", "greeter"])
        .assert()
        .code(1);
    assert.stdout(contains("todo  not started: ").and(contains("Nothing is wrong")));
    let assert = folder
        .xtask(&["check", "lesson2", "greeter", "--json"])
        .assert()
        .code(1);
    let lesson = report(&assert);
    let outcomes = lesson["checks"].as_array().expect("a list of checks");
    assert!(
        outcomes
            .iter()
            .all(|check| check["outcome"] == "not_started"),
        "{outcomes:?}"
    );

    folder
        .xtask(&["check", "lesson2", "udp-echo-server"])
        .assert()
        .code(0);
    let assert = folder.xtask(&["list"]).assert().code(0);
    // A program of which everything passes is done.
    assert.stdout(contains("13 of  13 checks   15 of  15 points   done"));

    let panicking =
        "fn main() {\n    println!(\"listening\");\n    panic!(\"no \\x1b[31m port\");\n}\n";
    folder.write(GREETER, panicking);
    let assert = folder
        .xtask(&["check", "lesson2", "greets-a-client"])
        .assert()
        .code(1);
    assert.stdout(
        contains("it panicked at")
            .and(contains("greeter.rs:3:5"))
            .and(contains('\x1b').not()),
    );
}

#[test]
fn connect_talks_line_by_line_and_half_closes() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let addr = listener
        .local_addr()
        .expect("a bound socket has an address")
        .to_string();
    let server = std::thread::spawn(move || {
        let (mut client, _) = listener.accept().expect("a client comes");
        let mut text = String::new();
        client
            .read_to_string(&mut text)
            .expect("the client ends its side");
        client
            .write_all(format!("you said {text}").as_bytes())
            .expect("the client still listens");
    });
    xtask(&["connect", &addr])
        .write_stdin("one\ntwo")
        .assert()
        .code(0)
        .stdout("you said one\ntwo")
        .stderr(contains("end of file"));
    server.join().expect("the server's part went well");
}

#[test]
fn connect_says_that_nobody_listens() {
    let addr = {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        listener
            .local_addr()
            .expect("a bound socket has an address")
            .to_string()
    };
    check(&["connect", &addr], 2)
        .stderr(contains("nobody listens on").and(contains("is the server running")));
}

#[test]
fn connect_sends_each_line_as_a_datagram() {
    let socket = UdpSocket::bind("127.0.0.1:0").expect("a port is free");
    let addr = socket
        .local_addr()
        .expect("a bound socket has an address")
        .to_string();
    let server = std::thread::spawn(move || {
        let mut datagram = [0; 100];
        for expected in [&b"one"[..], b"two"] {
            let (count, sender) = socket.recv_from(&mut datagram).expect("a datagram comes");
            assert_eq!(&datagram[..count], expected);
            socket
                .send_to(&datagram[..count], sender)
                .expect("the sender is still there");
        }
    });
    xtask(&["connect", "--udp", &addr])
        .write_stdin("one\ntwo\n")
        .assert()
        .code(0)
        .stdout("one\ntwo\n");
    server.join().expect("the server's part went well");
}

#[test]
fn run_becomes_the_program() {
    check(
        &[
            "run",
            "echo-client",
            "--solution",
            "--",
            "not-an-address",
            "x",
        ],
        2,
    )
    .stdout(is_empty())
    .stderr(contains("invalid value 'not-an-address'"));
}

#[cfg(target_os = "linux")]
mod endings {
    use super::*;
    use nix::sys::signal::Signal;
    use std::process::Child;
    use std::process::Stdio;
    use std::time::Duration;
    use std::time::Instant;

    /// The numbers of all processes whose command line has this word in it.
    fn processes(word: &str) -> Vec<u32> {
        let entries = fs::read_dir("/proc").expect("there is /proc").flatten();
        let numbers = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
        numbers
            .filter(|pid| {
                fs::read(format!("/proc/{pid}/cmdline"))
                    .is_ok_and(|line| String::from_utf8_lossy(&line).contains(word))
            })
            .collect()
    }

    fn wait_until(what: &str, is_so: impl Fn() -> bool) {
        let deadline = Instant::now() + Duration::from_secs(20);
        while !is_so() {
            assert!(Instant::now() < deadline, "{what}: it never happened");
            std::thread::park_timeout(Duration::from_millis(5));
        }
    }

    /// Starts a check of a program that never listens, ignores SIGTERM and has started a daemon in a session of its own. The
    /// command lines of all three, xtask included, hold `word`.
    fn start(word: &str) -> Child {
        let daemon = format!("setsid sh -c \"sleep 299; :\" {word}-daemon");
        let command =
            format!("greeter=sh -c 'trap \"\" TERM INT; {daemon} & wait; sleep 300' {word}");
        let child = std::process::Command::new(env!("CARGO_BIN_EXE_xtask"))
            .args(["check", "lesson2", "greets-a-client", "--program", &command])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .expect("xtask starts");
        wait_until("the program and its daemon run", || {
            processes(word).len() >= 3
        });
        child
    }

    #[test]
    fn an_xtask_that_is_interrupted_or_killed_leaves_no_process_behind() {
        for (signal, word) in [
            (Signal::SIGINT, "ending-by-int"),
            (Signal::SIGKILL, "ending-by-kill"),
        ] {
            let mut xtask = start(word);
            let pid = nix::unistd::Pid::from_raw(xtask.id() as i32);
            nix::sys::signal::kill(pid, signal).expect("xtask runs");
            xtask.wait().expect("xtask ends");
            wait_until("everything has ended", || processes(word).is_empty());
        }
    }

    #[test]
    fn a_program_that_ignores_sigterm_and_its_daemon_are_ended_with_their_check() {
        let word = "ignores-sigterm";
        let mut xtask = start(word);
        assert_eq!(xtask.wait().expect("xtask ends").code(), Some(1));
        assert_eq!(processes(word), Vec::<u32>::new());
    }
}

#[test]
fn what_xtask_prints_begins_with_the_lesson() {
    check(&["check", "lesson2", "echoes-one-line", "--solution"], 0)
        .stdout(starts_with("lesson2-echo   solutions/lesson2-echo\n"));
}

#[test]
#[cfg(target_os = "linux")]
fn a_program_sees_the_labs_names_and_the_machines_other_files() {
    let program =
        "hostinfo=sh -c 'cat /etc/hosts /etc/passwd >&2; touch /etc/passwd || echo protected >&2'";
    let check_name = "prints-the-hostname-and-its-address";
    let arguments = [
        "check",
        "lesson1",
        check_name,
        "--program",
        program,
        "--json",
    ];
    let lesson = report(&check(&arguments, 1));
    if lesson["environment"]["network"] != "private" {
        return; // This machine refuses: there is nothing to look at.
    }
    let stderr = lesson["checks"][0]["stderr"]
        .as_str()
        .expect("stderr is text");
    assert!(stderr.contains("box.lab.test"), "{stderr}");
    let users = fs::read_to_string("/etc/passwd").expect("every Unix system has this file");
    assert!(stderr.contains(users.trim_end()), "{stderr}");
    assert!(stderr.contains("protected"), "{stderr}");
    assert!(!Path::new("/etc/.machine").exists());
}
