//! Stage 5: a crowd in the room, and a machine that is no help.

use super::PROGRAM;
use super::enter;
use super::leave;
use super::room;
use super::visit;
use grader::Check;
use grader::Connection;
use grader::Lab;
use grader::Server;
use grader::Verdict;
use grader::servers;
use grader::servers::ANY_PORT;
use grader::servers::ANY_PORT_IPV6;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "chat-carries-a-crowd",
        title: "carries a room of 200 people",
        program: PROGRAM,
        stage: 5,
        points: 2,
        hint: "200 people, each of whom hears every line: keep what is owed to each, and send what has come \
               together in one write.",
        run: carries_a_crowd,
    },
    Check {
        name: "chat-gives-every-descriptor-back",
        title: "gives every descriptor back",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "A connection is closed when its last handle is dropped. Who is shown out is not kept for ever \
               either.",
        run: gives_every_descriptor_back,
    },
    Check {
        name: "chat-forgets-who-was-refused",
        title: "gives the descriptors of those back that it refused",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "One who was told an error and does not leave by itself is to be closed after a moment all the same.",
        run: forgets_who_was_refused,
    },
    Check {
        name: "chat-survives-the-loss-of-all-descriptors",
        title: "survives the loss of all descriptors for a while",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "accept() can fail for reasons that pass. Report it, look away from the listening socket for a \
               moment, and go on with those who are there.",
        run: survives_the_loss_of_all_descriptors,
    },
    Check {
        name: "chat-restarts-at-once",
        title: "can be restarted at once on the same port",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "After a server's end its port is in TIME_WAIT for a minute. SO_REUSEADDR, set before bind, allows it \
               to listen there again.",
        run: restarts_at_once,
    },
    Check {
        name: "chat-says-that-the-port-is-taken",
        title: "says that the port is taken, and ends with status 1",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "bind() fails where somebody listens already. Print `error: cannot listen on ADDR: …` to stderr and \
               leave main with ExitCode::FAILURE.",
        run: says_that_the_port_is_taken,
    },
    Check {
        name: "chat-refuses-wrong-arguments",
        title: "refuses wrong arguments with status 2",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "clap checks what it knows: give the argument the type SocketAddr, and let clap end the program.",
        run: refuses_wrong_arguments,
    },
    Check {
        name: "chat-stays-on-the-loopback",
        title: "listens on the address it was given, and on no other",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "127.0.0.1 is one address; 0.0.0.0 would be all of them. Bind what you were told.",
        run: stays_on_the_loopback,
    },
    Check {
        name: "chat-serves-over-ipv6",
        title: "serves over IPv6",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "Domain::for_address knows both families. Where does your code think of IPv4 only?",
        run: serves_over_ipv6,
    },
];

fn carries_a_crowd(lab: &Lab) -> Verdict {
    const PEOPLE: usize = 200;
    lab.require_descriptors(1000)?;
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    lab.doing(format!("let {PEOPLE} people come"));
    let mut people = Vec::new();
    for one in 0..PEOPLE {
        let names: Vec<String> = (0..=one).map(|one| format!("p{one:03}")).collect();
        people.push(enter(&server, &names[one], &names.join(" "))?);
    }
    for (one, client) in people.iter_mut().enumerate() {
        let joined: String = (one + 1..PEOPLE)
            .map(|later| format!("* p{later:03} joined\n"))
            .collect();
        client.expect(joined)?;
    }
    lab.doing(format!(
        "said a line as every tenth of {PEOPLE} people, and listened as all of them"
    ));
    for (one, client) in people.iter_mut().enumerate().step_by(10) {
        client.send(format!("I am {one:03}\n"))?;
    }
    let line = "p000: I am 000\n".len();
    for (one, client) in people.iter_mut().enumerate() {
        let lines = PEOPLE / 10 - usize::from(one % 10 == 0);
        let heard = client.read_exactly(lines * line, "a line of every tenth")?;
        let mut lines: Vec<&[u8]> = heard.split_inclusive(|byte| *byte == b'\n').collect();
        lines.sort_unstable();
        let expected: String = (0..PEOPLE)
            .step_by(10)
            .filter(|other| *other != one)
            .map(|other| format!("p{other:03}: I am {other:03}\n"))
            .collect();
        if lines.concat() != expected.as_bytes() {
            let heard = lines.concat();
            return Err(grader::Failure::different(
                grader::Cause::WrongBytes,
                expected.as_bytes(),
                &heard,
            ));
        }
    }
    Ok(())
}

fn gives_every_descriptor_back(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    servers::gives_every_descriptor_back(lab, &server, entered, leave)
}

fn forgets_who_was_refused(lab: &Lab) -> Verdict {
    const REFUSED: usize = 40;
    let (server, _people) = room(lab, &["ann"])?;
    let Some(before) = server.descriptors() else {
        return Err(grader::Failure::unavailable(
            "this system does not tell how many descriptors a program has",
        ));
    };
    lab.doing(format!(
        "gave a name that is none {REFUSED} times, and kept the connections open"
    ));
    let mut refused = Vec::new();
    for _ in 0..REFUSED {
        let mut client = server.connect()?;
        client.send("not a name\n")?;
        super::is_refused(&mut client)?;
        refused.push(client);
    }
    lab.descriptors_fall_to(&server, before + REFUSED / 4)
}

fn survives_the_loss_of_all_descriptors(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    servers::survives_the_loss_of_all_descriptors(lab, &server, visit, |client| {
        client.send("not a name\n")
    })
}

fn restarts_at_once(lab: &Lab) -> Verdict {
    servers::restarts_at_once(lab, PROGRAM, entered)
}

fn says_that_the_port_is_taken(lab: &Lab) -> Verdict {
    servers::refuses_a_taken_port(lab, PROGRAM, visit)
}

fn refuses_wrong_arguments(lab: &Lab) -> Verdict {
    servers::refuses_an_address_that_is_none(lab, PROGRAM, visit)
}

fn stays_on_the_loopback(lab: &Lab) -> Verdict {
    let (server, people) = room(lab, &["ann"])?;
    people.into_iter().try_for_each(leave)?;
    servers::is_not_reached_at_another_address(lab, &server)
}

fn serves_over_ipv6(lab: &Lab) -> Verdict {
    lab.require_ipv6()?;
    let server = lab.serve(PROGRAM, ANY_PORT_IPV6)?;
    lab.doing("talked over IPv6");
    visit(&server)
}

/// Somebody who is alone in the room.
fn entered(server: &Server) -> Verdict<Connection> {
    enter(server, "ann", "ann")
}
