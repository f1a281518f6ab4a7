//! Who is in the class: folders, archives, the roster, and what is said of the rest.

use crate::LESSONS;
use crate::class;
use crate::files;
use crate::of;
use crate::packed;
use crate::tree::Tree;
use classroom::Absence;
use classroom::Student;
use classroom::intake::take;
use classroom::intake::take_each;
use std::time::Instant;

/// `student lesson` of each submission.
fn order(class: &classroom::intake::Class) -> Vec<String> {
    let name = |submission: &classroom::intake::Submission| {
        format!("{} {}", submission.student.id, submission.lesson)
    };
    class.submissions.iter().map(name).collect()
}

#[test]
fn every_student_has_every_lesson_in_order() {
    let tree = Tree::with(&[
        "class/bob/2/src/a.rs",
        "class/.git/x",
        "class/notes.txt",
        "class/zoe/",
    ]);
    tree.write("class/anna.zip", &packed::zip(&["2/src/a.rs"]));
    tree.write(
        "class/roster.csv",
        b"id;name;e-mail\nbob;Bob B.;b@x.example\nmia;Mia;\nANNA;Anna;\n",
    );
    let roster = tree.at("class/roster.csv");
    let class =
        take(&tree.at("class"), Some(&roster), &LESSONS, &[]).expect("the class can be taken in");
    let students = ["ANNA", "anna", "bob", "mia", "zoe"];
    let expected = students.map(|id| {
        [
            format!("{id} lesson2-echo"),
            format!("{id} lesson3-sum-server"),
        ]
    });
    assert_eq!(order(&class), expected.as_flattened());
    let bob = Student {
        id: "bob".into(),
        name: "Bob B.".into(),
        email: "b@x.example".into(),
    };
    assert_eq!(class.submissions[4].student, bob);
    let reason = "there is no folder and no archive of this name";
    assert_eq!(of(&class, "mia", "lesson2-echo").reason, reason);
    assert_eq!(
        class.notes,
        [
            "notes.txt is nobody's submission: neither a folder nor a .zip, .tar.gz or .tgz",
            "anna is not on the roster; did you mean ANNA?",
            "zoe is not on the roster",
        ]
    );
}

#[test]
fn a_student_with_several_entries_has_the_folder() {
    let tree = Tree::with(&["anna/2/src/folder.rs"]);
    tree.write("anna.zip", &packed::zip(&["2/src/zip.rs"]));
    tree.write("bob.zip", &packed::zip(&["2/src/zip.rs"]));
    tree.write("bob.tgz", b"");
    let class = class(&tree.root);
    assert_eq!(
        files(&of(&class, "anna", "lesson2-echo")),
        ["src/folder.rs"]
    );
    assert_eq!(files(&of(&class, "bob", "lesson2-echo")), ["src/zip.rs"]);
    assert_eq!(
        class.notes,
        [
            "anna.zip was left, because anna is the same student's; take one of them away",
            "bob.tgz was left, because bob.zip is the same student's; take one of them away",
        ]
    );
}

#[test]
fn only_some_students_can_be_asked_for() {
    let tree = Tree::with(&["anna/2/src/a.rs", "bob/2/src/a.rs", "bobby/2/src/a.rs"]);
    let only = |ids: &[&str]| {
        let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
        take(&tree.root, None, &LESSONS[..1], &ids)
            .map(|class| order(&class))
            .map_err(|error| error.to_string())
    };
    assert_eq!(
        only(&["bob", "anna"]).unwrap(),
        ["anna lesson2-echo", "bob lesson2-echo"]
    );
    assert_eq!(
        only(&["Bobb"]).unwrap_err(),
        "nobody in the class is called Bobb; did you mean bobby or bob?"
    );
    assert_eq!(
        only(&["zoe"]).unwrap_err(),
        "nobody in the class is called zoe"
    );
}

