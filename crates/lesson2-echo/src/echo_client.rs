//! The echo client's checks: here the server is ours.

mod ends;

use grader::Check;
use grader::Connection;
use grader::Lab;
use grader::Listener;
use grader::Running;
use grader::Stdin;
use grader::Verdict;
use grader::servers::ANY_PORT;
use predicates::str::contains;
use std::sync::Arc;

const PROGRAM: &str = "echo-client";

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "prints-what-comes-back",
        title: "prints what comes back, and ends",
        program: PROGRAM,
        stage: 1,
        points: 2,
        hint: "Connect, send the message, read, print what was read, and stop when as many bytes came back as were sent.",
        run: prints_what_comes_back,
    },
    Check {
        name: "sends-the-message-as-it-is",
        title: "sends the message as it is, without a newline",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "println! and writeln! add a byte that nobody asked for.",
        run: sends_the_message_as_it_is,
    },
    Check {
        name: "sends-stdin-where-there-is-no-message",
        title: "sends all of stdin where there is no message",
        program: PROGRAM,
        stage: 1,
        points: 2,
        hint: "Stdin has as many lines as it likes, and an end. MESSAGE is optional: without it, stdin is what to send.",
        run: sends_stdin_where_there_is_no_message,
    },
    Check {
        name: "joins-a-reply-that-comes-in-pieces",
        title: "joins a reply that comes in pieces",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "One read is not the whole reply. How many bytes are still to come?",
        run: joins_a_reply_that_comes_in_pieces,
    },
    Check {
        name: "stops-without-waiting-for-the-server-to-close",
        title: "stops when everything came back, while the server stays connected",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "The server may keep its side open for ever. What do you know that tells you that you are done?",
        run: stops_without_waiting,
    },
    Check {
        name: "connects-even-for-an-empty-message",
        title: "connects even for an empty message, and prints nothing",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "An empty message is a message: no byte to send, none to wait for. It is not the same as no message at all.",
        run: connects_even_for_an_empty_message,
    },
    Check {
        name: "prints-every-byte-value",
        title: "sends and prints all 256 byte values",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "Neither stdin nor the reply need be text. Read and write bytes; a String refuses most of them.",
        run: prints_every_byte_value,
    },
    Check {
        name: "takes-a-message-that-begins-with-a-dash",
        title: "takes a message after -- that begins with a dash",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "clap does this for you, as long as MESSAGE is an ordinary argument of its own.",
        run: takes_a_message_that_begins_with_a_dash,
    },
    Check {
        name: "refuses-an-address-that-is-none",
        title: "refuses an address that is none: wrong usage, status 2",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "Give the argument the type SocketAddr, and clap says what is wrong with it, and ends with status 2.",
        run: refuses_an_address_that_is_none,
    },
    Check {
        name: "says-how-many-bytes-came-before-an-early-end",
        title: "says how many bytes came back before the server closed",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "read() == 0 adds nothing to your sum: who only counts waits for ever, who does not count sees no fault.",
        run: ends::says_how_many_bytes_came_before_an_early_end,
    },
    Check {
        name: "says-how-many-bytes-came-before-a-reset",
        title: "says how many bytes came back before a reset",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "A reset is an early end, too: an error of read() instead of a 0.",
        run: ends::says_how_many_bytes_came_before_a_reset,
    },
    Check {
        name: "says-that-nobody-listens",
        title: "says that nobody listens, and ends with status 1",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "connect() fails where nobody listens. Print `error: …` to stderr and leave main with ExitCode::FAILURE.",
        run: ends::says_that_nobody_listens,
    },
    Check {
        name: "connects-over-ipv6",
        title: "connects over IPv6",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "The socket's family must be that of the address: Domain::for_address knows.",
        run: ends::connects_over_ipv6,
    },
    Check {
        name: "prints-bytes-as-they-come",
        title: "sends stdin while it is read, and prints bytes as they come",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "Whoever types wants an answer before the end of file. What do you collect before you send, and what before you \
               print? Stdout keeps a line that is not finished until it is flushed.",
        run: ends::prints_bytes_as_they_come,
    },
    Check {
        name: "sends-8-mib-while-it-reads",
        title: "sends 8 MiB to a server that sends every byte back at once",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "Send all, then read: with 8 MiB both sides wait for the other to read. Two threads, one for each direction, \
               do not.",
        run: ends::sends_8_mib_while_it_reads,
    },
    Check {
        name: "sends-8-mib-to-a-server-that-answers-each-4-kib",
        title: "sends 8 MiB to a server that answers each 4 KiB before it reads on",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "This server reads nothing while its own answer finds no room. Somebody has to read while you send.",
        run: ends::sends_8_mib_to_a_server_that_answers_each_4_kib,
    },
    Check {
        name: "reads-stdin-to-its-end-after-an-early-close",
        title: "reads stdin to its end after the server has closed",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "\"N of M bytes\": M is known only at the end of stdin, so a write that fails must not stop you from reading.",
        run: ends::reads_stdin_to_its_end_after_an_early_close,
    },
];

fn prints_what_comes_back(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    let word = lab.random().word(10);
    lab.doing(format!(
        "gave it the message {word}, and sent every byte back"
    ));
    let client = start(lab, &listener, &[&word])?;
    let mut connection = listener.accept(&client)?;
    echo_and_close(&mut connection, word.as_bytes())?;
    prints_and_ends(lab, &client, word.as_bytes())
}

