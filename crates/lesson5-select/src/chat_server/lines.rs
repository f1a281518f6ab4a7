//! Stage 2, too: where a line ends, what may be in it, and when it is too long.

use super::PROGRAM;
use super::all_hear;
use super::enter;
use super::is_refused;
use super::leave;
use super::room;
use super::visit;
use grader::Check;
use grader::Lab;
use grader::Verdict;
use grader::quote;

/// The longest line, and what is said to a longer one.
const LONGEST: usize = 1024;
const TOO_LONG: &str = "error: line too long\n";

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "chat-joins-lines-cut-anywhere",
        title: "joins lines that are cut anywhere",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "One read is not one line. Keep what has no newline yet, for each client.",
        run: joins_lines_cut_anywhere,
    },
    Check {
        name: "chat-takes-lines-that-come-at-once",
        title: "takes several lines that come at once, the name among them",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "One read may bring the name and three lines. Take lines from your buffer until there is no whole one \
               left.",
        run: takes_lines_that_come_at_once,
    },
    Check {
        name: "chat-drops-a-carriage-return",
        title: "drops one carriage return before the newline",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "telnet ends a line with \\r\\n. One of them belongs to the end of the line, all others to the text.",
        run: drops_a_carriage_return,
    },
    Check {
        name: "chat-passes-any-bytes-on",
        title: "passes any bytes on, and empty lines",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "A line is bytes, not text: nothing in it is trimmed, replaced or refused.",
        run: passes_any_bytes_on,
    },
    Check {
        name: "chat-drops-an-unfinished-line",
        title: "drops a last line without a newline",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "Who leaves in the middle of a line has not said it.",
        run: drops_an_unfinished_line,
    },
    Check {
        name: "chat-takes-a-line-of-1024-bytes",
        title: "takes a line of 1024 bytes",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "1024 bytes may stand before the newline. Is your limit one too small, or do you count the newline?",
        run: takes_a_line_of_1024_bytes,
    },
    Check {
        name: "chat-refuses-a-line-of-1025-bytes",
        title: "refuses a line of 1025 bytes, with its newline or without",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "With the 1025th byte it is decided: `error: line too long`, and this client has left. A carriage \
               return counts as well.",
        run: refuses_a_line_of_1025_bytes,
    },
    Check {
        name: "chat-lets-its-error-be-read",
        title: "closes so that its error can be read",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "Closing while bytes of the client are unread is a reset, which destroys what is still on its way. \
               Shut your sending side, go on reading for a moment, then close; and serve the others meanwhile.",
        run: lets_its_error_be_read,
    },
    Check {
        name: "chat-bounds-its-memory",
        title: "stays small while a client sends 64 MiB without a newline",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "What has no newline yet is kept. How much of it?",
        run: bounds_its_memory,
    },
];

fn joins_lines_cut_anywhere(lab: &Lab) -> Verdict {
    let (server, mut people) = room(lab, &["ann", "bob"])?;
    let line = "hello bob\r\n";
    for cut in 1..line.len() {
        let (first, second) = line.split_at(cut);
        let (one, two) = (quote(first.as_bytes()), quote(second.as_bytes()));
        lab.doing(format!(
            "sent {one} as ann, and once your server had read it, {two}"
        ));
        people[0].send(first)?;
        people[0].wait_until_read()?;
        people[0].send(second)?;
        people[1].expect("ann: hello bob\n")?;
    }
    lab.doing("sent a name and a line, byte by byte");
    let mut eve = server.connect()?;
    for byte in "eve\nhi\n".bytes() {
        eve.send([byte])?;
        eve.wait_until_read()?;
    }
    eve.expect("* here: ann bob eve\n")?;
    all_hear(&mut people, "* eve joined\neve: hi\n")?;
    lab.doing("sent half a line as ann and a whole one as bob, and then the rest of ann's");
    people[0].send("one ")?;
    people[0].wait_until_read()?;
    people[1].send("two\n")?;
    eve.expect("bob: two\n")?;
    people[0].send("three\n")?;
    eve.expect("ann: one three\n")
}

fn takes_lines_that_come_at_once(lab: &Lab) -> Verdict {
    let (server, mut people) = room(lab, &["ann"])?;
    lab.doing("sent the name bob, two lines, and the beginning of a third one in one write");
    let mut bob = server.connect()?;
    bob.send("bob\none\ntwo\nthr")?;
    bob.expect("* here: ann bob\n")?;
    people[0].expect("* bob joined\nbob: one\nbob: two\n")?;
    bob.send("ee\nfour\n")?;
    people[0].expect("bob: three\nbob: four\n")?;
    lab.doing(
        "sent a name, 200 lines and the end of file at once, while the server was held still",
    );
    server.pause()?;
    let mut eve = server.connect()?;
    let said: Vec<String> = (0..200).map(|number| format!("line {number}\n")).collect();
    eve.send(format!("eve\n{}", said.concat()))?;
    eve.finish_sending()?;
    server.resume();
    let heard: Vec<String> = said.iter().map(|line| format!("eve: {line}")).collect();
    all_hear(
        &mut [people.remove(0), bob],
        &format!("* eve joined\n{}* eve left\n", heard.concat()),
    )
}

fn drops_a_carriage_return(lab: &Lab) -> Verdict {
    let (server, mut people) = room(lab, &["ann"])?;
    lab.doing("ended the name and each line with a carriage return and a newline, as telnet does");
    let mut bob = enter(&server, "bob\r", "ann bob")?;
    people[0].expect("* bob joined\n")?;
    bob.send("hello\r\n")?;
    people[0].expect("bob: hello\n")?;
    lab.doing("sent lines with several carriage returns");
    bob.send("a\rb\r\r\n\r\n\rc\n")?;
    people[0].expect("bob: a\rb\r\nbob: \nbob: \rc\n")
}

