//! Archives: the same trees inside, and everything that may be wrong with them.

use crate::class;
use crate::files;
use crate::ignored;
use crate::lesson2;
use crate::of;
use crate::packed;
use crate::packed::Tar;
use crate::tree::Tree;
use classroom::intake::Taken;
use tar::EntryType;
use zip::write::SimpleFileOptions;

/// Hands these bytes in as an archive of anna's.
pub(crate) fn handed_in(name: &str, bytes: &[u8]) -> Taken {
    let tree = Tree::new();
    tree.write(name, bytes);
    lesson2(&tree.root, "anna")
}

/// Nothing is taken of it, for this reason.
pub(crate) fn check_refused(name: &str, bytes: &[u8], reason: &str) {
    let taken = handed_in(name, bytes);
    assert_eq!(taken.reason, format!("{name} cannot be read: {reason}"));
    assert!(taken.files.is_empty());
}

pub(crate) const REPOSITORY: [&str; 5] = [
    "loopback-main/",
    "loopback-main/Cargo.toml",
    "loopback-main/exercises/lesson2-echo/src/bin/echo-server.rs",
    "loopback-main/exercises/lesson2-echo/src/bin/notes.txt",
    "loopback-main/solutions/lesson2-echo/src/bin/echo-server.rs",
];

#[test]
fn an_archive_is_read_like_a_folder() {
    let (zip, tar) = (packed::zip(&REPOSITORY), Tar::with(&REPOSITORY).gz());
    for (name, bytes) in [
        ("anna.zip", &zip),
        ("anna.ZIP", &zip),
        ("anna.tar.gz", &tar),
        ("anna.tgz", &tar),
        // What it is counts, not what it is called.
        ("anna.zip", &tar),
        ("anna/upload_1234.zip", &zip),
        ("anna/upload.TGZ", &tar),
        ("anna/one deeper/upload.zip", &zip),
    ] {
        let taken = handed_in(name, bytes);
        assert_eq!(files(&taken), ["src/bin/echo-server.rs"], "{name}");
        assert_eq!(
            taken.files["src/bin/echo-server.rs"],
            REPOSITORY[2].as_bytes(),
            "{name}"
        );
        assert_eq!(
            ignored(&taken),
            [format!("{}: not a .rs file", REPOSITORY[3])],
            "{name}"
        );
    }
}

#[test]
fn both_lessons_come_out_of_one_archive_and_all_forms_have_one_source() {
    let paths = [
        "./lesson2/src/a.rs",
        "./lesson3/src/a.rs",
        "./lesson2/src/b/c.rs",
    ];
    let tree = Tree::new();
    tree.write("anna.zip", &packed::zip(&paths));
    tree.write("bob.tgz", &Tar::with(&paths).gz());
    for path in paths {
        tree.write(&format!("carl/{path}"), path.as_bytes());
    }
    let class = class(&tree.root);
    let sources = ["anna", "bob", "carl"].map(|student| {
        assert_eq!(
            files(&of(&class, student, "lesson3-sum-server")),
            ["src/a.rs"]
        );
        of(&class, student, "lesson2-echo")
            .source()
            .expect("there are files")
    });
    assert_eq!(sources[0], sources[1]);
    assert_eq!(sources[0], sources[2]);
}

#[test]
fn folders_of_lessons_count_before_an_archive_beside_them() {
    let tree = Tree::with(&["anna/2/src/a.rs", "bob/notes.txt"]);
    tree.write("anna/all.zip", &packed::zip(&["2/src/b.rs"]));
    tree.write("bob/1.zip", &packed::zip(&["2/src/b.rs"]));
    tree.write("bob/2.zip", &packed::zip(&["2/src/b.rs"]));
    let class = class(&tree.root);
    assert_eq!(files(&of(&class, "anna", "lesson2-echo")), ["src/a.rs"]);
    let bob = of(&class, "bob", "lesson2-echo").reason;
    assert_eq!(
        bob,
        "bob cannot be read: it holds several archives, 1.zip and 2.zip; leave one"
    );
    assert_eq!(
        class.notes,
        [
            "anna: all.zip was left, because there are folders of lessons beside it".to_owned(),
            format!("bob: {bob}"),
        ]
    );
}

#[test]
fn paths_that_lead_out_of_an_archive_are_left() {
    let paths = [
        "../2/src/up.rs",
        "/2/src/root.rs",
        "2/src/../../../x.rs",
        "2\\src\\windows.rs",
        "2/src/good.rs",
    ];
    let zip = packed::zip_with(|zip| {
        for path in paths {
            zip.start_file(path, SimpleFileOptions::default()).unwrap();
        }
    });
    for (name, bytes) in [("anna.zip", zip), ("anna.tgz", Tar::with(&paths).gz())] {
        let taken = handed_in(name, &bytes);
        assert_eq!(files(&taken), ["src/good.rs"], "{name}");
        let left = taken
            .ignored
            .iter()
            .filter(|ignored| ignored.why.starts_with("its path "));
        assert_eq!(left.count(), 4, "{name}: {:?}", ignored(&taken));
    }
}

