//! A small class graded by the real command: the same results however it is graded, and the words that an instructor reads.
#![cfg(target_os = "linux")]

#[path = "grade/again.rs"]
mod again;
#[path = "class/mod.rs"]
mod class;
#[path = "grade/hall.rs"]
mod hall;
#[path = "grade/outside.rs"]
mod outside;
#[path = "grade/results.rs"]
mod results;

use class::Class;
use hall::GRADE;
use hall::Hall;
use hall::LESSONS;
use hall::STUDENTS;
use hall::Said;
use hall::UNITS;
use hall::end_of;
use hall::hand_in;
use hall::has_cells;
use hall::nothing_still_runs;
use results::Results;
use std::fs;
use std::io::BufRead;
use std::io::BufReader;
use std::process::Stdio;
use std::time::Duration;
use std::time::Instant;

/// So often a grader is killed.
const KILLS: u32 = 50;
/// Milliseconds after which it is killed, at most.
const LATEST: u64 = 1500;
/// Submissions that are judged: two of them are the same.
const JUDGED: usize = UNITS + 1;
/// Every planned submission: each student in each lesson.
const PLANNED: usize = STUDENTS * 2;

#[test]
fn the_same_class_has_the_same_results_however_it_is_graded() {
    if !has_cells() {
        return;
    }
    let hall = Hall::new("same");
    hand_in(&hall, "class", false);
    hand_in(&hall, "again", true);
    let first = grade(&hall, "class/submissions", "two", &["--jobs", "2"]);
    assert!(
        first
            .stderr
            .contains(&format!("{UNITS} submissions to judge")),
        "{first:?}"
    );
    let two = Results::of(&hall.path("two"));
    assert_eq!(two.verdicts(), PLANNED);
    grade(&hall, "again/submissions", "one", &["--jobs", "1"]);
    two.expect_same(&Results::of(&hall.path("one")), "by one worker");
    parts(&hall, &two);
    kills(&hall, &two);
    exports_come_from_verdicts_alone(&hall, &two);
    what_is_judged_is_not_judged_again(&hall);
}

/// Grades both lessons of a class that must be gradable.
fn grade(hall: &Hall, submissions: &str, out: &str, more: &[&str]) -> Said {
    let arguments = [&["grade", submissions, "--out", out], &LESSONS[..], more];
    hall.expect(&arguments.concat())
}

/// Three machines, each with a part of the class.
fn parts(hall: &Hall, whole: &Results) {
    for part in ["1/3", "2/3", "3/3"] {
        let out = format!("part-{}", &part[..1]);
        let said = grade(hall, "class/submissions", &out, &["--partition", part]);
        let end = format!("this is part {part}: ");
        assert!(said.stdout.contains(&end), "{said:?}");
    }
    let verdicts =
        |part: &usize| results::files(&hall.path(&format!("part-{part}/verdicts"))).len();
    let sum: usize = (1..=3).map(|part| verdicts(&part)).sum();
    assert_eq!(sum, PLANNED, "every submission is in one part");
    let largest = (1..=3).max_by_key(verdicts).expect("there are three");
    let others: Vec<String> = (1..=3)
        .filter(|part| *part != largest)
        .map(|part| format!("part-{part}"))
        .collect();
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    let refused = hall.run(&[&["merge", "--out", "merged"], others.as_slice()].concat());
    assert_eq!(refused.code, Some(2), "{refused:?}");
    let missing = format!("it belongs to part {largest}/3");
    assert_eq!(
        refused.stdout.matches(&missing).count(),
        verdicts(&largest),
        "{refused:?}"
    );
    assert!(!hall.path("merged").exists(), "an empty folder is left");
    hall.expect(&["merge", "part-3", "part-1", "part-2", "--out", "merged"]);
    whole.expect_same(
        &Results::of(&hall.path("merged")),
        "merged from three parts",
    );
}

