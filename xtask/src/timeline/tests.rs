use super::*;
use grader::Cause;
use grader::EventKind;
use grader::Failure;
use grader::Outcome;
use grader::Side;

/// A report about an echo server with these events.
fn report(transcript: Vec<Event>) -> CheckReport {
    CheckReport {
        name: "echoes".to_owned(),
        title: "echoes".to_owned(),
        program: "echo-server".to_owned(),
        stage: 1,
        outcome: Outcome::Failed,
        points: 0,
        max_points: 1,
        duration_ms: 1,
        seed: 17,
        failure: None,
        hint: String::new(),
        stderr: String::new(),
        programs: vec!["echo-server (pid 4123) is still running".to_owned()],
        transcript,
        launches: Vec::new(),
        passes: 0,
        trace: None,
    }
}

fn event(at_us: u64, connection: u32, from: Side, event: EventKind, bytes: &str) -> Event {
    let is_data = event == EventKind::Data;
    Event {
        at_us,
        connection,
        from,
        event,
        bytes: bytes.to_owned(),
        length: if is_data {
            crate::escaped::units(bytes).len() as u64
        } else {
            0
        },
        measured: 0,
        pieces: u64::from(is_data),
        local: String::new(),
    }
}

fn ours(at_us: u64, connection: u32, kind: EventKind, bytes: &str) -> Event {
    event(at_us, connection, Side::Check, kind, bytes)
}

fn theirs(at_us: u64, connection: u32, kind: EventKind, bytes: &str) -> Event {
    event(at_us, connection, Side::Program, kind, bytes)
}

fn transfer(at_us: u64, from: Side, length: u64, pieces: u64) -> Event {
    Event {
        length,
        measured: 0,
        pieces,
        ..event(at_us, 1, from, EventKind::Data, &"x".repeat(256))
    }
}

#[track_caller]
fn check(report: &CheckReport, columns: usize, expected: &[&str]) {
    let lines = draw(report, columns);
    assert_eq!(lines, expected, "\n{}", lines.join("\n"));
}

#[test]
fn one_connection_looks_as_in_the_readme() {
    use EventKind::*;
    let report = report(vec![
        ours(1000, 1, Connect, "127.0.0.1:36859"),
        ours(1100, 1, Data, r"caf\xc3"),
        ours(1180, 1, Data, r"\xa9!"),
        theirs(1220, 1, Data, r"caf\xef\xbf\xbd"),
        ours(1240, 1, Close, ""),
    ]);
    check(
        &report,
        100,
        &[
            r"check                                     echo-server (pid 4123)",
            r"  | connect 127.0.0.1:36859 ------------------>|       0.0 ms",
            r#"  | "caf\xc3" -------------------------------->|       0.1 ms"#,
            r#"  | "\xa9!" ---------------------------------->|       0.2 ms"#,
            r#"  |<------------------------ "caf\xef\xbf\xbd" |       0.2 ms"#,
            r"  | close ------------------------------------>|       0.2 ms",
        ],
    );
    check(
        &report,
        40,
        &[
            "check     echo-server (pid 4123)",
            "| connect ….0.1:36859 ->| 0.0 ms",
            r#"| "caf\xc3" ----------->| 0.1 ms"#,
            r#"| "\xa9!" ------------->| 0.2 ms"#,
            r#"|<--- "caf\xef\xbf\xbd" | 0.2 ms"#,
            "| close --------------->| 0.2 ms",
        ],
    );
}

#[test]
fn each_connection_has_a_lane() {
    use EventKind::*;
    let report = report(vec![
        ours(0, 1, Connect, "127.0.0.1:36859"),
        ours(100, 2, Connect, "127.0.0.1:36859"),
        ours(200, 1, Data, "one"),
        ours(300, 2, Data, "two"),
        theirs(400, 1, Data, "two"),
        ours(500, 1, End, ""),
        theirs(600, 1, End, ""),
        theirs(700, 2, Reset, ""),
    ]);
    check(
        &report,
        100,
        &[
            "check                                          echo-server (pid 4123)",
            "  #1   #2",
            "  +----|- connect 127.0.0.1:36859 ----------------->|       0.0 ms",
            "  |    +- connect 127.0.0.1:36859 ----------------->|       0.1 ms",
            "  +----|- \"one\" ----------------------------------->|       0.2 ms",
            "  |    +- \"two\" ----------------------------------->|       0.3 ms",
            "  |<---|------------------------------------- \"two\" |       0.4 ms",
            "  +----|- half-close (end of file) ---------------->|       0.5 ms",
            "  |<---|------------------------------- end of file |       0.6 ms",
            "  |    |<------------------------------------ reset |       0.7 ms",
        ],
    );
    check(
        &report,
        40,
        &[
            "check     echo-server (pid 4123)",
            "#1 #2",
            "+--|- connect …:36859 ->| 0.0 ms",
            "|  +- connect …:36859 ->| 0.1 ms",
            "+--|- \"one\" ----------->| 0.2 ms",
            "|  +- \"two\" ----------->| 0.3 ms",
            "|<-|------------- \"two\" | 0.4 ms",
            "+--|- half-close ------>| 0.5 ms",
            "|<-|------- end of file | 0.6 ms",
            "|  |<------------ reset | 0.7 ms",
        ],
    );
}

