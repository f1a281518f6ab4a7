//! The same program, judged twice, has the same verdict but for durations, process numbers and measured amounts.
#![cfg(target_os = "linux")]

use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

/// What may differ, since chance is in the program itself or in the network below it.
const KNOWN: &[(&str, &str)] = &[
    (
        "sum-server::sum-server-takes-one-read-for-one-request",
        "how much one read brings, and with it what the program answers, is decided by the system",
    ),
    (
        "sum-server::sum-server-makes-a-buffer-for-each-request",
        "what one read brings beyond a request is lost with the buffer",
    ),
    (
        "sum-server::sum-server-makes-a-buffer-for-each-fixed-request",
        "what one read brings beyond a request is lost with the buffer",
    ),
    (
        "unix-echo-server::unix-echo-server-panics-at-a-lost-client",
        "whether the next client is taken before the server has died is decided by the system",
    ),
];

#[test]
fn flawed_programs_have_the_same_verdicts_twice() {
    for (lesson, package, every) in [
        ("lesson2", "lesson2-echo-checks", "16"),
        ("lesson3", "lesson3-sum-server-checks", "16"),
    ] {
        let flawed = flawed(lesson, package);
        let output = Command::new(env!("CARGO_BIN_EXE_loopback-instructor"))
            .args(["twice", lesson, "--every", every, "--flawed"])
            .arg(&flawed)
            .output()
            .unwrap();
        let [text, error] = [&output.stdout, &output.stderr]
            .map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        if error.contains("this machine has no cells") {
            return;
        }
        assert!(output.status.success(), "{text}{error}");
        let mut lines: Vec<&str> = text.lines().collect();
        let count = lines.pop().unwrap();
        let failing: usize = count
            .split(' ')
            .find_map(|word| word.parse::<usize>().ok().filter(|number| *number > 10))
            .unwrap_or_else(|| panic!("too few checks failed: {count}"));
        lines.retain(|line| !KNOWN.iter().any(|(flaw, _)| line.starts_with(flaw)));
        assert!(lines.is_empty(), "of {failing}:\n{}", lines.join("\n"));
    }
}

/// The executable that plays a lesson's flawed programs, built where it is not there.
fn flawed(lesson: &str, package: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_BIN_EXE_loopback-instructor")).parent();
    let name = format!("{lesson}-flawed");
    let flawed = folder.expect("an executable is in a folder").join(&name);
    if !flawed.exists() {
        let status = Command::new(env!("CARGO"))
            .args([
                "build",
                "--quiet",
                "--offline",
                "--package",
                package,
                "--bin",
                &name,
            ])
            .status()
            .expect("cargo can be started");
        assert!(status.success(), "{name} does not compile");
    }
    flawed
}