fn sends_the_message_as_it_is(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    lab.doing("gave it a message with spaces around it, and read what arrived");
    let message = "  two words ";
    let client = start(lab, &listener, &[message])?;
    let mut connection = listener.accept(&client)?;
    echo_and_close(&mut connection, message.as_bytes())?;
    lab.doing("sent the whole message back, and read on, to see whether more arrives");
    prints_and_ends(lab, &client, message.as_bytes())?;
    connection.expect_then_end("")
}

fn sends_stdin_where_there_is_no_message(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    let text = format!("{}\nand a second line", lab.random().word(8));
    lab.doing(format!(
        "wrote {} to its stdin, and sent every byte back",
        grader::quote(text.as_bytes())
    ));
    let client = start_with(lab, &listener, Stdin::Bytes(text.as_bytes()))?;
    let mut connection = listener.accept(&client)?;
    echo_and_close(&mut connection, text.as_bytes())?;
    prints_and_ends(lab, &client, text.as_bytes())
}

fn joins_a_reply_that_comes_in_pieces(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    let word = lab.random().word(12);
    lab.doing("sent its message back in three pieces, each when the one before had been read");
    let client = start(lab, &listener, &[&word])?;
    let mut connection = listener.accept(&client)?;
    connection.expect(&word)?;
    for piece in [&word[..1], &word[1..5], &word[5..]] {
        connection.send(piece)?;
        connection.wait_until_read()?;
    }
    connection.finish_sending()?;
    prints_and_ends(lab, &client, word.as_bytes())
}

fn stops_without_waiting(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    lab.doing("sent its message back, and kept the connection open");
    let client = start(lab, &listener, &["hello"])?;
    let mut connection = listener.accept(&client)?;
    echo(&mut connection, b"hello")?;
    prints_and_ends(lab, &client, b"hello")?;
    // Only now: as long as the client ran, the connection was open.
    drop(connection);
    Ok(())
}

fn connects_even_for_an_empty_message(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    lab.doing(
        "gave it an empty message, with something else on its stdin, and waited for its connection",
    );
    let addr = listener.addr().to_string();
    let client = lab.start(PROGRAM, &[&addr, ""], Stdin::Bytes(b"not to be sent"))?;
    let mut connection = listener.accept(&client)?;
    prints_and_ends(lab, &client, b"")?;
    lab.doing("read what had arrived from a client with an empty message");
    connection.expect_then_end("")
}

fn prints_every_byte_value(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    lab.doing("wrote the bytes from 0 to 255 to its stdin, and sent them back");
    let bytes: Vec<u8> = (0..=255).collect();
    let client = start_with(lab, &listener, Stdin::Bytes(&bytes))?;
    let mut connection = listener.accept(&client)?;
    echo_and_close(&mut connection, &bytes)?;
    prints_and_ends(lab, &client, &bytes)
}

fn takes_a_message_that_begins_with_a_dash(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    lab.doing("gave it the arguments ADDR -- --help, and sent the message back");
    let client = start(lab, &listener, &["--", "--help"])?;
    let mut connection = listener.accept(&client)?;
    echo_and_close(&mut connection, b"--help")?;
    prints_and_ends(lab, &client, b"--help")
}

fn refuses_an_address_that_is_none(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    lab.doing("gave it a good address");
    let client = start(lab, &listener, &["hello"])?;
    let mut connection = listener.accept(&client)?;
    echo_and_close(&mut connection, b"hello")?;
    prints_and_ends(lab, &client, b"hello")?;
    for wrong in ["localhost", "127.0.0.1", "127.0.0.1:65536"] {
        lab.doing(format!("gave it the address {wrong}"));
        let finished = lab.run(PROGRAM, &[wrong, "hello"], Stdin::Empty)?;
        finished.exits_with(2)?;
        finished.stdout_is(b"")?;
        finished.stderr_has_line(
            contains(wrong),
            &format!("clap's own message about {wrong}"),
        )?;
    }
    Ok(())
}

/// Starts the client with the listener's address and more arguments.
fn start(lab: &Lab, listener: &Listener, more: &[&str]) -> Verdict<Arc<Running>> {
    let addr = listener.addr().to_string();
    lab.start(PROGRAM, &[&[addr.as_str()], more].concat(), Stdin::Empty)
}

/// Starts the client with the listener's address alone, so that it sends its stdin.
fn start_with(lab: &Lab, listener: &Listener, stdin: Stdin<'_>) -> Verdict<Arc<Running>> {
    lab.start(PROGRAM, &[&listener.addr().to_string()], stdin)
}

/// Our server's part of a polite conversation: the client's bytes arrive, go back, and an end of file follows.
fn echo_and_close(connection: &mut Connection, bytes: &[u8]) -> Verdict {
    echo(connection, bytes)?;
    connection.finish_sending()
}

/// Our server's part: the client's bytes arrive, and go back.
fn echo(connection: &mut Connection, bytes: &[u8]) -> Verdict {
    connection.expect(bytes)?;
    connection.send(bytes)
}

fn prints_and_ends(lab: &Lab, client: &Running, expected: &[u8]) -> Verdict {
    let finished = lab.finish(client)?;
    finished.stdout_is(expected)?;
    finished.exits_with(0)
}