#[test]
fn of_many_connections_only_the_last_ones_have_a_lane() {
    let text = "x".repeat(64);
    let mut events = Vec::new();
    for number in 1..=200 {
        events.push(ours(10, number, EventKind::Connect, "127.0.0.1:36859"));
        events.push(ours(20, number, EventKind::Data, &text));
        events.push(theirs(30, number, EventKind::Data, &text));
    }
    events.extend((1..=198).map(|number| ours(500, number, EventKind::Close, "")));
    events.push(theirs(600, 199, EventKind::Data, "?"));
    // Our closing of the others, which says nothing, does not give them a lane.
    events.extend((199..=200).map(|number| ours(700, number, EventKind::Close, "")));
    check(
        &report(events),
        100,
        &[
            "check                                                    echo-server (pid 4123)",
            "  #197 #198 #199 #200",
            "  : … 196 more connections: connect, 64 bytes each way …      :       0.0 ms",
            "  +----|----|----|- connect 127.0.0.1:36859 ----------------->|       0.0 ms",
            "  +----|----|----|- \"xxxxxxxxxxxxxxxxxxxxxxxxxxx…\" 64 bytes ->|       0.0 ms",
            "  |<---|----|----|--- \"xxxxxxxxxxxxxxxxxxxxxxxxxxx…\" 64 bytes |       0.0 ms",
            "  |    +----|----|- connect 127.0.0.1:36859 ----------------->|       0.0 ms",
            "  |    +----|----|- \"xxxxxxxxxxxxxxxxxxxxxxxxxxx…\" 64 bytes ->|       0.0 ms",
            "  |    |<---|----|--- \"xxxxxxxxxxxxxxxxxxxxxxxxxxx…\" 64 bytes |       0.0 ms",
            "  |    |    +----|- connect 127.0.0.1:36859 ----------------->|       0.0 ms",
            "  |    |    +----|- \"xxxxxxxxxxxxxxxxxxxxxxxxxxx…\" 64 bytes ->|       0.0 ms",
            "  |    |    |<---|--- \"xxxxxxxxxxxxxxxxxxxxxxxxxxx…\" 64 bytes |       0.0 ms",
            "  |    |    |    +- connect 127.0.0.1:36859 ----------------->|       0.0 ms",
            "  |    |    |    +- \"xxxxxxxxxxxxxxxxxxxxxxxxxxx…\" 64 bytes ->|       0.0 ms",
            "  |    |    |    |<-- \"xxxxxxxxxxxxxxxxxxxxxxxxxxx…\" 64 bytes |       0.0 ms",
            "  : … 196 more connections: close …                           :       0.5 ms",
            "  +----|----|----|- close ----------------------------------->|       0.5 ms",
            "  |    +----|----|- close ----------------------------------->|       0.5 ms",
            "  |    |    |<---|--------------------------------------- \"?\" |       0.6 ms",
            "  |    |    +----|- close ----------------------------------->|       0.7 ms",
            "  |    |    |    +- close ----------------------------------->|       0.7 ms",
        ],
    );
}

#[test]
fn a_long_transfer_is_one_row_in_each_direction() {
    let mut events = vec![ours(0, 1, EventKind::Connect, "127.0.0.1:36859")];
    for step in 0..128 {
        events.push(transfer(100 + step, Side::Check, 65_536, 1));
        events.push(transfer(100 + step, Side::Program, 65_536, 2));
    }
    events.push(theirs(9000, 1, EventKind::End, ""));
    let mut report = report(events);
    let mut failure = Failure::new(Cause::WrongBytes, "", "");
    failure.difference_at = Some(1_876_480);
    report.failure = Some(failure);
    check(
        &report,
        100,
        &[
            "check                                     echo-server (pid 4123)",
            "  | connect 127.0.0.1:36859 ------------------>|       0.0 ms",
            "  | \"xxxxxxx…\" 8,388,608 bytes in 128 writes ->|       0.1 ms",
            "  |<- \"xxxxxxxx…\" 8,388,608 bytes in 256 reads |       0.1 ms",
            "  |         first difference at byte 1,876,480 |",
            "  |<------------------------------ end of file |       9.0 ms",
        ],
    );
    check(
        &report,
        40,
        &[
            "check     echo-server (pid 4123)",
            "| connect ….0.1:36859 ->| 0.0 ms",
            "| … 8,388,608 bytes … ->| 0.1 ms",
            "|<- … 8,388,608 bytes … | 0.1 ms",
            "|   first difference at |",
            "|        byte 1,876,480 |",
            "|<--------- end of file | 9.0 ms",
        ],
    );
}

