//! The mistakes of blackjack servers, one in each file, and their names.

mod announces_itself_in_other_words;
mod announces_itself_on_stderr;
mod announces_the_port_it_was_given;
mod asks_after_a_bust;
mod asks_again_after_a_long_line;
mod asks_again_when_the_time_is_over;
mod asks_for_moves_after_the_round;
mod asks_for_the_rest_of_a_line_without_a_break;
mod bounds_no_line;
mod busts_at_21;
mod closes_abruptly_after_a_long_line;
mod closes_abruptly_after_bye;
mod closes_at_bytes_that_are_no_text;
mod closes_silently_at_a_long_line;
mod compares_the_number_of_cards;
mod counts_all_aces_alike;
mod counts_an_ace_as_1_at_21;
mod counts_every_ace_as_1;
mod counts_every_ace_as_11;
mod counts_pictures_on;
mod counts_the_dealers_aces_as_1;
mod counts_the_newline;
mod cuts_long_lines;
mod deals_to_the_dealer_first;
mod deals_two_cards_at_once;
mod decides_about_the_dealers_aces_once;
mod does_not_count_the_carriage_return;
mod does_not_repeat_its_prompt;
mod does_not_shuffle_below_the_stacked_cards;
mod draws_at_17;
mod draws_at_a_soft_17;
mod draws_for_the_dealer_after_a_bust;
mod draws_for_the_dealer_before_the_player;
mod draws_one_card_for_the_dealer;
mod draws_until_the_dealer_leads;
mod ends_after_yes;
mod ends_an_idle_conversation_silently;
mod ends_its_lines_with_crlf;
mod ends_when_accept_fails;
mod ends_without_a_word;
mod ends_wrong_usage_like_a_failure;
mod forgets_the_hand_of_a_bust;
mod forgets_to_say_that_the_dealer_busts;
mod gives_a_tie_to_the_dealer;
mod gives_a_tie_to_the_player;
mod gives_up_after_three_unknown_words;
mod gives_up_when_it_was_stopped;
mod goes_on_after_no;
mod has_no_kings;
mod has_two_decks_in_one;
mod hides_the_dealers_hand_after_a_bust;
mod ignores_the_seed;
mod joins_each_thread_at_once;
mod keeps_a_clone_of_each_player;
mod keeps_its_prompt_in_a_buffer;
mod keeps_the_carriage_return;
mod keeps_the_hand_of_the_last_round;
mod keeps_the_thread_of_each_player;
mod knows_four_words_at_each_prompt;
mod knows_no_timeout;
mod leaves_out_what_is_no_text;
mod leaves_the_stacked_cards_in_the_rest;
mod lets_a_blackjack_win_at_once;
mod lets_a_dealer_over_21_win;
mod listens_on_every_address;
mod locks_the_table_for_a_whole_game;
mod locks_the_table_while_a_player_thinks;
mod locks_the_table_while_it_writes;
mod logs_on_stdout;
mod looks_at_the_first_letter_only;
mod looks_for_a_word_anywhere;
mod makes_a_buffer_for_each_prompt;
mod makes_one_ace_cheaper_only;
mod measures_a_line_when_it_is_whole;
mod measures_a_trimmed_line;
mod moves_its_generator_on_with_each_card;
mod names_no_address_in_its_error;
mod never_asks_for_another_round;
mod never_counts_an_ace_anew;
mod never_draws_for_the_dealer;
mod never_sees_the_end_of_file;
mod never_shuffles;
mod panics_at_a_reset;
mod panics_at_a_wrong_deck;
mod panics_at_an_empty_line;
mod panics_at_bytes_that_are_no_text;
mod panics_when_accept_fails;
mod panics_when_the_port_is_taken;
mod passes_over_empty_lines;
mod passes_over_unknown_cards;
mod plays_an_unfinished_last_line;
mod plays_every_round_with_one_deck;
mod plays_one_round_only;
mod poisons_its_lock;
mod prints_instead_of_sending;
mod prints_the_outcome_instead_of_sending;
mod puts_each_card_back;
mod quits_after_the_round_only;
mod quits_at_a_move_only;
mod reads_on_after_the_end_of_file;
mod refuses_a_line_of_256_bytes;
mod repeats_its_prompt_only;
mod says_bye_at_the_end_of_file;
mod says_bye_to_whoever_is_late;
mod says_goodbye;
mod says_no_bye_after_a_long_line;
mod says_nothing_about_a_push;
mod says_nothing_at_no;
mod says_on_stdout_that_the_port_is_taken;
mod says_the_prompt_without_a_newline;
mod serves_four_players_at_once;
mod serves_one_player_after_the_other;
mod serves_one_player_only;
mod shares_its_generator_among_players;
mod shares_one_deck_among_all_players;
mod shows_the_dealers_hand_after_each_card;
mod shows_the_hand_again_after_an_unknown_word;
mod shows_the_hidden_card;
mod shows_the_hidden_card_after_a_hit;
mod shows_the_new_card_only;
mod shuffles_every_deck_alike;
mod shuffles_once_for_all;
mod sorts_its_hands;
mod speaks_ipv4_only;
mod stacks_its_decks_upside_down;
mod stacks_the_first_deck_only;
mod stacks_the_first_players_decks_only;
mod stands_when_the_time_is_over;
mod starts_every_player_alike;
mod starts_its_shuffles_with_the_second;
mod starts_the_seed_again_each_round;
mod stays_connected_after_bye;
mod stops_asking_at_21;
mod stops_drawing_at_16;
mod stops_drawing_when_the_dealer_leads;
mod succeeds_when_the_port_is_taken;
mod takes_a_card_twice;
mod takes_a_carriage_return_for_a_line_end;
mod takes_a_high_total_that_does_not_fit;
mod takes_a_line_of_257_bytes;
mod takes_a_ten_for_a_1;
mod takes_a_timeout_of_0;
mod takes_an_empty_line_for_the_end;
mod takes_an_empty_line_for_the_first_word;
mod takes_an_unknown_answer_for_no;
mod takes_an_unknown_word_for_hit;
mod takes_an_unknown_word_for_stand;
mod takes_any_seed;
mod takes_fractions_of_a_second;
mod takes_one_read_for_one_line;
mod takes_one_seed_for_every_other;
mod takes_q_for_quit;
mod takes_the_beginning_of_a_word;
mod takes_the_end_of_file_for_an_empty_line;
mod takes_the_first_256_bytes_for_a_line;
mod takes_the_first_word_of_a_line;
mod takes_the_timeout_for_minutes;
mod takes_upper_case_cards_only;
mod takes_what_begins_with_a_word;
mod takes_whole_words_only;
mod takes_words_in_lower_case_only;
mod times_each_read;
mod times_the_whole_conversation;
mod trims_nothing;
mod trims_spaces_only;
mod waits_for_a_line_before_it_speaks;
mod waits_for_ever_after_the_round;
mod waits_for_the_end_of_a_long_line;
mod welcomes_its_players;
mod writes_a_ten_as_t;

