//! Runs a lesson's checks against somebody's programs, and reports.

use crate::Verdict;
use crate::bytes::quote;
use crate::confinement;
use crate::deadline::Deadline;
use crate::failure::Cause;
use crate::failure::Failure;
use crate::finished::describe;
use crate::lab::Lab;
use crate::lesson::Check;
use crate::lesson::Lesson;
use crate::panics;
use crate::panics::Panic;
use crate::program::Programs;
use crate::report::BuildReport;
use crate::report::CheckReport;
use crate::report::Environment;
use crate::report::LessonReport;
use crate::report::Outcome;
use crate::running::Running;
use crate::schedule::Schedule;
use crate::taken;
use crate::tracer::Tracer;
use crate::transcript::Side;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

/// After a failure, how long a program may take until it has ended or sleeps: what it says to our closing, and whether it ends of it, is then no
/// matter of chance.
const END_TIME: Duration = Duration::from_secs(2);
/// Of a panic's message, so many characters; the whole stands in stderr.
const PANIC_SHOWN: usize = 160;
/// Of a program's stderr, so much goes into the report.
const STDERR_SHOWN: usize = 16 * 1024;

/// How to run the checks.
#[derive(Debug, Clone)]
pub struct Options {
    /// The seed of the run; every check derives its own from it.
    pub seed: u64,
    /// Multiplies every deadline.
    pub patience: u32,
    /// How many checks run at the same time, at least 1.
    pub parallel: usize,
    /// How long all checks together may take, before it is multiplied by `patience`: those whose turn comes later are not run, and count as
    /// timed out. Those that run meanwhile go on to their own ends. `None` for as long as they take.
    pub budget: Option<Duration>,
    /// The names of the checks to run; empty for all.
    pub only: Vec<String>,
    /// Record every piece of every conversation, of checks that pass, too.
    pub trace: bool,
    /// Told after each check what became of it, and how many are done, of how many.
    pub progress: Option<fn(&CheckReport, usize, usize)>,
    /// Looks at the calls of every program; set by [`Options::traced`].
    pub tracer: Option<Tracer>,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            seed: 1,
            patience: 1,
            parallel: 16,
            budget: None,
            only: Vec::new(),
            progress: None,
            tracer: None,
            trace: false,
        }
    }
}

/// Runs the checks of all programs that are there, each in its turn: a check of a later stage waits until its program
/// has passed something of the stage before, where all of that stage was asked for.
///
/// Programs without an executable are left out of checks and points. Never fails: what goes wrong is in the report.
pub fn grade(
    lesson: &Lesson,
    programs: &Programs,
    environment: Environment,
    options: &Options,
) -> LessonReport {
    let checks: Vec<&Check> = lesson
        .checks()
        .filter(|check| programs.get(check.program).is_some())
        .filter(|check| {
            options.only.is_empty() || options.only.iter().any(|name| name == check.name)
        })
        .collect();
    let schedule = Schedule::new(lesson, &checks, options);
    let threads = options.parallel.clamp(1, checks.len().max(1));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| schedule.work(&checks, programs, options));
        }
    });
    // Every program has been waited for; what is left are the orphans of theirs that we have adopted. Behind walls the keepers adopt them; and the
    // programs themselves are children of whichever of our threads is left, the first one among them.
    if confinement::confinement().is_none() {
        cell::reap_orphans();
    }
    let mut report = LessonReport {
        lesson: lesson.name.to_owned(),
        target: "program".to_owned(),
        score: 0,
        max_score: 0,
        build: BuildReport {
            ok: true,
            diagnostics: String::new(),
        },
        environment,
        checks: schedule.into_reports(),
        runs: 1,
    };
    report.add_up();
    report
}

/// Runs one check against a program, whatever its stage.
pub fn grade_check(check: &Check, programs: &Programs, options: &Options) -> CheckReport {
    let lab = Lab::new(
        programs,
        check_seed(options.seed, check.name),
        options.patience,
        options.tracer.as_ref(),
        options.trace,
    );
    let result =
        std::panic::catch_unwind(AssertUnwindSafe(|| (check.run)(&lab))).unwrap_or_else(|panic| {
            Err(Failure::broken(format!(
                "the check panicked: {}",
                words(&*panic)
            )))
        });
    lab.let_calls_return();
    let result = result.and_then(|()| no_panic(&lab));
    let duration_ms = lab.transcript().elapsed().as_millis() as u64;
    let mut report = blank(check, options.seed);
    report.duration_ms = duration_ms;
    report.trace = lab.transcript().take_trace();
    match result {
        Ok(()) => {
            report.outcome = Outcome::Passed;
            report.points = check.points;
            report.passes = 1;
            if options.trace {
                report.transcript = lab.transcript().notes();
            }
        }
        Err(failure) => explain(&mut report, failure, &lab),
    }
    if options.tracer.is_some() {
        report.transcript = lab.transcript_with_calls();
    }
    report
}

