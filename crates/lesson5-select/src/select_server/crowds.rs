//! Stage 5: a thousand clients, what each of them costs, and a machine that is no help.

use super::PROGRAM;
use super::begin;
use super::connect_many;
use super::echoes;
use super::leave;
use super::visit;
use grader::Cause;
use grader::Check;
use grader::Connection;
use grader::Lab;
use grader::Server;
use grader::Verdict;
use grader::Work;
use grader::servers;
use grader::servers::ANY_PORT;
use grader::servers::ANY_PORT_IPV6;

/// For a thousand clients on our side, and as many on the other.
const DESCRIPTORS: u64 = 3000;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "serves-a-thousand-clients",
        title: "serves a thousand clients that speak at once",
        program: PROGRAM,
        stage: 5,
        points: 3,
        hint: "A thousand sockets, one poller, one thread. Which list of yours is searched from the beginning for \
               each of them, which buffer is made anew?",
        run: serves_a_thousand_clients,
    },
    Check {
        name: "costs-the-same-with-a-thousand",
        title: "needs no more time for one client among a thousand than among ten",
        program: PROGRAM,
        stage: 5,
        points: 3,
        hint: "A poller that keeps its list in the kernel tells only of those who are ready. Who walks through all \
               clients after each wake-up pays for the silent ones, too.",
        run: costs_the_same_with_a_thousand,
    },
    Check {
        name: "gives-every-descriptor-back",
        title: "gives every descriptor back after 500 visits",
        program: PROGRAM,
        stage: 5,
        points: 2,
        hint: "A connection is closed when its last handle is dropped. Which map, which clone, still holds it?",
        run: gives_every_descriptor_back,
    },
    Check {
        name: "survives-the-loss-of-all-descriptors",
        title: "survives the loss of all descriptors for a while",
        program: PROGRAM,
        stage: 5,
        points: 2,
        hint: "accept() can fail for reasons that pass. Report it, look away from the listening socket for a \
               moment, and go on with those who are there.",
        run: survives_the_loss_of_all_descriptors,
    },
    Check {
        name: "serves-without-free-descriptors",
        title: "serves its clients while it cannot accept new ones, and without a busy loop",
        program: PROGRAM,
        stage: 5,
        points: 2,
        hint: "The poller tells of the waiting client again and again, and accept fails again and again. Neither \
               sleep in the loop nor run in circles: ask the poller to be quiet about the listening socket for a \
               while.",
        run: serves_without_free_descriptors,
    },
    Check {
        name: "restarts-at-once",
        title: "can be restarted at once on the same port",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "After a server's end its port is in TIME_WAIT for a minute. SO_REUSEADDR, set before bind, allows it \
               to listen there again.",
        run: restarts_at_once,
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
        hint: "clap checks what it knows: give the argument the type SocketAddr, and let clap end the program.",
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
        hint: "Domain::for_address knows both families. Where does your code think of IPv4 only?",
        run: serves_over_ipv6,
    },
];

fn serves_a_thousand_clients(lab: &Lab) -> Verdict {
    const CLIENTS: usize = 1000;
    lab.require_descriptors(DESCRIPTORS)?;
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    lab.doing(format!("let {CLIENTS} clients come"));
    let mut clients = connect_many(&server, CLIENTS)?;
    for round in 1..=2 {
        lab.doing(format!(
            "spoke as {CLIENTS} clients, and read when all had spoken, in round {round}"
        ));
        for (one, client) in clients.iter_mut().enumerate() {
            client.send(format!("{one} in round {round}\n"))?;
        }
        for (one, client) in clients.iter_mut().enumerate() {
            client.expect(format!("{one} in round {round}\n"))?;
        }
    }
    lab.doing(format!(
        "counted its threads and processes with {CLIENTS} clients connected"
    ));
    match lab.uses_one_thread(&server) {
        Err(failure) if failure.cause != Cause::Unavailable => return Err(failure),
        _ => {}
    }
    lab.doing(format!("let {CLIENTS} clients leave"));
    clients.into_iter().try_for_each(leave)?;
    visit(&server)
}

