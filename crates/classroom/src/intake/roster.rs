//! The roster: who is in the class, as a CSV file.

use super::taken::shown;
use crate::student::Student;
use anyhow::Context;
use anyhow::bail;
use csv::StringRecord;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What a roster has said.
#[derive(Debug, Default)]
pub(super) struct Roster {
    pub(super) students: BTreeMap<String, Student>,
    pub(super) notes: Vec<String>,
}

/// The largest roster, in bytes.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Reads a roster: id, name and e-mail in this order, or in columns that are called so. `,`, `;` and tabs are understood as delimiters.
///
/// # Errors
/// Where the file cannot be read or understood, or names nobody.
pub(super) fn read(path: &Path) -> anyhow::Result<Roster> {
    let file = path.display();
    let metadata =
        fs::metadata(path).with_context(|| format!("failed to read the roster {file}"))?;
    if !metadata.is_file() || metadata.len() > LARGEST {
        bail!(
            "{file} is no roster: a CSV file of at most 16 MiB is expected, with the columns id, name, e-mail"
        );
    }
    let bytes = fs::read(path).with_context(|| format!("failed to read the roster {file}"))?;
    let Ok(text) = str::from_utf8(&bytes) else {
        bail!("the roster {file} is not UTF-8; in Excel, save it as `CSV UTF-8`");
    };
    if text.matches('"').count() % 2 == 1 {
        bail!(
            "the roster {file} holds a quotation mark without its partner, so lines would be lost; write \"\" for a single one inside a quoted text"
        );
    }
    let roster = parse(
        text,
        &path
            .file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy(),
    )
    .with_context(|| format!("failed to read the roster {file}"))?;
    if roster.students.is_empty() {
        bail!("the roster {file} names no student; a line for each is expected: id,name,e-mail");
    }
    Ok(roster)
}

fn parse(text: &str, file: &str) -> anyhow::Result<Roster> {
    let (delimiter, text) = delimiter(text.strip_prefix('\u{feff}').unwrap_or(text));
    let mut lines = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut roster = Roster::default();
    let mut columns = None;
    for record in lines.records() {
        let record = record?;
        let line = record.position().map_or(0, csv::Position::line);
        let blank = record.iter().all(|cell| cell.trim().is_empty());
        let Some(columns) = &columns else {
            if blank {
                continue;
            }
            let named = Columns::named(&record)?;
            if named.is_none() {
                let student = Columns::default().student(&record);
                roster.notes.push(format!(
                    "the first line of {file} is no header, and was taken for a student: {}",
                    shown(student.id.as_bytes())
                ));
                roster.add(student, line, file);
            }
            columns = Some(named.unwrap_or_default());
            continue;
        };
        if record.iter().any(|cell| cell.contains('\n')) {
            roster.notes.push(format!(
                "the lines from {line} of {file} on are one entry, because of quotation marks around them; if they are not, take the marks away"
            ));
        }
        if !blank {
            roster.add(columns.student(&record), line, file);
        }
    }
    Ok(roster)
}

impl Roster {
    fn add(&mut self, student: Student, line: u64, file: &str) {
        if student.id.is_empty() {
            let who = shown(
                format!("{} {}", student.name, student.email)
                    .trim()
                    .as_bytes(),
            );
            self.notes.push(format!(
                "line {line} of {file} has no id, and was left out: {who}"
            ));
        } else if let Some(known) = self.students.get(&student.id) {
            if *known != student {
                let id = shown(student.id.as_bytes());
                self.notes.push(format!("line {line} of {file} names {id} once more, in another way; the first line counts"));
            }
        } else {
            self.students.insert(student.id.clone(), student);
        }
    }
}

/// Which column holds what.
#[derive(Debug)]
struct Columns {
    id: usize,
    names: Vec<usize>,
    email: Option<usize>,
}

impl Default for Columns {
    fn default() -> Columns {
        Columns {
            id: 0,
            names: vec![1],
            email: Some(2),
        }
    }
}

const IDS: [&str; 7] = [
    "id",
    "student id",
    "id number",
    "username",
    "user",
    "login",
    "student",
];
const NAMES: [&str; 3] = ["name", "full name", "student name"];
const FIRST_NAMES: [&str; 2] = ["first name", "firstname"];
const LAST_NAMES: [&str; 4] = ["last name", "lastname", "surname", "family name"];
const EMAILS: [&str; 4] = ["e-mail", "email", "email address", "e-mail address"];

impl Columns {
    /// The columns by their names; `None` where this line is no header. No student's id is `id`, and no student's e-mail `e-mail`.
    ///
    /// # Errors
    /// Where it is a header, and nobody can tell which column is the id.
    fn named(header: &StringRecord) -> anyhow::Result<Option<Columns>> {
        let cells: Vec<String> = header
            .iter()
            .map(|cell| cell.trim().to_lowercase().replace('_', " "))
            .collect();
        let column = |words: &[&str]| {
            words
                .iter()
                .find_map(|word| cells.iter().position(|cell| cell == word))
        };
        let (id, email) = (column(&IDS), column(&EMAILS));
        let names = match column(&NAMES) {
            Some(name) => vec![name],
            None => [column(&FIRST_NAMES), column(&LAST_NAMES)]
                .into_iter()
                .flatten()
                .collect(),
        };
        let has_others = email.is_some() || !names.is_empty();
        // A single word may be somebody's id after all: the user `student`.
        match id.filter(|id| cells[*id] == "id" || has_others) {
            Some(id) => Ok(Some(Columns { id, names, email })),
            None if has_others => bail!(
                "its first line names columns, and none for the ids: call one {}; ids must be the names of the folders or archives that were handed in",
                IDS.join(", ")
            ),
            None => Ok(None),
        }
    }

