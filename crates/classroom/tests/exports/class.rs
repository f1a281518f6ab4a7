//! A made-up class: eight students, two small lessons.

use classroom::Ignored;
use classroom::Isolation;
use classroom::ProgramBuild;
use classroom::State;
use classroom::Student;
use classroom::Verdict;
use grader::BuildReport;
use grader::Cause;
use grader::CheckReport;
use grader::Environment;
use grader::Failure;
use grader::LessonReport;
use grader::Outcome;

/// Name, title, program, stage, points.
type Row = (&'static str, &'static str, &'static str, u8, u32);

const ECHO: &str = "lesson2-echo";
const ECHO_CHECKS: [Row; 7] = [
    ("greets", "greets whoever connects", "greeter", 1, 1),
    ("says-where", "says where it listens", "greeter", 1, 1),
    (
        "echoes-one-line",
        "sends one line back",
        "echo-server",
        1,
        2,
    ),
    (
        "echoes-until-the-end",
        "echoes until the end of file, then closes",
        "echo-server",
        2,
        3,
    ),
    (
        "two-writes",
        "adds nothing to a line that arrives in two writes",
        "echo-server",
        2,
        2,
    ),
    (
        "survives-a-reset",
        "goes on after a client has reset its connection",
        "echo-server",
        3,
        4,
    ),
    (
        "ipv6",
        "answers on an IPv6 socket, too",
        "echo-server",
        3,
        1,
    ),
];

const SUM: &str = "lesson3-sum-server";
const SUM_CHECKS: [Row; 3] = [
    ("adds", "adds the numbers on one line", "sum-server", 1, 2),
    (
        "adds-two-writes",
        "adds numbers that arrive in two writes",
        "sum-server",
        2,
        3,
    ),
    (
        "refuses-words",
        "answers \"error\" to what is no number",
        "sum-server",
        2,
        1,
    ),
];

/// Everybody passes everything, as long as nothing else is said.
fn verdict(student: &Student, lesson: &str) -> Verdict {
    let rows: &[Row] = if lesson == ECHO {
        &ECHO_CHECKS
    } else {
        &SUM_CHECKS
    };
    let mut programs: Vec<ProgramBuild> = Vec::new();
    for (_, _, program, _, _) in rows {
        if programs.iter().all(|known| known.name != *program) {
            programs.push(ProgramBuild {
                name: (*program).to_owned(),
                ok: true,
                reason: String::new(),
                diagnostics: String::new(),
            });
        }
    }
    let mut report = LessonReport {
        lesson: lesson.to_owned(),
        target: "exercise".to_owned(),
        score: 0,
        max_score: 0,
        build: BuildReport {
            ok: true,
            diagnostics: String::new(),
        },
        environment: Environment::default(),
        checks: rows.iter().map(check).collect(),
        runs: 1,
    };
    report.add_up();
    Verdict {
        schema: grader::SCHEMA.to_owned(),
        student: student.clone(),
        state: State::Graded,
        reason: String::new(),
        key: "0123".to_owned(),
        source: Some("4567".to_owned()),
        isolation: Isolation::default(),
        ignored: Vec::new(),
        ignored_more: 0,
        programs,
        lessons: vec![report],
    }
}

fn check(&(name, title, program, stage, points): &Row) -> CheckReport {
    CheckReport {
        name: name.to_owned(),
        title: title.to_owned(),
        program: program.to_owned(),
        stage,
        outcome: Outcome::Passed,
        points,
        max_points: points,
        duration_ms: 12,
        seed: 17,
        failure: None,
        hint: "One write is not one read: does `read_until` keep what it has read?".to_owned(),
        stderr: String::new(),
        programs: Vec::new(),
        transcript: Vec::new(),
        launches: Vec::new(),
        passes: 1,
        trace: None,
    }
}

/// This check, or every one where none is named, ends like this.
fn end(verdict: &mut Verdict, name: Option<&str>, outcome: Outcome, cause: Cause) {
    let checks = &mut verdict.lessons[0].checks;
    for check in checks
        .iter_mut()
        .filter(|check| name.is_none_or(|name| name == check.name))
    {
        check.outcome = outcome;
        check.points = 0;
        check.passes = 0;
        if outcome != Outcome::Blocked {
            let mut failure = Failure::new(cause, "\"24\\n\"", "\"3\\n\"");
            failure.doing = "sent \"1 2\", and then \"3\\n\"".to_owned();
            check.failure = Some(failure);
        }
    }
    verdict.lessons[0].add_up();
}

fn student(id: &str, name: &str, email: &str) -> Student {
    Student {
        id: id.to_owned(),
        name: name.to_owned(),
        email: email.to_owned(),
    }
}

fn fail_to_build(verdict: &mut Verdict, place: usize, reason: &str, diagnostics: &str) {
    let program = &mut verdict.programs[place];
    program.ok = false;
    program.reason = reason.to_owned();
    program.diagnostics = diagnostics.to_owned();
    let name = program.name.clone();
    verdict.lessons[0].build.ok = false;
    for check in &mut verdict.lessons[0].checks {
        if check.program == name {
            check.outcome = Outcome::Failed;
            check.points = 0;
            check.failure = Some(Failure::new(
                Cause::CannotStart,
                "a program",
                "it does not compile",
            ));
        }
    }
    verdict.lessons[0].add_up();
}

/// Has solved everything.
fn ada() -> Vec<Verdict> {
    let ada = student("ada", "Ada Lovelace", "ada@example.org");
    vec![verdict(&ada, ECHO), verdict(&ada, SUM)]
}

/// Has come half of the way.
fn ben() -> Vec<Verdict> {
    let ben = student("ben", "Ben Öztürk-O'Hara", "ben@example.org");
    let mut echo = verdict(&ben, ECHO);
    for (name, outcome, cause) in [
        ("echoes-until-the-end", Outcome::TimedOut, Cause::NoAnswer),
        ("two-writes", Outcome::Failed, Cause::WrongBytes),
        ("survives-a-reset", Outcome::Blocked, Cause::Broken),
        ("ipv6", Outcome::Blocked, Cause::Broken),
    ] {
        end(&mut echo, Some(name), outcome, cause);
    }
    let mut sum = verdict(&ben, SUM);
    end(&mut sum, None, Outcome::NotStarted, Cause::Panicked);
    vec![echo, sum]
}

/// Has not begun.
fn cai() -> Vec<Verdict> {
    let cai = student("cai", "", "");
    let mut both = vec![verdict(&cai, ECHO), verdict(&cai, SUM)];
    for verdict in &mut both {
        end(verdict, None, Outcome::NotStarted, Cause::Panicked);
    }
    both
}

/// One program does not compile, one is not there.
fn dora() -> Vec<Verdict> {
    let dora = student("dora", "Dora", "");
    let mut echo = verdict(&dora, ECHO);
    fail_to_build(
        &mut echo,
        1,
        "it does not compile",
        "error[E0308]: mismatched types\r\n --> src/bin/echo-server.rs:3:5\n  |\n3 |     1 // ```\n  |     ^ expected `()`\n",
    );
    end(
        &mut echo,
        Some("says-where"),
        Outcome::Failed,
        Cause::WrongOutput,
    );
    let mut sum = verdict(&dora, SUM);
    fail_to_build(&mut sum, 0, "src/bin/sum-server.rs is missing", "");
    vec![echo, sum]
}

/// Has put the files elsewhere, and one lesson has no verdict at all.
fn emil() -> Vec<Verdict> {
    let emil = student("emil", "Emil", "emil@example.org");
    let mut echo = verdict(&emil, ECHO);
    end(&mut echo, None, Outcome::Failed, Cause::CannotStart);
    echo.state = State::NothingTaken;
    echo.source = None;
    echo.reason = "there is no folder lesson2-echo/src".to_owned();
    for (path, why) in [
        ("echo/main.rs", "not in a lesson's src/"),
        ("echo/Cargo.toml", "not a .rs file"),
    ] {
        echo.ignored.push(Ignored {
            path: path.to_owned(),
            why: why.to_owned(),
        });
    }
    echo.ignored_more = 3;
    vec![echo]
}

/// Our fault: a worker has died in one lesson, a check is broken in the other.
fn fay() -> Vec<Verdict> {
    let fay = student("fay", "Fay", "");
    let mut echo = verdict(&fay, ECHO);
    end(&mut echo, None, Outcome::Broken, Cause::Broken);
    echo.state = State::Broken;
    echo.reason = "the worker has died: signal 9, -twice".to_owned();
    let mut sum = verdict(&fay, SUM);
    end(
        &mut sum,
        Some("refuses-words"),
        Outcome::Broken,
        Cause::Broken,
    );
    end(&mut sum, Some("adds"), Outcome::Failed, Cause::WrongBytes);
    vec![echo, sum]
}

/// On a machine that cannot isolate and has no IPv6.
fn gus() -> Vec<Verdict> {
    let gus = student("gus", "Gus", "");
    let mut echo = verdict(&gus, ECHO);
    echo.isolation.weak = true;
    end(
        &mut echo,
        Some("ipv6"),
        Outcome::Unavailable,
        Cause::Unavailable,
    );
    end(
        &mut echo,
        Some("survives-a-reset"),
        Outcome::Failed,
        Cause::Exited,
    );
    vec![echo, verdict(&gus, SUM)]
}

/// Means harm, in every text of her own.
fn mallory() -> Vec<Verdict> {
    let mallory = student(
        "=cmd()|' /C calc'!A0",
        "<img src=x onerror=alert(1)>\n# **All** points | [a](http://x.example) ![i](http://x.example/i.png)",
        "@SUM(1;=2)\u{202e}gro.elpmaxe",
    );
    let mut echo = verdict(&mallory, ECHO);
    fail_to_build(
        &mut echo,
        0,
        "it does not compile",
        "````\n# not a heading\n<script>alert(1)</script>\u{1b}[31m\n```\n~~~\n",
    );
    end(
        &mut echo,
        Some("echoes-one-line"),
        Outcome::Failed,
        Cause::WrongBytes,
    );
    let hostile = "</code></pre><script>alert(2)</script>\n```\n# escaped?\n]]>\u{0}\u{202e}-->";
    for check in &mut echo.lessons[0].checks {
        if let Some(failure) = &mut check.failure {
            failure.got = hostile.to_owned();
            check.stderr = hostile.to_owned();
        }
    }
    echo.ignored.push(Ignored {
        path: "src/`x`|<b>\n- **y**\r.rs".to_owned(),
        why: "not a plain name".to_owned(),
    });
    let mut sum = verdict(&mallory, SUM);
    end(&mut sum, None, Outcome::Failed, Cause::CannotStart);
    sum.state = State::Missing;
    sum.reason = "+lesson3-sum-server/src is a link to /etc".to_owned();
    vec![echo, sum]
}

/// All of them, in no order.
pub(crate) fn class() -> Vec<Verdict> {
    [mallory(), ben(), ada(), gus(), cai(), dora(), fay(), emil()].concat()
}

/// Stands in for the words of the course's own commands, which this crate does not know.
pub(crate) fn page(check: &CheckReport, lesson: &str) -> String {
    let Some(failure) = &check.failure else {
        return String::new();
    };
    format!(
        "        did       {}\n        expected  {}\n        got       {}\n\n        stderr    {}\n        hint      {}\n        again     cargo xtask check {lesson} {} --seed {}\n\n",
        failure.doing,
        failure.expected,
        failure.got,
        check.stderr,
        check.hint,
        check.name,
        check.seed
    )
}