fn costs_the_same_with_a_thousand(lab: &Lab) -> Verdict {
    lab.require_descriptors(DESCRIPTORS)?;
    let few = lab.serve(PROGRAM, ANY_PORT)?;
    let many = lab.serve(PROGRAM, ANY_PORT)?;
    lab.doing("connected 10 silent clients to one server, and 1,000 to another one");
    let _silent = [quiet_clients(&few, 10)?, quiet_clients(&many, 1000)?];
    let (mut one, mut other) = (few.connect()?, many.connect()?);
    lab.doing("measured the processor time of a round trip of 64 bytes beside 1,000 silent clients, against one beside 10");
    let message = [b'x'; 64];
    lab.costs_at_most(
        120,
        "round trip",
        Work {
            running: &few,
            round: &mut || echoes(&mut one, message),
        },
        Work {
            running: &many,
            round: &mut || echoes(&mut other, message),
        },
    )
}

fn gives_every_descriptor_back(lab: &Lab) -> Verdict {
    const VISITS: usize = 500;
    let (server, mut client) = begin(lab)?;
    echoes(&mut client, "hello\n")?;
    let before = server.descriptors();
    lab.doing(format!(
        "counted the server's descriptors before and after {VISITS} clients"
    ));
    for one in 0..VISITS {
        let mut brief = server.connect()?;
        echoes(&mut brief, "hello\n")?;
        if one % 2 == 0 {
            leave(brief)?;
        } else {
            brief.reset()?;
        }
    }
    echoes(&mut client, "hello\n")?;
    match before {
        Some(before) => lab.descriptors_fall_to(&server, before + 10),
        None => servers::gives_every_descriptor_back(lab, &server, asked, leave),
    }
}

fn survives_the_loss_of_all_descriptors(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    servers::survives_the_loss_of_all_descriptors(lab, &server, visit, |client| {
        client.send("hello\n")
    })
}

fn serves_without_free_descriptors(lab: &Lab) -> Verdict {
    const MESSAGES: usize = 60;
    let (server, mut client) = begin(lab)?;
    let mut waiting = None;
    lab.doing("took all free descriptors from the server, let a client come, and went on as one from before");
    let limit = lab.stays_prompt(
        || (0..MESSAGES).try_for_each(|_| echoes(&mut client, "hello\n")),
        || {
            let limit = server.forbid_new_descriptors()?;
            let client = waiting.insert(server.connect()?);
            client.send("hello\n")?;
            Ok(limit)
        },
    )?;
    lab.doing("watched the server while it had no descriptor for a client that waits");
    lab.stays_idle(&server)?;
    lab.doing("gave the descriptors back, and read as the client that had waited");
    server.restore_descriptors(limit)?;
    if let Some(mut client) = waiting {
        client.expect("hello\n")?;
        leave(client)?;
    }
    leave(client)
}

fn restarts_at_once(lab: &Lab) -> Verdict {
    servers::restarts_at_once(lab, PROGRAM, asked)
}

fn says_that_the_port_is_taken(lab: &Lab) -> Verdict {
    servers::refuses_a_taken_port(lab, PROGRAM, visit)
}

fn refuses_wrong_arguments(lab: &Lab) -> Verdict {
    servers::refuses_an_address_that_is_none(lab, PROGRAM, visit)
}

fn stays_on_the_loopback(lab: &Lab) -> Verdict {
    let (server, client) = begin(lab)?;
    leave(client)?;
    servers::is_not_reached_at_another_address(lab, &server)
}

fn serves_over_ipv6(lab: &Lab) -> Verdict {
    lab.require_ipv6()?;
    let server = lab.serve(PROGRAM, ANY_PORT_IPV6)?;
    lab.doing("sent a message over IPv6");
    visit(&server)
}

/// A client that has been served.
fn asked(server: &Server) -> Verdict<Connection> {
    let mut client = server.connect()?;
    echoes(&mut client, "hello\n")?;
    Ok(client)
}

/// So many clients that have been served once, and are silent now.
fn quiet_clients(server: &Server, count: usize) -> Verdict<Vec<Connection>> {
    let mut clients = connect_many(server, count)?;
    for client in &mut clients {
        client.send("hello\n")?;
    }
    for client in &mut clients {
        client.expect("hello\n")?;
    }
    Ok(clients)
}