fn passes_any_bytes_on(lab: &Lab) -> Verdict {
    let (_server, mut people) = room(lab, &["ann", "bob"])?;
    let bytes: Vec<u8> = (0..=u8::MAX).filter(|byte| *byte != b'\n').collect();
    let lines: [&[u8]; 8] = [
        b"/quit",
        b"",
        b" ",
        b"  two  blanks\t ",
        b"* eve joined",
        b"bob: no",
        b"\xff\xfe",
        &bytes,
    ];
    for line in lines {
        lab.doing(format!("said {} as ann", quote(line)));
        people[0].send([line, b"\n"].concat())?;
        people[1].expect([b"ann: ", line, b"\n"].concat())?;
    }
    Ok(())
}

fn drops_an_unfinished_line(lab: &Lab) -> Verdict {
    let (server, mut people) = room(lab, &["ann", "bob"])?;
    lab.doing("said a line and half of another one as bob, and left");
    let mut bob = people.remove(1);
    bob.send("hello\nand good")?;
    bob.finish_sending()?;
    all_hear(&mut people, "bob: hello\n* bob left\n")?;
    lab.doing("said a name without a newline, and left");
    let mut eve = server.connect()?;
    eve.send("eve")?;
    leave(eve)?;
    let _zoe = enter(&server, "zoe", "ann zoe")?;
    all_hear(&mut people, "* zoe joined\n")
}

fn takes_a_line_of_1024_bytes(lab: &Lab) -> Verdict {
    let (_server, mut people) = room(lab, &["ann", "bob"])?;
    for (end, name) in [("", "a newline"), ("\r", "a carriage return and a newline")] {
        let text = "x".repeat(LONGEST - end.len());
        lab.doing(format!("sent {} bytes and {name} as ann", text.len()));
        people[0].send(format!("{text}{end}\n"))?;
        people[1].expect(format!("ann: {text}\n"))?;
    }
    Ok(())
}

fn refuses_a_line_of_1025_bytes(lab: &Lab) -> Verdict {
    let (server, mut people) = room(lab, &["ann"])?;
    let long = "x".repeat(LONGEST + 1);
    for (what, text) in [
        ("1025 bytes and no newline", long.clone()),
        (
            "1025 bytes and a newline, and one line more",
            format!("{long}\nhello\n"),
        ),
        (
            "1024 bytes, a carriage return and a newline",
            format!("{}\r\n", &long[1..]),
        ),
    ] {
        lab.doing("came as bob");
        let mut bob = enter(&server, "bob", "ann bob")?;
        people[0].expect("* bob joined\n")?;
        lab.doing(format!("sent a line and then {what} as bob"));
        bob.send(format!("hello\n{text}"))?;
        bob.expect(TOO_LONG)?;
        bob.expect_close()?;
        lab.doing(format!("listened as ann, when bob had sent {what}"));
        people[0].expect("bob: hello\n* bob left\n")?;
    }
    lab.doing("sent 1000 bytes as bob, and once your server had read them, 25 more");
    let mut bob = enter(&server, "bob", "ann bob")?;
    bob.send(&long[..1000])?;
    bob.wait_until_read()?;
    bob.send(&long[1000..])?;
    bob.expect(TOO_LONG)?;
    bob.expect_close()?;
    people[0].expect("* bob joined\n* bob left\n")?;
    lab.doing("sent 1025 bytes where a name should be");
    let mut nobody = server.connect()?;
    nobody.send(&long)?;
    is_refused(&mut nobody)?;
    visit(&server)
}

fn lets_its_error_be_read(lab: &Lab) -> Verdict {
    const LINES: usize = 800;
    let (server, mut people) = room(lab, &["ann"])?;
    // So little room that most of what bob hears must wait on the server's side until he reads.
    let mut bob = server.connect_with_room_for(4096)?;
    bob.send("bob\n")?;
    bob.expect("* here: ann bob\n")?;
    people[0].expect("* bob joined\n")?;
    lab.doing(format!("said {LINES} lines of 500 bytes as ann, sent a line that is too long and 50,000 bytes more as bob, and listened only then"));
    let text = "y".repeat(500);
    people[0].send(format!("{text}\n").repeat(LINES))?;
    people[0].wait_until_read()?;
    bob.send("x".repeat(LONGEST + 50_000))?;
    // A server may write all that it owes before it reads on: it is not waited for until it has read everything.
    server.settle();
    bob.expect(format!("ann: {text}\n").repeat(LINES))?;
    bob.expect(TOO_LONG)?;
    bob.expect_close()?;
    people[0].expect("* bob left\n")
}

fn bounds_its_memory(lab: &Lab) -> Verdict {
    const FLOOD: usize = 64 * 1024 * 1024;
    const ALLOWED: u64 = 16 * 1024 * 1024;
    let (server, mut people) = room(lab, &["ann", "bob"])?;
    lab.doing("sent 64 MiB without a newline as bob, and watched the memory of your server");
    let mut bob = people.remove(1);
    lab.memory_stays_within(&server, ALLOWED, || bob.flood(FLOOD, |_| Ok(())))?;
    drop(bob);
    lab.doing("listened as ann, when bob had sent 64 MiB without a newline");
    people[0].expect("* bob left\n")?;
    visit(&server)
}