/// One grading, killed again and again at random moments.
fn kills(hall: &Hall, whole: &Results) {
    let seed = u64::from(std::process::id());
    let mut random = Random(seed | 1);
    let (mut kills, mut wholes) = (0, 0);
    while kills < KILLS {
        let mut command = hall.grader(&["grade", "class/submissions", "--out", "killed"]);
        command
            .args(LESSONS)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let mut grader = command.spawn().expect("the grader can be started");
        let moment = Duration::from_millis(random.next() % LATEST);
        if let Some(status) = end_of(&mut grader, moment) {
            // It was done before: once more from the beginning.
            assert_eq!(status.code(), Some(0), "seed {seed}");
            whole.expect_same(&Results::of(&hall.path("killed")), "killed and resumed");
            fs::remove_dir_all(hall.path("killed")).expect("it can be removed");
            wholes += 1;
            continue;
        }
        grader.kill().expect("it can be killed");
        grader.wait().expect("it can be waited for");
        nothing_still_runs(&format!("killed after {moment:?}, seed {seed}"));
        kills += 1;
    }
    let said = grade(hall, "class/submissions", "killed", &[]);
    whole.expect_same(
        &Results::of(&hall.path("killed")),
        &format!(
            "killed {kills} times and resumed, {wholes} times to the end, seed {seed}: {said:?}"
        ),
    );
    let scratch = fs::read_dir(hall.path("killed/scratch")).expect("it is there");
    assert_eq!(scratch.count(), 0, "something is left of what was killed");
}

/// `report` writes the same bytes from the verdicts, and tells less where less is asked for.
fn exports_come_from_verdicts_alone(hall: &Hall, whole: &Results) {
    let out = hall.path("two");
    let graded = results::exports(&out);
    fs::remove_dir_all(out.join("feedback")).expect("it can be removed");
    fs::remove_file(out.join("grades.csv")).expect("it can be removed");
    let said = hall.expect(&["report", "two"]);
    assert!(said.stdout.contains("two/grades.csv"), "{said:?}");
    assert_eq!(
        results::exports(&out),
        graded,
        "report has written something else"
    );
    let page = |level: &str| {
        hall.expect(&["report", "two", "--feedback", level]);
        fs::read_to_string(out.join("feedback/wrong-bytes.md")).expect("there is a page")
    };
    let names = page("names");
    hall.expect(&["report", "two"]);
    let kept = fs::read_to_string(out.join("feedback/wrong-bytes.md")).expect("there is a page");
    assert_eq!(kept, names, "report tells more than last time");
    let (hints, everything) = (page("hints"), page("everything"));
    assert!(names.len() < hints.len() && hints.len() < everything.len());
    for (page, has_hint, has_bytes) in [
        (&names, false, false),
        (&hints, true, false),
        (&everything, true, true),
    ] {
        // The command that shows this one check again comes with the hint.
        let command = "cargo xtask check lesson2 greets-";
        assert_eq!(page.contains(command), has_hint, "{page}");
        assert_eq!(page.contains("Hello, 127.0.0.1"), has_bytes, "{page}");
    }
    whole.expect_same(&Results::of(&out), "after report");
}

/// A second run judges nothing, `--only` one student, `--force` everything that it is about; a part leaves the rest as it is.
fn what_is_judged_is_not_judged_again(hall: &Hall) {
    let before = Results::of(&hall.path("two"));
    let units = |said: &Said, count: &str| {
        assert!(
            said.stderr.contains(&format!("{count} to judge")),
            "{said:?}"
        );
    };
    let again = grade(hall, "class/submissions", "two", &[]);
    units(&again, "0 submissions");
    let judged_before = format!("{JUDGED} judged before");
    assert!(again.stderr.contains(&judged_before), "{again:?}");
    let only = |more: &[&str]| {
        let arguments = [
            "grade",
            "class/submissions",
            "--out",
            "two",
            "--lesson",
            "lesson2",
        ];
        hall.expect(&[&arguments, more].concat())
    };
    units(&only(&["--only", "wrong-bytes"]), "0 submissions");
    units(&only(&["--only", "wrong-bytes", "--force"]), "1 submission");
    before.expect_same(&Results::of(&hall.path("two")), "after a part once more");
    // Somebody hands in another version.
    Class::new(&hall.path("class")).write("wrong-bytes", "src/bin/greeter.rs", "fn main() {}\n");
    let resumed = grade(hall, "class/submissions", "two", &[]);
    units(&resumed, "1 submission");
    assert!(
        resumed
            .stderr
            .contains(&format!("{} judged before", JUDGED - 1)),
        "{resumed:?}"
    );
}

