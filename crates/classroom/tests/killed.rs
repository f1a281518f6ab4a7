//! A run that is killed in the middle, 50 times, and goes on each time. The test starts itself again as the run that is killed.

#![expect(clippy::unwrap_used, reason = "helpers of tests, too")]

mod fake;

use classroom::Broken;
use classroom::Judge;
use classroom::Judged;
use classroom::Store;
use classroom::Unit;
use classroom::plan::Scope;
use classroom::plan::freeze;
use classroom::run::Options;
use classroom::run::Progress;
use classroom::run::Step;
use classroom::run::run;
use fake::Folder;
use fake::Paper;
use libtest_mimic::Arguments;
use libtest_mimic::Failed;
use libtest_mimic::Trial;
use std::collections::BTreeMap;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::process::ExitCode;
use std::process::Stdio;
use std::sync::atomic::AtomicBool;

/// Names the folder of a run that is to be killed.
const RUN: &str = "LOOPBACK_TEST_RUN";
const KILLS: usize = 50;

fn main() -> ExitCode {
    if let Some(folder) = std::env::var_os(RUN) {
        grade(Path::new(&folder), 2);
        return ExitCode::SUCCESS;
    }
    let arguments = Arguments::from_args();
    let trial = Trial::test(
        "a_run_that_is_killed_50_times_gives_the_same_bytes_and_judges_nothing_twice_without_need",
        || killed().map_err(Failed::from),
    );
    libtest_mimic::run(&arguments, vec![trial]).exit_code()
}

/// Says in a line of stdout what it does, so that it can be killed then.
#[derive(Default)]
struct Loud(Paper);

impl Judge for Loud {
    fn judge(&self, unit: &Unit<'_>, lane: usize) -> Result<Judged, Broken> {
        say(&format!("judging {}-{}", unit.lesson, unit.seed));
        self.0.judge(unit, lane)
    }
}

impl Progress for Loud {
    fn judged(&self, step: &Step<'_>) {
        say(&format!("done {}", step.done));
    }
}

fn say(line: &str) {
    // Whoever reads has perhaps stopped.
    let _ = writeln!(std::io::stdout(), "{line}");
}

fn grade(folder: &Path, jobs: usize) {
    let store = Store::open(folder).unwrap();
    say("opened");
    let frozen = freeze(&store, &fake::settings(), fake::class(), Scope::Class).unwrap();
    say("frozen");
    let loud = Loud::default();
    let options = Options {
        jobs,
        force: false,
        partition: None,
        stop: &AtomicBool::new(false),
    };
    let summary = run(&store, &frozen, &loud, &fake::blank, &options, &loud).unwrap();
    assert_eq!(summary.left, 0);
    say("whole");
}

fn killed() -> Result<(), String> {
    let folders = Folder::new();
    let whole = folders.join("whole");
    grade_alone(&whole)?;
    let expected = fake::results(&whole);
    let (mut kills, mut generation) = (0, 0);
    // Each generation is a new folder, in which a run is killed until one reaches its end.
    while kills < KILLS {
        generation += 1;
        let folder = folders.join(&generation.to_string());
        let mut judged: BTreeMap<String, usize> = BTreeMap::new();
        let mut here = 0;
        // The moment moves through the whole run, and never comes in the last one of a generation.
        for moment in [1, 2, 3, 5, 4, 7, 6, 10, 9, 40, usize::MAX] {
            let moment = if moment == usize::MAX {
                moment
            } else {
                moment + generation % 3
            };
            match run_until(&folder, moment, &mut judged)? {
                End::Killed => here += 1,
                End::Whole => break,
            }
        }
        kills += here;
        if let Some((unit, times)) = judged.iter().find(|(_, times)| **times > 1 + here) {
            return Err(format!("{unit} was judged {times} times in {here} kills"));
        }
        let got = fake::results(&folder);
        let left: Vec<&String> = got.keys().filter(|name| name.contains(".tmp")).collect();
        if got != expected {
            return Err(format!(
                "generation {generation} has other results; left over: {left:?}"
            ));
        }
    }
    Ok(())
}

fn grade_alone(folder: &Path) -> Result<(), String> {
    match run_until(folder, usize::MAX, &mut BTreeMap::new())? {
        End::Whole => Ok(()),
        End::Killed => Err("nobody has killed it, and it has not come to its end".to_owned()),
    }
}

enum End {
    Killed,
    Whole,
}

/// Runs until so many lines have been read, and kills it then.
fn run_until(
    folder: &Path,
    moment: usize,
    judged: &mut BTreeMap<String, usize>,
) -> Result<End, String> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .env(RUN, folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut is_whole = false;
    for (number, line) in lines.map(Result::unwrap).enumerate() {
        // What it still says until it has ended is read, too.
        if number + 1 == moment {
            child.kill().unwrap();
        }
        is_whole |= line == "whole";
        if line.starts_with("judging ") {
            *judged.entry(line).or_default() += 1;
        }
    }
    let status = child.wait().unwrap();
    match (is_whole, status.success(), moment) {
        (true, ..) => Ok(End::Whole),
        (false, false, 0..usize::MAX) => Ok(End::Killed),
        _ => Err(format!("the run has failed: {status}")),
    }
}
