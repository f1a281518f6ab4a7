//! The mistakes of `fetch`, one in each file, and their names.

mod adds_a_newline;
mod adds_a_slash_always;
mod asks_again_until_a_name_resolves;
mod asks_for_no_close;
mod asks_for_no_socket_type;
mod asks_for_the_root_always;
mod begins_with_the_last_address;
mod changes_line_ends;
mod connects_without_a_timeout;
mod cuts_the_query_off;
mod ends_lines_with_newlines_only;
mod ends_wrong_usage_like_a_failure;
mod forgets_the_empty_line;
mod gives_up_after_a_refusal;
mod gives_up_after_a_timeout;
mod gives_up_where_no_way_leads;
mod has_a_timeout_for_ipv4_only;
mod ignores_surplus_arguments;
mod ignores_the_timeout_it_is_given;
mod knows_no_unreachable_address;
mod leaves_every_port_out;
mod leaves_ipv6_out;
mod leaves_the_slash_out;
mod lists_its_attempts_at_the_end;
mod makes_ipv4_sockets_only;
mod panics_at_a_reply_that_is_no_text;
mod panics_at_a_reset;
mod panics_at_a_wrong_port;
mod panics_at_an_unknown_name;
mod panics_when_nobody_accepts;
mod prints_2048_bytes;
mod prints_its_first_read_only;
mod prints_its_whole_buffer;
mod prints_the_body_only;
mod puts_no_brackets_around_its_host;
mod says_its_errors_on_stdout;
mod says_nothing_about_failed_attempts;
mod says_nothing_about_its_attempts;
mod sends_an_address_as_host;
mod sends_no_host;
mod sends_port_80;
mod sends_the_canonical_name;
mod shows_a_reset_as_it_is;
mod shows_an_attempt_without_brackets;
mod shows_an_attempt_without_its_port;
mod shows_its_attempts_on_stdout;
mod shows_its_last_failure;
mod shows_the_resolvers_own_words;
mod shows_the_systems_own_words;
mod sorts_addresses;
mod speaks_http_1_0;
mod splits_its_address_at_the_first_colon;
mod stops_at_the_content_length;
mod succeeds_after_failures;
mod succeeds_after_half_a_reply;
mod succeeds_when_nobody_accepts;
mod takes_a_port_for_an_i32;
mod takes_a_reset_for_the_end;
mod takes_a_service_for_a_port;
mod takes_a_short_read_for_the_end;
mod takes_a_wrong_port_for_a_failure;
mod takes_a_wrong_timeout_for_none;
mod takes_an_unknown_name_for_no_address;
mod takes_every_failure_for_a_refusal;
mod takes_every_failure_for_a_timeout;
mod takes_every_failure_for_an_unknown_name;
mod takes_its_timeout_for_everything;
mod takes_its_timeout_for_milliseconds;
mod takes_no_reply_for_an_empty_one;
mod takes_the_reply_for_text;
mod throws_half_a_reply_away;
mod tries_an_address_as_often_as_it_comes;
mod tries_every_address_twice;
mod tries_the_first_address_only;
mod tries_them_all;
mod trims_the_reply;
mod uses_its_socket_again;

use crate::Play;

