//! Stage 2: a line may come in any number of pieces, and several may come in one.

use super::PROGRAM;
use super::adds;
use super::begin;
use super::small_numbers;
use crate::requests;
use grader::Check;
use grader::Lab;
use grader::Verdict;
use grader::quote;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "adds-numbers-cut-anywhere",
        title: "adds the numbers of a line that comes in two pieces, cut anywhere",
        program: PROGRAM,
        stage: 2,
        points: 3,
        hint: "One read is not one line. What you have read stays yours until the newline is there: frame first, \
               parse second.",
        run: adds_numbers_cut_anywhere,
    },
    Check {
        name: "adds-numbers-that-come-byte-by-byte",
        title: "adds numbers that come byte by byte",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "A read that brings one byte is no line, and no error. Read on until the newline.",
        run: adds_numbers_that_come_byte_by_byte,
    },
    Check {
        name: "joins-a-carriage-return-and-its-newline",
        title: "joins a carriage return and its newline when they come apart",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "The carriage return may be the last byte that is there for now. Look at it when the newline has \
               come.",
        run: joins_a_carriage_return_and_its_newline,
    },
    Check {
        name: "answers-requests-that-come-at-once",
        title: "answers all requests that come at once, in order",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "One read may bring many lines. What stands behind the first newline is the next request: keep it.",
        run: answers_requests_that_come_at_once,
    },
    Check {
        name: "answers-a-request-and-a-half",
        title: "answers a request and a half",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "The first line is answered at once, the half of the second is kept. A new buffer, or a new \
               BufReader, for each request throws it away.",
        run: answers_a_request_and_a_half,
    },
    Check {
        name: "answers-a-last-line-without-a-newline",
        title: "answers a last line without a newline",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "The end of file ends a line, too. read_until and read_line give you what came before it.",
        run: answers_a_last_line_without_a_newline,
    },
    Check {
        name: "answers-random-requests-cut-at-random",
        title: "answers random requests, cut and joined at random",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "Some cut, or some joint, between your reads loses or changes bytes. `again` brings back exactly this \
               run: look at where its pieces end.",
        run: answers_random_requests_cut_at_random,
    },
];

fn adds_numbers_cut_anywhere(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    let (a, b) = small_numbers(lab);
    let request = format!("-{a} {b}\n");
    for cut in 1..request.len() {
        let (first, second) = request.split_at(cut);
        lab.doing(format!(
            "sent {}, and once your server had read it, {}",
            quote(first.as_bytes()),
            quote(second.as_bytes())
        ));
        client.send(first)?;
        client.wait_until_read()?;
        client.send(second)?;
        client.expect(format!("{}\n", b - a))?;
    }
    Ok(())
}

fn adds_numbers_that_come_byte_by_byte(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    let (a, b) = small_numbers(lab);
    let request = format!("{a} {b}\n");
    lab.doing(format!(
        "sent {}, each byte when the one before had been read",
        quote(request.as_bytes())
    ));
    for byte in request.as_bytes() {
        client.send([*byte])?;
        client.wait_until_read()?;
    }
    client.expect(format!("{}\n", a + b))
}

fn joins_a_carriage_return_and_its_newline(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    let (a, b) = small_numbers(lab);
    let first = format!("{a} {b}\r");
    lab.doing(format!(
        "sent {}, and once your server had read it, \"\\n\"",
        quote(first.as_bytes())
    ));
    client.send(first)?;
    client.wait_until_read()?;
    client.send("\n")?;
    client.wait_until_read()?;
    client.expect(format!("{}\n", a + b))?;
    lab.doing("sent a second request after a line end in two pieces");
    adds(lab, &mut client)
}

fn answers_requests_that_come_at_once(lab: &Lab) -> Verdict {
    const REQUESTS: i64 = 3000;
    let (server, mut client) = begin(lab)?;
    let (a, b) = small_numbers(lab);
    lab.doing(format!(
        "sent {REQUESTS} requests before your server looked: \"{a} {b}\\n{} {b}\\n…\"",
        a + 1
    ));
    let requests: String = (0..REQUESTS).map(|k| format!("{} {b}\n", a + k)).collect();
    let replies: String = (0..REQUESTS).map(|k| format!("{}\n", a + k + b)).collect();
    // Held still, so that everything is there at its next read.
    server.pause()?;
    client.send(requests)?;
    server.resume();
    client.expect(replies)
}

fn answers_a_request_and_a_half(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    let (a, b) = small_numbers(lab);
    let (first, second) = (format!("{a} {b}\n{b}"), format!("1 {a}\n"));
    lab.doing(format!(
        "sent {} in one piece, and after the first reply {}",
        quote(first.as_bytes()),
        quote(second.as_bytes())
    ));
    server.pause()?;
    client.send(first)?;
    server.resume();
    client.expect(format!("{}\n", a + b))?;
    client.wait_until_read()?;
    client.send(second)?;
    client.expect(format!("{}\n", b * 10 + 1 + a))
}

fn answers_a_last_line_without_a_newline(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    let (a, b) = small_numbers(lab);
    for (end, name) in [("", "nothing"), ("\r", "a carriage return")] {
        let request = format!("1 2\n{a} {b}{end}");
        lab.doing(format!(
            "sent {}, whose last line ends in {name}, and shut the sending side",
            quote(request.as_bytes())
        ));
        client.send(request)?;
        client.finish_sending()?;
        client.expect(format!("3\n{}\n", a + b))?;
        client.expect_close()?;
        client = server.connect()?;
    }
    Ok(())
}

fn answers_random_requests_cut_at_random(lab: &Lab) -> Verdict {
    super::answers_random(lab, |random, _| requests::plain(random))
}