/// The seed of one check in a run with this seed: a check makes the same numbers whichever others run beside it.
fn check_seed(run: u64, check: &str) -> u64 {
    // FNV-1a: the same on every machine and in every version of Rust, unlike the standard hasher.
    let start = 0xcbf2_9ce4_8422_2325 ^ run;
    check.bytes().fold(start, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Everything went as promised; but did a thread panic meanwhile?
fn no_panic(lab: &Lab) -> Verdict {
    for running in lab.launched() {
        end(&running);
        if first_panic(&running).is_some() {
            lab.doing("read its stderr after everything else was right");
            let got = format!("{} showed one on stderr", running.name());
            let expected = "no Rust panic, whatever the other side does";
            return Err(Failure::new(Cause::Panicked, expected, got));
        }
    }
    Ok(())
}

/// Ends a program, so that all its words are read, however late they come through the pipe.
fn end(running: &Running) {
    running.kill();
    let deadline = Deadline::after(END_TIME);
    running.stderr.wait(deadline, |_, ended| ended);
}

fn first_panic(running: &Running) -> Option<Panic> {
    panics::find(&String::from_utf8_lossy(&running.stderr()))
}

/// Completes the report of a check that did not pass.
fn explain(report: &mut CheckReport, mut failure: Failure, lab: &Lab) {
    failure.doing = lab.take_doing();
    if failure.doing.is_empty() {
        failure.doing = format!("tried whether it {}", report.title);
    }
    report.transcript = lab.transcript().events();
    // The last thing that the program did is what the failure speaks of.
    let seen = report
        .transcript
        .iter()
        .rfind(|event| event.from == Side::Program && event.event.is_on_the_wire());
    failure.at_us = seen.map_or_else(|| lab.transcript().now_us(), |event| event.at_us);
    if !matches!(
        failure.cause,
        Cause::Unavailable | Cause::Broken | Cause::CannotStart
    ) {
        let launched = lab.launched();
        // One that never sleeps need not be waited for.
        let is_restless = failure.cause == Cause::BusyLoop;
        let time = if is_restless {
            Duration::ZERO
        } else {
            END_TIME
        };
        let soon = Deadline::after(time);
        report.programs = launched
            .iter()
            .flat_map(|running| {
                [
                    Some(state(running, soon)),
                    confinement::confinement().and_then(|walls| walls.reason(running.pid())),
                    surplus(running),
                    taken::line(running, &launched),
                ]
            })
            .flatten()
            .collect();
        launched.iter().for_each(|running| end(running));
        // Once more, with the last words on stderr.
        report.transcript = lab.transcript().events();
        report.launches = launched.iter().map(|running| running.how()).collect();
        report.stderr = launched
            .iter()
            .map(|running| shown_stderr(running))
            .collect();
        let panic = launched.iter().find_map(|running| first_panic(running));
        if let Some(panic) = panic {
            if panic.is_todo() {
                report.outcome = Outcome::NotStarted;
                return;
            }
            failure.cause = Cause::Panicked;
            let message: String = panic.message.chars().take(PANIC_SHOWN).collect();
            let cut = if message.len() < panic.message.len() {
                "…"
            } else {
                ""
            };
            failure
                .got
                .push_str(&format!("; it panicked at {}: {message}{cut}", panic.place));
        }
    }
    report.outcome = match failure.cause {
        Cause::Unavailable => Outcome::Unavailable,
        Cause::Broken => Outcome::Broken,
        Cause::NoAnswer | Cause::NeverListened => Outcome::TimedOut,
        _ => Outcome::Failed,
    };
    report.failure = Some(failure);
}

fn state(running: &Running, soon: Deadline) -> String {
    let name = format!("{} (pid {})", running.name(), running.pid());
    running.wait_unless_asleep(soon, 8);
    match running.ended() {
        Some(status) => {
            format!("{name} has ended: {}", describe(status))
        }
        None => format!("{name} is still running"),
    }
}

/// What a server has printed besides its line: perhaps it was meant for the wire.
fn surplus(running: &Running) -> Option<String> {
    let stdout = running.stdout();
    let line = stdout.iter().position(|byte| *byte == b'\n')?;
    let more = &stdout[line + 1..];
    let is_server = stdout.starts_with(b"listening on ");
    (is_server && !more.is_empty())
        .then(|| format!("it also printed to its stdout: {}", quote(more)))
}

fn shown_stderr(running: &Running) -> String {
    let bytes = running.stderr();
    let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(STDERR_SHOWN)]).into_owned();
    let all = running.stderr.length();
    let missing = all.saturating_sub(STDERR_SHOWN as u64);
    if missing == 0 {
        shown
    } else {
        format!("{shown}\n… and {missing} more bytes\n")
    }
}

pub(crate) fn broken(
    check: &Check,
    options: &Options,
    panic: &(dyn std::any::Any + Send),
) -> CheckReport {
    let mut report = blank(check, options.seed);
    report.outcome = Outcome::Broken;
    report.failure = Some(Failure::broken(format!(
        "the grader panicked: {}",
        words(panic)
    )));
    report
}

/// The report of a check that nobody has begun, since the time of all of them was over.
pub(crate) fn late(check: &Check, options: &Options) -> CheckReport {
    let seconds = options.budget.unwrap_or_default().as_secs() * u64::from(options.patience);
    let expected = format!("programs that let all checks be done within {seconds} s");
    let got = "that time was over before this check could begin";
    let mut failure = Failure::new(Cause::NoAnswer, expected, got);
    failure.doing = "waited for the checks before it".to_owned();
    let mut report = blank(check, options.seed);
    report.outcome = Outcome::TimedOut;
    report.failure = Some(failure);
    report
}

pub(crate) fn blank(check: &Check, seed: u64) -> CheckReport {
    CheckReport {
        name: check.name.to_owned(),
        title: check.title.to_owned(),
        program: check.program.to_owned(),
        stage: check.stage,
        outcome: Outcome::Blocked,
        points: 0,
        max_points: check.points,
        duration_ms: 0,
        seed,
        failure: None,
        hint: check.hint.to_owned(),
        stderr: String::new(),
        programs: Vec::new(),
        transcript: Vec::new(),
        launches: Vec::new(),
        passes: 0,
        trace: None,
    }
}

fn words(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "no words".to_owned())
}
