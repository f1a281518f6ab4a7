//! Stage 4: the client's side of the other framings.

use super::PROGRAM;
use super::asked;
use super::fails;
use super::fails_with;
use super::prints;
use crate::requests;
use crate::requests::below;
use grader::Check;
use grader::Lab;
use grader::Stdin;
use grader::Verdict;
use grader::quote;
use grader::servers::ANY_PORT;

/// 1 and 2 in the framing `fixed`, and in `length`.
const FIXED: &[u8] = b"\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\x02";
const LENGTH: &[u8] = b"\0\x031 2";

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "client-fixed-reads-nine-bytes",
        title: "fixed: sends 16 bytes, and prints the sum from 9 bytes in pieces",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "Two numbers of 8 bytes go out, a status and 8 bytes come back, in as many pieces as the network \
               likes.",
        run: fixed_reads_nine_bytes,
    },
    Check {
        name: "client-fixed-refuses-bad-replies",
        title: "fixed: refuses an overflow, an unknown status, and half a reply",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "Status 0 is a sum, status 1 an overflow, and every other one is something you do not understand.",
        run: fixed_refuses_bad_replies,
    },
    Check {
        name: "client-length-reads-the-length-first",
        title: "length: sends length and text, and reads a reply in pieces",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "First the two bytes of the length, then as many bytes as they say.",
        run: length_reads_the_length_first,
    },
    Check {
        name: "client-length-refuses-bad-replies",
        title: "length: refuses an error, nonsense, and a reply that is cut off",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "A reply whose length promises more than comes is cut off; an empty one is no number.",
        run: length_refuses_bad_replies,
    },
    Check {
        name: "client-shutdown-ends-its-request",
        title: "shutdown: ends its request, and reads until the server has closed",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "Without your shutdown the server waits for more of your request, and you wait for its reply.",
        run: shutdown_ends_its_request,
    },
    Check {
        name: "client-shutdown-refuses-bad-replies",
        title: "shutdown: refuses an error, nonsense, and no reply at all",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "The end of file ends the reply: what came before it must be a number, and nothing is none.",
        run: shutdown_refuses_bad_replies,
    },
    Check {
        name: "client-asks-for-random-numbers",
        title: "asks for random numbers in every framing, with replies cut at random",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "Some cut of the reply loses bytes, or some number does not go through. `again` brings back exactly \
               this run.",
        run: asks_for_random_numbers,
    },
];

fn fixed_reads_nine_bytes(lab: &Lab) -> Verdict {
    let (client, mut connection) = asked(lab, "fixed", FIXED)?;
    let reply = reply("fixed", -10);
    lab.doing(format!(
        "sent the reply {}, each byte when the one before had been read",
        quote(&reply)
    ));
    for byte in &reply[..8] {
        connection.send([*byte])?;
        connection.wait_until_read()?;
    }
    connection.send(&reply[8..])?;
    prints(lab, &client, "-10\n")?;
    connection.expect_close()
}

fn fixed_refuses_bad_replies(lab: &Lab) -> Verdict {
    let (client, mut connection) = asked(lab, "fixed", FIXED)?;
    lab.doing("answered with status 1");
    connection.send([[1].as_slice(), &[0; 8]].concat())?;
    fails_with(lab, &client, "error: overflow")?;
    let bad: [&[u8]; 4] = [
        b"\x02\0\0\0\0\0\0\0\x03",
        b"error: 12",
        b"\0\0\0\0\0\0\0\0",
        b"",
    ];
    refuses(lab, "fixed", FIXED, &bad)
}

fn length_reads_the_length_first(lab: &Lab) -> Verdict {
    let (client, mut connection) = asked(lab, "length", LENGTH)?;
    let reply = reply("length", 1234);
    lab.doing(format!(
        "sent the reply {}, each byte when the one before had been read",
        quote(&reply)
    ));
    let last = reply.len() - 1;
    for byte in &reply[..last] {
        connection.send([*byte])?;
        connection.wait_until_read()?;
    }
    connection.send(&reply[last..])?;
    prints(lab, &client, "1234\n")?;
    connection.expect_close()
}

