//! Random requests whose answers are known by how they were made: nothing here reads a request, as a server must.

use grader::Random;

/// What a server must answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Answer {
    Sum(i64),
    Overflow,
    /// Any error: the reason is the server's affair.
    Error,
}

/// A request and its answer.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    /// Without any framing.
    pub(crate) text: Vec<u8>,
    pub(crate) answer: Answer,
}

/// The answer to two numbers.
pub(crate) fn answer_to(a: i64, b: i64) -> Answer {
    let sum = i128::from(a) + i128::from(b);
    i64::try_from(sum).map_or(Answer::Overflow, Answer::Sum)
}

/// A good request in its plainest form, with a sum that a child could find.
pub(crate) fn plain(random: &mut Random) -> Request {
    let mut number = || below(random, 20_000) as i64 - 10_000;
    let (a, b) = (number(), number());
    Request {
        text: format!("{a} {b}").into_bytes(),
        answer: Answer::Sum(a + b),
    }
}

/// Request number `k` of many: two of three are good ones in some dress, the others have one fault each, in turn.
pub(crate) fn any(random: &mut Random, k: usize) -> Request {
    let (a, b) = (number(random), number(random));
    let (first, second) = (dressed(a, random), dressed(b, random));
    let (before, between, after) = (blank(random, 0), blank(random, 1), blank(random, 0));
    let good = format!("{before}{first}{between}{second}{after}");
    if !k.is_multiple_of(3) {
        return Request {
            text: good.into_bytes(),
            answer: answer_to(a, b),
        };
    }
    Request {
        text: spoilt(&first, &second, k / 3),
        answer: Answer::Error,
    }
}

/// A number below `limit`.
pub(crate) fn below(random: &mut Random, limit: usize) -> usize {
    (random.number() % limit as u64) as usize
}

/// A number of any size: small ones, large ones, and those at the ends.
pub(crate) fn number(random: &mut Random) -> i64 {
    match below(random, 8) {
        0 => i64::MAX,
        1 => i64::MIN,
        2 => random.number() as i64,
        _ => {
            let bits = 1 + below(random, 40);
            (random.number() as i64) >> (63 - bits)
        }
    }
}

/// The number as somebody might write it.
fn dressed(number: i64, random: &mut Random) -> String {
    let zeros = "0".repeat(below(random, 4));
    let digits = number.unsigned_abs();
    match (number < 0, below(random, 3)) {
        (true, _) => format!("-{zeros}{digits}"),
        (false, 0) => format!("+{zeros}{digits}"),
        (false, _) => format!("{zeros}{digits}"),
    }
}

fn blank(random: &mut Random, least: usize) -> String {
    let length = least + below(random, 3);
    let pick = |random: &mut Random| if below(random, 3) == 0 { '\t' } else { ' ' };
    (0..length).map(|_| pick(random)).collect()
}

fn spoilt(first: &str, second: &str, fault: usize) -> Vec<u8> {
    let text = match fault % 8 {
        0 => String::new(),
        1 => first.to_owned(),
        2 => format!("{first} {second} {first}"),
        3 => format!("{first},{second}"),
        4 => format!("{first} {second}.0"),
        5 => format!("{first} {second}x"),
        6 => format!("{first} 0x{second}"),
        _ => return [first.as_bytes(), b" \xff ", second.as_bytes()].concat(),
    };
    text.into_bytes()
}