#[test]
fn what_is_no_class_is_an_error_that_says_what_to_do() {
    let tree = Tree::with(&[
        "empty/",
        "one/exercises/2/src/a.rs",
        "two/lesson2-echo/src/a.rs",
        "hidden/exercises/",
        "hidden/crates/",
        "hidden/Cargo.toml",
        "loose/a.rs",
        "class/anna/2/src/a.rs",
    ]);
    tree.write("all.zip", b"");
    let fails = |folder: &str, roster: Option<&[u8]>| {
        let place = tree.at("roster.csv");
        if let Some(text) = roster {
            tree.write("roster.csv", text);
        }
        let error = take(
            &tree.at(folder),
            roster.map(|_| place.as_path()),
            &LESSONS,
            &[],
        )
        .expect_err("this is no class");
        format!("{error:#}").replace(&format!("{}/", tree.root.display()), "")
    };
    for (folder, expected) in [
        (
            "empty",
            "empty holds no submission; expected are folders STUDENT/lesson2-echo/src",
        ),
        ("loose", "loose holds no submission; expected are"),
        (
            "one",
            "one is one student's work, because it holds exercises itself; give the folder that it is in",
        ),
        (
            "two",
            "two is one student's work, because it holds lesson2-echo itself",
        ),
        (
            "missing",
            "failed to open the folder of submissions missing: ",
        ),
        (
            "all.zip",
            "all.zip is a file, not a folder of submissions; unpack it first",
        ),
    ] {
        let error = fails(folder, None);
        assert!(error.starts_with(expected), "{error}");
    }
    for (roster, expected) in [
        (
            &b"id,name\n"[..],
            "the roster roster.csv names no student; a line for each is expected: id,name,e-mail",
        ),
        (b"", "the roster roster.csv names no student"),
        (
            b"anna,J\xfcrgen\n",
            "the roster roster.csv is not UTF-8; in Excel, save it as `CSV UTF-8`",
        ),
        (
            b"anna,\"Anna\nbob,Bob\n",
            "the roster roster.csv holds a quotation mark without its partner, so lines would be lost",
        ),
    ] {
        let error = fails("class", Some(roster));
        assert!(error.starts_with(expected), "{error}");
    }
    for (roster, expected) in [
        (
            &b"id,name\n123,Ada\n"[..],
            "the submission is not on the roster: its ids (123) must be the names of the folders or archives (anna)",
        ),
        (
            b"Number;Name\nanna;Anna\n",
            "failed to read the roster roster.csv: its first line names columns, and none for the ids: call one id, student id,",
        ),
    ] {
        let error = fails("class", Some(roster));
        assert!(error.starts_with(expected), "{error}");
    }
    for id in ["a", "b", "c\x1b", "d"] {
        tree.write(&format!("several/{id}/2/src/a.rs"), b"");
    }
    assert_eq!(
        fails("several", Some(b"id\n1\n2\n3\n")),
        "none of the 4 submissions is on the roster: its ids (1, 2, 3) must be the names of the folders or archives (a, b, c\\u{1b}, …)"
    );
    let missing = take(&tree.at("class"), Some(&tree.at("none.csv")), &LESSONS, &[])
        .expect_err("there is no roster");
    assert!(
        missing
            .to_string()
            .starts_with("failed to read the roster "),
        "{missing}"
    );
}

#[test]
fn the_result_does_not_depend_on_the_order_in_which_files_were_made() {
    let mut paths: Vec<String> = Vec::new();
    for student in ["anna", "bob", "Carl"] {
        paths.extend((0..150).map(|number| format!("{student}/2/src/{}.rs", number * 7 % 150)));
        paths.extend((0..150).map(|number| format!("{student}/2/src/{}.txt", number * 11 % 150)));
    }
    let made = |paths: &[String]| Tree::with(&paths.iter().map(String::as_str).collect::<Vec<_>>());
    let forwards = made(&paths);
    paths.reverse();
    let backwards = made(&paths);
    paths.sort();
    let sorted = made(&paths);
    let expected = class(&forwards.root);
    assert_eq!(
        expected.submissions[0].taken.ignored_more,
        150 + 150 - 64 - 100
    );
    assert_eq!(class(&backwards.root), expected);
    assert_eq!(class(&sorted.root), expected);
}

#[test]
fn a_failure_of_who_receives_the_submissions_ends_the_intake() {
    let tree = Tree::with(&["anna/2/src/a.rs", "bob/2/src/a.rs"]);
    let mut seen = 0;
    let error = take_each(&tree.root, None, None, &LESSONS, &[], |submission| {
        seen += 1;
        anyhow::ensure!(submission.lesson == "lesson2-echo", "the disk is full");
        Ok(())
    });
    assert_eq!(
        error.expect_err("the second one fails").to_string(),
        "the disk is full"
    );
    assert_eq!(seen, 2);
}

/// 200 of them take a quarter of a second. The bound is generous, because others may be busy: what it must catch is a walk through everything.
#[test]
fn a_large_class_of_whole_repositories_is_taken_in_quickly() {
    let tree = Tree::new();
    for student in 0..40 {
        for file in 0..180 {
            tree.write(
                &format!(
                    "s{student}/loopback-main/crates/c{}/src/f{file}.rs",
                    file % 9
                ),
                b"// not asked for",
            );
        }
        for file in 0..20 {
            let lesson = if file % 2 == 0 {
                "lesson2-echo"
            } else {
                "lesson3-sum-server"
            };
            tree.write(
                &format!("s{student}/loopback-main/exercises/{lesson}/src/bin/f{file}.rs"),
                b"fn main() {}\n",
            );
        }
    }
    let begin = Instant::now();
    let class = class(&tree.root);
    let took = begin.elapsed();
    assert_eq!(class.submissions.len(), 80);
    assert!(
        class
            .submissions
            .iter()
            .all(|submission| submission.taken.files.len() == 10)
    );
    assert!(took.as_secs() < 20, "{took:?}");
}

