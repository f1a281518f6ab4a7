//! The hostile class: one run of `grade` over submissions that attack the grader, the machine, each other and whoever reads the results. Each
//! gets the verdict that it deserves, everybody else is judged as if it were not there, and nothing but the results has changed.
//!
//! The programs are in `hostile/programs/`. Outside of a cell they do nothing.
#![cfg(target_os = "linux")]

#[path = "class/mod.rs"]
mod class;
#[path = "hostile/compiling.rs"]
mod compiling;
#[path = "hostile/expected.rs"]
mod expected;
#[path = "hostile/handing_in.rs"]
mod handing_in;
#[path = "hostile/names.rs"]
mod names;
#[path = "hostile/outputs.rs"]
mod outputs;
#[path = "hostile/place.rs"]
mod place;
#[path = "hostile/running.rs"]
mod running;
#[path = "hostile/user.rs"]
mod user;

use class::Class;
use expected::Row;
use place::Place;
use place::SECRET;
use serde_json::Value;
use std::fs;
use std::fs::File;
use std::path::Path;
use std::process::Output;
use user::User;

/// Students with the whole solution, between the others.
const GOOD: [&str; 3] = ["aaa-good", "mmm-good", "zzz-good"];
/// How many submissions are judged at a time: many of them only let others wait.
const JOBS: &str = "6";

#[test]
fn a_hostile_class_harms_nobody() {
    judge_the_class(User::Same, "same");
}

#[test]
fn a_hostile_class_harms_nobody_where_an_ordinary_user_grades() {
    judge_the_class(User::Nobody, "nobody");
}

#[test]
fn the_name_servers_port_cannot_be_taken_first() {
    for (user, name) in [(User::Same, "names-same"), (User::Nobody, "names-nobody")] {
        judge_the_name_server(user, name);
    }
}

fn judge_the_class(user: User, name: &str) {
    let Some(_turn) = turn(user) else { return };
    let place = Place::new(name);
    let class = Class::new(&place.temp);
    let rows = hand_in(&class, &place);
    let before = place.listing();
    cell::adopt_orphans();
    let Some(output) = grade(
        user,
        &place,
        &["--lesson", "lesson2", "--roster", "roster.csv"],
    ) else {
        return;
    };
    let mut problems = left_behind(&place, &before);
    for row in &rows {
        problems.extend(match verdict(&place.out, &row.id, "lesson2-echo") {
            Ok(verdict) => row.problems(&verdict),
            Err(problem) => vec![problem],
        });
    }
    problems.extend(
        GOOD.iter()
            .filter_map(|id| has_full_marks(&place.out, id, "lesson2-echo").err()),
    );
    problems.extend(outputs::problems(
        &place.out,
        rows.len() + GOOD.len(),
        &words(&output),
    ));
    tell(&problems, &output, &place);
}

/// A student who wants the port of the lab's name server, and one who needs its names.
fn judge_the_name_server(user: User, name: &str) {
    let Some(_turn) = turn(user) else { return };
    const LESSON: &str = "lesson1-address-lookup";
    let place = Place::new(name);
    let class = Class::of_lesson(&place.temp, LESSON);
    class.solved("takes-the-name-servers-port");
    class.write(
        "takes-the-name-servers-port",
        "src/bin/hostinfo.rs",
        class::program("takes-the-name-servers-port"),
    );
    class.write(
        "takes-the-name-servers-port",
        "src/bin/proof/mod.rs",
        class::program("proof/mod"),
    );
    class.solved("zzz-good");
    let Some(output) = grade(user, &place, &["--lesson", "lesson1"]) else {
        return;
    };
    let mut problems: Vec<String> = has_full_marks(&place.out, "zzz-good", LESSON)
        .err()
        .into_iter()
        .collect();
    let taker =
        verdict(&place.out, "takes-the-name-servers-port", LESSON).expect("there is a verdict");
    for check in taker["lessons"][0]["checks"]
        .as_array()
        .expect("there are checks")
    {
        let outcome = check["outcome"].as_str().unwrap_or_default();
        let stderr = check["stderr"].as_str().unwrap_or_default();
        let is_right = match (check["program"].as_str(), outcome) {
            (Some("hostinfo"), "failed") => {
                stderr.contains("tried everything") && !stderr.contains("WENT THROUGH")
            }
            (Some("hostinfo"), outcome) => outcome == "blocked",
            (_, outcome) => matches!(outcome, "passed" | "unavailable"),
        };
        if !is_right {
            problems.push(format!("takes-the-name-servers-port: {check}"));
        }
    }
    tell(&problems, &output, &place);
}

/// One class at a time on a machine; `None` where the tests cannot become this user.
fn turn(user: User) -> Option<File> {
    if !user.is_possible() {
        note("left out: grading as root, and as another user, since root does not run these tests");
        return None;
    }
    let file = File::create(std::env::temp_dir().join("loopback-hostile-in-use"));
    let file = file.expect("a file can be made");
    file.lock().expect("a file can be locked");
    Some(file)
}

