use super::*;
use grader::Side;

fn check_of(program: &str, calls: &[&str]) -> CheckReport {
    let event = |(at, call): (usize, &&str)| Event {
        at_us: at as u64,
        connection: 0,
        from: Side::Program,
        event: EventKind::Call,
        bytes: (*call).to_owned(),
        length: 0,
        measured: 0,
        pieces: 0,
        local: String::new(),
    };
    CheckReport {
        launches: Vec::new(),
        trace: None,
        name: "echoes-one-line".to_owned(),
        title: "sends one line back".to_owned(),
        program: program.to_owned(),
        stage: 1,
        outcome: Outcome::Passed,
        points: 1,
        max_points: 1,
        duration_ms: 1,
        seed: 1,
        failure: None,
        hint: String::new(),
        stderr: String::new(),
        programs: Vec::new(),
        transcript: calls.iter().enumerate().map(event).collect(),
        passes: 1,
    }
}

/// Each call with the step that it must be, 0 for none.
fn check(calls: &[(u8, &str)]) {
    let texts: Vec<&str> = calls.iter().map(|(_, call)| *call).collect();
    let expected: Vec<Option<u8>> = calls
        .iter()
        .map(|(step, _)| (*step > 0).then_some(*step))
        .collect();
    assert_eq!(steps(&check_of("echo-server", &texts).transcript), expected);
}

#[test]
fn a_server_does_all_steps_but_the_client_s() {
    check(&[
        (1, "socket(INET, STREAM) = 3"),
        (0, "setsockopt(3, SO_REUSEADDR, 1) = 0"),
        (2, "bind(3, 127.0.0.1:0) = 0"),
        (3, "listen(3, 128) = 0"),
        (5, "accept(3) = 4"),
        (7, "recv(4) = 9 \"x) = 0 y\\n\""),
        (7, "send(4, \"x) = 0 y\\n\") = 9"),
        (0, "… 40 more rounds: recv(4), send(4)"),
        (8, "recv(4) = 0"),
        (9, "close(4) = 0"),
        (5, "accept(3) = ?"),
    ]);
}

#[test]
fn a_client_that_does_not_wait_and_has_two_handles() {
    check(&[
        (1, "socket(INET, STREAM) = 3"),
        (4, "connect(3, 127.0.0.1:80) = -1 EINPROGRESS (in progress)"),
        (0, "poll(3) = 1 (3 OUT)"),
        (0, "fcntl(3, F_DUPFD) = 4"),
        (6, "send(3, \"hi\") = 2"),
        (6, "splice(0, 3) = 2"),
        (0, "splice(0, 1) = 2"),
        (8, "shutdown(3, SHUT_WR) = 0"),
        (7, "recv(4) = 2 \"hi\""),
        (8, "recv(4) = 0"),
        (9, "close(3) = 0"),
        (9, "close(4) = 0"),
    ]);
}

#[test]
fn datagrams_belong_to_a_conversation_only_where_they_have_an_address() {
    check(&[
        (1, "socket(INET, DGRAM) = 3"),
        (2, "bind(3, 127.0.0.1:0) = 0"),
        (7, "recv(3) = 0 from 127.0.0.1:4000"),
        (7, "send(3, \"\", to 127.0.0.1:4000) = 0"),
        (0, "socket(INET, DGRAM|NONBLOCK) = 4"),
        (0, "connect(4, 127.0.0.53:53) = 0"),
        (0, "sendmmsg(4, \"\\x07\\xfc\") = 2"),
        (0, "recv(4) = 229 \"…\" from 127.0.0.53:53"),
        (0, "close(4) = 0"),
    ]);
}

#[test]
fn two_processes_have_descriptors_of_their_own() {
    let calls = [
        "[7] socket(INET, STREAM) = 3",
        "[8] socket(INET, STREAM) = 3",
        "[7] connect(3, 127.0.0.1:80) = 0",
        "[8] accept(3) = 4",
        "[7] write(3, \"[8] x\") = 5",
        "[8] write(4, \"x\") = 1",
    ];
    let mut report = LessonReport {
        lesson: "lesson2-echo".to_owned(),
        target: "program".to_owned(),
        score: 0,
        max_score: 0,
        build: grader::BuildReport {
            ok: true,
            diagnostics: String::new(),
        },
        environment: grader::Environment::default(),
        checks: vec![check_of("echo-client", &calls)],
        runs: 1,
    };
    number(&mut report);
    let check = &report.checks[0];
    let texts: Vec<&str> = check
        .transcript
        .iter()
        .map(|event| event.bytes.as_str())
        .collect();
    assert_eq!(texts[4], "[7] 6 write(3, \"[8] x\") = 5");
    assert_eq!(texts[5], "[8] 7 write(4, \"x\") = 1");
    assert_eq!(processes(check), ["7", "8"]);
    let sent = &seen(check, "7")[5];
    let call = "write(3, \"[8] x\") = 5";
    assert_eq!(sent.kinds, [Kind { call, times: 1 }]);
}

#[test]
fn what_worked_is_shown_and_everything_is_counted() {
    let calls = [
        "1 socket(INET, STREAM) = 3",
        "5 accept(3) = -1 EAGAIN (would block)",
        "5 accept(3) = 4",
        "7 recv(4) = 16384 \"x\"",
        "7 send(4, \"x\") = 16384",
        "… 530 more rounds: recv(4), send(4)",
        "5 accept(3) = ?",
    ];
    let check = check_of("echo-server", &calls);
    let seen = seen(&check, "");
    let kinds = |step: usize| -> Vec<(&str, usize)> {
        let kinds = seen[step - 1].kinds.iter();
        kinds.map(|kind| (kind.call, kind.times)).collect()
    };
    assert_eq!(kinds(3), []);
    assert_eq!(kinds(5), [("accept(3) = 4", 3)]);
    let answers = [
        ("recv(4) = 16384 \"x\"", 531),
        ("send(4, \"x\") = 16384", 531),
    ];
    assert_eq!(kinds(7), answers);
}

#[test]
fn every_program_with_a_conversation_has_a_side() {
    let without = ["hostinfo", "lookup", "addrinfo"];
    for program in crate::catalogue::COURSE
        .iter()
        .flat_map(|lesson| lesson.programs)
    {
        let has_side = role(program).is_some();
        assert_eq!(has_side, !without.contains(program), "{program}");
    }
}

#[test]
fn a_check_that_only_strace_prevents_is_not_remembered() {
    let mut report = LessonReport {
        lesson: "lesson5-select".to_owned(),
        target: "exercise".to_owned(),
        score: 0,
        max_score: 0,
        build: grader::BuildReport {
            ok: true,
            diagnostics: String::new(),
        },
        environment: grader::Environment::default(),
        checks: vec![
            check_of("select-server", &[]),
            check_of("select-server", &[]),
        ],
        runs: 1,
    };
    report.checks[1].outcome = Outcome::Unavailable;
    assert_eq!(known(&report, false).checks.len(), 2);
    assert_eq!(known(&report, true).checks.len(), 1);
}