#[test]
fn what_cannot_be_taken_is_no_missing_work_and_is_told() {
    let tree = Tree::with(&[
        "flat/echo-server.rs",
        "flat/main.rs",
        "flat/notes.md",
        "in-bin/bin/echo-server.rs",
        "misnamed/lesson2-echo-final/src/bin/echo-server.rs",
        "beside/echo-client.rs",
        "beside/lesson3/src/a.rs",
        "other/lesson3/src/a.rs",
        "other/README.md",
        "without-src/lesson2/main.rs",
        "empty/.git/config",
    ]);
    tree.write("packed.zip", &packed::zip(&["echo-server.rs"]));
    tree.write("windows.zip", &packed::zip(&["2\\src\\a.rs"]));
    tree.write("odd.rar", b"x");
    let class = class(&tree.root);
    let absence = |student: &str| of(&class, student, "lesson2-echo").absence;
    for student in [
        "flat",
        "in-bin",
        "misnamed",
        "beside",
        "without-src",
        "packed",
        "windows",
        "odd",
    ] {
        assert_eq!(absence(student), Absence::NothingTaken, "{student}");
    }
    assert_eq!(absence("other"), Absence::Missing);
    assert_eq!(absence("empty"), Absence::Missing);
    let reason = |place: &str, exercises: &str| {
        format!(
            "there is no folder lesson2-echo, lesson2 or 2{place}, and none in {exercises} either"
        )
    };
    let two = "handed in, but nothing could be taken for lesson2-echo";
    let all = "handed in, but nothing could be taken for lesson2-echo and 1 more lesson";
    let here = reason("", "exercises");
    assert_eq!(
        class.notes,
        [
            format!("beside: {two}: {here}; there are echo-client.rs and lesson3"),
            format!("flat: {all}: {here}; there are echo-server.rs, main.rs and 1 more"),
            format!("in-bin: {all}: {}; there is bin/echo-server.rs", reason(" in bin", "bin/exercises")),
            format!("misnamed: {two}: {here}; there is lesson2-echo-final"),
            "odd: odd.rar was not opened: it is of a kind that is not read here; pack it again as .zip or .tar.gz".to_owned(),
            format!("packed: {all}: {here}; there is echo-server.rs"),
            format!("windows: {all}: {here}; there is 2\\src\\a.rs"),
            format!("without-src: {two}: there is no folder lesson2/src"),
        ]
    );
}

#[test]
fn results_among_the_submissions_are_nobodys_work() {
    let tree = Tree::with(&["anna/2/src/a.rs", "grades/plan.json"]);
    let ids = |out: Option<&str>| {
        let out = out.map(|name| tree.root.join(name));
        let mut ids = Vec::new();
        take_each(
            &tree.root,
            None,
            out.as_deref(),
            &LESSONS,
            &[],
            |submission| {
                ids.push(submission.student.id);
                Ok(())
            },
        )
        .unwrap();
        ids.dedup();
        ids
    };
    assert_eq!(ids(Some("grades")), ["anna"]);
    assert_eq!(ids(Some("elsewhere")), ["anna", "grades"]);
    assert_eq!(ids(None), ["anna", "grades"]);
}

#[test]
fn a_folder_that_is_called_like_a_lessons_does_not_make_archives_one_students() {
    let tree = Tree::with(&["src/bin/a.rs", "ada.zip"]);
    assert_eq!(ids(&tree), ["ada", "src"]);
}

/// The students of a class.
fn ids(tree: &Tree) -> Vec<String> {
    let class = take(&tree.root, None, &LESSONS, &[]).expect("it is a class");
    let ids = class.submissions.into_iter();
    let mut ids: Vec<String> = ids.map(|submission| submission.student.id).collect();
    ids.dedup();
    ids
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_looks_like_what_became_of_another_is_another_one() {
    use std::os::unix::ffi::OsStrExt;
    let tree = Tree::with(&["anna/2/src/a.rs"]);
    let odd = std::ffi::OsStr::from_bytes(b"J\xfcrgen");
    std::fs::create_dir(tree.root.join(odd)).unwrap();
    let before = ids(&tree);
    let odd = before.iter().find(|id| id.starts_with('J')).unwrap();
    std::fs::create_dir(tree.root.join(odd)).unwrap();
    let after = ids(&tree);
    assert_eq!(after.len(), before.len() + 1, "{after:?}");
}
