use super::*;
use grader::Event;
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
        measured: 0,
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
fn stderr_leaves_the_conversation_and_pieces_are_not_counted() {
    let mut report = report();
    report.transcript = vec![
        event(Side::Program, EventKind::Stderr, "late"),
        event(Side::Check, EventKind::Data, "x"),
    ];
    check(&mut report);
    assert_eq!(report.transcript.len(), 1);
    assert_eq!(report.transcript[0].pieces, 1);
}

#[test]
fn a_panic_that_closes_and_one_that_cuts_are_the_same() {
    let told = |cause: Cause, end: EventKind, words: &str| {
        let mut report = report();
        report.failure = Some(failure(
            cause,
            &format!("{words}; it panicked at a.rs:1:1: x"),
        ));
        report.transcript = vec![event(Side::Program, end, "")];
        check(&mut report);
        (report.transcript[0].event, report.failure.unwrap().got)
    };
    let end = "end of file: your program closed the connection";
    let reset = "a reset: the connection was cut, not closed";
    let one = told(Cause::Panicked, EventKind::End, end);
    assert_eq!(one, told(Cause::Panicked, EventKind::Reset, reset));
    assert_eq!(
        one.1,
        "the end of the connection; it panicked at a.rs:1:1: x"
    );
    // Where nothing has panicked, the difference is the finding.
    let (event, got) = told(Cause::Reset, EventKind::Reset, reset);
    assert_eq!(event, EventKind::Reset);
    assert!(got.starts_with(reset));
}

/// Who, how many bytes, and with which letter they begin.
fn data(from: Side, length: u64, letter: &str) -> Event {
    let mut data = event(
        from,
        EventKind::Data,
        &letter.repeat(length.min(256) as usize),
    );
    data.length = length;
    data
}

#[test]
fn a_transfer_is_the_same_however_it_was_cut() {
    let of = |pieces: &[(Side, u64)], end_at: usize| {
        let mut report = report();
        let mut events: Vec<Event> = pieces
            .iter()
            .map(|(from, length)| data(*from, *length, "x"))
            .collect();
        events.insert(end_at, event(Side::Check, EventKind::End, ""));
        events.insert(0, data(Side::Program, 6, "h"));
        events.insert(0, data(Side::Check, 6, "h"));
        events.push(event(Side::Program, EventKind::Reset, ""));
        report.transcript = events;
        check(&mut report);
        report.transcript
    };
    let (ours, theirs) = (Side::Check, Side::Program);
    let one = of(
        &[(ours, 65_536), (theirs, 100), (ours, 5_000), (theirs, 900)],
        3,
    );
    let other = of(&[(ours, 65_536), (theirs, 20_000), (theirs, 3)], 1);
    let form = |events: &[Event]| -> Vec<(Side, EventKind, u64, bool, usize)> {
        let one = |event: &Event| {
            let is_measured = event.measured > 0;
            (
                event.from,
                event.event,
                event.length,
                is_measured,
                event.bytes.len(),
            )
        };
        events.iter().map(one).collect()
    };
    let wanted = [
        (ours, EventKind::Data, 6, false, 6),
        (theirs, EventKind::Data, 6, false, 6),
        (ours, EventKind::Data, 0, true, 256),
        (theirs, EventKind::Data, 0, true, 256),
        (ours, EventKind::End, 0, false, 0),
        (theirs, EventKind::Reset, 0, false, 0),
    ];
    assert_eq!(form(&one), wanted);
    assert_eq!(form(&other), wanted);
    assert_eq!((one[2].measured, one[3].measured), (70_536, 1_000));
    assert_eq!(one[2].total(), 70_536);
}

