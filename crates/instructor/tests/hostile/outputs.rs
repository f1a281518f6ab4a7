//! What comes out beside the verdicts: nothing in it may command a terminal, a spreadsheet or a browser.

use std::fs;
use std::path::Path;

/// What is wrong with the grades, the feedback and the words on the terminal.
pub(crate) fn problems(out: &Path, students: usize, terminal: &str) -> Vec<String> {
    let mut problems = grades(&out.join("grades.csv"), students);
    let feedback = crate::place::texts(&out.join("feedback"));
    if feedback.len() < students {
        problems.push(format!(
            "{} pages of feedback for {students} students",
            feedback.len()
        ));
    }
    for (path, text) in feedback {
        if let Some(letter) = commanding(&text) {
            problems.push(format!("{} holds {letter:?}", path.display()));
        }
        let outside = outside_code(&text);
        for word in ["<img", "<script", "\n# Full marks", "](javascript:"] {
            if outside.contains(word) {
                problems.push(format!("{} holds {word:?} outside of code", path.display()));
            }
        }
    }
    if let Some(letter) = commanding(terminal) {
        problems.push(format!("the terminal got {letter:?}"));
    }
    problems
}

/// A row for each student, and no cell that a spreadsheet would compute.
fn grades(path: &Path, students: usize) -> Vec<String> {
    let text = fs::read_to_string(path).expect("there are grades");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let rows: Result<Vec<csv::StringRecord>, csv::Error> = reader.records().collect();
    let rows = match rows {
        Ok(rows) => rows,
        Err(error) => return vec![format!("grades.csv: {error}")],
    };
    let mut problems = Vec::new();
    if rows.len() != students + 1 {
        problems.push(format!(
            "grades.csv has {} rows for {students} students",
            rows.len()
        ));
    }
    for cell in rows.iter().flatten() {
        if cell
            .trim_start()
            .starts_with(['=', '+', '-', '@', '\t', '\r'])
        {
            problems.push(format!("grades.csv has the cell {cell:?}"));
        }
        if let Some(letter) = cell
            .chars()
            .find(|letter| letter.is_control() && *letter != '\n')
        {
            problems.push(format!("grades.csv holds {letter:?}"));
        }
    }
    problems
}

/// A character that a terminal would obey, or that turns the direction of writing.
fn commanding(text: &str) -> Option<char> {
    let commands = |letter: &char| {
        let turns = matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        turns || (letter.is_control() && !matches!(letter, '\n' | '\t'))
    };
    text.chars().find(commands)
}

/// A page without what Markdown shows as it is: fenced blocks, and spans between backticks.
fn outside_code(page: &str) -> String {
    let mut outside = String::from("\n");
    let mut fence: Option<usize> = None;
    for line in page.lines() {
        let ticks = line
            .trim_start()
            .bytes()
            .take_while(|byte| *byte == b'`')
            .count();
        match fence {
            Some(opened) if ticks >= opened && line.trim().bytes().all(|byte| byte == b'`') => {
                fence = None
            }
            Some(_) => {}
            None if ticks >= 3 => fence = Some(ticks),
            None => {
                outside.push_str(&without_spans(line));
                outside.push('\n');
            }
        }
    }
    outside
}

/// A line without the spans between as many backticks as opened them.
fn without_spans(line: &str) -> String {
    let mut kept = String::new();
    let mut rest = line;
    while let Some(start) = rest.find('`') {
        let ticks = rest[start..]
            .bytes()
            .take_while(|byte| *byte == b'`')
            .count();
        let fence = "`".repeat(ticks);
        kept.push_str(&rest[..start]);
        rest = &rest[start + ticks..];
        match rest.find(&fence) {
            Some(end) => rest = &rest[end + ticks..],
            None => kept.push_str(&fence),
        }
    }
    kept + rest
}
