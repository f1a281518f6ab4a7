//! Stage 2: many clients at a time, none of whom waits for another.

use super::PROGRAM;
use super::begin;
use super::connect_many;
use super::echoes;
use super::leave;
use super::visit;
use grader::Check;
use grader::Connection;
use grader::Lab;
use grader::Verdict;
use grader::servers::ANY_PORT;
use std::time::Duration;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "serves-beside-silent-clients",
        title: "serves a client beside others that are silent",
        program: PROGRAM,
        stage: 2,
        points: 3,
        hint: "Only the poller may wait. An accepted socket waits in read() unless it is told not to: \
               set_nonblocking, for each one. And `WouldBlock` is no error.",
        run: serves_beside_silent_clients,
    },
    Check {
        name: "serves-in-any-order",
        title: "serves clients in the reverse order of their coming",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "Who is served next is the poller's word, not the order of your list.",
        run: serves_in_any_order,
    },
    Check {
        name: "keeps-its-clients-apart",
        title: "gives every client its own bytes back",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "Each client has what it is owed in a place of its own.",
        run: keeps_its_clients_apart,
    },
    Check {
        name: "accepts-many-in-one-wake-up",
        title: "accepts a hundred clients that wait at once",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "One event for the listening socket may mean many clients. Accept until `WouldBlock`, or let a \
               level-triggered poller tell you again. How many may wait: is the backlog at least 128?",
        run: accepts_many_in_one_wake_up,
    },
    Check {
        name: "serves-many-in-one-wake-up",
        title: "serves a hundred clients that speak at once",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "One wake-up may bring many events: look at all of them.",
        run: serves_many_in_one_wake_up,
    },
    Check {
        name: "uses-one-thread",
        title: "uses one thread and one process for all of them",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "The lesson is to do it with one thread: readiness instead of waiting.",
        run: uses_one_thread,
    },
    Check {
        name: "sleeps-with-one-client",
        title: "sleeps while its client is silent",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "Who is told that a socket is writable, and has nothing to write, is told so again at once. Ask to be \
               woken up for writing only while something is owed, and let the poller wait without a timeout.",
        run: sleeps_with_one_client,
    },
    Check {
        name: "sleeps-with-500-clients",
        title: "sleeps while 500 clients are silent",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "An idle client costs nothing, and neither do 500.",
        run: sleeps_with_500_clients,
    },
    Check {
        name: "sleeps-after-its-clients",
        title: "sleeps when its clients have gone",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "A socket at its end of file is always readable. Forget it, or ask no more whether it can be read.",
        run: sleeps_after_its_clients,
    },
];

fn serves_beside_silent_clients(lab: &Lab) -> Verdict {
    let (server, silent) = begin(lab)?;
    lab.doing("connected without a word, and sent a message as a second client");
    visit(&server)?;
    let mut served = server.connect()?;
    echoes(&mut served, "half a")?;
    lab.doing("fell silent as one that had been served, too, and sent messages as a third client");
    let mut client = server.connect()?;
    for _ in 0..3 {
        echoes(&mut client, "hello\n")?;
    }
    lab.doing("spoke again as those who had been silent for a while longer");
    let mut silent = silent;
    silent.hesitate(Duration::from_millis(1200))?;
    echoes(&mut served, " word\n")?;
    echoes(&mut silent, "at last\n")?;
    leave(silent)?;
    leave(client)
}

fn serves_in_any_order(lab: &Lab) -> Verdict {
    const CLIENTS: usize = 5;
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    let mut clients = connect_many(&server, CLIENTS)?;
    for round in 1..=3 {
        for (one, client) in clients.iter_mut().enumerate().rev() {
            lab.doing(format!(
                "spoke as client {} of {CLIENTS}, in round {round}, the last to come first",
                one + 1
            ));
            let word = lab.random().word(8);
            echoes(client, word)?;
        }
    }
    clients.into_iter().try_for_each(leave)
}

fn keeps_its_clients_apart(lab: &Lab) -> Verdict {
    const CLIENTS: usize = 20;
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    let mut clients = connect_many(&server, CLIENTS)?;
    let data: Vec<Vec<u8>> = clients.iter().map(|_| lab.random().data(6000)).collect();
    lab.doing(format!("sent other bytes as each of {CLIENTS} clients, a piece at a time in turn, and read them afterwards"));
    for at in (0..6000).step_by(1000) {
        for (client, data) in clients.iter_mut().zip(&data) {
            client.send(&data[at..at + 1000])?;
        }
    }
    for (client, data) in clients.iter_mut().zip(&data) {
        client.expect(data)?;
    }
    clients.into_iter().try_for_each(leave)
}

fn accepts_many_in_one_wake_up(lab: &Lab) -> Verdict {
    const CLIENTS: usize = 100;
    let (server, first) = begin(lab)?;
    leave(first)?;
    lab.doing(format!(
        "held the server still, let {CLIENTS} clients come and speak, and let it go on"
    ));
    server.pause()?;
    let mut clients = connect_many(&server, CLIENTS)?;
    for client in &mut clients {
        client.send("hello\n")?;
    }
    server.resume();
    all_hear(clients, "hello\n")
}

fn serves_many_in_one_wake_up(lab: &Lab) -> Verdict {
    const CLIENTS: usize = 100;
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    let mut clients = connect_many(&server, CLIENTS)?;
    lab.doing(format!("served {CLIENTS} clients once"));
    for client in &mut clients {
        echoes(client, "hello\n")?;
    }
    lab.doing(format!(
        "held the server still, let {CLIENTS} clients speak, and let it go on"
    ));
    server.pause()?;
    for client in &mut clients {
        client.send("and again\n")?;
    }
    server.resume();
    all_hear(clients, "and again\n")
}

fn uses_one_thread(lab: &Lab) -> Verdict {
    const CLIENTS: usize = 50;
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    let mut clients = connect_many(&server, CLIENTS)?;
    lab.doing(format!(
        "counted its threads and processes with {CLIENTS} clients connected, after each of their lines"
    ));
    // At no time that a server could know before.
    for client in &mut clients {
        echoes(client, "hello\n")?;
        lab.uses_one_thread(&server)?;
    }
    Ok(())
}

fn sleeps_with_one_client(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing("watched the server while its client was connected and silent");
    lab.stays_idle(&server)?;
    echoes(&mut client, "hello\n")?;
    lab.doing("watched the server while its client, served once, was silent");
    lab.stays_idle(&server)
}

fn sleeps_with_500_clients(lab: &Lab) -> Verdict {
    const CLIENTS: usize = 500;
    lab.require_descriptors(CLIENTS as u64 * 2)?;
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    lab.doing(format!(
        "served {CLIENTS} clients, and watched the server while they were silent"
    ));
    let mut clients = connect_many(&server, CLIENTS)?;
    for client in &mut clients {
        client.send("hello\n")?;
    }
    for client in &mut clients {
        client.expect("hello\n")?;
    }
    lab.stays_idle(&server)
}

fn sleeps_after_its_clients(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    echoes(&mut client, "hello\n")?;
    lab.doing("left as one client, shut only the sending side as another, and watched the server");
    leave(client)?;
    let mut ended = server.connect()?;
    echoes(&mut ended, "hello\n")?;
    ended.finish_sending()?;
    ended.expect_close()?;
    lab.stays_idle(&server)?;
    drop(ended);
    lab.doing("came back after a pause");
    visit(&server)
}

fn all_hear(mut clients: Vec<Connection>, message: &str) -> Verdict {
    clients
        .iter_mut()
        .try_for_each(|client| client.expect(message))?;
    clients.into_iter().try_for_each(leave)
}
