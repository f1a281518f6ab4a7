//! Stages 3 and 4 of the echo server: how conversations end, large amounts, rude clients, a busy machine.

use super::LARGE;
use super::PROGRAM;
use super::begin;
use super::round_trip;
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

pub(super) fn sends_everything_back_before_it_closes(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    let message = lab.random().data(60_000);
    lab.doing("sent 60,000 bytes, shut the sending side, then read to the end of file");
    client.send(&message)?;
    client.finish_sending()?;
    client.expect_then_end(message)
}

pub(super) fn closes_an_empty_conversation(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing("connected, shut the sending side without a word, and read to the end of file");
    client.finish_sending()?;
    client.expect_then_end("")?;
    lab.doing("came back as a second client, after one that had said nothing");
    round_trip(&mut server.connect()?, "hello\n")
}

pub(super) fn echoes_8_mib_to_a_late_reader(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    lab.doing("sent 8 MiB, and began to read only when every buffer on the way was full");
    let data = lab.random().data(LARGE);
    client.exchange(&data, true)
}

pub(super) fn waits_for_a_silent_client(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing("had a line echoed, then stayed silent and connected");
    round_trip(&mut client, "one moment\n")?;
    lab.stays_idle(&server)?;
    lab.doing("sent a line after a silence");
    round_trip(&mut client, "here I am again\n")
}

pub(super) fn is_idle_after_its_client(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing("had a line echoed, closed, and watched the server without a client");
    round_trip(&mut client, "goodbye\n")?;
    client.finish_sending()?;
    drop(client);
    lab.stays_idle(&server)?;
    lab.doing("connected a second time, after a pause");
    round_trip(&mut server.connect()?, "hello\n")
}

pub(super) fn echoes_over_ipv6(lab: &Lab) -> Verdict {
    lab.require_ipv6()?;
    let server = lab.serve(PROGRAM, ANY_PORT_IPV6)?;
    lab.doing("sent a line over IPv6");
    round_trip(&mut server.connect()?, "hello\n")
}

pub(super) fn stays_on_the_loopback(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing("connected to the address it was given");
    round_trip(&mut client, "hello\n")?;
    is_not_reached_at_another_address(lab, &server)
}

pub(super) fn survives_a_reset(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing("had a line echoed and reset the connection; then came a second client");
    round_trip(&mut client, "hello\n")?;
    client.reset()?;
    round_trip(&mut server.connect()?, "is anybody there?\n")
}

pub(super) fn survives_a_client_that_vanishes(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing(
        "sent 60,000 bytes and closed without reading any of the echo; then came a second client",
    );
    round_trip(&mut client, "hello\n")?;
    // Held still, so that the client has gone for certain before the first byte goes back.
    server.pause()?;
    client.send(lab.random().data(60_000))?;
    drop(client);
    server.resume();
    round_trip(&mut server.connect()?, "is anybody there?\n")
}

pub(super) fn says_that_the_port_is_taken(lab: &Lab) -> Verdict {
    refuses_a_taken_port(lab, PROGRAM, |server| hello(server).map(drop))
}

pub(super) fn refuses_an_address_that_is_none(lab: &Lab) -> Verdict {
    servers::refuses_an_address_that_is_none(lab, PROGRAM, |server| hello(server).map(drop))
}

pub(super) fn restarts(lab: &Lab) -> Verdict {
    restarts_at_once(lab, PROGRAM, hello)
}

pub(super) fn gives_every_descriptor_back(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    servers::gives_every_descriptor_back(lab, &server, hello, goodbye)
}

pub(super) fn survives_the_loss_of_all_descriptors(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    servers::survives_the_loss_of_all_descriptors(
        lab,
        &server,
        |server| goodbye(hello(server)?),
        say_and_finish,
    )
}

/// A client whose line has come back.
pub(crate) fn hello(server: &Server) -> Verdict<Connection> {
    let mut client = server.connect()?;
    round_trip(&mut client, "hello\n")?;
    Ok(client)
}

/// The polite end of a conversation.
pub(crate) fn goodbye(mut client: Connection) -> Verdict {
    client.finish_sending()?;
    client.expect_then_end("")
}

/// All that a client says who may come too late.
pub(crate) fn say_and_finish(client: &mut Connection) -> Verdict {
    client.send("I may come too late\n")?;
    client.finish_sending()
}
