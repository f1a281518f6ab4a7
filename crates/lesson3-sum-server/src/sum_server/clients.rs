//! Stage 5: clients that leave rudely, an idle server, a machine without descriptors, wrong usage.

use super::PROGRAM;
use super::adds;
use super::begin;
use super::serve;
use grader::Check;
use grader::Connection;
use grader::Lab;
use grader::Server;
use grader::Stdin;
use grader::Verdict;
use grader::servers;
use grader::servers::ANY_PORT;
use grader::servers::ANY_PORT_IPV6;
use predicates::str::contains;
use std::time::Duration;

/// Longer than the patience of a server that takes a pause for an end.
const SILENCE: Duration = Duration::from_millis(700);
/// Every framing.
const FRAMINGS: [&str; 4] = ["lines", "fixed", "length", "shutdown"];

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "survives-a-reset",
        title: "survives a client that resets the connection, in every framing",
        program: PROGRAM,
        stage: 5,
        points: 2,
        hint: "read() fails with ConnectionReset: that client has gone, the others have not. An unwrap or a ? in \
               the wrong place ends them all.",
        run: survives_a_reset,
    },
    Check {
        name: "survives-a-client-that-vanishes",
        title: "survives a client that leaves without reading its replies",
        program: PROGRAM,
        stage: 5,
        points: 2,
        hint: "A write to a client that has gone fails sooner or later. That is its affair alone: serve the next \
               one.",
        run: survives_a_client_that_vanishes,
    },
    Check {
        name: "waits-for-a-silent-client",
        title: "sleeps while a client is silent",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "A blocking read sleeps until something comes. Who asks again and again, without a break, burns a \
               whole processor.",
        run: waits_for_a_silent_client,
    },
    Check {
        name: "is-idle-after-its-client",
        title: "sleeps when its client has gone",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "read() == 0 again and again is the end of file, not a reason to ask once more.",
        run: is_idle_after_its_client,
    },
    Check {
        name: "gives-every-descriptor-back",
        title: "gives every descriptor back",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "A connection is closed when its last handle is dropped. Who keeps one, perhaps a try_clone(), of \
               each client?",
        run: gives_every_descriptor_back,
    },
    Check {
        name: "survives-the-loss-of-all-descriptors",
        title: "survives the loss of all descriptors for a while",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "accept() can fail for reasons that pass. Report it, wait a moment, and go on.",
        run: survives_the_loss_of_all_descriptors,
    },
    Check {
        name: "says-that-the-port-is-taken",
        title: "says that the port is taken, and ends with status 1",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "bind() fails where somebody listens already. Print `error: cannot listen on ADDR: …` to stderr and \
               leave main with ExitCode::FAILURE.",
        run: says_that_the_port_is_taken,
    },
    Check {
        name: "refuses-wrong-arguments",
        title: "refuses wrong arguments with status 2",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "clap checks what it knows: give the arguments the types SocketAddr and Framing, and let clap end the \
               program.",
        run: refuses_wrong_arguments,
    },
    Check {
        name: "stays-on-the-loopback",
        title: "listens on the address it was given, and on no other",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "127.0.0.1 is one address; 0.0.0.0 would be all of them. Bind what you were told.",
        run: stays_on_the_loopback,
    },
    Check {
        name: "serves-over-ipv6",
        title: "serves over IPv6",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "SocketAddr holds both kinds of addresses, and TcpListener::bind takes both. Where does your code \
               think of IPv4 only?",
        run: serves_over_ipv6,
    },
];

fn survives_a_reset(lab: &Lab) -> Verdict {
    for framing in FRAMINGS {
        let server = serve(lab, framing)?;
        let mut client = server.connect()?;
        lab.doing(format!(
            "framing {framing}: sent half a request, reset the connection, and came as a second client"
        ));
        client.send("\x00\x09 12")?;
        client.wait_until_read()?;
        client.reset()?;
        served(&server, framing)?;
        server.says_nothing_more()?;
    }
    Ok(())
}

