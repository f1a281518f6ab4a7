//! What comes out of a class's verdicts, byte for byte, and whatever the students have written.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod class;
mod hostile;

use class::class;
use class::page;
use classroom::Verdict;
use classroom::exports::Level;
use classroom::exports::level_of;
use classroom::exports::level_of_parts;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// Where this is set, the golden files are written instead of compared.
const BLESS: &str = "LOOPBACK_BLESS";

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// A folder of this test alone, empty.
fn scratch(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if path.exists() {
        fs::remove_dir_all(&path).unwrap();
    }
    fs::create_dir_all(&path).unwrap();
    path
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn check(expected: &Path, got: &[u8]) {
    if std::env::var_os(BLESS).is_some() {
        fs::create_dir_all(expected.parent().unwrap()).unwrap();
        fs::write(expected, got).unwrap();
        return;
    }
    let known = fs::read(expected).unwrap_or_default();
    assert!(
        known == got,
        "{} is no longer what comes out; if that is meant, run this test with {BLESS}=1 and look at the difference with git. It is now:\n{}",
        expected.display(),
        String::from_utf8_lossy(got)
    );
}

#[test]
fn grades_and_feedback_are_the_golden_ones() {
    for level in Level::ALL {
        let dir = scratch(&format!("golden-{}", level.name()));
        let written = classroom::exports::write_all(&dir, &class(), level, &page).unwrap();
        assert_eq!(names(&dir), ["feedback", "grades.csv"]);
        check(
            &golden().join("grades.csv"),
            &fs::read(&written.grades).unwrap(),
        );
        let expected = golden().join(level.name());
        for file in &written.feedback {
            let name = file.file_name().unwrap();
            check(&expected.join(name), &fs::read(file).unwrap());
        }
        assert_eq!(names(&dir.join("feedback")), names(&expected));
        assert_eq!(written.feedback.len(), 8);
        assert!(written.others.is_empty());
    }
}

#[test]
fn each_row_of_the_table_names_the_page_that_was_written() {
    let dir = scratch("pages");
    let written = classroom::exports::write_all(&dir, &class(), Level::Names, &page).unwrap();
    let mut table = csv::Reader::from_path(&written.grades).unwrap();
    let column = table
        .headers()
        .unwrap()
        .iter()
        .position(|name| name == "feedback");
    let named: Vec<PathBuf> = table
        .records()
        .map(|row| dir.join(&row.unwrap()[column.unwrap()]))
        .collect();
    assert_eq!(named, written.feedback);
}

#[test]
fn the_order_of_the_verdicts_decides_nothing() {
    let straight = class();
    let mut reversed = class();
    reversed.reverse();
    let mut turned = class();
    turned.rotate_left(5);
    for other in [reversed, turned] {
        assert_eq!(
            classroom::exports::grades_csv(&straight),
            classroom::exports::grades_csv(&other)
        );
        assert_eq!(
            classroom::exports::most_failed(&straight, 9),
            classroom::exports::most_failed(&other, 9)
        );
        assert_eq!(
            classroom::exports::summaries(&straight),
            classroom::exports::summaries(&other)
        );
    }
    let [one, two] = [0, 1].map(|place| &straight[place]);
    assert_eq!(
        classroom::exports::feedback(&[one, two], Level::Everything, &page),
        classroom::exports::feedback(&[two, one], Level::Everything, &page)
    );
}

#[test]
fn grades_and_summaries_need_no_conversations() {
    let whole = class();
    let mut forgotten = class();
    forgotten
        .iter_mut()
        .for_each(classroom::exports::forget_conversations);
    assert_eq!(
        classroom::exports::grades_csv(&whole),
        classroom::exports::grades_csv(&forgotten)
    );
    assert_eq!(
        classroom::exports::most_failed(&whole, 9),
        classroom::exports::most_failed(&forgotten, 9)
    );
    assert_eq!(
        classroom::exports::summaries(&whole),
        classroom::exports::summaries(&forgotten)
    );
    let size = |verdicts: &[Verdict]| serde_json::to_string(verdicts).unwrap().len();
    assert!(size(&forgotten) < size(&whole));
}

#[test]
fn what_somebody_else_put_there_stays_and_is_told() {
    let dir = scratch("others");
    let level = Level::Hints;
    classroom::exports::write_all(&dir, &class(), level, &page).unwrap();
    fs::write(dir.join("feedback/notes.txt"), "mine").unwrap();
    let smaller: Vec<Verdict> = class()
        .into_iter()
        .filter(|verdict| verdict.student.id != "ben")
        .collect();
    let written = classroom::exports::write_all(&dir, &smaller, level, &page).unwrap();
    let folder = dir.join("feedback");
    assert_eq!(
        written.others,
        [folder.join("ben.md"), folder.join("notes.txt")]
    );
    assert_eq!(
        fs::read_to_string(folder.join("notes.txt")).unwrap(),
        "mine"
    );
    assert!(folder.join("ben.md").is_file());
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_a_file_is_replaced_and_not_followed() {
    let dir = scratch("links");
    let victim = dir.join("victim");
    fs::write(&victim, "untouched").unwrap();
    fs::create_dir(dir.join("feedback")).unwrap();
    for place in ["grades.csv", "feedback/ada.md"] {
        std::os::unix::fs::symlink(&victim, dir.join(place)).unwrap();
    }
    classroom::exports::write_all(&dir, &class(), Level::Names, &page).unwrap();
    assert_eq!(fs::read_to_string(&victim).unwrap(), "untouched");
    for place in ["grades.csv", "feedback/ada.md"] {
        assert!(dir.join(place).symlink_metadata().unwrap().is_file());
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let dir = scratch("refused");
    fs::write(dir.join("feedback"), "a file where the folder should be").unwrap();
    let error = classroom::exports::write_all(&dir, &class(), Level::Names, &page).unwrap_err();
    assert!(error.to_string().contains("feedback"), "{error}");
}

#[test]
fn what_most_students_fail_comes_first() {
    let all = classroom::exports::most_failed(&class(), 99);
    let short: Vec<(&str, usize, usize)> = all
        .iter()
        .map(|check| (check.check.as_str(), check.failed, check.of))
        .collect();
    // Nobody fails here what was not started, not built, blocked, missing or broken.
    assert_eq!(
        short,
        [
            ("says-where", 1, 4),
            ("echoes-one-line", 1, 4),
            ("echoes-until-the-end", 1, 4),
            ("two-writes", 1, 4),
            ("survives-a-reset", 1, 3),
            ("adds", 1, 3),
        ]
    );
    assert_eq!(all[2].causes, [("no_answer".to_owned(), 1)]);
    assert_eq!(classroom::exports::most_failed(&class(), 2), all[..2]);
}

#[test]
fn the_class_is_summed_up_by_lesson() {
    let [echo, sum] = classroom::exports::summaries(&class()).try_into().unwrap();
    assert_eq!(echo.lesson, "lesson2-echo");
    assert_eq!(
        (echo.students, echo.missing, echo.broken, echo.not_built),
        (8, 0, 1, 2)
    );
    assert_eq!((echo.weak, echo.full_marks, echo.untaken), (1, 1, 1));
    // Of ada 14, ben 4, cai 0, dora 1, gus 9 and mallory 10.
    let spread = echo.spread.unwrap();
    assert_eq!((spread.lowest, spread.highest, spread.maximum), (0, 14, 14));
    assert_eq!(spread.median, 6.5);
    assert_eq!(
        (sum.students, sum.missing, sum.broken, sum.not_built),
        (7, 1, 1, 1)
    );
}

#[test]
fn a_level_is_known_by_its_name() {
    for level in Level::ALL {
        assert_eq!(level.name().parse(), Ok(level));
    }
    let error = "all".parse::<Level>().unwrap_err();
    assert_eq!(error, "\"all\" is no level; say names, hints or everything");
}

#[test]
fn a_folder_keeps_its_level_until_somebody_says_another() {
    let dir = scratch("level");
    let level = |asked| level_of(&dir, asked).unwrap();
    assert_eq!(level(None), Level::Everything);
    assert_eq!(level(Some(Level::Names)), Level::Names);
    assert_eq!(level(None), Level::Names);
    assert_eq!(level(Some(Level::Hints)), Level::Hints);
    assert_eq!(level(None), Level::Hints);
    // What cannot be understood is not taken for everything.
    fs::write(dir.join("feedback-level"), "all\n").unwrap();
    let refused = format!("{:#}", level_of(&dir, None).unwrap_err());
    assert!(
        refused.contains("--feedback") && refused.contains("feedback-level"),
        "{refused}"
    );
    assert_eq!(level(Some(Level::Names)), Level::Names);
    assert_eq!(level(None), Level::Names);
}

#[test]
fn parts_that_are_merged_keep_their_level_and_never_tell_more() {
    let dir = scratch("level-of-parts");
    let parts: Vec<PathBuf> = ["a", "b", "c"].map(|name| dir.join(name)).into();
    // The third one is of a time when folders kept no level.
    for (part, level) in parts.iter().zip([Level::Hints, Level::Hints]) {
        fs::create_dir(part).unwrap();
        level_of(part, Some(level)).unwrap();
    }
    let merged = |name: &str, asked| level_of_parts(&parts, &dir.join(name), asked).unwrap();
    assert_eq!(merged("one", None), (Level::Hints, None));
    level_of(&parts[1], Some(Level::Names)).unwrap();
    let (level, note) = merged("two", None);
    assert_eq!(level, Level::Names);
    let note = note.unwrap();
    assert!(note.contains("--feedback names and hints: names"), "{note}");
    assert_eq!(
        merged("three", Some(Level::Everything)),
        (Level::Everything, None)
    );
    // A folder's own counts before those of its parts.
    assert_eq!(merged("one", None), (Level::Hints, None));
    assert_eq!(merged("three", None), (Level::Everything, None));
}
