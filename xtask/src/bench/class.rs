//! A made-up class for `cargo xtask bench --grade`: as many submissions to lesson 2 as somebody asks for, of the kinds that a class hands in,
//! and no two alike.

use super::LESSON;
use super::copy;
use crate::workspace;
use anyhow::Context;
use anyhow::Result;
use anyhow::ensure;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// What somebody has handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Solved,
    /// The solution with the mistake at this place of [`MISTAKES`].
    Flawed(usize),
    /// The skeleton; with the greeter done, where this says so.
    Unsolved(bool),
    /// One program has a type error.
    NotCompiling,
    /// The greeter is this one of [`HOSTILE`].
    Hostile(usize),
}

/// Of twenty: eight solved, six flawed, three not begun or hardly, two that do not compile, one hostile.
const TWENTY: [&str; 20] = [
    "solved", "flawed", "solved", "unsolved", "solved", "flawed", "broken", "solved", "flawed",
    "hostile", "solved", "flawed", "solved", "unsolved", "flawed", "solved", "broken", "flawed",
    "solved", "begun",
];

/// A mistake: the program, what the solution says, and what somebody says instead.
const MISTAKES: [(&str, &str, &str); 8] = [
    // Wrong bytes.
    ("greeter", "Hello {peer}\\n", "Hello, {peer}\\n"),
    // The line that others wait for stays in the buffer.
    (
        "echo-server",
        "writeln!(stdout, \"listening on {addr}\")",
        "write!(stdout, \"listening on {addr}\")",
    ),
    // The port that was asked for.
    (
        "udp-echo-server",
        "socket.bind(&addr.into())?",
        "socket.bind(&SocketAddr::new(addr.ip(), 10_000).into())?",
    ),
    // Half of a large datagram.
    ("udp-echo-server", "vec![0; 65_536]", "vec![0; 512]"),
    // Ends with its first client.
    (
        "echo-server",
        "Ok((mut client, _)) => converse(&mut client),",
        "Ok((mut client, _)) => { converse(&mut client); std::process::exit(0) }",
    ),
    // The whole buffer instead of what came.
    (
        "unix-echo-server",
        "client.write_all(&buffer[..count])",
        "client.write_all(&buffer)",
    ),
    // What a killed server has left is in the way.
    (
        "unix-echo-server",
        "remove_stale(path).and_then(|()| listen(path))",
        "listen(path)",
    ),
    // Stays after its client has finished, and asks for ever.
    ("echo-server", "Ok(0) => return,", "Ok(0) => Ok(()),"),
];

/// Programs of the grader's own tests. Outside of a cell they do nothing.
const HOSTILE: [&str; 3] = ["exits-before-main", "floods-stdout", "spins"];

/// What the student with this number hands in.
pub(super) fn kind(number: usize) -> Kind {
    let round = number / TWENTY.len();
    match TWENTY[number % TWENTY.len()] {
        "solved" => Kind::Solved,
        // Each mistake as often as any other.
        "flawed" => {
            let before = TWENTY[..number % TWENTY.len()]
                .iter()
                .filter(|kind| **kind == "flawed");
            Kind::Flawed((round * 6 + before.count()) % MISTAKES.len())
        }
        "unsolved" => Kind::Unsolved(false),
        "begun" => Kind::Unsolved(true),
        "broken" => Kind::NotCompiling,
        _ => Kind::Hostile(round % HOSTILE.len()),
    }
}

/// Writes the `src` of a student's work on the lesson to `to`.
///
/// # Errors
/// Where a file cannot be read or written, and where a mistake no longer fits the solution.
pub(super) fn hand_in(number: usize, to: &Path) -> Result<()> {
    let root = workspace::root();
    let solution = root.join("solutions").join(LESSON).join("src");
    let skeleton = root.join("crates").join(LESSON).join("skeleton/src");
    let kind = kind(number);
    let is_unsolved = matches!(kind, Kind::Unsolved(_));
    copy(if is_unsolved { &skeleton } else { &solution }, to)?;
    match kind {
        Kind::Solved | Kind::Unsolved(false) => {}
        Kind::Unsolved(true) => copy(&solution.join("bin/greeter.rs"), &program(to, "greeter"))?,
        Kind::Flawed(mistake) => {
            let (name, from, with) = MISTAKES[mistake];
            replace(&program(to, name), from, with)?;
        }
        Kind::NotCompiling => replace(
            &program(to, "echo-server"),
            "let mut buffer = [0;",
            "let mut buffer: u8 = [0;",
        )?,
        Kind::Hostile(which) => {
            let programs = root.join("crates/instructor/tests/hostile/programs");
            copy(
                &programs.join(format!("{}.rs", HOSTILE[which])),
                &program(to, "greeter"),
            )?;
            copy(&programs.join("proof"), &to.join("bin/proof"))?;
        }
    }
    differ(number, to)
}

/// A constant that nobody else has in each program, so that none is the same as another's.
fn differ(number: usize, to: &Path) -> Result<()> {
    for entry in fs::read_dir(to.join("bin")).context("failed to list a submission")? {
        let path = entry.context("failed to list a submission")?.path();
        if path.is_file() {
            let text = fs::read_to_string(&path).context("failed to read a submission")?;
            let constant = format!("\n#[used]\nstatic STUDENT: usize = {number};\n");
            fs::write(&path, text + &constant).context("failed to write a submission")?;
        }
    }
    Ok(())
}

fn program(to: &Path, name: &str) -> PathBuf {
    to.join("bin").join(format!("{name}.rs"))
}

fn replace(path: &Path, from: &str, with: &str) -> Result<()> {
    let text =
        fs::read_to_string(path).with_context(|| format!("failed to read {}", path.display()))?;
    ensure!(
        text.contains(from),
        "{} has no {from:?}; the benchmark's mistakes no longer fit the solution",
        path.display()
    );
    fs::write(path, text.replacen(from, with, 1))
        .with_context(|| format!("failed to write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_submission_fits_the_solution_and_is_its_own() {
        let folder =
            std::env::temp_dir().join(format!("loopback-bench-class-{}", std::process::id()));
        let mut seen = std::collections::BTreeSet::new();
        for number in 0..60 {
            let to = folder.join(number.to_string());
            hand_in(number, &to).unwrap();
            assert!(seen.insert(fs::read(program(&to, "greeter")).unwrap()));
        }
        fs::remove_dir_all(&folder).unwrap();
        let kinds: Vec<Kind> = (0..60).map(kind).collect();
        for mistake in 0..MISTAKES.len() {
            assert!(kinds.contains(&Kind::Flawed(mistake)), "{mistake}");
        }
        for which in 0..HOSTILE.len() {
            assert!(kinds.contains(&Kind::Hostile(which)), "{which}");
        }
    }
}
