//! The mistakes of `addrinfo`, one in each file, and their names.

mod asks_for_streams_where_nobody_says;
mod checks_no_range;
mod ends_every_block_with_a_blank_line;
mod ends_wrong_usage_like_a_failure;
mod forgets_the_canonical_name;
mod has_no_name_for_protocol_0;
mod ignores_surplus_arguments;
mod ignores_the_type;
mod knows_services_by_a_table_of_its_own;
mod knows_the_numbers_of_another_system;
mod knows_two_types_only;
mod names_the_host_in_a_services_error;
mod names_the_service_in_a_hosts_error;
mod panics_at_a_large_port;
mod panics_at_a_type_it_does_not_know;
mod panics_when_nothing_is_found;
mod panics_without_a_canonical_name;
mod panics_without_arguments;
mod puts_no_brackets_around_ipv6;
mod puts_nothing_between_blocks;
mod says_its_errors_on_stdout;
mod shows_an_address_once;
mod shows_debug_output;
mod shows_getaddrinfos_own_words;
mod shows_its_first_answer_only;
mod shows_numbers;
mod shows_the_canonical_name_once;
mod shows_the_host_as_typed;
mod shows_the_service_as_typed;
mod speaks_ipv4_only;
mod succeeds_after_failures;
mod swaps_the_names_of_the_types;
mod takes_65535_for_too_large;
mod takes_a_large_port_for_a_service;
mod takes_a_port_for_a_byte;
mod takes_a_port_for_an_i32;
mod takes_an_unknown_type_for_none;
mod takes_every_failure_for_an_unknown_name;
mod takes_every_type_for_a_stream;
mod takes_port_numbers_only;
mod wraps_a_large_port;

use crate::Play;

/// The mistake of this name.
pub(crate) fn find(name: &str) -> Option<Play> {
    let play: Play = match name {
        "addrinfo-shows-numbers" => shows_numbers::play,
        "addrinfo-shows-debug-output" => shows_debug_output::play,
        "addrinfo-swaps-the-names-of-the-types" => swaps_the_names_of_the_types::play,
        "addrinfo-takes-every-type-for-a-stream" => takes_every_type_for_a_stream::play,
        "addrinfo-knows-the-numbers-of-another-system" => knows_the_numbers_of_another_system::play,
        "addrinfo-panics-at-a-type-it-does-not-know" => panics_at_a_type_it_does_not_know::play,
        "addrinfo-has-no-name-for-protocol-0" => has_no_name_for_protocol_0::play,
        "addrinfo-puts-no-brackets-around-ipv6" => puts_no_brackets_around_ipv6::play,
        "addrinfo-shows-the-service-as-typed" => shows_the_service_as_typed::play,
        "addrinfo-shows-its-first-answer-only" => shows_its_first_answer_only::play,
        "addrinfo-shows-an-address-once" => shows_an_address_once::play,
        "addrinfo-knows-two-types-only" => knows_two_types_only::play,
        "addrinfo-asks-for-streams-where-nobody-says" => asks_for_streams_where_nobody_says::play,
        "addrinfo-ignores-the-type" => ignores_the_type::play,
        "addrinfo-speaks-ipv4-only" => speaks_ipv4_only::play,
        "addrinfo-knows-services-by-a-table-of-its-own" => {
            knows_services_by_a_table_of_its_own::play
        }
        "addrinfo-takes-port-numbers-only" => takes_port_numbers_only::play,
        "addrinfo-shows-the-host-as-typed" => shows_the_host_as_typed::play,
        "addrinfo-forgets-the-canonical-name" => forgets_the_canonical_name::play,
        "addrinfo-shows-the-canonical-name-once" => shows_the_canonical_name_once::play,
        "addrinfo-panics-without-a-canonical-name" => panics_without_a_canonical_name::play,
        "addrinfo-puts-nothing-between-blocks" => puts_nothing_between_blocks::play,
        "addrinfo-ends-every-block-with-a-blank-line" => ends_every_block_with_a_blank_line::play,
        "addrinfo-checks-no-range" => checks_no_range::play,
        "addrinfo-wraps-a-large-port" => wraps_a_large_port::play,
        "addrinfo-takes-a-port-for-a-byte" => takes_a_port_for_a_byte::play,
        "addrinfo-takes-65535-for-too-large" => takes_65535_for_too_large::play,
        "addrinfo-takes-a-port-for-an-i32" => takes_a_port_for_an_i32::play,
        "addrinfo-panics-at-a-large-port" => panics_at_a_large_port::play,
        "addrinfo-takes-a-large-port-for-a-service" => takes_a_large_port_for_a_service::play,
        "addrinfo-names-the-host-in-a-services-error" => names_the_host_in_a_services_error::play,
        "addrinfo-names-the-service-in-a-hosts-error" => names_the_service_in_a_hosts_error::play,
        "addrinfo-shows-getaddrinfos-own-words" => shows_getaddrinfos_own_words::play,
        "addrinfo-takes-every-failure-for-an-unknown-name" => {
            takes_every_failure_for_an_unknown_name::play
        }
        "addrinfo-panics-when-nothing-is-found" => panics_when_nothing_is_found::play,
        "addrinfo-says-its-errors-on-stdout" => says_its_errors_on_stdout::play,
        "addrinfo-succeeds-after-failures" => succeeds_after_failures::play,
        "addrinfo-takes-an-unknown-type-for-none" => takes_an_unknown_type_for_none::play,
        "addrinfo-ignores-surplus-arguments" => ignores_surplus_arguments::play,
        "addrinfo-panics-without-arguments" => panics_without_arguments::play,
        "addrinfo-ends-wrong-usage-like-a-failure" => ends_wrong_usage_like_a_failure::play,
        _ => return None,
    };
    Some(play)
}
