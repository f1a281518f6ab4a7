//! The sum server's checks, and what they share: the first stage here, the others in a file each.

pub(crate) mod bad_requests;
pub(crate) mod clients;
pub(crate) mod fixed;
pub(crate) mod length;
pub(crate) mod limits;
pub(crate) mod lines;
pub(crate) mod shutdown;

use crate::requests::Answer;
use crate::requests::Request;
use crate::requests::answer_to;
use crate::requests::below;
use grader::Cause;
use grader::Check;
use grader::Connection;
use grader::Failure;
use grader::Lab;
use grader::Random;
use grader::Server;
use grader::Verdict;
use grader::quote;
use grader::servers::ANY_PORT;

const PROGRAM: &str = "sum-server";

pub(crate) const FIRST: &[Check] = &[
    Check {
        name: "adds-the-numbers-on-a-line",
        title: "adds the numbers on one line",
        program: PROGRAM,
        stage: 1,
        points: 2,
        hint: "Read up to the newline, find the two numbers, send the sum and a newline. The newline is no digit: \
               take it off before you parse.",
        run: adds_the_numbers_on_a_line,
    },
    Check {
        name: "answers-a-second-request",
        title: "answers a second request on the same connection",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "After the reply the conversation goes on, until the end of file. read_until and read_line append: \
               is the first request still in your buffer?",
        run: answers_a_second_request,
    },
    Check {
        name: "ignores-a-carriage-return",
        title: "ignores a carriage return before the newline",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "telnet ends a line with two bytes, \\r\\n. Which of them is still in your second number?",
        run: ignores_a_carriage_return,
    },
    Check {
        name: "adds-negative-numbers",
        title: "adds negative numbers",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "The type for numbers with a sign is i64. What does your code do with a minus?",
        run: adds_negative_numbers,
    },
    Check {
        name: "closes-when-the-client-has-ended",
        title: "closes when the client has ended and everything is answered",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "At the end of file there is nothing more to answer. A connection is closed when its last handle is \
               dropped.",
        run: closes_when_the_client_has_ended,
    },
    Check {
        name: "serves-the-next-client",
        title: "serves the next client",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "accept() gives one client. Who asks for the next one?",
        run: serves_the_next_client,
    },
    Check {
        name: "announces-itself-on-one-line",
        title: "says where it listens, and nothing else on stdout",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "Stdout is for the one line `listening on ADDR`, with the address that the socket really has; \
               whatever else you say belongs on stderr.",
        run: announces_itself_on_one_line,
    },
];

fn adds_the_numbers_on_a_line(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    let (a, b) = small_numbers(lab);
    let request = format!("{a} {b}\n");
    lab.doing(format!("sent {}", quote(request.as_bytes())));
    client.send(request)?;
    client.expect(format!("{}\n", a + b))
}

fn answers_a_second_request(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    lab.doing("sent one request, and after its reply another one");
    for _ in 0..2 {
        adds(lab, &mut client)?;
    }
    Ok(())
}

fn ignores_a_carriage_return(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    let (a, b) = small_numbers(lab);
    let request = format!("{a} {b}\r\n");
    lab.doing(format!(
        "sent {}, as telnet does",
        quote(request.as_bytes())
    ));
    client.send(request)?;
    client.expect(format!("{}\n", a + b))?;
    lab.doing("sent a line without a carriage return after one with it");
    adds(lab, &mut client)
}

fn adds_negative_numbers(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    let (a, b) = small_numbers(lab);
    for (a, b) in [(-a, b), (a, -b), (-a, -b), (a, -a)] {
        let request = format!("{a} {b}\n");
        lab.doing(format!("sent {}", quote(request.as_bytes())));
        client.send(request)?;
        client.expect(format!("{}\n", a + b))?;
    }
    Ok(())
}

fn closes_when_the_client_has_ended(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    let (a, b) = small_numbers(lab);
    lab.doing("sent a request, shut the sending side, and read until the connection was closed");
    client.send(format!("{a} {b}\n"))?;
    client.finish_sending()?;
    client.expect(format!("{}\n", a + b))?;
    client.expect_close()
}

