//! What the compiler says, kept within bounds: errors only, as `check` shows them, without what a terminal would obey.

use super::job::CompileJob;
use serde::Deserialize;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Read;
use std::path::Path;

/// Bytes of one message of the compiler, as JSON, that are looked at. A message that is longer is only counted.
const LONGEST: u64 = 4 * 1024 * 1024;

/// What a compiler has said.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// The errors, as the compiler shows them.
    pub(super) errors: String,
    /// What is no message of the compiler: the last words of one that dies.
    pub(super) noise: String,
    /// So many errors did not fit.
    pub(super) left_out: u64,
}

/// A message, as far as it matters here.
#[derive(Deserialize)]
struct Message {
    level: String,
    rendered: Option<String>,
}

/// A line of cargo's output, as far as it matters here.
#[derive(Deserialize)]
struct CargoLine {
    message: Option<Message>,
    target: Option<CargoTarget>,
}

#[derive(Deserialize)]
struct CargoTarget {
    name: String,
    kind: Vec<String>,
}

impl Heard {
    /// Listens until the compiler has closed its end, and keeps at most `room` bytes of errors.
    pub(super) fn listen(pipe: impl Read, room: usize, hidden: &Hidden) -> Heard {
        let mut heard = Heard::default();
        each_line(pipe, |line| match line {
            Some(line) => match serde_json::from_slice::<Message>(line) {
                Ok(message) => heard.take(message, room, hidden),
                Err(_) => append(
                    &mut heard.noise,
                    &hidden.clean(&String::from_utf8_lossy(line)),
                    room,
                ),
            },
            None => heard.left_out += 1,
        });
        heard
    }

    fn take(&mut self, message: Message, room: usize, hidden: &Hidden) {
        let Some(text) = message.rendered else { return };
        // The compiler's own count of errors says nothing new.
        if !message.level.starts_with("error") || text.starts_with("error: aborting due to ") {
            return;
        }
        let text = hidden.clean(&text);
        if self.left_out > 0 || self.errors.len() + text.len() > room {
            self.left_out += 1;
            if self.errors.is_empty() {
                self.errors = cut(&text, room).to_owned();
            }
        } else {
            self.errors.push_str(&text);
        }
    }

    /// The errors, with a line about those that are left out.
    pub(super) fn text(&self) -> String {
        let mut text = if self.errors.is_empty() {
            self.noise.clone()
        } else {
            self.errors.clone()
        };
        if self.left_out > 0 {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
            let errors = if self.left_out == 1 {
                "error"
            } else {
                "errors"
            };
            text.push_str(&format!(
                "({} {errors} more, left out or cut)\n",
                self.left_out
            ));
        }
        text
    }
}

/// What cargo has said, by its targets.
#[derive(Debug, Default)]
pub(super) struct CargoHeard {
    targets: Vec<(Option<String>, Heard)>,
    /// Has the compiler said anything at all, be it too long to be kept?
    pub(super) has_said: bool,
}

impl CargoHeard {
    /// The errors of a program, or of the library; `None` where there are none.
    pub(super) fn of(&self, program: Option<&str>) -> Option<&Heard> {
        let is_it = |name: &Option<String>| name.as_deref() == program;
        let (_, heard) = self.targets.iter().find(|(name, _)| is_it(name))?;
        (!heard.errors.is_empty() || heard.left_out > 0).then_some(heard)
    }
}

/// Listens until cargo has closed its end, and keeps at most `room` bytes of errors.
pub(super) fn listen_to_cargo(pipe: impl Read, room: usize, hidden: &Hidden) -> CargoHeard {
    let mut heard = CargoHeard::default();
    let mut room = room;
    each_line(pipe, |line| {
        // Only a message can be as long as that.
        heard.has_said |= line.is_none();
        let Some(line) = line.and_then(|line| serde_json::from_slice::<CargoLine>(line).ok())
        else {
            return;
        };
        let (Some(message), Some(target)) = (line.message, line.target) else {
            return;
        };
        heard.has_said = true;
        let is_program = target.kind.iter().any(|kind| kind == "bin");
        let name = is_program.then_some(target.name);
        let at = heard.targets.iter().position(|(known, _)| *known == name);
        let at = at.unwrap_or_else(|| {
            heard.targets.push((name, Heard::default()));
            heard.targets.len() - 1
        });
        let of_target = &mut heard.targets[at].1;
        let before = of_target.errors.len();
        of_target.take(message, before + room, hidden);
        room -= of_target.errors.len() - before;
    });
    heard
}

/// Paths that are the machine's own business, and what is shown in their place.
#[derive(Debug, Default)]
pub(super) struct Hidden(Vec<(String, &'static str)>);

impl Hidden {
    /// Those that the compiler of this job knows.
    pub(super) fn of(job: &CompileJob, sysroot: &Path) -> Hidden {
        let text = |path: &Path| path.to_string_lossy().into_owned();
        Hidden(vec![
            (text(&job.out), "out"),
            (format!("{}/", text(&job.workspace)), ""),
            (text(&job.dependencies), "dependencies"),
            (text(sysroot), "rust"),
        ])
    }

    /// A text without these paths, and without what a terminal would obey; a student's source is quoted in it.
    fn clean(&self, text: &str) -> String {
        let is_harmless = |letter: &char| {
            matches!(letter, '\n' | '\t') || !(letter.is_control() || is_direction(*letter))
        };
        let text: String = text.chars().filter(is_harmless).collect();
        let text = self
            .0
            .iter()
            .fold(text, |text, (path, shown)| text.replace(path, shown));
        without_temporary_names(&text)
    }
}

/// A text in which the compiler's temporary folder, `out/rustcAb12Cd` with six random letters, always has the same name.
fn without_temporary_names(text: &str) -> String {
    const BEFORE: &str = "out/rustc";
    const RANDOM: usize = 6;
    let mut parts = text.split(BEFORE);
    let mut clean = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        clean.push_str(BEFORE);
        let name = part.get(..RANDOM).unwrap_or_default();
        let is_random =
            name.len() == RANDOM && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        clean.push_str(if is_random { &part[RANDOM..] } else { part });
    }
    clean
}

/// Every line that comes, until the end; `None` for one that is too long.
fn each_line(pipe: impl Read, mut take: impl FnMut(Option<&[u8]>)) {
    let mut pipe = BufReader::with_capacity(64 * 1024, pipe);
    let mut line = Vec::new();
    loop {
        line.clear();
        let mut limited = (&mut pipe).take(LONGEST);
        match limited.read_until(b'\n', &mut line) {
            Ok(0) | Err(_) => return,
            Ok(_) if line.ends_with(b"\n") || (line.len() as u64) < LONGEST => {
                take(Some(line.trim_ascii_end()));
            }
            Ok(_) => {
                take(None);
                if pipe.skip_until(b'\n').is_err() {
                    return;
                }
            }
        }
    }
}

fn append(text: &mut String, line: &str, room: usize) {
    let left = room.saturating_sub(text.len());
    text.push_str(cut(line, left));
    if text.len() < room {
        text.push('\n');
    }
}

/// The first `room` bytes, or a few less: never half a character.
fn cut(text: &str, room: usize) -> &str {
    let most = room.min(text.len());
    let end = (0..=most).rev().find(|place| text.is_char_boundary(*place));
    &text[..end.unwrap_or(0)]
}

/// The marks that turn the direction of writing, with which a text shows something else than it says.
fn is_direction(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
