//! The five lessons of the course, and what a user may call them.

use anyhow::Result;
use anyhow::bail;
use grader::Check;
use grader::Lesson;

/// All five, in order.
pub(crate) const COURSE: [&Lesson; 5] = [
    &lesson1_address_lookup_checks::LESSON,
    &lesson2_echo::LESSON,
    &lesson3_sum_server_checks::LESSON,
    &lesson4_blackjack_checks::LESSON,
    &lesson5_select_checks::LESSON,
];

/// The lesson that somebody calls `2`, `lesson2` or `lesson2-echo`.
///
/// # Errors
/// Where there is none, with the nearest name.
pub(crate) fn find(text: &str) -> Result<&'static Lesson> {
    // A path is as good as a name: it is what a shell completes, and what an editor knows.
    let mut parts = text.split(['/', '\\']);
    let found = parts.find_map(|part| COURSE.iter().find(|lesson| is_called(lesson.name, part)));
    if let Some(lesson) = found {
        return Ok(lesson);
    }
    if let Ok((lesson, name)) = program(text) {
        let short = short(lesson.name);
        bail!(
            "{name} is a program of {short}: say {short} {name}, as in `cargo xtask check {short} {name}`"
        );
    }
    let names = COURSE
        .iter()
        .flat_map(|lesson| [lesson.name, short(lesson.name)]);
    let advice = nearest(text, names).map_or_else(
        || "`cargo xtask list` shows the lessons".to_owned(),
        |name| format!("did you mean {name}?"),
    );
    bail!("no lesson named {text}; {advice}");
}

/// `lesson2`, for commands that people type.
pub(crate) fn short(name: &str) -> &str {
    name.split('-').next().unwrap_or(name)
}

/// The checks that somebody calls by their names, a part of them, or their program's name; all for no words.
///
/// # Errors
/// Where a word means no check, with the nearest name.
pub(crate) fn select(lesson: &'static Lesson, words: &[String]) -> Result<Vec<&'static Check>> {
    if words.is_empty() {
        return Ok(lesson.checks().collect());
    }
    let mut chosen: Vec<&'static Check> = Vec::new();
    for word in words {
        let exact: Vec<&Check> = lesson
            .checks()
            .filter(|check| check.name == word || check.program == word)
            .collect();
        let found = if exact.is_empty() {
            lesson
                .checks()
                .filter(|check| check.name.contains(word.as_str()))
                .collect()
        } else {
            exact
        };
        if found.is_empty() {
            let names = lesson
                .checks()
                .map(|check| check.name)
                .chain(lesson.programs.iter().copied());
            let advice = nearest(word, names).map_or_else(
                || format!("`cargo xtask list {}` shows the checks", short(lesson.name)),
                |name| format!("did you mean {name}?"),
            );
            bail!(
                "{} has no check or program named {word}; {advice}",
                lesson.name
            );
        }
        chosen.extend(found);
    }
    // In the order of the lesson, each once.
    Ok(lesson
        .checks()
        .filter(|check| chosen.iter().any(|other| other.name == check.name))
        .collect())
}

/// The lesson that has the program, and the program's own name.
///
/// # Errors
/// Where no lesson has it, with the nearest name.
pub(crate) fn program(name: &str) -> Result<(&'static Lesson, &'static str)> {
    let all = || {
        COURSE
            .into_iter()
            .flat_map(|lesson| lesson.programs.iter().map(move |name| (lesson, *name)))
    };
    if let Some(found) = all().find(|(_, program)| *program == name) {
        return Ok(found);
    }
    let names: Vec<&str> = all().map(|(_, name)| name).collect();
    match nearest(name, names.iter().copied()) {
        Some(near) => bail!("no program named {name}; did you mean {near}?"),
        None => bail!("no program named {name}; there are {}", names.join(", ")),
    }
}

/// The lesson that somebody calls by its name, or by that of one of its programs; and the program, where it is named at all.
///
/// # Errors
/// Where there is no such lesson, or it has no such program, with the nearest name.
pub(crate) fn lesson_or_program(
    text: &str,
    name: Option<&str>,
) -> Result<(&'static Lesson, Option<&'static str>)> {
    let Some(name) = name else {
        if let Ok((lesson, program)) = program(text) {
            return Ok((lesson, Some(program)));
        }
        return Ok((find(text)?, None));
    };
    let lesson = find(text)?;
    let mut programs = lesson.programs.iter().copied();
    if let Some(program) = programs.find(|program| *program == name) {
        return Ok((lesson, Some(program)));
    }
    let advice = nearest(name, lesson.programs.iter().copied()).map_or_else(
        || format!("it has {}", lesson.programs.join(", ")),
        |name| format!("did you mean {name}?"),
    );
    bail!("{} has no program named {name}; {advice}", lesson.name);
}

/// Where a server listens that is told nothing, as its lesson's README says. `None` for what is no server, or must be told.
pub(crate) fn default_addr(program: &str) -> Option<&'static str> {
    match program {
        "greeter" | "echo-server" | "udp-echo-server" => Some("127.0.0.1:10000"),
        "sum-server" => Some("127.0.0.1:50000"),
        "blackjack-server" => Some("127.0.0.1:9000"),
        "select-server" | "chat-server" => Some("127.0.0.1:65432"),
        _ => None,
    }
}

fn is_called(name: &str, text: &str) -> bool {
    let short = short(name);
    text == name || text == short || short.strip_prefix("lesson") == Some(text)
}

/// The candidate that a slip of the finger may have meant.
fn nearest<'a>(text: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .map(|candidate| (strsim::damerau_levenshtein(text, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.len() / 5)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&str, &str>) {
        let found = find(text)
            .map(|lesson| lesson.name)
            .map_err(|error| error.to_string());
        match expected {
            Ok(name) => assert_eq!(found.as_deref(), Ok(name)),
            Err(part) => assert!(
                found.as_ref().is_err_and(|error| error.contains(part)),
                "{found:?}"
            ),
        }
    }

    #[test]
    fn a_lesson_has_three_names_and_a_slip_gets_advice() {
        check("2", Ok("lesson2-echo"));
        check("lesson2", Ok("lesson2-echo"));
        check("lesson2-echo", Ok("lesson2-echo"));
        check("exercises/lesson2-echo/", Ok("lesson2-echo"));
        check(
            r"exercises\lesson3-sum-server\src\bin",
            Ok("lesson3-sum-server"),
        );
        check(
            "lessn2",
            Err("no lesson named lessn2; did you mean lesson2?"),
        );
        check("7", Err("`cargo xtask list` shows the lessons"));
        check("everything", Err("no lesson named everything"));
    }

    #[test]
    fn checks_are_chosen_by_name_part_or_program() {
        let lesson = find("2").unwrap();
        let names = |words: &[&str]| -> Vec<&str> {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            select(lesson, &words)
                .unwrap()
                .iter()
                .map(|check| check.name)
                .collect()
        };
        assert_eq!(names(&["echoes-one-line"]), ["echoes-one-line"]);
        assert_eq!(
            names(&["byte-by-byte", "survives-a-reset"]),
            ["echoes-byte-by-byte", "survives-a-reset"]
        );
        let of_greeter = lesson.checks().filter(|check| check.program == "greeter");
        assert_eq!(names(&["greeter"]).len(), of_greeter.count());
        let error = select(lesson, &["echos-one-line".to_owned()])
            .unwrap_err()
            .to_string();
        assert!(error.ends_with("did you mean echoes-one-line?"), "{error}");
    }
}
