//! Programs that end by themselves: commands, clients, and servers that cannot listen.

use super::CLIENT_STDOUT;
use super::Lab;
use super::SERVER_STDOUT;
use super::Stdin;
use super::Surroundings;
use crate::Verdict;
use crate::bytes::quote;
use crate::deadline::Deadline;
use crate::failure::Cause;
use crate::failure::Failure;
use crate::finished::Finished;
use crate::names;
use crate::running::Running;
use std::sync::Arc;
use std::time::Duration;

/// How long a server may take to say that it cannot listen. The READMEs promise it.
const REFUSAL_TIME: Duration = Duration::from_secs(2);
/// How long a resolver may wait for a name server that never answers: twice 5 s, and a moment.
const RESOLVER_TIME: Duration = Duration::from_secs(15);

impl Lab<'_> {
    /// Starts a program that will end by itself.
    ///
    /// # Errors
    /// `cannot_start`.
    pub fn start(
        &self,
        program: &str,
        arguments: &[&str],
        stdin: Stdin<'_>,
    ) -> Verdict<Arc<Running>> {
        self.launch(
            program,
            arguments,
            stdin,
            CLIENT_STDOUT,
            &Surroundings::default(),
        )
    }

    /// Starts a program in other surroundings, without input, and waits for its end: where it may have to wait for a name
    /// server that never answers, for as long as a resolver does by itself.
    ///
    /// # Errors
    /// As [`Lab::start`] and [`Lab::finish`]; `unavailable` outside a private network, where a machine's name cannot be another.
    pub fn run_in(
        &self,
        surroundings: &Surroundings<'_>,
        program: &str,
        arguments: &[&str],
    ) -> Verdict<Finished> {
        if surroundings.hostname.is_some()
            && let Some(reason) = names::names_are_missing()
        {
            let why = format!("another host name needs a private network ({reason})");
            return Err(Failure::unavailable(why));
        }
        let running = self.launch(
            program,
            arguments,
            Stdin::Empty,
            CLIENT_STDOUT,
            surroundings,
        )?;
        let time = if surroundings.impatient_resolver {
            RESOLVER_TIME * self.patience
        } else {
            self.wire.start_time
        };
        self.finish_within(&running, time)
    }

    /// Waits for a program's end, which is due within `time` (multiplied by the patience) of something that the check has just seen.
    ///
    /// # Errors
    /// As [`Lab::finish`].
    pub fn finish_in(&self, running: &Running, time: Duration) -> Verdict<Finished> {
        self.finish_within(running, time * self.patience)
    }

    /// Waits until the program has written this line to stderr, while it goes on running.
    ///
    /// # Errors
    /// `wrong_output` where it ends without, `no_answer` where it does not come.
    pub fn expect_stderr_line(&self, running: &Running, line: &str) -> Verdict {
        let has_line = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes);
            text.split_inclusive('\n')
                .any(|found| found.strip_suffix('\n') == Some(line))
        };
        let deadline = Deadline::after(self.wire.start_time).or_earlier(self.wire.limit);
        let came = running
            .stderr
            .wait(deadline, |bytes, ended| ended || has_line(bytes));
        let stderr = running.stderr();
        if has_line(&stderr) {
            return Ok(());
        }
        let cause = if came {
            Cause::WrongOutput
        } else {
            Cause::NoAnswer
        };
        let expected = format!("a line on stderr: {line}");
        Err(Failure::new(cause, expected, quote(&stderr)))
    }

    /// Waits for a program's end. While it still reads its stdin or prints, it is given more time.
    ///
    /// # Errors
    /// `no_answer` where it does not end.
    pub fn finish(&self, running: &Running) -> Verdict<Finished> {
        self.finish_within(running, self.wire.answer_time)
    }

    fn finish_within(&self, running: &Running, time: Duration) -> Verdict<Finished> {
        let mut seen = 0;
        loop {
            let deadline = Deadline::after(time).or_earlier(self.wire.limit);
            if let Some(status) = running.wait(deadline) {
                // Whatever it has left behind may hold its pipes open; without it, they end.
                running.kill();
                // Now it is our own threads that are waited for, which a crowded machine may keep from reading what is there.
                running.stdout.wait(self.wire.limit, |_, ended| ended);
                running.stderr.wait(self.wire.limit, |_, ended| ended);
                return Ok(Finished::new(status, running.stdout(), running.stderr()));
            }
            let activity = running.activity();
            if activity == seen || self.wire.limit.has_passed() {
                let expected = format!("{} to end", running.name());
                let stdout = quote(&running.stdout());
                let got = format!(
                    "it still runs after {} s; stdout so far: {stdout}",
                    time.as_secs()
                );
                return Err(Failure::new(Cause::NoAnswer, expected, got));
            }
            seen = activity;
        }
    }

    /// Starts a program and waits for its end.
    ///
    /// # Errors
    /// As [`Lab::start`] and [`Lab::finish`].
    pub fn run(&self, program: &str, arguments: &[&str], stdin: Stdin<'_>) -> Verdict<Finished> {
        let running = self.start(program, arguments, stdin)?;
        self.finish_within(&running, self.wire.start_time)
    }

    /// Runs a server that must refuse to start, within its 2 s. A program that is still busy with starting then (an interpreter on
    /// a crowded machine, say) is given the time that it would have for listening; one that sleeps is not.
    ///
    /// # Errors
    /// `no_answer` where it does not end, `wrong_output` where it says that it listens.
    pub fn run_refused(&self, program: &str, arguments: &[&str]) -> Verdict<Finished> {
        const ASLEEP: u32 = 100;
        const SAYS_MORE: u32 = 8;
        let running = self.launch(
            program,
            arguments,
            Stdin::Empty,
            SERVER_STDOUT,
            &Surroundings::default(),
        )?;
        let begun = Deadline::after(self.wire.start_time).or_earlier(self.wire.limit);
        let limit = Deadline::after(REFUSAL_TIME * self.patience).or_earlier(self.wire.limit);
        let is_decided = || running.ended().is_some() || running.stdout.length() > 0;
        let late = limit.poll(|| is_decided().then_some(())).is_none();
        if late && running.is_asleep() == Some(false) {
            running.wait_unless_asleep(begun, ASLEEP);
        }
        if running.stdout.length() > 0 {
            // Whoever says its error there is about to end.
            running.wait_unless_asleep(limit, SAYS_MORE);
        }
        if running.ended().is_some() {
            return self.finish(&running);
        }
        let expected = format!(
            "{} to say that it cannot listen, and to end",
            running.name()
        );
        let stdout = running.stdout();
        if stdout.is_empty() {
            let seconds = (REFUSAL_TIME * self.patience).as_secs();
            let got = format!("it still runs after {seconds} s");
            return Err(Failure::new(Cause::NoAnswer, expected, got));
        }
        let got = format!("it printed {}", quote(&stdout));
        Err(Failure::new(Cause::WrongOutput, expected, got))
    }
}
