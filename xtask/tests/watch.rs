//! Watch mode as its user meets it: in a terminal, with an editor that saves in its own way.
#![cfg(unix)]

mod workspace;

use nix::sys::signal::Signal;
use nix::sys::signal::kill;
use nix::sys::termios::LocalFlags;
use nix::unistd::Pid;
use pty_process::Size;
use pty_process::blocking::Pty;
use std::fs;
use std::io::Read;
use std::io::Write;
use std::os::fd::AsFd;
use std::path::Path;
use std::path::PathBuf;
use std::process::Child;
use std::sync::Arc;
use std::sync::Condvar;
use std::sync::Mutex;
use std::time::Duration;
use std::time::Instant;
use workspace::GREETER;
use workspace::Workspace;
use workspace::repository;

/// Only bounds a failure: a first build on a busy machine takes its time.
const PATIENCE: Duration = Duration::from_secs(120);

const UNPOISONED: &str = "no test panics while it reads the screen";

/// A terminal with a program in it.
struct Terminal {
    pty: Arc<Pty>,
    screen: Arc<(Mutex<vt100::Parser>, Condvar)>,
    child: Child,
}

impl Terminal {
    fn start(folder: &Workspace, words: &[&str]) -> Terminal {
        let (pty, pts) = pty_process::blocking::open().expect("there are pseudo-terminals");
        pty.resize(Size::new(40, 100)).expect("it can be resized");
        let child = pty_process::blocking::Command::new(words[0])
            .args(&words[1..])
            .current_dir(folder.path(""))
            .env("LOOPBACK_ROOT", folder.path(""))
            .env("CARGO_TARGET_DIR", repository().join("target/tests"))
            .env("TERM", "xterm-256color")
            .env("PS1", "$ ")
            .env_remove("NO_COLOR")
            .spawn(pts)
            .expect("the program can be started");
        let pty = Arc::new(pty);
        let screen = Arc::new((Mutex::new(vt100::Parser::new(40, 100, 0)), Condvar::new()));
        let (reader, seen) = (Arc::clone(&pty), Arc::clone(&screen));
        std::thread::spawn(move || {
            let mut chunk = [0; 4096];
            while let Ok(count) = (&*reader).read(&mut chunk) {
                seen.0.lock().expect(UNPOISONED).process(&chunk[..count]);
                seen.1.notify_all();
            }
        });
        Terminal { pty, screen, child }
    }

    fn watch(folder: &Workspace) -> Terminal {
        Terminal::start(folder, &[env!("CARGO_BIN_EXE_xtask"), "watch", "lesson2"])
    }

    /// The shell in the terminal waits for a line: what is typed before is still read by the program that is about to end or to stop.
    fn shell_listens(&self) {
        let shell = Pid::from_raw(self.child.id() as i32);
        until(|| {
            let owner = nix::unistd::tcgetpgrp(self.pty.as_fd()).expect("the terminal is there");
            (owner != shell).then(|| format!("group {owner} keeps the terminal of {shell}"))
        });
    }

    fn press(&self, keys: &str) {
        (&*self.pty)
            .write_all(keys.as_bytes())
            .expect("keys are taken");
    }

    fn resize(&self, rows: u16, columns: u16) {
        self.screen
            .0
            .lock()
            .expect(UNPOISONED)
            .screen_mut()
            .set_size(rows, columns);
        self.pty
            .resize(Size::new(rows, columns))
            .expect("it can be resized");
    }

