//! The grader against programs that misbehave: every one gets a clear verdict, and leaves nothing behind.

use grader::CheckReport;
use grader::Environment;
use grader::EventKind;
use grader::Failure;
use grader::Lab;
use grader::Launch;
use grader::Lesson;
use grader::Options;
use grader::Outcome;
use grader::Program;
use grader::Programs;
use grader::Side;
use grader::Stage;
use grader::Verdict;
use grader::grade;
use std::time::Duration;

const fn check(name: &'static str, stage: u8, run: fn(&Lab) -> Verdict) -> grader::Check {
    grader::Check {
        name,
        title: name,
        program: "server",
        stage,
        points: 2,
        hint: "a hint",
        run,
    }
}

const LESSON: Lesson = Lesson {
    name: "lesson0-test",
    title: "test",
    programs: &["server"],
    stages: &[
        Stage {
            number: 1,
            title: "one",
        },
        Stage {
            number: 2,
            title: "two",
        },
    ],
    checks: &[&[check("echoes", 1, echoes), check("echoes-again", 2, echoes)]],
    ladders: &[],
    flaws: &[],
    variants: &[],
    needs_names: false,
};

fn echoes(lab: &Lab) -> Verdict {
    let server = lab.serve("server", "127.0.0.1:0")?;
    lab.doing("sent \"12345\"");
    let mut client = server.connect()?;
    client.send("12345")?;
    client.expect("12345")
}

fn programs(how: &str) -> Programs {
    let words = [env!("CARGO_BIN_EXE_grader-misbehave"), how];
    let program = Program::command(words).expect("two words");
    [("server".to_owned(), program)].into_iter().collect()
}

fn judge(how: &str) -> Vec<CheckReport> {
    cell::adopt_orphans();
    let report = grade(
        &LESSON,
        &programs(how),
        Environment::default(),
        &Options::default(),
    );
    assert_eq!(report.max_score, 4);
    report.checks
}

/// How the first check ends, its cause as JSON shows it, and a part of what it got.
#[track_caller]
fn expect(how: &str, outcome: Outcome, cause: &str, got: &str) -> CheckReport {
    let report = judge(how).remove(0);
    assert_eq!(report.outcome, outcome, "{report:?}");
    let failure = report
        .failure
        .as_ref()
        .expect("what does not pass has a failure");
    assert_eq!(format!("{:?}", failure.cause), cause, "{failure:?}");
    assert!(failure.got.contains(got), "{failure:?}");
    report
}

#[test]
fn a_program_that_does_what_it_should_passes_every_stage() {
    let checks = judge("serves-well");
    let outcomes: Vec<Outcome> = checks.iter().map(|check| check.outcome).collect();
    assert_eq!(outcomes, [Outcome::Passed, Outcome::Passed]);
    assert_eq!(checks[0].points, 2);
    assert!(
        checks[0].transcript.is_empty(),
        "what passes has nothing to explain"
    );
}

#[test]
fn a_program_that_exits_at_once_is_told_from_one_that_hangs() {
    let report = expect("exits-at-once", Outcome::Failed, "Exited", "exit status 7");
    assert!(
        report.programs[0].ends_with("has ended: exit status 7"),
        "{:?}",
        report.programs
    );
}

#[test]
fn a_program_that_never_listens_is_given_up_after_its_ten_seconds() {
    let report = expect(
        "never-listens",
        Outcome::TimedOut,
        "NeverListened",
        "it still runs",
    );
    assert!(
        (10_000..20_000).contains(&report.duration_ms),
        "{}",
        report.duration_ms
    );
}

#[test]
fn a_panic_is_shown_in_its_own_words() {
    expect("panics", Outcome::Failed, "Panicked", "the sky is falling");
    let report = expect(
        "panics-in-a-thread",
        Outcome::Failed,
        "Panicked",
        "not in front of the client",
    );
    assert!(
        report.programs[0].ends_with("is still running"),
        "{:?}",
        report.programs
    );
}

