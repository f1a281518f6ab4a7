//! Runs, partitions and merges, with a judge on paper.

#![expect(clippy::unwrap_used, reason = "helpers of tests, too")]

mod fake;

use classroom::Absence;
use classroom::Partition;
use classroom::Plan;
use classroom::State;
use classroom::Store;
use classroom::Verdict;
use classroom::comparable;
use classroom::merge::Merged;
use classroom::merge::ObstacleKind;
use classroom::merge::merge;
use classroom::plan::Entry;
use classroom::plan::Scope;
use classroom::plan::Settings;
use classroom::plan::freeze;
use classroom::plan::name_as_before;
use classroom::run::Counts;
use classroom::run::Options;
use classroom::run::Progress;
use classroom::run::Step;
use classroom::run::Summary;
use classroom::run::run;
use classroom::store::finished;
use classroom::store::read_notes;
use classroom::store::verdict_path;
use classroom::store::write_notes;
use fake::Folder;
use fake::LESSONS;
use fake::Paper;
use fake::blank;
use fake::class;
use fake::entry;
use fake::results;
use fake::settings;
use std::path::Path;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;

/// One run, of which each test names only what it is about.
struct Run<'a> {
    folder: &'a Path,
    entries: Vec<Entry>,
    settings: Settings,
    scope: Scope,
    jobs: usize,
    force: bool,
    partition: Option<Partition>,
}

