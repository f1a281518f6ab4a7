//! Archives that are damaged, or made to be too much.

use crate::archives::REPOSITORY;
use crate::archives::check_refused;
use crate::archives::handed_in;
use crate::class;
use crate::files;
use crate::ignored;
use crate::packed;
use crate::packed::Tar;
use crate::tree::Tree;
use std::io::Write;
use tar::EntryType;
use zip::write::SimpleFileOptions;

#[test]
fn a_damaged_archive_never_does_more_than_fail() {
    let mut random = 17_u64;
    let mut next = |below: usize| {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) as usize % below
    };
    let tree = Tree::new();
    let mut refused = 0;
    for (name, good) in [
        ("zip.zip", packed::zip(&REPOSITORY)),
        ("tar.tgz", Tar::with(&REPOSITORY).gz()),
    ] {
        for round in 0..300 {
            let mut bad = good.clone();
            for _ in 0..1 + next(8) {
                let place = next(bad.len());
                bad[place] = u8::try_from(next(256)).unwrap();
            }
            bad.truncate(if round % 3 == 0 {
                next(bad.len())
            } else {
                bad.len()
            });
            tree.write(name, &bad);
            let class = class(&tree.root);
            for submission in &class.submissions {
                let taken = &submission.taken;
                assert_ne!(taken.files.is_empty(), taken.reason.is_empty());
                refused += usize::from(taken.reason.contains("cannot be read"));
            }
        }
    }
    assert!(refused > 100, "{refused}");
}

#[test]
fn an_archive_that_is_cut_off_gives_nothing() {
    let paths: Vec<String> = (0..200)
        .map(|number| format!("2/src/m{number}.rs"))
        .collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    for (name, bytes) in [
        ("anna.zip", packed::zip(&paths)),
        ("anna.tgz", Tar::with(&paths).gz()),
    ] {
        let taken = handed_in(name, &bytes[..bytes.len() - 100]);
        assert!(taken.files.is_empty(), "{name}");
        assert!(
            taken
                .reason
                .starts_with(&format!("{name} cannot be read: it is damaged: ")),
            "{}",
            taken.reason
        );
    }
}

#[test]
fn a_zip_that_hides_gigabytes_costs_nothing() {
    let zeros = vec![0; 1 << 20];
    let mut bomb = packed::zip_with(|zip| {
        zip.start_file(
            "2/src/bomb.rs",
            SimpleFileOptions::default().large_file(true),
        )
        .unwrap();
        for _ in 0..64 {
            zip.write_all(&zeros).unwrap();
        }
        packed::add(zip, "2/src/good.rs", b"good");
        zip.start_file("2/src/liar.rs", SimpleFileOptions::default())
            .unwrap();
        zip.write_all(&zeros).unwrap();
    });
    // The liar claims to have 10 bytes.
    let name = b"2/src/liar.rs";
    let at = bomb
        .windows(name.len())
        .rposition(|window| window == name)
        .unwrap()
        - 46;
    bomb[at + 24..at + 28].copy_from_slice(&10_u32.to_le_bytes());
    let taken = handed_in("anna.zip", &bomb);
    assert_eq!(files(&taken), ["src/good.rs"]);
    let left = ignored(&taken);
    assert_eq!(left.len(), 2, "{left:?}");
    assert_eq!(left[0], "2/src/bomb.rs: larger than 256 KiB");
    assert!(
        left[1].starts_with("2/src/liar.rs: it cannot be read: "),
        "{left:?}"
    );
}

#[test]
fn archives_with_too_much_in_them_are_refused() {
    let mut many = Tar::default();
    let many_zip = packed::zip_with(|zip| {
        for number in 0..20_001 {
            packed::add(zip, &format!("x/{number}/"), b"");
            many.header(&format!("x/{number}/"), EntryType::Directory, 0);
        }
    });
    let reason = "it holds more than 20000 entries; leave `target` out";
    check_refused("anna.zip", &many_zip, reason);
    check_refused("anna.tgz", &many.gz(), reason);
    let mut name = Tar::default();
    name.add(
        "././@LongLink",
        EntryType::GNULongName,
        &vec![b'a'; 1024 * 1024 + 1],
    );
    check_refused(
        "anna.tgz",
        &name.gz(),
        "it is damaged: a header of more than 1 MiB",
    );
    let long_names = packed::zip_with(|zip| {
        for number in 0..100 {
            packed::add(zip, &format!("{number}{}", "/a".repeat(30_000)), b"");
        }
    });
    check_refused(
        "anna.zip",
        &long_names,
        "the names in it are more than 4 MiB together",
    );
    let mut sparse = Tar::with(&["2/src/a.rs"]);
    sparse.add("2/src/b.rs", EntryType::GNUSparse, b"");
    check_refused(
        "anna.tgz",
        &sparse.gz(),
        "it holds a file with holes; pack it again without `--sparse`",
    );
}

#[test]
fn a_tar_bomb_is_read_no_further_than_256_mib() {
    let mut tar = Tar::with(&["2/src/good.rs"]);
    tar.header("zeros", EntryType::Regular, 8 << 30);
    // Not one tar but many gzip streams, the second of which stands there 300 times: 1 MiB of zeros each.
    let mut bomb = tar.gz();
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(&vec![0; 1 << 20]).unwrap();
    let zeros = encoder.finish().unwrap();
    for _ in 0..300 {
        bomb.extend(&zeros);
    }
    check_refused(
        "anna.tgz",
        &bomb,
        "it holds more than 256 MiB; leave `target` out",
    );
}
