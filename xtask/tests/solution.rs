//! `solution` as a student meets it: what is missing, and what is shown once nothing is.

mod workspace;

use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;
use predicates::str::ends_with;
use predicates::str::is_empty;
use predicates::str::starts_with;
use workspace::Workspace;

const CLIENT: &str = "exercises/lesson3-sum-server/src/bin/sum-client.rs";
const SOLVED_CLIENT: &str = "solutions/lesson3-sum-server/src/bin/sum-client.rs";

/// The beginning of a program's line.
fn row(program: &str, passed: usize, checks: usize) -> String {
    format!("\n  {program:<40} {passed:>3} of {checks:>3} checks ")
}

#[test]
fn what_does_not_pass_yet_is_said_and_anyway_shows_the_differences() {
    let workspace = Workspace::new("solution-waits");
    workspace
        .xtask(&["solution", "lesson3"])
        .assert()
        .code(1)
        .stderr(is_empty())
        .stdout(
            contains(row("sum-server", 0, 58))
                .and(contains(row("sum-client", 0, 22)))
                .and(contains("\n  cargo xtask check lesson3 "))
                .and(contains("\n  cargo xtask solution lesson3 --anyway "))
                .and(contains("+++").not()),
        );
    // A reason ends with its paragraph and is laid out anew. The lesson's own may be in any file, but in none before this one.
    let reason = "//! Why like this: numbers are\n//! bytes first.\n//!\n//! Not this.\n";
    let others = workspace.read(SOLVED_CLIENT);
    workspace.write(SOLVED_CLIENT, &format!("{reason}{others}"));
    let assert = workspace
        .xtask(&["solution", "lesson3", "sum-client", "--anyway"])
        .assert()
        .code(0);
    assert.stdout(
        starts_with("Lines with - are yours, lines with + are the solution's.\n")
            .and(contains(format!(
                "\n--- {CLIENT}\n+++ {SOLVED_CLIENT}\n@@ -"
            )))
            .and(contains("\n-    todo!(\"ask for {a} and {b}\")\n"))
            .and(contains("\n+    let text = format!(\"{a} {b}\");\n"))
            .and(contains("\n--- exercises/lesson3-sum-server/src/sum.rs\n"))
            .and(contains("src/lib.rs: the same as the solution's\n"))
            .and(contains("sum-server.rs").not())
            .and(ends_with(
                "\n\nWhy like this:\n  numbers are bytes first.\n",
            ))
            .and(contains('\x1b').not()),
    );
}

#[test]
fn what_has_passed_is_shown_until_it_is_edited() {
    let workspace = Workspace::new("solution-passed");
    for file in ["src/bin/sum-client.rs", "src/sum.rs"] {
        let solved = workspace.read(&format!("solutions/lesson3-sum-server/{file}"));
        let own = solved.replace("lesson3_sum_server_solution", "lesson3_sum_server");
        workspace.write(&format!("exercises/lesson3-sum-server/{file}"), &own);
    }
    let check = ["check", "lesson3", "sum-client"];
    workspace.xtask(&check).assert().code(0);
    let solution = ["solution", "lesson3", "sum-client"];
    workspace
        .xtask(&solution)
        .assert()
        .code(0)
        .stdout(contains(format!("{CLIENT}: the same as the solution's\n")));
    workspace
        .xtask(&["solution", "lesson3"])
        .assert()
        .code(1)
        .stdout(
            contains("points   done\n")
                .and(contains("\n  cargo xtask solution lesson3 sum-client ")),
        );
    let edited = workspace.read(CLIENT) + "// mine\n";
    workspace.write(CLIENT, &edited);
    workspace
        .xtask(&solution)
        .assert()
        .code(1)
        .stdout(contains(" more passed before your last edit\n"));
}

#[test]
fn usage_mistakes_end_with_2_and_advice() {
    let workspace = Workspace::new("solution-usage");
    for (arguments, advice) in [
        (&["solution", "lessn3"][..], "did you mean lesson3?"),
        (&["solution", "3", "sum-clent"], "did you mean sum-client?"),
        (
            &["solution", "3", "greeter"],
            "lesson3-sum-server has no program named greeter",
        ),
        (&["solution"], "<LESSON>"),
    ] {
        workspace
            .xtask(arguments)
            .assert()
            .code(2)
            .stdout(is_empty())
            .stderr(contains(advice));
    }
    workspace
        .xtask(&["solution", "--help"])
        .assert()
        .code(0)
        .stdout(contains("Usage: cargo xtask solution").and(contains("--anyway")));
}
