//! A class on paper, and a judge that runs nothing: what it finds is a function of the files.

use classroom::Broken;
use classroom::Isolation;
use classroom::Judge;
use classroom::Judged;
use classroom::ProgramBuild;
use classroom::Student;
use classroom::Unit;
use classroom::plan::Entry;
use classroom::plan::Settings;
use grader::BuildReport;
use grader::Cause;
use grader::CheckReport;
use grader::Environment;
use grader::Failure;
use grader::LessonReport;
use grader::Outcome;
use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering;

pub(crate) const LESSONS: [&str; 2] = ["lesson1-a", "lesson2-b"];

/// A folder of a test's own, removed in the end.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Folder {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("classroom-test-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir(&path).unwrap();
        Folder(path)
    }

    pub(crate) fn join(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub(crate) fn settings() -> Settings {
    Settings {
        toolchain: "rustc 1.0.0\nhost: here".to_owned(),
        checks: "abc".to_owned(),
        seed: 7,
        patience: 1,
        allow_weak: false,
    }
}

/// What `student` has handed in for `lesson`: one file with this text, or nothing where it is empty.
pub(crate) fn entry(student: &str, lesson: &str, text: &str) -> Entry {
    let mut files = BTreeMap::new();
    if !text.is_empty() {
        files.insert("src/bin/one.rs".to_owned(), text.as_bytes().to_vec());
    }
    Entry {
        student: Student {
            id: student.to_owned(),
            ..Student::default()
        },
        lesson: lesson.to_owned(),
        files,
        ..Entry::default()
    }
}

/// Fifteen students, some with hostile names, some with equal work, some with none.
pub(crate) fn class() -> Vec<Entry> {
    let hostile = ["../x", "a\nb", "=cmd()", "<img onerror=1>", "A", "a"];
    let students = (0..9).map(|number| format!("student{number}"));
    let students = hostile.into_iter().map(str::to_owned).chain(students);
    let mut entries = Vec::new();
    for (number, student) in students.enumerate() {
        for lesson in LESSONS {
            let text = match number % 5 {
                0 => String::new(),
                1 => "the same".to_owned(),
                _ => format!("work {number}"),
            };
            entries.push(entry(&student, lesson, &text));
        }
    }
    entries
}

/// The report of a lesson of which there is nothing.
pub(crate) fn blank(lesson: &str) -> LessonReport {
    report(lesson, 0, |check| {
        check.outcome = Outcome::Failed;
        check.failure = Some(Failure::new(Cause::NotBuilt, "a program", "nothing"));
    })
}

fn report(lesson: &str, seed: u64, change: impl Fn(&mut CheckReport)) -> LessonReport {
    let checks = ["first", "second"].map(|name| {
        let mut check = CheckReport {
            name: name.to_owned(),
            title: "does it".to_owned(),
            program: "one".to_owned(),
            stage: 1,
            outcome: Outcome::Passed,
            points: 0,
            max_points: 2,
            duration_ms: 5,
            seed,
            failure: None,
            hint: String::new(),
            stderr: String::new(),
            programs: Vec::new(),
            transcript: Vec::new(),
            launches: Vec::new(),
            passes: 0,
            trace: None,
        };
        change(&mut check);
        check
    });
    let mut report = LessonReport {
        lesson: lesson.to_owned(),
        target: "program".to_owned(),
        score: 0,
        max_score: 0,
        build: BuildReport {
            ok: true,
            diagnostics: String::new(),
        },
        environment: Environment::default(),
        checks: checks.into(),
        runs: 1,
    };
    report.add_up();
    report
}

/// Judges by the text of `src/bin/one.rs`: `breaks`, `breaks once`, `panics` and `has a broken check` are what they say.
#[derive(Default)]
pub(crate) struct Paper {
    /// The lesson and text of each unit, as often as it was judged.
    pub(crate) calls: Mutex<Vec<String>>,
    /// Has what "breaks later" come so far?
    pub(crate) is_later: bool,
}

impl Judge for Paper {
    fn judge(&self, unit: &Unit<'_>, _lane: usize) -> Result<Judged, Broken> {
        let text = read(unit.sources);
        let call = format!("{} {text}", unit.lesson);
        let earlier = {
            let mut calls = self.calls.lock().unwrap();
            calls.push(call.clone());
            calls.iter().filter(|one| **one == call).count() - 1
        };
        let broken = || {
            Err(Broken {
                reason: "the worker died".to_owned(),
            })
        };
        match text.as_str() {
            "breaks" => return broken(),
            "breaks later" if self.is_later => return broken(),
            "breaks once" if earlier == 0 => return broken(),
            "panics" => panic!("as it was told"),
            _ => {}
        }
        let report = report(unit.lesson, unit.seed, |check| {
            if text == "has a broken check" && check.name == "second" {
                check.outcome = Outcome::Broken;
                check.failure = Some(Failure::broken("no more sockets"));
            } else {
                check.points = (unit.seed % 3) as u32;
            }
        });
        Ok(Judged {
            programs: vec![ProgramBuild {
                name: "one".to_owned(),
                ok: true,
                reason: String::new(),
                diagnostics: String::new(),
            }],
            report,
            isolation: Isolation::default(),
        })
    }
}

fn read(sources: &Path) -> String {
    std::fs::read_to_string(sources.join("src/bin/one.rs")).unwrap()
}

/// Every file of results in a folder, by its path.
pub(crate) fn results(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(folder).unwrap().display().to_string();
            if path.is_dir() {
                folders.push(path);
            } else if name != "lock" && name != "partition" {
                found.insert(name, std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}
