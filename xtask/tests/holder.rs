//! Who holds a port: what `run` and `doctor` say of one that is taken, and that they say nothing of one that is free.
//!
//! A lesson's own ports may be taken on the machine that runs the tests, so each test asks about a port of its own.
#![cfg(target_os = "linux")]

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;
use std::io::BufRead;
use std::io::BufReader;
use std::net::TcpListener;
use std::net::UdpSocket;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::path::PathBuf;
use std::process::Child;
use std::process::Stdio;

/// `cargo xtask run --solution` of a program that cannot have its address, and ends.
fn refused(program: &str, arguments: &[&str]) -> Assert {
    let words = [&["run", "--solution", program, "--"], arguments].concat();
    xtask(&words).assert().code(1).stdout("")
}

fn xtask(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(arguments);
    command
}

/// The executable of a solution's program, which `run` builds beside xtask.
fn solution(program: &str) -> PathBuf {
    xtask(&["run", "--solution", program, "--", "--help"])
        .assert()
        .code(0)
        .stderr(contains("note: ").not());
    Path::new(env!("CARGO_BIN_EXE_xtask")).with_file_name(format!("{program}-solution"))
}

/// A server of its own, and the address on which it says that it listens.
struct Server(Child, String);

impl Server {
    fn start(executable: &Path, addr: &str) -> Server {
        let mut child = std::process::Command::new(executable)
            .arg(addr)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("stdout is a pipe");
        BufReader::new(stdout)
            .read_line(&mut line)
            .expect("the server says something");
        let addr = line.trim_end().strip_prefix("listening on ");
        let addr = addr.expect("it says where it listens").to_owned();
        Server(child, addr)
    }

