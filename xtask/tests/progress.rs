//! Progress as a student meets it: where they are, what passes, what they have edited since, help, and what failed last time.

mod workspace;

use assert_cmd::assert::Assert;
use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;
use std::fs;
use workspace::GREETER;
use workspace::Workspace;

const PROGRESS: &str = ".loopback/progress.json";

fn check(workspace: &Workspace, arguments: &[&str], status: i32) -> Assert {
    workspace.xtask(arguments).assert().code(status)
}

fn solve(workspace: &Workspace) -> String {
    let text = workspace.read("solutions/lesson2-echo/src/bin/greeter.rs");
    workspace.write(GREETER, &text);
    text
}

/// The row of `list` that is about the greeter.
fn row(workspace: &Workspace) -> String {
    let assert = check(workspace, &["list"], 0);
    let text = String::from_utf8_lossy(&assert.get_output().stdout).into_owned();
    let mut rows = text.lines().filter(|line| line.starts_with("  greeter "));
    rows.next().expect("there is such a row").to_owned()
}

#[test]
fn the_first_run_greets_and_the_next_ones_know_the_place() {
    let workspace = Workspace::new("progress-place");
    check(&workspace, &[], 0).stdout(
        contains("Welcome to Loopback")
            .and(contains("that is how it should be"))
            .and(contains("cargo xtask watch lesson2")),
    );
    assert!(
        row(&workspace).ends_with("not checked yet"),
        "{}",
        row(&workspace)
    );
    check(&workspace, &["check", "lesson2", "greeter"], 1)
        .stdout(contains("not started").and(contains("how every lesson begins")));
    check(&workspace, &[], 0).stdout(
        contains("You are in lesson2-echo: 0 of 82 checks pass")
            .and(contains(
                "Next, in stage 1 of 4 (a first conversation): greeter ",
            ))
            .and(contains(
                "cargo xtask hint lesson2 greets-a-client-by-its-address",
            )),
    );
}

#[test]
fn an_edit_takes_nothing_away_and_hides_nothing() {
    let workspace = Workspace::new("progress-edit");
    let text = solve(&workspace);
    let first = check(&workspace, &["check", "lesson2", "greeter"], 0);
    let learnt = String::from_utf8_lossy(&first.get_output().stdout).contains("learnt  ");
    assert!(
        learnt,
        "somebody who has passed all of an idea's checks has learnt it"
    );
    assert!(row(&workspace).ends_with("done"), "{}", row(&workspace));
    workspace.write(GREETER, &format!("{text}// edited\n"));
    let edited = row(&workspace);
    assert!(edited.contains(" 0 of  12 checks"), "{edited}");
    assert!(
        edited.ends_with("12 more passed before your last edit"),
        "{edited}"
    );
    check(&workspace, &["list", "lesson2"], 0)
        .stdout(contains("  was   stage 1  greets-a-client-by-its-address"));
    check(&workspace, &[], 0).stdout(contains("12 checks passed before your last edit"));
    // Back to what was checked: known again, without a check.
    workspace.write(GREETER, &text);
    assert!(row(&workspace).ends_with("done"), "{}", row(&workspace));
    // Nothing is learnt twice.
    check(&workspace, &["check", "lesson2", "greeter"], 0).stdout(contains("learnt  ").not());
}

#[test]
fn a_damaged_file_costs_a_warning_and_not_the_work() {
    let workspace = Workspace::new("progress-damaged");
    solve(&workspace);
    check(&workspace, &["check", "lesson2", "greeter"], 0);
    check(&workspace, &["check", "lesson2", "greets-a-client"], 0);
    let whole = workspace.read(PROGRESS);
    workspace.write(PROGRESS, &whole[..whole.len() / 2]);
    let assert = check(&workspace, &["list"], 0)
        .stderr(contains("warning").and(contains("the one before it is taken instead")));
    let text = String::from_utf8_lossy(&assert.get_output().stdout).into_owned();
    assert!(
        text.lines()
            .any(|line| line.starts_with("  greeter ") && line.ends_with("done")),
        "{text}"
    );
    // The next check mends it, and keeps what was there.
    check(&workspace, &["check", "lesson2", "greets-a-client"], 0);
    check(&workspace, &["list"], 0).stderr(contains("warning").not());
    assert!(row(&workspace).ends_with("done"), "{}", row(&workspace));
    assert_eq!(
        workspace.read(".loopback/progress.json.damaged"),
        whole[..whole.len() / 2]
    );
}

