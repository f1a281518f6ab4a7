//! The words about one failure: what was done, expected and got, the conversation, the program's stderr, a hint, and the command to
//! see it again.

mod difference;

use super::INDENT;
use super::LONGEST_LINE;
use super::STDERR_LINES;
use super::TEXT;
use super::printable;
use crate::by_hand;
use crate::catalogue;
use crate::check;
use crate::messages::count;
use crate::messages::syscalls;
use crate::messages::wrap;
use crate::timeline;
use grader::CheckReport;
use grader::Failure;
use grader::Outcome;
use std::fmt::Write;

/// The picture leaves room for it.
const _: () = assert!(INDENT.len() == timeline::INDENT);

pub(super) fn explanation(
    check: &CheckReport,
    failure: &Failure,
    lesson: &str,
    arguments: &check::Arguments,
    columns: usize,
) -> String {
    match check.outcome {
        Outcome::Unavailable => return labelled("because", &failure.got, columns),
        Outcome::Broken => return broken(check, failure, columns),
        _ => {}
    }
    let mut text = labelled("did", &failure.doing, columns);
    text.push_str(&expected_and_got(check, failure, arguments, columns));
    if !failure.measured.is_empty() {
        text.push_str(&labelled(
            "measured",
            &printable(&failure.measured),
            columns,
        ));
    }
    let picture = timeline::draw(check, columns);
    if !picture.is_empty() {
        text.push('\n');
        for line in picture {
            let _ = writeln!(text, "{INDENT}{line}");
        }
    }
    text.push_str(&syscalls::nine_steps(check));
    if !check.programs.is_empty() || !check.stderr.is_empty() {
        text.push('\n');
    }
    for program in &check.programs {
        text.push_str(&labelled("program", program, columns));
    }
    let most = if arguments.verbose {
        usize::MAX
    } else {
        STDERR_LINES
    };
    text.push_str(&stderr_block(check, most));
    text.push_str(&labelled("hint", &check.hint, columns));
    // On one line however long it is, so that it can be pasted.
    let command = command(check, lesson, arguments);
    let _ = writeln!(text, "{INDENT}again     {command} --seed {}", check.seed);
    text.push_str(&by_hand(check, failure, arguments));
    text.push('\n');
    text
}

/// The two above each other, where they can be compared with a caret below the first difference.
fn expected_and_got(
    check: &CheckReport,
    failure: &Failure,
    arguments: &check::Arguments,
    columns: usize,
) -> String {
    let (expected, got) = (printable(&failure.expected), printable(&failure.got));
    let Some(caret) = failure.caret else {
        let expected = labelled("expected", &expected, columns);
        return expected + &labelled("got", &got, columns);
    };
    let after = failure.at_us.saturating_sub(timeline::start(check)) as f64 / 1000.0;
    // Whoever wants to see everything gets the texts whole.
    let room = if arguments.verbose {
        usize::MAX
    } else {
        columns.saturating_sub(TEXT)
    };
    difference::lines(&expected, &got, caret, after, room)
}

/// What to type to see it without the checker, where a line of shell can show it.
fn by_hand(check: &CheckReport, failure: &Failure, arguments: &check::Arguments) -> String {
    let Some(commands) = by_hand::commands(check, failure, arguments) else {
        return String::new();
    };
    let program = commands.program;
    match commands.other_side {
        None => format!("{INDENT}by hand   {program}\n"),
        Some(other) => format!(
            "{INDENT}by hand   in one terminal:  {program}\n\
             {INDENT}          in another:       {other}\n"
        ),
    }
}

/// The command that runs just this check.
pub(super) fn command(check: &CheckReport, lesson: &str, arguments: &check::Arguments) -> String {
    let mut command = format!(
        "cargo xtask check {} {}",
        catalogue::short(lesson),
        check.name
    );
    if arguments.syscalls {
        command.push_str(" --syscalls");
    }
    if arguments.solution {
        command.push_str(" --solution");
    }
    for program in &arguments.program {
        let quoted =
            shlex::try_quote(program).map_or_else(|_| program.clone(), |text| text.into_owned());
        let _ = write!(command, " --program {quoted}");
    }
    command
}

fn broken(check: &CheckReport, failure: &Failure, columns: usize) -> String {
    let mut text = labelled("reason", &failure.got, columns);
    text.push_str(&labelled("did", &failure.doing, columns));
    let _ = writeln!(
        text,
        "{INDENT}This is a fault of the check or of the machine, not of your program. Please report it with the\n\
         {INDENT}check's name, {}, and the seed {}.",
        check.name, check.seed
    );
    text
}

fn stderr_block(check: &CheckReport, most: usize) -> String {
    let mut text = String::new();
    let mut lines: Vec<(&str, usize)> = Vec::new();
    for line in check.stderr.lines().filter(|line| !line.trim().is_empty()) {
        match lines.last_mut() {
            Some((last, times)) if *last == line => *times += 1,
            _ => lines.push((line, 1)),
        }
    }
    for (number, (line, times)) in lines.iter().take(most).enumerate() {
        let label = if number == 0 { "stderr" } else { "" };
        let cut: String = line.chars().take(LONGEST_LINE).collect();
        let again = if *times > 1 {
            format!("   ({times} times)")
        } else {
            String::new()
        };
        let _ = writeln!(text, "{INDENT}{label:<10}{}{again}", printable(&cut));
    }
    if lines.len() > most {
        let more = count(lines.len() - most, "more line");
        let _ = writeln!(text, "{INDENT}{:10}… {more} (--verbose shows them)", "");
    }
    text
}

/// A failure that is not among the first of its program: what came, in a line, and where to see the rest.
pub(super) fn in_short(
    check: &CheckReport,
    failure: &Failure,
    lesson: &str,
    arguments: &check::Arguments,
    columns: usize,
) -> String {
    let got = timeline::cut(&printable(&failure.got), columns.saturating_sub(TEXT));
    let command = command(check, lesson, arguments);
    format!("{INDENT}got       {got}\n{INDENT}see it    {command}\n")
}

/// A label and its text, wrapped to the width of the screen; every line below the first begins where the text does.
pub(super) fn labelled(label: &str, text: &str, columns: usize) -> String {
    let mut lines = String::new();
    for (number, line) in wrap(&printable(text), columns.saturating_sub(TEXT))
        .iter()
        .enumerate()
    {
        let label = if number == 0 { label } else { "" };
        let _ = writeln!(lines, "{INDENT}{label:<10}{line}");
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_taken_out() {
        assert_eq!(printable("\x1b[2Jred\u{7}"), "\u{fffd}[2Jred\u{fffd}");
    }
}
