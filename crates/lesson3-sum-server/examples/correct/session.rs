//! A conversation without a socket: bytes are put in as they come, replies are taken out.

use crate::arguments::Framing;

const LONGEST: usize = 1024;

pub(crate) struct Session {
    framing: Framing,
    kept: Vec<u8>,
    replies: Vec<u8>,
    /// Nothing more is taken after this.
    pub(crate) over: bool,
}

impl Session {
    pub(crate) fn new(framing: Framing) -> Session {
        Session {
            framing,
            kept: Vec::new(),
            replies: Vec::new(),
            over: false,
        }
    }

    /// The replies that there are now.
    pub(crate) fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.replies)
    }

    pub(crate) fn put(&mut self, bytes: &[u8]) {
        for byte in bytes {
            if self.over {
                return;
            }
            self.kept.push(*byte);
            self.look();
        }
    }

    /// The client has ended.
    pub(crate) fn end(&mut self) {
        let last = std::mem::take(&mut self.kept);
        match self.framing {
            Framing::Lines if !last.is_empty() && !self.over => {
                self.line(last.strip_suffix(b"\r").unwrap_or(&last));
            }
            Framing::Shutdown if !self.over => {
                let text = last.strip_suffix(b"\n").unwrap_or(&last);
                let text = text.strip_suffix(b"\r").unwrap_or(text);
                self.replies.extend(reply(text).into_bytes());
            }
            _ => {}
        }
        self.over = true;
    }

    /// Is there a whole request?
    fn look(&mut self) {
        match self.framing {
            Framing::Lines if self.kept.ends_with(b"\n") => {
                let line = std::mem::take(&mut self.kept);
                let line = &line[..line.len() - 1];
                self.line(line.strip_suffix(b"\r").unwrap_or(line));
            }
            Framing::Lines if self.kept.len() > LONGEST => self.stop(b"error: line too long\n"),
            Framing::Shutdown if self.kept.len() > LONGEST => self.stop(b"error: line too long"),
            Framing::Fixed if self.kept.len() == 16 => {
                let request = std::mem::take(&mut self.kept);
                let number = |bytes: &[u8]| {
                    bytes
                        .iter()
                        .fold(0_i64, |sum, byte| sum << 8 | i64::from(*byte))
                };
                let sum = i128::from(number(&request[..8])) + i128::from(number(&request[8..]));
                let (status, sum) = i64::try_from(sum).map_or((1, 0), |sum| (0, sum));
                self.replies.push(status);
                self.replies.extend(sum.to_be_bytes());
            }
            Framing::Length if self.kept.len() >= 2 => {
                let length = usize::from(self.kept[0]) * 256 + usize::from(self.kept[1]);
                if length > LONGEST {
                    let last = with_length("error: that is too much");
                    self.stop(&last);
                } else if self.kept.len() == 2 + length {
                    let request = std::mem::take(&mut self.kept);
                    self.replies.extend(with_length(&reply(&request[2..])));
                }
            }
            _ => {}
        }
    }

    fn line(&mut self, line: &[u8]) {
        self.replies.extend(reply(line).into_bytes());
        self.replies.push(b'\n');
    }

    fn stop(&mut self, last: &[u8]) {
        self.replies.extend_from_slice(last);
        self.kept.clear();
        self.over = true;
    }
}

fn with_length(text: &str) -> Vec<u8> {
    let length = text.len();
    let mut message = vec![(length / 256) as u8, (length % 256) as u8];
    message.extend(text.bytes());
    message
}

fn reply(text: &[u8]) -> String {
    let mut numbers = Vec::new();
    for word in text.split(|byte| *byte == b' ' || *byte == b'\t') {
        if word.is_empty() {
            continue;
        }
        match number(word) {
            Some(number) => numbers.push(number),
            None => return "error: that is no number".to_owned(),
        }
    }
    let [a, b] = numbers[..] else {
        return format!("error: {} numbers are not two", numbers.len());
    };
    match i64::try_from(a + b) {
        Ok(sum) => sum.to_string(),
        Err(_) => "error: overflow".to_owned(),
    }
}

fn number(word: &[u8]) -> Option<i128> {
    let (sign, digits) = match word {
        [b'-', digits @ ..] => (-1, digits),
        [b'+', digits @ ..] => (1, digits),
        digits => (1, digits),
    };
    if digits.is_empty() {
        return None;
    }
    let mut number = 0_i128;
    for digit in digits {
        if !digit.is_ascii_digit() {
            return None;
        }
        // Enough to be too large, however many digits follow.
        number = (number * 10 + i128::from(digit - b'0')).min(1 << 80);
    }
    let number = number * sign;
    i64::try_from(number).is_ok().then_some(number)
}
