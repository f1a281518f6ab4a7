//! Stage 3: what is a number, and what is none. Every bad request is answered, and so is the good one after it.

use super::PROGRAM;
use super::adds;
use super::begin;
use super::expect_line;
use crate::requests;
use crate::requests::Answer;
use crate::requests::answer_to;
use grader::Check;
use grader::Lab;
use grader::Verdict;
use grader::quote;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "takes-plus-signs-and-leading-zeros",
        title: "takes plus signs and leading zeros",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "`+5` and `005` are integers. What does the parser that you use say to them?",
        run: takes_plus_signs_and_leading_zeros,
    },
    Check {
        name: "takes-any-number-of-spaces-and-tabs",
        title: "takes any number of spaces and tabs",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "Spaces and tabs may stand before, between and after the numbers, as many as somebody likes.",
        run: takes_any_number_of_spaces_and_tabs,
    },
    Check {
        name: "adds-the-largest-and-the-smallest",
        title: "adds the largest and the smallest numbers",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "A 64-bit integer goes from -9223372036854775808 to 9223372036854775807. No float holds all of them \
               exactly.",
        run: adds_the_largest_and_the_smallest,
    },
    Check {
        name: "says-overflow-both-ways",
        title: "says overflow, upwards and downwards, and goes on",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "i64 + i64 need not fit into an i64: + panics in a debug build and wraps in a release build. \
               checked_add tells.",
        run: says_overflow_both_ways,
    },
    Check {
        name: "refuses-numbers-that-do-not-fit",
        title: "refuses numbers that do not fit into 64 bits",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "A number that is too large for an i64 is a bad request like any other: answer it, and go on.",
        run: refuses_numbers_that_do_not_fit,
    },
    Check {
        name: "refuses-one-number-and-three",
        title: "refuses one number, and three",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "Exactly two numbers are a request. What do you do with the third word, and what without the second?",
        run: refuses_one_number_and_three,
    },
    Check {
        name: "refuses-an-empty-line",
        title: "refuses an empty line",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "An empty line is a request with no numbers: it gets its error. It is not the end of file.",
        run: refuses_an_empty_line,
    },
    Check {
        name: "refuses-what-is-no-integer",
        title: "refuses what is no integer",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "An integer is a sign or none, and digits. `1.5`, `1_000`, `0x10` and `1e3` are something else.",
        run: refuses_what_is_no_integer,
    },
    Check {
        name: "refuses-other-white-space",
        title: "refuses white space other than spaces and tabs",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "trim() and split_whitespace() take more for white space than a space and a tab. Which bytes may \
               stand between the numbers?",
        run: refuses_other_white_space,
    },
    Check {
        name: "refuses-what-is-no-text",
        title: "refuses bytes that are no text",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "read_line and lines() fail at bytes that are not UTF-8, and the conversation with them. read_until \
               takes any bytes.",
        run: refuses_what_is_no_text,
    },
    Check {
        name: "answers-every-kind-of-request-at-random",
        title: "answers random requests of every kind, good and bad",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "`did` shows the request that got a wrong answer. Is it one, according to the README, and which? \
               `again` brings back exactly this run.",
        run: answers_every_kind_of_request,
    },
];

fn answers_every_kind_of_request(lab: &Lab) -> Verdict {
    super::answers_random(lab, requests::any)
}

fn takes_plus_signs_and_leading_zeros(lab: &Lab) -> Verdict {
    let zeros = "0".repeat(400);
    takes(
        lab,
        &[
            ("+5 +6", 11),
            ("005 -0007", -2),
            ("+0 -0", 0),
            (&format!("{zeros}12 -{zeros}5"), 7),
        ],
    )
}

fn takes_any_number_of_spaces_and_tabs(lab: &Lab) -> Verdict {
    takes(
        lab,
        &[
            (" 1 2", 3),
            ("3\t4", 7),
            ("5  6 ", 11),
            ("\t 7 \t\t 8\t", 15),
        ],
    )
}

