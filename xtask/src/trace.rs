//! `check --trace DIR`: each check's conversation as files of its own, DIR/LESSON/CHECK.json, .svg and .pcapng.

mod capture;
mod json;
mod packets;
mod pcapng;
mod picture;
mod svg;

pub(crate) use picture::Others;
pub(crate) use picture::Transfer;

use crate::messages;
use anyhow::Context;
use anyhow::Result;
use anyhow::anyhow;
use grader::CheckReport;
use grader::Conversation;
use grader::Event;
use grader::EventKind;
use grader::LessonReport;
use grader::Piece;
use grader::Trace;
use std::fs;
use std::num::NonZero;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::PoisonError;

/// Where the files go, and how many conversations have gone there.
pub(crate) struct Folder {
    path: PathBuf,
    written: usize,
}

/// One check's conversation, as every kind of file tells it.
struct Story<'a> {
    lesson: &'a str,
    check: &'a CheckReport,
    /// When the check began, in microseconds since 1970.
    began_us: u64,
    conversations: Vec<Conversation>,
    /// Everything in the order of its time, what the program wrote to stderr and what it called included.
    pieces: Vec<Piece>,
}

impl Folder {
    /// Makes the folders of these lessons, and tries to write there: what cannot be kept is not worth the wait.
    ///
    /// # Errors
    /// Where the folder cannot be made or written.
    pub(crate) fn prepare<'a>(
        path: &Path,
        lessons: impl Iterator<Item = &'a str>,
    ) -> Result<Folder> {
        for lesson in lessons {
            let folder = path.join(lesson);
            let probe = folder.join(format!(".probe-{}", std::process::id()));
            let tried = fs::create_dir_all(&folder)
                .and_then(|()| fs::write(&probe, ""))
                .and_then(|()| fs::remove_file(&probe));
            tried.with_context(|| messages::trace::cannot_trace(&folder))?;
        }
        Ok(Folder {
            path: path.to_owned(),
            written: 0,
        })
    }

    /// Takes the traces out of the report, and writes the files of every check that has one.
    ///
    /// # Errors
    /// Where a file cannot be written.
    pub(crate) fn write(&mut self, report: &mut LessonReport) -> Result<()> {
        let traces: Vec<Option<Trace>> = report
            .checks
            .iter_mut()
            .map(|check| check.trace.take())
            .collect();
        let folder = self.path.join(&report.lesson);
        let queue = Mutex::new(report.checks.iter().zip(traces));
        let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
        let work = || {
            let mut written = 0;
            while let Some((check, trace)) = next() {
                if let Some(trace) = trace {
                    write(&folder, &Story::new(&report.lesson, check, trace))?;
                    written += 1;
                }
            }
            anyhow::Ok(written)
        };
        let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
        std::thread::scope(|scope| {
            let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            for worker in workers {
                let written = worker
                    .join()
                    .map_err(|_| anyhow!("a trace was not drawn"))?;
                self.written += written?;
            }
            Ok(())
        })
    }

    /// Says how many conversations were written, and where.
    pub(crate) fn tell(&self) {
        messages::trace::traced(self.written, &self.path);
    }
}

fn write(folder: &Path, story: &Story<'_>) -> Result<()> {
    let write = |extension: &str, bytes: &[u8]| {
        let file = folder.join(format!("{}.{extension}", story.check.name));
        fs::write(&file, bytes).with_context(|| messages::trace::cannot_trace(&file))
    };
    write("json", &json::document(story)?)?;
    write("svg", svg::document(story).as_bytes())?;
    write("pcapng", &capture::file(story))
}

