//! Stage 3 of `fetch`, and what may break in stage 4: names that fail, replies that do not come or break off.

use super::PROGRAM;
use super::REPLY;
use super::fetch;
use crate::answers::failed_with;
use crate::answers::printed_exactly;
use crate::answers::refused;
use grader::Check;
use grader::Lab;
use grader::Stdin;
use grader::Trouble;
use grader::Verdict;
use grader::servers::ANY_PORT;
use predicates::str::starts_with;
use std::time::Duration;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "fetch-says-why-a-name-fails",
        title: "says whether a name is not known or should be tried again later",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "The same words as in lookup: the same function can find them.",
        run: fetch_says_why_a_name_fails,
    },
    Check {
        name: "says-that-the-server-closed-without-a-reply",
        title: "says that the server closed without a reply",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "No byte at all is no reply, and no success: `error: HOST: closed without a reply`, status 1.",
        run: says_that_the_server_closed_without_a_reply,
    },
    Check {
        name: "says-the-same-of-a-reset",
        title: "says the same of a reset without a reply",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "A reset is an error of read() where a close is a 0. For your user, both mean that there was no \
               reply.",
        run: says_the_same_of_a_reset,
    },
    Check {
        name: "prints-what-came-before-a-reset",
        title: "prints what came before a reset, and fails",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "What came is worth printing, and yet it is not all: print it, flush, then `error: HOST: …` and \
               status 1.",
        run: prints_what_came_before_a_reset,
    },
    Check {
        name: "waits-longer-for-a-reply-than-for-a-connection",
        title: "waits for the reply for longer than for the connection",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "--connect-timeout is for connecting. A slow reply is none of its business.",
        run: waits_longer_for_a_reply_than_for_a_connection,
    },
    Check {
        name: "fetch-refuses-wrong-arguments",
        title: "refuses wrong arguments with status 2",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "PORT is a u16 other than 0, and the timeout a whole number of seconds, at least 1.",
        run: fetch_refuses_wrong_arguments,
    },
];

/// What came before the connection broke.
const PART: &str = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nthis is the first ha";

fn fetch_says_why_a_name_fails(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let unknown = domain.name("nobody");
    let failing = domain.trouble("down", Trouble::ServerFails);
    for (name, reason) in [(unknown, "name not known"), (failing, "try again later")] {
        lab.doing(format!("ran it for {name} 80"));
        let finished = lab.run(PROGRAM, &[&name, "80"], Stdin::Empty)?;
        failed_with(&finished, &format!("error: {name}: {reason}"))?;
    }
    Ok(())
}

fn says_that_the_server_closed_without_a_reply(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    lab.doing("took its request, and closed without a reply");
    let finished = fetch(lab, &listener, &[], |connection| {
        connection.finish_sending()
    })?;
    failed_with(&finished, "error: 127.0.0.1: closed without a reply")
}

fn says_the_same_of_a_reset(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    let (host, port) = ("127.0.0.1", listener.addr().port().to_string());
    lab.doing("took its request, and reset the connection");
    let client = lab.start(PROGRAM, &[host, &port], Stdin::Empty)?;
    let mut connection = listener.accept(&client)?;
    super::read_request(&mut connection)?;
    connection.reset()?;
    let finished = lab.finish(&client)?;
    failed_with(&finished, "error: 127.0.0.1: closed without a reply")
}

fn prints_what_came_before_a_reset(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    let (host, port) = ("127.0.0.1", listener.addr().port().to_string());
    lab.doing("sent half a reply, and reset the connection once that had been read");
    let client = lab.start(PROGRAM, &[host, &port], Stdin::Empty)?;
    let mut connection = listener.accept(&client)?;
    super::read_request(&mut connection)?;
    connection.send(PART)?;
    connection.wait_until_read()?;
    connection.reset()?;
    let finished = lab.finish(&client)?;
    finished.stdout_is(PART.as_bytes())?;
    finished.stderr_has_line(
        starts_with("error: 127.0.0.1: "),
        "error: 127.0.0.1: REASON",
    )?;
    finished.exits_with(1)
}

fn waits_longer_for_a_reply_than_for_a_connection(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    lab.doing(
        "ran it with --connect-timeout 1, accepted at once, and answered after more than a second",
    );
    let more = ["/", "--connect-timeout", "1"];
    let finished = fetch(lab, &listener, &more, |connection| {
        // A good deal longer than the timeout: who is woken late by a crowded machine must not find the rest there already.
        connection.hesitate(Duration::from_millis(1200))?;
        super::answer(connection)
    })?;
    printed_exactly(&finished, REPLY.as_bytes())
}

fn fetch_refuses_wrong_arguments(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    lab.doing("gave it good arguments");
    let finished = fetch(lab, &listener, &[], super::answer)?;
    printed_exactly(&finished, REPLY.as_bytes())?;
    let wrong: [&[&str]; 6] = [
        &[],
        &["127.0.0.1"],
        &["127.0.0.1", "65536"],
        &["127.0.0.1", "http"],
        &["127.0.0.1", "80", "/", "more"],
        &["127.0.0.1", "80", "--connect-timeout", "soon"],
    ];
    for arguments in wrong {
        lab.doing(format!("gave it the arguments {arguments:?}"));
        refused(&lab.run(PROGRAM, arguments, Stdin::Empty)?)?;
    }
    Ok(())
}
