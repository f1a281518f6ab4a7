//! The mistakes of `hostinfo`, one in each file, and their names.

mod asks_again_until_its_name_resolves;
mod cuts_its_name_at_the_first_dot;
mod keeps_duplicates;
mod names_no_name_in_its_error;
mod panics_when_the_name_server_fails;
mod prints_a_line_for_each_type_of_socket;
mod prints_four_addresses_at_most;
mod prints_its_canonical_name;
mod prints_its_name_before_it_knows;
mod prints_the_first_address_only;
mod reads_its_name_from_a_file;
mod says_its_error_on_stdout;
mod says_its_usage_on_stdout;
mod shows_debug_output;
mod speaks_ipv4_only;
mod succeeds_when_its_name_does_not_resolve;
mod takes_arguments_silently;
mod takes_localhost_for_its_name;

use crate::Play;

/// The mistake of this name.
pub(crate) fn find(name: &str) -> Option<Play> {
    let play: Play = match name {
        "hostinfo-prints-the-first-address-only" => prints_the_first_address_only::play,
        "hostinfo-speaks-ipv4-only" => speaks_ipv4_only::play,
        "hostinfo-prints-four-addresses-at-most" => prints_four_addresses_at_most::play,
        "hostinfo-keeps-duplicates" => keeps_duplicates::play,
        "hostinfo-prints-a-line-for-each-type-of-socket" => {
            prints_a_line_for_each_type_of_socket::play
        }
        "hostinfo-shows-debug-output" => shows_debug_output::play,
        "hostinfo-panics-when-the-name-server-fails" => panics_when_the_name_server_fails::play,
        "hostinfo-says-its-error-on-stdout" => says_its_error_on_stdout::play,
        "hostinfo-succeeds-when-its-name-does-not-resolve" => {
            succeeds_when_its_name_does_not_resolve::play
        }
        "hostinfo-prints-its-name-before-it-knows" => prints_its_name_before_it_knows::play,
        "hostinfo-names-no-name-in-its-error" => names_no_name_in_its_error::play,
        "hostinfo-asks-again-until-its-name-resolves" => asks_again_until_its_name_resolves::play,
        "hostinfo-reads-its-name-from-a-file" => reads_its_name_from_a_file::play,
        "hostinfo-takes-localhost-for-its-name" => takes_localhost_for_its_name::play,
        "hostinfo-cuts-its-name-at-the-first-dot" => cuts_its_name_at_the_first_dot::play,
        "hostinfo-takes-arguments-silently" => takes_arguments_silently::play,
        "hostinfo-says-its-usage-on-stdout" => says_its_usage_on_stdout::play,
        "hostinfo-prints-its-canonical-name" => prints_its_canonical_name::play,
        _ => return None,
    };
    Some(play)
}
