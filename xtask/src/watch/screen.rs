//! Our end of the screen: a process of its own that has the terminal (see `crates/screen`). It is built when it is first needed,
//! since nobody else should have to compile what it is built on.

use super::Event;
use crate::cargo;
use anyhow::Context;
use anyhow::Result;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Write;
use std::process::Child;
use std::process::ChildStdin;
use std::process::ChildStdout;
use std::process::Command;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::Condvar;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::mpsc::Sender;

/// A page to be seen.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    /// Each no longer than the terminal is wide.
    pub(super) lines: Vec<String>,
    pub(super) status: String,
    /// Begin at its top, instead of where the reader is.
    pub(super) from_top: bool,
}

/// The screen, until this is dropped.
pub(super) struct Screen {
    child: Child,
    waiting: Arc<Waiting>,
    #[cfg(unix)]
    before: Option<nix::sys::termios::Termios>,
}

/// The newest page that the screen has not been told yet. A screen that is stopped or slow must not hold us up.
#[derive(Default)]
struct Waiting {
    page: Mutex<Next>,
    changed: Condvar,
}

#[derive(Default)]
struct Next {
    page: Option<Page>,
    is_over: bool,
}

impl Screen {
    /// Builds the screen, where that has not been done, and opens it.
    ///
    /// # Errors
    /// Where it cannot be built or started.
    pub(super) fn open(events: Sender<Event>) -> Result<Screen> {
        let built = cargo::build(&["--package", "screen"], true)?;
        let executable = built
            .executables
            .get("loopback-screen")
            .context("the screen of watch mode does not compile")?;
        let mut command = Command::new(executable);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // It draws on its stderr, and that is to be the terminal that we have on stdout.
            .stderr(Stdio::from(std::io::stdout()));
        #[cfg(unix)]
        let before = nix::sys::termios::tcgetattr(std::io::stdin()).ok();
        let mut child = command
            .spawn()
            .context("failed to start the screen of watch mode")?;
        let stdin = child.stdin.take().context("the screen has no stdin")?;
        let stdout = child.stdout.take().context("the screen has no stdout")?;
        let waiting = Arc::new(Waiting::default());
        let ours = Arc::clone(&waiting);
        std::thread::spawn(move || send_pages(&waiting, stdin));
        std::thread::spawn(move || hear(stdout, &events));
        Ok(Screen {
            child,
            waiting: ours,
            #[cfg(unix)]
            before,
        })
    }

    /// The number of its process.
    pub(super) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Shows a page, as soon as the screen takes it.
    pub(super) fn show(&self, page: Page) {
        let mut next = lock(&self.waiting);
        // A page that was never seen may have asked for the top.
        let from_top = page.from_top || next.page.as_ref().is_some_and(|page| page.from_top);
        next.page = Some(Page { from_top, ..page });
        self.waiting.changed.notify_all();
    }
}

impl Drop for Screen {
    /// The screen gives the terminal back when its stdin ends. Where it was killed, that is ours to do.
    fn drop(&mut self) {
        lock(&self.waiting).is_over = true;
        self.waiting.changed.notify_all();
        let status = self.child.wait();
        if status.is_ok_and(|status| status.success()) {
            return;
        }
        #[cfg(unix)]
        if let Some(before) = &self.before {
            let when = nix::sys::termios::SetArg::TCSADRAIN;
            let _ = nix::sys::termios::tcsetattr(std::io::stdin(), when, before);
        }
        // Line wrap on, the cursor shown, the alternate screen left.
        let _ = std::io::stdout().write_all(b"\x1b[?7h\x1b[?25h\x1b[?1049l");
        let _ = std::io::stdout().flush();
    }
}

fn send_pages(waiting: &Waiting, mut stdin: ChildStdin) {
    loop {
        let mut next = lock(waiting);
        while next.page.is_none() && !next.is_over {
            next = waiting
                .changed
                .wait(next)
                .unwrap_or_else(PoisonError::into_inner);
        }
        if next.is_over {
            return;
        }
        let page = next.page.take().unwrap_or_default();
        drop(next);
        if stdin.write_all(encode(&page).as_bytes()).is_err() {
            return;
        }
    }
}

/// As `crates/screen/src/wire.rs` reads it.
fn encode(page: &Page) -> String {
    let place = if page.from_top { "top" } else { "stay" };
    let mut text = format!("page {} {place}\n", page.lines.len());
    for line in page.lines.iter().chain([&page.status]) {
        // One line is one line, whatever somebody has got into it.
        text.push_str(&line.replace(['\n', '\r'], " "));
        text.push('\n');
    }
    text
}

fn hear(stdout: ChildStdout, events: &Sender<Event>) {
    for line in BufReader::new(stdout).lines().map_while(Result::ok) {
        let event = match line.split_once(' ') {
            Some(("key", name)) => Event::Key(name.to_owned()),
            Some(("size", size)) => {
                let columns = size.split(' ').next().and_then(|text| text.parse().ok());
                Event::Columns(columns.unwrap_or(80))
            }
            Some(("trouble", words)) => Event::ScreenEnded(Some(words.to_owned())),
            _ => continue,
        };
        if events.send(event).is_err() {
            return;
        }
    }
    let _ = events.send(Event::ScreenEnded(None));
}

fn lock(waiting: &Waiting) -> std::sync::MutexGuard<'_, Next> {
    waiting.page.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stays_one_line_on_its_way_to_the_screen() {
        let page = Page {
            lines: vec!["one\ntwo".to_owned(), String::new()],
            status: "q quit".to_owned(),
            from_top: false,
        };
        assert_eq!(encode(&page), "page 2 stay\none two\n\nq quit\n");
    }
}
