//! `check --syscalls` as its users meet it: with an strace, without one, and with one that may not look on.

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use predicates::str::contains;
use predicates::str::is_empty;

fn check(arguments: &[&str], path: Option<&str>) -> Assert {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(["check", "lesson2", "--syscalls"]);
    command.args(arguments);
    if let Some(path) = path {
        command.env("PATH", path);
    }
    command.assert()
}

#[cfg(not(target_os = "linux"))]
#[test]
fn other_systems_have_no_strace() {
    check(&["echoes-one-line"], None)
        .code(2)
        .stdout(is_empty())
        .stderr(contains("--syscalls needs Linux"));
}

#[cfg(target_os = "linux")]
mod linux {
    use super::*;
    use predicates::prelude::PredicateBooleanExt;
    use std::os::unix::fs::PermissionsExt;
    use std::path::PathBuf;
    use std::time::Duration;

    /// A PATH of one folder, removed at the end.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Folder {
            let path = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
            std::fs::create_dir_all(&path).expect("a folder can be made");
            Folder(path)
        }

        fn path(&self) -> &str {
            self.0.to_str().expect("the path is text")
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    /// A program that is there, so that nothing has to be built.
    fn any_program() -> String {
        format!("echo-server={}", env!("CARGO_BIN_EXE_xtask"))
    }

    /// Can this test look at programs? Says so where it cannot.
    #[expect(
        clippy::print_stdout,
        reason = "whoever runs the tests must know what they have left out"
    )]
    fn can_trace(test: &str) -> bool {
        let can = std::process::Command::new("strace")
            .args(["-f", "-o", "/dev/null", "true"])
            .status()
            .is_ok_and(|status| status.success());
        if !can {
            println!("{test} is left out: there is no strace here, or it may not look on");
        }
        can
    }

    #[test]
    fn the_steps_of_a_server_are_seen_in_their_order() {
        if !can_trace("the_steps_of_a_server_are_seen_in_their_order") {
            return;
        }
        let assert = check(&["--solution", "echoes-one-line"], None).code(0);
        let stdout = String::from_utf8_lossy(&assert.get_output().stdout).into_owned();
        assert!(stdout.contains("under strace"), "{stdout}");
        let (picture, steps) = stdout
            .split_once("the nine steps of lesson 2")
            .expect("the steps follow the picture");
        let mut rest = picture;
        for call in [
            " 1 socket(INET, STREAM) = ",
            " 2 bind(",
            " 3 listen(",
            " 5 accept(",
            " 7 recv(",
            " 7 send(",
            " 8 recv(",
            " 9 close(",
        ] {
            let found = rest.split_once(call);
            rest = found.unwrap_or_else(|| panic!("no {call} in {rest}")).1;
        }
        for line in [
            "3 listen          listen(",
            "4 connect         the other side's",
            "9 close           close(",
        ] {
            assert!(steps.contains(line), "no {line} in {steps}");
        }
    }

    #[test]
    fn the_report_has_the_calls_of_a_check_that_passed() {
        if !can_trace("the_report_has_the_calls_of_a_check_that_passed") {
            return;
        }
        let arguments = ["--solution", "--json", "echoes-one-line"];
        let assert = check(&arguments, None).code(0);
        let report: serde_json::Value = serde_json::from_slice(&assert.get_output().stdout)
            .expect("stdout is one JSON document");
        let events = report["lessons"][0]["checks"][0]["transcript"]
            .as_array()
            .expect("there is a transcript");
        let times = events.iter().map(|event| event["at_us"].as_u64());
        assert!(times.is_sorted(), "{events:?}");
        let place = |kind: &str, start: &str| {
            let is_it = |event: &serde_json::Value| {
                event["event"] == kind
                    && event["bytes"]
                        .as_str()
                        .is_some_and(|text| text.starts_with(start))
            };
            let found = events.iter().position(is_it);
            found.unwrap_or_else(|| panic!("no {kind} {start} in {events:?}"))
        };
        // strace's clock and ours agree: nobody connects before the server listens, and nobody accepts before.
        let connected = place("connect", "127.0.0.1");
        assert!(place("call", "3 listen(") < connected);
        assert!(connected < place("call", "7 recv("));
    }

    #[test]
    fn a_failure_says_how_to_see_the_calls_again() {
        if !can_trace("a_failure_says_how_to_see_the_calls_again") {
            return;
        }
        check(&["--program", "echo-server=true", "echoes-one-line"], None)
            .code(1)
            .stdout(contains("echoes-one-line --syscalls --program"));
    }

    /// Asks again and again for up to 20 s.
    fn eventually<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        for _ in 0..2000 {
            if let Some(found) = look() {
                return found;
            }
            std::thread::park_timeout(Duration::from_millis(10));
        }
        panic!("{what}: not within 20 s");
    }

    fn is_running(pid: &str) -> bool {
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        let state = stat
            .rsplit_once(") ")
            .and_then(|(_, rest)| rest.chars().next());
        !matches!(state, None | Some('Z' | 'X'))
    }

    #[test]
    fn neither_the_program_nor_its_tracer_outlives_a_kill() {
        if !can_trace("neither_the_program_nor_its_tracer_outlives_a_kill") {
            return;
        }
        let folder = Folder::new("killed");
        let file = folder.0.join("pid");
        let program = format!(
            "echo-server=sh -c 'echo $$ > {}; exec sleep 1000'",
            file.display()
        );
        let mut xtask = std::process::Command::new(env!("CARGO_BIN_EXE_xtask"))
            .args(["check", "lesson2", "echoes-one-line", "--syscalls"])
            .args(["--program", &program])
            .stdout(std::process::Stdio::null())
            .spawn()
            .expect("xtask can be started");
        let pid = eventually("the program says its number", || {
            let text = std::fs::read_to_string(&file).ok()?;
            text.ends_with('\n').then(|| text.trim().to_owned())
        });
        let status =
            std::fs::read_to_string(format!("/proc/{pid}/status")).expect("the program is running");
        let tracer = status
            .lines()
            .find_map(|line| line.strip_prefix("TracerPid:"))
            .expect("Linux tells the tracer")
            .trim()
            .to_owned();
        assert!(is_running(&tracer), "nobody traces the program: {status}");
        xtask.kill().expect("xtask can be killed");
        xtask.wait().expect("xtask can be waited for");
        eventually("both have ended", || {
            (!is_running(&pid) && !is_running(&tracer)).then_some(())
        });
    }

    #[test]
    fn without_strace_it_is_said_how_to_get_it() {
        let folder = Folder::new("no-strace");
        check(&["--program", &any_program()], Some(folder.path()))
            .code(2)
            .stdout(is_empty())
            .stderr(contains("apt install strace").and(contains("dnf install strace")));
    }

    #[test]
    fn an_strace_that_may_not_look_on_is_not_the_student_s_fault() {
        let folder = Folder::new("forbidden-strace");
        let strace = folder.0.join("strace");
        let script = "#!/bin/sh\necho 'strace: attach: Operation not permitted' >&2\nexit 1\n";
        std::fs::write(&strace, script).expect("a script can be written");
        std::fs::set_permissions(&strace, std::fs::Permissions::from_mode(0o755))
            .expect("a script can be made executable");
        check(&["--program", &any_program()], Some(folder.path()))
            .code(2)
            .stdout(is_empty())
            .stderr(contains(
                "strace may not look at programs here (attach: Operation not permitted)",
            ));
    }
}
