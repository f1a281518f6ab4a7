//! The greeter's checks.

use grader::Check;
use grader::Connection;
use grader::Lab;
use grader::Server;
use grader::Verdict;
use grader::servers;
use grader::servers::ANY_PORT;
use grader::servers::ANY_PORT_IPV6;
use grader::servers::is_not_reached_at_another_address;
use grader::servers::refuses_a_taken_port;
use grader::servers::restarts_at_once;
use std::net::IpAddr;
use std::net::Ipv4Addr;

const PROGRAM: &str = "greeter";

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "greets-a-client-by-its-address",
        title: "greets a client by its address, and closes",
        program: PROGRAM,
        stage: 1,
        points: 2,
        hint: "accept() answers with two things: a socket for this client, and the client's address. Print the \
               address without its port, end the line, and let the socket go.",
        run: greets_a_client_by_its_address,
    },
    Check {
        name: "greeter-announces-itself-on-one-line",
        title: "says where it listens, on one line, and runs on",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "Stdout belongs to the one line `listening on ADDR`; everything else that you want to see while it runs \
               goes to stderr. Which address does the socket really have when the port was 0? (Where it is the greeting that was wrong, look \
               at the check before this one.)",
        run: announces_itself_on_one_line,
    },
    Check {
        name: "greets-one-client-after-the-other",
        title: "greets one client after the other",
        program: PROGRAM,
        stage: 1,
        points: 2,
        hint: "One accept() gives one client. What does your program do when the first one has been served?",
        run: greets_one_client_after_the_other,
    },
    Check {
        name: "greets-an-ipv6-client",
        title: "greets a client of IPv6",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "The socket's family must be that of the address: Domain::for_address knows. And an address on its own \
               is shown without brackets.",
        run: greets_an_ipv6_client,
    },
    Check {
        name: "greeter-stays-on-the-loopback",
        title: "listens on no other address than the one it was given",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "0.0.0.0 means every address that this machine has, for all the world to see. Bind to what you were given.",
        run: stays_on_the_loopback,
    },
    Check {
        name: "greeter-refuses-an-address-that-is-none",
        title: "refuses an address that is none: wrong usage, status 2",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "Which type has your argument? With SocketAddr, clap says what is wrong with it, and ends with status 2.",
        run: refuses_an_address_that_is_none,
    },
    Check {
        name: "greeter-says-that-the-port-is-taken",
        title: "says that the port is taken, and ends with status 1",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "bind and listen return errors like everything else. Print `error: cannot listen on ADDR: REASON` to \
               stderr, and leave main with ExitCode::FAILURE.",
        run: says_that_the_port_is_taken,
    },
    Check {
        name: "greeter-restarts-at-once",
        title: "can be started again at once on the same port",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "Who closes first keeps the port in TIME_WAIT for a while. Which socket option, set before bind, lets \
               a server have its port back? (std sets it for you; socket2 does not.)",
        run: restarts,
    },
    Check {
        name: "greeter-waits-without-using-the-processor",
        title: "waits for clients without using the processor",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "A blocking accept sleeps until somebody comes. What makes yours come back without a client?",
        run: waits_for_clients,
    },
    Check {
        name: "greets-on-after-rude-clients",
        title: "greets on after clients that reset their connection",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "A client may be gone before you say hello: every call on its socket can fail. Whose affair is that?",
        run: greets_on_after_rude_clients,
    },
    Check {
        name: "greeter-gives-every-descriptor-back",
        title: "gives the descriptor of every client back",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "A client sees its end of file after a shutdown, too. But who still keeps its socket, and for how long?",
        run: gives_every_descriptor_back,
    },
    Check {
        name: "greeter-survives-the-loss-of-all-descriptors",
        title: "goes on when descriptors were scarce for a while",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "accept() can fail, too: \"too many open files\", and a moment later there is room again. Does your greeter still \
               accept by then?",
        run: survives_the_loss_of_all_descriptors,
    },
];

fn greets_a_client_by_its_address(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    // Another address than the server's own, where there is one: Linux has all of 127.0.0.0/8.
    let last = if cfg!(target_os = "linux") { 3 } else { 1 };
    let client = IpAddr::V4(Ipv4Addr::new(127, 0, 0, last));
    lab.doing(format!(
        "connected from {client}, sent nothing and read to the end of file"
    ));
    server
        .connect_from(client)?
        .expect_then_end(format!("Hello {client}\n"))
}

fn announces_itself_on_one_line(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    lab.doing(
        "started it with its stdin at the end, let it greet two clients, and read its stdout",
    );
    be_greeted(&server)?;
    be_greeted(&server)?;
    server.says_nothing_more()
}

fn greets_one_client_after_the_other(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    for ordinal in ["a first", "a second", "a third", "a fourth"] {
        lab.doing(format!(
            "connected {ordinal} time and read to the end of file"
        ));
        be_greeted(&server)?;
    }
    Ok(())
}

fn greets_an_ipv6_client(lab: &Lab) -> Verdict {
    lab.require_ipv6()?;
    let server = lab.serve(PROGRAM, ANY_PORT_IPV6)?;
    lab.doing("connected from ::1 and read to the end of file");
    server.connect()?.expect_then_end("Hello ::1\n")
}

fn stays_on_the_loopback(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    lab.doing("connected to the address it was given");
    be_greeted(&server)?;
    is_not_reached_at_another_address(lab, &server)
}

fn refuses_an_address_that_is_none(lab: &Lab) -> Verdict {
    servers::refuses_an_address_that_is_none(lab, PROGRAM, be_greeted)
}

fn says_that_the_port_is_taken(lab: &Lab) -> Verdict {
    refuses_a_taken_port(lab, PROGRAM, be_greeted)
}

fn restarts(lab: &Lab) -> Verdict {
    restarts_at_once(lab, PROGRAM, greeted)
}

fn waits_for_clients(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    lab.doing("was greeted, left, and watched the server without a client");
    be_greeted(&server)?;
    lab.stays_idle(&server)?;
    lab.doing("connected a second time, after a pause");
    be_greeted(&server)
}

fn greets_on_after_rude_clients(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    for ordinal in ["a first", "a second", "a third"] {
        lab.doing(format!("{ordinal} client reset its connection before the server could accept it; then came another one"));
        // One at a time: a queue of connections need not be longer.
        server.pause()?;
        server.connect()?.reset()?;
        server.resume();
        // Whether it survives is seen before the next one comes.
        server.settle();
        be_greeted(&server)?;
    }
    server.still_runs()
}

fn gives_every_descriptor_back(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    let leave = |client| {
        drop(client);
        Ok(())
    };
    servers::gives_every_descriptor_back(lab, &server, greeted, leave)
}

fn survives_the_loss_of_all_descriptors(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    servers::survives_the_loss_of_all_descriptors(lab, &server, be_greeted, |_silent| Ok(()))
}

fn be_greeted(server: &Server) -> Verdict {
    greeted(server).map(drop)
}

/// A client that was greeted, and has seen the end of file.
fn greeted(server: &Server) -> Verdict<Connection> {
    let mut client = server.connect()?;
    client.expect_then_end("Hello 127.0.0.1\n")?;
    Ok(client)
}
