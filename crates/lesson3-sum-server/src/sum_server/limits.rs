//! Stage 3, too: lines without an end, and what they may cost.

use super::PROGRAM;
use super::adds;
use super::begin;
use grader::Check;
use grader::Lab;
use grader::Verdict;
use grader::servers::ANY_PORT;

/// The longest line, and the reply to a longer one.
const LONGEST: usize = 1024;
const TOO_LONG: &str = "error: line too long\n";

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "takes-a-line-of-1024-bytes",
        title: "takes a line of 1024 bytes",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "1024 bytes may stand before the newline. Is your limit one too small, or do you count the newline?",
        run: takes_a_line_of_1024_bytes,
    },
    Check {
        name: "refuses-a-line-of-1025-bytes",
        title: "refuses a line of 1025 bytes, with its newline or without",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "With the 1025th byte it is decided: answer `error: line too long` without waiting for a newline, and \
               close.",
        run: refuses_a_line_of_1025_bytes,
    },
    Check {
        name: "counts-the-carriage-return",
        title: "counts a carriage return as a byte of the line",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "The limit is for all bytes before the newline, also for one that you will ignore.",
        run: counts_the_carriage_return,
    },
    Check {
        name: "answers-what-came-before-a-long-line",
        title: "answers what came before a line that is too long",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "The requests before the long line are good ones, and their replies come first.",
        run: answers_what_came_before_a_long_line,
    },
    Check {
        name: "lets-the-client-read-its-last-replies",
        title: "closes after a long line so that every reply can be read",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "Closing while bytes of the client are unread is a reset, and it destroys replies that are still on \
               their way. Shut your sending side first, then read what is left for a moment, then close.",
        run: lets_the_client_read_its_last_replies,
    },
    Check {
        name: "bounds-its-memory",
        title: "stays small while a client sends 64 MiB without a newline",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "read_line and read_until keep what they read until the newline comes. Read::take puts a limit on \
               them.",
        run: bounds_its_memory,
    },
];

fn takes_a_line_of_1024_bytes(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    for (end, name) in [("", "a newline"), ("\r", "a carriage return and a newline")] {
        let spaces = " ".repeat(LONGEST - 2 - end.len());
        lab.doing(format!(
            "sent a line of {LONGEST} bytes before its newline: \"4\", {} spaces, \"5\", {name}",
            spaces.len()
        ));
        client.send(format!("4{spaces}5{end}\n"))?;
        client.expect("9\n")?;
    }
    Ok(())
}

fn refuses_a_line_of_1025_bytes(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    let spaces = " ".repeat(LONGEST - 1);
    let line = format!("4{spaces}5");
    lab.doing("sent 1025 bytes and no newline");
    client.send(&line)?;
    client.expect(TOO_LONG)?;
    client.expect_close()?;
    drop(client);
    let mut client = server.connect()?;
    lab.doing("came back, and sent 1025 bytes with a newline behind them, and one request more");
    client.send(format!("{line}\n1 2\n"))?;
    client.expect(TOO_LONG)?;
    client.expect_close()?;
    drop(client);
    lab.doing("sent 1000 bytes, and once your server had read them, 25 more, without a newline");
    let mut client = server.connect()?;
    client.send(&line[..1000])?;
    client.wait_until_read()?;
    client.send(&line[1000..])?;
    client.expect(TOO_LONG)?;
    client.expect_close()?;
    drop(client);
    lab.doing("came as another client, after lines that were too long");
    adds(lab, &mut server.connect()?)
}

fn counts_the_carriage_return(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    let spaces = " ".repeat(LONGEST - 2);
    lab.doing("sent a request of 1024 bytes, a carriage return, and a newline");
    client.send(format!("4{spaces}5\r\n"))?;
    client.expect(TOO_LONG)?;
    client.expect_close()
}

fn answers_what_came_before_a_long_line(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing("sent two requests and 2,000 bytes without a newline, all at once");
    server.pause()?;
    client.send(format!("1 2\n{} 1\n{}", i64::MAX, "7".repeat(2000)))?;
    server.resume();
    client.expect("3\nerror: overflow\n")?;
    client.expect(TOO_LONG)?;
    client.expect_close()
}

fn lets_the_client_read_its_last_replies(lab: &Lab) -> Verdict {
    const REQUESTS: usize = 1000;
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    // So little room that most replies must wait on the server's side until the client reads.
    let mut client = server.connect_with_room_for(4096)?;
    lab.doing(format!(
        "sent {REQUESTS} requests and 200,000 bytes without a newline, and read the replies only then"
    ));
    let requests = "9223372036854775807 1\n".repeat(REQUESTS);
    client.send(requests)?;
    client.send("7".repeat(200_000))?;
    client.wait_until_read()?;
    client.expect("error: overflow\n".repeat(REQUESTS))?;
    client.expect(TOO_LONG)?;
    client.expect_close()
}

fn bounds_its_memory(lab: &Lab) -> Verdict {
    const FLOOD: usize = 64 * 1024 * 1024;
    const ALLOWED: u64 = 16 * 1024 * 1024;
    let (server, mut client) = begin(lab)?;
    adds(lab, &mut client)?;
    lab.doing("sent 64 MiB without a newline, and watched the memory of your server");
    lab.memory_stays_within(&server, ALLOWED, || {
        client.flood(FLOOD, |client| client.expect(TOO_LONG))
    })?;
    lab.doing("came as another client, after 64 MiB without a newline");
    drop(client);
    adds(lab, &mut server.connect()?)
}
