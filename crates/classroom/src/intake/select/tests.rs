//! What becomes of a lesson of which the machine does not let us read everything. As root no real folder refuses anything.

use super::*;

/// `2/src` with two files, of which one thing is refused.
struct Refusing {
    list: Option<(&'static str, ErrorKind)>,
    unseen: bool,
    read: bool,
    is_ours: bool,
}

const WHOLE: Refusing = Refusing {
    list: None,
    unseen: false,
    read: false,
    is_ours: true,
};

impl Tree for Refusing {
    fn list(&mut self, folder: &[u8]) -> io::Result<Vec<Entry>> {
        if let Some((_, kind)) = self.list.filter(|(name, _)| name.as_bytes() == folder) {
            return Err(kind.into());
        }
        let file = Kind::File {
            size: 1,
            shared: false,
        };
        let second = if self.unseen {
            Kind::Refused(UNSEEN)
        } else {
            file
        };
        let entries: &[(&str, Kind)] = match folder {
            b"" => &[("2", Kind::Folder), ("x", Kind::Folder)],
            b"2" => &[("src", Kind::Folder)],
            _ => &[("a.rs", file), ("b.rs", second)],
        };
        let entry = |(name, kind): &(&str, Kind)| Entry {
            name: name.as_bytes().to_vec(),
            kind: *kind,
        };
        Ok(entries.iter().map(entry).collect())
    }

    fn read(&mut self, wanted: &[Wanted]) -> Vec<Result<Vec<u8>, String>> {
        let refused = self.read;
        let answer = |wanted: &Wanted| match &*wanted.path {
            b"2/src/b.rs" if refused => Err("cannot be read: broken disk".to_owned()),
            _ => Ok(b" ".to_vec()),
        };
        wanted.iter().map(answer).collect()
    }

    fn is_ours(&self) -> bool {
        self.is_ours
    }
}

/// How many files are taken, whose affair it is, the reason and what somebody hears of it.
fn check(mut tree: Refusing, expected: (usize, Absence, &str, &[&str])) {
    let lesson = LessonFacts {
        name: "lesson2-echo",
        programs: &["a"],
    };
    let base = Base::find(&mut tree).expect("the root can be listed");
    let mut work = take(&mut tree, &base, &[lesson]);
    let taken = work.taken.remove(0);
    let got = (taken.files.len(), taken.absence, &*taken.reason);
    assert_eq!(got, (expected.0, expected.1, expected.2));
    assert_eq!(work.troubles, expected.3);
}

#[test]
fn what_the_machine_refuses_is_nobodys_missing_work() {
    check(WHOLE, (2, Absence::Missing, "", &[]));
    for folder in ["2", "2/src"] {
        let list = Some((folder, ErrorKind::PermissionDenied));
        let words = format!("{folder} cannot be read: permission denied");
        let refused = Refusing { list, ..WHOLE };
        check(refused, (0, Absence::Unread, &words, &[&words]));
    }
    let unseen = Refusing {
        unseen: true,
        ..WHOLE
    };
    let words = "2/src/b.rs is not to be read by us";
    check(unseen, (0, Absence::Unread, words, &[words]));
    let unread = Refusing {
        read: true,
        ..WHOLE
    };
    let words = "2/src/b.rs: cannot be read: broken disk";
    check(unread, (0, Absence::Unread, words, &[words]));
}

#[test]
fn a_damaged_archive_and_a_folder_without_end_are_the_students_own() {
    let damaged = Refusing {
        read: true,
        is_ours: false,
        ..WHOLE
    };
    let words = "2/src/b.rs: cannot be read: broken disk";
    check(damaged, (1, Absence::Missing, "", &[words]));
    let list = Some(("2", ErrorKind::QuotaExceeded));
    let endless = Refusing { list, ..WHOLE };
    let words = "2 cannot be read: quota exceeded";
    let note = format!("handed in, but nothing could be taken for lesson2-echo: {words}");
    check(endless, (0, Absence::NothingTaken, words, &[words, &note]));
}
