//! The mistakes of chat servers, one in each file, and their names.

mod announces_nobody_who_comes;
mod announces_who_is_refused;
mod asks_for_another_name;
mod asks_for_the_name;
mod asks_for_writing_always;
mod bounds_no_line;
mod calls_a_long_line_something_else;
mod closes_abruptly_after_an_error;
mod compares_names_without_case;
mod counts_the_nameless;
mod cuts_long_lines;
mod cuts_nobody_off;
mod cuts_off_at_64_kib;
mod cuts_off_at_the_first_delay;
mod does_not_count_the_carriage_return;
mod does_not_reuse_its_address;
mod drops_all_carriage_returns_at_the_end;
mod drops_empty_lines;
mod drops_every_carriage_return;
mod drops_what_it_cannot_write;
mod forgets_the_newline_of_its_errors;
mod goes_on_after_a_long_line;
mod has_a_process_for_its_log;
mod has_a_thread_for_its_log;
mod has_one_buffer_for_all;
mod has_room_for_100_people;
mod hears_its_own_lines;
mod keeps_every_descriptor;
mod keeps_the_carriage_return;
mod keeps_what_it_throws_away;
mod leaves_at_what_is_no_text;
mod leaves_the_newcomer_out;
mod lets_8_mib_wait;
mod listens_on_every_address;
mod lists_the_names_by_arrival;
mod logs_on_stdout;
mod measures_a_line_when_it_is_whole;
mod measures_all_that_has_come;
mod measures_what_has_not_ended_only;
mod never_accepts_again;
mod never_asks_for_writing;
mod never_closes;
mod never_closes_after_an_error;
mod never_frees_a_name;
mod never_waits;
mod never_waits_once_somebody_is_shown_out;
mod never_waits_while_something_is_owed;
mod overwrites_what_it_owes;
mod panics_when_accept_fails;
mod panics_when_the_port_is_taken;
mod passes_an_unfinished_line_on;
mod passes_text_on_only;
mod puts_commas_between_the_names;
mod puts_the_last_one_out;
mod puts_the_news_first;
mod refuses_a_line_of_1024_bytes;
mod refuses_a_name_of_16_letters;
mod refuses_a_name_without_a_word;
mod refuses_digits;
mod says_its_errors_in_another_form;
mod says_nothing_of_a_reset;
mod says_nothing_of_who_is_cut_off;
mod says_nothing_of_who_is_shown_out;
mod says_nothing_of_who_leaves;
mod says_of_one_only_that_it_is_cut_off;
mod says_that_the_nameless_left;
mod says_twice_who_left;
mod sorts_the_names_without_case;
mod speaks_ipv4_only;
mod stops_at_a_reset;
mod stops_with_the_last_one;
mod succeeds_when_the_port_is_taken;
mod takes_a_carriage_return_for_a_line_end;
mod takes_a_line_of_1025_bytes;
mod takes_a_name_of_17_letters;
mod takes_a_name_twice;
mod takes_an_empty_name;
mod takes_an_underscore;
mod takes_every_name;
mod takes_names_for_addresses;
mod takes_one_line_after_each_read;
mod takes_one_read_for_one_line;
mod takes_the_letters_of_every_language;
mod tells_a_newcomer_that_it_has_come;
mod tells_each_in_an_order_of_its_own;
mod tells_the_nameless;
mod throws_the_rest_away;
mod trims_lines;
mod trims_names;
mod waits_for_each_client;
mod waits_for_the_one_who_is_shown_out;
mod waits_for_who_does_not_listen;

use crate::Play;