#[test]
fn wrong_usage_is_said_and_changes_nothing() {
    let hall = Hall::new("usage");
    let class = Class::new(&hall.path("class"));
    class.broken_source("ada");
    let refused = |arguments: &[&str], words: &[&str]| {
        let said = hall.run(arguments);
        assert_eq!(said.code, Some(2), "{arguments:?}: {said:?}");
        assert_eq!(said.stdout, "", "{arguments:?}");
        for words in words {
            assert!(
                said.stderr.contains(words),
                "{arguments:?}: {words:?} is not in {said:?}"
            );
        }
    };
    let class = "class/submissions";
    refused(
        &["grade", class, "--feedback", "all"],
        &["names, hints or everything"],
    );
    refused(&["grade", class, "--jobs", "0"], &["--jobs"]);
    refused(&["grade", class, "--lesson", "lesson9"], &["lesson9"]);
    refused(&["grade", class, "--partition", "4/3"], &["no part 4 of 3"]);
    refused(&["grade", "nowhere"], &["nowhere"]);
    refused(
        &["report", "nowhere"],
        &["nowhere holds no plan.json", "--out"],
    );
    refused(&["merge", class, "--out", "merged"], &["no plan.json"]);
    assert!(!hall.path("grades").exists(), "something was written");
    if !has_cells() {
        return;
    }
    refused(&["grade", class, "--only", "bob"], &["bob"]);
    fs::create_dir(hall.path("mine")).expect("a folder can be made");
    fs::write(hall.path("mine/thesis.txt"), "").expect("a file can be written");
    refused(
        &["grade", class, "--out", "mine"],
        &["thesis.txt", "a folder that is empty"],
    );
    let mine = fs::read_dir(hall.path("mine")).expect("it is there");
    assert_eq!(
        mine.count(),
        1,
        "something was written among somebody's own files"
    );
}

#[test]
fn ctrl_c_ends_a_run_at_once_and_the_next_one_goes_on() {
    if !has_cells() {
        return;
    }
    let hall = Hall::new("ctrl-c");
    hand_in(&hall, "class", false);
    let arguments = [
        &["grade", "class/submissions", "--out", "out", "--jobs", "2"],
        &LESSONS[..],
    ];
    let arguments = arguments.concat();
    let mut command = hall.grader(&arguments);
    command.stdout(Stdio::null()).stderr(Stdio::piped());
    let mut grader = command.spawn().expect("the grader can be started");
    let stderr = grader.stderr.take().expect("stderr is a pipe");
    let mut lines = BufReader::new(stderr)
        .lines()
        .map(|line| line.expect("text"));
    // The first that is judged: others are just being judged or wait.
    let judged = lines.find(|line| line.starts_with(&format!("1 of {UNITS}")));
    assert!(judged.is_some(), "nothing was judged");
    let pid = nix::unistd::Pid::from_raw(grader.id() as i32);
    let asked = Instant::now();
    nix::sys::signal::kill(pid, nix::sys::signal::Signal::SIGINT).expect("it is there");
    let status = end_of(&mut grader, Duration::from_secs(20)).expect("it ends");
    let took = asked.elapsed();
    let last = lines.last().unwrap_or_default();
    assert!(took < Duration::from_secs(2), "it took {took:?}: {last}");
    assert_eq!(status.code(), Some(2), "{last}");
    assert!(last.starts_with("interrupted: "), "{last}");
    assert!(
        last.ends_with("left; the same command goes on from here"),
        "{last}"
    );
    nothing_still_runs("after Ctrl-C");
    assert!(
        !hall.path("out/grades.csv").exists(),
        "grades of half a class"
    );
    let stored = results::files(&hall.path("out/verdicts")).len();
    assert!(stored > 0 && stored < PLANNED, "{stored}");
    let said = hall.expect(&arguments);
    assert!(said.stderr.contains("judged before"), "{said:?}");
    assert_eq!(Results::of(&hall.path("out")).verdicts(), PLANNED);
}

