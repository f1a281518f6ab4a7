//! The mistakes of sum clients, one in each file, and their names.

mod adds_by_itself;
mod asks_nobody;
mod counts_with_32_bits;
mod ends_a_shutdown_request_with_a_newline;
mod ends_without_a_word;
mod fails_at_wrong_arguments;
mod ignores_a_third_number;
mod ignores_the_framing;
mod ignores_the_status;
mod never_ends_its_request;
mod never_sees_the_end;
mod panics_at_a_reply_that_is_no_number;
mod panics_at_a_reply_that_is_no_text;
mod panics_at_a_reset;
mod panics_at_an_early_end;
mod panics_at_wrong_arguments;
mod panics_when_nobody_listens;
mod prints_a_sentence;
mod prints_a_shutdown_reply_as_it_is;
mod prints_half_a_fixed_reply;
mod prints_half_a_number;
mod prints_half_a_text;
mod prints_no_newline;
mod prints_the_last_of_several_replies;
mod prints_the_reply_as_it_is;
mod prints_what_is_no_number;
mod reads_a_fixed_reply_with_one_read;
mod reads_a_text_with_one_read;
mod reads_lengths_little_endian;
mod repeats_the_word_error;
mod says_its_errors_on_stdout;
mod sends_crlf;
mod sends_fixed_numbers_little_endian;
mod sends_no_newline;
mod sends_what_was_typed;
mod speaks_ipv4_only;
mod succeeds_after_an_error;
mod succeeds_when_nobody_listens;
mod takes_a_fraction_for_a_sum;
mod takes_a_minus_for_an_option;
mod takes_a_reply_of_32_bits;
mod takes_a_reset_for_the_end;
mod takes_any_framing;
mod takes_every_other_status_for_good;
mod takes_fractions;
mod takes_its_first_read_for_a_shutdown_reply;
mod takes_its_first_read_for_the_reply;
mod takes_names_for_addresses;
mod takes_no_reply_for_zero;
mod unwraps_read_exact;
mod waits_for_a_newline_in_a_shutdown_reply;
mod waits_for_the_end_behind_a_length;
mod waits_for_the_server_to_close;
mod waits_for_three_bytes;

use crate::Play;

/// The mistake of this name.
pub(crate) fn find(name: &str) -> Option<Play> {
    let play: Play = match name {
        "sum-client-sends-no-newline" => sends_no_newline::play,
        "sum-client-sends-crlf" => sends_crlf::play,
        "sum-client-sends-what-was-typed" => sends_what_was_typed::play,
        "sum-client-takes-a-minus-for-an-option" => takes_a_minus_for_an_option::play,
        "sum-client-counts-with-32-bits" => counts_with_32_bits::play,
        "sum-client-takes-fractions" => takes_fractions::play,
        "sum-client-adds-by-itself" => adds_by_itself::play,
        "sum-client-asks-nobody" => asks_nobody::play,
        "sum-client-takes-a-reply-of-32-bits" => takes_a_reply_of_32_bits::play,
        "sum-client-takes-its-first-read-for-the-reply" => takes_its_first_read_for_the_reply::play,
        "sum-client-waits-for-the-server-to-close" => waits_for_the_server_to_close::play,
        "sum-client-waits-for-three-bytes" => waits_for_three_bytes::play,
        "sum-client-prints-the-last-of-several-replies" => prints_the_last_of_several_replies::play,
        "sum-client-prints-the-reply-as-it-is" => prints_the_reply_as_it_is::play,
        "sum-client-prints-half-a-number" => prints_half_a_number::play,
        "sum-client-prints-what-is-no-number" => prints_what_is_no_number::play,
        "sum-client-takes-a-fraction-for-a-sum" => takes_a_fraction_for_a_sum::play,
        "sum-client-never-sees-the-end" => never_sees_the_end::play,
        "sum-client-ends-without-a-word" => ends_without_a_word::play,
        "sum-client-takes-no-reply-for-zero" => takes_no_reply_for_zero::play,
        "sum-client-takes-a-reset-for-the-end" => takes_a_reset_for_the_end::play,
        "sum-client-panics-at-a-reset" => panics_at_a_reset::play,
        "sum-client-panics-at-a-reply-that-is-no-number" => {
            panics_at_a_reply_that_is_no_number::play
        }
        "sum-client-panics-at-a-reply-that-is-no-text" => panics_at_a_reply_that_is_no_text::play,
        "sum-client-panics-at-an-early-end" => panics_at_an_early_end::play,
        "sum-client-says-its-errors-on-stdout" => says_its_errors_on_stdout::play,
        "sum-client-succeeds-after-an-error" => succeeds_after_an_error::play,
        "sum-client-repeats-the-word-error" => repeats_the_word_error::play,
        "sum-client-prints-a-sentence" => prints_a_sentence::play,
        "sum-client-prints-no-newline" => prints_no_newline::play,
        "sum-client-panics-when-nobody-listens" => panics_when_nobody_listens::play,
        "sum-client-succeeds-when-nobody-listens" => succeeds_when_nobody_listens::play,
        "sum-client-fails-at-wrong-arguments" => fails_at_wrong_arguments::play,
        "sum-client-panics-at-wrong-arguments" => panics_at_wrong_arguments::play,
        "sum-client-ignores-a-third-number" => ignores_a_third_number::play,
        "sum-client-takes-names-for-addresses" => takes_names_for_addresses::play,
        "sum-client-takes-any-framing" => takes_any_framing::play,
        "sum-client-ignores-the-framing" => ignores_the_framing::play,
        "sum-client-speaks-ipv4-only" => speaks_ipv4_only::play,
        "sum-client-sends-fixed-numbers-little-endian" => sends_fixed_numbers_little_endian::play,
        "sum-client-ignores-the-status" => ignores_the_status::play,
        "sum-client-takes-every-other-status-for-good" => takes_every_other_status_for_good::play,
        "sum-client-reads-a-fixed-reply-with-one-read" => reads_a_fixed_reply_with_one_read::play,
        "sum-client-prints-half-a-fixed-reply" => prints_half_a_fixed_reply::play,
        "sum-client-unwraps-read-exact" => unwraps_read_exact::play,
        "sum-client-reads-lengths-little-endian" => reads_lengths_little_endian::play,
        "sum-client-waits-for-the-end-behind-a-length" => waits_for_the_end_behind_a_length::play,
        "sum-client-reads-a-text-with-one-read" => reads_a_text_with_one_read::play,
        "sum-client-prints-half-a-text" => prints_half_a_text::play,
        "sum-client-never-ends-its-request" => never_ends_its_request::play,
        "sum-client-ends-a-shutdown-request-with-a-newline" => {
            ends_a_shutdown_request_with_a_newline::play
        }
        "sum-client-waits-for-a-newline-in-a-shutdown-reply" => {
            waits_for_a_newline_in_a_shutdown_reply::play
        }
        "sum-client-takes-its-first-read-for-a-shutdown-reply" => {
            takes_its_first_read_for_a_shutdown_reply::play
        }
        "sum-client-prints-a-shutdown-reply-as-it-is" => prints_a_shutdown_reply_as_it_is::play,
        _ => return None,
    };
    Some(play)
}
