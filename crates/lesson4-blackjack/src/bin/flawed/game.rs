//! The rules as they should be, and the course of a game.

use crate::cards::Card;
use crate::player::Choice;
use crate::player::Player;
use crate::player::Turn;

/// Plays one round after the other, until the player wants no other one.
pub(crate) fn rounds(player: &mut Player<'_>) -> Turn {
    loop {
        player.shuffle();
        (player.manner.round)(player)?;
        if player.ask("play again?", ["yes", "no"])? == Choice::Second {
            return Ok(());
        }
    }
}

/// One round, from the deal to its outcome.
pub(crate) fn round(player: &mut Player<'_>) -> Turn {
    (player.manner.deal)(player);
    player.say_first_card()?;
    player.say_hand()?;
    (player.manner.moves)(player)?;
    finish(player)
}

/// The end of a round, once the player has stood or is over 21.
pub(crate) fn finish(player: &mut Player<'_>) -> Turn {
    if !player.is_bust() {
        player.draw_for_dealer();
    }
    player.say_dealer()?;
    player.say_outcome()
}

/// Two cards each, in turn.
pub(crate) fn deal(player: &mut Player<'_>) {
    let cards = [(); 4].map(|()| player.draw());
    player.hand = vec![cards[0], cards[2]];
    player.dealer = vec![cards[1], cards[3]];
}

/// Gives the player cards, until it is enough or too much.
pub(crate) fn moves(player: &mut Player<'_>) -> Turn {
    while !player.is_bust() && player.ask_for_a_move()? == Choice::First {
        let card = player.draw();
        player.hand.push(card);
        player.say_hand()?;
    }
    Ok(())
}

/// The best total.
pub(crate) fn total(hand: &[Card]) -> u32 {
    total_with(hand, |rank| rank.min(10))
}

/// The best total, where each rank but the ace counts what `value` says.
pub(crate) fn total_with(hand: &[Card], value: fn(u32) -> u32) -> u32 {
    let low: u32 = hand.iter().map(|card| value(card.rank.into())).sum();
    let has_ace = hand.iter().any(|card| card.rank == 1);
    if has_ace && low + 10 <= 21 {
        low + 10
    } else {
        low
    }
}

/// The total with every ace as 11.
pub(crate) fn high_total(hand: &[Card]) -> u32 {
    let aces = hand.iter().filter(|card| card.rank == 1).count() as u32;
    let low: u32 = hand.iter().map(|card| u32::from(card.rank.min(10))).sum();
    low + 10 * aces
}

/// Is there a card more for the dealer?
pub(crate) fn dealer_draws(player: &Player<'_>) -> bool {
    player.total(&player.dealer) < 17
}

/// Who has won.
pub(crate) fn outcome(player: &Player<'_>) -> &'static str {
    compare(player.total(&player.hand), player.total(&player.dealer))
}

/// Who has won with these totals.
pub(crate) fn compare(player: u32, dealer: u32) -> &'static str {
    if player > 21 {
        "bust, dealer wins"
    } else if dealer > 21 {
        "dealer busts, you win"
    } else if player > dealer {
        "you win"
    } else if player < dealer {
        "dealer wins"
    } else {
        "push"
    }
}
