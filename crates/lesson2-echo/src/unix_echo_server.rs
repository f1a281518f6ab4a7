//! The Unix-domain echo server's checks: the same echo, and a file that must be treated with care.

use crate::echo_server::LARGE;
use crate::echo_server::ends::goodbye;
use crate::echo_server::ends::hello;
use crate::echo_server::ends::say_and_finish;
use crate::echo_server::round_trip;
use crate::servers;
use grader::Cause;
use grader::Check;
use grader::Connection;
use grader::Failure;
use grader::Lab;
use grader::Server;
use grader::Stdin;
use grader::Verdict;
use predicates::str::contains;
use predicates::str::starts_with;
use socket2::Domain;
use socket2::SockAddr;
use socket2::Socket;
use socket2::Type;
use std::fs;
use std::io;
use std::path::Path;

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
        run: replaces_a_stale_socket,
    },
    Check {
        name: "unix-waits-without-using-the-processor",
        title: "waits for a silent client without using the processor",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "A blocking read sleeps until something comes. What makes yours come back without anything?",
        run: waits_for_a_silent_client,
    },
    Check {
        name: "unix-leaves-a-live-socket-alone",
        title: "leaves the socket of a running server alone",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "Whoever removes the file first and looks later takes a running server's clients away. A connect that \
               succeeds says: somebody is there.",
        run: leaves_a_live_socket_alone,
    },
    Check {
        name: "unix-leaves-a-busy-socket-alone",
        title: "leaves the socket of a busy server alone, without waiting for it",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "A server whose queue is full accepts nobody just now, and a blocking connect waits for it for ever. Only a \
               refusal proves that nobody is there.",
        run: leaves_a_busy_socket_alone,
    },
    Check {
        name: "unix-leaves-other-files-alone",
        title: "leaves every other file, folder and link alone",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "What is no socket is not yours to remove. And which file does a symbolic link's metadata speak of? (There are \
               two functions.)",
        run: leaves_other_files_alone,
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

fn replaces_a_stale_socket(lab: &Lab) -> Verdict {
    let path = lab.path("echo.sock")?;
    let first = lab.serve_path(PROGRAM, &path)?;
    round_trip(&mut first.connect()?, "hello\n")?;
    first.kill();
    lab.doing(
        "killed the server, which left its socket file, and started it again on the same path",
    );
    let second = lab.serve_path(PROGRAM, &path)?;
    round_trip(&mut second.connect()?, "hello again\n")
}

fn waits_for_a_silent_client(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing("had a line echoed, then stayed silent and connected");
    round_trip(&mut client, "one moment\n")?;
    lab.stays_idle(&server)?;
    lab.doing("sent a line after a silence");
    round_trip(&mut client, "here I am again\n")
}

fn leaves_a_live_socket_alone(lab: &Lab) -> Verdict {
    let path = lab.path("echo.sock")?;
    let first = lab.serve_path(PROGRAM, &path)?;
    round_trip(&mut first.connect()?, "hello\n")?;
    lab.doing("started a second server on the path of the first one");
    says_that_the_path_is_taken(lab, &path)?;
    lab.doing("used the first server again, after the second had ended");
    round_trip(&mut first.connect()?, "still here?\n")
}

fn leaves_a_busy_socket_alone(lab: &Lab) -> Verdict {
    if !cfg!(target_os = "linux") {
        return Err(Failure::unavailable(
            "this system answers for a busy socket as it does for a stale one",
        ));
    }
    let (_server, mut client) = begin(lab)?;
    lab.doing("started it on a path of its own");
    round_trip(&mut client, "hello\n")?;
    let path = lab.path("busy.sock")?;
    lab.doing("started it on a path where a server of ours listens whose queue is full");
    let _busy = Busy::listen(&path).map_err(ours)?;
    let before = fs::symlink_metadata(&path).map_err(ours)?;
    says_that_the_path_is_taken(lab, &path)?;
    let after = fs::symlink_metadata(&path).ok();
    let same = after.is_some_and(|after| same_file(&before, &after));
    if same {
        Ok(())
    } else {
        Err(touched("the socket of the busy server"))
    }
}

fn leaves_other_files_alone(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing("started it on a path of its own, then killed it");
    round_trip(&mut client, "hello\n")?;
    server.kill();
    let stale = lab.path("echo.sock")?;

    let file = lab.path("file")?;
    lab.doing("started it on a path where there is an ordinary file");
    fs::write(&file, "precious").map_err(ours)?;
    says_that_the_path_is_taken(lab, &file)?;
    if fs::read(&file).ok().as_deref() != Some(b"precious") {
        return Err(touched("the file"));
    }

    let folder = lab.path("folder")?;
    lab.doing("started it on a path where there is an empty folder");
    fs::create_dir(&folder).map_err(ours)?;
    says_that_the_path_is_taken(lab, &folder)?;
    if !fs::symlink_metadata(&folder).is_ok_and(|found| found.is_dir()) {
        return Err(touched("the folder"));
    }

    let link = lab.path("link")?;
    lab.doing("started it on a path where there is a symbolic link to a stale socket");
    make_link(&stale, &link).map_err(ours)?;
    says_that_the_path_is_taken(lab, &link)?;
    if fs::read_link(&link).ok().as_deref() != Some(&stale) {
        return Err(touched("the symbolic link"));
    }
    if fs::symlink_metadata(&stale).is_err() {
        return Err(touched("the stale socket behind the symbolic link"));
    }
    Ok(())
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

fn says_that_the_path_is_taken(lab: &Lab, path: &Path) -> Verdict {
    let path = path
        .to_str()
        .ok_or_else(|| Failure::broken("the folder's path is no text"))?;
    let finished = lab.run_refused(PROGRAM, &[path])?;
    finished.stdout_is(b"")?;
    let wanted = format!("error: cannot listen on {path}: ");
    finished.stderr_has_line(starts_with(wanted.as_str()), &format!("{wanted}REASON"))?;
    finished.exits_with(1)
}

/// A Unix-domain socket of ours that somebody listens on, and whose queue has no room.
struct Busy {
    _listener: Socket,
    _waiting: Vec<Socket>,
}

impl Busy {
    fn listen(path: &Path) -> io::Result<Busy> {
        let addr = SockAddr::unix(path)?;
        let listener = Socket::new(Domain::UNIX, Type::STREAM, None)?;
        listener.bind(&addr)?;
        listener.listen(0)?;
        let mut waiting = Vec::new();
        for _ in 0..16 {
            let client = Socket::new(Domain::UNIX, Type::STREAM, None)?;
            client.set_nonblocking(true)?;
            match client.connect(&addr) {
                Ok(()) => waiting.push(client),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    return Ok(Busy {
                        _listener: listener,
                        _waiting: waiting,
                    });
                }
                Err(error) => return Err(error),
            }
        }
        Err(io::Error::other("a queue for no client took 16"))
    }
}

#[cfg(unix)]
fn same_file(before: &fs::Metadata, after: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    before.ino() == after.ino() && before.mode() == after.mode()
}

#[cfg(not(unix))]
fn same_file(before: &fs::Metadata, after: &fs::Metadata) -> bool {
    before.file_type() == after.file_type()
}

#[cfg(unix)]
fn make_link(to: &Path, at: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(to, at)
}

#[cfg(not(unix))]
fn make_link(_to: &Path, _at: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

fn touched(what: &str) -> Failure {
    let got = format!("{what} was changed or removed");
    Failure::new(Cause::TouchedFile, format!("{what} as it was"), got)
}

fn ours(error: io::Error) -> Failure {
    Failure::broken(format!("the check failed to prepare its files: {error}"))
}
