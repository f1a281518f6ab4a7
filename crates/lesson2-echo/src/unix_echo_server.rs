//! The Unix-domain echo server's checks: the same echo, and a file that must be treated with care.

mod files;

use crate::echo_server::LARGE;
use crate::echo_server::ends::goodbye;
use crate::echo_server::ends::hello;
use crate::echo_server::ends::say_and_finish;
use crate::echo_server::round_trip;
use grader::Check;
use grader::Connection;
use grader::Lab;
use grader::Server;
use grader::Stdin;
use grader::Verdict;
use grader::servers;
use predicates::str::contains;

const PROGRAM: &str = "unix-echo-server";

/// As much as every system keeps for a reader that has not come yet (macOS: 8 KiB).
const FEW: usize = 4_000;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "unix-echoes-one-line",
        title: "sends one line back, over a socket that is a file",
        program: PROGRAM,
        stage: 1,
        points: 2,
        hint: "Domain::UNIX and SockAddr::unix(path) take the place of family and address; the other steps stay as they are.",
        run: echoes_one_line,
    },
    Check {
        name: "unix-announces-itself-on-one-line",
        title: "says on which path it listens, as it was given",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "`listening on PATH`, on stdout, flushed, once, with the path as it came in; nothing else on stdout.",
        run: announces_itself_on_one_line,
    },
    Check {
        name: "unix-serves-the-next-client",
        title: "serves the next client when the first has finished",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "Around the loop that reads there is another one, as in the TCP server.",
        run: serves_the_next_client,
    },
    Check {
        name: "unix-echoes-every-byte-value",
        title: "sends all 256 byte values back",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "Most bytes are no text. Does an echo ever need a String?",
        run: echoes_every_byte_value,
    },
    Check {
        name: "unix-needs-a-path",
        title: "refuses to start without a path: wrong usage, status 2",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "A required argument is a plain PathBuf in clap's struct: no Option and no default.",
        run: needs_a_path,
    },
    Check {
        name: "unix-sends-everything-back-before-it-closes",
        title: "sends everything back to a client that has finished, then closes",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "The client has stopped talking, not listening. First everything that it is owed, then the end of file.",
        run: sends_everything_back_before_it_closes,
    },
    Check {
        name: "unix-echoes-8-mib-to-a-late-reader",
        title: "sends 8 MiB back to a client that reads late",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "A Unix-domain socket's buffers are small: a write soon takes a part only. write returned a number. Did you \
               look?",
        run: echoes_8_mib_to_a_late_reader,
    },
    Check {
        name: "unix-replaces-a-stale-socket",
        title: "replaces the socket file of a server that was killed",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "A killed server leaves its file behind, and bind never replaces one. How can you find out that nobody listens \
               behind it?",
        run: files::replaces_a_stale_socket,
    },
    Check {
        name: "unix-waits-without-using-the-processor",
        title: "waits for a silent client without using the processor",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "A blocking read sleeps until something comes. What makes yours come back without anything?",
        run: files::waits_for_a_silent_client,
    },
    Check {
        name: "unix-leaves-a-live-socket-alone",
        title: "leaves the socket of a running server alone",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "Whoever removes the file first and looks later takes a running server's clients away. A connect that \
               succeeds says: somebody is there.",
        run: files::leaves_a_live_socket_alone,
    },
    Check {
        name: "unix-leaves-a-busy-socket-alone",
        title: "leaves the socket of a busy server alone, without waiting for it",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "A server whose queue is full accepts nobody just now, and a blocking connect waits for it for ever. Only a \
               refusal proves that nobody is there.",
        run: files::leaves_a_busy_socket_alone,
    },
    Check {
        name: "unix-leaves-other-files-alone",
        title: "leaves every other file, folder and link alone",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "What is no socket is not yours to remove. And which file does a symbolic link's metadata speak of? (There are \
               two functions.)",
        run: files::leaves_other_files_alone,
    },
    Check {
        name: "unix-survives-a-client-that-vanishes",
        title: "serves the next client after one that left without its echo",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "write() can fail: \"broken pipe\", when nobody is there to read. That is the end of this conversation, not of \
               the server.",
        run: survives_a_client_that_vanishes,
    },
    Check {
        name: "unix-gives-every-descriptor-back",
        title: "gives the descriptor of every client back",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "A socket is closed when its last owner is dropped. Who keeps a handle to clients that have gone?",
        run: gives_every_descriptor_back,
    },
    Check {
        name: "unix-survives-the-loss-of-all-descriptors",
        title: "goes on when descriptors were scarce for a while",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "accept() can fail here, too: \"too many open files\". What becomes of the loop around it, and of the clients in \
               the queue?",
        run: survives_the_loss_of_all_descriptors,
    },
];

