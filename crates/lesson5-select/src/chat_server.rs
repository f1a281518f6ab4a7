//! The chat server's checks: the first stage here, the others in a file each, and what it is to be in a room.

pub(crate) mod crowd;
pub(crate) mod deaf;
pub(crate) mod leaving;
pub(crate) mod lines;
pub(crate) mod names;

use grader::Cause;
use grader::Check;
use grader::Connection;
use grader::Failure;
use grader::Lab;
use grader::Server;
use grader::Verdict;
use grader::quote;
use grader::servers::ANY_PORT;

const PROGRAM: &str = "chat-server";

pub(crate) const FIRST: &[Check] = &[
    Check {
        name: "chat-welcomes-the-first",
        title: "tells the first one who is here",
        program: PROGRAM,
        stage: 1,
        points: 2,
        hint: "The first line is a name. It is answered with `* here: NAME`, for the one who has just come is here, \
               too.",
        run: welcomes_the_first,
    },
    Check {
        name: "chat-announces-who-comes",
        title: "tells everybody who comes, and the newcomer who is here",
        program: PROGRAM,
        stage: 1,
        points: 2,
        hint: "`* NAME joined` for all the others, and `* here: NAMES` for the one who has come: all names, \
               separated by a space, sorted as bytes.",
        run: announces_who_comes,
    },
    Check {
        name: "chat-passes-lines-on",
        title: "passes a line on to all the others",
        program: PROGRAM,
        stage: 1,
        points: 2,
        hint: "Each other one hears `NAME: TEXT`. Who has spoken hears nothing.",
        run: passes_lines_on,
    },
    Check {
        name: "chat-announces-who-leaves",
        title: "tells the others who has left",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "At the end of file: `* NAME left` for all the others, and the connection is closed.",
        run: announces_who_leaves,
    },
    Check {
        name: "chat-closes-when-the-client-has-ended",
        title: "closes when its client has ended",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "read() == 0 is the end of file. Forget the client: a socket that is dropped is closed, once the \
               poller has forgotten it.",
        run: closes_when_the_client_has_ended,
    },
    Check {
        name: "chat-lets-the-next-one-in",
        title: "lets the next one in when all have left",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "An empty room is a room.",
        run: lets_the_next_one_in,
    },
    Check {
        name: "chat-announces-itself-on-one-line",
        title: "says where it listens, and nothing else on stdout",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "Stdout is for the one line `listening on ADDR`; whatever else you say belongs on stderr.",
        run: announces_itself_on_one_line,
    },
];

fn welcomes_the_first(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    let mut ann = server.connect()?;
    lab.doing("connected, and said \"ann\" as the first line");
    ann.send("ann\n")?;
    ann.expect("* here: ann\n")
}

fn announces_who_comes(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    let mut ann = enter(&server, "ann", "ann")?;
    lab.doing("came as bob, where ann was already");
    let mut bob = enter(&server, "bob", "ann bob")?;
    lab.doing("listened as ann, when bob had come");
    ann.expect("* bob joined\n")?;
    lab.doing("came as eve, where ann and bob were already");
    let _eve = enter(&server, "eve", "ann bob eve")?;
    lab.doing("listened as ann and as bob, when eve had come");
    ann.expect("* eve joined\n")?;
    bob.expect("* eve joined\n")
}

fn passes_lines_on(lab: &Lab) -> Verdict {
    let (_server, mut people) = room(lab, &["ann", "bob", "eve"])?;
    let words = [lab.random().word(8), lab.random().word(8)];
    lab.doing(format!(
        "said {} as ann, and listened as bob and eve",
        quote(words[0].as_bytes())
    ));
    people[0].send(format!("{}\n", words[0]))?;
    all_hear(&mut people[1..], &format!("ann: {}\n", words[0]))?;
    lab.doing(format!(
        "said {} as bob, and listened as ann and eve",
        quote(words[1].as_bytes())
    ));
    people[1].send(format!("{}\n", words[1]))?;
    people[0].expect(format!("bob: {}\n", words[1]))?;
    people[2].expect(format!("bob: {}\n", words[1]))?;
    lab.doing("said something as eve, and listened as ann and bob");
    people[2].send("how do you do?\n")?;
    // Whoever had heard its own line would hear it here, before eve's.
    all_hear(&mut people[..2], "eve: how do you do?\n")
}

