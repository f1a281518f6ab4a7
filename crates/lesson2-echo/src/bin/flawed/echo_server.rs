//! The mistakes of echo servers, one in each file, and their names.

mod accepts_once;
mod adds_a_prefix;
mod announces_itself_in_other_words;
mod answers_in_upper_case;
mod asks_for_bytes_without_a_break;
mod asks_for_clients_without_a_break;
mod closes_after_one_message;
mod closes_with_a_reset;
mod collects_until_a_short_read;
mod cuts_long_messages;
mod cuts_the_line_end_off;
mod fills_its_buffer_first;
mod forgets_so_reuseaddr;
mod ignores_what_write_returns;
mod keeps_every_descriptor;
mod leaves_zero_bytes_out;
mod listens_on_every_address;
mod looks_at_the_address_too_late;
mod names_no_address_in_its_error;
mod never_clears_its_message;
mod never_closes;
mod never_flushes;
mod never_flushes_its_announcement;
mod panics_at_a_lost_client;
mod panics_when_accept_fails;
mod passes_over_a_wrong_address;
mod prints_instead_of_sending;
mod prints_its_buffer;
mod reads_into_an_empty_buffer;
mod reads_on_after_the_end;
mod reads_to_the_end_first;
mod replaces_what_is_no_text;
mod says_welcome;
mod sends_its_whole_buffer;
mod speaks_ipv4_only;
mod stops_accepting_when_accept_fails;
mod stops_serving_at_an_error;
mod takes_a_full_buffer_for_an_error;
mod takes_lines_apart;
mod trims_and_adds_a_newline;
mod unwraps_from_utf8;
mod waits_for_a_newline;

use crate::Play;

/// The mistake of this name.
pub(crate) fn find(name: &str) -> Option<Play> {
    let play: Play = match name {
        "echo-server-closes-after-one-message" => closes_after_one_message::play,
        "echo-server-collects-until-a-short-read" => collects_until_a_short_read::play,
        "echo-server-reads-into-an-empty-buffer" => reads_into_an_empty_buffer::play,
        "echo-server-reads-on-after-the-end" => reads_on_after_the_end::play,
        "echo-server-reads-to-the-end-first" => reads_to_the_end_first::play,
        "echo-server-fills-its-buffer-first" => fills_its_buffer_first::play,
        "echo-server-waits-for-a-newline" => waits_for_a_newline::play,
        "echo-server-takes-lines-apart" => takes_lines_apart::play,
        "echo-server-unwraps-from-utf8" => unwraps_from_utf8::play,
        "echo-server-replaces-what-is-no-text" => replaces_what_is_no_text::play,
        "echo-server-trims-and-adds-a-newline" => trims_and_adds_a_newline::play,
        "echo-server-cuts-the-line-end-off" => cuts_the_line_end_off::play,
        "echo-server-prints-instead-of-sending" => prints_instead_of_sending::play,
        "echo-server-prints-its-buffer" => prints_its_buffer::play,
        "echo-server-adds-a-prefix" => adds_a_prefix::play,
        "echo-server-says-welcome" => says_welcome::play,
        "echo-server-answers-in-upper-case" => answers_in_upper_case::play,
        "echo-server-sends-its-whole-buffer" => sends_its_whole_buffer::play,
        "echo-server-never-clears-its-message" => never_clears_its_message::play,
        "echo-server-leaves-zero-bytes-out" => leaves_zero_bytes_out::play,
        "echo-server-cuts-long-messages" => cuts_long_messages::play,
        "echo-server-asks-for-bytes-without-a-break" => asks_for_bytes_without_a_break::play,
        "echo-server-never-flushes" => never_flushes::play,
        "echo-server-accepts-once" => accepts_once::play,
        "echo-server-never-closes" => never_closes::play,
        "echo-server-keeps-every-descriptor" => keeps_every_descriptor::play,
        "echo-server-takes-a-full-buffer-for-an-error" => takes_a_full_buffer_for_an_error::play,
        "echo-server-ignores-what-write-returns" => ignores_what_write_returns::play,
        "echo-server-closes-with-a-reset" => closes_with_a_reset::play,
        "echo-server-panics-at-a-lost-client" => panics_at_a_lost_client::play,
        "echo-server-panics-when-accept-fails" => panics_when_accept_fails::play,
        "echo-server-stops-accepting-when-accept-fails" => stops_accepting_when_accept_fails::play,
        "echo-server-stops-serving-at-an-error" => stops_serving_at_an_error::play,
        "echo-server-forgets-so-reuseaddr" => forgets_so_reuseaddr::play,
        "echo-server-speaks-ipv4-only" => speaks_ipv4_only::play,
        "echo-server-listens-on-every-address" => listens_on_every_address::play,
        "echo-server-names-no-address-in-its-error" => names_no_address_in_its_error::play,
        "echo-server-announces-itself-in-other-words" => announces_itself_in_other_words::play,
        "echo-server-never-flushes-its-announcement" => never_flushes_its_announcement::play,
        "echo-server-asks-for-clients-without-a-break" => asks_for_clients_without_a_break::play,
        "echo-server-looks-at-the-address-too-late" => looks_at_the_address_too_late::play,
        "echo-server-passes-over-a-wrong-address" => passes_over_a_wrong_address::play,
        _ => return None,
    };
    Some(play)
}