#[test]
fn a_todo_is_not_started_in_every_stage() {
    let outcomes: Vec<Outcome> = judge("runs-into-a-todo")
        .iter()
        .map(|check| check.outcome)
        .collect();
    assert_eq!(outcomes, [Outcome::NotStarted, Outcome::NotStarted]);
}

#[test]
fn a_program_that_hangs_in_the_middle_shows_what_came_until_then_and_blocks_the_next_stage() {
    let checks = judge("hangs-in-the-middle");
    assert_eq!(
        (checks[0].outcome, checks[1].outcome),
        (Outcome::TimedOut, Outcome::Blocked)
    );
    let failure = checks[0].failure.clone().expect("a failure");
    assert_eq!(failure.doing, "sent \"12345\"");
    assert_eq!(failure.expected, "\"12345\"");
    assert_eq!(failure.got, "\"123\", then nothing for 5 s");
    assert!(
        (5_000..15_000).contains(&checks[0].duration_ms),
        "{}",
        checks[0].duration_ms
    );
}

#[test]
fn a_flood_on_stdout_is_cut_and_a_flood_on_stderr_is_drained() {
    expect(
        "floods-stdout",
        Outcome::Failed,
        "WrongOutput",
        "without an end of line",
    );
    let outcomes: Vec<Outcome> = judge("floods-stderr")
        .iter()
        .map(|check| check.outcome)
        .collect();
    assert_eq!(outcomes, [Outcome::Passed, Outcome::Passed]);
}

#[test]
fn an_executable_that_is_not_there_is_named() {
    let program = Program::executable("/no/such/program");
    let programs = [("server".to_owned(), program)].into_iter().collect();
    let report = grade(
        &LESSON,
        &programs,
        Environment::default(),
        &Options::default(),
    );
    let failure = report.checks[0].failure.clone().expect("a failure");
    assert!(
        failure.got.contains("/no/such/program cannot be started"),
        "{failure:?}"
    );
}

#[test]
fn what_a_program_says_is_seen_at_its_moment_and_decides_nothing() {
    let report = expect("says-what-it-does", Outcome::Failed, "WrongBytes", "123__");
    let place = |kind: EventKind| {
        let mut events = report.transcript.iter();
        events.rposition(|event| (event.event, event.from) == (kind, Side::Program))
    };
    let (line, data) = (place(EventKind::Stderr), place(EventKind::Data));
    let (line, data) = (
        line.expect("a line is seen"),
        data.expect("an answer is seen"),
    );
    let line = &report.transcript[line];
    assert_eq!(line.bytes, "the client has had its answer");
    let answer = &report.transcript[data];
    let failure = report.failure.as_ref().expect("a failure");
    // The last words come when the answer has long been judged.
    assert!(line.at_us > answer.at_us, "{report:?}");
    assert_eq!(failure.at_us, answer.at_us);
    assert_eq!(failure.difference_at, Some(3));
    let launch = Launch {
        program: "server".to_owned(),
        arguments: vec!["127.0.0.1:0".to_owned()],
        staged: false,
    };
    assert_eq!(report.launches, [launch]);
}

#[test]
fn wrong_bytes_have_a_caret_and_a_time() {
    let report = expect(
        "prints-to-the-client",
        Outcome::Failed,
        "WrongBytes",
        // All of it, although as many bytes as were expected show the difference already.
        r#""123\x1b[2J""#,
    );
    let failure = report.failure.expect("a failure");
    assert_eq!(failure.caret, Some(4));
    assert!(failure.at_us > 0);
    let kinds: Vec<String> = report
        .transcript
        .iter()
        .map(|event| format!("{:?}", event.event))
        .collect();
    assert_eq!(
        kinds[..3],
        ["Connect", "Data", "Data"],
        "{:?}",
        report.transcript
    );
}

#[test]
fn a_check_that_panics_is_our_fault_and_costs_nothing() {
    const BROKEN: Lesson = Lesson {
        checks: &[&[check("panics", 1, |_| {
            panic!("an index out of bounds, say")
        })]],
        ..LESSON
    };
    let report = grade(
        &BROKEN,
        &programs("serves-well"),
        Environment::default(),
        &Options::default(),
    );
    assert_eq!(report.checks[0].outcome, Outcome::Broken);
    let failure = report.checks[0].failure.clone().expect("a failure");
    assert!(
        failure.got.contains("an index out of bounds, say"),
        "{failure:?}"
    );
}