fn echoes_one_line(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    let line = format!("{}\n", lab.random().word(12));
    lab.doing(format!(
        "sent {} and kept the connection open",
        grader::quote(line.as_bytes())
    ));
    round_trip(&mut client, line)
}

fn announces_itself_on_one_line(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing("started it with its stdin at the end, had a line echoed, and read its stdout");
    round_trip(&mut client, "on the wire, not on the screen\n")?;
    client.finish_sending()?;
    drop(client);
    round_trip(&mut server.connect()?, "once more\n")?;
    server.says_nothing_more()
}

fn serves_the_next_client(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    for ordinal in ["first", "second", "third"] {
        lab.doing(format!(
            "had a line echoed twice as the {ordinal} client, and closed"
        ));
        round_trip(&mut client, format!("I am the {ordinal} client\n"))?;
        round_trip(&mut client, "a second line\n")?;
        client.finish_sending()?;
        client = server.connect()?;
    }
    Ok(())
}

fn echoes_every_byte_value(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    lab.doing("sent the bytes from 0 to 255 in one write");
    let bytes: Vec<u8> = (0..=255).collect();
    round_trip(&mut client, bytes)
}

fn needs_a_path(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    lab.doing("started it with a path");
    round_trip(&mut client, "hello\n")?;
    lab.doing("started it without any argument");
    let finished = lab.run(PROGRAM, &[], Stdin::Empty)?;
    finished.exits_with(2)?;
    finished.stdout_is(b"")?;
    finished.stderr_has_line(contains("PATH"), "clap's own message about PATH")
}

fn sends_everything_back_before_it_closes(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    let message = lab.random().data(FEW);
    lab.doing("sent 4,000 bytes, shut the sending side, then read to the end of file");
    client.send(&message)?;
    client.finish_sending()?;
    client.expect_then_end(message)
}

fn echoes_8_mib_to_a_late_reader(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    lab.doing("sent 8 MiB, and began to read only when every buffer on the way was full");
    let data = lab.random().data(LARGE);
    client.exchange(&data, true)
}

fn survives_a_client_that_vanishes(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing(
        "sent 4,000 bytes and closed without reading any of the echo; then came a second client",
    );
    round_trip(&mut client, "hello\n")?;
    server.pause()?;
    client.send(lab.random().data(FEW))?;
    drop(client);
    server.resume();
    round_trip(&mut server.connect()?, "is anybody there?\n")
}

fn gives_every_descriptor_back(lab: &Lab) -> Verdict {
    let server = lab.serve_path(PROGRAM, &lab.path("echo.sock")?)?;
    servers::gives_every_descriptor_back(lab, &server, hello, goodbye)
}

fn survives_the_loss_of_all_descriptors(lab: &Lab) -> Verdict {
    let server = lab.serve_path(PROGRAM, &lab.path("echo.sock")?)?;
    servers::survives_the_loss_of_all_descriptors(
        lab,
        &server,
        |server| goodbye(hello(server)?),
        say_and_finish,
    )
}

/// A server on a path of its own, and a first client.
fn begin(lab: &Lab) -> Verdict<(Server, Connection)> {
    let server = lab.serve_path(PROGRAM, &lab.path("echo.sock")?)?;
    lab.doing("connected to the server");
    let client = server.connect()?;
    Ok((server, client))
}
