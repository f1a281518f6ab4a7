//! Folders that somebody has made to harm: every one of them is left alone, and the next student has all that was handed in.

#![cfg(unix)]

use crate::class;
use crate::files;
use crate::ignored;
use crate::lesson2;
use crate::of;
use crate::tree::Tree;
use std::ffi::OsStr;
use std::fs;
use std::fs::File;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::Command;

#[test]
fn links_pipes_and_sockets_are_never_opened() {
    let tree = Tree::with(&["class/anna/2/src/good.rs", "secret/folder/a.rs"]);
    let src = tree.at("class/anna/2/src");
    symlink("/etc/passwd", src.join("passwd.rs")).unwrap();
    symlink("/", src.join("root")).unwrap();
    symlink(tree.at("secret/folder"), src.join("folder")).unwrap();
    symlink("good.rs", src.join("harmless.rs")).unwrap();
    symlink("missing", src.join("dangling.rs")).unwrap();
    fs::hard_link(tree.at("secret/folder/a.rs"), src.join("hard.rs")).unwrap();
    let made = Command::new("mkfifo")
        .arg(src.join("pipe.rs"))
        .status()
        .unwrap();
    assert!(made.success());
    let socket = UnixListener::bind(src.join("socket.rs")).unwrap();
    let class = class(&tree.at("class"));
    drop(socket);
    let taken = of(&class, "anna", "lesson2-echo");
    assert_eq!(files(&taken), ["src/good.rs"]);
    assert_eq!(
        ignored(&taken),
        [
            "2/src/dangling.rs: a link",
            "2/src/folder: a link",
            "2/src/hard.rs: a hard link",
            "2/src/harmless.rs: a link",
            "2/src/passwd.rs: a link",
            "2/src/pipe.rs: a pipe",
            "2/src/root: a link",
            "2/src/socket.rs: a socket",
        ]
    );
    let note = "anna: in 2/src are files with a second name elsewhere (hard links), and they were left; copy the submissions with `cp -r`";
    assert_eq!(class.notes, [note]);
}

#[test]
fn a_link_in_place_of_any_folder_is_not_followed() {
    // A student may be called like a folder of the course; that alone must not end everybody's grading.
    let tree = Tree::with(&[
        "real/exercises/2/src/a.rs",
        "real/2/src/a.rs",
        "class/good/2/src/a.rs",
    ]);
    let link = |to: &str, from: &str| {
        let from = tree.at(from);
        fs::create_dir_all(from.parent().unwrap()).unwrap();
        symlink(tree.at(to), from).unwrap();
    };
    link("real", "class/student");
    link("real/2", "class/lesson/2");
    link("real/2/src", "class/src/2/src");
    link("real/exercises", "class/exercises-/exercises");
    link("real", "class/wrapper/loopback-main");
    link("real/2/src", "class/archive.zip");
    let class = class(&tree.at("class"));
    let check = |student: &str, reason: &str, expected: &[&str]| {
        let taken = of(&class, student, "lesson2-echo");
        assert!(taken.files.is_empty(), "{student}");
        assert!(taken.reason.contains(reason), "{student}: {}", taken.reason);
        assert_eq!(ignored(&taken), expected, "{student}");
    };
    check("student", "student was not opened: it is a link", &[]);
    check(
        "lesson",
        "no file of its src could be taken",
        &["2: a link"],
    );
    check("src", "2/src is a link, and nothing in it was taken", &[]);
    check(
        "exercises-",
        "there is no folder lesson2-echo, lesson2 or 2, and none in exercises either",
        &["exercises: a link"],
    );
    check(
        "wrapper",
        "there is no folder lesson2-echo, lesson2 or 2, and none in exercises either",
        &["loopback-main: a link"],
    );
    check("archive", "archive.zip was not opened: it is a link", &[]);
    assert_eq!(files(&of(&class, "good", "lesson2-echo")), ["src/a.rs"]);
}

