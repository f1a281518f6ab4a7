//! Stages 3 and 5: replies that are no sum, servers that leave early, and nobody there at all.

use super::PROGRAM;
use super::asked;
use super::fails;
use super::fails_with;
use super::framings::reply;
use super::framings::request;
use super::prints;
use grader::Check;
use grader::Lab;
use grader::Stdin;
use grader::Verdict;
use grader::quote;
use grader::servers::ANY_PORT;
use grader::servers::ANY_PORT_IPV6;
use predicates::str::contains;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "shows-the-servers-error",
        title: "shows the server's error on stderr, with status 1",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "A reply that begins with `error: ` is no sum: the line goes to stderr, with `error: ` once, and the exit status says \
               that there is no result.",
        run: shows_the_servers_error,
    },
    Check {
        name: "refuses-a-reply-that-is-cut-off",
        title: "refuses a reply that is cut off",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "`12` without its newline may be the beginning of `1234`. Half a number must not be printed as if it \
               were one.",
        run: refuses_a_reply_that_is_cut_off,
    },
    Check {
        name: "says-that-there-was-no-reply",
        title: "says that the server closed without a reply",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "read() == 0 before the newline: no more will come. Who only waits for the newline waits for ever.",
        run: says_that_there_was_no_reply,
    },
    Check {
        name: "refuses-a-reply-that-is-no-number",
        title: "refuses a reply that is no number",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "The server is a stranger, too. Parse what it sends before you call it a sum.",
        run: refuses_a_reply_that_is_no_number,
    },
    Check {
        name: "says-that-the-connection-was-reset",
        title: "says that the connection was reset",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "A reset is an error of read(), not a panic: `error: …` and status 1.",
        run: says_that_the_connection_was_reset,
    },
    Check {
        name: "says-that-nobody-listens",
        title: "says that nobody listens",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "connect() fails where nobody listens. Print `error: …` to stderr and leave main with \
               ExitCode::FAILURE.",
        run: says_that_nobody_listens,
    },
    Check {
        name: "client-refuses-wrong-arguments",
        title: "refuses wrong arguments with status 2",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "The types of the arguments (SocketAddr, i64, Framing) say what is allowed, and clap says the rest.",
        run: refuses_wrong_arguments,
    },
    Check {
        name: "connects-over-ipv6",
        title: "connects over IPv6",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "TcpStream::connect takes any SocketAddr. Where does your code think of IPv4 only?",
        run: connects_over_ipv6,
    },
];

fn shows_the_servers_error(lab: &Lab) -> Verdict {
    for error in ["error: overflow", "error: two numbers, please", "error: 12"] {
        let (client, mut connection) = asked(lab, "lines", b"1 2\n")?;
        lab.doing(format!("answered with the line \"{error}\""));
        connection.send(format!("{error}\n"))?;
        fails_with(lab, &client, error)?;
    }
    Ok(())
}

fn refuses_a_reply_that_is_cut_off(lab: &Lab) -> Verdict {
    let long = "7".repeat(3000);
    for part in ["12", "-", "error: no", &long] {
        let (client, mut connection) = asked(lab, "lines", b"1 2\n")?;
        lab.doing(format!(
            "answered with {}, without a newline, and closed",
            quote(part.as_bytes())
        ));
        // It may have heard enough before the end.
        let _ = connection.send(part);
        drop(connection);
        fails(lab, &client)?;
    }
    Ok(())
}

fn says_that_there_was_no_reply(lab: &Lab) -> Verdict {
    let (client, connection) = asked(lab, "lines", b"1 2\n")?;
    lab.doing("took its request, and closed without a reply");
    drop(connection);
    fails(lab, &client)
}

fn refuses_a_reply_that_is_no_number(lab: &Lab) -> Verdict {
    let replies: [&[u8]; 11] = [
        b"three\n",
        b"\n",
        b"1 2\n",
        b"1.5\n",
        b"9223372036854775808\n",
        b"0x3\n",
        b"3\xff\n",
        b"error\n",
        b"error:\n",
        b"errors\n",
        b"HTTP/1.1 400 Bad Request\r\n",
    ];
    for reply in replies {
        let (client, mut connection) = asked(lab, "lines", b"1 2\n")?;
        lab.doing(format!("answered with {}", quote(reply)));
        connection.send(reply)?;
        fails(lab, &client)?;
    }
    Ok(())
}

fn says_that_the_connection_was_reset(lab: &Lab) -> Verdict {
    for framing in ["lines", "fixed", "length", "shutdown"] {
        let (client, mut connection) = asked(lab, framing, &request(framing, 1, 2))?;
        lab.doing(format!(
            "framing {framing}: answered with half a reply, and reset the connection once that had been read"
        ));
        connection.send(&reply(framing, 1000)[..1])?;
        connection.wait_until_read()?;
        connection.reset()?;
        fails(lab, &client)?;
    }
    Ok(())
}

fn says_that_nobody_listens(lab: &Lab) -> Verdict {
    let (client, mut connection) = asked(lab, "lines", b"1 2\n")?;
    lab.doing("answered it once");
    connection.send("3\n")?;
    prints(lab, &client, "3\n")?;
    // Reserved, and not listened on: nobody else can come to listen there meanwhile.
    let nobody = lab.reserve(ANY_PORT)?;
    let addr = nobody.addr().to_string();
    lab.doing(format!("ran it for {addr}, where nobody listens"));
    let client = lab.start(PROGRAM, &[&addr, "1", "2"], Stdin::Empty)?;
    fails(lab, &client)
}

fn refuses_wrong_arguments(lab: &Lab) -> Verdict {
    let (client, mut connection) = asked(lab, "lines", b"1 2\n")?;
    lab.doing("gave it good arguments");
    connection.send("3\n")?;
    prints(lab, &client, "3\n")?;
    let addr = "127.0.0.1:9";
    let wrong: [&[&str]; 8] = [
        &[addr, "one", "2"],
        &[addr, "1", "2.5"],
        &[addr, "1", "9223372036854775808"],
        &[addr, "1", ""],
        &[addr, "1"],
        &[addr, "1", "2", "3"],
        &["localhost", "1", "2"],
        &[addr, "1", "2", "--framing", "json"],
    ];
    for arguments in wrong {
        lab.doing(format!("gave it the arguments {arguments:?}"));
        let finished = lab.run(PROGRAM, arguments, Stdin::Empty)?;
        finished.exits_with(2)?;
        finished.stdout_is(b"")?;
        finished.stderr_has_line(contains("error"), "clap's own message")?;
    }
    Ok(())
}

fn connects_over_ipv6(lab: &Lab) -> Verdict {
    lab.require_ipv6()?;
    let listener = lab.listen(ANY_PORT_IPV6)?;
    let addr = listener.addr().to_string();
    lab.doing(format!("ran it for {addr}"));
    let client = lab.start(PROGRAM, &[&addr, "3", "4"], Stdin::Empty)?;
    let mut connection = listener.accept(&client)?;
    connection.expect("3 4\n")?;
    connection.send("7\n")?;
    prints(lab, &client, "7\n")
}