#[test]
fn an_update_of_the_course_keeps_what_is_known() {
    let workspace = Workspace::new("progress-update");
    solve(&workspace);
    check(&workspace, &["check", "lesson2", "greeter"], 0);
    // A check that the course no longer has, and one that is new to it.
    let known = workspace.read(PROGRESS);
    workspace.write(
        PROGRESS,
        &known.replace("greets-a-client-by-its-address", "a-check-of-long-ago"),
    );
    let row = row(&workspace);
    assert!(row.contains("11 of  12 checks"), "{row}");
    check(&workspace, &["list", "lesson2"], 0)
        .stdout(contains("  -     stage 1  greets-a-client-by-its-address"))
        .stderr(contains("warning").not());
    // A file of a later version is not understood, and not destroyed.
    workspace.write(PROGRESS, &known.replace("progress/2", "progress/9"));
    check(&workspace, &["list"], 0).stderr(contains("of another version of the course"));
    assert!(workspace.read(PROGRESS).contains("progress/9"));
}

#[test]
fn what_failed_is_replayed_with_its_seed() {
    let workspace = Workspace::new("progress-replay");
    check(&workspace, &["replay"], 0).stdout(contains("nothing failed last time"));
    let text = solve(&workspace);
    workspace.write(GREETER, &text.replace("Hello {peer}", "Hallo {peer}"));
    let assert = check(&workspace, &["check", "lesson2", "greeter"], 1);
    let shown = String::from_utf8_lossy(&assert.get_output().stdout).into_owned();
    let again = shown
        .lines()
        .find_map(|line| line.trim().strip_prefix("again     cargo xtask "))
        .expect("a failure says how to see it again");
    let seed = again.split("--seed ").nth(1).expect("with its seed");
    check(&workspace, &["replay"], 1)
        .stdout(contains(format!("--seed {seed}")).and(contains("Hallo ")));
    check(&workspace, &["replay", "no-such-check"], 2)
        .stderr(contains("is not among the checks that failed last time"));
    let words: Vec<&str> = again.split(' ').collect();
    check(&workspace, &words, 1).stdout(contains("Hallo "));
    // What has been mended passes, and is replayed until something else fails.
    workspace.write(GREETER, &text);
    check(&workspace, &["replay"], 0).stdout(contains("1 of 1 checks pass"));
}

#[test]
fn help_comes_in_steps() {
    let workspace = Workspace::new("progress-hint");
    let hint = |step: &str| {
        let arguments = [
            "hint",
            "2",
            "greets-a-client-by-its-address",
            "--step",
            step,
        ];
        check(&workspace, &arguments, 0)
    };
    hint("1").stdout(
        contains("  think ")
            .and(contains("?"))
            .and(contains("  look at ").not())
            .and(contains("--step 2")),
    );
    hint("2").stdout(contains("  look at ").and(contains("--step 3")));
    hint("3").stdout(contains("  sketch ").and(contains("--step").not()));
    check(&workspace, &["hint", "2", "greeter", "--step", "4"], 2);
    // Without a name: the first that fails.
    solve(&workspace);
    fs::remove_dir_all(workspace.path(".loopback")).ok();
    check(&workspace, &["hint", "lesson2"], 1).stdout(contains("echo-server "));
}

#[test]
fn two_checks_at_once_forget_nothing() {
    let workspace = Workspace::new("progress-two");
    solve(&workspace);
    check(&workspace, &["check", "lesson2", "greeter"], 0);
    let names = ["greets-a-client-by-its-address", "greets-an-ipv6-client"];
    fs::remove_file(workspace.path(PROGRESS)).expect("it is there");
    fs::remove_file(workspace.path(".loopback/progress.before.json")).ok();
    let children = names.map(|name| {
        let mut command = workspace.command(&["check", "lesson2", name]);
        command.stdout(std::process::Stdio::null());
        command.spawn().expect("it can be started")
    });
    for mut child in children {
        assert!(child.wait().expect("it ends").success());
    }
    let known = workspace.read(PROGRESS);
    for name in names {
        assert!(known.contains(name), "{known}");
    }
}