fn adds_the_largest_and_the_smallest(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    let (largest, smallest) = (i64::MAX, i64::MIN);
    for (a, b) in [
        (largest, 0),
        (0, smallest),
        (largest, smallest),
        (largest - 1, 1),
        (smallest + 1, -1),
        (largest, -1),
        (1 << 53, 1),
        (i64::from(i32::MAX), 1),
        (i64::from(i32::MIN), -1),
    ] {
        let request = format!("{a} {b}\n");
        lab.doing(format!("sent {}", quote(request.as_bytes())));
        client.send(request)?;
        expect_line(&mut client, &answer_to(a, b))?;
    }
    Ok(())
}

fn says_overflow_both_ways(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    for (a, b) in [
        (i64::MAX, 1),
        (i64::MIN, -1),
        (i64::MAX, i64::MAX),
        (i64::MIN, i64::MIN),
    ] {
        let request = format!("{a} {b}\n");
        lab.doing(format!("sent {}", quote(request.as_bytes())));
        client.send(request)?;
        expect_line(&mut client, &Answer::Overflow)?;
        lab.doing(format!("sent a good request after \"{a} {b}\\n\""));
        adds(lab, &mut client)?;
    }
    Ok(())
}

fn refuses_numbers_that_do_not_fit(lab: &Lab) -> Verdict {
    let long = format!("1 {}", "9".repeat(100));
    refuses(
        lab,
        &[
            b"9223372036854775808 0",
            b"0 -9223372036854775809",
            b"18446744073709551617 1",
            long.as_bytes(),
        ],
    )
}

fn refuses_one_number_and_three(lab: &Lab) -> Verdict {
    refuses(lab, &[b"7", b"1 2 3", b" 7 ", b"1 2 x"])
}

fn refuses_an_empty_line(lab: &Lab) -> Verdict {
    refuses(lab, &[b"", b"\r", b"  ", b"\t"])
}

fn refuses_what_is_no_integer(lab: &Lab) -> Verdict {
    refuses(
        lab,
        &[
            b"a b", b"1,2", b"1, 2", b"1.5 2", b"1 2.0", b"0x10 1", b"1_000 1", b"1e3 1", b"1 2a",
            b"- 1 2", b"+ 1", b"1 -", b"--1 2", b"+-1 2", b"1 2-", b"1 + 2",
        ],
    )
}

fn refuses_other_white_space(lab: &Lab) -> Verdict {
    let no_break_space = "1\u{a0}2".as_bytes();
    refuses(
        lab,
        &[
            b"1 2\x0c",
            b"\x0b1 2",
            b"1\x0c2",
            b"1 2\r\r",
            b"1\r2",
            b"\r1 2",
            no_break_space,
        ],
    )
}

fn refuses_what_is_no_text(lab: &Lab) -> Verdict {
    let digits_of_another_script = "\u{ff11} \u{ff12}".as_bytes();
    refuses(
        lab,
        &[
            b"\xff",
            b"1 2\xff",
            b"1\xc3 2",
            b"1 2\x00",
            digits_of_another_script,
        ],
    )
}

/// Each of the requests has this sum.
fn takes(lab: &Lab, requests: &[(&str, i64)]) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    for (text, sum) in requests {
        let request = format!("{text}\n");
        lab.doing(format!("sent {}", quote(request.as_bytes())));
        client.send(request)?;
        client.expect(format!("{sum}\n"))?;
    }
    Ok(())
}

/// Each of the requests is answered with an error, and the good one after it with its sum.
fn refuses(lab: &Lab, requests: &[&[u8]]) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    for text in requests {
        let request = [text, b"\n".as_slice()].concat();
        lab.doing(format!("sent {}", quote(&request)));
        client.send(&request)?;
        expect_line(&mut client, &Answer::Error)?;
        lab.doing(format!("sent a good request after {}", quote(&request)));
        adds(lab, &mut client)?;
    }
    Ok(())
}
