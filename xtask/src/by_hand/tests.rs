use super::*;
use grader::Outcome;

/// A check of `program`, launched with these arguments, that failed in this conversation.
fn report(program: &str, own: &[&str], cause: Cause, transcript: Vec<Event>) -> CheckReport {
    CheckReport {
        name: "check".to_owned(),
        title: "check".to_owned(),
        program: program.to_owned(),
        stage: 1,
        outcome: Outcome::Failed,
        points: 0,
        max_points: 1,
        duration_ms: 1,
        seed: 17,
        failure: Some(Failure::new(cause, "\"24\\n\"", "\"3\\n\"")),
        hint: String::new(),
        stderr: String::new(),
        programs: Vec::new(),
        transcript,
        launches: vec![Launch {
            program: program.to_owned(),
            arguments: own.iter().map(|word| (*word).to_owned()).collect(),
            staged: false,
        }],
        passes: 0,
        trace: None,
    }
}

fn ours(event: EventKind, bytes: &str) -> Event {
    Event {
        at_us: 0,
        connection: 1,
        from: Side::Check,
        event,
        bytes: bytes.to_owned(),
        length: escaped::bytes(bytes).map_or(0, |bytes| bytes.len() as u64),
        measured: 0,
        pieces: 1,
        local: String::new(),
    }
}

/// We connect, write these, and close.
fn writes(texts: &[&str]) -> Vec<Event> {
    let mut events = vec![ours(EventKind::Connect, "127.0.0.1:36859")];
    events.extend(texts.iter().map(|text| ours(EventKind::Data, text)));
    events.push(ours(EventKind::Close, ""));
    events
}

fn found(report: &CheckReport) -> Option<(String, String)> {
    let failure = report.failure.as_ref().unwrap();
    let commands = commands(report, failure, &check::Arguments::default())?;
    Some((commands.program, commands.other_side.unwrap_or_default()))
}

#[cfg(unix)]
#[track_caller]
fn check(report: &CheckReport, program: &str, other_side: &str) {
    let expected = (program.to_owned(), other_side.to_owned());
    assert_eq!(found(report), Some(expected));
}

#[cfg(unix)]
#[test]
fn a_server_is_run_and_talked_to() {
    let any = "127.0.0.1:0";
    check(
        &report("sum-server", &[any], Cause::WrongBytes, writes(&["1 2"])),
        "cargo xtask run sum-server",
        "printf '1 2' | cargo xtask connect 127.0.0.1:50000",
    );
    check(
        &report(
            "sum-server",
            &[any, "--framing", "length"],
            Cause::WrongBytes,
            writes(&["1 2", r"3\n"]),
        ),
        "cargo xtask run sum-server -- 127.0.0.1:50000 --framing length",
        r"{ printf '1 2'; sleep 1; printf '3\n'; } | cargo xtask connect 127.0.0.1:50000",
    );
    check(
        &report(
            "echo-server",
            &["[::1]:0"],
            Cause::NoAnswer,
            writes(&["hello"]),
        ),
        "cargo xtask run echo-server '[::1]:10000'",
        "{ printf 'hello'; sleep 6; } | cargo xtask connect '[::1]:10000'",
    );
    check(
        &report(
            "udp-echo-server",
            &[any],
            Cause::NoAnswer,
            writes(&["one", ""])[1..].to_vec(),
        ),
        "cargo xtask run udp-echo-server",
        r"{ printf 'one\n'; sleep 1; printf '\n'; } | cargo xtask connect --udp 127.0.0.1:10000",
    );
    check(
        &report(
            "unix-echo-server",
            &["/tmp/x/echo.sock"],
            Cause::ClosedEarly,
            writes(&["one"]),
        ),
        "cargo xtask run unix-echo-server /tmp/loopback.sock",
        "{ printf 'one'; sleep 2; } | cargo xtask connect --unix /tmp/loopback.sock",
    );
    check(
        &report("greeter", &[any], Cause::NoAnswer, writes(&[])),
        "cargo xtask run greeter",
        "cargo xtask connect 127.0.0.1:10000",
    );
    check(
        &report(
            "blackjack-server",
            &[any, "--deck", "AS KD"],
            Cause::WrongExit,
            Vec::new(),
        ),
        "cargo xtask run blackjack-server -- 127.0.0.1:9000 --deck 'AS KD'; echo \"exit status $?\"",
        "",
    );
}

#[cfg(unix)]
#[test]
fn a_half_close_is_the_end_of_the_input() {
    let mut events = writes(&["hello"]);
    events.insert(2, ours(EventKind::End, ""));
    check(
        &report("echo-server", &["127.0.0.1:0"], Cause::NoAnswer, events),
        "cargo xtask run echo-server",
        "printf 'hello' | cargo xtask connect 127.0.0.1:10000",
    );
    let mut events = writes(&[]);
    events.insert(1, ours(EventKind::End, ""));
    check(
        &report("echo-server", &["127.0.0.1:0"], Cause::NoAnswer, events),
        "cargo xtask run echo-server",
        "cargo xtask connect 127.0.0.1:10000 < /dev/null",
    );
}

