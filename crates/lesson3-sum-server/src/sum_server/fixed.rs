//! Stage 4, the framing `fixed`: 16 bytes in, 9 bytes out.

use super::PROGRAM;
use super::begin_with;
use super::send_in_pieces;
use super::serve;
use super::small_numbers;
use crate::requests;
use crate::requests::Answer;
use crate::requests::answer_to;
use grader::Check;
use grader::Connection;
use grader::Lab;
use grader::Verdict;
use grader::quote;

const FIXED: &str = "fixed";

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "fixed-adds-two-numbers",
        title: "fixed: adds two numbers",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "A is the first 8 bytes, B the next 8, most significant byte first (from_be_bytes). The reply is the \
               byte 0 and the sum in 8 bytes.",
        run: adds_two_numbers,
    },
    Check {
        name: "fixed-joins-a-request-in-pieces",
        title: "fixed: joins a request that comes in two pieces, cut anywhere",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "read() may bring fewer than 16 bytes; read_exact asks until all are there.",
        run: joins_a_request_in_pieces,
    },
    Check {
        name: "fixed-answers-random-requests",
        title: "fixed: answers random requests, cut and joined at random",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "16 bytes are a request wherever the pieces end, and whatever the bytes are: a 10 is no newline here.",
        run: answers_random_requests,
    },
    Check {
        name: "fixed-says-overflow",
        title: "fixed: says overflow with status 1 and the sum 0, and goes on",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "The status tells whether the sum means anything. On overflow it is 1, and the eight bytes behind it \
               are 0.",
        run: says_overflow,
    },
    Check {
        name: "fixed-closes-after-half-a-request",
        title: "fixed: closes without a reply when the request is cut off",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "read_exact fails with UnexpectedEof when the client ends in the middle. Half a request is none: \
               close, and serve the next client.",
        run: closes_after_half_a_request,
    },
];

fn adds_two_numbers(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin_with(lab, FIXED)?;
    let (a, b) = small_numbers(lab);
    for (a, b) in [(a, b), (-a, b), (a, -b), (i64::MAX, i64::MIN)] {
        ask(lab, &mut client, a, b)?;
    }
    client.finish_sending()?;
    client.expect_close()
}

fn joins_a_request_in_pieces(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin_with(lab, FIXED)?;
    let (a, b) = small_numbers(lab);
    let request = request(a, b);
    for cut in 1..request.len() {
        let (first, second) = request.split_at(cut);
        lab.doing(format!(
            "sent {a} and {b} in two pieces: {}, and once your server had read it, {}",
            quote(first),
            quote(second)
        ));
        client.send(first)?;
        client.wait_until_read()?;
        client.send(second)?;
        client.expect(reply(&answer_to(a, b)))?;
    }
    Ok(())
}

fn answers_random_requests(lab: &Lab) -> Verdict {
    const REQUESTS: usize = 60;
    let (server, mut client) = begin_with(lab, FIXED)?;
    let number = || requests::number(&mut lab.random());
    let mut numbers: Vec<(i64, i64)> = (0..REQUESTS).map(|_| (number(), number())).collect();
    // Bytes that would end a line, or a text.
    numbers.push((0x0a0a_0a0a_0a0a_0a0a, 0x0d0a_0000_0d0a_0000));
    let stream: Vec<u8> = numbers.iter().flat_map(|(a, b)| request(*a, *b)).collect();
    lab.doing("sent random requests in random pieces");
    send_in_pieces(lab, &mut client, &stream)?;
    for (k, (a, b)) in numbers.iter().enumerate() {
        lab.doing(format!(
            "sent random requests in random pieces; number {} was {a} and {b}",
            k + 1
        ));
        client.expect(reply(&answer_to(*a, *b)))?;
    }
    lab.doing("sent 3,000 requests before your server looked, and compared every reply");
    let numbers: Vec<(i64, i64)> = (0..3000).map(|k| (k, small_numbers(lab).0)).collect();
    let replies = numbers.iter().flat_map(|(a, b)| reply(&answer_to(*a, *b)));
    server.pause()?;
    client.send(
        numbers
            .iter()
            .flat_map(|(a, b)| request(*a, *b))
            .collect::<Vec<u8>>(),
    )?;
    server.resume();
    client.expect(replies.collect::<Vec<u8>>())
}

fn says_overflow(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin_with(lab, FIXED)?;
    for (a, b) in [
        (i64::MAX, 1),
        (i64::MIN, -1),
        (3, 4),
        (i64::MIN, i64::MIN),
        (-5, 2),
    ] {
        ask(lab, &mut client, a, b)?;
    }
    Ok(())
}

fn closes_after_half_a_request(lab: &Lab) -> Verdict {
    let server = serve(lab, FIXED)?;
    let (a, b) = small_numbers(lab);
    for cut in [1, 8, 15] {
        let mut client = server.connect()?;
        ask(lab, &mut client, a, b)?;
        lab.doing(format!(
            "sent the first {cut} of 16 bytes, and shut the sending side"
        ));
        client.send(&request(a, b)[..cut])?;
        client.finish_sending()?;
        client.expect_close()?;
    }
    ask(lab, &mut server.connect()?, a, b)
}

fn ask(lab: &Lab, client: &mut Connection, a: i64, b: i64) -> Verdict {
    let request = request(a, b);
    lab.doing(format!("sent {a} and {b}: {}", quote(&request)));
    client.send(request)?;
    client.expect(reply(&answer_to(a, b)))
}

fn request(a: i64, b: i64) -> Vec<u8> {
    [a.to_be_bytes(), b.to_be_bytes()].concat()
}

fn reply(answer: &Answer) -> Vec<u8> {
    let (status, sum) = match answer {
        Answer::Sum(sum) => (0, *sum),
        Answer::Overflow | Answer::Error => (1, 0),
    };
    [[status].as_slice(), &sum.to_be_bytes()].concat()
}