#[test]
fn what_a_machine_cannot_run_counts_for_nothing() {
    const PARTLY: Lesson = Lesson {
        checks: &[&[
            check("needs-more", 1, |_| {
                Err(Failure::unavailable("no such thing here"))
            }),
            check("echoes", 2, echoes),
        ]],
        ..LESSON
    };
    let report = grade(
        &PARTLY,
        &programs("serves-well"),
        Environment::default(),
        &Options::default(),
    );
    assert_eq!(report.checks[0].outcome, Outcome::Unavailable);
    assert_eq!(
        (report.checks[1].outcome, report.score, report.max_score),
        (Outcome::Passed, 2, 2)
    );
}

#[test]
fn the_same_seed_makes_the_same_texts() {
    const TELLING: Lesson = Lesson {
        checks: &[&[check("tells", 1, |lab| {
            let word = lab.random().word(20);
            Err(Failure::new(grader::Cause::WrongBytes, "", word))
        })]],
        ..LESSON
    };
    let words = |seed| {
        let options = Options {
            seed,
            ..Options::default()
        };
        let report = grade(
            &TELLING,
            &programs("serves-well"),
            Environment::default(),
            &options,
        );
        report.checks[0].failure.clone().expect("a failure").got
    };
    assert_eq!(words(17), words(17));
    assert_ne!(words(17), words(18));
}

#[test]
fn once_the_time_of_all_checks_is_over_none_is_begun_and_each_says_why() {
    let graded = |budget| {
        let options = Options {
            budget: Some(Duration::from_secs(budget)),
            patience: 3,
            ..Options::default()
        };
        let report = grade(
            &LESSON,
            &programs("serves-well"),
            Environment::default(),
            &options,
        );
        let outcomes: Vec<Outcome> = report.checks.iter().map(|check| check.outcome).collect();
        (outcomes, report)
    };
    assert_eq!(graded(60).0, [Outcome::Passed, Outcome::Passed]);
    let (outcomes, report) = graded(0);
    assert_eq!(outcomes, [Outcome::TimedOut, Outcome::Blocked]);
    assert_eq!((report.score, report.max_score), (0, 4));
    let failure = report.checks[0].failure.as_ref().expect("a failure");
    assert!(failure.expected.contains("within 0 s"), "{failure:?}");
    assert!(report.checks[0].launches.is_empty(), "nothing was started");
}

/// The programs of these tests see this folder as their HOME, the only variable of ours that reaches them.
#[cfg(target_os = "linux")]
#[test]
fn a_daemon_that_kept_the_pipes_is_found_and_ended() {
    for how in ["leaves-a-daemon", "ends-but-leaves-a-daemon"] {
        let folder =
            std::env::temp_dir().join(format!("grader-daemon-{}-{how}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder can be made");
        let words = ["env".into(), format!("HOME={}", folder.display()).into()];
        let own = [env!("CARGO_BIN_EXE_grader-misbehave").into(), how.into()];
        let program =
            Program::command::<std::ffi::OsString>(words.into_iter().chain(own)).expect("words");
        let programs = [("server".to_owned(), program)].into_iter().collect();
        cell::adopt_orphans();
        let report = grade(
            &LESSON,
            &programs,
            Environment::default(),
            &Options::default(),
        );
        let expected = if how == "leaves-a-daemon" {
            Outcome::Passed
        } else {
            Outcome::Failed
        };
        assert_eq!(report.checks[0].outcome, expected, "{report:?}");
        let pid = std::fs::read_to_string(folder.join("daemon.pid")).expect("the daemon ran");
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        assert!(stat.is_empty() || stat.contains(") Z "), "{how}: {stat}");
        std::fs::remove_dir_all(&folder).expect("the folder can be removed");
    }
}