#[test]
fn what_the_program_says_and_calls_stands_on_its_side() {
    use EventKind::*;
    let mut events = vec![
        theirs(
            900,
            0,
            Call,
            r#"3 bind(3, {sa_family=AF_INET, sin_port=htons(0)}, 16) = 0"#,
        ),
        theirs(950, 0, Stderr, r"caf\xc3\xa9: \'x\' came\x1b[2J"),
        ours(1000, 1, Connect, "127.0.0.1:36859"),
    ];
    events.extend((0..37).map(|line| theirs(1200 + line, 0, Stderr, "and on it goes")));
    events.push(ours(1500, 1, Data, "hello"));
    events.extend((0..3).map(|line| theirs(1600 + line, 0, Stderr, &format!("line {line}"))));
    events.extend((0..5).map(|call| theirs(1700 + call, 0, Call, "7 read(4, \"\", 16) = 0")));
    check(
        &report(events),
        100,
        &[
            "check                                     echo-server (pid 4123)",
            "  | 3 bind(3, {sa_family=AF_INET, sin_po…) = 0 |      -0.1 ms",
            "  |                 stderr: café: 'x' came�[2J |      -0.1 ms",
            "  | connect 127.0.0.1:36859 ------------------>|       0.0 ms",
            "  |                     … 37 lines on stderr … |       0.2 ms",
            "  | \"hello\" ---------------------------------->|       0.5 ms",
            "  |                             stderr: line 0 |       0.6 ms",
            "  |                             stderr: line 1 |       0.6 ms",
            "  |                             stderr: line 2 |       0.6 ms",
            "  |                        … 5 calls: 7 read … |       0.7 ms",
        ],
    );
}

#[test]
fn of_a_long_conversation_the_beginning_and_the_end_are_shown() {
    let byte = |number: u32| ours(u64::from(number), 1, EventKind::Data, &number.to_string());
    let lines = draw(&report((0..25).map(byte).collect()), 100);
    assert_eq!(
        lines.len(),
        26,
        "one row is not left out for a word about it"
    );
    let lines = draw(&report((0..100).map(byte).collect()), 100);
    assert_eq!(lines.len(), 26);
    assert_eq!(lines[13], "  : 76 more events");
    assert!(lines[14].contains("\"88\""), "{}", lines[14]);
    let lines = draw_whole(&report((0..100).map(byte).collect()), 100);
    assert_eq!(lines.len(), 101);
}

#[test]
fn in_a_long_conversation_two_lines_of_stderr_are_one_row() {
    let steps = (0..13).flat_map(|step| {
        [
            ours(step, 1, EventKind::Data, "x"),
            theirs(step, 0, EventKind::Stderr, "one"),
            theirs(step, 0, EventKind::Stderr, "two"),
        ]
    });
    let lines = draw(&report(steps.collect()), 100);
    assert_eq!(lines.len(), 26);
    let folded = |line: &&String| line.contains("… 2 lines on stderr …");
    assert_eq!(lines.iter().filter(folded).count(), 12);
}

#[test]
fn where_only_stderr_was_seen_there_is_no_picture() {
    let report = report(vec![theirs(1, 0, EventKind::Stderr, "oh")]);
    assert_eq!(draw(&report, 100), Vec::<String>::new());
}

/// The next of a row of numbers that look random, and are the same in every run.
fn next(state: &mut u64) -> u64 {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

#[test]
fn no_line_is_wider_than_the_screen() {
    use EventKind::*;
    let kinds = [
        Connect, Data, Data, Data, End, Reset, Refused, Close, Query, Answer, Stderr, Call,
    ];
    let mut state = 17;
    for _ in 0..100 {
        let connections = 1 + next(&mut state) % 40;
        let mut at_us = next(&mut state) % 10_000_000;
        let events = (0..next(&mut state) % 80).map(|_| {
            at_us += next(&mut state) % 1_000_000;
            let kind = kinds[(next(&mut state) % kinds.len() as u64) as usize];
            let from = if next(&mut state).is_multiple_of(2) {
                Side::Check
            } else {
                Side::Program
            };
            let length = next(&mut state) % 400;
            let bytes: Vec<u8> = (0..length).map(|_| next(&mut state) as u8).collect();
            let number = if kind.is_on_the_wire() {
                1 + next(&mut state) % connections
            } else {
                0
            };
            let mut event = event(
                at_us,
                number as u32,
                from,
                kind,
                &bytes.escape_ascii().to_string(),
            );
            event.length += next(&mut state) % 100_000_000 * (next(&mut state) % 2);
            event.pieces *= 1 + next(&mut state) % 5000;
            event
        });
        let mut report = report(events.collect());
        report.programs = vec![format!(
            "a-program{} (pid 4194304) has ended",
            "-long".repeat(9)
        )];
        let mut failure = Failure::new(Cause::WrongBytes, "", "");
        failure.difference_at = Some(next(&mut state) % 10_000_000);
        report.failure = Some(failure);
        for columns in [40, 41, 50, 60, 70, 80, 90, 99, 100, 101, 200] {
            for line in draw(&report, columns) {
                let width = line.chars().count() + INDENT;
                assert!(width <= columns, "{width} of {columns}: {line}");
            }
        }
    }
}
