//! Stages 3 and 4 of the echo client: early ends, refusals, input and output that flow at the same time.

use super::echo;
use super::echo_and_close;
use super::prints_and_ends;
use super::start;
use super::start_with;
use crate::echo_server::LARGE;
use grader::Connection;
use grader::Lab;
use grader::Running;
use grader::Stdin;
use grader::Verdict;
use grader::servers::ANY_PORT;
use grader::servers::ANY_PORT_IPV6;

pub(super) fn says_how_many_bytes_came_before_an_early_end(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    lab.doing("sent 3 of its 5 bytes back, and closed");
    let client = start(lab, &listener, &["hello"])?;
    let mut connection = listener.accept(&client)?;
    connection.expect("hello")?;
    connection.send("hel")?;
    drop(connection);
    says_closed_after(lab, &client, b"hel", 5)
}

pub(super) fn says_how_many_bytes_came_before_a_reset(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    lab.doing("sent 3 of its 5 bytes back, and when they had been read, reset the connection");
    let client = start(lab, &listener, &["hello"])?;
    let mut connection = listener.accept(&client)?;
    connection.expect("hello")?;
    connection.send("hel")?;
    has_read(lab, &connection, &client, b"hel")?;
    connection.reset()?;
    says_closed_after(lab, &client, b"hel", 5)
}

pub(super) fn says_that_nobody_listens(lab: &Lab) -> Verdict {
    let nobody = lab.reserve(ANY_PORT)?;
    lab.doing(format!(
        "gave it the address {}, where nobody listens",
        nobody.addr()
    ));
    let finished = start(lab, &nobody, &["hello"]).and_then(|client| lab.finish(&client))?;
    finished.stdout_is(b"")?;
    finished.stderr_has_line(predicates::str::starts_with("error: "), "error: REASON")?;
    finished.exits_with(1)
}

pub(super) fn connects_over_ipv6(lab: &Lab) -> Verdict {
    lab.require_ipv6()?;
    let listener = lab.listen(ANY_PORT_IPV6)?;
    lab.doing(format!("gave it the address {}", listener.addr()));
    let client = start(lab, &listener, &["hello"])?;
    let mut connection = listener.accept(&client)?;
    echo_and_close(&mut connection, b"hello")?;
    prints_and_ends(lab, &client, b"hello")
}

pub(super) fn prints_bytes_as_they_come(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    let client = start_with(lab, &listener, Stdin::Open)?;
    let mut connection = listener.accept(&client)?;
    let mut printed = Vec::new();
    for piece in [
        "one line\n",
        "half a ",
        "line, and the rest\n",
        "no newline",
    ] {
        lab.doing(format!(
            "wrote {} to its stdin, left it open, and sent the bytes back",
            grader::quote(piece.as_bytes())
        ));
        client.write_stdin(piece.as_bytes());
        echo(&mut connection, piece.as_bytes())?;
        printed.extend_from_slice(piece.as_bytes());
        lab.expect_stdout(&client, &printed)?;
    }
    client.close_stdin();
    prints_and_ends(lab, &client, &printed)
}

pub(super) fn sends_8_mib_while_it_reads(lab: &Lab) -> Verdict {
    send_large(lab, 64 * 1024)
}

pub(super) fn sends_8_mib_to_a_server_that_answers_each_4_kib(lab: &Lab) -> Verdict {
    send_large(lab, 4 * 1024)
}

fn send_large(lab: &Lab, piece: usize) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    let data = lab.random().data(LARGE);
    lab.doing(format!(
        "wrote 8 MiB to its stdin, and sent each {} KiB back before reading on",
        piece / 1024
    ));
    let client = start_with(lab, &listener, Stdin::Bytes(&data))?;
    let mut connection = listener.accept(&client)?;
    for piece in data.chunks(piece) {
        echo(&mut connection, piece)?;
    }
    connection.finish_sending()?;
    prints_and_ends(lab, &client, &data)
}

pub(super) fn reads_stdin_to_its_end_after_an_early_close(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    let data = lab.random().data(LARGE);
    lab.doing("wrote 8 MiB to its stdin, sent the first 1,000 bytes back, and when they had been read, closed");
    let client = start_with(lab, &listener, Stdin::Bytes(&data))?;
    let mut connection = listener.accept(&client)?;
    echo(&mut connection, &data[..1000])?;
    has_read(lab, &connection, &client, &data[..1000])?;
    drop(connection);
    says_closed_after(lab, &client, &data[..1000], LARGE)
}

/// Waits until the client has read everything, since a reset may destroy what it has not. Where the kernel does not tell,
/// its stdout does.
fn has_read(lab: &Lab, connection: &Connection, client: &Running, bytes: &[u8]) -> Verdict {
    connection.wait_until_read()?;
    if cfg!(target_os = "linux") {
        Ok(())
    } else {
        lab.expect_stdout(client, bytes)
    }
}

/// `back` is what our server has sent back; the client may have printed as much of it as it likes, and nothing else.
fn says_closed_after(lab: &Lab, client: &Running, back: &[u8], sent: usize) -> Verdict {
    let finished = lab.finish(client)?;
    let line = format!("error: server closed after {} of {sent} bytes", back.len());
    finished.stderr_has_line(predicates::ord::eq(line.as_str()), &line)?;
    finished.stdout_begins(back)?;
    finished.exits_with(1)
}