/// The mistake of this name.
pub(crate) fn find(name: &str) -> Option<Play> {
    let play: Play = match name {
        "fetch-ends-lines-with-newlines-only" => ends_lines_with_newlines_only::play,
        "fetch-forgets-the-empty-line" => forgets_the_empty_line::play,
        "fetch-sends-no-host" => sends_no_host::play,
        "fetch-speaks-http-1-0" => speaks_http_1_0::play,
        "fetch-asks-for-no-close" => asks_for_no_close::play,
        "fetch-leaves-every-port-out" => leaves_every_port_out::play,
        "fetch-sends-port-80" => sends_port_80::play,
        "fetch-puts-no-brackets-around-its-host" => puts_no_brackets_around_its_host::play,
        "fetch-sends-the-canonical-name" => sends_the_canonical_name::play,
        "fetch-sends-an-address-as-host" => sends_an_address_as_host::play,
        "fetch-leaves-the-slash-out" => leaves_the_slash_out::play,
        "fetch-adds-a-slash-always" => adds_a_slash_always::play,
        "fetch-asks-for-the-root-always" => asks_for_the_root_always::play,
        "fetch-cuts-the-query-off" => cuts_the_query_off::play,
        "fetch-prints-its-first-read-only" => prints_its_first_read_only::play,
        "fetch-prints-2048-bytes" => prints_2048_bytes::play,
        "fetch-takes-a-short-read-for-the-end" => takes_a_short_read_for_the_end::play,
        "fetch-prints-its-whole-buffer" => prints_its_whole_buffer::play,
        "fetch-takes-the-reply-for-text" => takes_the_reply_for_text::play,
        "fetch-panics-at-a-reply-that-is-no-text" => panics_at_a_reply_that_is_no_text::play,
        "fetch-prints-the-body-only" => prints_the_body_only::play,
        "fetch-trims-the-reply" => trims_the_reply::play,
        "fetch-adds-a-newline" => adds_a_newline::play,
        "fetch-changes-line-ends" => changes_line_ends::play,
        "fetch-takes-no-reply-for-an-empty-one" => takes_no_reply_for_an_empty_one::play,
        "fetch-panics-at-a-reset" => panics_at_a_reset::play,
        "fetch-shows-a-reset-as-it-is" => shows_a_reset_as_it_is::play,
        "fetch-takes-a-reset-for-the-end" => takes_a_reset_for_the_end::play,
        "fetch-succeeds-after-half-a-reply" => succeeds_after_half_a_reply::play,
        "fetch-throws-half-a-reply-away" => throws_half_a_reply_away::play,
        "fetch-takes-its-timeout-for-everything" => takes_its_timeout_for_everything::play,
        "fetch-tries-the-first-address-only" => tries_the_first_address_only::play,
        "fetch-gives-up-after-a-refusal" => gives_up_after_a_refusal::play,
        "fetch-gives-up-after-a-timeout" => gives_up_after_a_timeout::play,
        "fetch-uses-its-socket-again" => uses_its_socket_again::play,
        "fetch-makes-ipv4-sockets-only" => makes_ipv4_sockets_only::play,
        "fetch-leaves-ipv6-out" => leaves_ipv6_out::play,
        "fetch-sorts-addresses" => sorts_addresses::play,
        "fetch-begins-with-the-last-address" => begins_with_the_last_address::play,
        "fetch-tries-an-address-as-often-as-it-comes" => {
            tries_an_address_as_often_as_it_comes::play
        }
        "fetch-tries-every-address-twice" => tries_every_address_twice::play,
        "fetch-asks-for-no-socket-type" => asks_for_no_socket_type::play,
        "fetch-splits-its-address-at-the-first-colon" => {
            splits_its_address_at_the_first_colon::play
        }
        "fetch-connects-without-a-timeout" => connects_without_a_timeout::play,
        "fetch-ignores-the-timeout-it-is-given" => ignores_the_timeout_it_is_given::play,
        "fetch-has-a-timeout-for-ipv4-only" => has_a_timeout_for_ipv4_only::play,
        "fetch-takes-every-failure-for-a-refusal" => takes_every_failure_for_a_refusal::play,
        "fetch-takes-every-failure-for-a-timeout" => takes_every_failure_for_a_timeout::play,
        "fetch-shows-the-systems-own-words" => shows_the_systems_own_words::play,
        "fetch-knows-no-unreachable-address" => knows_no_unreachable_address::play,
        "fetch-says-nothing-about-failed-attempts" => says_nothing_about_failed_attempts::play,
        "fetch-says-nothing-about-its-attempts" => says_nothing_about_its_attempts::play,
        "fetch-shows-an-attempt-without-its-port" => shows_an_attempt_without_its_port::play,
        "fetch-shows-an-attempt-without-brackets" => shows_an_attempt_without_brackets::play,
        "fetch-shows-its-attempts-on-stdout" => shows_its_attempts_on_stdout::play,
        "fetch-lists-its-attempts-at-the-end" => lists_its_attempts_at_the_end::play,
        "fetch-panics-when-nobody-accepts" => panics_when_nobody_accepts::play,
        "fetch-shows-its-last-failure" => shows_its_last_failure::play,
        "fetch-succeeds-when-nobody-accepts" => succeeds_when_nobody_accepts::play,
        "fetch-panics-at-an-unknown-name" => panics_at_an_unknown_name::play,
        "fetch-takes-every-failure-for-an-unknown-name" => {
            takes_every_failure_for_an_unknown_name::play
        }
        "fetch-shows-the-resolvers-own-words" => shows_the_resolvers_own_words::play,
        "fetch-asks-again-until-a-name-resolves" => asks_again_until_a_name_resolves::play,
        "fetch-takes-an-unknown-name-for-no-address" => takes_an_unknown_name_for_no_address::play,
        "fetch-says-its-errors-on-stdout" => says_its_errors_on_stdout::play,
        "fetch-succeeds-after-failures" => succeeds_after_failures::play,
        "fetch-takes-a-port-for-an-i32" => takes_a_port_for_an_i32::play,
        "fetch-panics-at-a-wrong-port" => panics_at_a_wrong_port::play,
        "fetch-takes-a-wrong-port-for-a-failure" => takes_a_wrong_port_for_a_failure::play,
        "fetch-takes-a-service-for-a-port" => takes_a_service_for_a_port::play,
        "fetch-takes-a-wrong-timeout-for-none" => takes_a_wrong_timeout_for_none::play,
        "fetch-ignores-surplus-arguments" => ignores_surplus_arguments::play,
        "fetch-ends-wrong-usage-like-a-failure" => ends_wrong_usage_like_a_failure::play,
        "fetch-takes-its-timeout-for-milliseconds" => takes_its_timeout_for_milliseconds::play,
        "fetch-gives-up-where-no-way-leads" => gives_up_where_no_way_leads::play,
        "fetch-tries-them-all" => tries_them_all::play,
        "fetch-stops-at-the-content-length" => stops_at_the_content_length::play,
        _ => return None,
    };
    Some(play)
}
