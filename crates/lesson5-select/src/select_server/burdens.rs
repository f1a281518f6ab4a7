//! Stage 3: large amounts, clients that read late or never, and what is owed at the end.

use super::PROGRAM;
use super::begin;
use super::echoes;
use super::visit;
use grader::Cause;
use grader::Check;
use grader::Connection;
use grader::Failure;
use grader::Lab;
use grader::Server;
use grader::Verdict;
use grader::servers::ANY_PORT;

const MIB: usize = 1024 * 1024;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "echoes-1-mib",
        title: "echoes 1 MiB",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "A write takes as much as there is room for, and says how much that was. The rest is still owed.",
        run: echoes_1_mib,
    },
    Check {
        name: "echoes-16-mib-to-a-late-reader",
        title: "echoes 16 MiB in both directions to a client that reads late",
        program: PROGRAM,
        stage: 3,
        points: 3,
        hint: "What is owed must be kept, in order, and new bytes go behind it: is your buffer overwritten by the \
               next read? write_all gives up in the middle on a socket that never waits.",
        run: echoes_16_mib_to_a_late_reader,
    },
    Check {
        name: "pays-what-it-owes-after-the-end",
        title: "sends all that it owes after the client's end of file",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "The client has stopped talking, not listening. Close when the end of file has come and nothing is \
               owed any more.",
        run: pays_what_it_owes_after_the_end,
    },
    Check {
        name: "bounds-its-memory",
        title: "grows by less than 16 MiB for a client that never reads",
        program: PROGRAM,
        stage: 3,
        points: 3,
        hint: "Read no more from a client that does not take what it is owed: then its own write comes to a stop. \
               Without that, it fills your memory.",
        run: bounds_its_memory,
    },
    Check {
        name: "reads-on-when-the-client-reads-again",
        title: "reads on from a client that has begun to read again",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "A client that you stopped reading from must be read again, when enough of what it was owed is gone.",
        run: reads_on_when_the_client_reads_again,
    },
    Check {
        name: "sleeps-while-it-owes-to-one-that-has-ended",
        title: "sleeps while a client that has ended does not read",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "A socket at its end of file is always readable, also while you still owe it something: who asks for \
               reading then is told so again and again.",
        run: sleeps_while_it_owes_to_one_that_has_ended,
    },
    Check {
        name: "serves-beside-a-client-that-does-not-read",
        title: "serves others while one client does not read",
        program: PROGRAM,
        stage: 3,
        points: 3,
        hint: "Never wait for one client: not in write(), and not in a loop that tries again until it has worked.",
        run: serves_beside_a_client_that_does_not_read,
    },
    Check {
        name: "sleeps-while-a-client-does-not-read",
        title: "sleeps while a client does not read what it is owed",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "Owed bytes that nobody takes are no work: ask the poller for the moment when there is room, and \
               wait.",
        run: sleeps_while_a_client_does_not_read,
    },
];

fn echoes_1_mib(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    let data = lab.random().data(MIB);
    lab.doing("sent 1 MiB, and read it back at the same time");
    client.exchange(&data, false)
}

fn echoes_16_mib_to_a_late_reader(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    let data = lab.random().data(16 * MIB);
    lab.doing("sent 16 MiB, and began to read them back when nothing more could be sent");
    client.exchange(&data, true)?;
    lab.doing("sent a message after 16 MiB");
    echoes(&mut client, "hello\n")?;
    visit(&server)
}

fn pays_what_it_owes_after_the_end(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    // So little room that the end of file is read long before everything has been written.
    let mut client = server.connect_with_room_for(4096)?;
    let data = lab.random().data(6 * MIB);
    lab.doing("sent 6 MiB and the end of file, and began to read when nothing more could be sent");
    client.exchange_to_the_end(&data)
}

fn bounds_its_memory(lab: &Lab) -> Verdict {
    const ALLOWED: u64 = 16 * MIB as u64;
    // It may owe 1 MiB and read once more.
    const OWED: usize = 4 * MIB;
    let (server, mut client) = begin(lab)?;
    echoes(&mut client, "hello\n")?;
    lab.doing("sent up to 64 MiB, read nothing, and watched the memory of your server");
    let mut sent = 0;
    lab.memory_stays_within(&server, ALLOWED, || {
        sent = client.fill(64 * MIB)?;
        Ok(())
    })?;
    if let Some(held) = client.held_by_the_systems() {
        let owed = sent.saturating_sub(usize::try_from(held).unwrap_or(usize::MAX));
        if owed > OWED {
            let expected = "a server that reads no more when it owes more than 1 MiB";
            let measured = format!("{} KiB read and not written yet", owed / 1024);
            return Err(
                Failure::new(Cause::TooMuchMemory, expected, "one that reads on")
                    .with_measured(measured),
            );
        }
    }
    lab.doing("came as another client, while the one that does not read was still there");
    visit(&server)
}

fn reads_on_when_the_client_reads_again(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    for time in 1..=2 {
        let data = lab.random().data(9 * MIB);
        lab.doing(format!(
            "sent 9 MiB, and began to read when nothing more could be sent, for time {time} of 2"
        ));
        client.exchange(&data, true)?;
    }
    Ok(())
}

fn serves_beside_a_client_that_does_not_read(lab: &Lab) -> Verdict {
    let (server, mut before) = begin(lab)?;
    echoes(&mut before, "hello\n")?;
    let _stalled = stall(lab, &server)?;
    lab.doing("went on as a client from before, while another one did not read what it was owed");
    for _ in 0..3 {
        echoes(&mut before, "hello\n")?;
    }
    lab.doing("came as a new client, while another one did not read what it was owed");
    visit(&server)?;
    let data = lab.random().data(MIB);
    lab.doing("sent 1 MiB as another client, while one did not read what it was owed");
    before.exchange(&data, true)
}

fn sleeps_while_a_client_does_not_read(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    let _stalled = stall(lab, &server)?;
    lab.doing("watched the server, while a client did not read what it was owed");
    lab.stays_idle(&server)?;
    lab.doing("came as another client, while one did not read what it was owed");
    visit(&server)
}

fn sleeps_while_it_owes_to_one_that_has_ended(lab: &Lab) -> Verdict {
    const STEP: usize = 64 * 1024;
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    let mut client = server.connect_with_room_for(4096)?;
    lab.doing("sent until no more was taken, and the end of file, and read slowly");
    let sent = client.fill(12 * MIB)?;
    client.finish_sending()?;
    // Somewhere on the way the server reads the end of file, and still has something to write.
    for _ in 0..sent / STEP {
        client.read_exactly(STEP, "what was sent")?;
        server.settle();
        if server.is_asleep() == Some(false) {
            lab.doing("sent much and the end of file, read a part of it, and watched the server");
            lab.stays_idle(&server)?;
        }
    }
    client.read_exactly(sent % STEP, "what was sent")?;
    client.expect_close()
}

/// A client that has sent until nothing more was taken, and reads nothing of what comes back.
pub(super) fn stall(lab: &Lab, server: &Server) -> Verdict<Connection> {
    lab.doing("sent up to 12 MiB and read nothing");
    let mut client = server.connect_with_room_for(4096)?;
    client.fill(12 * MIB)?;
    Ok(client)
}
