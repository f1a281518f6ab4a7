//! Where in a student's folder a lesson may be, and what is taken from there.

use crate::LESSONS;
use crate::class;
use crate::files;
use crate::ignored;
use crate::lesson2;
use crate::of;
use crate::tree::Tree;
use classroom::intake::LessonFacts;
use classroom::intake::take;
use std::fs;

const SERVER: &str = "src/bin/echo-server.rs";

#[test]
fn a_lesson_is_found_by_each_of_its_names_and_in_each_place() {
    for place in [
        "2",
        "lesson2",
        "Lesson2",
        "lesson2-echo",
        "exercises/lesson2-echo",
        "exercises/2",
        "loopback-main/lesson2",
        "loopback-main/exercises/lesson2-echo",
        "lesson2-by-anna/exercises/lesson2-echo",
        "loopback-main/loopback-main/exercises/lesson2-echo",
    ] {
        let path = format!("anna/{place}/src/bin/echo-server.rs");
        let tree = Tree::with(&[
            &path,
            "anna/.git/config",
            "anna/__MACOSX/x/y",
            "anna/.DS_Store",
        ]);
        let taken = lesson2(&tree.root, "anna");
        assert_eq!(files(&taken), [SERVER], "{place}");
        assert_eq!(taken.files[SERVER], path.as_bytes(), "{place}");
        assert_eq!(
            (taken.reason.as_str(), ignored(&taken)),
            ("", vec![]),
            "{place}"
        );
        let other = of(&class(&tree.root), "anna", "lesson3-sum-server");
        assert!(
            other.files.is_empty() && !other.reason.is_empty(),
            "{place}"
        );
    }
}

#[test]
fn what_is_missing_has_a_reason_and_shows_what_is_there_instead() {
    let tree = Tree::with(&[
        "anna/echo-server.rs",
        "anna/lesson3/src/lib.rs",
        "bob/stuff/a.rs",
        "carl/2/main.rs",
        "dora/2/src/",
        "eve/",
    ]);
    let class = class(&tree.root);
    let check = |student: &str, reason: &str, expected: &[&str]| {
        let taken = of(&class, student, "lesson2-echo");
        assert_eq!(taken.reason, reason);
        assert_eq!(ignored(&taken), expected, "{student}");
        assert!(
            taken.files.is_empty() && taken.source().is_none(),
            "{student}"
        );
    };
    let nothing = "there is no folder lesson2-echo, lesson2 or 2";
    check(
        "anna",
        &format!("{nothing}, and none in exercises either"),
        &["echo-server.rs: in no lesson's folder"],
    );
    check(
        "bob",
        &format!("{nothing} in stuff, and none in stuff/exercises either"),
        &["stuff/a.rs: in no lesson's folder"],
    );
    check(
        "carl",
        "there is no folder 2/src",
        &["2/main.rs: not in src"],
    );
    check("dora", "2/src is empty", &[]);
    check(
        "eve",
        &format!("{nothing}, and none in exercises either"),
        &[],
    );
    assert_eq!(
        files(&of(&class, "anna", "lesson3-sum-server")),
        ["src/lib.rs"]
    );
}

#[test]
fn of_two_folders_for_a_lesson_the_first_with_files_is_taken() {
    let tree = Tree::with(&[
        "anna/lesson2-echo/src/",
        "anna/lesson2/src/a.rs",
        "anna/2/src/b.rs",
        "anna/exercises/2/src/c.rs",
    ]);
    let taken = lesson2(&tree.root, "anna");
    assert_eq!(files(&taken), ["src/a.rs"]);
    assert_eq!(
        ignored(&taken),
        [
            "2: lesson2 was taken instead",
            "exercises/2: lesson2 was taken instead"
        ]
    );
}

