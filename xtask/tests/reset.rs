//! `reset` as a student meets it: the skeleton is back, and nothing of theirs is lost.

mod workspace;

use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;
use predicates::str::is_empty;
use predicates::str::starts_with;
use std::fs;
#[cfg(unix)]
use std::io::Write;
use std::path::PathBuf;
#[cfg(unix)]
use std::process::Stdio;
use std::time::Duration;
use std::time::SystemTime;
use workspace::Workspace;

const LESSON: &str = "exercises/lesson3-sum-server";

/// A workspace in which the student has worked on lesson 3: on both programs and on what they share.
fn worked_on(name: &str) -> Workspace {
    let workspace = Workspace::new(name);
    for file in ["bin/sum-client", "bin/sum-server", "sum"] {
        workspace.write(&own(file), &format!("// my {file}\n"));
    }
    workspace
}

fn own(file: &str) -> String {
    format!("{LESSON}/src/{file}.rs")
}

fn skeleton(file: &str) -> String {
    format!("crates/lesson3-sum-server/skeleton/src/{file}.rs")
}

/// The folders of the backups, the oldest first.
fn backups(workspace: &Workspace) -> Vec<PathBuf> {
    let folder = workspace.path(".loopback/backups");
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

#[test]
fn a_lesson_gets_its_skeleton_and_the_students_files_are_kept() {
    let workspace = worked_on("reset-lesson");
    workspace.write(&own("mine"), "// my own file\n");
    fs::remove_file(workspace.path(&own("lib"))).expect("a file can be removed");
    let manifest = format!("{LESSON}/Cargo.toml");
    let pristine = workspace.read(&manifest);
    let edited = format!("{pristine}# mine\n");
    workspace.write(&manifest, &edited);
    // As old as a fresh copy of the course may be. What cargo is to build anew must be younger than its last build.
    let long_ago = SystemTime::now() - Duration::from_secs(1_000_000);
    let before = SystemTime::now() - Duration::from_secs(10);
    fs::File::options()
        .write(true)
        .open(workspace.path(&skeleton("sum")))
        .and_then(|file| file.set_modified(long_ago))
        .expect("a file's time can be set");
    let assert = workspace
        .xtask(&["reset", "lesson3", "--yes"])
        .assert()
        .code(0);
    let kept = backups(&workspace);
    let [backup] = &kept[..] else {
        panic!("one backup: {kept:?}")
    };
    let name = backup.file_name().and_then(|name| name.to_str());
    let name = name.expect("a backup has a name in ASCII");
    assert_eq!(&name[10..11], "T", "{name}");
    assert_eq!(&name[17..], "Z-lesson3-sum-server", "{name}");
    assert.stdout(
        contains(format!("{} is the skeleton again\n", own("sum")))
            .and(contains(format!(
                "{} is your own file and stays\n",
                own("mine")
            )))
            .and(contains(format!(
                "\n  cp -R .loopback/backups/{name}/* {LESSON}\n"
            ))),
    );
    for file in ["bin/sum-client", "bin/sum-server", "sum", "lib"] {
        assert_eq!(workspace.read(&own(file)), workspace.read(&skeleton(file)));
        let modified = fs::metadata(workspace.path(&own(file))).and_then(|file| file.modified());
        let modified = modified.expect("a file has a time");
        assert!(modified > before, "{file}: {modified:?}");
    }
    assert_eq!(workspace.read(&own("mine")), "// my own file\n");
    let copy = |file: &str| fs::read_to_string(backup.join(file)).ok();
    for file in ["bin/sum-client", "bin/sum-server", "sum"] {
        let text = copy(&format!("src/{file}.rs"));
        assert_eq!(text, Some(format!("// my {file}\n")));
    }
    assert_eq!(copy("src/mine.rs").as_deref(), Some("// my own file\n"));
    assert_eq!(workspace.read(&manifest), pristine);
    assert_eq!(copy("Cargo.toml"), Some(edited));
    assert_eq!(copy("src/lib.rs"), None);

    let again = workspace.xtask(&["reset", "lesson3"]).assert().code(0);
    again.stdout(starts_with(
        "lesson3 is as in its skeleton: there is nothing to reset\n",
    ));
    assert_eq!(backups(&workspace), kept);
}

#[test]
fn a_program_gets_its_own_file_and_what_is_shared_stays() {
    let workspace = worked_on("reset-program");
    let reset = ["reset", "lesson3", "sum-client", "--yes"];
    let words = "src/sum.rs differs from the skeleton, but is shared by the programs and stays";
    workspace
        .xtask(&reset)
        .assert()
        .code(0)
        .stdout(contains(words).and(contains("sum-server.rs").not()));
    assert_eq!(
        workspace.read(&own("bin/sum-client")),
        workspace.read(&skeleton("bin/sum-client"))
    );
    for file in ["bin/sum-server", "sum"] {
        assert_eq!(workspace.read(&own(file)), format!("// my {file}\n"));
    }
    // Cargo would take a second file for the same program, and then refuse the whole workspace.
    let folder = format!("{LESSON}/src/bin/sum-client");
    fs::remove_file(workspace.path(&own("bin/sum-client"))).expect("a file can be removed");
    fs::create_dir(workspace.path(&folder)).expect("a folder can be made");
    workspace.write(&format!("{folder}/main.rs"), "// my other client\n");
    workspace.xtask(&reset).assert().code(0);
    assert!(!workspace.path(&folder).join("main.rs").exists());
    let kept = backups(&workspace);
    assert_eq!(kept.len(), 2, "{kept:?}");
    let moved = kept
        .iter()
        .filter_map(|backup| fs::read_to_string(backup.join("src/bin/sum-client/main.rs")).ok());
    assert_eq!(moved.collect::<Vec<_>>(), ["// my other client\n"]);
}

#[test]
fn nobody_is_asked_without_a_terminal() {
    let workspace = worked_on("reset-asks");
    workspace
        .xtask(&["reset", "lesson3"])
        .write_stdin("yes\n")
        .assert()
        .code(2)
        .stdout(is_empty())
        .stderr(contains("`cargo xtask reset lesson3 --yes` does not ask"));
    assert_eq!(workspace.read(&own("sum")), "// my sum\n");
    assert_eq!(backups(&workspace), Vec::<PathBuf>::new());
}

#[test]
#[cfg(unix)]
fn only_the_whole_word_yes_restores_on_a_terminal() {
    let workspace = worked_on("reset-yes");
    let answered = |answer: &str| {
        let terminal = nix::pty::openpty(None, None).expect("a terminal can be made");
        let child = workspace
            .command(&["reset", "lesson3", "sum-client"])
            .stdin(terminal.slave)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("xtask starts");
        let mut keyboard = fs::File::from(terminal.master);
        keyboard
            .write_all(answer.as_bytes())
            .expect("a terminal takes a line");
        let output = child.wait_with_output().expect("xtask ends");
        assert_eq!(output.status.code(), Some(0));
        let asked = String::from_utf8_lossy(&output.stderr).into_owned();
        let question = "type yes to restore the skeleton of lesson3 sum-client (your files go to .loopback/backups/";
        assert!(asked.contains(question), "{asked}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    for answer in ["y\n", "\n", "\x04"] {
        let said = answered(answer);
        assert!(said.contains("nothing has been changed"), "{said}");
        assert_eq!(
            workspace.read(&own("bin/sum-client")),
            "// my bin/sum-client\n"
        );
        assert_eq!(backups(&workspace), Vec::<PathBuf>::new());
    }
    let said = answered("yes\n");
    assert!(said.contains("is the skeleton again"), "{said}");
    assert_eq!(backups(&workspace).len(), 1);
}

#[test]
#[cfg(unix)]
fn nothing_is_written_where_a_symbolic_link_leads() {
    let workspace = worked_on("reset-link");
    let (elsewhere, source) = (
        workspace.path("elsewhere"),
        workspace.path(LESSON).join("src"),
    );
    fs::rename(&source, &elsewhere).expect("a folder can be renamed");
    std::os::unix::fs::symlink(&elsewhere, &source).expect("a link can be made");
    workspace
        .xtask(&["reset", "lesson3", "--yes"])
        .assert()
        .code(2)
        .stderr(contains(format!("{LESSON}/src is a symbolic link")));
    assert_eq!(workspace.read("elsewhere/sum.rs"), "// my sum\n");
    assert_eq!(backups(&workspace), Vec::<PathBuf>::new());
}
