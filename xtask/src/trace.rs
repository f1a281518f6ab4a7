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
use grader::CheckReport;
use grader::Conversation;
use grader::Event;
use grader::LessonReport;
use grader::Piece;
use grader::Trace;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

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
        let folder = self.path.join(&report.lesson);
        for check in &mut report.checks {
            if let Some(trace) = check.trace.take() {
                let story = Story::new(&report.lesson, check, trace);
                let write = |extension: &str, bytes: &[u8]| {
                    let file = folder.join(format!("{}.{extension}", check.name));
                    fs::write(&file, bytes).with_context(|| messages::trace::cannot_trace(&file))
                };
                write("json", &json::document(&story)?)?;
                write("svg", svg::document(&story).as_bytes())?;
                write("pcapng", &capture::file(&story))?;
                self.written += 1;
            }
        }
        Ok(())
    }

    /// Says how many conversations were written, and where.
    pub(crate) fn tell(&self) {
        messages::trace::traced(self.written, &self.path);
    }
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

fn piece(event: &Event) -> Piece {
    Piece {
        at_us: event.at_us,
        connection: event.connection,
        from: event.from,
        event: event.event,
        words: event.bytes.clone(),
        bytes: Vec::new(),
        length: 0,
        count: 0,
        sender: String::new(),
    }
}