#[test]
fn a_bare_src_is_the_lesson_where_only_one_is_asked_for() {
    let tree = Tree::with(&[
        "anna/src/bin/echo-server.rs",
        "bob/lesson3/src/lib.rs",
        "carl/main/src/lib.rs",
    ]);
    let one = take(&tree.root, None, &LESSONS[..1], &[]).expect("the class can be taken in");
    assert_eq!(files(&of(&one, "anna", "lesson2-echo")), [SERVER]);
    assert_eq!(files(&of(&one, "carl", "lesson2-echo")), ["src/lib.rs"]);
    // `lesson3` is somebody's other lesson, not a folder around this one.
    assert!(of(&one, "bob", "lesson2-echo").files.is_empty());
    assert!(lesson2(&tree.root, "anna").files.is_empty());
}

#[test]
fn only_rust_files_of_src_are_taken_and_the_rest_is_named() {
    let here = |path: &str| format!("anna/lesson2/{path}");
    let paths = [
        "Cargo.toml",
        "Cargo.lock",
        "README.md",
        "build.rs",
        ".cargo/config.toml",
        "rust-toolchain.toml",
        "target/debug/x.rs",
        ".git/objects/x.rs",
        "notes/a.rs",
        "src/lib.rs",
        "src/bin/echo-server.rs",
        "src/bin/data.bin",
        "src/bin/.DS_Store",
        "src/target/x.rs",
        "src/UPPER.RS",
        "src/grüße.rs",
        "src/a b.rs",
        "src/.hidden.rs",
        "src/=cmd().rs",
        "src/con.rs",
        "src/odd folder/a.rs",
        "tests/checks.rs",
    ]
    .map(here);
    let tree = Tree::with(&paths.each_ref().map(String::as_str));
    let taken = lesson2(&tree.root, "anna");
    assert_eq!(files(&taken), [SERVER, "src/con.rs", "src/lib.rs"]);
    let odd = "its name is more than letters, digits, _, - and . of ASCII, or too long";
    assert_eq!(
        ignored(&taken),
        [
            "lesson2/.cargo: ours is used instead".to_owned(),
            "lesson2/.git: a folder beside src".to_owned(),
            "lesson2/Cargo.lock: ours is used instead".to_owned(),
            "lesson2/Cargo.toml: ours is used instead".to_owned(),
            "lesson2/build.rs: never run".to_owned(),
            "lesson2/notes: a folder beside src".to_owned(),
            "lesson2/rust-toolchain.toml: ours is used instead".to_owned(),
            format!("lesson2/src/.hidden.rs: {odd}"),
            format!("lesson2/src/=cmd().rs: {odd}"),
            "lesson2/src/UPPER.RS: not a .rs file".to_owned(),
            format!("lesson2/src/a b.rs: {odd}"),
            "lesson2/src/bin/data.bin: not a .rs file".to_owned(),
            format!("lesson2/src/grüße.rs: {odd}"),
            format!("lesson2/src/odd folder: {odd}"),
            "lesson2/src/target: not looked into".to_owned(),
            "lesson2/target: a folder beside src".to_owned(),
            "lesson2/tests: a folder beside src".to_owned(),
        ]
    );
}

#[test]
fn the_bounds_hold_to_the_byte() {
    let tree = Tree::new();
    let kib = |count: usize| vec![b' '; count * 1024];
    tree.write("anna/2/src/a.rs", &kib(256));
    tree.write("anna/2/src/b.rs", &[kib(256), vec![b' ']].concat());
    for name in ["c", "d", "e"] {
        tree.write(&format!("anna/2/src/{name}.rs"), &kib(256));
    }
    tree.write("anna/2/src/f.rs", b" ");
    tree.write("anna/2/src/g.rs", b"");
    tree.write("anna/2/src/1/2/3/4/5/deep.rs", b"");
    tree.write("anna/2/src/1/2/3/4/5/6/deeper.rs", b"");
    tree.write("anna/2/src/0.rs", b"caf\xe9");
    let taken = lesson2(&tree.root, "anna");
    // The four bytes of what turned out to be no text are not given to others: which files are taken depends on their sizes only.
    assert_eq!(
        files(&taken),
        [
            "src/1/2/3/4/5/deep.rs",
            "src/a.rs",
            "src/c.rs",
            "src/d.rs",
            "src/f.rs",
            "src/g.rs"
        ]
    );
    assert_eq!(
        ignored(&taken),
        [
            "2/src/0.rs: not UTF-8",
            "2/src/1/2/3/4/5/6: more than 6 levels deep",
            "2/src/b.rs: larger than 256 KiB",
            "2/src/e.rs: beyond 1 MiB together",
        ]
    );
}

