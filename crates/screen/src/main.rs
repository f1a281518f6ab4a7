//! The terminal of `cargo xtask watch`: a process of its own that draws what it is told and tells which keys are pressed.
//!
//! It stands apart for two reasons. Only who watches has to compile what it is built on; and whichever of the two processes
//! ends first, in whatever way, the other one gives the terminal back as it was.
//!
//! Its stdin brings pages, its stdout takes words about the terminal (see `wire.rs`), and it draws on its stderr.

mod terminal;
mod view;
mod wire;

use crossterm::event::Event;
use crossterm::event::KeyCode;
use crossterm::event::KeyEvent;
use crossterm::event::KeyEventKind;
use crossterm::event::KeyModifiers;
use std::io;
use std::process::ExitCode;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::Sender;
use terminal::Terminal;
use view::View;
use wire::Page;

/// What may happen next.
pub(crate) enum News {
    Page(Page),
    /// Whoever tells us what to draw has ended.
    Orphaned,
    Terminal(Event),
    /// The system asks us to end.
    EndAsked,
    /// We were stopped, and may go on: the terminal is not what we left.
    Continued,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            wire::trouble(&error);
            ExitCode::FAILURE
        }
    }
}

fn run() -> io::Result<()> {
    let (sender, news) = std::sync::mpsc::channel();
    // Before the terminal is changed: a signal that comes in between must find somebody who gives it back.
    terminal::listen_to_signals(sender.clone())?;
    let mut terminal = Terminal::enter()?;
    tell_size(&terminal)?;
    read_pages(sender.clone());
    read_events(sender);
    let result = obey(&news, &mut terminal);
    terminal.leave();
    result
}

/// Draws and listens until somebody ends it.
fn obey(news: &Receiver<News>, terminal: &mut Terminal) -> io::Result<()> {
    let mut view = View::default();
    for happened in news {
        match happened {
            News::Page(page) => view.show(page, terminal.rows()),
            News::Orphaned | News::EndAsked => return Ok(()),
            News::Continued => terminal.take_back()?,
            News::Terminal(Event::Resize(..)) => {
                terminal.measure()?;
                tell_size(terminal)?;
            }
            News::Terminal(Event::Key(key)) if key.kind != KeyEventKind::Release => {
                press(key, &mut view, terminal)?;
            }
            News::Terminal(_) => continue,
        }
        terminal.draw(&view)?;
    }
    Ok(())
}

/// Keys that move the page are ours; all others are told.
fn press(key: KeyEvent, view: &mut View, terminal: &mut Terminal) -> io::Result<()> {
    let page = terminal.rows().saturating_sub(3).max(1) as isize;
    let rows = terminal.rows();
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    match key.code {
        KeyCode::Char('z') if control => terminal.suspend()?,
        KeyCode::Char('l') if control => terminal.take_back()?,
        KeyCode::Char(letter) if control => wire::key(&format!("ctrl-{letter}"))?,
        KeyCode::Up | KeyCode::Char('k') => view.move_by(-1, rows),
        KeyCode::Down | KeyCode::Char('j') => view.move_by(1, rows),
        KeyCode::PageUp | KeyCode::Char('b') => view.move_by(-page, rows),
        KeyCode::PageDown | KeyCode::Char(' ') => view.move_by(page, rows),
        KeyCode::Home | KeyCode::Char('g') => view.move_by(isize::MIN, rows),
        KeyCode::End | KeyCode::Char('G') => view.move_by(isize::MAX, rows),
        KeyCode::Enter => wire::key("enter")?,
        KeyCode::Esc => wire::key("esc")?,
        KeyCode::Char(letter) => wire::key(&letter.to_string())?,
        _ => {}
    }
    Ok(())
}

fn tell_size(terminal: &Terminal) -> io::Result<()> {
    wire::size(terminal.columns(), terminal.rows())
}

/// Only the newest page counts, but they are read one by one: whoever sends them must never wait for a slow terminal.
fn read_pages(sender: Sender<News>) {
    std::thread::spawn(move || {
        let mut stdin = io::stdin().lock();
        while let Some(page) = wire::read(&mut stdin) {
            if sender.send(News::Page(page)).is_err() {
                return;
            }
        }
        let _ = sender.send(News::Orphaned);
    });
}

fn read_events(sender: Sender<News>) {
    std::thread::spawn(move || {
        // An error means that the terminal has gone.
        while let Ok(event) = crossterm::event::read() {
            if sender.send(News::Terminal(event)).is_err() {
                return;
            }
        }
        let _ = sender.send(News::EndAsked);
    });
}
