//! Stage 4: clients that reset, vanish, flood, and those that come after them.

use super::PROGRAM;
use super::begin;
use super::burdens::stall;
use super::connect_many;
use super::echoes;
use super::leave;
use super::visit;
use grader::Check;
use grader::Connection;
use grader::Lab;
use grader::Server;
use grader::Verdict;
use grader::servers::ANY_PORT;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "survives-a-reset",
        title: "survives clients that reset the connection",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "read() fails with ConnectionReset: that client has gone, the others have not. Remove it, and go on \
               with the loop.",
        run: survives_a_reset,
    },
    Check {
        name: "survives-a-reset-with-bytes-owed",
        title: "survives a client that resets while it is owed bytes",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "write() fails, too, and the poller tells of a socket that is broken whatever you asked for. Remove \
               that client, and go on.",
        run: survives_a_reset_with_bytes_owed,
    },
    Check {
        name: "survives-clients-that-vanish",
        title: "survives clients that come, speak and leave before it looks",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "When the poller's events are handled, the client may have gone already: accept may find nobody, a \
               read may fail, and a client that one event has removed may be named by the next one.",
        run: survives_clients_that_vanish,
    },
    Check {
        name: "keeps-apart-who-comes-after",
        title: "gives nothing of a client that has gone to the next one",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "The system gives a freed descriptor number to the next client at once. What is kept under that \
               number, or waits for it among the events of the same wake-up, is not the new client's.",
        run: keeps_apart_who_comes_after,
    },
    Check {
        name: "serves-beside-a-flood",
        title: "serves others while one client sends and reads without end",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "Read once for each event, then it is the next one's turn: whoever reads a client until nothing is \
               left reads a fast one for ever.",
        run: serves_beside_a_flood,
    },
    Check {
        name: "serves-beside-clients-that-come-and-go",
        title: "serves a client while others come and go",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "Accepting and removing others is a matter of microseconds, and changes nothing for those who are \
               there.",
        run: serves_beside_clients_that_come_and_go,
    },
];

fn survives_a_reset(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    for what in ["before a word", "after a message"] {
        lab.doing(format!(
            "reset a connection {what}, and went on as another client"
        ));
        let mut rude = server.connect()?;
        if what == "after a message" {
            echoes(&mut rude, "hello\n")?;
        }
        rude.reset()?;
        echoes(&mut client, "still there?\n")?;
        visit(&server)?;
    }
    leave(client)?;
    server.says_nothing_more()
}

fn survives_a_reset_with_bytes_owed(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    echoes(&mut client, "hello\n")?;
    let stalled = stall(lab, &server)?;
    lab.doing("reset a connection on which much was owed, and went on as another client");
    stalled.reset()?;
    echoes(&mut client, "still there?\n")?;
    visit(&server)?;
    lab.doing("watched the server, after a client that was owed much had reset its connection");
    lab.stays_idle(&server)?;
    leave(client)?;
    server.says_nothing_more()
}

fn survives_clients_that_vanish(lab: &Lab) -> Verdict {
    const CLIENTS: usize = 20;
    let (server, mut client) = begin(lab)?;
    echoes(&mut client, "hello\n")?;
    lab.doing(format!("held the server still, let {CLIENTS} clients come, speak and leave in several ways, and let it go on"));
    server.pause()?;
    for one in 0..CLIENTS {
        let mut brief = server.connect()?;
        if one % 4 != 0 {
            brief.send("hello and goodbye\n")?;
        }
        match one % 3 {
            0 => brief.reset()?,
            1 => brief.finish_sending()?,
            _ => {}
        }
    }
    server.resume();
    echoes(&mut client, "still there?\n")?;
    visit(&server)?;
    leave(client)?;
    server.says_nothing_more()
}

fn keeps_apart_who_comes_after(lab: &Lab) -> Verdict {
    const CLIENTS: usize = 10;
    let (server, first) = begin(lab)?;
    leave(first)?;
    for round in 1..=3 {
        let mut leaving = Vec::new();
        for mut client in connect_many(&server, CLIENTS)? {
            echoes(&mut client, "hello\n")?;
            leaving.push(client);
        }
        lab.doing(format!("held the server still, let {CLIENTS} clients speak and leave and {CLIENTS} others come, and let it go on (round {round})"));
        server.pause()?;
        for (one, mut client) in leaving.into_iter().enumerate() {
            client.send("old ".repeat(50))?;
            if one % 2 == 0 {
                client.reset()?;
            }
        }
        let mut coming = connect_many(&server, CLIENTS)?;
        for client in &mut coming {
            client.send("new ".repeat(20))?;
        }
        server.resume();
        for client in &mut coming {
            client.expect("new ".repeat(20))?;
        }
        coming.into_iter().try_for_each(leave)?;
    }
    Ok(())
}

fn serves_beside_a_flood(lab: &Lab) -> Verdict {
    const FLOOD: usize = 256 * 1024 * 1024;
    let (server, mut client) = begin(lab)?;
    // With little room, whoever writes to it without looking comes to a stop again and again.
    let mut flooding = server.connect_with_room_for(4096)?;
    lab.doing("served as one client, while another one sent and read without end");
    flooding.flood(FLOOD, |flooding| {
        for _ in 0..10 {
            flooding.read_exactly(128 * 1024, "what was sent")?;
            echoes(&mut client, "hello\n")?;
        }
        visit(&server)
    })
}

fn serves_beside_clients_that_come_and_go(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    let mut client = server.connect()?;
    lab.doing("spoke as one client, while others came and went");
    for one in 0..20 {
        come_and_go(&server, one)?;
        echoes(&mut client, "hello\n")?;
    }
    leave(client)
}

/// A client that leaves in one of four ways.
fn come_and_go(server: &Server, one: usize) -> Verdict {
    let mut other: Connection = server.connect()?;
    match one % 4 {
        0 => leave(other),
        1 => other.reset(),
        2 => other.send("unread\n"),
        _ => Ok(()),
    }
}
