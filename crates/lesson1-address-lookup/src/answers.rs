//! What the programs must print about names: texts, and the judgement that the order of addresses is the resolver's affair.

use grader::Cause;
use grader::Failure;
use grader::Finished;
use grader::Verdict;
use grader::quote;
use predicates::str::starts_with;
use std::net::IpAddr;

/// A line for each address.
pub(crate) fn addresses(addrs: &[IpAddr]) -> String {
    addrs
        .iter()
        .map(|addr| format!("address: {addr}\n"))
        .collect()
}

/// The program printed this, with status 0. Between its first line and the next blank one, lines may stand in any order.
pub(crate) fn printed(finished: &Finished, expected: &str) -> Verdict {
    printed_before(finished, expected)?;
    finished.exits_with(0)
}

/// The same for a program that may have failed at something else.
pub(crate) fn printed_before(finished: &Finished, expected: &str) -> Verdict {
    let got = std::str::from_utf8(finished.stdout()).unwrap_or_default();
    if in_one_order(got) == in_one_order(expected) {
        return Ok(());
    }
    // Shows the first difference; of equal texts there is none, and these are not equal.
    finished.stdout_is(expected.as_bytes())
}

/// The program printed these blocks, in any order, with a blank line between two of them, and status 0.
pub(crate) fn printed_blocks(finished: &Finished, expected: &[String]) -> Verdict {
    let got = std::str::from_utf8(finished.stdout()).unwrap_or_default();
    let mut blocks: Vec<String> = got
        .strip_suffix('\n')
        .unwrap_or(got)
        .split("\n\n")
        .map(|block| format!("{block}\n"))
        .collect();
    let mut wanted = expected.to_vec();
    blocks.sort();
    wanted.sort();
    if !got.ends_with('\n') || blocks != wanted {
        finished.stdout_is(expected.join("\n").as_bytes())?;
    }
    finished.exits_with(0)
}

/// The program printed exactly these bytes, with status 0.
pub(crate) fn printed_exactly(finished: &Finished, expected: &[u8]) -> Verdict {
    finished.stdout_is(expected)?;
    finished.exits_with(0)
}

/// The program could not do it: status 1, nothing on stdout, and this line on stderr.
pub(crate) fn failed_with(finished: &Finished, line: &str) -> Verdict {
    finished.stdout_is(b"")?;
    finished.stderr_has_line(predicates::ord::eq(line), line)?;
    finished.exits_with(1)
}

/// The program could not do it: status 1, nothing on stdout, and on stderr a line that begins like this and gives a reason.
pub(crate) fn failed_somehow(finished: &Finished, what: &str) -> Verdict {
    finished.stdout_is(b"")?;
    let begin = format!("error: {what}: ");
    finished.stderr_has_line(starts_with(begin.as_str()), &format!("{begin}REASON"))?;
    finished.exits_with(1)
}

/// Wrong usage: status 2, nothing on stdout, clap's words on stderr.
pub(crate) fn refused(finished: &Finished) -> Verdict {
    finished.exits_with(2)?;
    finished.stdout_is(b"")?;
    if finished.stderr().trim().is_empty() {
        return Err(Failure::new(
            Cause::WrongOutput,
            "clap's own message on stderr",
            quote(finished.stderr().as_bytes()),
        ));
    }
    Ok(())
}

fn in_one_order(text: &str) -> Vec<Vec<&str>> {
    let blocks = text.split("\n\n");
    let sorted = blocks.map(|block| {
        let mut lines: Vec<&str> = block.lines().collect();
        if let Some(rest) = lines.get_mut(1..) {
            rest.sort_unstable();
        }
        // The end of the text must be the same, too.
        lines.push(if block.ends_with('\n') { "\n" } else { "" });
        lines
    });
    sorted.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(got: &str, expected: &str, same: bool) {
        assert_eq!(in_one_order(got) == in_one_order(expected), same, "{got:?}");
    }

    #[test]
    fn only_the_order_of_addresses_is_free() {
        check("name: a\nx\ny\n", "name: a\ny\nx\n", true);
        check("x\nname: a\ny\n", "name: a\nx\ny\n", false);
        check("name: a\nx\nx\n", "name: a\nx\n", false);
        check("name: a\nx", "name: a\nx\n", false);
        check("name: a\nx\n\n", "name: a\nx\n", false);
        check("name: a\n\nname: b\n", "name: b\n\nname: a\n", false);
    }
}