fn survives_a_client_that_vanishes(lab: &Lab) -> Verdict {
    for (framing, request) in [
        ("lines", b"1 2\n".to_vec()),
        ("fixed", [1_i64.to_be_bytes(), 2_i64.to_be_bytes()].concat()),
        ("length", b"\x00\x031 2".to_vec()),
    ] {
        let server = serve(lab, framing)?;
        lab.doing(format!("framing {framing}: asked once"));
        served(&server, framing)?;
        let mut client = server.connect()?;
        lab.doing(format!(
            "framing {framing}: sent 3,000 requests and closed without reading a reply; then came a second client"
        ));
        // Held still, so that the client has gone for certain before the first reply goes back.
        server.pause()?;
        client.send(request.repeat(3000))?;
        drop(client);
        server.resume();
        served(&server, framing)?;
        server.says_nothing_more()?;
    }
    Ok(())
}

fn waits_for_a_silent_client(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing("asked once, sent the beginning of a line, then stayed silent and connected");
    adds(lab, &mut client)?;
    client.send("12")?;
    client.wait_until_read()?;
    lab.stays_idle(&server)?;
    client.hesitate(SILENCE)?;
    lab.doing("sent the rest of the line after a silence");
    client.send(" 5\n")?;
    client.expect("17\n")
}

fn is_idle_after_its_client(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing("asked once, closed, and watched the server without a client");
    adds(lab, &mut client)?;
    client.finish_sending()?;
    drop(client);
    lab.stays_idle(&server)?;
    lab.doing("connected a second time, after a pause");
    adds(lab, &mut server.connect()?)
}

fn gives_every_descriptor_back(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    servers::gives_every_descriptor_back(lab, &server, asked, leave)
}

fn survives_the_loss_of_all_descriptors(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    let visit = |server: &Server| leave(asked(server)?);
    servers::survives_the_loss_of_all_descriptors(lab, &server, visit, |client| {
        client.send("1 2\n")?;
        client.finish_sending()
    })
}

fn says_that_the_port_is_taken(lab: &Lab) -> Verdict {
    servers::refuses_a_taken_port(lab, PROGRAM, |server| asked(server).map(drop))
}

fn refuses_wrong_arguments(lab: &Lab) -> Verdict {
    servers::refuses_an_address_that_is_none(lab, PROGRAM, |server| asked(server).map(drop))?;
    for wrong in ["json", ""] {
        lab.doing(format!("gave it --framing \"{wrong}\""));
        let finished = lab.run(PROGRAM, &[ANY_PORT, "--framing", wrong], Stdin::Empty)?;
        finished.exits_with(2)?;
        finished.stdout_is(b"")?;
        finished.stderr_has_line(contains("--framing"), "clap's own message about --framing")?;
    }
    Ok(())
}

fn stays_on_the_loopback(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing("connected to the address it was given");
    adds(lab, &mut client)?;
    servers::is_not_reached_at_another_address(lab, &server)
}

fn serves_over_ipv6(lab: &Lab) -> Verdict {
    lab.require_ipv6()?;
    let server = lab.serve(PROGRAM, ANY_PORT_IPV6)?;
    lab.doing("sent a request over IPv6");
    adds(lab, &mut server.connect()?)
}

/// A client whose request has been answered.
fn asked(server: &Server) -> Verdict<Connection> {
    let mut client = server.connect()?;
    client.send("20 22\n")?;
    client.expect("42\n")?;
    Ok(client)
}

/// The polite end of a conversation.
fn leave(mut client: Connection) -> Verdict {
    client.finish_sending()?;
    client.expect_close()
}

/// The server answers a good request in its framing.
fn served(server: &Server, framing: &str) -> Verdict {
    let mut client = server.connect()?;
    let (request, reply) = match framing {
        "fixed" => (
            [3_i64.to_be_bytes(), 4_i64.to_be_bytes()].concat(),
            [[0].as_slice(), &7_i64.to_be_bytes()].concat(),
        ),
        "length" => (b"\x00\x033 4".to_vec(), b"\x00\x017".to_vec()),
        "shutdown" => (b"3 4".to_vec(), b"7".to_vec()),
        _ => (b"3 4\n".to_vec(), b"7\n".to_vec()),
    };
    client.send(request)?;
    client.finish_sending()?;
    client.expect(reply)?;
    client.expect_close()
}
