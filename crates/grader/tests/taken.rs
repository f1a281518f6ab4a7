//! A check whose program finds its port taken says who has it, unless the check itself has taken it.
#![cfg(target_os = "linux")]

use grader::Cause;
use grader::Failure;
use grader::Lab;
use grader::Options;
use grader::Program;
use grader::Programs;
use grader::Verdict;
use grader::grade_check;
use std::io::BufRead;
use std::io::BufReader;
use std::process::Child;
use std::process::Command;
use std::process::Stdio;

const MISBEHAVE: &str = env!("CARGO_BIN_EXE_grader-misbehave");

/// What the report says of the programs of one check, where its server is this command.
fn judge(words: &[&str], run: fn(&Lab) -> Verdict) -> Vec<String> {
    let program = Program::command(words).expect("there is a word");
    let programs: Programs = [("server".to_owned(), program)].into_iter().collect();
    let check = grader::Check {
        name: "a-check",
        title: "a check",
        program: "server",
        stage: 1,
        points: 1,
        hint: "a hint",
        run,
    };
    let report = grade_check(&check, &programs, &Options::default());
    assert!(report.failure.is_some(), "{report:?}");
    report.programs
}

fn listens(lab: &Lab) -> Verdict {
    lab.serve("server", "127.0.0.1:0").map(drop)
}

/// Fails for a reason of its own, after it has taken a port on purpose.
fn takes_a_port(lab: &Lab) -> Verdict {
    let server = lab.serve("server", "127.0.0.1:0")?;
    let addr = server.addr()?.to_string();
    let refused = lab.run_refused("server", &[&addr])?;
    assert!(refused.stderr().contains("in use"), "{}", refused.stderr());
    Err(Failure::new(Cause::WrongOutput, "another thing", "this"))
}

/// A program that another check might run: it listens, and holds its address until it is dropped.
struct Other(Child, String);

impl Other {
    fn start(words: &[&str]) -> Other {
        let mut child = Command::new(MISBEHAVE)
            .args(words)
            .env(cell::RUN_VARIABLE, "another-check")
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("stdout is a pipe");
        BufReader::new(stdout)
            .read_line(&mut line)
            .expect("it says where it listens");
        let addr = line.trim_end().rsplit(' ').next().expect("there is a word");
        Other(child, addr.to_owned())
    }
}

impl Drop for Other {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_fixed_port_is_held_by_the_copy_that_another_check_runs() {
    let file = std::env::temp_dir().join(format!("taken-{}", std::process::id()));
    let path = file.to_str().expect("the path is text").to_owned();
    std::fs::write(&file, "127.0.0.1:0").expect("a file can be written");
    let other = Other::start(&["insists", &path]);
    let (pid, addr) = (other.0.id(), &other.1);
    std::fs::write(&file, addr).expect("a file can be written");
    let said = judge(&[MISBEHAVE, "insists", &path], listens);
    let expected = format!(
        "wanted an address, which is in use by grader-misbehave (pid {pid}, on {addr}), which another check runs at the same \
         time. It must use the address that it is given, here 127.0.0.1:0: checks run side by side"
    );
    assert!(
        said.iter().any(|line| line.ends_with(&expected)),
        "{said:?}"
    );

    // Its end frees the port, and nothing is to be said any more.
    drop(other);
    let check = |lab: &Lab| {
        listens(lab)?;
        Err(Failure::new(Cause::WrongOutput, "another thing", "this"))
    };
    let said = judge(&[MISBEHAVE, "insists", &path], check);
    assert!(!said.iter().any(|line| line.contains("wanted")), "{said:?}");
    let _ = std::fs::remove_file(&file);
}

#[test]
fn a_port_that_the_check_has_taken_on_purpose_is_not_spoken_of() {
    let said = judge(&[MISBEHAVE, "obeys"], takes_a_port);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(!said.iter().any(|line| line.contains("wanted")), "{said:?}");
}

#[test]
fn an_address_in_the_programs_own_words_is_believed() {
    let other = Other::start(&["serves-well"]);
    let file = std::env::temp_dir().join(format!("taken-aloud-{}", std::process::id()));
    std::fs::write(&file, &other.1).expect("a file can be written");
    let path = file.to_str().expect("the path is text").to_owned();
    // Its last word, which it complains of, is the address that it insists on.
    let words = format!("exec {MISBEHAVE} insists {path} {}", other.1);
    let said = judge(&["sh", "-c", &words], listens);
    let expected = format!(
        "wanted {}, which is in use by grader-misbehave (pid {}",
        other.1,
        other.0.id()
    );
    assert!(said.iter().any(|line| line.contains(&expected)), "{said:?}");
    let _ = std::fs::remove_file(&file);
}
