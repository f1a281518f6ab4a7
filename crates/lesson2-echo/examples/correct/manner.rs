//! How a program goes about its work: in small pieces, in large ones, slowly, with much talk on stderr.

use std::io::Write;
use std::thread::sleep;
use std::time::Duration;

pub(crate) struct Manner {
    /// Bytes for one read.
    pub(crate) buffer: usize,
    /// Before it listens or connects.
    pub(crate) start: Duration,
    /// Before each answer.
    pub(crate) answer: Duration,
    /// Bytes of nonsense on stderr with each answer.
    pub(crate) noise: usize,
}

impl Manner {
    pub(crate) fn of(variant: &str) -> Manner {
        let plain = Manner {
            buffer: 4096,
            start: Duration::ZERO,
            answer: Duration::ZERO,
            noise: 0,
        };
        match variant {
            "one-byte-at-a-time" => Manner { buffer: 1, ..plain },
            "seven-bytes-at-a-time" => Manner { buffer: 7, ..plain },
            "one-mebibyte-at-a-time" => Manner {
                buffer: 1 << 20,
                ..plain
            },
            "slow" => Manner {
                buffer: 1 << 16,
                start: Duration::from_secs(2),
                answer: Duration::from_millis(20),
                ..plain
            },
            "chatty" => Manner {
                noise: 64 * 1024,
                ..plain
            },
            _ => plain,
        }
    }

    pub(crate) fn begin(&self) {
        sleep(self.start);
    }

    /// What it does before each answer.
    pub(crate) fn dawdle(&self) {
        sleep(self.answer);
        if self.noise > 0 {
            // No text, and no end of line.
            let _ = std::io::stderr().write_all(&vec![0xfe; self.noise]);
        }
    }
}
