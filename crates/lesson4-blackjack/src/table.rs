//! A seat at the table: what a player reads and says, with every line looked at.

use crate::PROGRAM;
use crate::model;
use crate::model::Hand;
use grader::Cause;
use grader::Connection;
use grader::Failure;
use grader::Lab;
use grader::Server;
use grader::Verdict;
use grader::quote;
use grader::servers::ANY_PORT;

pub(crate) const MOVE: &str = "hit or stand?\n";
pub(crate) const AGAIN: &str = "play again?\n";
pub(crate) const BYE: &str = "bye\n";

/// A deck with which the player may hit twice, and the dealer stands with what is there; and what is said then.
pub(crate) const DECK: &str = "2D 10S 3C 9D 4H 5H";
pub(crate) const FIRST_HIT: &str = "player: 2D 3C 4H (9)\nhit or stand?\n";
pub(crate) const SECOND_HIT: &str = "player: 2D 3C 4H 5H (14)\nhit or stand?\n";
pub(crate) const END: &str = "dealer: 10S 9D (19)\ndealer wins\nplay again?\n";

/// A round as it was played, and found to follow the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Round {
    /// Every card that was seen, in the order in which it left the deck.
    pub(crate) dealt: Hand,
}

/// The server with these cards on top of each deck.
pub(crate) fn serve(lab: &Lab, deck: &str) -> Verdict<Server> {
    lab.doing(format!("gave it --deck \"{deck}\""));
    lab.serve_with(PROGRAM, ANY_PORT, &["--deck", deck])
}

/// The server with these cards on top of each deck, and a player at its first prompt.
pub(crate) fn begin(lab: &Lab, deck: &str) -> Verdict<(Server, Connection)> {
    let server = serve(lab, deck)?;
    let mut player = server.connect()?;
    lab.doing(format!("connected, with --deck \"{deck}\""));
    player.expect(opening(deck))?;
    Ok((server, player))
}

/// What a player hears first, where the deck begins with these cards.
pub(crate) fn opening(deck: &str) -> String {
    let cards: Hand = deck.split(' ').map(str::to_owned).collect();
    let hand = [cards[0].clone(), cards[2].clone()];
    format!(
        "dealer: {} ??\nplayer: {} {} ({})\n{MOVE}",
        cards[1],
        hand[0],
        hand[1],
        model::total(&hand)
    )
}

/// Says `line`, and hears exactly `reply`.
pub(crate) fn says(lab: &Lab, player: &mut Connection, line: &str, reply: &str) -> Verdict {
    lab.doing(format!("answered {}", quote(line.as_bytes())));
    player.send(line)?;
    player.expect(reply)
}

/// From a prompt for a move to the end of the connection, in the shortest way.
pub(crate) fn leave(mut player: Connection) -> Verdict {
    player.send("quit\n")?;
    player.expect(BYE)?;
    player.expect_close()
}

/// Comes as a new player, plays a round by the rules, and leaves.
pub(crate) fn visit(server: &Server) -> Verdict {
    let mut player = server.connect()?;
    play(&mut player, |_| false)?;
    player.send("no\n")?;
    player.expect(BYE)?;
    player.expect_close()
}

/// Plays one round up to the question for another one. `hits` decides with the total at each prompt.
///
/// # Errors
/// Where a line is not what the cards that were seen say it must be.
pub(crate) fn play(player: &mut Connection, mut hits: impl FnMut(u32) -> bool) -> Verdict<Round> {
    let first = read_line(player, "\"dealer: CARD ??\\n\"")?;
    let shown = first
        .strip_prefix("dealer: ")
        .and_then(|rest| rest.strip_suffix(" ??"))
        .filter(|card| model::is_card(card))
        .ok_or_else(|| wrong("\"dealer: CARD ??\\n\"", &first))?
        .to_owned();
    let mut hand = read_hand(player, "player", &[])?;
    if hand.len() != 2 {
        return Err(wrong("two cards for the player", &hand.join(" ")));
    }
    let opening = hand.clone();
    while model::total(&hand) <= 21 {
        player.expect(MOVE)?;
        if !hits(model::total(&hand)) {
            player.send("stand\n")?;
            break;
        }
        player.send("hit\n")?;
        let before = hand.len();
        hand = read_hand(player, "player", &hand)?;
        if hand.len() != before + 1 {
            return Err(wrong("one card more", &hand.join(" ")));
        }
    }
    let is_bust = model::total(&hand) > 21;
    let dealer = read_hand(player, "dealer", std::slice::from_ref(&shown))?;
    if is_bust && dealer.len() != 2 {
        let expected = "the dealer's two cards, and no more, after a bust";
        return Err(wrong(expected, &dealer.join(" ")));
    }
    if !is_bust && let Some(rule) = model::fault_of_dealer(&dealer) {
        return Err(wrong(rule, &format!("dealer: {}", dealer.join(" "))));
    }
    player.expect(format!("{}\n{AGAIN}", model::outcome(&hand, &dealer)))?;
    let mut dealt = vec![
        opening[0].clone(),
        shown,
        opening[1].clone(),
        dealer[1].clone(),
    ];
    dealt.extend_from_slice(&hand[2..]);
    dealt.extend_from_slice(&dealer[2..]);
    if let Some(card) = dealt
        .iter()
        .find(|card| dealt.iter().filter(|other| other == card).count() > 1)
    {
        let got = format!("{card} twice: {}", dealt.join(" "));
        return Err(wrong("different cards: a deck has each of them once", &got));
    }
    Ok(Round { dealt })
}

/// A line that shows a hand which begins with `known`: its words, its cards, its total.
fn read_hand(player: &mut Connection, who: &str, known: &[String]) -> Verdict<Hand> {
    let beginning = if known.is_empty() {
        String::new()
    } else {
        format!("{} ", known.join(" "))
    };
    let expected = format!("\"{who}: {beginning}CARDS (TOTAL)\\n\"");
    let line = read_line(player, &expected)?;
    let cards = line
        .strip_prefix(&format!("{who}: "))
        .and_then(|rest| rest.strip_suffix(')'))
        .and_then(|rest| rest.split_once(" ("));
    let Some((cards, total)) = cards else {
        return Err(wrong(&expected, &line));
    };
    let hand: Hand = cards.split(' ').map(str::to_owned).collect();
    if !hand.iter().all(|card| model::is_card(card)) || !hand.starts_with(known) {
        return Err(wrong(&expected, &line));
    }
    let right = model::total(&hand);
    if total != right.to_string() {
        return Err(wrong(&format!("\"{who}: {cards} ({right})\\n\""), &line));
    }
    Ok(hand)
}

fn read_line(player: &mut Connection, expected: &str) -> Verdict<String> {
    let line = player.read_until(b"\n", expected)?;
    let line = String::from_utf8_lossy(&line).into_owned();
    Ok(line.strip_suffix('\n').unwrap_or(&line).to_owned())
}

fn wrong(expected: &str, got: &str) -> Failure {
    Failure::new(Cause::WrongBytes, expected, quote(got.as_bytes()))
}