use crate::Play;

/// The mistake of this name.
pub(crate) fn find(name: &str) -> Option<Play> {
    let play: Play = match name.strip_prefix("blackjack-server-")? {
        "deals-two-cards-at-once" => deals_two_cards_at_once::play,
        "deals-to-the-dealer-first" => deals_to_the_dealer_first::play,
        "counts-every-ace-as-11" => counts_every_ace_as_11::play,
        "counts-every-ace-as-1" => counts_every_ace_as_1::play,
        "never-counts-an-ace-anew" => never_counts_an_ace_anew::play,
        "counts-all-aces-alike" => counts_all_aces_alike::play,
        "makes-one-ace-cheaper-only" => makes_one_ace_cheaper_only::play,
        "counts-an-ace-as-1-at-21" => counts_an_ace_as_1_at_21::play,
        "counts-pictures-on" => counts_pictures_on::play,
        "takes-a-ten-for-a-1" => takes_a_ten_for_a_1::play,
        "stops-asking-at-21" => stops_asking_at_21::play,
        "lets-a-blackjack-win-at-once" => lets_a_blackjack_win_at_once::play,
        "busts-at-21" => busts_at_21::play,
        "asks-after-a-bust" => asks_after_a_bust::play,
        "draws-for-the-dealer-after-a-bust" => draws_for_the_dealer_after_a_bust::play,
        "hides-the-dealers-hand-after-a-bust" => hides_the_dealers_hand_after_a_bust::play,
        "forgets-the-hand-of-a-bust" => forgets_the_hand_of_a_bust::play,
        "draws-for-the-dealer-before-the-player" => draws_for_the_dealer_before_the_player::play,
        "draws-at-a-soft-17" => draws_at_a_soft_17::play,
        "stops-drawing-at-16" => stops_drawing_at_16::play,
        "draws-at-17" => draws_at_17::play,
        "draws-one-card-for-the-dealer" => draws_one_card_for_the_dealer::play,
        "never-draws-for-the-dealer" => never_draws_for_the_dealer::play,
        "decides-about-the-dealers-aces-once" => decides_about_the_dealers_aces_once::play,
        "takes-a-high-total-that-does-not-fit" => takes_a_high_total_that_does_not_fit::play,
        "counts-the-dealers-aces-as-1" => counts_the_dealers_aces_as_1::play,
        "stops-drawing-when-the-dealer-leads" => stops_drawing_when_the_dealer_leads::play,
        "draws-until-the-dealer-leads" => draws_until_the_dealer_leads::play,
        "compares-the-number-of-cards" => compares_the_number_of_cards::play,
        "gives-a-tie-to-the-dealer" => gives_a_tie_to_the_dealer::play,
        "gives-a-tie-to-the-player" => gives_a_tie_to_the_player::play,
        "lets-a-dealer-over-21-win" => lets_a_dealer_over_21_win::play,
        "forgets-to-say-that-the-dealer-busts" => forgets_to_say_that_the_dealer_busts::play,
        "shows-the-hidden-card" => shows_the_hidden_card::play,
        "shows-the-hidden-card-after-a-hit" => shows_the_hidden_card_after_a_hit::play,
        "shows-the-dealers-hand-after-each-card" => shows_the_dealers_hand_after_each_card::play,
        "sorts-its-hands" => sorts_its_hands::play,
        "shows-the-new-card-only" => shows_the_new_card_only::play,
        "keeps-the-hand-of-the-last-round" => keeps_the_hand_of_the_last_round::play,
        "puts-each-card-back" => puts_each_card_back::play,
        "plays-every-round-with-one-deck" => plays_every_round_with_one_deck::play,
        "shares-one-deck-among-all-players" => shares_one_deck_among_all_players::play,
        "shuffles-every-deck-alike" => shuffles_every_deck_alike::play,
        "starts-every-player-alike" => starts_every_player_alike::play,
        "starts-its-shuffles-with-the-second" => starts_its_shuffles_with_the_second::play,
        "never-shuffles" => never_shuffles::play,
        "shuffles-once-for-all" => shuffles_once_for_all::play,
        "shares-its-generator-among-players" => shares_its_generator_among_players::play,
        "ignores-the-seed" => ignores_the_seed::play,
        "takes-one-seed-for-every-other" => takes_one_seed_for_every_other::play,
        "starts-the-seed-again-each-round" => starts_the_seed_again_each_round::play,
        "moves-its-generator-on-with-each-card" => moves_its_generator_on_with_each_card::play,
        "stacks-the-first-deck-only" => stacks_the_first_deck_only::play,
        "stacks-the-first-players-decks-only" => stacks_the_first_players_decks_only::play,
        "stacks-its-decks-upside-down" => stacks_its_decks_upside_down::play,
        "leaves-the-stacked-cards-in-the-rest" => leaves_the_stacked_cards_in_the_rest::play,
        "does-not-shuffle-below-the-stacked-cards" => {
            does_not_shuffle_below_the_stacked_cards::play
        }
        "has-no-kings" => has_no_kings::play,
        "has-two-decks-in-one" => has_two_decks_in_one::play,
        "writes-a-ten-as-t" => writes_a_ten_as_t::play,
        "takes-upper-case-cards-only" => takes_upper_case_cards_only::play,
        "takes-words-in-lower-case-only" => takes_words_in_lower_case_only::play,
        "takes-whole-words-only" => takes_whole_words_only::play,
        "looks-at-the-first-letter-only" => looks_at_the_first_letter_only::play,
        "takes-the-beginning-of-a-word" => takes_the_beginning_of_a_word::play,
        "takes-what-begins-with-a-word" => takes_what_begins_with_a_word::play,
        "looks-for-a-word-anywhere" => looks_for_a_word_anywhere::play,
        "takes-the-first-word-of-a-line" => takes_the_first_word_of_a_line::play,
        "takes-q-for-quit" => takes_q_for_quit::play,
        "trims-nothing" => trims_nothing::play,
        "trims-spaces-only" => trims_spaces_only::play,
        "keeps-the-carriage-return" => keeps_the_carriage_return::play,
        "takes-an-unknown-word-for-stand" => takes_an_unknown_word_for_stand::play,
        "takes-an-unknown-word-for-hit" => takes_an_unknown_word_for_hit::play,
        "takes-an-unknown-answer-for-no" => takes_an_unknown_answer_for_no::play,
        "takes-an-empty-line-for-the-end" => takes_an_empty_line_for_the_end::play,
        "takes-an-empty-line-for-the-first-word" => takes_an_empty_line_for_the_first_word::play,
        "passes-over-empty-lines" => passes_over_empty_lines::play,
        "panics-at-an-empty-line" => panics_at_an_empty_line::play,
        "panics-at-bytes-that-are-no-text" => panics_at_bytes_that_are_no_text::play,
        "closes-at-bytes-that-are-no-text" => closes_at_bytes_that_are_no_text::play,
        "leaves-out-what-is-no-text" => leaves_out_what_is_no_text::play,
        "knows-four-words-at-each-prompt" => knows_four_words_at_each_prompt::play,
        "quits-at-a-move-only" => quits_at_a_move_only::play,
        "quits-after-the-round-only" => quits_after_the_round_only::play,
        "does-not-repeat-its-prompt" => does_not_repeat_its_prompt::play,
        "repeats-its-prompt-only" => repeats_its_prompt_only::play,
        "shows-the-hand-again-after-an-unknown-word" => {
            shows_the_hand_again_after_an_unknown_word::play
        }
        "asks-for-moves-after-the-round" => asks_for_moves_after_the_round::play,
        "gives-up-after-three-unknown-words" => gives_up_after_three_unknown_words::play,
        "says-goodbye" => says_goodbye::play,
        "ends-without-a-word" => ends_without_a_word::play,
        "says-nothing-at-no" => says_nothing_at_no::play,
        "stays-connected-after-bye" => stays_connected_after_bye::play,
        "goes-on-after-no" => goes_on_after_no::play,
        "ends-after-yes" => ends_after_yes::play,
        "never-asks-for-another-round" => never_asks_for_another_round::play,
        "plays-one-round-only" => plays_one_round_only::play,
        "welcomes-its-players" => welcomes_its_players::play,
        "says-the-prompt-without-a-newline" => says_the_prompt_without_a_newline::play,
        "ends-its-lines-with-crlf" => ends_its_lines_with_crlf::play,
        "keeps-its-prompt-in-a-buffer" => keeps_its_prompt_in_a_buffer::play,
        "waits-for-a-line-before-it-speaks" => waits_for_a_line_before_it_speaks::play,
        "prints-instead-of-sending" => prints_instead_of_sending::play,
        "prints-the-outcome-instead-of-sending" => prints_the_outcome_instead_of_sending::play,
        "says-nothing-about-a-push" => says_nothing_about_a_push::play,
        "says-bye-at-the-end-of-file" => says_bye_at_the_end_of_file::play,
        "takes-the-end-of-file-for-an-empty-line" => takes_the_end_of_file_for_an_empty_line::play,
        "reads-on-after-the-end-of-file" => reads_on_after_the_end_of_file::play,
        "never-sees-the-end-of-file" => never_sees_the_end_of_file::play,
        "plays-an-unfinished-last-line" => plays_an_unfinished_last_line::play,
        "takes-one-read-for-one-line" => takes_one_read_for_one_line::play,
        "makes-a-buffer-for-each-prompt" => makes_a_buffer_for_each_prompt::play,
        "takes-a-carriage-return-for-a-line-end" => takes_a_carriage_return_for_a_line_end::play,
        "refuses-a-line-of-256-bytes" => refuses_a_line_of_256_bytes::play,
        "counts-the-newline" => counts_the_newline::play,
        "takes-a-line-of-257-bytes" => takes_a_line_of_257_bytes::play,
        "does-not-count-the-carriage-return" => does_not_count_the_carriage_return::play,
        "measures-a-trimmed-line" => measures_a_trimmed_line::play,
        "measures-a-line-when-it-is-whole" => measures_a_line_when_it_is_whole::play,
        "waits-for-the-end-of-a-long-line" => waits_for_the_end_of_a_long_line::play,
        "bounds-no-line" => bounds_no_line::play,
        "cuts-long-lines" => cuts_long_lines::play,
        "takes-the-first-256-bytes-for-a-line" => takes_the_first_256_bytes_for_a_line::play,
        "asks-again-after-a-long-line" => asks_again_after_a_long_line::play,
        "closes-silently-at-a-long-line" => closes_silently_at_a_long_line::play,
        "says-no-bye-after-a-long-line" => says_no_bye_after_a_long_line::play,
        "closes-abruptly-after-a-long-line" => closes_abruptly_after_a_long_line::play,
        "closes-abruptly-after-bye" => closes_abruptly_after_bye::play,
        "serves-one-player-after-the-other" => serves_one_player_after_the_other::play,
        "joins-each-thread-at-once" => joins_each_thread_at_once::play,
        "locks-the-table-for-a-whole-game" => locks_the_table_for_a_whole_game::play,
        "locks-the-table-while-a-player-thinks" => locks_the_table_while_a_player_thinks::play,
        "poisons-its-lock" => poisons_its_lock::play,
        "panics-at-a-reset" => panics_at_a_reset::play,
        "serves-four-players-at-once" => serves_four_players_at_once::play,
        "serves-one-player-only" => serves_one_player_only::play,
        "ends-when-accept-fails" => ends_when_accept_fails::play,
        "panics-when-accept-fails" => panics_when_accept_fails::play,
        "keeps-a-clone-of-each-player" => keeps_a_clone_of_each_player::play,
        "keeps-the-thread-of-each-player" => keeps_the_thread_of_each_player::play,
        "asks-for-the-rest-of-a-line-without-a-break" => {
            asks_for_the_rest_of_a_line_without_a_break::play
        }
        "knows-no-timeout" => knows_no_timeout::play,
        "takes-the-timeout-for-minutes" => takes_the_timeout_for_minutes::play,
        "times-each-read" => times_each_read::play,
        "times-the-whole-conversation" => times_the_whole_conversation::play,
        "ends-an-idle-conversation-silently" => ends_an_idle_conversation_silently::play,
        "says-bye-to-whoever-is-late" => says_bye_to_whoever_is_late::play,
        "asks-again-when-the-time-is-over" => asks_again_when_the_time_is_over::play,
        "stands-when-the-time-is-over" => stands_when_the_time_is_over::play,
        "waits-for-ever-after-the-round" => waits_for_ever_after_the_round::play,
        "listens-on-every-address" => listens_on_every_address::play,
        "speaks-ipv4-only" => speaks_ipv4_only::play,
        "announces-itself-in-other-words" => announces_itself_in_other_words::play,
        "announces-itself-on-stderr" => announces_itself_on_stderr::play,
        "announces-the-port-it-was-given" => announces_the_port_it_was_given::play,
        "logs-on-stdout" => logs_on_stdout::play,
        "panics-when-the-port-is-taken" => panics_when_the_port_is_taken::play,
        "succeeds-when-the-port-is-taken" => succeeds_when_the_port_is_taken::play,
        "says-on-stdout-that-the-port-is-taken" => says_on_stdout_that_the_port_is_taken::play,
        "names-no-address-in-its-error" => names_no_address_in_its_error::play,
        "takes-a-timeout-of-0" => takes_a_timeout_of_0::play,
        "takes-fractions-of-a-second" => takes_fractions_of_a_second::play,
        "takes-a-card-twice" => takes_a_card_twice::play,
        "passes-over-unknown-cards" => passes_over_unknown_cards::play,
        "takes-any-seed" => takes_any_seed::play,
        "panics-at-a-wrong-deck" => panics_at_a_wrong_deck::play,
        "ends-wrong-usage-like-a-failure" => ends_wrong_usage_like_a_failure::play,
        "locks-the-table-while-it-writes" => locks_the_table_while_it_writes::play,
        "gives-up-when-it-was-stopped" => gives_up_when_it_was_stopped::play,
        _ => return None,
    };
    Some(play)
}