fn length_refuses_bad_replies(lab: &Lab) -> Verdict {
    let (client, mut connection) = asked(lab, "length", LENGTH)?;
    lab.doing("answered with an error");
    connection.send(b"\0\x0ferror: overflow")?;
    fails_with(lab, &client, "error: overflow")?;
    let bad: [&[u8]; 6] = [
        b"\0\x0512",
        b"\0\0",
        b"\0",
        b"",
        b"\0\x05three",
        b"\0\x02\xff\xff",
    ];
    refuses(lab, "length", LENGTH, &bad)
}

fn shutdown_ends_its_request(lab: &Lab) -> Verdict {
    let (client, mut connection) = asked(lab, "shutdown", b"1 2")?;
    lab.doing("sent the reply \"-77\" in three pieces, and closed");
    for byte in b"-77" {
        connection.send([*byte])?;
        connection.wait_until_read()?;
    }
    connection.finish_sending()?;
    prints(lab, &client, "-77\n")
}

fn shutdown_refuses_bad_replies(lab: &Lab) -> Verdict {
    let (client, mut connection) = asked(lab, "shutdown", b"1 2")?;
    lab.doing("answered with an error, and closed");
    connection.send("error: overflow")?;
    connection.finish_sending()?;
    fails_with(lab, &client, "error: overflow")?;
    refuses(lab, "shutdown", b"1 2", &[b"", b"three", b"1 2", b"3\xff"])
}

fn asks_for_random_numbers(lab: &Lab) -> Verdict {
    for round in 0..3 {
        for framing in ["lines", "fixed", "length", "shutdown"] {
            let (a, b) = {
                let mut random = lab.random();
                // Half of what an i64 holds, so that the sum is one.
                (
                    requests::number(&mut random) / 2,
                    requests::number(&mut random) / 2,
                )
            };
            let what = format!(
                "round {}: ran it for {a} and {b} in framing {framing}",
                round + 1
            );
            lab.doing(&what);
            let listener = lab.listen(ANY_PORT)?;
            let words = [listener.addr().to_string(), a.to_string(), b.to_string()];
            let arguments = [&words[0], &words[1], &words[2], "--framing", framing];
            let client = lab.start(PROGRAM, &arguments, Stdin::Empty)?;
            let mut connection = listener.accept(&client)?;
            connection.expect(request(framing, a, b))?;
            lab.doing(format!("{what}, and sent the reply in random pieces"));
            let reply = reply(framing, a + b);
            let mut rest = reply.as_slice();
            while !rest.is_empty() {
                let length = (1 + below(&mut lab.random(), 5)).min(rest.len());
                connection.send(&rest[..length])?;
                rest = &rest[length..];
                if !rest.is_empty() {
                    connection.wait_until_read()?;
                }
            }
            // Only `shutdown` waits for this; whoever has the whole reply may have gone.
            let _ = connection.finish_sending();
            prints(lab, &client, &format!("{}\n", a + b))?;
        }
    }
    Ok(())
}

/// Each of these replies, after which the connection is closed, is an error.
fn refuses(lab: &Lab, framing: &str, request: &[u8], replies: &[&[u8]]) -> Verdict {
    for reply in replies {
        let (client, mut connection) = asked(lab, framing, request)?;
        lab.doing(format!("answered with {}, and closed", quote(reply)));
        connection.send(reply)?;
        drop(connection);
        fails(lab, &client)?;
    }
    Ok(())
}

pub(super) fn request(framing: &str, a: i64, b: i64) -> Vec<u8> {
    let text = format!("{a} {b}");
    match framing {
        "fixed" => [a.to_be_bytes(), b.to_be_bytes()].concat(),
        "length" => [
            (text.len() as u16).to_be_bytes().as_slice(),
            text.as_bytes(),
        ]
        .concat(),
        "shutdown" => text.into_bytes(),
        _ => format!("{text}\n").into_bytes(),
    }
}

pub(super) fn reply(framing: &str, sum: i64) -> Vec<u8> {
    let text = sum.to_string();
    match framing {
        "fixed" => [[0].as_slice(), &sum.to_be_bytes()].concat(),
        "length" => [
            (text.len() as u16).to_be_bytes().as_slice(),
            text.as_bytes(),
        ]
        .concat(),
        "shutdown" => text.into_bytes(),
        _ => format!("{text}\n").into_bytes(),
    }
}
