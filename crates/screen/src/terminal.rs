//! The terminal while it is ours: in raw mode, on the alternate screen. It is given back as it was.

use crate::News;
use crate::view::View;
use crossterm::QueueableCommand;
use crossterm::cursor::Hide;
use crossterm::cursor::MoveTo;
use crossterm::cursor::Show;
use crossterm::style::Attribute;
use crossterm::style::Print;
use crossterm::style::SetAttribute;
use crossterm::terminal;
use crossterm::terminal::BeginSynchronizedUpdate;
use crossterm::terminal::Clear;
use crossterm::terminal::ClearType;
use crossterm::terminal::DisableLineWrap;
use crossterm::terminal::EnableLineWrap;
use crossterm::terminal::EndSynchronizedUpdate;
use crossterm::terminal::EnterAlternateScreen;
use crossterm::terminal::LeaveAlternateScreen;
use std::io;
use std::io::BufWriter;
use std::io::Stderr;
use std::io::Write;
use std::sync::mpsc::Sender;

/// The terminal, ours until this is dropped.
pub(crate) struct Terminal {
    out: BufWriter<Stderr>,
    columns: usize,
    rows: usize,
    is_ours: bool,
}

impl Terminal {
    /// Takes the terminal.
    ///
    /// # Errors
    /// Where there is none, or it cannot be put into raw mode.
    pub(crate) fn enter() -> io::Result<Terminal> {
        let mut terminal = Terminal {
            out: BufWriter::new(io::stderr()),
            columns: 80,
            rows: 24,
            is_ours: false,
        };
        terminal.take_back()?;
        Ok(terminal)
    }

    pub(crate) fn columns(&self) -> usize {
        self.columns
    }

    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    /// Takes the terminal again, whatever others have done to it.
    ///
    /// # Errors
    /// Where it cannot be had.
    pub(crate) fn take_back(&mut self) -> io::Result<()> {
        // crossterm remembers that raw mode is on, and would not set it again after somebody else has taken it away.
        terminal::disable_raw_mode()?;
        terminal::enable_raw_mode()?;
        self.is_ours = true;
        self.out
            .queue(EnterAlternateScreen)?
            .queue(DisableLineWrap)?
            .queue(Hide)?
            .queue(Clear(ClearType::All))?;
        self.out.flush()?;
        self.measure()
    }

    /// Asks how large it is.
    ///
    /// # Errors
    /// Where the terminal has gone.
    pub(crate) fn measure(&mut self) -> io::Result<()> {
        let (columns, rows) = terminal::size()?;
        (self.columns, self.rows) = (usize::from(columns), usize::from(rows));
        Ok(())
    }

    /// Shows the view's part of the page.
    ///
    /// # Errors
    /// Where the terminal has gone.
    pub(crate) fn draw(&mut self, view: &View) -> io::Result<()> {
        let (lines, status) = view.rows(self.rows);
        // What a resize meanwhile has left too long is cut by the terminal itself, since line wrap is off.
        self.out.queue(BeginSynchronizedUpdate)?;
        for row in 0..self.rows.saturating_sub(1) {
            let line = lines.get(row).map_or("", String::as_str);
            self.out
                .queue(MoveTo(0, row as u16))?
                .queue(Print(line))?
                .queue(SetAttribute(Attribute::Reset))?
                .queue(Clear(ClearType::UntilNewLine))?;
        }
        let cut: String = status.chars().take(self.columns).collect();
        self.out
            .queue(MoveTo(0, self.rows.saturating_sub(1) as u16))?
            .queue(SetAttribute(Attribute::Reverse))?
            .queue(Print(format!("{cut:<width$}", width = self.columns)))?
            .queue(SetAttribute(Attribute::Reset))?
            .queue(EndSynchronizedUpdate)?;
        self.out.flush()
    }

    /// Gives the terminal back as it was. Where it has gone, there is nothing to give back.
    pub(crate) fn leave(&mut self) {
        if !std::mem::take(&mut self.is_ours) {
            return;
        }
        // Where our parent was killed, its shell has the terminal already, and whoever is in the background is stopped when it
        // changes a terminal, unless it blocks the signal that says so.
        #[cfg(unix)]
        let blocked = block_stops();
        let _ = self.out.queue(EnableLineWrap);
        let _ = self.out.queue(Show);
        let _ = self.out.queue(LeaveAlternateScreen);
        let _ = self.out.flush();
        let _ = terminal::disable_raw_mode();
        #[cfg(unix)]
        if let Ok(blocked) = blocked {
            let _ = blocked.thread_unblock();
        }
    }

    /// Stops with everybody in our process group, as Ctrl-Z does for a program that leaves the terminal alone.
    ///
    /// # Errors
    /// Where the terminal cannot be had afterwards.
    #[cfg(unix)]
    pub(crate) fn suspend(&mut self) -> io::Result<()> {
        self.leave();
        let everybody = nix::unistd::Pid::from_raw(0);
        nix::sys::signal::kill(everybody, nix::sys::signal::Signal::SIGTSTP)?;
        // From here on after somebody said `fg`.
        self.take_back()
    }

    /// Nobody can be stopped like that here.
    #[cfg(not(unix))]
    pub(crate) fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.leave();
    }
}

/// From here on the calling thread may change the terminal from the background, too.
#[cfg(unix)]
fn block_stops() -> nix::Result<nix::sys::signal::SigSet> {
    let signals: nix::sys::signal::SigSet =
        [nix::sys::signal::Signal::SIGTTOU].into_iter().collect();
    signals.thread_block()?;
    Ok(signals)
}

/// Turns signals into news.
///
/// # Errors
/// Where the system refuses.
#[cfg(unix)]
pub(crate) fn listen_to_signals(sender: Sender<News>) -> io::Result<()> {
    use signal_hook::consts::SIGCONT;
    use signal_hook::consts::SIGHUP;
    use signal_hook::consts::SIGINT;
    use signal_hook::consts::SIGQUIT;
    use signal_hook::consts::SIGTERM;
    let mut signals =
        signal_hook::iterator::Signals::new([SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    std::thread::spawn(move || {
        for signal in &mut signals {
            let news = if signal == SIGCONT {
                News::Continued
            } else {
                News::EndAsked
            };
            if sender.send(news).is_err() {
                return;
            }
        }
    });
    Ok(())
}

/// The console's own events are all there is.
#[cfg(not(unix))]
pub(crate) fn listen_to_signals(_: Sender<News>) -> io::Result<()> {
    Ok(())
}
