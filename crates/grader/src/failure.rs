//! Why a check did not pass: what it did, what it expected, what it got.

use crate::bytes::WHOLE;
use crate::bytes::difference;
use crate::bytes::thousands;
use serde::Deserialize;
use serde::Serialize;

/// The kind of a failure, for machines; the texts of a [`Failure`] are for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// Other bytes came than expected.
    WrongBytes,
    /// The end of file came too early.
    ClosedEarly,
    /// The connection was reset.
    Reset,
    /// Nobody listened at the address.
    Refused,
    /// The deadline passed and nothing (more) came.
    NoAnswer,
    /// The program neither listened in time nor said why.
    NeverListened,
    /// The program could not be started at all.
    CannotStart,
    /// There is no program: its file is missing, or does not compile. Nothing was run.
    NotBuilt,
    /// The program ended where it should have run on.
    Exited,
    /// The program ended with a Rust panic.
    Panicked,
    /// The exit status is not the promised one.
    WrongExit,
    /// The output on stdout or stderr is not the promised one.
    WrongOutput,
    /// The program uses the processor although it has nothing to do.
    BusyLoop,
    /// The program keeps more in memory than it may.
    TooMuchMemory,
    /// The program lets others wait for something that concerns one of them.
    BlockedOthers,
    /// Descriptors were opened and never closed, or threads started that never end.
    Leak,
    /// The program has more threads or processes than the lesson asks for.
    TooManyThreads,
    /// The program uses more processor time for the same work than it may.
    TooMuchWork,
    /// The program can be reached where it should not listen.
    ListensElsewhere,
    /// A file that belongs to somebody else was changed or removed.
    TouchedFile,
    /// This machine cannot run the check: no failure of the program's.
    Unavailable,
    /// The check or the machine is at fault: no failure of the program's.
    Broken,
}

/// What a check reports when the program does not do what the lesson's README promises.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    pub cause: Cause,
    /// What the check was doing, from its own point of view: `sent "1 2\n"`.
    pub doing: String,
    /// What should have come.
    pub expected: String,
    /// What came instead.
    pub got: String,
    /// The column of `got`, in characters from 0, at which the first wrong byte stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caret: Option<usize>,
    /// The place of the first wrong byte among those that were compared, counted from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difference_at: Option<u64>,
    /// The amounts that were measured: what the machine and chance have decided as much as the program. The other texts hold none, so that they
    /// are the same whenever the same program is judged. Empty where nothing was measured.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub measured: String,
    /// When it was seen, in microseconds since the check began.
    #[serde(default)]
    pub at_us: u64,
}

impl Failure {
    /// A failure in words. The [`crate::Lab`] adds what it was doing, and when.
    pub fn new(cause: Cause, expected: impl Into<String>, got: impl Into<String>) -> Failure {
        Failure {
            cause,
            doing: String::new(),
            expected: expected.into(),
            got: got.into(),
            caret: None,
            difference_at: None,
            measured: String::new(),
            at_us: 0,
        }
    }

    /// The same failure, with the amounts that were measured.
    pub fn with_measured(mut self, amounts: impl Into<String>) -> Failure {
        self.measured = amounts.into();
        self
    }

    /// A failure that shows where two texts differ. Equal texts are a mistake of the caller's, and said to be one.
    pub fn different(cause: Cause, expected: &[u8], got: &[u8]) -> Failure {
        Failure::differing(cause, expected, got, false)
    }

    /// The same of what has come so far of a large amount.
    pub(crate) fn different_so_far(cause: Cause, expected: &[u8], got: &[u8]) -> Failure {
        Failure::differing(cause, expected, got, true)
    }

    fn differing(cause: Cause, expected: &[u8], got: &[u8], goes_on: bool) -> Failure {
        let Some(found) = difference(expected, got, goes_on) else {
            return Failure::broken("a check compared two equal texts and called them different");
        };
        let mut failure = Failure::new(cause, found.expected, found.got);
        failure.caret = Some(found.caret);
        failure.difference_at = Some(found.at as u64);
        if found.at > 0 && expected.len().max(got.len()) > WHOLE {
            let place = thousands(found.at as u64);
            failure
                .expected
                .push_str(&format!(", the same up to byte {place}"));
        }
        failure
    }

    /// The check cannot run here; `reason` says what the machine lacks.
    pub fn unavailable(reason: impl Into<String>) -> Failure {
        Failure::new(Cause::Unavailable, "", reason)
    }

    /// The check or the machine failed, not the program; `reason` is a sentence for whoever repairs it.
    pub fn broken(reason: impl Into<String>) -> Failure {
        Failure::new(Cause::Broken, "", reason)
    }
}
