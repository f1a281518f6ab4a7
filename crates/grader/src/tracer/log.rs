//! The lines that strace writes, read as they come and kept up to a bound: a program that asks again and again without a pause fills
//! any memory.

use crate::deadline::Deadline;
use std::collections::VecDeque;
use std::fs::File;
use std::io::BufRead;
use std::io::BufReader;
use std::path::Path;
use std::sync::Arc;
use std::sync::Condvar;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;

/// So many lines are kept from the beginning, and so many from the end.
const FIRST: usize = 40_000;
const LAST: usize = 10_000;

#[derive(Debug, Default)]
pub(super) struct Log {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    first: Vec<String>,
    last: VecDeque<String>,
    ended: bool,
}

impl Log {
    /// Reads a named pipe to its end in the background, from the moment that somebody writes to it.
    pub(super) fn read(pipe: &Path) -> Arc<Log> {
        let log = Arc::new(Log::default());
        let shared = Arc::clone(&log);
        let pipe = pipe.to_owned();
        // Not joined: the thread ends with the pipe, at the latest when its owner lets it go.
        std::thread::spawn(move || shared.read_all(&pipe));
        log
    }

    /// The first line, once there is one.
    pub(super) fn first(&self) -> Option<String> {
        self.lock().first.first().cloned()
    }

    pub(super) fn has_ended(&self) -> bool {
        self.lock().ended
    }

    /// Did the end come before the deadline?
    pub(super) fn wait_for_end(&self, deadline: Deadline) -> bool {
        let mut state = self.lock();
        while !state.ended {
            let Some(remaining) = deadline.remaining() else {
                return false;
            };
            let waited = self.changed.wait_timeout(state, remaining);
            state = waited.map_or_else(|error| error.into_inner().0, |(state, _)| state);
        }
        true
    }

    /// Every line that was kept.
    pub(super) fn lines(&self) -> Vec<String> {
        let state = self.lock();
        state.first.iter().chain(&state.last).cloned().collect()
    }

    fn read_all(&self, pipe: &Path) {
        if let Ok(file) = File::open(pipe) {
            for line in BufReader::new(file).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line).into_owned();
                let mut state = self.lock();
                if state.first.len() < FIRST {
                    state.first.push(line);
                } else {
                    if state.last.len() == LAST {
                        state.last.pop_front();
                    }
                    state.last.push_back(line);
                }
            }
        }
        self.lock().ended = true;
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