fn serves_the_next_client(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing("asked, ended, and came back as a second client");
    adds(lab, &mut client)?;
    client.finish_sending()?;
    client.expect_close()?;
    drop(client);
    adds(lab, &mut server.connect()?)
}

fn announces_itself_on_one_line(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing("asked for a good sum and a bad one, then looked at its stdout");
    adds(lab, &mut client)?;
    client.send("one two\n")?;
    expect_line(&mut client, &Answer::Error)?;
    client.finish_sending()?;
    client.expect_close()?;
    server.says_nothing_more()
}

/// The server, in the framing `lines`, and a client.
fn begin(lab: &Lab) -> Verdict<(Server, Connection)> {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    let client = server.connect()?;
    Ok((server, client))
}

/// The server in another framing, and a client.
fn begin_with(lab: &Lab, framing: &str) -> Verdict<(Server, Connection)> {
    let server = serve(lab, framing)?;
    let client = server.connect()?;
    Ok((server, client))
}

/// The server in another framing.
fn serve(lab: &Lab, framing: &str) -> Verdict<Server> {
    lab.serve_with(PROGRAM, ANY_PORT, &["--framing", framing])
}

/// Two numbers with a few digits, which nobody can have expected.
pub(crate) fn small_numbers(lab: &Lab) -> (i64, i64) {
    let mut random = lab.random();
    let mut number = || 10 + (random.number() % 90_000) as i64;
    (number(), number())
}

/// A request in one line, and its reply.
fn adds(lab: &Lab, client: &mut Connection) -> Verdict {
    let (a, b) = small_numbers(lab);
    client.send(format!("{a} {b}\n"))?;
    expect_line(client, &answer_to(a, b))
}

/// Random requests, one line each, are answered in their order, however they are cut and joined.
fn answers_random(lab: &Lab, make: impl Fn(&mut Random, usize) -> Request) -> Verdict {
    const REQUESTS: usize = 60;
    let (_server, mut client) = begin(lab)?;
    let requests: Vec<Request> = (0..REQUESTS).map(|k| make(&mut lab.random(), k)).collect();
    let mut stream = Vec::new();
    for request in &requests {
        stream.extend_from_slice(&request.text);
        let end: &[u8] = if below(&mut lab.random(), 4) == 0 {
            b"\r\n"
        } else {
            b"\n"
        };
        stream.extend_from_slice(end);
    }
    let what = format!("sent {REQUESTS} random requests in random pieces");
    lab.doing(&what);
    send_in_pieces(lab, &mut client, &stream)?;
    for (k, request) in requests.iter().enumerate() {
        let text = quote(&request.text);
        lab.doing(format!("{what}; number {} was {text}", k + 1));
        expect_line(&mut client, &request.answer)?;
    }
    Ok(())
}

/// Sends `stream` in random pieces; some of them are read by the server before the next one comes, some are not.
fn send_in_pieces(lab: &Lab, client: &mut Connection, stream: &[u8]) -> Verdict {
    let mut rest = stream;
    while !rest.is_empty() {
        let length = (1 + below(&mut lab.random(), 40)).min(rest.len());
        let (piece, after) = rest.split_at(length);
        client.send(piece)?;
        if below(&mut lab.random(), 3) == 0 {
            client.wait_until_read()?;
        }
        rest = after;
    }
    Ok(())
}

/// The line that answers a request.
fn expect_line(client: &mut Connection, answer: &Answer) -> Verdict {
    match answer {
        Answer::Sum(sum) => client.expect(format!("{sum}\n")),
        Answer::Overflow => client.expect("error: overflow\n"),
        Answer::Error => {
            let expected = "a line that begins with \"error: \"";
            is_error(client.read_until(b"\n", expected)?, expected)
        }
    }
}

/// Goes on only where the reply is an error.
fn is_error(reply: impl AsRef<[u8]>, expected: &str) -> Verdict {
    let reply = reply.as_ref();
    if reply.starts_with(b"error: ") {
        return Ok(());
    }
    Err(Failure::new(Cause::WrongBytes, expected, quote(reply)))
}
