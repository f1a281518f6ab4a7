//! A compiler at work, until it ends or must end.

use super::launch::Launch;
use std::io;
use std::io::Read;
use std::process::Child;
use std::process::Command;
use std::process::ExitStatus;
use std::process::Stdio;
use std::sync::mpsc;
use std::time::Duration;
use std::time::Instant;

/// What became of a compiler.
pub(super) struct Ended<T> {
    /// `None` where its time was over.
    pub(super) status: Option<ExitStatus>,
    pub(super) heard: T,
}

impl<T> Ended<T> {
    pub(super) fn succeeded(&self) -> bool {
        self.status.is_some_and(|status| status.success())
    }
}

/// Which of its pipes the compiler speaks through; the other one is closed.
pub(super) enum Speaks {
    Stdout,
    Stderr,
}

/// Runs this command until it ends, and ends it at the deadline. `listen` reads all that it says, whatever happens.
///
/// # Errors
/// Where it cannot be started.
pub(super) fn run<T: Send>(
    mut command: Command,
    launch: &dyn Launch,
    speaks: Speaks,
    deadline: Instant,
    listen: impl FnOnce(Box<dyn Read + Send>) -> T + Send,
) -> io::Result<Ended<T>> {
    command.stdin(Stdio::null());
    match speaks {
        Speaks::Stdout => command.stdout(Stdio::piped()).stderr(Stdio::null()),
        Speaks::Stderr => command.stdout(Stdio::null()).stderr(Stdio::piped()),
    };
    let mut child = launch.start(command)?;
    let stdout = child
        .stdout
        .take()
        .map(|pipe| Box::new(pipe) as Box<dyn Read + Send>);
    let stderr = child
        .stderr
        .take()
        .map(|pipe| Box::new(pipe) as Box<dyn Read + Send>);
    let pipe = stdout.or(stderr).unwrap_or_else(|| Box::new(io::empty()));
    std::thread::scope(|scope| {
        let (said_all, end) = mpsc::channel::<()>();
        let listener = scope.spawn(move || {
            let heard = listen(pipe);
            drop(said_all);
            heard
        });
        // Nothing is ever sent: the end of the channel is the end of what it says, or of its time.
        let left = deadline.saturating_duration_since(Instant::now());
        let is_over = end.recv_timeout(left) == Err(mpsc::RecvTimeoutError::Timeout);
        let status = if is_over {
            None
        } else {
            end_by(&mut child, deadline)?
        };
        if status.is_none() {
            launch.end(&mut child);
            child.wait()?;
        }
        let heard = listener
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        Ok(Ended { status, heard })
    })
}

/// It has closed its pipe, and ends in the next moments.
fn end_by(child: &mut Child, deadline: Instant) -> io::Result<Option<ExitStatus>> {
    let mut pause = Duration::from_micros(50);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if Instant::now() >= deadline {
            return Ok(None);
        }
        std::thread::park_timeout(pause);
        pause = (pause * 2).min(Duration::from_millis(2));
    }
}