    fn student(&self, record: &StringRecord) -> Student {
        let cell = |column: usize| record.get(column).unwrap_or("").trim().to_owned();
        let names: Vec<String> = self.names.iter().map(|column| cell(*column)).collect();
        Student {
            id: cell(self.id),
            name: names.join(" ").trim().to_owned(),
            email: self.email.map(cell).unwrap_or_default(),
        }
    }
}

/// The delimiter of this text, and the text without the line with which Excel names it.
fn delimiter(text: &str) -> (u8, &str) {
    let first = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or("");
    if let Some(named) = first.strip_prefix("sep=")
        && let [delimiter @ (b',' | b';' | b'\t')] = named.trim_end_matches('\r').as_bytes()
    {
        return (
            *delimiter,
            text.split_once('\n').map_or("", |(_, rest)| rest),
        );
    }
    let mut quoted = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    for byte in first.bytes() {
        quoted ^= byte == b'"';
        for (delimiter, count) in &mut counts {
            *count += usize::from(!quoted && byte == *delimiter);
        }
    }
    // Of equally frequent ones the comma counts, which comes first.
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    (most.map_or(b',', |(delimiter, _)| *delimiter), text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `id|name|email` of each student, and the notes.
    fn check(text: &str, expected: &[&str], notes: &[&str]) {
        let roster = parse(text, "class.csv").unwrap();
        let found: Vec<String> = roster
            .students
            .values()
            .map(|student| format!("{}|{}|{}", student.id, student.name, student.email))
            .collect();
        assert_eq!(found, expected, "{text:?}");
        assert_eq!(roster.notes, notes, "{text:?}");
    }

    #[test]
    fn a_roster_has_a_header_or_none() {
        let anna = ["anna|Anna A.|a@x.example", "bob|Bob|"];
        let first = ["the first line of class.csv is no header, and was taken for a student: anna"];
        check("anna,Anna A.,a@x.example\nbob,Bob\n", &anna, &first);
        check(
            "id,name,e-mail\nanna,Anna A.,a@x.example\nbob,Bob,",
            &anna,
            &[],
        );
        check(
            "\u{feff}E-Mail;Name;ID\r\na@x.example;Anna A.;anna\r\n;Bob;bob\r\n",
            &anna,
            &[],
        );
        check(
            "sep=;\r\nanna;Anna A.;a@x.example\r\nbob;Bob\r\n",
            &anna,
            &first,
        );
        check(
            "First name\tSurname\tID number\tEmail address\nAnna\tA.\tanna\ta@x.example\nBob\t\tbob\t\n",
            &anna,
            &[],
        );
        check(
            "\n\n  anna , Anna A. , a@x.example ,more\n,,\n\"bob\",\"Bob\"\n",
            &anna,
            &["the first line of class.csv is no header, and was taken for a student: anna"],
        );
        check(
            "student,Stu Dent,s@x.example\n",
            &["student|Stu Dent|s@x.example"],
            &["the first line of class.csv is no header, and was taken for a student: student"],
        );
    }

    #[test]
    fn a_header_without_a_column_for_the_ids_is_refused() {
        for header in [
            "Matrikelnummer;Name;E-Mail",
            "Number,Full name",
            "email,group",
            "First name\tLast name\tnumber",
        ] {
            let refused = parse(&format!("{header}\n1,2,3\n"), "class.csv").unwrap_err();
            let refused = refused.to_string();
            let names = "id, student id, id number, username, user, login, student;";
            assert!(refused.contains(names), "{refused}");
            assert!(
                refused.contains("the names of the folders or archives"),
                "{refused}"
            );
        }
    }

    #[test]
    fn quoted_texts_may_hold_anything() {
        check(
            "\"x\ny\",\"=cmd(), \"\"A\"\"\",a\n",
            &["x\ny|=cmd(), \"A\"|a"],
            &["the first line of class.csv is no header, and was taken for a student: x\\u{a}y"],
        );
        check("id\n\"a;b\"\n", &["a;b||"], &[]);
        check("id,name\n\"a;b\",\"A;B;C\"\n", &["a;b|A;B;C|"], &[]);
    }

    #[test]
    fn no_line_is_lost_silently() {
        check(
            "id,name,e-mail\nanna,Anna\n,Nobody,n@x.example\nanna,Anna\nanna,Another\nANNA,Big\n",
            &["ANNA|Big|", "anna|Anna|"],
            &[
                "line 3 of class.csv has no id, and was left out: Nobody n@x.example",
                "line 5 of class.csv names anna once more, in another way; the first line counts",
            ],
        );
    }
}
