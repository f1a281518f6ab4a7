//! Stage 4, the framing `shutdown`: the end of file is the end of the request.

use super::PROGRAM;
use super::is_error;
use super::send_in_pieces;
use super::serve;
use super::small_numbers;
use crate::requests;
use crate::requests::Answer;
use crate::requests::answer_to;
use grader::Check;
use grader::Lab;
use grader::Server;
use grader::Verdict;
use grader::quote;
use std::time::Duration;

const SHUTDOWN: &str = "shutdown";
const TOO_LONG: &str = "error: line too long";
/// Whoever takes a pause for an end mostly takes a shorter one.
const SILENCE: Duration = Duration::from_millis(600);

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "shutdown-answers-at-the-end",
        title: "shutdown: answers at the end of file, without a newline, and closes",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "read_to_end returns when the client has shut its sending side. Your close ends the reply, so it \
               needs no newline.",
        run: answers_at_the_end,
    },
    Check {
        name: "shutdown-says-nothing-before-the-end",
        title: "shutdown: says nothing before the request has ended",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "A newline, or a pause, is not the end here: more digits may follow. Only the end of file is.",
        run: says_nothing_before_the_end,
    },
    Check {
        name: "shutdown-ignores-one-line-end",
        title: "shutdown: ignores one line end at the end, and no more",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "One \\n or \\r\\n at the end is ignored. Two of them, or one in the middle, make a bad request.",
        run: ignores_one_line_end,
    },
    Check {
        name: "shutdown-answers-random-requests",
        title: "shutdown: answers random requests, bad ones too, in random pieces",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "Whatever the pieces, the request is everything up to the end of file.",
        run: answers_random_requests,
    },
    Check {
        name: "shutdown-refuses-more-than-1024-bytes",
        title: "shutdown: refuses more than 1024 bytes without waiting for the end",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "read_to_end without a limit reads as long as somebody sends. take(1025) stops in time to say no.",
        run: refuses_more_than_1024_bytes,
    },
];

fn answers_at_the_end(lab: &Lab) -> Verdict {
    let server = serve(lab, SHUTDOWN)?;
    let (a, b) = small_numbers(lab);
    for (a, b) in [(a, b), (-a, b), (i64::MAX, 1)] {
        ask(
            lab,
            &server,
            format!("{a} {b}").as_bytes(),
            &answer_to(a, b),
        )?;
    }
    Ok(())
}

fn says_nothing_before_the_end(lab: &Lab) -> Verdict {
    let server = serve(lab, SHUTDOWN)?;
    let (a, b) = small_numbers(lab);
    let mut client = server.connect()?;
    let first = format!("{a} {b}");
    lab.doing(format!(
        "sent {}, said nothing for 0.6 s, then sent \"5\" and shut the sending side",
        quote(first.as_bytes())
    ));
    client.send(first)?;
    client.hesitate(SILENCE)?;
    client.send("5")?;
    client.finish_sending()?;
    client.expect_then_end((a + b * 10 + 5).to_string())?;
    drop(client);
    let mut client = server.connect()?;
    lab.doing(
        "sent \"1 2\\n\", waited until your server had read it and slept, then sent \"3\" and shut the sending side",
    );
    client.send("1 2\n")?;
    client.wait_until_read()?;
    server.settle();
    client.send("3")?;
    client.finish_sending()?;
    let expected = "a text that begins with \"error: \", and the end of file";
    is_error(client.read_to_end(expected)?, expected)
}

fn ignores_one_line_end(lab: &Lab) -> Verdict {
    let server = serve(lab, SHUTDOWN)?;
    for good in ["1 2\n", "1 2\r\n"] {
        ask(lab, &server, good.as_bytes(), &Answer::Sum(3))?;
    }
    for bad in ["1 2\n\n", "1 2\n\r\n", "1\n2", "\n1 2", "1 2\n3 4\n"] {
        ask(lab, &server, bad.as_bytes(), &Answer::Error)?;
    }
    Ok(())
}

fn answers_random_requests(lab: &Lab) -> Verdict {
    const REQUESTS: usize = 30;
    let server = serve(lab, SHUTDOWN)?;
    for k in 1..=REQUESTS {
        let request = requests::any(&mut lab.random(), k);
        lab.doing(format!(
            "sent random requests in random pieces; number {k} was {}",
            quote(&request.text)
        ));
        let mut client = server.connect()?;
        send_in_pieces(lab, &mut client, &request.text)?;
        client.finish_sending()?;
        expect(client, &request.answer)?;
    }
    ask(lab, &server, b"", &Answer::Error)
}

fn refuses_more_than_1024_bytes(lab: &Lab) -> Verdict {
    let server = serve(lab, SHUTDOWN)?;
    let spaces = |count: usize| " ".repeat(count);
    lab.doing("sent a request of 1024 bytes, its newline among them");
    let mut client = server.connect()?;
    client.send(format!("4{}5\n", spaces(1021)))?;
    client.finish_sending()?;
    client.expect_then_end("9")?;
    drop(client);
    for text in [
        format!("4{}5", spaces(1023)),
        format!("4{}5\n", spaces(1022)),
    ] {
        lab.doing("sent 1000 bytes and 25 more, and kept the sending side open");
        let mut client = server.connect()?;
        client.send(&text[..1000])?;
        client.wait_until_read()?;
        client.send(&text[1000..])?;
        client.expect(TOO_LONG)?;
        client.expect_close()?;
    }
    ask(lab, &server, b"1 2", &Answer::Sum(3))
}

/// A whole conversation: the request, its end, the reply, its end.
fn ask(lab: &Lab, server: &Server, text: &[u8], answer: &Answer) -> Verdict {
    lab.doing(format!("sent {}, and shut the sending side", quote(text)));
    let mut client = server.connect()?;
    client.send(text)?;
    client.finish_sending()?;
    expect(client, answer)
}

fn expect(mut client: grader::Connection, answer: &Answer) -> Verdict {
    match answer {
        Answer::Sum(sum) => client.expect_then_end(sum.to_string()),
        Answer::Overflow => client.expect_then_end("error: overflow"),
        Answer::Error => {
            let expected = "a text that begins with \"error: \", and the end of file";
            let reply = client.read_to_end(expected)?;
            is_error(reply.trim_ascii_end(), expected)?;
            if reply.ends_with(b"\n") {
                return Err(grader::Failure::new(
                    grader::Cause::WrongBytes,
                    "an error without a newline at its end",
                    quote(&reply),
                ));
            }
            Ok(())
        }
    }
}
