//! What every server of the course promises: the same questions to each of them, whatever its lesson.

use crate::Verdict;
use crate::failure::Cause;
use crate::failure::Failure;
use crate::lab::Lab;
use crate::lab::Stdin;
use crate::peer::Connection;
use crate::server::Server;
use predicates::str::contains;
use predicates::str::starts_with;
use std::net::IpAddr;
use std::net::Ipv4Addr;
use std::net::SocketAddr;

/// Any port of the loopback address: the system chooses, so that nothing can be in the way.
pub const ANY_PORT: &str = "127.0.0.1:0";
/// The same for IPv6.
pub const ANY_PORT_IPV6: &str = "[::1]:0";

/// A second server on the port of the first says so, and ends; the first one does not notice (`still_serves` looks).
pub fn refuses_a_taken_port(
    lab: &Lab,
    program: &str,
    still_serves: impl Fn(&Server) -> Verdict,
) -> Verdict {
    let server = lab.serve(program, ANY_PORT)?;
    let addr = server.addr()?.to_string();
    lab.doing(format!(
        "started a second {program} on {addr}, where the first one listens"
    ));
    let second = lab.run_refused(program, &[&addr])?;
    second.stdout_is(b"")?;
    let wanted = format!("error: cannot listen on {addr}: ");
    second.stderr_has_line(starts_with(wanted.as_str()), &format!("{wanted}REASON"))?;
    second.exits_with(1)?;
    lab.doing("used the first server again, after the second had ended");
    still_serves(&server)
}

/// Told to listen on 127.0.0.1, a server is not to be found on the machine's other addresses.
pub fn is_not_reached_at_another_address(lab: &Lab, server: &Server) -> Verdict {
    // Only Linux answers on all of 127.0.0.0/8 without being set up for it.
    if !cfg!(target_os = "linux") {
        return Err(Failure::unavailable(
            "this system has no second loopback address",
        ));
    }
    let elsewhere = SocketAddr::new(
        IpAddr::V4(Ipv4Addr::new(127, 0, 0, 2)),
        server.addr()?.port(),
    );
    lab.doing(format!(
        "told it to listen on {}, then connected to {elsewhere}",
        server.addr()?
    ));
    match lab.connect(elsewhere) {
        Err(failure) if failure.cause == Cause::Refused => Ok(()),
        Err(failure) => Err(failure),
        Ok(_) => Err(Failure::new(
            Cause::ListensElsewhere,
            "a refusal: nobody listens there",
            "a connection: the server listens on every address of the machine",
        )),
    }
}

/// A server that was killed while a client was connected is started again at once on the same port.
pub fn restarts_at_once(
    lab: &Lab,
    program: &str,
    converse: impl Fn(&Server) -> Verdict<Connection>,
) -> Verdict {
    let server = lab.serve(program, ANY_PORT)?;
    let addr = server.addr()?.to_string();
    lab.doing(format!(
        "talked with the server on {addr}, killed it, and started it again there"
    ));
    let mut client = converse(&server)?;
    server.kill();
    // The server's side has closed first: the port stays in TIME_WAIT for a minute.
    client.drain()?;
    drop(client);
    let again = lab.serve(program, &addr)?;
    converse(&again).map(drop)
}

/// What is no IP socket address is wrong usage. A good address comes first (`serves` looks).
pub fn refuses_an_address_that_is_none(
    lab: &Lab,
    program: &str,
    serves: impl Fn(&Server) -> Verdict,
) -> Verdict {
    let server = lab.serve(program, ANY_PORT)?;
    lab.doing("gave it a good address");
    serves(&server)?;
    for wrong in ["localhost:10000", "127.0.0.1", "127.0.0.1:65536"] {
        lab.doing(format!("gave it the address {wrong}"));
        let finished = lab.run(program, &[wrong], Stdin::Empty)?;
        finished.exits_with(2)?;
        finished.stdout_is(b"")?;
        finished.stderr_has_line(
            contains(wrong),
            &format!("clap's own message about {wrong}"),
        )?;
    }
    Ok(())
}

/// A server closes the sockets of clients that have gone. `converse` comes as a client and has its answer, `leave` sees the end
/// of its connection.
pub fn gives_every_descriptor_back(
    lab: &Lab,
    server: &Server,
    converse: impl Fn(&Server) -> Verdict<Connection>,
    leave: impl Fn(Connection) -> Verdict,
) -> Verdict {
    let count = || server.descriptors();
    let before = receives_clients(lab, server, "descriptors", count, converse, leave)?;
    lab.descriptors_fall_to(server, before)
}

/// A server with a thread for each client ends the threads of those that have gone. `converse` and `leave` as above.
pub fn ends_every_thread(
    lab: &Lab,
    server: &Server,
    converse: impl Fn(&Server) -> Verdict<Connection>,
    leave: impl Fn(Connection) -> Verdict,
) -> Verdict {
    /// A pool may start its threads one by one, with its first clients.
    const POOL: usize = 100;
    lab.doing(format!("came and left {POOL} times"));
    for _ in 0..POOL {
        leave(converse(server)?)?;
    }
    let count = || server.threads();
    let before = receives_clients(lab, server, "threads", count, converse, leave)?;
    lab.threads_fall_to(server, before)
}

/// Lets many clients come one after the other, the last of whom stays. Says how many of what is counted there may be then.
fn receives_clients(
    lab: &Lab,
    server: &Server,
    what: &str,
    count: impl Fn() -> Option<usize>,
    converse: impl Fn(&Server) -> Verdict<Connection>,
    leave: impl Fn(Connection) -> Verdict,
) -> Verdict<usize> {
    const CLIENTS: usize = 40;
    lab.doing("connected to the server");
    let mut client = converse(server)?;
    let before = count();
    lab.doing(format!(
        "counted the server's {what} before and after {CLIENTS} clients"
    ));
    for _ in 0..CLIENTS {
        leave(client)?;
        client = converse(server)?;
    }
    let Some(before) = before else {
        return Err(Failure::unavailable(format!(
            "this system does not tell how many {what} a program has"
        )));
    };
    // A few new ones may be the program's own affair.
    Ok(before + CLIENTS / 4)
}

/// A server that can accept nobody for a while accepts again afterwards. `visit` comes as a client, has its answer, and sees the
/// end of its connection; `speak` is what a client says that may come too late.
pub fn survives_the_loss_of_all_descriptors(
    lab: &Lab,
    server: &Server,
    visit: impl Fn(&Server) -> Verdict,
    speak: impl Fn(&mut Connection) -> Verdict,
) -> Verdict {
    lab.doing("connected to the server");
    visit(server)?;
    lab.doing("connected a second time");
    visit(server)?;
    lab.doing("took all free descriptors from the server, let a client come, and gave the descriptors back; then came another one");
    let limit = server.forbid_new_descriptors()?;
    // A server that waits in accept has its next descriptor already, serves this client, and is refused the one after; a
    // server that waits for events is refused this one.
    let mut first = server.connect()?;
    speak(&mut first)?;
    server.settle();
    server.still_runs()?;
    server.restore_descriptors(limit)?;
    let verdict = visit(server);
    // Only now: a client that left before its answer would be another story.
    drop(first);
    verdict
}
