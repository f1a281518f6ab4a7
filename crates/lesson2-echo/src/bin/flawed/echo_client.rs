//! The mistakes of echo clients, one in each file, and their names.

mod adds_a_newline;
mod does_nothing_for_an_empty_message;
mod ends_without_a_word;
mod looks_at_the_address_too_late;
mod never_flushes;
mod never_sees_the_end;
mod panics_at_a_reply_that_is_no_text;
mod panics_at_a_reset;
mod panics_at_a_wrong_address;
mod panics_when_nobody_listens;
mod prints_a_newline_at_the_end;
mod prints_its_first_read_only;
mod prints_only_at_the_end;
mod reads_stdin_to_its_end_first;
mod reports_a_failed_write;
mod reports_a_reset_as_it_is;
mod says_its_errors_on_stdout;
mod says_more_on_stdout;
mod sends_and_receives_in_turns;
mod sends_everything_before_it_reads;
mod sends_one_line_of_stdin;
mod sends_the_two_dashes;
mod speaks_ipv4_only;
mod stops_reading_stdin_when_a_write_fails;
mod succeeds_after_an_early_end;
mod succeeds_when_nobody_listens;
mod takes_every_dash_for_an_option;
mod takes_stdin_for_text;
mod takes_the_reply_for_text;
mod trims_its_message;
mod waits_for_a_reply_to_nothing;
mod waits_for_the_server_to_close;

use crate::Play;

/// The mistake of this name.
pub(crate) fn find(name: &str) -> Option<Play> {
    let play: Play = match name {
        "echo-client-adds-a-newline" => adds_a_newline::play,
        "echo-client-trims-its-message" => trims_its_message::play,
        "echo-client-prints-its-first-read-only" => prints_its_first_read_only::play,
        "echo-client-sends-everything-before-it-reads" => sends_everything_before_it_reads::play,
        "echo-client-reads-stdin-to-its-end-first" => reads_stdin_to_its_end_first::play,
        "echo-client-sends-and-receives-in-turns" => sends_and_receives_in_turns::play,
        "echo-client-never-sees-the-end" => never_sees_the_end::play,
        "echo-client-waits-for-the-server-to-close" => waits_for_the_server_to_close::play,
        "echo-client-takes-stdin-for-text" => takes_stdin_for_text::play,
        "echo-client-takes-the-reply-for-text" => takes_the_reply_for_text::play,
        "echo-client-panics-at-a-reply-that-is-no-text" => panics_at_a_reply_that_is_no_text::play,
        "echo-client-sends-one-line-of-stdin" => sends_one_line_of_stdin::play,
        "echo-client-prints-only-at-the-end" => prints_only_at_the_end::play,
        "echo-client-never-flushes" => never_flushes::play,
        "echo-client-prints-a-newline-at-the-end" => prints_a_newline_at_the_end::play,
        "echo-client-says-more-on-stdout" => says_more_on_stdout::play,
        "echo-client-says-its-errors-on-stdout" => says_its_errors_on_stdout::play,
        "echo-client-succeeds-after-an-early-end" => succeeds_after_an_early_end::play,
        "echo-client-ends-without-a-word" => ends_without_a_word::play,
        "echo-client-stops-reading-stdin-when-a-write-fails" => {
            stops_reading_stdin_when_a_write_fails::play
        }
        "echo-client-reports-a-failed-write" => reports_a_failed_write::play,
        "echo-client-reports-a-reset-as-it-is" => reports_a_reset_as_it_is::play,
        "echo-client-panics-at-a-reset" => panics_at_a_reset::play,
        "echo-client-panics-when-nobody-listens" => panics_when_nobody_listens::play,
        "echo-client-succeeds-when-nobody-listens" => succeeds_when_nobody_listens::play,
        "echo-client-looks-at-the-address-too-late" => looks_at_the_address_too_late::play,
        "echo-client-panics-at-a-wrong-address" => panics_at_a_wrong_address::play,
        "echo-client-speaks-ipv4-only" => speaks_ipv4_only::play,
        "echo-client-does-nothing-for-an-empty-message" => does_nothing_for_an_empty_message::play,
        "echo-client-waits-for-a-reply-to-nothing" => waits_for_a_reply_to_nothing::play,
        "echo-client-sends-the-two-dashes" => sends_the_two_dashes::play,
        "echo-client-takes-every-dash-for-an-option" => takes_every_dash_for_an_option::play,
        _ => return None,
    };
    Some(play)
}
