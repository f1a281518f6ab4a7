//! Stage 5, too: what is given back, a machine without descriptors, and wrong usage.

use crate::PROGRAM;
use crate::table::DECK;
use crate::table::begin;
use crate::table::leave;
use crate::table::opening;
use crate::table::serve;
use crate::table::visit;
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

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "gives-every-descriptor-back",
        title: "gives every descriptor back",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "A connection is closed when its last handle is dropped. Who keeps one, perhaps a try_clone(), of \
               each player?",
        run: gives_every_descriptor_back,
    },
    Check {
        name: "ends-every-thread",
        title: "ends the thread of each player who has left",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "A thread ends when its function returns. Which loop goes on although nobody is there?",
        run: ends_every_thread,
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
        hint: "clap checks what it knows: give each argument a type that takes only what is right, and let clap end \
               the program.",
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

fn gives_every_descriptor_back(lab: &Lab) -> Verdict {
    let server = serve(lab, DECK)?;
    servers::gives_every_descriptor_back(lab, &server, seated, leave)
}

fn ends_every_thread(lab: &Lab) -> Verdict {
    let server = serve(lab, DECK)?;
    servers::ends_every_thread(lab, &server, seated, |mut player| {
        player.finish_sending()?;
        player.expect_close()
    })
}

fn survives_the_loss_of_all_descriptors(lab: &Lab) -> Verdict {
    let server = serve(lab, DECK)?;
    servers::survives_the_loss_of_all_descriptors(lab, &server, visit, |player| {
        player.send("quit\n")
    })
}

fn says_that_the_port_is_taken(lab: &Lab) -> Verdict {
    servers::refuses_a_taken_port(lab, PROGRAM, visit)
}

fn refuses_wrong_arguments(lab: &Lab) -> Verdict {
    servers::refuses_an_address_that_is_none(lab, PROGRAM, visit)?;
    for (option, wrong) in [
        ("--idle-timeout", "0"),
        ("--idle-timeout", "1.5"),
        ("--idle-timeout", "soon"),
        ("--seed", "abc"),
        ("--deck", "AS XX"),
        ("--deck", "AS KD AS"),
        ("--deck", "as AS"),
        ("--deck", "1H"),
        ("--deck", "11H"),
        ("--deck", "K"),
    ] {
        lab.doing(format!("gave it {option} \"{wrong}\""));
        let finished = lab.run(PROGRAM, &[ANY_PORT, option, wrong], Stdin::Empty)?;
        finished.exits_with(2)?;
        finished.stdout_is(b"")?;
        finished.stderr_has_line(
            contains(option),
            &format!("clap's own message about {option}"),
        )?;
    }
    Ok(())
}

fn stays_on_the_loopback(lab: &Lab) -> Verdict {
    let (server, player) = begin(lab, DECK)?;
    leave(player)?;
    servers::is_not_reached_at_another_address(lab, &server)
}

fn serves_over_ipv6(lab: &Lab) -> Verdict {
    lab.require_ipv6()?;
    let server = lab.serve(PROGRAM, ANY_PORT_IPV6)?;
    lab.doing("played a round over IPv6");
    visit(&server)
}

/// A player at the first prompt.
fn seated(server: &Server) -> Verdict<Connection> {
    let mut player = server.connect()?;
    player.expect(opening(DECK))?;
    Ok(player)
}
