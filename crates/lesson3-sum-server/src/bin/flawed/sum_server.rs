//! The mistakes of sum servers, one in each file, and their names.

mod adds_a_newline_behind_a_length;
mod adds_as_many_numbers_as_there_are;
mod adds_what_stands_before_the_letters;
mod announces_itself_in_other_words;
mod announces_itself_on_stderr;
mod answers_a_shutdown_request_at_its_newline;
mod answers_half_a_fixed_request;
mod answers_half_a_text;
mod answers_one_fixed_request_only;
mod answers_one_request_only;
mod answers_only_at_the_end;
mod asks_for_bytes_without_a_break;
mod asks_for_clients_without_a_break;
mod believes_every_length;
mod bounds_no_line;
mod bounds_no_shutdown_request;
mod calls_an_overflow_something_else;
mod clears_its_buffer_after_each_request;
mod closes_abruptly_after_a_long_line;
mod closes_after_a_bad_request;
mod closes_at_a_bad_request;
mod closes_at_a_fixed_overflow;
mod closes_its_listener_with_its_first_client;
mod closes_silently_at_a_large_length;
mod closes_silently_at_a_long_line;
mod counts_the_newline;
mod counts_the_prefix;
mod counts_with_32_bits;
mod counts_with_floats;
mod cuts_long_lines;
mod does_not_count_the_carriage_return;
mod does_not_count_the_line_end_of_a_shutdown_request;
mod ends_a_fixed_request_at_a_newline;
mod ends_a_shutdown_reply_with_a_newline;
mod ends_its_errors_with_a_newline_behind_a_length;
mod ends_its_replies_with_crlf;
mod forgets_the_length_of_an_error;
mod forgets_the_newline;
mod forgets_the_status;
mod forgets_the_status_of_an_overflow;
mod goes_on_after_a_large_length;
mod goes_on_after_a_long_line;
mod ignores_a_last_line_without_a_newline;
mod ignores_a_line_end_behind_a_length;
mod ignores_a_third_number;
mod ignores_every_line_end_of_a_shutdown_request;
mod ignores_the_framing;
mod keeps_a_shutdown_connection_open;
mod keeps_every_descriptor;
mod keeps_the_carriage_return;
mod keeps_the_carriage_return_of_a_last_line;
mod keeps_the_line_end_of_a_shutdown_request;
mod keeps_what_it_throws_away;
mod leaves_out_what_is_no_text;
mod listens_on_every_address;
mod logs_on_stdout;
mod looks_at_its_address_too_late;
mod looks_for_the_line_end_at_the_end_of_a_read;
mod makes_a_buffer_for_each_fixed_request;
mod makes_a_buffer_for_each_length;
mod makes_a_buffer_for_each_request;
mod measures_a_line_when_it_is_whole;
mod names_no_address_in_its_error;
mod never_closes;
mod overflows_downwards;
mod panics_at_a_lost_client;
mod panics_at_an_overflow;
mod panics_at_half_a_fixed_request;
mod panics_when_accept_fails;
mod panics_when_the_port_is_taken;
mod panics_without_a_second_number;
mod passes_over_empty_lines;
mod prints_instead_of_sending;
mod prompts_for_the_next_request;
mod reads_a_text_with_one_read;
mod reads_fixed_numbers_little_endian;
mod reads_lengths_little_endian;
mod reads_lengths_of_one_byte;
mod reads_lines_as_text;
mod reads_on_after_the_end;
mod refuses_a_line_of_1024_bytes;
mod refuses_a_shutdown_request_of_1024_bytes;
mod refuses_a_text_of_1024_bytes;
mod says_its_errors_in_another_form;
mod says_nothing_to_a_bad_request;
mod says_nothing_to_an_empty_shutdown_request;
mod says_on_stdout_that_the_port_is_taken;
mod says_welcome;
mod sends_a_sentence;
mod sends_a_sum_with_an_overflow;
mod sends_only_the_status_of_an_overflow;
mod serves_one_client_only;
mod shows_its_sums_with_a_fraction;
mod speaks_ipv4_only;
mod splits_at_any_white_space;
mod splits_at_each_space;
mod stops_accepting_when_accept_fails;
mod stops_reading_at_a_zero_byte;
mod stops_serving_at_an_error;
mod succeeds_when_the_port_is_taken;
mod takes_a_carriage_return_for_a_line_end;
mod takes_a_leading_zero_for_an_octal_number;
mod takes_a_length_of_zero_for_the_end;
mod takes_a_line_of_1025_bytes;
mod takes_a_number_that_does_not_fit;
mod takes_a_pause_for_the_end;
mod takes_a_text_of_1025_bytes;
mod takes_an_empty_line_for_the_end;
mod takes_any_framing;
mod takes_commas_between_the_numbers;
mod takes_hexadecimal_numbers;
mod takes_no_negative_numbers;
mod takes_no_number_for_zero;
mod takes_no_plus_sign;
mod takes_no_tabs;
mod takes_one_byte_of_a_length_for_the_end;
mod takes_one_read_for_a_fixed_request;
mod takes_one_read_for_a_shutdown_request;
mod takes_one_read_for_one_request;
mod takes_underscores;
mod trims_its_requests;
mod unwraps_from_utf8;
mod unwraps_lines;
mod unwraps_parse;
mod waits_for_the_end_of_a_long_line;
mod wraps_around_at_an_overflow;

