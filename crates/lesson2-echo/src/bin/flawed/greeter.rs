//! The mistakes of greeters, one in each file, and their names.

mod announces_itself_on_stderr;
mod announces_the_address_it_was_given;
mod asks_a_gone_client_for_its_address;
mod asks_for_clients_without_a_break;
mod cuts_the_address_at_its_first_colon;
mod ends_its_line_with_crlf;
mod forgets_so_reuseaddr;
mod forgets_the_newline;
mod greets_the_first_client_for_ever;
mod ignores_its_argument;
mod keeps_every_descriptor;
mod keeps_the_connection_open;
mod listens_on_every_address;
mod panics_at_a_wrong_address;
mod panics_when_accept_fails;
mod panics_when_it_cannot_greet;
mod panics_when_the_port_is_taken;
mod says_more_on_stdout;
mod says_the_error_on_stdout;
mod serves_one_client_only;
mod sets_so_reuseaddr_too_late;
mod shows_brackets_around_ipv6;
mod shows_debug_output;
mod shows_the_port;
mod speaks_ipv4_only;
mod succeeds_when_the_port_is_taken;
mod takes_another_port;
mod waits_for_a_taken_port;
mod waits_for_a_word;

use crate::Play;
use crate::Played;
use crate::tcp_server;
use std::ffi::OsString;
use std::io;
use std::io::Write;
use std::net::SocketAddr;
use std::net::TcpStream;

/// The mistake of this name.
pub(crate) fn find(name: &str) -> Option<Play> {
    let play: Play = match name {
        "greeter-shows-the-port" => shows_the_port::play,
        "greeter-shows-debug-output" => shows_debug_output::play,
        "greeter-forgets-the-newline" => forgets_the_newline::play,
        "greeter-ends-its-line-with-crlf" => ends_its_line_with_crlf::play,
        "greeter-shows-brackets-around-ipv6" => shows_brackets_around_ipv6::play,
        "greeter-cuts-the-address-at-its-first-colon" => cuts_the_address_at_its_first_colon::play,
        "greeter-waits-for-a-word" => waits_for_a_word::play,
        "greeter-keeps-the-connection-open" => keeps_the_connection_open::play,
        "greeter-serves-one-client-only" => serves_one_client_only::play,
        "greeter-greets-the-first-client-for-ever" => greets_the_first_client_for_ever::play,
        "greeter-announces-the-address-it-was-given" => announces_the_address_it_was_given::play,
        "greeter-ignores-its-argument" => ignores_its_argument::play,
        "greeter-announces-itself-on-stderr" => announces_itself_on_stderr::play,
        "greeter-says-more-on-stdout" => says_more_on_stdout::play,
        "greeter-speaks-ipv4-only" => speaks_ipv4_only::play,
        "greeter-listens-on-every-address" => listens_on_every_address::play,
        "greeter-panics-when-the-port-is-taken" => panics_when_the_port_is_taken::play,
        "greeter-succeeds-when-the-port-is-taken" => succeeds_when_the_port_is_taken::play,
        "greeter-says-the-error-on-stdout" => says_the_error_on_stdout::play,
        "greeter-waits-for-a-taken-port" => waits_for_a_taken_port::play,
        "greeter-takes-another-port" => takes_another_port::play,
        "greeter-forgets-so-reuseaddr" => forgets_so_reuseaddr::play,
        "greeter-sets-so-reuseaddr-too-late" => sets_so_reuseaddr_too_late::play,
        "greeter-panics-when-it-cannot-greet" => panics_when_it_cannot_greet::play,
        "greeter-asks-a-gone-client-for-its-address" => asks_a_gone_client_for_its_address::play,
        "greeter-panics-at-a-wrong-address" => panics_at_a_wrong_address::play,
        "greeter-asks-for-clients-without-a-break" => asks_for_clients_without_a_break::play,
        "greeter-keeps-every-descriptor" => keeps_every_descriptor::play,
        "greeter-panics-when-accept-fails" => panics_when_accept_fails::play,
        _ => return None,
    };
    Some(play)
}

/// Greets and closes, as it should be.
fn greet(mut client: TcpStream) -> io::Result<()> {
    let peer = client.peer_addr()?;
    client.write_all(format!("Hello {}\n", peer.ip()).as_bytes())
}

/// A greeter whose mistake is in its words.
fn greet_with(arguments: &[OsString], words: fn(SocketAddr) -> String) -> Played {
    tcp_server::run(arguments, |mut client| {
        let peer = client.peer_addr()?;
        client.write_all(words(peer).as_bytes())
    })
}
