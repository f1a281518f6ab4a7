//! Stage 4, the framing `length`: a message with its length in front.

use super::PROGRAM;
use super::begin_with;
use super::is_error;
use super::send_in_pieces;
use super::serve;
use super::small_numbers;
use crate::requests;
use crate::requests::Answer;
use crate::requests::Request;
use crate::requests::answer_to;
use grader::Cause;
use grader::Check;
use grader::Connection;
use grader::Failure;
use grader::Lab;
use grader::Verdict;
use grader::quote;

const LENGTH: &str = "length";
/// The longest text.
const LONGEST: usize = 1024;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "length-adds-two-numbers",
        title: "length: adds two numbers",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "Two bytes, most significant first, say how many bytes of text follow; the reply is made in the same \
               way.",
        run: adds_two_numbers,
    },
    Check {
        name: "length-joins-a-request-in-pieces",
        title: "length: joins a request that comes in two pieces, cut anywhere",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "The cut may be between the two bytes of the length. Fill the prefix, then the text: read_exact does \
               both.",
        run: joins_a_request_in_pieces,
    },
    Check {
        name: "length-answers-random-requests",
        title: "length: answers random requests, cut and joined at random",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "Take from the stream what the length says, not a byte more or less; the next length begins right \
               behind it.",
        run: answers_random_requests,
    },
    Check {
        name: "length-refuses-bad-requests",
        title: "length: refuses bad requests, an empty one too, and goes on",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "A length of 0 is a request without numbers. A text that ends in a newline is bad here: the newline \
               belongs to another framing.",
        run: refuses_bad_requests,
    },
    Check {
        name: "length-takes-a-text-of-1024-bytes",
        title: "length: takes a text of 1024 bytes",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "1024 is still allowed. Which of < and <= does your limit use?",
        run: takes_a_text_of_1024_bytes,
    },
    Check {
        name: "length-refuses-more-on-the-prefix-alone",
        title: "length: refuses a length of 1025 or 65535 on the prefix alone",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "Whoever waits for 65535 bytes because a stranger announced them waits for ever. Answer at once, and \
               close.",
        run: refuses_more_on_the_prefix_alone,
    },
    Check {
        name: "length-closes-after-half-a-request",
        title: "length: closes without a reply when the request is cut off",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "The end of file may come in the prefix or in the text. In both cases there is no request to answer.",
        run: closes_after_half_a_request,
    },
];

fn adds_two_numbers(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin_with(lab, LENGTH)?;
    let (a, b) = small_numbers(lab);
    for (a, b) in [(a, b), (-a, b), (i64::MAX, 1), (i64::MIN, i64::MAX)] {
        let text = format!("{a} {b}");
        ask(lab, &mut client, text.as_bytes(), &answer_to(a, b))?;
    }
    client.finish_sending()?;
    client.expect_close()
}

fn joins_a_request_in_pieces(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin_with(lab, LENGTH)?;
    let (a, b) = small_numbers(lab);
    let request = message(format!("{a} {b}").as_bytes());
    for cut in 1..request.len() {
        let (first, second) = request.split_at(cut);
        lab.doing(format!(
            "sent {}, and once your server had read it, {}",
            quote(first),
            quote(second)
        ));
        client.send(first)?;
        client.wait_until_read()?;
        client.send(second)?;
        expect(&mut client, &answer_to(a, b))?;
    }
    Ok(())
}