#[test]
fn escaped_bytes_are_not_cut_in_two() {
    let mut report = report();
    let mut first = event(Side::Program, EventKind::Data, r"\x00\n\\a");
    first.length = 4;
    let mut second = data(Side::Program, 2000, "x");
    second.bytes = r"\xff".repeat(256);
    report.transcript = vec![data(Side::Check, 5000, "x"), first.clone(), second];
    check(&mut report);
    assert_eq!(
        report.transcript[1].bytes,
        first.bytes + &r"\xff".repeat(252)
    );
    assert_eq!(report.transcript[1].measured, 2004);
}

#[test]
fn a_question_stands_behind_its_sister() {
    let events = |words: &[&str]| -> Vec<Event> {
        let one = |text: &&str| {
            let kind = if text.contains("test") {
                EventKind::Query
            } else {
                EventKind::Answer
            };
            event(Side::Program, kind, text)
        };
        words.iter().map(one).collect()
    };
    let ordered = |words: &[&str]| {
        let mut report = report();
        report.transcript = events(words);
        check(&mut report);
        let text = |event: &Event| event.bytes.clone();
        report.transcript.iter().map(text).collect::<Vec<_>>()
    };
    let (a, b) = ("A a.test", "AAAA a.test");
    let (over_tcp, b_over_tcp) = ("A a.test, over TCP", "AAAA a.test, over TCP");
    let wanted = [
        a, "long", b, "none", over_tcp, "60", b_over_tcp, "none", a, "1", b, "none",
    ];
    assert_eq!(ordered(&wanted), wanted);
    let seen = [
        a, "long", over_tcp, "60", b, "none", b_over_tcp, "none", a, "1", b, "none",
    ];
    assert_eq!(ordered(&seen), wanted);
    // Nobody has answered the second one.
    assert_eq!(ordered(&[a, "1", over_tcp, b]), [a, "1", b, over_tcp]);
    assert_eq!(ordered(&[b, a]), [b, a]);
    // Asked on and on.
    assert_eq!(ordered(&[a, "1"].repeat(20)), [a, "1"].repeat(8));
}

#[test]
fn a_connection_is_accepted_behind_the_questions() {
    let mut report = report();
    let connect = |at: &str| event(Side::Program, EventKind::Connect, at);
    let query = event(Side::Program, EventKind::Query, "A a.test");
    let sent = event(Side::Program, EventKind::Data, "x");
    report.transcript = vec![
        connect("127.0.0.1:40001"),
        query.clone(),
        event(Side::Check, EventKind::Answer, "1"),
        sent.clone(),
        connect("127.0.0.1:40002"),
        query,
    ];
    check(&mut report);
    let kinds: Vec<EventKind> = report.transcript.iter().map(|event| event.event).collect();
    use EventKind::*;
    assert_eq!(kinds, [Query, Answer, Connect, Data, Query, Connect]);
}

#[test]
fn stderr_says_nothing_on_and_on() {
    let said = |cause: Cause, text: &str| {
        let mut report = report();
        report.failure = Some(failure(cause, ""));
        report.stderr = text.to_owned();
        check(&mut report);
        report.stderr
    };
    let wrong = |text: &str| said(Cause::WrongBytes, text);
    let line = "cannot accept\n";
    assert_eq!(wrong(&line.repeat(8)), line.repeat(8));
    let endless = line.repeat(8) + "… again and again\n";
    assert_eq!(wrong(&line.repeat(9)), endless);
    let cut =
        |times: usize, rest: &str| format!("{}{rest}\n… and 17 more bytes\n", line.repeat(times));
    assert_eq!(wrong(&cut(900, "cann")), format!("{endless}… and more\n"));
    let long = "é".repeat(241);
    assert_eq!(wrong(&long), format!("{}…\n", "é".repeat(240)));
    let lost =
        "ready\nlost: Broken pipe (os error 32)\nlost: Connection reset by peer (os error 104)\n";
    assert_eq!(wrong(lost), "ready\n");
    assert_eq!(said(Cause::ClosedEarly, lost), lost);
    assert_eq!(wrong("(os error 32)\nready"), "(os error 32)\nready");
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
