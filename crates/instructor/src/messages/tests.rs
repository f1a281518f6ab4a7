//! What an instructor reads, word for word.

use super::*;

#[test]
fn who_forced_a_run_goes_on_without_force() {
    let done = Summary {
        judged: 3,
        left: 8,
        ..Summary::default()
    };
    assert_eq!(
        interruption(&done, false),
        "interrupted: 3 judged, 8 left; the same command goes on from here"
    );
    assert_eq!(
        interruption(&done, true),
        "interrupted: 3 judged, 8 left; without --force the command goes on from here"
    );
}

/// A class of seven of which two have pages.
fn outputs(part: Option<&str>) -> Outputs {
    let part = part.map(|text| classroom::Partition::parse(text, &|_| None).expect("a part"));
    Outputs {
        pages: 2,
        students: 7,
        part,
        lessons: Vec::new(),
        most_failed: Vec::new(),
        without: vec![("ada".to_owned(), "lesson2-echo".to_owned())],
    }
}

#[test]
fn a_part_says_that_it_is_one_and_counts_its_own_pages() {
    let done = Summary::default();
    let end = |part| end_of_run(&done, &outputs(part), Path::new("out"), false);
    let files = "out/grades.csv\nout/feedback   for 2 students\n";
    assert_eq!(end(None), files);
    let part = "this is part 1/2: 2 of 7 students; cargo xtask merge DIR... --out DIR puts the parts together\n";
    assert_eq!(end(Some("1/2")), format!("{files}{part}"));
    assert_eq!(
        without(&outputs(None)),
        "1 submission without a verdict: grade once more\n"
    );
    assert_eq!(
        without(&outputs(Some("1/2"))),
        "1 submission without a verdict, since this is part 1/2: grade once more, or merge the other parts\n"
    );
}

#[test]
fn a_lesson_is_a_line_that_says_of_whom_it_speaks() {
    let nobody = LessonSummary {
        lesson: "lesson4-blackjack".to_owned(),
        students: 7,
        missing: 7,
        untaken: 0,
        broken: 0,
        not_built: 0,
        weak: 0,
        full_marks: 0,
        spread: None,
    };
    assert_eq!(
        lesson_line(&nobody),
        "lesson4-blackjack       7 without a submission"
    );
    let some = LessonSummary {
        missing: 1,
        untaken: 2,
        broken: 1,
        spread: Some(classroom::exports::Spread {
            lowest: 0,
            median: 78.5,
            highest: 111,
            maximum: 111,
        }),
        ..nobody
    };
    assert_eq!(
        lesson_line(&some),
        "lesson4-blackjack       points of those who handed in: 0 to 111 of 111, median 78.5; 1 without a submission; 2 handed in, but \
         nothing could be taken (see the notes); 1 broken (our fault)"
    );
}
