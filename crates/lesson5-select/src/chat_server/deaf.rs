//! Stage 4: those who do not listen, do not speak, or do not stop.

use super::PROGRAM;
use super::all_hear;
use super::connect_named;
use super::enter;
use super::leave;
use super::room;
use super::visit;
use grader::Cause;
use grader::Check;
use grader::Connection;
use grader::Failure;
use grader::Lab;
use grader::Server;
use grader::Verdict;
use grader::servers::ANY_PORT;
use std::time::Duration;

const KIB: usize = 1024;
const MIB: usize = 1024 * KIB;
/// The most that one line can bring.
const TEXT: usize = 1000;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "chat-serves-beside-silent-clients",
        title: "serves people beside others who are silent",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "Only the poller may wait. An accepted socket waits in read() unless it is told not to.",
        run: serves_beside_silent_clients,
    },
    Check {
        name: "chat-uses-one-thread",
        title: "uses one thread and one process for all of them",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "The lesson is to do it with one thread: readiness instead of waiting.",
        run: uses_one_thread,
    },
    Check {
        name: "chat-sleeps-while-nobody-talks",
        title: "sleeps while nobody talks",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "Ask to be woken up for writing only while something is owed, and let the poller wait without a \
               timeout where there is nothing to be done later.",
        run: sleeps_while_nobody_talks,
    },
    Check {
        name: "chat-cuts-off-who-does-not-listen",
        title: "cuts off one who does not listen, and delays nobody for it",
        program: PROGRAM,
        stage: 4,
        points: 3,
        hint: "More than 1 MiB that the system does not take any more is enough: remove this client, and tell the \
               others that it has left.",
        run: cuts_off_who_does_not_listen,
    },
    Check {
        name: "chat-keeps-who-listens-late",
        title: "keeps one who listens late, with less than 1 MiB owed",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "Bytes that the system has taken are not owed any more: count after writing. Up to 1 MiB may wait, in \
               order, and it is sent when there is room again.",
        run: keeps_who_listens_late,
    },
    Check {
        name: "chat-tells-of-all-who-are-cut-off",
        title: "tells the others of each one who is cut off, when several are at once",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "To say that one has left is to owe more to the others, some of whom are over the limit, too. Is your \
               list of clients changed while you walk through it?",
        run: tells_of_all_who_are_cut_off,
    },
    Check {
        name: "chat-sleeps-while-somebody-does-not-listen",
        title: "sleeps while somebody does not listen",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "Owed bytes that nobody takes are no work: wait for the moment when there is room.",
        run: sleeps_while_somebody_does_not_listen,
    },
    Check {
        name: "chat-survives-resets",
        title: "survives people who reset the connection",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "read() and write() fail with ConnectionReset or BrokenPipe: this one has left, the others have not.",
        run: survives_resets,
    },
];

fn serves_beside_silent_clients(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    let mut nameless = server.connect()?;
    lab.doing("came as ann, while somebody was connected and silent");
    let mut ann = enter(&server, "ann", "ann")?;
    let mut bob = enter(&server, "bob", "ann bob")?;
    ann.expect("* bob joined\n")?;
    lab.doing("talked as ann, while bob had said half a line and another one nothing at all");
    bob.send("half a ")?;
    bob.wait_until_read()?;
    let mut eve = enter(&server, "eve", "ann bob eve")?;
    ann.expect("* eve joined\n")?;
    eve.send("hello\n")?;
    ann.expect("eve: hello\n")?;
    lab.doing("said nothing for a while longer, and then a name");
    nameless.hesitate(Duration::from_millis(1200))?;
    nameless.send("zoe\n")?;
    nameless.expect("* here: ann bob eve zoe\n")?;
    bob.send("line\n")?;
    nameless.expect("bob: half a line\n")
}

fn uses_one_thread(lab: &Lab) -> Verdict {
    const PEOPLE: usize = 30;
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    let mut people = Vec::new();
    lab.doing(format!(
        "counted its threads and processes while {PEOPLE} people came into the room, after each of them"
    ));
    for one in 0..PEOPLE {
        people.push(connect_named(&server, &format!("p{one}"))?);
        lab.uses_one_thread(&server)?;
    }
    Ok(())
}

fn sleeps_while_nobody_talks(lab: &Lab) -> Verdict {
    let (server, mut people) = room(lab, &["ann", "bob"])?;
    let _nameless = server.connect()?;
    lab.doing("watched the server while two were in the room and silent, and one had no name yet");
    lab.stays_idle(&server)?;
    people[0].send("hello\n")?;
    people[1].expect("ann: hello\n")?;
    lab.doing(
        "watched the server when one had left with an end of file, and another one with an error",
    );
    let mut bob = people.remove(1);
    bob.send("x".repeat(2000))?;
    super::is_refused(&mut bob)?;
    leave(people.remove(0))?;
    lab.stays_idle(&server)
}

