use super::*;
use grader::Launch;
use grader::Outcome;

fn report() -> CheckReport {
    CheckReport {
        name: "a".to_owned(),
        title: "a".to_owned(),
        program: "greeter".to_owned(),
        stage: 1,
        outcome: Outcome::Failed,
        points: 0,
        max_points: 1,
        duration_ms: 0,
        seed: 1,
        failure: None,
        hint: String::new(),
        stderr: String::new(),
        programs: Vec::new(),
        transcript: Vec::new(),
        launches: Vec::new(),
        passes: 0,
        trace: None,
    }
}

fn event(from: Side, kind: EventKind, bytes: &str) -> Event {
    Event {
        at_us: 1,
        connection: 1,
        from,
        event: kind,
        bytes: bytes.to_owned(),
        length: 0,
        pieces: 3,
        local: String::new(),
    }
}

fn failure(cause: Cause, got: &str) -> Failure {
    Failure::new(cause, "", got)
}

#[test]
fn the_same_events_at_other_ports_are_the_same_report() {
    let at = |server: u32, client: u32, process: u32| {
        let mut report = report();
        report.launches = vec![
            Launch {
                program: "fetch".to_owned(),
                arguments: vec!["::1".to_owned(), server.to_string(), "48249".to_owned()],
                staged: false,
            },
            Launch {
                program: "greeter".to_owned(),
                arguments: vec![format!("[::1]:{server}"), "127.0.0.1:0".to_owned()],
                staged: false,
            },
        ];
        let mut connect = event(
            Side::Check,
            EventKind::Connect,
            &format!("127.0.0.1:{server}"),
        );
        connect.local = format!("127.0.0.1:{client}");
        report.transcript = vec![
            connect,
            event(
                Side::Program,
                EventKind::Data,
                &format!("Host: 127.0.0.1:{server}\\r\\n48249 33000"),
            ),
        ];
        let mut failure = failure(
            Cause::Panicked,
            &format!(
                "\"/tmp/loopback-{process}-7/a x\"; thread 'main' ({process}) panicked at a.rs:40000:1"
            ),
        );
        failure.doing = format!("ran it for ::1 {server}, and sent 48249 {client}");
        failure.caret = Some(failure.got.find('x').unwrap());
        report.failure = Some(failure);
        report.stderr = format!(
            "no answer from localhost:{client}: 12:45000\n\nthread '<unnamed>' ({process}) panicked at a.rs\n"
        );
        check(&mut report);
        report
    };
    let (one, other) = (at(33000, 50001, 17), at(40001, 33000, 123_456));
    let text = |report: &CheckReport| serde_json::to_string_pretty(report).unwrap();
    // A port that only looks like one elsewhere stays what it is.
    assert_eq!(
        text(&one).replace("48249 50001", "48249 33000"),
        text(&other)
    );
    let failure = one.failure.unwrap();
    assert_eq!(failure.doing, "ran it for ::1 40001, and sent 48249 50001");
    assert_eq!(
        failure.got,
        "\"/tmp/loopback-1-1/a x\"; thread 'main' panicked at a.rs:40000:1"
    );
    assert_eq!(failure.caret, failure.got.find('x'));
    assert_eq!(one.launches[0].arguments, ["::1", "40001", "48249"]);
    assert_eq!(one.launches[1].arguments, ["[::1]:40001", "127.0.0.1:0"]);
    assert_eq!(
        one.transcript[1].bytes,
        "Host: 127.0.0.1:40001\\r\\n48249 33000"
    );
    assert_eq!(
        one.stderr,
        "no answer from localhost:40002: 12:45000\n\nthread '<unnamed>' panicked at a.rs\n"
    );
}

#[test]
fn an_end_is_told_where_it_is_what_the_check_found() {
    let told = |cause: Cause, last: EventKind| {
        let mut report = report();
        report.failure = Some(failure(cause, ""));
        report.programs = vec![
            "greeter (pid 17) has ended: exit status 1".to_owned(),
            "it also printed to its stdout: \" is still running\"".to_owned(),
        ];
        report.transcript = vec![
            event(Side::Check, last, ""),
            event(Side::Program, EventKind::Stderr, "late"),
        ];
        check(&mut report);
        assert_eq!(report.transcript.len(), 1);
        assert_eq!(report.transcript[0].pieces, 1);
        assert!(report.programs[1].ends_with("is still running\""));
        report.programs[0].clone()
    };
    let whole = "greeter (pid 17) has ended: exit status 1";
    assert_eq!(told(Cause::Exited, EventKind::Close), whole);
    assert_eq!(told(Cause::WrongOutput, EventKind::Data), whole);
    assert_eq!(
        told(Cause::WrongBytes, EventKind::Close),
        "greeter (pid 17)"
    );
}

#[test]
fn what_a_program_says_to_our_closing_is_left_out() {
    let said = |cause: Cause| {
        let mut report = report();
        report.failure = Some(failure(cause, ""));
        report.stderr = "lost\nready\nlost\n".to_owned();
        let at = |at_us: u64, mut event: Event| {
            event.at_us = at_us;
            event.length = event.bytes.len() as u64;
            event
        };
        let stderr = |text: &str| event(Side::Program, EventKind::Stderr, text);
        report.transcript = vec![
            at(1, stderr("lost")),
            at(2, stderr("ready")),
            at(3, event(Side::Program, EventKind::Data, "x")),
            at(5, event(Side::Check, EventKind::Close, "")),
            at(6, stderr("lost")),
            at(7, event(Side::Check, EventKind::Close, "")),
        ];
        check(&mut report);
        report.stderr
    };
    assert_eq!(said(Cause::WrongBytes), "lost\nready\n");
    assert_eq!(said(Cause::Panicked), "lost\nready\nlost\n");
}

#[test]
fn any_text_survives() {
    for text in [
        "",
        ":",
        "é:12345",
        "[::1]:",
        "::::12345",
        "loopback-",
        "loopback-1",
        "loopback-1-",
        ") panicked",
        " () panicked",
        "日(1) panicked",
    ] {
        let mut report = report();
        report.stderr = text.to_owned();
        report.failure = Some(failure(Cause::WrongBytes, text));
        check(&mut report);
        assert_eq!(report.stderr, text);
    }
}
