//! The sum client's checks, where the server is ours: the first two stages here, the others in a file each.

pub(crate) mod framings;
pub(crate) mod replies;

use crate::sum_server::small_numbers;
use grader::Check;
use grader::Connection;
use grader::Lab;
use grader::Running;
use grader::Stdin;
use grader::Verdict;
use grader::servers::ANY_PORT;
use predicates::str::starts_with;
use std::sync::Arc;

const PROGRAM: &str = "sum-client";

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "prints-the-sum",
        title: "sends its two numbers in a line, and prints the sum",
        program: PROGRAM,
        stage: 1,
        points: 2,
        hint: "Connect, send `A B` and a newline, read the reply up to its newline, print it. `A B` with one space, \
               nothing around it.",
        run: prints_the_sum,
    },
    Check {
        name: "sends-negative-numbers",
        title: "sends negative numbers",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "clap takes `-3` for an option unless it is told otherwise: allow_negative_numbers.",
        run: sends_negative_numbers,
    },
    Check {
        name: "sends-numbers-in-plain-form",
        title: "sends numbers in plain form, whatever they looked like",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "The arguments are numbers: parse them, and send what they are, not what somebody typed.",
        run: sends_numbers_in_plain_form,
    },
    Check {
        name: "sends-the-largest-and-the-smallest",
        title: "sends the largest and the smallest numbers",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "The type of A and B is i64; the type of the sum in the reply is, too.",
        run: sends_the_largest_and_the_smallest,
    },
    Check {
        name: "joins-a-reply-in-pieces",
        title: "joins a reply that comes byte by byte",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "One read is not one reply, on this side too: read until the newline.",
        run: joins_a_reply_in_pieces,
    },
    Check {
        name: "stops-at-the-first-reply",
        title: "is done with the first reply, without waiting for the server to close",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "The newline ends the reply; a server may keep the connection open for as long as it likes.",
        run: stops_at_the_first_reply,
    },
    Check {
        name: "prints-one-reply-of-several",
        title: "prints the first reply, even where more bytes follow it",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "One read may bring more than one line. What stands behind the first newline is not your sum.",
        run: prints_one_reply_of_several,
    },
];

fn prints_the_sum(lab: &Lab) -> Verdict {
    let (a, b) = small_numbers(lab);
    sends_and_prints(lab, [&a.to_string(), &b.to_string()], (a, b))
}

fn sends_negative_numbers(lab: &Lab) -> Verdict {
    let (a, b) = small_numbers(lab);
    for (a, b) in [(-a, b), (a, -b), (-a, -b)] {
        sends_and_prints(lab, [&a.to_string(), &b.to_string()], (a, b))?;
    }
    Ok(())
}

fn sends_numbers_in_plain_form(lab: &Lab) -> Verdict {
    for (a, b, numbers) in [
        ("+05", "007", (5, 7)),
        ("-012", "0", (-12, 0)),
        ("00", "-0", (0, 0)),
    ] {
        sends_and_prints(lab, [a, b], numbers)?;
    }
    Ok(())
}

fn sends_the_largest_and_the_smallest(lab: &Lab) -> Verdict {
    for (a, b) in [(i64::MAX, i64::MIN), (i64::MIN, 0), (i64::MAX, 0)] {
        sends_and_prints(lab, [&a.to_string(), &b.to_string()], (a, b))?;
    }
    Ok(())
}

fn joins_a_reply_in_pieces(lab: &Lab) -> Verdict {
    let (client, mut connection) = asked(lab, "lines", b"1 2\n")?;
    lab.doing("sent the reply \"-4096\\n\", each byte when the one before had been read");
    for byte in b"-4096\n" {
        connection.send([*byte])?;
        if *byte != b'\n' {
            connection.wait_until_read()?;
        }
    }
    prints(lab, &client, "-4096\n")
}

fn stops_at_the_first_reply(lab: &Lab) -> Verdict {
    let (client, mut connection) = asked(lab, "lines", b"1 2\n")?;
    lab.doing("sent the reply, and kept the connection open");
    connection.send("3\n")?;
    prints(lab, &client, "3\n")?;
    // Only now: as long as the client ran, the connection was open.
    drop(connection);
    Ok(())
}

fn prints_one_reply_of_several(lab: &Lab) -> Verdict {
    let (client, mut connection) = asked(lab, "lines", b"1 2\n")?;
    lab.doing("sent \"3\\n44\\nerror: bye\\n\" in one piece, and kept the connection open");
    connection.send("3\n44\nerror: bye\n")?;
    prints(lab, &client, "3\n")?;
    drop(connection);
    Ok(())
}

/// The client, given the words, asks in one line for the numbers, prints the right sum, and closes without another byte.
fn sends_and_prints(lab: &Lab, words: [&str; 2], (a, b): (i64, i64)) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    let addr = listener.addr().to_string();
    lab.doing(format!("ran it for {} and {}", words[0], words[1]));
    let client = lab.start(PROGRAM, &[&addr, words[0], words[1]], Stdin::Empty)?;
    let mut connection = listener.accept(&client)?;
    connection.expect(format!("{a} {b}\n"))?;
    let sum = format!("{}\n", i128::from(a) + i128::from(b));
    lab.doing(format!(
        "ran it for {} and {}, sent the sum, and ended",
        words[0], words[1]
    ));
    connection.send(&sum)?;
    // Whoever has the whole reply may have gone.
    let _ = connection.finish_sending();
    prints(lab, &client, &sum)?;
    connection.expect_close()
}

/// The client, asking for 1 and 2 in that framing, and its connection, from which the request has been read.
fn asked(lab: &Lab, framing: &str, request: &[u8]) -> Verdict<(Arc<Running>, Connection)> {
    let listener = lab.listen(ANY_PORT)?;
    let addr = listener.addr().to_string();
    lab.doing(format!("ran it for 1 and 2 in framing {framing}"));
    let client = lab.start(
        PROGRAM,
        &[&addr, "1", "2", "--framing", framing],
        Stdin::Empty,
    )?;
    let mut connection = listener.accept(&client)?;
    if framing == "shutdown" {
        connection.expect_then_end(request)?;
    } else {
        connection.expect(request)?;
    }
    Ok((client, connection))
}

fn prints(lab: &Lab, client: &Running, expected: &str) -> Verdict {
    let finished = lab.finish(client)?;
    finished.stdout_is(expected.as_bytes())?;
    finished.exits_with(0)
}

/// The client ends with status 1, an error on stderr, and nothing on stdout.
fn fails(lab: &Lab, client: &Running) -> Verdict {
    let finished = lab.finish(client)?;
    finished.stdout_is(b"")?;
    finished.stderr_has_line(starts_with("error: "), "error: REASON")?;
    finished.exits_with(1)
}

/// The client ends with status 1, just this error on stderr, and nothing on stdout.
fn fails_with(lab: &Lab, client: &Running, error: &str) -> Verdict {
    let finished = lab.finish(client)?;
    finished.stdout_is(b"")?;
    finished.stderr_has_line(predicates::ord::eq(error), error)?;
    finished.exits_with(1)
}