    /// Waits until the screen is as it should be, and answers what is on it.
    fn wait(&self, what: &str, is_right: impl Fn(&vt100::Screen) -> bool) -> String {
        let end = Instant::now() + PATIENCE;
        let mut parser = self.screen.0.lock().expect(UNPOISONED);
        while !is_right(parser.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                let contents = parser.screen().contents();
                drop(parser);
                panic!("no {what} on the screen:\n{contents}\n{}", processes());
            }
            parser = self
                .screen
                .1
                .wait_timeout(parser, left)
                .expect(UNPOISONED)
                .0;
        }
        parser.screen().contents()
    }

    fn wait_for(&self, text: &str) -> String {
        self.wait(text, |screen| screen.contents().contains(text))
    }

    /// The terminal is as it was: the normal screen, a cursor, lines and echo.
    fn is_given_back(&self) {
        self.wait("normal screen", |screen| {
            !screen.alternate_screen() && !screen.hide_cursor()
        });
        until(|| {
            let flags = nix::sys::termios::tcgetattr(self.pty.as_fd())
                .expect("the terminal is there")
                .local_flags;
            let is_usual = flags.contains(LocalFlags::ICANON | LocalFlags::ECHO);
            (!is_usual).then(|| format!("the terminal is still raw: {flags:?}"))
        });
    }
}