#[test]
fn the_first_64_files_are_taken_whatever_their_number() {
    let tree = Tree::new();
    for number in 0..10_000 {
        tree.write(&format!("anna/2/src/m{number:04}.rs"), b"");
    }
    let taken = lesson2(&tree.root, "anna");
    assert_eq!(taken.files.len(), 64);
    assert_eq!(files(&taken)[63], "src/m0063.rs");
    assert_eq!(ignored(&taken)[0], "2/src/m0064.rs: beyond 64 files");
    assert_eq!(
        (taken.ignored.len(), taken.ignored_more),
        (100, 10_000 - 64 - 100)
    );
}

#[test]
fn of_more_than_20_000_files_none_is_taken() {
    let tree = Tree::new();
    for number in 0..101 {
        for file in 0..200 {
            tree.write(&format!("anna/2/src/{number}/{file}"), b"");
        }
    }
    tree.write("anna/2/src/0.rs", b"");
    tree.write("anna/3/src/0.rs", b"");
    let class = class(&tree.root);
    let taken = of(&class, "anna", "lesson2-echo");
    assert_eq!(
        taken.reason,
        "2/src holds more than 20000 files and folders, and none was taken"
    );
    assert!(taken.files.is_empty());
    assert_eq!(
        files(&of(&class, "anna", "lesson3-sum-server")),
        ["src/0.rs"]
    );
}

#[test]
fn the_source_is_the_same_for_the_same_files_and_for_no_others() {
    let tree = Tree::new();
    let hash = |student: &str, files: &[(&str, &str)]| {
        for (path, contents) in files {
            tree.write(&format!("{student}/lesson2/{path}"), contents.as_bytes());
        }
        lesson2(&tree.root, student)
            .source()
            .expect("there are files")
    };
    let anna = hash("anna", &[("src/a.rs", "x"), ("src/b.rs", "y")]);
    assert_eq!(anna.len(), 64);
    assert_eq!(
        anna,
        hash(
            "bob",
            &[("src/b.rs", "y"), ("src/a.rs", "x"), ("Cargo.toml", "z")]
        )
    );
    assert_ne!(anna, hash("carl", &[("src/a.rs", "y"), ("src/b.rs", "x")]));
    assert_ne!(anna, hash("dora", &[("src/a.rs", "x"), ("src/c.rs", "y")]));
    assert_ne!(anna, hash("eve", &[("src/a.rs", "x")]));
    assert_ne!(
        hash("frank", &[("src/a.rs", ""), ("src/b.rs", "")]),
        hash("gina", &[("src/a.rs", "")])
    );
}

#[test]
fn taken_files_are_written_as_they_were_and_never_over_others() {
    let tree = Tree::with(&["class/anna/2/src/bin/a.rs", "class/anna/2/src/lib.rs"]);
    let taken = lesson2(&tree.at("class"), "anna");
    let out = tree.at("out");
    taken.write_to(&out).expect("the files can be written");
    let written = fs::read_to_string(out.join("src/bin/a.rs")).expect("the file is there");
    assert_eq!(written, "class/anna/2/src/bin/a.rs");
    assert!(taken.write_to(&out).is_err());
    let mut forged = taken.clone();
    forged
        .files
        .insert("src/../../escaped.rs".to_owned(), Vec::new());
    assert!(forged.write_to(&tree.at("other")).is_err());
    assert!(!tree.at("escaped.rs").exists());
}

#[test]
fn a_lesson_without_a_number_has_its_full_name_only() {
    let lessons = [LessonFacts {
        name: "finale",
        programs: &["finale"],
    }];
    let tree = Tree::with(&["anna/finale/src/main.rs", "bob/x.rs"]);
    let class = take(&tree.root, None, &lessons, &[]).expect("the class can be taken in");
    assert_eq!(files(&of(&class, "anna", "finale")), ["src/main.rs"]);
}
