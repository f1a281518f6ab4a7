//! The mistakes of select servers, one in each file, and their names.

mod accepts_one_client_only;
mod announces_itself_in_other_words;
mod announces_itself_on_stderr;
mod asks_each_client_in_turn;
mod asks_for_everybody_before_each_wait;
mod asks_for_reading_after_the_end;
mod asks_for_writing_always;
mod bounds_nothing;
mod closes_with_bytes_owed;
mod cuts_off_who_reads_late;
mod does_not_reuse_its_address;
mod echoes_text_only;
mod fails_at_wrong_arguments;
mod forgets_what_was_not_written;
mod greets_each_client;
mod has_a_backlog_of_50;
mod has_a_process_for_its_log;
mod has_a_thread_for_each_client;
mod has_a_thread_for_its_log;
mod has_room_for_64_clients;
mod hears_each_client_once;
mod ignores_failed_writes;
mod is_the_server_of_the_tutorial;
mod is_told_of_who_cannot_come_in;
mod keeps_every_descriptor;
mod keeps_the_descriptors_of_the_lost;
mod keeps_what_a_descriptor_was_owed;
mod knows_its_clients_by_their_address;
mod leaves_out_a_byte_after_half_a_write;
mod listens_on_every_address;
mod logs_on_stdout;
mod looks_away_but_is_told;
mod never_accepts_again;
mod never_closes;
mod never_reads_again;
mod never_waits_while_something_is_owed;
mod overwrites_what_it_owes;
mod owes_it_to_the_neighbour_as_well;
mod owes_up_to_8_mib;
mod panics_when_accept_fails;
mod panics_when_the_port_is_taken;
mod prints_instead_of_sending;
mod puts_new_bytes_in_front;
mod sends_its_whole_buffer;
mod serves_one_client_at_a_time;
mod sleeps_while_it_cannot_accept;
mod speaks_ipv4_only;
mod stops_at_a_failed_write;
mod stops_at_a_reset;
mod stops_at_the_first_end;
mod succeeds_when_the_port_is_taken;
mod takes_half_a_write_for_an_error;
mod takes_later_for_an_error;
mod takes_names_for_addresses;
mod tries_every_client_after_each_wait;
mod trims_what_it_echoes;
mod waits_for_a_descriptor;
mod waits_for_each_client;
mod writes_only_when_it_has_read;

use crate::Play;

/// The mistake of this name.
pub(crate) fn find(name: &str) -> Option<Play> {
    let play: Play = match name {
        "select-server-is-the-server-of-the-tutorial" => is_the_server_of_the_tutorial::play,
        "select-server-serves-one-client-at-a-time" => serves_one_client_at_a_time::play,
        "select-server-waits-for-each-client" => waits_for_each_client::play,
        "select-server-takes-later-for-an-error" => takes_later_for_an_error::play,
        "select-server-accepts-one-client-only" => accepts_one_client_only::play,
        "select-server-hears-each-client-once" => hears_each_client_once::play,
        "select-server-has-a-backlog-of-50" => has_a_backlog_of_50::play,
        "select-server-has-room-for-64-clients" => has_room_for_64_clients::play,
        "select-server-knows-its-clients-by-their-address" => {
            knows_its_clients_by_their_address::play
        }
        "select-server-has-a-thread-for-each-client" => has_a_thread_for_each_client::play,
        "select-server-has-a-thread-for-its-log" => has_a_thread_for_its_log::play,
        "select-server-has-a-process-for-its-log" => has_a_process_for_its_log::play,
        "select-server-asks-for-writing-always" => asks_for_writing_always::play,
        "select-server-asks-each-client-in-turn" => asks_each_client_in_turn::play,
        "select-server-looks-away-but-is-told" => looks_away_but_is_told::play,
        "select-server-never-waits-while-something-is-owed" => {
            never_waits_while_something_is_owed::play
        }
        "select-server-overwrites-what-it-owes" => overwrites_what_it_owes::play,
        "select-server-forgets-what-was-not-written" => forgets_what_was_not_written::play,
        "select-server-leaves-out-a-byte-after-half-a-write" => {
            leaves_out_a_byte_after_half_a_write::play
        }
        "select-server-puts-new-bytes-in-front" => puts_new_bytes_in_front::play,
        "select-server-takes-half-a-write-for-an-error" => takes_half_a_write_for_an_error::play,
        "select-server-writes-only-when-it-has-read" => writes_only_when_it_has_read::play,
        "select-server-bounds-nothing" => bounds_nothing::play,
        "select-server-cuts-off-who-reads-late" => cuts_off_who_reads_late::play,
        "select-server-never-reads-again" => never_reads_again::play,
        "select-server-closes-with-bytes-owed" => closes_with_bytes_owed::play,
        "select-server-never-closes" => never_closes::play,
        "select-server-owes-it-to-the-neighbour-as-well" => owes_it_to_the_neighbour_as_well::play,
        "select-server-sends-its-whole-buffer" => sends_its_whole_buffer::play,
        "select-server-echoes-text-only" => echoes_text_only::play,
        "select-server-trims-what-it-echoes" => trims_what_it_echoes::play,
        "select-server-greets-each-client" => greets_each_client::play,
        "select-server-prints-instead-of-sending" => prints_instead_of_sending::play,
        "select-server-logs-on-stdout" => logs_on_stdout::play,
        "select-server-stops-at-a-reset" => stops_at_a_reset::play,
        "select-server-stops-at-a-failed-write" => stops_at_a_failed_write::play,
        "select-server-ignores-failed-writes" => ignores_failed_writes::play,
        "select-server-keeps-what-a-descriptor-was-owed" => keeps_what_a_descriptor_was_owed::play,
        "select-server-tries-every-client-after-each-wait" => {
            tries_every_client_after_each_wait::play
        }
        "select-server-asks-for-everybody-before-each-wait" => {
            asks_for_everybody_before_each_wait::play
        }
        "select-server-keeps-every-descriptor" => keeps_every_descriptor::play,
        "select-server-keeps-the-descriptors-of-the-lost" => {
            keeps_the_descriptors_of_the_lost::play
        }
        "select-server-panics-when-accept-fails" => panics_when_accept_fails::play,
        "select-server-never-accepts-again" => never_accepts_again::play,
        "select-server-waits-for-a-descriptor" => waits_for_a_descriptor::play,
        "select-server-is-told-of-who-cannot-come-in" => is_told_of_who_cannot_come_in::play,
        "select-server-does-not-reuse-its-address" => does_not_reuse_its_address::play,
        "select-server-listens-on-every-address" => listens_on_every_address::play,
        "select-server-speaks-ipv4-only" => speaks_ipv4_only::play,
        "select-server-panics-when-the-port-is-taken" => panics_when_the_port_is_taken::play,
        "select-server-succeeds-when-the-port-is-taken" => succeeds_when_the_port_is_taken::play,
        "select-server-takes-names-for-addresses" => takes_names_for_addresses::play,
        "select-server-fails-at-wrong-arguments" => fails_at_wrong_arguments::play,
        "select-server-announces-itself-in-other-words" => announces_itself_in_other_words::play,
        "select-server-announces-itself-on-stderr" => announces_itself_on_stderr::play,
        "select-server-asks-for-reading-after-the-end" => asks_for_reading_after_the_end::play,
        "select-server-owes-up-to-8-mib" => owes_up_to_8_mib::play,
        "select-server-sleeps-while-it-cannot-accept" => sleeps_while_it_cannot_accept::play,
        "select-server-stops-at-the-first-end" => stops_at_the_first_end::play,
        _ => return None,
    };
    Some(play)
}