/// The mistake of this name.
pub(crate) fn find(name: &str) -> Option<Play> {
    let play: Play = match name {
        "chat-server-hears-its-own-lines" => hears_its_own_lines::play,
        "chat-server-tells-a-newcomer-that-it-has-come" => tells_a_newcomer_that_it_has_come::play,
        "chat-server-leaves-the-newcomer-out" => leaves_the_newcomer_out::play,
        "chat-server-lists-the-names-by-arrival" => lists_the_names_by_arrival::play,
        "chat-server-sorts-the-names-without-case" => sorts_the_names_without_case::play,
        "chat-server-puts-commas-between-the-names" => puts_commas_between_the_names::play,
        "chat-server-announces-nobody-who-comes" => announces_nobody_who_comes::play,
        "chat-server-asks-for-the-name" => asks_for_the_name::play,
        "chat-server-takes-every-name" => takes_every_name::play,
        "chat-server-takes-an-empty-name" => takes_an_empty_name::play,
        "chat-server-refuses-a-name-of-16-letters" => refuses_a_name_of_16_letters::play,
        "chat-server-takes-a-name-of-17-letters" => takes_a_name_of_17_letters::play,
        "chat-server-refuses-digits" => refuses_digits::play,
        "chat-server-takes-the-letters-of-every-language" => {
            takes_the_letters_of_every_language::play
        }
        "chat-server-takes-an-underscore" => takes_an_underscore::play,
        "chat-server-trims-names" => trims_names::play,
        "chat-server-takes-a-name-twice" => takes_a_name_twice::play,
        "chat-server-compares-names-without-case" => compares_names_without_case::play,
        "chat-server-never-frees-a-name" => never_frees_a_name::play,
        "chat-server-puts-the-last-one-out" => puts_the_last_one_out::play,
        "chat-server-announces-who-is-refused" => announces_who_is_refused::play,
        "chat-server-refuses-a-name-without-a-word" => refuses_a_name_without_a_word::play,
        "chat-server-asks-for-another-name" => asks_for_another_name::play,
        "chat-server-tells-the-nameless" => tells_the_nameless::play,
        "chat-server-counts-the-nameless" => counts_the_nameless::play,
        "chat-server-takes-one-read-for-one-line" => takes_one_read_for_one_line::play,
        "chat-server-throws-the-rest-away" => throws_the_rest_away::play,
        "chat-server-takes-one-line-after-each-read" => takes_one_line_after_each_read::play,
        "chat-server-has-one-buffer-for-all" => has_one_buffer_for_all::play,
        "chat-server-keeps-the-carriage-return" => keeps_the_carriage_return::play,
        "chat-server-drops-all-carriage-returns-at-the-end" => {
            drops_all_carriage_returns_at_the_end::play
        }
        "chat-server-drops-every-carriage-return" => drops_every_carriage_return::play,
        "chat-server-takes-a-carriage-return-for-a-line-end" => {
            takes_a_carriage_return_for_a_line_end::play
        }
        "chat-server-passes-text-on-only" => passes_text_on_only::play,
        "chat-server-leaves-at-what-is-no-text" => leaves_at_what_is_no_text::play,
        "chat-server-trims-lines" => trims_lines::play,
        "chat-server-drops-empty-lines" => drops_empty_lines::play,
        "chat-server-passes-an-unfinished-line-on" => passes_an_unfinished_line_on::play,
        "chat-server-refuses-a-line-of-1024-bytes" => refuses_a_line_of_1024_bytes::play,
        "chat-server-takes-a-line-of-1025-bytes" => takes_a_line_of_1025_bytes::play,
        "chat-server-does-not-count-the-carriage-return" => {
            does_not_count_the_carriage_return::play
        }
        "chat-server-measures-a-line-when-it-is-whole" => measures_a_line_when_it_is_whole::play,
        "chat-server-measures-what-has-not-ended-only" => measures_what_has_not_ended_only::play,
        "chat-server-measures-all-that-has-come" => measures_all_that_has_come::play,
        "chat-server-bounds-no-line" => bounds_no_line::play,
        "chat-server-cuts-long-lines" => cuts_long_lines::play,
        "chat-server-keeps-what-it-throws-away" => keeps_what_it_throws_away::play,
        "chat-server-closes-abruptly-after-an-error" => closes_abruptly_after_an_error::play,
        "chat-server-never-closes-after-an-error" => never_closes_after_an_error::play,
        "chat-server-waits-for-the-one-who-is-shown-out" => {
            waits_for_the_one_who_is_shown_out::play
        }
        "chat-server-goes-on-after-a-long-line" => goes_on_after_a_long_line::play,
        "chat-server-forgets-the-newline-of-its-errors" => forgets_the_newline_of_its_errors::play,
        "chat-server-says-its-errors-in-another-form" => says_its_errors_in_another_form::play,
        "chat-server-calls-a-long-line-something-else" => calls_a_long_line_something_else::play,
        "chat-server-says-nothing-of-who-leaves" => says_nothing_of_who_leaves::play,
        "chat-server-says-twice-who-left" => says_twice_who_left::play,
        "chat-server-says-nothing-of-a-reset" => says_nothing_of_a_reset::play,
        "chat-server-says-nothing-of-who-is-shown-out" => says_nothing_of_who_is_shown_out::play,
        "chat-server-says-that-the-nameless-left" => says_that_the_nameless_left::play,
        "chat-server-never-closes" => never_closes::play,
        "chat-server-tells-each-in-an-order-of-its-own" => tells_each_in_an_order_of_its_own::play,
        "chat-server-stops-at-a-reset" => stops_at_a_reset::play,
        "chat-server-stops-with-the-last-one" => stops_with_the_last_one::play,
        "chat-server-waits-for-each-client" => waits_for_each_client::play,
        "chat-server-has-a-thread-for-its-log" => has_a_thread_for_its_log::play,
        "chat-server-has-a-process-for-its-log" => has_a_process_for_its_log::play,
        "chat-server-asks-for-writing-always" => asks_for_writing_always::play,
        "chat-server-never-waits" => never_waits::play,
        "chat-server-never-waits-once-somebody-is-shown-out" => {
            never_waits_once_somebody_is_shown_out::play
        }
        "chat-server-waits-for-who-does-not-listen" => waits_for_who_does_not_listen::play,
        "chat-server-cuts-nobody-off" => cuts_nobody_off::play,
        "chat-server-drops-what-it-cannot-write" => drops_what_it_cannot_write::play,
        "chat-server-says-nothing-of-who-is-cut-off" => says_nothing_of_who_is_cut_off::play,
        "chat-server-says-of-one-only-that-it-is-cut-off" => {
            says_of_one_only_that_it_is_cut_off::play
        }
        "chat-server-overwrites-what-it-owes" => overwrites_what_it_owes::play,
        "chat-server-has-room-for-100-people" => has_room_for_100_people::play,
        "chat-server-keeps-every-descriptor" => keeps_every_descriptor::play,
        "chat-server-panics-when-accept-fails" => panics_when_accept_fails::play,
        "chat-server-never-accepts-again" => never_accepts_again::play,
        "chat-server-logs-on-stdout" => logs_on_stdout::play,
        "chat-server-does-not-reuse-its-address" => does_not_reuse_its_address::play,
        "chat-server-listens-on-every-address" => listens_on_every_address::play,
        "chat-server-speaks-ipv4-only" => speaks_ipv4_only::play,
        "chat-server-panics-when-the-port-is-taken" => panics_when_the_port_is_taken::play,
        "chat-server-succeeds-when-the-port-is-taken" => succeeds_when_the_port_is_taken::play,
        "chat-server-takes-names-for-addresses" => takes_names_for_addresses::play,
        "chat-server-cuts-off-at-64-kib" => cuts_off_at_64_kib::play,
        "chat-server-cuts-off-at-the-first-delay" => cuts_off_at_the_first_delay::play,
        "chat-server-lets-8-mib-wait" => lets_8_mib_wait::play,
        "chat-server-never-asks-for-writing" => never_asks_for_writing::play,
        "chat-server-never-waits-while-something-is-owed" => {
            never_waits_while_something_is_owed::play
        }
        "chat-server-puts-the-news-first" => puts_the_news_first::play,
        _ => return None,
    };
    Some(play)
}
