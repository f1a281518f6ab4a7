//! The mistakes of UDP echo servers, one in each file, and their names.

mod answers_from_another_socket;
mod answers_its_first_sender_only;
mod answers_twice;
mod asks_for_datagrams_without_a_break;
mod connects_to_its_first_sender;
mod does_not_end_its_announcement;
mod ends_at_an_empty_datagram;
mod has_room_for_one_packet_only;
mod ignores_empty_datagrams;
mod joins_datagrams;
mod keeps_the_wrong_address_to_itself;
mod listens_on_every_address;
mod panics_when_the_port_is_taken;
mod prints_its_buffer;
mod says_its_usage_on_stdout;
mod sends_its_whole_buffer;
mod shares_its_port;
mod speaks_ipv4_only;
mod trims_and_adds_a_newline;
mod unwraps_from_utf8;

use crate::Play;

/// The mistake of this name.
pub(crate) fn find(name: &str) -> Option<Play> {
    let play: Play = match name {
        "udp-echo-server-has-room-for-one-packet-only" => has_room_for_one_packet_only::play,
        "udp-echo-server-sends-its-whole-buffer" => sends_its_whole_buffer::play,
        "udp-echo-server-connects-to-its-first-sender" => connects_to_its_first_sender::play,
        "udp-echo-server-answers-its-first-sender-only" => answers_its_first_sender_only::play,
        "udp-echo-server-answers-from-another-socket" => answers_from_another_socket::play,
        "udp-echo-server-ends-at-an-empty-datagram" => ends_at_an_empty_datagram::play,
        "udp-echo-server-ignores-empty-datagrams" => ignores_empty_datagrams::play,
        "udp-echo-server-unwraps-from-utf8" => unwraps_from_utf8::play,
        "udp-echo-server-trims-and-adds-a-newline" => trims_and_adds_a_newline::play,
        "udp-echo-server-answers-twice" => answers_twice::play,
        "udp-echo-server-joins-datagrams" => joins_datagrams::play,
        "udp-echo-server-asks-for-datagrams-without-a-break" => {
            asks_for_datagrams_without_a_break::play
        }
        "udp-echo-server-listens-on-every-address" => listens_on_every_address::play,
        "udp-echo-server-speaks-ipv4-only" => speaks_ipv4_only::play,
        "udp-echo-server-shares-its-port" => shares_its_port::play,
        "udp-echo-server-panics-when-the-port-is-taken" => panics_when_the_port_is_taken::play,
        "udp-echo-server-prints-its-buffer" => prints_its_buffer::play,
        "udp-echo-server-does-not-end-its-announcement" => does_not_end_its_announcement::play,
        "udp-echo-server-says-its-usage-on-stdout" => says_its_usage_on_stdout::play,
        "udp-echo-server-keeps-the-wrong-address-to-itself" => {
            keeps_the_wrong_address_to_itself::play
        }
        _ => return None,
    };
    Some(play)
}