    fn signal(&self, signal: nix::sys::signal::Signal) {
        let pid = nix::unistd::Pid::from_raw(self.0.id() as i32);
        nix::sys::signal::kill(pid, signal).expect("the server runs");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_port_that_somebody_has_is_named_with_its_process() {
    let pid = std::process::id();
    let tcp = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let addr = tcp.local_addr().expect("it is bound").to_string();
    refused("echo-server", &[&addr]).stderr(
        contains(format!("note: {addr} is in use by "))
            .and(contains(format!("(pid {pid}), started ")))
            .and(contains(format!("      kill {pid} ")))
            .and(contains(
                "cargo xtask run --solution echo-server -- 127.0.0.1:0 ",
            ))
            .and(contains(format!("error: cannot listen on {addr}: "))),
    );
    let wide = addr.replace("127.0.0.1", "0.0.0.0");
    refused("sum-server", &["--framing", "fixed", &wide]).stderr(
        contains(format!("(pid {pid})"))
            .and(contains(format!("; it listens on {addr}\n")))
            .and(contains("sum-server -- --framing fixed 0.0.0.0:0 ")),
    );
    // UDP has ports of its own.
    let udp = UdpSocket::bind("127.0.0.1:0").expect("a port is free");
    let addr = udp.local_addr().expect("it is bound").to_string();
    refused("udp-echo-server", &[&addr])
        .stderr(contains(format!("note: {addr} (UDP) is in use by ")));
}

#[test]
fn a_path_is_held_only_while_somebody_listens() {
    let path = std::env::temp_dir().join(format!("holder-{}.sock", std::process::id()));
    let text = path.to_str().expect("the path is text");
    let listener = UnixListener::bind(&path).expect("a socket can be made");
    let pid = std::process::id();
    refused("unix-echo-server", &[text]).stderr(
        contains(format!("note: {text} is in use by "))
            .and(contains(format!("(pid {pid})")))
            .and(contains("another path")),
    );
    drop(listener);
    // What is left is a stale file, behind which nobody listens. A file that is no socket keeps the server from staying.
    std::fs::remove_file(&path).expect("the socket's file is there");
    std::fs::write(&path, "not a socket").expect("a file can be written");
    refused("unix-echo-server", &[text]).stderr(contains("note: ").not());
    let _ = std::fs::remove_file(&path);
}

#[test]
fn a_free_port_and_a_client_are_worth_no_word() {
    // Nobody has this address, and yet no server can take it: it is none of this machine's.
    refused("echo-server", &["192.0.2.1:10000"]).stderr(contains("note: ").not());
    let tcp = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let addr = tcp.local_addr().expect("it is bound").to_string();
    let client = std::thread::spawn(move || tcp.accept().map(drop));
    xtask(&["run", "--solution", "echo-client", "--", &addr, "hello"])
        .assert()
        .stderr(contains("note: ").not());
    client
        .join()
        .expect("the thread ends")
        .expect("the client came");
}

#[test]
fn the_students_own_older_run_is_told_from_a_strangers() {
    let built = solution("greeter");
    let older = Server::start(&built, "127.0.0.1:0");
    let (pid, addr) = (older.0.id(), &older.1);
    let own = format!(
        "note: {addr} is in use by your own older run of greeter-solution (pid {pid}), started "
    );
    refused("greeter", &[addr]).stderr(contains(&own).and(contains(format!("kill {pid} "))));
    // Ctrl-Z instead of Ctrl-C: the ordinary signal would not reach it.
    older.signal(nix::sys::signal::Signal::SIGSTOP);
    refused("greeter", &[addr])
        .stderr(contains("and stopped as by Ctrl-Z").and(contains(format!("kill -KILL {pid} "))));
    drop(older);

    let elsewhere = std::env::temp_dir().join(format!("holder-{}-copy", std::process::id()));
    std::fs::copy(&built, &elsewhere).expect("a program can be copied");
    let stranger = Server::start(&elsewhere, "127.0.0.1:0");
    let (pid, addr) = (stranger.0.id(), &stranger.1);
    // Its file is removed while it runs, as by a build.
    std::fs::remove_file(&elsewhere).expect("the copy is there");
    refused("greeter", &[addr]).stderr(
        contains("older run")
            .not()
            .and(contains(format!("-copy 127.0.0.1:0 (pid {pid}), started ")))
            .and(contains("before it was built again")),
    );
}

#[test]
fn doctor_names_who_holds_a_default_port() {
    // Whoever has it already is named instead of this test.
    let held = TcpListener::bind("127.0.0.1:50000");
    let assert = xtask(&["doctor"]).assert();
    let text = String::from_utf8_lossy(&assert.get_output().stdout).into_owned();
    // However its lines are broken.
    let words: Vec<&str> = text.split_whitespace().collect();
    let words = words.join(" ");
    assert!(words.contains("less default ports lesson"), "{text}");
    let (_, said) = words
        .split_once("lesson3's 127.0.0.1:50000 is in use by ")
        .expect("the port is spoken of");
    if held.is_ok() {
        let pid = std::process::id();
        assert!(said.contains(&format!("(pid {pid}), started ")), "{text}");
        assert!(said.contains(&format!("`kill {pid}` ends it")), "{text}");
    }
}

#[test]
fn doctor_looks_at_everything_that_the_course_uses() {
    let looked_at = [
        "Rust",
        "disk",
        "descriptors",
        "loopback",
        "IPv6",
        "default ports",
        "strace",
        "Python 3",
        "private network",
        "names of lab.test",
    ];
    let assert = xtask(&["doctor"]).assert().code(0);
    let text = String::from_utf8_lossy(&assert.get_output().stdout).into_owned();
    for what in looked_at {
        let line = text
            .lines()
            .find(|line| line.get(8..).is_some_and(|rest| rest.starts_with(what)));
        let line = line.unwrap_or_else(|| panic!("nothing about {what} in\n{text}"));
        assert!(line.len() > 30, "{line}");
    }
    assert!(text.contains(" GB free where cargo builds"), "{text}");
}