#[cfg(unix)]
#[test]
fn a_program_that_needs_nobody_is_run_alone() {
    check(
        &report("lookup", &["localhost"], Cause::WrongOutput, Vec::new()),
        "cargo xtask run lookup -- localhost",
        "",
    );
    check(
        &report(
            "addrinfo",
            &["::1", "80", "--type", "none"],
            Cause::WrongExit,
            Vec::new(),
        ),
        "cargo xtask run addrinfo -- ::1 80 --type none; echo \"exit status $?\"",
        "",
    );
    check(
        &report(
            "echo-client",
            &["nowhere", "a b"],
            Cause::Panicked,
            Vec::new(),
        ),
        "cargo xtask run echo-client -- nowhere 'a b'",
        "",
    );
}

#[cfg(unix)]
#[test]
fn a_command_from_elsewhere_is_run_as_it_was() {
    let report = report(
        "echo-server",
        &["127.0.0.1:0"],
        Cause::WrongBytes,
        writes(&[r"\xff"]),
    );
    let arguments = check::Arguments {
        program: vec!["echo-server=python3 'my server.py'".to_owned()],
        ..check::Arguments::default()
    };
    let mut failure = report.failure.clone().unwrap();
    failure.got = r#""\xfe""#.to_owned();
    let commands = commands(&report, &failure, &arguments).unwrap();
    assert_eq!(commands.program, "python3 'my server.py' 127.0.0.1:10000");
    assert_eq!(
        commands.other_side.as_deref(),
        Some(r"printf '\377' | cargo xtask connect 127.0.0.1:10000 | od -c")
    );
}

#[test]
fn what_a_line_cannot_show_has_none() {
    let any = "127.0.0.1:0";
    let server = |cause, events| report("echo-server", &[any], cause, events);
    let mut reset = writes(&["one"]);
    reset.push(ours(EventKind::Reset, ""));
    let mut second = writes(&["one"]);
    second[1].connection = 2;
    let mut cut = writes(&["one"]);
    cut[1].length = 300;
    let mut pieces = writes(&["one"]);
    pieces[1].pieces = 2;
    let long = "x".repeat(201);
    let mut staged = server(Cause::WrongBytes, writes(&["one"]));
    staged.launches[0].staged = true;
    let mut twice = server(Cause::WrongBytes, writes(&["one"]));
    twice.launches.push(twice.launches[0].clone());
    let timed = [any, "--idle-timeout", "1"];
    let reports = [
        server(Cause::BusyLoop, writes(&["one"])),
        server(Cause::WrongBytes, reset),
        server(Cause::WrongBytes, second),
        server(Cause::WrongBytes, cut),
        server(Cause::WrongBytes, pieces),
        server(Cause::WrongBytes, writes(&[&long])),
        server(Cause::WrongBytes, writes(&["x"; 9])),
        staged,
        twice,
        report(
            "udp-echo-server",
            &[any],
            Cause::NoAnswer,
            writes(&[r"a\nb"]),
        ),
        report(
            "echo-server",
            &["127.0.0.1:40001"],
            Cause::WrongExit,
            Vec::new(),
        ),
        report(
            "unix-echo-server",
            &["/tmp/x/file"],
            Cause::WrongExit,
            Vec::new(),
        ),
        report(
            "blackjack-server",
            &timed,
            Cause::WrongBytes,
            writes(&["a", "b"]),
        ),
        report(
            "echo-client",
            &["127.0.0.1:40001", "a"],
            Cause::WrongOutput,
            Vec::new(),
        ),
        report(
            "lookup",
            &["www.abcde.lab.test"],
            Cause::WrongOutput,
            Vec::new(),
        ),
        report("lookup", &["127.64.222.4"], Cause::WrongOutput, Vec::new()),
        report(
            "fetch",
            &["127.0.0.1", "40001"],
            Cause::WrongOutput,
            Vec::new(),
        ),
        report(
            "lookup",
            &["localhost"],
            Cause::WrongOutput,
            writes(&["one"]),
        ),
    ];
    for report in reports {
        assert_eq!(found(&report), None, "{report:?}");
    }
}

/// What the shells of this machine make of it: every byte beside digits and letters, at the beginning and behind each other byte.
#[cfg(unix)]
#[test]
fn printf_writes_exactly_these_bytes() {
    let mut all: Vec<u8> = (0..=255)
        .flat_map(|byte| [byte, b'7', byte, b'x'])
        .collect();
    all.extend(b"%s %d %% \\n \\x41 \\101 'a' \"b\" $HOME `id` !! \\");
    let mut texts: Vec<Vec<u8>> = (0..=255_u8).map(|byte| vec![byte, b'0', byte]).collect();
    texts.extend([all, Vec::new(), b"-n".to_vec(), b"--".to_vec()]);
    for shell in ["sh", "bash", "dash", "zsh", "ksh"] {
        let script: Vec<String> = texts.iter().map(|text| printf(text)).collect();
        let output = std::process::Command::new(shell)
            .args(["-c", &script.join("; ")])
            .output();
        let Ok(output) = output else {
            assert_ne!(shell, "sh", "every Unix system has a shell");
            continue;
        };
        assert_eq!(output.stdout, texts.concat(), "{shell}");
        assert!(output.stderr.is_empty(), "{shell}: {output:?}");
    }
}