#[test]
fn a_machine_without_cells_refuses_unless_it_is_told_to_go_on() {
    let hall = Hall::new("weak");
    let class = Class::new(&hall.path("class"));
    class.edited("ada", "src/bin/greeter.rs", "Hello {peer}", "Hello, {peer}");
    for program in [
        "echo-server",
        "echo-client",
        "udp-echo-server",
        "unix-echo-server",
    ] {
        fs::remove_file(class.work("ada").join(format!("src/bin/{program}.rs")))
            .expect("it is there");
    }
    let Some(refused) = without_cells(&hall, &GRADE) else {
        return;
    };
    assert_eq!(refused.code, Some(2), "{refused:?}");
    for words in [
        "cannot keep the programs of strangers",
        "doctor --grading",
        "--allow-weak-isolation",
    ] {
        assert!(
            refused.stderr.contains(words),
            "{words:?} is not in {refused:?}"
        );
    }
    assert!(
        !hall.path("out/verdicts").exists(),
        "it refused, and has judged all the same"
    );
    let arguments = [&GRADE[..], &["--allow-weak-isolation"]].concat();
    let done = without_cells(&hall, &arguments).expect("it was possible before");
    assert_eq!(done.code, Some(0), "{done:?}");
    assert!(done.stdout.contains("weak isolation"), "{done:?}");
    nothing_still_runs("after a run without cells");
    let out = hall.path("out");
    let verdict =
        fs::read_to_string(out.join("verdicts/ada/lesson2-echo.json")).expect("a verdict");
    let verdict: serde_json::Value = serde_json::from_str(&verdict).expect("JSON");
    assert_eq!(verdict["isolation"]["weak"], true);
    assert_eq!(
        verdict["programs"][0]["ok"], true,
        "{}",
        verdict["programs"]
    );
    let causes = verdict["lessons"][0]["checks"].as_array().expect("checks");
    assert!(
        causes
            .iter()
            .any(|check| check["failure"]["cause"] == "wrong_bytes"),
        "{verdict}"
    );
    for file in ["grades.csv", "feedback/ada.md"] {
        let text = fs::read_to_string(out.join(file)).expect("it is there");
        assert!(
            text.to_lowercase().contains("weak"),
            "{file} does not say so: {text}"
        );
    }
}

/// The grader where nobody may make namespaces; `None` where the tests themselves cannot make one to try it in.
fn without_cells(hall: &Hall, arguments: &[&str]) -> Option<Said> {
    const SCRIPT: &str = "echo 0 > /proc/sys/user/max_user_namespaces; exec \"$@\"";
    let grader = hall.grader(arguments);
    let program = grader.get_program().to_owned();
    let mut command = hall.grader(&[]);
    let mut outer = std::process::Command::new("unshare");
    outer
        .args(["--user", "--map-root-user", "sh", "-ec", SCRIPT, "sh"])
        .arg(program)
        .args(arguments)
        .current_dir(hall.path(""))
        .stdin(Stdio::null());
    for (name, value) in command.stdin(Stdio::null()).get_envs() {
        outer.env(name, value.unwrap_or_default());
    }
    let is_possible = std::process::Command::new("unshare")
        .args([
            "--user",
            "--map-root-user",
            "sh",
            "-ec",
            SCRIPT,
            "sh",
            "true",
        ])
        .output()
        .is_ok_and(|output| output.status.success());
    if !is_possible {
        hall::note("left out: a machine without cells cannot be played on this one");
        return None;
    }
    Some(hall.finish(outer))
}

/// Where something else would do as well.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}