/// The whole class, and what each of the hostile ones deserves.
fn hand_in(class: &Class, place: &Place) -> Vec<Row> {
    for id in GOOD {
        // Three different ones: what is the same is judged once.
        class.edited(
            id,
            "src/bin/greeter.rs",
            "//! The warm-up",
            &format!("//! {id}, the warm-up"),
        );
    }
    let mut rows = running::rows(class, place);
    rows.extend(compiling::rows(class, place));
    rows.extend(handing_in::rows(class, place));
    rows.extend(names::rows(class, place));
    rows
}

/// Has the dependencies compiled once: another user gets a copy of them.
fn prepare() {
    let place = Place::new("first");
    Class::new(&place.temp).broken_source("first");
    grade(User::Same, &place, &["--lesson", "lesson2"]);
}

/// Runs the grader. Where this machine cannot isolate, it must have refused, and there is nothing to look at.
fn grade(user: User, place: &Place, more: &[&str]) -> Option<Output> {
    let out = place.out.display().to_string();
    let arguments = [
        &[
            "grade",
            "submissions",
            "--out",
            &out,
            "--jobs",
            JOBS,
            "--compile-time",
            "30",
        ],
        more,
    ]
    .concat();
    if user == User::Nobody {
        prepare();
    }
    let output = user
        .command(place, &arguments)
        .output()
        .expect("the grader can be started");
    let is_weak = words(&output).contains("--allow-weak-isolation");
    if is_weak && !output.status.success() {
        note("left out: this machine cannot isolate programs, and grade has refused");
        assert!(
            !place.out.join("verdicts").exists(),
            "it refused, and has judged all the same"
        );
        return None;
    }
    assert!(
        output.status.success(),
        "grade ended with {}:\n{}",
        output.status,
        words(&output)
    );
    Some(output)
}

fn words(output: &Output) -> String {
    [
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    ]
    .concat()
}

/// What a student's verdict says, or that there is none.
fn verdict(out: &Path, id: &str, lesson: &str) -> Result<Value, String> {
    let path = out
        .join("verdicts")
        .join(classroom::file_name(id))
        .join(format!("{lesson}.json"));
    let text = fs::read_to_string(&path)
        .map_err(|error| format!("{id:?}: {}: {error}", path.display()))?;
    if text.len() > 1_000_000 {
        return Err(format!("{id:?}: its verdict has {} bytes", text.len()));
    }
    serde_json::from_str(&text).map_err(|error| format!("{id:?}: {error}"))
}

/// A good student has lost nothing through the others.
fn has_full_marks(out: &Path, id: &str, lesson: &str) -> Result<(), String> {
    let verdict = verdict(out, id, lesson)?;
    let report = &verdict["lessons"][0];
    let checks = report["checks"].as_array().into_iter().flatten();
    let lost: Vec<String> = checks
        .filter(|check| check["outcome"] != "passed" && check["outcome"] != "unavailable")
        .map(|check| {
            format!(
                "{} {} {}",
                check["name"], check["outcome"], check["failure"]
            )
        })
        .collect();
    let is_whole = lost.is_empty()
        && report["score"] == report["max_score"]
        && report["score"].as_u64() > Some(50);
    if is_whole && verdict["isolation"]["weak"] == false {
        return Ok(());
    }
    let programs = &verdict["programs"];
    Err(format!(
        "{id}: {} of {} points, {lost:?}, {programs}, {}",
        report["score"], report["max_score"], verdict["isolation"]
    ))
}

/// Whatever is there now and was not before, or the other way round, or knows the secret; and processes that still run.
fn left_behind(
    place: &Place,
    before: &std::collections::BTreeMap<std::path::PathBuf, (u64, i64, i64)>,
) -> Vec<String> {
    let mut problems = Vec::new();
    let after = place.listing();
    let held = place.temp.join("hold");
    for path in before
        .keys()
        .chain(after.keys())
        .filter(|path| !path.starts_with(&held))
    {
        // The grader may use its own folder for temporary files, whose date then changes.
        let is_temporary = *path == place.temp.join("tmp") && after.contains_key(path);
        if before.get(path) != after.get(path) && !is_temporary {
            problems.push(format!(
                "{} was {:?} and is {:?}",
                path.display(),
                before.get(path),
                after.get(path)
            ));
        }
    }
    for (path, text) in place::texts(&place.out) {
        if text.contains(SECRET) {
            problems.push(format!("{} holds the secret", path.display()));
        }
    }
    let strays = cell::descendants(std::process::id());
    for pid in strays {
        let name = fs::read_to_string(format!("/proc/{pid}/comm")).unwrap_or_default();
        problems.push(format!("process {pid} still runs: {name}"));
    }
    problems
}

fn tell(problems: &[String], output: &Output, place: &Place) {
    let cut = |problem: &String| problem.chars().take(700).collect::<String>();
    let problems: Vec<String> = problems.iter().map(cut).collect();
    assert!(
        problems.is_empty(),
        "{} problems; the files are in {}:\n{}\n\nthe grader's words:\n{}",
        problems.len(),
        place.temp.display(),
        problems.join("\n"),
        words(output)
    );
}

#[expect(
    clippy::print_stderr,
    reason = "what a test leaves out is said where its result is read"
)]
fn note(text: &str) {
    eprintln!("{text}");
}