/// Waits until nothing is `wrong` any more, for what only shows when it is asked for.
fn until(wrong: impl Fn() -> Option<String>) {
    let end = Instant::now() + Duration::from_secs(10);
    while let Some(words) = wrong() {
        assert!(Instant::now() < end, "{words}\n{}", processes());
        std::thread::yield_now();
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Who is there, and what each of them does: where something hangs, this says what.
fn processes() -> String {
    let output = std::process::Command::new("ps")
        .args(["-eo", "pid,ppid,pgid,tpgid,stat,wchan:20,args"])
        .output();
    output.map_or_else(
        |error| error.to_string(),
        |output| String::from_utf8_lossy(&output.stdout).into_owned(),
    )
}

fn passes(screen: &vt100::Screen) -> bool {
    screen.contents().contains("Every check of lesson2 passes.")
}

/// The greeter's file.
fn greeter(folder: &Workspace) -> PathBuf {
    folder.path(GREETER)
}

/// The text of the solution's greeter.
fn solved_greeter() -> String {
    let path = repository().join("solutions/lesson2-echo/src/bin/greeter.rs");
    fs::read_to_string(path).expect("the solution can be read")
}

/// A greeter with a mistake.
fn wrong_greeter() -> String {
    solved_greeter().replace("Hello {peer}", "Hallo {peer}")
}

fn save(path: &Path, text: &str) {
    fs::write(path, text).expect("a program can be saved");
}

#[test]
fn a_save_is_checked_however_the_editor_does_it() {
    let folder = Workspace::with_greeter("watch-saves", &wrong_greeter());
    let terminal = Terminal::watch(&folder);
    let page = terminal.wait_for("\"Hallo ");
    assert!(page.contains("expected  \"Hello "), "{page}");
    assert!(page.contains("FAIL"), "{page}");
    // Over the old file.
    save(&greeter(&folder), &solved_greeter());
    terminal.wait("pass", passes);
    // A syntax error appears as the compiler shows it.
    save(
        &greeter(&folder),
        &solved_greeter().replace("fn main", "fn fn main"),
    );
    let page = terminal.wait_for("It does not compile yet.");
    assert!(
        page.contains("error") && page.contains("fn fn main"),
        "{page}"
    );
    // A new file, renamed over the old one.
    let new = greeter(&folder).with_extension("rs.new");
    save(&new, &wrong_greeter());
    fs::rename(&new, greeter(&folder)).expect("a file can be renamed");
    terminal.wait_for("\"Hallo ");
    // Gone, and back.
    fs::remove_file(greeter(&folder)).expect("a file can be removed");
    terminal.wait_for("greeter.rs is missing; `cargo xtask reset lesson2 greeter`");
    save(&greeter(&folder), &solved_greeter());
    terminal.wait("pass", passes);
    // In two halves.
    let text = wrong_greeter();
    let mut file = fs::File::create(greeter(&folder)).expect("a file can be made");
    file.write_all(&text.as_bytes()[..100])
        .expect("the first half");
    file.sync_all().expect("it can be flushed");
    file.write_all(&text.as_bytes()[100..])
        .expect("the second half");
    terminal.wait_for("\"Hallo ");
    terminal.press("q");
    terminal.is_given_back();
}

#[test]
fn keys_lead_from_page_to_page() {
    let folder = Workspace::with_greeter("watch-keys", &wrong_greeter());
    let mut terminal = Terminal::watch(&folder);
    terminal.wait_for("\"Hallo ");
    terminal.press("a");
    let page = terminal.wait_for("echo-server");
    assert!(page.contains("  ok    "), "{page}");
    terminal.press("a");
    terminal.wait_for("\"Hallo ");
    terminal.press("?");
    terminal.wait_for("into the background");
    terminal.press("l");
    terminal.wait_for("lesson1-address-lookup");
    terminal.press("t");
    terminal.wait_for("# Lesson 2");
    terminal.press("c");
    terminal.wait_for("connect 127.0.0.1:");
    terminal.press("\x1b");
    terminal.wait_for("expected");
    // The help comes in steps; the terminal is high enough to show all of it at once.
    terminal.resize(120, 100);
    for (key, word) in [("h", "  think "), ("h", "  look at "), ("h", "  sketch ")] {
        terminal.press(key);
        terminal.wait_for(word);
    }
    // Narrow: every row fits, and nothing is lost on the way back.
    terminal.resize(30, 40);
    terminal.wait("narrow page", |screen| {
        screen.size() == (30, 40)
            && screen.contents().contains("n next")
            && screen.contents().contains("lesson2-echo")
    });
    // A line that is too long goes on in the next row, without losing a letter.
    terminal.resize(150, 40);
    terminal.wait("whole line", |screen| {
        let page: String = screen.contents().split_whitespace().collect();
        let command = page.split("cargoxtaskchecklesson2").nth(1);
        command.is_some_and(|command| {
            let name = command.split("--seed").next().unwrap_or_default();
            [
                "greets-a-client-by-its-address",
                "greets-one-client-after-the-other",
            ]
            .contains(&name)
        })
    });
    terminal.resize(40, 100);
    terminal.wait_for("c conversation");
    terminal.press("q");
    terminal.is_given_back();
    let status = terminal.child.wait().expect("it ends");
    assert!(status.success(), "{status}");
}

#[test]
fn the_terminal_is_given_back_however_it_ends() {
    let folder = Workspace::with_greeter("watch-ends", &wrong_greeter());
    // This shell leaves the terminal as its commands have left it, unlike others, which put it in order themselves.
    let terminal = Terminal::start(&folder, &["sh", "-i"]);
    let shell = Pid::from_raw(terminal.child.id() as i32);
    let both = ["xtask", "loopback-screen"];
    for (round, (signal, victim)) in [
        (Signal::SIGTERM, both[0]),
        (Signal::SIGKILL, both[0]),
        (Signal::SIGHUP, both[0]),
        (Signal::SIGINT, both[0]),
        (Signal::SIGTERM, both[1]),
        (Signal::SIGKILL, both[1]),
    ]
    .into_iter()
    .enumerate()
    {
        if is_ignored(signal) {
            continue;
        }
        terminal.press(&format!("{} watch lesson2\n", env!("CARGO_BIN_EXE_xtask")));
        terminal.wait_for("\"Hallo ");
        let watch = child_of(shell, "xtask");
        let victim = match victim {
            "xtask" => watch,
            name => child_of(watch, name),
        };
        kill(victim, signal).expect("it runs");
        terminal.is_given_back();
        terminal.shell_listens();
        terminal.press(&format!("echo b''ack {round}\n"));
        terminal.wait_for(&format!("back {round}"));
    }
    terminal.press("exit\n");
}

/// Whoever runs the tests below `nohup` has told all programs to ignore SIGHUP.
fn is_ignored(signal: Signal) -> bool {
    let status = fs::read_to_string("/proc/self/status").expect("the system tells");
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = u64::from_str_radix(ignored.expect("it is there").trim(), 16).expect("a number");
    ignored & (1 << (signal as i32 - 1)) != 0
}

/// The process of this name below another one.
fn child_of(parent: Pid, name: &str) -> Pid {
    let tasks = fs::read_dir(format!("/proc/{parent}/task")).expect("the system tells");
    let mut children = tasks.flatten().flat_map(|task| {
        let text = fs::read_to_string(task.path().join("children")).unwrap_or_default();
        text.split_whitespace()
            .filter_map(|pid| pid.parse().ok())
            .collect::<Vec<i32>>()
    });
    let is_called = |pid: &i32| {
        fs::read_to_string(format!("/proc/{pid}/comm")).is_ok_and(|comm| comm.trim() == name)
    };
    Pid::from_raw(children.find(is_called).expect("there is such a process"))
}

#[test]
fn it_goes_into_the_background_and_comes_back() {
    let folder = Workspace::with_greeter("watch-stops", &wrong_greeter());
    let terminal = Terminal::start(&folder, &["sh", "-i"]);
    terminal.press(&format!("{} watch lesson2\n", env!("CARGO_BIN_EXE_xtask")));
    terminal.wait_for("\"Hallo ");
    terminal.press("\x1a");
    terminal.is_given_back();
    terminal.shell_listens();
    terminal.press("echo the shell is b''ack\n");
    terminal.wait_for("the shell is back");
    save(&greeter(&folder), &solved_greeter());
    terminal.press("fg\n");
    terminal.wait("pass", passes);
    terminal.press("q");
    terminal.is_given_back();
    terminal.shell_listens();
    terminal.press("echo status $?\n");
    terminal.wait_for("status 0");
    terminal.press("exit\n");
}

#[test]
fn cargo_is_called_only_for_what_has_changed() {
    let folder = Workspace::with_greeter("watch-cargo", &solved_greeter());
    let (script, log) = (folder.path("cargo"), folder.path("calls"));
    let cargo = std::env::var("CARGO").expect("cargo runs the tests");
    save(
        &script,
        &format!(
            "#!/bin/sh\necho \"$@\" >>'{}'\nexec '{cargo}' \"$@\"\n",
            log.display()
        ),
    );
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    fs::set_permissions(&script, mode).expect("it can be made executable");
    let calls = || {
        let text = fs::read_to_string(&log).unwrap_or_default();
        text.lines()
            .filter(|line| line.contains("lesson2-echo"))
            .count()
    };
    let command = format!(
        "CARGO='{}' exec '{}' watch lesson2",
        script.display(),
        env!("CARGO_BIN_EXE_xtask")
    );
    let terminal = Terminal::start(&folder, &["sh", "-c", &command]);
    terminal.wait("pass", passes);
    assert_eq!(calls(), 1);
    // Everything again: nothing to build.
    terminal.press("r");
    terminal.wait_for("nothing to build");
    assert_eq!(calls(), 1);
    // Saved without a change, then with one: only the second is a reason.
    save(&greeter(&folder), &solved_greeter());
    save(&greeter(&folder), &wrong_greeter());
    terminal.wait_for("\"Hallo ");
    assert_eq!(calls(), 2);
    terminal.press("q");
    terminal.is_given_back();
}

#[test]
fn without_a_terminal_every_verdict_is_a_line_below_the_last_one() {
    let folder = Workspace::with_greeter("watch-plain", &wrong_greeter());
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["watch", "lesson2"])
        .env("LOOPBACK_ROOT", folder.path(""))
        .env("CARGO_TARGET_DIR", repository().join("target/tests"))
        .stdin(std::process::Stdio::null())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .expect("it can be started");
    let stdout = child.stdout.take().expect("it has a stdout");
    let mut lines = std::io::BufRead::lines(std::io::BufReader::new(stdout)).map_while(Result::ok);
    let failing = lines
        .find(|line| line.contains("checks pass, "))
        .expect("a verdict");
    save(&greeter(&folder), &solved_greeter());
    let passing = lines
        .find(|line| line.contains("checks pass, "))
        .expect("a verdict");
    child.kill().expect("it runs");
    child.wait().expect("it ends");
    let number = |line: &str| line.split(' ').next().map(str::parse::<u32>);
    let (Some(Ok(failing)), Some(Ok(passing))) = (number(&failing), number(&passing)) else {
        panic!("{failing} {passing}");
    };
    assert!(failing < passing, "{failing} {passing}");
}