fn answers_random_requests(lab: &Lab) -> Verdict {
    const REQUESTS: usize = 60;
    let (server, mut client) = begin_with(lab, LENGTH)?;
    let requests: Vec<Request> = (0..REQUESTS)
        .map(|k| requests::any(&mut lab.random(), k))
        .collect();
    let stream: Vec<u8> = requests
        .iter()
        .flat_map(|request| message(&request.text))
        .collect();
    lab.doing("sent random requests in random pieces");
    send_in_pieces(lab, &mut client, &stream)?;
    for (k, request) in requests.iter().enumerate() {
        lab.doing(format!(
            "sent random requests in random pieces; number {} was {}",
            k + 1,
            quote(&message(&request.text))
        ));
        expect(&mut client, &request.answer)?;
    }
    lab.doing("sent 3,000 requests before your server looked, and compared every reply");
    let numbers: Vec<(i64, i64)> = (0..3000).map(|k| (k, small_numbers(lab).0)).collect();
    let ask = |(a, b): &(i64, i64)| message(format!("{a} {b}").as_bytes());
    let reply = |(a, b): &(i64, i64)| message((a + b).to_string().as_bytes());
    server.pause()?;
    client.send(numbers.iter().flat_map(ask).collect::<Vec<u8>>())?;
    server.resume();
    client.expect(numbers.iter().flat_map(reply).collect::<Vec<u8>>())
}

fn refuses_bad_requests(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin_with(lab, LENGTH)?;
    let (a, b) = small_numbers(lab);
    let bad: [&[u8]; 8] = [
        b"", b"1", b"1 2 3", b"1,2", b"1 2\n", b"1 2\r\n", b"1\n2", b"\xff 2",
    ];
    for text in bad {
        ask(lab, &mut client, text, &Answer::Error)?;
        let good = format!("{a} {b}");
        ask(lab, &mut client, good.as_bytes(), &answer_to(a, b))?;
    }
    Ok(())
}

fn takes_a_text_of_1024_bytes(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin_with(lab, LENGTH)?;
    let text = format!("4{}5", " ".repeat(LONGEST - 2));
    ask(lab, &mut client, text.as_bytes(), &Answer::Sum(9))?;
    ask(lab, &mut client, b"1 2", &Answer::Sum(3))
}

fn refuses_more_on_the_prefix_alone(lab: &Lab) -> Verdict {
    let server = serve(lab, LENGTH)?;
    for length in [1025_u16, 65535] {
        let mut client = server.connect()?;
        ask(lab, &mut client, b"1 2", &Answer::Sum(3))?;
        lab.doing(format!(
            "sent the length {length}, and not a byte of the text"
        ));
        client.send(length.to_be_bytes())?;
        expect(&mut client, &Answer::Error)?;
        client.expect_close()?;
    }
    ask(lab, &mut server.connect()?, b"1 2", &Answer::Sum(3))
}

fn closes_after_half_a_request(lab: &Lab) -> Verdict {
    let server = serve(lab, LENGTH)?;
    for part in [
        b"\x00".as_slice(),
        b"\x00\x03",
        b"\x00\x031 ",
        b"\x04\x001 2",
    ] {
        let mut client = server.connect()?;
        ask(lab, &mut client, b"1 2", &Answer::Sum(3))?;
        lab.doing(format!("sent {}, and shut the sending side", quote(part)));
        client.send(part)?;
        client.finish_sending()?;
        client.expect_close()?;
    }
    ask(lab, &mut server.connect()?, b"1 2", &Answer::Sum(3))
}

fn ask(lab: &Lab, client: &mut Connection, text: &[u8], answer: &Answer) -> Verdict {
    let request = message(text);
    lab.doing(format!("sent {}", quote(&request)));
    client.send(request)?;
    expect(client, answer)
}

/// The reply with its length in front.
fn expect(client: &mut Connection, answer: &Answer) -> Verdict {
    match answer {
        Answer::Sum(sum) => client.expect(message(sum.to_string().as_bytes())),
        Answer::Overflow => client.expect(message(b"error: overflow")),
        Answer::Error => {
            let expected = "a length, and as many bytes, which begin with \"error: \"";
            let prefix = client.read_exactly(2, expected)?;
            let length = usize::from(prefix[0]) << 8 | usize::from(prefix[1]);
            let reply = client.read_exactly(length, expected)?;
            is_error(&reply, expected)?;
            if reply.contains(&b'\n') {
                let expected = "an error without a newline: its length ends it";
                return Err(Failure::new(Cause::WrongBytes, expected, quote(&reply)));
            }
            Ok(())
        }
    }
}

fn message(text: &[u8]) -> Vec<u8> {
    let length = text.len() as u16;
    [length.to_be_bytes().as_slice(), text].concat()
}