#[test]
fn large_files_and_deep_nests_cost_nothing() {
    let tree = Tree::with(&["anna/2/src/good.rs", "bob/2/src/good.rs"]);
    File::create(tree.at("anna/2/src/huge.rs"))
        .unwrap()
        .set_len(100 << 20)
        .unwrap();
    File::create(tree.at("carl.zip"))
        .unwrap()
        .set_len(1 << 40)
        .unwrap();
    // Deeper than a path may be long.
    let script = "for round in 1 2 3 4 5 6 7 8 9 10; do mkdir -p $0 && cd -P $0 || exit 1; done; : > deep.rs";
    let hundred = ["nested"; 100].join("/");
    let made = Command::new("sh")
        .args(["-c", script, &hundred])
        .current_dir(tree.at("bob/2/src"))
        .status()
        .unwrap();
    assert!(made.success());
    let class = class(&tree.root);
    let anna = of(&class, "anna", "lesson2-echo");
    assert_eq!(
        (files(&anna), ignored(&anna)),
        (
            vec!["src/good.rs"],
            vec!["2/src/huge.rs: larger than 256 KiB".to_owned()]
        )
    );
    let bob = of(&class, "bob", "lesson2-echo");
    assert_eq!(files(&bob), ["src/good.rs"]);
    assert_eq!(
        ignored(&bob),
        [format!(
            "2/src{}: more than 6 levels deep",
            "/nested".repeat(6)
        )]
    );
    let carl = of(&class, "carl", "lesson2-echo").reason;
    assert_eq!(
        carl,
        "carl.zip cannot be read: it is larger than 256 MiB; leave `target` out"
    );
}

#[test]
fn odd_names_are_shown_without_what_acts_on_a_terminal() {
    let tree = Tree::with(&["anna/2/src/good.rs"]);
    let long = "x".repeat(250);
    for name in [
        &b"red\x1b[31m.rs"[..],
        b"two\nlines.rs",
        b"bad\xff.rs",
        "turn\u{202e}sr.rs".as_bytes(),
        long.as_bytes(),
    ] {
        File::create(tree.at("anna/2/src").join(OsStr::from_bytes(name))).unwrap();
    }
    fs::write(
        tree.at("anna/2/src").join(format!("{}.rs", &long[..120])),
        "",
    )
    .unwrap();
    let taken = lesson2(&tree.root, "anna");
    assert_eq!(files(&taken), ["src/good.rs"]);
    let odd = "its name is more than letters, digits, _, - and . of ASCII, or too long";
    assert_eq!(
        ignored(&taken),
        [
            format!("2/src/bad\u{fffd}.rs: {odd}"),
            format!("2/src/red\\u{{1b}}[31m.rs: {odd}"),
            format!("2/src/turn\\u{{202e}}sr.rs: {odd}"),
            format!("2/src/two\\u{{a}}lines.rs: {odd}"),
            format!("2/src/{}.rs: {odd}", &long[..120]),
            format!("2/src/{}…: not a .rs file", &long[..194]),
        ]
    );
}

#[test]
fn students_whose_names_are_no_text_are_told_apart() {
    let tree = Tree::new();
    for name in [
        &b"j\xfcrgen"[..],
        b"j\xf6rgen",
        b"=cmd()",
        b"<img onerror=x>",
        b"two\nlines",
        b"A",
        b"a",
    ] {
        let folder = tree.root.join(OsStr::from_bytes(name)).join("2/src");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.rs"), name).unwrap();
    }
    let class = class(&tree.root);
    let ids: Vec<&str> = class
        .submissions
        .iter()
        .step_by(2)
        .map(|submission| submission.student.id.as_str())
        .collect();
    let texts = ["<img onerror=x>", "=cmd()", "A", "a"];
    assert_eq!(ids[..4], texts);
    for odd in &ids[4..6] {
        assert!(odd.starts_with("j\u{fffd}rgen#"), "{odd}");
    }
    assert_ne!(ids[4], ids[5]);
    assert_eq!(ids[6..], ["two\nlines"]);
    for id in texts {
        assert_eq!(
            of(&class, id, "lesson2-echo").files["src/a.rs"],
            id.as_bytes()
        );
    }
}