fn cuts_off_who_does_not_listen(lab: &Lab) -> Verdict {
    let (server, mut people) = room(lab, &["ann", "bob"])?;
    let deaf = deaf(&server, "deaf", &mut people)?;
    lab.doing("talked as ann and listened as bob, while a third one did not listen");
    let (mut told, mut said) = (Vec::new(), 0);
    while told.is_empty() && said < 16 * MIB {
        let waiting = waits_in_the_server(&deaf, said).unwrap_or_default();
        if waiting > 4 * MIB {
            let expected = "\"* deaf left\" soon after more than 1 MiB waited in your server";
            let got = format!("no word of it with {} KiB", waiting / KIB);
            return Err(Failure::new(Cause::NoAnswer, expected, got));
        }
        told = talk_until_somebody_left(&mut people, 256 * KIB)?;
        said += 256 * KIB;
    }
    if told != ["deaf"] {
        let expected = "\"* deaf left\", before 16 MiB have been said";
        return Err(Failure::new(Cause::NoAnswer, expected, "no word of it"));
    }
    lab.doing("listened as the one who had been cut off, to the end");
    hears_no_error(deaf)?;
    lab.doing("came with the name of one who had been cut off");
    enter(&server, "deaf", "ann bob deaf").map(drop)
}

fn keeps_who_listens_late(lab: &Lab) -> Verdict {
    let (server, mut people) = room(lab, &["ann", "bob"])?;
    let mut late = deaf(&server, "late", &mut people)?;
    for time in ["once", "twice"] {
        lab.doing(format!("talked as ann and listened as bob, until almost 1 MiB waited in your server for a third one, {time}"));
        let mut story = talk_until_much_waits(&server, &mut people, &late)?;
        let mut eve = connect_named(&server, "eve")?;
        all_hear(&mut people, "* eve joined\n")?;
        eve.finish_sending()?;
        eve.drain()?;
        all_hear(&mut people, "* eve left\n")?;
        story.push_str("* eve joined\n* eve left\n");
        lab.doing(format!(
            "listened as one for whom almost 1 MiB had waited in your server, {time}"
        ));
        late.expect(story)?;
    }
    late.send("here I am\n")?;
    all_hear(&mut people, "late: here I am\n")
}

fn tells_of_all_who_are_cut_off(lab: &Lab) -> Verdict {
    let (server, mut people) = room(lab, &["ann", "bob"])?;
    let names = ["deaf1", "deaf2", "deaf3"];
    let mut deaf_ones = Vec::new();
    for name in names {
        deaf_ones.push(deaf(&server, name, &mut people)?);
    }
    lab.doing("talked as ann and listened as bob, while three others did not listen");
    let mut told = Vec::new();
    while told.len() < names.len() {
        let more = talk_until_somebody_left(&mut people, 16 * MIB)?;
        if more.is_empty() {
            break;
        }
        told.extend(more);
    }
    told.sort_unstable();
    if told != names {
        let expected = "\"* NAME left\" once for each of three who did not listen";
        let got = match told.len() {
            0 => "no word of it".to_owned(),
            count => format!("of {count} of them: {}", told.join(", ")),
        };
        return Err(Failure::new(Cause::NoAnswer, expected, got));
    }
    drop(deaf_ones);
    visit(&server)
}

fn sleeps_while_somebody_does_not_listen(lab: &Lab) -> Verdict {
    let (server, mut people) = room(lab, &["ann", "bob"])?;
    let mut late = deaf(&server, "late", &mut people)?;
    lab.doing("said 600 KiB as ann, and watched the server, while a third one did not listen");
    let text = "z".repeat(TEXT);
    for _ in 0..6 {
        people[0].send(format!("{text}\n").repeat(100))?;
        people[1].expect(format!("ann: {text}\n").repeat(100))?;
    }
    lab.stays_idle(&server)?;
    late.expect(format!("ann: {text}\n").repeat(600))
}

fn survives_resets(lab: &Lab) -> Verdict {
    let (server, mut people) = room(lab, &["ann"])?;
    for one in 0..3 {
        let mut rude: Vec<Connection> = Vec::new();
        for name in ["r1", "r2", "r3"] {
            rude.push(connect_named(&server, name)?);
            people[0].expect(format!("* {name} joined\n"))?;
        }
        lab.doing(format!(
            "held the server still, reset three connections, talked, and let it go on (round {})",
            one + 1
        ));
        server.pause()?;
        for client in rude {
            client.reset()?;
        }
        people[0].send("hello?\n")?;
        server.resume();
        let mut told = Vec::new();
        for _ in 0..3 {
            told.push(people[0].read_until(b"\n", "\"* NAME left\\n\"")?);
        }
        told.sort_unstable();
        if told.concat() != b"* r1 left\n* r2 left\n* r3 left\n" {
            let expected = "that r1, r2 and r3 have left, in any order";
            return Err(Failure::new(
                Cause::WrongBytes,
                expected,
                grader::quote(&told.concat()),
            ));
        }
    }
    visit(&server)
}

