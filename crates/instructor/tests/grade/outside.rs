//! A submission gets in a cell the verdicts that `check` gives the same work outside, and so do the flawed programs.

use crate::class::Class;
use crate::class::copy;
use crate::class::repository;
use crate::hall::Hall;
use crate::hall::executable;
use crate::hall::has_cells;
use crate::hall::note;
use crate::hall::target;
use crate::results;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::time::SystemTime;

const COURSE: [&str; 5] = [
    "lesson1-address-lookup",
    "lesson2-echo",
    "lesson3-sum-server",
    "lesson4-blackjack",
    "lesson5-select",
];
/// Of a lesson's flawed programs, every so many: all of them would take minutes.
const EVERY: &str = "40";
/// Several mistakes in one submission to lesson 2: the program, what the solution says, and what this one says.
const MISTAKES: [(&str, &str, &str); 3] = [
    ("greeter", "Hello {peer}", "Hello, {peer}"),
    ("udp-echo-server", "vec![0; 65_536]", "vec![0; 512]"),
    (
        "unix-echo-server",
        "remove_stale(path).and_then(|()| listen(path))",
        "listen(path)",
    ),
];

/// By lesson and check: its outcome, its points, and the cause of its failure.
type Judged = BTreeMap<String, (Value, Value, Value)>;

#[test]
fn grade_says_of_a_submission_what_check_says_of_it() {
    if !has_cells() {
        return;
    }
    let hall = Hall::new("check");
    for lesson in COURSE {
        let class = Class::of_lesson(&hall.path("class"), lesson);
        class.solved("solved");
        class.skeleton("skeleton");
    }
    let class = Class::new(&hall.path("class"));
    class.solved("flawed");
    for (program, from, to) in MISTAKES {
        edit(&class.work("flawed"), program, from, to);
    }
    hall.expect(&["grade", "class/submissions", "--out", "out"]);
    let graded = |student: &str, lessons: &[&str]| -> Judged {
        let folder = hall.path("out/verdicts").join(student);
        let read = |lesson: &&str| -> Value {
            let file = folder.join(format!("{lesson}.json"));
            let text = fs::read_to_string(file).expect("there is a verdict");
            serde_json::from_str(&text).expect("a verdict is JSON")
        };
        lessons
            .iter()
            .map(read)
            .flat_map(|verdict| judged(&verdict))
            .collect()
    };
    let xtask = built(
        "xtask",
        "xtask",
        &["xtask/src", "crates/grader/src", "crates/cell/src"],
    );
    let mut command = outside(&xtask, &repository(), &target());
    let solutions = judged(&json_of(command.args(["check", "--json", "--solution"])));
    expect_same(&graded("solved", &COURSE), &solutions, "the solutions");
    expect_same(
        &graded("skeleton", &COURSE),
        &check_skeletons(&xtask),
        "the skeletons",
    );
    let flawed = graded("flawed", &["lesson2-echo"]);
    expect_same(
        &flawed,
        &check_flawed(&hall, &xtask, &class.work("flawed")),
        "a flawed submission",
    );
    let failed = flawed
        .values()
        .filter(|(outcome, _, _)| outcome != "passed");
    assert!(failed.count() >= MISTAKES.len(), "{flawed:?}");
}

#[test]
fn flawed_and_correct_programs_get_in_a_cell_what_they_get_outside() {
    if !has_cells() {
        return;
    }
    let hall = Hall::new("prove");
    for lesson in COURSE {
        let short = &lesson[..lesson.find('-').expect("a lesson's name has two parts")];
        let (flawed, correct) = (
            format!("{short}-flawed"),
            format!("examples/{short}-correct"),
        );
        let sources = [
            &format!("crates/{lesson}"),
            "crates/grader/src",
            "crates/cell/src",
        ];
        let is_there = |name: &String| is_fresh(&path(name), &sources);
        // `cargo test` has built them all; who tests this crate alone need not wait for more than one lesson.
        if lesson != "lesson2-echo" && !(is_there(&flawed) && is_there(&correct)) {
            note(&format!(
                "left out: the flawed programs of {lesson}, which are not built"
            ));
            continue;
        }
        let package = format!("{lesson}-checks");
        let flawed = built(&flawed, &package, &sources);
        let correct = built(&correct, &package, &sources);
        let mut command = hall.grader(&["prove", lesson, "--every", EVERY, "--flawed"]);
        command.arg(flawed).arg("--correct").arg(correct);
        let said = hall.finish(command);
        assert_eq!(said.code, Some(0), "{said:?}");
        assert!(
            said.stdout
                .ends_with("judged in a cell, 0 not as outside\n"),
            "{said:?}"
        );
        let count = said
            .stdout
            .split(' ')
            .nth(1)
            .and_then(|count| count.parse::<u32>().ok());
        assert!(count.is_some_and(|count| count >= 3), "{said:?}");
    }
}