#[test]
fn links_and_devices_of_a_tar_are_left() {
    let mut tar = Tar::with(&["2/src/good.rs"]);
    tar.add("2/src/link.rs", EntryType::Symlink, b"");
    tar.add("2/src/hard.rs", EntryType::Link, b"");
    tar.add("2/src/null.rs", EntryType::Char, b"");
    tar.add("2/src/disk.rs", EntryType::Block, b"");
    tar.add("2/src/pipe.rs", EntryType::Fifo, b"");
    tar.add("2/src/odd.rs", EntryType::new(b'Q'), b"");
    tar.add("2/src/twice.rs", EntryType::Regular, b"one");
    tar.add("2/src/twice.rs", EntryType::Regular, b"two");
    let taken = handed_in("anna.tar.gz", &tar.gz());
    assert_eq!(files(&taken), ["src/good.rs"]);
    assert_eq!(
        ignored(&taken),
        [
            "2/src/disk.rs: a device",
            "2/src/hard.rs: a hard link",
            "2/src/link.rs: a link",
            "2/src/null.rs: a device",
            "2/src/odd.rs: of an unknown kind",
            "2/src/pipe.rs: a pipe",
            "2/src/twice.rs: more than once in the archive",
        ]
    );
}

#[test]
fn links_pipes_and_encrypted_files_of_a_zip_are_left() {
    let options = SimpleFileOptions::default();
    let mut zip = packed::zip_with(|zip| {
        packed::add(zip, "2/src/good.rs", b"good");
        zip.add_symlink("2/src/link.rs", "/etc/passwd", options)
            .unwrap();
        packed::add(zip, "2/src/secret.rs", b"secret");
        packed::add(zip, "2/src/pipe.rs", b"");
    });
    // The directory's entry of a file: its flags are 8 bytes after the signature, its mode in the upper half of 4 bytes at 38.
    let entry = |zip: &[u8], name: &str| {
        let name = zip
            .windows(name.len())
            .rposition(|window| window == name.as_bytes());
        name.unwrap() - 46
    };
    let secret = entry(&zip, "2/src/secret.rs");
    zip[secret + 8] |= 1;
    let pipe = entry(&zip, "2/src/pipe.rs");
    zip[pipe + 40..pipe + 42].copy_from_slice(&0o010_644_u16.to_le_bytes());
    let taken = handed_in("anna.zip", &zip);
    assert_eq!(files(&taken), ["src/good.rs"]);
    assert_eq!(
        ignored(&taken),
        [
            "2/src/link.rs: a link",
            "2/src/pipe.rs: a device or a pipe",
            "2/src/secret.rs: encrypted"
        ]
    );
}

#[test]
fn long_names_are_read_in_both_dialects_of_tar() {
    let folder = "f".repeat(120);
    let path = format!("{folder}/exercises/lesson2-echo/src/long.rs");
    let mut gnu = Tar::default();
    gnu.add(
        "pax_global_header",
        EntryType::XGlobalHeader,
        b"30 comment=0123456789abcdef01\n",
    );
    gnu.add(
        "././@LongLink",
        EntryType::GNULongName,
        format!("{path}\0").as_bytes(),
    );
    gnu.add(&path[..100], EntryType::Regular, b"gnu");
    let mut pax = Tar::default();
    let record = format!(" path={path}\n");
    pax.add(
        "pax",
        EntryType::XHeader,
        format!("{}{record}", record.len() + 3).as_bytes(),
    );
    pax.add("short", EntryType::Regular, b"pax");
    for (tar, contents) in [(gnu, "gnu"), (pax, "pax")] {
        let taken = handed_in("anna.tgz", &tar.gz());
        assert_eq!(
            taken.files.get("src/long.rs").map(Vec::as_slice),
            Some(contents.as_bytes()),
            "{}",
            taken.reason
        );
    }
}

#[test]
fn what_is_no_archive_says_so() {
    check_refused("anna.zip", b"", "it is empty");
    check_refused("anna.tgz", b"hello", "it is neither a .zip nor a .tar.gz");
    check_refused(
        "anna.zip",
        b"Rar!\x1a\x07\x01\x00",
        "it is a RAR archive; pack it again as .zip or .tar.gz",
    );
    check_refused(
        "anna.zip",
        b"7z\xbc\xaf\x27\x1c",
        "it is a 7z archive; pack it again as .zip or .tar.gz",
    );
    for name in ["anna.rar", "anna.7z", "anna.tar.xz", "anna.tar"] {
        let reason = format!(
            "{name} was not opened: it is of a kind that is not read here; pack it again as .zip or .tar.gz"
        );
        assert_eq!(handed_in(name, b"x").reason, reason);
    }
    let inside = handed_in("anna/work.rar", b"x").reason;
    assert_eq!(
        inside,
        "anna cannot be read: work.rar is of a kind that is not read here; pack it again as .zip or .tar.gz"
    );
}