impl<'a> Run<'a> {
    fn new(folder: &'a Path, entries: Vec<Entry>) -> Run<'a> {
        Run {
            folder,
            entries,
            settings: settings(),
            scope: Scope::Class,
            jobs: 2,
            force: false,
            partition: None,
        }
    }

    fn go(self) -> (Summary, Vec<String>) {
        let judge = Paper::default();
        let folder = self.folder;
        let summary = self.with(&judge).unwrap();
        finished(folder).unwrap();
        let mut calls = judge.calls.into_inner().unwrap();
        calls.sort();
        (summary, calls)
    }

    fn with(self, judge: &Paper) -> anyhow::Result<Summary> {
        let store = Store::open(self.folder)?;
        let frozen = freeze(&store, &self.settings, self.entries, self.scope)?;
        let options = Options {
            jobs: self.jobs,
            force: self.force,
            partition: self.partition,
            stop: &AtomicBool::new(false),
        };
        run(&store, &frozen, judge, &blank, &options, &())
    }
}

fn verdict(folder: &Path, student: &str, lesson: &str) -> Verdict {
    let bytes = std::fs::read(verdict_path(folder, student, lesson)).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

fn error<T>(result: anyhow::Result<T>) -> String {
    match result {
        Ok(_) => panic!("it should have failed"),
        Err(error) => format!("{error:#}"),
    }
}

#[test]
fn any_number_of_workers_and_any_order_give_the_same_bytes() {
    let folders = Folder::new();
    let one = folders.join("one");
    let mut first = Run::new(&one, class());
    first.jobs = 1;
    let (summary, calls) = first.go();
    let expected = results(&one);
    assert_eq!(summary.judged, summary.counts.units);
    assert_eq!(summary.counts.missing, 6);
    // Three students have handed in the same.
    assert_eq!(
        calls
            .iter()
            .filter(|call| call.ends_with("the same"))
            .count(),
        2
    );
    assert_eq!(
        expected
            .keys()
            .filter(|name| name.starts_with("verdicts/"))
            .count(),
        30
    );
    for (name, jobs) in [("two", 2), ("eight", 8), ("many", 100)] {
        let folder = folders.join(name);
        let mut entries = class();
        entries.reverse();
        entries.swap(3, 17);
        let mut next = Run::new(&folder, entries);
        next.jobs = jobs;
        assert_eq!(next.go().1, calls);
        assert_eq!(results(&folder), expected, "{jobs} workers");
    }
}

#[test]
fn equal_work_is_judged_once_and_is_everybodys_own_verdict() {
    let folders = Folder::new();
    let folder = folders.join("out");
    let two = || vec![entry("a", LESSONS[0], "x"), entry("b", LESSONS[0], "x")];
    assert_eq!(Run::new(&folder, two()).go().1.len(), 1);
    let (a, b) = (
        verdict(&folder, "a", LESSONS[0]),
        verdict(&folder, "b", LESSONS[0]),
    );
    assert_eq!((a.student.id.as_str(), b.student.id.as_str()), ("a", "b"));
    assert_eq!(a.key, b.key);
    // Somebody who comes later with the same work has the verdict at once.
    let mut three = two();
    three.push(entry("c", LESSONS[0], "x"));
    let (summary, calls) = Run::new(&folder, three).go();
    assert_eq!(
        (calls.len(), summary.counts.copied, summary.counts.kept),
        (0, 1, 2)
    );
    assert_eq!(
        verdict(&folder, "c", LESSONS[0]).report().score,
        a.report().score
    );
}

#[test]
fn what_has_a_verdict_is_not_judged_again_unless_forced_or_changed() {
    let folders = Folder::new();
    let folder = folders.join("out");
    let (first, all) = Run::new(&folder, class()).go();
    let before = results(&folder);
    let (again, calls) = Run::new(&folder, class()).go();
    assert_eq!((calls.len(), again.counts.kept), (0, 24));
    assert_eq!(results(&folder), before);
    let mut forced = Run::new(&folder, class());
    forced.force = true;
    let (summary, calls) = forced.go();
    assert_eq!((summary.judged, &calls), (first.judged, &all));
    assert_eq!(results(&folder), before);
    for change in [
        |settings: &mut Settings| settings.checks.push('1'),
        |settings: &mut Settings| settings.toolchain.push('1'),
        |settings: &mut Settings| settings.seed += 1,
    ] {
        let mut other = Run::new(&folder, class());
        change(&mut other.settings);
        assert_eq!(other.go().1, all);
    }
}

#[test]
fn a_student_with_another_name_or_other_leftovers_keeps_the_judgement() {
    let folders = Folder::new();
    let folder = folders.join("out");
    Run::new(&folder, vec![entry("a", LESSONS[0], "x")]).go();
    let mut renamed = entry("a", LESSONS[0], "x");
    renamed.student.name = "Ada".to_owned();
    renamed.ignored_more = 3;
    let (summary, calls) = Run::new(&folder, vec![renamed]).go();
    let counts = summary.counts;
    assert_eq!((calls.len(), counts.kept, counts.copied), (0, 1, 0));
    let stored = verdict(&folder, "a", LESSONS[0]);
    assert_eq!(
        (stored.student.name.as_str(), stored.ignored_more),
        ("Ada", 3)
    );
}

#[test]
fn a_run_without_a_roster_has_the_names_of_the_run_before() {
    let folders = Folder::new();
    let folder = folders.join("out");
    let mut named = entry("a", LESSONS[0], "x");
    named.student.name = "Ada".to_owned();
    named.student.email = "ada@x.example".to_owned();
    Run::new(&folder, vec![named]).go();
    let before = results(&folder);
    let without = || vec![entry("a", LESSONS[0], "x"), entry("b", LESSONS[0], "y")];
    let mut entries = without();
    name_as_before(&folder, &mut entries).unwrap();
    Run::new(&folder, entries).go();
    let after = results(&folder);
    let verdict = verdict_path(Path::new(""), "a", LESSONS[0]);
    let verdict = verdict.to_str().unwrap();
    assert_eq!(after[verdict], before[verdict]);
    assert!(after["plan.json"].contains("ada@x.example"));
    // What cannot be read has no names; what a newer version has written is not guessed at.
    let plan = folder.join("plan.json");
    for (damaged, is_newer) in [
        ("{".to_owned(), false),
        (after["plan.json"].replace("plan/1", "plan/2"), true),
    ] {
        std::fs::write(&plan, damaged).unwrap();
        let mut entries = without();
        assert_eq!(name_as_before(&folder, &mut entries).is_err(), is_newer);
        assert_eq!(entries[0].student.name, "");
    }
}

#[test]
fn a_part_of_a_class_leaves_all_other_verdicts_in_the_plan() {
    let folders = Folder::new();
    let folder = folders.join("out");
    let all = vec![
        entry("a", LESSONS[0], "x"),
        entry("a", LESSONS[1], "x"),
        entry("b", LESSONS[0], "y"),
    ];
    Run::new(&folder, all).go();
    let untouched = std::fs::read(verdict_path(&folder, "b", LESSONS[0])).unwrap();
    let mut part = Run::new(&folder, vec![entry("a", LESSONS[0], "better")]);
    part.scope = Scope::Part;
    part.settings.checks.push('2');
    let (summary, calls) = part.go();
    assert_eq!(calls, ["lesson1-a better"]);
    assert!(
        summary.notes[0].starts_with("2 other submissions were judged with"),
        "{:?}",
        summary.notes
    );
    let plan = Plan::read(&folder).unwrap().unwrap();
    assert_eq!(
        (
            plan.submissions.len(),
            plan.students.len(),
            plan.lessons.len()
        ),
        (3, 2, 2)
    );
    for planned in &plan.submissions {
        let stored = classroom::stored(&folder, planned).unwrap();
        assert!(stored.is_some(), "{planned:?}");
        let is_older = planned.settings == Some(settings());
        assert_eq!(
            is_older,
            planned.lesson == LESSONS[1] || planned.student == "b"
        );
    }
    assert_eq!(
        std::fs::read(verdict_path(&folder, "b", LESSONS[0])).unwrap(),
        untouched
    );
    // The whole class once more: who is no longer there is no longer planned, and nobody's file is lost.
    let (_, calls) = Run::new(&folder, vec![entry("a", LESSONS[0], "x")]).go();
    assert_eq!(calls, ["lesson1-a x"]);
    assert_eq!(Plan::read(&folder).unwrap().unwrap().submissions.len(), 1);
    assert!(verdict_path(&folder, "b", LESSONS[0]).is_file());
}

#[test]
fn some_lessons_of_a_class_have_exactly_the_students_of_now_and_others_stay() {
    let folders = Folder::new();
    let folder = folders.join("out");
    let all = vec![
        entry("a", LESSONS[0], "x"),
        entry("a", LESSONS[1], "x"),
        entry("gone\n", LESSONS[0], "y"),
        entry("has-more", LESSONS[0], "z"),
        entry("has-more", LESSONS[1], "z"),
    ];
    Run::new(&folder, all).go();
    let mut lesson = Run::new(
        &folder,
        vec![entry("a", LESSONS[0], "x"), entry("new", LESSONS[0], "y")],
    );
    lesson.scope = Scope::Lessons;
    let (summary, calls) = lesson.go();
    assert_eq!(calls, ["lesson1-a y"]);
    assert_eq!(
        summary.notes,
        [
            "no longer in the class, and so no longer in the grades: \"gone\\n\", of an earlier run; verdicts and feedback stay where they are",
            "no longer in the class, and in the grades only with other lessons, of an earlier run: \"has-more\"",
        ]
    );
    let plan = Plan::read(&folder).unwrap().unwrap();
    let planned: Vec<(&str, &str)> = plan
        .submissions
        .iter()
        .map(|planned| (planned.student.as_str(), planned.lesson.as_str()))
        .collect();
    assert_eq!(
        planned,
        [
            ("a", LESSONS[0]),
            ("a", LESSONS[1]),
            ("has-more", LESSONS[1]),
            ("new", LESSONS[0]),
        ]
    );
    let students: Vec<&str> = plan.students.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(students, ["a", "has-more", "new"]);
    // Nobody goes where only some students are named, and nobody without a word where it is the whole class.
    let mut part = Run::new(&folder, vec![entry("a", LESSONS[0], "x")]);
    part.scope = Scope::Part;
    assert_eq!(part.go().0.notes, [""; 0]);
    assert_eq!(Plan::read(&folder).unwrap().unwrap(), plan);
    let (summary, _) = Run::new(&folder, vec![entry("a", LESSONS[0], "x")]).go();
    assert!(
        summary.notes[0].contains("\"has-more\", \"new\", of an earlier run"),
        "{:?}",
        summary.notes
    );
}

#[test]
fn a_judge_that_fails_is_asked_once_more_and_never_gives_a_score() {
    let folders = Folder::new();
    let folder = folders.join("out");
    let texts = [
        "breaks",
        "breaks once",
        "panics",
        "has a broken check",
        "is right",
    ];
    let entries = || texts.map(|text| entry(text, LESSONS[0], text)).to_vec();
    let (summary, calls) = Run::new(&folder, entries()).go();
    let times = |text: &str| calls.iter().filter(|call| call.ends_with(text)).count();
    assert_eq!(texts.map(times), [2, 2, 2, 2, 1]);
    let broken: Vec<(&str, &str)> = summary
        .broken
        .iter()
        .map(|(student, _, reason)| (student.as_str(), reason.as_str()))
        .collect();
    assert_eq!(
        broken,
        [
            ("breaks", "the worker died"),
            ("has a broken check", "second: no more sockets"),
            ("panics", "the judge panicked: as it was told"),
        ]
    );
    for text in texts {
        let stored = verdict(&folder, text, LESSONS[0]);
        let is_broken = broken.iter().any(|(student, _)| *student == text);
        assert_eq!(stored.state == State::Broken, is_broken, "{text}");
        assert_eq!(stored.report().checks.len(), 2);
        if is_broken {
            assert_eq!(stored.report().score, 0);
            assert_eq!(stored.report().count(grader::Outcome::Broken), 2);
        }
    }
    // The next run tries those again, and no others.
    assert_eq!(Run::new(&folder, entries()).go().1.len(), 6);
}

#[test]
fn a_judge_that_fails_leaves_the_verdict_of_before() {
    let folders = Folder::new();
    let folder = folders.join("out");
    let class = || vec![entry("a", LESSONS[0], "breaks later")];
    Run::new(&folder, class()).go();
    let before = results(&folder);
    let mut again = Run::new(&folder, class());
    again.force = true;
    let judge = Paper {
        is_later: true,
        ..Paper::default()
    };
    let summary = again.with(&judge).unwrap();
    assert_eq!(
        summary.broken,
        [(
            "a".to_owned(),
            LESSONS[0].to_owned(),
            "the worker died; the verdict of before stays".to_owned()
        )]
    );
    assert_eq!(results(&folder), before);
}

#[test]
fn who_is_not_judged_in_a_run_is_called_as_in_the_plan_all_the_same() {
    let folders = Folder::new();
    let folder = folders.join("out");
    let called = |name: &str, lesson: &str| {
        let mut entry = entry("a", lesson, "x");
        entry.student.name = name.to_owned();
        entry
    };
    let mut missing = called("Ada", LESSONS[1]);
    missing.files.clear();
    Run::new(&folder, vec![called("Ada", LESSONS[0]), missing]).go();
    let mut second = Run::new(&folder, vec![called("Ada Lovelace", "lesson3-c")]);
    second.scope = Scope::Lessons;
    second.force = true;
    let (_, calls) = second.go();
    assert_eq!(calls.len(), 1, "{calls:?}");
    for lesson in [LESSONS[0], LESSONS[1], "lesson3-c"] {
        let stored = verdict(&folder, "a", lesson);
        assert_eq!(stored.student.name, "Ada Lovelace", "{lesson}");
    }
    assert_eq!(verdict(&folder, "a", LESSONS[1]).state, State::Missing);
}

#[test]
fn what_a_run_says_about_its_plan_is_said_by_the_one_that_goes_on_with_it() {
    let folders = Folder::new();
    let folder = folders.join("out");
    let both = vec![entry("a", LESSONS[0], "x"), entry("b", LESSONS[0], "y")];
    Run::new(&folder, both).go();
    let one = || vec![entry("a", LESSONS[0], "x")];
    // Nobody says that these have come to their end.
    for _ in 0..2 {
        let summary = Run::new(&folder, one()).with(&Paper::default()).unwrap();
        assert_eq!(summary.notes.len(), 1, "{:?}", summary.notes);
        assert!(summary.notes[0].contains("no longer in the grades: \"b\""));
    }
    Run::new(&folder, one()).go();
    assert_eq!(Run::new(&folder, one()).go().0.notes, Vec::<String>::new());
}

#[test]
fn a_run_that_is_killed_while_it_writes_its_first_file_is_gone_on_with() {
    let folders = Folder::new();
    for name in ["notes.txt", "feedback-level", "plan.json", "unfinished"] {
        let folder = folders.join(name);
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(folder.join(format!(".{name}.tmp")), "x").unwrap();
        Store::open(&folder).unwrap();
    }
}

#[test]
fn what_was_not_handed_in_has_a_verdict_that_says_why() {
    let folders = Folder::new();
    let folder = folders.join("out");
    let mut nothing = entry("a", LESSONS[0], "");
    nothing.reason = "no folder lesson1-a".to_owned();
    Run::new(&folder, vec![nothing, entry("b", LESSONS[0], "")]).go();
    for (student, reason) in [("a", "no folder lesson1-a"), ("b", "there is nothing")] {
        let stored = verdict(&folder, student, LESSONS[0]);
        assert_eq!(
            (stored.state, stored.reason.as_str()),
            (State::Missing, reason)
        );
        assert_eq!((stored.report().score, stored.report().max_score), (0, 4));
        for check in &stored.report().checks {
            let failure = check.failure.as_ref().unwrap();
            assert_eq!(
                (failure.cause, failure.got.as_str()),
                (grader::Cause::NotBuilt, reason)
            );
        }
    }
}

#[test]
fn what_could_not_be_taken_or_read_is_told_apart_from_what_is_missing() {
    let folders = Folder::new();
    let folder = folders.join("out");
    let class = || {
        let absent = |student, absence, reason: &str| Entry {
            absence,
            reason: reason.to_owned(),
            ..entry(student, LESSONS[0], "")
        };
        vec![
            absent("loose", Absence::NothingTaken, "there is only a.rs"),
            absent("none", Absence::Missing, "there is no folder"),
            absent("unread", Absence::Unread, "src: permission denied"),
            entry("whole", LESSONS[0], "x"),
        ]
    };
    for _ in 0..2 {
        let (summary, _) = Run::new(&folder, class()).go();
        let counts = summary.counts;
        assert_eq!((counts.missing, counts.untaken, counts.unread), (1, 1, 1));
        let broken = ["unread", LESSONS[0], "src: permission denied"].map(str::to_owned);
        assert_eq!(summary.broken, [broken.into()]);
    }
    for (student, state) in [
        ("loose", State::NothingTaken),
        ("none", State::Missing),
        ("unread", State::Broken),
        ("whole", State::Graded),
    ] {
        assert_eq!(verdict(&folder, student, LESSONS[0]).state, state);
    }
    // The plan of a class that misses nothing but this is as it was before anybody told these apart.
    let plan = std::fs::read_to_string(folder.join("plan.json")).unwrap();
    assert_eq!(plan.matches("\"absence\"").count(), 2, "{plan}");
}

#[test]
fn damaged_verdicts_are_made_again_and_those_of_a_newer_version_are_left_alone() {
    let folders = Folder::new();
    let folder = folders.join("out");
    Run::new(
        &folder,
        vec![entry("a", LESSONS[0], "x"), entry("b", LESSONS[0], "y")],
    )
    .go();
    let expected = results(&folder);
    let path = verdict_path(&folder, "a", LESSONS[0]);
    let whole = std::fs::read_to_string(&path).unwrap();
    let others = std::fs::read_to_string(verdict_path(&folder, "b", LESSONS[0])).unwrap();
    for damaged in [
        "",
        "{",
        &whole[..whole.len() / 2],
        "{\"schema\":\"x\"}",
        "{\"schema\":\"loopback/report/1\"}",
        &others,
    ] {
        std::fs::write(&path, damaged).unwrap();
        let (summary, calls) = Run::new(
            &folder,
            vec![entry("a", LESSONS[0], "x"), entry("b", LESSONS[0], "y")],
        )
        .go();
        assert_eq!(calls, ["lesson1-a x"], "{damaged}");
        assert!(
            summary.notes[0].contains("was damaged"),
            "{:?}",
            summary.notes
        );
        assert_eq!(results(&folder), expected);
    }
    let newer = whole.replace("loopback/report/1", "loopback/report/2");
    std::fs::write(&path, &newer).unwrap();
    let failed = Run::new(&folder, vec![entry("a", LESSONS[0], "x")]).with(&Paper::default());
    assert!(error(failed).contains("newer version"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), newer);
}

#[test]
fn a_damaged_plan_is_written_again_with_the_whole_class_only() {
    let folders = Folder::new();
    let folder = folders.join("out");
    let class = || vec![entry("a", LESSONS[0], "x")];
    Run::new(&folder, class()).go();
    let plan = folder.join("plan.json");
    let whole = std::fs::read_to_string(&plan).unwrap();
    std::fs::write(&plan, &whole[..20]).unwrap();
    let mut part = Run::new(&folder, class());
    part.scope = Scope::Part;
    assert!(error(part.with(&Paper::default())).contains("is damaged"));
    let (summary, calls) = Run::new(&folder, class()).go();
    assert!(calls.is_empty() && summary.notes[0].contains("is written again"));
    assert_eq!(std::fs::read_to_string(&plan).unwrap(), whole);
    std::fs::write(&plan, whole.replace("plan/1", "plan/2")).unwrap();
    assert!(error(Run::new(&folder, class()).with(&Paper::default())).contains("newer version"));
}

#[test]
fn damaged_sources_are_written_again() {
    let folders = Folder::new();
    let folder = folders.join("out");
    let class = || vec![entry("a", LESSONS[0], "x")];
    Run::new(&folder, class()).go();
    let expected = results(&folder);
    let name = expected
        .keys()
        .find(|name| name.starts_with("sources/"))
        .unwrap();
    std::fs::write(folder.join(name), "").unwrap();
    Run::new(&folder, class()).go();
    assert_eq!(results(&folder), expected);
}

#[test]
fn notes_are_a_line_each_and_go_with_the_run_that_has_none() {
    let folders = Folder::new();
    let folder = folders.join("out");
    std::fs::create_dir(&folder).unwrap();
    let path = folder.join("notes.txt");
    let write = |notes: &[&str]| {
        let notes: Vec<String> = notes.iter().map(|note| (*note).to_owned()).collect();
        write_notes(&folder, &notes).unwrap();
        std::fs::read_to_string(&path).ok()
    };
    assert_eq!(write(&[]), None);
    let expected = "ada: one\nb\\u{1b}[31m\\u{a}x: two\n";
    assert_eq!(
        write(&["ada: one", "b\x1b[31m\nx: two"]).as_deref(),
        Some(expected)
    );
    assert_eq!(write(&["ü"]).as_deref(), Some("ü\n"));
    let other = folders.join("other");
    write_notes(&other, &["x".to_owned(), "ü".to_owned()]).unwrap();
    let both = [folders.join("none"), folder.clone(), other];
    assert_eq!(read_notes(&both).unwrap(), ["ü", "x"]);
    // A folder that was left before there was a plan is still ours.
    assert!(Store::open(&folder).is_ok());
    assert_eq!(write(&[]), None);
}

#[test]
fn two_runs_in_one_folder_are_refused_and_the_second_names_the_first() {
    let folders = Folder::new();
    let folder = folders.join("out");
    let store = Store::open(&folder).unwrap();
    let refused = error(Store::open(&folder));
    assert!(
        refused.contains(&format!("process {}", std::process::id())),
        "{refused}"
    );
    assert!(
        error(merge(std::slice::from_ref(&folder), &folders.join("new"))).contains("is at work")
    );
    drop(store);
    std::fs::write(folder.join("scratch").join("left"), "x").unwrap();
    let store = Store::open(&folder).unwrap();
    assert!(!store.scratch().join("left").exists());
}

#[test]
fn a_folder_with_other_files_is_refused_and_left_as_it_is() {
    let folders = Folder::new();
    let folder = folders.join("mine");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("thesis.tex"), "x").unwrap();
    let refused = error(Store::open(&folder));
    assert!(
        refused.contains("thesis.tex") && refused.contains("no plan.json"),
        "{refused}"
    );
    assert_eq!(results(&folder).len(), 1);
    // A file where the folder should be.
    assert!(error(Store::open(&folder.join("thesis.tex"))).contains("failed to"));
}

#[test]
fn a_verdict_that_cannot_be_written_ends_the_run_with_an_error_and_nothing_half() {
    let folders = Folder::new();
    let folder = folders.join("out");
    let class = || vec![entry("a", LESSONS[0], "x")];
    Run::new(&folder, class()).go();
    let path = verdict_path(&folder, "a", LESSONS[0]);
    std::fs::remove_dir_all(folder.join("verdicts")).unwrap();
    // Even root cannot make a folder there.
    std::fs::write(folder.join("verdicts"), "").unwrap();
    let failed = error(Run::new(&folder, class()).with(&Paper::default()));
    assert!(failed.contains("verdicts"), "{failed}");
    std::fs::remove_file(folder.join("verdicts")).unwrap();
    assert_eq!(Run::new(&folder, class()).go().1.len(), 1);
    assert!(path.is_file());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_what_was_there() {
    // Everything that is written to it fails as on a full disk.
    let full = Path::new("/dev/full");
    assert!(error(classroom::store::write_durably(&full.join("x"), b"x")).contains("/dev/full"));
    let folders = Folder::new();
    let path = folders.join("grades.csv");
    classroom::store::write_durably(&path, b"before").unwrap();
    std::os::unix::fs::symlink(full, folders.join(".grades.csv.tmp")).unwrap();
    let failed = error(classroom::store::write_durably(&path, b"after"));
    assert!(
        failed.contains("grades.csv") && failed.contains("space"),
        "{failed}"
    );
    assert_eq!(std::fs::read(&path).unwrap(), b"before");
    assert!(!folders.join(".grades.csv.tmp").exists());
}

/// Stops the run after the first unit.
struct Stopping(AtomicBool);

impl Progress for &Stopping {
    fn began(&self, counts: &Counts) {
        assert_eq!(counts.units, 20);
    }

    fn judged(&self, step: &Step<'_>) {
        assert_eq!((step.done, step.all), (1, 20));
        self.0.store(true, Ordering::Relaxed);
    }
}

#[test]
fn a_run_that_is_told_to_stop_begins_nothing_more() {
    let folders = Folder::new();
    let folder = folders.join("out");
    let store = Store::open(&folder).unwrap();
    let frozen = freeze(&store, &settings(), class(), Scope::Class).unwrap();
    let stopping = Stopping(AtomicBool::new(false));
    let judge = Paper::default();
    let options = Options {
        jobs: 1,
        force: false,
        partition: None,
        stop: &stopping.0,
    };
    let summary = run(&store, &frozen, &judge, &blank, &options, &&stopping).unwrap();
    assert_eq!((summary.judged, summary.left), (1, 19));
    assert_eq!(judge.calls.into_inner().unwrap().len(), 1);
    drop(store);
    let (summary, calls) = Run::new(&folder, class()).go();
    assert_eq!((summary.judged, calls.len()), (19, 19));
}

fn parts(folders: &Folder, count: u32) -> Vec<PathBuf> {
    let part = |number: u32| {
        let folder = folders.join(&format!("part{number}"));
        let mut run = Run::new(&folder, class());
        run.partition = Some(Partition::new(number, count).unwrap());
        run.go();
        folder
    };
    (1..=count).map(part).collect()
}

#[test]
fn three_parts_merged_are_the_whole() {
    let folders = Folder::new();
    let whole = folders.join("whole");
    let (_, calls) = Run::new(&whole, class()).go();
    let parts = parts(&folders, 3);
    let judged: usize = parts
        .iter()
        .map(|part| {
            results(part)
                .keys()
                .filter(|name| name.starts_with("verdicts/"))
                .count()
        })
        .sum();
    assert_eq!((judged, calls.len()), (30, 20));
    let out = folders.join("out");
    for _ in 0..2 {
        let Merged::Whole { plan, notes, .. } = merge(&parts, &out).unwrap() else {
            panic!("there is something missing");
        };
        assert_eq!((plan.submissions.len(), notes.len()), (30, 0));
        assert_eq!(results(&out), results(&whole));
    }
    // A merge that was killed before it wrote the plan, and one into one of the parts.
    std::fs::remove_file(out.join("plan.json")).unwrap();
    std::fs::remove_dir_all(out.join("verdicts").join("student1")).unwrap();
    assert!(matches!(merge(&parts, &out).unwrap(), Merged::Whole { .. }));
    assert_eq!(results(&out), results(&whole));
    assert!(matches!(
        merge(&parts, &parts[1]).unwrap(),
        Merged::Whole { .. }
    ));
    assert_eq!(results(&parts[1]), results(&whole));
    // Grades of another lesson are nobody's to write over.
    let other = folders.join("other");
    Run::new(&other, vec![entry("a", "lesson5", "x")]).go();
    let before = results(&other);
    let refused = error(merge(&parts, &other));
    assert!(
        refused.contains("holds lesson5 of \"a\", which would be lost"),
        "{refused}"
    );
    assert_eq!(results(&other), before);
    // It is a part no longer, whatever it was.
    let part = |folder: &Path| Partition::of_folder(folder).map(|part| part.to_string());
    assert_eq!(part(&parts[2]).as_deref(), Some("3/3"));
    assert_eq!((part(&parts[1]), part(&out)), (None, None));
}

#[test]
fn a_merge_names_what_is_missing_and_whose_it_is_and_writes_nothing() {
    let folders = Folder::new();
    let parts = parts(&folders, 3);
    let name = results(&parts[1])
        .into_keys()
        .find(|name| name.starts_with("verdicts/"))
        .unwrap();
    std::fs::remove_file(parts[1].join(&name)).unwrap();
    let out = folders.join("out");
    let Merged::Not(obstacles) = merge(&parts, &out).unwrap() else {
        panic!("a verdict is missing");
    };
    assert_eq!(obstacles.len(), 1);
    let expected = ObstacleKind::Missing {
        part: Some("2/3".to_owned()),
        folder: Some(parts[1].clone()),
    };
    assert_eq!(obstacles[0].kind, expected);
    assert!(obstacles[0].to_string().contains("it belongs to part 2/3"));
    assert!(!out.exists(), "an empty folder is left");
    // A folder that was there before stays, and so does what somebody has in it.
    std::fs::create_dir_all(out.join("feedback")).unwrap();
    // Without that folder, too.
    let without = [parts[0].clone(), parts[2].clone()];
    let Merged::Not(obstacles) = merge(&without, &out).unwrap() else {
        panic!("a third is missing");
    };
    assert!(
        obstacles
            .iter()
            .all(|obstacle| obstacle.to_string().ends_with("part 2/3"))
    );
    assert!(
        obstacles
            .iter()
            .any(|obstacle| !obstacle.to_string().contains('\n'))
    );
    assert!(out.join("feedback").is_dir());
}

#[test]
fn a_merge_refuses_other_plans_and_other_grades_and_prefers_what_is_not_broken() {
    let folders = Folder::new();
    let (one, other, out) = (
        folders.join("one"),
        folders.join("other"),
        folders.join("out"),
    );
    let both = [one.clone(), other.clone()];
    let class = |text: &str| vec![entry("a", LESSONS[0], text), entry("b", LESSONS[0], "y")];
    Run::new(&one, class("x")).go();
    Run::new(&other, class("z")).go();
    let refused = error(merge(&both, &out));
    assert!(
        refused.contains("lesson1-a of \"a\" is not the same"),
        "{refused}"
    );
    let unlike = |change: &dyn Fn(&mut Settings)| {
        let mut run = Run::new(&other, class("x"));
        change(&mut run.settings);
        run.go();
        let refused = error(merge(&both, &out));
        let (_, difference) = refused.split_once("were not planned alike: ").unwrap();
        difference.split_once("; grade all").unwrap().0.to_owned()
    };
    let seeds = "their seeds are 7 and 8 (begin both with an empty --out, or give --seed)";
    let patience = "their patience is 1 and 3";
    assert_eq!(unlike(&|settings| settings.patience = 3), patience);
    assert_eq!(unlike(&|settings| settings.seed = 8), seeds);
    assert_eq!(
        unlike(&|settings| settings.allow_weak = true),
        "one was graded with weak isolation, the other was not"
    );
    let both_differ = |settings: &mut Settings| (settings.seed, settings.patience) = (8, 3);
    assert_eq!(unlike(&both_differ), format!("{seeds}, {patience}"));
    assert!(error(merge(&[one.clone(), folders.join("none")], &out)).contains("has no plan.json"));
    assert!(error(merge(&[], &out)).contains("nothing to merge"));
    assert!(!out.exists(), "an empty folder is left");

    // The same plan, and a verdict that somebody else's machine found otherwise.
    Run::new(&other, class("x")).go();
    let path = verdict_path(&other, "a", LESSONS[0]);
    let edit = |change: &dyn Fn(&mut Verdict)| {
        let mut verdict = verdict(&one, "a", LESSONS[0]);
        change(&mut verdict);
        std::fs::write(&path, serde_json::to_vec(&verdict).unwrap()).unwrap();
        merge(&both, &out).unwrap()
    };
    let notes = |merged: Merged| match merged {
        Merged::Whole { notes, .. } => notes.len(),
        Merged::Not(obstacles) => panic!("{obstacles:?}"),
    };
    assert_eq!(
        notes(edit(
            &|verdict| verdict.lessons[0].checks[0].duration_ms += 1
        )),
        0
    );
    assert_eq!(
        notes(edit(&|verdict| verdict.lessons[0].checks[0]
            .stderr
            .push('x'))),
        1
    );
    let Merged::Not(obstacles) = edit(&|verdict| verdict.lessons[0].checks[0].points += 1) else {
        panic!("two grades for the same work");
    };
    assert!(matches!(obstacles[0].kind, ObstacleKind::Conflict { .. }));
    assert_eq!(notes(edit(&|verdict| verdict.state = State::Broken)), 0);
    assert_eq!(verdict(&out, "a", LESSONS[0]).state, State::Graded);
}

#[test]
fn only_durations_and_process_numbers_are_left_out_of_a_comparison() {
    let folders = Folder::new();
    let folder = folders.join("out");
    Run::new(&folder, vec![entry("a", LESSONS[0], "x")]).go();
    let one = verdict(&folder, "a", LESSONS[0]);
    let changed = |change: &dyn Fn(&mut grader::CheckReport)| {
        let mut other = one.clone();
        change(&mut other.lessons[0].checks[0]);
        comparable(&one) != comparable(&other)
    };
    assert!(!changed(&|check| check.duration_ms = 99));
    assert!(changed(&|check| check
        .programs
        .push("greeter (pid 17)".to_owned())));
    assert!(changed(&|check| check.points += 1));
    let with = |process: &str| {
        let mut other = one.clone();
        other.lessons[0].checks[0]
            .programs
            .push(format!("greeter (pid {process}) x"));
        comparable(&other)
    };
    assert_eq!(with("1"), with("4194304"));
}

#[test]
fn the_seed_of_a_class_is_its_own_and_stays_when_somebody_comes_late() {
    let folders = Folder::new();
    let folder = folders.join("out");
    let mut entries = class();
    let seed = classroom::plan::class_seed(&folder, &entries).unwrap();
    entries.reverse();
    assert_eq!(
        classroom::plan::class_seed(&folder, &entries).unwrap(),
        seed
    );
    entries.pop();
    assert_ne!(
        classroom::plan::class_seed(&folder, &entries).unwrap(),
        seed
    );
    let mut first = Run::new(&folder, entries);
    first.settings.seed = seed;
    first.go();
    assert_eq!(
        classroom::plan::class_seed(&folder, &class()).unwrap(),
        seed
    );
    let plan = Plan::read(&folder).unwrap().unwrap();
    assert!(
        plan.submissions
            .iter()
            .all(|planned| planned.seed < 1_000_000)
    );
}

#[test]
fn one_student_cannot_hand_in_a_lesson_twice_or_a_file_elsewhere() {
    let folders = Folder::new();
    let store = Store::open(&folders.join("out")).unwrap();
    let twice = vec![entry("a", LESSONS[0], "x"), entry("a", LESSONS[0], "y")];
    assert!(error(freeze(&store, &settings(), twice, Scope::Class)).contains("twice"));
    for path in ["../x", "/etc/x", "src/../../x", "", "x", "src"] {
        let mut bad = entry("a", LESSONS[0], "");
        bad.files.insert(path.to_owned(), Vec::new());
        let refused = error(freeze(&store, &settings(), vec![bad], Scope::Class));
        assert!(refused.contains("no path below src"), "{refused}");
    }
}
