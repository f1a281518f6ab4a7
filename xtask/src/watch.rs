//! `cargo xtask watch`: checks again after every save, from one process that stays.
//!
//! One thread looks at the files, one builds and judges, one hears the screen; this one puts together what they tell.

mod files;
mod rounds;
mod screen;
mod state;

use crate::OUR_FAULT;
use crate::PASSED;
use crate::catalogue;
use crate::messages;
use crate::progress::Progress;
use crate::style;
use anyhow::Result;
use anyhow::bail;
use grader::Lesson;
use rounds::Brake;
use rounds::Rounds;
use rounds::Told;
use rounds::Wish;
use screen::Screen;
pub(crate) use state::Phase;
pub(crate) use state::State;
pub(crate) use state::View;
use std::io::IsTerminal;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::mpsc::Sender;

/// Check again whenever you save, and show the first thing that fails.
#[derive(clap::Args)]
#[command(after_help = messages::watch::HELP_END)]
pub(crate) struct Arguments {
    /// The lesson: 2, lesson2 or lesson2-echo; without it, the one that you are in.
    lesson: Option<String>,
    /// Print every verdict below the last one, without a page and keys, as where there is no terminal.
    #[arg(long)]
    plain: bool,
}

/// What may happen while it watches.
enum Event {
    /// A key that the screen does not use itself.
    Key(String),
    /// The terminal has so many columns.
    Columns(usize),
    /// The screen has gone; in words, where it was not asked to.
    ScreenEnded(Option<String>),
    /// This file of the lesson was saved.
    Saved(String),
    Told(Told),
}

/// # Errors
/// Wrong usage, and what is not the student's fault.
pub(crate) fn main(arguments: &Arguments) -> Result<u8> {
    let lesson = match &arguments.lesson {
        Some(name) => catalogue::find(name)?,
        None => Progress::load()
            .current_lesson()
            .unwrap_or(catalogue::COURSE[1]),
    };
    let (sender, events) = std::sync::mpsc::channel();
    let is_interactive = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    let screen = if is_interactive && !arguments.plain {
        Some(Screen::open(sender.clone())?)
    } else {
        None
    };
    let brake = Brake::default();
    let pid = screen.as_ref().map(Screen::pid);
    let wishes = start(lesson, pid, &brake, &sender);
    if screen.is_none() {
        hear_lines(sender);
    }
    match screen {
        Some(screen) => on_screen(lesson, &screen, &events, &wishes, &brake),
        None => line_by_line(lesson, &events, &wishes, &brake),
    }
}

/// Starts the threads that look at the files, and that build and judge. They end with this process.
fn start(
    lesson: &'static Lesson,
    screen: Option<u32>,
    brake: &Brake,
    sender: &Sender<Event>,
) -> Sender<Wish> {
    let (wishes, wished) = std::sync::mpsc::channel();
    let rounds = Rounds::new(lesson, screen, style::on_stdout(), brake.clone());
    let events = sender.clone();
    std::thread::spawn(move || {
        rounds.go(&wished, |told| {
            let _ = events.send(Event::Told(told));
        });
    });
    let events = sender.clone();
    std::thread::spawn(move || {
        files::watch(lesson, |file| events.send(Event::Saved(file)).is_ok());
    });
    wishes
}

/// A line on stdin, however empty, asks for a round where there is no screen.
fn hear_lines(events: Sender<Event>) {
    std::thread::spawn(move || {
        for line in std::io::stdin().lines() {
            if line.is_err() || events.send(Event::Key("enter".to_owned())).is_err() {
                return;
            }
        }
    });
}

/// A page that is drawn anew with everything that happens, and keys.
fn on_screen(
    lesson: &'static Lesson,
    screen: &Screen,
    events: &Receiver<Event>,
    wishes: &Sender<Wish>,
    brake: &Brake,
) -> Result<u8> {
    let mut state = State::new(lesson);
    let _ = wishes.send(Wish::Everything);
    loop {
        // While checks go on, the page changes by itself once.
        let event = match state.patience() {
            Some(time) => match events.recv_timeout(time) {
                Err(RecvTimeoutError::Timeout) => {
                    screen.show(state.page());
                    continue;
                }
                event => event?,
            },
            None => events.recv()?,
        };
        match event {
            Event::Key(key) if matches!(key.as_str(), "q" | "ctrl-c" | "ctrl-d") => break,
            Event::Key(key) if matches!(key.as_str(), "r" | "enter") => {
                state.again();
                brake.pull();
                let _ = wishes.send(Wish::Everything);
                continue;
            }
            Event::Key(key) => state.press(&key),
            Event::Columns(columns) => state.columns = columns,
            Event::ScreenEnded(None) => break,
            Event::ScreenEnded(Some(words)) => bail!("the screen of watch mode failed: {words}"),
            Event::Saved(file) => {
                state.saved(file);
                brake.pull();
                let _ = wishes.send(Wish::Changed);
            }
            Event::Told(told) => state.hear(told),
        }
        screen.show(state.page());
    }
    Ok(PASSED)
}

/// Where there is no terminal: every verdict as `check` prints it, one below the other.
fn line_by_line(
    lesson: &'static Lesson,
    events: &Receiver<Event>,
    wishes: &Sender<Wish>,
    brake: &Brake,
) -> Result<u8> {
    messages::watch::without_a_terminal(lesson.name);
    let _ = wishes.send(Wish::Everything);
    let mut state = State::new(lesson);
    for event in events {
        match event {
            Event::Key(_) => {
                brake.pull();
                let _ = wishes.send(Wish::Everything);
            }
            Event::Saved(file) => {
                messages::watch::saved(&file);
                state.saved(file);
                brake.pull();
                let _ = wishes.send(Wish::Changed);
            }
            Event::Told(told) => {
                match &told {
                    Told::Error(text) => messages::print(text)?,
                    Told::Trouble(error) => messages::error(error),
                    _ => {}
                }
                let is_verdict = matches!(told, Told::Judged(_));
                state.hear(told);
                if state.phase == Phase::DoesNotCompile {
                    messages::did_not_compile(&[]);
                }
                if let (true, Some(report)) = (is_verdict, state.report()) {
                    messages::lesson(report, lesson, &crate::check::Arguments::default())?;
                }
            }
            _ => {}
        }
    }
    Ok(OUR_FAULT)
}
