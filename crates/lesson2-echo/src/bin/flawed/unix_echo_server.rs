//! The mistakes of Unix-domain echo servers, one in each file, and their names.

mod accepts_once;
mod asks_for_bytes_without_a_break;
mod closes_after_one_message;
mod fails_without_a_path;
mod follows_symbolic_links;
mod keeps_every_descriptor;
mod names_no_path_in_its_error;
mod never_closes;
mod never_replaces_a_socket;
mod panics_at_a_lost_client;
mod panics_without_a_path;
mod prints_its_buffer;
mod removes_live_sockets;
mod removes_whatever_is_there;
mod replaces_what_is_no_text;
mod shows_its_path_in_quotes;
mod stops_accepting_when_accept_fails;
mod succeeds_when_the_path_is_taken;
mod takes_a_busy_server_for_a_dead_one;
mod takes_a_file_for_a_stale_socket;
mod takes_a_full_buffer_for_an_error;
mod takes_no_path_for_an_empty_one;
mod tidies_up_after_others;
mod unwraps_from_utf8;
mod waits_for_a_busy_server;

use crate::Play;

/// The mistake of this name.
pub(crate) fn find(name: &str) -> Option<Play> {
    let play: Play = match name {
        "unix-echo-server-removes-whatever-is-there" => removes_whatever_is_there::play,
        "unix-echo-server-removes-live-sockets" => removes_live_sockets::play,
        "unix-echo-server-waits-for-a-busy-server" => waits_for_a_busy_server::play,
        "unix-echo-server-takes-a-busy-server-for-a-dead-one" => {
            takes_a_busy_server_for_a_dead_one::play
        }
        "unix-echo-server-takes-a-file-for-a-stale-socket" => takes_a_file_for_a_stale_socket::play,
        "unix-echo-server-follows-symbolic-links" => follows_symbolic_links::play,
        "unix-echo-server-never-replaces-a-socket" => never_replaces_a_socket::play,
        "unix-echo-server-tidies-up-after-others" => tidies_up_after_others::play,
        "unix-echo-server-shows-its-path-in-quotes" => shows_its_path_in_quotes::play,
        "unix-echo-server-takes-no-path-for-an-empty-one" => takes_no_path_for_an_empty_one::play,
        "unix-echo-server-fails-without-a-path" => fails_without_a_path::play,
        "unix-echo-server-panics-without-a-path" => panics_without_a_path::play,
        "unix-echo-server-accepts-once" => accepts_once::play,
        "unix-echo-server-closes-after-one-message" => closes_after_one_message::play,
        "unix-echo-server-unwraps-from-utf8" => unwraps_from_utf8::play,
        "unix-echo-server-replaces-what-is-no-text" => replaces_what_is_no_text::play,
        "unix-echo-server-never-closes" => never_closes::play,
        "unix-echo-server-panics-at-a-lost-client" => panics_at_a_lost_client::play,
        "unix-echo-server-prints-its-buffer" => prints_its_buffer::play,
        "unix-echo-server-takes-a-full-buffer-for-an-error" => {
            takes_a_full_buffer_for_an_error::play
        }
        "unix-echo-server-succeeds-when-the-path-is-taken" => succeeds_when_the_path_is_taken::play,
        "unix-echo-server-names-no-path-in-its-error" => names_no_path_in_its_error::play,
        "unix-echo-server-asks-for-bytes-without-a-break" => asks_for_bytes_without_a_break::play,
        "unix-echo-server-keeps-every-descriptor" => keeps_every_descriptor::play,
        "unix-echo-server-stops-accepting-when-accept-fails" => {
            stops_accepting_when_accept_fails::play
        }
        _ => return None,
    };
    Some(play)
}