fn announces_who_leaves(lab: &Lab) -> Verdict {
    let (_server, mut people) = room(lab, &["ann", "bob", "eve"])?;
    lab.doing("shut the sending side as eve, and listened as ann and bob");
    let mut eve = people.remove(2);
    eve.finish_sending()?;
    all_hear(&mut people, "* eve left\n")?;
    lab.doing("closed the connection as bob, and listened as ann");
    drop(people.remove(1));
    all_hear(&mut people, "* bob left\n")
}

fn closes_when_the_client_has_ended(lab: &Lab) -> Verdict {
    let (server, mut people) = room(lab, &["ann"])?;
    lab.doing("shut the sending side as ann");
    leave(people.remove(0))?;
    lab.doing("shut the sending side without a word");
    leave(server.connect()?)
}

fn lets_the_next_one_in(lab: &Lab) -> Verdict {
    let (server, mut people) = room(lab, &["ann"])?;
    for name in ["bob", "ann"] {
        leave(people.remove(0))?;
        lab.doing(format!("came as {name}, when everybody had left"));
        people.push(enter(&server, name, name)?);
    }
    Ok(())
}

fn announces_itself_on_one_line(lab: &Lab) -> Verdict {
    let (server, mut people) = room(lab, &["ann", "bob"])?;
    lab.doing("talked, left, and looked at its stdout");
    people[0].send("hello\n")?;
    people[1].expect("ann: hello\n")?;
    people.into_iter().try_for_each(leave)?;
    server.says_nothing_more()
}

/// Comes in with this name, and hears that these are here.
fn enter(server: &Server, name: &str, here: &str) -> Verdict<Connection> {
    let client = server.connect()?;
    say_name(client, name, here)
}

/// Comes in with this name, whoever is here.
fn connect_named(server: &Server, name: &str) -> Verdict<Connection> {
    let mut client = server.connect()?;
    client.send(format!("{name}\n"))?;
    hears_who_is_here(&mut client)?;
    Ok(client)
}

fn say_name(mut client: Connection, name: &str, here: &str) -> Verdict<Connection> {
    client.send(format!("{name}\n"))?;
    client.expect(format!("* here: {here}\n"))?;
    Ok(client)
}

/// The server, and these people in its room, in byte order, each of whom has heard of all who came later.
fn room(lab: &Lab, names: &[&str]) -> Verdict<(Server, Vec<Connection>)> {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    let mut people: Vec<Connection> = Vec::new();
    for (one, name) in names.iter().enumerate() {
        lab.doing(format!("came as {name}"));
        let newcomer = enter(&server, name, &names[..=one].join(" "))?;
        all_hear(&mut people, &format!("* {name} joined\n"))?;
        people.push(newcomer);
    }
    Ok((server, people))
}

/// Each of them hears exactly this next.
fn all_hear(people: &mut [Connection], line: &str) -> Verdict {
    people.iter_mut().try_for_each(|client| client.expect(line))
}

/// The polite end of a conversation. What is still said by others meanwhile does not matter.
fn leave(mut client: Connection) -> Verdict {
    client.finish_sending()?;
    client.drain()
}

/// Comes, talks with oneself in another seat, and leaves: the room still works.
fn visit(server: &Server) -> Verdict {
    let mut one = server.connect()?;
    one.send("visitor1\n")?;
    hears_who_is_here(&mut one)?;
    let mut other = server.connect()?;
    other.send("visitor2\n")?;
    hears_who_is_here(&mut other)?;
    one.expect("* visitor2 joined\n")?;
    other.send("hello\n")?;
    one.expect("visitor2: hello\n")?;
    leave(other)?;
    one.expect("* visitor2 left\n")?;
    leave(one)
}

fn hears_who_is_here(client: &mut Connection) -> Verdict {
    let expected = "a line that begins with \"* here: \"";
    let line = client.read_until(b"\n", expected)?;
    begins_with(&line, "* here: ", expected)
}

/// The client is told an error in one line, and the connection is closed.
fn is_refused(client: &mut Connection) -> Verdict {
    let expected = "a line that begins with \"error: \"";
    let line = client.read_until(b"\n", expected)?;
    begins_with(&line, "error: ", expected)?;
    client.expect_close()
}

fn begins_with(line: &[u8], beginning: &str, expected: &str) -> Verdict {
    if line.starts_with(beginning.as_bytes()) {
        return Ok(());
    }
    Err(Failure::new(Cause::WrongBytes, expected, quote(line)))
}
