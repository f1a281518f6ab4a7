//! The arguments of the programs, read as clap would read them.

use std::process::ExitCode;

/// The arguments without a name, and the value of the one option, where it is given.
pub(crate) struct Words {
    pub(crate) plain: Vec<String>,
    pub(crate) option: Option<String>,
}

/// For a program that takes no arguments.
pub(crate) fn none(arguments: &[String]) -> Result<(), ExitCode> {
    match arguments {
        [] => Ok(()),
        [first, ..] => Err(unexpected(first)),
    }
}

/// For a program that takes any number of arguments, but not none.
pub(crate) fn at_least_one(arguments: &[String]) -> Result<(), ExitCode> {
    match arguments {
        [] => Err(wrong_usage("an argument is missing")),
        _ => Ok(()),
    }
}

/// For a program that knows one option, and as many plain arguments as `count` allows.
pub(crate) fn split(
    arguments: &[String],
    option: &str,
    count: std::ops::RangeInclusive<usize>,
) -> Result<Words, ExitCode> {
    let words = split_any(arguments, option)?;
    if words.plain.len() < *count.start() {
        return Err(wrong_usage("an argument is missing"));
    }
    match words.plain.get(*count.end()) {
        Some(surplus) => Err(unexpected(surplus)),
        None => Ok(words),
    }
}

/// The same for any number of plain arguments.
pub(crate) fn split_any(arguments: &[String], option: &str) -> Result<Words, ExitCode> {
    let mut words = Words {
        plain: Vec::new(),
        option: None,
    };
    let mut arguments = arguments.iter();
    while let Some(word) = arguments.next() {
        if word == option {
            let value = arguments.next();
            words.option = Some(
                value
                    .ok_or_else(|| wrong_usage("a value is missing"))?
                    .clone(),
            );
        } else if word.starts_with("--") {
            return Err(unexpected(word));
        } else {
            words.plain.push(word.clone());
        }
    }
    Ok(words)
}

/// Says that a value is none of those that are possible.
pub(crate) fn invalid(value: &str) -> ExitCode {
    wrong_usage(&format!("invalid value '{value}'"))
}

/// Says what is wrong with the arguments, as clap does.
pub(crate) fn wrong_usage(problem: &str) -> ExitCode {
    eprintln!("error: {problem}\n\nUsage: lesson1-flawed NAME [ARGUMENTS]");
    ExitCode::from(2)
}

fn unexpected(word: &str) -> ExitCode {
    wrong_usage(&format!("unexpected argument '{word}'"))
}
