//! What `fetch` says on stderr about the addresses that it tries.

use grader::Cause;
use grader::Failure;
use grader::Finished;
use grader::Verdict;
use grader::quote;
use std::net::SocketAddr;

/// How an attempt went, as its line on stderr says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Went {
    Refused,
    TimedOut,
    Unreachable,
    /// No line: it was accepted.
    Well,
}

impl Went {
    fn word(self) -> &'static str {
        match self {
            Went::Refused => "refused",
            Went::TimedOut => "timed out",
            Went::Unreachable => "unreachable",
            Went::Well => "",
        }
    }
}

/// It tried just these addresses, and said of each how it went. Their order counts where `in_order` says so; the one that went
/// well is the last in any case.
pub(super) fn expect_attempts(
    finished: &Finished,
    expected: &[(SocketAddr, Went)],
    in_order: bool,
) -> Verdict {
    let stderr = finished.stderr();
    let found = read(&stderr);
    let mut wanted: Vec<(String, Went)> = expected
        .iter()
        .map(|(addr, went)| (addr.to_string(), *went))
        .collect();
    let last_is_well = wanted.iter().all(|(_, went)| *went != Went::Well)
        || found.last().is_some_and(|(_, went)| *went == Went::Well);
    let mut compared = found.clone();
    if !in_order {
        compared.sort_by(|left, right| left.0.cmp(&right.0));
        wanted.sort_by(|left, right| left.0.cmp(&right.0));
    }
    if compared == wanted && last_is_well {
        return Ok(());
    }
    let lines: Vec<String> = expected
        .iter()
        .map(|(addr, went)| match went {
            Went::Well => format!("trying {addr}"),
            went => format!("trying {addr}, {}…", went.word()),
        })
        .collect();
    let order = if in_order {
        "in this order"
    } else {
        "in some order"
    };
    let expected = format!("lines on stderr, {order}: {}", lines.join("; "));
    let got = quote(stderr.as_bytes());
    Err(Failure::new(Cause::WrongOutput, expected, got))
}

/// Each `trying` line, and the first line after it that tells how it went. Other lines are the program's own affair.
fn read(stderr: &str) -> Vec<(String, Went)> {
    let mut attempts: Vec<(String, Went)> = Vec::new();
    for line in stderr.lines() {
        if let Some(addr) = line.strip_prefix("trying ") {
            attempts.push((addr.to_owned(), Went::Well));
        } else if let Some((_, went)) = attempts.last_mut()
            && *went == Went::Well
        {
            let known = [Went::Refused, Went::TimedOut, Went::Unreachable];
            let said = known.into_iter().find(|went| line.starts_with(went.word()));
            *went = said.unwrap_or(Went::Well);
        }
    }
    attempts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_attempt_has_its_outcome() {
        let text = "resolved it\ntrying 1:80\nrefused: by the system\ntrying 2:80\nhm\ntimed out\ntrying 3:80\n";
        let expected = [
            ("1:80", Went::Refused),
            ("2:80", Went::TimedOut),
            ("3:80", Went::Well),
        ];
        let found = read(text);
        let found: Vec<(&str, Went)> = found
            .iter()
            .map(|(addr, went)| (addr.as_str(), *went))
            .collect();
        assert_eq!(found, expected);
    }
}
