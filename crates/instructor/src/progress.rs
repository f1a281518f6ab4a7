//! How a run is getting on: a line that is written over on a terminal, and now and then a line elsewhere.

use crate::messages;
use classroom::run::Counts;
use classroom::run::Progress;
use classroom::run::Step;
use std::io::IsTerminal;
use std::io::Write;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::time::Duration;

/// Where nobody looks, so often.
const LINES: Duration = Duration::from_secs(5);

/// Tells a person.
pub(crate) struct Live {
    is_terminal: bool,
    told: Mutex<Told>,
}

#[derive(Default)]
struct Told {
    /// When the last line was written, since judging began.
    at: Option<Duration>,
    is_open: bool,
}

impl Live {
    pub(crate) fn new() -> Live {
        Live {
            is_terminal: std::io::stderr().is_terminal(),
            told: Mutex::default(),
        }
    }

    /// Nothing more comes.
    pub(crate) fn end(&self) {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if std::mem::take(&mut told.is_open) {
            let _ = writeln!(std::io::stderr());
        }
    }
}

impl Progress for Live {
    fn began(&self, counts: &Counts) {
        messages::step(&messages::planned(counts));
    }

    fn judged(&self, step: &Step<'_>) {
        let line = messages::judged(step);
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let mut stderr = std::io::stderr().lock();
        // Nobody who looks is worth failing for.
        if self.is_terminal {
            let _ = write!(stderr, "\r{line}\x1b[K");
            told.is_open = true;
        } else {
            let is_last = step.done == step.all;
            if !is_last && told.at.is_some_and(|at| step.elapsed < at + LINES) {
                return;
            }
            let _ = writeln!(stderr, "{line}");
        }
        told.at = Some(step.elapsed);
        let _ = stderr.flush();
    }
}
