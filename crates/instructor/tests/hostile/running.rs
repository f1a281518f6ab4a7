//! Submissions that compile, and attack when they run.

use crate::class::Class;
use crate::class::program;
use crate::expected::Row;
use crate::place::Place;

/// Lays them out, and says what they deserve.
pub(crate) fn rows(class: &Class, place: &Place) -> Vec<Row> {
    let kinds = [liars(), hogs(), fighters(), waiters(), crashers()];
    let mut rows: Vec<Row> = kinds.into_iter().flatten().collect();
    for row in &rows {
        class.hostile(&row.id, &row.id);
    }
    rows.extend(copies(class));
    rows.extend(spies(class, place));
    rows.push(trapper(class));
    rows
}

/// Who says that all is well.
fn liars() -> Vec<Row> {
    vec![
        Row::fails(
            "prints-test-result-ok",
            &["wrong_output"],
            &["running 12 tests"],
        ),
        Row::fails("exits-before-main", &["refused"], &["nobody listens"])
            .never_says("main was reached"),
        Row::fails("prints-control-characters", &["wrong_output"], &["\\x1b"]),
    ]
}

/// Who wants more than there is.
fn hogs() -> Vec<Row> {
    vec![
        Row::is_refused("forks-without-end").says("fork: refused"),
        Row::fails(
            "takes-the-processors",
            &["exited", "never_listened"],
            &["exit status 7", "still runs"],
        )
        .says("session: refused")
        .says("group: refused"),
        Row::fails(
            "hogs-memory",
            &["exited"],
            &["exit status 7", "signal 9", "signal 6"],
        )
        .never_says("WENT THROUGH"),
        Row::fails(
            "hogs-memory-with-children",
            &["exited", "never_listened"],
            &["signal 9", "still runs", "memory"],
        ),
        Row::fails(
            "hogs-shared-memory",
            &["exited", "never_listened"],
            &["signal 9", "still runs", "memory"],
        )
        .says("segment: refused")
        .says("memfd: refused")
        .never_says("WENT THROUGH"),
        Row::is_refused("fills-tmp").says("/tmp: refused 6"),
        Row::fails(
            "floods-stdout",
            &["wrong_output"],
            &["without an end of line"],
        ),
        Row::fails("floods-stderr", &["exited"], &["exit status 7"]).says("and more"),
    ]
}

/// Who wants to end or to outlive others.
fn fighters() -> Vec<Row> {
    vec![
        Row::fails("daemon-holds-stdout", &["exited"], &["exit status 7"])
            .says("daemon: WENT THROUGH"),
        Row::fails("daemon-closed-everything", &["exited"], &["exit status 7"])
            .says("daemon: WENT THROUGH"),
        Row::is_refused("kills-everybody"),
        Row::fails("kills-its-group", &["exited"], &["ended by signal 9"]).never_says("WENT PAST"),
        Row::is_refused("kills-its-parent"),
        Row::fails_only(
            "goes-on-when-stopped",
            "greeter-waits-without-using-the-processor",
            "busy_loop",
        ),
        Row::fails_only(
            "hides-behind-an-orphan",
            "greeter-waits-without-using-the-processor",
            "busy_loop",
        ),
        Row::fails_only(
            "ends-its-first-thread",
            "greeter-gives-every-descriptor-back",
            "leak",
        ),
        Row::is_judged("cannot-be-stopped"),
        Row::passes("ignores-sigterm"),
        Row::passes("leaves-a-server"),
    ]
}

/// Who lets others wait.
fn waiters() -> Vec<Row> {
    vec![
        Row::fails_only(
            "spins",
            "greeter-waits-without-using-the-processor",
            "busy_loop",
        ),
        Row::fails("sleeps", &["never_listened"], &["it still runs"]),
        Row::fails(
            "accepts-and-never-answers",
            &["no_answer"],
            &["nothing for 5 s"],
        ),
        Row::fails("one-byte-a-second", &["wrong_bytes"], &["Hello Z"]),
        Row::fails("endless-reply", &["wrong_bytes"], &["ZZZ"]),
    ]
}

/// Who ends in a way that has a name.
fn crashers() -> Vec<Row> {
    vec![
        Row::fails("segfaults", &["exited"], &["ended by signal 11"]),
        Row::fails("aborts", &["exited"], &["ended by signal 6"]),
        Row::fails(
            "overflows-its-stack",
            &["exited"],
            &["ended by signal 6", "ended by signal 11"],
        )
        .says("overflowed its stack"),
        Row::fails_only(
            "hides-its-descriptors",
            "greeter-gives-every-descriptor-back",
            "leak",
        )
        .says("hide: refused"),
        Row::is_refused("opens-odd-sockets"),
        Row::is_refused("reaches-outside")
            .says("unreachable")
            .never_says("timed out"),
        Row::is_refused("asks-the-kernel"),
        Row::is_refused("looks-at-others")
            .says("traced: []")
            .says("read: []")
            .never_says("is there"),
    ]
}

/// Who wants the checks to write and read where they should not.
fn trapper(class: &Class) -> Row {
    let id = "lays-traps";
    class.edited(
        id,
        "src/bin/unix-echo-server.rs",
        "fn main() -> ExitCode {",
        "#[path = \"traps/mod.rs\"]\nmod traps;\n\nfn main() -> ExitCode {\n    traps::lay();",
    );
    class.write(id, "src/bin/traps/mod.rs", program(id));
    class.write(id, "src/bin/proof/mod.rs", program("proof/mod"));
    Row::passes(id)
}

/// Eight who want the same port at the same time.
fn copies(class: &Class) -> Vec<Row> {
    let text = program("takes-a-fixed-port");
    let copy = |number: u32| {
        let id = format!("takes-a-fixed-port-{number}");
        class.hostile(&id, "takes-a-fixed-port");
        class.write(
            &id,
            "src/bin/greeter.rs",
            put(&text, "/* copy */", &number.to_string()),
        );
        Row::passes(&id)
    };
    (1..=8).map(copy).collect()
}

/// Who reads or writes what is not theirs.
fn spies(class: &Class, place: &Place) -> Vec<Row> {
    let spy = |id: &str, paths: &[String]| {
        let list: Vec<String> = paths.iter().map(|path| format!("{path:?}")).collect();
        class.hostile(id, id);
        class.write(
            id,
            "src/bin/greeter.rs",
            put(&program(id), "/* paths */", &list.join(", ")),
        );
    };
    spy("reads-the-machine", &place.secrets());
    spy("writes-results", &place.results());
    class.hostile("tells-its-environment", "tells-its-environment");
    let mut reader = Row::is_refused("reads-the-machine").never_says("there is too much");
    for word in [
        "solutions",
        "crates",
        "verdict",
        "plan.json",
        "submissions",
        "aaa-good",
        "secret",
        "canary",
        ".rs",
    ] {
        reader = reader.never_says(word);
    }
    vec![
        reader,
        Row::is_refused("writes-results").says("open descriptors: []"),
        Row::is_refused("tells-its-environment")
            .says("compiled with None")
            .never_says(&crate::class::repository().display().to_string())
            .never_says(&place.temp.display().to_string()),
    ]
}

/// The program with the test's own text in the place of a comment.
fn put(program: &str, comment: &str, text: &str) -> String {
    assert!(program.contains(comment), "the program has no {comment}");
    program.replacen(comment, text, 1)
}