use crate::Play;

/// The mistake of this name.
pub(crate) fn find(name: &str) -> Option<Play> {
    let play: Play = match name {
        "sum-server-takes-one-read-for-one-request" => takes_one_read_for_one_request::play,
        "sum-server-answers-one-request-only" => answers_one_request_only::play,
        "sum-server-makes-a-buffer-for-each-request" => makes_a_buffer_for_each_request::play,
        "sum-server-clears-its-buffer-after-each-request" => {
            clears_its_buffer_after_each_request::play
        }
        "sum-server-answers-only-at-the-end" => answers_only_at_the_end::play,
        "sum-server-keeps-the-carriage-return" => keeps_the_carriage_return::play,
        "sum-server-takes-a-carriage-return-for-a-line-end" => {
            takes_a_carriage_return_for_a_line_end::play
        }
        "sum-server-ignores-a-last-line-without-a-newline" => {
            ignores_a_last_line_without_a_newline::play
        }
        "sum-server-keeps-the-carriage-return-of-a-last-line" => {
            keeps_the_carriage_return_of_a_last_line::play
        }
        "sum-server-looks-for-the-line-end-at-the-end-of-a-read" => {
            looks_for_the_line_end_at_the_end_of_a_read::play
        }
        "sum-server-reads-lines-as-text" => reads_lines_as_text::play,
        "sum-server-unwraps-lines" => unwraps_lines::play,
        "sum-server-trims-its-requests" => trims_its_requests::play,
        "sum-server-splits-at-any-white-space" => splits_at_any_white_space::play,
        "sum-server-splits-at-each-space" => splits_at_each_space::play,
        "sum-server-takes-no-tabs" => takes_no_tabs::play,
        "sum-server-ignores-a-third-number" => ignores_a_third_number::play,
        "sum-server-adds-as-many-numbers-as-there-are" => adds_as_many_numbers_as_there_are::play,
        "sum-server-panics-without-a-second-number" => panics_without_a_second_number::play,
        "sum-server-counts-with-32-bits" => counts_with_32_bits::play,
        "sum-server-counts-with-floats" => counts_with_floats::play,
        "sum-server-shows-its-sums-with-a-fraction" => shows_its_sums_with_a_fraction::play,
        "sum-server-takes-no-negative-numbers" => takes_no_negative_numbers::play,
        "sum-server-panics-at-an-overflow" => panics_at_an_overflow::play,
        "sum-server-wraps-around-at-an-overflow" => wraps_around_at_an_overflow::play,
        "sum-server-overflows-downwards" => overflows_downwards::play,
        "sum-server-calls-an-overflow-something-else" => calls_an_overflow_something_else::play,
        "sum-server-unwraps-parse" => unwraps_parse::play,
        "sum-server-takes-no-number-for-zero" => takes_no_number_for_zero::play,
        "sum-server-adds-what-stands-before-the-letters" => {
            adds_what_stands_before_the_letters::play
        }
        "sum-server-takes-underscores" => takes_underscores::play,
        "sum-server-takes-commas-between-the-numbers" => takes_commas_between_the_numbers::play,
        "sum-server-takes-hexadecimal-numbers" => takes_hexadecimal_numbers::play,
        "sum-server-takes-a-leading-zero-for-an-octal-number" => {
            takes_a_leading_zero_for_an_octal_number::play
        }
        "sum-server-takes-no-plus-sign" => takes_no_plus_sign::play,
        "sum-server-takes-a-number-that-does-not-fit" => takes_a_number_that_does_not_fit::play,
        "sum-server-stops-reading-at-a-zero-byte" => stops_reading_at_a_zero_byte::play,
        "sum-server-leaves-out-what-is-no-text" => leaves_out_what_is_no_text::play,
        "sum-server-closes-at-a-bad-request" => closes_at_a_bad_request::play,
        "sum-server-closes-after-a-bad-request" => closes_after_a_bad_request::play,
        "sum-server-says-nothing-to-a-bad-request" => says_nothing_to_a_bad_request::play,
        "sum-server-says-its-errors-in-another-form" => says_its_errors_in_another_form::play,
        "sum-server-takes-an-empty-line-for-the-end" => takes_an_empty_line_for_the_end::play,
        "sum-server-passes-over-empty-lines" => passes_over_empty_lines::play,
        "sum-server-forgets-the-newline" => forgets_the_newline::play,
        "sum-server-ends-its-replies-with-crlf" => ends_its_replies_with_crlf::play,
        "sum-server-says-welcome" => says_welcome::play,
        "sum-server-prompts-for-the-next-request" => prompts_for_the_next_request::play,
        "sum-server-sends-a-sentence" => sends_a_sentence::play,
        "sum-server-prints-instead-of-sending" => prints_instead_of_sending::play,
        "sum-server-bounds-no-line" => bounds_no_line::play,
        "sum-server-measures-a-line-when-it-is-whole" => measures_a_line_when_it_is_whole::play,
        "sum-server-waits-for-the-end-of-a-long-line" => waits_for_the_end_of_a_long_line::play,
        "sum-server-goes-on-after-a-long-line" => goes_on_after_a_long_line::play,
        "sum-server-closes-abruptly-after-a-long-line" => closes_abruptly_after_a_long_line::play,
        "sum-server-closes-silently-at-a-long-line" => closes_silently_at_a_long_line::play,
        "sum-server-cuts-long-lines" => cuts_long_lines::play,
        "sum-server-refuses-a-line-of-1024-bytes" => refuses_a_line_of_1024_bytes::play,
        "sum-server-counts-the-newline" => counts_the_newline::play,
        "sum-server-takes-a-line-of-1025-bytes" => takes_a_line_of_1025_bytes::play,
        "sum-server-does-not-count-the-carriage-return" => does_not_count_the_carriage_return::play,
        "sum-server-reads-fixed-numbers-little-endian" => reads_fixed_numbers_little_endian::play,
        "sum-server-takes-one-read-for-a-fixed-request" => takes_one_read_for_a_fixed_request::play,
        "sum-server-makes-a-buffer-for-each-fixed-request" => {
            makes_a_buffer_for_each_fixed_request::play
        }
        "sum-server-answers-one-fixed-request-only" => answers_one_fixed_request_only::play,
        "sum-server-ends-a-fixed-request-at-a-newline" => ends_a_fixed_request_at_a_newline::play,
        "sum-server-forgets-the-status" => forgets_the_status::play,
        "sum-server-forgets-the-status-of-an-overflow" => forgets_the_status_of_an_overflow::play,
        "sum-server-sends-a-sum-with-an-overflow" => sends_a_sum_with_an_overflow::play,
        "sum-server-sends-only-the-status-of-an-overflow" => {
            sends_only_the_status_of_an_overflow::play
        }
        "sum-server-closes-at-a-fixed-overflow" => closes_at_a_fixed_overflow::play,
        "sum-server-answers-half-a-fixed-request" => answers_half_a_fixed_request::play,
        "sum-server-panics-at-half-a-fixed-request" => panics_at_half_a_fixed_request::play,
        "sum-server-reads-lengths-little-endian" => reads_lengths_little_endian::play,
        "sum-server-reads-lengths-of-one-byte" => reads_lengths_of_one_byte::play,
        "sum-server-counts-the-prefix" => counts_the_prefix::play,
        "sum-server-believes-every-length" => believes_every_length::play,
        "sum-server-closes-silently-at-a-large-length" => closes_silently_at_a_large_length::play,
        "sum-server-goes-on-after-a-large-length" => goes_on_after_a_large_length::play,
        "sum-server-refuses-a-text-of-1024-bytes" => refuses_a_text_of_1024_bytes::play,
        "sum-server-takes-a-text-of-1025-bytes" => takes_a_text_of_1025_bytes::play,
        "sum-server-takes-a-length-of-zero-for-the-end" => takes_a_length_of_zero_for_the_end::play,
        "sum-server-takes-one-byte-of-a-length-for-the-end" => {
            takes_one_byte_of_a_length_for_the_end::play
        }
        "sum-server-reads-a-text-with-one-read" => reads_a_text_with_one_read::play,
        "sum-server-answers-half-a-text" => answers_half_a_text::play,
        "sum-server-makes-a-buffer-for-each-length" => makes_a_buffer_for_each_length::play,
        "sum-server-forgets-the-length-of-an-error" => forgets_the_length_of_an_error::play,
        "sum-server-adds-a-newline-behind-a-length" => adds_a_newline_behind_a_length::play,
        "sum-server-unwraps-from-utf8" => unwraps_from_utf8::play,
        "sum-server-ignores-a-line-end-behind-a-length" => ignores_a_line_end_behind_a_length::play,
        "sum-server-answers-a-shutdown-request-at-its-newline" => {
            answers_a_shutdown_request_at_its_newline::play
        }
        "sum-server-takes-one-read-for-a-shutdown-request" => {
            takes_one_read_for_a_shutdown_request::play
        }
        "sum-server-ends-a-shutdown-reply-with-a-newline" => {
            ends_a_shutdown_reply_with_a_newline::play
        }
        "sum-server-keeps-a-shutdown-connection-open" => keeps_a_shutdown_connection_open::play,
        "sum-server-bounds-no-shutdown-request" => bounds_no_shutdown_request::play,
        "sum-server-does-not-count-the-line-end-of-a-shutdown-request" => {
            does_not_count_the_line_end_of_a_shutdown_request::play
        }
        "sum-server-refuses-a-shutdown-request-of-1024-bytes" => {
            refuses_a_shutdown_request_of_1024_bytes::play
        }
        "sum-server-keeps-the-line-end-of-a-shutdown-request" => {
            keeps_the_line_end_of_a_shutdown_request::play
        }
        "sum-server-ignores-every-line-end-of-a-shutdown-request" => {
            ignores_every_line_end_of_a_shutdown_request::play
        }
        "sum-server-says-nothing-to-an-empty-shutdown-request" => {
            says_nothing_to_an_empty_shutdown_request::play
        }
        "sum-server-serves-one-client-only" => serves_one_client_only::play,
        "sum-server-closes-its-listener-with-its-first-client" => {
            closes_its_listener_with_its_first_client::play
        }
        "sum-server-never-closes" => never_closes::play,
        "sum-server-reads-on-after-the-end" => reads_on_after_the_end::play,
        "sum-server-panics-at-a-lost-client" => panics_at_a_lost_client::play,
        "sum-server-stops-serving-at-an-error" => stops_serving_at_an_error::play,
        "sum-server-panics-when-accept-fails" => panics_when_accept_fails::play,
        "sum-server-stops-accepting-when-accept-fails" => stops_accepting_when_accept_fails::play,
        "sum-server-asks-for-bytes-without-a-break" => asks_for_bytes_without_a_break::play,
        "sum-server-asks-for-clients-without-a-break" => asks_for_clients_without_a_break::play,
        "sum-server-keeps-every-descriptor" => keeps_every_descriptor::play,
        "sum-server-listens-on-every-address" => listens_on_every_address::play,
        "sum-server-speaks-ipv4-only" => speaks_ipv4_only::play,
        "sum-server-announces-itself-in-other-words" => announces_itself_in_other_words::play,
        "sum-server-announces-itself-on-stderr" => announces_itself_on_stderr::play,
        "sum-server-logs-on-stdout" => logs_on_stdout::play,
        "sum-server-panics-when-the-port-is-taken" => panics_when_the_port_is_taken::play,
        "sum-server-succeeds-when-the-port-is-taken" => succeeds_when_the_port_is_taken::play,
        "sum-server-says-on-stdout-that-the-port-is-taken" => {
            says_on_stdout_that_the_port_is_taken::play
        }
        "sum-server-names-no-address-in-its-error" => names_no_address_in_its_error::play,
        "sum-server-looks-at-its-address-too-late" => looks_at_its_address_too_late::play,
        "sum-server-takes-any-framing" => takes_any_framing::play,
        "sum-server-ignores-the-framing" => ignores_the_framing::play,
        "sum-server-keeps-what-it-throws-away" => keeps_what_it_throws_away::play,
        "sum-server-takes-a-pause-for-the-end" => takes_a_pause_for_the_end::play,
        "sum-server-ends-its-errors-with-a-newline-behind-a-length" => {
            ends_its_errors_with_a_newline_behind_a_length::play
        }
        _ => return None,
    };
    Some(play)
}