/// Somebody who does not read, with so little room that what is said must wait in the server.
fn deaf(server: &Server, name: &str, people: &mut [Connection]) -> Verdict<Connection> {
    let mut deaf = server.connect_with_room_for(4096)?;
    deaf.send(format!("{name}\n"))?;
    super::hears_who_is_here(&mut deaf)?;
    all_hear(people, &format!("* {name} joined\n"))?;
    Ok(deaf)
}

/// What is left to hear, up to an end of file or a reset, is not an error.
fn hears_no_error(mut deaf: Connection) -> Verdict {
    while let Ok(line) = deaf.read_until(b"\n", "what ann said") {
        if line.starts_with(b"error") {
            let expected = "no word to one who does not listen";
            return Err(Failure::new(
                Cause::WrongBytes,
                expected,
                grader::quote(&line),
            ));
        }
    }
    deaf.drain()
}

/// Talks as ann until between 940 and 1,000 KiB wait in the server for the deaf one; where nobody tells, 800 lines. Answers with what it
/// will hear.
fn talk_until_much_waits(
    server: &Server,
    people: &mut [Connection],
    deaf: &Connection,
) -> Verdict<String> {
    const LINES: usize = 32;
    let text = format!("{}\n", "z".repeat(TEXT));
    let heard = format!("ann: {text}");
    let mut said = 0;
    // Whatever the system does not hold waits in the server.
    while waits_in_the_server(deaf, said * heard.len())
        .map_or(said < 800, |bytes| bytes < 940 * KIB)
    {
        if said * heard.len() > 14 * MIB {
            let why =
                "this machine's system keeps more than 14 MiB for a client that does not read";
            return Err(Failure::unavailable(why));
        }
        people[0].send(text.repeat(LINES))?;
        people[1].expect(heard.repeat(LINES))?;
        server.settle();
        said += LINES;
    }
    Ok(heard.repeat(said))
}

/// Of so many bytes that were said to somebody who has read none of them, how many wait in the server. `None` where the system does not
/// tell.
fn waits_in_the_server(deaf: &Connection, said: usize) -> Option<usize> {
    let held = usize::try_from(deaf.held_by_the_systems()?).ok()?;
    Some(said.saturating_sub(held))
}

/// Talks as ann, who is the first one, and listens as the second one, until that one has heard that somebody left, or so many bytes have
/// been said. Who talks hears the same. Answers with their names.
fn talk_until_somebody_left(people: &mut [Connection], most: usize) -> Verdict<Vec<String>> {
    const LINES: usize = 64;
    let text = format!("{}\n", "z".repeat(TEXT)).repeat(LINES);
    let mut left = Vec::new();
    let mut said = 0;
    while said < most && left.is_empty() {
        people[0].send(&text)?;
        said += text.len();
        left = hear_lines(&mut people[1], LINES)?;
    }
    for name in &left {
        people[0].expect(format!("* {name} left\n"))?;
    }
    Ok(left)
}

/// Hears so many lines of ann's, and answers with the names of those of whom it is told in between that they have left.
fn hear_lines(listener: &mut Connection, lines: usize) -> Verdict<Vec<String>> {
    let expected = format!("ann: {}\n", "z".repeat(TEXT));
    let mut left = Vec::new();
    let (mut heard, mut bytes) = (0, Vec::new());
    while heard < lines {
        // So much must come at least, and nothing is read that comes after it.
        let missing = (lines - heard) * expected.len() - bytes.len();
        bytes.extend(listener.read_exactly(missing, "what ann said")?);
        while let Some(end) = bytes.iter().position(|byte| *byte == b'\n') {
            let line: Vec<u8> = bytes.drain(..=end).collect();
            let name = line
                .strip_prefix(b"* ")
                .and_then(|rest| rest.strip_suffix(b" left\n"));
            match name {
                Some(name) => left.push(String::from_utf8_lossy(name).into_owned()),
                None if line == expected.as_bytes() => heard += 1,
                None => {
                    return Err(Failure::different(
                        Cause::WrongBytes,
                        expected.as_bytes(),
                        &line,
                    ));
                }
            }
        }
    }
    Ok(left)
}