/// `check` of the programs that were compiled when the grader prepared itself: the exercises as they are handed out.
fn check_skeletons(xtask: &Path) -> Judged {
    let mut all = Judged::new();
    for lesson in COURSE {
        let mut command = outside(xtask, &repository(), &target());
        command.args(["check", "--json", lesson]);
        let skeleton = repository().join("crates").join(lesson).join("skeleton");
        for source in results::files(&skeleton.join("src/bin")) {
            let name = source
                .file_stem()
                .expect("a file has a name")
                .to_string_lossy();
            let program = target().join("grade/target/debug").join(&*name);
            let quoted = program.display().to_string().replace('\'', "'\\''");
            command.arg("--program").arg(format!("{name}='{quoted}'"));
        }
        all.append(&mut judged(&json_of(&mut command)));
    }
    all
}

/// `check` of the same files as an exercise, in a copy of the workspace. What is compiled there is shared with the tests of `xtask`.
fn check_flawed(hall: &Hall, xtask: &Path, work: &Path) -> Judged {
    let copied = hall.path("workspace");
    fs::create_dir(&copied).expect("a folder can be made");
    for part in [
        "Cargo.toml",
        "Cargo.lock",
        "crates",
        "exercises",
        "solutions",
        "xtask",
    ] {
        copy(&repository().join(part), &copied.join(part));
    }
    let exercise = copied.join("exercises/lesson2-echo/src");
    fs::remove_dir_all(&exercise).expect("it can be removed");
    copy(&work.join("src"), &exercise);
    let shared = repository().join("target/tests");
    fs::create_dir_all(&shared).expect("a folder can be made");
    let file = fs::File::create(shared.join("in-use")).expect("a file can be made");
    file.lock().expect("a file can be locked");
    let mut command = outside(xtask, &copied, &shared);
    judged(&json_of(command.args(["check", "--json", "lesson2"])))
}

fn outside(xtask: &Path, root: &Path, target: &Path) -> Command {
    let mut command = Command::new(xtask);
    command
        .current_dir(root)
        .env("LOOPBACK_ROOT", root)
        .env("CARGO_TARGET_DIR", target);
    command
}

fn json_of(command: &mut Command) -> Value {
    let output = command.output().expect("xtask can be started");
    let stderr = String::from_utf8_lossy(&output.stderr);
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{command:?}: {error}\n{stderr}"))
}

fn judged(report: &Value) -> Judged {
    let mut judged = Judged::new();
    for lesson in report["lessons"].as_array().expect("there are lessons") {
        for check in lesson["checks"].as_array().expect("there are checks") {
            let name = format!("{} {}", lesson["lesson"], check["name"]);
            let cause = check["failure"]["cause"].clone();
            judged.insert(
                name,
                (check["outcome"].clone(), check["points"].clone(), cause),
            );
        }
    }
    judged
}

fn expect_same(inside: &Judged, outside: &Judged, what: &str) {
    let names = |judged: &Judged| -> Vec<String> { judged.keys().cloned().collect() };
    assert_eq!(names(inside), names(outside), "{what}: other checks");
    assert!(inside.len() > 30, "{what}: {} checks", inside.len());
    let differ: Vec<String> = inside
        .iter()
        .filter(|(name, found)| outside[*name] != **found)
        .map(|(name, found)| format!("{name}: grade {found:?}, check {:?}", outside[name]))
        .collect();
    assert!(differ.is_empty(), "{what}:\n{}", differ.join("\n"));
}

fn edit(work: &Path, program: &str, from: &str, to: &str) {
    let file = work.join(format!("src/bin/{program}.rs"));
    let text = fs::read_to_string(&file).expect("a solution is text");
    assert!(text.contains(from), "{program} has no {from:?}");
    fs::write(file, text.replacen(from, to, 1)).expect("a file can be written");
}

/// An executable of another package, which cargo has put beside the grader's; built where it is missing or older than its sources.
fn built(name: &str, package: &str, sources: &[&str]) -> PathBuf {
    let path = path(name);
    if !is_fresh(&path, sources) {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(["build", "--offline", "--quiet", "--package", package]);
        match name.strip_prefix("examples/") {
            Some(example) => cargo.args(["--example", example]),
            None => cargo.args(["--bin", name]),
        };
        cargo
            .current_dir(repository())
            .env("CARGO_TARGET_DIR", target());
        let status = cargo.status().expect("cargo can be started");
        assert!(status.success(), "{cargo:?} failed");
    }
    path
}

fn path(name: &str) -> PathBuf {
    executable().with_file_name(name)
}

fn is_fresh(executable: &Path, sources: &[&str]) -> bool {
    let date = |path: &Path| fs::metadata(path).and_then(|data| data.modified());
    let Ok(made) = date(executable) else {
        return false;
    };
    let newest = sources
        .iter()
        .flat_map(|folder| results::files(&repository().join(folder)))
        .filter(|file| file.extension().is_some_and(|extension| extension == "rs"))
        .map(|file| date(&file).expect("a file has a date"))
        .max();
    newest.unwrap_or(SystemTime::UNIX_EPOCH) <= made
}
