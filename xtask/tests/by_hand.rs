//! What a failure tells people to type: that it is there, and that `connect` does what the line needs.

#![cfg(unix)]

use assert_cmd::Command;
use predicates::str::contains;
use std::io::Read;
use std::io::Write;
use std::net::TcpListener;
use std::process::Stdio;

#[test]
fn a_failure_ends_with_what_to_type() {
    let arguments = [
        "check",
        "2",
        "echoes-one-line",
        "--program",
        "echo-server=false",
    ];
    let line = "        by hand   false 127.0.0.1:10000; echo \"exit status $?\"\n";
    Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(arguments)
        .assert()
        .code(1)
        .stdout(contains(line));
}

#[test]
fn connect_sends_each_piece_from_a_pipe_as_it_comes() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let addr = listener
        .local_addr()
        .expect("a bound socket has an address");
    let mut connect = std::process::Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["connect", &addr.to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("xtask starts");
    let mut input = connect.stdin.take().expect("stdin is a pipe");
    let (mut client, _) = listener.accept().expect("it connects");
    let patience = std::time::Duration::from_secs(20);
    client.set_read_timeout(Some(patience)).expect("not zero");
    for piece in [&b"1 2"[..], b"\0\xff", b"3\n4"] {
        input.write_all(piece).expect("it reads its stdin");
        let mut got = vec![0; piece.len()];
        // The pipe stays open: what has no newline must come all the same.
        client
            .read_exact(&mut got)
            .expect("the piece comes at once");
        assert_eq!(got, piece);
    }
    drop(input);
    let mut rest = Vec::new();
    client
        .read_to_end(&mut rest)
        .expect("the end of its input is a half-close");
    assert_eq!(rest, b"");
    client.write_all(b"10").expect("it still listens");
    drop(client);
    let output = connect.wait_with_output().expect("it ends");
    assert_eq!(
        (output.status.code(), output.stdout.as_slice()),
        (Some(0), &b"10"[..])
    );
}
