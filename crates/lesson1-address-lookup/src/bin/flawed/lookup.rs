//! The mistakes of `lookup`, one in each file, and their names.

mod answers_its_first_argument_only;
mod asks_again_until_it_knows;
mod asks_for_ipv4_records_only;
mod asks_the_name_server_only;
mod asks_the_way_back_for_ipv4_only;
mod begins_every_answer_with_a_blank_line;
mod believes_the_hosts_file_only;
mod does_not_ask_again_over_tcp;
mod ends_every_answer_with_a_blank_line;
mod ends_wrong_usage_like_a_failure;
mod fails_only_where_nothing_was_answered;
mod keeps_duplicates;
mod keeps_its_answers_in_a_map;
mod lets_its_last_argument_decide;
mod names_nothing_in_its_errors;
mod names_the_parsed_address_in_its_error;
mod panics_at_an_address_without_a_name;
mod panics_at_an_unknown_name;
mod panics_without_arguments;
mod prints_32_addresses_at_most;
mod prints_a_line_for_each_type_of_socket;
mod prints_nothing_after_a_failure;
mod prints_one_address_of_each_kind;
mod prints_the_first_address_only;
mod puts_a_blank_line_for_a_failure;
mod puts_nothing_between_answers;
mod says_its_errors_on_stdout;
mod says_nothing_about_failures;
mod shows_an_address_as_typed;
mod shows_debug_output;
mod shows_ipv4_addresses_only;
mod shows_the_name_as_typed;
mod shows_the_resolvers_own_words;
mod speaks_ipv6_only;
mod stops_at_the_first_failure;
mod succeeds_after_failures;
mod takes_a_failing_server_for_no_name;
mod takes_a_name_without_addresses_for_an_answer;
mod takes_an_address_for_a_name;
mod takes_an_address_for_its_own_name;
mod takes_every_failure_for_a_temporary_one;
mod takes_every_failure_for_an_unknown_name;
mod takes_no_arguments_for_no_work;
mod takes_the_way_back_for_the_canonical_name;

use crate::Play;

/// The mistake of this name.
pub(crate) fn find(name: &str) -> Option<Play> {
    let play: Play = match name {
        "lookup-prints-one-address-of-each-kind" => prints_one_address_of_each_kind::play,
        "lookup-asks-for-ipv4-records-only" => asks_for_ipv4_records_only::play,
        "lookup-speaks-ipv6-only" => speaks_ipv6_only::play,
        "lookup-keeps-duplicates" => keeps_duplicates::play,
        "lookup-prints-a-line-for-each-type-of-socket" => {
            prints_a_line_for_each_type_of_socket::play
        }
        "lookup-prints-32-addresses-at-most" => prints_32_addresses_at_most::play,
        "lookup-does-not-ask-again-over-tcp" => does_not_ask_again_over_tcp::play,
        "lookup-asks-the-name-server-only" => asks_the_name_server_only::play,
        "lookup-believes-the-hosts-file-only" => believes_the_hosts_file_only::play,
        "lookup-shows-debug-output" => shows_debug_output::play,
        "lookup-shows-the-name-as-typed" => shows_the_name_as_typed::play,
        "lookup-takes-the-way-back-for-the-canonical-name" => {
            takes_the_way_back_for_the_canonical_name::play
        }
        "lookup-takes-a-name-without-addresses-for-an-answer" => {
            takes_a_name_without_addresses_for_an_answer::play
        }
        "lookup-panics-at-an-unknown-name" => panics_at_an_unknown_name::play,
        "lookup-panics-at-an-address-without-a-name" => panics_at_an_address_without_a_name::play,
        "lookup-shows-an-address-as-typed" => shows_an_address_as_typed::play,
        "lookup-takes-an-address-for-its-own-name" => takes_an_address_for_its_own_name::play,
        "lookup-asks-the-way-back-for-ipv4-only" => asks_the_way_back_for_ipv4_only::play,
        "lookup-takes-an-address-for-a-name" => takes_an_address_for_a_name::play,
        "lookup-takes-a-failing-server-for-no-name" => takes_a_failing_server_for_no_name::play,
        "lookup-shows-the-resolvers-own-words" => shows_the_resolvers_own_words::play,
        "lookup-takes-every-failure-for-an-unknown-name" => {
            takes_every_failure_for_an_unknown_name::play
        }
        "lookup-takes-every-failure-for-a-temporary-one" => {
            takes_every_failure_for_a_temporary_one::play
        }
        "lookup-asks-again-until-it-knows" => asks_again_until_it_knows::play,
        "lookup-says-its-errors-on-stdout" => says_its_errors_on_stdout::play,
        "lookup-names-nothing-in-its-errors" => names_nothing_in_its_errors::play,
        "lookup-says-nothing-about-failures" => says_nothing_about_failures::play,
        "lookup-succeeds-after-failures" => succeeds_after_failures::play,
        "lookup-fails-only-where-nothing-was-answered" => {
            fails_only_where_nothing_was_answered::play
        }
        "lookup-lets-its-last-argument-decide" => lets_its_last_argument_decide::play,
        "lookup-stops-at-the-first-failure" => stops_at_the_first_failure::play,
        "lookup-prints-nothing-after-a-failure" => prints_nothing_after_a_failure::play,
        "lookup-answers-its-first-argument-only" => answers_its_first_argument_only::play,
        "lookup-keeps-its-answers-in-a-map" => keeps_its_answers_in_a_map::play,
        "lookup-ends-every-answer-with-a-blank-line" => ends_every_answer_with_a_blank_line::play,
        "lookup-begins-every-answer-with-a-blank-line" => {
            begins_every_answer_with_a_blank_line::play
        }
        "lookup-puts-nothing-between-answers" => puts_nothing_between_answers::play,
        "lookup-puts-a-blank-line-for-a-failure" => puts_a_blank_line_for_a_failure::play,
        "lookup-takes-no-arguments-for-no-work" => takes_no_arguments_for_no_work::play,
        "lookup-panics-without-arguments" => panics_without_arguments::play,
        "lookup-ends-wrong-usage-like-a-failure" => ends_wrong_usage_like_a_failure::play,
        "lookup-prints-the-first-address-only" => prints_the_first_address_only::play,
        "lookup-shows-ipv4-addresses-only" => shows_ipv4_addresses_only::play,
        "lookup-names-the-parsed-address-in-its-error" => {
            names_the_parsed_address_in_its_error::play
        }
        _ => return None,
    };
    Some(play)
}
