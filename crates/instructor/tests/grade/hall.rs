//! One test's folder, the grader's command line, and the small class that the tests share.

use crate::class::Class;
use crate::class::repository;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Child;
use std::process::Command;
use std::process::ExitStatus;
use std::process::Stdio;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::time::Duration;
use std::time::Instant;

/// Longer than any call of the grader takes, unless it hangs.
const LONGEST: Duration = Duration::from_secs(300);

/// A folder that goes when its test ends. There is one at a time: whoever counts processes must be alone, and a grader uses all processors.
pub(crate) struct Hall {
    folder: PathBuf,
    _turn: MutexGuard<'static, ()>,
}

/// What a call of the grader has come to.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Hall {
    pub(crate) fn new(name: &str) -> Hall {
        static TURN: Mutex<()> = Mutex::new(());
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        // Whatever a killed grader leaves is then found below this process.
        cell::adopt_orphans();
        let name = format!("loopback-grade-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir(&folder).expect("a folder can be made");
        Hall {
            folder: folder.canonicalize().expect("it is there"),
            _turn: turn,
        }
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// The grader with these arguments, in the folder.
    pub(crate) fn grader(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(executable());
        command
            .args(arguments)
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", target())
            .env("LOOPBACK_ROOT", repository())
            .stdin(Stdio::null());
        command
    }

    /// Runs the grader to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        self.finish(self.grader(arguments))
    }

    /// Runs the grader, which must do all that it was asked.
    pub(crate) fn expect(&self, arguments: &[&str]) -> Said {
        let said = self.run(arguments);
        assert_eq!(said.code, Some(0), "{arguments:?}: {said:?}");
        said
    }

    /// Runs a command to its end.
    pub(crate) fn finish(&self, mut command: Command) -> Said {
        let (stdout, stderr) = (self.path(".stdout"), self.path(".stderr"));
        command
            .stdout(fs::File::create(&stdout).expect("a file can be made"))
            .stderr(fs::File::create(&stderr).expect("a file can be made"));
        let mut child = command.spawn().expect("the grader can be started");
        let status = end_of(&mut child, LONGEST);
        if status.is_none() {
            let _ = child.kill();
            let _ = child.wait();
        }
        let text = |path: &Path| {
            String::from_utf8_lossy(&fs::read(path).expect("it is there")).into_owned()
        };
        Said {
            code: status.expect("the grader ends").code(),
            stdout: text(&stdout),
            stderr: text(&stderr),
        }
    }
}

impl Drop for Hall {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

/// How it ended within this time; `None` if it has not.
pub(crate) fn end_of(child: &mut Child, within: Duration) -> Option<ExitStatus> {
    let deadline = Instant::now() + within;
    loop {
        if let Some(status) = child.try_wait().expect("a child can be waited for") {
            return Some(status);
        }
        let left = deadline.checked_duration_since(Instant::now())?;
        std::thread::park_timeout(left.min(Duration::from_millis(2)));
    }
}

/// Fails if something of a grader that has ended still runs. What was told to end may need a moment, and on a busy machine many.
pub(crate) fn nothing_still_runs(after: &str) {
    let deadline = Instant::now() + Duration::from_secs(30);
    loop {
        cell::reap_orphans();
        let left = cell::descendants(std::process::id());
        if left.is_empty() {
            return;
        }
        let names: Vec<String> = left
            .iter()
            .filter_map(|pid| fs::read_to_string(format!("/proc/{pid}/comm")).ok())
            .collect();
        assert!(Instant::now() < deadline, "{after}: {names:?} still run");
        std::thread::park_timeout(Duration::from_millis(2));
    }
}

pub(crate) fn executable() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_loopback-instructor"))
}

/// The folder that cargo builds into.
pub(crate) fn target() -> PathBuf {
    let folder = executable().ancestors().nth(2);
    folder.expect("it is in a profile's folder").to_owned()
}