impl<'a> Story<'a> {
    fn new(lesson: &'a str, check: &'a CheckReport, trace: Trace) -> Story<'a> {
        let is_of_no_connection = |event: &&Event| event.connection == 0;
        let notes = check.transcript.iter().filter(is_of_no_connection);
        let mut pieces = trace.pieces;
        pieces.extend(notes.map(piece));
        // Two threads may have been overtaken by each other on their way to the record.
        pieces.sort_by_key(|piece| piece.at_us);
        Story {
            lesson,
            check,
            began_us: trace.began_us,
            conversations: trace.conversations,
            pieces,
        }
    }

    /// Who talks on a connection; `None` where it is about names.
    fn conversation(&self, connection: u32) -> Option<&Conversation> {
        let mut all = self.conversations.iter();
        all.find(|conversation| conversation.connection == connection)
    }
}

/// Something that happened on no connection.
fn piece(event: &Event) -> Piece {
    let words = match event.event {
        EventKind::Stderr => unescaped(&event.bytes),
        _ => event.bytes.clone(),
    };
    Piece {
        at_us: event.at_us,
        connection: event.connection,
        from: event.from,
        event: event.event,
        words,
        bytes: Vec::new(),
        length: 0,
        count: 0,
        sender: String::new(),
    }
}

/// What a program wrote, from the transcript, which escapes all that is not ASCII: here it is text again.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let (byte, length) = match (first, behind) {
            (b'\\', [b'n', ..]) => (b'\n', 2),
            (b'\\', [b't', ..]) => (b'\t', 2),
            (b'\\', [b'r', ..]) => (b'\r', 2),
            (b'\\', [b'x', high, low, ..]) => {
                let digit = |digit: u8| char::from(digit).to_digit(16).unwrap_or_default() as u8;
                (digit(*high) << 4 | digit(*low), 4)
            }
            (b'\\', [quoted, ..]) => (*quoted, 2),
            _ => (*first, 1),
        };
        bytes.push(byte);
        rest = &rest[length..];
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod sample {
    use super::*;
    use grader::Over;
    use grader::Side;

    /// A check of an echo server that failed, with these pieces on two connections: 1 over TCP, 2 over a Unix-domain socket.
    pub(super) fn check(run: impl FnOnce(&Story<'_>), pieces: Vec<Piece>) {
        let report = serde_json::json!({
            "name": "echoes", "title": "sends <one> line back", "program": "echo-server", "stage": 1, "outcome": "failed",
            "points": 0, "max_points": 1, "duration_ms": 12, "seed": 17, "hint": "", "stderr": "", "transcript": [],
            "programs": ["echo-server (pid 4123) is still running"], "passes": 0,
            "failure": {"cause": "wrong_bytes", "doing": "sent", "expected": "\"a\"", "got": "\"b\"", "caret": 1, "at_us": 300},
        });
        let report: CheckReport = serde_json::from_value(report).unwrap();
        let conversation = |connection, over, check: &str, program: &str| Conversation {
            connection,
            over,
            check: check.to_owned(),
            program: program.to_owned(),
        };
        run(&Story {
            lesson: "lesson2-echo",
            check: &report,
            began_us: 1_800_000_000_000_000,
            conversations: vec![
                conversation(1, Over::Tcp, "127.0.0.1:40000", "127.0.0.1:50000"),
                conversation(2, Over::Unix, "", "/tmp/echo.sock"),
            ],
            pieces,
        });
    }

    pub(super) fn event(at_us: u64, connection: u32, from: Side, event: EventKind) -> Piece {
        Piece {
            at_us,
            connection,
            from,
            event,
            words: String::new(),
            bytes: Vec::new(),
            length: 0,
            count: 0,
            sender: String::new(),
        }
    }

    pub(super) fn data(at_us: u64, connection: u32, from: Side, bytes: &[u8]) -> Piece {
        Piece {
            bytes: bytes.to_vec(),
            length: bytes.len() as u64,
            count: 1,
            ..event(at_us, connection, from, EventKind::Data)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_escaped_is_text_again() {
        for text in [
            "thread 'main' panicked at \"x\"",
            "caf\u{e9}\tC:\\new\r\n",
            "\\x41",
            "",
        ] {
            assert_eq!(unescaped(&text.as_bytes().escape_ascii().to_string()), text);
        }
    }
}
