//! A program that ran to its end, and what it left: judged with assert_cmd and predicates.

use crate::Verdict;
use crate::bytes::quote;
use crate::bytes::thousands;
use crate::failure::Cause;
use crate::failure::Failure;
use assert_cmd::assert::Assert;
use predicates::Predicate;
use std::process::ExitStatus;
use std::process::Output;

/// Of more on stdout, the amount is measured, not judged.
const LARGE: usize = 64 * 1024;
/// So much of stderr is shown whole.
const STDERR_WHOLE: usize = 600;

/// What a program that has ended wrote, and its exit status.
#[derive(Debug)]
pub struct Finished {
    output: Output,
}

impl Finished {
    pub(crate) fn new(status: ExitStatus, stdout: Vec<u8>, stderr: Vec<u8>) -> Finished {
        Finished {
            output: Output {
                status,
                stdout,
                stderr,
            },
        }
    }

    /// The exit status is exactly `code`.
    ///
    /// # Errors
    /// A failure that names both.
    pub fn exits_with(&self, code: i32) -> Verdict {
        self.assert(b"", b"").try_code(code).map(drop).map_err(|_| {
            Failure::new(
                Cause::WrongExit,
                format!("exit status {code}"),
                format!(
                    "{}; stderr: {}",
                    describe(self.output.status),
                    quote(&self.output.stderr)
                ),
            )
        })
    }

    /// Everything on stdout.
    pub fn stdout(&self) -> &[u8] {
        &self.output.stdout
    }

    /// Everything on stderr, as text.
    pub fn stderr(&self) -> String {
        String::from_utf8_lossy(&self.output.stderr).into_owned()
    }

    /// Stdout holds exactly these bytes.
    ///
    /// # Errors
    /// A failure with the first difference.
    pub fn stdout_is(&self, expected: &[u8]) -> Verdict {
        // Not `predicates::ord::eq`, which puts both texts into words where they differ: seconds for megabytes.
        let wanted = predicates::function::function(|stdout: &[u8]| stdout == expected);
        self.assert(&self.output.stdout, b"")
            .try_stdout(wanted)
            .map(drop)
            .map_err(|_| {
                if expected.is_empty() {
                    let got = quote(&self.output.stdout);
                    return Failure::new(Cause::WrongOutput, "nothing on stdout", got);
                }
                let got = &self.output.stdout;
                let mut failure = if got.len() <= LARGE {
                    Failure::different(Cause::WrongOutput, expected, got)
                } else {
                    // How much a program makes of wrong bytes may depend on how they were cut.
                    Failure::different_so_far(Cause::WrongOutput, expected, got)
                        .with_measured(format!("{} bytes on stdout", thousands(got.len() as u64)))
                };
                failure.expected.push_str(" on stdout");
                failure
            })
    }

    /// Stdout holds the beginning of these bytes: all of them, some, or none.
    ///
    /// # Errors
    /// A failure with the first difference.
    pub fn stdout_begins(&self, whole: &[u8]) -> Verdict {
        let wanted = predicates::function::function(|stdout: &[u8]| whole.starts_with(stdout));
        self.assert(&self.output.stdout, b"")
            .try_stdout(wanted)
            .map(drop)
            .map_err(|_| {
                let mut failure =
                    Failure::different(Cause::WrongOutput, whole, &self.output.stdout);
                failure.expected.push_str(" on stdout, or less of it");
                failure
            })
    }

    /// Stderr holds a line for which `wanted` holds; `expected` says in words what that is.
    ///
    /// # Errors
    /// A failure with the whole of stderr.
    pub fn stderr_has_line(&self, wanted: impl Predicate<str>, expected: &str) -> Verdict {
        let line_matches = predicates::function::function(|text: &[u8]| {
            String::from_utf8_lossy(text)
                .lines()
                .any(|line| wanted.eval(line))
        });
        self.assert(b"", &self.output.stderr)
            .try_stderr(line_matches)
            .map(drop)
            .map_err(|_| {
                let expected = format!("a line on stderr: {expected}");
                // What was expected may be anywhere in it, so all of it is shown, unless it is very long.
                let got = if self.output.stderr.len() <= STDERR_WHOLE {
                    format!("\"{}\"", self.output.stderr.escape_ascii())
                } else {
                    quote(&self.output.stderr)
                };
                Failure::new(Cause::WrongOutput, expected, got)
            })
    }

    /// assert_cmd's view of what is looked at; the rest, which may be 8 MiB, is not copied for it.
    fn assert(&self, stdout: &[u8], stderr: &[u8]) -> Assert {
        Assert::new(Output {
            status: self.output.status,
            stdout: stdout.to_vec(),
            stderr: stderr.to_vec(),
        })
    }
}

/// An exit status in words.
pub(crate) fn describe(status: ExitStatus) -> String {
    if let Some(code) = status.code() {
        return format!("exit status {code}");
    }
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        let name = match signal {
            4 => " (illegal instruction)",
            6 => " (aborted)",
            9 => " (killed)",
            11 => " (segmentation fault or stack overflow)",
            13 => " (broken pipe)",
            15 => " (terminated)",
            25 => " (a file too large)",
            31 => " (a forbidden system call)",
            _ => "",
        };
        return format!("ended by signal {signal}{name}");
    }
    format!("{status}")
}
