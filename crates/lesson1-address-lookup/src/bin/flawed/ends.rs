//! How a program ends: with what it prints, or with a reason and status 1.

use crate::Played;
use std::process::ExitCode;

/// Prints the text, or says why there is none.
pub(crate) fn finish(text: Result<String, String>) -> Played {
    succeed(text.map(|text| print!("{text}")))
}

/// Says what went wrong, if anything did.
pub(crate) fn succeed(done: Result<(), String>) -> Played {
    done.map_err(|reason| fail(&reason))
}

/// Says what went wrong.
pub(crate) fn fail(reason: &str) -> ExitCode {
    eprintln!("error: {reason}");
    ExitCode::FAILURE
}

/// Says on stdout what went wrong, which is one of the mistakes.
pub(crate) fn fail_on_stdout(reason: &str) -> ExitCode {
    println!("error: {reason}");
    ExitCode::FAILURE
}

/// Says what went wrong and forgets it, which is one of the mistakes.
pub(crate) fn succeed_in_any_case(text: Result<String, String>) -> Played {
    let _ = finish(text);
    Ok(())
}

/// Wrong usage that ends like any other failure, which is one of the mistakes.
pub(crate) fn as_a_failure<T>(usage: Result<T, ExitCode>) -> Result<T, ExitCode> {
    usage.map_err(|_| ExitCode::FAILURE)
}
