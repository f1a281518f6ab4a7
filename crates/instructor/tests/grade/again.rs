//! A class that is graded again, by somebody who says less the second time: what was decided stays, and who goes is named.

use crate::class::Class;
use crate::hall::GRADE;
use crate::hall::Hall;
use crate::hall::Said;
use crate::hall::has_cells;
use std::collections::BTreeMap;
use std::fs;

const ROSTER: &str =
    "id,name,e-mail\nada,Ada Lovelace,ada@x.example\nben,Ben,\nmia,Mia,\nnew,New,\n";

#[test]
fn what_was_decided_once_stays_and_who_goes_is_named() {
    if !has_cells() {
        return;
    }
    let hall = Hall::new("again");
    let class = Class::new(&hall.path("class"));
    class.broken_source("ada");
    class.broken_source("ben");
    class.skeleton("new");
    let loose = class.folder().join("loose");
    fs::create_dir(&loose).expect("a folder can be made");
    for name in ["greeter.rs", "echo-server.rs", "notes.txt"] {
        fs::write(loose.join(name), "fn main() {}\n").expect("a file can be written");
    }
    fs::write(hall.path("roster.csv"), ROSTER).expect("a roster can be written");
    let run = |more: &[&str]| hall.expect(&[&GRADE, more].concat());
    let first = run(&["--roster", "roster.csv", "--feedback", "hints"]);
    says_what_could_not_be_taken(&hall, &first);
    let pages = |id: &str| hall.path(&format!("out/feedback/{id}.md"));
    let page = fs::read_to_string(pages("ada")).expect("there is a page");

    // Less is said, and two have gone; one of them was on the roster only.
    fs::remove_dir_all(class.folder().join("ben")).expect("it can be removed");
    let second = run(&[]);
    assert!(
        second
            .stderr
            .contains("0 submissions to judge, 2 judged before, 1 of which"),
        "{second:?}"
    );
    let gone = "no longer in the grades: \"ben\", \"mia\", of an earlier run";
    assert!(second.stderr.contains(gone), "{second:?}");
    assert!(
        second
            .stdout
            .ends_with("2 notes about submissions and roster: out/notes.txt\n"),
        "{second:?}"
    );
    let rows = rows(&hall);
    assert_eq!(
        rows.keys().map(String::as_str).collect::<Vec<_>>(),
        ["ada", "loose", "new"]
    );
    assert_eq!(
        (&*rows["ada"]["name"], &*rows["ada"]["email"]),
        ("Ada Lovelace", "ada@x.example")
    );
    assert_eq!(
        fs::read_to_string(pages("ada")).expect("there is a page"),
        page
    );
    let level = fs::read_to_string(hall.path("out/feedback-level"));
    assert_eq!(level.expect("it is kept"), "hints\n");

    // With a roster of other ids nothing is graded, and nothing changes.
    fs::write(hall.path("numbers.csv"), "id,name\n1,Ada\n").expect("a roster can be written");
    let refused = hall.run(&[&GRADE[..], &["--roster", "numbers.csv"]].concat());
    assert_eq!(refused.code, Some(2), "{refused:?}");
    let words = "none of the 3 submissions is on the roster: its ids (1) must be the names of the folders or archives (ada, loose, new)";
    assert!(refused.stderr.contains(words), "{refused:?}");
    assert_eq!(self::rows(&hall), rows);
}

fn says_what_could_not_be_taken(hall: &Hall, said: &Said) {
    let note = "loose: handed in, but nothing could be taken for lesson2-echo: there is no folder lesson2-echo, lesson2 or 2, and none \
                in exercises either; there are echo-server.rs, greeter.rs and 1 more";
    assert!(said.stderr.contains(&format!("note: {note}\n")), "{said:?}");
    let notes = fs::read_to_string(hall.path("out/notes.txt")).expect("there are notes");
    assert_eq!(notes, format!("loose is not on the roster\n{note}\n"));
    // Two have handed in the same.
    let planned =
        "2 submissions to judge, 1 with nothing handed in, 1 of which nothing could be taken\n";
    assert!(said.stderr.contains(planned), "{said:?}");
    let end = "1 without a submission; 1 handed in, but nothing could be taken (see the notes)";
    assert!(said.stdout.contains(end), "{said:?}");
    let rows = rows(hall);
    let cell = |id: &str, column: &str| rows[id][&format!("lesson2-echo {column}")].clone();
    for (id, state) in [
        ("ada", "not built"),
        ("loose", "nothing taken"),
        ("mia", "missing"),
        ("new", "graded"),
    ] {
        assert_eq!(cell(id, "state"), state, "{id}");
        assert_eq!(cell(id, "points"), "0", "{id}");
        assert!(hall.path("out").join(&rows[id]["feedback"]).is_file());
    }
    assert!(
        cell("new", "reason").starts_with("not started: greeter, echo-server, "),
        "{}",
        cell("new", "reason")
    );
}

/// `grades.csv` by student and column.
fn rows(hall: &Hall) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut table = csv::Reader::from_path(hall.path("out/grades.csv")).expect("there are grades");
    let heading = table.headers().expect("there is a heading").clone();
    let row = |row: csv::StringRecord| {
        let cells = heading.iter().zip(&row);
        let cells: BTreeMap<String, String> = cells
            .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
            .collect();
        (cells["id"].clone(), cells)
    };
    table
        .records()
        .map(|found| row(found.expect("a row is text")))
        .collect()
}