/// Does this machine keep strangers' programs apart? Without cells most of what is tested here does not exist, and `grade` refuses.
pub(crate) fn has_cells() -> bool {
    let probe = Command::new(executable()).arg("probe").output();
    let has = probe.expect("the grader can be started").status.success();
    if !has {
        note("left out: this machine cannot isolate programs");
    }
    has
}

#[expect(
    clippy::print_stderr,
    reason = "what a test leaves out is said where its result is read"
)]
pub(crate) fn note(text: &str) {
    eprintln!("{text}");
}

/// Somebody's whole solution with a mistake in one place, of which only that one program is handed in.
struct Mistake {
    student: &'static str,
    program: &'static str,
    from: &'static str,
    to: &'static str,
}

const MISTAKES: [Mistake; 6] = [
    Mistake {
        student: "wrong-bytes",
        program: "greeter",
        from: "Hello {peer}",
        to: "Hello, {peer}",
    },
    Mistake {
        student: "ends-early",
        program: "echo-client",
        from: "match talk(arguments) {",
        to: "match Ok::<(), String>(drop(arguments)) {",
    },
    Mistake {
        student: "forgets-to-flush",
        program: "echo-server",
        from: "writeln!(stdout, \"listening on {addr}\").and_then(|()| stdout.flush())",
        to: "write!(stdout, \"listening on {addr}\")",
    },
    Mistake {
        student: "ignores-the-port",
        program: "udp-echo-server",
        from: "socket.bind(&addr.into())?",
        to: "socket.bind(&SocketAddr::new(addr.ip(), 10_000).into())?",
    },
    Mistake {
        student: "has-a-type-error",
        program: "unix-echo-server",
        from: "let mut buffer = [0;",
        to: "let mut buffer: u8 = [0;",
    },
    // No mistake: its name is the attack.
    Mistake {
        student: "=cmd()\n<img src=x onerror=alert(1)>",
        program: "greeter",
        from: "The warm-up",
        to: "The very warm-up",
    },
];

/// How many students have handed something in, and how many different things are to be judged.
pub(crate) const STUDENTS: usize = 11;
pub(crate) const UNITS: usize = 11;
/// One lesson of a hall's class, and where its results go.
pub(crate) const GRADE: [&str; 6] = [
    "grade",
    "class/submissions",
    "--out",
    "out",
    "--lesson",
    "2",
];
/// The lessons of the class.
pub(crate) const LESSONS: [&str; 4] = ["--lesson", "2", "--lesson", "3"];

/// Lays the class out below `hall/name`, each time in another order: a folder's own order is that in which it was filled, on some systems.
pub(crate) fn hand_in(hall: &Hall, name: &str, backwards: bool) {
    let second = Class::new(&hall.path(name));
    let third = Class::of_lesson(&hall.path(name), "lesson3-sum-server");
    let mut steps: Vec<Box<dyn Fn() + '_>> = vec![
        Box::new(|| second.solved("solved")),
        Box::new(|| second.solved("twin-of-solved")),
        Box::new(|| second.skeleton("not-begun")),
        Box::new(|| third.solved("solved")),
        Box::new(|| third.skeleton("not-begun")),
        Box::new(|| fs::create_dir_all(second.folder().join("empty")).expect("it can be made")),
        Box::new(|| second.broken_source("no-rust")),
        Box::new(|| {
            fs::write(second.folder().join("read-me.txt"), "nobody's").expect("it can be written");
        }),
    ];
    for mistake in &MISTAKES {
        let second = &second;
        steps.push(Box::new(|| hand_in_mistake(second, mistake)));
    }
    if backwards {
        steps.reverse();
    }
    steps.iter().for_each(|step| step());
}

fn hand_in_mistake(class: &Class, mistake: &Mistake) {
    let file = format!("src/bin/{}.rs", mistake.program);
    let solution = repository().join("solutions/lesson2-echo").join(&file);
    let text = fs::read_to_string(solution).expect("a solution is text");
    assert!(
        text.contains(mistake.from),
        "{file} has no {:?}",
        mistake.from
    );
    let text = text.replacen(mistake.from, mistake.to, 1);
    class.write(mistake.student, &file, text);
}
