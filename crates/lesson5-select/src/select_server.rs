//! The select server's checks: the first stage here, the others in a file each.

pub(crate) mod burdens;
pub(crate) mod crowds;
pub(crate) mod many;
pub(crate) mod rude;

use grader::Check;
use grader::Connection;
use grader::Lab;
use grader::Server;
use grader::Verdict;
use grader::quote;
use grader::servers::ANY_PORT;

const PROGRAM: &str = "select-server";

pub(crate) const FIRST: &[Check] = &[
    Check {
        name: "echoes-one-line",
        title: "echoes one line",
        program: PROGRAM,
        stage: 1,
        points: 2,
        hint: "A client comes in when the poller tells of the listening socket, and speaks when it tells of the \
               client's own. Read what is there, and write it back.",
        run: echoes_one_line,
    },
    Check {
        name: "echoes-before-a-newline",
        title: "echoes bytes without waiting for a newline",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "An echo server knows no lines. Send back what one read brought.",
        run: echoes_before_a_newline,
    },
    Check {
        name: "echoes-a-second-message",
        title: "echoes a second message on the same connection",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "A level-triggered poller tells of a socket as long as there is something to read: is the client \
               still registered?",
        run: echoes_a_second_message,
    },
    Check {
        name: "echoes-every-byte",
        title: "echoes all 256 byte values",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "Bytes, not text: nothing may be looked at, trimmed or replaced.",
        run: echoes_every_byte,
    },
    Check {
        name: "closes-when-the-client-has-ended",
        title: "closes when the client has ended and everything is echoed",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "read() == 0 is the end of file. Forget the client: a socket that is dropped is closed, once the \
               poller has forgotten it.",
        run: closes_when_the_client_has_ended,
    },
    Check {
        name: "serves-the-next-client",
        title: "serves the next client",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "The listening socket stays registered. What did your code do with it after the first client?",
        run: serves_the_next_client,
    },
    Check {
        name: "announces-itself-on-one-line",
        title: "says where it listens, and nothing else on stdout",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "Stdout is for the one line `listening on ADDR`; whatever else you say belongs on stderr.",
        run: announces_itself_on_one_line,
    },
];

fn echoes_one_line(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    let line = format!("{}\n", lab.random().word(12));
    lab.doing(format!("sent {}", quote(line.as_bytes())));
    echoes(&mut client, line)
}

fn echoes_before_a_newline(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    let word = lab.random().word(5);
    lab.doing(format!("sent {} and no newline", quote(word.as_bytes())));
    echoes(&mut client, word)
}

fn echoes_a_second_message(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    lab.doing("sent one message after the other, each when the one before was back");
    for _ in 0..10 {
        let word = lab.random().word(20);
        echoes(&mut client, word)?;
    }
    Ok(())
}

fn echoes_every_byte(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    let bytes: Vec<u8> = (0..=u8::MAX).chain((0..=u8::MAX).rev()).collect();
    lab.doing("sent every byte value, up and down");
    echoes(&mut client, bytes)
}

fn closes_when_the_client_has_ended(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing("sent a message, shut the sending side, and read to the end");
    client.send("goodbye")?;
    client.finish_sending()?;
    client.expect_then_end("goodbye")?;
    lab.doing("connected, and shut the sending side without a word");
    leave(server.connect()?)
}

fn serves_the_next_client(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing("sent a message and left, and came as the next client, three times");
    for _ in 0..3 {
        echoes(&mut client, "hello\n")?;
        leave(client)?;
        client = server.connect()?;
    }
    echoes(&mut client, "hello\n")
}

fn announces_itself_on_one_line(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing("sent a message and left, then looked at its stdout");
    echoes(&mut client, "hello\n")?;
    leave(client)?;
    server.says_nothing_more()
}

/// The server, and a client.
fn begin(lab: &Lab) -> Verdict<(Server, Connection)> {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    let client = server.connect()?;
    Ok((server, client))
}

/// What is sent comes back.
fn echoes(client: &mut Connection, message: impl AsRef<[u8]>) -> Verdict {
    client.send(message.as_ref())?;
    client.expect(message)
}

/// A new client is served.
fn visit(server: &Server) -> Verdict {
    let mut client = server.connect()?;
    echoes(&mut client, "are you there?\n")?;
    leave(client)
}

/// The polite end of a conversation.
fn leave(mut client: Connection) -> Verdict {
    client.finish_sending()?;
    client.expect_close()
}

/// So many clients, none of whom has said anything yet.
fn connect_many(server: &Server, count: usize) -> Verdict<Vec<Connection>> {
    (0..count).map(|_| server.connect()).collect()
}
