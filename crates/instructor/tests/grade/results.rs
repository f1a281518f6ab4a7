//! Everything that a run has written, without what may differ between two runs: durations, times, and the numbers of processes.

use classroom::Verdict;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The results in one folder, by their paths.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Results(BTreeMap<String, String>);

impl Results {
    /// The verdicts as [`classroom::comparable`] has them, `plan.json` and `grades.csv` byte by byte, and the pages of feedback without their
    /// timelines' times.
    pub(crate) fn of(folder: &Path) -> Results {
        let mut results = BTreeMap::new();
        for file in files(&folder.join("verdicts")) {
            let text = read(&file);
            let verdict: Verdict = serde_json::from_str(&text)
                .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            let value = classroom::comparable(&verdict);
            let pretty = serde_json::to_string_pretty(&value).expect("a value is JSON");
            results.insert(name(folder, &file), pretty);
        }
        for file in files(&folder.join("feedback")) {
            results.insert(name(folder, &file), without_times(&read(&file)));
        }
        for file in ["plan.json", "grades.csv", "notes.txt"] {
            results.insert(file.to_owned(), read(&folder.join(file)));
        }
        assert!(
            !folder.join("unfinished").exists(),
            "it has come to its end"
        );
        Results(results)
    }

    /// How many verdicts there are.
    pub(crate) fn verdicts(&self) -> usize {
        let is_verdict = |name: &&String| name.starts_with("verdicts/");
        self.0.keys().filter(is_verdict).count()
    }

    /// Fails with the first line that is not the same in both.
    pub(crate) fn expect_same(&self, other: &Results, what: &str) {
        let names = |results: &Results| -> Vec<String> { results.0.keys().cloned().collect() };
        assert_eq!(names(self), names(other), "{what}: other files");
        for (name, text) in &self.0 {
            let mut pairs = text.lines().zip(other.0[name].lines());
            if let Some((one, other)) = pairs.find(|(one, other)| one != other) {
                panic!("{what}: {name} is not the same:\n  {one}\n  {other}");
            }
            assert_eq!(
                *text, other.0[name],
                "{what}: {name} is longer in one of them"
            );
        }
    }
}

/// The bytes of everything below `feedback/`, and of `grades.csv`.
pub(crate) fn exports(folder: &Path) -> BTreeMap<String, String> {
    let mut all = files(&folder.join("feedback"));
    all.push(folder.join("grades.csv"));
    all.into_iter()
        .map(|file| (name(folder, &file), read(&file)))
        .collect()
}

/// A page without the words that hold a time or a process's number: `0.4 ms`, `(pid 17)`. How wide a time is moves what stands beside it, so
/// runs of blanks become one.
fn without_times(page: &str) -> String {
    const UNITS: [&str; 4] = ["ns", "us", "ms", "s"];
    let mut left = String::new();
    for line in page.lines() {
        let mut words: Vec<&str> = Vec::new();
        for word in line.split_whitespace() {
            let plain = word.trim_end_matches([',', '.', ';', ':', ')', '|']);
            let is_number = |word: &&str| word.parse::<f64>().is_ok();
            if UNITS.contains(&plain) && words.last().is_some_and(is_number) {
                words.pop();
                words.push("TIME");
            } else if words.last() == Some(&"(pid") {
                words.push("NUMBER)");
            } else {
                words.push(word);
            }
        }
        left.push_str(&words.join(" "));
        left.push('\n');
    }
    left
}

fn name(folder: &Path, file: &Path) -> String {
    let name = file.strip_prefix(folder).expect("it is below the folder");
    name.display().to_string()
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// All files below a folder.
pub(crate) fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}
